/*
 * The life of a request; the only caller of Kore's HTTP interface.
 *
 *   rq_entry  route -> auth -> limit -> parameters -> body     (worker's stack)
 *             fiber: stored answer of the key? -> handler      (may wait)
 *   rq_entry  again, when the fiber has ended: the answer goes out
 *   rq_free   Kore is done with the request, or the client has left
 *
 * The steps before the fiber answer by refuse() and return false. JSON is
 * parsed there because jansson recurses and a fiber's stack is small.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include <kore/kore.h>
#include <kore/http.h>

#include <sodium.h>

#include "core/conf.h"
#include "core/fiber.h"
#include "core/journal.h"
#include "core/limit.h"
#include "core/metric.h"
#include "core/rq.h"
#include "core/rq_wait.h"
#include "gen/contract.h"
#include "gen/sql.h"

#define BASE		"/api/v1"
#define FINGERPRINT	16		/* bytes */
#define ANONYMOUS	10		/* an address stands for many people */
#define SPARE_ARENAS	64
#define REQUEST_ID_MAX	100
#define KEY_MAX		200

struct rq {
	struct http_request	*req;
	struct arena		*arena;
	u_int64_t		 started;	/* microseconds */

	/* the fiber, and what it waits for */
	struct fiber		*fiber;
	void			(*forget)(void *);
	void			*waiting;

	/* what was asked */
	const char		*request_id;
	const char		*method;
	struct route_match	 match;
	const struct operation	*op;		/* NULL before routing */
	struct caller		 caller;
	struct query_pair	*pairs;
	size_t			 npairs;
	json_t			*body;
	const char		*body_text;
	size_t			 body_len;
	const char		*if_match;	/* version */
	struct rq_key		 key;		/* key NULL: none */
	struct cursor		 cursor;

	/* the answer */
	int			 status;	/* 0: none yet */
	const char		*type;
	const char		*text;
	size_t			 len;
	bool			 etag;
	bool			 cache_set;
};

int	rq_entry(struct http_request *);

static struct arena	*spare_arenas[SPARE_ARENAS];
static size_t		 nspare_arenas;

/* Small things */

static u_int64_t
now_micros(void)
{
	struct timespec	now;

	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	return ((u_int64_t)now.tv_sec * 1000000 +
	    (u_int64_t)now.tv_nsec / 1000);
}

static struct arena *
arena_take(void)
{
	return (nspare_arenas > 0 ? spare_arenas[--nspare_arenas] :
	    arena_new());
}

static void
arena_give(struct arena *arena)
{
	if (nspare_arenas < SPARE_ARENAS) {
		arena_reset(arena);
		spare_arenas[nspare_arenas++] = arena;
	} else {
		arena_free(arena);
	}
}

static void
body_free(void *body)
{
	json_decref(body);
}

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
	const char	*at = rq_header(rq, "cookie");
	size_t		 len = strlen(name);

	while (at != NULL && *at != '\0') {
		at += strspn(at, " ;");
		if (strncmp(at, name, len) == 0 && at[len] == '=')
			return (arena_strndup(rq->arena, at + len + 1,
			    strcspn(at + len + 1, ";")));
		at += strcspn(at, ";");
	}
	return (NULL);
}

void
rq_set_header(struct rq *rq, const char *name, const char *value)
{
	if (strcasecmp(name, "cache-control") == 0)
		rq->cache_set = true;
	http_response_header(rq->req, name, value);
}

/* Answers */

static void
answer(struct rq *rq, int status, const char *type, const char *text,
    size_t len)
{
	assert(rq->status == 0);
	rq->status = status;
	rq->type = type;
	rq->text = text;
	rq->len = len;
}

/* An error; false, for the steps before the fiber. */
static bool
refuse_with(struct rq *rq, enum problem problem, const char *detail,
    const struct faults *faults)
{
	const char	*text = problem_body(rq->arena, problem, detail, faults,
			    rq->request_id);

	if (problem_status(problem) == 401)
		rq_set_header(rq, "www-authenticate", "Bearer");
	answer(rq, problem_status(problem), "application/problem+json", text,
	    strlen(text));
	return (false);
}

