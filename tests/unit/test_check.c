/*
 * Values against schemas: every keyword that the contract compiler accepts,
 * every format, faults all together, pointers of RFC 6901.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/check.h"
#include "core/route.h"

#define COUNT(t)	(sizeof(t) / sizeof((t)[0]))

static struct faults	faults;

static int
start(void **state)
{
	memset(&faults, 0, sizeof(faults));
	*state = arena_new();
	return (0);
}

static int
end(void **state)
{
	arena_free(*state);
	return (0);
}

/* Formats */

struct example {
	const char	*text;
	bool		 good;
};

static void
assert_format(enum format format, const struct example *t, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		print_message("« %s »\n", t[i].text);
		assert_int_equal(check_format(format, t[i].text), t[i].good);
	}
}

static void
a_uuid_has_36_characters_in_five_groups(void **state)
{
	static const struct example	t[] = {
		{ "0f8fad5b-d9cb-469f-a165-70867728950e", true },
		{ "0F8FAD5B-D9CB-469F-A165-70867728950E", true },
		{ "00000000-0000-0000-0000-000000000000", true },
		{ "", false },
		{ "0f8fad5b-d9cb-469f-a165-70867728950", false },
		{ "0f8fad5b-d9cb-469f-a165-70867728950e0", false },
		{ "0f8fad5bd9cb469fa16570867728950e", false },
		{ "0f8fad5b-d9cb-469f-a165_70867728950e", false },
		{ "0f8fad5bd-9cb-469f-a165-70867728950e", false },
		{ "{0f8fad5b-d9cb-469f-a165-7086772895}", false },
		{ "0f8fad5b-d9cb-469f-a165-70867728950g", false },
		{ "0f8fad5b-d9cb-469f-a165-70867728950 ", false },
	};

	(void)state;
	assert_format(FORMAT_UUID, t, COUNT(t));
}

static void
a_date_is_a_day_that_exists(void **state)
{
	static const struct example	t[] = {
		{ "2026-01-31", true }, { "2026-04-30", true },
		{ "2024-02-29", true }, { "2000-02-29", true },
		{ "0001-01-01", true }, { "9999-12-31", true },
		{ "2026-02-29", false }, { "1900-02-29", false },
		{ "2026-02-30", false }, { "2026-04-31", false },
		{ "2026-00-10", false }, { "2026-13-10", false },
		{ "2026-01-00", false }, { "2026-01-32", false },
		{ "0000-01-01", false }, { "2026-1-1", false },
		{ "26-01-01", false }, { "2026/01/01", false },
		{ "01-01-2026", false }, { "2026-01-01 ", false },
		{ " 2026-01-01", false }, { "2026-01-01T00:00:00Z", false },
		{ "2026-01", false }, { "-026-01-01", false }, { "", false },
		{ "202é-01-01", false },
	};

	(void)state;
	assert_format(FORMAT_DATE, t, COUNT(t));
}

static void
a_date_time_is_that_of_rfc_3339(void **state)
{
	static const struct example	t[] = {
		{ "2026-11-23T21:42:00Z", true },
		{ "2026-11-23t21:42:00z", true },
		{ "2026-11-23T21:42:00.123456Z", true },
		{ "2026-11-23T21:42:00+01:00", true },
		{ "2026-11-23T21:42:00-09:30", true },
		{ "2026-11-23T21:42:00+14:00", true },
		{ "2026-11-23T00:00:00Z", true },
		{ "2026-12-31T23:59:60Z", true },
		{ "2026-11-23T21:42:00", false },
		{ "2026-11-23 21:42:00Z", false },
		{ "2026-11-23T21:42Z", false },
		{ "2026-11-23T24:00:00Z", false },
		{ "2026-11-23T21:60:00Z", false },
		{ "2026-11-23T21:42:61Z", false },
		{ "2026-11-23T21:42:00.Z", false },
		{ "2026-11-23T21:42:00,1Z", false },
		{ "2026-11-23T21:42:00+0100", false },
		{ "2026-11-23T21:42:00+01", false },
		{ "2026-11-23T21:42:00+24:00", false },
		{ "2026-11-23T21:42:00+16:00", false },
		{ "2026-11-23T21:42:00+01:60", false },
		{ "2026-11-23T21:42:00ZZ", false },
		{ "2026-11-31T21:42:00Z", false },
		{ "2026-11-23", false }, { "2026-11-23T", false },
		{ "", false },
	};

	(void)state;
	assert_format(FORMAT_DATE_TIME, t, COUNT(t));
}

