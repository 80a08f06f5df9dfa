/* Counters and their Prometheus text. */
#include <sys/wait.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/metric.h"

#define OPERATIONS	3

static struct arena	*arena;

static const char *
name(size_t operation)
{
	static const char *const	names[] = { "liste", "depot",
					    "lecture", "-" };

	return (names[operation]);
}

static int
start(void **state)
{
	(void)state;
	arena = arena_new();
	metric_init(OPERATIONS);
	return (0);
}

static int
end(void **state)
{
	(void)state;
	arena_free(arena);
	return (0);
}

/* The value on the line that starts with this label; -1: no such line. */
static double
value(const char *label)
{
	const char	*text = metric_text(arena, name);
	size_t		 len = strlen(label);

	for (; *text != '\0'; text += strcspn(text, "\n") + 1) {
		if (strncmp(text, label, len) == 0 && text[len] == ' ')
			return (strtod(text + len + 1, NULL));
	}
	return (-1);
}

#define REQUETES(op, classe)	\
	"vigie_requetes_total{operation=\"" op "\",classe=\"" classe "\"}"
#define DUREE(le)	"vigie_duree_secondes_bucket{le=\"" le "\"}"

static void
assert_value(const char *label, double expected)
{
	double	got = value(label);

	if (got < expected - 1e-9 || got > expected + 1e-9)
		fail_msg("%s is %.9f, not %.9f", label, got, expected);
}

static void
requests_are_counted_by_operation_and_class(void **state)
{
	(void)state;
	metric_request(0, 200, 10);
	metric_request(0, 204, 10);
	metric_request(0, 404, 10);
	metric_request(1, 201, 10);
	metric_request(1, 503, 10);
	metric_request(OPERATIONS, 404, 10);
	assert_value(REQUETES("liste", "2xx"), 2);
	assert_value(REQUETES("liste", "4xx"), 1);
	assert_value(REQUETES("depot", "2xx"), 1);
	assert_value(REQUETES("depot", "5xx"), 1);
	assert_value(REQUETES("-", "4xx"), 1);
	/* what never happened is not printed */
	assert_value(REQUETES("lecture", "2xx"), -1);
	assert_value(REQUETES("liste", "5xx"), -1);
}

static void
a_status_that_is_none_is_only_timed(void **state)
{
	(void)state;
	metric_request(0, 0, 10);
	metric_request(0, 600, 10);
	metric_request(0, -1, 10);
	assert_value("vigie_duree_secondes_count", 3);
	assert_value(REQUETES("liste", "0xx"), -1);
}

static void
durations_fall_into_cumulated_buckets(void **state)
{
	(void)state;
	metric_request(0, 200, 0);
	metric_request(0, 200, 1000);		/* its bound is inside */
	metric_request(0, 200, 1001);
	metric_request(0, 200, 40000);
	metric_request(0, 200, 6000000);
	assert_value(DUREE("0.001"), 2);
	assert_value(DUREE("0.0025"), 3);
	assert_value(DUREE("0.025"), 3);
	assert_value(DUREE("0.05"), 4);
	assert_value(DUREE("5"), 4);
	assert_value(DUREE("+Inf"), 5);
	assert_value("vigie_duree_secondes_count", 5);
	assert_value("vigie_duree_secondes_sum", 6.042001);
}

static void
the_sum_keeps_its_microseconds_however_long_it_ran(void **state)
{
	(void)state;
	metric_request(0, 200, 123456789000000);
	metric_request(0, 200, 250000);
	assert_value("vigie_duree_secondes_sum", 123456789.25);
}

static void
troubles_of_the_database_have_their_names(void **state)
{
	(void)state;
	metric_db(METRIC_DB_QUEUE_FULL);
	metric_db(METRIC_DB_LOST);
	metric_db(METRIC_DB_LOST);
	assert_value("vigie_base_total{ennui=\"file_pleine\"}", 1);
	assert_value("vigie_base_total{ennui=\"connexion_perdue\"}", 2);
	assert_value("vigie_base_total{ennui=\"erreur\"}", 0);
}

static void
every_line_is_a_comment_or_a_sample(void **state)
{
	const char	*text, *end;

	(void)state;
	metric_request(2, 200, 10);
	for (text = metric_text(arena, name); *text != '\0'; text = end + 1) {
		end = strchr(text, '\n');
		assert_non_null(end);
		assert_true(strncmp(text, "# TYPE vigie_", 13) == 0 ||
		    strncmp(text, "vigie_", 6) == 0);
	}
}

static void
workers_share_the_counters(void **state)
{
	int	status;

	(void)state;
	for (int w = 0; w < 4; w++) {
		if (fork() == 0) {
			for (int i = 0; i < 1000; i++)
				metric_request(0, 200, 1);
			_exit(0);
		}
	}
	for (int w = 0; w < 4; w++)
		assert_true(wait(&status) > 0);
	assert_value(REQUETES("liste", "2xx"), 4000);
	assert_value("vigie_duree_secondes_sum", 0.004);
}

#define T(name)	cmocka_unit_test_setup_teardown(name, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(requests_are_counted_by_operation_and_class),
		T(a_status_that_is_none_is_only_timed),
		T(durations_fall_into_cumulated_buckets),
		T(the_sum_keeps_its_microseconds_however_long_it_ran),
		T(troubles_of_the_database_have_their_names),
		T(every_line_is_a_comment_or_a_sample),
		T(workers_share_the_counters),
	};

	return (cmocka_run_group_tests(tests, NULL, NULL));
}
