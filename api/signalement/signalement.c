/*
 * Dossiers: list, reading, creation, transitions, history, motifs.
 */
#include <string.h>

#include "core/conf.h"
#include "core/rq.h"
#include "gen/contract.h"
#include "gen/sql.h"
#include "signalement/signalement_depot.h"
#include "signalement/signalement_facts.h"

/* "[…]" of what may be done, for the given facts. */
const char *
signalement_actions(struct rq *rq, const struct signalement_facts *f)
{
	char	*text = arena_strdup(rq_arena(rq), "[");
	size_t	 action;

	for (action = 0; action < ACTIONS_SIGNALEMENT; action++) {
		if (signalement_may(f, (enum action_signalement)action).kind ==
		    VERDICT_OK)
			text = arena_printf(rq_arena(rq), "%s%s\"%s\"", text,
			    text[1] == '\0' ? "" : ",",
			    action_signalement_name(
			    (enum action_signalement)action));
	}
	return (arena_printf(rq_arena(rq), "%s]", text));
}

static const struct db_column row_columns[] = {
	DB_COL_INT(signalement_row, version),
	DB_COL_TEXT(signalement_row, statut),
	DB_COL_BOOL(signalement_row, responsable),
	DB_COL_BOOL(signalement_row, droit_affectation),
	DB_COL_BOOL(signalement_row, en_charge),
	DB_COL_END
};

struct signalement_facts
signalement_facts_of(const struct signalement_row *row)
{
	return ((struct signalement_facts){
		.statut = statut_signalement_parse(row->statut),
		.responsable = row->responsable,
		.droit_affectation = row->droit_affectation,
		.en_charge = row->en_charge,
	});
}

void
signalement_load(struct rq *rq, const char *id, struct signalement_row *row)
{
	if (!db_row(rq, &SQL_signalement_facts, row_columns, row,
	    rq_caller(rq)->id, id))
		rq_fail(rq, PROBLEM_INTROUVABLE);
}

/* GET /signalements: which query serves these filters best. */
static const struct db_query *
list_query(struct rq *rq, const char *statuts)
{
	uint32_t	acces = rq_caller(rq)->acces;
	bool		partenaire, pays;

	partenaire = (acces & (ACCES_AGENT | ACCES_ADMIN_PARTENAIRE)) != 0;
	pays = (acces & ACCES_SUPER_ADMIN) != 0 &&
	    rq_query(rq, "territoire") == NULL;
	if (rq_query(rq, "q") != NULL)
		return (partenaire ? &SQL_signalement_list_recherche_partenaire
		    : pays ? &SQL_signalement_list_recherche_nationale :
		    &SQL_signalement_list_recherche);
	if (partenaire)
		return (&SQL_signalement_list_partenaire);
	if (pays)
		return (&SQL_signalement_list_national);
	if (rq_query(rq, "territoire") != NULL && statuts != NULL &&
	    strchr(statuts, ',') == NULL)
		return (&SQL_signalement_list_territoire_statut);
	return (&SQL_signalement_list_territoire);
}

void
signalement_list(struct rq *rq)
{
	const char		*statuts = rq_query_array(rq, "statut");
	const struct cursor	*c = rq_cursor_or_start(rq);

	rq_reply_list(rq, db_json(rq, list_query(rq, statuts),
	    rq_caller(rq)->id, rq_query(rq, "territoire"), statuts,
	    rq_query(rq, "q"), c->micros, c->id, rq_query(rq, "limite"),
	    rq_count_limit(rq)));
}

/* GET /signalements/{id} */
struct whole {
	struct signalement_row	 row;
	const char		*corps;
};

static const struct db_column whole_columns[] = {
	{ "version", DB_INT, offsetof(struct whole, row.version) },
	{ "statut", DB_TEXT, offsetof(struct whole, row.statut) },
	{ "responsable", DB_BOOL, offsetof(struct whole, row.responsable) },
	{ "droit_affectation", DB_BOOL,
	    offsetof(struct whole, row.droit_affectation) },
	{ "en_charge", DB_BOOL, offsetof(struct whole, row.en_charge) },
	DB_COL_TEXT(whole, corps),
	DB_COL_END
};

void
signalement_get(struct rq *rq)
{
	struct signalement_facts	facts;
	struct whole			w;
	struct db_answer		a = { 0 };

	if (!db_row(rq, &SQL_signalement_get, whole_columns, &w,
	    rq_caller(rq)->id, rq_path(rq, 0)))
		rq_fail(rq, PROBLEM_INTROUVABLE);
	facts = signalement_facts_of(&w.row);
	/* The query ends the body with "{}}": the actions take its place. */
	a.corps = arena_printf(rq_arena(rq), "%.*s%s}",
	    (int)(strlen(w.corps) - 3), w.corps,
	    signalement_actions(rq, &facts));
	a.len = strlen(a.corps);
	a.version = arena_printf(rq_arena(rq), "%lld",
	    (long long)w.row.version);
	rq_reply(rq, 200, a);
}

