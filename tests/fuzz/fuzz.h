/*
 * What the fuzz targets share: the input as a string, JSON as the API parses
 * it, answers to the form built from bytes, a check that never goes away.
 */
#ifndef VIGIE_FUZZ_H
#define VIGIE_FUZZ_H

#include <jansson.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/arena.h"
#include "core/check.h"

/* What must always be true of the code under test. */
#define MUST(condition)							\
	do {								\
		if (!(condition)) {					\
			fprintf(stderr, "%s:%d: MUST %s\n", __FILE__,	\
			    __LINE__, #condition);			\
			abort();					\
		}							\
	} while (0)

int		 LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* A body as core/rq_steps.c parses it; belongs to the arena, may be NULL. */
json_t		*fuzz_json(struct arena *, const uint8_t *, size_t);

/*
 * Answers to the form: a JSON object when the first byte is '{', otherwise
 * made of pairs of bytes that choose a field and a value among real ones.
 * Belongs to the arena; NULL when there is no object in it.
 */
json_t		*fuzz_answers(struct arena *, const uint8_t *, size_t);

/* Faults are listed in a body that parses and says the same. */
void		 fuzz_faults(struct arena *, const struct faults *);

#endif
