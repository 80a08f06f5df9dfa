/*
 * The outbox seen by relais: one event, one transaction.
 *
 * An event is taken with "for update skip locked", so several relais share
 * the work without meeting.  Its handler runs in a part of the transaction
 * that writes down what became of it: done, to be tried again later, or
 * given up (REBUT), which an administrator sees and may replay.
 */
#ifndef VIGIE_EVENEMENT_JOBS_H
#define VIGIE_EVENEMENT_JOBS_H

#include <stdbool.h>

struct evenement {
	const char	*id;
	const char	*uuid;
	const char	*sujet;
};

/* Fails with job_fail() or job_refuse(). */
struct evenement_handler {
	const char	*sujet;
	void		(*handle)(const struct evenement *);
};

enum evenement_suite {
	EVENEMENT_TRAITE,	/* there may be another one */
	EVENEMENT_AUCUN,
	EVENEMENT_BASE_ABSENTE
};

/*
 * Where the event at hand is noted, in memory that outlives this process: if
 * it dies, its successor knows which event killed it.
 */
struct evenement_en_main {
	char	id[24];		/* "" for none */
};

/*
 * To be called first. An event already noted there has killed our
 * predecessor: that counts as a try, so that it cannot do so for ever nor
 * keep the others waiting. false: not written down, PostgreSQL is away.
 */
bool	evenement_reprendre(struct evenement_en_main *);

/* Takes the oldest due event, if any; handlers end with a NULL sujet. */
enum evenement_suite evenement_traiter(const struct evenement_handler *);

#endif
