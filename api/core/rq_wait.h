/*
 * What the layers that make a request wait need of it (db_pipeline.c,
 * password.c). Handlers never include this.
 */
#ifndef VIGIE_RQ_WAIT_H
#define VIGIE_RQ_WAIT_H

struct rq;

/* An Idempotency-Key: who, which, and of what request. */
struct rq_key {
	const char	*caller;
	const char	*key;
	const char	*fingerprint;	/* of operation, path and body */
	const char	*status;	/* of success, as text */
};

/*
 * Suspends the request's fiber. Should the client leave meanwhile,
 * forget(what) is called instead of rq_wake(), and the fiber never goes on.
 */
void	rq_wait(struct rq *, void (*forget)(void *), void *what);

/* Goes on with a waiting request. Never from inside a fiber. */
void	rq_wake(struct rq *);

/* The request's key, or NULL. */
const struct rq_key *rq_key(struct rq *);

/* Answers again what this key has answered before. */
_Noreturn void	rq_replay(struct rq *);

#endif
