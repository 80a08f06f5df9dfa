/*
 * db_pipeline.c alone, on a real PostgreSQL: an event loop, a few requests
 * and queries stand for Kore, rq.c and gen/sql.c. What black-box tests cannot
 * aim at: the queue, several statements before one Sync, commits that fail,
 * lost backends, clients who leave at every stage.
 *
 *   pipeline <conninfo>     prints a line per test; built by pipeline.test.js
 */
#include <sys/epoll.h>

#include <assert.h>
#include <err.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <kore/kore.h>

#include "core/arena.h"
#include "core/conf.h"
#include "core/db.h"
#include "core/db_pipeline.h"
#include "core/fiber.h"
#include "core/metric.h"
#include "core/rq.h"
#include "core/rq_wait.h"

#define CHECK(what)	((what) ? (void)0 : \
	errx(1, "%s:%d: %s", __func__, __LINE__, #what))

/* Queries */

#define Q(n, l, p, t)	static const struct db_query n = { #n, t, p, l }
Q(echo, DB_READ, 1, "select $1::text, null, null");
Q(echo_write, DB_WRITE, 1, "select $1::text, null, null");
Q(sleep_read, DB_READ, 1, "select 'a', null, null from pg_sleep($1::float)");
Q(sleep_write, DB_WRITE, 1, "select 'a', null, null from pg_sleep($1::float)");
Q(sleep_heavy, DB_HEAVY, 1, "select 'a', null, null from pg_sleep($1::float)");
Q(large, DB_READ, 1, "select repeat($1::text, 10), null, null");
Q(sleepers, DB_READ, 1, "select count(*)::text, null, null from "
    "pg_stat_activity where state = 'active' and query like '%pg_sleep%' "
    "and usename = current_user and application_name = $1::text");
Q(insert, DB_WRITE, 1, "insert into pipeline_essai.essai (v) values ($1) "
    "returning v, null, null");
Q(insert_twice, DB_WRITE, 1, "insert into pipeline_essai.essai (v, unique_v) "
    "values ($1, 1), ($1, 1) returning v, null, null");
Q(count, DB_READ, 1, "select count(*)::text, null, null from "
    "pipeline_essai.essai where v = $1::text");
Q(kill_readers, DB_WRITE, 1, "select count(pg_terminate_backend(pid))::text, "
    "null, null from pg_stat_activity where application_name = $1::text and "
    "usename = current_user");
const struct db_query SQL_idempotence_ouvrir = { "ouvrir",
	"select pipeline_essai.ouvrir($1, $2, $3, $4)", 4, DB_WRITE };

const struct db_query *const sql_queries[] = { &echo, &echo_write,
	&sleep_read, &sleep_write, &sleep_heavy, &large, &sleepers, &insert,
	&insert_twice, &count, &kill_readers,
	&SQL_idempotence_ouvrir };
const size_t sql_nqueries = sizeof(sql_queries) / sizeof(sql_queries[0]);

/* Kore */

static struct conf		 settings = { .reads = 2, .writes = 3,
	.heavy = 2, .queue = 500, .read_timeout = 5000,
	.write_timeout = 5000, .heavy_timeout = 30000 };
static struct kore_worker	 self;
struct kore_worker		*worker = &self;
static int			 efd;
static void			(*timer)(void *, u_int64_t);

const struct conf *
conf(void)
{
	return (&settings);
}

void *
kore_malloc(size_t n)
{
	void	*p = malloc(n);

	CHECK(p != NULL);
	return (p);
}

u_int64_t
kore_time_ms(void)
{
	struct timespec	t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return ((u_int64_t)t.tv_sec * 1000 + (u_int64_t)t.tv_nsec / 1000000);
}

struct kore_timer *
kore_timer_add(void (*cb)(void *, u_int64_t), u_int64_t ms, void *arg,
    int flags)
{
	(void)ms, (void)arg, (void)flags;
	timer = cb;
	return (NULL);
}

void
kore_platform_event_schedule(int fd, int type, int flags, void *udata)
{
	struct epoll_event	e = { .events = (uint32_t)type,
				    .data.ptr = udata };

	(void)flags;
	if (epoll_ctl(efd, EPOLL_CTL_ADD, fd, &e) == -1)
		CHECK(errno == EEXIST &&
		    epoll_ctl(efd, EPOLL_CTL_MOD, fd, &e) == 0);
}

static u_int64_t	next_tick;

static void
turn(void)
{
	struct epoll_event	 events[64];
	struct kore_event	*evt;
	int			 n = epoll_wait(efd, events, 64, 10);

	for (int i = 0; i < n; i++) {
		evt = events[i].data.ptr;
		evt->handle(evt, (events[i].events & (EPOLLERR | EPOLLHUP)) !=
		    0);
	}
	if (kore_time_ms() >= next_tick) {
		next_tick = kore_time_ms() + 100;
		timer(NULL, kore_time_ms());
	}
}

/* Requests */

struct rq {
	struct fiber	*fiber;
	struct arena	*arena;
	void		(*forget)(void *);
	void		*waiting;
	const struct db_query *query, *then;
	const char	*param;
	struct rq_key	 key;
	enum problem	 problem;
	bool		 done, failed, replayed;
	char		*answer;
	size_t		 len;
	u_int64_t	 since, took;
};

struct arena *
rq_arena(struct rq *rq)
{
	return (rq->arena);
}

const char *
rq_if_match(struct rq *rq)
{
	(void)rq;
	return (NULL);
}

const struct rq_key *
rq_key(struct rq *rq)
{
	return (rq->key.key == NULL ? NULL : &rq->key);
}

void
rq_fail(struct rq *rq, enum problem problem)
{
	rq->failed = true;
	rq->problem = problem;
	fiber_exit();
}

void
rq_fail_later(struct rq *rq, enum problem problem, long seconds)
{
	CHECK(seconds > 0);
	rq_fail(rq, problem);
}

void
rq_replay(struct rq *rq)
{
	rq->replayed = true;
	fiber_exit();
}

void
rq_wait(struct rq *rq, void (*forget)(void *), void *what)
{
	rq->forget = forget;
	rq->waiting = what;
	fiber_wait();
	rq->waiting = NULL;
}

static void
rq_end(struct rq *rq)
{
	rq->fiber = NULL;
	rq->done = true;
	rq->took = kore_time_ms() - rq->since;
}

void
rq_wake(struct rq *rq)
{
	CHECK(rq->fiber != NULL);
	if (fiber_resume(rq->fiber))
		rq_end(rq);
}

static void
run(void *arg)
{
	struct rq		*rq = arg;
	struct db_answer	 a;
	const char		*params[] = { rq->param };

	a = db_json_or_null_n(rq, rq->query, params, rq->query->nparams);
	if (rq->then != NULL)
		a = db_json_or_null_n(rq, rq->then, params,
		    rq->then->nparams);
	rq->answer = arena_strndup(rq->arena, a.corps, a.len);
	rq->len = a.len;
}

static struct rq *
ask(const struct db_query *query, const char *param)
{
	struct rq	*rq = calloc(1, sizeof(*rq));

	rq->arena = arena_new();
	rq->query = query;
	rq->param = arena_strdup(rq->arena, param);
	rq->since = kore_time_ms();
	return (rq);
}

static struct rq *
start(struct rq *rq)
{
	rq->fiber = fiber_start(run, rq);
	if (rq->fiber == NULL)
		rq_end(rq);
	return (rq);
}

static struct rq *
go(const struct db_query *query, const char *param)
{
	return (start(ask(query, param)));
}

static void
forget(struct rq *rq)
{
	if (rq->fiber != NULL) {
		rq->forget(rq->waiting);
		fiber_drop(rq->fiber);
	}
	arena_free(rq->arena);
	free(rq);
}

static void
wait_for(struct rq *rq)
{
	u_int64_t	since = kore_time_ms();

	while (!rq->done) {
		turn();
		CHECK(kore_time_ms() - since < 20000);
	}
}

static void
spend(u_int64_t ms)
{
	u_int64_t	until = kore_time_ms() + ms;

	while (kore_time_ms() < until)
		turn();
}

/* Runs it, compares; expected NULL: it fails with this problem. */
static void
expect(struct rq *rq, const char *expected, enum problem problem)
{
	wait_for(rq);
	if (rq->failed != (expected == NULL) ||
	    (rq->failed && rq->problem != problem) ||
	    (!rq->failed && strcmp(rq->answer, expected) != 0))
		errx(1, "%s(%s): %s %s, expected %s", rq->query->name,
		    rq->param, rq->failed ? problem_code(rq->problem) : "",
		    rq->answer == NULL ? "" : rq->answer,
		    expected == NULL ? problem_code(problem) : expected);
	forget(rq);
}

static char	prefix[40];

static const char *
name(int i)
{
	static char	texts[8][80];	/* several in one call */
	static int	turns;
	char		*text = texts[turns++ % 8];

	(void)snprintf(text, sizeof(texts[0]), "%s-%d", prefix, i);
	return (text);
}

/* Tests */

static void
many_at_once_each_has_its_own_answer(void)
{
	static struct rq	*rqs[300];

	for (int lane = 0; lane < 2; lane++) {
		for (int i = 0; i < 300; i++) {
			rqs[i] = ask(lane == 0 ? &echo : &echo_write, name(i));
			rqs[i]->then = lane == 0 ? &echo_write : &echo;
			start(rqs[i]);
		}
		for (int i = 0; i < 300; i++)
			expect(rqs[i], name(i), 0);
	}
}

static void
a_heavy_query_delays_nobody(void)
{
	struct rq	*heavy[4], *rq;

	for (int i = 0; i < 4; i++)
		heavy[i] = go(&sleep_heavy, "0.6");
	for (int i = 0; i < 50; i++) {
		rq = go(&echo, "x");
		wait_for(rq);
		CHECK(rq->took < 300);
		forget(rq);
	}
	for (int i = 0; i < 4; i++)
		expect(heavy[i], "a", 0);
}

static void
those_who_leave_are_forgotten(void)
{
	static struct rq	*rqs[200];
	struct rq		*rq = NULL;

	for (int i = 0; i < 200; i++)
		rqs[i] = go(i % 2 == 0 ? &sleep_read : &sleep_write, "0.002");
	spend(5);
	for (int i = 0; i < 200; i++) {
		if (i % 3 != 0)
			forget(rqs[i]);
	}
	for (int i = 0; i < 200; i += 3)
		expect(rqs[i], "a", 0);
	expect(go(&echo, "after"), "after", 0);
	/* alone on its connection, a heavy query is even stopped */
	for (int i = 0; i < 2; i++)
		rqs[i] = go(&sleep_heavy, "20");
	spend(100);
	expect(go(&sleepers, "lourd"), "2", 0);
	for (int i = 0; i < 2; i++)
		forget(rqs[i]);
	for (int i = 0; i < 30; i++) {
		spend(100);
		rq = go(&sleepers, "lourd");
		wait_for(rq);
		if (strcmp(rq->answer, "0") == 0)
			break;
		forget(rq);
		rq = NULL;
	}
	CHECK(rq != NULL);
	forget(rq);
	expect(go(&sleep_heavy, "0"), "a", 0);
}

static void
a_full_queue_refuses(void)
{
	static struct rq	*rqs[200];
	int			 refused = 0;

	settings.queue = 10;
	for (int i = 0; i < 200; i++)
		rqs[i] = go(&sleep_read, "0.001");
	for (int i = 0; i < 200; i++)
		refused += rqs[i]->done && rqs[i]->failed &&
		    rqs[i]->problem == PROBLEM_SERVICE_INDISPONIBLE;
	CHECK(refused == 200 - 2 * 32 - 10);
	for (int i = 0; i < 200; i++) {
		wait_for(rqs[i]);
		forget(rqs[i]);
	}
	settings.queue = 500;
}

static struct rq *
with_key(const struct db_query *query, const char *param, const char *key)
{
	struct rq	*rq = ask(query, param);

	rq->key = (struct rq_key){ "moi", arena_strdup(rq->arena, key), "f",
	    "201" };
	return (start(rq));
}

static void
two_statements_are_one_transaction(void)
{
	struct rq	*rq;

	/* the first refuses: the second is not carried out */
	expect(with_key(&insert, name(0), "VI002"), NULL,
	    PROBLEM_CLE_DEJA_UTILISEE);
	rq = with_key(&insert, name(0), "VI001");
	wait_for(rq);
	CHECK(rq->replayed);
	forget(rq);
	expect(go(&count, name(0)), "0", 0);
	/* the second fails: the first is taken back (it writes its key) */
	expect(with_key(&insert_twice, name(1), name(2)), NULL,
	    PROBLEM_CONFLIT);
	expect(go(&count, name(2)), "0", 0);
	/* both */
	expect(with_key(&insert, name(3), name(4)), name(3), 0);
	expect(go(&count, name(3)), "1", 0);
	expect(go(&count, name(4)), "1", 0);
}

/* A constraint that is looked at when the transaction commits. */
static void
a_commit_that_fails_is_a_failure(void)
{
	expect(go(&insert, "refuse"), NULL, PROBLEM_CONFLIT);
	expect(go(&count, "refuse"), "0", 0);
	expect(go(&insert, name(5)), name(5), 0);
}

static void
a_failure_touches_no_neighbour(void)
{
	static struct rq	*rqs[60];

	for (int i = 0; i < 60; i++)
		rqs[i] = go(i % 3 == 0 ? &sleep_read : &echo,
		    i % 3 == 0 ? "not a number" : name(i));
	for (int i = 0; i < 60; i++)
		expect(rqs[i], i % 3 == 0 ? NULL : name(i),
		    PROBLEM_ERREUR_INTERNE);
}

static void
a_lost_backend_comes_back(void)
{
	struct rq	*rqs[20];

	for (int i = 0; i < 20; i++)
		rqs[i] = go(&sleep_read, "0.5");
	spend(50);
	expect(go(&kill_readers, "lecture"), "2", 0);
	for (int i = 0; i < 20; i++)
		expect(rqs[i], NULL, PROBLEM_SERVICE_INDISPONIBLE);
	/* those who ask meanwhile wait for it */
	for (int i = 0; i < 20; i++)
		rqs[i] = go(&echo, "again");
	for (int i = 0; i < 20; i++)
		expect(rqs[i], "again", 0);
}

static void
nobody_waits_for_more_than_one_timeout(void)
{
	struct rq	*rqs[40];
	u_int64_t	 worst = 0;

	db_stop();
	settings.read_timeout = 400;
	db_start();
	expect(go(&echo, "ready"), "ready", 0);
	for (int i = 0; i < 40; i++)
		rqs[i] = go(&sleep_read, "3");
	for (int i = 0; i < 40; i++) {
		wait_for(rqs[i]);
		CHECK(rqs[i]->failed &&
		    rqs[i]->problem == PROBLEM_SERVICE_INDISPONIBLE);
		if (rqs[i]->took > worst)
			worst = rqs[i]->took;
		forget(rqs[i]);
	}
	CHECK(worst < 400 + 1000 + 300);
	db_stop();
	settings.read_timeout = 5000;
	db_start();
	expect(go(&echo, "ready"), "ready", 0);
}

static void
megabytes_go_both_ways(void)
{
	char		*text = malloc(4000001);
	struct rq	*rq, *beside[10];

	memset(text, 'm', 4000000);
	text[4000000] = '\0';
	rq = go(&large, text);
	for (int i = 0; i < 10; i++)
		beside[i] = go(&echo, name(i));
	wait_for(rq);
	CHECK(!rq->failed && rq->len == 40000000);
	forget(rq);
	for (int i = 0; i < 10; i++)
		expect(beside[i], name(i), 0);
	free(text);
}

static void
nothing_is_left(void)
{
	struct arena	*arena = arena_new();

	spend(300);
	CHECK(fiber_count() == 0);
	CHECK(strstr(metric_text(arena, NULL), "vigie_base_en_cours 0\n") !=
	    NULL);
	arena_free(arena);
}

#define T(f)	{ #f, f }
static const struct {
	const char	*name;
	void		(*run)(void);
} tests[] = {
	T(many_at_once_each_has_its_own_answer),
	T(a_heavy_query_delays_nobody), T(those_who_leave_are_forgotten),
	T(a_full_queue_refuses), T(two_statements_are_one_transaction),
	T(a_commit_that_fails_is_a_failure), T(a_failure_touches_no_neighbour),
	T(a_lost_backend_comes_back),
	T(nobody_waits_for_more_than_one_timeout), T(megabytes_go_both_ways),
	T(nothing_is_left)
};

int
main(int argc, char **argv)
{
	if (argc != 2)
		errx(1, "usage: pipeline conninfo");
	settings.pg_conninfo = argv[1];
	(void)snprintf(prefix, sizeof(prefix), "p%d", (int)getpid());
	(void)setvbuf(stdout, NULL, _IOLBF, 0);
	efd = epoll_create1(0);
	metric_init(0);
	db_start();
	for (size_t i = 0; i < sizeof(tests) / sizeof(tests[0]); i++) {
		tests[i].run();
		printf("ok %s\n", tests[i].name);
	}
	db_stop();
	return (0);
}
