/*
 * What an SQLSTATE means, and what is read from a PGresult. The results are
 * made by hand: libpq can, without a database.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/db_result.h"

#define COUNT(t)	(sizeof(t) / sizeof((t)[0]))

static const struct {
	const char	*sqlstate, *code;
	bool		 bug;
} states[] = {
	/* ours: idempotency */
	{ "VI002", "cle_deja_utilisee", false },
	{ "VI003", "requete_en_cours", false },
	/* somebody else was there first */
	{ "23505", "conflit", false },	/* unique */
	{ "23503", "conflit", false },	/* foreign key */
	{ "23P01", "conflit", false },	/* exclusion */
	{ "40001", "conflit", false },	/* serialization */
	{ "40P01", "conflit", false },	/* deadlock */
	{ "55P03", "conflit", false },	/* lock timeout */
	/* the database cannot now */
	{ "57014", "service_indisponible", false },	/* statement timeout */
	{ "57P01", "service_indisponible", false },	/* shutdown */
	{ "57P02", "service_indisponible", false },	/* crash */
	{ "57P03", "service_indisponible", false },	/* starting */
	{ "53100", "service_indisponible", false },	/* disk full */
	{ "53200", "service_indisponible", false },	/* out of memory */
	{ "53300", "service_indisponible", false },	/* connections */
	{ "25006", "service_indisponible", false },	/* read only */
	{ "08006", "service_indisponible", false },
	{ "08P01", "service_indisponible", false },
	/* we are wrong, and the text says where */
	{ "42P01", "erreur_interne", true },	/* no such table */
	{ "42601", "erreur_interne", true },	/* syntax */
	{ "42501", "erreur_interne", true },	/* privilege */
	{ "26000", "erreur_interne", true },	/* not prepared */
	{ "XX000", "erreur_interne", true },
	{ "23502", "erreur_interne", true },	/* not null */
	{ "23514", "erreur_interne", true },	/* check */
	/* we are wrong, but the text may quote someone's data */
	{ "22P02", "erreur_interne", false },	/* no number, no uuid… */
	{ "22003", "erreur_interne", false },
	{ "22007", "erreur_interne", false },
	{ "25P02", "erreur_interne", false },
	{ "VI999", "erreur_interne", false },
	{ "P0001", "erreur_interne", false },
	{ "00000", "erreur_interne", false },
	{ "", "erreur_interne", false },
};

static void
an_sqlstate_has_its_problem(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(states); i++) {
		print_message("%s\n", states[i].sqlstate);
		assert_string_equal(problem_code(db_result_problem(
		    states[i].sqlstate)), states[i].code);
		assert_int_equal(db_result_bug(states[i].sqlstate),
		    states[i].bug);
	}
}

/* A result with these columns and, when values is not NULL, one row. */
static PGresult *
made(const char *const *names, const char *const *values, int n)
{
	PGresult	*res = PQmakeEmptyPGresult(NULL, PGRES_TUPLES_OK);
	PGresAttDesc	 attributes[8];

	memset(attributes, 0, sizeof(attributes));
	for (int i = 0; i < n; i++)
		attributes[i].name = (char *)(uintptr_t)names[i];
	assert_int_not_equal(PQsetResultAttrs(res, n, attributes), 0);
	for (int i = 0; values != NULL && i < n; i++)
		assert_int_not_equal(PQsetvalue(res, 0, i,
		    (char *)(uintptr_t)values[i], values[i] == NULL ? -1 :
		    (int)strlen(values[i])), 0);
	return (res);
}

static const char *const	answer_names[] = { "corps", "version", "lieu" };

static void
an_answer_is_a_body_its_version_and_its_place(void **state)
{
	static const char *const	values[] = { "{\"a\":1}", "12", NULL };
	PGresult			*res = made(answer_names, values, 3);
	struct db_answer		 a = db_result_answer(res);

	(void)state;
	assert_string_equal(a.corps, "{\"a\":1}");
	assert_int_equal(a.len, 7);
	assert_string_equal(a.version, "12");
	assert_null(a.lieu);
	PQclear(res);
}

static void
no_row_and_a_null_body_are_no_answer(void **state)
{
	static const char *const	nulls[] = { NULL, "12", "/x" };
	PGresult			*none = made(answer_names, NULL, 3);
	PGresult			*null = made(answer_names, nulls, 3);

	(void)state;
	assert_null(db_result_answer(none).corps);
	assert_null(db_result_answer(null).corps);
	assert_null(db_result_answer(null).version);
	PQclear(none);
	PQclear(null);
}

struct personne {
	const char	*nom;
	int64_t		 age;
	bool		 active;
	double		 score;
};

static const struct db_column	personne_columns[] = {
	DB_COL_TEXT(personne, nom),
	DB_COL_INT(personne, age),
	DB_COL_BOOL(personne, active),
	DB_COL_DOUBLE(personne, score),
	DB_COL_END
};

static const char *const	personne_names[] = { "nom", "age", "active",
				    "score" };

static void
a_row_fills_its_structure(void **state)
{
	static const char *const	values[] = { "Inès", "-42", "t",
					    "11.764705882352942" };
	struct arena			*arena = arena_new();
	PGresult			*res = made(personne_names, values, 4);
	struct personne			 p;

	(void)state;
	assert_true(db_result_row(arena, res, personne_columns, &p));
	PQclear(res);			/* texts are copies */
	assert_string_equal(p.nom, "Inès");
	assert_int_equal(p.age, -42);
	assert_true(p.active);
	assert_true(p.score > 11.76470588 && p.score < 11.76470589);
	arena_free(arena);
}

static void
a_null_column_is_zero_and_no_row_is_false(void **state)
{
	static const char *const	nulls[] = { NULL, NULL, NULL, NULL };
	struct arena			*arena = arena_new();
	PGresult			*res = made(personne_names, nulls, 4);
	struct personne			 p = { "x", 1, true, 1 };

	(void)state;
	assert_true(db_result_row(arena, res, personne_columns, &p));
	PQclear(res);
	assert_null(p.nom);
	assert_int_equal(p.age, 0);
	assert_false(p.active);
	assert_true(p.score <= 0 && p.score >= 0);
	res = made(personne_names, NULL, 4);
	assert_false(db_result_row(arena, res, personne_columns, &p));
	PQclear(res);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_sqlstate_has_its_problem),
		cmocka_unit_test(an_answer_is_a_body_its_version_and_its_place),
		cmocka_unit_test(no_row_and_a_null_body_are_no_answer),
		cmocka_unit_test(a_row_fills_its_structure),
		cmocka_unit_test(a_null_column_is_zero_and_no_row_is_false),
	};

	return (cmocka_run_group_tests(tests, NULL, NULL));
}
