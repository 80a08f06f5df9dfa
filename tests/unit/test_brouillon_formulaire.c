/*
 * The form that people fill in (db/data/formulaires/locataire.json) and the
 * table by which the server judges their answers (brouillon_questions.c) are
 * one thing written twice: this is the proof that they agree.
 *
 * First side by side: same questions, same conditions, same required ones,
 * limits within the contract's. Then by walking through the form at random,
 * a walk being a set of answers that the form accepts: what it shows, the
 * server shows too; what it hides changes nothing; the server finds no fault;
 * and every précision that a tenant can designate is reached.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "brouillon/brouillon_questions.h"
#include "brouillon/brouillon_soumission.h"
#include "gen/desordres.h"

#define FORM		"db/data/formulaires/locataire.json"
#define CONTRACT	"openapi.yaml"
#define TODAY		"2026-11-24"
#define CATEGORIES	"categorieDisorders"
#define WALKS		1500
#define CONDITIONS_MAX	16
#define COUNT(t)	(sizeof(t) / sizeof((t)[0]))

/* Questions of the server that the form does not ask (yet), and why. */
static const struct {
	const char	*debut, *pourquoi;
} sans_question[] = {
	{ "adresse_logement_adresse_detail_rnb_id", "no map to pick from" },
	{ "travailleur_social_accompagnement_inviter_referent_comme_tiers",
	    "nobody can be invited to follow a dossier" },
};

/* Where the form hides more than the server, and why. */
static const struct {
	const char	*champ, *pourquoi;
} plus_stricts[] = {
	{ "coordonnees_bailleur_nom",
	    "a caller may name the social landlord here" },
	{ "coordonnees_bailleur_prenom", "an organisation has no first name" },
};

/* Précisions that no answer of a tenant designates, by part of their slug. */
static const struct {
	const char	*critere, *fin;
	int		 n;
} hors_de_portee[] = {
	{ "desordres_service_secours", "", 12 },
	{ "desordres_logement_proprete", "", 4 },	/* tiers only */
	{ "desordres_logement_securite_plomb", "_diagnostique_nsp", 4 },
	{ "desordres_logement_humidite", "_machine_nsp", 4 },
	{ "desordres_logement_nuisibles", "_date_nsp", 4 },
	{ "desordres_logement_electricite", "_multiprises_nsp", 1 },
	{ "desordres_logement_aeration", "_nettoyage_nsp", 4 },
};

/* The form, flattened: one entry an answer, with all its conditions. */
struct entree {
	char		 champ[128];
	const json_t	*question;	/* its choices and limits */
	const json_t	*si[CONDITIONS_MAX];
	size_t		 nsi;
	bool		 case_simple;	/* answers 1 or nothing */
	int		 groupe;	/* of "cases", or 0 */
};

static struct entree	 entrees[400];
static size_t		 nentrees;
static json_t		*form, *tickings;
static int		 ngroupes;

static const char *
text_at(const json_t *object, const char *key)
{
	return (json_string_value(json_object_get(object, key)));
}

static bool
is_type(const struct entree *e, const char *type)
{
	return (strcmp(text_at(e->question, "type"), type) == 0);
}

/* Flattening */

static struct entree *
entree_add(const struct entree *above, const json_t *question,
    const char *champ, const char *end)
{
	struct entree	*e;

	assert_true(nentrees < COUNT(entrees));
	e = &entrees[nentrees++];
	*e = *above;
	e->question = question;
	(void)snprintf(e->champ, sizeof(e->champ), "%s%s", champ, end);
	return (e);
}

static void
conditions_add(struct entree *e, const json_t *si)
{
	json_t	*c;
	size_t	 i;

	json_array_foreach(si, i, c) {
		assert_true(e->nsi < CONDITIONS_MAX);
		e->si[e->nsi++] = c;
	}
}

static void	flatten(const json_t *list, const struct entree *above);

static void
flatten_cases(const json_t *q, struct entree *base)
{
	struct entree	*e;
	json_t		*box;
	size_t		 i;

	base->groupe = ++ngroupes;
	base->case_simple = true;
	json_array_foreach(json_object_get(q, "cases"), i, box) {
		e = entree_add(base, q, text_at(box, "champ"), "");
		conditions_add(e, json_object_get(box, "si"));
	}
}

