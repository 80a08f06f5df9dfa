/*
 * From answers to précisions: one table row per case of domain/intake.md,
 * section 5, and of the edge cases of section 7.  In a row, "1" under T
 * (ticks) is the integer; a text, a real and a boolean are other types.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "criticite/criticite_resolution.h"

#define B	"desordres_batiment_"
#define L	"desordres_logement_"
#define C	"desordres_type_composition_logement_"
#define COUNT(t)	(sizeof(t) / sizeof((t)[0]))

/* Answers, as the rows below write them. */
#define TIQUE(champ)		{ champ, "1", REPONSE_ENTIER }
#define MOT(champ, mot)		{ champ, mot, REPONSE_TEXTE }
#define NOMBRE(champ, n)	{ champ, n, REPONSE_ENTIER }
#define DECIMAL(champ, n)	{ champ, n, REPONSE_REEL }
#define BOOLEEN(champ, b)	{ champ, b, REPONSE_BOOLEEN }

#define PIECE_UNIQUE	MOT("composition_logement_piece_unique", "piece_unique")
#define PLUSIEURS	MOT("composition_logement_piece_unique",	\
	"plusieurs_pieces")

#define CHAMPS_MAX	8
#define PRECISIONS_MAX	5

struct ligne {
	const char	*nom;
	const char	*categorie;	/* picked in its own zone, or NULL */
	struct reponse	 champs[CHAMPS_MAX];
	const char	*precisions[PRECISIONS_MAX];
};

static enum zone
zone_of(const char *categorie)
{
	return (strncmp(categorie, B, strlen(B)) == 0 ?
	    ZONE_BATIMENT : ZONE_LOGEMENT);
}

static size_t
champs_count(const struct reponse *champs, size_t max)
{
	size_t	n = 0;

	while (n < max && champs[n].champ != NULL)
		n++;
	return (n);
}

static void
assert_precisions(const struct resolution *got, const char *const *slugs,
    size_t max)
{
	size_t	i;

	for (i = 0; i < max && slugs[i] != NULL; i++) {
		if (i >= got->n)
			fail_msg("%s is missing", slugs[i]);
		assert_string_equal(
		    desordre_precision_by_id(got->precisions[i])->slug,
		    slugs[i]);
	}
	if (i < got->n)
		fail_msg("%s was not expected",
		    desordre_precision_by_id(got->precisions[i])->slug);
}

static void
check_lignes(const struct ligne *lignes, size_t n)
{
	struct reponses		r;
	struct resolution	out;
	enum zone		zone;
	size_t			i;

	for (i = 0; i < n; i++) {
		print_message("%s\n", lignes[i].nom);
		memset(&r, 0, sizeof(r));
		r.champs = lignes[i].champs;
		r.nchamps = champs_count(lignes[i].champs, CHAMPS_MAX);
		r.categories_presentes = true;
		if (lignes[i].categorie != NULL) {
			zone = zone_of(lignes[i].categorie);
			r.categories[zone].slugs = &lignes[i].categorie;
			r.categories[zone].n = 1;
		}
		assert_true(resolution_resolve(&r, &out));
		assert_null(out.champ_refuse);
		assert_precisions(&out, lignes[i].precisions, PRECISIONS_MAX);
	}
}

/* Every critère that is not derived and has one précision. */
static void
ticking_a_critere_with_one_precision_links_it(void **state)
{
	const struct critere	*c;
	struct reponse		 champ;
	struct reponses		 r;
	struct resolution	 out;
	int			 id, n = 0;

	(void)state;
	for (id = 1; id <= DESORDRES_CRITERES; id++) {
		c = desordre_critere_by_id(id);
		if (c->resolution != RESOLUTION_UNIQUE ||
		    strcmp(c->categorie, "service_secours") == 0)
			continue;
		champ = (struct reponse)TIQUE(c->slug);
		memset(&r, 0, sizeof(r));
		r.champs = &champ;
		r.nchamps = 1;
		r.categories_presentes = true;
		r.categories[c->zone].slugs = &c->categorie;
		r.categories[c->zone].n = 1;
		assert_true(resolution_resolve(&r, &out));
		assert_int_equal(out.n, 1);
		assert_int_equal(out.precisions[0], c->premiere);
		n++;
	}
	assert_int_equal(n, 36);
}

/* The eleven critères of rule "pieces": field base, category. */
static const struct {
	const char	*critere;
	const char	*categorie;
	struct reponse	 tique;
} par_piece[] = {
	{ L "aeration_aucune_aeration", L "aeration",
	    TIQUE(L "aeration_aucune_aeration") },
	{ L "chauffage_details_fenetres_permeables", L "chauffage",
	    TIQUE(L "chauffage_details_fenetres_permeables") },
	{ L "chauffage_type_aucun", L "chauffage",
	    MOT(L "chauffage_type", "aucun") },
	{ L "chauffage_details_difficultes_chauffage", L "chauffage",
	    TIQUE(L "chauffage_details_difficultes_chauffage") },
	{ L "chauffage_details_chauffage_KO", L "chauffage",
	    TIQUE(L "chauffage_details_chauffage_KO") },
	{ L "securite_sol_glissant", L "securite",
	    TIQUE(L "securite_sol_glissant") },
	{ L "securite_sol_dangereux", L "securite",
	    TIQUE(L "securite_sol_dangereux") },
	{ L "securite_balcons", L "securite", TIQUE(L "securite_balcons") },
	{ L "lumiere_pas_lumiere", L "lumiere",
	    TIQUE(L "lumiere_pas_lumiere") },
	{ L "lumiere_pas_volets", L "lumiere", TIQUE(L "lumiere_pas_volets") },
	{ L "proprete", L "proprete", TIQUE(L "proprete") }
};

