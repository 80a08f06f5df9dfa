/*
 * Answers -> shown answers -> members of the body and désordres.
 */
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "brouillon/brouillon_questions.h"
#include "brouillon/brouillon_soumission.h"
#include "criticite/criticite_json.h"

#define WORD_MAX	64
#define CATEGORIES	"categorieDisorders"
#define ZONE		"zone_concernee_zone"
#define PLAFOND		"desordres_logement_lumiere_plafond_trop_bas"

/* The work in progress. */
struct travail {
	struct arena	*arena;
	const json_t	*given;		/* as received */
	json_t		*shown;		/* what is left of it */
	json_t		*body;
	const char	*today;
	struct faults	*faults;
};

static void
release(void *value)
{
	json_decref(value);
}

static json_t *
owned(struct arena *arena, json_t *value)
{
	arena_defer(arena, release, value);
	return (value);
}

static void
fault(struct travail *t, const char *champ, const char *code,
    const char *detail)
{
	check_fault(t->faults, arena_printf(t->arena, "/reponses/%s", champ),
	    code, detail);
}

/* Absent, null and blank texts are no answer. */
static bool
answered(const json_t *value)
{
	const char	*text = json_string_value(value);

	if (text != NULL)
		return (text[strspn(text, " \t\r\n")] != '\0');
	return (value != NULL && !json_is_null(value));
}

/* A scalar as text, or NULL. */
static const char *
text_of(struct arena *arena, const json_t *value)
{
	if (!answered(value))
		return (NULL);
	if (json_is_string(value))
		return (json_string_value(value));
	if (json_is_integer(value))
		return (arena_printf(arena, "%" JSON_INTEGER_FORMAT,
		    json_integer_value(value)));
	if (json_is_real(value))
		return (arena_printf(arena, "%.17g", json_real_value(value)));
	return (NULL);
}

static const char *
lire(void *arg, const char *champ)
{
	struct travail	*t = arg;

	return (text_of(t->arena, json_object_get(t->shown, champ)));
}

/* What is shown */

static void
show_questions(struct travail *t)
{
	const struct question	*q;
	json_t			*value;

	for (size_t i = 0; i < nquestions; i++) {
		q = &questions[i];
		value = json_object_get(t->given, q->champ);
		if (desordre_champ(q->champ))
			continue;
		if (!question_visible(q, lire, t))
			continue;
		if (answered(value))
			(void)json_object_set(t->shown, q->champ, value);
		else if (q->requise)
			fault(t, q->champ, "obligatoire",
			    "Cette réponse est obligatoire.");
	}
}

static bool
listed(const json_t *list, const char *text)
{
	const json_t	*value;
	size_t		 i;

	json_array_foreach(list, i, value) {
		if (strcmp(json_string_value(value), text) == 0)
			return (true);
	}
	return (false);
}

/* What is picked in a zone: categories of the form, each once. */
static void
show_picked(const json_t *picked, enum zone zone, json_t *list)
{
	const json_t	*value;
	const char	*slug;
	size_t		 i;

	json_array_foreach(picked, i, value) {
		slug = json_string_value(value);
		if (slug != NULL && categorie_offerte(slug) &&
		    desordre_categorie_premiere(zone, slug) != 0 &&
		    !listed(list, slug))
			(void)json_array_append(list,
			    (json_t *)(uintptr_t)value);
	}
}

/* The categories picked, without those of a zone that is not concerned. */
static void
show_categories(struct travail *t)
{
	static const char *const names[ZONES] = { "batiment", "logement" };
	const json_t	*picked = json_object_get(t->given, CATEGORIES);
	json_t		*shown, *list;

	if (json_object_size(picked) == 0)
		return;
	shown = json_object();
	(void)json_object_set_new(t->shown, CATEGORIES, shown);
	for (int zone = 0; zone < ZONES; zone++) {
		list = json_array();
		(void)json_object_set_new(shown, names[zone], list);
		if (resolution_zone_declaree(lire(t, ZONE), (enum zone)zone))
			show_picked(json_object_get(picked, names[zone]),
			    (enum zone)zone, list);
	}
}

