/*
 * Adds N believable dossiers to the database: `make data`.
 *
 *   synthese <conninfo of the owner> <N>
 *
 * Two processes draw half of the dossiers each and send them through COPY in
 * binary, one connection per table; the database's own work is shared by the
 * cores that way. Dossiers are drawn in the order of time, so that
 * identifiers, references and the place on disk follow it, as in real life.
 * scripts/data says what comes before and after (indexes, counters, undoing).
 */
#include <sys/mman.h>
#include <sys/wait.h>

#include <err.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "dossier.h"

#define PROCESSES	2
#define SPAN_DAYS	1095
#define DAY		(86400 * (instant)1000000)

/* What the whole run shares: ids are the first of a reserved range. */
struct plan {
	const char	*conninfo;
	long		 n;
	instant		 from, to;
	instant		 years[ANNEES + 1];	/* when they begin */
	int64_t		 signalement, evaluation, affectation, suivi,
			 historique;
	atomic_long	*done;
};

static int64_t
value(PGconn *pg, const char *sql)
{
	PGresult	*res = PQexec(pg, sql);
	int64_t		 v;

	if (PQresultStatus(res) != PGRES_TUPLES_OK || PQntuples(res) != 1)
		errx(1, "%s: %s", sql, PQerrorMessage(pg));
	v = strtoll(PQgetvalue(res, 0, 0), NULL, 10);
	PQclear(res);
	return (v);
}

/* Takes n identifiers of a table out of its sequence. */
static int64_t
reserve(PGconn *pg, const char *table, long n)
{
	char	sql[256];

	(void)snprintf(sql, sizeof(sql), "select setval(s, nextval(s) + %ld) - "
	    "%ld from pg_get_serial_sequence('%s', 'id') s", n - 1, n - 1,
	    table);
	return (value(pg, sql));
}

static int
year_of(const struct plan *p, instant at)
{
	int	y = ANNEES - 1;

	while (y > 0 && at < p->years[y])
		y--;
	return (y);
}

/* The first draws of dossier i: when, where. The same for all processes. */
static const struct commune *
draw(const struct plan *p, const struct monde *m, long i, struct alea *a,
    instant *cree_le)
{
	a->state = 0x5eed + (uint64_t)(p->signalement + i) *
	    0x2545f4914f6cdd1d;
	*cree_le = p->from + (instant)(((double)i + alea_unit(a)) /
	    (double)p->n * (double)(p->to - p->from));
	return (monde_commune(m, a));
}

static void
work(const struct plan *p, struct monde *m, int which)
{
	static struct sortie	 s;
	struct alea		 a;
	const struct commune	*c;
	instant			 at;
	long			 i, first = p->n * which / PROCESSES,
				 last = p->n * (which + 1) / PROCESSES;
	int			 y, *numero;

	sortie_open(&s, p->conninfo);
	s.now = p->to;
	s.ids_evaluation = p->evaluation + first;
	s.ids_affectation = p->affectation + first * DOSSIER_AFFECTATIONS;
	s.ids_suivi = p->suivi + first * DOSSIER_SUIVIS;
	s.ids_historique = p->historique + first * DOSSIER_HISTORIQUE;
	for (i = 0; i < last; i++) {
		c = draw(p, m, i, &a, &at);
		y = year_of(p, at);
		numero = &m->territoires[c->territoire].numeros[y];
		(*numero)++;
		if (i < first)
			continue;
		dossier_write(&s, m, &a, c, p->signalement + i, at,
		    m->annee + y, *numero);
		atomic_fetch_add(p->done, 1);
	}
	sortie_close(&s);
}

