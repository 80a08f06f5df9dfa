/*
 * Dead letters: effects that relais has tried in vain, shown to the national
 * administrator, who may put them back in the queue once the cause is gone.
 */
#include <string.h>

#include "core/rq.h"
#include "gen/contract.h"
#include "gen/sql.h"

struct evenement_facts {
	const char	*etat;
};

static const struct db_column evenement_columns[] = {
	DB_COL_TEXT(evenement_facts, etat),
	DB_COL_END
};

/* GET /evenements/rebuts */
void
evenement_rebuts(struct rq *rq)
{
	const struct cursor	*after = rq_cursor(rq);

	rq_reply_list(rq, db_json(rq, &SQL_evenement_rebuts,
	    rq_query(rq, "limite"), after == NULL ? NULL : after->id,
	    rq_count_limit(rq)));
}

/* POST /evenements/rebuts/{id}/rejeu */
void
evenement_rejeu(struct rq *rq)
{
	struct evenement_facts	 f;
	struct db_answer	 a;

	if (!db_row(rq, &SQL_evenement_etat, evenement_columns, &f,
	    rq_path(rq, 0)))
		rq_fail(rq, PROBLEM_INTROUVABLE);
	if (strcmp(f.etat, "REBUT") != 0)
		rq_fail_detail(rq, PROBLEM_ETAT_INCOMPATIBLE,
		    "Cet effet n'est pas abandonné : il n'y a rien à rejouer.");
	a = db_json_or_null(rq, &SQL_evenement_rejeu, rq_path(rq, 0));
	if (a.corps == NULL)
		rq_fail(rq, PROBLEM_CONFLIT);
	rq_reply(rq, 200, a);
}
