/*
 * What is answered: resources with their ETag, lists with their Link, errors.
 *
 * The answer is only noted here; rq.c sends it when the fiber has ended. The
 * rq_fail*() functions end the fiber at once.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <sodium.h>

#include "core/rq_state.h"

void
rq_set_header(struct rq *rq, const char *name, const char *value)
{
	if (strcasecmp(name, "cache-control") == 0)
		rq->cache_set = true;
	http_response_header(rq->req, name, value);
}

void
rq_answer(struct rq *rq, int status, const char *type, const char *text,
    size_t len)
{
	assert(rq->status == 0);
	rq->status = status;
	rq->type = type;
	rq->text = text;
	rq->len = len;
}

bool
rq_refuse_with(struct rq *rq, enum problem problem, const char *detail,
    const struct faults *faults)
{
	const char	*text = problem_body(rq->arena, problem, detail, faults,
			    rq->request_id);

	if (problem_status(problem) == 401)
		rq_set_header(rq, "www-authenticate", "Bearer");
	rq_answer(rq, problem_status(problem), "application/problem+json", text,
	    strlen(text));
	return (false);
}

bool
rq_refuse(struct rq *rq, enum problem problem)
{
	return (rq_refuse_with(rq, problem, NULL, NULL));
}

void
rq_fail(struct rq *rq, enum problem problem)
{
	(void)rq_refuse(rq, problem);
	fiber_exit();
}

void
rq_fail_detail(struct rq *rq, enum problem problem, const char *detail)
{
	(void)rq_refuse_with(rq, problem, detail, NULL);
	fiber_exit();
}

void
rq_fail_faults(struct rq *rq, const struct faults *faults)
{
	(void)rq_refuse_with(rq, PROBLEM_CHAMPS_INVALIDES, NULL, faults);
	fiber_exit();
}

void
rq_fail_field(struct rq *rq, const char *pointer, const char *code,
    const char *detail)
{
	struct faults	*faults = arena_alloc(rq->arena, sizeof(*faults));

	check_fault(faults, pointer, code, detail);
	rq_fail_faults(rq, faults);
}

void
rq_fail_later(struct rq *rq, enum problem problem, long seconds)
{
	rq_set_header(rq, "retry-after",
	    arena_printf(rq->arena, "%ld", seconds));
	rq_fail(rq, problem);
}

void
rq_require(struct rq *rq, struct verdict v)
{
	switch (v.kind) {
	case VERDICT_OK:
		return;
	case VERDICT_FORBIDDEN:
		rq_fail_detail(rq, PROBLEM_INTERDIT, v.detail);
	case VERDICT_STATE:
		rq_fail_detail(rq, PROBLEM_ETAT_INCOMPATIBLE, v.detail);
	case VERDICT_DUPLICATE:
		rq_fail_detail(rq, PROBLEM_DEJA_AFFECTE, v.detail);
	case VERDICT_FIELD:
		rq_fail_field(rq, v.pointer, v.code, v.detail);
	}
	abort();
}

void
rq_require_version(struct rq *rq, int64_t version)
{
	char	text[24];

	(void)snprintf(text, sizeof(text), "%lld", (long long)version);
	if (rq->if_match != NULL && strcmp(rq->if_match, text) != 0)
		rq_fail(rq, PROBLEM_VERSION_PERIMEE);
}

static u_int64_t
body_hash(const char *text, size_t len)
{
	static const unsigned char	key[crypto_shorthash_KEYBYTES];
	u_int64_t			hash;

	(void)crypto_shorthash((unsigned char *)&hash,
	    (const unsigned char *)text, len, key);
	return (hash);
}

/* Is etag among those of If-None-Match? */
static bool
not_modified(struct rq *rq, const char *etag)
{
	const char	*have = rq_header(rq, "if-none-match");

	return (have != NULL && rq->op->method == METHOD_GET &&
	    (strcmp(have, "*") == 0 || strstr(have, etag) != NULL));
}

void
rq_reply(struct rq *rq, int status, struct db_answer a)
{
	char	*etag;

	assert(a.corps != NULL);
	etag = arena_printf(rq->arena, "\"%s%s%016llx\"",
	    a.version == NULL ? "" : a.version, a.version == NULL ? "" : ".",
	    (unsigned long long)body_hash(a.corps, a.len));
	rq_set_header(rq, "etag", etag);
	if (a.lieu != NULL)
		rq_set_header(rq, "location", a.lieu);
	if (status == 200 && not_modified(rq, etag))
		rq_answer(rq, 304, NULL, NULL, 0);
	else
		rq_answer(rq, status, "application/json", a.corps, a.len);
}

void
rq_reply_text(struct rq *rq, int status, const char *type, const char *body)
{
	rq_answer(rq, status, type == NULL ? "application/json" : type, body,
	    body == NULL ? 0 : strlen(body));
}

void
rq_reply_json(struct rq *rq, int status, json_t *value)
{
	char	*text = json_dumps(value, JSON_COMPACT);

	json_decref(value);
	assert(text != NULL);
	arena_defer(rq->arena, free, text);
	rq_answer(rq, status, "application/json", text, strlen(text));
}

static const char *
encoded(struct rq *rq, const char *text)
{
	static const char	 plain[] = "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~";
	char			*out = arena_alloc(rq->arena,
				    strlen(text) * 3 + 1);
	size_t			 n = 0;

	for (; *text != '\0'; text++) {
		if (strchr(plain, *text) != NULL)
			out[n++] = *text;
		else
			n += (size_t)sprintf(out + n, "%%%02X",
			    (unsigned char)*text);
	}
	return (out);
}

void
rq_reply_list(struct rq *rq, struct db_answer a)
{
	char	*link;
	size_t	 i;

	assert(a.corps != NULL);
	if (a.lieu != NULL) {
		link = arena_printf(rq->arena, "<%s?", rq->req->path);
		for (i = 0; i < rq->npairs; i++) {
			if (strcmp(rq->pairs[i].name, "apres") != 0)
				link = arena_printf(rq->arena, "%s%s=%s&",
				    link, encoded(rq, rq->pairs[i].name),
				    encoded(rq, rq->pairs[i].value));
		}
		rq_set_header(rq, "link", arena_printf(rq->arena,
		    "%sapres=%s>; rel=\"next\"", link, a.lieu));
	}
	rq_answer(rq, 200, "application/json", a.corps, a.len);
}