static void
an_email_has_a_domain_that_could_exist(void **state)
{
	static const struct example	t[] = {
		{ "x@x.com", true }, { "ines.martin@example.org", true },
		{ "a+b_c'd@sous.domaine-long.example.fr", true },
		{ "lino@ärsenik.fr", true }, { "a@xn--rsenik-bua.fr", true },
		{ "1@2.fr", true },
		{ "", false }, { "texte", false }, { "@x.com", false },
		{ "x@", false }, { "test@fr", false },
		{ "nom@exemple.f", false }, { "nom@virgule,fr", false },
		{ "nom@10.0.0.1", false }, { "nom@[10.0.0.1]", false },
		{ "nom@exemple..fr", false }, { "nom@.exemple.fr", false },
		{ "nom@exemple.fr.", false }, { "nom@-exemple.fr", false },
		{ "nom@exemple-.fr", false }, { "nom@exe mple.fr", false },
		{ ".nom@exemple.fr", false }, { "nom.@exemple.fr", false },
		{ "a..b@exemple.fr", false },
		{ "nom nom@exemple.fr", false }, { "a@b@exemple.fr", false },
		{ "nom@exemple.fr\n", false }, { "nöm@exemple.fr", false },
		{ "Nom <nom@exemple.fr>", false }, { "a@b.fr,c@d.fr", false },
		{ "nom@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
		    "aaaaaaaaaaaaaaaaaaaa.fr", false },
	};

	(void)state;
	assert_format(FORMAT_EMAIL, t, COUNT(t));
}

/* domain/api.md, section 1.4.3. */
static void
a_phone_number_is_french_or_international(void **state)
{
	static const struct example	t[] = {
		{ "0808080808", true }, { "08 08 08 08 08", true },
		{ "08-08-08-08-08", true }, { "08.08.08.08.08", true },
		{ "33808080808", true }, { "+33808080808", true },
		{ "+330808080808", true }, { "+33 8 08 08 08 08", true },
		{ "0033612345678", true }, { "+33 (0)6 12 34 56 78", true },
		{ "0692345678", true }, { "+262692345678", true },
		{ "+2620692345678", true }, { "+39 6 8888 1111", true },
		{ "+3968888111", true }, { "+32 2 123 45 67", true },
		{ "+41 22 345 67 89", true },
		{ "", false }, { "+", false }, { "0808080808D", false },
		{ "08ABCD0808", false }, { "080808080@", false },
		{ "0808", false }, { "12345", false }, { "texte", false },
		{ "1234567890", false }, { "080808080", false },
		{ "08080808080", false }, { "0000000000", false },
		{ "+0808080808", false }, { "++33808080808", false },
		{ "+1234567", false }, { "+1234567890123456", false },
		{ "12345678901234567890", false }, { "---", false },
		{ "+33808080808+", false }, { "0808/080808", false },
	};

	(void)state;
	assert_format(FORMAT_TELEPHONE, t, COUNT(t));
}

static void
codes_have_five_characters(void **state)
{
	static const struct example	postal[] = {
		{ "13001", true }, { "01000", true }, { "20200", true },
		{ "1300", false }, { "130010", false }, { "2A000", false },
		{ " 3001", false }, { "13 01", false }, { "", false },
	};
	static const struct example	insee[] = {
		{ "13201", true }, { "2A004", true }, { "2B033", true },
		{ "97105", true }, { "01001", true },
		{ "2a004", false }, { "2C004", false }, { "A2004", false },
		{ "2AB04", false }, { "1320", false }, { "132010", false },
		{ "2A0041", false }, { "1320A", false }, { "", false },
	};

	(void)state;
	assert_format(FORMAT_CODE_POSTAL, postal, COUNT(postal));
	assert_format(FORMAT_CODE_INSEE, insee, COUNT(insee));
}

