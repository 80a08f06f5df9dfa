/* Cookie, If-Match, Content-Type. */
#include <string.h>
#include <strings.h>

#include "core/header.h"

#define JSON		"application/json"
#define VERSION_MAX	18	/* digits of a bigint */

const char *
header_cookie(struct arena *arena, const char *cookies, const char *name)
{
	size_t	len = strlen(name), n;

	while (*cookies != '\0') {
		cookies += strspn(cookies, " \t;");
		n = strcspn(cookies, ";");
		if (n > len && memcmp(cookies, name, len) == 0 &&
		    cookies[len] == '=') {
			while (n > len + 1 && strchr(" \t", cookies[n - 1]) !=
			    NULL)
				n--;
			return (arena_strndup(arena, cookies + len + 1,
			    n - len - 1));
		}
		cookies += n;
	}
	return (NULL);
}

const char *
header_etag_version(struct arena *arena, const char *etag)
{
	size_t	digits, suffix = 0;

	if (strncmp(etag, "W/", 2) == 0)
		etag += 2;
	if (*etag++ != '"')
		return (NULL);
	digits = strspn(etag, "0123456789");
	if (digits == 0 || digits > VERSION_MAX)
		return (NULL);
	if (etag[digits] == '.')
		suffix = 1 + strspn(etag + digits + 1, "0123456789abcdef");
	if (strcmp(etag + digits + suffix, "\"") != 0)
		return (NULL);
	return (arena_strndup(arena, etag, digits));
}

bool
header_is_json(const char *content_type)
{
	size_t	len = sizeof(JSON) - 1;

	return (content_type != NULL &&
	    strncasecmp(content_type, JSON, len) == 0 &&
	    (content_type[len] == '\0' ||
	    strchr("; \t", content_type[len]) != NULL));
}
