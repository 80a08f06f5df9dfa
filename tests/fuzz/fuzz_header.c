/* Cookie, If-Match, Content-Type: the first byte chooses. */
#include <string.h>

#include "core/header.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	*arena;
	const char	*value;
	char		*text;

	if (size == 0)
		return (0);
	arena = arena_new();
	text = arena_strndup(arena, (const char *)data + 1, size - 1);
	switch (data[0] % 3) {
	case 0:
		value = header_cookie(arena, text, "vigie_renouvellement");
		MUST(value == NULL || (strchr(value, ';') == NULL &&
		    strstr(text, value) != NULL));
		break;
	case 1:
		value = header_etag_version(arena, text);
		MUST(value == NULL || (value[0] != '\0' &&
		    strspn(value, "0123456789") == strlen(value) &&
		    strlen(value) <= 18));
		break;
	default:
		MUST(!header_is_json(text) || strlen(text) >= 16);
		break;
	}
	arena_free(arena);
	return (0);
}
