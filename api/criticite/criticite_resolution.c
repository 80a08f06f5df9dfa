/*
 * From the answers of the public form to précisions (domain/intake.md,
 * section 5).
 *
 * For each zone, for each category the person picked, every ticked critère
 * links précisions according to its rule.  A rule is a row of regles[]: up to
 * three questions, each a short list of cases read from the top, the first
 * that holds giving the end of the précision's slug; or the same by room.
 * Then the facts of the dwelling add theirs.
 *
 * A précision is linked once.  A slug that the catalogue does not have is an
 * answer that makes no sense: the resolution stops there.
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "criticite/criticite_resolution.h"

#define SLUG_MAX	160	/* a slug has 128 characters at most */
#define NOMBRE_MAX	1e9	/* beyond, a figure is no answer */
#define DERIVEE		"desordres_type_composition_logement_"
#define COUNT(table)	(sizeof(table) / sizeof((table)[0]))

/* What a case asks of an answer. */
enum condition {
	FIN,		/* end of the list: nothing is linked */
	ABSENT,		/* not answered */
	VAUT,		/* is this word */
	SINON		/* any case left */
};

/*
 * One case of a question.  champ: a field of the dwelling, or, when it begins
 * with "_", the end of a field whose beginning is the critère's slug.
 * suffixe: end of the précision's slug; NULL links nothing.
 */
struct cas {
	enum condition	 condition;
	const char	*champ;
	const char	*valeur;
	const char	*suffixe;
};

#define OUI_NON_NSP(champ)						\
	{ ABSENT, champ, NULL, NULL },					\
	{ VAUT, champ, "oui", champ "_oui" },				\
	{ VAUT, champ, "non", champ "_non" },				\
	{ SINON, NULL, NULL, champ "_nsp" }

static const struct cas mur_porteur[] = { OUI_NON_NSP("_details_mur_porteur") };
static const struct cas multiprises[] = { OUI_NON_NSP("_details_multiprises") };
static const struct cas machine[] = { OUI_NON_NSP("_details_machine") };
static const struct cas fuite[] = { OUI_NON_NSP("_details_fuite") };
static const struct cas moisissure[] = {
	OUI_NON_NSP("_details_moisissure_apres_nettoyage")
};

static const struct cas nuisibles_date[] = {
	{ ABSENT, "_details_date", NULL, NULL },
	{ VAUT, "_details_date", "before_movein",
	    "_details_date_before_movein" },
	{ VAUT, "_details_date", "after_movein", "_details_date_after_movein" },
	{ SINON, NULL, NULL, "_details_date_nsp" }
};

static const struct cas sol[] = {
	{ ABSENT, "_details_plancher_effondre", NULL, NULL },
	{ VAUT, "_details_plancher_effondre", "oui",
	    "_details_plancher_effondre" },
	{ VAUT, "_details_plancher_abime", "oui", "_details_plancher_abime" },
	{ FIN, NULL, NULL, NULL }
};

static const struct cas escalier[] = {
	{ ABSENT, "_details_dangereux", NULL, NULL },
	{ VAUT, "_details_dangereux", "oui", "_details_dangereux" },
	{ VAUT, "_details_utilisable", "oui", "_details_utilisable" },
	{ FIN, NULL, NULL, NULL }
};

static const struct cas situation_toit[] = {
	{ VAUT, "type_logement_nature", "maison", "_maison_individuelle" },
	{ VAUT, "type_logement_sous_comble_sans_fenetre", "oui",
	    "_sous_combles" },
	{ VAUT, "type_logement_dernier_etage", "oui", "_dernier_etage" },
	{ SINON, NULL, NULL, "_sous_toit_non" }
};

static const struct cas situation_sol[] = {
	{ VAUT, "type_logement_nature", "maison", "_maison_individuelle" },
	{ VAUT, "type_logement_sous_sol_sans_fenetre", "oui", "_sous_sol" },
	{ VAUT, "type_logement_rdc", "oui", "_rdc" },
	{ SINON, NULL, NULL, "_au_sol_non" }
};

