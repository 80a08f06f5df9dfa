/*
 * PostgreSQL in libpq's pipeline mode on Kore's event loop.
 *
 * A worker has a few connections in three lanes: reads share two, several
 * queries in flight on each; durable writes are spread over more, so that
 * PostgreSQL can commit them together; heavy queries have a connection to
 * themselves, so that a slow statistic never delays a read. Every query is
 * prepared once per connection and followed by its own Sync, hence one query
 * is one transaction and an answer after Sync is durable.
 *
 *   db_*() -> job -> connection with the fewest jobs, or the lane's queue
 *          -> Sync received -> rq_wake() -> the fiber goes on
 *
 * A lost connection fails its jobs with 503 and comes back by itself; jobs in
 * the queue wait for it, at most two seconds, and are refused at once when
 * PostgreSQL has been away for longer. No request waits longer than its lane's
 * statement_timeout and a second, whatever is before it. A job whose client has
 * left is forgotten: its result is read and thrown away, others see nothing of
 * it.
 *
 * A fiber goes on inside job_finish(), from the middle of reading a
 * connection, and may ask again on that very connection. So nothing that a
 * fiber can reach closes a connection: it is marked broken, and closed by the
 * one who reads it or at the next tick.
 *
 * This file, fiber.c and password.c are the only ones that know that anything
 * is asynchronous.
 */
#include <sys/epoll.h>
#include <sys/queue.h>

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <kore/kore.h>

#include "core/conf.h"
#include "core/db.h"
#include "core/db_pipeline.h"
#include "core/db_result.h"
#include "core/fiber.h"
#include "core/journal.h"
#include "core/metric.h"
#include "core/rq.h"
#include "core/rq_wait.h"
#include "gen/sql.h"

#define CONNECTIONS_MAX	32	/* per lane */
#define QUEUE_WAIT	2000	/* ms a job may wait for a connection */
#define CONNECT_WAIT	2000	/* ms a connection may take to open */
#define GRACE		1000	/* ms beyond statement_timeout */
#define TICK		100	/* ms between looks at the clock */
#define RETRY_FIRST	100	/* ms before connecting again, doubled … */
#define RETRY_LAST	800	/* … up to this */

struct job {
	TAILQ_ENTRY(job)	 entry;
	struct rq		*rq;		/* NULL: forgotten */
	const struct db_query	*query;
	const char *const	*params;	/* on the fiber's stack */
	struct lane		*lane;
	struct connexion	*connexion;	/* NULL: in the lane's queue */
	PGresult		*result;	/* the answer, or first error */
	bool			 done;
	u_int64_t		 asked;		/* ms */
	u_int64_t		 since;		/* in the queue; at the head */
};

TAILQ_HEAD(job_list, job);

enum connexion_state { DOWN, CONNECTING, PREPARING, READY };

struct connexion {
	struct kore_event	 evt;		/* first: Kore calls it */
	enum connexion_state	 state;
	PGconn			*pg;
	struct lane		*lane;
	struct job_list		 jobs;		/* in flight, in order */
	size_t			 njobs;
	bool			 writing;	/* EPOLLOUT asked for */
	bool			 broken;	/* to be dropped at the tick */
	u_int64_t		 since;		/* of CONNECTING */
	u_int64_t		 retry_at;
	u_int64_t		 retry_wait;
};

static struct lane {
	const char		*name;
	size_t			 depth;		/* jobs per connection */
	struct connexion	 connexions[CONNECTIONS_MAX];
	size_t			 nconnexions;
	struct job_list		 queue;
	size_t			 nqueue;
	long			 timeout;	/* ms */
	u_int64_t		 seen;		/* ready for the last time */
} lanes[] = {
	[DB_READ] =	{ .name = "lecture", .depth = 32 },
	[DB_WRITE] =	{ .name = "ecriture", .depth = 4 },
	[DB_HEAVY] =	{ .name = "lourd", .depth = 1 },
};

#define NLANES		(sizeof(lanes) / sizeof(lanes[0]))

static struct job_list	spare_jobs = TAILQ_HEAD_INITIALIZER(spare_jobs);
static size_t		njobs;

static void	connexion_event(void *, int);
static void	lane_pump(struct lane *);

/* Jobs */

/* The clock goes on while a tick looks around: never less than zero. */
static bool
older(u_int64_t since, u_int64_t now, u_int64_t than)
{
	return (now > since && now - since > than);
}

