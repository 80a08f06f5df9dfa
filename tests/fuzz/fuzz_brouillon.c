/*
 * Any answers to the form become a body that the contract accepts, or faults
 * that name fields of the form.
 */
#include <string.h>

#include "brouillon/brouillon_soumission.h"
#include "fuzz.h"
#include "gen/contract.h"
#include "signalement/signalement_coherence.h"

static const struct object *
creation(void)
{
	for (size_t i = 0; i < contract_noperations; i++) {
		if (strcmp(contract_operations[i].id, "signalement_create") ==
		    0)
			return (contract_operations[i].corps);
	}
	abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	*arena = arena_new();
	struct faults	*faults = arena_alloc(arena, sizeof(*faults));
	json_t		*answers = fuzz_answers(arena, data, size), *body;
	size_t		 own;
	char		*text;

	if (answers != NULL) {
		body = soumission_body(arena, answers, "2026-11-24", faults);
		MUST(json_is_object(body));
		own = faults->n;
		if (check_body(arena, creation(), body, faults) && own == 0)
			coherence_check(arena, body, "2026-11-24", faults);
		soumission_rename(arena, faults, own, answers);
		for (size_t i = 0; i < faults->n; i++)
			MUST(strncmp(faults->list[i].pointer, "/reponses/",
			    10) == 0);
		fuzz_faults(arena, faults);
		text = json_dumps(body, JSON_COMPACT);
		MUST(text != NULL);
		free(text);
	}
	arena_free(arena);
	return (0);
}
