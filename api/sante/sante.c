/*
 * Is the service alive, is it ready, and what does it promise.
 *
 * Alive: this process answers. Ready: PostgreSQL answers too, and holds the
 * reference data; when it does not, db_json() says 503 by itself.
 */
#include "core/rq.h"
#include "gen/contract.h"
#include "gen/sql.h"

#ifndef VIGIE_VERSION
#define VIGIE_VERSION	"1.0.0"		/* info.version of the contract */
#endif

/* The page has its style inside and nothing that runs. */
#define PAGE_POLICY	"default-src 'none'; style-src 'unsafe-inline'"

/* GET /sante/vivant */
void
sante_vivant(struct rq *rq)
{
	rq_set_header(rq, "cache-control", "no-store");
	rq_reply_text(rq, 200, NULL,
	    "{\"statut\":\"vivant\",\"version\":\"" VIGIE_VERSION "\"}");
}

/* GET /sante/pret */
void
sante_pret(struct rq *rq)
{
	struct db_answer	a;

	a = db_json_or_null(rq, &SQL_sante_pret, VIGIE_VERSION);
	if (a.corps == NULL)
		rq_fail_later(rq, PROBLEM_SERVICE_INDISPONIBLE, 5);
	rq_set_header(rq, "cache-control", "no-store");
	rq_reply_text(rq, 200, NULL, a.corps);
}

/* GET /openapi.yaml */
void
documentation_contrat(struct rq *rq)
{
	rq_reply_text(rq, 200, "application/yaml", contract_yaml);
}

/* GET /documentation */
void
documentation_page(struct rq *rq)
{
	rq_set_header(rq, "content-security-policy", PAGE_POLICY);
	rq_reply_text(rq, 200, "text/html; charset=utf-8", contract_page);
}