static void
flatten_address(const json_t *q, const struct entree *base)
{
	static const char *const	parts[] = { "", "_detail_numero",
					    "_detail_code_postal",
					    "_detail_commune",
					    "_detail_insee" };

	/* where the landlord lives, the INSEE code only helps the screen */
	size_t	n = COUNT(parts) - !json_is_true(json_object_get(q,
		    "verifie"));

	for (size_t i = 0; i < n; i++)
		(void)entree_add(base, q, text_at(q, "champ"), parts[i]);
}

static void
flatten_case(const json_t *q, struct entree *base)
{
	struct entree	 above = *base;
	const char	*champ = text_at(q, "champ");
	json_t		*ticked;

	base->case_simple = true;
	(void)entree_add(base, q, champ, "");
	ticked = json_pack("[{s:s, s:i}]", "champ", champ, "vaut", 1);
	(void)json_array_append_new(tickings, ticked);
	conditions_add(&above, ticked);
	flatten(json_object_get(q, "questions"), &above);
}

static void
flatten(const json_t *list, const struct entree *above)
{
	struct entree	 base;
	const char	*type;
	json_t		*q;
	size_t		 i;

	json_array_foreach(list, i, q) {
		base = *above;
		conditions_add(&base, json_object_get(q, "si"));
		type = text_at(q, "type");
		if (strcmp(type, "cases") == 0)
			flatten_cases(q, &base);
		else if (strcmp(type, "adresse") == 0)
			flatten_address(q, &base);
		else if (strcmp(type, "case") == 0)
			flatten_case(q, &base);
		else if (text_at(q, "champ") != NULL)
			(void)entree_add(&base, q, text_at(q, "champ"), "");
	}
}

static int
load(void **state)
{
	struct entree	 above;
	json_error_t	 error;
	json_t		*screen;
	size_t		 i;

	(void)state;
	tickings = json_array();
	form = json_load_file(FORM, 0, &error);
	if (form == NULL) {
		fprintf(stderr, FORM ":%d: %s\n", error.line, error.text);
		return (-1);
	}
	json_array_foreach(json_object_get(form, "ecrans"), i, screen) {
		memset(&above, 0, sizeof(above));
		conditions_add(&above, json_object_get(screen, "si"));
		flatten(json_object_get(screen, "questions"), &above);
	}
	return (0);
}

static int
unload(void **state)
{
	(void)state;
	json_decref(form);
	json_decref(tickings);
	return (0);
}

static const struct entree *
entree_find(const char *champ)
{
	for (size_t i = 0; i < nentrees; i++) {
		if (strcmp(entrees[i].champ, champ) == 0)
			return (&entrees[i]);
	}
	return (NULL);
}

/* Side by side */

static const struct question *
question_find(const char *champ)
{
	for (size_t i = 0; i < nquestions; i++) {
		if (strcmp(questions[i].champ, champ) == 0)
			return (&questions[i]);
	}
	return (NULL);
}

/* Consents are the form's own business: the server has no use for them. */
static bool
form_only(const struct entree *e)
{
	return (strncmp(e->champ, "utilisation_service_", 20) == 0 ||
	    is_type(e, "categories"));
}

static void
every_question_of_the_form_is_known_to_the_server(void **state)
{
	(void)state;
	for (size_t i = 0; i < nentrees; i++) {
		if (form_only(&entrees[i]) || desordre_champ(entrees[i].champ))
			continue;
		if (question_find(entrees[i].champ) == NULL)
			fail_msg("%s: not in questions[]", entrees[i].champ);
	}
}

static bool
without_question(const char *champ)
{
	for (size_t i = 0; i < COUNT(sans_question); i++) {
		if (strncmp(champ, sans_question[i].debut,
		    strlen(sans_question[i].debut)) == 0)
			return (true);
	}
	return (false);
}

static void
every_question_of_the_server_is_asked(void **state)
{
	(void)state;
	for (size_t i = 0; i < nquestions; i++) {
		if (without_question(questions[i].champ) ==
		    (entree_find(questions[i].champ) != NULL))
			fail_msg("%s", questions[i].champ);
	}
}

