/*
 * From the flat answers of a draft to the body of a dossier: conversions,
 * hidden answers, désordres, and faults that name the field of the form.
 * That the whole form is understood is test_brouillon_formulaire.c.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "brouillon/brouillon_soumission.h"

#define TODAY		"2026-11-24"
#define COUNT(t)	(sizeof(t) / sizeof((t)[0]))
#define C		"composition_logement_"
#define O		"vos_coordonnees_occupant_"
#define A		"adresse_logement_adresse"

/* The least that makes a dossier: a leak in the dwelling's only room. */
#define BASE								\
	"\"" A "\": \"12 rue Haute 13001 Marseille\","			\
	"\"" A "_detail_numero\": \"12 rue Haute\","			\
	"\"" A "_detail_code_postal\": \"13001\","			\
	"\"" A "_detail_commune\": \"Marseille\","			\
	"\"signalement_concerne_logement_social_autre_tiers\": \"non\"," \
	"\"" O "civilite\": \"mme\", \"" O "nom\": \"Martin\","		\
	"\"" O "prenom\": \"Inès\", \"" O "email\": \"i@exemple.fr\","	\
	"\"" O "tel\": \"0612345678\","					\
	"\"zone_concernee_zone\": \"logement\","			\
	"\"" C "piece_unique\": \"piece_unique\","			\
	"\"" C "superficie\": 30,"					\
	"\"desordres_logement_eau_evacuation\": 1"

#define EAU								\
	"\"categorieDisorders\": {\"logement\": [\"desordres_logement_eau\"]}"

struct essai {
	struct arena	*arena;
	struct faults	*faults;
	json_t		*body;
};

static void
submit(struct essai *e, const char *more)
{
	char	 text[4096];
	json_t	*answers;
	int	 n;

	n = snprintf(text, sizeof(text), "{" BASE "%s%s}", *more == '\0' ? "" :
	    ",", more);
	assert_true(n > 0 && (size_t)n < sizeof(text));
	answers = json_loads(text, 0, NULL);
	assert_non_null(answers);
	e->arena = arena_new();
	e->faults = arena_alloc(e->arena, sizeof(*e->faults));
	e->body = soumission_body(e->arena, answers, TODAY, e->faults);
	soumission_rename(e->arena, e->faults, e->faults->n, answers);
	json_decref(answers);
}

static void
done(struct essai *e)
{
	arena_free(e->arena);
}

static const json_t *
member(const struct essai *e, const char *block, const char *name)
{
	return (json_object_get(json_object_get(e->body, block), name));
}

static bool
has_precision(const struct essai *e, const char *slug)
{
	json_t	*desordre, *precision;
	size_t	 i, k;

	json_array_foreach(json_object_get(e->body, "desordres"), i, desordre) {
		json_array_foreach(json_object_get(desordre, "precisions"), k,
		    precision) {
			if (strcmp(json_string_value(precision), slug) == 0)
				return (true);
		}
	}
	return (false);
}

static void
the_least_makes_a_dossier(void **state)
{
	struct essai	e;

	(void)state;
	submit(&e, EAU);
	assert_int_equal(e.faults->n, 0);
	assert_string_equal(json_string_value(json_object_get(e.body,
	    "profil_declarant")), "LOCATAIRE");
	assert_true(json_is_false(json_object_get(e.body, "logement_social")));
	assert_int_equal(json_integer_value(member(&e, "logement",
	    "nb_pieces")), 1);
	assert_true(has_precision(&e, "desordres_logement_eau_evacuation"));
	done(&e);
}

