/*
 * The form of a locataire as a table, and the few lines that read it.
 *
 * An answer to a question that is no longer shown is dropped before anything
 * else looks at it: who first said "sous les combles" and then "maison" has
 * no dwelling under the roof (domain/intake.md 7, decided).
 *
 * Several rows may have the same target: the last one that is answered wins.
 */
#include <stdlib.h>
#include <string.h>

#include "brouillon/brouillon_questions.h"

#define SOCIAL		"signalement_concerne_logement_social_autre_tiers"
#define ADRESSE		"adresse_logement_adresse"
#define COMPLEMENT	"adresse_logement_complement_adresse_"
#define OCCUPANT	"vos_coordonnees_occupant_"
#define BAILLEUR	"coordonnees_bailleur_"
#define BAIL		"info_procedure_bail_"
#define PREVENU		"info_procedure_bailleur_prevenu"
#define TYPE		"type_logement_"
#define COMMODITES	"type_logement_commodites_"
#define COMPOSITION	"composition_logement_"
#define ALLOCATION	"logement_social_allocation"
#define TRAVAILLEUR	"travailleur_social_"
#define ACCOMPAGNE	"travailleur_social_accompagnement"
#define INVITER		"travailleur_social_accompagnement_" \
			    "inviter_referent_comme_tiers"
#define ASSURANCE	"info_procedure_assurance_contactee"
#define INFOS		"informations_complementaires_"
#define DPE		"bail_dpe_dpe"
#define DPE_ANNEE	"desordres_logement_chauffage_details_dpe_annee"
#define CHAUFFAGE	"desordres_logement_chauffage_"
#define HUMIDITE	"desordres_logement_humidite_"

#define SI(c, v)	{ VAUT, c, v }
#define PLUSIEURS	SI(COMPOSITION "piece_unique", "plusieurs_pieces")
#define APPARTEMENT	SI(TYPE "nature", "appartement")
#define CUISINE		SI(COMMODITES "cuisine", "oui")
#define EAU		SI(COMMODITES "salle_de_bain|" COMMODITES "wc", "oui")

#define Q(champ, conversion, cible)					\
	{ champ, conversion, false, cible, { { 0 } }, NULL }
#define REQUISE(champ, conversion, cible)				\
	{ champ, conversion, true, cible, { { 0 } }, NULL }
#define Q_SI(champ, conversion, cible, ...)				\
	{ champ, conversion, false, cible, { __VA_ARGS__ }, NULL }
#define REQUISE_SI(champ, conversion, cible, ...)			\
	{ champ, conversion, true, cible, { __VA_ARGS__ }, NULL }
#define TRADUITE(champ, conversion, cible, list, ...)			\
	{ champ, conversion, false, cible, { __VA_ARGS__ }, list }

