/*
 * Criticité: the worked examples of domain/intake.md, section 3.3, to 1e-9,
 * then each rule of sections 4.1 and 4.2 on its own.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "criticite/criticite_rules.h"

#define B	"desordres_batiment_"
#define L	"desordres_logement_"
#define T	"desordres_type_composition_logement_"
#define COUNT(t)	(sizeof(t) / sizeof((t)[0]))
#define ROWS_MAX	9
#define END		STATUTS_QUALIFICATION

static const struct contexte_criticite rien;

static void
assert_close(double got, double expected)
{
	double	gap = got - expected;

	if (gap < -1e-9 || gap > 1e-9)
		fail_msg("%.17g is not %.17g", got, expected);
}

/* Turns slugs, up to a NULL, into ids. */
static size_t
ids_of(const char *const *slugs, size_t max, int16_t *ids)
{
	const struct precision	*p;
	size_t			 n;

	for (n = 0; n < max && slugs[n] != NULL; n++) {
		p = desordre_precision_by_slug(slugs[n]);
		if (p == NULL)
			fail_msg("no précision %s", slugs[n]);
		ids[n] = p->id;
	}
	return (n);
}

static void
evaluate_slugs(const char *const *slugs, size_t max,
    const struct contexte_criticite *ctx, struct evaluation *ev)
{
	int16_t	ids[DESORDRES_PRECISIONS];
	size_t	n;

	n = ids_of(slugs, max, ids);
	criticite_evaluate(&grille_v1, ids, n, ctx, ev);
}

/* The rows are these and no other, in this order; END ends the list. */
static void
assert_rows(const struct evaluation *ev, const enum statut_qualification *rows,
    size_t max)
{
	size_t	i;

	for (i = 0; i < max && rows[i] != END; i++) {
		if (i >= ev->nqualifications)
			fail_msg("%s is missing",
			    statut_qualification_name(rows[i]));
		assert_string_equal(
		    statut_qualification_name(ev->qualifications[i].statut),
		    statut_qualification_name(rows[i]));
	}
	if (i < ev->nqualifications)
		fail_msg("%s was not expected", statut_qualification_name(
		    ev->qualifications[i].statut));
}

static const struct qualification_suspectee *
row_of(const struct evaluation *ev, enum qualification q)
{
	size_t	i;

	for (i = 0; i < ev->nqualifications; i++) {
		if (ev->qualifications[i].qualification == q)
			return (&ev->qualifications[i]);
	}
	return (NULL);
}