/* Is the désordre question in one of the categories left? */
static bool
picked(struct travail *t, const char *champ)
{
	json_t		*list, *slug;
	const char	*zone;
	size_t		 i;

	json_object_foreach(json_object_get(t->shown, CATEGORIES), zone, list) {
		json_array_foreach(list, i, slug) {
			if (desordre_categorie(champ, json_string_value(slug)))
				return (true);
		}
	}
	return (false);
}

static void
show_desordre(struct travail *t, const char *champ, json_t *value)
{
	if (answered(value) && desordre_champ(champ) && picked(t, champ) &&
	    desordre_visible(champ, lire, t))
		(void)json_object_set(t->shown, champ, value);
}

static void
show_desordres(struct travail *t)
{
	const char	*champ;
	json_t		*value;

	/* The kind of heating decides of other questions: it goes first. */
	show_desordre(t, "desordres_logement_chauffage_type",
	    json_object_get(t->given, "desordres_logement_chauffage_type"));
	json_object_foreach((json_t *)(uintptr_t)t->given, champ, value)
		show_desordre(t, champ, value);
}

/* Conversions: a new value, or NULL with a fault (or nothing to say) */

static json_t *
convert_word(struct travail *t, const struct question *q, const char *text)
{
	const char	*list = q->conversion == OUI_NON ?
			    "oui=true|non=false|nsp=" : q->traduction;
	char		 word[WORD_MAX];

	if (!question_traduire(list, text, word, sizeof(word))) {
		fault(t, q->champ, "valeur_inconnue",
		    "Cette réponse n'est pas dans la liste.");
		return (NULL);
	}
	if (word[0] == '\0')
		return (NULL);
	if (q->conversion == TRADUIT)
		return (json_string(word));
	return (json_boolean(strcmp(word, "true") == 0));
}

static json_t *
convert_number(struct travail *t, const struct question *q, const char *text)
{
	char	*copy = arena_strdup(t->arena, text), *end;
	double	 value;

	for (char *c = copy; *c != '\0'; c++) {
		if (*c == ',')
			*c = '.';
	}
	value = strtod(copy, &end);
	if (strspn(copy, "0123456789. ") != strlen(copy) || end == copy ||
	    *end != '\0' || value > 1e9) {
		fault(t, q->champ, "type", "Donnez un nombre.");
		return (NULL);
	}
	if (q->conversion == ENTIER)
		return (json_integer((json_int_t)ceil(value)));
	return (json_real(value));
}

static json_t *
convert_date(struct travail *t, const struct question *q, const char *text)
{
	const char	*wrong = NULL;

	if (!check_format(FORMAT_DATE, text))
		wrong = "Donnez une date qui existe, au format AAAA-MM-JJ.";
	else if (strcmp(text, "1900-01-01") <= 0)
		wrong = "Cette date est trop ancienne.";
	else if (q->conversion == DATE_PASSEE && strcmp(text, t->today) >= 0)
		wrong = "Cette date doit être passée.";
	if (wrong == NULL)
		return (json_string(text));
	fault(t, q->champ, "invalide", wrong);
	return (NULL);
}

/* "09/2026" -> its first day */
static json_t *
convert_month(struct travail *t, const struct question *q, const char *text)
{
	char	day[16] = "";

	if (strlen(text) == 7 && text[2] == '/')
		(void)snprintf(day, sizeof(day), "%.4s-%.2s-01", text + 3,
		    text);
	if (!check_format(FORMAT_DATE, day)) {
		fault(t, q->champ, "invalide",
		    "Donnez le mois et l'année, par exemple 09/2026.");
		return (NULL);
	}
	if (strcmp(day, t->today) >= 0) {
		fault(t, q->champ, "invalide", "Ce mois doit être passé.");
		return (NULL);
	}
	return (json_string(day));
}

