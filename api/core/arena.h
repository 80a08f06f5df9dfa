/*
 * Memory that dies with its request.
 *
 * Allocation never returns NULL: out of memory aborts the worker, and Kore
 * starts another one.  Nobody frees piecemeal; arena_reset() ends everything
 * at once, after calling the deferred functions in reverse order of
 * registration.  Foreign resources (a jansson body, a PGresult, a token) are
 * handed to arena_defer(), in core only.
 */
#ifndef VIGIE_ARENA_H
#define VIGIE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

/* A new arena; the caller owns it and ends it with arena_free(). */
struct arena	*arena_new(void);

/* size bytes, zeroed, aligned for any type. */
void		*arena_alloc(struct arena *, size_t size);

/* Copies, NUL terminated. */
char		*arena_strdup(struct arena *, const char *);
char		*arena_strndup(struct arena *, const char *, size_t len);

/* The one string builder. */
char		*arena_printf(struct arena *, const char *fmt, ...)
		    __attribute__((format(printf, 2, 3)));
char		*arena_vprintf(struct arena *, const char *fmt, va_list)
		    __attribute__((format(printf, 2, 0)));

/* fn(ptr) will be called when the arena ends. */
void		arena_defer(struct arena *, void (*fn)(void *), void *ptr);

/* Bytes handed out since the last reset (for tests and metrics). */
size_t		arena_used(const struct arena *);

/* Ends everything in the arena; arena_reset() keeps one block for reuse. */
void		arena_reset(struct arena *);
void		arena_free(struct arena *);

#endif
