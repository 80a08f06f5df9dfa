/*
 * Criticité between JSON and the structs of the rules. Decides nothing.
 */
#include <string.h>

#include "criticite/criticite_json.h"

json_t *
criticite_json_precisions(const int16_t *ids, size_t n)
{
	json_t	*list = json_array();

	for (size_t i = 0; i < n; i++)
		(void)json_array_append_new(list,
		    json_string(desordre_precision_by_id(ids[i])->slug));
	return (list);
}

json_t *
criticite_json_contributions(const struct evaluation *e)
{
	const struct contribution	*c;
	json_t				*list = json_array();

	for (size_t i = 0; i < e->ncontributions; i++) {
		c = &e->contributions[i];
		(void)json_array_append_new(list, json_pack(
		    "{s:s, s:s, s:f, s:f}",
		    "precision", desordre_precision_by_id(c->precision)->slug,
		    "zone", zone_name(c->zone),
		    "coefficient", c->coefficient,
		    "points", c->points));
	}
	return (list);
}

/* 0 is "unknown" there. */
static json_t *
figure(double value)
{
	return (value > 0 ? json_real(value) : json_null());
}

static json_t *
details(const struct qualification_suspectee *q)
{
	const struct details_nde	*d = &q->details;

	if (!q->has_details)
		return (json_null());
	return (json_pack("{s:o, s:s?, s:s?, s:s?}",
	    "consommation_energie", figure(d->consommation_energie),
	    "dpe", oui_non_nsp_name(d->dpe),
	    "date_dernier_dpe", d->date_dernier_dpe,
	    "classe_energetique", classe_energetique_name(
	    d->classe_energetique)));
}

json_t *
criticite_json_qualifications(const struct evaluation *e)
{
	const struct qualification_suspectee	*q;
	json_t					*list = json_array();

	for (size_t i = 0; i < e->nqualifications; i++) {
		q = &e->qualifications[i];
		(void)json_array_append_new(list, json_pack(
		    "{s:s, s:s, s:o, s:o}",
		    "qualification", qualification_name(q->qualification),
		    "statut", statut_qualification_name(q->statut),
		    "precisions", criticite_json_precisions(q->precisions,
		    q->nprecisions),
		    "details", details(q)));
	}
	return (list);
}

json_t *
criticite_json_evaluation(const struct evaluation *e)
{
	return (json_pack("{s:i, s:f, s:f, s:f, s:o, s:o}",
	    "grille", e->grille,
	    "score", e->score,
	    "score_batiment", e->score_batiment,
	    "score_logement", e->score_logement,
	    "contributions", criticite_json_contributions(e),
	    "qualifications", criticite_json_qualifications(e)));
}

/* One answer; false when the value is no answer to a question. */
static bool
reponse_read(struct arena *arena, const char *champ, const json_t *value,
    struct reponse *out)
{
	out->champ = champ;
	switch (json_typeof(value)) {
	case JSON_STRING:
		out->type = REPONSE_TEXTE;
		out->texte = json_string_value(value);
		return (true);
	case JSON_INTEGER:
		out->type = REPONSE_ENTIER;
		out->texte = arena_printf(arena, "%" JSON_INTEGER_FORMAT,
		    json_integer_value(value));
		return (true);
	case JSON_REAL:
		out->type = REPONSE_REEL;
		out->texte = arena_printf(arena, "%.17g",
		    json_real_value(value));
		return (true);
	case JSON_TRUE:
	case JSON_FALSE:
		out->type = REPONSE_BOOLEEN;
		out->texte = json_is_true(value) ? "true" : "false";
		return (true);
	default:
		return (false);		/* null, uploads, addresses */
	}
}

static void
categories_read(struct arena *arena, const json_t *picked,
    struct reponses *out)
{
	static const char *const names[ZONES] = { "batiment", "logement" };
	const json_t	*list, *slug;
	const char	**slugs;
	size_t		 i, n;

	out->categories_presentes = json_object_size(picked) > 0;
	for (int zone = 0; zone < ZONES; zone++) {
		list = json_object_get(picked, names[zone]);
		slugs = arena_alloc(arena,
		    (json_array_size(list) + 1) * sizeof(*slugs));
		n = 0;
		json_array_foreach(list, i, slug) {
			if (json_is_string(slug))
				slugs[n++] = json_string_value(slug);
		}
		out->categories[zone].slugs = slugs;
		out->categories[zone].n = n;
	}
}

void
criticite_json_reponses(struct arena *arena, const json_t *answers,
    struct reponses *out)
{
	struct reponse	*list;
	const char	*champ;
	json_t		*value;
	size_t		 n = 0;

	memset(out, 0, sizeof(*out));
	list = arena_alloc(arena,
	    (json_object_size(answers) + 1) * sizeof(*list));
	json_object_foreach((json_t *)(uintptr_t)answers, champ, value) {
		if (reponse_read(arena, champ, value, &list[n]))
			n++;
	}
	out->champs = list;
	out->nchamps = n;
	categories_read(arena, json_object_get(answers, "categorieDisorders"),
	    out);
}
