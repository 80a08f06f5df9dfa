/*
 * Counters shared by the workers, printed as Prometheus text.
 */
#ifndef VIGIE_METRIC_H
#define VIGIE_METRIC_H

#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"

/* Before the workers are forked; operations: how many there are. */
void	metric_init(size_t operations);

/* One request: index of its operation (the last index: none), status, time. */
void	metric_request(size_t operation, int status, uint64_t micros);

/* A query failed with this kind of trouble: 0 refused, 1 lost, 2 error. */
enum metric_db { METRIC_DB_QUEUE_FULL, METRIC_DB_LOST, METRIC_DB_ERROR,
	METRIC_DB_COUNT };
void	metric_db(enum metric_db);

/* What a worker has in hand: queries asked, requests that wait. */
void	metric_worker(size_t id, size_t queries, size_t fibers);

/* The text; name gives the label of an operation. */
const char *metric_text(struct arena *, const char *(*name)(size_t));

#endif
