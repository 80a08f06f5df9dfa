/*
 * Bearer token -> struct caller; tokens made.  libjwt is seen here only.
 *
 * HS256, alg pinned, "kid" chooses between two secrets so that they can be
 * rotated: files current and previous in conf()->secrets, 64 hex characters
 * each, mode 0600, made at first start.
 */
#ifndef VIGIE_AUTH_H
#define VIGIE_AUTH_H

#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"

/* Who is calling.  Roles are the bits of enum acces (core/route.h). */
struct caller {
	uint32_t	 acces;		/* one bit; ACCES_PUBLIC: no token */
	const char	*id;		/* user uuid; NULL when public */
	const char	*session;	/* family uuid of it, or NULL */
	const char	*dossier;	/* USAGER: uuid of the only dossier */
	const char	*qualite;	/* USAGER: "occupant" / "declarant" */
};

/* Reads or makes the secrets.  NULL, or a French sentence. */
const char	*auth_init(void);

/* Fills *caller.  false: no, expired, forged, or ill-made token. */
bool		 auth_verify(struct arena *, const char *token,
		    struct caller *);

/* A signed token for caller, valid for seconds; in the arena. */
const char	*auth_sign(struct arena *, const struct caller *,
		    long seconds);

/* Names of roles, as in the contract: "AGENT" <-> ACCES_AGENT (0: none). */
const char	*auth_role_name(uint32_t acces);
uint32_t	 auth_role(const char *name);

#endif
