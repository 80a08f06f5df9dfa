/*
 * Fields of a SignalementCreation that go together: who must give an
 * identity, what has no sense without something else.
 *
 * Source: domain/api.md 1.4.1, as tables. Unit-tested without a database.
 */
#ifndef VIGIE_SIGNALEMENT_COHERENCE_H
#define VIGIE_SIGNALEMENT_COHERENCE_H

#include <jansson.h>

#include "core/arena.h"
#include "core/check.h"

/*
 * Adds what is wrong with body, already checked against the contract. today
 * is "AAAA-MM-JJ", or NULL where it is not known: then no day is to come.
 */
void	coherence_check(struct arena *, const json_t *body, const char *today,
	    struct faults *);

/* The member at "/adresse/code_postal", or NULL when absent or null. */
const json_t *coherence_at(const json_t *body, const char *pointer);

#endif