static bool
refuse(struct rq *rq, enum problem problem)
{
	return (refuse_with(rq, problem, NULL, NULL));
}

void
rq_fail(struct rq *rq, enum problem problem)
{
	(void)refuse(rq, problem);
	fiber_exit();
}

void
rq_fail_detail(struct rq *rq, enum problem problem, const char *detail)
{
	(void)refuse_with(rq, problem, detail, NULL);
	fiber_exit();
}

void
rq_fail_faults(struct rq *rq, const struct faults *faults)
{
	(void)refuse_with(rq, PROBLEM_CHAMPS_INVALIDES, NULL, faults);
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
		answer(rq, 304, NULL, NULL, 0);
	else
		answer(rq, status, "application/json", a.corps, a.len);
}

void
rq_reply_text(struct rq *rq, int status, const char *type, const char *body)
{
	answer(rq, status, type == NULL ? "application/json" : type, body,
	    body == NULL ? 0 : strlen(body));
}

void
rq_reply_json(struct rq *rq, int status, json_t *value)
{
	char	*text = json_dumps(value, JSON_COMPACT);

	json_decref(value);
	assert(text != NULL);
	arena_defer(rq->arena, free, text);
	answer(rq, status, "application/json", text, strlen(text));
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
	answer(rq, 200, "application/json", a.corps, a.len);
}

/* What was asked */

const char *
rq_path(struct rq *rq, size_t i)
{
	assert(i < rq->match.nparams);
	return (rq->match.params[i]);
}

static const struct parameter *
query_parameter(const struct operation *op, const char *name)
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
	const struct parameter	*p = query_parameter(rq->op, name);

	assert(p != NULL);
	for (size_t i = 0; i < rq->npairs; i++) {
		if (strcmp(rq->pairs[i].name, name) == 0)
			return (rq->pairs[i].value);
	}
	return (p->by_default);
}

