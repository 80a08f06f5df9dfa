/*
 * Paths and query strings: what matches, what wins, what is decoded, what is
 * refused.  The small table of operations below stands for the contract.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/route.h"

#define COUNT(t)	(sizeof(t) / sizeof((t)[0]))
#define BIT(method)	(1u << METHOD_##method)

static const struct operation	operations[] = {
	{ .id = "liste", .method = METHOD_GET, .path = "/dossiers" },
	{ .id = "depot", .method = METHOD_POST, .path = "/dossiers" },
	{ .id = "lecture", .method = METHOD_GET, .path = "/dossiers/{id}" },
	{ .id = "correction", .method = METHOD_PATCH,
	    .path = "/dossiers/{id}" },
	{ .id = "retrait", .method = METHOD_DELETE, .path = "/dossiers/{id}" },
	{ .id = "export", .method = METHOD_GET, .path = "/dossiers/export" },
	{ .id = "suivi", .method = METHOD_GET,
	    .path = "/dossiers/{id}/suivis/{suivi}" },
	{ .id = "tuile", .method = METHOD_GET, .path = "/carte/{z}/{x}/{y}" },
	{ .id = "profond", .method = METHOD_GET,
	    .path = "/{a}/{b}/{c}/{d}/fin" },
	{ .id = "ferme", .method = METHOD_PUT, .path = "/dossiers/export" },
};

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

static enum route_status
find(void **state, enum method method, const char *path,
    struct route_match *match)
{
	return (route_find(*state, operations, COUNT(operations), method,
	    path, match));
}

/* What is found. id NULL: nothing; params: in order. */
static const struct {
	enum method	 method;
	const char	*path;
	const char	*id;
	const char	*params[ROUTE_PARAMS_MAX];
} found[] = {
	{ METHOD_GET, "/dossiers", "liste", { NULL } },
	{ METHOD_POST, "/dossiers", "depot", { NULL } },
	{ METHOD_GET, "/dossiers/12", "lecture", { "12" } },
	{ METHOD_PATCH, "/dossiers/12", "correction", { "12" } },
	{ METHOD_DELETE, "/dossiers/12", "retrait", { "12" } },
	/* a literal wins over {…}, wherever it is in the table */
	{ METHOD_GET, "/dossiers/export", "export", { NULL } },
	{ METHOD_PUT, "/dossiers/export", "ferme", { NULL } },
	/* but only for its own methods */
	{ METHOD_DELETE, "/dossiers/export", "retrait", { "export" } },
	{ METHOD_GET, "/dossiers/a/suivis/b", "suivi", { "a", "b" } },
	{ METHOD_GET, "/carte/1/2/3", "tuile", { "1", "2", "3" } },
	{ METHOD_GET, "/a/b/c/d/fin", "profond", { "a", "b", "c", "d" } },
	/* parameters are decoded, literals are not */
	{ METHOD_GET, "/dossiers/%C3%A9t%C3%A9", "lecture", { "été" } },
	{ METHOD_GET, "/dossiers/a%2Fb", "lecture", { "a/b" } },
	{ METHOD_GET, "/dossiers/a+b", "lecture", { "a+b" } },
	{ METHOD_GET, "/dossiers/%25", "lecture", { "%" } },
	{ METHOD_GET, "/dossiers/..", "lecture", { ".." } },
	{ METHOD_GET, "/dossiers/{id}", "lecture", { "{id}" } },
	{ METHOD_GET, "/%64ossiers", NULL, { NULL } },
	/* an empty segment is not a value, a slash at the end not nothing */
	{ METHOD_GET, "/dossiers/", NULL, { NULL } },
	{ METHOD_GET, "/dossiers/12/", NULL, { NULL } },
	{ METHOD_GET, "//dossiers", NULL, { NULL } },
	{ METHOD_GET, "/dossiers//suivis/b", NULL, { NULL } },
	{ METHOD_GET, "/dossiers/a/suivis/", NULL, { NULL } },
	{ METHOD_GET, "/", NULL, { NULL } },
	{ METHOD_GET, "", NULL, { NULL } },
	{ METHOD_GET, "dossiers", NULL, { NULL } },
	{ METHOD_GET, "/Dossiers", NULL, { NULL } },
	{ METHOD_GET, "/dossier", NULL, { NULL } },
	{ METHOD_GET, "/dossiers2", NULL, { NULL } },
	{ METHOD_GET, "/dossiers/a/b", NULL, { NULL } },
	{ METHOD_GET, "/dossiers/a/suivis/b/c", NULL, { NULL } },
	{ METHOD_GET, "/carte/1/2", NULL, { NULL } },
	/* what cannot be decoded is not found */
	{ METHOD_GET, "/dossiers/%", NULL, { NULL } },
	{ METHOD_GET, "/dossiers/%4", NULL, { NULL } },
	{ METHOD_GET, "/dossiers/%zz", NULL, { NULL } },
	{ METHOD_GET, "/dossiers/%00", NULL, { NULL } },
	{ METHOD_GET, "/dossiers/a%0Ab", NULL, { NULL } },
	{ METHOD_GET, "/dossiers/%7f", NULL, { NULL } },
	{ METHOD_GET, "/dossiers/%C3", NULL, { NULL } },
	{ METHOD_GET, "/dossiers/%ED%A0%80", NULL, { NULL } },
};

