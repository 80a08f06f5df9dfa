/*
 * Who may do what with a dossier, in which state: the whole matrix of
 * domain/workflow.md, 2.1 and 3.2, written here by hand and not read from
 * the table of signalement_rules.c.
 *
 * In a row, one sign for each state:
 *	o  may		.  not in this state		x  not this person
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "signalement/signalement_rules.h"

#define COUNT(t)	(sizeof(t) / sizeof((t)[0]))

enum role {
	RESPONSABLE,		/* of the territory, or super admin */
	AGENT,			/* his partner is asked, no more */
	REPARTITEUR,		/* an agent with the right to dispatch */
	EN_CHARGE,		/* an agent whose partner has accepted */
	EN_CHARGE_REPARTITEUR,	/* both */
	ROLES
};

static const struct signalement_facts	people[ROLES] = {
	[RESPONSABLE] = { .responsable = true },
	[AGENT] = { .responsable = false },
	[REPARTITEUR] = { .droit_affectation = true },
	[EN_CHARGE] = { .en_charge = true },
	[EN_CHARGE_REPARTITEUR] = { .droit_affectation = true,
	    .en_charge = true },
};

/* The order of the columns. */
static const char *const	states[] = { "BROUILLON", "NOUVEAU",
				    "EN_COURS", "FERME", "REFUSE", "ARCHIVE",
				    "BROUILLON_ARCHIVE", "INJONCTION_BAILLEUR",
				    "INJONCTION_FERMEE" };

static const struct {
	const char	*action;
	enum role	 role;
	const char	*states;	/* Br No EC Fe Re Ar BA IB IF */
} matrix[] = {
	{ "valider",	RESPONSABLE,		". o . . . . . . ." },
	{ "valider",	AGENT,			"x x x x x x x x x" },
	{ "valider",	REPARTITEUR,		"x x x x x x x x x" },
	{ "valider",	EN_CHARGE,		"x x x x x x x x x" },
	{ "valider",	EN_CHARGE_REPARTITEUR,	"x x x x x x x x x" },

	{ "refuser",	RESPONSABLE,		". o . . . . . . ." },
	{ "refuser",	AGENT,			"x x x x x x x x x" },
	{ "refuser",	REPARTITEUR,		"x x x x x x x x x" },
	{ "refuser",	EN_CHARGE,		"x x x x x x x x x" },
	{ "refuser",	EN_CHARGE_REPARTITEUR,	"x x x x x x x x x" },

	{ "clore",	RESPONSABLE,		". . o . . . . . ." },
	{ "clore",	AGENT,			"x x x x x x x x x" },
	{ "clore",	REPARTITEUR,		"x x x x x x x x x" },
	{ "clore",	EN_CHARGE,		"x x x x x x x x x" },
	{ "clore",	EN_CHARGE_REPARTITEUR,	"x x x x x x x x x" },

	{ "rouvrir",	RESPONSABLE,		". . . o o . . . ." },
	{ "rouvrir",	AGENT,			"x x x x x x x x x" },
	{ "rouvrir",	REPARTITEUR,		"x x x x x x x x x" },
	{ "rouvrir",	EN_CHARGE,		"x x x x x x x x x" },
	{ "rouvrir",	EN_CHARGE_REPARTITEUR,	"x x x x x x x x x" },

	{ "supprimer",	RESPONSABLE,		". . . o o . . . ." },
	{ "supprimer",	AGENT,			"x x x x x x x x x" },
	{ "supprimer",	REPARTITEUR,		"x x x x x x x x x" },
	{ "supprimer",	EN_CHARGE,		"x x x x x x x x x" },
	{ "supprimer",	EN_CHARGE_REPARTITEUR,	"x x x x x x x x x" },

	{ "affecter",	RESPONSABLE,		". . o . . . . o ." },
	{ "affecter",	AGENT,			"x x x x x x x x x" },
	{ "affecter",	REPARTITEUR,		". . o . . . . o ." },
	{ "affecter",	EN_CHARGE,		"x x x x x x x x x" },
	{ "affecter",	EN_CHARGE_REPARTITEUR,	". . o . . . . o ." },

	{ "ecrire_suivi", RESPONSABLE,		". . o . . . . o ." },
	{ "ecrire_suivi", AGENT,		"x x x x x x x x x" },
	{ "ecrire_suivi", REPARTITEUR,		"x x x x x x x x x" },
	{ "ecrire_suivi", EN_CHARGE,		". . o . . . . o ." },
	{ "ecrire_suivi", EN_CHARGE_REPARTITEUR, ". . o . . . . o ." },
};

