/*
 * The API's process: configuration before the workers are forked, then in
 * each worker the database, and the system calls it may make.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <kore/kore.h>
#include <kore/hooks.h>
#include <kore/http.h>
#include <kore/seccomp.h>

#include <sodium.h>

#include "core/auth.h"
#include "core/conf.h"
#include "core/db_pipeline.h"
#include "core/journal.h"
#include "core/limit.h"
#include "core/metric.h"
#include "core/problem.h"
#include "gen/contract.h"

/* The sanitizers of the development build: threads, and their reports. */
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZER_CALLS	KORE_SYSCALL_ALLOW(gettid),			\
			KORE_SYSCALL_ALLOW(sched_getaffinity),		\
			KORE_SYSCALL_ALLOW(sched_yield),		\
			KORE_SYSCALL_ALLOW(prlimit64),
#else
#define SANITIZER_CALLS
#endif

/*
 * Beyond Kore's own list (src/seccomp.c, src/tasks.c), what was seen to be
 * asked for. Anything else ends the worker.
 */
KORE_SECCOMP_FILTER("vigie",
	SANITIZER_CALLS
	/* libpq opens a connection: ~/.pgpass, the socket, its state */
	KORE_SYSCALL_ALLOW(newfstatat),
	KORE_SYSCALL_ALLOW(socket),
	KORE_SYSCALL_ALLOW(connect),
	KORE_SYSCALL_ALLOW(getsockopt),
	KORE_SYSCALL_ALLOW(getsockname),
	/* a PostgreSQL on another machine is found by the resolver */
	KORE_SYSCALL_ALLOW(bind),
	KORE_SYSCALL_ALLOW(recvmsg),
	KORE_SYSCALL_ALLOW(sendmmsg),
	KORE_SYSCALL_ALLOW(uname),
	/* realloc() of a large block: a body, a result of many rows */
	KORE_SYSCALL_ALLOW(mremap),
	/* a thread for argon2id, as glibc 2.36 makes one */
	KORE_SYSCALL_ALLOW(clone3),
	KORE_SYSCALL_ALLOW(rseq)
)

#define ID	12	/* bytes of a request's id */

static _Noreturn void
refuse(const char *sentence)
{
	(void)fprintf(stderr, "vigie : %s\n", sentence);
	exit(1);
}

void
kore_parent_configure(int argc, char **argv)
{
	const char	*error;

	(void)argc, (void)argv;
	/* Kerberos would have libpq list directories under the filter. */
	(void)setenv("PGGSSENCMODE", "disable", 0);
	if (sodium_init() == -1)
		refuse("libsodium ne démarre pas.");
	if (conf_load(&error) == NULL)
		refuse(error);
	if ((error = auth_init()) != NULL)
		refuse(error);
	conf_print();
	limit_init();
	metric_init(contract_noperations);
}

static void
flush(void *arg, u_int64_t now)
{
	(void)arg, (void)now;
	journal_flush();
}

void
kore_worker_configure(void)
{
	db_start();
	(void)kore_timer_add(flush, 1000, NULL, 0);
}

void
kore_worker_teardown(void)
{
	db_stop();
	journal_flush();
}

/* What Kore refuses by itself is answered, and written down, like the rest. */
const char *
kore_http_error_body(int status, size_t *len, const char **id)
{
	static char		 made[ID * 2 + 1];
	static struct arena	*arena;
	unsigned char		 bytes[ID];
	const char		*text;
	enum problem		 problem = problem_of_status(status);

	if (arena == NULL)
		arena = arena_new();
	arena_reset(arena);
	randombytes_buf(bytes, sizeof(bytes));
	*id = sodium_bin2hex(made, sizeof(made), bytes, sizeof(bytes));
	text = problem_body(arena, problem, NULL, NULL, *id);
	*len = strlen(text);
	journal_access(&(struct journal_access){ .request_id = *id,
	    .method = "-", .operation = "-", .role = "-", .status = status,
	    .bytes = *len });
	metric_request(contract_noperations, status, 0);
	return (text);
}
