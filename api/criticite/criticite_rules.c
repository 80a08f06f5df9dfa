/*
 * Criticité: score and suspected qualifications, from a grid.
 *
 * criticite_evaluate() does three things in order: it lists the contributions
 * (one per distinct précision), adds them into the two zone scores and the
 * score, then asks each qualification whether it is suspected, in the order
 * of section 4.1 of domain/intake.md.  Every figure is an IEEE double and
 * nothing is rounded; a bound belongs to the band below it.
 *
 * No clock, no allocation, no input or output.
 */
#include <assert.h>
#include <string.h>

#include "criticite/criticite_rules.h"

static const char *const oui_non_nsp_names[] = {
	[ONN_INCONNU] = NULL, [ONN_OUI] = "oui", [ONN_NON] = "non",
	[ONN_NSP] = "nsp"
};

static const char *const assurance_names[] = {
	[ASSURANCE_INCONNUE] = NULL, [ASSURANCE_OUI] = "oui",
	[ASSURANCE_NON] = "non",
	[ASSURANCE_PAS_ASSURANCE_LOGEMENT] = "pas_assurance_logement",
	[ASSURANCE_NSP] = "nsp"
};

static const char *const classe_names[] = {
	[CLASSE_INCONNUE] = NULL, [CLASSE_A] = "A", [CLASSE_B] = "B",
	[CLASSE_C] = "C", [CLASSE_D] = "D", [CLASSE_E] = "E", [CLASSE_F] = "F",
	[CLASSE_G] = "G", [CLASSE_NSP] = "nsp"
};

static const char *const annee_dpe_names[] = {
	[ANNEE_DPE_INCONNUE] = NULL, [ANNEE_DPE_AVANT_2023] = "before2023",
	[ANNEE_DPE_DEPUIS_2023] = "post2023", [ANNEE_DPE_NSP] = "nsp"
};

#define STATUT_QUALIFICATION_NAME(name)	[STATUT_##name] = #name,
static const char *const statut_names[STATUTS_QUALIFICATION] = {
	STATUT_QUALIFICATION_LIST(STATUT_QUALIFICATION_NAME)
};
#undef STATUT_QUALIFICATION_NAME

#define NAMES(table)	(sizeof(table) / sizeof((table)[0]))

/* Index of a word in a table whose element 0 is "not answered". */
static unsigned int
name_index(const char *const *names, size_t n, const char *word)
{
	unsigned int	i;

	if (word == NULL)
		return (0);
	for (i = 1; i < n; i++) {
		if (strcmp(names[i], word) == 0)
			return (i);
	}
	return (0);
}

enum oui_non_nsp
oui_non_nsp_parse(const char *word)
{
	return ((enum oui_non_nsp)name_index(oui_non_nsp_names,
	    NAMES(oui_non_nsp_names), word));
}

enum assurance_contactee
assurance_contactee_parse(const char *word)
{
	return ((enum assurance_contactee)name_index(assurance_names,
	    NAMES(assurance_names), word));
}

enum classe_energetique
classe_energetique_parse(const char *word)
{
	return ((enum classe_energetique)name_index(classe_names,
	    NAMES(classe_names), word));
}

enum annee_dpe
annee_dpe_parse(const char *word)
{
	return ((enum annee_dpe)name_index(annee_dpe_names,
	    NAMES(annee_dpe_names), word));
}

const char *
oui_non_nsp_name(enum oui_non_nsp v)
{
	assert((unsigned int)v < NAMES(oui_non_nsp_names));
	return (oui_non_nsp_names[v]);
}

const char *
assurance_contactee_name(enum assurance_contactee v)
{
	assert((unsigned int)v < NAMES(assurance_names));
	return (assurance_names[v]);
}

const char *
classe_energetique_name(enum classe_energetique v)
{
	assert((unsigned int)v < NAMES(classe_names));
	return (classe_names[v]);
}

const char *
annee_dpe_name(enum annee_dpe v)
{
	assert((unsigned int)v < NAMES(annee_dpe_names));
	return (annee_dpe_names[v]);
}

const char *
statut_qualification_name(enum statut_qualification s)
{
	assert((unsigned int)s < STATUTS_QUALIFICATION);
	return (statut_names[s]);
}

static const struct precision *
grille_precision(const struct grille *g, int16_t id)
{
	assert(id >= 1 && (size_t)id <= g->nprecisions);
	return (&g->precisions[id - 1]);
}

