/*
 * "/signalements/{id}" matching and the query string.
 *
 * The table of operations is generated from openapi.yaml (gen/contract.c).
 * No Kore include: unit-tested and fuzzed alone.  No regular expression.
 */
#ifndef VIGIE_ROUTE_H
#define VIGIE_ROUTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/check.h"

struct rq;

enum method {
	METHOD_GET, METHOD_POST, METHOD_PUT, METHOD_PATCH, METHOD_DELETE,
	METHOD_COUNT
};

#define ROUTE_PARAMS_MAX	4	/* {…} segments in a path */
#define ROUTE_QUERY_MAX		64	/* query pairs, with repeats */

/* Bits of operation.acces, one per role; ACCES_PUBLIC needs no token. */
enum acces {
	ACCES_PUBLIC			= 1 << 0,
	ACCES_USAGER			= 1 << 1,
	ACCES_AGENT			= 1 << 2,
	ACCES_ADMIN_PARTENAIRE		= 1 << 3,
	ACCES_RESPONSABLE_TERRITOIRE	= 1 << 4,
	ACCES_SUPER_ADMIN		= 1 << 5
};

/* One operation of the contract. */
struct operation {
	const char		*id;		/* operationId */
	enum method		 method;
	const char		*path;		/* "/signalements/{id}" */
	void			(*handler)(struct rq *);
	uint32_t		 acces;		/* enum acces bits */
	int			 statut;	/* of success: 200, 201, 204 */
	size_t			 corps_max;	/* bytes; 0: takes no body */
	const struct object	*corps;		/* schema of the body or NULL */
	bool			 corps_requis;
	bool			 if_match;	/* 428 without If-Match */
	bool			 idempotence;	/* honours Idempotency-Key */
	const struct parameter	*path_params;	/* in path order */
	size_t			 npath_params;
	const struct parameter	*query_params;
	size_t			 nquery_params;
};

/* Result of a match; strings live in the arena. */
struct route_match {
	const struct operation	*op;
	const char		*params[ROUTE_PARAMS_MAX]; /* percent-decoded */
	size_t			 nparams;
	uint32_t		 allowed;	/* bits 1 << enum method */
};

enum route_status {
	ROUTE_OK,
	ROUTE_NOT_FOUND,	/* 404, also for an undecodable path */
	ROUTE_METHOD		/* 405; allowed tells the others */
};

/*
 * Finds the operation of method and path.  path has neither the base
 * "/api/v1" nor the query string.  Literal segments win over {…}.
 */
enum route_status route_find(struct arena *, const struct operation *ops,
		    size_t nops, enum method, const char *path,
		    struct route_match *);

struct query_pair {
	const char	*name;
	const char	*value;
};

/*
 * Splits and decodes "a=1&b=%C3%A9".  '+' is a space.  Returns the number of
 * pairs, or -1 when a percent sequence, UTF-8 or a control character is
 * wrong, or when there are more than ROUTE_QUERY_MAX.  "a" is "a=".
 */
int		route_query(struct arena *, const char *query,
		    struct query_pair pairs[ROUTE_QUERY_MAX]);

/*
 * Decodes %XX in place of a copy.  NULL when malformed, when the result has a
 * NUL or a control character, or is not UTF-8.
 */
char		*route_decode(struct arena *, const char *, size_t len,
		    bool plus_is_space);

/* Is it well-formed UTF-8 (RFC 3629, no surrogates, no overlong form)? */
bool		route_utf8(const char *, size_t len);

/* Length of the well-formed sequence at the start, 0 when it is not one. */
size_t		route_utf8_length(const char *, size_t len);

#endif