static void
a_uri_is_http_with_a_host(void **state)
{
	static const struct example	t[] = {
		{ "https://exemple.fr", true }, { "http://exemple.fr/", true },
		{ "https://exemple.fr/a?b=c#d", true },
		{ "http://127.0.0.1:8080/x", true },
		{ "", false }, { "https://", false }, { "http:///x", false },
		{ "https://?x", false }, { "ftp://exemple.fr", false },
		{ "//exemple.fr", false }, { "exemple.fr", false },
		{ "javascript:alert(1)", false }, { "HTTPS", false },
		{ "https://exemple.fr/a b", false },
		{ "https://exemple.fr/\n", false },
		{ "https://exemple.fr/\"", false },
		{ "https://exemple.fr/<b>", false },
	};

	(void)state;
	assert_format(FORMAT_URI, t, COUNT(t));
}

static void
no_format_takes_any_text(void **state)
{
	(void)state;
	assert_true(check_format(FORMAT_NONE, ""));
	assert_true(check_format(FORMAT_NONE, "n'importe quoi"));
}

/* Values: a body whose fields have every keyword */

static const char *const	couleurs[] = { "rouge", "bleu", NULL };

static const struct schema	texte = { .type = TYPE_STRING,
				    .min_length = 2, .max_length = 5 };
static const struct schema	libre = { .type = TYPE_STRING,
				    .max_length = 200 };
static const struct schema	requis = { .type = TYPE_STRING,
				    .min_length = 1, .max_length = 10 };
static const struct schema	peut_etre = { .type = TYPE_STRING,
				    .nullable = true, .max_length = 10 };
static const struct schema	couleur = { .type = TYPE_STRING,
				    .values = couleurs, .max_length = 200 };
static const struct schema	couleur_ou_rien = { .type = TYPE_STRING,
				    .nullable = true, .values = couleurs,
				    .max_length = 200 };
static const struct schema	jour = { .type = TYPE_STRING,
				    .format = FORMAT_DATE, .max_length = 10 };
static const struct schema	entier = { .type = TYPE_INTEGER,
				    .has_min = true, .min = 1, .has_max = true,
				    .max = 99 };
static const struct schema	reel = { .type = TYPE_NUMBER, .has_min = true,
				    .min = -0.5, .has_max = true, .max = 0.5 };
static const struct schema	sans_bornes = { .type = TYPE_NUMBER };
static const struct schema	booleen = { .type = TYPE_BOOLEAN };
static const struct schema	quelconque = { .type = TYPE_ANY };
static const struct schema	liste = { .type = TYPE_ARRAY, .min_items = 1,
				    .max_items = 3, .items = &entier };
static const struct field	petit_fields[] = {
	{ "a", true, &entier },
	{ "b", false, &liste },
};
static const struct object	petit_object = { petit_fields, 2, false };
static const struct schema	petit = { .type = TYPE_OBJECT,
				    .object = &petit_object };
static const struct schema	petit_ou_rien = { .type = TYPE_OBJECT,
				    .nullable = true, .object = &petit_object };
static const struct schema	petits = { .type = TYPE_ARRAY,
				    .max_items = 200, .items = &petit };
static const struct object	ouvert_object = { petit_fields, 1, true };
static const struct schema	ouvert = { .type = TYPE_OBJECT,
				    .object = &ouvert_object };

static const struct field	fields[] = {
	{ "id", true, &libre },
	{ "texte", false, &texte },
	{ "libre", false, &libre },
	{ "requis", false, &requis },
	{ "peut_etre", false, &peut_etre },
	{ "couleur", false, &couleur },
	{ "couleur_ou_rien", false, &couleur_ou_rien },
	{ "jour", false, &jour },
	{ "entier", false, &entier },
	{ "reel", false, &reel },
	{ "sans_bornes", false, &sans_bornes },
	{ "booleen", false, &booleen },
	{ "quelconque", false, &quelconque },
	{ "liste", false, &liste },
	{ "petit", false, &petit },
	{ "petit_ou_rien", false, &petit_ou_rien },
	{ "petits", false, &petits },
	{ "ouvert", false, &ouvert },
	{ "a/b~c", false, &entier },
};
static const struct object	body_object = { fields, COUNT(fields), false };

