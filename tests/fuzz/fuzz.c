/* Shared by the fuzz targets: see fuzz.h. */
#include <string.h>

#include "brouillon/brouillon_questions.h"
#include "core/problem.h"
#include "core/route.h"
#include "criticite/desordre.h"
#include "fuzz.h"
#include "gen/desordres.h"

#define COUNT(t)	(sizeof(t) / sizeof((t)[0]))

static void
release(void *value)
{
	json_decref(value);
}

static json_t *
owned(struct arena *arena, json_t *value)
{
	if (value != NULL)
		arena_defer(arena, release, value);
	return (value);
}

json_t *
fuzz_json(struct arena *arena, const uint8_t *data, size_t size)
{
	json_error_t	error;

	return (owned(arena, json_loadb((const char *)data, size,
	    JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error)));
}

/* Ends of fields, after the slug of a critère. */
static const char *const	suffixes[] = { "", "_pieces_cuisine",
				    "_pieces_piece_a_vivre",
				    "_pieces_salle_de_bain", "_cuisine",
				    "_piece_a_vivre", "_salle_de_bain",
				    "_details_pieces_cuisine",
				    "_details_pieces_piece_a_vivre",
				    "_details_pieces_salle_de_bain",
				    "_details_nettoyage",
				    "_details_diagnostique",
				    "_details_mur_porteur",
				    "_details_multiprises", "_details_date",
				    "_details_machine", "_details_fuite",
				    "_details_moisissure_apres_nettoyage",
				    "_details_plancher_effondre",
				    "_details_plancher_abime",
				    "_details_dangereux", "_details_utilisable",
				    "_details_type_nuisibles", "_type" };

static const char *const	words[] = { "oui", "non", "nsp", "1", "0", "",
				    " ", "maison", "appartement", "autre",
				    "piece_unique", "plusieurs_pieces",
				    "aucun", "electrique", "gaz", "batiment",
				    "logement", "batiment_logement",
				    "before_movein", "after_movein",
				    "before2023", "G", "caf", "13001",
				    "2026-01-31", "1850-01-01", "09/2026",
				    "0612345678", "612345678", "x@exemple.fr",
				    "38,5", "8.99", "16", "1e9", "-3", "été",
				    "mme", "less_1_month", "courrier",
				    "oui=RDC|non", "99999999999999999999" };

static const double	reals[] = { 1.0, 0.0, -0.0, 8.5, 1e300, -1e300,
			    4.2, 1e-300, 1e18 };

/* A value of any type. */
static json_t *
value_of(const uint8_t *d)
{
	json_t	*list;

	switch (d[0] % 8) {
	case 0:
	case 1:
		return (json_integer(1));
	case 2:
		return (json_integer((json_int_t)(int8_t)d[1] * (d[1] & 1 ?
		    1 : 1000000007)));
	case 3:
		return (json_real(reals[d[1] % COUNT(reals)]));
	case 4:
		return (d[1] % 3 == 0 ? json_null() : json_boolean(d[1] & 1));
	case 5:
		list = d[1] & 1 ? json_array() : json_object();
		return (list);
	default:
		return (json_string(words[d[1] % COUNT(words)]));
	}
}

static const char *
field_of(struct arena *arena, const uint8_t *d)
{
	const struct critere	*c;

	if (d[0] < 128)
		return (questions[(size_t)(d[0] << 8 | d[1]) %
		    nquestions].champ);
	c = &desordres_criteres[d[1] % DESORDRES_CRITERES];
	return (arena_printf(arena, "%s%s", c->slug,
	    suffixes[d[0] % COUNT(suffixes)]));
}

/* categorieDisorders: a list for each zone, its own categories or others. */
static void
pick(json_t *answers, const uint8_t *d)
{
	const struct critere	*c = &desordres_criteres[d[1] %
				    DESORDRES_CRITERES];
	const char		*zone = (c->zone == ZONE_BATIMENT) ==
				    (d[0] < 250) ? "batiment" : "logement";
	json_t			*all = json_object_get(answers,
				    "categorieDisorders");

	if (!json_is_object(all)) {
		all = json_object();
		(void)json_object_set_new(answers, "categorieDisorders", all);
	}
	if (json_object_get(all, zone) == NULL)
		(void)json_object_set_new(all, zone, json_array());
	(void)json_array_append_new(json_object_get(all, zone),
	    d[0] % 16 == 15 ? json_integer(1) : json_string(c->categorie));
}

json_t *
fuzz_answers(struct arena *arena, const uint8_t *data, size_t size)
{
	json_t	*answers;

	if (size > 0 && data[0] == '{') {
		answers = fuzz_json(arena, data, size);
		return (json_is_object(answers) ? answers : NULL);
	}
	answers = owned(arena, json_object());
	for (size_t i = 0; i + 4 <= size && i < 4096; i += 4) {
		if (data[i] >= 240)
			pick(answers, data + i);
		else
			(void)json_object_set_new(answers,
			    field_of(arena, data + i), value_of(data + i + 2));
	}
	return (answers);
}

void
fuzz_faults(struct arena *arena, const struct faults *faults)
{
	const char	*text = problem_body(arena, PROBLEM_CHAMPS_INVALIDES,
			    NULL, faults, "rq");
	json_t		*body = fuzz_json(arena, (const uint8_t *)text,
			    strlen(text)), *list;

	MUST(json_is_object(body));
	MUST(faults->n <= CHECK_FAULTS_MAX);
	list = json_object_get(body, "erreurs");
	MUST(json_array_size(list) == faults->n);
	for (size_t i = 0; i < faults->n; i++) {
		MUST(route_utf8(faults->list[i].pointer,
		    strlen(faults->list[i].pointer)));
		MUST(strcmp(json_string_value(json_object_get(json_array_get(
		    list, i), "pointeur")), faults->list[i].pointer) == 0);
	}
}
