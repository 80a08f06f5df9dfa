/* The table of problem.h as status, code and RFC 9457 text. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "core/problem.h"

#define TYPE	"/api/v1/documentation#"

static const struct {
	const char	*code;
	int		 status;
	const char	*title;
	const char	*detail;
} problems[] = {
#define X(name, code, status, title, detail)	{ code, status, title, detail },
	PROBLEMS(X)
#undef X
};

int
problem_status(enum problem p)
{
	return (problems[p].status);
}

const char *
problem_code(enum problem p)
{
	return (problems[p].code);
}

enum problem
problem_of_status(int status)
{
	if (status == 400)
		return (PROBLEM_REQUETE_ILLISIBLE);
	for (size_t p = 0; p < PROBLEM_COUNT; p++) {
		if (problems[p].status == status)
			return ((enum problem)p);
	}
	return (status < 500 ? PROBLEM_REQUETE_ILLISIBLE :
	    PROBLEM_ERREUR_INTERNE);
}

/* text as a JSON string with its quotes. */
static const char *
quoted(struct arena *arena, const char *text)
{
	char	*out = arena_alloc(arena, strlen(text) * 6 + 3);
	size_t	 n = 0;

	out[n++] = '"';
	for (; *text != '\0'; text++) {
		if (*text == '"' || *text == '\\') {
			out[n++] = '\\';
			out[n++] = *text;
		} else if ((unsigned char)*text < 0x20) {
			n += (size_t)sprintf(out + n, "\\u%04x",
			    (unsigned)*text);
		} else {
			out[n++] = *text;
		}
	}
	out[n] = '"';
	return (out);
}

static const char *
fault_list(struct arena *arena, const struct faults *faults)
{
	char	*text = arena_strdup(arena, ",\"erreurs\":[");

	for (size_t i = 0; i < faults->n; i++)
		text = arena_printf(arena, "%s%s{\"pointeur\":%s,\"code\":%s,"
		    "\"detail\":%s}", text, i == 0 ? "" : ",",
		    quoted(arena, faults->list[i].pointer),
		    quoted(arena, faults->list[i].code),
		    quoted(arena, faults->list[i].detail));
	return (arena_printf(arena, "%s]", text));
}

const char *
problem_body(struct arena *arena, enum problem p, const char *detail,
    const struct faults *faults, const char *request_id)
{
	assert(p < PROBLEM_COUNT);
	return (arena_printf(arena, "{\"type\":\"" TYPE "%s\",\"title\":%s,"
	    "\"status\":%d,\"detail\":%s,\"code\":\"%s\",\"request_id\":%s%s}",
	    problems[p].code, quoted(arena, problems[p].title),
	    problems[p].status,
	    quoted(arena, detail != NULL ? detail : problems[p].detail),
	    problems[p].code,
	    request_id == NULL ? "null" : quoted(arena, request_id),
	    faults == NULL || faults->n == 0 ? "" :
	    fault_list(arena, faults)));
}