static struct job *
job_new(struct rq *rq, const struct db_query *query,
    const char *const *params)
{
	struct job	*job = TAILQ_FIRST(&spare_jobs);

	if (job != NULL)
		TAILQ_REMOVE(&spare_jobs, job, entry);
	else
		job = kore_malloc(sizeof(*job));
	memset(job, 0, sizeof(*job));
	job->rq = rq;
	job->query = query;
	job->params = params;
	job->lane = &lanes[query->lane];
	job->asked = job->since = kore_time_ms();
	njobs++;
	return (job);
}

static void
job_release(struct job *job)
{
	PQclear(job->result);
	TAILQ_INSERT_HEAD(&spare_jobs, job, entry);
	njobs--;
}

/* Its result is there, or will never be: the fiber goes on. */
static void
job_finish(struct job *job)
{
	job->done = true;
	if (job->rq != NULL)
		rq_wake(job->rq);
	else
		job_release(job);
}

/*
 * Its request waits no longer: the result, should it come, is thrown away.
 * The fiber finds job->rq gone and leaves the job alone.
 */
static void
job_abandon(struct job *job)
{
	struct rq	*rq = job->rq;

	job->rq = NULL;
	rq_wake(rq);
}

/* Connections */

/* false when libpq has closed the socket: Kore would end the worker. */
static bool
connexion_watch(struct connexion *c, int events)
{
	if (PQsocket(c->pg) == -1)
		return (false);
	kore_platform_event_schedule(PQsocket(c->pg), events, 0, c);
	return (true);
}

static void
connexion_drop(struct connexion *c)
{
	struct job_list	 lost = TAILQ_HEAD_INITIALIZER(lost);
	struct job	*job;

	if (c->state == READY)
		metric_db(METRIC_DB_LOST);
	if (c->pg != NULL)
		PQfinish(c->pg);	/* closes the socket: epoll forgets */
	c->pg = NULL;
	c->state = DOWN;
	c->broken = false;
	c->retry_at = kore_time_ms() + c->retry_wait;
	c->retry_wait = MIN(c->retry_wait * 2, RETRY_LAST);
	TAILQ_CONCAT(&lost, &c->jobs, entry);
	c->njobs = 0;
	while ((job = TAILQ_FIRST(&lost)) != NULL) {
		TAILQ_REMOVE(&lost, job, entry);
		PQclear(job->result);
		job->result = NULL;
		job_finish(job);
	}
}

static void
connexion_open(struct connexion *c)
{
	char		 options[160];
	const char	*names[] = { "dbname", "options", "application_name",
			    "client_encoding", NULL };
	const char	*values[] = { conf()->pg_conninfo, options,
			    c->lane->name, "UTF8", NULL };

	/* Short statements are written for one plan, made once. */
	(void)snprintf(options, sizeof(options),
	    "-c statement_timeout=%ld -c client_connection_check_interval=%d%s",
	    c->lane->timeout, c->lane->depth == 1 ? 1000 : 0,
	    c->lane->depth == 1 ? "" :
	    " -c plan_cache_mode=force_generic_plan");
	c->pg = PQconnectStartParams(names, values, 1);
	if (c->pg == NULL || PQstatus(c->pg) == CONNECTION_BAD) {
		connexion_drop(c);
		return;
	}
	c->state = CONNECTING;
	c->since = kore_time_ms();
	if (!connexion_watch(c, EPOLLOUT))
		connexion_drop(c);
}

static void
quiet(void *arg, const char *message)
{
	(void)arg, (void)message;
}

static bool
belongs(const struct db_query *query, const struct lane *lane)
{
	return (lane == &lanes[query->lane] ||
	    (query == &SQL_idempotence_ouvrir && lane == &lanes[DB_WRITE]));
}

/* The connection is open: prepare every query of its lane. */
static bool
connexion_prepare(struct connexion *c)
{
	size_t	i;

	(void)PQsetNoticeProcessor(c->pg, quiet, NULL);
	if (PQsetnonblocking(c->pg, 1) == -1 || PQenterPipelineMode(c->pg) == 0)
		return (false);
	for (i = 0; i < sql_nqueries; i++) {
		if (belongs(sql_queries[i], c->lane) &&
		    PQsendPrepare(c->pg, sql_queries[i]->name,
		    sql_queries[i]->text, 0, NULL) == 0)
			return (false);
	}
	if (PQpipelineSync(c->pg) == 0)
		return (false);
	c->state = PREPARING;
	return (true);
}

static bool
connexion_connect(struct connexion *c)
{
	switch (PQconnectPoll(c->pg)) {
	case PGRES_POLLING_READING:
		return (connexion_watch(c, EPOLLIN));
	case PGRES_POLLING_WRITING:
		return (connexion_watch(c, EPOLLOUT));
	case PGRES_POLLING_OK:
		return (connexion_prepare(c));
	default:
		return (false);
	}
}

