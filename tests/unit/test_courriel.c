/*
 * A mail as text: addresses, headers that nothing can be injected into, lines
 * that every server accepts, and words that come back as they were.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "notification/courriel.h"

static struct arena	*arena;

static int
set_up(void **state)
{
	(void)state;
	arena = arena_new();
	return (0);
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return (0);
}

static const struct courriel	plain = {
	.de_nom = "Vigie Logement", .de = "ne-pas-repondre@vigie.example",
	.a_nom = "Ines Martin", .a = "ines@example.org", .objet = "Bonjour",
	.id = "0a0bb241-d13b-4587-8425-bc700f9d5c61", .date = 1764554400,
	.texte = "Un.\n", .html = "<p>Un.</p>\n"
};

/* The value of a header, its folded lines joined. */
static const char *
header(const char *mail, const char *name)
{
	const char	*line = strstr(mail, name), *end;
	const char	*value = "";

	assert_non_null(line);
	assert_true(line == mail || line[-1] == '\n');
	line += strlen(name);
	do {
		end = strstr(line, "\r\n");
		assert_non_null(end);
		value = arena_printf(arena, "%s%.*s", value,
		    (int)(end - line), line);
		line = end + 2;
	} while (*line == ' ');
	return (value + 1);
}

static int
value_of_hex(char c)
{
	return (c <= '9' ? c - '0' : c - 'A' + 10);
}

/* Q-encoded words -> text, as a mail reader does it. */
static const char *
decoded(const char *value)
{
	char	*out = arena_alloc(arena, strlen(value) + 1);
	size_t	 len = 0;

	for (; *value != '\0'; value++) {
		if (strncmp(value, "=?UTF-8?Q?", 10) == 0) {
			value += 10 - 1;
		} else if (strncmp(value, "?=", 2) == 0) {
			/* The space between two words means nothing. */
			value += strncmp(value + 2, " =?", 3) == 0 ? 2 : 1;
		} else if (*value == '=') {
			out[len++] = (char)(value_of_hex(value[1]) * 16 +
			    value_of_hex(value[2]));
			value += 2;
		} else {
			out[len++] = *value == '_' ? ' ' : *value;
		}
	}
	out[len] = '\0';
	return (out);
}

/* The nth part's body (1, 2), decoded from quoted-printable. */
static const char *
part(const char *mail, int n)
{
	const char	*at = mail, *end;
	char		*out;
	size_t		 len = 0;

	while (n-- > 0) {
		at = strstr(at, "quoted-printable\r\n\r\n");
		assert_non_null(at);
		at += strlen("quoted-printable\r\n\r\n");
	}
	end = strstr(at, "\r\n--=_");
	assert_non_null(end);
	out = arena_alloc(arena, (size_t)(end - at) + 1);
	for (; at < end; at++) {
		if (at[0] == '=' && at[1] == '\r') {
			at += 2;
		} else if (at[0] == '=') {
			out[len++] = (char)(value_of_hex(at[1]) * 16 +
			    value_of_hex(at[2]));
			at += 2;
		} else if (at[0] != '\r') {
			out[len++] = at[0];
		}
	}
	out[len] = '\0';
	return (out);
}

/* ASCII, CR LF, short lines, no space lost at their end. */
static void
assert_well_formed(const char *mail)
{
	const char	*line = mail, *end, *c;

	for (; *line != '\0'; line = end + 2) {
		end = strchr(line, '\n');
		assert_non_null(end);
		end--;
		assert_int_equal(*end, '\r');
		assert_true(end - line <= 76);
		for (c = line; c < end; c++) {
			assert_true(*c >= ' ' && *c < 0x7f);
		}
		assert_true(end == line || end[-1] != ' ');
	}
}

static const char *
composed(struct courriel m)
{
	const char	*mail = courriel_composer(arena, &m);

	assert_non_null(mail);
	assert_well_formed(mail);
	return (mail);
}

static void
plain_addresses_are_accepted(void **state)
{
	static const char *const	good[] = {
		"a@b.fr", "ines.martin+vigie@example.org",
		"o'neil@xn--caf-dma.example", "x_y-z@a-b.c-d.museum",
		"1234567890@exemple.fr"
	};

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		assert_true(courriel_adresse_valide(good[i]));
}