/* The dossier that this reference_externe has made, if any. */
static struct db_answer
already_filed(struct rq *rq)
{
	const char	*known = rq_str(rq, "reference_externe");

	if (known == NULL)
		return ((struct db_answer){ 0 });
	return (db_json_or_null(rq, &SQL_signalement_deja_depose,
	    rq_caller(rq)->id, known, conf()->url));
}

/* POST /signalements. Sent twice at once, the second learns of the first. */
void
signalement_create(struct rq *rq)
{
	struct depot		 depot = { .source = "API",
				    .body = rq_body(rq) };
	struct db_answer	 a = already_filed(rq);

	if (a.corps != NULL) {
		rq_reply(rq, 200, a);
		return;
	}
	a = signalement_deposer(rq, &depot);
	if (a.corps != NULL) {
		rq_reply(rq, 201, a);
		return;
	}
	a = already_filed(rq);
	if (a.corps == NULL)
		rq_fail(rq, PROBLEM_CONFLIT);
	rq_reply(rq, 200, a);
}

/* POST /signalements/{id}/transitions */

/* What a transition leaves in the dossier's thread. */
static const struct {
	const char	*category;
	const char	*event;
	const char	*message;	/* when the caller writes none */
} traces[ACTIONS_SIGNALEMENT] = {
	[ACTION_VALIDER] = { "SIGNALEMENT_IS_ACTIVE", "signalement.valide",
	    "Votre signalement est validé : des partenaires vont être saisis "
	    "pour le traiter." },
	[ACTION_REFUSER] = { "SIGNALEMENT_IS_REFUSED", "signalement.refuse",
	    NULL },
	[ACTION_CLORE] = { "SIGNALEMENT_IS_CLOSED", "signalement.clos",
	    NULL },
	[ACTION_ROUVRIR] = { "SIGNALEMENT_IS_REOPENED", "signalement.rouvert",
	    "Le dossier est rouvert." },
	[ACTION_SUPPRIMER] = { "SIGNALEMENT_IS_ARCHIVED",
	    "signalement.supprime", NULL },
};

struct motif {
	bool	travaux_requis;
};

static const struct db_column motif_columns[] = {
	DB_COL_BOOL(motif, travaux_requis),
	DB_COL_END
};

/* The input of a transition, with what the list of motifs says of it. */
struct transition_input
transition_input(struct rq *rq, const char *usage)
{
	struct motif		m = { false };
	struct transition_input	in = {
		.motif = rq_str(rq, "motif"),
		.travaux = rq_str(rq, "travaux"),
		.message = rq_str(rq, "message"),
	};

	if (usage != NULL && in.motif != NULL)
		in.motif_connu = db_row(rq, &SQL_signalement_motif,
		    motif_columns, &m, usage, in.motif);
	in.travaux_requis = m.travaux_requis;
	return (in);
}

void
signalement_transition(struct rq *rq)
{
	enum action_signalement		action;
	struct signalement_facts	facts;
	struct signalement_row		row;
	struct transition_input		in;

	action = action_signalement_parse(rq_str(rq, "action"));
	signalement_load(rq, rq_path(rq, 0), &row);
	facts = signalement_facts_of(&row);
	rq_require(rq, signalement_may(&facts, action));
	rq_require_version(rq, row.version);
	in = transition_input(rq, signalement_motif_usage(action));
	rq_require(rq, signalement_check_input(action, &in));
	facts.statut = signalement_after(&facts, action);
	rq_reply(rq, 200, db_json_swap(rq, &SQL_signalement_transition,
	    rq_caller(rq)->id, rq_path(rq, 0), rq_if_match(rq),
	    statut_signalement_name(facts.statut), in.motif, in.motif,
	    in.travaux_requis ? in.travaux : NULL,
	    in.message != NULL ? in.message : traces[action].message,
	    traces[action].category,
	    rq_bool(rq, "visible_usager", true) ? "true" : "false",
	    traces[action].event, signalement_actions(rq, &facts)));
}

/* GET /signalements/{id}/historique */
void
signalement_historique(struct rq *rq)
{
	const struct cursor	*c = rq_cursor_or_start(rq);

	rq_reply_list(rq, db_json(rq, &SQL_signalement_historique,
	    rq_caller(rq)->id, rq_path(rq, 0), c->micros, c->id,
	    rq_query(rq, "limite"), rq_count_limit(rq)));
}

/* GET /motifs */
void
signalement_motifs(struct rq *rq)
{
	rq_reply(rq, 200, db_json_n(rq, &SQL_signalement_motifs, NULL, 0));
}