static void
the_matrix_of_rights_is_that_of_the_domain(void **state)
{
	struct signalement_facts	f;
	struct verdict			v;
	enum verdict_kind		expected;

	(void)state;
	assert_int_equal(COUNT(matrix), ACTIONS_SIGNALEMENT * ROLES);
	assert_int_equal(COUNT(states), SIGNALEMENT_STATUTS);
	for (size_t i = 0; i < COUNT(matrix); i++) {
		for (size_t s = 0; s < COUNT(states); s++) {
			print_message("%s, role %d, %s\n", matrix[i].action,
			    matrix[i].role, states[s]);
			f = people[matrix[i].role];
			f.statut = statut_signalement_parse(states[s]);
			v = signalement_may(&f, action_signalement_parse(
			    matrix[i].action));
			switch (matrix[i].states[2 * s]) {
			case 'o':
				expected = VERDICT_OK;
				break;
			case '.':
				expected = VERDICT_STATE;
				break;
			default:
				expected = VERDICT_FORBIDDEN;
				break;
			}
			assert_int_equal(v.kind, expected);
			if (expected == VERDICT_STATE)
				assert_non_null(v.detail);
		}
	}
}

static void
a_transition_leads_where_the_domain_says(void **state)
{
	static const struct {
		const char	*action, *from, *to;
	} t[] = {
		{ "valider", "NOUVEAU", "EN_COURS" },
		{ "refuser", "NOUVEAU", "REFUSE" },
		{ "clore", "EN_COURS", "FERME" },
		{ "rouvrir", "FERME", "EN_COURS" },
		{ "rouvrir", "REFUSE", "EN_COURS" },
		{ "supprimer", "FERME", "ARCHIVE" },
		{ "supprimer", "REFUSE", "ARCHIVE" },
		{ "affecter", "EN_COURS", "EN_COURS" },
		{ "affecter", "INJONCTION_BAILLEUR", "INJONCTION_BAILLEUR" },
		{ "ecrire_suivi", "EN_COURS", "EN_COURS" },
		{ "ecrire_suivi", "INJONCTION_BAILLEUR",
		    "INJONCTION_BAILLEUR" },
	};
	struct signalement_facts	f = { .responsable = true };

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		f.statut = statut_signalement_parse(t[i].from);
		assert_int_equal(signalement_may(&f, action_signalement_parse(
		    t[i].action)).kind, VERDICT_OK);
		assert_string_equal(statut_signalement_name(signalement_after(
		    &f, action_signalement_parse(t[i].action))), t[i].to);
	}
}

static void
names_go_there_and_back(void **state)
{
	(void)state;
	for (size_t s = 0; s < COUNT(states); s++)
		assert_string_equal(statut_signalement_name(
		    statut_signalement_parse(states[s])), states[s]);
	for (int a = 0; a < ACTIONS_SIGNALEMENT; a++)
		assert_int_equal(action_signalement_parse(
		    action_signalement_name((enum action_signalement)a)), a);
	assert_int_equal(action_signalement_parse("reactiver"),
	    ACTIONS_SIGNALEMENT);
	assert_int_equal(action_signalement_parse(""), ACTIONS_SIGNALEMENT);
	assert_int_equal(action_signalement_parse("Valider"),
	    ACTIONS_SIGNALEMENT);
}

