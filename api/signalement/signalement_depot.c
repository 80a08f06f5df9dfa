/*
 * Filing a dossier: body -> coherence, désordres, territory -> score -> one
 * statement.
 */
#include <stdlib.h>
#include <string.h>

#include "core/conf.h"
#include "criticite/criticite_json.h"
#include "gen/sql.h"
#include "signalement/signalement_coherence.h"
#include "signalement/signalement_depot.h"

/* Désordres as they are kept. */
struct desordres {
	int16_t	 ids[DESORDRES_PRECISIONS];
	size_t	 n;
	json_t	*libres;	/* {slug: text} */
	bool	 criteres[DESORDRES_CRITERES + 1];	/* seen, by id */
};

/* Where the dwelling is. */
struct lieu {
	int64_t		 territoire, partenaire;
	const char	*code, *aujourdhui;
	bool		 ouvert, permis;
};

static const struct db_column lieu_columns[] = {
	DB_COL_INT(lieu, territoire),
	DB_COL_TEXT(lieu, code),
	DB_COL_BOOL(lieu, ouvert),
	DB_COL_BOOL(lieu, permis),
	DB_COL_INT(lieu, partenaire),
	DB_COL_TEXT(lieu, aujourdhui),
	DB_COL_END
};

static void
release(void *value)
{
	json_decref(value);
}

/* What people gave (43.2975 must not come back as 43.297499999999999). */
#define GIVEN	JSON_REAL_PRECISION(15)
/* What was computed, to the last bit. */
#define EXACT	JSON_REAL_PRECISION(17)

static const char *
dumped(struct rq *rq, json_t *value, size_t precision)
{
	char	*text = json_dumps(value, JSON_COMPACT | precision);

	json_decref(value);
	if (text == NULL)
		abort();
	arena_defer(rq_arena(rq), free, text);
	return (text);
}

/* Désordres */

static const char *const	choix_details[] = {
	[CHOIX_OK] = "",
	[CHOIX_SANS_PRECISION] = "Ce critère demande au moins une précision.",
	[CHOIX_ETRANGERE] = "Cette précision n'est pas de ce critère.",
	[CHOIX_DOUBLON] = "Cette précision est donnée deux fois.",
	[CHOIX_EXCLUSIVE] = "Cette précision doit être seule.",
};

static void
desordre_fault(struct rq *rq, struct faults *faults, size_t i,
    const char *member, const char *code, const char *detail)
{
	check_fault(faults, arena_printf(rq_arena(rq), "/desordres/%zu/%s", i,
	    member), code, detail);
}

/* The précisions of one désordre into ids; their number, or 0 with faults. */
static size_t
precisions_read(struct rq *rq, const json_t *desordre, size_t i,
    const struct critere *critere, int16_t *ids, struct faults *faults)
{
	const struct precision	*p;
	const json_t		*slug;
	enum choix_faute	 faute;
	size_t			 k, n = 0, wrong = 0;

	json_array_foreach(json_object_get(desordre, "precisions"), k, slug) {
		p = desordre_precision_by_slug(json_string_value(slug));
		if (p == NULL) {
			desordre_fault(rq, faults, i, arena_printf(
			    rq_arena(rq), "precisions/%zu", k),
			    "valeur_inconnue",
			    "Cette précision n'existe pas.");
			return (0);
		}
		ids[n++] = p->id;
	}
	faute = desordre_choix_check(critere, ids, n, &wrong);
	if (faute != CHOIX_OK) {
		desordre_fault(rq, faults, i, n == 0 ? "precisions" :
		    arena_printf(rq_arena(rq), "precisions/%zu", wrong),
		    "incoherent", choix_details[faute]);
		return (0);
	}
	if (n == 0)
		ids[n++] = critere->premiere;
	return (n);
}

/*
 * May this slug carry a free text: that of the critère, or one of the chosen
 * précisions, as the catalogue has room for it (domain/api.md 1.4.2, 6)?
 */
