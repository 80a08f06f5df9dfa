/*
 * Affectations: the partners asked to take a dossier in charge, and what they
 * answer.
 */
#include <string.h>

#include "affectation/affectation_rules.h"
#include "core/rq.h"
#include "gen/contract.h"
#include "gen/sql.h"
#include "signalement/signalement_facts.h"

struct affectation_row {
	int64_t		 version;
	const char	*statut, *statut_dossier, *signalement, *corps;
	bool		 responsable, droit_affectation, mienne, synchronisee;
};

static const struct db_column row_columns[] = {
	DB_COL_INT(affectation_row, version),
	DB_COL_TEXT(affectation_row, statut),
	DB_COL_TEXT(affectation_row, statut_dossier),
	DB_COL_TEXT(affectation_row, signalement),
	DB_COL_BOOL(affectation_row, responsable),
	DB_COL_BOOL(affectation_row, droit_affectation),
	DB_COL_BOOL(affectation_row, mienne),
	DB_COL_BOOL(affectation_row, synchronisee),
	DB_COL_TEXT(affectation_row, corps),
	DB_COL_END
};

static bool
dossier_ouvert(enum statut_signalement statut)
{
	return (statut == SIGNALEMENT_EN_COURS ||
	    statut == SIGNALEMENT_INJONCTION_BAILLEUR);
}

static const char *
actions(struct rq *rq, const struct affectation_facts *f)
{
	char	*text = arena_strdup(rq_arena(rq), "[");
	size_t	 action;

	for (action = 0; action < ACTIONS_AFFECTATION; action++) {
		if (affectation_decide(f, (enum action_affectation)action,
		    NULL).kind == VERDICT_OK)
			text = arena_printf(rq_arena(rq), "%s%s\"%s\"", text,
			    text[1] == '\0' ? "" : ",",
			    action_affectation_name(
			    (enum action_affectation)action));
	}
	return (arena_printf(rq_arena(rq), "%s]", text));
}

static struct affectation_facts
load(struct rq *rq, struct affectation_row *row)
{
	if (!db_row(rq, &SQL_affectation_facts, row_columns, row,
	    rq_caller(rq)->id, rq_path(rq, 0)))
		rq_fail(rq, PROBLEM_INTROUVABLE);
	return ((struct affectation_facts){
		.statut = statut_affectation_parse(row->statut),
		.dossier_ouvert = dossier_ouvert(
		    statut_signalement_parse(row->statut_dossier)),
		.responsable = row->responsable,
		.droit_affectation = row->droit_affectation,
		.mienne = row->mienne,
		.synchronisee = row->synchronisee,
	});
}

/* GET /affectations/{id} */
void
affectation_get(struct rq *rq)
{
	struct affectation_row		row;
	struct affectation_facts	facts = load(rq, &row);
	struct db_answer		a = { 0 };

	a.corps = arena_printf(rq_arena(rq), "%.*s%s}",
	    (int)(strlen(row.corps) - 3), row.corps, actions(rq, &facts));
	a.len = strlen(a.corps);
	a.version = arena_printf(rq_arena(rq), "%lld",
	    (long long)row.version);
	rq_reply(rq, 200, a);
}

/* {"NOUVEAU/true": [...], ...}: actions for every kind of affectation. */
static const char *
actions_by_kind(struct rq *rq, const struct signalement_facts *dossier)
{
	struct affectation_facts	f = {
		.dossier_ouvert = dossier_ouvert(dossier->statut),
		.responsable = dossier->responsable,
		.droit_affectation = dossier->droit_affectation,
	};
	char				*text;
	size_t				 statut;

	text = arena_strdup(rq_arena(rq), "{");
	for (statut = 0; statut < AFFECTATION_STATUTS; statut++) {
		f.statut = (enum statut_affectation)statut;
		for (int mienne = 0; mienne <= 1; mienne++) {
			f.mienne = mienne;
			text = arena_printf(rq_arena(rq), "%s%s\"%s/%s\":%s",
			    text, text[1] == '\0' ? "" : ",",
			    statut_affectation_name(f.statut),
			    mienne ? "true" : "false", actions(rq, &f));
		}
	}
	return (arena_printf(rq_arena(rq), "%s}", text));
}

/* GET /signalements/{id}/affectations */
void
affectation_list(struct rq *rq)
{
	struct signalement_facts	facts;
	struct signalement_row		row;

	signalement_load(rq, rq_path(rq, 0), &row);
	facts = signalement_facts_of(&row);
	rq_reply_list(rq, db_json(rq, &SQL_affectation_list,
	    rq_caller(rq)->id, rq_path(rq, 0), actions_by_kind(rq, &facts)));
}

struct candidat {
	bool	affectable, deja, mienne;
};

static const struct db_column candidat_columns[] = {
	DB_COL_BOOL(candidat, affectable),
	DB_COL_BOOL(candidat, deja),
	DB_COL_BOOL(candidat, mienne),
	DB_COL_END
};