/* Section 3.3, examples 1 to 8 and 11. */
static const struct {
	int				 number;
	const char			*precisions[8];
	bool				 enfant;
	enum assurance_contactee	 assurance;
	double				 batiment, logement, score;
	enum statut_qualification	 rows[ROWS_MAX];
} exemples[] = {
	{ 1, { NULL }, false, ASSURANCE_INCONNUE, 0, 0, 0, { END } },
	{ 2, { T "sous_combles" }, false, ASSURANCE_INCONNUE,
	    0, 24.0 / 102 * 100, 24.0 / 102 * 50,
	    { STATUT_INSALUBRITE_CHECK, END } },
	{ 3, { T "piece_unique_superficie", L "lumiere_pas_lumiere_pieces_tout",
	    L "lumiere_plafond_trop_bas_toutes_pieces" },
	    false, ASSURANCE_INCONNUE, 0, 18.0 / 102 * 100, 18.0 / 102 * 50,
	    { STATUT_NON_DECENCE_CHECK, STATUT_RSD_CHECK,
	      STATUT_INSALUBRITE_CHECK, END } },
	{ 4, { T "piece_unique_superficie", L "lumiere_pas_lumiere_pieces_tout",
	    L "lumiere_plafond_trop_bas_toutes_pieces" },
	    true, ASSURANCE_INCONNUE, 0, 18.0 / 102 * 100, 18.0 / 102 * 55,
	    { STATUT_NON_DECENCE_CHECK, STATUT_RSD_CHECK,
	      STATUT_INSALUBRITE_CHECK, END } },
	{ 5, { L "humidite_cuisine_details_machine_non",
	    L "humidite_cuisine_details_fuite_oui",
	    L "humidite_cuisine_details_moisissure_apres_nettoyage_oui" },
	    false, ASSURANCE_NON, 0, 2.5 / 102 * 100, 2.5 / 102 * 50,
	    { STATUT_NON_DECENCE_CHECK, STATUT_RSD_CHECK,
	      STATUT_ASSURANTIEL_CHECK, END } },
	{ 6, { B "securite_toit", B "securite_escalier_details_dangereux",
	    B "securite_murs_fissures_details_mur_porteur_nsp",
	    B "incendie_odeur_gaz", L "electricite_installation_dangereuse",
	    L "securite_plomb_pieces_piece_a_vivre_diagnostique_non" },
	    false, ASSURANCE_INCONNUE, 17.0 / 84 * 100, 4.5 / 102 * 100,
	    17.0 / 84 * 50 + 4.5 / 102 * 50,
	    { STATUT_NON_DECENCE_CHECK, STATUT_RSD_CHECK,
	      STATUT_INSALUBRITE_MANQUEMENT_CHECK, STATUT_DANGER_CHECK, END } },
	{ 7, { B "securite_toit", B "securite_escalier_details_dangereux",
	    B "securite_murs_fissures_details_mur_porteur_nsp",
	    B "incendie_odeur_gaz", L "electricite_installation_dangereuse",
	    L "securite_plomb_pieces_piece_a_vivre_diagnostique_non" },
	    true, ASSURANCE_INCONNUE, 17.0 / 84 * 100, 4.5 / 102 * 100,
	    17.0 / 84 * 55 + 4.5 / 102 * 55,
	    { STATUT_NON_DECENCE_CHECK, STATUT_RSD_CHECK,
	      STATUT_INSALUBRITE_MANQUEMENT_CHECK, STATUT_DANGER_CHECK, END } },
	{ 8, { L "lumiere_pas_lumiere_pieces_tout",
	    L "aeration_aucune_aeration_pieces_tout", L "eau_eau_chaude",
	    L "chauffage_details_fenetres_permeables_pieces_salle_de_bain" },
	    false, ASSURANCE_INCONNUE, 0, 20, 10,
	    { STATUT_NON_DECENCE_CHECK, STATUT_RSD_CHECK,
	      STATUT_INSALUBRITE_CHECK, STATUT_NDE_CHECK, END } },
	{ 11, { T "sous_combles", L "aeration_aucune_aeration_pieces_tout",
	    L "lumiere_pas_lumiere_pieces_tout",
	    B "isolation_dernier_etage_toit_sous_combles",
	    B "isolation_murs" }, false, ASSURANCE_INCONNUE,
	    6.0 / 84 * 100, 42.0 / 102 * 100, 6.0 / 84 * 50 + 42.0 / 102 * 50,
	    { STATUT_NON_DECENCE_CHECK, STATUT_RSD_CHECK,
	      STATUT_INSALUBRITE_CHECK, END } }
};

static void
the_worked_examples_come_out_exactly(void **state)
{
	struct contexte_criticite	ctx;
	struct evaluation		ev;
	size_t				i;

	(void)state;
	for (i = 0; i < COUNT(exemples); i++) {
		print_message("example %d\n", exemples[i].number);
		ctx = rien;
		ctx.enfants_moins_6 = exemples[i].enfant ? ONN_OUI : ONN_NON;
		ctx.assurance_contactee = exemples[i].assurance;
		evaluate_slugs(exemples[i].precisions,
		    COUNT(exemples[i].precisions), &ctx, &ev);
		assert_int_equal(ev.grille, 1);
		assert_close(ev.score_batiment, exemples[i].batiment);
		assert_close(ev.score_logement, exemples[i].logement);
		assert_close(ev.score, exemples[i].score);
		assert_rows(&ev, exemples[i].rows, ROWS_MAX);
	}
}

/* Example 8: 20.4 / 102 is a fifth, and the bound belongs to the band below. */
static void
exactly_ten_is_still_the_lowest_band(void **state)
{
	struct evaluation	ev;

	(void)state;
	evaluate_slugs(exemples[7].precisions, COUNT(exemples[7].precisions),
	    &rien, &ev);
	assert_int_equal(exemples[7].number, 8);
	assert_true(ev.score <= 10);
	assert_close(ev.score, 10);
}

/* The précision of largest coefficient of each critère of the building. */
static size_t
worst_building(int16_t *ids)
{
	const struct critere	*c;
	int16_t			 best, id;
	size_t			 n = 0;
	int			 i;

	for (i = 1; i <= DESORDRES_CRITERES; i++) {
		c = desordre_critere_by_id(i);
		if (c->zone != ZONE_BATIMENT)
			continue;
		best = c->premiere;
		for (id = best; id < c->premiere + c->nprecisions; id++) {
			if (desordre_precision_by_id(id)->coefficient >
			    desordre_precision_by_id(best)->coefficient)
				best = id;
		}
		ids[n++] = best;
	}
	return (n);
}