static void
what_could_mean_something_else_is_refused(void **state)
{
	static const char *const	bad[] = {
		NULL, "", "@", "a@", "@b.fr", "a@b", "a@b.", "a@.b.fr",
		"a@b..fr", ".a@b.fr", "a.@b.fr", "a..b@c.fr", "a b@c.fr",
		"a@b.fr\r\nBcc: x@y.fr", "a@b.fr\n", "a@b.fr ", " a@b.fr",
		"a@b@c.fr", "a@b.fr,x@y.fr", "<a@b.fr>", "\"a b\"@c.fr",
		"a@[127.0.0.1]", "a@-b.fr", "a@b-.fr", "a@b.-fr",
		"in\xc3\xa8s@b.fr", "a@caf\xc3\xa9.fr", "a(b)@c.fr", "a\t@b.fr",
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
		"aaaaa@b.fr"
	};
	char				 longest[300];

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(courriel_adresse_valide(bad[i]));
	memset(longest, 'a', sizeof(longest));
	longest[1] = '@';
	for (size_t i = 40; i < 290; i += 40)
		longest[i] = '.';
	longest[254] = '\0';
	assert_true(courriel_adresse_valide(longest));
	longest[254] = 'a';
	longest[255] = '\0';
	assert_false(courriel_adresse_valide(longest));
}

static void
an_address_is_read_with_its_name(void **state)
{
	const char	*name, *address;

	(void)state;
	assert_true(courriel_adresse_lire(arena,
	    "Vigie Logement <a@b.fr>", &name, &address));
	assert_string_equal(name, "Vigie Logement");
	assert_string_equal(address, "a@b.fr");
	assert_true(courriel_adresse_lire(arena, "a@b.fr", &name, &address));
	assert_null(name);
	assert_false(courriel_adresse_lire(arena, "Vigie <a@b.fr", &name,
	    &address));
	assert_false(courriel_adresse_lire(arena, "Vigie", &name, &address));
	assert_false(courriel_adresse_lire(arena, "Vigie <>", &name,
	    &address));
}

static void
a_plain_mail_has_plain_headers(void **state)
{
	const char	*mail = composed(plain);

	(void)state;
	assert_string_equal(header(mail, "From:"),
	    "Vigie Logement <ne-pas-repondre@vigie.example>");
	assert_string_equal(header(mail, "To:"),
	    "Ines Martin <ines@example.org>");
	assert_string_equal(header(mail, "Subject:"), "Bonjour");
	assert_string_equal(header(mail, "Date:"),
	    "Mon, 01 Dec 2025 02:00:00 +0000");
	assert_string_equal(header(mail, "Message-ID:"),
	    "<0a0bb241-d13b-4587-8425-bc700f9d5c61@vigie.example>");
	assert_string_equal(header(mail, "Auto-Submitted:"),
	    "auto-generated");
	assert_string_equal(header(mail, "MIME-Version:"), "1.0");
	assert_null(strstr(mail, "List-Unsubscribe"));
	assert_string_equal(part(mail, 1), "Un.\n");
	assert_string_equal(part(mail, 2), "<p>Un.</p>\n");
}

static void
the_same_mail_sent_again_is_the_same(void **state)
{
	(void)state;
	assert_string_equal(composed(plain), composed(plain));
}

static void
a_long_subject_comes_back_word_for_word(void **state)
{
	struct courriel	m = plain;

	(void)state;
	m.objet = "Votre signalement n'est pas retenu \xe2\x80\x93 l'été, "
	    "l'Haÿ-les-Roses, =?UTF-8?Q?piège?= et \xf0\x9f\x8f\xa0\xf0\x9f"
	    "\x8f\xa0\xf0\x9f\x8f\xa0 jusqu'à la fin (dossier 2026-12)";
	assert_string_equal(decoded(header(composed(m), "Subject:")),
	    m.objet);
	m.a_nom = "Zoé, Sœur \"Untel\" <x@y.fr>";
	assert_string_equal(decoded(header(composed(m), "To:")),
	    "Zoé, Sœur \"Untel\" <x@y.fr> <ines@example.org>");
}