static void
a_path_finds_its_operation_or_nothing(void **state)
{
	struct route_match	match;

	for (size_t i = 0; i < COUNT(found); i++) {
		print_message("%s\n", found[i].path);
		if (found[i].id == NULL) {
			assert_int_equal(find(state, found[i].method,
			    found[i].path, &match), ROUTE_NOT_FOUND);
			continue;
		}
		assert_int_equal(find(state, found[i].method, found[i].path,
		    &match), ROUTE_OK);
		assert_string_equal(match.op->id, found[i].id);
		for (size_t k = 0; k < ROUTE_PARAMS_MAX; k++) {
			if (found[i].params[k] == NULL)
				assert_int_equal(match.nparams <= k, true);
			else
				assert_string_equal(match.params[k],
				    found[i].params[k]);
		}
	}
}

static void
another_method_is_told_which_are_allowed(void **state)
{
	static const struct {
		enum method	 method;
		const char	*path;
		uint32_t	 allowed;
	} t[] = {
		{ METHOD_DELETE, "/dossiers", BIT(GET) | BIT(POST) },
		{ METHOD_PUT, "/dossiers/12", BIT(GET) | BIT(PATCH) |
		    BIT(DELETE) },
		{ METHOD_POST, "/dossiers/export", BIT(GET) | BIT(PUT) |
		    BIT(PATCH) | BIT(DELETE) },
		{ METHOD_PATCH, "/carte/1/2/3", BIT(GET) },
		/* a method that nobody has (OPTIONS) */
		{ METHOD_COUNT, "/dossiers", BIT(GET) | BIT(POST) },
	};
	struct route_match	match;

	for (size_t i = 0; i < COUNT(t); i++) {
		assert_int_equal(find(state, t[i].method, t[i].path, &match),
		    ROUTE_METHOD);
		assert_int_equal(match.allowed, t[i].allowed);
		assert_null(match.op);
	}
}

static void
five_values_in_a_path_are_too_many(void **state)
{
	static const struct operation	five = { .method = METHOD_GET,
					    .path = "/{a}/{b}/{c}/{d}/{e}" };
	struct route_match		match;

	assert_int_equal(route_find(*state, &five, 1, METHOD_GET, "/1/2/3/4/5",
	    &match), ROUTE_NOT_FOUND);
}

static void
between_two_as_literal_the_first_of_the_table_wins(void **state)
{
	static const struct operation	both[] = {
		{ .id = "first", .method = METHOD_GET, .path = "/{a}/x" },
		{ .id = "second", .method = METHOD_GET, .path = "/y/{b}" },
	};
	struct route_match		match;

	assert_int_equal(route_find(*state, both, 2, METHOD_GET, "/y/x",
	    &match), ROUTE_OK);
	assert_string_equal(match.op->id, "first");
	assert_string_equal(match.params[0], "y");
}

