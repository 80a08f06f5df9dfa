/*
 * The catalogue of désordres: the tables hold together, every slug is found,
 * and the choices for a critère are judged.  The totals are those of
 * domain/intake.md, section 2.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "criticite/desordre.h"
#include "gen/desordres.h"

static void
every_critere_is_found_by_its_slug_and_by_its_id(void **state)
{
	const struct critere	*c;
	int			 id;

	(void)state;
	for (id = 1; id <= DESORDRES_CRITERES; id++) {
		c = desordre_critere_by_id(id);
		assert_non_null(c);
		assert_int_equal(c->id, id);
		assert_ptr_equal(desordre_critere_by_slug(c->slug), c);
		assert_ptr_equal(desordre_critere_by_identifiant(c->slug), c);
	}
}

static void
every_precision_is_found_by_its_slug_and_by_its_id(void **state)
{
	const struct precision	*p;
	int			 id;

	(void)state;
	for (id = 1; id <= DESORDRES_PRECISIONS; id++) {
		p = desordre_precision_by_id(id);
		assert_non_null(p);
		assert_int_equal(p->id, id);
		assert_ptr_equal(desordre_precision_by_slug(p->slug), p);
	}
}

static void
what_does_not_exist_is_not_found(void **state)
{
	static const char *const unknown[] = {
		"", "a", "zzz", "desordres", "desordres_batiment",
		"desordres_batiment_proprete_interieur_",
		"DESORDRES_BATIMENT_PROPRETE_INTERIEUR",
		"desordres_logement_humidite_tout_details_fuite_nsp"
	};
	size_t	i;

	(void)state;
	for (i = 0; i < sizeof(unknown) / sizeof(unknown[0]); i++) {
		assert_null(desordre_critere_by_slug(unknown[i]));
		assert_null(desordre_precision_by_slug(unknown[i]));
		assert_null(desordre_critere_by_identifiant(unknown[i]));
	}
	assert_null(desordre_critere_by_id(0));
	assert_null(desordre_critere_by_id(-1));
	assert_null(desordre_critere_by_id(DESORDRES_CRITERES + 1));
	assert_null(desordre_precision_by_id(0));
	assert_null(desordre_precision_by_id(-1));
	assert_null(desordre_precision_by_id(DESORDRES_PRECISIONS + 1));
}

static void
a_category_is_known_in_its_zone_by_its_first_critere(void **state)
{
	const struct critere	*c;
	int16_t			 first;
	int			 id;

	(void)state;
	for (id = 1; id <= DESORDRES_CRITERES; id++) {
		c = desordre_critere_by_id(id);
		first = desordre_categorie_premiere(c->zone, c->categorie);
		assert_true(first >= 1 && first <= id);
		assert_string_equal(desordre_critere_by_id(first)->categorie,
		    c->categorie);
		assert_int_equal(desordre_critere_by_id(first)->zone, c->zone);
	}
	assert_int_equal(desordre_categorie_premiere(ZONE_BATIMENT,
	    "desordres_logement_eau"), 0);
	assert_int_equal(desordre_categorie_premiere(ZONE_LOGEMENT, ""), 0);
}

static void
the_precisions_of_a_critere_follow_each_other(void **state)
{
	const struct critere	*c;
	const struct precision	*p;
	int			 id, k, next = 1;

	(void)state;
	for (id = 1; id <= DESORDRES_CRITERES; id++) {
		c = desordre_critere_by_id(id);
		assert_int_equal(c->premiere, next);
		for (k = 0; k < c->nprecisions; k++, next++) {
			p = desordre_precision_by_id(next);
			assert_int_equal(p->critere, c->id);
			assert_int_equal(p->zone, c->zone);
			assert_int_equal(strncmp(p->slug, c->slug,
			    strlen(c->slug)), 0);
		}
	}
	assert_int_equal(next, DESORDRES_PRECISIONS + 1);
}

static void
the_counts_are_those_of_the_taxonomy(void **state)
{
	int	criteres[ZONES] = { 0 }, precisions[ZONES] = { 0 };
	int	danger = 0, suroccupation = 0, insalubrite = 0, exclusive = 0;
	int	i;

	(void)state;
	for (i = 0; i < DESORDRES_CRITERES; i++)
		criteres[desordres_criteres[i].zone]++;
	for (i = 0; i < DESORDRES_PRECISIONS; i++) {
		precisions[desordres_precisions[i].zone]++;
		danger += desordres_precisions[i].danger;
		suroccupation += desordres_precisions[i].suroccupation;
		insalubrite += desordres_precisions[i].insalubrite_obligatoire;
		exclusive += desordres_precisions[i].exclusive;
	}
	assert_int_equal(criteres[ZONE_BATIMENT], 34);
	assert_int_equal(criteres[ZONE_LOGEMENT], 50);
	assert_int_equal(precisions[ZONE_BATIMENT], 44);
	assert_int_equal(precisions[ZONE_LOGEMENT], 151);
	assert_int_equal(danger, 45);
	assert_int_equal(suroccupation, 2);
	assert_int_equal(insalubrite, 11);
	assert_int_equal(exclusive, 53);
}

static void
the_tags_are_counted_as_in_the_taxonomy(void **state)
{
	static const struct { enum qualification q; int n; } expected[] = {
		{ QUALIFICATION_NON_DECENCE, 144 },
		{ QUALIFICATION_RSD, 134 },
		{ QUALIFICATION_MISE_EN_SECURITE_PERIL, 53 },
		{ QUALIFICATION_INSALUBRITE, 45 },
		{ QUALIFICATION_NON_DECENCE_ENERGETIQUE, 12 },
		{ QUALIFICATION_SALETE, 5 },
		{ QUALIFICATION_ASSURANTIEL, 4 },
		{ QUALIFICATION_DANGER, 0 },	/* a flag, not a tag */
		{ QUALIFICATION_SUROCCUPATION, 0 }
	};
	size_t	i;
	int	id, n;

	(void)state;
	assert_int_equal(sizeof(expected) / sizeof(expected[0]),
	    QUALIFICATIONS);
	for (i = 0; i < QUALIFICATIONS; i++) {
		n = 0;
		for (id = 1; id <= DESORDRES_PRECISIONS; id++) {
			if (desordre_precision_by_id(id)->qualifications &
			    (1u << expected[i].q))
				n++;
		}
		assert_int_equal(n, expected[i].n);
	}
}