const struct question	questions[] = {
	/* adresse_logement */
	REQUISE(ADRESSE, COPIE, "/adresse/numero_voie"),
	Q(ADRESSE "_detail_numero", COPIE, "/adresse/numero_voie"),
	REQUISE(ADRESSE "_detail_code_postal", COPIE, "/adresse/code_postal"),
	REQUISE(ADRESSE "_detail_commune", COPIE, "/adresse/commune"),
	Q(ADRESSE "_detail_insee", COPIE, "/adresse/code_insee"),
	Q(ADRESSE "_detail_rnb_id", COPIE, "/adresse/identifiant_rnb"),
	Q(COMPLEMENT "etage", COPIE, "/adresse/etage"),
	Q(COMPLEMENT "escalier", COPIE, "/adresse/escalier"),
	Q(COMPLEMENT "numero_appartement", COPIE,
	    "/adresse/numero_appartement"),
	Q(COMPLEMENT "autre", COPIE, "/adresse/complement"),
	/* signalement_concerne */
	REQUISE(SOCIAL, OUI_NON, "/logement_social"),
	/* vos_coordonnees_occupant */
	REQUISE(OCCUPANT "civilite", COPIE, "/occupant/civilite"),
	REQUISE(OCCUPANT "nom", COPIE, "/occupant/nom"),
	REQUISE(OCCUPANT "prenom", COPIE, "/occupant/prenom"),
	REQUISE(OCCUPANT "email", COPIE, "/occupant/email"),
	REQUISE(OCCUPANT "tel", TELEPHONE, "/occupant/telephone"),
	Q(OCCUPANT "tel_secondaire", TELEPHONE,
	    "/occupant/telephone_secondaire"),
	/* coordonnees_bailleur */
	Q(BAILLEUR "nom", COPIE, "/bailleur/nom"),
	Q_SI(BAILLEUR "nom_autocomplete", COPIE, "/bailleur/nom",
	    SI(SOCIAL, "oui")),
	Q(BAILLEUR "prenom", COPIE, "/bailleur/prenom"),
	Q(BAILLEUR "email", COPIE, "/bailleur/email"),
	Q(BAILLEUR "tel", TELEPHONE, "/bailleur/telephone"),
	Q(BAILLEUR "tel_secondaire", TELEPHONE,
	    "/bailleur/telephone_secondaire"),
	Q(BAILLEUR "adresse", COPIE, "/bailleur/adresse"),
	Q(BAILLEUR "adresse_detail_numero", COPIE, "/bailleur/adresse"),
	Q(BAILLEUR "adresse_detail_code_postal", COPIE,
	    "/bailleur/code_postal"),
	Q(BAILLEUR "adresse_detail_commune", COPIE, "/bailleur/commune"),
	/* info_procedure_bail */
	Q(PREVENU, OUI_NON, "/bailleur/averti"),
	Q_SI(BAIL "moyen", COPIE, "/bailleur/moyen", SI(PREVENU, "oui")),
	Q_SI(BAIL "date", MOIS, "/bailleur/averti_le", SI(PREVENU, "oui")),
	Q_SI(BAIL "reponse", COPIE, "/bailleur/reponse", SI(PREVENU, "oui")),
	Q_SI(BAIL "numero", COPIE, "/bailleur/numero_reclamation",
	    SI(PREVENU, "oui"), SI(SOCIAL, "oui")),
	/* zone_concernee */
	REQUISE("zone_concernee_zone", COPIE, NULL),
	Q("zone_concernee_debut_desordres", MAJUSCULES,
	    "/procedure/debut_desordres"),
	/* type_logement */
	Q(TYPE "nature", COPIE, "/logement/nature"),
	Q_SI(TYPE "nature_autre_precision", COPIE, "/logement/nature_autre",
	    SI(TYPE "nature", "autre")),
	TRADUITE(TYPE "rdc", TRADUIT, "/logement/situation", "oui=RDC|non=",
	    APPARTEMENT),
	TRADUITE(TYPE "dernier_etage", TRADUIT, "/logement/situation",
	    "oui=DERNIER_ETAGE|non=AUTRE", APPARTEMENT, SI(TYPE "rdc", "non")),
	TRADUITE(TYPE "sous_comble_sans_fenetre", TRADUIT_BOOLEEN,
	    "/logement/avec_fenetres", "oui=false|non=true", APPARTEMENT,
	    SI(TYPE "dernier_etage", "oui")),
	TRADUITE(TYPE "sous_sol_sans_fenetre", TRADUIT, "/logement/situation",
	    "oui=SOUSSOL|non=", APPARTEMENT, SI(TYPE "dernier_etage", "non"),
	    SI(TYPE "rdc", "non")),
	TRADUITE(TYPE "sous_sol_sans_fenetre", TRADUIT_BOOLEEN,
	    "/logement/avec_fenetres", "oui=false|non=true", APPARTEMENT,
	    SI(TYPE "dernier_etage", "non"), SI(TYPE "rdc", "non")),
	/* composition_logement */
	TRADUITE(COMPOSITION "piece_unique", TRADUIT_BOOLEEN,
	    "/logement/piece_unique",
	    "piece_unique=true|plusieurs_pieces=false", { 0 }),
	REQUISE(COMPOSITION "superficie", REEL, "/logement/superficie"),
	REQUISE_SI(COMPOSITION "nb_pieces", ENTIER, "/logement/nb_pieces",
	    PLUSIEURS),
	/* type_logement_commodites */
	Q(COMMODITES "piece_a_vivre_9m", COPIE, "/logement/piece_a_vivre_9m"),
	Q(COMMODITES "cuisine", OUI_NON, "/logement/cuisine"),
	Q_SI(COMMODITES "cuisine_collective", OUI_NON,
	    "/logement/cuisine_collective", SI(COMMODITES "cuisine", "non")),
	Q(COMMODITES "salle_de_bain", OUI_NON, "/logement/salle_de_bain"),
	Q_SI(COMMODITES "salle_de_bain_collective", OUI_NON,
	    "/logement/salle_de_bain_collective",
	    SI(COMMODITES "salle_de_bain", "non")),
	Q(COMMODITES "wc", OUI_NON, "/logement/wc"),
	Q_SI(COMMODITES "wc_collective", OUI_NON, "/logement/wc_collectif",
	    SI(COMMODITES "wc", "non")),
	Q_SI(COMMODITES "wc_cuisine", OUI_NON, "/logement/wc_cuisine",
	    CUISINE, SI(COMMODITES "wc", "oui")),
	/* composition_logement_personnes */
	Q(COMPOSITION "nombre_personnes", ENTIER, "/foyer/nb_occupants"),
	Q(COMPOSITION "nombre_enfants", ENTIER, "/foyer/nb_enfants"),
	Q_SI(COMPOSITION "enfants", COPIE, "/foyer/enfants_moins_6",
	    { POSITIF, COMPOSITION "nombre_enfants", NULL }),
	/* bail_dpe */
	Q("bail_dpe_date_emmenagement", DATE, "/logement/date_entree"),
	Q("bail_dpe_bail", COPIE, "/logement/bail"),
	Q("bail_dpe_invariant", COPIE, "/logement/numero_invariant"),
	Q("bail_dpe_etat_des_lieux", COPIE, "/logement/etat_des_lieux"),
	Q(DPE, COPIE, "/logement/dpe"),
	Q_SI("bail_dpe_classe_energetique", COPIE,
	    "/logement/classe_energetique", SI(DPE, "oui")),
	Q_SI(DPE_ANNEE, COPIE, "/logement/annee_dpe", SI(DPE, "oui")),
	/* logement_social */
	Q("logement_social_demande_relogement", OUI_NON,
	    "/procedure/demande_relogement"),
	Q(ALLOCATION, COPIE, "/foyer/allocataire"),
	Q_SI(ALLOCATION "_caisse", COPIE, "/foyer/allocataire",
	    SI(ALLOCATION, "oui")),
	Q_SI("logement_social_date_naissance", DATE_PASSEE,
	    "/foyer/date_naissance", SI(ALLOCATION, "oui")),
	Q_SI("logement_social_numero_allocataire", COPIE,
	    "/foyer/numero_allocataire", SI(ALLOCATION, "oui")),
	Q_SI("logement_social_montant_allocation", REEL,
	    "/foyer/montant_allocation", SI(ALLOCATION, "oui")),
	/* travailleur_social */
	Q(TRAVAILLEUR "quitte_logement", COPIE, "/procedure/souhaite_quitter"),
	REQUISE_SI(TRAVAILLEUR "preavis_depart", COPIE,
	    "/procedure/preavis_depart",
	    SI(TRAVAILLEUR "quitte_logement", "oui")),
	Q(ACCOMPAGNE, COPIE, "/foyer/accompagnement"),
	Q_SI(ACCOMPAGNE "_nom_structure", COPIE,
	    "/foyer/accompagnement_structure", SI(ACCOMPAGNE, "oui")),
	Q_SI(INVITER, COPIE, NULL, SI(ACCOMPAGNE, "oui")),
	Q_SI(ACCOMPAGNE "_nom_referent", COPIE, "/foyer/accompagnement_nom",
	    SI(ACCOMPAGNE, "oui"), { DIFFERE, INVITER, "oui" }),
	Q_SI(ACCOMPAGNE "_prenom_referent", COPIE,
	    "/foyer/accompagnement_prenom", SI(ACCOMPAGNE, "oui"),
	    { DIFFERE, INVITER, "oui" }),
	Q_SI(INVITER "_nom", COPIE, "/foyer/accompagnement_nom",
	    SI(INVITER, "oui")),
	Q_SI(INVITER "_prenom", COPIE, "/foyer/accompagnement_prenom",
	    SI(INVITER, "oui")),
	/* désordres, except what criticite_resolution.c makes of them */
	TRADUITE(CHAUFFAGE "type", TRADUIT, "/logement/chauffage",
	    "electrique=ELECTRIQUE|gaz=GAZ|aucun=AUCUN|nsp=NSP", { 0 }),
	Q("message_administration", COPIE, "/description"),
	/* info_procedure_assurance */
	Q(ASSURANCE, COPIE, "/procedure/assurance_contactee"),
	Q_SI("info_procedure_reponse_assurance", COPIE,
	    "/procedure/reponse_assurance", SI(ASSURANCE, "oui")),
	Q("info_procedure_depart_apres_travaux", COPIE,
	    "/procedure/depart_apres_travaux"),
	/* informations_complementaires */
	Q(INFOS "situation_occupants_beneficiaire_rsa", OUI_NON, "/foyer/rsa"),
	Q(INFOS "situation_occupants_beneficiaire_fsl", OUI_NON, "/foyer/fsl"),
	Q_SI(INFOS "situation_occupants_date_naissance", DATE_PASSEE,
	    "/foyer/date_naissance", SI(ALLOCATION, "non")),
	Q(INFOS "logement_montant_loyer", REEL, "/logement/loyer"),
	Q_SI(INFOS "logement_nombre_etages", ENTIER, "/logement/nb_etages",
	    PLUSIEURS),
	Q(INFOS "logement_annee_construction", ENTIER,
	    "/logement/annee_construction"),
};
const size_t	nquestions = sizeof(questions) / sizeof(questions[0]);