static bool
same_condition(const struct condition *c, const json_t *si)
{
	const char	*champ = text_at(si, "champ");

	if (strcmp(c->champ, champ) != 0)
		return (false);
	if (c->operateur == VAUT)
		return (text_at(si, "vaut") != NULL &&
		    strcmp(c->valeur, text_at(si, "vaut")) == 0);
	if (c->operateur == DIFFERE)
		return (text_at(si, "differe") != NULL &&
		    strcmp(c->valeur, text_at(si, "differe")) == 0);
	if (c->operateur == REPONDU)
		return (json_is_true(json_object_get(si, "repondu")));
	if (c->operateur == POSITIF)
		return (json_is_true(json_object_get(si, "positif")));
	return (false);
}

static bool
form_has(const struct entree *e, const struct condition *c)
{
	for (size_t i = 0; i < e->nsi; i++) {
		if (same_condition(c, e->si[i]))
			return (true);
	}
	return (false);
}

static bool
server_has(const struct question *q, const json_t *si)
{
	for (size_t i = 0; i < CONDITIONS; i++) {
		if (q->si[i].operateur != TOUJOURS &&
		    same_condition(&q->si[i], si))
			return (true);
	}
	return (false);
}

static bool
stricter(const char *champ)
{
	for (size_t i = 0; i < COUNT(plus_stricts); i++) {
		if (strcmp(plus_stricts[i].champ, champ) == 0)
			return (true);
	}
	return (false);
}

static void
conditions_are_the_same(void **state)
{
	const struct entree	*e;
	const struct question	*q;

	(void)state;
	for (size_t i = 0; i < nquestions; i++) {
		q = &questions[i];
		if ((e = entree_find(q->champ)) == NULL ||
		    desordre_champ(q->champ))
			continue;
		for (size_t k = 0; k < CONDITIONS; k++) {
			/* unlike what is never asked: always */
			if (q->si[k].operateur != TOUJOURS &&
			    !without_question(q->si[k].champ) &&
			    !form_has(e, &q->si[k]))
				fail_msg("%s: the form asks it without %s",
				    q->champ, q->si[k].champ);
		}
		for (size_t k = 0; k < e->nsi; k++) {
			if (!server_has(q, e->si[k]) && !stricter(q->champ))
				fail_msg("%s: the server ignores %s", q->champ,
				    text_at(e->si[k], "champ"));
		}
	}
}

/* "depot" marks what the server requires; an address has optional parts. */
static void
required_questions_are_the_same(void **state)
{
	const struct entree	*e;
	const char		*requise;

	(void)state;
	for (size_t i = 0; i < nquestions; i++) {
		if ((e = entree_find(questions[i].champ)) == NULL)
			continue;
		requise = text_at(e->question, "requise");
		if (is_type(e, "adresse") && requise != NULL) {
			assert_string_equal(requise, "depot");
			continue;
		}
		if (questions[i].requise != (requise != NULL))
			fail_msg("%s", questions[i].champ);
		if (requise != NULL)
			assert_string_equal(requise, "depot");
	}
}

/* Every line the contract has on the property: "Bailleur", "nom". */
static bool
contract_line(const char *schema, const char *property, char *line, int size)
{
	char	 head[96], begin[96];
	FILE	*f = fopen(CONTRACT, "r");
	bool	 inside = false, found = false;

	assert_non_null(f);
	(void)snprintf(head, sizeof(head), "    %s:\n", schema);
	(void)snprintf(begin, sizeof(begin), "        %s: {", property);
	while (!found && fgets(line, size, f) != NULL) {
		if (strncmp(line, "    ", 4) == 0 && line[4] != ' ')
			inside = strcmp(line, head) == 0;
		found = inside && strncmp(line, begin, strlen(begin)) == 0;
	}
	(void)fclose(f);
	return (found);
}

/* The limit in the contract of the member at target; -1: it has none. */
static double
contract_limit(const char *target, const char *limit)
{
	char		 schema[64], line[512];
	const char	*member = strchr(target + 1, '/'), *at;

	if (member == NULL) {
		(void)snprintf(schema, sizeof(schema), "SignalementCreation");
		member = target;
	} else {
		(void)snprintf(schema, sizeof(schema), "%.*s",
		    (int)(member - target - 1), target + 1);
		schema[0] += 'A' - 'a';
	}
	if (!contract_line(schema, member + 1, line, sizeof(line)))
		fail_msg("%s is not in the contract", target);
	at = strstr(line, limit);
	return (at == NULL ? -1 : strtod(at + strlen(limit), NULL));
}