static void
free_text_is_where_the_taxonomy_says(void **state)
{
	(void)state;
	assert_int_equal(desordre_critere_by_slug(
	    "desordres_batiment_nuisibles_autres")->texte_libre,
	    TEXTE_LIBRE_CRITERE);
	assert_int_equal(desordre_critere_by_slug(
	    "desordres_logement_nuisibles_autres")->texte_libre,
	    TEXTE_LIBRE_CRITERE);
	assert_int_equal(desordre_critere_by_slug(
	    "desordres_logement_lumiere_plafond_trop_bas")->texte_libre,
	    TEXTE_LIBRE_PRECISIONS);
	assert_int_equal(desordre_critere_by_slug(
	    "desordres_batiment_nuisibles_cafards")->texte_libre,
	    TEXTE_LIBRE_AUCUN);
}

static void
a_critere_alone_with_its_precision_answers_to_both_slugs(void **state)
{
	const struct critere	*c;
	const struct precision	*p;
	int			 id, differ = 0;

	(void)state;
	for (id = 1; id <= DESORDRES_CRITERES; id++) {
		c = desordre_critere_by_id(id);
		p = desordre_precision_by_id(c->premiere);
		if (c->nprecisions == 1) {
			assert_ptr_equal(
			    desordre_critere_by_identifiant(p->slug), c);
			differ += strcmp(p->slug, c->slug) != 0;
		} else
			assert_null(desordre_critere_by_identifiant(p->slug));
	}
	assert_int_equal(differ, 14);
}

static void
names_are_those_of_the_contract(void **state)
{
	(void)state;
	assert_string_equal(zone_name(ZONE_BATIMENT), "BATIMENT");
	assert_string_equal(zone_name(ZONE_LOGEMENT), "LOGEMENT");
	assert_string_equal(qualification_name(QUALIFICATION_NON_DECENCE),
	    "NON_DECENCE");
	assert_string_equal(qualification_name(
	    QUALIFICATION_NON_DECENCE_ENERGETIQUE), "NON_DECENCE_ENERGETIQUE");
}

static void
every_qualification_but_peril_is_a_suspected_procedure(void **state)
{
	int	q;

	(void)state;
	for (q = 0; q < QUALIFICATIONS; q++)
		assert_int_equal(
		    qualification_is_procedure((enum qualification)q),
		    q != QUALIFICATION_MISE_EN_SECURITE_PERIL);
}

