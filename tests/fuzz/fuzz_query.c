/*
 * A query string: cut, decoded, then each value against every parameter of an
 * operation. The first byte chooses the operation.
 */
#include <string.h>

#include "fuzz.h"
#include "gen/contract.h"

static void
check_values(struct arena *arena, const struct operation *op,
    const struct query_pair *pairs, size_t n)
{
	struct faults	*faults = arena_alloc(arena, sizeof(*faults));
	size_t		 before;
	bool		 good;

	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < op->nquery_params; k++) {
			before = faults->n + faults->more;
			good = check_text(arena, &op->query_params[k],
			    pairs[i].value, faults);
			if (before < CHECK_FAULTS_MAX)
				MUST(good == (faults->n + faults->more ==
				    before));
		}
	}
	fuzz_faults(arena, faults);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct query_pair	 pairs[ROUTE_QUERY_MAX];
	struct arena		*arena;
	int			 n;

	if (size == 0)
		return (0);
	arena = arena_new();
	n = route_query(arena, arena_strndup(arena, (const char *)data + 1,
	    size - 1), pairs);
	MUST(n >= -1 && n <= ROUTE_QUERY_MAX);
	for (int i = 0; i < n; i++) {
		MUST(route_utf8(pairs[i].name, strlen(pairs[i].name)));
		MUST(route_utf8(pairs[i].value, strlen(pairs[i].value)));
		MUST(strpbrk(pairs[i].value, "\n\r\t\x1b\x7f") == NULL);
	}
	if (n > 0)
		check_values(arena, &contract_operations[data[0] %
		    contract_noperations], pairs, (size_t)n);
	arena_free(arena);
	return (0);
}
