/*
 * Any answers are resolved into distinct précisions of the catalogue and
 * evaluated: a score from 0 to 100 that its points explain.
 */
#include <math.h>
#include <string.h>

#include "criticite/criticite_json.h"
#include "fuzz.h"

static void
check_resolution(const struct resolution *r)
{
	MUST(r->n <= DESORDRES_PRECISIONS);
	for (size_t i = 0; i < r->n; i++) {
		MUST(desordre_precision_by_id(r->precisions[i]) != NULL);
		for (size_t k = 0; k < i; k++)
			MUST(r->precisions[k] != r->precisions[i]);
	}
}

static void
check_evaluation(const struct evaluation *e)
{
	double	points = 0;
	char	*text;
	json_t	*json = criticite_json_evaluation(e);

	MUST(e->score >= 0 && e->score <= 100);
	for (size_t i = 0; i < e->ncontributions; i++)
		points += e->contributions[i].points;
	MUST(e->score >= 100 || fabs(points - e->score) < 1e-9);
	MUST(e->nqualifications <= QUALIFICATIONS);
	MUST(json != NULL);
	text = json_dumps(json, JSON_COMPACT);
	MUST(text != NULL);
	free(text);
	json_decref(json);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena			*arena = arena_new();
	json_t				*answers = fuzz_answers(arena, data,
					    size);
	struct resolution		*r = arena_alloc(arena, sizeof(*r));
	struct evaluation		*e = arena_alloc(arena, sizeof(*e));
	struct contexte_criticite	 contexte;
	struct reponses			 reponses;

	if (answers != NULL) {
		criticite_json_reponses(arena, answers, &reponses);
		if (resolution_resolve(&reponses, r)) {
			check_resolution(r);
			resolution_contexte(&reponses, &contexte);
			criticite_evaluate(&grille_v1, r->precisions, r->n,
			    &contexte, e);
			check_evaluation(e);
		} else {
			MUST(r->champ_refuse != NULL && r->n == 0);
		}
	}
	arena_free(arena);
	return (0);
}
