/*
 * argon2id (libsodium, interactive limits) off the event loop.
 *
 * The computation takes tens of milliseconds and 64 MB: it runs in a Kore
 * task while the request's fiber waits; other requests go on.
 */
#ifndef VIGIE_PASSWORD_H
#define VIGIE_PASSWORD_H

#include <stdbool.h>

struct rq;

/*
 * Does the password match?  hash NULL (no such account) costs the same time
 * and answers false, so that timing tells nothing.
 */
bool	password_verify(struct rq *, const char *hash, const char *password);

#endif
