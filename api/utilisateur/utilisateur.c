/*
 * The agents of a partner, to give them a dossier.
 */
#include "core/rq.h"
#include "gen/contract.h"
#include "gen/sql.h"

/* GET /utilisateurs */
void
utilisateur_list(struct rq *rq)
{
	const struct cursor	*after = rq_cursor(rq);

	rq_reply_list(rq, db_json(rq, &SQL_utilisateur_list,
	    rq_caller(rq)->id, rq_query(rq, "partenaire"),
	    rq_query(rq, "limite"), after == NULL ? NULL : after->id,
	    rq_count_limit(rq)));
}
