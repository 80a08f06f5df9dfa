/*
 * The catalogue of désordres, and criticité computed without keeping
 * anything: JSON in, rules (criticite_rules.c, criticite_resolution.c), JSON
 * out.
 */
#include "criticite/criticite_json.h"
#include "core/rq.h"
#include "gen/contract.h"
#include "gen/sql.h"

/* GET /desordres */
void
criticite_catalogue(struct rq *rq)
{
	rq_reply(rq, 200, db_json_n(rq, &SQL_criticite_catalogue,
	    NULL, 0));
}

static double
body_number(const json_t *body, const char *name)
{
	return (json_number_value(json_object_get(body, name)));
}

static void
contexte_read(struct rq *rq, struct contexte_criticite *c)
{
	const json_t	*body = rq_body(rq);

	*c = (struct contexte_criticite){
		.enfants_moins_6 = oui_non_nsp_parse(
		    rq_str(rq, "enfants_moins_6")),
		.assurance_contactee = assurance_contactee_parse(
		    rq_str(rq, "assurance_contactee")),
		.dpe = oui_non_nsp_parse(rq_str(rq, "dpe")),
		.classe_energetique = classe_energetique_parse(
		    rq_str(rq, "classe_energetique")),
		.annee_dpe = annee_dpe_parse(rq_str(rq, "annee_dpe")),
		.superficie = body_number(body, "superficie"),
		.consommation = body_number(body, "consommation"),
		.consommation_finale = body_number(body,
		    "consommation_finale"),
	};
}

/* Ids of the slugs in the body; unknown ones are all reported. */
static size_t
precisions_read(struct rq *rq, int16_t *ids)
{
	const struct precision	*p;
	struct faults		*faults;
	const json_t		*slug;
	size_t			 i, n = 0;

	faults = arena_alloc(rq_arena(rq), sizeof(*faults));
	json_array_foreach(json_object_get(rq_body(rq), "precisions"), i,
	    slug) {
		p = desordre_precision_by_slug(json_string_value(slug));
		if (p != NULL)
			ids[n++] = p->id;
		else
			check_fault(faults, arena_printf(rq_arena(rq),
			    "/precisions/%zu", i), "inconnu",
			    "Cette précision n'est pas dans le catalogue.");
	}
	if (faults->n > 0)
		rq_fail_faults(rq, faults);
	return (n);
}

/* POST /criticite/evaluation */
void
criticite_evaluation(struct rq *rq)
{
	struct contexte_criticite	 contexte;
	struct evaluation		*e;
	int16_t				 ids[DESORDRES_PRECISIONS];
	size_t				 n;

	n = precisions_read(rq, ids);
	contexte_read(rq, &contexte);
	e = arena_alloc(rq_arena(rq), sizeof(*e));
	criticite_evaluate(&grille_v1, ids, n, &contexte, e);
	rq_reply_json(rq, 200, criticite_json_evaluation(e));
}

/* POST /criticite/resolution: as it is, no answer is filtered out. */
void
criticite_resolution(struct rq *rq)
{
	struct contexte_criticite	 contexte;
	struct evaluation		*e;
	struct resolution		*r;
	struct reponses			 reponses;
	json_t				*answer;

	criticite_json_reponses(rq_arena(rq),
	    json_object_get(rq_body(rq), "reponses"), &reponses);
	r = arena_alloc(rq_arena(rq), sizeof(*r));
	if (!resolution_resolve(&reponses, r))
		rq_fail_field(rq, arena_printf(rq_arena(rq), "/reponses/%s",
		    r->champ_refuse), "incoherent",
		    "Cette réponse ne désigne aucun désordre du catalogue.");
	resolution_contexte(&reponses, &contexte);
	e = arena_alloc(rq_arena(rq), sizeof(*e));
	criticite_evaluate(&grille_v1, r->precisions, r->n, &contexte, e);
	answer = criticite_json_evaluation(e);
	(void)json_object_set_new(answer, "precisions",
	    criticite_json_precisions(r->precisions, r->n));
	rq_reply_json(rq, 200, answer);
}