/* "pointer code" of each fault, in order, separated by commas. */
static const char *
faults_text(struct arena *arena)
{
	char	*text = arena_strdup(arena, "");

	for (size_t i = 0; i < faults.n; i++)
		text = arena_printf(arena, "%s%s%s %s", text,
		    i == 0 ? "" : ", ", faults.list[i].pointer,
		    faults.list[i].code);
	return (text);
}

static bool
check_json(struct arena *arena, const char *text)
{
	json_error_t	 error;
	json_t		*body = json_loads(text, JSON_DECODE_ANY, &error);
	bool		 good;

	if (body == NULL)
		fail_msg("%s: %s", text, error.text);
	memset(&faults, 0, sizeof(faults));
	good = check_body(arena, &body_object, body, &faults);
	assert_int_equal(good, faults.n == 0);
	json_decref(body);
	return (good);
}

/* Members put beside the required "id"; the faults expected, "" for none. */
static const struct {
	const char	*members;
	const char	*expected;
} bodies[] = {
	{ "", "" },
	/* types */
	{ "\"texte\":1", "/texte type" },
	{ "\"texte\":null", "/texte type" },
	{ "\"texte\":[]", "/texte type" },
	{ "\"entier\":\"1\"", "/entier type" },
	{ "\"entier\":1.5", "/entier type" },
	{ "\"entier\":true", "/entier type" },
	{ "\"reel\":\"0\"", "/reel type" },
	{ "\"reel\":0", "" },
	{ "\"booleen\":1", "/booleen type" },
	{ "\"booleen\":\"true\"", "/booleen type" },
	{ "\"booleen\":false", "" },
	{ "\"liste\":{}", "/liste type" },
	{ "\"liste\":null", "/liste type" },
	{ "\"petit\":[]", "/petit type" },
	{ "\"petit\":null", "/petit type" },
	{ "\"quelconque\":null", "" },
	{ "\"quelconque\":[1,{\"x\":[]}]", "" },
	/* lengths count characters, not bytes */
	{ "\"texte\":\"ab\"", "" },
	{ "\"texte\":\"abcde\"", "" },
	{ "\"texte\":\"ééééé\"", "" },
	{ "\"texte\":\"🏠🏠🏠🏠🏠\"", "" },
	{ "\"texte\":\"🏠🏠🏠🏠🏠🏠\"", "/texte trop_long" },
	{ "\"texte\":\"a\"", "/texte trop_court" },
	{ "\"texte\":\"é\"", "/texte trop_court" },
	{ "\"texte\":\"\"", "/texte obligatoire" },
	{ "\"texte\":\"abcdef\"", "/texte trop_long" },
	{ "\"requis\":\"\"", "/requis obligatoire" },
	{ "\"libre\":\"\"", "" },
	/* control characters, but those of a text of several lines */
	{ "\"libre\":\"a\\tb\\r\\nc\"", "" },
	{ "\"libre\":\"a\\u0001b\"", "/libre format" },
	{ "\"libre\":\"a\\u001bb\"", "/libre format" },
	{ "\"libre\":\"a\\u007fb\"", "/libre format" },
	/* null where it is allowed */
	{ "\"peut_etre\":null", "" },
	{ "\"couleur_ou_rien\":null", "" },
	{ "\"petit_ou_rien\":null", "" },
	{ "\"petit_ou_rien\":{}", "/petit_ou_rien/a obligatoire" },
	/* enumerations */
	{ "\"couleur\":\"rouge\"", "" },
	{ "\"couleur\":\"Rouge\"", "/couleur valeur_inconnue" },
	{ "\"couleur\":\"\"", "/couleur valeur_inconnue" },
	{ "\"couleur\":null", "/couleur type" },
	{ "\"couleur_ou_rien\":\"vert\"", "/couleur_ou_rien valeur_inconnue" },
	/* formats */
	{ "\"jour\":\"2026-02-28\"", "" },
	{ "\"jour\":\"2026-02-29\"", "/jour format" },
	/* bounds are included */
	{ "\"entier\":1", "" },
	{ "\"entier\":99", "" },
	{ "\"entier\":0", "/entier trop_petit" },
	{ "\"entier\":100", "/entier trop_grand" },
	{ "\"entier\":-9223372036854775808", "/entier trop_petit" },
	{ "\"entier\":9223372036854775807", "/entier trop_grand" },
	{ "\"reel\":0.5", "" },
	{ "\"reel\":-0.5", "" },
	{ "\"reel\":0.5000001", "/reel trop_grand" },
	{ "\"reel\":-1e10", "/reel trop_petit" },
	{ "\"sans_bornes\":1e300", "" },
	/* arrays */
	{ "\"liste\":[1]", "" },
	{ "\"liste\":[1,2,3]", "" },
	{ "\"liste\":[]", "/liste trop_court" },
	{ "\"liste\":[1,2,3,4]", "/liste trop_long" },
	{ "\"liste\":[0,1,\"x\"]", "/liste/0 trop_petit, /liste/2 type" },
	/* objects inside */
	{ "\"petit\":{\"a\":1}", "" },
	{ "\"petit\":{\"a\":1,\"b\":[2,0]}", "/petit/b/1 trop_petit" },
	{ "\"petit\":{\"b\":[1],\"z\":1}",
	    "/petit/a obligatoire, /petit/z inconnu" },
	{ "\"petits\":[{\"a\":1},{\"a\":0},{}]",
	    "/petits/1/a trop_petit, /petits/2/a obligatoire" },
	/* unknown fields, but where they are welcome */
	{ "\"Texte\":\"ab\"", "/Texte inconnu" },
	{ "\"autre\":null", "/autre inconnu" },
	{ "\"\":1", "/ inconnu" },
	{ "\"ouvert\":{\"a\":1,\"z\":{\"y\":[null]}}", "" },
	{ "\"ouvert\":{\"a\":0,\"z\":1}", "/ouvert/a trop_petit" },
	/* pointers are escaped */
	{ "\"a/b~c\":0", "/a~1b~0c trop_petit" },
	{ "\"~/\":0", "/~0~1 inconnu" },
	{ "\"é\":0", "/é inconnu" },
	/* all together, the missing ones first */
	{ "\"texte\":1,\"entier\":0,\"petit\":{\"b\":[]},\"zut\":1",
	    "/texte type, /entier trop_petit, /petit/a obligatoire, "
	    "/petit/b trop_court, /zut inconnu" },
};