/* Rooms in the order they come out; the last bit is a single-room dwelling. */
static const char *const salles[] = { "cuisine", "piece_a_vivre",
	"salle_de_bain" };

static void
check_pieces(size_t i, unsigned int ticked, bool unique)
{
	char			 fields[3][128], slugs[3][128];
	struct reponse		 champs[5];
	struct reponses		 r = { 0 };
	struct resolution	 out;
	const char		*expected[4] = { NULL };
	size_t			 k, nexpected = 0;

	champs[r.nchamps++] = par_piece[i].tique;
	if (unique)
		champs[r.nchamps++] = (struct reponse)PIECE_UNIQUE;
	for (k = 0; k < 3; k++) {
		snprintf(fields[k], sizeof(fields[k]), "%s_pieces_%s",
		    par_piece[i].critere, salles[k]);
		if (ticked & (1u << k))
			champs[r.nchamps++] = (struct reponse)TIQUE(fields[k]);
	}
	if (unique || ticked == 7) {
		snprintf(slugs[0], sizeof(slugs[0]), "%s_pieces_tout",
		    par_piece[i].critere);
		expected[nexpected++] = slugs[0];
	}
	for (k = 0; k < 3 && !unique && ticked != 7; k++) {
		if (ticked & (1u << k))
			expected[nexpected++] = fields[k];
	}
	r.champs = champs;
	r.categories_presentes = true;
	r.categories[ZONE_LOGEMENT].slugs = &par_piece[i].categorie;
	r.categories[ZONE_LOGEMENT].n = 1;
	assert_true(resolution_resolve(&r, &out));
	assert_precisions(&out, expected, 4);
}

static void
rooms_give_one_precision_each_and_all_three_or_a_single_one_tout(void **state)
{
	unsigned int	ticked;
	size_t		i;

	(void)state;
	for (i = 0; i < COUNT(par_piece); i++) {
		assert_int_equal(desordre_critere_by_slug(
		    par_piece[i].critere)->resolution, RESOLUTION_PIECES);
		for (ticked = 0; ticked < 8; ticked++) {
			check_pieces(i, ticked, false);
			check_pieces(i, ticked, true);
		}
	}
}

static const struct ligne detournees[] = {
	{ "a ticked room of an unclean dwelling ticks the critère",
	    L "proprete", { TIQUE(L "proprete_pieces_cuisine") },
	    { L "proprete_pieces_cuisine" } },
	{ "two rooms are linked once each", L "proprete",
	    { TIQUE(L "proprete_pieces_salle_de_bain"),
	      TIQUE(L "proprete_pieces_piece_a_vivre") },
	    { L "proprete_pieces_piece_a_vivre",
	      L "proprete_pieces_salle_de_bain" } },
	{ "another kind of heating ticks nothing", L "chauffage",
	    { MOT(L "chauffage_type", "gaz"), PIECE_UNIQUE }, { NULL } },
	{ "the dangerous heater has one précision", L "chauffage",
	    { TIQUE(L "chauffage_details_chauffage_dangereux") },
	    { L "chauffage_details_chauffage_dangereux" } }
};

static void
no_heating_and_dirt_are_ticked_under_another_name(void **state)
{
	(void)state;
	check_lignes(detournees, COUNT(detournees));
}

#define VENTILATION	L "aeration_ventilation_defectueuse"
#define PLOMB		L "securite_plomb"

static const struct ligne suffixees[] = {
	{ "ventilation, cleaning not answered", L "aeration",
	    { TIQUE(VENTILATION), PIECE_UNIQUE,
	      TIQUE(VENTILATION "_details_pieces_cuisine") }, { NULL } },
	{ "ventilation cleaned, one room", L "aeration",
	    { TIQUE(VENTILATION), MOT(VENTILATION "_details_nettoyage", "oui"),
	      TIQUE(VENTILATION "_details_pieces_cuisine") },
	    { VENTILATION "_details_pieces_cuisine_nettoyage_oui" } },
	{ "ventilation cleaned, three rooms", L "aeration",
	    { TIQUE(VENTILATION), MOT(VENTILATION "_details_nettoyage", "oui"),
	      TIQUE(VENTILATION "_details_pieces_cuisine"),
	      TIQUE(VENTILATION "_details_pieces_piece_a_vivre"),
	      TIQUE(VENTILATION "_details_pieces_salle_de_bain") },
	    { VENTILATION "_details_pieces_tout_nettoyage_oui" } },
	{ "ventilation not cleaned, single room", L "aeration",
	    { TIQUE(VENTILATION), MOT(VENTILATION "_details_nettoyage", "non"),
	      PIECE_UNIQUE },
	    { VENTILATION "_details_pieces_tout_nettoyage_non" } },
	{ "ventilation, cleaning unknown, two rooms", L "aeration",
	    { TIQUE(VENTILATION), MOT(VENTILATION "_details_nettoyage", "nsp"),
	      TIQUE(VENTILATION "_details_pieces_salle_de_bain"),
	      TIQUE(VENTILATION "_details_pieces_cuisine") },
	    { VENTILATION "_details_pieces_cuisine_nettoyage_nsp",
	      VENTILATION "_details_pieces_salle_de_bain_nettoyage_nsp" } },
	{ "ventilation, any other word is nsp", L "aeration",
	    { TIQUE(VENTILATION), MOT(VENTILATION "_details_nettoyage", "?"),
	      PIECE_UNIQUE },
	    { VENTILATION "_details_pieces_tout_nettoyage_nsp" } },
	{ "ventilation not cleaned, no room asked: nothing", L "aeration",
	    { TIQUE(VENTILATION), MOT(VENTILATION "_details_nettoyage", "non"),
	      PLUSIEURS }, { NULL } },
	{ "lead, survey not answered", L "securite",
	    { TIQUE(PLOMB), PIECE_UNIQUE, TIQUE(PLOMB "_pieces_cuisine") },
	    { NULL } },
	{ "lead surveyed, one room", L "securite",
	    { TIQUE(PLOMB), MOT(PLOMB "_details_diagnostique", "oui"),
	      TIQUE(PLOMB "_pieces_piece_a_vivre") },
	    { PLOMB "_pieces_piece_a_vivre_diagnostique_oui" } },
	{ "lead surveyed, single room", L "securite",
	    { TIQUE(PLOMB), MOT(PLOMB "_details_diagnostique", "oui"),
	      PIECE_UNIQUE }, { PLOMB "_pieces_tout_diagnostique_oui" } },
	{ "lead not surveyed, three rooms", L "securite",
	    { TIQUE(PLOMB), MOT(PLOMB "_details_diagnostique", "non"),
	      TIQUE(PLOMB "_pieces_cuisine"),
	      TIQUE(PLOMB "_pieces_piece_a_vivre"),
	      TIQUE(PLOMB "_pieces_salle_de_bain") },
	    { PLOMB "_pieces_tout_diagnostique_non" } },
	{ "lead, survey unknown, counts as none", L "securite",
	    { TIQUE(PLOMB), MOT(PLOMB "_details_diagnostique", "nsp"),
	      TIQUE(PLOMB "_pieces_salle_de_bain") },
	    { PLOMB "_pieces_salle_de_bain_diagnostique_non" } }
};