/* Désordre questions by the beginning and the end of their slug. */
static const struct {
	const char		*debut, *fin;
	struct condition	 si[CONDITIONS];
} desordres[] = {
	{ CHAUFFAGE "details_", "", {
	    { REPONDU, CHAUFFAGE "type", NULL },
	    { DIFFERE, CHAUFFAGE "type", "aucun" } } },
	{ CHAUFFAGE "details_chauffage_dangereux", "", {
	    { DIFFERE, CHAUFFAGE "type", "electrique" } } },
	{ CHAUFFAGE "type_aucun", "", { SI(CHAUFFAGE "type", "aucun") } },
	{ HUMIDITE "piece_a_vivre", "", { PLUSIEURS } },
	{ HUMIDITE "cuisine", "", { PLUSIEURS, CUISINE } },
	{ HUMIDITE "salle_de_bain", "", { PLUSIEURS, EAU } },
	{ "desordres_logement_", "_pieces_piece_a_vivre", { PLUSIEURS } },
	{ "desordres_logement_", "_pieces_cuisine", { PLUSIEURS, CUISINE } },
	{ "desordres_logement_", "_pieces_salle_de_bain", { PLUSIEURS, EAU } },
	{ "desordres_logement_lumiere_plafond_trop_bas_", "", { PLUSIEURS } },
	{ "desordres_logement_proprete", "", { { JAMAIS, "", NULL } } },
};

