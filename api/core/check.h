/*
 * A body, or parameters, against the contract's tables.
 *
 * All faults are reported together, each with a JSON pointer (RFC 6901), a
 * stable code and a French sentence.  Knows nothing of Kore: unit-tested and
 * fuzzed alone.  The tables are generated (gen/contract.c).
 */
#ifndef VIGIE_CHECK_H
#define VIGIE_CHECK_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

#define CHECK_FAULTS_MAX	100	/* further faults are counted only */
#define CHECK_DEPTH_MAX		32	/* nesting of a free-form value */

enum type {
	TYPE_STRING, TYPE_INTEGER, TYPE_NUMBER, TYPE_BOOLEAN, TYPE_OBJECT,
	TYPE_ARRAY, TYPE_ANY
};

enum format {
	FORMAT_NONE, FORMAT_UUID, FORMAT_DATE, FORMAT_DATE_TIME, FORMAT_EMAIL,
	FORMAT_TELEPHONE, FORMAT_CODE_POSTAL, FORMAT_CODE_INSEE, FORMAT_URI
};

/* What a value must be.  Lengths count Unicode characters. */
struct schema {
	enum type		 type;
	bool			 nullable;
	enum format		 format;
	bool			 has_min, has_max;	/* numbers */
	double			 min, max;
	size_t			 min_length, max_length; /* strings */
	const char *const	*values;	/* enum, NULL ended, or NULL */
	const struct schema	*items;		/* arrays */
	size_t			 min_items, max_items;
	const struct object	*object;	/* objects */
};

struct field {
	const char		*name;
	bool			 required;
	const struct schema	*schema;
};

struct object {
	const struct field	*fields;	/* sorted as in the contract */
	size_t			 nfields;
	bool			 open;	/* additionalProperties: true */
};

struct parameter {
	const char		*name;
	bool			 required;
	const char		*by_default;	/* text, or NULL */
	const struct schema	*schema;
};

struct fault {
	const char	*pointer;	/* "/adresse/code_postal" */
	const char	*code;		/* "obligatoire", "trop_long"… */
	const char	*detail;	/* French sentence */
};

/* Faults found so far; zero it first.  Strings live in the arena. */
struct faults {
	struct fault	list[CHECK_FAULTS_MAX];
	size_t		n;		/* entries of list */
	size_t		more;		/* found beyond */
};

/* Adds a fault; also for handlers' cross-field rules. */
void		check_fault(struct faults *, const char *pointer,
		    const char *code, const char *detail);

/* Checks a parsed body.  true when there is nothing to say. */
bool		check_body(struct arena *, const struct object *,
		    const json_t *, struct faults *);

/*
 * Checks one parameter's text; pointer is its name.  Integers, numbers,
 * booleans, enums, formats, and arrays (given one value at a time).
 */
bool		check_text(struct arena *, const struct parameter *,
		    const char *value, struct faults *);

/* A text against a format; used by check_body and by tests. */
bool		check_format(enum format, const char *);

#endif
