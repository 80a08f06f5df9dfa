/*
 * PostgreSQL as plain calls: ask, wait, get.
 *
 * Each call is one round trip and one transaction.  In the API
 * (db_pipeline.c) it waits inside the request's fiber while the worker serves
 * others; in relais and tests (db_sync.c) it blocks.  A failure never comes
 * back: it ends the request (rq_fail) or, in relais, the job.
 *
 * Queries are named in <feature>.sql and embedded as SQL_<name> (gen/sql.h).
 * Parameters are text (NULL is SQL null), in the arena or static, as many as
 * the query says: a wrong count is an assertion.
 */
#ifndef VIGIE_DB_H
#define VIGIE_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct rq;

enum db_lane {
	DB_READ,	/* short reads, pipelined on a few connections */
	DB_WRITE,	/* durable writes, answered after their commit */
	DB_HEAVY	/* statistics, exports, long lists: exclusive */
};

struct db_query {
	const char	*name;
	const char	*text;
	int		 nparams;
	enum db_lane	 lane;
};

/* Columns of a row -> members of a struct, by a typed table. */
enum db_type { DB_TEXT, DB_INT, DB_BOOL, DB_DOUBLE };

struct db_column {
	const char	*name;		/* asserted against PQfname() */
	enum db_type	 type;
	size_t		 offset;
};

/* What sizeof holds fails to compile when the member has another type. */
#define DB_COLUMN(kind, ctype, st, member)				\
	{ #member, kind, offsetof(struct st, member) +			\
	    0 * sizeof((ctype *){ &((struct st *)0)->member }) }
#define DB_COL_TEXT(st, m)	DB_COLUMN(DB_TEXT, const char *, st, m)
#define DB_COL_INT(st, m)	DB_COLUMN(DB_INT, int64_t, st, m)
#define DB_COL_BOOL(st, m)	DB_COLUMN(DB_BOOL, bool, st, m)
#define DB_COL_DOUBLE(st, m)	DB_COLUMN(DB_DOUBLE, double, st, m)
#define DB_COL_END		{ NULL, DB_TEXT, 0 }

/* What a query for an answer gives: columns corps, version, lieu. */
struct db_answer {
	const char	*corps;		/* JSON text, NULL when no row */
	size_t		 len;
	const char	*version;	/* text for the ETag, or NULL */
	const char	*lieu;		/* Location, or NULL */
};

#define DB_PARAMS(...)							\
	(const char *const []){ __VA_ARGS__ },				\
	(int)(sizeof((const char *const []){ __VA_ARGS__ }) /		\
	sizeof(const char *))

/*
 * The answer of one row.  db_json() fails the request with 404 when there is
 * no row; db_json_or_null() leaves corps NULL.
 */
#define db_json(rq, q, ...)	db_json_n(rq, q, DB_PARAMS(__VA_ARGS__))
#define db_json_or_null(rq, q, ...)					\
	db_json_or_null_n(rq, q, DB_PARAMS(__VA_ARGS__))

/*
 * The same for an insertion: corps is NULL when a unique index says that
 * somebody has just made it.
 */
#define db_json_unless_known(rq, q, ...)				\
	db_json_unless_known_n(rq, q, DB_PARAMS(__VA_ARGS__))

/* Compare-and-swap: no row means that the race is lost, 412 or 409. */
#define db_json_swap(rq, q, ...)					\
	db_json_swap_n(rq, q, DB_PARAMS(__VA_ARGS__))

/* One row into *out by columns; false when there is none. */
#define db_row(rq, q, columns, out, ...)				\
	db_row_n(rq, q, columns, out, DB_PARAMS(__VA_ARGS__))

/* Runs it; returns the number of rows touched or returned. */
#define db_exec(rq, q, ...)	db_exec_n(rq, q, DB_PARAMS(__VA_ARGS__))

struct db_answer db_json_n(struct rq *, const struct db_query *,
		    const char *const *, int);
struct db_answer db_json_or_null_n(struct rq *, const struct db_query *,
		    const char *const *, int);
struct db_answer db_json_unless_known_n(struct rq *, const struct db_query *,
		    const char *const *, int);
struct db_answer db_json_swap_n(struct rq *, const struct db_query *,
		    const char *const *, int);
bool		db_row_n(struct rq *, const struct db_query *,
		    const struct db_column *, void *, const char *const *,
		    int);
long		db_exec_n(struct rq *, const struct db_query *,
		    const char *const *, int);

#endif