static void
ventilation_and_lead_carry_a_second_answer(void **state)
{
	(void)state;
	check_lignes(suffixees, COUNT(suffixees));
}

#define FISSURES	B "securite_murs_fissures"
#define PRISES		L "electricite_manque_prises"

static const struct ligne oui_non[] = {
	{ "cracks: yes", B "securite", { TIQUE(FISSURES),
	    MOT(FISSURES "_details_mur_porteur", "oui") },
	    { FISSURES "_details_mur_porteur_oui" } },
	{ "cracks: no", B "securite", { TIQUE(FISSURES),
	    MOT(FISSURES "_details_mur_porteur", "non") },
	    { FISSURES "_details_mur_porteur_non" } },
	{ "cracks: unknown", B "securite", { TIQUE(FISSURES),
	    MOT(FISSURES "_details_mur_porteur", "nsp") },
	    { FISSURES "_details_mur_porteur_nsp" } },
	{ "cracks: another word", B "securite", { TIQUE(FISSURES),
	    MOT(FISSURES "_details_mur_porteur", "peut-etre") },
	    { FISSURES "_details_mur_porteur_nsp" } },
	{ "cracks: not answered", B "securite", { TIQUE(FISSURES) }, { NULL } },
	{ "cracks: null", B "securite", { TIQUE(FISSURES),
	    MOT(FISSURES "_details_mur_porteur", NULL) }, { NULL } },
	{ "sockets: yes", L "electricite", { TIQUE(PRISES),
	    MOT(PRISES "_details_multiprises", "oui") },
	    { PRISES "_details_multiprises_oui" } },
	{ "sockets: no", L "electricite", { TIQUE(PRISES),
	    MOT(PRISES "_details_multiprises", "non") },
	    { PRISES "_details_multiprises_non" } },
	{ "sockets: unknown", L "electricite", { TIQUE(PRISES),
	    MOT(PRISES "_details_multiprises", "nsp") },
	    { PRISES "_details_multiprises_nsp" } },
	{ "sockets: not answered", L "electricite", { TIQUE(PRISES) },
	    { NULL } }
};

static void
cracks_and_sockets_are_yes_no_or_unknown(void **state)
{
	(void)state;
	check_lignes(oui_non, COUNT(oui_non));
}

static const struct ligne nuisibles[] = {
	{ "cockroaches, before", L "nuisibles", { TIQUE(L "nuisibles_cafards"),
	    MOT(L "nuisibles_cafards_details_date", "before_movein") },
	    { L "nuisibles_cafards_details_date_before_movein" } },
	{ "rodents, after", L "nuisibles", { TIQUE(L "nuisibles_rongeurs"),
	    MOT(L "nuisibles_rongeurs_details_date", "after_movein") },
	    { L "nuisibles_rongeurs_details_date_after_movein" } },
	{ "bed bugs, unknown", L "nuisibles", { TIQUE(L "nuisibles_punaises"),
	    MOT(L "nuisibles_punaises_details_date", "nsp") },
	    { L "nuisibles_punaises_details_date_nsp" } },
	{ "others, another word", L "nuisibles", { TIQUE(L "nuisibles_autres"),
	    MOT(L "nuisibles_autres_details_type_nuisibles", "pigeons"),
	    MOT(L "nuisibles_autres_details_date", "hier") },
	    { L "nuisibles_autres_details_date_nsp" } },
	{ "no date", L "nuisibles", { TIQUE(L "nuisibles_cafards") },
	    { NULL } }
};

static void
pests_are_dated(void **state)
{
	(void)state;
	check_lignes(nuisibles, COUNT(nuisibles));
}

#define CUISINE		L "humidite_cuisine"