/* By room, the suffix comes after the room. */
static const struct cas sans_suffixe[] = { { SINON, NULL, NULL, "" } };

static const struct cas nettoyage[] = {
	{ ABSENT, "_details_nettoyage", NULL, NULL },
	{ VAUT, "_details_nettoyage", "oui", "_nettoyage_oui" },
	{ VAUT, "_details_nettoyage", "non", "_nettoyage_non" },
	{ SINON, NULL, NULL, "_nettoyage_nsp" }
};

/* "nsp" counts as no survey: same coefficient, same flags (section 7). */
static const struct cas diagnostic[] = {
	{ ABSENT, "_details_diagnostique", NULL, NULL },
	{ VAUT, "_details_diagnostique", "oui", "_diagnostique_oui" },
	{ SINON, NULL, NULL, "_diagnostique_non" }
};

static const char *const pieces[] = {
	"_cuisine", "_piece_a_vivre", "_salle_de_bain"
};

/* The work in progress. */
struct travail {
	const struct reponses	*reponses;
	struct resolution	*out;
	bool			 done[DESORDRES_CRITERES + 1];	/* by id */
};

struct regle {
	bool			 (*resolve)(struct travail *,
				    const struct critere *);
	const struct cas	*questions[3];
	const char		*pieces;	/* before the room */
};

static bool	resolve_unique(struct travail *, const struct critere *);
static bool	resolve_questions(struct travail *, const struct critere *);
static bool	resolve_pieces(struct travail *, const struct critere *);
static bool	resolve_plafond(struct travail *, const struct critere *);
static bool	resolve_refuse(struct travail *, const struct critere *);

static const struct regle regles[RESOLUTIONS] = {
	[RESOLUTION_UNIQUE] = { .resolve = resolve_unique },
	[RESOLUTION_DERIVEE] = { .resolve = resolve_refuse },
	[RESOLUTION_PIECES] = { resolve_pieces, { sans_suffixe }, "_pieces" },
	[RESOLUTION_PIECES_NETTOYAGE] = {
		resolve_pieces, { nettoyage }, "_details_pieces" },
	[RESOLUTION_PIECES_DIAGNOSTIC] = {
		resolve_pieces, { diagnostic }, "_pieces" },
	[RESOLUTION_PLAFOND] = { .resolve = resolve_plafond },
	[RESOLUTION_MUR_PORTEUR] = { resolve_questions, { mur_porteur }, NULL },
	[RESOLUTION_MULTIPRISES] = { resolve_questions, { multiprises }, NULL },
	[RESOLUTION_NUISIBLES_DATE] = {
		resolve_questions, { nuisibles_date }, NULL },
	[RESOLUTION_HUMIDITE] = {
		resolve_questions, { machine, fuite, moisissure }, NULL },
	[RESOLUTION_SOL] = { resolve_questions, { sol }, NULL },
	[RESOLUTION_ESCALIER] = { resolve_questions, { escalier }, NULL },
	[RESOLUTION_SITUATION_TOIT] = {
		resolve_questions, { situation_toit }, NULL },
	[RESOLUTION_SITUATION_SOL] = {
		resolve_questions, { situation_sol }, NULL }
};

/* Answers that tick a critère under another name than its own. */
static const struct {
	const char	*champ;
	bool		 debut;		/* champ is only the beginning */
	const char	*valeur;	/* NULL: the integer 1 */
	const char	*critere;
} tiques_detournees[] = {
	{ "desordres_logement_chauffage_type", false, "aucun",
	    "desordres_logement_chauffage_type_aucun" },
	{ "desordres_logement_proprete_pieces_", true, NULL,
	    "desordres_logement_proprete" }
};

/* Facts of the dwelling that link a précision by themselves. */
static const struct {
	const char	*champ;
	const char	*precision;
} faits_directs[] = {
	{ "type_logement_sous_comble_sans_fenetre", DERIVEE "sous_combles" },
	{ "type_logement_sous_sol_sans_fenetre", DERIVEE "sous_sol" }
};