/* Section 3.1: coefficient / denominator x 100, halved between two zones. */
static void
contributions_list(const struct grille *g, const int16_t *precisions, size_t n,
    double facteur, struct evaluation *out)
{
	bool			 seen[DESORDRES_PRECISIONS] = { false };
	const struct precision	*p;
	struct contribution	*c;
	size_t			 i;

	assert(g->nprecisions <= DESORDRES_PRECISIONS);
	for (i = 0; i < n; i++) {
		p = grille_precision(g, precisions[i]);
		if (seen[precisions[i] - 1])
			continue;
		seen[precisions[i] - 1] = true;
		c = &out->contributions[out->ncontributions++];
		c->precision = precisions[i];
		c->zone = p->zone;
		c->coefficient = p->coefficient;
		c->points = p->coefficient / g->denominateurs[p->zone] *
		    100 / 2 * facteur;
	}
}

static double
score_zone(const struct grille *g, const struct evaluation *ev, enum zone zone)
{
	double	sum = 0;
	size_t	i;

	for (i = 0; i < ev->ncontributions; i++) {
		if (ev->contributions[i].zone == zone)
			sum += ev->contributions[i].coefficient;
	}
	return (sum / g->denominateurs[zone] * 100);
}

/* The factor and the cap touch the score, never the two it is made of. */
static void
score_compute(const struct grille *g, bool enfant, struct evaluation *ev)
{
	ev->score_batiment = score_zone(g, ev, ZONE_BATIMENT);
	ev->score_logement = score_zone(g, ev, ZONE_LOGEMENT);
	ev->score = (ev->score_batiment + ev->score_logement) / 2;
	if (enfant)
		ev->score *= g->majoration_enfant;
	if (ev->score > g->plafond)
		ev->score = g->plafond;
}

static bool
precision_carries(const struct precision *p, enum qualification q)
{
	if (q == QUALIFICATION_DANGER)
		return (p->danger);
	if (q == QUALIFICATION_SUROCCUPATION)
		return (p->suroccupation);
	return ((p->qualifications & (1u << q)) != 0);
}

static bool
any_carries(const struct grille *g, const struct evaluation *ev,
    enum qualification q)
{
	size_t	i;

	for (i = 0; i < ev->ncontributions; i++) {
		if (precision_carries(grille_precision(g,
		    ev->contributions[i].precision), q))
			return (true);
	}
	return (false);
}

static bool
any_insalubrite_obligatoire(const struct grille *g, const struct evaluation *ev)
{
	size_t	i;

	for (i = 0; i < ev->ncontributions; i++) {
		if (grille_precision(g, ev->contributions[i].precision)->
		    insalubrite_obligatoire)
			return (true);
	}
	return (false);
}

/* Adds a row; the précisions that carry the tag are linked to it, if any. */
static struct qualification_suspectee *
qualification_add(const struct grille *g, struct evaluation *ev,
    enum qualification q, enum statut_qualification statut)
{
	struct qualification_suspectee	*row;
	int16_t				 id;
	size_t				 i;

	assert(ev->nqualifications < QUALIFICATIONS);
	row = &ev->qualifications[ev->nqualifications++];
	row->qualification = q;
	row->statut = statut;
	for (i = 0; i < ev->ncontributions; i++) {
		id = ev->contributions[i].precision;
		if (precision_carries(grille_precision(g, id), q))
			row->precisions[row->nprecisions++] = id;
	}
	return (row);
}

static void
qualification_add_if_carried(const struct grille *g, struct evaluation *ev,
    enum qualification q, enum statut_qualification statut)
{
	if (any_carries(g, ev, q))
		qualification_add(g, ev, q, statut);
}

/*
 * Section 4.1, step 2: the only step that reads the score.  The INSALUBRITE
 * tag decides nothing here, it only says which précisions to list.
 */
