/* A cursor: what is taken is what its two numbers are written back as. */
#include <inttypes.h>
#include <string.h>

#include "core/cursor.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	*arena = arena_new();
	struct cursor	 cursor;
	char		*text = arena_strndup(arena, (const char *)data, size);

	if (cursor_read(text, &cursor))
		MUST(strcmp(arena_printf(arena, "%016" PRIx64 "%016" PRIx64,
		    (uint64_t)strtoull(cursor.micros, NULL, 10),
		    (uint64_t)strtoull(cursor.id, NULL, 10)), text) == 0);
	arena_free(arena);
	return (0);
}
