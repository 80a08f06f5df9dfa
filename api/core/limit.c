/*
 * Slots of {caller's hash, window, count} in a shared map, four tries each.
 * Workers race without a lock: a lost count is harmless.
 */
#include <sys/mman.h>

#include <assert.h>
#include <stdatomic.h>
#include <stdlib.h>

#include <sodium.h>

#include "core/limit.h"

#define SLOTS	(1 << 16)
#define TRIES	4

struct slot {
	_Atomic uint64_t	caller;
	_Atomic uint64_t	count;	/* window << 24 | requests */
};

static struct slot	*slots;
static unsigned char	 hash_key[crypto_shorthash_KEYBYTES];

void
limit_init(void)
{
	slots = mmap(NULL, SLOTS * sizeof(*slots), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (slots == MAP_FAILED)
		abort();
	randombytes_buf(hash_key, sizeof(hash_key));
}

static uint64_t
hash(const char *text)
{
	uint64_t	out;
	size_t		n = 0;

	while (text[n] != '\0')
		n++;
	(void)crypto_shorthash((unsigned char *)&out,
	    (const unsigned char *)text, n, hash_key);
	return (out | 1);	/* 0: a free slot */
}

/* The caller's slot, or the one to take over. */
static struct slot *
find(uint64_t caller, uint64_t window)
{
	struct slot	*free_slot = NULL, *s;
	size_t		 i;

	for (i = 0; i < TRIES; i++) {
		s = &slots[(caller + i) % SLOTS];
		if (s->caller == caller)
			return (s);
		if (free_slot == NULL && s->count >> 24 != window)
			free_slot = s;
	}
	if (free_slot == NULL)
		free_slot = &slots[caller % SLOTS];
	free_slot->count = 0;
	free_slot->caller = caller;
	return (free_slot);
}

struct limit
limit_count(const char *caller, long quota, uint64_t now)
{
	uint64_t	 window = now / LIMIT_WINDOW;
	struct slot	*s;
	struct limit	 l;
	uint64_t	 used;

	assert(slots != NULL);
	s = find(hash(caller), window);
	if (s->count >> 24 != window)
		s->count = window << 24;
	used = (atomic_fetch_add(&s->count, 1) & 0xffffff) + 1;
	l.over = used > (uint64_t)quota;
	l.left = l.over ? 0 : quota - (long)used;
	l.reset = (long)(LIMIT_WINDOW - now % LIMIT_WINDOW);
	return (l);
}