/* The country comes beside, as "BE:32"; a French number stays as it is. */
static json_t *
convert_phone(struct travail *t, const struct question *q, const char *text)
{
	const char	*country, *code;

	country = json_string_value(json_object_get(t->given,
	    arena_printf(t->arena, "%s_countrycode", q->champ)));
	code = country == NULL ? NULL : strchr(country, ':');
	if (text[0] == '+' || code == NULL || strcmp(code, ":33") == 0 ||
	    strlen(code) > 5)
		return (json_string(text));
	return (json_string(arena_printf(t->arena, "+%s%s", code + 1, text)));
}

static json_t *
convert_capitals(struct travail *t, const char *text)
{
	char	*copy = arena_strdup(t->arena, text);

	for (char *c = copy; *c != '\0'; c++)
		*c = (char)toupper((unsigned char)*c);
	return (json_string(copy));
}

static json_t *
convert(struct travail *t, const struct question *q, const json_t *value)
{
	const char	*text = text_of(t->arena, value);

	if (text == NULL) {
		fault(t, q->champ, "type",
		    "Cette réponse doit être un texte ou un nombre.");
		return (NULL);
	}
	switch (q->conversion) {
	case OUI_NON:
	case TRADUIT:
	case TRADUIT_BOOLEEN:
		return (convert_word(t, q, text));
	case ENTIER:
	case REEL:
		return (convert_number(t, q, text));
	case DATE:
	case DATE_PASSEE:
		return (convert_date(t, q, text));
	case MOIS:
		return (convert_month(t, q, text));
	case TELEPHONE:
		return (convert_phone(t, q, text));
	case MAJUSCULES:
		return (convert_capitals(t, text));
	case COPIE:
		break;
	}
	return (json_string(text));
}

/* Sets "/occupant/nom" or "/description"; steals value. */
static void
body_set(json_t *body, const char *target, json_t *value)
{
	const char	*member = strchr(target + 1, '/');
	char		 block[WORD_MAX];
	json_t		*object = body;

	if (member != NULL) {
		(void)snprintf(block, sizeof(block), "%.*s",
		    (int)(member - target - 1), target + 1);
		object = json_object_get(body, block);
		if (object == NULL) {
			object = json_object();
			(void)json_object_set_new(body, block, object);
		}
		target = member;
	}
	(void)json_object_set_new(object, target + 1, value);
}

static void
fill_members(struct travail *t)
{
	const struct question	*q;
	const json_t		*value;
	json_t			*made;

	body_set(t->body, "/profil_declarant", json_string("LOCATAIRE"));
	for (size_t i = 0; i < nquestions; i++) {
		q = &questions[i];
		value = json_object_get(t->shown, q->champ);
		if (q->cible == NULL || value == NULL ||
		    !question_visible(q, lire, t))
			continue;
		if ((made = convert(t, q, value)) == NULL)
			continue;
		/* "38,5": the résolution only reads plain numbers */
		if (json_is_number(made))
			(void)json_object_set(t->shown, q->champ, made);
		body_set(t->body, q->cible, made);
	}
	if (json_is_true(json_object_get(json_object_get(t->body, "logement"),
	    "piece_unique")))
		body_set(t->body, "/logement/nb_pieces", json_integer(1));
}

/* Désordres */

/* What the person wrote about it, for the critère or the précision slug. */
static const struct {
	const char	*slug;		/* critère, or précision */
	const char	*champ;
} libres[] = {
	{ "desordres_batiment_nuisibles_autres",
	    "desordres_batiment_nuisibles_autres_details_type_nuisibles" },
	{ "desordres_logement_nuisibles_autres",
	    "desordres_logement_nuisibles_autres_details_type_nuisibles" },
	{ PLAFOND "_piece_a_vivre", PLAFOND "_piece_a_vivre_taille" },
	{ PLAFOND "_cuisine", PLAFOND "_cuisine_taille" },
	{ PLAFOND "_salle_de_bain", PLAFOND "_salle_de_bain_taille" },
};

static void
add_libre(struct travail *t, json_t *desordre, const char *slug)
{
	const char	*text;
	json_t		*list;

	for (size_t i = 0; i < sizeof(libres) / sizeof(libres[0]); i++) {
		if (strcmp(libres[i].slug, slug) != 0)
			continue;
		text = lire(t, libres[i].champ);
		if (text == NULL)
			return;
		list = json_object_get(desordre, "precisions_libres");
		if (list == NULL) {
			list = json_array();
			(void)json_object_set_new(desordre,
			    "precisions_libres", list);
		}
		(void)json_array_append_new(list, json_pack("{s:s, s:s}",
		    "precision", slug, "description", text));
		return;
	}
}

