/* Errors: one table, one body (RFC 9457), escaped. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "core/problem.h"

static int
start(void **state)
{
	*state = arena_new();
	return (0);
}

static int
end(void **state)
{
	arena_free(*state);
	return (0);
}

static json_t *
parsed(const char *text)
{
	json_error_t	 error;
	json_t		*value = json_loads(text, JSON_REJECT_DUPLICATES,
			    &error);

	if (value == NULL)
		fail_msg("%s: %s", text, error.text);
	return (value);
}

static const char *
member(const json_t *body, const char *name)
{
	return (json_string_value(json_object_get(body, name)));
}

static void
every_problem_has_a_whole_body_in_french(void **state)
{
	json_t		*body;
	const char	*detail;

	for (size_t p = 0; p < PROBLEM_COUNT; p++) {
		body = parsed(problem_body(*state, (enum problem)p, NULL, NULL,
		    "rq-1"));
		assert_int_equal(json_object_size(body), 6);
		assert_int_equal(json_integer_value(json_object_get(body,
		    "status")), problem_status((enum problem)p));
		assert_string_equal(member(body, "code"),
		    problem_code((enum problem)p));
		assert_string_equal(member(body, "request_id"), "rq-1");
		assert_true(strncmp(member(body, "type"),
		    "/api/v1/documentation#", 22) == 0);
		assert_string_equal(member(body, "type") + 22,
		    problem_code((enum problem)p));
		assert_true(strlen(member(body, "title")) > 3);
		detail = member(body, "detail");
		assert_int_equal(detail[strlen(detail) - 1], '.');
		json_decref(body);
	}
}

static void
codes_are_distinct_and_statuses_are_errors(void **state)
{
	(void)state;
	for (size_t p = 0; p < PROBLEM_COUNT; p++) {
		assert_in_range(problem_status((enum problem)p), 400, 599);
		for (size_t q = 0; q < p; q++)
			assert_string_not_equal(problem_code((enum problem)p),
			    problem_code((enum problem)q));
	}
}

static void
a_refusal_of_kore_finds_its_problem(void **state)
{
	static const struct {
		int		 status;
		const char	*code;
	} t[] = {
		{ 400, "requete_illisible" }, { 401, "non_authentifie" },
		{ 403, "interdit" }, { 404, "introuvable" },
		{ 405, "methode_interdite" }, { 408, "delai_depasse" },
		{ 411, "longueur_requise" }, { 413, "corps_trop_grand" },
		{ 414, "adresse_trop_longue" },
		{ 415, "type_non_pris_en_charge" }, { 429, "trop_de_requetes" },
		{ 431, "entetes_trop_grands" }, { 500, "erreur_interne" },
		{ 501, "methode_inconnue" },
		{ 505, "version_http_inconnue" },
		{ 503, "service_indisponible" },
		/* those it has no row for */
		{ 417, "requete_illisible" }, { 426, "requete_illisible" },
		{ 506, "erreur_interne" }, { 502, "erreur_interne" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++)
		assert_string_equal(problem_code(problem_of_status(
		    t[i].status)), t[i].code);
}

static void
texts_are_escaped(void **state)
{
	static const char	hostile[] = "a\"b\\c\n\t\x01\x1f\x7f</p> é🏠";
	struct faults		faults = { .n = 0 };
	json_t			*body, *erreur;

	check_fault(&faults, hostile, hostile, hostile);
	body = parsed(problem_body(*state, PROBLEM_CHAMPS_INVALIDES, hostile,
	    &faults, hostile));
	assert_string_equal(member(body, "detail"), hostile);
	assert_string_equal(member(body, "request_id"), hostile);
	erreur = json_array_get(json_object_get(body, "erreurs"), 0);
	assert_string_equal(member(erreur, "pointeur"), hostile);
	assert_string_equal(member(erreur, "code"), hostile);
	assert_string_equal(member(erreur, "detail"), hostile);
	json_decref(body);
}

static void
faults_are_listed_in_order(void **state)
{
	struct faults	faults = { .n = 0 };
	json_t		*body, *erreurs;

	for (int i = 0; i < CHECK_FAULTS_MAX + 5; i++)
		check_fault(&faults, arena_printf(*state, "/champ/%d", i),
		    "type", "Donnez un texte.");
	body = parsed(problem_body(*state, PROBLEM_CHAMPS_INVALIDES, NULL,
	    &faults, NULL));
	erreurs = json_object_get(body, "erreurs");
	assert_int_equal(json_array_size(erreurs), CHECK_FAULTS_MAX);
	assert_string_equal(member(json_array_get(erreurs, 42), "pointeur"),
	    "/champ/42");
	json_decref(body);
}

static void
without_faults_or_request_there_is_no_list_and_a_null(void **state)
{
	struct faults	none = { .n = 0 };
	json_t		*body = parsed(problem_body(*state,
			    PROBLEM_INTROUVABLE, "Rien ici.", &none, NULL));

	assert_null(json_object_get(body, "erreurs"));
	assert_true(json_is_null(json_object_get(body, "request_id")));
	assert_string_equal(member(body, "detail"), "Rien ici.");
	json_decref(body);
}

#define T(name)	cmocka_unit_test_setup_teardown(name, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(every_problem_has_a_whole_body_in_french),
		T(codes_are_distinct_and_statuses_are_errors),
		T(a_refusal_of_kore_finds_its_problem),
		T(texts_are_escaped),
		T(faults_are_listed_in_order),
		T(without_faults_or_request_there_is_no_list_and_a_null),
	};

	return (cmocka_run_group_tests(tests, NULL, NULL));
}