static const struct ligne humidite[] = {
	{ "three answers", L "humidite", { TIQUE(CUISINE),
	    MOT(CUISINE "_details_fuite", "oui"),
	    MOT(CUISINE "_details_machine", "non"),
	    MOT(CUISINE "_details_moisissure_apres_nettoyage", "oui") },
	    { CUISINE "_details_machine_non", CUISINE "_details_fuite_oui",
	      CUISINE "_details_moisissure_apres_nettoyage_oui" } },
	{ "a tiers is not asked about mould", L "humidite",
	    { TIQUE(L "humidite_tout"),
	      MOT(L "humidite_tout_details_fuite", "non"),
	      MOT(L "humidite_tout_details_machine", "nsp") },
	    { L "humidite_tout_details_machine_nsp",
	      L "humidite_tout_details_fuite_non" } },
	{ "mould unknown", L "humidite", { TIQUE(L "humidite_piece_a_vivre"),
	    MOT(L "humidite_piece_a_vivre_details_moisissure_apres_nettoyage",
	    "nsp") },
	    { L "humidite_piece_a_vivre_details_moisissure_apres_nettoyage"
	      "_nsp" } },
	{ "bathroom, machine", L "humidite",
	    { TIQUE(L "humidite_salle_de_bain"),
	      MOT(L "humidite_salle_de_bain_details_machine", "oui") },
	    { L "humidite_salle_de_bain_details_machine_oui" } },
	{ "nothing answered", L "humidite", { TIQUE(CUISINE) }, { NULL } }
};

static void
damp_has_up_to_three_precisions(void **state)
{
	(void)state;
	check_lignes(humidite, COUNT(humidite));
}

#define SOL		B "securite_sol"
#define ESCALIER	B "securite_escalier"

static const struct ligne sols[] = {
	{ "about to collapse", B "securite", { TIQUE(SOL),
	    MOT(SOL "_details_plancher_effondre", "oui"),
	    MOT(SOL "_details_plancher_abime", "oui") },
	    { SOL "_details_plancher_effondre" } },
	{ "damaged only", B "securite", { TIQUE(SOL),
	    MOT(SOL "_details_plancher_effondre", "non"),
	    MOT(SOL "_details_plancher_abime", "oui") },
	    { SOL "_details_plancher_abime" } },
	{ "neither", B "securite", { TIQUE(SOL),
	    MOT(SOL "_details_plancher_effondre", "non"),
	    MOT(SOL "_details_plancher_abime", "non") }, { NULL } },
	{ "the first question is needed", B "securite", { TIQUE(SOL),
	    MOT(SOL "_details_plancher_abime", "oui") }, { NULL } },
	{ "stairs dangerous", B "securite", { TIQUE(ESCALIER),
	    MOT(ESCALIER "_details_dangereux", "oui") },
	    { ESCALIER "_details_dangereux" } },
	{ "stairs usable", B "securite", { TIQUE(ESCALIER),
	    MOT(ESCALIER "_details_dangereux", "non"),
	    MOT(ESCALIER "_details_utilisable", "oui") },
	    { ESCALIER "_details_utilisable" } },
	{ "stairs neither", B "securite", { TIQUE(ESCALIER),
	    MOT(ESCALIER "_details_dangereux", "non"),
	    MOT(ESCALIER "_details_utilisable", "non") }, { NULL } },
	{ "stairs, the first question is needed", B "securite",
	    { TIQUE(ESCALIER), MOT(ESCALIER "_details_utilisable", "oui") },
	    { NULL } }
};

static void
floors_and_stairs_keep_the_worst_answer(void **state)
{
	(void)state;
	check_lignes(sols, COUNT(sols));
}

#define TOIT	B "isolation_dernier_etage_toit"
#define EAU	B "isolation_infiltration_eau"

static const struct ligne situations[] = {
	{ "roof of a house, whatever the attic", B "isolation", { TIQUE(TOIT),
	    MOT("type_logement_nature", "maison"),
	    MOT("type_logement_dernier_etage", "oui") },
	    { TOIT "_maison_individuelle" } },
	{ "attic, which also counts by itself", B "isolation", { TIQUE(TOIT),
	    MOT("type_logement_nature", "appartement"),
	    MOT("type_logement_dernier_etage", "oui"),
	    MOT("type_logement_sous_comble_sans_fenetre", "oui") },
	    { TOIT "_sous_combles", C "sous_combles" } },
	{ "top floor", B "isolation", { TIQUE(TOIT),
	    MOT("type_logement_dernier_etage", "oui"),
	    MOT("type_logement_sous_comble_sans_fenetre", "non") },
	    { TOIT "_dernier_etage" } },
	{ "not under the roof, or not known", B "isolation", { TIQUE(TOIT) },
	    { TOIT "_sous_toit_non" } },
	{ "ground of a house", B "isolation", { TIQUE(EAU),
	    MOT("type_logement_nature", "maison") },
	    { EAU "_maison_individuelle" } },
	{ "basement, which also counts by itself", B "isolation",
	    { TIQUE(EAU), MOT("type_logement_sous_sol_sans_fenetre", "oui"),
	      MOT("type_logement_rdc", "oui") },
	    { EAU "_sous_sol", C "sous_sol" } },
	{ "ground floor", B "isolation", { TIQUE(EAU),
	    MOT("type_logement_rdc", "oui") }, { EAU "_rdc" } },
	{ "upper floor, or not known", B "isolation", { TIQUE(EAU),
	    MOT("type_logement_rdc", "non") }, { EAU "_au_sol_non" } }
};

static void
roof_and_seepage_depend_on_where_the_dwelling_is(void **state)
{
	(void)state;
	check_lignes(situations, COUNT(situations));
}

#define PLAFOND	L "lumiere_plafond_trop_bas"

