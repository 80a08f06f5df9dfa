/*
 * Request headers that need reading. No Kore include: unit-tested and fuzzed
 * alone.
 */
#ifndef VIGIE_HEADER_H
#define VIGIE_HEADER_H

#include <stdbool.h>

#include "core/arena.h"

/* The value of a cookie in a Cookie header, or NULL; the first of its name. */
const char	*header_cookie(struct arena *, const char *cookies,
		    const char *name);

/*
 * The version in one of our ETags ("12" or "12.9f03…", in quotes), or NULL.
 * nginx makes weak (W/) the ETag of what it compresses: the version is as
 * exact, and comes back in If-Match.
 */
const char	*header_etag_version(struct arena *, const char *etag);

/* application/json, with parameters or without? */
bool		 header_is_json(const char *content_type);

#endif