static void
the_worst_building_is_fifty_and_no_peril(void **state)
{
	static const enum statut_qualification rows[] = {
		STATUT_NON_DECENCE_CHECK, STATUT_RSD_CHECK,
		STATUT_INSALUBRITE_CHECK, STATUT_DANGER_CHECK, END
	};
	struct evaluation	ev;
	int16_t			ids[DESORDRES_PRECISIONS];
	size_t			n;

	(void)state;
	n = worst_building(ids);
	criticite_evaluate(&grille_v1, ids, n, &rien, &ev);
	assert_close(ev.score_batiment, 100);
	assert_close(ev.score_logement, 0);
	assert_close(ev.score, 50);
	assert_rows(&ev, rows, COUNT(rows));
}

static void
the_worst_building_with_a_young_child_is_fifty_five_and_peril(void **state)
{
	static const enum statut_qualification rows[] = {
		STATUT_NON_DECENCE_CHECK, STATUT_RSD_CHECK,
		STATUT_MISE_EN_SECURITE_PERIL_CHECK, STATUT_INSALUBRITE_CHECK,
		STATUT_DANGER_CHECK, END
	};
	struct contexte_criticite	ctx = { .enfants_moins_6 = ONN_OUI };
	struct evaluation		ev;
	int16_t				ids[DESORDRES_PRECISIONS];
	size_t				n;

	(void)state;
	n = worst_building(ids);
	criticite_evaluate(&grille_v1, ids, n, &ctx, &ev);
	assert_close(ev.score_batiment, 100);
	assert_close(ev.score, 55);
	assert_rows(&ev, rows, COUNT(rows));
}

/* Example 12: B = 40 and L = 14.55, here from précisions of the catalogue. */
static void
forty_and_fourteen_and_a_half_with_a_child_is_thirty_four(void **state)
{
	static const char *const slugs[] = {
		B "maintenance_ascenseur", B "securite_toit",
		B "securite_balcons", B "securite_escalier_details_dangereux",
		B "securite_murs_fissures_details_mur_porteur_oui",
		B "securite_sol_details_plancher_effondre",
		B "securite_elements_toit",
		L "lumiere_pas_lumiere_pieces_tout",
		L "chauffage_details_fenetres_permeables_pieces_cuisine",
		L "chauffage_details_difficultes_chauffage_pieces_cuisine",
		L "humidite_cuisine_details_machine_oui",
		L "bruit_voisins", NULL
	};
	struct contexte_criticite	ctx = { .enfants_moins_6 = ONN_OUI };
	struct evaluation		ev;

	(void)state;
	evaluate_slugs(slugs, COUNT(slugs), &ctx, &ev);
	assert_close(ev.score_batiment, 40.0 / 84 * 100);
	assert_close(ev.score_logement, 14.55 / 102 * 100);
	assert_close(ev.score, (40.0 / 84 + 14.55 / 102) * 50 * 1.1);
	assert_true(ev.score > 34.035 && ev.score < 34.045);
}

/* Example 13. */
static void
everything_at_once_is_capped_at_a_hundred(void **state)
{
	struct contexte_criticite	ctx = { .enfants_moins_6 = ONN_OUI };
	struct evaluation		ev;
	int16_t				ids[DESORDRES_PRECISIONS];
	int16_t				i;

	(void)state;
	for (i = 0; i < DESORDRES_PRECISIONS; i++)
		ids[i] = (int16_t)(i + 1);
	criticite_evaluate(&grille_v1, ids, DESORDRES_PRECISIONS, &ctx, &ev);
	assert_close(ev.score_batiment, 109.0 / 84 * 100);
	assert_close(ev.score_logement, 264.5 / 102 * 100);
	assert_close(ev.score, 100);
	assert_int_equal(ev.ncontributions, DESORDRES_PRECISIONS);
	/* every qualification but ASSURANTIEL, which ends at 10 */
	assert_int_equal(ev.nqualifications, QUALIFICATIONS - 1);
	assert_null(row_of(&ev, QUALIFICATION_ASSURANTIEL));
}

