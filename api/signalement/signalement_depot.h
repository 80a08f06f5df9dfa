/*
 * The creation of a dossier, whoever files it: agents, integrations, imports
 * (one body) and the citizen's form (its answers made into the same body).
 */
#ifndef VIGIE_SIGNALEMENT_DEPOT_H
#define VIGIE_SIGNALEMENT_DEPOT_H

#include <jansson.h>

#include "core/rq.h"

/* What is filed. The body has the shape of SignalementCreation, checked. */
struct depot {
	const char	*source;	/* FORMULAIRE_USAGER, API… */
	const json_t	*body;
	const char	*brouillon;	/* uuid of the form, or NULL */
};

/*
 * Checks what the contract cannot (fields that go together, désordres, the
 * territory), scores it and writes it, in one statement. Fails the request
 * with every fault found, or gives the answer of a 201 (SignalementCree); corps
 * is NULL when the same one has just been filed.
 */
struct db_answer signalement_deposer(struct rq *, const struct depot *);

#endif