/* Writes what libpq holds back; watches for room when some is left. */
static bool
connexion_flush(struct connexion *c)
{
	int	left = PQflush(c->pg);

	if (left == -1)
		return (false);
	if ((left == 1) != c->writing || c->state == PREPARING) {
		c->writing = (left == 1);
		return (connexion_watch(c, EPOLLIN |
		    (c->writing ? EPOLLOUT : 0)));
	}
	return (true);
}

static bool
connexion_send(struct connexion *c, struct job *job)
{
	const struct rq_key	*key = rq_key(job->rq);
	const struct db_query	*q = job->query;

	if (key != NULL && q->lane == DB_WRITE && PQsendQueryPrepared(c->pg,
	    SQL_idempotence_ouvrir.name, 4, (const char *const []){
	    key->caller, key->key, key->fingerprint, key->status },
	    NULL, NULL, 0) == 0)
		return (false);
	return (PQsendQueryPrepared(c->pg, q->name, q->nparams, job->params,
	    NULL, NULL, 0) == 1 && PQpipelineSync(c->pg) == 1 &&
	    connexion_flush(c));
}

/* A result that is not a Sync: keep the last good one, or the first error. */
static void
connexion_result(struct connexion *c, PGresult *res)
{
	struct job	*job = TAILQ_FIRST(&c->jobs);

	if (c->state == PREPARING) {
		if (PQresultStatus(res) == PGRES_FATAL_ERROR) {
			journal_error("db_prepare",
			    PQresultErrorMessage(res));
			c->broken = true;
		}
		PQclear(res);
		return;
	}
	assert(job != NULL);
	if (job->result != NULL &&
	    PQresultStatus(job->result) == PGRES_FATAL_ERROR) {
		PQclear(res);
		return;
	}
	PQclear(job->result);
	job->result = res;
}

static void
connexion_sync(struct connexion *c)
{
	struct job	*job = TAILQ_FIRST(&c->jobs), *next;

	if (c->state == PREPARING) {
		if (c->broken)
			return;
		c->state = READY;
		c->retry_wait = RETRY_FIRST;
	} else {
		assert(job != NULL);
		TAILQ_REMOVE(&c->jobs, job, entry);
		c->njobs--;
		if ((next = TAILQ_FIRST(&c->jobs)) != NULL)
			next->since = kore_time_ms();	/* its turn now */
		job_finish(job);
	}
	lane_pump(c->lane);
}

/* Reads all that has come. false when the connection is lost. */
static bool
connexion_read(struct connexion *c)
{
	PGresult	*res;
	int		 nothing = 0;

	if (PQconsumeInput(c->pg) == 0)
		return (false);
	while ((c->njobs > 0 || c->state == PREPARING) && !c->broken &&
	    PQstatus(c->pg) == CONNECTION_OK && !PQisBusy(c->pg)) {
		/* NULL ends a statement; twice, libpq has lost the thread. */
		if ((res = PQgetResult(c->pg)) == NULL) {
			if (++nothing > 1)
				return (false);
			continue;
		}
		nothing = 0;
		if (PQresultStatus(res) == PGRES_PIPELINE_SYNC) {
			PQclear(res);
			connexion_sync(c);
		} else {
			connexion_result(c, res);
		}
	}
	return (!c->broken && PQstatus(c->pg) == CONNECTION_OK);
}

static void
connexion_event(void *arg, int error)
{
	struct connexion	*c = arg;
	bool			 alive;

	c->evt.flags = 0;
	if (c->pg == NULL)
		return;
	if (c->state == CONNECTING)
		alive = connexion_connect(c);
	else
		alive = connexion_read(c) && !error;
	if (alive && c->state != CONNECTING)
		alive = connexion_flush(c);
	if (!alive)
		connexion_drop(c);
}

/* Lanes */

static struct connexion *
lane_pick(struct lane *lane)
{
	struct connexion	*best = NULL, *c;
	size_t			 i;

	for (i = 0; i < lane->nconnexions; i++) {
		c = &lane->connexions[i];
		if (c->state != READY || c->broken || c->njobs >= lane->depth)
			continue;
		if (best == NULL || c->njobs < best->njobs)
			best = c;
	}
	return (best);
}

