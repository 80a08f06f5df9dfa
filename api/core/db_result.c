/*
 * Reading results: answers, typed rows, and what an SQLSTATE means.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/db_result.h"

static const struct {
	const char	*prefix;	/* first match wins */
	enum problem	 problem;
} meanings[] = {
	{ "VI002",	PROBLEM_CLE_DEJA_UTILISEE },
	{ "VI003",	PROBLEM_REQUETE_EN_COURS },
	{ "23502",	PROBLEM_ERREUR_INTERNE },	/* null: ours */
	{ "23514",	PROBLEM_ERREUR_INTERNE },	/* check: the same */
	{ "23",		PROBLEM_CONFLIT },
	{ "40",		PROBLEM_CONFLIT },
	{ "55P03",	PROBLEM_CONFLIT },
	{ "57014",	PROBLEM_SERVICE_INDISPONIBLE },	/* timeout */
	{ "57P",	PROBLEM_SERVICE_INDISPONIBLE },	/* shutting down */
	{ "53",		PROBLEM_SERVICE_INDISPONIBLE },	/* out of … */
	{ "25006",	PROBLEM_SERVICE_INDISPONIBLE },	/* read only */
	{ "08",		PROBLEM_SERVICE_INDISPONIBLE },
};

enum problem
db_result_problem(const char *sqlstate)
{
	size_t	i;

	for (i = 0; i < sizeof(meanings) / sizeof(meanings[0]); i++) {
		if (strncmp(sqlstate, meanings[i].prefix,
		    strlen(meanings[i].prefix)) == 0)
			return (meanings[i].problem);
	}
	return (PROBLEM_ERREUR_INTERNE);
}

bool
db_result_bug(const char *sqlstate)
{
	static const char *const	bugs[] = { "42", "XX", "26", "23502",
					    "23514" };

	for (size_t i = 0; i < sizeof(bugs) / sizeof(bugs[0]); i++) {
		if (strncmp(sqlstate, bugs[i], strlen(bugs[i])) == 0)
			return (true);
	}
	return (false);
}

bool
db_result_duplicate(const PGresult *res)
{
	const char	*state = PQresultErrorField(res, PG_DIAG_SQLSTATE);

	return (state != NULL && strcmp(state, "23505") == 0);
}

struct db_answer
db_result_answer(const PGresult *res)
{
	struct db_answer	a = { NULL, 0, NULL, NULL };

	if (PQntuples(res) == 0)
		return (a);
	assert(PQnfields(res) == 3);
	if (PQgetisnull(res, 0, 0))
		return (a);
	a.corps = PQgetvalue(res, 0, 0);
	a.len = (size_t)PQgetlength(res, 0, 0);
	if (!PQgetisnull(res, 0, 1))
		a.version = PQgetvalue(res, 0, 1);
	if (!PQgetisnull(res, 0, 2))
		a.lieu = PQgetvalue(res, 0, 2);
	return (a);
}

static void
read_column(struct arena *arena, const PGresult *res, int i,
    const struct db_column *column, char *out)
{
	const char	*text = NULL;

	if (!PQgetisnull(res, 0, i))
		text = PQgetvalue(res, 0, i);
	switch (column->type) {
	case DB_TEXT:
		*(const char **)(void *)out = text == NULL ? NULL :
		    arena_strdup(arena, text);
		break;
	case DB_INT:
		*(int64_t *)(void *)out = text == NULL ? 0 :
		    strtoll(text, NULL, 10);
		break;
	case DB_BOOL:
		*(bool *)(void *)out = text != NULL && text[0] == 't';
		break;
	case DB_DOUBLE:
		*(double *)(void *)out = text == NULL ? 0 :
		    strtod(text, NULL);
		break;
	}
}

bool
db_result_row(struct arena *arena, const PGresult *res,
    const struct db_column *columns, void *out)
{
	int	i;

	if (PQntuples(res) == 0)
		return (false);
	for (i = 0; columns[i].name != NULL; i++) {
		assert(i < PQnfields(res));
		assert(strcmp(columns[i].name, PQfname(res, i)) == 0);
		read_column(arena, res, i, &columns[i],
		    (char *)out + columns[i].offset);
	}
	assert(i == PQnfields(res));
	return (true);
}

long
db_result_count(const PGresult *res)
{
	const char	*touched = PQcmdTuples((PGresult *)(uintptr_t)res);

	if (touched[0] != '\0')
		return (strtol(touched, NULL, 10));
	return (PQntuples(res));
}
