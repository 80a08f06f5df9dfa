/*
 * The log: one JSON object a line on standard output, no personal data.
 *
 * Lines are gathered and written together (at the latest after a second), so
 * that an access line costs no system call. Never the body, the path's
 * identifiers, the address or the name of anyone.
 */
#ifndef VIGIE_JOURNAL_H
#define VIGIE_JOURNAL_H

#include <stddef.h>
#include <stdint.h>

/* One request answered. operation: its id in the contract, or "-". */
struct journal_access {
	const char	*request_id;
	const char	*traceparent;	/* logged when well formed; or NULL */
	const char	*method;
	const char	*operation;
	int		 status;
	size_t		 bytes;
	uint64_t	 micros;
	const char	*role;		/* or "PUBLIC" */
};

void	journal_access(const struct journal_access *);

/* What relais did with an event: issue is "fait", "echec" or "rebut". */
struct journal_event {
	const char	*sujet;
	const char	*id;
	const char	*issue;
	const char	*error;		/* or NULL */
	uint64_t	 micros;
};

void	journal_event(const struct journal_event *);

/* A task of the clock is over. */
void	journal_task(const char *name, long rows, uint64_t micros);

/* Something is wrong on our side; what is a word to search for. */
void	journal_error(const char *what, const char *detail);

/* A query failed; message NULL unless it cannot quote anyone's data. */
void	journal_query(const char *query, const char *sqlstate,
	    const char *message);

/* Writes what is gathered. */
void	journal_flush(void);

#endif
