/* Requests counted by caller and window, in memory shared by processes. */
#include <sys/wait.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/limit.h"

#define START	(1000 * LIMIT_WINDOW)	/* the start of a window */
#define MANY	200000			/* callers, more than there is room */

static int
start(void **state)
{
	(void)state;
	limit_init();
	return (0);
}

static void
the_quota_is_what_may_be_asked_in_a_window(void **state)
{
	struct limit	l;

	(void)state;
	for (long i = 1; i <= 5; i++) {
		l = limit_count("anne", 5, START);
		assert_false(l.over);
		assert_int_equal(l.left, 5 - i);
	}
	for (int i = 0; i < 3; i++) {
		l = limit_count("anne", 5, START + 59);
		assert_true(l.over);
		assert_int_equal(l.left, 0);
	}
}

static void
a_window_ends_after_sixty_seconds(void **state)
{
	struct limit	l;

	(void)state;
	assert_int_equal(limit_count("anne", 1, START).reset, 60);
	assert_int_equal(limit_count("anne", 1, START + 1).reset, 59);
	l = limit_count("anne", 1, START + 59);
	assert_true(l.over);
	assert_int_equal(l.reset, 1);
	l = limit_count("anne", 1, START + 60);
	assert_false(l.over);
	assert_int_equal(l.left, 0);
	assert_int_equal(l.reset, 60);
	assert_true(limit_count("anne", 1, START + 119).over);
	/* a clock set back forgets, it does not lock out */
	assert_false(limit_count("anne", 1, START).over);
}

static void
callers_do_not_count_for_each_other(void **state)
{
	char	name[32];

	(void)state;
	for (int turn = 1; turn <= 3; turn++) {
		for (int i = 0; i < 1000; i++) {
			(void)snprintf(name, sizeof(name), "appelant %d", i);
			assert_int_equal(limit_count(name, 3, START).left,
			    3 - turn);
		}
	}
	assert_true(limit_count("appelant 7", 3, START).over);
	assert_false(limit_count("appelant 7 ", 3, START).over);
	assert_false(limit_count("", 3, START).over);
}

static void
too_many_callers_are_forgotten_and_not_refused(
    void **state)
{
	char	name[32];
	int	known = 0;

	(void)state;
	for (int i = 0; i < MANY; i++) {
		(void)snprintf(name, sizeof(name), "passant %d", i);
		assert_false(limit_count(name, 1, START).over);
	}
	for (int i = MANY - 1000; i < MANY; i++) {
		(void)snprintf(name, sizeof(name), "passant %d", i);
		known += limit_count(name, 1, START).over;
	}
	assert_true(known > 900);	/* the latest are remembered */
}

static void
a_slot_of_an_old_window_is_taken_before_a_live_one(void **state)
{
	char	name[32];
	int	known = 0;

	(void)state;
	for (int i = 0; i < 30000; i++) {
		(void)snprintf(name, sizeof(name), "hier %d", i);
		(void)limit_count(name, 1, START);
	}
	for (int i = 0; i < 10000; i++) {
		(void)snprintf(name, sizeof(name), "ce jour %d", i);
		(void)limit_count(name, 1, START + 60);
	}
	for (int i = 0; i < 10000; i++) {
		(void)snprintf(name, sizeof(name), "ce jour %d", i);
		known += limit_count(name, 1, START + 60).over;
	}
	assert_true(known > 9950);
}

static void
workers_share_the_count(void **state)
{
	pid_t	pids[4];
	int	status;

	(void)state;
	for (size_t w = 0; w < 4; w++) {
		if ((pids[w] = fork()) == 0) {
			for (int i = 0; i < 1000; i++)
				(void)limit_count("anne", 10000, START);
			_exit(0);
		}
	}
	for (size_t w = 0; w < 4; w++)
		assert_int_equal(waitpid(pids[w], &status, 0), pids[w]);
	/* 4000 but for the few that raced on the first one */
	assert_in_range(limit_count("anne", 10000, START).left, 5999,
	    10000 - 1001);
}

#define T(name)	cmocka_unit_test_setup(name, start)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(the_quota_is_what_may_be_asked_in_a_window),
		T(a_window_ends_after_sixty_seconds),
		T(callers_do_not_count_for_each_other),
		T(too_many_callers_are_forgotten_and_not_refused),
		T(a_slot_of_an_old_window_is_taken_before_a_live_one),
		T(workers_share_the_count),
	};

	return (cmocka_run_group_tests(tests, NULL, NULL));
}
