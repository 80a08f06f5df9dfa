/*
 * argon2id in Kore tasks (two threads a worker). The task owns all it needs,
 * so that a client may leave at any moment.
 */
#include <string.h>

#include <kore/kore.h>
#include <kore/http.h>
#include <kore/tasks.h>

#include <sodium.h>

#include "core/password.h"
#include "core/rq.h"
#include "core/rq_wait.h"

#define PASSWORD_MAX	800	/* bytes: 200 characters */
#define PENDING_MAX	32	/* per worker; beyond, 503 */

/* Of no account; verified when there is none, to take the same time. */
#define NOBODY		"$argon2id$v=19$m=65536,t=2,p=1$"		\
			"AAAAAAAAAAAAAAAAAAAAAA$"			\
			"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

struct work {
	struct kore_task	 task;		/* first */
	struct rq		*rq;		/* NULL: the client has left */
	char			 password[PASSWORD_MAX + 1];
	char			 hash[crypto_pwhash_STRBYTES];
	bool			 good;
};

static size_t	pending;

/* In a thread of its own. */
static int
work_run(struct kore_task *task)
{
	struct work	*w = (struct work *)(void *)task;

	w->good = crypto_pwhash_str_verify(w->hash, w->password,
	    strlen(w->password)) == 0;
	sodium_memzero(w->password, sizeof(w->password));
	return (KORE_RESULT_OK);
}

static void
work_release(struct work *w)
{
	sodium_memzero(w->password, sizeof(w->password));
	pending--;
	kore_free(w);
}

/* Back on the event loop. */
static void
work_done(struct kore_task *task)
{
	struct work	*w = (struct work *)(void *)task;

	if (!kore_task_finished(task))
		return;
	kore_task_destroy(task);
	if (w->rq != NULL)
		rq_wake(w->rq);
	else
		work_release(w);
}

static void
work_forget(void *arg)
{
	struct work	*w = arg;

	w->rq = NULL;
}

/* Runs w in a task and waits for it. */
static void
work_wait(struct rq *rq, struct work *w)
{
	kore_task_create(&w->task, work_run);
	kore_task_bind_callback(&w->task, work_done);
	kore_task_run(&w->task);
	rq_wait(rq, work_forget, w);
}

static struct work *
work_new(struct rq *rq, const char *password)
{
	struct work	*w;

	if (pending >= PENDING_MAX)
		rq_fail_later(rq, PROBLEM_SERVICE_INDISPONIBLE, 2);
	pending++;
	w = kore_calloc(1, sizeof(*w));
	w->rq = rq;
	(void)strncpy(w->password, password, PASSWORD_MAX);
	return (w);
}

bool
password_verify(struct rq *rq, const char *hash, const char *password)
{
	struct work	*w;
	bool		 good;

	if (strlen(password) > PASSWORD_MAX)
		return (false);
	w = work_new(rq, password);
	(void)strncpy(w->hash, hash == NULL ? NOBODY : hash,
	    sizeof(w->hash) - 1);
	work_wait(rq, w);
	good = w->good && hash != NULL;
	work_release(w);
	return (good);
}
