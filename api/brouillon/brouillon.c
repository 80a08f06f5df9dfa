/*
 * The public form in progress: its questions, drafts, and the submission that
 * makes a dossier of one.
 *
 * A draft belongs to whoever knows its uuid. Its answers are kept as they
 * come; they are judged when they are submitted, together, each fault under
 * the name of its field.
 */
#include <string.h>

#include "brouillon/brouillon_soumission.h"
#include "core/conf.h"
#include "core/rq.h"
#include "gen/contract.h"
#include "gen/sql.h"
#include "signalement/signalement_coherence.h"
#include "signalement/signalement_depot.h"

#define PROFIL_OUVERT	"locataire"

struct brouillon_row {
	int64_t	version;
};

static const struct db_column brouillon_columns[] = {
	DB_COL_INT(brouillon_row, version),
	DB_COL_END
};

struct brouillon_facts {
	const char	*profil, *reponses, *aujourdhui;
	bool		 depose;
};

static const struct db_column facts_columns[] = {
	DB_COL_TEXT(brouillon_facts, profil),
	DB_COL_TEXT(brouillon_facts, reponses),
	DB_COL_BOOL(brouillon_facts, depose),
	DB_COL_TEXT(brouillon_facts, aujourdhui),
	DB_COL_END
};

struct brouillon_lieu {
	const char	*insee;
	bool		 ouvert;
};

static const struct db_column lieu_columns[] = {
	DB_COL_TEXT(brouillon_lieu, insee),
	DB_COL_BOOL(brouillon_lieu, ouvert),
	DB_COL_END
};

/* GET /formulaires/{profil} */
void
formulaire_get(struct rq *rq)
{
	rq_reply(rq, 200, db_json(rq, &SQL_formulaire_get, rq_path(rq, 0)));
}

/* POST /brouillons */
void
brouillon_create(struct rq *rq)
{
	rq_reply(rq, 201, db_json(rq, &SQL_brouillon_create,
	    rq_str(rq, "profil"), rq_str(rq, "etape"), rq_body_text(rq)));
}

/* GET /brouillons/{id} */
void
brouillon_get(struct rq *rq)
{
	rq_reply(rq, 200, db_json(rq, &SQL_brouillon_get, rq_path(rq, 0)));
}

/* PUT /brouillons/{id} */
void
brouillon_update(struct rq *rq)
{
	struct brouillon_row	row;

	if (!db_row(rq, &SQL_brouillon_version, brouillon_columns, &row,
	    rq_path(rq, 0)))
		rq_fail(rq, PROBLEM_INTROUVABLE);
	rq_require_version(rq, row.version);
	rq_reply(rq, 200, db_json_swap(rq, &SQL_brouillon_update,
	    rq_path(rq, 0), rq_if_match(rq), rq_str(rq, "profil"),
	    rq_str(rq, "etape"), rq_body_text(rq)));
}

/* DELETE /brouillons/{id} */
void
brouillon_delete(struct rq *rq)
{
	if (db_exec(rq, &SQL_brouillon_delete, rq_path(rq, 0)) == 0)
		rq_fail(rq, PROBLEM_INTROUVABLE);
	rq_reply_text(rq, 204, NULL, NULL);
}

static void
release(void *value)
{
	json_decref(value);
}

/*
 * The answers, parsed. They come from our own database and their depth was
 * bounded when they were received, so that the fiber's stack is enough.
 * PostgreSQL writes 1e300 with all its digits: an integer too large for
 * jansson, but a number still.
 */
static json_t *
answers_read(struct rq *rq, const char *text)
{
	json_t	*answers = json_loads(text, 0, NULL);

	if (answers == NULL)
		answers = json_loads(text, JSON_DECODE_INT_AS_REAL, NULL);
	if (answers == NULL)
		rq_fail(rq, PROBLEM_ERREUR_INTERNE);
	arena_defer(rq_arena(rq), release, answers);
	return (answers);
}

static const struct object *
creation_schema(struct rq *rq)
{
	for (size_t i = 0; i < contract_noperations; i++) {
		if (strcmp(contract_operations[i].id, "signalement_create") ==
		    0)
			return (contract_operations[i].corps);
	}
	rq_fail(rq, PROBLEM_ERREUR_INTERNE);
}

/* The place: its faults, and the INSEE code that the communes know. */
static void
lieu_check(struct rq *rq, json_t *body, struct faults *faults)
{
	json_t			*adresse = json_object_get(body, "adresse");
	struct brouillon_lieu	 lieu;

	if (!db_row(rq, &SQL_brouillon_lieu, lieu_columns, &lieu,
	    json_string_value(json_object_get(adresse, "code_postal")),
	    json_string_value(json_object_get(adresse, "code_insee"))))
		check_fault(faults, "/adresse/code_postal", "inconnu",
		    "Ce code postal et cette commune ne vont pas ensemble. "
		    "Choisissez l'adresse dans la liste proposée.");
	else if (!lieu.ouvert)
		check_fault(faults, "/adresse/code_postal",
		    "territoire_ferme", "Le service n'est pas encore ouvert "
		    "dans ce territoire. Appelez le 0806 706 806 : un "
		    "conseiller vous aidera.");
	else if (lieu.insee != NULL)
		(void)json_object_set_new(adresse, "code_insee",
		    json_string(lieu.insee));
}

/* The body of the dossier; 422 with every fault, by field of the form. */
static json_t *
body_make(struct rq *rq, const struct brouillon_facts *f)
{
	struct faults	*faults;
	json_t		*answers, *body;
	size_t		 own;

	faults = arena_alloc(rq_arena(rq), sizeof(*faults));
	answers = answers_read(rq, f->reponses);
	body = soumission_body(rq_arena(rq), answers, f->aujourdhui, faults);
	own = faults->n;
	if (check_body(rq_arena(rq), creation_schema(rq), body, faults) &&
	    own == 0) {
		coherence_check(rq_arena(rq), body, f->aujourdhui, faults);
		lieu_check(rq, body, faults);
	}
	soumission_rename(rq_arena(rq), faults, own, answers);
	if (faults->n > 0)
		rq_fail_faults(rq, faults);
	return (body);
}

/* The dossier that this draft has become. */
static void
reply_filed(struct rq *rq, const char *brouillon)
{
	rq_reply(rq, 201, db_json(rq, &SQL_signalement_du_brouillon,
	    brouillon, conf()->url));
}

/* POST /brouillons/{id}/soumission */
void
brouillon_submit(struct rq *rq)
{
	struct brouillon_facts	f;
	struct depot		depot = {
		.source = "FORMULAIRE_USAGER",
		.brouillon = rq_path(rq, 0),
	};
	struct db_answer	a;

	if (!db_row(rq, &SQL_brouillon_facts, facts_columns, &f,
	    depot.brouillon))
		rq_fail(rq, PROBLEM_INTROUVABLE);
	if (f.depose) {
		reply_filed(rq, depot.brouillon);
		return;
	}
	if (strcmp(f.profil, PROFIL_OUVERT) != 0)
		rq_fail_field(rq, "/profil", "non_pris_en_charge",
		    "Ce formulaire est ouvert aux locataires pour le moment. "
		    "Votre brouillon est gardé 30 jours ; pour signaler dès "
		    "maintenant, appelez le 0806 706 806.");
	depot.body = body_make(rq, &f);
	a = signalement_deposer(rq, &depot);
	if (a.corps != NULL)
		rq_reply(rq, 201, a);
	else		/* the same submission has just won */
		reply_filed(rq, depot.brouillon);
}