static void
limits_are_within_the_contract(void **state)
{
	const struct entree	*e;
	const char		*target;
	double			 limit;
	bool			 number;
	int			 checked = 0;

	(void)state;
	for (size_t i = 0; i < nquestions; i++) {
		target = questions[i].cible;
		if (target == NULL ||
		    (e = entree_find(questions[i].champ)) == NULL ||
		    is_type(e, "adresse"))
			continue;
		number = is_type(e, "nombre");
		limit = contract_limit(target, number ? "maximum: " :
		    "maxLength: ");
		if (!number && !is_type(e, "texte") &&
		    !is_type(e, "texte_long") && !is_type(e, "email"))
			continue;
		if (limit < 0 || json_number_value(json_object_get(
		    e->question, "max")) > limit ||
		    json_object_get(e->question, "max") == NULL)
			fail_msg("%s: %g in the contract", e->champ, limit);
		if (number && json_number_value(json_object_get(e->question,
		    "min")) < contract_limit(target, "minimum: "))
			fail_msg("%s: minimum", e->champ);
		checked++;
	}
	assert_true(checked > 25);
}

/* Walking */

static uint32_t	seed;

static uint32_t
draw(uint32_t n)
{
	seed ^= seed << 13;
	seed ^= seed >> 17;
	seed ^= seed << 5;
	return (seed % n);
}

/* What a condition asks of one field of these answers. */
static bool
holds_one(const json_t *si, const char *champ, const json_t *answers)
{
	const json_t	*value = json_object_get(answers, champ), *list, *one;
	const char	*text = json_string_value(value), *key;
	const json_t	*wanted = json_object_get(si, "vaut");
	size_t		 i;

	if (wanted != NULL)
		return (value != NULL && json_equal(value, wanted));
	if ((wanted = json_object_get(si, "differe")) != NULL)
		return (value == NULL || !json_equal(value, wanted));
	if (json_object_get(si, "repondu") != NULL)
		return (value != NULL);
	if (json_object_get(si, "positif") != NULL)
		return (json_number_value(value) > 0);
	if ((wanted = json_object_get(si, "contient")) != NULL) {
		json_object_foreach((json_t *)(uintptr_t)value, key, list) {
			json_array_foreach(list, i, one) {
				if (json_equal(one, wanted))
					return (true);
			}
		}
		return (false);
	}
	json_array_foreach(json_object_get(si, "parmi"), i, one) {
		if (text != NULL && json_equal(one, value))
			return (true);
	}
	return (false);
}

static bool
shown_by_form(const struct entree *e, const json_t *answers)
{
	const char	*champ, *other;
	char		 first[128];
	bool		 ok;

	for (size_t i = 0; i < e->nsi; i++) {
		champ = text_at(e->si[i], "champ");
		other = strchr(champ, '|');
		(void)snprintf(first, sizeof(first), "%.*s",
		    (int)strcspn(champ, "|"), champ);
		ok = holds_one(e->si[i], first, answers) || (other != NULL &&
		    holds_one(e->si[i], other + 1, answers));
		if (!ok)
			return (false);
	}
	return (true);
}

static json_t *
any_number(const json_t *question)
{
	static const double	some[] = { 0, 1, 2, 3, 5, 8.5, 12, 38.5, 60 };
	double			value = some[draw(COUNT(some))];
	const json_t		*least = json_object_get(question, "min");

	if (json_is_true(json_object_get(question, "entier")))
		value = (int)value;
	if (value < json_number_value(least))
		value = json_number_value(least);
	return (value == (int)value ? json_integer((int)value) :
	    json_real(value));
}

static json_t *
any_address_part(const char *champ)
{
	static const struct { const char *end, *value; } parts[] = {
		{ "_numero", "12 rue de la République" },
		{ "_code_postal", "13001" },
		{ "_commune", "Marseille" },
		{ "_insee", "13201" },
	};

	for (size_t i = 0; i < COUNT(parts); i++) {
		if (strlen(champ) > strlen(parts[i].end) && strcmp(champ +
		    strlen(champ) - strlen(parts[i].end), parts[i].end) == 0)
			return (json_string(parts[i].value));
	}
	return (json_string("12 rue de la République 13001 Marseille"));
}

