/* "/signalements/{id}" matching, percent decoding, the query string. */
#include <string.h>

#include "core/route.h"

static int
hex(char c)
{
	if (c >= '0' && c <= '9')
		return (c - '0');
	if (c >= 'a' && c <= 'f')
		return (c - 'a' + 10);
	if (c >= 'A' && c <= 'F')
		return (c - 'A' + 10);
	return (-1);
}

size_t
route_utf8_length(const char *text, size_t len)
{
	static const struct {
		unsigned char	first, last;	/* leading byte */
		unsigned char	low, high;	/* second byte */
		size_t		size;
	} forms[] = {			/* RFC 3629, section 4 */
		{ 0x00, 0x7f, 0, 0, 1 },
		{ 0xc2, 0xdf, 0x80, 0xbf, 2 },
		{ 0xe0, 0xe0, 0xa0, 0xbf, 3 },
		{ 0xe1, 0xec, 0x80, 0xbf, 3 },
		{ 0xed, 0xed, 0x80, 0x9f, 3 },
		{ 0xee, 0xef, 0x80, 0xbf, 3 },
		{ 0xf0, 0xf0, 0x90, 0xbf, 4 },
		{ 0xf1, 0xf3, 0x80, 0xbf, 4 },
		{ 0xf4, 0xf4, 0x80, 0x8f, 4 },
	};
	const unsigned char	*s = (const unsigned char *)text;
	size_t			 i, j;

	if (len == 0)
		return (0);
	for (i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		if (s[0] >= forms[i].first && s[0] <= forms[i].last)
			break;
	}
	if (i == sizeof(forms) / sizeof(forms[0]) || forms[i].size > len)
		return (0);
	if (forms[i].size > 1 &&
	    (s[1] < forms[i].low || s[1] > forms[i].high))
		return (0);
	for (j = 2; j < forms[i].size; j++) {
		if (s[j] < 0x80 || s[j] > 0xbf)
			return (0);
	}
	return (forms[i].size);
}

bool
route_utf8(const char *text, size_t len)
{
	size_t	n;

	for (; len > 0; text += n, len -= n) {
		if ((n = route_utf8_length(text, len)) == 0)
			return (false);
	}
	return (true);
}

/* The byte of a "%XX" with left characters at s; -1 when it is not one. */
static int
percent(const char *s, size_t left)
{
	int	high, low;

	if (left < 3)
		return (-1);
	high = hex(s[1]);
	low = hex(s[2]);
	return (high == -1 || low == -1 ? -1 : high * 16 + low);
}

char *
route_decode(struct arena *arena, const char *text, size_t len,
    bool plus_is_space)
{
	char	*out = arena_alloc(arena, len + 1);
	size_t	 i, n = 0;
	int	 byte;

	for (i = 0; i < len; i++) {
		byte = (unsigned char)text[i];
		if (byte == '%') {
			byte = percent(text + i, len - i);
			i += 2;
		} else if (byte == '+' && plus_is_space) {
			byte = ' ';
		}
		if (byte < 0x20 || byte == 0x7f)
			return (NULL);
		out[n++] = (char)byte;
	}
	return (route_utf8(out, n) ? out : NULL);
}

/* Segment of a pattern or a path: start and length, without the slash. */
struct segment {
	const char	*text;
	size_t		 len;
};

/* Takes the segment at *at and moves past it. false at the end. */
static bool
next_segment(const char **at, struct segment *s)
{
	if (**at != '/')
		return (false);
	s->text = ++*at;
	s->len = strcspn(s->text, "/");
	*at += s->len;
	return (true);
}

/* Does path have the shape of pattern? Fills params (raw). */
static bool
matches(const char *pattern, const char *path,
    struct segment params[ROUTE_PARAMS_MAX], size_t *nparams, int *literals)
{
	struct segment	p, s;

	*nparams = 0;
	*literals = 0;
	while (next_segment(&pattern, &p)) {
		if (!next_segment(&path, &s))
			return (false);
		if (p.text[0] == '{') {
			if (s.len == 0 || *nparams == ROUTE_PARAMS_MAX)
				return (false);
			params[(*nparams)++] = s;
		} else {
			if (p.len != s.len ||
			    memcmp(p.text, s.text, p.len) != 0)
				return (false);
			(*literals)++;
		}
	}
	return (*pattern == '\0' && *path == '\0');
}

enum route_status
route_find(struct arena *arena, const struct operation *ops, size_t nops,
    enum method method, const char *path, struct route_match *match)
{
	struct segment	params[ROUTE_PARAMS_MAX];
	struct segment	best[ROUTE_PARAMS_MAX] = { 0 };
	size_t		nparams, i;
	int		literals, most = -1;

	memset(match, 0, sizeof(*match));
	for (i = 0; i < nops; i++) {
		if (!matches(ops[i].path, path, params, &nparams, &literals))
			continue;
		match->allowed |= 1u << ops[i].method;
		if (ops[i].method != method || literals <= most)
			continue;
		most = literals;
		match->op = &ops[i];
		match->nparams = nparams;
		memcpy(best, params, sizeof(best));
	}
	if (match->op == NULL)
		return (match->allowed != 0 ? ROUTE_METHOD : ROUTE_NOT_FOUND);
	for (i = 0; i < match->nparams; i++) {
		match->params[i] = route_decode(arena, best[i].text,
		    best[i].len, false);
		if (match->params[i] == NULL)
			return (ROUTE_NOT_FOUND);
	}
	return (ROUTE_OK);
}

int
route_query(struct arena *arena, const char *query,
    struct query_pair pairs[ROUTE_QUERY_MAX])
{
	int	n = 0;
	size_t	len, name;

	for (; *query != '\0'; query += len + (query[len] == '&')) {
		len = strcspn(query, "&");
		if (len == 0)
			continue;
		if (n == ROUTE_QUERY_MAX)
			return (-1);
		name = strcspn(query, "=&");
		pairs[n].name = route_decode(arena, query, name, true);
		pairs[n].value = name == len ? "" : route_decode(arena,
		    query + name + 1, len - name - 1, true);
		if (pairs[n].name == NULL || pairs[n].value == NULL)
			return (-1);
		n++;
	}
	return (n);
}