long
rq_query_int(struct rq *rq, const char *name)
{
	const char	*value = rq_query(rq, name);

	return (value == NULL ? 0 : strtol(value, NULL, 10));
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

/* The steps before the fiber */

static bool
good_request_id(const char *text)
{
	size_t	len = text == NULL ? 0 : strlen(text);

	return (len > 0 && len <= REQUEST_ID_MAX && strspn(text,
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "0123456789-_.:") == len);
}

static void
step_trace(struct rq *rq)
{
	unsigned char	 bytes[12];
	const char	*given = rq_header(rq, "x-request-id");
	char		*made;

	if (good_request_id(given)) {
		rq->request_id = given;
	} else {
		randombytes_buf(bytes, sizeof(bytes));
		made = arena_alloc(rq->arena, sizeof(bytes) * 2 + 1);
		(void)sodium_bin2hex(made, sizeof(bytes) * 2 + 1, bytes,
		    sizeof(bytes));
		rq->request_id = made;
	}
	rq_set_header(rq, "x-request-id", rq->request_id);
}

static const struct {
	int		 kore;
	const char	*name;
	int		 method;	/* -1: not for us */
} methods[] = {
	{ HTTP_METHOD_GET,	"GET",		METHOD_GET },
	{ HTTP_METHOD_HEAD,	"HEAD",		METHOD_GET },
	{ HTTP_METHOD_POST,	"POST",		METHOD_POST },
	{ HTTP_METHOD_PUT,	"PUT",		METHOD_PUT },
	{ HTTP_METHOD_PATCH,	"PATCH",	METHOD_PATCH },
	{ HTTP_METHOD_DELETE,	"DELETE",	METHOD_DELETE },
	{ HTTP_METHOD_OPTIONS,	"OPTIONS",	-1 },
};

#define NMETHODS	(sizeof(methods) / sizeof(methods[0]))

/* The Allow header of a 405. */
static void
allow(struct rq *rq)
{
	char	*list = arena_strdup(rq->arena, "");

	for (size_t i = 0; i < NMETHODS; i++) {
		if (methods[i].method != -1 &&
		    (rq->match.allowed & (1u << methods[i].method)) != 0)
			list = arena_printf(rq->arena, "%s%s%s", list,
			    list[0] == '\0' ? "" : ", ", methods[i].name);
	}
	rq_set_header(rq, "allow", list);
}

static bool
step_route(struct rq *rq)
{
	const char	*path = rq->req->path;
	size_t		 i;

	for (i = 0; i < NMETHODS && methods[i].kore != rq->req->method; i++)
		;
	rq->method = i < NMETHODS ? methods[i].name : "-";
	if (strncmp(path, BASE "/", sizeof(BASE)) != 0)
		return (refuse(rq, PROBLEM_INTROUVABLE));
	switch (route_find(rq->arena, contract_operations,
	    contract_noperations, i < NMETHODS && methods[i].method != -1 ?
	    (enum method)methods[i].method : METHOD_COUNT,
	    path + sizeof(BASE) - 1, &rq->match)) {
	case ROUTE_NOT_FOUND:
		return (refuse(rq, PROBLEM_INTROUVABLE));
	case ROUTE_METHOD:
		allow(rq);
		return (refuse(rq, PROBLEM_METHODE_INTERDITE));
	case ROUTE_OK:
		break;
	}
	rq->op = rq->match.op;
	return (true);
}

static bool
step_auth(struct rq *rq)
{
	const char	*header;

	rq->caller.acces = ACCES_PUBLIC;
	if ((rq->op->acces & ACCES_PUBLIC) != 0)
		return (true);
	header = rq_header(rq, "authorization");
	if (header == NULL || strncasecmp(header, "Bearer ", 7) != 0)
		return (refuse(rq, PROBLEM_NON_AUTHENTIFIE));
	if (!auth_verify(rq->arena, header + 7, &rq->caller)) {
		rq->caller.acces = ACCES_PUBLIC;
		return (refuse(rq, PROBLEM_JETON_INVALIDE));
	}
	if ((rq->op->acces & rq->caller.acces) == 0)
		return (refuse(rq, PROBLEM_INTERDIT));
	return (true);
}

static bool
step_limit(struct rq *rq)
{
	bool		 known = rq->caller.acces != ACCES_PUBLIC;
	long		 quota = conf()->rate_limit * (known ? 1 : ANONYMOUS);
	const char	*who;
	struct limit	 l;

	who = !known ? rq_client(rq) : rq->caller.id != NULL ?
	    rq->caller.id : rq->caller.dossier;
	l = limit_count(who, quota, (u_int64_t)time(NULL));
	rq_set_header(rq, "ratelimit-policy", arena_printf(rq->arena,
	    "\"appelant\";q=%ld;w=%d", quota, LIMIT_WINDOW));
	rq_set_header(rq, "ratelimit", arena_printf(rq->arena,
	    "\"appelant\";r=%ld;t=%ld", l.left, l.reset));
	if (!l.over || rq->status != 0)
		return (!l.over);
	rq_set_header(rq, "retry-after",
	    arena_printf(rq->arena, "%ld", l.reset));
	return (refuse(rq, PROBLEM_TROP_DE_REQUETES));
}

static bool
step_path(struct rq *rq)
{
	struct faults	*faults = arena_alloc(rq->arena, sizeof(*faults));

	for (size_t i = 0; i < rq->op->npath_params; i++) {
		if (!check_text(rq->arena, &rq->op->path_params[i],
		    rq->match.params[i], faults))
			return (refuse(rq, PROBLEM_INTROUVABLE));
	}
	return (true);
}

static size_t
query_count(const struct rq *rq, const char *name)
{
	size_t	i, n = 0;

	for (i = 0; i < rq->npairs; i++)
		n += strcmp(rq->pairs[i].name, name) == 0;
	return (n);
}

static void
check_pair(struct rq *rq, const struct query_pair *pair,
    struct faults *faults)
{
	const struct parameter	*p = query_parameter(rq->op, pair->name);
	size_t			 n = query_count(rq, pair->name), most = 1;

	if (p == NULL) {
		check_fault(faults, pair->name, "inconnu",
		    "Ce paramètre n'existe pas.");
		return;
	}
	if (p->schema->type == TYPE_ARRAY)
		most = p->schema->max_items;
	if (n > most)
		check_fault(faults, pair->name, "repete",
		    "Ce paramètre est donné trop de fois.");
	(void)check_text(rq->arena, p, pair->value, faults);
}

static bool
step_query(struct rq *rq)
{
	struct query_pair	 pairs[ROUTE_QUERY_MAX];
	struct faults		*faults;
	const struct parameter	*p;
	int			 n = 0;
	size_t			 i;

	if (rq->req->query_string != NULL)
		n = route_query(rq->arena, rq->req->query_string, pairs);
	if (n == -1)
		return (refuse_with(rq, PROBLEM_REQUETE_ILLISIBLE,
		    "Les paramètres de l'adresse sont mal écrits ou trop "
		    "nombreux.", NULL));
	rq->npairs = (size_t)n;
	rq->pairs = arena_alloc(rq->arena, sizeof(pairs[0]) * (rq->npairs + 1));
	memcpy(rq->pairs, pairs, sizeof(pairs[0]) * rq->npairs);
	if (rq->npairs == 0 && rq->op->nquery_params == 0)
		return (true);
	faults = arena_alloc(rq->arena, sizeof(*faults));
	for (i = 0; i < rq->npairs; i++)
		check_pair(rq, &rq->pairs[i], faults);
	for (i = 0; i < rq->op->nquery_params; i++) {
		p = &rq->op->query_params[i];
		if (p->required && query_count(rq, p->name) == 0)
			check_fault(faults, p->name, "obligatoire",
			    "Ce paramètre est obligatoire.");
	}
	return (faults->n == 0 ||
	    refuse_with(rq, PROBLEM_CHAMPS_INVALIDES, NULL, faults));
}

/* "\"12.9f…\"" -> "12"; NULL when it is not one of our ETags. */
static const char *
etag_version(struct rq *rq, const char *etag)
{
	size_t	digits;

	if (etag[0] != '"')
		return (NULL);
	digits = strspn(etag + 1, "0123456789");
	if (digits == 0 || digits > 18 || strchr(".\"", etag[1 + digits]) ==
	    NULL)
		return (NULL);
	return (arena_strndup(rq->arena, etag + 1, digits));
}

static bool
step_conditions(struct rq *rq)
{
	const char	*header;

	if (rq->op->if_match) {
		header = rq_header(rq, "if-match");
		if (header == NULL || strcmp(header, "*") == 0)
			return (refuse(rq, PROBLEM_VERSION_REQUISE));
		rq->if_match = etag_version(rq, header);
		if (rq->if_match == NULL)
			return (refuse(rq, PROBLEM_VERSION_PERIMEE));
	}
	if (rq->op->idempotence &&
	    (header = rq_header(rq, "idempotency-key")) != NULL) {
		if (header[0] == '\0' || strlen(header) > KEY_MAX)
			return (refuse_with(rq, PROBLEM_REQUETE_ILLISIBLE,
			    "Idempotency-Key doit avoir de 1 à 200 "
			    "caractères.", NULL));
		rq->key.key = header;
	}
	return (true);
}

static bool
is_json(const char *type)
{
	return (type != NULL && strncasecmp(type, "application/json", 16) == 0
	    && strchr("; \t", type[16]) != NULL);
}

static bool
parse_body(struct rq *rq)
{
	struct faults	*faults;
	json_error_t	 error;

	rq->body = json_loadb(rq->body_text, rq->body_len,
	    JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
	if (rq->body == NULL)
		return (refuse_with(rq, PROBLEM_JSON_ILLISIBLE,
		    arena_printf(rq->arena, "Le corps n'est pas du JSON "
		    "correct, à la ligne %d, colonne %d.", error.line,
		    error.column), NULL));
	arena_defer(rq->arena, body_free, rq->body);
	faults = arena_alloc(rq->arena, sizeof(*faults));
	return (check_body(rq->arena, rq->op->corps, rq->body, faults) ||
	    refuse_with(rq, PROBLEM_CHAMPS_INVALIDES, NULL, faults));
}

static bool
step_body(struct rq *rq)
{
	struct http_request	*req = rq->req;

	rq->body_len = req->http_body == NULL ? 0 : req->http_body_length;
	if (rq->op->method != METHOD_GET && rq->op->method != METHOD_DELETE &&
	    rq->body_len > rq->op->corps_max)
		return (refuse_with(rq, PROBLEM_CORPS_TROP_GRAND,
		    arena_printf(rq->arena, "Le corps dépasse %zu octets.",
		    rq->op->corps_max), NULL));
	if (rq->op->corps == NULL)
		return (true);
	if (rq->body_len == 0)
		return (!rq->op->corps_requis ||
		    refuse_with(rq, PROBLEM_JSON_ILLISIBLE,
		    "Le corps de la requête est vide.", NULL));
	if (!is_json(rq_header(rq, "content-type")))
		return (refuse(rq, PROBLEM_TYPE_NON_PRIS_EN_CHARGE));
	rq->body_text = arena_strndup(rq->arena,
	    (const char *)req->http_body->data, rq->body_len);
	return (parse_body(rq));
}

/* Who and what a key stands for. */
static void
key_complete(struct rq *rq)
{
	crypto_generichash_state	 state;
	unsigned char			 hash[FINGERPRINT];
	char				*hex;

	(void)crypto_generichash_init(&state, NULL, 0, sizeof(hash));
	(void)crypto_generichash_update(&state,
	    (const unsigned char *)rq->op->id, strlen(rq->op->id) + 1);
	(void)crypto_generichash_update(&state,
	    (const unsigned char *)rq->req->path, strlen(rq->req->path) + 1);
	if (rq->body_text != NULL)
		(void)crypto_generichash_update(&state,
		    (const unsigned char *)rq->body_text, rq->body_len);
	(void)crypto_generichash_final(&state, hash, sizeof(hash));
	hex = arena_alloc(rq->arena, sizeof(hash) * 2 + 1);
	rq->key.fingerprint = sodium_bin2hex(hex, sizeof(hash) * 2 + 1, hash,
	    sizeof(hash));
	rq->key.status = arena_printf(rq->arena, "%d", rq->op->statut);
	rq->key.caller = rq->caller.id != NULL ? rq->caller.id :
	    rq->caller.dossier != NULL ? arena_printf(rq->arena, "%s:%s",
	    rq->caller.dossier, rq->caller.qualite) : "public";
}

static bool
rq_begin(struct rq *rq)
{
	if (!step_route(rq) || !step_auth(rq)) {
		(void)step_limit(rq);
		return (false);
	}
	if (!step_limit(rq) || !step_path(rq) || !step_query(rq) ||
	    !step_conditions(rq) || !step_body(rq))
		return (false);
	if (rq->key.key != NULL)
		key_complete(rq);
	return (true);
}

/* The fiber */

struct stored {
	const char	*empreinte, *corps, *version, *lieu;
	int64_t		 statut;
};

static const struct db_column stored_columns[] = {
	DB_COL_TEXT(stored, empreinte),
	DB_COL_INT(stored, statut),
	DB_COL_TEXT(stored, corps),
	DB_COL_TEXT(stored, version),
	DB_COL_TEXT(stored, lieu),
	DB_COL_END
};

/* Answers again if the key has already answered. */
static void
replay_if_known(struct rq *rq)
{
	struct db_answer	a;
	struct stored		s;

	if (!db_row(rq, &SQL_idempotence_lue, stored_columns, &s,
	    rq->key.caller, rq->key.key))
		return;
	if (strcmp(s.empreinte, rq->key.fingerprint) != 0)
		rq_fail(rq, PROBLEM_CLE_DEJA_UTILISEE);
	a.corps = s.corps;
	a.len = s.corps == NULL ? 0 : strlen(s.corps);
	a.version = s.version;
	a.lieu = s.lieu;
	rq_set_header(rq, "idempotent-replayed", "true");
	if (a.corps == NULL)
		answer(rq, (int)s.statut, NULL, NULL, 0);
	else
		rq_reply(rq, (int)s.statut, a);
	fiber_exit();
}

void
rq_replay(struct rq *rq)
{
	replay_if_known(rq);
	rq_fail(rq, PROBLEM_REQUETE_EN_COURS);
}

static void
rq_run(void *arg)
{
	struct rq	*rq = arg;

	if (rq->key.key != NULL)
		replay_if_known(rq);
	rq->op->handler(rq);
}

void
rq_wait(struct rq *rq, void (*forget)(void *), void *what)
{
	rq->forget = forget;
	rq->waiting = what;
	fiber_wait();
	rq->waiting = NULL;
}

void
rq_wake(struct rq *rq)
{
	assert(rq->fiber != NULL);
	if (fiber_resume(rq->fiber)) {
		rq->fiber = NULL;
		http_request_wakeup(rq->req);
	}
}

/* In and out of Kore */

static void
rq_send(struct rq *rq)
{
	u_int64_t		micros = now_micros() - rq->started;
	struct journal_access	line = {
		.request_id = rq->request_id,
		.traceparent = rq_header(rq, "traceparent"),
		.method = rq->method,
		.operation = rq->op == NULL ? "-" : rq->op->id,
		.role = auth_role_name(rq->caller.acces),
		.micros = micros,
	};

	if (rq->status == 0)	/* a handler forgot: a bug, but not silent */
		(void)refuse(rq, PROBLEM_ERREUR_INTERNE);
	if (rq->type != NULL)
		rq_set_header(rq, "content-type", rq->type);
	if (!rq->cache_set)
		rq_set_header(rq, "cache-control", rq->op != NULL &&
		    rq->op->method == METHOD_GET && rq->status < 400 ?
		    "private, no-cache" : "no-store");
	line.status = rq->status;
	line.bytes = rq->len;
	journal_access(&line);
	metric_request(rq->op == NULL ? contract_noperations :
	    (size_t)(rq->op - contract_operations), rq->status, micros);
	http_response(rq->req, rq->status, rq->text, rq->len);
}

/* Kore is done with the request, or the client has left. May come twice. */
static void
rq_free(struct http_request *req)
{
	struct rq	*rq = req->hdlr_extra;

	if (rq == NULL || rq->arena == NULL)
		return;
	if (rq->fiber != NULL) {
		rq->forget(rq->waiting);
		fiber_drop(rq->fiber);
		rq->fiber = NULL;
	}
	arena_give(rq->arena);
	rq->arena = NULL;
}

int
rq_entry(struct http_request *req)
{
	struct rq	*rq;

	if (!http_state_exists(req)) {
		rq = http_state_create(req, sizeof(*rq), rq_free);
		rq->req = req;
		rq->arena = arena_take();
		rq->started = now_micros();
		step_trace(rq);
		if (rq_begin(rq))
			rq->fiber = fiber_start(rq_run, rq);
	} else {
		rq = http_state_get(req);
	}
	if (rq->fiber != NULL) {
		http_request_sleep(req);
		return (KORE_RESULT_RETRY);
	}
	rq_send(rq);
	return (KORE_RESULT_OK);
}