/* Example 14: the first algorithm is the same formula on another grid. */
static void
another_grid_gives_another_score(void **state)
{
	static const struct precision precisions[] = {
		{ .slug = "a", .id = 1, .zone = ZONE_BATIMENT,
		    .coefficient = 3 },
		{ .slug = "b", .id = 2, .zone = ZONE_BATIMENT,
		    .coefficient = 0.5 },
		{ .slug = "c", .id = 3, .zone = ZONE_LOGEMENT,
		    .coefficient = 4 }
	};
	struct grille			g = grille_v1;
	struct contexte_criticite	ctx = { .enfants_moins_6 = ONN_OUI };
	struct evaluation		ev;
	static const int16_t		ids[] = { 1, 2, 3 };

	(void)state;
	g.version = 7;
	g.denominateurs[ZONE_BATIMENT] = 136;
	g.denominateurs[ZONE_LOGEMENT] = 126;
	g.precisions = precisions;
	g.nprecisions = COUNT(precisions);
	criticite_evaluate(&g, ids, COUNT(ids), &ctx, &ev);
	assert_int_equal(ev.grille, 7);
	assert_close(ev.score_batiment, 3.5 / 136 * 100);
	assert_close(ev.score_logement, 4.0 / 126 * 100);
	assert_close(ev.score, (3.5 / 136 + 4.0 / 126) * 50 * 1.1);
	assert_true(ev.score > 3.155 && ev.score < 3.165);
}

static void
the_grid_decides_the_bands_the_factor_and_the_cap(void **state)
{
	static const char *const slugs[] = { B "securite_toit", NULL };
	static const enum statut_qualification rows[] = {
		STATUT_NON_DECENCE_CHECK, STATUT_RSD_CHECK,
		STATUT_MISE_EN_SECURITE_PERIL_CHECK, STATUT_INSALUBRITE_CHECK,
		STATUT_DANGER_CHECK, END
	};
	struct grille			g = grille_v1;
	struct contexte_criticite	ctx = { .enfants_moins_6 = ONN_OUI };
	struct evaluation		ev;
	int16_t				ids[1];

	(void)state;
	g.majoration_enfant = 2;
	g.plafond = 5;
	g.seuil_manquement = 1;
	g.seuil_insalubrite = 2;
	g.seuil_peril = 4;
	ids_of(slugs, COUNT(slugs), ids);
	criticite_evaluate(&g, ids, 1, &ctx, &ev);
	assert_close(ev.score, 5);		/* 7.14 uncapped */
	assert_rows(&ev, rows, COUNT(rows));
}

static void
points_add_up_to_the_score_before_the_cap(void **state)
{
	struct contexte_criticite	ctx;
	struct evaluation		ev;
	double				sum;
	size_t				i, k;

	(void)state;
	for (i = 0; i < COUNT(exemples); i++) {
		ctx = rien;
		ctx.enfants_moins_6 = exemples[i].enfant ? ONN_OUI : ONN_NON;
		evaluate_slugs(exemples[i].precisions,
		    COUNT(exemples[i].precisions), &ctx, &ev);
		sum = 0;
		for (k = 0; k < ev.ncontributions; k++)
			sum += ev.contributions[k].points;
		assert_close(sum, ev.score);
	}
}

static void
a_contribution_says_what_it_adds(void **state)
{
	static const char *const slugs[] = {
		B "securite_toit", T "sous_sol", NULL
	};
	struct contexte_criticite	ctx = { .enfants_moins_6 = ONN_OUI };
	struct evaluation		ev;

	(void)state;
	evaluate_slugs(slugs, COUNT(slugs), &ctx, &ev);
	assert_int_equal(ev.ncontributions, 2);
	assert_int_equal(ev.contributions[0].precision,
	    desordre_precision_by_slug(slugs[0])->id);
	assert_int_equal(ev.contributions[0].zone, ZONE_BATIMENT);
	assert_close(ev.contributions[0].coefficient, 6);
	assert_close(ev.contributions[0].points, 6.0 / 84 * 50 * 1.1);
	assert_int_equal(ev.contributions[1].zone, ZONE_LOGEMENT);
	assert_close(ev.contributions[1].points, 24.0 / 102 * 50 * 1.1);
}

static void
a_precision_given_twice_counts_once(void **state)
{
	static const char *const slugs[] = {
		B "securite_toit", B "securite_toit", NULL
	};
	struct evaluation	ev;

	(void)state;
	evaluate_slugs(slugs, COUNT(slugs), &rien, &ev);
	assert_int_equal(ev.ncontributions, 1);
	assert_close(ev.score_batiment, 6.0 / 84 * 100);
	assert_int_equal(row_of(&ev, QUALIFICATION_DANGER)->nprecisions, 1);
}

