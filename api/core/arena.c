/*
 * Memory that dies with its request: blocks of growing size, cut from front
 * to back; large pieces have a block of their own.
 */
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/arena.h"

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN	1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN	1
#endif
#endif

/* The sanitizer is told which bytes of a block were handed out. */
#if defined(ARENA_ASAN)
#include <sanitizer/asan_interface.h>
#define CLOSE(from, n)	ASAN_POISON_MEMORY_REGION(from, n)
#define OPEN(from, n)	ASAN_UNPOISON_MEMORY_REGION(from, n)
#else
#define CLOSE(from, n)	((void)0)
#define OPEN(from, n)	((void)0)
#endif

#define BLOCK	(16 * 1024)
#define ALIGN	16

struct block {
	struct block	*next;
	size_t		 size, used;
	_Alignas(ALIGN) char data[];
};

struct deferred {
	struct deferred	*next;
	void		(*fn)(void *);
	void		*ptr;
};

struct arena {
	struct block	*blocks;	/* the one being cut first */
	struct deferred	*deferred;	/* latest first */
	size_t		 total;
};

static struct block *
block_new(size_t size)
{
	struct block	*b = malloc(sizeof(*b) + size);

	if (b == NULL)
		abort();
	b->next = NULL;
	b->size = size;
	b->used = 0;
	CLOSE(b->data, size);
	return (b);
}

struct arena *
arena_new(void)
{
	struct arena	*arena = calloc(1, sizeof(*arena));

	if (arena == NULL)
		abort();
	arena->blocks = block_new(BLOCK);
	return (arena);
}

void *
arena_alloc(struct arena *arena, size_t size)
{
	struct block	*b = arena->blocks;
	size_t		 asked = size;
	void		*out;

	if (size > SIZE_MAX - ALIGN)
		abort();
	size = (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
	arena->total += size;
	if (size > b->size - b->used) {
		b = block_new(size > BLOCK ? size : BLOCK);
		if (size > BLOCK / 2) {
			/* Alone, behind the one that still has room. */
			b->next = arena->blocks->next;
			arena->blocks->next = b;
		} else {
			b->next = arena->blocks;
			arena->blocks = b;
		}
	}
	out = b->data + b->used;
	b->used += size;
	OPEN(out, asked);
	return (memset(out, 0, asked));
}

char *
arena_strndup(struct arena *arena, const char *text, size_t len)
{
	char	*out = arena_alloc(arena, len + 1);

	memcpy(out, text, len);
	return (out);
}

char *
arena_strdup(struct arena *arena, const char *text)
{
	return (arena_strndup(arena, text, strlen(text)));
}

char *
arena_vprintf(struct arena *arena, const char *fmt, va_list args)
{
	va_list	 again;
	char	*out;
	int	 len;

	assert(fmt != NULL);
	va_copy(again, args);
	len = vsnprintf(NULL, 0, fmt, args);
	assert(len >= 0);
	out = arena_alloc(arena, (size_t)len + 1);
	(void)vsnprintf(out, (size_t)len + 1, fmt, again);
	va_end(again);
	return (out);
}

char *
arena_printf(struct arena *arena, const char *fmt, ...)
{
	va_list	 args;
	char	*out;

	va_start(args, fmt);
	out = arena_vprintf(arena, fmt, args);
	va_end(args);
	return (out);
}

void
arena_defer(struct arena *arena, void (*fn)(void *), void *ptr)
{
	struct deferred	*d = arena_alloc(arena, sizeof(*d));

	d->fn = fn;
	d->ptr = ptr;
	d->next = arena->deferred;
	arena->deferred = d;
}

size_t
arena_used(const struct arena *arena)
{
	return (arena->total);
}

void
arena_reset(struct arena *arena)
{
	struct block	*b, *next, *kept = NULL;
	struct deferred	*d;

	for (d = arena->deferred; d != NULL; d = d->next)
		d->fn(d->ptr);
	arena->deferred = NULL;
	for (b = arena->blocks; b != NULL; b = next) {
		next = b->next;
		if (kept == NULL && b->size == BLOCK)
			kept = b;
		else
			free(b);
	}
	arena->blocks = kept != NULL ? kept : block_new(BLOCK);
	arena->blocks->next = NULL;
	arena->blocks->used = 0;
	CLOSE(arena->blocks->data, BLOCK);
	arena->total = 0;
}

void
arena_free(struct arena *arena)
{
	arena_reset(arena);
	free(arena->blocks);
	free(arena);
}