/* POST /signalements/{id}/affectations */
void
affectation_create(struct rq *rq)
{
	struct signalement_facts	facts;
	struct affectation_facts	after;
	struct signalement_row		row;
	struct candidat			candidat;

	signalement_load(rq, rq_path(rq, 0), &row);
	facts = signalement_facts_of(&row);
	rq_require(rq, signalement_may(&facts, ACTION_AFFECTER));
	if (!db_row(rq, &SQL_affectation_candidat, candidat_columns,
	    &candidat, rq_caller(rq)->id, rq_path(rq, 0),
	    rq_str(rq, "partenaire")) || !candidat.affectable)
		rq_fail_field(rq, "/partenaire", "valeur_inconnue",
		    "Ce partenaire n'est pas du territoire du dossier.");
	if (candidat.deja)
		rq_fail(rq, PROBLEM_DEJA_AFFECTE);
	after = (struct affectation_facts){
		.statut = AFFECTATION_NOUVEAU,
		.dossier_ouvert = true,
		.responsable = facts.responsable,
		.droit_affectation = facts.droit_affectation,
		.mienne = candidat.mienne,
	};
	rq_reply(rq, 201, db_json_swap(rq, &SQL_affectation_create,
	    rq_caller(rq)->id, rq_path(rq, 0), rq_str(rq, "partenaire"),
	    actions(rq, &after)));
}

/* What an answer leaves in the dossier's thread. */
static const struct {
	const char	*category;	/* NULL: nothing */
	const char	*event;
	const char	*opening;	/* before the caller's own words */
} traces[ACTIONS_AFFECTATION] = {
	[AFF_ACCEPTER] = { NULL, "affectation.acceptee", NULL },
	[AFF_REFUSER] = { "AFFECTATION_IS_REFUSED", "affectation.refusee",
	    "Le partenaire ne prend pas le dossier en charge. " },
	[AFF_CLORE] = { "AFFECTATION_IS_CLOSED", "affectation.close",
	    "Le partenaire a terminé son intervention. " },
	[AFF_ROUVRIR] = { "SIGNALEMENT_IS_REOPENED", "affectation.rouverte",
	    "Le partenaire reprend le dossier. " },
	[AFF_REINITIALISER] = { NULL, "affectation.creee", NULL },
	[AFF_RETIRER] = { NULL, NULL, NULL },
};

static void
require_input(struct rq *rq, enum action_affectation action,
    const struct transition_input *in)
{
	const char	*usage = affectation_motif_usage(action);

	if (usage != NULL && in->motif == NULL)
		rq_fail_field(rq, "/motif", "obligatoire",
		    "Choisissez un motif.");
	if (usage != NULL && !in->motif_connu)
		rq_fail_field(rq, "/motif", "valeur_inconnue",
		    "Ce motif ne convient pas à cette action.");
	if (in->travaux_requis && in->travaux == NULL)
		rq_fail_field(rq, "/travaux", "obligatoire",
		    "Ce motif demande de dire si des travaux de mise en "
		    "conformité ont été faits.");
	if (affectation_needs_message(action) && in->message == NULL)
		rq_fail_field(rq, "/message", "obligatoire",
		    "Écrivez un message d'au moins 10 caractères.");
}

struct inconnus {
	int64_t	inconnus;
};

static const struct db_column inconnus_columns[] = {
	DB_COL_INT(inconnus, inconnus),
	DB_COL_END
};

/* The agents to entrust the dossier to, as an array text; NULL: the caller. */
static const char *
agents(struct rq *rq)
{
	const json_t	*list = json_object_get(rq_body(rq), "agents");
	const json_t	*agent;
	struct inconnus	 c;
	char		*text;
	size_t		 i;

	if (json_array_size(list) == 0)
		return (NULL);
	text = arena_strdup(rq_arena(rq), "{");
	json_array_foreach(list, i, agent)
		text = arena_printf(rq_arena(rq), "%s%s%s", text,
		    i == 0 ? "" : ",", json_string_value(agent));
	text = arena_printf(rq_arena(rq), "%s}", text);
	(void)db_row(rq, &SQL_affectation_agents, inconnus_columns, &c,
	    rq_path(rq, 0), text);
	if (c.inconnus > 0)
		rq_fail_field(rq, "/agents", "valeur_inconnue",
		    "Ces agents ne sont pas tous du partenaire saisi.");
	return (text);
}

/* POST /affectations/{id}/transitions */
void
affectation_transition(struct rq *rq)
{
	enum action_affectation		action;
	struct affectation_row		row;
	struct affectation_facts	facts = load(rq, &row);
	struct transition_input		in;
	const char			*message = NULL;

	action = action_affectation_parse(rq_str(rq, "action"));
	rq_require(rq, affectation_decide(&facts, action, &facts.statut));
	rq_require_version(rq, row.version);
	in = transition_input(rq, affectation_motif_usage(action));
	require_input(rq, action, &in);
	if (traces[action].opening != NULL)
		message = arena_printf(rq_arena(rq), "%s%s",
		    traces[action].opening, in.message == NULL ? "" :
		    in.message);
	rq_reply(rq, 200, db_json_swap(rq, &SQL_affectation_transition,
	    rq_caller(rq)->id, rq_path(rq, 0), rq_if_match(rq),
	    statut_affectation_name(facts.statut), in.motif,
	    in.travaux_requis ? in.travaux : NULL, in.message,
	    rq_bool(rq, "visible_usager", false) ? "true" : "false",
	    agents(rq), traces[action].category, message,
	    traces[action].event, actions(rq, &facts)));
}

/* DELETE /affectations/{id} */
void
affectation_delete(struct rq *rq)
{
	struct affectation_row		row;
	struct affectation_facts	facts = load(rq, &row);

	rq_require(rq, affectation_decide(&facts, AFF_RETIRER, NULL));
	rq_require_version(rq, row.version);
	(void)db_json_swap(rq, &SQL_affectation_delete, rq_caller(rq)->id,
	    rq_path(rq, 0), rq_if_match(rq));
	rq_reply_text(rq, 204, NULL, NULL);
}