/* The entry of a critère in the list, made if need be. */
static json_t *
desordre_of(struct travail *t, json_t *list, const struct critere *c)
{
	json_t	*desordre;
	size_t	 i;

	json_array_foreach(list, i, desordre) {
		if (strcmp(json_string_value(json_object_get(desordre,
		    "critere")), c->slug) == 0)
			return (desordre);
	}
	desordre = json_pack("{s:s, s:[]}", "critere", c->slug, "precisions");
	(void)json_array_append_new(list, desordre);
	add_libre(t, desordre, c->slug);
	return (desordre);
}

static void
fill_desordres(struct travail *t)
{
	struct resolution	*r = arena_alloc(t->arena, sizeof(*r));
	const struct precision	*p;
	const struct critere	*c;
	struct reponses		 reponses;
	json_t			*list = json_array(), *desordre;

	(void)json_object_set_new(t->body, "desordres", list);
	criticite_json_reponses(t->arena, t->shown, &reponses);
	if (!resolution_resolve(&reponses, r)) {
		fault(t, r->champ_refuse, "incoherent",
		    "Cette réponse ne désigne aucun désordre du catalogue.");
		return;
	}
	for (size_t i = 0; i < r->n; i++) {
		p = desordre_precision_by_id(r->precisions[i]);
		c = desordre_critere_by_id(p->critere);
		desordre = desordre_of(t, list, c);
		(void)json_array_append_new(json_object_get(desordre,
		    "precisions"), json_string(p->slug));
		if (strcmp(p->slug, c->slug) != 0)
			add_libre(t, desordre, p->slug);
	}
	if (r->n == 0)
		fault(t, CATEGORIES, "obligatoire", "Aucun désordre n'est "
		    "décrit : cochez au moins un problème du logement ou du "
		    "bâtiment.");
}

json_t *
soumission_body(struct arena *arena, const json_t *answers,
    const char *today, struct faults *faults)
{
	struct travail	t = {
		.arena = arena,
		.given = answers,
		.shown = owned(arena, json_object()),
		.body = owned(arena, json_object()),
		.today = today,
		.faults = faults,
	};

	show_questions(&t);
	show_categories(&t);
	show_desordres(&t);
	fill_members(&t);
	fill_desordres(&t);
	return (t.body);
}

/* Back to the form */

/* Is target the member at pointer, or inside the block at pointer? */
static bool
designates(const char *pointer, const char *target)
{
	size_t	len = strlen(pointer);

	return (target != NULL && strncmp(target, pointer, len) == 0 &&
	    (target[len] == '\0' || target[len] == '/'));
}

const char *
soumission_pointer(struct arena *arena, const char *pointer,
    const json_t *answers)
{
	const char	*champ = NULL;
	size_t		 i;

	for (i = 0; i < nquestions; i++) {
		if (designates(pointer, questions[i].cible) &&
		    (champ == NULL || answered(json_object_get(answers,
		    questions[i].champ))))
			champ = questions[i].champ;
	}
	if (champ == NULL)
		champ = CATEGORIES;
	return (arena_printf(arena, "/reponses/%s", champ));
}

static bool
known(const struct faults *faults, size_t n, const char *pointer)
{
	for (size_t i = 0; i < n; i++) {
		if (strcmp(faults->list[i].pointer, pointer) == 0)
			return (true);
	}
	return (false);
}

void
soumission_rename(struct arena *arena, struct faults *faults, size_t from,
    const json_t *answers)
{
	size_t	i, n = from;

	for (i = from; i < faults->n; i++) {
		faults->list[n] = faults->list[i];
		faults->list[n].pointer = soumission_pointer(arena,
		    faults->list[i].pointer, answers);
		if (!known(faults, n, faults->list[n].pointer))
			n++;
	}
	faults->n = n;
}