static const struct {
	const char	*query;
	int		 n;	/* -1: refused */
	struct query_pair pairs[4];
} queries[] = {
	{ "", 0, { { NULL, NULL } } },
	{ "a=1", 1, { { "a", "1" } } },
	{ "a=1&b=2", 2, { { "a", "1" }, { "b", "2" } } },
	/* repeated keys stay, in order */
	{ "a=1&a=2&a=", 3, { { "a", "1" }, { "a", "2" }, { "a", "" } } },
	{ "a", 1, { { "a", "" } } },
	{ "a=", 1, { { "a", "" } } },
	{ "a&b", 2, { { "a", "" }, { "b", "" } } },
	{ "=1", 1, { { "", "1" } } },
	{ "a=b=c", 1, { { "a", "b=c" } } },
	/* empty pieces say nothing */
	{ "&", 0, { { NULL, NULL } } },
	{ "&&a=1&&", 1, { { "a", "1" } } },
	{ "a=1&", 1, { { "a", "1" } } },
	/* decoded on both sides of the sign, after the cut */
	{ "a%3Db=c%26d", 1, { { "a=b", "c&d" } } },
	{ "q=mar%20seille+sud", 1, { { "q", "mar seille sud" } } },
	{ "q=%2B", 1, { { "q", "+" } } },
	{ "q=%c3%a9%C3%89", 1, { { "q", "éÉ" } } },
	{ "q=%F0%9F%8F%A0", 1, { { "q", "🏠" } } },
	{ "q=\xc3\xa9", 1, { { "q", "é" } } },
	{ "a=1;b=2", 1, { { "a", "1;b=2" } } },
	/* refused */
	{ "a=%", -1, { { NULL, NULL } } },
	{ "a=%4", -1, { { NULL, NULL } } },
	{ "a=%4&b=1", -1, { { NULL, NULL } } },
	{ "a=%g0", -1, { { NULL, NULL } } },
	{ "a=%0g", -1, { { NULL, NULL } } },
	{ "a=%-1", -1, { { NULL, NULL } } },
	{ "%=1", -1, { { NULL, NULL } } },
	{ "a=%00", -1, { { NULL, NULL } } },
	{ "a%00b=1", -1, { { NULL, NULL } } },
	{ "a=%01", -1, { { NULL, NULL } } },
	{ "a=%0d%0aset-cookie", -1, { { NULL, NULL } } },
	{ "a=%7F", -1, { { NULL, NULL } } },
	{ "a=\x01", -1, { { NULL, NULL } } },
	{ "a=%C3", -1, { { NULL, NULL } } },
	{ "a=\xff", -1, { { NULL, NULL } } },
};

static void
a_query_is_cut_then_decoded(void **state)
{
	struct query_pair	pairs[ROUTE_QUERY_MAX];
	int			n;

	for (size_t i = 0; i < COUNT(queries); i++) {
		print_message("%s\n", queries[i].query);
		n = route_query(*state, queries[i].query, pairs);
		assert_int_equal(n, queries[i].n);
		for (int k = 0; k < n; k++) {
			assert_string_equal(pairs[k].name,
			    queries[i].pairs[k].name);
			assert_string_equal(pairs[k].value,
			    queries[i].pairs[k].value);
		}
	}
}

static void
sixty_four_pairs_are_read_and_one_more_is_refused(void **state)
{
	struct query_pair	pairs[ROUTE_QUERY_MAX];
	char			query[ROUTE_QUERY_MAX * 8] = "";
	size_t			len = 0;

	for (int i = 0; i < ROUTE_QUERY_MAX; i++)
		len += (size_t)snprintf(query + len, sizeof(query) - len,
		    "%sp%02d=%d", i == 0 ? "" : "&", i, i);
	assert_int_equal(route_query(*state, query, pairs), ROUTE_QUERY_MAX);
	assert_string_equal(pairs[ROUTE_QUERY_MAX - 1].name, "p63");
	assert_string_equal(pairs[ROUTE_QUERY_MAX - 1].value, "63");
	strcat(query, "&");
	assert_int_equal(route_query(*state, query, pairs), ROUTE_QUERY_MAX);
	strcat(query, "z");
	assert_int_equal(route_query(*state, query, pairs), -1);
}

