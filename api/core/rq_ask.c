/*
 * What was asked: parameters, body, headers, conditions. Everything has been
 * checked against the contract before a handler sees it.
 */
#include <assert.h>
#include <string.h>

#include "core/header.h"
#include "core/rq_state.h"

struct arena *
rq_arena(struct rq *rq)
{
	return (rq->arena);
}

const struct caller *
rq_caller(struct rq *rq)
{
	return (&rq->caller);
}

const char *
rq_header(struct rq *rq, const char *name)
{
	const char	*value;

	return (http_request_header(rq->req, name, &value) ? value : NULL);
}

const char *
rq_client(struct rq *rq)
{
	const char	*address = rq_header(rq, "x-forwarded-for");

	return (address != NULL ? address : "local");
}

const char *
rq_cookie(struct rq *rq, const char *name)
{
	const char	*cookies = rq_header(rq, "cookie");

	return (cookies == NULL ? NULL : header_cookie(rq->arena, cookies,
	    name));
}

const char *
rq_path(struct rq *rq, size_t i)
{
	assert(i < rq->match.nparams);
	return (rq->match.params[i]);
}

const struct parameter *
rq_query_parameter(const struct operation *op, const char *name)
{
	for (size_t i = 0; i < op->nquery_params; i++) {
		if (strcmp(op->query_params[i].name, name) == 0)
			return (&op->query_params[i]);
	}
	return (NULL);
}

const char *
rq_query(struct rq *rq, const char *name)
{
	const struct parameter	*p = rq_query_parameter(rq->op, name);

	assert(p != NULL);
	for (size_t i = 0; i < rq->npairs; i++) {
		if (strcmp(rq->pairs[i].name, name) == 0)
			return (rq->pairs[i].value);
	}
	return (p->by_default);
}

/* One element of an array text, quoted. */
static char *
array_element(struct rq *rq, const char *text)
{
	char	*out = arena_alloc(rq->arena, strlen(text) * 2 + 3);
	size_t	 n = 0;

	out[n++] = '"';
	for (; *text != '\0'; text++) {
		if (*text == '"' || *text == '\\')
			out[n++] = '\\';
		out[n++] = *text;
	}
	out[n] = '"';
	return (out);
}

const char *
rq_query_array(struct rq *rq, const char *name)
{
	char	*text = NULL;

	for (size_t i = 0; i < rq->npairs; i++) {
		if (strcmp(rq->pairs[i].name, name) != 0)
			continue;
		text = arena_printf(rq->arena, "%s%s%s",
		    text == NULL ? "{" : text, text == NULL ? "" : ",",
		    array_element(rq, rq->pairs[i].value));
	}
	return (text == NULL ? NULL : arena_printf(rq->arena, "%s}", text));
}

const struct cursor *
rq_cursor(struct rq *rq)
{
	const char	*text = rq_query(rq, "apres");

	if (text == NULL)
		return (NULL);
	if (!cursor_read(text, &rq->cursor))
		rq_fail_field(rq, "apres", "invalide",
		    "Ce repère de page n'existe pas : reprenez le "
		    "« suivant » d'une page.");
	return (&rq->cursor);
}

const struct cursor *
rq_cursor_or_start(struct rq *rq)
{
	static const struct cursor	start = {
		"253402300799000000",	/* the year 9999 */
		"9223372036854775807"
	};
	const struct cursor		*c = rq_cursor(rq);

	return (c != NULL ? c : &start);
}

const char *
rq_count_limit(struct rq *rq)
{
	const char	*total = rq_query(rq, "total");

	if (strcmp(total, "aucun") == 0)
		return ("0");
	return (strcmp(total, "exact") == 0 ? "9223372036854775807" :
	    "10001");
}

const json_t *
rq_body(struct rq *rq)
{
	return (rq->body);
}

const char *
rq_body_text(struct rq *rq)
{
	return (rq->body_text);
}

const char *
rq_str(struct rq *rq, const char *name)
{
	return (json_string_value(json_object_get(rq->body, name)));
}

bool
rq_bool(struct rq *rq, const char *name, bool by_default)
{
	const json_t	*value = json_object_get(rq->body, name);

	return (json_is_boolean(value) ? json_is_true(value) : by_default);
}

const char *
rq_if_match(struct rq *rq)
{
	return (rq->if_match);
}

const struct rq_key *
rq_key(struct rq *rq)
{
	return (rq->key.key != NULL ? &rq->key : NULL);
}