/* No room of one's own: is there a shared one?  Unanswered counts as yes. */
static const struct {
	const char	*champ;
	const char	*collectif;
	const char	*precision_non;
	const char	*precision_oui;
} commodites[] = {
	{ "type_logement_commodites_cuisine",
	    "type_logement_commodites_cuisine_collective",
	    DERIVEE "cuisine_collective_non",
	    DERIVEE "cuisine_collective_oui" },
	{ "type_logement_commodites_salle_de_bain",
	    "type_logement_commodites_salle_de_bain_collective",
	    DERIVEE "douche_collective_non", DERIVEE "douche_collective_oui" },
	{ "type_logement_commodites_wc",
	    "type_logement_commodites_wc_collective",
	    DERIVEE "wc_collectif_non", DERIVEE "wc_collectif_oui" }
};

/* The answer to a field; NULL when there is none. */
static const struct reponse *
reponse_find(const struct reponses *r, const char *champ)
{
	size_t	i;

	for (i = 0; i < r->nchamps; i++) {
		if (strcmp(r->champs[i].champ, champ) == 0)
			return (r->champs[i].texte != NULL ?
			    &r->champs[i] : NULL);
	}
	return (NULL);
}

static const char *
reponse_texte(const struct reponses *r, const char *champ)
{
	const struct reponse	*found = reponse_find(r, champ);

	return (found != NULL ? found->texte : NULL);
}

static bool
reponse_is(const struct reponses *r, const char *champ, const char *valeur)
{
	const char	*texte = reponse_texte(r, champ);

	return (texte != NULL && strcmp(texte, valeur) == 0);
}

/* Only the integer 1 ticks. */
static bool
reponse_ticks(const struct reponse *r)
{
	return (r != NULL && r->type == REPONSE_ENTIER && r->texte != NULL &&
	    strcmp(r->texte, "1") == 0);
}

/* Anything but null, "", 0 and false. */
static bool
reponse_filled(const struct reponse *r)
{
	if (r == NULL || r->texte[0] == '\0')
		return (false);
	if (r->type == REPONSE_BOOLEEN)
		return (strcmp(r->texte, "true") == 0);
	if (r->type == REPONSE_REEL)
		return (strtod(r->texte, NULL) != 0);
	return (strcmp(r->texte, "0") != 0);
}

/* A plain decimal; 0 when there is none, that is to say not known. */
static double
reponse_nombre(const struct reponses *r, const char *champ)
{
	const char	*texte = reponse_texte(r, champ);
	char		*end;
	double		 v;

	if (texte == NULL || texte[0] < '0' || texte[0] > '9' ||
	    strspn(texte, "0123456789.") != strlen(texte))
		return (0);
	v = strtod(texte, &end);
	return (*end == '\0' && v < NOMBRE_MAX ? v : 0);
}

/* A counter: rounded up (section 1.12). */
static double
reponse_compte(const struct reponses *r, const char *champ)
{
	double	v = reponse_nombre(r, champ);
	double	whole = (double)(long)v;

	return (whole < v ? whole + 1 : whole);
}

static bool
begins_with(const char *texte, const char *debut)
{
	return (strncmp(texte, debut, strlen(debut)) == 0);
}

/* a, b and c end to end.  They come from our tables: they fit. */
static void
slug_build(char slug[SLUG_MAX], const char *a, const char *b, const char *c)
{
	int	n;

	n = snprintf(slug, SLUG_MAX, "%s%s%s", a, b, c);
	assert(n > 0 && n < SLUG_MAX);
}

static void
precision_link(struct travail *t, const struct precision *p)
{
	size_t	i;

	for (i = 0; i < t->out->n; i++) {
		if (t->out->precisions[i] == p->id)
			return;
	}
	t->out->precisions[t->out->n++] = p->id;
}

