/*
 * How many requests a caller may make in a minute.
 *
 * A fixed window per caller, counted in memory shared by the workers
 * (limit_init() before they are forked). Feeds the RateLimit headers
 * (draft-ietf-httpapi-ratelimit-headers). Under memory pressure old callers
 * are forgotten: a limit is a courtesy, not an account.
 */
#ifndef VIGIE_LIMIT_H
#define VIGIE_LIMIT_H

#include <stdbool.h>
#include <stdint.h>

#define LIMIT_WINDOW	60	/* seconds */

struct limit {
	long	left;		/* requests left in this window */
	long	reset;		/* seconds to the next one */
	bool	over;		/* this one is too many */
};

void		limit_init(void);

/* Counts one request of this caller at this time (seconds). */
struct limit	limit_count(const char *caller, long quota, uint64_t now);

#endif