/* A value that the form takes. */
static json_t *
any_value(const struct entree *e)
{
	static const struct { const char *type, *value; } texts[] = {
		{ "texte", "Texte" }, { "texte_long", "Un texte." },
		{ "date", "1985-02-14" }, { "mois", "09/2026" },
		{ "telephone", "0612345678" },
		{ "email", "ines@exemple.fr" },
	};
	const json_t	*choices = json_object_get(e->question, "choix");

	if (e->case_simple)
		return (json_integer(1));
	if (is_type(e, "nombre"))
		return (any_number(e->question));
	if (is_type(e, "adresse"))
		return (any_address_part(e->champ));
	if (choices != NULL)
		return (json_incref(json_object_get(json_array_get(choices,
		    draw((uint32_t)json_array_size(choices))), "valeur")));
	for (size_t i = 0; i < COUNT(texts); i++) {
		if (is_type(e, texts[i].type))
			return (json_string(texts[i].value));
	}
	fail_msg("%s: no value for its type", e->champ);
	return (NULL);
}

static void
pick_categories(const struct entree *e, json_t *answers)
{
	json_t	*all = json_object_get(answers, CATEGORIES), *list, *choice;
	size_t	 i;

	if (all == NULL) {
		all = json_pack("{s:[], s:[]}", "batiment", "logement");
		(void)json_object_set_new(answers, CATEGORIES, all);
	}
	list = json_object_get(all, text_at(e->question, "zone"));
	json_array_foreach(json_object_get(e->question, "choix"), i, choice) {
		if (draw(2) == 0)
			(void)json_array_append(list,
			    json_object_get(choice, "valeur"));
	}
}

/* Is one box of the group ticked already? */
static bool
group_ticked(const struct entree *e, const json_t *answers)
{
	for (size_t i = 0; i < nentrees; i++) {
		if (entrees[i].groupe == e->groupe &&
		    json_object_get(answers, entrees[i].champ) != NULL)
			return (true);
	}
	return (false);
}

static bool
must_answer(const struct entree *e, const json_t *answers)
{
	if (json_object_get(e->question, "requise") == NULL)
		return (false);
	return (e->groupe == 0 || !group_ticked(e, answers));
}

/*
 * One person's answers to what she is shown, and given: the same with
 * answers left over from questions that are hidden now.
 */
static void
walk(json_t *answers, json_t *given)
{
	const struct entree	*e;
	json_t			*value;

	for (size_t i = 0; i < nentrees; i++) {
		e = &entrees[i];
		if (is_type(e, "categories")) {
			if (shown_by_form(e, answers))
				pick_categories(e, answers);
			continue;
		}
		if (!shown_by_form(e, answers)) {
			if (!stricter(e->champ) && draw(2) == 0)
				(void)json_object_set_new(given, e->champ,
				    any_value(e));
			continue;
		}
		if (!must_answer(e, answers) && draw(2) == 0)
			continue;
		value = any_value(e);
		(void)json_object_set(given, e->champ, value);
		(void)json_object_set_new(answers, e->champ, value);
	}
	value = json_object_get(answers, CATEGORIES);
	if (value != NULL)
		(void)json_object_set(given, CATEGORIES, value);
}

struct lecture {
	struct arena	*arena;
	const json_t	*answers;
};

static const char *
lire(void *arg, const char *champ)
{
	struct lecture	*l = arg;
	const json_t	*value = json_object_get(l->answers, champ);

	if (json_is_number(value))
		return (arena_printf(l->arena, "%.17g",
		    json_number_value(value)));
	return (json_string_value(value));
}

/* In one of the categories that these answers pick? */
static bool
picked(const char *champ, const json_t *answers)
{
	json_t		*list, *slug;
	const char	*zone;
	size_t		 i;

	json_object_foreach(json_object_get(answers, CATEGORIES), zone, list) {
		json_array_foreach(list, i, slug) {
			if (desordre_categorie(champ, json_string_value(slug)))
				return (true);
		}
	}
	return (false);
}

/* Are all the boxes above it ticked, and the questions beside it answered? */
static bool
opened(const struct entree *e, const json_t *answers)
{
	const char	*champ;

	for (size_t i = 0; i < e->nsi; i++) {
		champ = text_at(e->si[i], "champ");
		if (desordre_champ(champ) &&
		    strcmp(champ, "desordres_logement_chauffage_type") != 0 &&
		    !holds_one(e->si[i], champ, answers))
			return (false);
	}
	return (true);
}