/* Links by slug; false when the catalogue has no such précision. */
static bool
slug_link(struct travail *t, const char *slug)
{
	const struct precision	*p = desordre_precision_by_slug(slug);

	if (p == NULL)
		return (false);
	precision_link(t, p);
	return (true);
}

/* Links a précision whose slug is written in a table of this file. */
static void
fact_link(struct travail *t, const char *slug)
{
	bool	known = slug_link(t, slug);

	assert(known);
	(void)known;
}

/* The answer a case is about, null or not there being the same. */
static const struct reponse *
cas_reponse(const struct reponses *r, const struct critere *c,
    const struct cas *cas)
{
	char	champ[SLUG_MAX];

	if (cas->champ == NULL)
		return (NULL);
	if (cas->champ[0] != '_')
		return (reponse_find(r, cas->champ));
	slug_build(champ, c->slug, cas->champ, "");
	return (reponse_find(r, champ));
}

/* The first case that holds. */
static const struct cas *
question_answer(const struct reponses *r, const struct critere *c,
    const struct cas *cas)
{
	const struct reponse	*answer;

	for (;; cas++) {
		answer = cas_reponse(r, c, cas);
		switch (cas->condition) {
		case FIN:
		case SINON:
			return (cas);
		case ABSENT:
			if (answer == NULL)
				return (cas);
			break;
		case VAUT:
			if (answer != NULL &&
			    strcmp(answer->texte, cas->valeur) == 0)
				return (cas);
			break;
		}
	}
}

static bool
resolve_unique(struct travail *t, const struct critere *c)
{
	precision_link(t, desordre_precision_by_id(c->premiere));
	return (true);
}

/*
 * Derived from the dwelling, never ticked by the form.  With one précision
 * ticking still says which; with several it says nothing.
 */
static bool
resolve_refuse(struct travail *t, const struct critere *c)
{
	const struct reponse	*ticked;

	if (c->nprecisions == 1)
		return (resolve_unique(t, c));
	ticked = reponse_find(t->reponses, c->slug);
	t->out->champ_refuse = ticked != NULL ? ticked->champ : c->slug;
	return (false);
}

/* No précision for this answer.  A question's first case names its field. */
static void
question_refuse(struct travail *t, const struct critere *c,
    const struct cas *question)
{
	const struct reponse	*answer = cas_reponse(t->reponses, c, question);

	t->out->champ_refuse = answer != NULL ? answer->champ : c->slug;
}

static bool
resolve_questions(struct travail *t, const struct critere *c)
{
	const struct regle	*regle = &regles[c->resolution];
	char			 slug[SLUG_MAX];
	const struct cas	*answer;
	size_t			 i;

	for (i = 0; i < COUNT(regle->questions); i++) {
		if (regle->questions[i] == NULL)
			break;
		answer = question_answer(t->reponses, c, regle->questions[i]);
		if (answer->suffixe == NULL)
			continue;
		slug_build(slug, c->slug, answer->suffixe, "");
		if (slug_link(t, slug))
			continue;
		question_refuse(t, c, regle->questions[i]);
		return (false);
	}
	return (true);
}

static bool
logement_piece_unique(const struct reponses *r)
{
	return (reponse_is(r, "composition_logement_piece_unique",
	    "piece_unique"));
}

/*
 * Which rooms are ticked, as bits of pieces[].  A single room has no rooms to
 * tick: it is all of them.
 */
static unsigned int
pieces_ticked(const struct reponses *r, const char *base)
{
	char		champ[SLUG_MAX];
	unsigned int	ticked = 0;
	size_t		i;

	for (i = 0; i < COUNT(pieces); i++) {
		slug_build(champ, base, pieces[i], "");
		if (reponse_ticks(reponse_find(r, champ)))
			ticked |= 1u << i;
	}
	return (ticked);
}