static const struct ligne plafonds[] = {
	{ "single room", L "lumiere", { TIQUE(PLAFOND), PIECE_UNIQUE },
	    { PLAFOND "_toutes_pieces" } },
	{ "three rooms are not every room", L "lumiere", { TIQUE(PLAFOND),
	    TIQUE(PLAFOND "_salle_de_bain"), TIQUE(PLAFOND "_cuisine"),
	    TIQUE(PLAFOND "_piece_a_vivre") },
	    { PLAFOND "_piece_a_vivre", PLAFOND "_cuisine",
	      PLAFOND "_salle_de_bain" } },
	{ "any non-empty answer counts", L "lumiere", { TIQUE(PLAFOND),
	    MOT(PLAFOND "_cuisine", "1"),
	    BOOLEEN(PLAFOND "_piece_a_vivre", "true"),
	    DECIMAL(PLAFOND "_salle_de_bain", "2.1") },
	    { PLAFOND "_piece_a_vivre", PLAFOND "_cuisine",
	      PLAFOND "_salle_de_bain" } },
	{ "empty, false and zero do not", L "lumiere", { TIQUE(PLAFOND),
	    MOT(PLAFOND "_cuisine", ""),
	    BOOLEEN(PLAFOND "_piece_a_vivre", "false"),
	    NOMBRE(PLAFOND "_salle_de_bain", "0") }, { NULL } },
	{ "nor \"0\", 0.0 and null", L "lumiere", { TIQUE(PLAFOND),
	    MOT(PLAFOND "_cuisine", "0"),
	    DECIMAL(PLAFOND "_piece_a_vivre", "0.0"),
	    MOT(PLAFOND "_salle_de_bain", NULL) }, { NULL } },
	{ "a height alone is not a room", L "lumiere", { TIQUE(PLAFOND),
	    MOT(PLAFOND "_cuisine_taille", "190") }, { NULL } }
};

static void
low_ceilings_have_their_own_way(void **state)
{
	(void)state;
	check_lignes(plafonds, COUNT(plafonds));
}

static const struct ligne tiques[] = {
	{ "the text \"1\" does not tick", B "proprete",
	    { MOT(B "proprete_facades", "1") }, { NULL } },
	{ "true does not tick", B "proprete",
	    { BOOLEEN(B "proprete_facades", "true") }, { NULL } },
	{ "1.0 does not tick", B "proprete",
	    { DECIMAL(B "proprete_facades", "1") }, { NULL } },
	{ "2 does not tick", B "proprete",
	    { NOMBRE(B "proprete_facades", "2") }, { NULL } },
	{ "null does not tick", B "proprete",
	    { NOMBRE(B "proprete_facades", NULL) }, { NULL } },
	{ "nor does a room ticked by a text", L "lumiere",
	    { TIQUE(L "lumiere_pas_volets"),
	      MOT(L "lumiere_pas_volets_pieces_cuisine", "1") }, { NULL } },
	{ "a category that was not picked is ignored", B "eau",
	    { TIQUE(B "proprete_facades") }, { NULL } },
	{ "an unknown category is ignored", B "inconnue",
	    { TIQUE(B "proprete_facades") }, { NULL } },
	{ "a category can be picked and left empty", B "proprete", { { 0 } },
	    { NULL } },
	{ "the rescue services' critères are not those of the form",
	    "service_secours", { TIQUE("desordres_service_secours_autre") },
	    { NULL } },
	{ "the order is that of the answers", B "proprete",
	    { TIQUE(B "proprete_local_poubelles"),
	      TIQUE(B "proprete_interieur") },
	    { B "proprete_local_poubelles", B "proprete_interieur" } },
	{ "an upload is not a tick", L "securite",
	    { TIQUE(L "securite_plomb_details_diagnostique_upload"),
	      TIQUE(L "securite_photos_upload") }, { NULL } }
};

static void
only_the_integer_one_in_a_picked_category_ticks(void **state)
{
	(void)state;
	check_lignes(tiques, COUNT(tiques));
}

#define COMMODITES	"type_logement_commodites_"
#define SUPERFICIE(n)	NOMBRE("composition_logement_superficie", n)
#define PERSONNES(n)	MOT("composition_logement_nombre_personnes", n)
#define NB_PIECES(n)	MOT("composition_logement_nb_pieces", n)
#define ALLOCATION(r)	MOT("logement_social_allocation", r)

