/*
 * Who may move an affectation from which statut to which: the whole matrix of
 * domain/workflow.md, 2.4 and 3.2, written here by hand.
 *
 * In a row, the statut that the action leads to from NOUVEAU, EN_COURS,
 * REFUSE and FERME (N E R F), "." when the state does not allow it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "affectation/affectation_rules.h"

#define COUNT(t)	(sizeof(t) / sizeof((t)[0]))

enum role {
	LE_PARTENAIRE,		/* an agent of the partner that is asked */
	AUTRE_AGENT,
	RESPONSABLE,		/* of the territory, or super admin */
	REPARTITEUR,		/* an agent with the right to dispatch */
	RESPONSABLE_DU_PARTENAIRE,	/* a manager within that partner */
	ROLES
};

static const struct affectation_facts	people[ROLES] = {
	[LE_PARTENAIRE] = { .mienne = true },
	[AUTRE_AGENT] = { .mienne = false },
	[RESPONSABLE] = { .responsable = true },
	[REPARTITEUR] = { .droit_affectation = true },
	[RESPONSABLE_DU_PARTENAIRE] = { .responsable = true, .mienne = true },
};

/* NULL: not this person, whatever the statut. */
static const struct {
	const char	*action;
	const char	*by[ROLES];	/* in the order of enum role */
} matrix[] = {
	/*                  partenaire  autre  respons.  répart.  les deux */
	{ "accepter",	  { "E.E.",	NULL,	NULL,	NULL,	"E.E." } },
	{ "refuser",	  { "R...",	NULL,	NULL,	NULL,	"R..." } },
	{ "clore",	  { ".F..",	NULL,	NULL,	NULL,	".F.." } },
	{ "rouvrir",	  { "...N",	NULL,	NULL,	NULL,	"...N" } },
	{ "reinitialiser", { NULL,	NULL,	"..NN",	NULL,	"..NN" } },
	{ "retirer",	  { NULL,	NULL,	"NERF",	"NERF",	"NERF" } },
};

static const char	letters[] = "NERF";

static enum statut_affectation
statut_of(char letter)
{
	return ((enum statut_affectation)(strchr(letters, letter) - letters));
}

static void
assert_decision(const char *row, const struct affectation_facts *f,
    enum action_affectation action)
{
	enum statut_affectation	next = AFFECTATION_STATUTS;
	struct verdict		v = affectation_decide(f, action, &next);

	if (row == NULL) {
		assert_int_equal(v.kind, VERDICT_FORBIDDEN);
		return;
	}
	if (row[f->statut] == '.' || !f->dossier_ouvert) {
		assert_int_equal(v.kind, VERDICT_STATE);
		assert_non_null(v.detail);
		assert_int_equal(next, AFFECTATION_STATUTS);
		return;
	}
	assert_int_equal(v.kind, VERDICT_OK);
	assert_int_equal(next, statut_of(row[f->statut]));
	assert_int_equal(affectation_decide(f, action, NULL).kind, VERDICT_OK);
}

static void
the_matrix_of_transitions_is_that_of_the_domain(void **state)
{
	struct affectation_facts	f;

	(void)state;
	assert_int_equal(COUNT(matrix), ACTIONS_AFFECTATION);
	for (size_t i = 0; i < COUNT(matrix); i++) {
		for (int role = 0; role < ROLES; role++) {
			f = people[role];
			for (int n = 0; n < AFFECTATION_STATUTS * 2; n++) {
				f.statut = (enum statut_affectation)(n / 2);
				f.dossier_ouvert = n % 2 == 0;
				print_message("%s, role %d, %s, %s\n",
				    matrix[i].action, role,
				    statut_affectation_name(f.statut),
				    f.dossier_ouvert ? "open" : "over");
				assert_decision(matrix[i].by[role], &f,
				    action_affectation_parse(
				    matrix[i].action));
			}
		}
	}
}

/* 2.4, traps 2 and 29: only its manager touches it, from outside. */
static void
a_partner_that_answers_from_its_own_software_cannot_answer_by_hand(
    void **state)
{
	static const struct {
		const char		*action;
		enum role		 role;
		enum verdict_kind	 kind;
	} t[] = {
		{ "accepter", LE_PARTENAIRE, VERDICT_STATE },
		{ "refuser", LE_PARTENAIRE, VERDICT_STATE },
		{ "accepter", RESPONSABLE_DU_PARTENAIRE, VERDICT_STATE },
		{ "accepter", RESPONSABLE, VERDICT_FORBIDDEN },
		{ "retirer", RESPONSABLE, VERDICT_OK },
		{ "retirer", REPARTITEUR, VERDICT_OK },
		{ "retirer", LE_PARTENAIRE, VERDICT_FORBIDDEN },
	};
	struct affectation_facts	f;

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		f = people[t[i].role];
		f.statut = AFFECTATION_NOUVEAU;
		f.dossier_ouvert = true;
		f.synchronisee = true;
		assert_int_equal(affectation_decide(&f,
		    action_affectation_parse(t[i].action), NULL).kind,
		    t[i].kind);
	}
	f = people[RESPONSABLE];
	f.statut = AFFECTATION_REFUSE;
	f.dossier_ouvert = f.synchronisee = true;
	assert_int_equal(affectation_decide(&f, AFF_REINITIALISER,
	    NULL).kind, VERDICT_OK);
}

static void
names_go_there_and_back(void **state)
{
	static const char *const	names[] = { "NOUVEAU", "EN_COURS",
					    "REFUSE", "FERME" };

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++)
		assert_string_equal(statut_affectation_name(
		    statut_affectation_parse(names[i])), names[i]);
	for (int a = 0; a < ACTIONS_AFFECTATION; a++)
		assert_int_equal(action_affectation_parse(
		    action_affectation_name((enum action_affectation)a)), a);
	assert_int_equal(action_affectation_parse("supprimer"),
	    ACTIONS_AFFECTATION);
}

static void
refusing_and_closing_are_explained(void **state)
{
	static const struct {
		enum action_affectation	 action;
		const char		*usage;
		bool			 message;
	} t[] = {
		{ AFF_ACCEPTER, NULL, false },
		{ AFF_REFUSER, "refus_affectation", true },
		{ AFF_CLORE, "cloture", true },
		{ AFF_ROUVRIR, NULL, false },
		{ AFF_REINITIALISER, NULL, false },
		{ AFF_RETIRER, NULL, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		assert_int_equal(affectation_needs_message(t[i].action),
		    t[i].message);
		if (t[i].usage == NULL)
			assert_null(affectation_motif_usage(t[i].action));
		else
			assert_string_equal(affectation_motif_usage(
			    t[i].action), t[i].usage);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    the_matrix_of_transitions_is_that_of_the_domain),
		cmocka_unit_test(
	    a_partner_that_answers_from_its_own_software_cannot_answer_by_hand),
		cmocka_unit_test(names_go_there_and_back),
		cmocka_unit_test(refusing_and_closing_are_explained),
	};

	return (cmocka_run_group_tests(tests, NULL, NULL));
}
