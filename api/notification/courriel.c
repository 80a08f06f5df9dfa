/*
 * A mail as text.  Lengths are bounded before writing, so the writers below
 * never check for room: a character makes at most three ("=C3"), and one more
 * for the soft line breaks, which are asserted at the end.
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "notification/courriel.h"

#define LINE_MAX_QP	76	/* RFC 2045 6.7 (5), RFC 2047 2 */
#define WORD_OPEN	"=?UTF-8?Q?"
#define WORD_CLOSE	"?="
#define DIGITS		"0123456789"
#define LETTERS		"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

struct output {
	char	*text;
	size_t	 len;
	size_t	 column;
};

static void
put(struct output *out, const char *text, size_t len)
{
	memcpy(out->text + out->len, text, len);
	out->len += len;
	out->column += len;
}

static void
put_text(struct output *out, const char *text)
{
	put(out, text, strlen(text));
}

static void
end_line(struct output *out)
{
	put(out, "\r\n", 2);
	out->column = 0;
}

static void
put_hex(struct output *out, unsigned char c)
{
	static const char	hex[] = "0123456789ABCDEF";
	const char		coded[3] = { '=', hex[c >> 4], hex[c & 15] };

	put(out, coded, sizeof(coded));
}

/* Addresses. */

/* text is made of n-long labels of these characters between dots. */
static bool
dotted(const char *text, size_t len, const char *allowed, size_t max,
    size_t least)
{
	size_t	n, labels = 0, at = 0;

	for (;;) {
		n = strspn(text + at, allowed);
		if (n == 0 || n > max || at + n > len)
			return (false);
		labels++;
		at += n;
		if (at == len)
			return (labels >= least);
		if (text[at++] != '.')
			return (false);
	}
}

static bool
good_domain(const char *domain)
{
	size_t	i, len = strlen(domain);

	if (!dotted(domain, len, LETTERS DIGITS "-", 63, 2))
		return (false);
	for (i = 0; i < len; i++) {
		if (domain[i] == '-' && (i == 0 || domain[i - 1] == '.' ||
		    domain[i + 1] == '.' || domain[i + 1] == '\0'))
			return (false);
	}
	return (true);
}

bool
courriel_adresse_valide(const char *address)
{
	const char	*at = address == NULL ? NULL : strchr(address, '@');

	return (at != NULL && strlen(address) <= COURRIEL_ADRESSE_MAX &&
	    at - address <= 64 && dotted(address, (size_t)(at - address),
	    LETTERS DIGITS "!#$%&'*+-/=?^_`{|}~", 64, 1) &&
	    good_domain(at + 1));
}

bool
courriel_adresse_lire(struct arena *arena, const char *text,
    const char **name, const char **address)
{
	const char	*open = strrchr(text, '<');
	size_t		 len;

	*name = NULL;
	*address = text;
	if (open != NULL) {
		len = strlen(open);
		if (open[len - 1] != '>')
			return (false);
		*address = arena_strndup(arena, open + 1, len - 2);
		for (len = (size_t)(open - text); len > 0 &&
		    text[len - 1] == ' '; len--)
			;
		if (len > 0)
			*name = arena_strndup(arena, text, len);
	}
	return (courriel_adresse_valide(*address));
}

/* Headers. */

static bool
is_continuation(char c)
{
	return (((unsigned char)c & 0xc0) == 0x80);
}

/* One character of an encoded word; what would break a line is a space. */
static void
put_in_word(struct output *out, unsigned char c)
{
	const char	one = (char)c;

	if (c <= ' ' || c == 0x7f)
		put(out, "_", 1);
	else if (strchr(LETTERS DIGITS "!*+-/", c) != NULL)
		put(out, &one, 1);
	else
		put_hex(out, c);
}

/* As many encoded words as it takes, a character never cut in two. */
static void
put_words(struct output *out, const char *text)
{
	size_t	room, n;

	put_text(out, WORD_OPEN);
	for (; *text != '\0'; text += n) {
		for (n = 1; n < 4 && is_continuation(text[n]); n++)
			;
		room = LINE_MAX_QP - strlen(WORD_CLOSE) - 3 * n;
		if (out->column > room) {
			put_text(out, WORD_CLOSE);
			end_line(out);
			put_text(out, " " WORD_OPEN);
		}
		for (size_t i = 0; i < n; i++)
			put_in_word(out, (unsigned char)text[i]);
	}
	put_text(out, WORD_CLOSE);
}

/* Words and spaces that mean nothing but themselves, and fit on the line. */
static bool
is_plain(const struct output *out, const char *text)
{
	size_t	len = strlen(text);

	return (len > 0 && out->column + len <= LINE_MAX_QP && text[0] != ' ' &&
	    text[len - 1] != ' ' && strspn(text, LETTERS DIGITS " ") == len);
}

static void
put_phrase(struct output *out, const char *text)
{
	if (is_plain(out, text))
		put_text(out, text);
	else
		put_words(out, text);
}