static void
a_body_is_held_against_its_schema(void **state)
{
	for (size_t i = 0; i < COUNT(bodies); i++) {
		print_message("%s\n", bodies[i].members);
		(void)check_json(*state, arena_printf(*state,
		    "{\"id\":\"1\"%s%s}", bodies[i].members[0] == '\0' ? "" :
		    ",", bodies[i].members));
		assert_string_equal(faults_text(*state), bodies[i].expected);
	}
}

static void
a_missing_field_is_named(void **state)
{
	assert_false(check_json(*state, "{}"));
	assert_string_equal(faults_text(*state), "/id obligatoire");
	assert_false(check_json(*state, "{\"id\":null}"));
	assert_string_equal(faults_text(*state), "/id type");
}

static void
what_is_not_an_object_is_one_fault(void **state)
{
	static const char *const	t[] = { "[]", "1", "null", "\"x\"",
					    "true", "[{\"id\":\"1\"}]" };

	for (size_t i = 0; i < COUNT(t); i++) {
		assert_false(check_json(*state, t[i]));
		assert_string_equal(faults_text(*state), " type");
	}
}

static void
every_fault_has_a_sentence(void **state)
{
	(void)check_json(*state, "{\"texte\":1,\"libre\":null,"
	    "\"couleur\":\"x\",\"entier\":0,\"reel\":1,\"jour\":\"x\","
	    "\"liste\":[],\"z\":1,\"requis\":\"\",\"petits\":[{}],"
	    "\"booleen\":0}");
	assert_int_equal(faults.n, 12);
	for (size_t i = 0; i < faults.n; i++) {
		size_t	len = strlen(faults.list[i].detail);

		assert_true(len > 10);
		assert_int_equal(faults.list[i].detail[len - 1], '.');
	}
}

