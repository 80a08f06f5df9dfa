/*
 * Suivis: messages to the citizen, notes between partners, and what the
 * system writes in a dossier's thread.
 */
#include <string.h>

#include "core/rq.h"
#include "gen/contract.h"
#include "gen/sql.h"
#include "signalement/signalement_facts.h"
#include "suivi/suivi_rules.h"

struct suivi_row {
	int64_t		 version;
	bool		 mien, message, recent, admin;
	const char	*corps;
};

static const struct db_column row_columns[] = {
	DB_COL_INT(suivi_row, version),
	DB_COL_BOOL(suivi_row, mien),
	DB_COL_BOOL(suivi_row, message),
	DB_COL_BOOL(suivi_row, recent),
	DB_COL_BOOL(suivi_row, admin),
	DB_COL_TEXT(suivi_row, corps),
	DB_COL_END
};

static const char *
actions(const struct suivi_facts *f)
{
	if (suivi_may_edit(f).kind == VERDICT_OK)
		return ("[\"modifier\",\"supprimer\"]");
	return (suivi_may_delete(f).kind == VERDICT_OK ? "[\"supprimer\"]" :
	    "[]");
}

static struct suivi_facts
load(struct rq *rq, struct suivi_row *row)
{
	if (!db_row(rq, &SQL_suivi_facts, row_columns, row,
	    rq_caller(rq)->id, rq_path(rq, 0)))
		rq_fail(rq, PROBLEM_INTROUVABLE);
	return ((struct suivi_facts){
		.mien = row->mien, .message = row->message,
		.recent = row->recent, .admin = row->admin,
	});
}

/* {"true/true/false": [...], ...}: actions for every kind of suivi. */
static const char *
actions_by_kind(struct rq *rq)
{
	struct suivi_facts	f = {
		.admin = rq_caller(rq)->acces == ACCES_SUPER_ADMIN,
	};
	char			*text = arena_strdup(rq_arena(rq), "{");

	for (unsigned kind = 0; kind < 8; kind++) {
		f.mien = (kind & 4) != 0;
		f.message = (kind & 2) != 0;
		f.recent = (kind & 1) != 0;
		text = arena_printf(rq_arena(rq), "%s%s\"%s/%s/%s\":%s", text,
		    kind == 0 ? "" : ",", f.mien ? "t" : "f",
		    f.message ? "t" : "f", f.recent ? "t" : "f", actions(&f));
	}
	return (arena_printf(rq_arena(rq), "%s}", text));
}

/* GET /signalements/{id}/suivis */
void
suivi_list(struct rq *rq)
{
	const struct cursor	*c = rq_cursor_or_start(rq);

	rq_reply_list(rq, db_json(rq, &SQL_suivi_list, rq_caller(rq)->id,
	    rq_path(rq, 0), c->micros, c->id, rq_query(rq, "limite"),
	    rq_count_limit(rq), actions_by_kind(rq)));
}

/* GET /suivis/{id} */
void
suivi_get(struct rq *rq)
{
	struct suivi_row	row;
	struct suivi_facts	facts = load(rq, &row);
	struct db_answer	a = { 0 };

	a.corps = arena_printf(rq_arena(rq), "%.*s%s}",
	    (int)(strlen(row.corps) - 3), row.corps, actions(&facts));
	a.len = strlen(a.corps);
	a.version = arena_printf(rq_arena(rq), "%lld",
	    (long long)row.version);
	rq_reply(rq, 200, a);
}

/* POST /signalements/{id}/suivis */
void
suivi_create(struct rq *rq)
{
	const struct suivi_facts	after = { .mien = true,
					    .message = true, .recent = true };
	struct signalement_facts	facts;
	struct signalement_row		row;

	signalement_load(rq, rq_path(rq, 0), &row);
	facts = signalement_facts_of(&row);
	rq_require(rq, signalement_may(&facts, ACTION_ECRIRE_SUIVI));
	rq_reply(rq, 201, db_json_swap(rq, &SQL_suivi_create,
	    rq_caller(rq)->id, rq_path(rq, 0), rq_str(rq, "message"),
	    rq_bool(rq, "visible_usager", false) ? "true" : "false",
	    actions(&after)));
}

/* PATCH /suivis/{id} */
void
suivi_update(struct rq *rq)
{
	struct suivi_row	row;
	struct suivi_facts	facts = load(rq, &row);

	rq_require(rq, suivi_may_edit(&facts));
	rq_require_version(rq, row.version);
	rq_reply(rq, 200, db_json_swap(rq, &SQL_suivi_update,
	    rq_caller(rq)->id, rq_path(rq, 0), rq_if_match(rq),
	    rq_str(rq, "message"), actions(&facts)));
}

/* DELETE /suivis/{id} */
void
suivi_delete(struct rq *rq)
{
	struct suivi_row	row;
	struct suivi_facts	facts = load(rq, &row);

	rq_require(rq, suivi_may_delete(&facts));
	rq_require_version(rq, row.version);
	(void)db_json_swap(rq, &SQL_suivi_delete, rq_caller(rq)->id,
	    rq_path(rq, 0), rq_if_match(rq));
	rq_reply_text(rq, 204, NULL, NULL);
}
