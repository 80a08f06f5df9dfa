/*
 * The functions of db.h for a program that may block: one connection, each
 * query prepared at its first use, inside the transaction of the job.
 */
#include <assert.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <libpq-fe.h>

#include "core/conf.h"
#include "core/db.h"
#include "core/db_result.h"
#include "core/job.h"
#include "core/journal.h"
#include "gen/sql.h"

#define QUERIES_MAX	512

static PGconn		*pg;
static bool		 prepared[QUERIES_MAX];
static struct arena	*arena;
static jmp_buf		*catcher;	/* of the running job, or part */
static char		 failure[JOB_ERROR_MAX];

static void
quiet(void *arg, const char *message)
{
	(void)arg, (void)message;
}

void
job_disconnect(void)
{
	PQfinish(pg);
	pg = NULL;
}

bool
job_connect(void)
{
	/* Nothing waits for ever: not a lock, not a network that is gone. */
	const char *const	names[] = { "dbname", "application_name",
				    "client_encoding", "connect_timeout",
				    "tcp_user_timeout", "options", NULL };
	const char *const	values[] = { conf()->pg_conninfo, "relais",
				    "UTF8", "5", "10000",
				    "-c statement_timeout=60s", NULL };

	if (pg != NULL && PQstatus(pg) == CONNECTION_OK)
		return (true);
	PQfinish(pg);
	pg = PQconnectdbParams(names, values, 1);
	memset(prepared, 0, sizeof(prepared));
	if (PQstatus(pg) != CONNECTION_OK)
		return (false);
	(void)PQsetNoticeProcessor(pg, quiet, NULL);
	return (true);
}

struct arena *
job_arena(void)
{
	return (arena);
}

uint64_t
job_micros(void)
{
	struct timespec	now;

	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	return ((uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000);
}

void
job_fail(const char *fmt, ...)
{
	va_list	args;

	va_start(args, fmt);
	(void)vsnprintf(failure, sizeof(failure), fmt, args);
	va_end(args);
	longjmp(*catcher, JOB_FAILED);
}

void
job_refuse(const char *fmt, ...)
{
	va_list	args;

	va_start(args, fmt);
	(void)vsnprintf(failure, sizeof(failure), fmt, args);
	va_end(args);
	longjmp(*catcher, JOB_REFUSED);
}

static void
clear_result(void *res)
{
	PQclear(res);
}

static PGresult *
checked(PGresult *res, const char *name)
{
	const char	*state;

	arena_defer(arena, clear_result, res);
	if (PQresultStatus(res) == PGRES_TUPLES_OK ||
	    PQresultStatus(res) == PGRES_COMMAND_OK)
		return (res);
	state = PQresultErrorField(res, PG_DIAG_SQLSTATE);
	if (state == NULL)
		state = "08006";
	if (db_result_problem(state) == PROBLEM_ERREUR_INTERNE)
		journal_query(name, state, db_result_bug(state) ?
		    PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY) :
		    NULL);
	job_fail("%s : SQLSTATE %s", name, state);
}

static void
command(const char *text)
{
	(void)checked(PQexec(pg, text), text);
}

/* longjmp() gives only an int, and only once. */
static enum job_issue
issue_of(int thrown)
{
	return (thrown == JOB_REFUSED ? JOB_REFUSED : JOB_FAILED);
}

enum job_issue
job_run(void (*fn)(void *), void *arg, char *error)
{
	jmp_buf			here;
	volatile enum job_issue	issue = JOB_DONE;
	int			thrown;

	if (arena == NULL)
		arena = arena_new();
	catcher = &here;
	if ((thrown = setjmp(here)) == 0) {
		command("begin");
		fn(arg);
		command("commit");
	} else {
		issue = issue_of(thrown);
		PQclear(PQexec(pg, "rollback"));
		(void)snprintf(error, JOB_ERROR_MAX, "%s", failure);
	}
	catcher = NULL;
	arena_reset(arena);
	return (issue);
}

enum job_issue
job_try(void (*fn)(void *), void *arg, char *error)
{
	jmp_buf		 here, *const outer = catcher;
	int		 thrown;

	command("savepoint part");
	catcher = &here;
	if ((thrown = setjmp(here)) == 0) {
		fn(arg);
		catcher = outer;
		return (JOB_DONE);
	}
	catcher = outer;
	command("rollback to part");
	(void)snprintf(error, JOB_ERROR_MAX, "%s", failure);
	return (issue_of(thrown));
}

static size_t
query_index(const struct db_query *query)
{
	size_t	i;

	for (i = 0; i < sql_nqueries && sql_queries[i] != query; i++)
		;
	assert(i < sql_nqueries && i < QUERIES_MAX);
	return (i);
}

static PGresult *
db_ask(const struct db_query *query, const char *const *params, int n)
{
	size_t	i = query_index(query);

	assert(n == query->nparams);
	if (!prepared[i]) {
		(void)checked(PQprepare(pg, query->name, query->text, 0, NULL),
		    query->name);
		prepared[i] = true;
	}
	return (checked(PQexecPrepared(pg, query->name, n, params, NULL, NULL,
	    0), query->name));
}

struct db_answer
db_json_or_null_n(struct rq *rq, const struct db_query *query,
    const char *const *params, int n)
{
	assert(rq == NULL);
	return (db_result_answer(db_ask(query, params, n)));
}

/* A job's transaction does not outlive an error: it fails, and is retried. */
struct db_answer
db_json_unless_known_n(struct rq *rq, const struct db_query *query,
    const char *const *params, int n)
{
	return (db_json_or_null_n(rq, query, params, n));
}

struct db_answer
db_json_n(struct rq *rq, const struct db_query *query,
    const char *const *params, int n)
{
	struct db_answer	a = db_json_or_null_n(rq, query, params, n);

	if (a.corps == NULL)
		job_fail("%s : aucune ligne", query->name);
	return (a);
}

struct db_answer
db_json_swap_n(struct rq *rq, const struct db_query *query,
    const char *const *params, int n)
{
	return (db_json_n(rq, query, params, n));
}

bool
db_row_n(struct rq *rq, const struct db_query *query,
    const struct db_column *columns, void *out, const char *const *params,
    int n)
{
	assert(rq == NULL);
	return (db_result_row(arena, db_ask(query, params, n), columns, out));
}

long
db_exec_n(struct rq *rq, const struct db_query *query,
    const char *const *params, int n)
{
	assert(rq == NULL);
	return (db_result_count(db_ask(query, params, n)));
}
