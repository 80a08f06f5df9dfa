/*
 * The clock: a table of tasks.  The row of a task in "tache" is its lock (it
 * is skipped while another relais holds it) and its memory.
 */
#include <stdio.h>

#include "core/db.h"
#include "core/job.h"
#include "core/journal.h"
#include "gen/sql.h"
#include "horloge/horloge_jobs.h"

#define MINUTE		60L
#define HOUR		(60 * MINUTE)
#define ROWS_MAX	10000

static const struct task {
	const char		*name;
	long			 period;	/* seconds */
	const struct db_query	*query;		/* $1: rows at most */
} tasks[] = {
	{ "idempotence",	HOUR,		&SQL_horloge_idempotence },
	{ "essais",		HOUR,		&SQL_horloge_essais },
	{ "jetons",		HOUR,		&SQL_horloge_jetons },
	{ "sessions",		24 * HOUR,	&SQL_horloge_sessions },
	{ "brouillons",		HOUR,		&SQL_horloge_brouillons },
	{ "evenements",		6 * HOUR,	&SQL_horloge_evenements },
};
#define NTASKS		(sizeof(tasks) / sizeof(tasks[0]))

struct due {
	bool	due;
};

static const struct db_column due_columns[] = {
	DB_COL_BOOL(due, due),
	DB_COL_END
};

struct turn {
	const struct task	*task;
	bool			 again;
};

static void
register_all(void *arg)
{
	size_t	i;

	(void)arg;
	for (i = 0; i < NTASKS; i++)
		(void)db_exec(NULL, &SQL_horloge_inscrire, tasks[i].name);
}

static void
run(void *arg)
{
	struct turn		*turn = arg;
	const struct task	*t = turn->task;
	const uint64_t		 start = job_micros();
	struct arena		*arena = job_arena();
	struct due		 due = { false };
	long			 rows;

	turn->again = false;
	if (!db_row(NULL, &SQL_horloge_prendre, due_columns, &due, t->name,
	    arena_printf(arena, "%ld", t->period)))
		return;
	rows = db_exec_n(NULL, t->query, (const char *const []){
	    arena_printf(arena, "%d", ROWS_MAX) }, 1);
	turn->again = rows >= ROWS_MAX;
	(void)db_exec(NULL, &SQL_horloge_faite, t->name, arena_printf(arena,
	    "%ld", rows), turn->again ? "true" : "false");
	journal_task(t->name, rows, job_micros() - start);
}

static bool
tell(const char *name, const char *error)
{
	char	text[JOB_ERROR_MAX + 64];

	(void)snprintf(text, sizeof(text), "%s : %s", name, error);
	journal_error("horloge", text);
	return (false);
}

bool
horloge_avancer(void)
{
	static uint64_t	next;
	struct turn	turn;
	char		error[JOB_ERROR_MAX];
	bool		good = true, again = false;
	size_t		i;

	if (job_micros() < next)
		return (true);
	next = job_micros() + HORLOGE_LOOK * 1000000ull;
	if (job_run(register_all, NULL, error) != JOB_DONE)
		return (tell("inscription", error));
	for (i = 0; i < NTASKS; i++) {
		turn.task = &tasks[i];
		if (job_run(run, &turn, error) != JOB_DONE)
			good = tell(tasks[i].name, error);
		else
			again = again || turn.again;
	}
	if (again)
		next = 0;
	return (good);
}
