/*
 * A block of atomic counters in a shared map: requests per operation and
 * class of status, a histogram of durations, troubles of the database; and
 * what each worker has in hand just now.
 */
#include <sys/mman.h>

#include <assert.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "core/metric.h"

#define CLASSES	6	/* 1xx … 5xx, index 0 unused */
#define WORKERS	64	/* a restarted worker takes its old place */

/* Upper bounds of the histogram, microseconds. */
static const uint64_t	bounds[] = { 1000, 2500, 5000, 10000, 25000, 50000,
			    100000, 250000, 1000000, 5000000 };

#define NBOUNDS	(sizeof(bounds) / sizeof(bounds[0]))

struct operation_counters {
	_Atomic uint64_t	 requests[CLASSES];
};

struct worker_gauges {
	_Atomic uint64_t	 queries, fibers;
};

static struct counters {
	struct worker_gauges	 workers[WORKERS];
	_Atomic uint64_t	 buckets[NBOUNDS + 1];
	_Atomic uint64_t	 micros;
	_Atomic uint64_t	 troubles[METRIC_DB_COUNT];
	struct operation_counters operations[];
} *counters;
static size_t	noperations;

void
metric_init(size_t operations)
{
	noperations = operations + 1;
	counters = mmap(NULL, sizeof(*counters) +
	    noperations * sizeof(struct operation_counters),
	    PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (counters == MAP_FAILED)
		abort();
}

void
metric_request(size_t operation, int status, uint64_t micros)
{
	size_t	i;

	assert(operation < noperations);
	if (status >= 100 && status < 600)
		counters->operations[operation].requests[status / 100]++;
	for (i = 0; i < NBOUNDS && micros > bounds[i]; i++)
		;
	counters->buckets[i]++;
	counters->micros += micros;
}

void
metric_db(enum metric_db trouble)
{
	counters->troubles[trouble]++;
}

void
metric_worker(size_t id, size_t queries, size_t fibers)
{
	counters->workers[id % WORKERS].queries = queries;
	counters->workers[id % WORKERS].fibers = fibers;
}

static char *
text_workers(struct arena *arena, char *text)
{
	uint64_t	queries = 0, fibers = 0;

	for (size_t i = 0; i < WORKERS; i++) {
		queries += counters->workers[i].queries;
		fibers += counters->workers[i].fibers;
	}
	return (arena_printf(arena, "%s"
	    "# TYPE vigie_base_en_cours gauge\n"
	    "vigie_base_en_cours %llu\n"
	    "# TYPE vigie_requetes_en_attente gauge\n"
	    "vigie_requetes_en_attente %llu\n", text,
	    (unsigned long long)queries, (unsigned long long)fibers));
}

static char *
text_requests(struct arena *arena, char *text, const char *(*name)(size_t))
{
	uint64_t	n;

	for (size_t op = 0; op < noperations; op++) {
		for (int classe = 1; classe < CLASSES; classe++) {
			n = counters->operations[op].requests[classe];
			if (n > 0)
				text = arena_printf(arena,
				    "%svigie_requetes_total{operation=\"%s\","
				    "classe=\"%dxx\"} %llu\n", text, name(op),
				    classe, (unsigned long long)n);
		}
	}
	return (text);
}

static char *
text_durations(struct arena *arena, char *text)
{
	uint64_t	sum = 0;

	for (size_t i = 0; i < NBOUNDS; i++) {
		sum += counters->buckets[i];
		text = arena_printf(arena,
		    "%svigie_duree_secondes_bucket{le=\"%g\"} %llu\n", text,
		    (double)bounds[i] / 1e6, (unsigned long long)sum);
	}
	sum += counters->buckets[NBOUNDS];
	return (arena_printf(arena,
	    "%svigie_duree_secondes_bucket{le=\"+Inf\"} %llu\n"
	    "vigie_duree_secondes_sum %.6f\n"
	    "vigie_duree_secondes_count %llu\n", text,
	    (unsigned long long)sum, (double)counters->micros / 1e6,
	    (unsigned long long)sum));
}

const char *
metric_text(struct arena *arena, const char *(*name)(size_t))
{
	static const char *const	troubles[] = { "file_pleine",
					    "connexion_perdue", "erreur" };
	char				*text;

	text = arena_strdup(arena, "# TYPE vigie_requetes_total counter\n");
	text = text_requests(arena, text, name);
	text = arena_printf(arena,
	    "%s# TYPE vigie_duree_secondes histogram\n", text);
	text = text_durations(arena, text);
	text = arena_printf(arena, "%s# TYPE vigie_base_total counter\n",
	    text);
	for (size_t i = 0; i < METRIC_DB_COUNT; i++)
		text = arena_printf(arena,
		    "%svigie_base_total{ennui=\"%s\"} %llu\n", text,
		    troubles[i], (unsigned long long)counters->troubles[i]);
	return (text_workers(arena, text));
}