/* Sends a job, which is in no list, if a connection can take it. */
static bool
lane_send(struct lane *lane, struct job *job)
{
	struct connexion	*c;

	while ((c = lane_pick(lane)) != NULL) {
		if (connexion_send(c, job)) {
			job->connexion = c;
			job->since = kore_time_ms();
			TAILQ_INSERT_TAIL(&c->jobs, job, entry);
			c->njobs++;
			return (true);
		}
		c->broken = true;	/* dropped at the next tick */
	}
	return (false);
}

static void
lane_pump(struct lane *lane)
{
	struct job	*job;

	while ((job = TAILQ_FIRST(&lane->queue)) != NULL &&
	    lane_pick(lane) != NULL) {
		TAILQ_REMOVE(&lane->queue, job, entry);
		if (!lane_send(lane, job)) {
			TAILQ_INSERT_HEAD(&lane->queue, job, entry);
			return;
		}
		lane->nqueue--;
	}
}

/* Has it been without any connection for longer than a job would wait? */
static bool
lane_away(struct lane *lane)
{
	size_t	i;

	for (i = 0; i < lane->nconnexions; i++) {
		if (lane->connexions[i].state == READY)
			return (false);
	}
	return (older(lane->seen, kore_time_ms(), QUEUE_WAIT));
}

/*
 * Those behind a statement that waits for a lock would each take their whole
 * timeout in turn. No request waits longer than one of them.
 */
static void
connexion_tire(struct connexion *c, u_int64_t now)
{
	struct job	*job;

	TAILQ_FOREACH(job, &c->jobs, entry) {
		if (job->rq != NULL && older(job->asked, now,
		    (u_int64_t)c->lane->timeout + GRACE))
			job_abandon(job);
	}
}

static void
lane_tick(struct lane *lane, u_int64_t now)
{
	struct connexion	*c;
	struct job		*job;
	size_t			 i;

	for (i = 0; i < lane->nconnexions; i++) {
		c = &lane->connexions[i];
		job = TAILQ_FIRST(&c->jobs);
		if (c->state == DOWN && now >= c->retry_at)
			connexion_open(c);
		else if (c->broken || ((c->state == CONNECTING ||
		    c->state == PREPARING) &&
		    older(c->since, now, CONNECT_WAIT)))
			connexion_drop(c);
		else if (job != NULL && older(job->since, now,
		    (u_int64_t)lane->timeout + GRACE))
			connexion_drop(c);
		connexion_tire(c, now);
		if (c->state == READY)
			lane->seen = now;
	}
	lane_pump(lane);
	while ((job = TAILQ_FIRST(&lane->queue)) != NULL &&
	    older(job->since, now, QUEUE_WAIT)) {
		TAILQ_REMOVE(&lane->queue, job, entry);
		lane->nqueue--;
		job_finish(job);
	}
}

static void
tick(void *arg, u_int64_t now)
{
	size_t	i;

	(void)arg;
	for (i = 0; i < NLANES; i++)
		lane_tick(&lanes[i], now);
	metric_worker(worker->id, njobs, fiber_count());
}

/* The client has left. */
static void
job_forget(void *arg)
{
	struct job		*job = arg;
	struct connexion	*c = job->connexion;

	job->rq = NULL;
	if (job->done || c == NULL) {
		if (!job->done) {
			TAILQ_REMOVE(&job->lane->queue, job, entry);
			job->lane->nqueue--;
		}
		job_release(job);
	} else if (job->lane->depth == 1) {
		c->retry_wait = RETRY_FIRST;
		connexion_drop(c);	/* PostgreSQL notices and cancels */
	}
}

/* Asking */

static _Noreturn void
fail_with(struct rq *rq, const struct db_query *query, PGresult *res)
{
	const char	*state = PQresultErrorField(res, PG_DIAG_SQLSTATE);
	enum problem	 problem;

	if (state == NULL)
		state = "08006";
	if (strcmp(state, "VI001") == 0)
		rq_replay(rq);
	problem = db_result_problem(state);
	metric_db(METRIC_DB_ERROR);
	if (problem == PROBLEM_ERREUR_INTERNE)
		journal_query(query->name, state, db_result_bug(state) ?
		    PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY) :
		    NULL);
	if (problem == PROBLEM_SERVICE_INDISPONIBLE)
		rq_fail_later(rq, problem, 1);
	rq_fail(rq, problem);
}

static void
clear_result(void *res)
{
	PQclear(res);
}