static void
each_wrong_answer_is_told_under_its_own_name(void **state)
{
	static const struct { const char *more, *pointer, *code; } rows[] = {
		{ EAU ", \"" O "nom\": \"  \"", "/reponses/" O "nom",
		    "obligatoire" },
		{ EAU ", \"" C "superficie\": \"grand\"",
		    "/reponses/" C "superficie", "type" },
		{ EAU ", \"" C "superficie\": {\"m2\": 30}",
		    "/reponses/" C "superficie", "type" },
		{ EAU ", \"" C "piece_unique\": \"deux\","
		    "\"" C "nb_pieces\": 2",
		    "/reponses/" C "piece_unique", "valeur_inconnue" },
		{ EAU ", \"" C "piece_unique\": \"plusieurs_pieces\"",
		    "/reponses/" C "nb_pieces", "obligatoire" },
		{ EAU ", \"bail_dpe_date_emmenagement\": \"2020-02-30\"",
		    "/reponses/bail_dpe_date_emmenagement", "invalide" },
		{ EAU ", \"logement_social_allocation\": \"oui\","
		    "\"logement_social_date_naissance\": \"" TODAY "\"",
		    "/reponses/logement_social_date_naissance", "invalide" },
		{ EAU ", \"info_procedure_bailleur_prevenu\": \"oui\","
		    "\"info_procedure_bail_date\": \"12/2026\"",
		    "/reponses/info_procedure_bail_date", "invalide" },
		{ EAU ", \"travailleur_social_quitte_logement\": \"oui\"",
		    "/reponses/travailleur_social_preavis_depart",
		    "obligatoire" },
		{ "\"a\": 1", "/reponses/categorieDisorders", "obligatoire" },
		{ "\"categorieDisorders\": {\"batiment\": "
		    "[\"desordres_batiment_bruit\"]},"
		    "\"desordres_batiment_bruit_interieur\": 1",
		    "/reponses/categorieDisorders", "obligatoire" },
	};
	struct essai	e;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		submit(&e, rows[i].more);
		if (e.faults->n != 1)
			fail_msg("%s: %zu faults", rows[i].more, e.faults->n);
		assert_string_equal(e.faults->list[0].pointer,
		    rows[i].pointer);
		assert_string_equal(e.faults->list[0].code, rows[i].code);
		done(&e);
	}
}

static void
values_become_those_of_the_contract(void **state)
{
	static const struct {
		const char	*more, *block, *name, *text;
	} rows[] = {
		{ "\"zone_concernee_debut_desordres\": \"less_1_month\"",
		    "procedure", "debut_desordres", "\"LESS_1_MONTH\"" },
		{ "\"" C "superficie\": \"38,5\"", "logement", "superficie",
		    "38.5" },
		{ "\"" C "nombre_personnes\": 2.2", "foyer", "nb_occupants",
		    "3" },
		{ "\"info_procedure_bailleur_prevenu\": \"oui\","
		    "\"info_procedure_bail_date\": \"09/2026\"", "bailleur",
		    "averti_le", "\"2026-09-01\"" },
		{ "\"" O "tel_secondaire\": \"470123456\","
		    "\"" O "tel_secondaire_countrycode\": \"BE:32\"",
		    "occupant", "telephone_secondaire", "\"+32470123456\"" },
		{ "\"" O "tel_secondaire\": \"0612345678\","
		    "\"" O "tel_secondaire_countrycode\": \"FR:33\"",
		    "occupant", "telephone_secondaire", "\"0612345678\"" },
		{ "\"logement_social_allocation\": \"oui\","
		    "\"logement_social_allocation_caisse\": \"msa\"",
		    "foyer", "allocataire", "\"msa\"" },
		{ "\"type_logement_nature\": \"appartement\","
		    "\"type_logement_rdc\": \"non\","
		    "\"type_logement_dernier_etage\": \"non\","
		    "\"type_logement_sous_sol_sans_fenetre\": \"oui\"",
		    "logement", "situation", "\"SOUSSOL\"" },
	};
	struct essai	e;
	char		more[1024];
	char		*got;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		(void)snprintf(more, sizeof(more), EAU ", %s", rows[i].more);
		submit(&e, more);
		assert_int_equal(e.faults->n, 0);
		got = json_dumps(member(&e, rows[i].block, rows[i].name),
		    JSON_ENCODE_ANY | JSON_REAL_PRECISION(6));
		assert_non_null(got);
		assert_string_equal(got, rows[i].text);
		free(got);
		done(&e);
	}
}

