/*
 * relais, the second program: it drains the outbox, one event at a time, and
 * runs what comes round by the clock.
 *
 * Boring and blocking on purpose.  Several may run side by side.  It asks
 * every VIGIE_RELAIS_PAUSE for work rather than LISTEN for it: a NOTIFY takes
 * a lock that would line up every commit of the API.
 *
 * Delivery is "at least once": between the moment a mail server has accepted
 * a mail and the commit that says so, a crash makes it leave again, with the
 * same Message-ID, by which the duplicate is recognised.
 *
 * SIGTERM and SIGINT stay blocked and are looked for between two events: what
 * is begun is finished.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "core/conf.h"
#include "core/job.h"
#include "core/journal.h"
#include "evenement/evenement_jobs.h"
#include "horloge/horloge_jobs.h"
#include "notification/courriel_envoi.h"
#include "notification/notification_jobs.h"

#define AWAY_MIN	100		/* ms between two tries to connect */
#define AWAY_MAX	5000

static const struct evenement_handler handlers[] = {
	{ "signalement.depose",		notification_repartir },
	{ "signalement.valide",		notification_repartir },
	{ "signalement.refuse",		notification_repartir },
	{ "signalement.clos",		notification_repartir },
	{ "signalement.rouvert",	notification_repartir },
	{ "signalement.supprime",	notification_repartir },
	{ "affectation.creee",		notification_repartir },
	{ "affectation.acceptee",	notification_repartir },
	{ "affectation.refusee",	notification_repartir },
	{ "affectation.close",		notification_repartir },
	{ "affectation.rouverte",	notification_repartir },
	{ "suivi.cree",			notification_repartir },
	{ "suivi.usager",		notification_repartir },
	{ "courriel",			notification_envoyer },
	{ NULL,				NULL }
};

static sigset_t	endings;

/* Waits so long, or until we are asked to stop: true. */
static bool
stopping(long ms)
{
	const struct timespec	wait = { ms / 1000, ms % 1000 * 1000000 };
	int			signal;

	do {
		signal = sigtimedwait(&endings, NULL, &wait);
	} while (signal == -1 && errno == EINTR);
	return (signal != -1);
}

/* How long to wait before the next event, in ms. */
static long
work(void)
{
	static long	away;
	static bool	lost;

	if (job_connect()) {
		if (lost)
			journal_error("relais", "PostgreSQL est revenu");
		lost = false;
		(void)horloge_avancer();
		switch (evenement_traiter(handlers)) {
		case EVENEMENT_TRAITE:
			away = 0;
			return (0);
		case EVENEMENT_AUCUN:
			away = 0;
			journal_flush();
			return (conf()->relais_pause);
		case EVENEMENT_BASE_ABSENTE:
			break;
		}
	} else {
		if (!lost)
			journal_error("relais", "PostgreSQL est absent");
		lost = true;
	}
	away = away == 0 ? AWAY_MIN : away * 2;
	if (away > AWAY_MAX)
		away = AWAY_MAX;
	return (away / 2 + random() % (away / 2));
}

int
main(void)
{
	const char	*error;

	if (conf_load(&error) == NULL || !courriel_ouvrir(&error)) {
		(void)fprintf(stderr, "relais : %s\n", error);
		return (EXIT_FAILURE);
	}
	(void)sigemptyset(&endings);
	(void)sigaddset(&endings, SIGTERM);
	(void)sigaddset(&endings, SIGINT);
	(void)sigprocmask(SIG_BLOCK, &endings, NULL);
	(void)signal(SIGPIPE, SIG_IGN);
	srandom((unsigned int)job_micros());
	while (!stopping(work()))
		;
	job_disconnect();
	courriel_fermer();
	journal_flush();
	return (EXIT_SUCCESS);
}
