/*
 * GET /metriques: what the workers count, for Prometheus.
 *
 * nginx answers it to the internal network only.
 */
#include "core/metric.h"
#include "core/rq.h"
#include "gen/contract.h"

static const char *
operation_name(size_t i)
{
	return (i < contract_noperations ? contract_operations[i].id :
	    "aucune");
}

void
sante_metriques(struct rq *rq)
{
	rq_reply_text(rq, 200, "text/plain; version=0.0.4; charset=utf-8",
	    metric_text(rq_arena(rq), operation_name));
}
