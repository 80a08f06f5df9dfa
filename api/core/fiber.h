/*
 * A function that can wait.
 *
 * A handler runs on a fiber's own stack; when it needs an answer from
 * PostgreSQL it calls fiber_wait() and the worker goes on with others;
 * fiber_resume() takes it up where it was. A fiber whose client has left is
 * dropped: it never runs again, and owns nothing (its memory is the
 * request's arena).
 *
 * One thread only. Stacks are recycled, 128 KB, with a guard page below.
 */
#ifndef VIGIE_FIBER_H
#define VIGIE_FIBER_H

#include <stdbool.h>
#include <stddef.h>

struct fiber;

/*
 * Runs fn(arg) on a new fiber until it first waits or ends. NULL when it has
 * ended already, otherwise the fiber, to be resumed or dropped.
 */
struct fiber	*fiber_start(void (*fn)(void *), void *arg);

/* Goes on after fiber_wait(). true when the fiber has ended (it is gone). */
bool		 fiber_resume(struct fiber *);

/* Suspends the running fiber. Only inside one. */
void		 fiber_wait(void);

/* Ends the running fiber from any depth. */
_Noreturn void	 fiber_exit(void);

/* Forgets a waiting fiber. */
void		 fiber_drop(struct fiber *);

/* Is a fiber running? */
bool		 fiber_inside(void);

/* Fibers waiting now (tests, metrics). */
size_t		 fiber_count(void);

#endif
