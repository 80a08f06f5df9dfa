/*
 * Who may hold a session, and what for.
 */
#include <string.h>
#include <strings.h>

#include "session/session_rules.h"

#define DEMO_DOMAIN	"@demo.example"

/* Action offered -> operation that it calls. */
static const struct {
	const char	*action;
	const char	*operation;
} actions[] = {
	{ "creer_signalement",	"signalement_create" },
	{ "voir_rebuts",	"evenement_rebuts" },
};

bool
session_account_admitted(const char *email, const char *statut, bool demo)
{
	size_t	len = strlen(email), domain = sizeof(DEMO_DOMAIN) - 1;

	if (strcmp(statut, "ACTIF") != 0)
		return (false);
	return (demo || len < domain ||
	    strcasecmp(email + len - domain, DEMO_DOMAIN) != 0);
}

bool
session_same_site(const char *sec_fetch_site, const char *origin,
    const char *our_url)
{
	if (sec_fetch_site != NULL)
		return (strcmp(sec_fetch_site, "same-origin") == 0 ||
		    strcmp(sec_fetch_site, "none") == 0);
	return (origin == NULL || strcasecmp(origin, our_url) == 0);
}

static bool
allowed(const struct operation *ops, size_t nops, const char *id,
    uint32_t role)
{
	for (size_t i = 0; i < nops; i++) {
		if (strcmp(ops[i].id, id) == 0)
			return ((ops[i].acces & role) != 0);
	}
	return (false);
}

size_t
session_actions(const struct operation *ops, size_t nops, uint32_t role,
    const char **names)
{
	size_t	i, n = 0;

	for (i = 0; i < sizeof(actions) / sizeof(actions[0]); i++) {
		if (allowed(ops, nops, actions[i].operation, role))
			names[n++] = actions[i].action;
	}
	return (n);
}
