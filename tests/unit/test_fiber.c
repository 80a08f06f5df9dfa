/* Fibers: waiting, ending from any depth, dropping, deep stacks. */
#include <sys/wait.h>

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/fiber.h"

static int	step;

static void
ends_at_once(void *arg)
{
	step = *(int *)arg;
}

static void
waits_twice(void *arg)
{
	(void)arg;
	step = 1;
	fiber_wait();
	step = 2;
	fiber_wait();
	step = 3;
}

static int	deep_exit(int);
static int	(*volatile deeper)(int) = deep_exit;

static int
deep_exit(int depth)
{
	if (depth == 0)
		fiber_exit();
	return (deeper(depth - 1) + 1);
}

static void
ends_in_the_depths(void *arg)
{
	fiber_wait();
	(void)deep_exit(*(int *)arg);
	step = -1;
}

static void
uses_its_stack(void *arg)
{
	volatile char	room[64 * 1024];
	double		aligned = 1.5;

	memset((char *)(uintptr_t)room, 7, sizeof(room));
	fiber_wait();
	*(int *)arg = room[sizeof(room) - 1] + (int)(aligned * 2);
}

static void
a_fiber_that_does_not_wait_is_gone_at_once(void **state)
{
	int	seven = 7;

	(void)state;
	assert_null(fiber_start(ends_at_once, &seven));
	assert_int_equal(step, 7);
	assert_int_equal(fiber_count(), 0);
}

static void
a_fiber_goes_on_where_it_waited(void **state)
{
	struct fiber	*f = fiber_start(waits_twice, NULL);

	(void)state;
	assert_non_null(f);
	assert_int_equal(step, 1);
	assert_false(fiber_inside());
	assert_false(fiber_resume(f));
	assert_int_equal(step, 2);
	assert_true(fiber_resume(f));
	assert_int_equal(step, 3);
}

static void
a_fiber_may_end_from_any_depth(void **state)
{
	int		 depth = 100;
	struct fiber	*f = fiber_start(ends_in_the_depths, &depth);

	(void)state;
	step = 0;
	assert_non_null(f);
	assert_true(fiber_resume(f));
	assert_int_equal(step, 0);
}

static void
many_fibers_wait_at_once_and_keep_their_stacks(void **state)
{
	static struct fiber	*f[300];
	static int		 out[300];

	(void)state;
	for (int i = 0; i < 300; i++)
		f[i] = fiber_start(uses_its_stack, &out[i]);
	assert_int_equal(fiber_count(), 300);
	for (int i = 299; i >= 0; i--) {
		assert_true(fiber_resume(f[i]));
		assert_int_equal(out[i], 10);
	}
	assert_int_equal(fiber_count(), 0);
}

static void
a_dropped_fiber_never_runs_again_and_its_stack_serves(void **state)
{
	struct fiber	*f = fiber_start(waits_twice, NULL);
	int		 nine = 9;

	(void)state;
	fiber_drop(f);
	assert_int_equal(step, 1);
	assert_null(fiber_start(ends_at_once, &nine));
	assert_int_equal(step, 9);
	assert_int_equal(fiber_count(), 0);
}

#define FRAME	4096
#define DEEP	160	/* frames: more than a stack, less than two */

static __attribute__((noinline)) int
sink(int n)
{
	volatile char	frame[FRAME];

	frame[0] = (char)n;
	return (n == 0 ? 0 : sink(n - 1) + frame[0]);
}

static void
overflows(void *arg)
{
	fiber_wait();
	*(int *)arg = sink(DEEP);
}

/* The stack made next lies just below: it would be written over. */
static void
an_overflow_hits_the_guard_page_and_no_other_stack(void **state)
{
	struct fiber	*f;
	int		 out, status;
	pid_t		 child = fork();

	(void)state;
	assert_int_not_equal(child, -1);
	if (child == 0) {
		out = open("/dev/null", O_WRONLY);
		(void)dup2(out, STDERR_FILENO);
		/* none of the spare stacks, which lie anywhere */
		for (int i = 0; i < 300; i++)
			(void)fiber_start(overflows, &out);
		f = fiber_start(overflows, &out);
		(void)fiber_start(overflows, &out);
		(void)fiber_resume(f);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	/* killed, or stopped by the sanitizer */
	assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) != 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_fiber_that_does_not_wait_is_gone_at_once),
		cmocka_unit_test(a_fiber_goes_on_where_it_waited),
		cmocka_unit_test(a_fiber_may_end_from_any_depth),
		cmocka_unit_test(
		    many_fibers_wait_at_once_and_keep_their_stacks),
		cmocka_unit_test(
		    a_dropped_fiber_never_runs_again_and_its_stack_serves),
		cmocka_unit_test(
		    an_overflow_hits_the_guard_page_and_no_other_stack),
	};

	return (cmocka_run_group_tests(tests, NULL, NULL));
}