static const struct ligne logements[] = {
	{ "attic without window", NULL,
	    { MOT("type_logement_sous_comble_sans_fenetre", "oui") },
	    { C "sous_combles" } },
	{ "even for a house: nature is not looked at", NULL,
	    { MOT("type_logement_nature", "maison"),
	      MOT("type_logement_sous_comble_sans_fenetre", "oui") },
	    { C "sous_combles" } },
	{ "basement without window", NULL,
	    { MOT("type_logement_sous_sol_sans_fenetre", "oui") },
	    { C "sous_sol" } },
	{ "both no", NULL,
	    { MOT("type_logement_sous_comble_sans_fenetre", "non"),
	      MOT("type_logement_sous_sol_sans_fenetre", "non") }, { NULL } },
	{ "single room of 8 m2", NULL, { PIECE_UNIQUE, SUPERFICIE("8") },
	    { C "piece_unique_superficie" } },
	{ "single room of 8.99 m2", NULL,
	    { PIECE_UNIQUE, DECIMAL("composition_logement_superficie",
	      "8.99") }, { C "piece_unique_superficie" } },
	{ "the area may be a text", NULL, { PIECE_UNIQUE,
	    MOT("composition_logement_superficie", "8.5") },
	    { C "piece_unique_superficie" } },
	{ "single room of 9 m2", NULL, { PIECE_UNIQUE, SUPERFICIE("9") },
	    { NULL } },
	{ "single room of unknown area", NULL, { PIECE_UNIQUE }, { NULL } },
	{ "an area of 0 is unknown", NULL, { PIECE_UNIQUE, SUPERFICIE("0") },
	    { NULL } },
	{ "an area that is not a number is unknown", NULL, { PIECE_UNIQUE,
	    MOT("composition_logement_superficie", "5 m2") }, { NULL } },
	{ "nor is one with two points", NULL, { PIECE_UNIQUE,
	    MOT("composition_logement_superficie", "5.1.2") }, { NULL } },
	{ "a single room is not asked about 9 m2", NULL, { PIECE_UNIQUE,
	    MOT(COMMODITES "piece_a_vivre_9m", "non") }, { NULL } },
	{ "several rooms, none of 9 m2", NULL, { PLUSIEURS,
	    MOT(COMMODITES "piece_a_vivre_9m", "non"), SUPERFICIE("8") },
	    { C "plusieurs_pieces_aucune_piece_9" } },
	{ "number of rooms unanswered, none of 9 m2", NULL,
	    { MOT(COMMODITES "piece_a_vivre_9m", "non") },
	    { C "plusieurs_pieces_aucune_piece_9" } },
	{ "9 m2 unknown", NULL, { PLUSIEURS,
	    MOT(COMMODITES "piece_a_vivre_9m", "nsp") }, { NULL } },
	{ "no kitchen at all", NULL, { MOT(COMMODITES "cuisine", "non"),
	    MOT(COMMODITES "cuisine_collective", "non") },
	    { C "cuisine_collective_non" } },
	{ "shared kitchen", NULL, { MOT(COMMODITES "cuisine", "non"),
	    MOT(COMMODITES "cuisine_collective", "oui") },
	    { C "cuisine_collective_oui" } },
	{ "no answer about a shared kitchen is a yes", NULL,
	    { MOT(COMMODITES "cuisine", "non") },
	    { C "cuisine_collective_oui" } },
	{ "own kitchen", NULL, { MOT(COMMODITES "cuisine", "oui"),
	    MOT(COMMODITES "cuisine_collective", "non") }, { NULL } },
	{ "no bathroom at all", NULL, { MOT(COMMODITES "salle_de_bain", "non"),
	    MOT(COMMODITES "salle_de_bain_collective", "non") },
	    { C "douche_collective_non" } },
	{ "shared bathroom", NULL, { MOT(COMMODITES "salle_de_bain", "non"),
	    MOT(COMMODITES "salle_de_bain_collective", "oui") },
	    { C "douche_collective_oui" } },
	{ "no answer about a shared bathroom is a yes", NULL,
	    { MOT(COMMODITES "salle_de_bain", "non") },
	    { C "douche_collective_oui" } },
	{ "no WC at all", NULL, { MOT(COMMODITES "wc", "non"),
	    MOT(COMMODITES "wc_collective", "non") },
	    { C "wc_collectif_non" } },
	{ "shared WC", NULL, { MOT(COMMODITES "wc", "non"),
	    MOT(COMMODITES "wc_collective", "oui") },
	    { C "wc_collectif_oui" } },
	{ "no WC of one's own excludes the one in the kitchen", NULL,
	    { MOT(COMMODITES "wc", "non"),
	      MOT(COMMODITES "wc_cuisine", "oui") },
	    { C "wc_collectif_oui" } },
	{ "WC in the kitchen", NULL, { MOT(COMMODITES "wc", "oui"),
	    MOT(COMMODITES "wc_cuisine", "oui") },
	    { C "wc_cuisine_ensemble" } },
	{ "WC in the kitchen, own WC unanswered", NULL,
	    { MOT(COMMODITES "wc_cuisine", "oui") },
	    { C "wc_cuisine_ensemble" } },
	{ "three shared rooms, in order", NULL,
	    { MOT(COMMODITES "wc", "non"), MOT(COMMODITES "cuisine", "non"),
	      MOT(COMMODITES "salle_de_bain", "non") },
	    { C "cuisine_collective_oui", C "douche_collective_oui",
	      C "wc_collectif_oui" } }
};

static void
facts_of_the_dwelling_add_their_own(void **state)
{
	(void)state;
	check_lignes(logements, COUNT(logements));
}

#define AVEC	{ C "suroccupation_allocataire" }
#define SANS	{ C "suroccupation_non_allocataire" }

static const struct ligne suroccupations[] = {
	{ "benefit, 1 person in 8 m2", NULL, { ALLOCATION("oui"),
	    PERSONNES("1"), SUPERFICIE("8") }, AVEC },
	{ "benefit, 1 person in 9 m2", NULL, { ALLOCATION("oui"),
	    PERSONNES("1"), SUPERFICIE("9") }, { NULL } },
	{ "benefit, 2 people in 15 m2", NULL, { ALLOCATION("oui"),
	    PERSONNES("2"), SUPERFICIE("15") }, AVEC },
	{ "benefit, 2 people in 16 m2", NULL, { ALLOCATION("oui"),
	    PERSONNES("2"), SUPERFICIE("16") }, { NULL } },
	{ "benefit, 3 people in 24 m2", NULL, { ALLOCATION("oui"),
	    PERSONNES("3"), SUPERFICIE("24") }, AVEC },
	{ "benefit, 3 people in 25 m2", NULL, { ALLOCATION("oui"),
	    PERSONNES("3"), SUPERFICIE("25") }, { NULL } },
	{ "benefit, 5 people in 42 m2", NULL, { ALLOCATION("oui"),
	    PERSONNES("5"), SUPERFICIE("42") }, AVEC },
	{ "benefit, unknown area: the rooms are not looked at", NULL,
	    { ALLOCATION("oui"), PERSONNES("5"), NB_PIECES("1") }, { NULL } },
	{ "no benefit, 3 people, 2 rooms", NULL, { ALLOCATION("non"),
	    PERSONNES("3"), NB_PIECES("2") }, { NULL } },
	{ "no benefit, 4 people, 2 rooms: half is enough", NULL,
	    { ALLOCATION("non"), PERSONNES("4"), NB_PIECES("2") }, { NULL } },
	{ "no benefit, 5 people, 2 rooms", NULL, { ALLOCATION("non"),
	    PERSONNES("5"), NB_PIECES("2") }, SANS },
	{ "benefit unknown counts as none", NULL, { ALLOCATION("nsp"),
	    PERSONNES("5"), NB_PIECES("2") }, SANS },
	{ "benefit unanswered counts as none", NULL, { PERSONNES("5"),
	    NB_PIECES("2") }, SANS },
	{ "no benefit: the area is not looked at", NULL, { ALLOCATION("non"),
	    PERSONNES("5"), SUPERFICIE("10") }, { NULL } },
	{ "no room known", NULL, { PERSONNES("5"), NB_PIECES("0") },
	    { NULL } },
	{ "nobody", NULL, { PERSONNES("0"), NB_PIECES("1"),
	    ALLOCATION("oui"), SUPERFICIE("1") }, { NULL } },
	{ "nobody known", NULL, { NB_PIECES("1"), ALLOCATION("oui"),
	    SUPERFICIE("1") }, { NULL } },
	{ "counters are rounded up", NULL, { PERSONNES("4.2"),
	    NB_PIECES("2") }, SANS },
	{ "rooms too", NULL, { PERSONNES("5"), NB_PIECES("2.1") }, { NULL } },
	{ "an absurd count is no answer", NULL,
	    { PERSONNES("99999999999999999999999999"), NB_PIECES("2") },
	    { NULL } }
};

