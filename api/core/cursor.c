/* 32 hexadecimal digits -> two decimal texts; curseur() in SQL makes them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/cursor.h"

#define HALF	16

static bool
half(const char *text, char out[24])
{
	char			digits[HALF + 1];
	unsigned long long	value;

	memcpy(digits, text, HALF);
	digits[HALF] = '\0';
	value = strtoull(digits, NULL, 16);
	if (value > 0x7fffffffffffffffULL)
		return (false);
	(void)snprintf(out, 24, "%llu", value);
	return (true);
}

bool
cursor_read(const char *text, struct cursor *cursor)
{
	if (strlen(text) != 2 * HALF ||
	    strspn(text, "0123456789abcdef") != 2 * HALF)
		return (false);
	return (half(text, cursor->micros) && half(text + HALF, cursor->id));
}
