/*
 * A request, as the four files that make its life know it: rq.c (its life),
 * rq_steps.c (before the fiber), rq_ask.c (what was asked), rq_answer.c (what
 * is answered). Nobody else includes this.
 */
#ifndef VIGIE_RQ_STATE_H
#define VIGIE_RQ_STATE_H

#include <kore/kore.h>
#include <kore/http.h>

#include "core/fiber.h"
#include "core/rq.h"
#include "core/rq_wait.h"

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

/* Gives the answer; text lives in the arena. type NULL: no body. */
void	rq_answer(struct rq *, int status, const char *type, const char *text,
	    size_t len);

/* Answers an error. Always false, for the steps before the fiber. */
bool	rq_refuse(struct rq *, enum problem);
bool	rq_refuse_with(struct rq *, enum problem, const char *detail,
	    const struct faults *);

/* The query parameter of this name in the contract, or NULL. */
const struct parameter *rq_query_parameter(const struct operation *,
	    const char *name);

/* Gives the request its id. */
void	rq_trace(struct rq *);

/* Route, auth, limit, parameters, body. false: answered already. */
bool	rq_begin(struct rq *);

#endif