#define NDESORDRES	(sizeof(desordres) / sizeof(desordres[0]))

static bool
holds_for(const struct condition *c, const char *answer)
{
	switch (c->operateur) {
	case VAUT:
		return (answer != NULL && strcmp(answer, c->valeur) == 0);
	case DIFFERE:
		return (answer == NULL || strcmp(answer, c->valeur) != 0);
	case REPONDU:
		return (answer != NULL);
	case POSITIF:
		return (answer != NULL && strtod(answer, NULL) > 0);
	case JAMAIS:
		return (false);
	case TOUJOURS:
		break;
	}
	return (true);
}

static bool
holds(const struct condition *c, lire_reponse *lire, void *answers)
{
	char		 first[128];
	const char	*other = c->champ == NULL ? NULL :
			    strchr(c->champ, '|');

	if (c->operateur == TOUJOURS)
		return (true);
	if (other == NULL)
		return (holds_for(c, lire(answers, c->champ)));
	memcpy(first, c->champ, (size_t)(other - c->champ));
	first[other - c->champ] = '\0';
	return (holds_for(c, lire(answers, first)) ||
	    holds_for(c, lire(answers, other + 1)));
}

static bool
all_hold(const struct condition *si, lire_reponse *lire, void *answers)
{
	for (size_t i = 0; i < CONDITIONS; i++) {
		if (!holds(&si[i], lire, answers))
			return (false);
	}
	return (true);
}

bool
question_visible(const struct question *q, lire_reponse *lire, void *answers)
{
	return (all_hold(q->si, lire, answers));
}

bool
desordre_champ(const char *champ)
{
	return (strncmp(champ, "desordres_", 10) == 0 &&
	    strcmp(champ, DPE_ANNEE) != 0);
}

static bool
ends(const char *text, const char *end)
{
	size_t	len = strlen(text), n = strlen(end);

	return (len >= n && strcmp(text + len - n, end) == 0);
}

bool
desordre_visible(const char *champ, lire_reponse *lire, void *answers)
{
	for (size_t i = 0; i < NDESORDRES; i++) {
		if (strncmp(champ, desordres[i].debut,
		    strlen(desordres[i].debut)) == 0 &&
		    ends(champ, desordres[i].fin) &&
		    !all_hold(desordres[i].si, lire, answers))
			return (false);
	}
	return (true);
}

bool
desordre_categorie(const char *champ, const char *categorie)
{
	size_t	len = strlen(categorie);

	return (strncmp(champ, categorie, len) == 0 &&
	    (champ[len] == '_' || champ[len] == '\0'));
}

bool
categorie_offerte(const char *categorie)
{
	return (strcmp(categorie, "desordres_logement_proprete") != 0);
}

bool
question_traduire(const char *list, const char *text, char *out, size_t size)
{
	size_t	len = strlen(text), n;

	while (*list != '\0') {
		if (strcspn(list, "=") == len && memcmp(list, text, len) == 0) {
			n = strcspn(list + len + 1, "|");
			if (n >= size)
				return (false);
			memcpy(out, list + len + 1, n);
			out[n] = '\0';
			return (true);
		}
		list += strcspn(list, "|");
		list += *list == '|';
	}
	return (false);
}
