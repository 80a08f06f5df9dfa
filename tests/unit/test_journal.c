/* The log: one JSON object a line, nothing of anyone in it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <jansson.h>

#include "core/journal.h"

#define TRACE	"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"

static char	text[1 << 20];
static FILE	*file;
static int	out;

static int
start(void **state)
{
	(void)state;
	fflush(stdout);
	file = tmpfile();
	out = dup(STDOUT_FILENO);
	(void)dup2(fileno(file), STDOUT_FILENO);
	return (0);
}

/* Gives standard output back; what was written is in text. */
static void
stop(void)
{
	size_t	n;

	journal_flush();
	(void)dup2(out, STDOUT_FILENO);
	close(out);
	rewind(file);
	n = fread(text, 1, sizeof(text) - 1, file);
	text[n] = '\0';
	fclose(file);
}

/* The only line, parsed. */
static json_t *
only_line(void)
{
	json_error_t	 error;
	json_t		*object;

	stop();
	assert_ptr_equal(strchr(text, '\n'), text + strlen(text) - 1);
	object = json_loads(text, JSON_REJECT_DUPLICATES, &error);
	if (object == NULL)
		fail_msg("%s: %s", text, error.text);
	return (object);
}

static const char *
member(const json_t *object, const char *name)
{
	return (json_string_value(json_object_get(object, name)));
}

static const struct journal_access	access_line = {
	.request_id = "rq-1", .method = "GET", .operation = "signalement_get",
	.status = 200, .bytes = 1234, .micros = 567, .role = "AGENT",
};

static void
an_access_line_says_what_and_never_who(void **state)
{
	json_t	*o;

	(void)state;
	journal_access(&access_line);
	o = only_line();
	/* nothing else: neither path, nor address, nor account */
	assert_int_equal(json_object_size(o), 9);
	assert_string_equal(member(o, "quoi"), "acces");
	assert_string_equal(member(o, "requete"), "rq-1");
	assert_string_equal(member(o, "methode"), "GET");
	assert_string_equal(member(o, "operation"), "signalement_get");
	assert_string_equal(member(o, "role"), "AGENT");
	assert_int_equal(json_integer_value(json_object_get(o, "statut")),
	    200);
	assert_int_equal(json_integer_value(json_object_get(o, "octets")),
	    1234);
	assert_int_equal(json_integer_value(json_object_get(o, "us")), 567);
	assert_int_equal(strlen(member(o, "le")), 20);
	assert_int_equal(member(o, "le")[19], 'Z');
	json_decref(o);
}

static void
a_trace_is_logged_when_it_is_one(void **state)
{
	struct journal_access	 a = access_line;
	json_t			*o;

	a.traceparent = TRACE;
	journal_access(&a);
	o = only_line();
	assert_string_equal(member(o, "trace"), TRACE);
	json_decref(o);

	(void)start(state);
	a.traceparent = "jean.dupont@exemple.fr\",\"role\":\"SUPER_ADMIN";
	journal_access(&a);
	o = only_line();
	assert_null(json_object_get(o, "trace"));
	assert_string_equal(member(o, "role"), "AGENT");
	json_decref(o);

	(void)start(state);
	a.traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b716920333"
	    "\n-01";
	journal_access(&a);
	o = only_line();
	assert_null(json_object_get(o, "trace"));
	json_decref(o);
}

static void
an_error_is_one_line_whatever_its_text(void **state)
{
	json_t	*o;

	(void)state;
	journal_error("base", "a\"b\\c\nd\x01" "e\x7f é 🏠 \xff\xc3!");
	o = only_line();
	assert_string_equal(member(o, "quoi"), "base");
	assert_string_equal(member(o, "detail"),
	    "a\"b\\c d e\x7f é 🏠 ?\?!");
	json_decref(o);
}

static void
a_long_text_is_cut_between_two_characters(void **state)
{
	static const char	wide[] = "é€🏠\"";
	char			detail[8192];
	json_t			*o;
	size_t			n;

	for (size_t shift = 0; shift < sizeof(wide); shift++) {
		if (shift > 0)
			(void)start(state);
		memset(detail, 'a', shift);
		for (n = shift; n + sizeof(wide) < sizeof(detail);
		    n += sizeof(wide) - 1)
			memcpy(detail + n, wide, sizeof(wide));
		journal_error("base", detail);
		o = only_line();
		assert_true(strlen(member(o, "detail")) > 700);
		assert_memory_equal(member(o, "detail"), detail,
		    strlen(member(o, "detail")));
		json_decref(o);
	}
}

static void
a_query_that_failed_tells_its_name_and_state(void **state)
{
	json_t	*o;

	(void)state;
	journal_query("signalement_get", "42703", "column \"x\" is not there");
	o = only_line();
	assert_string_equal(member(o, "requete_sql"), "signalement_get");
	assert_string_equal(member(o, "sqlstate"), "42703");
	assert_string_equal(member(o, "detail"), "column \"x\" is not there");
	json_decref(o);

	(void)start(state);
	journal_query("signalement_get", "22P02", NULL);
	o = only_line();
	assert_string_equal(member(o, "detail"), "");
	json_decref(o);
}

static void
lines_are_gathered_and_none_is_lost(void **state)
{
	int		 lines = 0, whole = 0;
	const char	*line, *end;

	(void)state;
	for (int i = 0; i < 3000; i++)
		journal_access(&access_line);
	stop();
	for (line = text; *line != '\0'; line = end + 1) {
		end = strchr(line, '\n');
		assert_non_null(end);
		lines++;
		whole += *line == '{' && end[-1] == '}';
	}
	assert_int_equal(lines, 3000);
	assert_int_equal(whole, 3000);
}

static void
a_line_waits_and_an_error_does_not(void **state)
{
	(void)state;
	journal_access(&access_line);
	assert_int_equal(lseek(fileno(file), 0, SEEK_END), 0);
	journal_error("base", "perdue");
	assert_true(lseek(fileno(file), 0, SEEK_END) > 200);
	stop();
}

#define T(name)	cmocka_unit_test_setup(name, start)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(an_access_line_says_what_and_never_who),
		T(a_trace_is_logged_when_it_is_one),
		T(an_error_is_one_line_whatever_its_text),
		T(a_long_text_is_cut_between_two_characters),
		T(a_query_that_failed_tells_its_name_and_state),
		T(lines_are_gathered_and_none_is_lost),
		T(a_line_waits_and_an_error_does_not),
	};

	return (cmocka_run_group_tests(tests, NULL, NULL));
}
