/*
 * A body against the schema of an operation that takes one (the first byte
 * chooses it), then against what goes together in a dossier.
 */
#include <string.h>

#include "fuzz.h"
#include "gen/contract.h"
#include "signalement/signalement_coherence.h"

static const struct operation *
with_body(size_t n)
{
	size_t	seen = 0;

	for (size_t i = 0; ; i = (i + 1) % contract_noperations) {
		if (contract_operations[i].corps != NULL && seen++ == n)
			return (&contract_operations[i]);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct operation	*op;
	struct arena		*arena;
	struct faults		*faults;
	json_t			*body;
	bool			 good;

	if (size < 2)
		return (0);
	arena = arena_new();
	op = with_body(data[0] % 32);
	body = fuzz_json(arena, data + 1, size - 1);
	if (body != NULL && size - 1 <= op->corps_max) {
		faults = arena_alloc(arena, sizeof(*faults));
		good = check_body(arena, op->corps, body, faults);
		MUST(good == (faults->n == 0));
		if (good && strcmp(op->id, "signalement_create") == 0)
			coherence_check(arena, body, "2026-11-24", faults);
		fuzz_faults(arena, faults);
	}
	arena_free(arena);
	return (0);
}