/* Runs a query; its result, good or bad, belongs to the arena. */
static PGresult *
db_run(struct rq *rq, const struct db_query *query, const char *const *params,
    int nparams)
{
	struct lane	*lane = &lanes[query->lane];
	struct job	*job;
	PGresult	*res;

	assert(nparams == query->nparams);
	job = job_new(rq, query, params);
	if (!lane_send(lane, job)) {
		if (lane->nqueue >= (size_t)conf()->queue || lane_away(lane)) {
			metric_db(METRIC_DB_QUEUE_FULL);
			job_release(job);
			rq_fail_later(rq, PROBLEM_SERVICE_INDISPONIBLE, 2);
		}
		TAILQ_INSERT_TAIL(&lane->queue, job, entry);
		lane->nqueue++;
	}
	rq_wait(rq, job_forget, job);
	if (job->rq == NULL)
		rq_fail_later(rq, PROBLEM_SERVICE_INDISPONIBLE, 2);
	res = job->result;
	job->result = NULL;
	job_release(job);
	if (res == NULL)
		rq_fail_later(rq, PROBLEM_SERVICE_INDISPONIBLE, 1);
	arena_defer(rq_arena(rq), clear_result, res);
	return (res);
}

/* The same; fails or returns. */
static PGresult *
db_ask(struct rq *rq, const struct db_query *query, const char *const *params,
    int nparams)
{
	PGresult	*res = db_run(rq, query, params, nparams);

	if (PQresultStatus(res) != PGRES_TUPLES_OK &&
	    PQresultStatus(res) != PGRES_COMMAND_OK)
		fail_with(rq, query, res);
	return (res);
}

struct db_answer
db_json_or_null_n(struct rq *rq, const struct db_query *query,
    const char *const *params, int n)
{
	return (db_result_answer(db_ask(rq, query, params, n)));
}

struct db_answer
db_json_unless_known_n(struct rq *rq, const struct db_query *query,
    const char *const *params, int n)
{
	PGresult	*res = db_run(rq, query, params, n);

	if (db_result_duplicate(res))
		return ((struct db_answer){ NULL, 0, NULL, NULL });
	if (PQresultStatus(res) != PGRES_TUPLES_OK)
		fail_with(rq, query, res);
	return (db_result_answer(res));
}

struct db_answer
db_json_n(struct rq *rq, const struct db_query *query,
    const char *const *params, int n)
{
	struct db_answer	a = db_json_or_null_n(rq, query, params, n);

	if (a.corps == NULL)
		rq_fail(rq, PROBLEM_INTROUVABLE);
	return (a);
}

struct db_answer
db_json_swap_n(struct rq *rq, const struct db_query *query,
    const char *const *params, int n)
{
	struct db_answer	a = db_json_or_null_n(rq, query, params, n);

	if (a.corps == NULL)
		rq_fail(rq, rq_if_match(rq) != NULL ?
		    PROBLEM_VERSION_PERIMEE : PROBLEM_CONFLIT);
	return (a);
}

bool
db_row_n(struct rq *rq, const struct db_query *query,
    const struct db_column *columns, void *out, const char *const *params,
    int n)
{
	return (db_result_row(rq_arena(rq), db_ask(rq, query, params, n),
	    columns, out));
}

long
db_exec_n(struct rq *rq, const struct db_query *query,
    const char *const *params, int n)
{
	return (db_result_count(db_ask(rq, query, params, n)));
}

/* Start and stop */

static void
lane_start(struct lane *lane, long n, long timeout)
{
	struct connexion	*c;

	TAILQ_INIT(&lane->queue);
	lane->nconnexions = (size_t)MIN(MAX(n, 1), CONNECTIONS_MAX);
	lane->timeout = timeout;
	lane->seen = kore_time_ms();
	for (size_t i = 0; i < lane->nconnexions; i++) {
		c = &lane->connexions[i];
		c->evt.handle = connexion_event;
		c->lane = lane;
		c->retry_wait = RETRY_FIRST;
		TAILQ_INIT(&c->jobs);
		connexion_open(c);
	}
}

void
db_start(void)
{
	lane_start(&lanes[DB_READ], conf()->reads, conf()->read_timeout);
	lane_start(&lanes[DB_WRITE], conf()->writes, conf()->write_timeout);
	lane_start(&lanes[DB_HEAVY], conf()->heavy, conf()->heavy_timeout);
	(void)kore_timer_add(tick, TICK, NULL, 0);
}

void
db_stop(void)
{
	struct connexion	*c;

	for (size_t i = 0; i < NLANES; i++) {
		for (size_t j = 0; j < lanes[i].nconnexions; j++) {
			c = &lanes[i].connexions[j];
			c->state = DOWN;	/* not lost: left */
			connexion_drop(c);
		}
	}
}
