/*
 * The opaque cursor of keyset lists.
 *
 * 32 hexadecimal digits: microseconds since 1970, then the row's id, made by
 * the SQL function curseur() and read here. Pure: unit-tested and fuzzed.
 */
#ifndef VIGIE_CURSOR_H
#define VIGIE_CURSOR_H

#include <stdbool.h>

/* Decimal texts, ready to be query parameters. */
struct cursor {
	char	micros[24];
	char	id[24];
};

/* false when text is not a cursor. */
bool	cursor_read(const char *text, struct cursor *);

#endif