static void
compare_shown(struct lecture *l)
{
	const struct question	*q;
	const struct entree	*e;
	bool			 server;

	for (size_t i = 0; i < nentrees; i++) {
		e = &entrees[i];
		if (form_only(e) || stricter(e->champ))
			continue;
		if (desordre_champ(e->champ)) {
			/* what a box not ticked hides counts for nothing */
			if (!opened(e, l->answers))
				continue;
			server = picked(e->champ, l->answers) &&
			    desordre_visible(e->champ, lire, l);
		} else {
			q = question_find(e->champ);
			server = question_visible(q, lire, l);
		}
		if (server != shown_by_form(e, l->answers))
			fail_msg("%s: the server %s it, the form does not\n%s",
			    e->champ, server ? "shows" : "hides",
			    json_dumps(l->answers, JSON_INDENT(1)));
	}
}

/* The body that the server makes; the only fault may be: no désordre. */
static json_t *
body_of(struct arena *arena, const json_t *answers)
{
	struct faults	*faults = arena_alloc(arena, sizeof(*faults));
	json_t		*body;

	body = soumission_body(arena, answers, TODAY, faults);
	for (size_t i = 0; i < faults->n; i++) {
		if (strcmp(faults->list[i].pointer, "/reponses/"
		    CATEGORIES) != 0)
			fail_msg("%s: %s\n%s", faults->list[i].pointer,
			    faults->list[i].detail, json_dumps(answers,
			    JSON_INDENT(1)));
	}
	return (body);
}

static void
mark(const json_t *body, bool *reached)
{
	json_t	*desordre, *slug;
	size_t	 i, k;

	json_array_foreach(json_object_get(body, "desordres"), i, desordre) {
		json_array_foreach(json_object_get(desordre, "precisions"), k,
		    slug)
			reached[desordre_precision_by_slug(
			    json_string_value(slug))->id - 1] = true;
	}
}

static bool
out_of_reach(const struct precision *p)
{
	const char	*critere = desordre_critere_by_id(p->critere)->slug;
	size_t		 len = strlen(p->slug), n;

	for (size_t i = 0; i < COUNT(hors_de_portee); i++) {
		n = strlen(hors_de_portee[i].fin);
		if (strncmp(critere, hors_de_portee[i].critere,
		    strlen(hors_de_portee[i].critere)) == 0 && len >= n &&
		    strcmp(p->slug + len - n, hors_de_portee[i].fin) == 0)
			return (true);
	}
	return (false);
}

static void
check_reached(const bool *reached)
{
	const struct precision	*p;
	int			 beyond = 0, expected = 0;

	for (int id = 1; id <= DESORDRES_PRECISIONS; id++) {
		p = desordre_precision_by_id(id);
		if (reached[id - 1] == out_of_reach(p))
			fail_msg("%s is %sreached", p->slug,
			    reached[id - 1] ? "" : "not ");
		beyond += out_of_reach(p);
	}
	for (size_t i = 0; i < COUNT(hors_de_portee); i++)
		expected += hors_de_portee[i].n;
	assert_int_equal(beyond, expected);
	assert_int_equal(DESORDRES_PRECISIONS - beyond, 162);
}

static void
form_and_server_agree_on_any_walk_and_all_precisions_are_reached(void **state)
{
	bool		 reached[DESORDRES_PRECISIONS] = { false };
	struct arena	*arena = arena_new();
	struct lecture	 l = { .arena = arena };
	json_t		*answers, *given, *body;

	(void)state;
	seed = 20261124;
	for (int i = 0; i < WALKS; i++) {
		answers = json_object();
		given = json_object();
		walk(answers, given);
		l.answers = answers;
		compare_shown(&l);
		body = body_of(arena, answers);
		if (!json_equal(body, body_of(arena, given)))
			fail_msg("a hidden answer counts\n%s\n%s",
			    json_dumps(answers, JSON_INDENT(1)),
			    json_dumps(given, JSON_INDENT(1)));
		mark(body, reached);
		json_decref(answers);
		json_decref(given);
		arena_reset(arena);
	}
	arena_free(arena);
	check_reached(reached);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(
		    every_question_of_the_form_is_known_to_the_server),
		cmocka_unit_test(every_question_of_the_server_is_asked),
		cmocka_unit_test(conditions_are_the_same),
		cmocka_unit_test(required_questions_are_the_same),
		cmocka_unit_test(limits_are_within_the_contract),
		cmocka_unit_test(
    form_and_server_agree_on_any_walk_and_all_precisions_are_reached),
	};

	return (cmocka_run_group_tests(tests, load, unload));
}