static void
qualification_by_score(const struct grille *g,
    const struct contexte_criticite *ctx, struct evaluation *ev)
{
	bool	obligatoire = any_insalubrite_obligatoire(g, ev);

	if (ev->score <= g->seuil_manquement) {
		if (obligatoire)
			qualification_add(g, ev, QUALIFICATION_INSALUBRITE,
			    STATUT_INSALUBRITE_CHECK);
		if (ctx->assurance_contactee != ASSURANCE_OUI)
			qualification_add_if_carried(g, ev,
			    QUALIFICATION_ASSURANTIEL,
			    STATUT_ASSURANTIEL_CHECK);
		return;
	}
	if (ev->score > g->seuil_peril)
		qualification_add_if_carried(g, ev,
		    QUALIFICATION_MISE_EN_SECURITE_PERIL,
		    STATUT_MISE_EN_SECURITE_PERIL_CHECK);
	if (ev->score > g->seuil_insalubrite || obligatoire)
		qualification_add(g, ev, QUALIFICATION_INSALUBRITE,
		    STATUT_INSALUBRITE_CHECK);
	else
		qualification_add(g, ev, QUALIFICATION_INSALUBRITE,
		    STATUT_INSALUBRITE_MANQUEMENT_CHECK);
}

/* Section 4.2: an unknown year counts as 2023 or later. */
static struct details_nde
nde_details(const struct contexte_criticite *ctx)
{
	struct details_nde	d = { 0 };

	d.classe_energetique = ctx->classe_energetique;
	if (ctx->dpe == ONN_OUI || (ctx->dpe == ONN_NON && ctx->dpe_verifie))
		d.dpe = ctx->dpe;
	d.date_dernier_dpe = "2023-01-02";
	if (ctx->consommation_finale > 0)
		d.consommation_energie = ctx->consommation_finale;
	if (ctx->annee_dpe == ANNEE_DPE_AVANT_2023) {
		d.date_dernier_dpe = "1970-01-01";
		if (ctx->consommation > 0 && ctx->superficie > 0)
			d.consommation_energie = ctx->consommation;
	}
	return (d);
}

static enum statut_qualification
nde_statut(const struct grille *g, const struct contexte_criticite *ctx,
    const struct details_nde *d, size_t nprecisions)
{
	double	conso = d->consommation_energie;

	if (d->dpe == ONN_INCONNU)
		return (STATUT_NDE_CHECK);
	if (d->dpe == ONN_NON)
		return (STATUT_NDE_AVEREE);
	if (ctx->annee_dpe == ANNEE_DPE_AVANT_2023 && ctx->superficie > 0)
		conso /= ctx->superficie;
	if (conso > g->seuil_consommation)
		return (STATUT_NDE_AVEREE);
	if (d->classe_energetique != CLASSE_G &&
	    (conso > 0 || nprecisions == 0))
		return (STATUT_NDE_OK);
	return (STATUT_NDE_CHECK);
}

static void
qualification_nde(const struct grille *g, const struct contexte_criticite *ctx,
    struct evaluation *ev)
{
	struct qualification_suspectee	*row;

	if (!any_carries(g, ev, QUALIFICATION_NON_DECENCE_ENERGETIQUE) &&
	    ctx->classe_energetique != CLASSE_G)
		return;
	row = qualification_add(g, ev, QUALIFICATION_NON_DECENCE_ENERGETIQUE,
	    STATUT_NDE_CHECK);
	row->has_details = true;
	row->details = nde_details(ctx);
	row->statut = nde_statut(g, ctx, &row->details, row->nprecisions);
}

void
criticite_evaluate(const struct grille *g, const int16_t *precisions, size_t n,
    const struct contexte_criticite *ctx, struct evaluation *out)
{
	bool	enfant = ctx->enfants_moins_6 == ONN_OUI;

	memset(out, 0, sizeof(*out));
	out->grille = g->version;
	contributions_list(g, precisions, n,
	    enfant ? g->majoration_enfant : 1, out);
	score_compute(g, enfant, out);

	qualification_add_if_carried(g, out, QUALIFICATION_NON_DECENCE,
	    STATUT_NON_DECENCE_CHECK);
	qualification_add_if_carried(g, out, QUALIFICATION_RSD,
	    STATUT_RSD_CHECK);
	qualification_add_if_carried(g, out, QUALIFICATION_SALETE,
	    STATUT_SALETE_CHECK);
	qualification_by_score(g, ctx, out);
	qualification_add_if_carried(g, out, QUALIFICATION_SUROCCUPATION,
	    STATUT_SUROCCUPATION_CHECK);
	qualification_add_if_carried(g, out, QUALIFICATION_DANGER,
	    STATUT_DANGER_CHECK);
	qualification_nde(g, ctx, out);
}
