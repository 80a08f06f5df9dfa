/*
 * Territories, communes and intercommunalités: public reference data that the
 * forms need. Read only; knows nothing of dossiers.
 */
#include "core/rq.h"
#include "gen/contract.h"
#include "gen/sql.h"

/* GET /territoires */
void
territoire_list(struct rq *rq)
{
	rq_reply(rq, 200, db_json_n(rq, &SQL_territoire_list, NULL, 0));
}

/* GET /territoires/verification */
void
territoire_verify(struct rq *rq)
{
	rq_reply(rq, 200, db_json(rq, &SQL_territoire_verify,
	    rq_query(rq, "code_postal"), rq_query(rq, "code_insee")));
}

/* GET /communes */
void
territoire_communes(struct rq *rq)
{
	rq_reply(rq, 200, db_json(rq, &SQL_territoire_communes,
	    rq_query(rq, "q"), rq_query(rq, "limite")));
}

/* GET /epci */
void
territoire_epci(struct rq *rq)
{
	rq_reply(rq, 200, db_json(rq, &SQL_territoire_epci,
	    rq_query(rq, "territoire")));
}
