/* One event of the outbox: take it, have it handled, write the issue down. */
#include <stdio.h>
#include <string.h>

#include "core/conf.h"
#include "core/db.h"
#include "core/job.h"
#include "core/journal.h"
#include "evenement/evenement_jobs.h"
#include "gen/sql.h"

static const struct db_column columns[] = {
	DB_COL_TEXT(evenement, id),
	DB_COL_TEXT(evenement, uuid),
	DB_COL_TEXT(evenement, sujet),
	DB_COL_END
};

struct issue {
	const char	*etat;
};

static const struct db_column issue_columns[] = {
	DB_COL_TEXT(issue, etat),
	DB_COL_END
};

static struct evenement_en_main	*at_hand;

struct work {
	const struct evenement_handler	*handlers;
	struct evenement		 event;
	bool				 taken;
};

static void
handle(void *arg)
{
	const struct work		*w = arg;
	const struct evenement_handler	*h = w->handlers;

	while (h->sujet != NULL && strcmp(h->sujet, w->event.sujet) != 0)
		h++;
	if (h->sujet == NULL)
		job_fail("sujet inconnu");
	h->handle(&w->event);
}

static const char *
write_failure(const char *id, const char *error, bool hopeless)
{
	struct arena	*arena = job_arena();
	struct issue	 issue = { "" };

	(void)db_row(NULL, &SQL_evenement_echec, issue_columns, &issue,
	    id, error, arena_printf(arena, "%ld",
	    conf()->relais_tries), arena_printf(arena, "%ld",
	    conf()->relais_wait), hopeless ? "true" : "false");
	return (strcmp(issue.etat, "REBUT") == 0 ? "rebut" : "echec");
}

static void
take_and_handle(void *arg)
{
	struct work		*w = arg;
	const uint64_t		 start = job_micros();
	char			 error[JOB_ERROR_MAX];
	struct journal_event	 line = { .issue = "fait" };
	enum job_issue		 issue;

	w->taken = db_row_n(NULL, &SQL_evenement_prendre, columns, &w->event,
	    NULL, 0);
	if (!w->taken)
		return;
	(void)snprintf(at_hand->id, sizeof(at_hand->id), "%s", w->event.id);
	issue = job_try(handle, w, error);
	if (issue == JOB_DONE) {
		(void)db_exec(NULL, &SQL_evenement_fait, w->event.id);
	} else {
		line.issue = write_failure(w->event.id, error,
		    issue == JOB_REFUSED);
		line.error = error;
	}
	line.sujet = w->event.sujet;
	line.id = w->event.uuid;
	line.micros = job_micros() - start;
	journal_event(&line);
}

static void
blame(void *arg)
{
	(void)write_failure(arg, "relais est tombé en le traitant", false);
}

bool
evenement_reprendre(struct evenement_en_main *noted)
{
	char	error[JOB_ERROR_MAX];

	at_hand = noted;
	if (at_hand->id[0] != '\0' &&
	    (!job_connect() || job_run(blame, at_hand->id, error) != JOB_DONE))
		return (false);
	at_hand->id[0] = '\0';
	return (true);
}

enum evenement_suite
evenement_traiter(const struct evenement_handler *handlers)
{
	struct work	w = { .handlers = handlers };
	char		error[JOB_ERROR_MAX];
	enum job_issue	issue = job_run(take_and_handle, &w, error);

	at_hand->id[0] = '\0';
	if (issue != JOB_DONE) {
		journal_error("relais", error);
		return (EVENEMENT_BASE_ABSENTE);
	}
	return (w.taken ? EVENEMENT_TRAITE : EVENEMENT_AUCUN);
}
