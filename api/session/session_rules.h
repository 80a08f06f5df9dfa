/*
 * What a session may be opened for, and what its account may do.
 *
 * Pure: no request, no database.
 */
#ifndef VIGIE_SESSION_RULES_H
#define VIGIE_SESSION_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/route.h"

#define SESSION_ACTIONS_MAX	8

/*
 * May this account open or renew a session? The accounts of the
 * demonstration (…@demo.example), whose password is public, only exist in
 * the demo mode.
 */
bool	session_account_admitted(const char *email, const char *statut,
	    bool demo);

/*
 * Did our own pages send this? sec_fetch_site and origin are the headers of
 * these names, or NULL: programs send neither. Beyond SameSite=Strict, it
 * keeps a sister site from renewing for the browser.
 */
bool	session_same_site(const char *sec_fetch_site, const char *origin,
	    const char *our_url);

/*
 * Names of the actions that a role may do anywhere (schema Utilisateur), at
 * most SESSION_ACTIONS_MAX in names; returns how many. They come from the
 * operations' own access bits, so that what is offered is what is allowed.
 */
size_t	session_actions(const struct operation *, size_t noperations,
	    uint32_t role, const char **names);

#endif