static void
only_a_child_under_six_for_sure_raises_the_score(void **state)
{
	static const char *const slugs[] = { B "securite_toit", NULL };
	static const struct {
		enum oui_non_nsp	enfants;
		double			factor;
	} t[] = {
		{ ONN_INCONNU, 1 }, { ONN_NON, 1 }, { ONN_NSP, 1 },
		{ ONN_OUI, 1.1 }
	};
	struct contexte_criticite	ctx = rien;
	struct evaluation		ev;
	size_t				i;

	(void)state;
	for (i = 0; i < COUNT(t); i++) {
		ctx.enfants_moins_6 = t[i].enfants;
		evaluate_slugs(slugs, COUNT(slugs), &ctx, &ev);
		assert_close(ev.score, 6.0 / 84 * 50 * t[i].factor);
		assert_close(ev.score_batiment, 6.0 / 84 * 100);
	}
}

static void
a_score_of_zero_can_have_qualifications(void **state)
{
	static const char *const slugs[] = {
		L "proprete_pieces_tout",
		L "nuisibles_rongeurs_details_date_nsp", NULL
	};
	static const enum statut_qualification rows[] = {
		STATUT_NON_DECENCE_CHECK, STATUT_RSD_CHECK, STATUT_SALETE_CHECK,
		END
	};
	struct evaluation	ev;

	(void)state;
	evaluate_slugs(slugs, COUNT(slugs), &rien, &ev);
	assert_close(ev.score, 0);
	assert_rows(&ev, rows, COUNT(rows));
}

/* A building of one précision whose coefficient makes the score asked for. */
static void
evaluate_score(double score, unsigned int tags, bool obligatoire,
    struct evaluation *ev)
{
	const struct precision p = {
		.slug = "p", .id = 1, .zone = ZONE_BATIMENT,
		.coefficient = score, .qualifications = tags,
		.insalubrite_obligatoire = obligatoire
	};
	struct grille		g = grille_v1;
	static const int16_t	ids[] = { 1 };

	g.denominateurs[ZONE_BATIMENT] = 50;	/* coefficient = score */
	g.precisions = &p;
	g.nprecisions = 1;
	criticite_evaluate(&g, ids, 1, &rien, ev);
	assert_close(ev->score, score);
}

static const struct {
	double				score;
	bool				obligatoire;
	enum statut_qualification	rows[ROWS_MAX];
} bandes[] = {
	{ 0, false, { STATUT_ASSURANTIEL_CHECK, END } },
	{ 0, true, { STATUT_INSALUBRITE_CHECK, STATUT_ASSURANTIEL_CHECK,
	    END } },
	{ 10, false, { STATUT_ASSURANTIEL_CHECK, END } },
	{ 10, true, { STATUT_INSALUBRITE_CHECK, STATUT_ASSURANTIEL_CHECK,
	    END } },
	{ 10.001, false, { STATUT_INSALUBRITE_MANQUEMENT_CHECK, END } },
	{ 10.001, true, { STATUT_INSALUBRITE_CHECK, END } },
	{ 30, false, { STATUT_INSALUBRITE_MANQUEMENT_CHECK, END } },
	{ 30.001, false, { STATUT_INSALUBRITE_CHECK, END } },
	{ 50, true, { STATUT_INSALUBRITE_CHECK, END } },
	{ 50.001, false, { STATUT_MISE_EN_SECURITE_PERIL_CHECK,
	    STATUT_INSALUBRITE_CHECK, END } },
	{ 100, true, { STATUT_MISE_EN_SECURITE_PERIL_CHECK,
	    STATUT_INSALUBRITE_CHECK, END } }
};

static void
ten_thirty_and_fifty_belong_to_the_band_below(void **state)
{
	const unsigned int	tags = 1u << QUALIFICATION_ASSURANTIEL |
	    1u << QUALIFICATION_MISE_EN_SECURITE_PERIL;
	struct evaluation	ev;
	size_t			i;

	(void)state;
	for (i = 0; i < COUNT(bandes); i++) {
		evaluate_score(bandes[i].score, tags, bandes[i].obligatoire,
		    &ev);
		assert_rows(&ev, bandes[i].rows, ROWS_MAX);
	}
}

static void
peril_needs_a_precision_that_carries_it(void **state)
{
	static const enum statut_qualification rows[] = {
		STATUT_INSALUBRITE_CHECK, END
	};
	struct evaluation	ev;

	(void)state;
	evaluate_score(60, 0, false, &ev);
	assert_rows(&ev, rows, COUNT(rows));
}