static bool
resolve_pieces(struct travail *t, const struct critere *c)
{
	const struct regle	*regle = &regles[c->resolution];
	char			 base[SLUG_MAX], slug[SLUG_MAX];
	const struct cas	*suffixe;
	unsigned int		 ticked;
	size_t			 i;

	suffixe = question_answer(t->reponses, c, regle->questions[0]);
	if (suffixe->suffixe == NULL)
		return (true);
	slug_build(base, c->slug, regle->pieces, "");
	ticked = pieces_ticked(t->reponses, base);
	if (logement_piece_unique(t->reponses) ||
	    ticked == (1u << COUNT(pieces)) - 1) {
		slug_build(slug, base, "_tout", suffixe->suffixe);
		fact_link(t, slug);
		return (true);
	}
	for (i = 0; i < COUNT(pieces); i++) {
		if ((ticked & (1u << i)) == 0)
			continue;
		slug_build(slug, base, pieces[i], suffixe->suffixe);
		fact_link(t, slug);
	}
	return (true);
}

/*
 * The odd one: any non-empty answer counts, the living room comes first, and
 * three rooms are not "toutes_pieces" (section 5).
 */
static bool
resolve_plafond(struct travail *t, const struct critere *c)
{
	static const char *const ordre[] = {
		"_piece_a_vivre", "_cuisine", "_salle_de_bain"
	};
	char	slug[SLUG_MAX];
	size_t	i;

	if (logement_piece_unique(t->reponses)) {
		slug_build(slug, c->slug, "_toutes_pieces", "");
		fact_link(t, slug);
		return (true);
	}
	for (i = 0; i < COUNT(ordre); i++) {
		/* the field and the précision have the same slug */
		slug_build(slug, c->slug, ordre[i], "");
		if (reponse_filled(reponse_find(t->reponses, slug)))
			fact_link(t, slug);
	}
	return (true);
}

/* The critère that an answer ticks, or NULL. */
static const struct critere *
critere_ticked(const struct reponse *r)
{
	size_t	i;

	for (i = 0; i < COUNT(tiques_detournees); i++) {
		if (tiques_detournees[i].debut ?
		    !begins_with(r->champ, tiques_detournees[i].champ) :
		    strcmp(r->champ, tiques_detournees[i].champ) != 0)
			continue;
		if (tiques_detournees[i].valeur == NULL ? reponse_ticks(r) :
		    r->texte != NULL &&
		    strcmp(r->texte, tiques_detournees[i].valeur) == 0)
			return (desordre_critere_by_slug(
			    tiques_detournees[i].critere));
	}
	return (reponse_ticks(r) ? desordre_critere_by_slug(r->champ) : NULL);
}

/* Each critère once, whatever number of answers tick it. */
static bool
categorie_resolve(struct travail *t, enum zone zone, const char *categorie)
{
	const struct critere	*c;
	size_t			 i;

	for (i = 0; i < t->reponses->nchamps; i++) {
		if (!begins_with(t->reponses->champs[i].champ, categorie))
			continue;
		c = critere_ticked(&t->reponses->champs[i]);
		if (c == NULL || c->zone != zone || t->done[c->id] ||
		    strcmp(c->categorie, categorie) != 0)
			continue;
		t->done[c->id] = true;
		if (!regles[c->resolution].resolve(t, c))
			return (false);
	}
	return (true);
}

/* Each category once: a list repeated a thousand times is not more work. */
static bool
zone_resolve(struct travail *t, enum zone zone)
{
	/* by first critère; element 0 stands for "no such category" */
	bool		 done[DESORDRES_CRITERES + 1] = { true };
	const char	*categorie;
	int16_t		 first;
	size_t		 i;

	for (i = 0; i < t->reponses->categories[zone].n; i++) {
		categorie = t->reponses->categories[zone].slugs[i];
		first = desordre_categorie_premiere(zone, categorie);
		if (done[first])
			continue;
		done[first] = true;
		if (!categorie_resolve(t, zone, categorie))
			return (false);
	}
	return (true);
}

/*
 * Too many people.  With housing benefit the area decides (9 m2 for one, 16
 * for two, 9 more for each other), else the number of living rooms: strictly
 * more than two people for each.
 */