#define MESSAGE	"Un message assez long."

/* champ NULL: good. */
static const struct {
	const char		*action;
	struct transition_input	 in;
	const char		*champ, *code;
} inputs[] = {
	{ "valider", { 0 }, NULL, NULL },
	{ "valider", { .message = MESSAGE }, NULL, NULL },
	{ "valider", { .motif = "AUTRE", .motif_connu = true }, "/motif",
	    "inutile" },
	{ "refuser", { .motif = "DOUBLON", .motif_connu = true,
	    .message = MESSAGE }, NULL, NULL },
	{ "refuser", { .message = MESSAGE }, "/motif", "obligatoire" },
	{ "refuser", { .motif = "RELOGEMENT", .message = MESSAGE }, "/motif",
	    "valeur_inconnue" },
	{ "refuser", { .motif = "DOUBLON", .motif_connu = true }, "/message",
	    "obligatoire" },
	{ "clore", { .motif = "TRAVAUX", .motif_connu = true,
	    .message = MESSAGE }, NULL, NULL },
	{ "clore", { 0 }, "/motif", "obligatoire" },
	{ "clore", { .motif = "TRAVAUX", .motif_connu = true }, "/message",
	    "obligatoire" },
	{ "clore", { .motif = "TRAVAUX", .motif_connu = true,
	    .travaux_requis = true, .message = MESSAGE }, "/travaux",
	    "obligatoire" },
	{ "clore", { .motif = "TRAVAUX", .motif_connu = true,
	    .travaux_requis = true, .travaux = "OUI", .message = MESSAGE },
	    NULL, NULL },
	{ "rouvrir", { 0 }, NULL, NULL },
	{ "rouvrir", { .motif = "AUTRE" }, "/motif", "inutile" },
	{ "supprimer", { 0 }, NULL, NULL },
	{ "affecter", { 0 }, NULL, NULL },
	{ "ecrire_suivi", { .message = MESSAGE }, NULL, NULL },
	{ "ecrire_suivi", { 0 }, "/message", "obligatoire" },
};

static void
a_transition_asks_for_its_motif_travaux_and_message(void **state)
{
	struct verdict	v;

	(void)state;
	for (size_t i = 0; i < COUNT(inputs); i++) {
		print_message("%zu %s\n", i, inputs[i].action);
		v = signalement_check_input(action_signalement_parse(
		    inputs[i].action), &inputs[i].in);
		if (inputs[i].champ == NULL) {
			assert_int_equal(v.kind, VERDICT_OK);
			continue;
		}
		assert_int_equal(v.kind, VERDICT_FIELD);
		assert_string_equal(v.pointer, inputs[i].champ);
		assert_string_equal(v.code, inputs[i].code);
		assert_non_null(v.detail);
	}
}

static void
refusing_and_closing_have_their_own_list_of_motifs(void **state)
{
	(void)state;
	assert_string_equal(signalement_motif_usage(ACTION_REFUSER),
	    "refus_signalement");
	assert_string_equal(signalement_motif_usage(ACTION_CLORE), "cloture");
	assert_null(signalement_motif_usage(ACTION_VALIDER));
	assert_null(signalement_motif_usage(ACTION_ROUVRIR));
	assert_null(signalement_motif_usage(ACTION_SUPPRIMER));
	assert_null(signalement_motif_usage(ACTION_AFFECTER));
	assert_null(signalement_motif_usage(ACTION_ECRIRE_SUIVI));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_matrix_of_rights_is_that_of_the_domain),
		cmocka_unit_test(a_transition_leads_where_the_domain_says),
		cmocka_unit_test(names_go_there_and_back),
		cmocka_unit_test(
		    a_transition_asks_for_its_motif_travaux_and_message),
		cmocka_unit_test(
		    refusing_and_closing_have_their_own_list_of_motifs),
	};

	return (cmocka_run_group_tests(tests, NULL, NULL));
}
