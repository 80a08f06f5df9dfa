/*
 * The life of a request: in from Kore, through its fiber, out to Kore.
 *
 *   rq_entry  the steps (rq_steps.c), then the fiber: handler, may wait
 *   rq_wake   what it waited for is there
 *   rq_entry  again, when the fiber has ended: the answer goes out
 *   rq_free   Kore is done with the request, or the client has left
 */
#include <assert.h>
#include <string.h>
#include <time.h>

#include "core/journal.h"
#include "core/metric.h"
#include "core/rq_state.h"
#include "gen/contract.h"
#include "gen/sql.h"

#define SPARE_ARENAS	64

int	rq_entry(struct http_request *);

static struct arena	*spare_arenas[SPARE_ARENAS];
static size_t		 nspare_arenas;

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
		rq_answer(rq, (int)s.statut, NULL, NULL, 0);
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
		(void)rq_refuse(rq, PROBLEM_ERREUR_INTERNE);
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
		rq_trace(rq);
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
