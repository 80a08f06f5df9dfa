/*
 * The life of a request, as a handler sees it.
 *
 * nginx -> Kore -> rq_entry -> route -> auth -> body check -> (fiber) handler
 * -> rq_reply.  A handler is a straight function; db_*() wait inside it.
 * rq_reply*() and rq_fail*() are final: fail does not return.  Handlers own
 * nothing: everything is in the arena and dies with the request.
 */
#ifndef VIGIE_RQ_H
#define VIGIE_RQ_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/auth.h"
#include "core/check.h"
#include "core/cursor.h"
#include "core/db.h"
#include "core/problem.h"
#include "core/route.h"
#include "verdict.h"

struct rq;

struct arena		*rq_arena(struct rq *);
const struct caller	*rq_caller(struct rq *);	/* never NULL */

/* Path parameter i, decoded and checked. */
const char	*rq_path(struct rq *, size_t i);

/* Query parameter, its default, or NULL; checked against the contract. */
const char	*rq_query(struct rq *, const char *name);
/* All values of a repeated one as a PostgreSQL array text "{a,b}", or NULL. */
const char	*rq_query_array(struct rq *, const char *name);

/*
 * The cursor in "apres": its two texts, or NULL when there is none; 422 when
 * it is not one of ours.
 */
const struct cursor *rq_cursor(struct rq *);
/* The same, or the place before the newest row of all. */
const struct cursor *rq_cursor_or_start(struct rq *);

/* How far "total" asks to count: "10001" (borne), all (exact) or "0". */
const char	*rq_count_limit(struct rq *);

/* The checked body, borrowed; NULL when the operation takes none. */
const json_t	*rq_body(struct rq *);
/* The body as received (for SQL that reads JSON). */
const char	*rq_body_text(struct rq *);
/* Top-level members: NULL / by_default when absent or null. */
const char	*rq_str(struct rq *, const char *name);
bool		 rq_bool(struct rq *, const char *name, bool by_default);

/* Request header (any case) or NULL; client address as nginx saw it. */
const char	*rq_header(struct rq *, const char *name);
const char	*rq_client(struct rq *);
/* Value of a cookie, or NULL. */
const char	*rq_cookie(struct rq *, const char *name);

/* The version in If-Match; 428 is dealt with before the handler. */
const char	*rq_if_match(struct rq *);
/* 412 when it is not this one; the effect compares again (db_json_swap). */
void		 rq_require_version(struct rq *, int64_t version);

/* Goes on when the verdict is OK, answers otherwise. */
void		 rq_require(struct rq *, struct verdict);

/* Adds a response header (value in the arena or static). */
void		 rq_set_header(struct rq *, const char *name,
		    const char *value);

/*
 * Answers a resource: JSON text made by SQL, ETag from version, Location from
 * lieu; a GET whose If-None-Match still holds becomes a 304.
 */
void		 rq_reply(struct rq *, int status, struct db_answer);
/* Answers any text; type NULL: application/json. body NULL: no body. */
void		 rq_reply_text(struct rq *, int status, const char *type,
		    const char *body);
/* Answers a jansson value (steals it). */
void		 rq_reply_json(struct rq *, int status, json_t *);

/*
 * A page of a keyset list: SQL gives {"elements": [...], "suivant": key or
 * null, "total": ...}; adds Link rel="next" from suivant (column lieu).
 */
void		 rq_reply_list(struct rq *, struct db_answer);

_Noreturn void	 rq_fail(struct rq *, enum problem);
/* With another sentence (French, in the arena or static). */
_Noreturn void	 rq_fail_detail(struct rq *, enum problem, const char *);
/* 422 with these faults. */
_Noreturn void	 rq_fail_faults(struct rq *, const struct faults *);
/* 422 with one fault. */
_Noreturn void	 rq_fail_field(struct rq *, const char *pointer,
		    const char *code, const char *detail);
/* 429/503 with Retry-After seconds. */
_Noreturn void	 rq_fail_later(struct rq *, enum problem, long seconds);

#endif
