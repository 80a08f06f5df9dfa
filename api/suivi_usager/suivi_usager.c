/*
 * The citizen's window on one dossier: open it, see where it stands, read and
 * write messages.
 *
 * The token names the dossier and the quality of its reader; nothing else is
 * reachable with it. Who has the link still needs initials and the postal
 * code, and few tries.
 */
#include <string.h>

#include "core/rq.h"
#include "gen/contract.h"
#include "gen/sql.h"
#include "session/essai.h"
#include "suivi_usager/suivi_usager_rules.h"

/* Long enough to write a long message; there is no renewal. */
#define SESSION_MINUTES		60
#define SESSION_MINUTES_TEXT	"60"

struct identite {
	const char	*dossier, *qualite, *expire_le;
};

static const struct db_column identite_columns[] = {
	DB_COL_TEXT(identite, dossier),
	DB_COL_TEXT(identite, qualite),
	DB_COL_TEXT(identite, expire_le),
	DB_COL_END
};

struct dossier_row {
	struct usager_facts	 facts;
	const char		*dernier_suivi_le;
};

#define FACT(kind, member)						\
	{ #member, kind, offsetof(struct dossier_row, facts.member) }

static const struct db_column dossier_columns[] = {
	FACT(DB_TEXT, statut),
	FACT(DB_BOOL, pris_en_charge),
	FACT(DB_BOOL, vacant),
	FACT(DB_BOOL, ferme_le_connu),
	FACT(DB_INT, jours_depuis_cloture),
	FACT(DB_INT, messages_apres_cloture),
	DB_COL_TEXT(dossier_row, dernier_suivi_le),
	DB_COL_END
};

/* POST /suivi-usager/sessions */
void
suivi_usager_session(struct rq *rq)
{
	const char	*qualite = rq_str(rq, "qualite");
	struct identite	 who;
	struct essai	 try;
	struct caller	 caller = { .acces = ACCES_USAGER };

	try = essai_count(rq, "dossier", rq_str(rq, "code_suivi"));
	if (!db_row(rq, &SQL_suivi_usager_identite, identite_columns, &who,
	    rq_str(rq, "code_suivi"), qualite == NULL ? "occupant" : qualite,
	    rq_str(rq, "initiale_prenom"), rq_str(rq, "initiale_nom"),
	    rq_str(rq, "code_postal"), SESSION_MINUTES_TEXT))
		rq_fail(rq, PROBLEM_IDENTIFIANTS_INVALIDES);
	essai_forgive(rq, &try);
	caller.dossier = who.dossier;
	caller.qualite = who.qualite;
	rq_reply_json(rq, 201, json_pack("{s:s, s:s}",
	    "jeton", auth_sign(rq_arena(rq), &caller, SESSION_MINUTES * 60L),
	    "expire_le", who.expire_le));
}

static void
dossier_load(struct rq *rq, struct dossier_row *row)
{
	if (!db_row(rq, &SQL_suivi_usager_facts, dossier_columns, row,
	    rq_caller(rq)->dossier))
		rq_fail(rq, PROBLEM_INTROUVABLE);
}

/* GET /suivi-usager/dossier */
void
suivi_usager_dossier(struct rq *rq)
{
	const struct caller	*who = rq_caller(rq);
	struct dossier_row	 row;
	struct usager_etat	 etat;
	bool			 may;

	dossier_load(rq, &row);
	etat = usager_etat(&row.facts);
	may = usager_may_write(&row.facts).kind == VERDICT_OK;
	rq_reply(rq, 200, db_json(rq, &SQL_suivi_usager_dossier, who->dossier,
	    who->qualite, etat.libelle, arena_printf(rq_arena(rq), "%d",
	    etat.etape), may ? "[\"ecrire_message\"]" : "[]"));
}

/* GET /suivi-usager/messages */
void
suivi_usager_messages(struct rq *rq)
{
	const struct caller	*who = rq_caller(rq);
	const struct cursor	*after = rq_cursor_or_start(rq);

	rq_reply_list(rq, db_json(rq, &SQL_suivi_usager_messages,
	    who->dossier, who->qualite, after->micros, after->id,
	    rq_query(rq, "limite"), rq_count_limit(rq)));
}

/* POST /suivi-usager/messages */
void
suivi_usager_message_create(struct rq *rq)
{
	const struct caller	*who = rq_caller(rq);
	struct dossier_row	 row;

	dossier_load(rq, &row);
	rq_require(rq, usager_may_write(&row.facts));
	rq_reply(rq, 201, db_json_swap(rq, &SQL_suivi_usager_message_create,
	    who->dossier, who->qualite, rq_str(rq, "message"),
	    usager_message_category(&row.facts), row.facts.statut,
	    row.dernier_suivi_le));
}