static void
overcrowding_is_by_area_with_benefit_and_by_rooms_without(void **state)
{
	(void)state;
	check_lignes(suroccupations, COUNT(suroccupations));
}

static void
nothing_is_derived_when_no_category_was_ever_picked(void **state)
{
	static const struct reponse	champs[] = {
		MOT("type_logement_sous_comble_sans_fenetre", "oui")
	};
	struct reponses			r = { champs, COUNT(champs), false,
	    { { NULL, 0 }, { NULL, 0 } } };
	struct resolution		out;

	(void)state;
	assert_true(resolution_resolve(&r, &out));
	assert_int_equal(out.n, 0);
	r.categories_presentes = true;	/* empty lists are enough */
	assert_true(resolution_resolve(&r, &out));
	assert_int_equal(out.n, 1);
}

static void
the_building_comes_before_the_dwelling_and_categories_as_picked(void **state)
{
	static const struct reponse	champs[] = {
		TIQUE(L "bruit_voisins"), TIQUE(B "bruit_interieur"),
		TIQUE(L "eau_eau_chaude"), TIQUE(B "eau_pas_eau_chaude"),
		MOT("type_logement_sous_sol_sans_fenetre", "oui")
	};
	static const char *const	batiment[] = { B "eau", B "bruit" };
	static const char *const	logement[] = { L "eau", L "bruit" };
	static const char *const	expected[] = {
		B "eau_pas_eau_chaude", B "bruit_interieur",
		L "eau_eau_chaude", L "bruit_voisins", C "sous_sol"
	};
	struct reponses			r = { champs, COUNT(champs), true,
	    { { batiment, COUNT(batiment) }, { logement, COUNT(logement) } } };
	struct resolution		out;

	(void)state;
	assert_true(resolution_resolve(&r, &out));
	assert_precisions(&out, expected, COUNT(expected));
}

static void
a_category_repeated_or_in_the_wrong_list_adds_nothing(void **state)
{
	static const struct reponse	champs[] = {
		TIQUE(B "bruit_interieur"), TIQUE(L "bruit_voisins")
	};
	static const char *const	batiment[] = {
		B "bruit", B "bruit", L "bruit"
	};
	static const char *const	expected[] = { B "bruit_interieur" };
	struct reponses			r = { champs, COUNT(champs), true,
	    { { batiment, COUNT(batiment) }, { NULL, 0 } } };
	struct resolution		out;

	(void)state;
	assert_true(resolution_resolve(&r, &out));
	assert_precisions(&out, expected, COUNT(expected));
}

/* Resolves one category and expects a refusal that names the field. */
static void
assert_refused(const char *categorie, const struct reponse *champs, size_t n,
    const char *champ)
{
	struct reponses		r = { champs, n, true,
	    { { NULL, 0 }, { &categorie, 1 } } };
	struct resolution	out;

	assert_false(resolution_resolve(&r, &out));
	assert_int_equal(out.n, 0);
	assert_non_null(out.champ_refuse);
	assert_string_equal(out.champ_refuse, champ);
}

static void
a_leak_that_is_neither_yes_nor_no_is_refused(void **state)
{
	static const char *const	others[] = { "nsp", "", "peut-etre" };
	struct reponse			champs[] = {
		TIQUE(CUISINE), MOT(CUISINE "_details_machine", "oui"),
		MOT(CUISINE "_details_fuite", NULL)
	};
	size_t				i;

	(void)state;
	for (i = 0; i < COUNT(others); i++) {
		champs[2].texte = others[i];
		assert_refused(L "humidite", champs, COUNT(champs),
		    CUISINE "_details_fuite");
	}
}

static void
a_derived_critere_ticked_by_hand_is_refused_when_it_says_nothing(void **state)
{
	static const struct reponse	cuisine[] = { TIQUE(C "cuisine") };
	static const struct reponse	combles[] = { TIQUE(C "sous_combles") };
	static const char *const	expected[] = { C "sous_combles" };
	const char			*categorie;
	struct reponses			r = { combles, 1, true,
	    { { NULL, 0 }, { &categorie, 1 } } };
	struct resolution		out;

	(void)state;
	categorie = "desordres_type_composition_logement";
	assert_refused(categorie, cuisine, 1, C "cuisine");
	assert_true(resolution_resolve(&r, &out));
	assert_precisions(&out, expected, 1);
}