static void
put_address(struct output *out, const char *header, const char *name,
    const char *address)
{
	put_text(out, header);
	put_text(out, ": ");
	if (name != NULL && name[0] != '\0') {
		put_phrase(out, name);
		end_line(out);
		put_text(out, " ");
	}
	put_text(out, "<");
	put_text(out, address);
	put_text(out, ">");
	end_line(out);
}

static void
put_header(struct output *out, const char *header, const char *value)
{
	put_text(out, header);
	put_text(out, ": ");
	put_text(out, value);
	end_line(out);
}

/* Bodies. */

/* Does the line end after these spaces? They would be lost on the way. */
static bool
ends_the_line(const char *text)
{
	return (text[0] == '\0' || text[0] == '\n' || (text[0] == '\r' &&
	    text[1] == '\n'));
}

static void
put_quoted_printable(struct output *out, const char *text)
{
	unsigned char	c;

	for (; *text != '\0'; text++) {
		c = (unsigned char)*text;
		if (c == '\r' && text[1] == '\n')
			continue;
		if (c == '\n') {
			end_line(out);
			continue;
		}
		if (out->column > LINE_MAX_QP - 4) {
			put_text(out, "=");
			end_line(out);
		}
		if ((c > ' ' && c < 0x7f && c != '=' &&
		    (c != '.' || out->column > 0)) ||
		    (c == ' ' && !ends_the_line(text + 1)))
			put(out, text, 1);
		else
			put_hex(out, c);
	}
	end_line(out);
}

static void
put_part(struct output *out, const char *boundary, const char *type,
    const char *text)
{
	put_text(out, "--");
	put_text(out, boundary);
	end_line(out);
	put_text(out, "Content-Type: ");
	put_text(out, type);
	put_text(out, "; charset=utf-8");
	end_line(out);
	put_header(out, "Content-Transfer-Encoding", "quoted-printable");
	end_line(out);
	put_quoted_printable(out, text);
}

static bool
good_url(const char *url)
{
	return ((strncmp(url, "https://", 8) == 0 ||
	    strncmp(url, "http://", 7) == 0) && strlen(url) <= 900 &&
	    strspn(url, LETTERS DIGITS ":/?#@!$&'()*+,;=-._~%") ==
	    strlen(url));
}

/* An upper bound: see the head of this file. */
static size_t
room_for(const struct courriel *m)
{
	size_t	len = strlen(m->objet) + strlen(m->texte) + strlen(m->html) +
		    strlen(m->id);

	if (m->de_nom != NULL)
		len += strlen(m->de_nom);
	if (m->a_nom != NULL)
		len += strlen(m->a_nom);
	return (5 * len + 8192);
}

static void
put_headers(struct output *out, const struct courriel *m,
    const char *boundary)
{
	char		date[64];
	struct tm	tm;

	(void)strftime(date, sizeof(date), "%a, %d %b %Y %H:%M:%S +0000",
	    gmtime_r(&m->date, &tm));
	put_address(out, "From", m->de_nom, m->de);
	put_address(out, "To", m->a_nom, m->a);
	put_text(out, "Subject: ");
	put_phrase(out, m->objet);
	end_line(out);
	put_header(out, "Date", date);
	put_text(out, "Message-ID: <");
	put_text(out, m->id);
	put_text(out, strchr(m->de, '@'));
	put_text(out, ">");
	end_line(out);
	put_header(out, "Auto-Submitted", "auto-generated");
	if (m->desabonnement != NULL) {
		put_text(out, "List-Unsubscribe:\r\n <");
		put_text(out, m->desabonnement);
		put_text(out, ">");
		end_line(out);
	}
	put_header(out, "MIME-Version", "1.0");
	put_header(out, "Content-Language", "fr");
	put_text(out, "Content-Type: multipart/alternative;\r\n boundary=\"");
	put_text(out, boundary);
	put_text(out, "\"");
	end_line(out);
	end_line(out);
}

const char *
courriel_composer(struct arena *arena, const struct courriel *m)
{
	const size_t	 room = room_for(m);
	struct output	 out = { arena_alloc(arena, room), 0, 0 };
	const char	*boundary;

	if (!courriel_adresse_valide(m->de) || !courriel_adresse_valide(m->a) ||
	    strspn(m->id, LETTERS DIGITS "-") != strlen(m->id) ||
	    strlen(m->id) > 60 || m->id[0] == '\0' ||
	    (m->desabonnement != NULL && !good_url(m->desabonnement)))
		return (NULL);
	/* "=_" never comes out of quoted-printable. */
	boundary = arena_printf(arena, "=_%s", m->id);
	put_headers(&out, m, boundary);
	put_part(&out, boundary, "text/plain", m->texte);
	put_part(&out, boundary, "text/html", m->html);
	put_text(&out, "--");
	put_text(&out, boundary);
	put_text(&out, "--");
	end_line(&out);
	assert(out.len < room);
	out.text[out.len] = '\0';
	return (out.text);
}