/* Up to three précision slugs chosen for a critère. */
static const struct {
	const char		*critere;
	const char		*precisions[3];
	enum choix_faute	 faute;
	size_t			 fautive;
} choix[] = {
	{ "desordres_batiment_proprete_interieur", { NULL }, CHOIX_OK, 0 },
	{ "desordres_batiment_proprete_interieur",
	    { "desordres_batiment_proprete_interieur" }, CHOIX_OK, 0 },
	{ "desordres_batiment_proprete_interieur",
	    { "desordres_batiment_proprete_facades" }, CHOIX_ETRANGERE, 0 },
	{ "desordres_logement_lumiere_pas_volets", { NULL },
	    CHOIX_SANS_PRECISION, 0 },
	{ "desordres_logement_lumiere_pas_volets",
	    { "desordres_logement_lumiere_pas_volets_pieces_cuisine",
	      "desordres_logement_lumiere_pas_volets_pieces_salle_de_bain" },
	    CHOIX_OK, 0 },
	{ "desordres_logement_lumiere_pas_volets",
	    { "desordres_logement_lumiere_pas_volets_pieces_cuisine",
	      "desordres_logement_lumiere_pas_volets_pieces_cuisine" },
	    CHOIX_DOUBLON, 1 },
	{ "desordres_logement_lumiere_pas_volets",
	    { "desordres_logement_lumiere_pas_volets_pieces_tout" },
	    CHOIX_OK, 0 },
	{ "desordres_logement_lumiere_pas_volets",
	    { "desordres_logement_lumiere_pas_volets_pieces_cuisine",
	      "desordres_logement_lumiere_pas_volets_pieces_tout" },
	    CHOIX_EXCLUSIVE, 1 },
	{ "desordres_logement_lumiere_pas_volets",
	    { "desordres_logement_lumiere_pas_volets_pieces_cuisine",
	      "desordres_logement_lumiere_pas_lumiere_pieces_cuisine" },
	    CHOIX_ETRANGERE, 1 },
	{ "desordres_batiment_securite_murs_fissures",
	    { "desordres_batiment_securite_murs_fissures_details_mur_porteur"
	      "_oui",
	      "desordres_batiment_securite_murs_fissures_details_mur_porteur"
	      "_non" }, CHOIX_EXCLUSIVE, 0 }
};

static void
the_precisions_chosen_for_a_critere_are_judged(void **state)
{
	const struct critere	*c;
	int16_t			 ids[3];
	size_t			 i, n, fautive;

	(void)state;
	for (i = 0; i < sizeof(choix) / sizeof(choix[0]); i++) {
		c = desordre_critere_by_slug(choix[i].critere);
		assert_non_null(c);
		for (n = 0; n < 3 && choix[i].precisions[n] != NULL; n++)
			ids[n] = desordre_precision_by_slug(
			    choix[i].precisions[n])->id;
		fautive = 0;
		assert_int_equal(desordre_choix_check(c, ids, n, &fautive),
		    choix[i].faute);
		assert_int_equal(fautive, choix[i].fautive);
		assert_int_equal(desordre_choix_check(c, ids, n, NULL),
		    choix[i].faute);
	}
}

static void
an_id_outside_the_catalogue_is_a_stranger(void **state)
{
	int16_t	id = DESORDRES_PRECISIONS + 1;

	(void)state;
	assert_int_equal(desordre_choix_check(desordre_critere_by_id(1), &id,
	    1, NULL), CHOIX_ETRANGERE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    every_critere_is_found_by_its_slug_and_by_its_id),
		cmocka_unit_test(
		    every_precision_is_found_by_its_slug_and_by_its_id),
		cmocka_unit_test(what_does_not_exist_is_not_found),
		cmocka_unit_test(
		    a_category_is_known_in_its_zone_by_its_first_critere),
		cmocka_unit_test(the_precisions_of_a_critere_follow_each_other),
		cmocka_unit_test(the_counts_are_those_of_the_taxonomy),
		cmocka_unit_test(the_tags_are_counted_as_in_the_taxonomy),
		cmocka_unit_test(free_text_is_where_the_taxonomy_says),
		cmocka_unit_test(
		    a_critere_alone_with_its_precision_answers_to_both_slugs),
		cmocka_unit_test(names_are_those_of_the_contract),
		cmocka_unit_test(
		    every_qualification_but_peril_is_a_suspected_procedure),
		cmocka_unit_test(
		    the_precisions_chosen_for_a_critere_are_judged),
		cmocka_unit_test(an_id_outside_the_catalogue_is_a_stranger)
	};

	return (cmocka_run_group_tests(tests, NULL, NULL));
}