/* RFC 3629, and the sequences that it forbids. */
static const struct {
	const char	*bytes;
	bool		 good;
} texts[] = {
	{ "", true },
	{ "abc", true },
	{ "\x7f", true },
	{ "\xc2\x80", true },		/* U+0080 */
	{ "\xdf\xbf", true },		/* U+07FF */
	{ "\xe0\xa0\x80", true },	/* U+0800 */
	{ "\xed\x9f\xbf", true },	/* U+D7FF */
	{ "\xee\x80\x80", true },	/* U+E000 */
	{ "\xef\xbf\xbf", true },	/* U+FFFF */
	{ "\xf0\x90\x80\x80", true },	/* U+10000 */
	{ "\xf4\x8f\xbf\xbf", true },	/* U+10FFFF */
	{ "a\xc3\xa9z", true },
	/* a continuation alone, a start alone, a start too short */
	{ "\x80", false },
	{ "\xbf", false },
	{ "\xc3", false },
	{ "\xc3" "a", false },
	{ "\xc3\xa9\xa9", false },
	{ "\xe2\x82", false },
	{ "\xe2\x82" "a", false },
	{ "\xf0\x9f\x8f", false },
	{ "\xf0\x9f\x8f" "a", false },
	{ "\xe2\x28\xa1", false },
	/* longer than needed */
	{ "\xc0\x80", false },		/* NUL */
	{ "\xc0\xaf", false },		/* / */
	{ "\xc1\xbf", false },
	{ "\xe0\x80\xaf", false },
	{ "\xe0\x9f\xbf", false },
	{ "\xf0\x80\x80\xaf", false },
	{ "\xf0\x8f\xbf\xbf", false },
	/* surrogates */
	{ "\xed\xa0\x80", false },
	{ "\xed\xbf\xbf", false },
	{ "\xed\xa0\xbd\xed\xb8\x80", false },
	/* beyond U+10FFFF, bytes that never occur */
	{ "\xf4\x90\x80\x80", false },
	{ "\xf5\x80\x80\x80", false },
	{ "\xf8\x88\x80\x80\x80", false },
	{ "\xfe", false },
	{ "\xff", false },
};

static void
utf8_is_what_rfc_3629_says(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		print_message("text %zu\n", i);
		assert_int_equal(route_utf8(texts[i].bytes,
		    strlen(texts[i].bytes)), texts[i].good);
	}
	assert_true(route_utf8("a\0b", 3));
	assert_true(route_utf8("\xc3\xa9", 0));
	assert_false(route_utf8("\xc3\xa9", 1));
}

static void
decoding_reads_no_further_than_told(void **state)
{
	assert_string_equal(route_decode(*state, "%41%42", 3, false), "A");
	assert_null(route_decode(*state, "%41%42", 4, false));
	assert_null(route_decode(*state, "%41%42", 5, false));
	assert_string_equal(route_decode(*state, "%41%42", 6, false), "AB");
	assert_string_equal(route_decode(*state, "", 0, false), "");
	assert_string_equal(route_decode(*state, "a+b", 3, true), "a b");
	assert_string_equal(route_decode(*state, "a+b", 3, false), "a+b");
	assert_null(route_decode(*state, "a\0b", 3, false));
}

#define T(name)	cmocka_unit_test_setup_teardown(name, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_path_finds_its_operation_or_nothing),
		T(another_method_is_told_which_are_allowed),
		T(five_values_in_a_path_are_too_many),
		T(between_two_as_literal_the_first_of_the_table_wins),
		T(a_query_is_cut_then_decoded),
		T(sixty_four_pairs_are_read_and_one_more_is_refused),
		T(utf8_is_what_rfc_3629_says),
		T(decoding_reads_no_further_than_told),
	};

	return (cmocka_run_group_tests(tests, NULL, NULL));
}
