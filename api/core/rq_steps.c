/*
 * From Kore to the handler's door, on the worker's stack, without waiting:
 * route, auth, limit, path, query, conditions, body. Each step goes on or
 * answers and returns false.
 *
 * JSON is parsed here and not in the fiber: jansson recurses and a fiber's
 * stack is small.
 */
#include <string.h>
#include <strings.h>
#include <time.h>

#include <sodium.h>

#include "core/conf.h"
#include "core/header.h"
#include "core/limit.h"
#include "core/rq_state.h"
#include "gen/contract.h"

#define BASE		"/api/v1"
#define FINGERPRINT	16		/* bytes */
#define ANONYMOUS	10		/* an address stands for many people */
#define REQUEST_ID_MAX	100
#define KEY_MAX		200

static void
body_free(void *body)
{
	json_decref(body);
}

static bool
good_request_id(const char *text)
{
	size_t	len = text == NULL ? 0 : strlen(text);

	return (len > 0 && len <= REQUEST_ID_MAX && strspn(text,
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "0123456789-_.:") == len);
}

void
rq_trace(struct rq *rq)
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
		return (rq_refuse(rq, PROBLEM_INTROUVABLE));
	switch (route_find(rq->arena, contract_operations,
	    contract_noperations, i < NMETHODS && methods[i].method != -1 ?
	    (enum method)methods[i].method : METHOD_COUNT,
	    path + sizeof(BASE) - 1, &rq->match)) {
	case ROUTE_NOT_FOUND:
		return (rq_refuse(rq, PROBLEM_INTROUVABLE));
	case ROUTE_METHOD:
		allow(rq);
		return (rq_refuse(rq, PROBLEM_METHODE_INTERDITE));
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

	if ((rq->op->acces & ACCES_PUBLIC) != 0)
		return (true);
	header = rq_header(rq, "authorization");
	if (header == NULL || strncasecmp(header, "Bearer ", 7) != 0)
		return (rq_refuse(rq, PROBLEM_NON_AUTHENTIFIE));
	if (!auth_verify(rq->arena, header + 7, &rq->caller)) {
		rq->caller.acces = ACCES_PUBLIC;
		return (rq_refuse(rq, PROBLEM_JETON_INVALIDE));
	}
	if ((rq->op->acces & rq->caller.acces) == 0)
		return (rq_refuse(rq, PROBLEM_INTERDIT));
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
	return (rq_refuse(rq, PROBLEM_TROP_DE_REQUETES));
}