static void
insalubrite_lists_the_tagged_precisions_only(void **state)
{
	static const char *const slugs[] = {
		T "piece_unique_superficie",		/* no tag */
		L "lumiere_pas_lumiere_pieces_cuisine",	/* tagged */
		NULL
	};
	const struct qualification_suspectee	*row;
	struct evaluation			 ev;

	(void)state;
	evaluate_slugs(slugs, COUNT(slugs), &rien, &ev);
	row = row_of(&ev, QUALIFICATION_INSALUBRITE);
	assert_non_null(row);
	assert_int_equal(row->nprecisions, 1);
	assert_int_equal(row->precisions[0],
	    desordre_precision_by_slug(slugs[1])->id);
	assert_false(row->has_details);
}

static void
only_a_contacted_insurer_clears_assurantiel(void **state)
{
	static const char *const slugs[] = {
		L "humidite_tout_details_fuite_oui", NULL
	};
	static const struct {
		enum assurance_contactee	assurance;
		bool				suspected;
	} t[] = {
		{ ASSURANCE_INCONNUE, true }, { ASSURANCE_NON, true },
		{ ASSURANCE_NSP, true },
		{ ASSURANCE_PAS_ASSURANCE_LOGEMENT, true },
		{ ASSURANCE_OUI, false }
	};
	struct contexte_criticite	ctx = rien;
	struct evaluation		ev;
	size_t				i;

	(void)state;
	for (i = 0; i < COUNT(t); i++) {
		ctx.assurance_contactee = t[i].assurance;
		evaluate_slugs(slugs, COUNT(slugs), &ctx, &ev);
		assert_int_equal(row_of(&ev, QUALIFICATION_ASSURANTIEL) != NULL,
		    t[i].suspected);
	}
}

static void
suroccupation_and_danger_come_from_flags_and_list_them(void **state)
{
	static const char *const slugs[] = {
		T "suroccupation_allocataire", B "incendie_porte_coupe_feu",
		B "proprete_facades", NULL
	};
	static const enum statut_qualification rows[] = {
		STATUT_NON_DECENCE_CHECK, STATUT_RSD_CHECK,
		STATUT_SUROCCUPATION_CHECK, STATUT_DANGER_CHECK, END
	};
	const struct qualification_suspectee	*row;
	struct evaluation			 ev;

	(void)state;
	evaluate_slugs(slugs, COUNT(slugs), &rien, &ev);
	assert_rows(&ev, rows, COUNT(rows));
	row = row_of(&ev, QUALIFICATION_SUROCCUPATION);
	assert_int_equal(row->nprecisions, 1);
	assert_int_equal(row->precisions[0],
	    desordre_precision_by_slug(slugs[0])->id);
	row = row_of(&ev, QUALIFICATION_DANGER);
	assert_int_equal(row->nprecisions, 1);
	assert_int_equal(row->precisions[0],
	    desordre_precision_by_slug(slugs[1])->id);
}

#define NDE	L "chauffage_details_chauffage_KO_pieces_tout"
#define AVANT	ANNEE_DPE_AVANT_2023
#define DEPUIS	ANNEE_DPE_DEPUIS_2023