static bool
libre_fits(const struct critere *critere, const char *slug,
    const int16_t *ids, size_t n)
{
	const struct precision	*p = desordre_precision_by_slug(slug);

	if (critere->texte_libre == TEXTE_LIBRE_CRITERE)
		return (strcmp(slug, critere->slug) == 0);
	for (size_t i = 0; p != NULL && i < n; i++) {
		if (ids[i] == p->id)
			return (true);
	}
	return (false);
}

static void
libres_read(struct rq *rq, const json_t *desordre, size_t i,
    const struct critere *critere, const int16_t *ids, size_t n,
    struct desordres *out, struct faults *faults)
{
	const json_t	*libre;
	const char	*slug;
	size_t		 k;

	json_array_foreach(json_object_get(desordre, "precisions_libres"), k,
	    libre) {
		slug = json_string_value(json_object_get(libre, "precision"));
		if (critere->texte_libre == TEXTE_LIBRE_AUCUN)
			desordre_fault(rq, faults, i, "precisions_libres",
			    "inutile", "Ce critère n'a pas de texte libre.");
		else if (!libre_fits(critere, slug, ids, n))
			desordre_fault(rq, faults, i, arena_printf(
			    rq_arena(rq), "precisions_libres/%zu/precision",
			    k), "incoherent", "Ce texte libre ne va avec "
			    "aucune des précisions données.");
		else
			(void)json_object_set(out->libres, slug,
			    json_object_get(libre, "description"));
	}
}

static void
desordres_read(struct rq *rq, const json_t *body, struct desordres *out,
    struct faults *faults)
{
	const struct critere	*critere;
	const json_t		*desordre;
	int16_t			 ids[CHECK_FAULTS_MAX];
	size_t			 i, n;

	out->libres = json_object();
	arena_defer(rq_arena(rq), release, out->libres);
	json_array_foreach(json_object_get(body, "desordres"), i, desordre) {
		critere = desordre_critere_by_identifiant(json_string_value(
		    json_object_get(desordre, "critere")));
		if (critere == NULL) {
			desordre_fault(rq, faults, i, "critere",
			    "valeur_inconnue", "Ce critère n'existe pas.");
			continue;
		}
		if (out->criteres[critere->id]) {
			desordre_fault(rq, faults, i, "critere", "doublon",
			    "Ce critère est donné deux fois.");
			continue;
		}
		out->criteres[critere->id] = true;
		n = precisions_read(rq, desordre, i, critere, ids, faults);
		memcpy(out->ids + out->n, ids, n * sizeof(ids[0]));
		out->n += n;
		if (n > 0)
			libres_read(rq, desordre, i, critere, ids, n, out,
			    faults);
	}
}

/* Criticité */

static const char *
text_at(const json_t *body, const char *pointer)
{
	return (json_string_value(coherence_at(body, pointer)));
}

static double
number_at(const json_t *body, const char *pointer)
{
	return (json_number_value(coherence_at(body, pointer)));
}

static void
evaluate(const json_t *body, const struct desordres *d,
    struct evaluation *out)
{
	struct contexte_criticite	context = {
		.enfants_moins_6 = oui_non_nsp_parse(
		    text_at(body, "/foyer/enfants_moins_6")),
		.assurance_contactee = assurance_contactee_parse(
		    text_at(body, "/procedure/assurance_contactee")),
		.dpe = oui_non_nsp_parse(text_at(body, "/logement/dpe")),
		.classe_energetique = classe_energetique_parse(
		    text_at(body, "/logement/classe_energetique")),
		.annee_dpe = annee_dpe_parse(
		    text_at(body, "/logement/annee_dpe")),
		.superficie = number_at(body, "/logement/superficie"),
		.consommation = number_at(body, "/logement/consommation"),
		.consommation_finale = number_at(body,
		    "/logement/consommation_finale"),
	};

	criticite_evaluate(&grille_v1, d->ids, d->n, &context, out);
}