static bool
step_path(struct rq *rq)
{
	struct faults	*faults = arena_alloc(rq->arena, sizeof(*faults));

	for (size_t i = 0; i < rq->op->npath_params; i++) {
		if (!check_text(rq->arena, &rq->op->path_params[i],
		    rq->match.params[i], faults))
			return (rq_refuse(rq, PROBLEM_INTROUVABLE));
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

static bool
query_first(const struct rq *rq, const struct query_pair *pair)
{
	const struct query_pair	*p = rq->pairs;

	while (strcmp(p->name, pair->name) != 0)
		p++;
	return (p == pair);
}

static void
check_pair(struct rq *rq, const struct query_pair *pair,
    struct faults *faults)
{
	const struct parameter	*p = rq_query_parameter(rq->op, pair->name);
	size_t			 n = query_count(rq, pair->name), most = 1;

	if (p == NULL) {
		check_fault(faults, pair->name, "inconnu",
		    "Ce paramètre n'existe pas.");
		return;
	}
	if (p->schema->type == TYPE_ARRAY)
		most = p->schema->max_items;
	if (n > most) {		/* told once, at the first of them */
		if (query_first(rq, pair))
			check_fault(faults, pair->name, "repete",
			    "Ce paramètre est donné trop de fois.");
		return;
	}
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
		return (rq_refuse_with(rq, PROBLEM_REQUETE_ILLISIBLE,
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
	    rq_refuse_with(rq, PROBLEM_CHAMPS_INVALIDES, NULL, faults));
}

/* It goes to PostgreSQL, and comes back in no log: plain ASCII. */
static bool
good_key(const char *text)
{
	size_t	i;

	for (i = 0; text[i] >= ' ' && text[i] <= '~'; i++)
		;
	return (i > 0 && i <= KEY_MAX && text[i] == '\0');
}

static bool
step_conditions(struct rq *rq)
{
	const char	*header;

	if (rq->op->if_match) {
		header = rq_header(rq, "if-match");
		if (header == NULL || strcmp(header, "*") == 0)
			return (rq_refuse(rq, PROBLEM_VERSION_REQUISE));
		rq->if_match = header_etag_version(rq->arena, header);
		if (rq->if_match == NULL)
			return (rq_refuse(rq, PROBLEM_VERSION_PERIMEE));
	}
	if (rq->op->idempotence &&
	    (header = rq_header(rq, "idempotency-key")) != NULL) {
		if (!good_key(header))
			return (rq_refuse_with(rq, PROBLEM_REQUETE_ILLISIBLE,
			    "Idempotency-Key doit avoir de 1 à 200 "
			    "caractères ASCII.", NULL));
		rq->key.key = header;
	}
	return (true);
}

static bool
parse_body(struct rq *rq)
{
	struct faults	*faults;
	json_error_t	 error;

	rq->body = json_loadb(rq->body_text, rq->body_len,
	    JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
	if (rq->body == NULL)
		return (rq_refuse_with(rq, PROBLEM_JSON_ILLISIBLE,
		    arena_printf(rq->arena, "Le corps n'est pas du JSON "
		    "correct, à la ligne %d, colonne %d.", error.line,
		    error.column), NULL));
	arena_defer(rq->arena, body_free, rq->body);
	faults = arena_alloc(rq->arena, sizeof(*faults));
	return (check_body(rq->arena, rq->op->corps, rq->body, faults) ||
	    rq_refuse_with(rq, PROBLEM_CHAMPS_INVALIDES, NULL, faults));
}

static bool
step_body(struct rq *rq)
{
	struct http_request	*req = rq->req;

	rq->body_len = req->http_body == NULL ? 0 : req->http_body_length;
	if (rq->op->method != METHOD_GET && rq->op->method != METHOD_DELETE &&
	    rq->body_len > rq->op->corps_max)
		return (rq_refuse_with(rq, PROBLEM_CORPS_TROP_GRAND,
		    arena_printf(rq->arena, "Le corps dépasse %zu octets.",
		    rq->op->corps_max), NULL));
	if (rq->op->corps == NULL)
		return (true);
	if (rq->body_len == 0)
		return (!rq->op->corps_requis ||
		    rq_refuse_with(rq, PROBLEM_JSON_ILLISIBLE,
		    "Le corps de la requête est vide.", NULL));
	if (!header_is_json(rq_header(rq, "content-type")))
		return (rq_refuse(rq, PROBLEM_TYPE_NON_PRIS_EN_CHARGE));
	rq->body_text = arena_strndup(rq->arena,
	    (const char *)req->http_body->data, rq->body_len);
	return (parse_body(rq));
}

/*
 * Whose key it is. Strangers who choose the same key do not meet: what one has
 * written would be answered to the other. The address is not kept in clear.
 */
static const char *
key_caller(struct rq *rq)
{
	unsigned char	 hash[FINGERPRINT];
	char		 hex[FINGERPRINT * 2 + 1];
	const char	*address = rq_client(rq);

	if (rq->caller.id != NULL)
		return (rq->caller.id);
	if (rq->caller.dossier != NULL)
		return (arena_printf(rq->arena, "%s:%s", rq->caller.dossier,
		    rq->caller.qualite));
	(void)crypto_generichash(hash, sizeof(hash),
	    (const unsigned char *)address, strlen(address), NULL, 0);
	return (arena_printf(rq->arena, "public:%s", sodium_bin2hex(hex,
	    sizeof(hex), hash, sizeof(hash))));
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
	rq->key.caller = key_caller(rq);
}

bool
rq_begin(struct rq *rq)
{
	rq->caller.acces = ACCES_PUBLIC;
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
