/*
 * PGresult -> what db.h promises. Shared by db_pipeline.c and db_sync.c.
 */
#ifndef VIGIE_DB_RESULT_H
#define VIGIE_DB_RESULT_H

#include <libpq-fe.h>
#include <stdbool.h>

#include "core/arena.h"
#include "core/db.h"
#include "core/problem.h"

/* Columns corps, version, lieu of the first row; corps NULL without a row. */
struct db_answer db_result_answer(const PGresult *);

/* The first row into *out; texts are copied into the arena. */
bool		 db_result_row(struct arena *, const PGresult *,
		    const struct db_column *, void *out);

/* Rows touched or returned. */
long		 db_result_count(const PGresult *);

/* Did it fail because a unique index has it already? */
bool		 db_result_duplicate(const PGresult *);

/* The problem a SQLSTATE stands for; one table. */
enum problem	 db_result_problem(const char *sqlstate);

/*
 * Does it mean that our own code is wrong (and deserve its text in the log)?
 * Only the primary message: the detail quotes the row. Other messages may
 * quote personal data and are not logged.
 */
bool		 db_result_bug(const char *sqlstate);

#endif
