/*
 * From a draft's flat answers to the body of a SignalementCreation.
 *
 * The answers that are no longer shown are dropped, the others go where the
 * table of brouillon_questions.c says, the désordres are resolved into
 * précisions. Every fault names the field of the form ("/reponses/<slug>").
 * Knows neither the request nor the database: unit-tested alone.
 */
#ifndef VIGIE_BROUILLON_SOUMISSION_H
#define VIGIE_BROUILLON_SOUMISSION_H

#include <jansson.h>

#include "core/arena.h"
#include "core/check.h"

/*
 * Makes the body; today is "AAAA-MM-JJ". The JSON values belong to the arena.
 * Adds what is wrong to faults; the result is then not to be used.
 */
json_t	*soumission_body(struct arena *, const json_t *answers,
	    const char *today, struct faults *);

/*
 * The pointer of a fault in the body, as a pointer to the field of the form
 * that it came from. answers: to tell which of two fields it was.
 */
const char *soumission_pointer(struct arena *, const char *pointer,
	    const json_t *answers);

/*
 * Renames the faults from the n-th on; one about a field that has a fault
 * already is dropped.
 */
void	 soumission_rename(struct arena *, struct faults *, size_t from,
	    const json_t *answers);

#endif
