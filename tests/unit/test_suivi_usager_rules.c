/*
 * What the person who filed a dossier sees, and when she may write
 * (domain/intake.md 6.2, domain/workflow.md 2.5).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>
#include <string.h>

#include <cmocka.h>

#include "suivi_usager/suivi_usager_rules.h"

#define COUNT(t)	(sizeof(t) / sizeof((t)[0]))

/* A closed dossier, to which the last facts apply. */
#define FERME(connu, jours, messages)					\
	{ "FERME", true, false, connu, jours, messages }

static const struct {
	struct usager_facts	 facts;
	bool			 may;
	const char		*category;	/* when she may */
} writing[] = {
	{ { .statut = "NOUVEAU" }, true, "MESSAGE_USAGER" },
	{ { .statut = "EN_COURS" }, true, "MESSAGE_USAGER" },
	{ { .statut = "EN_COURS", .pris_en_charge = true }, true,
	    "MESSAGE_USAGER" },
	{ { .statut = "INJONCTION_BAILLEUR" }, true, "MESSAGE_USAGER" },
	{ { .statut = "REFUSE" }, false, NULL },
	{ { .statut = "ARCHIVE" }, false, NULL },
	{ { .statut = "INJONCTION_FERMEE" }, false, NULL },
	{ { .statut = "BROUILLON" }, false, NULL },
	{ { .statut = "BROUILLON_ARCHIVE" }, false, NULL },
	{ { .statut = "" }, false, NULL },
	/* once, in the thirty days after the end, if the end is known */
	{ FERME(true, 0, 0), true, "MESSAGE_USAGER_POST_CLOTURE" },
	{ FERME(true, 29, 0), true, "MESSAGE_USAGER_POST_CLOTURE" },
	{ FERME(true, 30, 0), false, NULL },
	{ FERME(true, 400, 0), false, NULL },
	{ FERME(true, 0, 1), false, NULL },
	{ FERME(true, 29, 7), false, NULL },
	{ FERME(false, 0, 0), false, NULL },
	/* a refused dossier has no such message */
	{ { .statut = "REFUSE", .ferme_le_connu = true }, false, NULL },
	/* messages written before do not close an open dossier */
	{ { .statut = "EN_COURS", .ferme_le_connu = true,
	    .jours_depuis_cloture = 90, .messages_apres_cloture = 3 }, true,
	    "MESSAGE_USAGER" },
	/* nobody lives there */
	{ { .statut = "NOUVEAU", .vacant = true }, false, NULL },
	{ { .statut = "EN_COURS", .vacant = true }, false, NULL },
	{ { .statut = "INJONCTION_BAILLEUR", .vacant = true }, false, NULL },
	{ { .statut = "FERME", .vacant = true, .ferme_le_connu = true }, false,
	    NULL },
};

static void
she_may_write_while_it_lasts_and_once_after(void **state)
{
	struct verdict	v;

	(void)state;
	for (size_t i = 0; i < COUNT(writing); i++) {
		print_message("%zu %s\n", i, writing[i].facts.statut);
		v = usager_may_write(&writing[i].facts);
		if (!writing[i].may) {
			assert_int_equal(v.kind, VERDICT_STATE);
			assert_true(strlen(v.detail) > 20);
			continue;
		}
		assert_int_equal(v.kind, VERDICT_OK);
		assert_string_equal(usager_message_category(
		    &writing[i].facts), writing[i].category);
	}
}

static void
a_dossier_goes_through_four_steps(void **state)
{
	static const struct {
		struct usager_facts	facts;
		int			etape;
	} t[] = {
		{ { .statut = "NOUVEAU" }, 1 },
		{ { .statut = "INJONCTION_BAILLEUR" }, 1 },
		{ { .statut = "EN_COURS" }, 2 },
		{ { .statut = "EN_COURS", .pris_en_charge = true }, 3 },
		{ { .statut = "FERME" }, 4 },
		{ { .statut = "REFUSE" }, 4 },
		{ { .statut = "ARCHIVE" }, 4 },
		{ { .statut = "INJONCTION_FERMEE" }, 4 },
	};
	struct usager_etat	etat;

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		etat = usager_etat(&t[i].facts);
		assert_int_equal(etat.etape, t[i].etape);
		assert_int_equal(etat.libelle[strlen(etat.libelle) - 1], '.');
		/* no word of the house */
		assert_null(strstr(etat.libelle, "affect"));
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(etat.libelle,
			    usager_etat(&t[k].facts).libelle);
	}
}

static void
taken_in_charge_only_means_something_while_it_lasts(void **state)
{
	static const char *const	others[] = { "NOUVEAU", "FERME",
					    "REFUSE", "ARCHIVE" };
	struct usager_facts		f;

	(void)state;
	for (size_t i = 0; i < COUNT(others); i++) {
		f = (struct usager_facts){ .statut = others[i] };
		const char	*before = usager_etat(&f).libelle;

		f.pris_en_charge = true;
		assert_string_equal(usager_etat(&f).libelle, before);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(she_may_write_while_it_lasts_and_once_after),
		cmocka_unit_test(a_dossier_goes_through_four_steps),
		cmocka_unit_test(
		    taken_in_charge_only_means_something_while_it_lasts),
	};

	return (cmocka_run_group_tests(tests, NULL, NULL));
}