/* Section 4.2; END: no row.  Order of the facts as in the structure. */
static const struct {
	const char			*precision;
	struct contexte_criticite	 ctx;
	enum statut_qualification	 statut;
	double				 conso;
	enum oui_non_nsp		 dpe;
	const char			*date;
} energie[] = {
	/* neither a tagged précision nor class G: no row */
	{ B "securite_toit", { .dpe = ONN_OUI, .classe_energetique = CLASSE_F,
	    .consommation_finale = 900 }, END, 0, 0, NULL },
	/* pinned: no data */
	{ NDE, { 0 }, STATUT_NDE_CHECK, 0, ONN_INCONNU, "2023-01-02" },
	{ NDE, { .dpe = ONN_NSP, .consommation_finale = 900 },
	    STATUT_NDE_CHECK, 900, ONN_INCONNU, "2023-01-02" },
	/* pinned: no DPE; but a declared "no" is still to be checked */
	{ NDE, { .dpe = ONN_NON, .dpe_verifie = true }, STATUT_NDE_AVEREE, 0,
	    ONN_NON, "2023-01-02" },
	{ NDE, { .dpe = ONN_NON }, STATUT_NDE_CHECK, 0, ONN_INCONNU,
	    "2023-01-02" },
	/* pinned: before 2023, a yearly total over 30 m2 */
	{ NDE, { .dpe = ONN_OUI, .annee_dpe = AVANT, .superficie = 30,
	    .consommation = 30000 }, STATUT_NDE_AVEREE, 30000, ONN_OUI,
	    "1970-01-01" },
	{ NDE, { .dpe = ONN_OUI, .annee_dpe = AVANT, .superficie = 30,
	    .consommation = 10000 }, STATUT_NDE_OK, 10000, ONN_OUI,
	    "1970-01-01" },
	/* pinned: from 2023, a figure per m2 */
	{ NDE, { .dpe = ONN_OUI, .annee_dpe = DEPUIS, .superficie = 30,
	    .consommation_finale = 580 }, STATUT_NDE_AVEREE, 580, ONN_OUI,
	    "2023-01-02" },
	{ NDE, { .dpe = ONN_OUI, .annee_dpe = DEPUIS, .superficie = 30,
	    .consommation_finale = 320 }, STATUT_NDE_OK, 320, ONN_OUI,
	    "2023-01-02" },
	/* 450 is the last good one, on either scale */
	{ NDE, { .dpe = ONN_OUI, .annee_dpe = DEPUIS,
	    .consommation_finale = 450 }, STATUT_NDE_OK, 450, ONN_OUI,
	    "2023-01-02" },
	{ NDE, { .dpe = ONN_OUI, .annee_dpe = DEPUIS,
	    .consommation_finale = 450.01 }, STATUT_NDE_AVEREE, 450.01, ONN_OUI,
	    "2023-01-02" },
	{ NDE, { .dpe = ONN_OUI, .annee_dpe = AVANT, .superficie = 30,
	    .consommation = 13500 }, STATUT_NDE_OK, 13500, ONN_OUI,
	    "1970-01-01" },
	/* an unknown year is 2023 or later: the yearly total is not used */
	{ NDE, { .dpe = ONN_OUI, .annee_dpe = ANNEE_DPE_NSP, .superficie = 30,
	    .consommation = 30000 }, STATUT_NDE_CHECK, 0, ONN_OUI,
	    "2023-01-02" },
	{ NDE, { .dpe = ONN_OUI, .superficie = 30, .consommation = 30000,
	    .consommation_finale = 320 }, STATUT_NDE_OK, 320, ONN_OUI,
	    "2023-01-02" },
	/* before 2023 without the area, the total is not used either */
	{ NDE, { .dpe = ONN_OUI, .annee_dpe = AVANT, .consommation = 30000 },
	    STATUT_NDE_CHECK, 0, ONN_OUI, "1970-01-01" },
	{ NDE, { .dpe = ONN_OUI, .annee_dpe = AVANT, .consommation = 30000,
	    .consommation_finale = 460 }, STATUT_NDE_AVEREE, 460, ONN_OUI,
	    "1970-01-01" },
	/* a DPE, no figure: nothing is proved while précisions are linked */
	{ NDE, { .dpe = ONN_OUI, .classe_energetique = CLASSE_A },
	    STATUT_NDE_CHECK, 0, ONN_OUI, "2023-01-02" },
	/* class G alone is enough for a row, and never OK */
	{ NULL, { .classe_energetique = CLASSE_G }, STATUT_NDE_CHECK, 0,
	    ONN_INCONNU, "2023-01-02" },
	{ NULL, { .dpe = ONN_OUI, .classe_energetique = CLASSE_G },
	    STATUT_NDE_CHECK, 0, ONN_OUI, "2023-01-02" },
	{ NULL, { .dpe = ONN_OUI, .classe_energetique = CLASSE_G,
	    .consommation_finale = 450 }, STATUT_NDE_CHECK, 450, ONN_OUI,
	    "2023-01-02" },
	{ NULL, { .dpe = ONN_OUI, .classe_energetique = CLASSE_G,
	    .consommation_finale = 451 }, STATUT_NDE_AVEREE, 451, ONN_OUI,
	    "2023-01-02" },
	{ NULL, { .dpe = ONN_OUI, .classe_energetique = CLASSE_F }, END, 0, 0,
	    NULL },
	{ NULL, { .dpe = ONN_OUI, .classe_energetique = CLASSE_NSP }, END, 0, 0,
	    NULL }
};

static void
non_decence_energetique_follows_its_table(void **state)
{
	const struct qualification_suspectee	*row;
	struct evaluation			 ev;
	size_t					 i;

	(void)state;
	for (i = 0; i < COUNT(energie); i++) {
		print_message("case %zu\n", i);
		evaluate_slugs(&energie[i].precision, 1, &energie[i].ctx, &ev);
		row = row_of(&ev, QUALIFICATION_NON_DECENCE_ENERGETIQUE);
		if (energie[i].statut == END) {
			assert_null(row);
			continue;
		}
		assert_non_null(row);
		assert_string_equal(statut_qualification_name(row->statut),
		    statut_qualification_name(energie[i].statut));
		assert_int_equal(row->nprecisions,
		    energie[i].precision == NULL ? 0 : 1);
		assert_true(row->has_details);
		assert_close(row->details.consommation_energie,
		    energie[i].conso);
		assert_int_equal(row->details.dpe, energie[i].dpe);
		assert_string_equal(row->details.date_dernier_dpe,
		    energie[i].date);
		assert_int_equal(row->details.classe_energetique,
		    energie[i].ctx.classe_energetique);
	}
}