static void
a_hidden_answer_counts_for_nothing(void **state)
{
	struct essai	e;

	(void)state;
	submit(&e, EAU ", \"type_logement_nature\": \"maison\","
	    "\"type_logement_rdc\": \"non\","
	    "\"type_logement_dernier_etage\": \"oui\","
	    "\"type_logement_sous_comble_sans_fenetre\": \"oui\"");
	assert_int_equal(e.faults->n, 0);
	assert_null(member(&e, "logement", "situation"));
	assert_false(has_precision(&e,
	    "desordres_type_composition_logement_sous_combles"));
	done(&e);
}

/* "15,5" m2 for two with housing benefit is less than 16. */
static void
an_area_with_a_comma_counts_for_overcrowding(void **state)
{
	struct essai	e;

	(void)state;
	submit(&e, EAU ", \"" C "superficie\": \"15,5\","
	    "\"" C "nombre_personnes\": \"2\","
	    "\"logement_social_allocation\": \"oui\","
	    "\"logement_social_allocation_caisse\": \"caf\"");
	assert_int_equal(e.faults->n, 0);
	assert_true(has_precision(&e, "desordres_type_composition_logement_"
	    "suroccupation_allocataire"));
	done(&e);
}

static void
what_pests_were_seen_goes_with_the_desordre(void **state)
{
	struct essai	 e;
	const json_t	*free_text;

	(void)state;
	submit(&e, "\"categorieDisorders\": {\"logement\": "
	    "[\"desordres_logement_nuisibles\"]},"
	    "\"desordres_logement_nuisibles_autres\": 1,"
	    "\"desordres_logement_nuisibles_autres_details_date\": "
	    "\"after_movein\","
	    "\"desordres_logement_nuisibles_autres_details_type_nuisibles\": "
	    "\"fourmis\"");
	assert_int_equal(e.faults->n, 0);
	free_text = json_array_get(json_object_get(json_array_get(
	    json_object_get(e.body, "desordres"), 0), "precisions_libres"), 0);
	assert_string_equal(json_string_value(json_object_get(free_text,
	    "description")), "fourmis");
	done(&e);
}

/* A fault found in the body goes back to the field that was answered. */
static void
pointers_go_back_to_the_form(void **state)
{
	static const struct { const char *pointer, *field; } rows[] = {
		{ "/occupant/email", O "email" },
		{ "/adresse/code_postal", A "_detail_code_postal" },
		{ "/adresse/numero_voie", A "_detail_numero" },
		{ "/foyer/nb_enfants", C "nombre_enfants" },
		{ "/description", "message_administration" },
		{ "/desordres/0/critere", "categorieDisorders" },
	};
	json_t		*answers = json_pack("{s:s}", A "_detail_numero", "x");
	struct arena	*arena = arena_new();
	const char	*got;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		got = soumission_pointer(arena, rows[i].pointer, answers);
		assert_int_equal(strncmp(got, "/reponses/", 10), 0);
		assert_string_equal(got + 10, rows[i].field);
	}
	json_decref(answers);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(the_least_makes_a_dossier),
		cmocka_unit_test(each_wrong_answer_is_told_under_its_own_name),
		cmocka_unit_test(values_become_those_of_the_contract),
		cmocka_unit_test(a_hidden_answer_counts_for_nothing),
		cmocka_unit_test(an_area_with_a_comma_counts_for_overcrowding),
		cmocka_unit_test(what_pests_were_seen_goes_with_the_desordre),
		cmocka_unit_test(pointers_go_back_to_the_form),
	};

	return (cmocka_run_group_tests(tests, NULL, NULL));
}
