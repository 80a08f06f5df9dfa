/*
 * The partners that the caller may put on a dossier: those of his
 * territories. Who may do so is affectation's business.
 */
#include "core/rq.h"
#include "gen/contract.h"
#include "gen/sql.h"

/* GET /partenaires */
void
partenaire_list(struct rq *rq)
{
	const struct cursor	*after = rq_cursor(rq);

	rq_reply_list(rq, db_json(rq, &SQL_partenaire_list,
	    rq_caller(rq)->id, rq_query(rq, "territoire"), rq_query(rq, "q"),
	    rq_query(rq, "limite"), after == NULL ? NULL : after->id,
	    rq_count_limit(rq)));
}