/* All the references that will be given, before anyone else takes them. */
static void
count(const struct plan *p, struct monde *m, PGconn *pg)
{
	static int	 given[1000][ANNEES];
	struct alea	 a;
	instant		 at;
	PGresult	*res;
	char		 sql[256];

	for (long i = 0; i < p->n; i++)
		given[draw(p, m, i, &a, &at)->territoire][year_of(p, at)]++;
	for (int t = 0; t < 1000; t++) {
		for (int y = 0; y < ANNEES; y++) {
			if (given[t][y] == 0)
				continue;
			(void)snprintf(sql, sizeof(sql), "insert into "
			    "reference_compteur values (%d, %d, %d) on "
			    "conflict (territoire_id, annee) do update set "
			    "dernier = reference_compteur.dernier + "
			    "excluded.dernier returning dernier - %d", t,
			    m->annee + y, given[t][y], given[t][y]);
			res = PQexec(pg, sql);
			if (PQresultStatus(res) != PGRES_TUPLES_OK)
				errx(1, "%s", PQerrorMessage(pg));
			m->territoires[t].numeros[y] =
			    atoi(PQgetvalue(res, 0, 0));
			PQclear(res);
		}
	}
}

/* Ranges and counters in one transaction, written down for scripts/data. */
static void
prepare(struct plan *p, struct monde *m, PGconn *pg)
{
	char	sql[256];

	p->to = value(pg, "select extract(epoch from date_trunc('minute', "
	    "now()))::bigint * 1000000");
	p->from = p->to - SPAN_DAYS * DAY;
	for (int y = 0; y <= ANNEES; y++) {
		(void)snprintf(sql, sizeof(sql), "select extract(epoch from "
		    "make_timestamptz(extract(year from now())::int + %d, 1, "
		    "1, 0, 0, 0, 'UTC'))::bigint * 1000000", y - ANNEES + 1);
		p->years[y] = value(pg, sql);
	}
	m->annee = (int)value(pg, "select extract(year from now())::int") -
	    ANNEES + 1;
	PQclear(PQexec(pg, "begin"));
	monde_read(m, pg);
	p->signalement = reserve(pg, "signalement", p->n);
	p->evaluation = reserve(pg, "evaluation", p->n);
	p->affectation = reserve(pg, "affectation",
	    p->n * DOSSIER_AFFECTATIONS);
	p->suivi = reserve(pg, "suivi", p->n * DOSSIER_SUIVIS);
	p->historique = reserve(pg, "historique", p->n * DOSSIER_HISTORIQUE);
	count(p, m, pg);
	(void)snprintf(sql, sizeof(sql), "insert into synthese (premier, "
	    "dernier) values (%lld, %lld) returning premier",
	    (long long)p->signalement, (long long)(p->signalement + p->n - 1));
	(void)value(pg, sql);
	PQclear(PQexec(pg, "commit"));
	monde_draw_selections(m);
}

static bool
wait_for_all(const struct plan *p)
{
	time_t	begun = time(NULL);
	int	status, running = PROCESSES;
	bool	good = true;
	long	last = 0, done;
	pid_t	pid;

	while (running > 0) {
		pid = waitpid(-1, &status, WNOHANG);
		if (pid > 0) {
			running--;
			good = good && status == 0;
			continue;
		}
		(void)usleep(50000);
		done = atomic_load(p->done);
		if (time(NULL) - begun >= 2 && done - last >= p->n / 10) {
			last = done;
			(void)printf("  %ld dossiers sur %ld (%ld %%)\n", done,
			    p->n, done * 100 / p->n);
			(void)fflush(stdout);
		}
	}
	return (good);
}

int
main(int argc, char **argv)
{
	static struct monde	 m;
	struct plan		 p = { 0 };
	PGconn			*pg;
	char			*end;

	if (argc != 3)
		errx(1, "usage: synthese conninfo N");
	p.conninfo = argv[1];
	p.n = strtol(argv[2], &end, 10);
	if (*end != '\0' || p.n < 1 || p.n > 20000000)
		errx(1, "N: 1 to 20000000");
	p.done = mmap(NULL, sizeof(*p.done), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (p.done == MAP_FAILED)
		err(1, "mmap");
	pg = copie_connect(p.conninfo);
	prepare(&p, &m, pg);
	PQfinish(pg);
	for (int which = 0; which < PROCESSES; which++) {
		switch (fork()) {
		case -1:
			err(1, "fork");
		case 0:
			work(&p, &m, which);
			exit(0);
		default:
			break;
		}
	}
	return (wait_for_all(&p) ? 0 : 1);
}