static void
suroccupation_resolve(struct travail *t)
{
	const struct reponses	*r = t->reponses;
	double			 personnes, superficie, salles;

	personnes = reponse_compte(r, "composition_logement_nombre_personnes");
	salles = reponse_compte(r, "composition_logement_nb_pieces");
	superficie = reponse_nombre(r, "composition_logement_superficie");
	if (personnes < 1)
		return;
	if (reponse_is(r, "logement_social_allocation", "oui")) {
		if (superficie > 0 && superficie < (personnes < 2 ? 9 :
		    16 + 9 * (personnes - 2)))
			fact_link(t, DERIVEE "suroccupation_allocataire");
		return;
	}
	if (salles > 0 && salles < personnes / 2)
		fact_link(t, DERIVEE "suroccupation_non_allocataire");
}

/* A room too small: the only one, or, in several, none of 9 m2. */
static void
surface_resolve(struct travail *t)
{
	const struct reponses	*r = t->reponses;
	double			 superficie;

	if (!logement_piece_unique(r)) {
		if (reponse_is(r, "type_logement_commodites_piece_a_vivre_9m",
		    "non"))
			fact_link(t, DERIVEE "plusieurs_pieces_aucune_piece_9");
		return;
	}
	superficie = reponse_nombre(r, "composition_logement_superficie");
	if (superficie > 0 && superficie < 9)
		fact_link(t, DERIVEE "piece_unique_superficie");
}

static void
logement_resolve(struct travail *t)
{
	const struct reponses	*r = t->reponses;
	size_t			 i;

	for (i = 0; i < COUNT(faits_directs); i++) {
		if (reponse_is(r, faits_directs[i].champ, "oui"))
			fact_link(t, faits_directs[i].precision);
	}
	surface_resolve(t);
	for (i = 0; i < COUNT(commodites); i++) {
		if (!reponse_is(r, commodites[i].champ, "non"))
			continue;
		fact_link(t, reponse_is(r, commodites[i].collectif, "non") ?
		    commodites[i].precision_non : commodites[i].precision_oui);
	}
	if (!reponse_is(r, "type_logement_commodites_wc", "non") &&
	    reponse_is(r, "type_logement_commodites_wc_cuisine", "oui"))
		fact_link(t, DERIVEE "wc_cuisine_ensemble");
	suroccupation_resolve(t);
}

bool
resolution_resolve(const struct reponses *r, struct resolution *out)
{
	struct travail	t = { .reponses = r, .out = out };
	int		zone;

	memset(out, 0, sizeof(*out));
	if (!r->categories_presentes)
		return (true);
	for (zone = 0; zone < ZONES; zone++) {
		if (!zone_resolve(&t, (enum zone)zone)) {
			out->n = 0;
			return (false);
		}
	}
	logement_resolve(&t);
	return (true);
}

void
resolution_contexte(const struct reponses *r, struct contexte_criticite *out)
{
	memset(out, 0, sizeof(*out));
	out->enfants_moins_6 = oui_non_nsp_parse(reponse_texte(r,
	    "composition_logement_enfants"));
	out->assurance_contactee = assurance_contactee_parse(reponse_texte(r,
	    "info_procedure_assurance_contactee"));
	out->dpe = oui_non_nsp_parse(reponse_texte(r, "bail_dpe_dpe"));
	out->classe_energetique = classe_energetique_parse(reponse_texte(r,
	    "bail_dpe_classe_energetique"));
	out->annee_dpe = annee_dpe_parse(reponse_texte(r,
	    "desordres_logement_chauffage_details_dpe_annee"));
	out->superficie = reponse_nombre(r, "composition_logement_superficie");
}

bool
resolution_zone_declaree(const char *zone_concernee_zone, enum zone zone)
{
	if (zone_concernee_zone == NULL)
		return (true);
	if (strcmp(zone_concernee_zone, "batiment") == 0)
		return (zone == ZONE_BATIMENT);
	if (strcmp(zone_concernee_zone, "logement") == 0)
		return (zone == ZONE_LOGEMENT);
	return (true);
}
