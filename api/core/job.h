/*
 * A unit of work of relais: one transaction, failed or done.
 *
 * In relais the db_*() functions (db_sync.c) block; their struct rq is NULL.
 * A failure, theirs or job_fail(), leaves the job by longjmp and rolls its
 * transaction back.
 */
#ifndef VIGIE_JOB_H
#define VIGIE_JOB_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

/* Connects, or checks the connection. false: PostgreSQL is away. */
bool		 job_connect(void);
void		 job_disconnect(void);

/*
 * Runs fn(arg) in a transaction. false, with what went wrong in error (cut to
 * size), when it failed; nothing it wrote remains then.
 */
bool		 job_run(void (*fn)(void *), void *arg, char *error,
		    size_t size);

/* Ends the running job as failed. */
_Noreturn void	 job_fail(const char *fmt, ...)
		    __attribute__((format(printf, 1, 2)));

/* Memory of the running job. */
struct arena	*job_arena(void);

#endif
