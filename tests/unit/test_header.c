/* Cookie, If-Match, Content-Type: what is read and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/header.h"

#define COUNT(t)	(sizeof(t) / sizeof((t)[0]))

static int
start(void **state)
{
	*state = arena_new();
	return (0);
}

static int
end(void **state)
{
	arena_free(*state);
	return (0);
}

/* The value expected, NULL for none. */
struct example {
	const char	*text, *expected;
};

static void
assert_text(const char *got, const char *expected)
{
	if (expected == NULL)
		assert_null(got);
	else
		assert_string_equal(got == NULL ? "(null)" : got, expected);
}

static void
a_cookie_is_found_by_its_whole_name(void **state)
{
	static const struct example	t[] = {
		{ "jeton=abc", "abc" }, { "jeton=", "" },
		{ "a=1; jeton=abc; b=2", "abc" }, { "a=1;jeton=abc", "abc" },
		{ "jeton=a=b", "a=b" }, { "jeton=abc ; b=2", "abc" },
		{ "  ; ;jeton=abc", "abc" }, { "jeton=1; jeton=2", "1" },
		{ "", NULL }, { ";;; ", NULL }, { "jeton", NULL },
		{ "jeton; jeton=2", "2" }, { "Jeton=abc", NULL },
		{ "mon_jeton=abc", NULL }, { "jetons=abc", NULL },
		{ "a=jeton=abc", NULL }, { "a=\"; jeton=abc\"", "abc\"" },
		{ "jeton =abc", NULL }, { "=", NULL },
	};

	for (size_t i = 0; i < COUNT(t); i++) {
		print_message("%s\n", t[i].text);
		assert_text(header_cookie(*state, t[i].text, "jeton"),
		    t[i].expected);
	}
}

static void
an_etag_of_ours_gives_its_version(void **state)
{
	static const struct example	t[] = {
		{ "\"12\"", "12" }, { "\"12.9f03ab\"", "12" },
		{ "\"12.\"", "12" }, { "\"0\"", "0" },
		{ "\"999999999999999999\"", "999999999999999999" },
		/* compressed by nginx */
		{ "W/\"12\"", "12" }, { "W/\"12.9f03ab\"", "12" },
		{ "", NULL }, { "*", NULL }, { "12", NULL }, { "\"12", NULL },
		{ "12\"", NULL }, { "\"\"", NULL }, { "\"x\"", NULL },
		{ "\"-1\"", NULL }, { "\"12.zz\"", NULL },
		{ "\"12\" ", NULL }, { "\"12\", \"13\"", NULL },
		{ "\"1234567890123456789\"", NULL }, { "w/\"12\"", NULL },
		{ "W/", NULL }, { "W/W/\"12\"", NULL }, { "\"1 2\"", NULL },
	};

	for (size_t i = 0; i < COUNT(t); i++) {
		print_message("%s\n", t[i].text);
		assert_text(header_etag_version(*state, t[i].text),
		    t[i].expected);
	}
}

static void
json_has_one_media_type(void **state)
{
	static const struct {
		const char	*text;
		bool		 json;
	} t[] = {
		{ "application/json", true }, { "Application/JSON", true },
		{ "application/json; charset=utf-8", true },
		{ "application/json;charset=utf-8", true },
		{ "application/json ", true },
		{ NULL, false }, { "", false }, { "application", false },
		{ "application/jsonp", false }, { "text/plain", false },
		{ "application/problem+json", false },
		{ " application/json", false },
		{ "application/x-www-form-urlencoded", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++)
		assert_int_equal(header_is_json(t[i].text), t[i].json);
}

#define T(name)	cmocka_unit_test_setup_teardown(name, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_cookie_is_found_by_its_whole_name),
		T(an_etag_of_ours_gives_its_version),
		T(json_has_one_media_type),
	};

	return (cmocka_run_group_tests(tests, NULL, NULL));
}
