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
 *
 * Two processes: one works, the other starts it again when it falls. The event
 * that made it fall has then failed once more, and waits its turn.
 */
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <sodium.h>

#include "core/conf.h"
#include "core/job.h"
#include "core/journal.h"
#include "evenement/evenement_jobs.h"
#include "horloge/horloge_jobs.h"
#include "notification/courriel_envoi.h"
#include "notification/notification_jobs.h"

#define AWAY_MIN	100		/* ms between two tries to connect */
#define AWAY_MAX	5000
#define FALLEN		1000		/* ms before it is started again */

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

static sigset_t			 endings;
static struct evenement_en_main	*at_hand;	/* shared by the two */

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

/* One event, and the tasks of the clock. false: PostgreSQL is away. */
static bool
advance(bool *found)
{
	static bool	ready;
	enum evenement_suite suite;

	if (!job_connect())
		return (false);
	if (!ready && !(ready = evenement_reprendre(at_hand)))
		return (false);
	(void)horloge_avancer();
	suite = evenement_traiter(handlers);
	*found = suite == EVENEMENT_TRAITE;
	return (suite != EVENEMENT_BASE_ABSENTE);
}

/* Works once; returns how long to wait before the next time, in ms. */
static long
work(void)
{
	static long	away;
	bool		found = false;

	if (advance(&found)) {
		if (away > 0)
			journal_error("relais", "PostgreSQL est revenu");
		away = 0;
		if (!found)
			journal_flush();
		return (found ? 0 : conf()->relais_pause);
	}
	if (away == 0)
		journal_error("relais", "PostgreSQL est absent");
	away = away == 0 ? AWAY_MIN : away * 2;
	if (away > AWAY_MAX)
		away = AWAY_MAX;
	return (away / 2 + random() % (away / 2));
}

static int
worker(pid_t parent)
{
	(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		return (EXIT_FAILURE);
	srandom((unsigned int)job_micros());
	while (!stopping(work()))
		;
	job_disconnect();
	courriel_fermer();
	journal_flush();
	return (EXIT_SUCCESS);
}

/* Waits for the worker's end, passing on the wish to stop; *stop: it came. */
static int
watch(pid_t pid, bool *stop)
{
	sigset_t	set = endings;
	int		status;

	(void)sigaddset(&set, SIGCHLD);
	while (waitpid(pid, &status, WNOHANG) != pid) {
		if (sigwaitinfo(&set, NULL) != SIGCHLD) {
			*stop = true;
			(void)kill(pid, SIGTERM);
		}
	}
	return (status);
}

static int
supervise(void)
{
	const pid_t	parent = getpid();
	bool		stop = false;
	pid_t		pid;
	int		status;

	for (;;) {
		pid = fork();
		if (pid == -1) {
			journal_error("relais", "fork impossible");
			return (EXIT_FAILURE);
		}
		if (pid == 0)
			return (worker(parent));
		status = watch(pid, &stop);
		if (WIFEXITED(status) && (stop || WEXITSTATUS(status) == 0))
			return (WEXITSTATUS(status));
		journal_error("relais", "tombé");
		if (stop || stopping(FALLEN))
			return (EXIT_FAILURE);
	}
}

/*
 * "relais empreinte": a password on the standard input, what the table
 * utilisateur keeps of it on the standard output. For the first account.
 */
static int
hash_password(void)
{
	char	password[256], hash[crypto_pwhash_STRBYTES];
	size_t	len;

	if (sodium_init() == -1 || fgets(password, sizeof(password), stdin)
	    == NULL)
		return (EXIT_FAILURE);
	len = strcspn(password, "\n");
	if (crypto_pwhash_str(hash, password, len,
	    crypto_pwhash_OPSLIMIT_INTERACTIVE,
	    crypto_pwhash_MEMLIMIT_INTERACTIVE) == -1)
		return (EXIT_FAILURE);
	sodium_memzero(password, sizeof(password));
	(void)puts(hash);
	return (EXIT_SUCCESS);
}

int
main(int argc, char **argv)
{
	const char	*error;
	sigset_t	 blocked;

	if (argc == 2 && strcmp(argv[1], "empreinte") == 0)
		return (hash_password());
	if (conf_load(&error) == NULL || !courriel_ouvrir(&error)) {
		(void)fprintf(stderr, "relais : %s\n", error);
		return (EXIT_FAILURE);
	}
	at_hand = mmap(NULL, sizeof(*at_hand), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (at_hand == MAP_FAILED) {
		(void)fprintf(stderr, "relais : mémoire épuisée.\n");
		return (EXIT_FAILURE);
	}
	(void)sigemptyset(&endings);
	(void)sigaddset(&endings, SIGTERM);
	(void)sigaddset(&endings, SIGINT);
	blocked = endings;
	(void)sigaddset(&blocked, SIGCHLD);
	(void)sigprocmask(SIG_BLOCK, &blocked, NULL);
	(void)signal(SIGPIPE, SIG_IGN);
	return (supervise());
}