static void
an_enumeration_tells_its_values(void **state)
{
	(void)check_json(*state, "{\"id\":\"1\",\"couleur\":\"vert\"}");
	assert_string_equal(faults.list[0].detail,
	    "Valeurs possibles : rouge, bleu.");
}

static void
a_hundred_faults_are_listed_and_the_others_counted(void **state)
{
	char	*text = arena_strdup(*state, "{\"id\":\"1\",\"petits\":[");

	for (int i = 0; i < 130; i++)
		text = arena_printf(*state, "%s%s{}", text, i == 0 ? "" : ",");
	assert_false(check_json(*state, arena_printf(*state, "%s]}", text)));
	assert_int_equal(faults.n, CHECK_FAULTS_MAX);
	assert_int_equal(faults.more, 30);
	assert_string_equal(faults.list[99].pointer, "/petits/99/a");
}

static void
a_list_too_long_is_one_fault_whatever_it_holds(void **state)
{
	char	*text = arena_strdup(*state, "{\"id\":\"1\",\"petits\":[");

	for (int i = 0; i < 201; i++)
		text = arena_printf(*state, "%s%s{}", text, i == 0 ? "" : ",");
	assert_false(check_json(*state, arena_printf(*state, "%s]}", text)));
	assert_string_equal(faults_text(*state), "/petits trop_long");
}

/* {"id":"1","<field>":[[[…]]]}, n arrays deep. */
static const char *
nested(struct arena *arena, const char *field, int n)
{
	char	*open = arena_alloc(arena, (size_t)n + 1);
	char	*close = arena_alloc(arena, (size_t)n + 1);

	memset(open, '[', (size_t)n);
	memset(close, ']', (size_t)n);
	return (arena_printf(arena, "{\"id\":\"1\",\"%s\":%s1%s}", field, open,
	    close));
}

static void
a_free_value_is_nested_32_times_at_most(void **state)
{
	assert_true(check_json(*state, nested(*state, "quelconque",
	    CHECK_DEPTH_MAX)));
	assert_false(check_json(*state, nested(*state, "quelconque",
	    CHECK_DEPTH_MAX + 1)));
	assert_string_equal(faults_text(*state), "/quelconque trop_profond");
	assert_false(check_json(*state, nested(*state, "quelconque", 2000)));
	assert_false(check_json(*state, "{\"id\":\"1\",\"ouvert\":{\"a\":1,"
	    "\"z\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]"
	    "]]]]]]]}}"));
	assert_string_equal(faults_text(*state), "/ouvert/z trop_profond");
}

static void
a_long_pointer_is_cut_between_two_characters(void **state)
{
	const char	*pointer;
	char		*name = arena_strdup(*state, "");

	for (int i = 0; i < 100; i++)
		name = arena_printf(*state, "%s€", name);
	for (int shift = 0; shift < 4; shift++) {
		assert_false(check_json(*state, arena_printf(*state,
		    "{\"id\":\"1\",\"%.*s%s\":1}", shift, "aaaa", name)));
		pointer = faults.list[0].pointer;
		assert_true(strlen(pointer) > 245 && strlen(pointer) <= 250);
		assert_true(route_utf8(pointer, strlen(pointer)));
	}
	for (int i = 0; i < 100; i++)
		name = arena_printf(*state, "%s/~", name);
	assert_false(check_json(*state, arena_printf(*state,
	    "{\"id\":\"1\",\"ouvert\":{\"a\":1},\"%s\":1}", name + 300)));
	pointer = faults.list[0].pointer;
	assert_true(strlen(pointer) >= 249 && strlen(pointer) <= 250);
	assert_int_not_equal(pointer[strlen(pointer) - 1], '~');
}

/* Parameters: texts */

static const struct schema	ids = { .type = TYPE_ARRAY, .max_items = 3,
				    .items = &couleur };
