/*
 * A unit of work of relais: one transaction, failed or done.
 *
 * In relais the db_*() functions (db_sync.c) block; their struct rq is NULL.
 * A failure, theirs or job_fail(), leaves the job by longjmp and rolls its
 * transaction back.  Inside a job, job_try() does the same for a part of it
 * (a savepoint), so that the job can still write down that the part failed.
 */
#ifndef VIGIE_JOB_H
#define VIGIE_JOB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"

#define JOB_ERROR_MAX	500

enum job_issue {
	JOB_DONE,
	JOB_FAILED,	/* may go better later */
	JOB_REFUSED	/* will never go better: job_refuse() */
};

/* Connects, or checks the connection. false: PostgreSQL is away. */
bool		 job_connect(void);
void		 job_disconnect(void);

/*
 * Runs fn(arg) in a transaction. Otherwise than JOB_DONE nothing it wrote
 * remains, and error (JOB_ERROR_MAX) says what went wrong.
 */
enum job_issue	 job_run(void (*fn)(void *), void *arg, char *error);

/* The same for a part of the running job; one level deep. */
enum job_issue	 job_try(void (*fn)(void *), void *arg, char *error);

/* Ends the running part, or job. No personal data in the text: it is kept. */
_Noreturn void	 job_fail(const char *fmt, ...)
		    __attribute__((format(printf, 1, 2)));
_Noreturn void	 job_refuse(const char *fmt, ...)
		    __attribute__((format(printf, 1, 2)));

/* Memory of the running job. */
struct arena	*job_arena(void);

/* A clock that only goes forward, in microseconds. */
uint64_t	 job_micros(void);

#endif