/* {1,2,3} */
static const char *
ids_text(struct rq *rq, const struct desordres *d)
{
	char	*text = arena_alloc(rq_arena(rq), d->n * 6 + 3);
	size_t	 len = 0;

	text[len++] = '{';
	for (size_t i = 0; i < d->n; i++)
		len += (size_t)sprintf(text + len, "%s%d", i == 0 ? "" : ",",
		    d->ids[i]);
	text[len] = '}';
	return (text);
}

/* {INSALUBRITE,RSD}: the procedures that are suspected. */
static const char *
procedures_text(struct rq *rq, const struct evaluation *e)
{
	char	*text = arena_strdup(rq_arena(rq), "{");

	for (size_t i = 0; i < e->nqualifications; i++) {
		if (qualification_is_procedure(
		    e->qualifications[i].qualification))
			text = arena_printf(rq_arena(rq), "%s%s%s", text,
			    text[1] == '\0' ? "" : ",", qualification_name(
			    e->qualifications[i].qualification));
	}
	return (arena_printf(rq_arena(rq), "%s}", text));
}

/* The territory: known, open, the one announced, and the caller's. */
static void
lieu_read(struct rq *rq, const json_t *body, struct lieu *lieu,
    struct faults *faults)
{
	const char	*announced = text_at(body, "/territoire");

	if (!db_row(rq, &SQL_signalement_lieu, lieu_columns, lieu,
	    rq_caller(rq)->id, text_at(body, "/adresse/code_insee"),
	    text_at(body, "/adresse/code_postal"))) {
		check_fault(faults, "/adresse/code_postal", "inconnu",
		    "Aucune commune n'a ce code postal et ce code INSEE.");
		return;
	}
	if (!lieu->ouvert)
		check_fault(faults, "/adresse/code_postal",
		    "territoire_ferme", "Ce territoire n'est pas encore "
		    "ouvert sur Vigie Logement.");
	if (announced != NULL && strcmp(announced, lieu->code) != 0)
		check_fault(faults, "/territoire", "incoherent",
		    arena_printf(rq_arena(rq), "Cette adresse est dans le "
		    "territoire %s.", lieu->code));
}

struct db_answer
signalement_deposer(struct rq *rq, const struct depot *depot)
{
	struct arena		*arena = rq_arena(rq);
	struct faults		*faults = arena_alloc(arena, sizeof(*faults));
	struct desordres	*d = arena_alloc(arena, sizeof(*d));
	struct evaluation	*e = arena_alloc(arena, sizeof(*e));
	struct lieu		 lieu = { 0 };

	lieu_read(rq, depot->body, &lieu, faults);
	coherence_check(arena, depot->body, lieu.aujourdhui, faults);
	desordres_read(rq, depot->body, d, faults);
	if (faults->n > 0)
		rq_fail_faults(rq, faults);
	if (!lieu.permis)
		rq_fail_detail(rq, PROBLEM_INTERDIT,
		    "Cette adresse n'est pas dans vos territoires.");
	evaluate(depot->body, d, e);
	return (db_json_unless_known(rq, &SQL_signalement_deposer,
	    rq_caller(rq)->id,
	    arena_printf(arena, "%lld", (long long)lieu.territoire),
	    lieu.partenaire == 0 ? NULL :
	    arena_printf(arena, "%lld", (long long)lieu.partenaire),
	    dumped(rq, json_incref((json_t *)(uintptr_t)depot->body),
	    GIVEN),
	    ids_text(rq, d), dumped(rq, json_incref(d->libres), GIVEN),
	    arena_printf(arena, "%d", e->grille),
	    arena_printf(arena, "%.17g", e->score),
	    arena_printf(arena, "%.17g", e->score_batiment),
	    arena_printf(arena, "%.17g", e->score_logement),
	    dumped(rq, criticite_json_contributions(e), EXACT),
	    dumped(rq, criticite_json_qualifications(e), EXACT),
	    procedures_text(rq, e), depot->source, depot->brouillon,
	    conf()->url));
}