static const struct schema	uuid = { .type = TYPE_STRING,
				    .format = FORMAT_UUID, .max_length = 36 };

static const struct {
	const struct schema	*schema;
	const char		*text;
	const char		*code;	/* NULL: good */
} parameters[] = {
	{ &entier, "1", NULL }, { &entier, "099", NULL },
	{ &entier, "0", "trop_petit" }, { &entier, "-1", "trop_petit" },
	{ &entier, "100", "trop_grand" },
	{ &entier, "99999999999999999999999", "trop_grand" },
	{ &entier, "", "type" }, { &entier, "-", "type" },
	{ &entier, "1-2", "type" }, { &entier, "--1", "type" },
	{ &entier, " 1", "type" }, { &entier, "1 ", "type" },
	{ &entier, "+1", "type" }, { &entier, "1.0", "type" },
	{ &entier, "1e1", "type" }, { &entier, "0x10", "type" },
	{ &entier, "nan", "type" }, { &entier, "x", "type" },
	{ &entier, "é", "type" },
	{ &reel, "0.25", NULL }, { &reel, "-5e-1", NULL },
	{ &reel, "1", "trop_grand" }, { &reel, "0,25", "type" },
	{ &reel, "nan", "type" }, { &reel, "inf", "type" },
	{ &reel, "0x0p0", "type" }, { &reel, "+0.1", "type" },
	{ &reel, "1e999", "type" }, { &reel, ".", "type" },
	{ &reel, "e1", "type" }, { &reel, "0.1.1", "type" },
	{ &booleen, "true", NULL }, { &booleen, "false", NULL },
	{ &booleen, "1", "type" }, { &booleen, "TRUE", "type" },
	{ &booleen, "", "type" },
	{ &couleur, "bleu", NULL }, { &couleur, "vert", "valeur_inconnue" },
	/* of an array, one value at a time */
	{ &ids, "bleu", NULL }, { &ids, "bleu,rouge", "valeur_inconnue" },
	{ &texte, "abc", NULL }, { &texte, "", "obligatoire" },
	{ &texte, "abcdef", "trop_long" },
	{ &uuid, "0f8fad5b-d9cb-469f-a165-70867728950e", NULL },
	{ &uuid, "0f8fad5b", "format" },
	{ &jour, "2026-11-23", NULL }, { &jour, "23/11/2026", "format" },
};

static void
a_parameter_is_a_text_held_against_its_schema(void **state)
{
	struct parameter	p = { .name = "p" };
	bool			good;

	for (size_t i = 0; i < COUNT(parameters); i++) {
		print_message("« %s »\n", parameters[i].text);
		memset(&faults, 0, sizeof(faults));
		p.schema = parameters[i].schema;
		good = check_text(*state, &p, parameters[i].text, &faults);
		assert_int_equal(good, parameters[i].code == NULL);
		assert_int_equal(faults.n, parameters[i].code == NULL ? 0 : 1);
		if (good)
			continue;
		assert_string_equal(faults.list[0].pointer, "p");
		assert_string_equal(faults.list[0].code, parameters[i].code);
	}
}

#define T(name)	cmocka_unit_test_setup_teardown(name, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_uuid_has_36_characters_in_five_groups),
		T(a_date_is_a_day_that_exists),
		T(a_date_time_is_that_of_rfc_3339),
		T(an_email_has_a_domain_that_could_exist),
		T(a_phone_number_is_french_or_international),
		T(codes_have_five_characters),
		T(a_uri_is_http_with_a_host),
		T(no_format_takes_any_text),
		T(a_body_is_held_against_its_schema),
		T(a_missing_field_is_named),
		T(what_is_not_an_object_is_one_fault),
		T(every_fault_has_a_sentence),
		T(an_enumeration_tells_its_values),
		T(a_hundred_faults_are_listed_and_the_others_counted),
		T(a_list_too_long_is_one_fault_whatever_it_holds),
		T(a_free_value_is_nested_32_times_at_most),
		T(a_long_pointer_is_cut_between_two_characters),
		T(a_parameter_is_a_text_held_against_its_schema),
	};

	return (cmocka_run_group_tests(tests, NULL, NULL));
}
