/*
 * Criticité in JSON: the answers of the public form read, an evaluation
 * written in the shape of the contract (Contribution, Qualification).
 *
 * Whoever stores or answers an evaluation uses these, so that what is kept
 * in the database and what the API shows are the same words.
 */
#ifndef VIGIE_CRITICITE_JSON_H
#define VIGIE_CRITICITE_JSON_H

#include <jansson.h>

#include "core/arena.h"
#include "criticite/criticite_resolution.h"
#include "criticite/criticite_rules.h"

/* New references, for the caller. */
json_t	*criticite_json_precisions(const int16_t *ids, size_t n);
json_t	*criticite_json_contributions(const struct evaluation *);
json_t	*criticite_json_qualifications(const struct evaluation *);

/* {grille, score, score_batiment, score_logement, contributions, …} */
json_t	*criticite_json_evaluation(const struct evaluation *);

/*
 * Flat answers ({"slug": value, …, "categorieDisorders": {…}}) as
 * resolution_resolve() takes them. The strings are those of the JSON value,
 * which must outlive *out; the rest is in the arena.
 */
void	 criticite_json_reponses(struct arena *, const json_t *answers,
	    struct reponses *out);

#endif