static void
words_of_the_contract_go_there_and_back(void **state)
{
	static const char *const onn[] = { "oui", "non", "nsp" };
	static const char *const assurance[] = {
		"oui", "non", "pas_assurance_logement", "nsp"
	};
	static const char *const classe[] = {
		"A", "B", "C", "D", "E", "F", "G", "nsp"
	};
	static const char *const annee[] = { "before2023", "post2023", "nsp" };
	size_t	i;

	(void)state;
	for (i = 0; i < COUNT(onn); i++)
		assert_string_equal(oui_non_nsp_name(
		    oui_non_nsp_parse(onn[i])), onn[i]);
	for (i = 0; i < COUNT(assurance); i++)
		assert_string_equal(assurance_contactee_name(
		    assurance_contactee_parse(assurance[i])), assurance[i]);
	for (i = 0; i < COUNT(classe); i++)
		assert_string_equal(classe_energetique_name(
		    classe_energetique_parse(classe[i])), classe[i]);
	for (i = 0; i < COUNT(annee); i++)
		assert_string_equal(annee_dpe_name(
		    annee_dpe_parse(annee[i])), annee[i]);
	assert_int_equal(annee_dpe_parse("before2023"), AVANT);
	assert_int_equal(annee_dpe_parse("post2023"), DEPUIS);
	assert_int_equal(classe_energetique_parse("G"), CLASSE_G);
}

static void
no_word_or_another_word_is_not_an_answer(void **state)
{
	static const char *const others[] = { NULL, "", "OUI", "peut-etre" };
	size_t	i;

	(void)state;
	for (i = 0; i < COUNT(others); i++) {
		assert_int_equal(oui_non_nsp_parse(others[i]), ONN_INCONNU);
		assert_int_equal(assurance_contactee_parse(others[i]),
		    ASSURANCE_INCONNUE);
		assert_int_equal(classe_energetique_parse(others[i]),
		    CLASSE_INCONNUE);
		assert_int_equal(annee_dpe_parse(others[i]),
		    ANNEE_DPE_INCONNUE);
	}
	assert_null(oui_non_nsp_name(ONN_INCONNU));
	assert_null(assurance_contactee_name(ASSURANCE_INCONNUE));
	assert_null(classe_energetique_name(CLASSE_INCONNUE));
	assert_null(annee_dpe_name(ANNEE_DPE_INCONNUE));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_worked_examples_come_out_exactly),
		cmocka_unit_test(exactly_ten_is_still_the_lowest_band),
		cmocka_unit_test(the_worst_building_is_fifty_and_no_peril),
		cmocka_unit_test(
		the_worst_building_with_a_young_child_is_fifty_five_and_peril),
		cmocka_unit_test(
		    forty_and_fourteen_and_a_half_with_a_child_is_thirty_four),
		cmocka_unit_test(everything_at_once_is_capped_at_a_hundred),
		cmocka_unit_test(another_grid_gives_another_score),
		cmocka_unit_test(
		    the_grid_decides_the_bands_the_factor_and_the_cap),
		cmocka_unit_test(points_add_up_to_the_score_before_the_cap),
		cmocka_unit_test(a_contribution_says_what_it_adds),
		cmocka_unit_test(a_precision_given_twice_counts_once),
		cmocka_unit_test(
		    only_a_child_under_six_for_sure_raises_the_score),
		cmocka_unit_test(a_score_of_zero_can_have_qualifications),
		cmocka_unit_test(ten_thirty_and_fifty_belong_to_the_band_below),
		cmocka_unit_test(peril_needs_a_precision_that_carries_it),
		cmocka_unit_test(insalubrite_lists_the_tagged_precisions_only),
		cmocka_unit_test(only_a_contacted_insurer_clears_assurantiel),
		cmocka_unit_test(
		    suroccupation_and_danger_come_from_flags_and_list_them),
		cmocka_unit_test(non_decence_energetique_follows_its_table),
		cmocka_unit_test(words_of_the_contract_go_there_and_back),
		cmocka_unit_test(no_word_or_another_word_is_not_an_answer)
	};

	return (cmocka_run_group_tests(tests, NULL, NULL));
}