static void
no_header_can_be_injected(void **state)
{
	struct courriel	m = plain;
	const char	*mail;

	(void)state;
	m.objet = "Bonjour\r\nBcc: x@y.fr\r\n\r\ncorps\t\x01";
	m.a_nom = "Ines\nBcc: x@y.fr";
	m.de_nom = "\rCc: x@y.fr";
	mail = composed(m);
	assert_null(strstr(mail, "\nBcc:"));
	assert_null(strstr(mail, "\nCc:"));
	assert_string_equal(decoded(header(mail, "Subject:")),
	    "Bonjour  Bcc: x@y.fr    corps  ");
	m = plain;
	m.a = "ines@example.org>\r\nBcc: <x@y.fr";
	assert_null(courriel_composer(arena, &m));
	m = plain;
	m.de = "x";
	assert_null(courriel_composer(arena, &m));
	m = plain;
	m.id = "a\r\nb";
	assert_null(courriel_composer(arena, &m));
	m.id = "";
	assert_null(courriel_composer(arena, &m));
	m = plain;
	m.desabonnement = "https://a.fr/>\r\nBcc: <x@y.fr";
	assert_null(courriel_composer(arena, &m));
	m.desabonnement = "javascript:alert(1)";
	assert_null(courriel_composer(arena, &m));
}

static void
an_agent_is_told_how_to_stop_them(void **state)
{
	struct courriel	m = plain;

	(void)state;
	m.desabonnement = "https://vigie.example/mon-compte";
	assert_string_equal(header(composed(m), "List-Unsubscribe:"),
	    "<https://vigie.example/mon-compte>");
}

static void
bodies_come_back_byte_for_byte(void **state)
{
	static const char *const	texts[] = {
		"", "\n", "\n\n\n", " ", "a \n b\t\n", ".", ".\n.\n..\n",
		"From moi\n", "=", "a=3D\n", "é", "-- \nVigie\n",
		"Un très long paragraphe sans un seul retour à la ligne, qui "
		"doit pourtant voyager en lignes courtes, avec des accents "
		"à l'endroit même où l'on coupe : éééééééééééééééééééééééé.",
		"--=_0a0bb241-d13b-4587-8425-bc700f9d5c61--\n",
		"\xf0\x9f\x8f\xa0\xf0\x9f\x8f\xa0"
	};
	struct courriel			 m = plain;
	const char			*mail;

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		m.texte = m.html = texts[i];
		mail = composed(m);
		assert_string_equal(part(mail, 1), texts[i]);
		assert_string_equal(part(mail, 2), texts[i]);
	}
}

static void
every_length_and_every_byte_holds(void **state)
{
	struct courriel	m = plain;
	char		text[600];
	size_t		n, i;

	(void)state;
	for (n = 0; n < sizeof(text) - 1; n++) {
		for (i = 0; i < n; i++)
			text[i] = (char)(1 + (i * 7 + n * 13) % 255);
		text[n] = '\0';
		m.texte = m.html = m.objet = m.a_nom = m.de_nom = text;
		(void)composed(m);
		arena_reset(arena);
	}
}

static void
carriage_returns_become_line_ends(void **state)
{
	struct courriel	m = plain;

	(void)state;
	m.texte = "a\r\nb\r\n";
	assert_string_equal(part(composed(m), 1), "a\nb\n");
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(plain_addresses_are_accepted),
		cmocka_unit_test(what_could_mean_something_else_is_refused),
		cmocka_unit_test(an_address_is_read_with_its_name),
		cmocka_unit_test(a_plain_mail_has_plain_headers),
		cmocka_unit_test(the_same_mail_sent_again_is_the_same),
		cmocka_unit_test(a_long_subject_comes_back_word_for_word),
		cmocka_unit_test(no_header_can_be_injected),
		cmocka_unit_test(an_agent_is_told_how_to_stop_them),
		cmocka_unit_test(bodies_come_back_byte_for_byte),
		cmocka_unit_test(every_length_and_every_byte_holds),
		cmocka_unit_test(carriage_returns_become_line_ends),
	};

	return (cmocka_run_group_tests(tests, set_up, tear_down));
}