static void
the_facts_of_the_evaluation_are_read_from_the_answers(void **state)
{
	static const struct reponse	champs[] = {
		MOT("composition_logement_enfants", "oui"),
		MOT("info_procedure_assurance_contactee",
		    "pas_assurance_logement"),
		MOT("bail_dpe_dpe", "non"),
		MOT("bail_dpe_classe_energetique", "G"),
		MOT(L "chauffage_details_dpe_annee", "before2023"),
		MOT("composition_logement_superficie", "38.5")
	};
	struct reponses			r = { champs, COUNT(champs), false,
	    { { NULL, 0 }, { NULL, 0 } } };
	struct contexte_criticite	ctx;

	(void)state;
	resolution_contexte(&r, &ctx);
	assert_int_equal(ctx.enfants_moins_6, ONN_OUI);
	assert_int_equal(ctx.assurance_contactee,
	    ASSURANCE_PAS_ASSURANCE_LOGEMENT);
	assert_int_equal(ctx.dpe, ONN_NON);
	assert_false(ctx.dpe_verifie);
	assert_int_equal(ctx.classe_energetique, CLASSE_G);
	assert_int_equal(ctx.annee_dpe, ANNEE_DPE_AVANT_2023);
	assert_true(ctx.superficie > 38.49 && ctx.superficie < 38.51);
	assert_true(ctx.consommation <= 0 && ctx.consommation_finale <= 0);
}

static void
without_answers_nothing_is_known(void **state)
{
	struct reponses			r = { 0 };
	struct contexte_criticite	ctx;

	(void)state;
	resolution_contexte(&r, &ctx);
	assert_int_equal(ctx.enfants_moins_6, ONN_INCONNU);
	assert_int_equal(ctx.assurance_contactee, ASSURANCE_INCONNUE);
	assert_int_equal(ctx.dpe, ONN_INCONNU);
	assert_int_equal(ctx.classe_energetique, CLASSE_INCONNUE);
	assert_int_equal(ctx.annee_dpe, ANNEE_DPE_INCONNUE);
	assert_true(ctx.superficie <= 0);
}

static void
a_declared_zone_covers_itself(void **state)
{
	static const struct {
		const char	*zone;
		bool		 batiment, logement;
	} t[] = {
		{ "batiment", true, false }, { "logement", false, true },
		{ "batiment_logement", true, true }, { NULL, true, true }
	};
	size_t	i;

	(void)state;
	for (i = 0; i < COUNT(t); i++) {
		assert_int_equal(resolution_zone_declaree(t[i].zone,
		    ZONE_BATIMENT), t[i].batiment);
		assert_int_equal(resolution_zone_declaree(t[i].zone,
		    ZONE_LOGEMENT), t[i].logement);
	}
}

/*
 * The whole way, on example 5 of section 3.3: answers of the form to score
 * and qualifications.
 */
static void
answers_become_a_score(void **state)
{
	static const struct reponse	champs[] = {
		MOT("info_procedure_assurance_contactee", "non"), PLUSIEURS,
		TIQUE(CUISINE), MOT(CUISINE "_details_machine", "non"),
		MOT(CUISINE "_details_fuite", "oui"),
		MOT(CUISINE "_details_moisissure_apres_nettoyage", "oui")
	};
	static const char		*categorie = L "humidite";
	struct reponses			r = { champs, COUNT(champs), true,
	    { { NULL, 0 }, { &categorie, 1 } } };
	struct contexte_criticite	ctx;
	struct resolution		out;
	struct evaluation		ev;
	double				gap;

	(void)state;
	assert_true(resolution_resolve(&r, &out));
	resolution_contexte(&r, &ctx);
	criticite_evaluate(&grille_v1, out.precisions, out.n, &ctx, &ev);
	gap = ev.score - 2.5 / 102 * 50;
	assert_true(gap < 1e-9 && gap > -1e-9);
	assert_int_equal(ev.nqualifications, 3);
	assert_int_equal(ev.qualifications[2].statut, STATUT_ASSURANTIEL_CHECK);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ticking_a_critere_with_one_precision_links_it),
		cmocka_unit_test(
	    rooms_give_one_precision_each_and_all_three_or_a_single_one_tout),
		cmocka_unit_test(
		    no_heating_and_dirt_are_ticked_under_another_name),
		cmocka_unit_test(ventilation_and_lead_carry_a_second_answer),
		cmocka_unit_test(cracks_and_sockets_are_yes_no_or_unknown),
		cmocka_unit_test(pests_are_dated),
		cmocka_unit_test(damp_has_up_to_three_precisions),
		cmocka_unit_test(floors_and_stairs_keep_the_worst_answer),
		cmocka_unit_test(
		    roof_and_seepage_depend_on_where_the_dwelling_is),
		cmocka_unit_test(low_ceilings_have_their_own_way),
		cmocka_unit_test(
		    only_the_integer_one_in_a_picked_category_ticks),
		cmocka_unit_test(facts_of_the_dwelling_add_their_own),
		cmocka_unit_test(
		    overcrowding_is_by_area_with_benefit_and_by_rooms_without),
		cmocka_unit_test(
		    nothing_is_derived_when_no_category_was_ever_picked),
		cmocka_unit_test(
	    the_building_comes_before_the_dwelling_and_categories_as_picked),
		cmocka_unit_test(
		    a_category_repeated_or_in_the_wrong_list_adds_nothing),
		cmocka_unit_test(a_leak_that_is_neither_yes_nor_no_is_refused),
		cmocka_unit_test(
	    a_derived_critere_ticked_by_hand_is_refused_when_it_says_nothing),
		cmocka_unit_test(
		    the_facts_of_the_evaluation_are_read_from_the_answers),
		cmocka_unit_test(without_answers_nothing_is_known),
		cmocka_unit_test(a_declared_zone_covers_itself),
		cmocka_unit_test(answers_become_a_score)
	};

	return (cmocka_run_group_tests(tests, NULL, NULL));
}
