/*
 * Fibers over glibc's ucontext.
 *
 * swapcontext() makes every switch. It saves the signal mask with a system
 * call, about 0.2 us; jumping with _longjmp() would spare it, but the
 * sanitizer's own no-return handling then looks at the wrong stack.
 * AddressSanitizer is told of each switch.
 */
#include <sys/mman.h>

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <ucontext.h>
#include <unistd.h>

#include "core/fiber.h"

#if defined(__SANITIZE_ADDRESS__)
#define FIBER_ASAN	1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define FIBER_ASAN	1
#endif
#endif

#if defined(FIBER_ASAN)
#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>
#endif

#if defined(FIBER_ASAN)
#define FIBER_STACK	(512 * 1024)	/* redzones take room */
#else
#define FIBER_STACK	(128 * 1024)
#endif
#define FIBER_SPARE	256		/* stacks kept for reuse */

struct fiber {
	ucontext_t	 here;		/* where it waits */
	ucontext_t	 back;		/* who runs it */
	void		(*fn)(void *);
	void		*arg;
	char		*stack;		/* lowest usable byte */
	bool		 ended;
	struct fiber	*next;		/* in spares */
	const void	*back_stack;	/* for the sanitizer */
	size_t		 back_size;
};

static struct fiber	*running;
static struct fiber	*spares;
static size_t		 nspares;
static size_t		 waiting;

static void
switch_begins(void **save, const void *stack, size_t size)
{
#if defined(FIBER_ASAN)
	__sanitizer_start_switch_fiber(save, stack, size);
#else
	(void)save, (void)stack, (void)size;
#endif
}

static void
switch_ends(void *save, const void **stack, size_t *size)
{
#if defined(FIBER_ASAN)
	__sanitizer_finish_switch_fiber(save, stack, size);
#else
	(void)save, (void)stack, (void)size;
#endif
}

static struct fiber *
fiber_new(void)
{
	struct fiber	*f = spares;
	size_t		 page = (size_t)sysconf(_SC_PAGESIZE);
	char		*map;

	if (f != NULL) {
		spares = f->next;
		nspares--;
#if defined(FIBER_ASAN)
		__asan_unpoison_memory_region(f->stack, FIBER_STACK);
#endif
		return (f);
	}
	if ((f = calloc(1, sizeof(*f))) == NULL)
		abort();
	map = mmap(NULL, FIBER_STACK + page, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (map == MAP_FAILED || mprotect(map, page, PROT_NONE) == -1)
		abort();
	f->stack = map + page;
	return (f);
}

static void
fiber_recycle(struct fiber *f)
{
	size_t	page = (size_t)sysconf(_SC_PAGESIZE);

	if (nspares < FIBER_SPARE) {
		f->next = spares;
		spares = f;
		nspares++;
		return;
	}
	(void)munmap(f->stack - page, FIBER_STACK + page);
	free(f);
}

/* First function on a new stack. */
static void
fiber_main(void)
{
	struct fiber	*f = running;

	switch_ends(NULL, &f->back_stack, &f->back_size);
	f->fn(f->arg);
	fiber_exit();
}

/* Runs f until it waits or ends; true when it has ended. */
static bool
fiber_run(struct fiber *f)
{
	void	*save = NULL;

	assert(running == NULL);
	running = f;
	switch_begins(&save, f->stack, FIBER_STACK);
	if (swapcontext(&f->back, &f->here) == -1)
		abort();
	switch_ends(save, NULL, NULL);
	running = NULL;
	return (f->ended);
}

/*
 * Not inlined: the compiler knows that getcontext() may return twice and
 * would distrust its caller's variables.
 */
static __attribute__((noinline)) void
fiber_prepare(struct fiber *f)
{
	if (getcontext(&f->here) == -1)
		abort();
	f->here.uc_stack.ss_sp = f->stack;
	f->here.uc_stack.ss_size = FIBER_STACK;
	f->here.uc_link = NULL;
	makecontext(&f->here, fiber_main, 0);
}

struct fiber *
fiber_start(void (*fn)(void *), void *arg)
{
	struct fiber	*f = fiber_new();

	f->fn = fn;
	f->arg = arg;
	f->ended = false;
	fiber_prepare(f);
	if (fiber_run(f)) {
		fiber_recycle(f);
		return (NULL);
	}
	waiting++;
	return (f);
}

bool
fiber_resume(struct fiber *f)
{
	waiting--;
	if (fiber_run(f)) {
		fiber_recycle(f);
		return (true);
	}
	waiting++;
	return (false);
}

void
fiber_wait(void)
{
	struct fiber	*f = running;
	void		*save = NULL;

	assert(f != NULL);
	switch_begins(&save, f->back_stack, f->back_size);
	if (swapcontext(&f->here, &f->back) == -1)
		abort();
	switch_ends(save, &f->back_stack, &f->back_size);
}

void
fiber_exit(void)
{
	struct fiber	*f = running;

	assert(f != NULL);
	f->ended = true;
	switch_begins(NULL, f->back_stack, f->back_size);
	(void)setcontext(&f->back);
	abort();	/* not reached */
}

void
fiber_drop(struct fiber *f)
{
	assert(f != running);
	waiting--;
	fiber_recycle(f);
}

bool
fiber_inside(void)
{
	return (running != NULL);
}

size_t
fiber_count(void)
{
	return (waiting);
}
