/* Any path, any method, against the operations of the contract. */
#include <string.h>

#include "fuzz.h"
#include "gen/contract.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena		*arena;
	struct route_match	 match;
	enum route_status	 status;
	char			*path;

	if (size == 0)
		return (0);
	arena = arena_new();
	path = arena_strndup(arena, (const char *)data + 1, size - 1);
	status = route_find(arena, contract_operations, contract_noperations,
	    (enum method)(data[0] % (METHOD_COUNT + 1)), path, &match);
	MUST((status == ROUTE_METHOD) == (match.allowed != 0 &&
	    match.op == NULL));
	if (status == ROUTE_OK) {
		MUST(match.op->method == (enum method)(data[0] %
		    (METHOD_COUNT + 1)));
		MUST(match.nparams == match.op->npath_params);
		for (size_t i = 0; i < match.nparams; i++) {
			MUST(match.params[i][0] != '\0');
			MUST(strpbrk(match.params[i], "\n\r\t\x1b\x7f") ==
			    NULL);
			MUST(route_utf8(match.params[i],
			    strlen(match.params[i])));
		}
	}
	arena_free(arena);
	return (0);
}
