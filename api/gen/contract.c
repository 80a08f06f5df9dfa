/* Written by api/tools/contract.mjs from openapi.yaml; never edited. */
#include "gen/contract.h"

static const struct schema session_create_corps_email = {
	.type = TYPE_STRING,
	.format = FORMAT_EMAIL,
	.min_length = 0,
	.max_length = 255,
};

static const struct schema session_create_corps_mot_de_passe = {
	.type = TYPE_STRING,
	.min_length = 1,
	.max_length = 200,
};

static const struct field session_create_corps_fields[] = {
	{ "email", true, &session_create_corps_email },
	{ "mot_de_passe", true, &session_create_corps_mot_de_passe },
};

static const struct object session_create_corps_object = {
	.fields = session_create_corps_fields,
	.nfields = 2,
	.open = false,
};

static const struct schema session_moi_update_corps_nom = {
	.type = TYPE_STRING,
	.min_length = 1,
	.max_length = 50,
};

static const struct schema session_moi_update_corps_prenom = {
	.type = TYPE_STRING,
	.min_length = 1,
	.max_length = 50,
};

static const struct schema session_moi_update_corps_fonction = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 50,
};

static const struct schema session_moi_update_corps_telephone = {
	.type = TYPE_STRING,
	.nullable = true,
	.format = FORMAT_TELEPHONE,
	.min_length = 0,
	.max_length = 20,
};

static const struct schema session_moi_update_corps_notifier_par_mail = {
	.type = TYPE_BOOLEAN,
};

static const struct field session_moi_update_corps_fields[] = {
	{ "nom", false, &session_moi_update_corps_nom },
	{ "prenom", false, &session_moi_update_corps_prenom },
	{ "fonction", false, &session_moi_update_corps_fonction },
	{ "telephone", false, &session_moi_update_corps_telephone },
	{ "notifier_par_mail", false, &session_moi_update_corps_notifier_par_mail },
};

static const struct object session_moi_update_corps_object = {
	.fields = session_moi_update_corps_fields,
	.nfields = 5,
	.open = false,
};

static const struct schema territoire_verify_query_code_postal = {
	.type = TYPE_STRING,
	.format = FORMAT_CODE_POSTAL,
	.min_length = 0,
	.max_length = 5,
};

static const struct schema territoire_verify_query_code_insee = {
	.type = TYPE_STRING,
	.format = FORMAT_CODE_INSEE,
	.min_length = 0,
	.max_length = 5,
};

static const struct parameter territoire_verify_query[] = {
	{ "code_postal", true, NULL, &territoire_verify_query_code_postal },
	{ "code_insee", false, NULL, &territoire_verify_query_code_insee },
};

static const struct schema territoire_communes_query_q = {
	.type = TYPE_STRING,
	.min_length = 2,
	.max_length = 60,
};

static const struct schema territoire_communes_query_limite = {
	.type = TYPE_INTEGER,
	.has_min = true, .min = 1,
	.has_max = true, .max = 100,
};

static const struct parameter territoire_communes_query[] = {
	{ "q", true, NULL, &territoire_communes_query_q },
	{ "limite", false, "10", &territoire_communes_query_limite },
};

static const struct schema territoire_epci_query_territoire = {
	.type = TYPE_STRING,
	.min_length = 2,
	.max_length = 3,
};

static const struct parameter territoire_epci_query[] = {
	{ "territoire", true, NULL, &territoire_epci_query_territoire },
};

static const char *const schema_Profil_values[] = {
	"locataire",
	"bailleur_occupant",
	"tiers_particulier",
	"tiers_pro",
	"bailleur",
	"service_secours",
	NULL
};

static const struct schema schema_Profil = {
	.type = TYPE_STRING,
	.min_length = 0,
	.max_length = 200,
	.values = schema_Profil_values,
};

static const struct parameter formulaire_get_path[] = {
	{ "profil", true, NULL, &schema_Profil },
};

static const struct schema criticite_evaluation_corps_precisions_items = {
	.type = TYPE_STRING,
	.min_length = 0,
	.max_length = 128,
};

static const struct schema criticite_evaluation_corps_precisions = {
	.type = TYPE_ARRAY,
	.items = &criticite_evaluation_corps_precisions_items,
	.min_items = 0,
	.max_items = 195,
};

static const char *const schema_OuiNonNsp_values[] = {
	"oui",
	"non",
	"nsp",
	NULL
};

static const struct schema schema_OuiNonNsp = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 200,
	.values = schema_OuiNonNsp_values,
};

static const char *const schema_AssuranceContactee_values[] = {
	"oui",
	"non",
	"pas_assurance_logement",
	"nsp",
	NULL
};

static const struct schema schema_AssuranceContactee = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 200,
	.values = schema_AssuranceContactee_values,
};

static const struct schema criticite_evaluation_corps_superficie = {
	.type = TYPE_NUMBER,
	.nullable = true,
	.has_min = true, .min = 0,
	.has_max = true, .max = 9999.99,
};

static const char *const schema_ClasseEnergetique_values[] = {
	"A",
	"B",
	"C",
	"D",
	"E",
	"F",
	"G",
	"nsp",
	NULL
};

static const struct schema schema_ClasseEnergetique = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 200,
	.values = schema_ClasseEnergetique_values,
};

static const char *const schema_AnneeDpe_values[] = {
	"before2023",
	"post2023",
	"nsp",
	NULL
};

static const struct schema schema_AnneeDpe = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 200,
	.values = schema_AnneeDpe_values,
};

static const struct schema criticite_evaluation_corps_consommation = {
	.type = TYPE_NUMBER,
	.nullable = true,
	.has_min = true, .min = 0,
	.has_max = true, .max = 10000000,
};

static const struct schema criticite_evaluation_corps_consommation_finale = {
	.type = TYPE_NUMBER,
	.nullable = true,
	.has_min = true, .min = 0,
	.has_max = true, .max = 100000,
};

static const struct field criticite_evaluation_corps_fields[] = {
	{ "precisions", true, &criticite_evaluation_corps_precisions },
	{ "enfants_moins_6", false, &schema_OuiNonNsp },
	{ "assurance_contactee", false, &schema_AssuranceContactee },
	{ "superficie", false, &criticite_evaluation_corps_superficie },
	{ "dpe", false, &schema_OuiNonNsp },
	{ "classe_energetique", false, &schema_ClasseEnergetique },
	{ "annee_dpe", false, &schema_AnneeDpe },
	{ "consommation", false, &criticite_evaluation_corps_consommation },
	{ "consommation_finale", false, &criticite_evaluation_corps_consommation_finale },
};

static const struct object criticite_evaluation_corps_object = {
	.fields = criticite_evaluation_corps_fields,
	.nfields = 9,
	.open = false,
};

static const struct object schema_Reponses_object = {
	.fields = NULL,
	.nfields = 0,
	.open = true,
};

static const struct schema schema_Reponses = {
	.type = TYPE_OBJECT,
	.object = &schema_Reponses_object,
};

static const struct field criticite_resolution_corps_fields[] = {
	{ "reponses", true, &schema_Reponses },
};

static const struct object criticite_resolution_corps_object = {
	.fields = criticite_resolution_corps_fields,
	.nfields = 1,
	.open = false,
};

static const struct schema brouillon_create_corps_etape = {
	.type = TYPE_STRING,
	.min_length = 1,
	.max_length = 128,
};

static const struct field brouillon_create_corps_fields[] = {
	{ "profil", true, &schema_Profil },
	{ "etape", true, &brouillon_create_corps_etape },
	{ "reponses", true, &schema_Reponses },
};

static const struct object brouillon_create_corps_object = {
	.fields = brouillon_create_corps_fields,
	.nfields = 3,
	.open = false,
};

static const struct schema brouillon_get_path_id = {
	.type = TYPE_STRING,
	.format = FORMAT_UUID,
	.min_length = 0,
	.max_length = 36,
};

static const struct parameter brouillon_get_path[] = {
	{ "id", true, NULL, &brouillon_get_path_id },
};

static const struct schema brouillon_update_corps_etape = {
	.type = TYPE_STRING,
	.min_length = 1,
	.max_length = 128,
};

static const struct field brouillon_update_corps_fields[] = {
	{ "profil", true, &schema_Profil },
	{ "etape", true, &brouillon_update_corps_etape },
	{ "reponses", true, &schema_Reponses },
};

static const struct object brouillon_update_corps_object = {
	.fields = brouillon_update_corps_fields,
	.nfields = 3,
	.open = false,
};

static const struct schema brouillon_update_path_id = {
	.type = TYPE_STRING,
	.format = FORMAT_UUID,
	.min_length = 0,
	.max_length = 36,
};

static const struct parameter brouillon_update_path[] = {
	{ "id", true, NULL, &brouillon_update_path_id },
};

static const struct schema brouillon_delete_path_id = {
	.type = TYPE_STRING,
	.format = FORMAT_UUID,
	.min_length = 0,
	.max_length = 36,
};

static const struct parameter brouillon_delete_path[] = {
	{ "id", true, NULL, &brouillon_delete_path_id },
};

static const struct schema brouillon_submit_path_id = {
	.type = TYPE_STRING,
	.format = FORMAT_UUID,
	.min_length = 0,
	.max_length = 36,
};

static const struct parameter brouillon_submit_path[] = {
	{ "id", true, NULL, &brouillon_submit_path_id },
};

static const char *const schema_StatutSignalement_values[] = {
	"BROUILLON",
	"NOUVEAU",
	"EN_COURS",
	"FERME",
	"REFUSE",
	"ARCHIVE",
	"BROUILLON_ARCHIVE",
	"INJONCTION_BAILLEUR",
	"INJONCTION_FERMEE",
	NULL
};

static const struct schema schema_StatutSignalement = {
	.type = TYPE_STRING,
	.min_length = 0,
	.max_length = 200,
	.values = schema_StatutSignalement_values,
};

static const struct schema signalement_list_query_statut = {
	.type = TYPE_ARRAY,
	.items = &schema_StatutSignalement,
	.min_items = 0,
	.max_items = 9,
};

static const struct schema signalement_list_query_territoire = {
	.type = TYPE_STRING,
	.min_length = 2,
	.max_length = 3,
};

static const struct schema signalement_list_query_q = {
	.type = TYPE_STRING,
	.min_length = 2,
	.max_length = 100,
};

static const struct schema signalement_list_query_limite = {
	.type = TYPE_INTEGER,
	.has_min = true, .min = 1,
	.has_max = true, .max = 100,
};

static const struct schema signalement_list_query_apres = {
	.type = TYPE_STRING,
	.min_length = 1,
	.max_length = 300,
};

static const char *const signalement_list_query_total_values[] = {
	"borne",
	"exact",
	"aucun",
	NULL
};

static const struct schema signalement_list_query_total = {
	.type = TYPE_STRING,
	.min_length = 0,
	.max_length = 200,
	.values = signalement_list_query_total_values,
};

static const struct parameter signalement_list_query[] = {
	{ "statut", false, NULL, &signalement_list_query_statut },
	{ "territoire", false, NULL, &signalement_list_query_territoire },
	{ "q", false, NULL, &signalement_list_query_q },
	{ "limite", false, "25", &signalement_list_query_limite },
	{ "apres", false, NULL, &signalement_list_query_apres },
	{ "total", false, "borne", &signalement_list_query_total },
};

static const struct schema schema_SignalementCreation_reference_externe = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 1,
	.max_length = 100,
};

static const struct schema schema_SignalementCreation_territoire = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 2,
	.max_length = 3,
};

static const char *const schema_SignalementCreation_profil_declarant_values[] = {
	"LOCATAIRE",
	"BAILLEUR_OCCUPANT",
	"TIERS_PARTICULIER",
	"TIERS_PRO",
	"BAILLEUR",
	"SERVICE_SECOURS",
	NULL
};

static const struct schema schema_SignalementCreation_profil_declarant = {
	.type = TYPE_STRING,
	.min_length = 0,
	.max_length = 200,
	.values = schema_SignalementCreation_profil_declarant_values,
};

static const char *const schema_SignalementCreation_profil_occupant_values[] = {
	"LOCATAIRE",
	"BAILLEUR_OCCUPANT",
	NULL
};

static const struct schema schema_SignalementCreation_profil_occupant = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 200,
	.values = schema_SignalementCreation_profil_occupant_values,
};

static const struct schema schema_SignalementCreation_logement_social = {
	.type = TYPE_BOOLEAN,
};

static const struct schema schema_Adresse_numero_voie = {
	.type = TYPE_STRING,
	.min_length = 1,
	.max_length = 100,
};

static const struct schema schema_Adresse_code_postal = {
	.type = TYPE_STRING,
	.format = FORMAT_CODE_POSTAL,
	.min_length = 0,
	.max_length = 5,
};

static const struct schema schema_Adresse_commune = {
	.type = TYPE_STRING,
	.min_length = 1,
	.max_length = 100,
};

static const struct schema schema_Adresse_code_insee = {
	.type = TYPE_STRING,
	.nullable = true,
	.format = FORMAT_CODE_INSEE,
	.min_length = 0,
	.max_length = 5,
};

static const struct schema schema_Adresse_etage = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 5,
};

static const struct schema schema_Adresse_escalier = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 3,
};

static const struct schema schema_Adresse_numero_appartement = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 5,
};

static const struct schema schema_Adresse_complement = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 255,
};

static const struct schema schema_Adresse_latitude = {
	.type = TYPE_NUMBER,
	.nullable = true,
	.has_min = true, .min = -90,
	.has_max = true, .max = 90,
};

static const struct schema schema_Adresse_longitude = {
	.type = TYPE_NUMBER,
	.nullable = true,
	.has_min = true, .min = -180,
	.has_max = true, .max = 180,
};

static const struct schema schema_Adresse_identifiant_ban = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 50,
};

static const struct schema schema_Adresse_identifiant_rnb = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 20,
};

static const struct field schema_Adresse_fields[] = {
	{ "numero_voie", true, &schema_Adresse_numero_voie },
	{ "code_postal", true, &schema_Adresse_code_postal },
	{ "commune", true, &schema_Adresse_commune },
	{ "code_insee", false, &schema_Adresse_code_insee },
	{ "etage", false, &schema_Adresse_etage },
	{ "escalier", false, &schema_Adresse_escalier },
	{ "numero_appartement", false, &schema_Adresse_numero_appartement },
	{ "complement", false, &schema_Adresse_complement },
	{ "latitude", false, &schema_Adresse_latitude },
	{ "longitude", false, &schema_Adresse_longitude },
	{ "identifiant_ban", false, &schema_Adresse_identifiant_ban },
	{ "identifiant_rnb", false, &schema_Adresse_identifiant_rnb },
};

static const struct object schema_Adresse_object = {
	.fields = schema_Adresse_fields,
	.nfields = 12,
	.open = false,
};

static const struct schema schema_Adresse = {
	.type = TYPE_OBJECT,
	.object = &schema_Adresse_object,
};

static const char *const schema_Occupant_civilite_values[] = {
	"mme",
	"mr",
	NULL
};

static const struct schema schema_Occupant_civilite = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 200,
	.values = schema_Occupant_civilite_values,
};

static const struct schema schema_Occupant_nom = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 1,
	.max_length = 50,
};

static const struct schema schema_Occupant_prenom = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 1,
	.max_length = 50,
};

static const struct schema schema_Occupant_email = {
	.type = TYPE_STRING,
	.nullable = true,
	.format = FORMAT_EMAIL,
	.min_length = 0,
	.max_length = 255,
};

static const struct schema schema_Occupant_telephone = {
	.type = TYPE_STRING,
	.nullable = true,
	.format = FORMAT_TELEPHONE,
	.min_length = 0,
	.max_length = 20,
};

static const struct schema schema_Occupant_telephone_secondaire = {
	.type = TYPE_STRING,
	.nullable = true,
	.format = FORMAT_TELEPHONE,
	.min_length = 0,
	.max_length = 20,
};

static const struct field schema_Occupant_fields[] = {
	{ "civilite", false, &schema_Occupant_civilite },
	{ "nom", false, &schema_Occupant_nom },
	{ "prenom", false, &schema_Occupant_prenom },
	{ "email", false, &schema_Occupant_email },
	{ "telephone", false, &schema_Occupant_telephone },
	{ "telephone_secondaire", false, &schema_Occupant_telephone_secondaire },
};

static const struct object schema_Occupant_object = {
	.fields = schema_Occupant_fields,
	.nfields = 6,
	.open = false,
};

static const struct schema schema_Occupant = {
	.type = TYPE_OBJECT,
	.object = &schema_Occupant_object,
};

static const struct schema schema_Declarant_nom = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 1,
	.max_length = 50,
};

static const struct schema schema_Declarant_prenom = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 1,
	.max_length = 50,
};

static const struct schema schema_Declarant_email = {
	.type = TYPE_STRING,
	.nullable = true,
	.format = FORMAT_EMAIL,
	.min_length = 0,
	.max_length = 255,
};

static const struct schema schema_Declarant_telephone = {
	.type = TYPE_STRING,
	.nullable = true,
	.format = FORMAT_TELEPHONE,
	.min_length = 0,
	.max_length = 20,
};

static const struct schema schema_Declarant_telephone_secondaire = {
	.type = TYPE_STRING,
	.nullable = true,
	.format = FORMAT_TELEPHONE,
	.min_length = 0,
	.max_length = 20,
};

static const struct schema schema_Declarant_structure = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 200,
};

static const struct schema schema_Declarant_matricule = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 255,
};

static const char *const schema_Declarant_lien_values[] = {
	"PROCHE",
	"VOISIN",
	"AUTRE",
	NULL
};

static const struct schema schema_Declarant_lien = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 200,
	.values = schema_Declarant_lien_values,
};

static const struct field schema_Declarant_fields[] = {
	{ "nom", false, &schema_Declarant_nom },
	{ "prenom", false, &schema_Declarant_prenom },
	{ "email", false, &schema_Declarant_email },
	{ "telephone", false, &schema_Declarant_telephone },
	{ "telephone_secondaire", false, &schema_Declarant_telephone_secondaire },
	{ "structure", false, &schema_Declarant_structure },
	{ "matricule", false, &schema_Declarant_matricule },
	{ "lien", false, &schema_Declarant_lien },
};

static const struct object schema_Declarant_object = {
	.fields = schema_Declarant_fields,
	.nfields = 8,
	.open = false,
};

static const struct schema schema_Declarant = {
	.type = TYPE_OBJECT,
	.object = &schema_Declarant_object,
};

static const char *const schema_Bailleur_type_values[] = {
	"PARTICULIER",
	"ORGANISME_SOCIETE",
	NULL
};

static const struct schema schema_Bailleur_type = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 200,
	.values = schema_Bailleur_type_values,
};

static const struct schema schema_Bailleur_denomination = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 255,
};

static const struct schema schema_Bailleur_nom = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 255,
};

static const struct schema schema_Bailleur_prenom = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 255,
};

static const struct schema schema_Bailleur_email = {
	.type = TYPE_STRING,
	.nullable = true,
	.format = FORMAT_EMAIL,
	.min_length = 0,
	.max_length = 255,
};

static const struct schema schema_Bailleur_telephone = {
	.type = TYPE_STRING,
	.nullable = true,
	.format = FORMAT_TELEPHONE,
	.min_length = 0,
	.max_length = 20,
};

static const struct schema schema_Bailleur_telephone_secondaire = {
	.type = TYPE_STRING,
	.nullable = true,
	.format = FORMAT_TELEPHONE,
	.min_length = 0,
	.max_length = 20,
};

static const struct schema schema_Bailleur_adresse = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 255,
};

static const struct schema schema_Bailleur_code_postal = {
	.type = TYPE_STRING,
	.nullable = true,
	.format = FORMAT_CODE_POSTAL,
	.min_length = 0,
	.max_length = 5,
};

static const struct schema schema_Bailleur_commune = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 100,
};

static const struct schema schema_Bailleur_averti = {
	.type = TYPE_BOOLEAN,
	.nullable = true,
};

static const struct schema schema_Bailleur_averti_le = {
	.type = TYPE_STRING,
	.nullable = true,
	.format = FORMAT_DATE,
	.min_length = 0,
	.max_length = 10,
};

static const char *const schema_Bailleur_moyen_values[] = {
	"courrier",
	"email",
	"telephone",
	"sms",
	"autre",
	"nsp",
	NULL
};

static const struct schema schema_Bailleur_moyen = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 200,
	.values = schema_Bailleur_moyen_values,
};

static const struct schema schema_Bailleur_reponse = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 255,
};

static const struct schema schema_Bailleur_numero_reclamation = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 30,
};

static const struct field schema_Bailleur_fields[] = {
	{ "type", false, &schema_Bailleur_type },
	{ "denomination", false, &schema_Bailleur_denomination },
	{ "nom", false, &schema_Bailleur_nom },
	{ "prenom", false, &schema_Bailleur_prenom },
	{ "email", false, &schema_Bailleur_email },
	{ "telephone", false, &schema_Bailleur_telephone },
	{ "telephone_secondaire", false, &schema_Bailleur_telephone_secondaire },
	{ "adresse", false, &schema_Bailleur_adresse },
	{ "code_postal", false, &schema_Bailleur_code_postal },
	{ "commune", false, &schema_Bailleur_commune },
	{ "averti", false, &schema_Bailleur_averti },
	{ "averti_le", false, &schema_Bailleur_averti_le },
	{ "moyen", false, &schema_Bailleur_moyen },
	{ "reponse", false, &schema_Bailleur_reponse },
	{ "numero_reclamation", false, &schema_Bailleur_numero_reclamation },
};

static const struct object schema_Bailleur_object = {
	.fields = schema_Bailleur_fields,
	.nfields = 15,
	.open = false,
};

static const struct schema schema_Bailleur = {
	.type = TYPE_OBJECT,
	.object = &schema_Bailleur_object,
};

static const struct schema schema_Agence_denomination = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 255,
};

static const struct schema schema_Agence_nom = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 255,
};

static const struct schema schema_Agence_prenom = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 255,
};

static const struct schema schema_Agence_email = {
	.type = TYPE_STRING,
	.nullable = true,
	.format = FORMAT_EMAIL,
	.min_length = 0,
	.max_length = 255,
};

static const struct schema schema_Agence_telephone = {
	.type = TYPE_STRING,
	.nullable = true,
	.format = FORMAT_TELEPHONE,
	.min_length = 0,
	.max_length = 20,
};

static const struct schema schema_Agence_adresse = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 255,
};

static const struct schema schema_Agence_code_postal = {
	.type = TYPE_STRING,
	.nullable = true,
	.format = FORMAT_CODE_POSTAL,
	.min_length = 0,
	.max_length = 5,
};

static const struct schema schema_Agence_commune = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 100,
};

static const struct field schema_Agence_fields[] = {
	{ "denomination", false, &schema_Agence_denomination },
	{ "nom", false, &schema_Agence_nom },
	{ "prenom", false, &schema_Agence_prenom },
	{ "email", false, &schema_Agence_email },
	{ "telephone", false, &schema_Agence_telephone },
	{ "adresse", false, &schema_Agence_adresse },
	{ "code_postal", false, &schema_Agence_code_postal },
	{ "commune", false, &schema_Agence_commune },
};

static const struct object schema_Agence_object = {
	.fields = schema_Agence_fields,
	.nfields = 8,
	.open = false,
};

static const struct schema schema_Agence = {
	.type = TYPE_OBJECT,
	.object = &schema_Agence_object,
};

static const struct schema schema_Syndic_denomination = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 255,
};

static const struct schema schema_Syndic_nom = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 255,
};

static const struct schema schema_Syndic_email = {
	.type = TYPE_STRING,
	.nullable = true,
	.format = FORMAT_EMAIL,
	.min_length = 0,
	.max_length = 255,
};

static const struct schema schema_Syndic_telephone = {
	.type = TYPE_STRING,
	.nullable = true,
	.format = FORMAT_TELEPHONE,
	.min_length = 0,
	.max_length = 20,
};

static const struct schema schema_Syndic_telephone_secondaire = {
	.type = TYPE_STRING,
	.nullable = true,
	.format = FORMAT_TELEPHONE,
	.min_length = 0,
	.max_length = 20,
};

static const struct field schema_Syndic_fields[] = {
	{ "denomination", false, &schema_Syndic_denomination },
	{ "nom", false, &schema_Syndic_nom },
	{ "email", false, &schema_Syndic_email },
	{ "telephone", false, &schema_Syndic_telephone },
	{ "telephone_secondaire", false, &schema_Syndic_telephone_secondaire },
};

static const struct object schema_Syndic_object = {
	.fields = schema_Syndic_fields,
	.nfields = 5,
	.open = false,
};

static const struct schema schema_Syndic = {
	.type = TYPE_OBJECT,
	.object = &schema_Syndic_object,
};

static const char *const schema_Logement_nature_values[] = {
	"appartement",
	"maison",
	"autre",
	NULL
};

static const struct schema schema_Logement_nature = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 200,
	.values = schema_Logement_nature_values,
};

static const struct schema schema_Logement_nature_autre = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 15,
};

static const char *const schema_Logement_situation_values[] = {
	"RDC",
	"DERNIER_ETAGE",
	"SOUSSOL",
	"AUTRE",
	NULL
};

static const struct schema schema_Logement_situation = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 200,
	.values = schema_Logement_situation_values,
};

static const struct schema schema_Logement_avec_fenetres = {
	.type = TYPE_BOOLEAN,
	.nullable = true,
};

static const struct schema schema_Logement_superficie = {
	.type = TYPE_NUMBER,
	.nullable = true,
	.has_min = true, .min = 1,
	.has_max = true, .max = 9999,
};

static const struct schema schema_Logement_piece_unique = {
	.type = TYPE_BOOLEAN,
	.nullable = true,
};

static const struct schema schema_Logement_nb_pieces = {
	.type = TYPE_INTEGER,
	.nullable = true,
	.has_min = true, .min = 1,
	.has_max = true, .max = 999,
};

static const struct schema schema_Logement_nb_etages = {
	.type = TYPE_INTEGER,
	.nullable = true,
	.has_min = true, .min = 0,
	.has_max = true, .max = 99,
};

static const struct schema schema_Logement_annee_construction = {
	.type = TYPE_INTEGER,
	.nullable = true,
	.has_min = true, .min = 1000,
	.has_max = true, .max = 2100,
};

static const struct schema schema_Logement_cuisine = {
	.type = TYPE_BOOLEAN,
	.nullable = true,
};

static const struct schema schema_Logement_cuisine_collective = {
	.type = TYPE_BOOLEAN,
	.nullable = true,
};

static const struct schema schema_Logement_salle_de_bain = {
	.type = TYPE_BOOLEAN,
	.nullable = true,
};

static const struct schema schema_Logement_salle_de_bain_collective = {
	.type = TYPE_BOOLEAN,
	.nullable = true,
};

static const struct schema schema_Logement_wc = {
	.type = TYPE_BOOLEAN,
	.nullable = true,
};

static const struct schema schema_Logement_wc_collectif = {
	.type = TYPE_BOOLEAN,
	.nullable = true,
};

static const struct schema schema_Logement_wc_cuisine = {
	.type = TYPE_BOOLEAN,
	.nullable = true,
};

static const char *const schema_Logement_chauffage_values[] = {
	"ELECTRIQUE",
	"GAZ",
	"AUCUN",
	"NSP",
	NULL
};

static const struct schema schema_Logement_chauffage = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 200,
	.values = schema_Logement_chauffage_values,
};

static const struct schema schema_Logement_consommation = {
	.type = TYPE_NUMBER,
	.nullable = true,
	.has_min = true, .min = 0,
	.has_max = true, .max = 10000000,
};

static const struct schema schema_Logement_consommation_finale = {
	.type = TYPE_NUMBER,
	.nullable = true,
	.has_min = true, .min = 0,
	.has_max = true, .max = 100000,
};

static const struct schema schema_Logement_loyer = {
	.type = TYPE_NUMBER,
	.nullable = true,
	.has_min = true, .min = 0,
	.has_max = true, .max = 9999.99,
};

static const struct schema schema_Logement_loyers_a_jour = {
	.type = TYPE_BOOLEAN,
	.nullable = true,
};

static const struct schema schema_Logement_date_entree = {
	.type = TYPE_STRING,
	.nullable = true,
	.format = FORMAT_DATE,
	.min_length = 0,
	.max_length = 10,
};

static const struct schema schema_Logement_numero_invariant = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 12,
};

static const struct schema schema_Logement_vacant = {
	.type = TYPE_BOOLEAN,
	.nullable = true,
};

static const struct field schema_Logement_fields[] = {
	{ "nature", false, &schema_Logement_nature },
	{ "nature_autre", false, &schema_Logement_nature_autre },
	{ "situation", false, &schema_Logement_situation },
	{ "avec_fenetres", false, &schema_Logement_avec_fenetres },
	{ "superficie", false, &schema_Logement_superficie },
	{ "piece_unique", false, &schema_Logement_piece_unique },
	{ "nb_pieces", false, &schema_Logement_nb_pieces },
	{ "nb_etages", false, &schema_Logement_nb_etages },
	{ "annee_construction", false, &schema_Logement_annee_construction },
	{ "piece_a_vivre_9m", false, &schema_OuiNonNsp },
	{ "cuisine", false, &schema_Logement_cuisine },
	{ "cuisine_collective", false, &schema_Logement_cuisine_collective },
	{ "salle_de_bain", false, &schema_Logement_salle_de_bain },
	{ "salle_de_bain_collective", false, &schema_Logement_salle_de_bain_collective },
	{ "wc", false, &schema_Logement_wc },
	{ "wc_collectif", false, &schema_Logement_wc_collectif },
	{ "wc_cuisine", false, &schema_Logement_wc_cuisine },
	{ "chauffage", false, &schema_Logement_chauffage },
	{ "bail", false, &schema_OuiNonNsp },
	{ "etat_des_lieux", false, &schema_OuiNonNsp },
	{ "dpe", false, &schema_OuiNonNsp },
	{ "annee_dpe", false, &schema_AnneeDpe },
	{ "classe_energetique", false, &schema_ClasseEnergetique },
	{ "consommation", false, &schema_Logement_consommation },
	{ "consommation_finale", false, &schema_Logement_consommation_finale },
	{ "loyer", false, &schema_Logement_loyer },
	{ "loyers_a_jour", false, &schema_Logement_loyers_a_jour },
	{ "date_entree", false, &schema_Logement_date_entree },
	{ "numero_invariant", false, &schema_Logement_numero_invariant },
	{ "vacant", false, &schema_Logement_vacant },
};

static const struct object schema_Logement_object = {
	.fields = schema_Logement_fields,
	.nfields = 30,
	.open = false,
};

static const struct schema schema_Logement = {
	.type = TYPE_OBJECT,
	.object = &schema_Logement_object,
};

static const struct schema schema_Foyer_nb_occupants = {
	.type = TYPE_INTEGER,
	.nullable = true,
	.has_min = true, .min = 0,
	.has_max = true, .max = 99,
};

static const struct schema schema_Foyer_nb_enfants = {
	.type = TYPE_INTEGER,
	.nullable = true,
	.has_min = true, .min = 0,
	.has_max = true, .max = 99,
};

static const struct schema schema_Foyer_vulnerabilite = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 255,
};

static const char *const schema_Foyer_allocataire_values[] = {
	"caf",
	"msa",
	"oui",
	"non",
	"nsp",
	NULL
};

static const struct schema schema_Foyer_allocataire = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 200,
	.values = schema_Foyer_allocataire_values,
};

static const struct schema schema_Foyer_date_naissance = {
	.type = TYPE_STRING,
	.nullable = true,
	.format = FORMAT_DATE,
	.min_length = 0,
	.max_length = 10,
};

static const struct schema schema_Foyer_numero_allocataire = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 25,
};

static const char *const schema_Foyer_type_allocation_values[] = {
	"ALS",
	"ALF",
	"APL",
	NULL
};

static const struct schema schema_Foyer_type_allocation = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 200,
	.values = schema_Foyer_type_allocation_values,
};

static const struct schema schema_Foyer_montant_allocation = {
	.type = TYPE_NUMBER,
	.nullable = true,
	.has_min = true, .min = 0,
	.has_max = true, .max = 9999.99,
};

static const struct schema schema_Foyer_accompagnement_structure = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 255,
};

static const struct schema schema_Foyer_accompagnement_nom = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 255,
};

static const struct schema schema_Foyer_accompagnement_prenom = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 255,
};

static const struct schema schema_Foyer_rsa = {
	.type = TYPE_BOOLEAN,
	.nullable = true,
};

static const struct schema schema_Foyer_fsl = {
	.type = TYPE_BOOLEAN,
	.nullable = true,
};

static const struct field schema_Foyer_fields[] = {
	{ "nb_occupants", false, &schema_Foyer_nb_occupants },
	{ "nb_enfants", false, &schema_Foyer_nb_enfants },
	{ "enfants_moins_6", false, &schema_OuiNonNsp },
	{ "vulnerabilite", false, &schema_Foyer_vulnerabilite },
	{ "allocataire", false, &schema_Foyer_allocataire },
	{ "date_naissance", false, &schema_Foyer_date_naissance },
	{ "numero_allocataire", false, &schema_Foyer_numero_allocataire },
	{ "type_allocation", false, &schema_Foyer_type_allocation },
	{ "montant_allocation", false, &schema_Foyer_montant_allocation },
	{ "accompagnement", false, &schema_OuiNonNsp },
	{ "accompagnement_structure", false, &schema_Foyer_accompagnement_structure },
	{ "accompagnement_nom", false, &schema_Foyer_accompagnement_nom },
	{ "accompagnement_prenom", false, &schema_Foyer_accompagnement_prenom },
	{ "rsa", false, &schema_Foyer_rsa },
	{ "fsl", false, &schema_Foyer_fsl },
};

static const struct object schema_Foyer_object = {
	.fields = schema_Foyer_fields,
	.nfields = 15,
	.open = false,
};

static const struct schema schema_Foyer = {
	.type = TYPE_OBJECT,
	.object = &schema_Foyer_object,
};

static const char *const schema_Procedure_debut_desordres_values[] = {
	"LESS_1_MONTH",
	"MONTHS_1_TO_6",
	"MONTHS_6_TO_12",
	"YEARS_1_TO_2",
	"MORE_2_YEARS",
	"NSP",
	NULL
};

static const struct schema schema_Procedure_debut_desordres = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 200,
	.values = schema_Procedure_debut_desordres_values,
};

static const struct schema schema_Procedure_constatation = {
	.type = TYPE_BOOLEAN,
	.nullable = true,
};

static const struct schema schema_Procedure_demande_relogement = {
	.type = TYPE_BOOLEAN,
	.nullable = true,
};

static const struct schema schema_Procedure_reponse_assurance = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 255,
};

static const struct field schema_Procedure_fields[] = {
	{ "debut_desordres", false, &schema_Procedure_debut_desordres },
	{ "constatation", false, &schema_Procedure_constatation },
	{ "demande_relogement", false, &schema_Procedure_demande_relogement },
	{ "souhaite_quitter", false, &schema_OuiNonNsp },
	{ "preavis_depart", false, &schema_OuiNonNsp },
	{ "assurance_contactee", false, &schema_AssuranceContactee },
	{ "reponse_assurance", false, &schema_Procedure_reponse_assurance },
	{ "depart_apres_travaux", false, &schema_OuiNonNsp },
};

static const struct object schema_Procedure_object = {
	.fields = schema_Procedure_fields,
	.nfields = 8,
	.open = false,
};

static const struct schema schema_Procedure = {
	.type = TYPE_OBJECT,
	.object = &schema_Procedure_object,
};

static const struct schema schema_Desordre_critere = {
	.type = TYPE_STRING,
	.min_length = 1,
	.max_length = 128,
};

static const struct schema schema_Desordre_precisions_items = {
	.type = TYPE_STRING,
	.min_length = 1,
	.max_length = 128,
};

static const struct schema schema_Desordre_precisions = {
	.type = TYPE_ARRAY,
	.items = &schema_Desordre_precisions_items,
	.min_items = 0,
	.max_items = 20,
};

static const struct schema schema_Desordre_precisions_libres_items_precision = {
	.type = TYPE_STRING,
	.min_length = 1,
	.max_length = 128,
};

static const struct schema schema_Desordre_precisions_libres_items_description = {
	.type = TYPE_STRING,
	.min_length = 1,
	.max_length = 255,
};

static const struct field schema_Desordre_precisions_libres_items_fields[] = {
	{ "precision", true, &schema_Desordre_precisions_libres_items_precision },
	{ "description", true, &schema_Desordre_precisions_libres_items_description },
};

static const struct object schema_Desordre_precisions_libres_items_object = {
	.fields = schema_Desordre_precisions_libres_items_fields,
	.nfields = 2,
	.open = false,
};

static const struct schema schema_Desordre_precisions_libres_items = {
	.type = TYPE_OBJECT,
	.object = &schema_Desordre_precisions_libres_items_object,
};

static const struct schema schema_Desordre_precisions_libres = {
	.type = TYPE_ARRAY,
	.items = &schema_Desordre_precisions_libres_items,
	.min_items = 0,
	.max_items = 20,
};

static const struct field schema_Desordre_fields[] = {
	{ "critere", true, &schema_Desordre_critere },
	{ "precisions", false, &schema_Desordre_precisions },
	{ "precisions_libres", false, &schema_Desordre_precisions_libres },
};

static const struct object schema_Desordre_object = {
	.fields = schema_Desordre_fields,
	.nfields = 3,
	.open = false,
};

static const struct schema schema_Desordre = {
	.type = TYPE_OBJECT,
	.object = &schema_Desordre_object,
};

static const struct schema schema_SignalementCreation_desordres = {
	.type = TYPE_ARRAY,
	.items = &schema_Desordre,
	.min_items = 1,
	.max_items = 100,
};

static const struct schema schema_SignalementCreation_description = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 10000,
};

static const struct field schema_SignalementCreation_fields[] = {
	{ "reference_externe", false, &schema_SignalementCreation_reference_externe },
	{ "territoire", false, &schema_SignalementCreation_territoire },
	{ "profil_declarant", true, &schema_SignalementCreation_profil_declarant },
	{ "profil_occupant", false, &schema_SignalementCreation_profil_occupant },
	{ "logement_social", true, &schema_SignalementCreation_logement_social },
	{ "adresse", true, &schema_Adresse },
	{ "occupant", false, &schema_Occupant },
	{ "declarant", false, &schema_Declarant },
	{ "bailleur", false, &schema_Bailleur },
	{ "agence", false, &schema_Agence },
	{ "syndic", false, &schema_Syndic },
	{ "logement", false, &schema_Logement },
	{ "foyer", false, &schema_Foyer },
	{ "procedure", false, &schema_Procedure },
	{ "desordres", true, &schema_SignalementCreation_desordres },
	{ "description", false, &schema_SignalementCreation_description },
};

static const struct object schema_SignalementCreation_object = {
	.fields = schema_SignalementCreation_fields,
	.nfields = 16,
	.open = false,
};

static const struct schema signalement_get_path_id = {
	.type = TYPE_STRING,
	.format = FORMAT_UUID,
	.min_length = 0,
	.max_length = 36,
};

static const struct parameter signalement_get_path[] = {
	{ "id", true, NULL, &signalement_get_path_id },
};

static const char *const schema_ActionSignalement_values[] = {
	"valider",
	"refuser",
	"clore",
	"rouvrir",
	"supprimer",
	NULL
};

static const struct schema schema_ActionSignalement = {
	.type = TYPE_STRING,
	.min_length = 0,
	.max_length = 200,
	.values = schema_ActionSignalement_values,
};

static const struct schema signalement_transition_corps_motif = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 60,
};

static const char *const schema_Travaux_values[] = {
	"OUI",
	"NON",
	"EN_COURS",
	NULL
};

static const struct schema schema_Travaux = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 200,
	.values = schema_Travaux_values,
};

static const struct schema signalement_transition_corps_message = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 10,
	.max_length = 5000,
};

static const struct schema signalement_transition_corps_visible_usager = {
	.type = TYPE_BOOLEAN,
};

static const struct field signalement_transition_corps_fields[] = {
	{ "action", true, &schema_ActionSignalement },
	{ "motif", false, &signalement_transition_corps_motif },
	{ "travaux", false, &schema_Travaux },
	{ "message", false, &signalement_transition_corps_message },
	{ "visible_usager", false, &signalement_transition_corps_visible_usager },
};

static const struct object signalement_transition_corps_object = {
	.fields = signalement_transition_corps_fields,
	.nfields = 5,
	.open = false,
};

static const struct schema signalement_transition_path_id = {
	.type = TYPE_STRING,
	.format = FORMAT_UUID,
	.min_length = 0,
	.max_length = 36,
};

static const struct parameter signalement_transition_path[] = {
	{ "id", true, NULL, &signalement_transition_path_id },
};

static const struct schema affectation_list_path_id = {
	.type = TYPE_STRING,
	.format = FORMAT_UUID,
	.min_length = 0,
	.max_length = 36,
};

static const struct parameter affectation_list_path[] = {
	{ "id", true, NULL, &affectation_list_path_id },
};

static const struct schema affectation_create_corps_partenaire = {
	.type = TYPE_STRING,
	.format = FORMAT_UUID,
	.min_length = 0,
	.max_length = 36,
};

static const struct field affectation_create_corps_fields[] = {
	{ "partenaire", true, &affectation_create_corps_partenaire },
};

static const struct object affectation_create_corps_object = {
	.fields = affectation_create_corps_fields,
	.nfields = 1,
	.open = false,
};

static const struct schema affectation_create_path_id = {
	.type = TYPE_STRING,
	.format = FORMAT_UUID,
	.min_length = 0,
	.max_length = 36,
};

static const struct parameter affectation_create_path[] = {
	{ "id", true, NULL, &affectation_create_path_id },
};

static const struct schema affectation_get_path_id = {
	.type = TYPE_STRING,
	.format = FORMAT_UUID,
	.min_length = 0,
	.max_length = 36,
};

static const struct parameter affectation_get_path[] = {
	{ "id", true, NULL, &affectation_get_path_id },
};

static const struct schema affectation_delete_path_id = {
	.type = TYPE_STRING,
	.format = FORMAT_UUID,
	.min_length = 0,
	.max_length = 36,
};

static const struct parameter affectation_delete_path[] = {
	{ "id", true, NULL, &affectation_delete_path_id },
};

static const char *const schema_ActionAffectation_values[] = {
	"accepter",
	"refuser",
	"clore",
	"rouvrir",
	"reinitialiser",
	NULL
};

static const struct schema schema_ActionAffectation = {
	.type = TYPE_STRING,
	.min_length = 0,
	.max_length = 200,
	.values = schema_ActionAffectation_values,
};

static const struct schema affectation_transition_corps_motif = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 0,
	.max_length = 60,
};

static const struct schema affectation_transition_corps_message = {
	.type = TYPE_STRING,
	.nullable = true,
	.min_length = 10,
	.max_length = 5000,
};

static const struct schema affectation_transition_corps_visible_usager = {
	.type = TYPE_BOOLEAN,
};

static const struct schema affectation_transition_corps_agents_items = {
	.type = TYPE_STRING,
	.format = FORMAT_UUID,
	.min_length = 0,
	.max_length = 36,
};

static const struct schema affectation_transition_corps_agents = {
	.type = TYPE_ARRAY,
	.items = &affectation_transition_corps_agents_items,
	.min_items = 0,
	.max_items = 50,
};

static const struct field affectation_transition_corps_fields[] = {
	{ "action", true, &schema_ActionAffectation },
	{ "motif", false, &affectation_transition_corps_motif },
	{ "travaux", false, &schema_Travaux },
	{ "message", false, &affectation_transition_corps_message },
	{ "visible_usager", false, &affectation_transition_corps_visible_usager },
	{ "agents", false, &affectation_transition_corps_agents },
};

static const struct object affectation_transition_corps_object = {
	.fields = affectation_transition_corps_fields,
	.nfields = 6,
	.open = false,
};

static const struct schema affectation_transition_path_id = {
	.type = TYPE_STRING,
	.format = FORMAT_UUID,
	.min_length = 0,
	.max_length = 36,
};

static const struct parameter affectation_transition_path[] = {
	{ "id", true, NULL, &affectation_transition_path_id },
};

static const struct schema suivi_list_path_id = {
	.type = TYPE_STRING,
	.format = FORMAT_UUID,
	.min_length = 0,
	.max_length = 36,
};

static const struct parameter suivi_list_path[] = {
	{ "id", true, NULL, &suivi_list_path_id },
};

static const struct schema suivi_list_query_limite = {
	.type = TYPE_INTEGER,
	.has_min = true, .min = 1,
	.has_max = true, .max = 100,
};

static const struct schema suivi_list_query_apres = {
	.type = TYPE_STRING,
	.min_length = 1,
	.max_length = 300,
};

static const char *const suivi_list_query_total_values[] = {
	"borne",
	"exact",
	"aucun",
	NULL
};

static const struct schema suivi_list_query_total = {
	.type = TYPE_STRING,
	.min_length = 0,
	.max_length = 200,
	.values = suivi_list_query_total_values,
};

static const struct parameter suivi_list_query[] = {
	{ "limite", false, "25", &suivi_list_query_limite },
	{ "apres", false, NULL, &suivi_list_query_apres },
	{ "total", false, "borne", &suivi_list_query_total },
};

static const struct schema suivi_create_corps_message = {
	.type = TYPE_STRING,
	.min_length = 10,
	.max_length = 5000,
};

static const struct schema suivi_create_corps_visible_usager = {
	.type = TYPE_BOOLEAN,
};

static const struct field suivi_create_corps_fields[] = {
	{ "message", true, &suivi_create_corps_message },
	{ "visible_usager", true, &suivi_create_corps_visible_usager },
};

static const struct object suivi_create_corps_object = {
	.fields = suivi_create_corps_fields,
	.nfields = 2,
	.open = false,
};

static const struct schema suivi_create_path_id = {
	.type = TYPE_STRING,
	.format = FORMAT_UUID,
	.min_length = 0,
	.max_length = 36,
};

static const struct parameter suivi_create_path[] = {
	{ "id", true, NULL, &suivi_create_path_id },
};

static const struct schema suivi_get_path_id = {
	.type = TYPE_STRING,
	.format = FORMAT_UUID,
	.min_length = 0,
	.max_length = 36,
};

static const struct parameter suivi_get_path[] = {
	{ "id", true, NULL, &suivi_get_path_id },
};

static const struct schema suivi_update_corps_message = {
	.type = TYPE_STRING,
	.min_length = 10,
	.max_length = 5000,
};

static const struct field suivi_update_corps_fields[] = {
	{ "message", true, &suivi_update_corps_message },
};

static const struct object suivi_update_corps_object = {
	.fields = suivi_update_corps_fields,
	.nfields = 1,
	.open = false,
};

static const struct schema suivi_update_path_id = {
	.type = TYPE_STRING,
	.format = FORMAT_UUID,
	.min_length = 0,
	.max_length = 36,
};

static const struct parameter suivi_update_path[] = {
	{ "id", true, NULL, &suivi_update_path_id },
};

static const struct schema suivi_delete_path_id = {
	.type = TYPE_STRING,
	.format = FORMAT_UUID,
	.min_length = 0,
	.max_length = 36,
};

static const struct parameter suivi_delete_path[] = {
	{ "id", true, NULL, &suivi_delete_path_id },
};

static const struct schema signalement_historique_path_id = {
	.type = TYPE_STRING,
	.format = FORMAT_UUID,
	.min_length = 0,
	.max_length = 36,
};

static const struct parameter signalement_historique_path[] = {
	{ "id", true, NULL, &signalement_historique_path_id },
};

static const struct schema signalement_historique_query_limite = {
	.type = TYPE_INTEGER,
	.has_min = true, .min = 1,
	.has_max = true, .max = 100,
};

static const struct schema signalement_historique_query_apres = {
	.type = TYPE_STRING,
	.min_length = 1,
	.max_length = 300,
};

static const char *const signalement_historique_query_total_values[] = {
	"borne",
	"exact",
	"aucun",
	NULL
};

static const struct schema signalement_historique_query_total = {
	.type = TYPE_STRING,
	.min_length = 0,
	.max_length = 200,
	.values = signalement_historique_query_total_values,
};

static const struct parameter signalement_historique_query[] = {
	{ "limite", false, "25", &signalement_historique_query_limite },
	{ "apres", false, NULL, &signalement_historique_query_apres },
	{ "total", false, "borne", &signalement_historique_query_total },
};

static const struct schema partenaire_list_query_territoire = {
	.type = TYPE_STRING,
	.min_length = 2,
	.max_length = 3,
};

static const struct schema partenaire_list_query_q = {
	.type = TYPE_STRING,
	.min_length = 2,
	.max_length = 100,
};

static const struct schema partenaire_list_query_limite = {
	.type = TYPE_INTEGER,
	.has_min = true, .min = 1,
	.has_max = true, .max = 100,
};

static const struct schema partenaire_list_query_apres = {
	.type = TYPE_STRING,
	.min_length = 1,
	.max_length = 300,
};

static const char *const partenaire_list_query_total_values[] = {
	"borne",
	"exact",
	"aucun",
	NULL
};

static const struct schema partenaire_list_query_total = {
	.type = TYPE_STRING,
	.min_length = 0,
	.max_length = 200,
	.values = partenaire_list_query_total_values,
};

static const struct parameter partenaire_list_query[] = {
	{ "territoire", false, NULL, &partenaire_list_query_territoire },
	{ "q", false, NULL, &partenaire_list_query_q },
	{ "limite", false, "25", &partenaire_list_query_limite },
	{ "apres", false, NULL, &partenaire_list_query_apres },
	{ "total", false, "borne", &partenaire_list_query_total },
};

static const struct schema utilisateur_list_query_partenaire = {
	.type = TYPE_STRING,
	.format = FORMAT_UUID,
	.min_length = 0,
	.max_length = 36,
};

static const struct schema utilisateur_list_query_limite = {
	.type = TYPE_INTEGER,
	.has_min = true, .min = 1,
	.has_max = true, .max = 100,
};

static const struct schema utilisateur_list_query_apres = {
	.type = TYPE_STRING,
	.min_length = 1,
	.max_length = 300,
};

static const char *const utilisateur_list_query_total_values[] = {
	"borne",
	"exact",
	"aucun",
	NULL
};

static const struct schema utilisateur_list_query_total = {
	.type = TYPE_STRING,
	.min_length = 0,
	.max_length = 200,
	.values = utilisateur_list_query_total_values,
};

static const struct parameter utilisateur_list_query[] = {
	{ "partenaire", true, NULL, &utilisateur_list_query_partenaire },
	{ "limite", false, "25", &utilisateur_list_query_limite },
	{ "apres", false, NULL, &utilisateur_list_query_apres },
	{ "total", false, "borne", &utilisateur_list_query_total },
};

static const struct schema suivi_usager_session_corps_code_suivi = {
	.type = TYPE_STRING,
	.format = FORMAT_UUID,
	.min_length = 0,
	.max_length = 36,
};

static const char *const suivi_usager_session_corps_qualite_values[] = {
	"occupant",
	"declarant",
	NULL
};

static const struct schema suivi_usager_session_corps_qualite = {
	.type = TYPE_STRING,
	.min_length = 0,
	.max_length = 200,
	.values = suivi_usager_session_corps_qualite_values,
};

static const struct schema suivi_usager_session_corps_initiale_prenom = {
	.type = TYPE_STRING,
	.min_length = 1,
	.max_length = 1,
};

static const struct schema suivi_usager_session_corps_initiale_nom = {
	.type = TYPE_STRING,
	.min_length = 1,
	.max_length = 1,
};

static const struct schema suivi_usager_session_corps_code_postal = {
	.type = TYPE_STRING,
	.format = FORMAT_CODE_POSTAL,
	.min_length = 0,
	.max_length = 5,
};

static const struct field suivi_usager_session_corps_fields[] = {
	{ "code_suivi", true, &suivi_usager_session_corps_code_suivi },
	{ "qualite", false, &suivi_usager_session_corps_qualite },
	{ "initiale_prenom", true, &suivi_usager_session_corps_initiale_prenom },
	{ "initiale_nom", true, &suivi_usager_session_corps_initiale_nom },
	{ "code_postal", true, &suivi_usager_session_corps_code_postal },
};

static const struct object suivi_usager_session_corps_object = {
	.fields = suivi_usager_session_corps_fields,
	.nfields = 5,
	.open = false,
};

static const struct schema suivi_usager_messages_query_limite = {
	.type = TYPE_INTEGER,
	.has_min = true, .min = 1,
	.has_max = true, .max = 100,
};

static const struct schema suivi_usager_messages_query_apres = {
	.type = TYPE_STRING,
	.min_length = 1,
	.max_length = 300,
};

static const char *const suivi_usager_messages_query_total_values[] = {
	"borne",
	"exact",
	"aucun",
	NULL
};

static const struct schema suivi_usager_messages_query_total = {
	.type = TYPE_STRING,
	.min_length = 0,
	.max_length = 200,
	.values = suivi_usager_messages_query_total_values,
};

static const struct parameter suivi_usager_messages_query[] = {
	{ "limite", false, "25", &suivi_usager_messages_query_limite },
	{ "apres", false, NULL, &suivi_usager_messages_query_apres },
	{ "total", false, "borne", &suivi_usager_messages_query_total },
};

static const struct schema suivi_usager_message_create_corps_message = {
	.type = TYPE_STRING,
	.min_length = 10,
	.max_length = 5000,
};

static const struct field suivi_usager_message_create_corps_fields[] = {
	{ "message", true, &suivi_usager_message_create_corps_message },
};

static const struct object suivi_usager_message_create_corps_object = {
	.fields = suivi_usager_message_create_corps_fields,
	.nfields = 1,
	.open = false,
};

static const struct schema evenement_rebuts_query_limite = {
	.type = TYPE_INTEGER,
	.has_min = true, .min = 1,
	.has_max = true, .max = 100,
};

static const struct schema evenement_rebuts_query_apres = {
	.type = TYPE_STRING,
	.min_length = 1,
	.max_length = 300,
};

static const char *const evenement_rebuts_query_total_values[] = {
	"borne",
	"exact",
	"aucun",
	NULL
};

static const struct schema evenement_rebuts_query_total = {
	.type = TYPE_STRING,
	.min_length = 0,
	.max_length = 200,
	.values = evenement_rebuts_query_total_values,
};

static const struct parameter evenement_rebuts_query[] = {
	{ "limite", false, "25", &evenement_rebuts_query_limite },
	{ "apres", false, NULL, &evenement_rebuts_query_apres },
	{ "total", false, "borne", &evenement_rebuts_query_total },
};

static const struct schema evenement_rejeu_path_id = {
	.type = TYPE_STRING,
	.format = FORMAT_UUID,
	.min_length = 0,
	.max_length = 36,
};

static const struct parameter evenement_rejeu_path[] = {
	{ "id", true, NULL, &evenement_rejeu_path_id },
};

const struct operation contract_operations[] = {
	{
		.id = "sante_vivant",
		.method = METHOD_GET,
		.path = "/sante/vivant",
		.handler = sante_vivant,
		.acces = ACCES_PUBLIC,
		.statut = 200,
		.corps_max = 0,
	},
	{
		.id = "sante_pret",
		.method = METHOD_GET,
		.path = "/sante/pret",
		.handler = sante_pret,
		.acces = ACCES_PUBLIC,
		.statut = 200,
		.corps_max = 0,
	},
	{
		.id = "sante_metriques",
		.method = METHOD_GET,
		.path = "/metriques",
		.handler = sante_metriques,
		.acces = ACCES_PUBLIC,
		.statut = 200,
		.corps_max = 0,
	},
	{
		.id = "documentation_contrat",
		.method = METHOD_GET,
		.path = "/openapi.yaml",
		.handler = documentation_contrat,
		.acces = ACCES_PUBLIC,
		.statut = 200,
		.corps_max = 0,
	},
	{
		.id = "documentation_page",
		.method = METHOD_GET,
		.path = "/documentation",
		.handler = documentation_page,
		.acces = ACCES_PUBLIC,
		.statut = 200,
		.corps_max = 0,
	},
	{
		.id = "session_create",
		.method = METHOD_POST,
		.path = "/sessions",
		.handler = session_create,
		.acces = ACCES_PUBLIC,
		.statut = 201,
		.corps_max = 4096,
		.corps = &session_create_corps_object,
		.corps_requis = true,
	},
	{
		.id = "session_renew",
		.method = METHOD_POST,
		.path = "/sessions/renouvellement",
		.handler = session_renew,
		.acces = ACCES_PUBLIC,
		.statut = 201,
		.corps_max = 1024,
	},
	{
		.id = "session_delete",
		.method = METHOD_DELETE,
		.path = "/sessions/courante",
		.handler = session_delete,
		.acces = ACCES_SUPER_ADMIN | ACCES_RESPONSABLE_TERRITOIRE | ACCES_ADMIN_PARTENAIRE | ACCES_AGENT | ACCES_USAGER,
		.statut = 204,
		.corps_max = 0,
	},
	{
		.id = "session_moi",
		.method = METHOD_GET,
		.path = "/moi",
		.handler = session_moi,
		.acces = ACCES_SUPER_ADMIN | ACCES_RESPONSABLE_TERRITOIRE | ACCES_ADMIN_PARTENAIRE | ACCES_AGENT,
		.statut = 200,
		.corps_max = 0,
	},
	{
		.id = "session_moi_update",
		.method = METHOD_PATCH,
		.path = "/moi",
		.handler = session_moi_update,
		.acces = ACCES_SUPER_ADMIN | ACCES_RESPONSABLE_TERRITOIRE | ACCES_ADMIN_PARTENAIRE | ACCES_AGENT,
		.statut = 200,
		.corps_max = 65536,
		.corps = &session_moi_update_corps_object,
		.corps_requis = true,
		.if_match = true,
	},
	{
		.id = "territoire_list",
		.method = METHOD_GET,
		.path = "/territoires",
		.handler = territoire_list,
		.acces = ACCES_PUBLIC,
		.statut = 200,
		.corps_max = 0,
	},
	{
		.id = "territoire_verify",
		.method = METHOD_GET,
		.path = "/territoires/verification",
		.handler = territoire_verify,
		.acces = ACCES_PUBLIC,
		.statut = 200,
		.corps_max = 0,
		.query_params = territoire_verify_query,
		.nquery_params = 2,
	},
	{
		.id = "territoire_communes",
		.method = METHOD_GET,
		.path = "/communes",
		.handler = territoire_communes,
		.acces = ACCES_PUBLIC,
		.statut = 200,
		.corps_max = 0,
		.query_params = territoire_communes_query,
		.nquery_params = 2,
	},
	{
		.id = "territoire_epci",
		.method = METHOD_GET,
		.path = "/epci",
		.handler = territoire_epci,
		.acces = ACCES_PUBLIC,
		.statut = 200,
		.corps_max = 0,
		.query_params = territoire_epci_query,
		.nquery_params = 1,
	},
	{
		.id = "criticite_catalogue",
		.method = METHOD_GET,
		.path = "/desordres",
		.handler = criticite_catalogue,
		.acces = ACCES_PUBLIC,
		.statut = 200,
		.corps_max = 0,
	},
	{
		.id = "formulaire_get",
		.method = METHOD_GET,
		.path = "/formulaires/{profil}",
		.handler = formulaire_get,
		.acces = ACCES_PUBLIC,
		.statut = 200,
		.corps_max = 0,
		.path_params = formulaire_get_path,
		.npath_params = 1,
	},
	{
		.id = "criticite_evaluation",
		.method = METHOD_POST,
		.path = "/criticite/evaluation",
		.handler = criticite_evaluation,
		.acces = ACCES_PUBLIC,
		.statut = 200,
		.corps_max = 65536,
		.corps = &criticite_evaluation_corps_object,
		.corps_requis = true,
	},
	{
		.id = "criticite_resolution",
		.method = METHOD_POST,
		.path = "/criticite/resolution",
		.handler = criticite_resolution,
		.acces = ACCES_PUBLIC,
		.statut = 200,
		.corps_max = 65536,
		.corps = &criticite_resolution_corps_object,
		.corps_requis = true,
	},
	{
		.id = "brouillon_create",
		.method = METHOD_POST,
		.path = "/brouillons",
		.handler = brouillon_create,
		.acces = ACCES_PUBLIC,
		.statut = 201,
		.corps_max = 131072,
		.corps = &brouillon_create_corps_object,
		.corps_requis = true,
		.idempotence = true,
	},
	{
		.id = "brouillon_get",
		.method = METHOD_GET,
		.path = "/brouillons/{id}",
		.handler = brouillon_get,
		.acces = ACCES_PUBLIC,
		.statut = 200,
		.corps_max = 0,
		.path_params = brouillon_get_path,
		.npath_params = 1,
	},
	{
		.id = "brouillon_update",
		.method = METHOD_PUT,
		.path = "/brouillons/{id}",
		.handler = brouillon_update,
		.acces = ACCES_PUBLIC,
		.statut = 200,
		.corps_max = 131072,
		.corps = &brouillon_update_corps_object,
		.corps_requis = true,
		.if_match = true,
		.path_params = brouillon_update_path,
		.npath_params = 1,
	},
	{
		.id = "brouillon_delete",
		.method = METHOD_DELETE,
		.path = "/brouillons/{id}",
		.handler = brouillon_delete,
		.acces = ACCES_PUBLIC,
		.statut = 204,
		.corps_max = 0,
		.path_params = brouillon_delete_path,
		.npath_params = 1,
	},
	{
		.id = "brouillon_submit",
		.method = METHOD_POST,
		.path = "/brouillons/{id}/soumission",
		.handler = brouillon_submit,
		.acces = ACCES_PUBLIC,
		.statut = 201,
		.corps_max = 1024,
		.idempotence = true,
		.path_params = brouillon_submit_path,
		.npath_params = 1,
	},
	{
		.id = "signalement_list",
		.method = METHOD_GET,
		.path = "/signalements",
		.handler = signalement_list,
		.acces = ACCES_SUPER_ADMIN | ACCES_RESPONSABLE_TERRITOIRE | ACCES_ADMIN_PARTENAIRE | ACCES_AGENT,
		.statut = 200,
		.corps_max = 0,
		.query_params = signalement_list_query,
		.nquery_params = 6,
	},
	{
		.id = "signalement_create",
		.method = METHOD_POST,
		.path = "/signalements",
		.handler = signalement_create,
		.acces = ACCES_SUPER_ADMIN | ACCES_RESPONSABLE_TERRITOIRE | ACCES_ADMIN_PARTENAIRE | ACCES_AGENT,
		.statut = 201,
		.corps_max = 131072,
		.corps = &schema_SignalementCreation_object,
		.corps_requis = true,
		.idempotence = true,
	},
	{
		.id = "signalement_get",
		.method = METHOD_GET,
		.path = "/signalements/{id}",
		.handler = signalement_get,
		.acces = ACCES_SUPER_ADMIN | ACCES_RESPONSABLE_TERRITOIRE | ACCES_ADMIN_PARTENAIRE | ACCES_AGENT,
		.statut = 200,
		.corps_max = 0,
		.path_params = signalement_get_path,
		.npath_params = 1,
	},
	{
		.id = "signalement_transition",
		.method = METHOD_POST,
		.path = "/signalements/{id}/transitions",
		.handler = signalement_transition,
		.acces = ACCES_SUPER_ADMIN | ACCES_RESPONSABLE_TERRITOIRE | ACCES_ADMIN_PARTENAIRE | ACCES_AGENT,
		.statut = 200,
		.corps_max = 65536,
		.corps = &signalement_transition_corps_object,
		.corps_requis = true,
		.if_match = true,
		.idempotence = true,
		.path_params = signalement_transition_path,
		.npath_params = 1,
	},
	{
		.id = "affectation_list",
		.method = METHOD_GET,
		.path = "/signalements/{id}/affectations",
		.handler = affectation_list,
		.acces = ACCES_SUPER_ADMIN | ACCES_RESPONSABLE_TERRITOIRE | ACCES_ADMIN_PARTENAIRE | ACCES_AGENT,
		.statut = 200,
		.corps_max = 0,
		.path_params = affectation_list_path,
		.npath_params = 1,
	},
	{
		.id = "affectation_create",
		.method = METHOD_POST,
		.path = "/signalements/{id}/affectations",
		.handler = affectation_create,
		.acces = ACCES_SUPER_ADMIN | ACCES_RESPONSABLE_TERRITOIRE | ACCES_ADMIN_PARTENAIRE | ACCES_AGENT,
		.statut = 201,
		.corps_max = 65536,
		.corps = &affectation_create_corps_object,
		.corps_requis = true,
		.idempotence = true,
		.path_params = affectation_create_path,
		.npath_params = 1,
	},
	{
		.id = "affectation_get",
		.method = METHOD_GET,
		.path = "/affectations/{id}",
		.handler = affectation_get,
		.acces = ACCES_SUPER_ADMIN | ACCES_RESPONSABLE_TERRITOIRE | ACCES_ADMIN_PARTENAIRE | ACCES_AGENT,
		.statut = 200,
		.corps_max = 0,
		.path_params = affectation_get_path,
		.npath_params = 1,
	},
	{
		.id = "affectation_delete",
		.method = METHOD_DELETE,
		.path = "/affectations/{id}",
		.handler = affectation_delete,
		.acces = ACCES_SUPER_ADMIN | ACCES_RESPONSABLE_TERRITOIRE | ACCES_ADMIN_PARTENAIRE | ACCES_AGENT,
		.statut = 204,
		.corps_max = 0,
		.if_match = true,
		.path_params = affectation_delete_path,
		.npath_params = 1,
	},
	{
		.id = "affectation_transition",
		.method = METHOD_POST,
		.path = "/affectations/{id}/transitions",
		.handler = affectation_transition,
		.acces = ACCES_SUPER_ADMIN | ACCES_RESPONSABLE_TERRITOIRE | ACCES_ADMIN_PARTENAIRE | ACCES_AGENT,
		.statut = 200,
		.corps_max = 65536,
		.corps = &affectation_transition_corps_object,
		.corps_requis = true,
		.if_match = true,
		.idempotence = true,
		.path_params = affectation_transition_path,
		.npath_params = 1,
	},
	{
		.id = "suivi_list",
		.method = METHOD_GET,
		.path = "/signalements/{id}/suivis",
		.handler = suivi_list,
		.acces = ACCES_SUPER_ADMIN | ACCES_RESPONSABLE_TERRITOIRE | ACCES_ADMIN_PARTENAIRE | ACCES_AGENT,
		.statut = 200,
		.corps_max = 0,
		.path_params = suivi_list_path,
		.npath_params = 1,
		.query_params = suivi_list_query,
		.nquery_params = 3,
	},
	{
		.id = "suivi_create",
		.method = METHOD_POST,
		.path = "/signalements/{id}/suivis",
		.handler = suivi_create,
		.acces = ACCES_SUPER_ADMIN | ACCES_RESPONSABLE_TERRITOIRE | ACCES_ADMIN_PARTENAIRE | ACCES_AGENT,
		.statut = 201,
		.corps_max = 65536,
		.corps = &suivi_create_corps_object,
		.corps_requis = true,
		.idempotence = true,
		.path_params = suivi_create_path,
		.npath_params = 1,
	},
	{
		.id = "suivi_get",
		.method = METHOD_GET,
		.path = "/suivis/{id}",
		.handler = suivi_get,
		.acces = ACCES_SUPER_ADMIN | ACCES_RESPONSABLE_TERRITOIRE | ACCES_ADMIN_PARTENAIRE | ACCES_AGENT,
		.statut = 200,
		.corps_max = 0,
		.path_params = suivi_get_path,
		.npath_params = 1,
	},
	{
		.id = "suivi_update",
		.method = METHOD_PATCH,
		.path = "/suivis/{id}",
		.handler = suivi_update,
		.acces = ACCES_SUPER_ADMIN | ACCES_RESPONSABLE_TERRITOIRE | ACCES_ADMIN_PARTENAIRE | ACCES_AGENT,
		.statut = 200,
		.corps_max = 65536,
		.corps = &suivi_update_corps_object,
		.corps_requis = true,
		.if_match = true,
		.path_params = suivi_update_path,
		.npath_params = 1,
	},
	{
		.id = "suivi_delete",
		.method = METHOD_DELETE,
		.path = "/suivis/{id}",
		.handler = suivi_delete,
		.acces = ACCES_SUPER_ADMIN | ACCES_RESPONSABLE_TERRITOIRE | ACCES_ADMIN_PARTENAIRE | ACCES_AGENT,
		.statut = 204,
		.corps_max = 0,
		.if_match = true,
		.path_params = suivi_delete_path,
		.npath_params = 1,
	},
	{
		.id = "signalement_historique",
		.method = METHOD_GET,
		.path = "/signalements/{id}/historique",
		.handler = signalement_historique,
		.acces = ACCES_SUPER_ADMIN | ACCES_RESPONSABLE_TERRITOIRE | ACCES_ADMIN_PARTENAIRE | ACCES_AGENT,
		.statut = 200,
		.corps_max = 0,
		.path_params = signalement_historique_path,
		.npath_params = 1,
		.query_params = signalement_historique_query,
		.nquery_params = 3,
	},
	{
		.id = "partenaire_list",
		.method = METHOD_GET,
		.path = "/partenaires",
		.handler = partenaire_list,
		.acces = ACCES_SUPER_ADMIN | ACCES_RESPONSABLE_TERRITOIRE | ACCES_ADMIN_PARTENAIRE | ACCES_AGENT,
		.statut = 200,
		.corps_max = 0,
		.query_params = partenaire_list_query,
		.nquery_params = 5,
	},
	{
		.id = "utilisateur_list",
		.method = METHOD_GET,
		.path = "/utilisateurs",
		.handler = utilisateur_list,
		.acces = ACCES_SUPER_ADMIN | ACCES_RESPONSABLE_TERRITOIRE | ACCES_ADMIN_PARTENAIRE | ACCES_AGENT,
		.statut = 200,
		.corps_max = 0,
		.query_params = utilisateur_list_query,
		.nquery_params = 4,
	},
	{
		.id = "signalement_motifs",
		.method = METHOD_GET,
		.path = "/motifs",
		.handler = signalement_motifs,
		.acces = ACCES_PUBLIC,
		.statut = 200,
		.corps_max = 0,
	},
	{
		.id = "suivi_usager_session",
		.method = METHOD_POST,
		.path = "/suivi-usager/sessions",
		.handler = suivi_usager_session,
		.acces = ACCES_PUBLIC,
		.statut = 201,
		.corps_max = 4096,
		.corps = &suivi_usager_session_corps_object,
		.corps_requis = true,
	},
	{
		.id = "suivi_usager_dossier",
		.method = METHOD_GET,
		.path = "/suivi-usager/dossier",
		.handler = suivi_usager_dossier,
		.acces = ACCES_USAGER,
		.statut = 200,
		.corps_max = 0,
	},
	{
		.id = "suivi_usager_messages",
		.method = METHOD_GET,
		.path = "/suivi-usager/messages",
		.handler = suivi_usager_messages,
		.acces = ACCES_USAGER,
		.statut = 200,
		.corps_max = 0,
		.query_params = suivi_usager_messages_query,
		.nquery_params = 3,
	},
	{
		.id = "suivi_usager_message_create",
		.method = METHOD_POST,
		.path = "/suivi-usager/messages",
		.handler = suivi_usager_message_create,
		.acces = ACCES_USAGER,
		.statut = 201,
		.corps_max = 65536,
		.corps = &suivi_usager_message_create_corps_object,
		.corps_requis = true,
		.idempotence = true,
	},
	{
		.id = "evenement_rebuts",
		.method = METHOD_GET,
		.path = "/evenements/rebuts",
		.handler = evenement_rebuts,
		.acces = ACCES_SUPER_ADMIN,
		.statut = 200,
		.corps_max = 0,
		.query_params = evenement_rebuts_query,
		.nquery_params = 3,
	},
	{
		.id = "evenement_rejeu",
		.method = METHOD_POST,
		.path = "/evenements/rebuts/{id}/rejeu",
		.handler = evenement_rejeu,
		.acces = ACCES_SUPER_ADMIN,
		.statut = 200,
		.corps_max = 1024,
		.idempotence = true,
		.path_params = evenement_rejeu_path,
		.npath_params = 1,
	},
};
const size_t contract_noperations =
    sizeof(contract_operations) / sizeof(contract_operations[0]);

const char contract_yaml[] =
	"openapi: 3.1.0\n"
	"# The contract. It is compiled: api/tools/contract.mjs turns it into api/gen/contract.c (routes, access, parameter and\n"
	"# body tables) and refuses any keyword that the server would not enforce. Conventions:\n"
	"#   x-acces      who may call, before any finer right: public, USAGER, and the roles of agents\n"
	"#   x-corps-max  largest body accepted, in bytes (65536 when absent)\n"
	"# Objects refuse unknown fields unless they say `additionalProperties: true`.\n"
	"info:\n"
	"  title: Vigie Logement\n"
	"  version: 1.0.0\n"
	"  summary: Signaler un logement indigne, suivre et traiter le dossier jusqu'à sa résolution.\n"
	"  description: |\n"
	"    Toutes les dates sont en RFC 3339, les textes en UTF-8. Les erreurs suivent la RFC 9457\n"
	"    (`application/problem+json`). Les écritures acceptent `Idempotency-Key` ; les modifications exigent `If-Match`.\n"
	"  license: { name: MIT, identifier: MIT }\n"
	"servers:\n"
	"  - url: /api/v1\n"
	"tags:\n"
	"  - { name: session, description: \"Connexion, renouvellement, compte courant\" }\n"
	"  - { name: signalement, description: \"Dossiers : dépôt, liste, lecture, décisions\" }\n"
	"  - { name: affectation, description: \"Partenaires saisis d'un dossier\" }\n"
	"  - { name: suivi, description: \"Messages et événements d'un dossier\" }\n"
	"  - { name: suivi_usager, description: \"Ce que voit et fait la personne qui a signalé\" }\n"
	"  - { name: brouillon, description: \"Formulaire en cours de saisie\" }\n"
	"  - { name: criticite, description: \"Calcul de la criticité, sans état\" }\n"
	"  - { name: territoire, description: \"Données de référence\" }\n"
	"  - { name: partenaire, description: \"Partenaires et agents du territoire\" }\n"
	"  - { name: evenement, description: \"Effets différés en échec\" }\n"
	"  - { name: sante, description: \"État du service\" }\n"
	"\n"
	"paths:\n"
	"  /sante/vivant:\n"
	"    get:\n"
	"      operationId: sante_vivant\n"
	"      tags: [sante]\n"
	"      summary: Le processus répond.\n"
	"      x-acces: [public]\n"
	"      responses:\n"
	"        '200': { $ref: '#/components/responses/Sante' }\n"
	"  /sante/pret:\n"
	"    get:\n"
	"      operationId: sante_pret\n"
	"      tags: [sante]\n"
	"      summary: Le service est prêt, base de données comprise.\n"
	"      x-acces: [public]\n"
	"      responses:\n"
	"        '200': { $ref: '#/components/responses/Sante' }\n"
	"        '503': { $ref: '#/components/responses/Probleme' }\n"
	"  /metriques:\n"
	"    get:\n"
	"      operationId: sante_metriques\n"
	"      tags: [sante]\n"
	"      summary: Mesures au format Prometheus, réservées au réseau interne.\n"
	"      x-acces: [public]\n"
	"      responses:\n"
	"        '200':\n"
	"          description: Mesures\n"
	"          content: { text/plain: { schema: { type: string, maxLength: 1000000 } } }\n"
	"  /openapi.yaml:\n"
	"    get:\n"
	"      operationId: documentation_contrat\n"
	"      tags: [sante]\n"
	"      summary: Ce contrat.\n"
	"      x-acces: [public]\n"
	"      responses:\n"
	"        '200':\n"
	"          description: Le contrat\n"
	"          content: { application/yaml: { schema: { type: string, maxLength: 1000000 } } }\n"
	"  /documentation:\n"
	"    get:\n"
	"      operationId: documentation_page\n"
	"      tags: [sante]\n"
	"      summary: Le contrat en page lisible, et le catalogue des erreurs.\n"
	"      x-acces: [public]\n"
	"      responses:\n"
	"        '200':\n"
	"          description: Page HTML\n"
	"          content: { text/html: { schema: { type: string, maxLength: 1000000 } } }\n"
	"\n"
	"  /sessions:\n"
	"    post:\n"
	"      operationId: session_create\n"
	"      tags: [session]\n"
	"      summary: Se connecter avec une adresse électronique et un mot de passe.\n"
	"      x-acces: [public]\n"
	"      x-corps-max: 4096\n"
	"      requestBody: { $ref: '#/components/requestBodies/SessionCreation' }\n"
	"      responses:\n"
	"        '201': { $ref: '#/components/responses/Session' }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"        '429': { $ref: '#/components/responses/Probleme' }\n"
	"  /sessions/renouvellement:\n"
	"    post:\n"
	"      operationId: session_renew\n"
	"      tags: [session]\n"
	"      summary: Échanger le cookie de renouvellement contre un nouveau jeton.\n"
	"      description: Un cookie déjà utilisé révoque toute la session.\n"
	"      x-acces: [public]\n"
	"      x-corps-max: 1024\n"
	"      responses:\n"
	"        '201': { $ref: '#/components/responses/Session' }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '429': { $ref: '#/components/responses/Probleme' }\n"
	"  /sessions/courante:\n"
	"    delete:\n"
	"      operationId: session_delete\n"
	"      tags: [session]\n"
	"      summary: Se déconnecter.\n"
	"      x-acces: &tous [SUPER_ADMIN, RESPONSABLE_TERRITOIRE, ADMIN_PARTENAIRE, AGENT, USAGER]\n"
	"      responses:\n"
	"        '204': { description: Déconnecté }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"  /moi:\n"
	"    get:\n"
	"      operationId: session_moi\n"
	"      tags: [session]\n"
	"      summary: Le compte courant.\n"
	"      x-acces: &agents [SUPER_ADMIN, RESPONSABLE_TERRITOIRE, ADMIN_PARTENAIRE, AGENT]\n"
	"      responses:\n"
	"        '200': { $ref: '#/components/responses/Utilisateur' }\n"
	"        '304': { description: Inchangé }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"    patch:\n"
	"      operationId: session_moi_update\n"
	"      tags: [session]\n"
	"      summary: Modifier son nom, sa fonction, son téléphone, ou ne plus recevoir de courriels.\n"
	"      x-acces: *agents\n"
	"      parameters: [ { $ref: '#/components/parameters/IfMatch' } ]\n"
	"      requestBody:\n"
	"        required: true\n"
	"        content:\n"
	"          application/json:\n"
	"            schema:\n"
	"              type: object\n"
	"              properties:\n"
	"                nom: { type: string, minLength: 1, maxLength: 50 }\n"
	"                prenom: { type: string, minLength: 1, maxLength: 50 }\n"
	"                fonction: { type: [string, 'null'], maxLength: 50 }\n"
	"                telephone: { type: [string, 'null'], format: telephone, maxLength: 20 }\n"
	"                notifier_par_mail: { type: boolean }\n"
	"      responses:\n"
	"        '200': { $ref: '#/components/responses/Utilisateur' }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '412': { $ref: '#/components/responses/Probleme' }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"        '428': { $ref: '#/components/responses/Probleme' }\n"
	"\n"
	"  /territoires:\n"
	"    get:\n"
	"      operationId: territoire_list\n"
	"      tags: [territoire]\n"
	"      summary: Tous les territoires, ouverts ou non.\n"
	"      x-acces: [public]\n"
	"      responses:\n"
	"        '200':\n"
	"          description: Territoires\n"
	"          content:\n"
	"            application/json:\n"
	"              schema:\n"
	"                type: object\n"
	"                required: [elements]\n"
	"                properties:\n"
	"                  elements: { type: array, maxItems: 200, items: { $ref: '#/components/schemas/Territoire' } }\n"
	"  /territoires/verification:\n"
	"    get:\n"
	"      operationId: territoire_verify\n"
	"      tags: [territoire]\n"
	"      summary: Peut-on déposer un signalement à cette adresse ?\n"
	"      x-acces: [public]\n"
	"      parameters:\n"
	"        - { name: code_postal, in: query, required: true, schema: { type: string, format: code_postal, maxLength: 5 } }\n"
	"        - { name: code_insee, in: query, schema: { type: string, format: code_insee, maxLength: 5 } }\n"
	"      responses:\n"
	"        '200':\n"
	"          description: Réponse\n"
	"          content:\n"
	"            application/json:\n"
	"              schema:\n"
	"                type: object\n"
	"                required: [ouvert, territoire, message]\n"
	"                properties:\n"
	"                  ouvert: { type: boolean }\n"
	"                  territoire:\n"
	"                    description: Absent quand la commune est inconnue.\n"
	"                    oneOf: [ { $ref: '#/components/schemas/Territoire' }, { type: 'null' } ]\n"
	"                  message: { type: string, maxLength: 500 }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"  /communes:\n"
	"    get:\n"
	"      operationId: territoire_communes\n"
	"      tags: [territoire]\n"
	"      summary: Communes dont le nom ou le code postal commence ainsi, les plus peuplées d'abord.\n"
	"      x-acces: [public]\n"
	"      parameters:\n"
	"        - { name: q, in: query, required: true, schema: { type: string, minLength: 2, maxLength: 60 } }\n"
	"        - { name: limite, in: query, schema: { type: integer, minimum: 1, maximum: 100, default: 10 } }\n"
	"      responses:\n"
	"        '200':\n"
	"          description: Communes\n"
	"          content:\n"
	"            application/json:\n"
	"              schema:\n"
	"                type: object\n"
	"                required: [elements]\n"
	"                properties:\n"
	"                  elements:\n"
	"                    type: array\n"
	"                    maxItems: 100\n"
	"                    items:\n"
	"                      type: object\n"
	"                      required: [nom, code_postal, code_insee, territoire]\n"
	"                      properties:\n"
	"                        nom: { type: string, maxLength: 100 }\n"
	"                        code_postal: { type: string, maxLength: 5 }\n"
	"                        code_insee: { type: string, maxLength: 5 }\n"
	"                        territoire: { type: string, maxLength: 3 }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"  /epci:\n"
	"    get:\n"
	"      operationId: territoire_epci\n"
	"      tags: [territoire]\n"
	"      summary: Intercommunalités d'un territoire.\n"
	"      x-acces: [public]\n"
	"      parameters:\n"
	"        - { name: territoire, in: query, required: true, schema: { type: string, minLength: 2, maxLength: 3 } }\n"
	"      responses:\n"
	"        '200':\n"
	"          description: Intercommunalités\n"
	"          content:\n"
	"            application/json:\n"
	"              schema:\n"
	"                type: object\n"
	"                required: [elements]\n"
	"                properties:\n"
	"                  elements:\n"
	"                    type: array\n"
	"                    maxItems: 1000\n"
	"                    items:\n"
	"                      type: object\n"
	"                      required: [siren, nom]\n"
	"                      properties: { siren: { type: string, maxLength: 9 }, nom: { type: string, maxLength: 200 } }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"\n"
	"  /desordres:\n"
	"    get:\n"
	"      operationId: criticite_catalogue\n"
	"      tags: [criticite]\n"
	"      summary: Le catalogue des désordres, critères et précisions.\n"
	"      x-acces: [public]\n"
	"      responses:\n"
	"        '200':\n"
	"          description: Catalogue\n"
	"          content: { application/json: { schema: { $ref: '#/components/schemas/Catalogue' } } }\n"
	"        '304': { description: Inchangé }\n"
	"  /formulaires/{profil}:\n"
	"    get:\n"
	"      operationId: formulaire_get\n"
	"      tags: [brouillon]\n"
	"      summary: Les questions d'un profil, sous forme de données.\n"
	"      x-acces: [public]\n"
	"      parameters:\n"
	"        - { name: profil, in: path, required: true, schema: { $ref: '#/components/schemas/Profil' } }\n"
	"      responses:\n"
	"        '200':\n"
	"          description: Questions\n"
	"          content: { application/json: { schema: { type: object, additionalProperties: true } } }\n"
	"        '304': { description: Inchangé }\n"
	"        '404': { $ref: '#/components/responses/Probleme' }\n"
	"  /criticite/evaluation:\n"
	"    post:\n"
	"      operationId: criticite_evaluation\n"
	"      tags: [criticite]\n"
	"      summary: Calculer le score et les procédures suspectées, point par point.\n"
	"      x-acces: [public]\n"
	"      requestBody:\n"
	"        required: true\n"
	"        content:\n"
	"          application/json:\n"
	"            schema:\n"
	"              type: object\n"
	"              required: [precisions]\n"
	"              properties:\n"
	"                precisions: { type: array, maxItems: 195, items: { type: string, maxLength: 128 } }\n"
	"                enfants_moins_6: { $ref: '#/components/schemas/OuiNonNsp' }\n"
	"                assurance_contactee: { $ref: '#/components/schemas/AssuranceContactee' }\n"
	"                superficie: { type: [number, 'null'], minimum: 0, maximum: 9999.99 }\n"
	"                dpe: { $ref: '#/components/schemas/OuiNonNsp' }\n"
	"                classe_energetique: { $ref: '#/components/schemas/ClasseEnergetique' }\n"
	"                annee_dpe: { $ref: '#/components/schemas/AnneeDpe' }\n"
	"                consommation: { type: [number, 'null'], minimum: 0, maximum: 10000000 }\n"
	"                consommation_finale: { type: [number, 'null'], minimum: 0, maximum: 100000 }\n"
	"      responses:\n"
	"        '200':\n"
	"          description: Évaluation\n"
	"          content: { application/json: { schema: { $ref: '#/components/schemas/Evaluation' } } }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"  /criticite/resolution:\n"
	"    post:\n"
	"      operationId: criticite_resolution\n"
	"      tags: [criticite]\n"
	"      summary: Trouver les précisions que désignent les réponses au formulaire, puis les évaluer.\n"
	"      x-acces: [public]\n"
	"      requestBody:\n"
	"        required: true\n"
	"        content:\n"
	"          application/json:\n"
	"            schema:\n"
	"              type: object\n"
	"              required: [reponses]\n"
	"              properties:\n"
	"                reponses: { $ref: '#/components/schemas/Reponses' }\n"
	"      responses:\n"
	"        '200':\n"
	"          description: Précisions et évaluation\n"
	"          content:\n"
	"            application/json:\n"
	"              schema:\n"
	"                type: object\n"
	"                required: [precisions, grille, score, score_batiment, score_logement, contributions, qualifications]\n"
	"                properties:\n"
	"                  precisions: { type: array, maxItems: 195, items: { type: string, maxLength: 128 } }\n"
	"                  grille: { type: integer }\n"
	"                  score: { type: number }\n"
	"                  score_batiment: { type: number }\n"
	"                  score_logement: { type: number }\n"
	"                  contributions: { type: array, maxItems: 195, items: { $ref: '#/components/schemas/Contribution' } }\n"
	"                  qualifications: { type: array, maxItems: 10, items: { $ref: '#/components/schemas/Qualification' } }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"\n"
	"  /brouillons:\n"
	"    post:\n"
	"      operationId: brouillon_create\n"
	"      tags: [brouillon]\n"
	"      summary: Commencer un signalement.\n"
	"      x-acces: [public]\n"
	"      x-corps-max: 131072\n"
	"      parameters: [ { $ref: '#/components/parameters/IdempotencyKey' } ]\n"
	"      requestBody: { $ref: '#/components/requestBodies/Brouillon' }\n"
	"      responses:\n"
	"        '201': { $ref: '#/components/responses/Brouillon' }\n"
	"        '409': { $ref: '#/components/responses/Probleme' }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"        '429': { $ref: '#/components/responses/Probleme' }\n"
	"  /brouillons/{id}:\n"
	"    get:\n"
	"      operationId: brouillon_get\n"
	"      tags: [brouillon]\n"
	"      summary: Reprendre un signalement commencé.\n"
	"      x-acces: [public]\n"
	"      parameters: [ { $ref: '#/components/parameters/Id' } ]\n"
	"      responses:\n"
	"        '200': { $ref: '#/components/responses/Brouillon' }\n"
	"        '304': { description: Inchangé }\n"
	"        '404': { $ref: '#/components/responses/Probleme' }\n"
	"    put:\n"
	"      operationId: brouillon_update\n"
	"      tags: [brouillon]\n"
	"      summary: Enregistrer les réponses d'une étape.\n"
	"      x-acces: [public]\n"
	"      x-corps-max: 131072\n"
	"      parameters:\n"
	"        - { $ref: '#/components/parameters/Id' }\n"
	"        - { $ref: '#/components/parameters/IfMatch' }\n"
	"      requestBody: { $ref: '#/components/requestBodies/Brouillon' }\n"
	"      responses:\n"
	"        '200': { $ref: '#/components/responses/Brouillon' }\n"
	"        '404': { $ref: '#/components/responses/Probleme' }\n"
	"        '412': { $ref: '#/components/responses/Probleme' }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"        '428': { $ref: '#/components/responses/Probleme' }\n"
	"    delete:\n"
	"      operationId: brouillon_delete\n"
	"      tags: [brouillon]\n"
	"      summary: Abandonner la saisie ; les réponses sont effacées.\n"
	"      x-acces: [public]\n"
	"      parameters: [ { $ref: '#/components/parameters/Id' } ]\n"
	"      responses:\n"
	"        '204': { description: Effacé }\n"
	"        '404': { $ref: '#/components/responses/Probleme' }\n"
	"  /brouillons/{id}/soumission:\n"
	"    post:\n"
	"      operationId: brouillon_submit\n"
	"      tags: [brouillon]\n"
	"      summary: Déposer le signalement. Rejouer la demande rend le même dossier.\n"
	"      x-acces: [public]\n"
	"      x-corps-max: 1024\n"
	"      parameters:\n"
	"        - { $ref: '#/components/parameters/Id' }\n"
	"        - { $ref: '#/components/parameters/IdempotencyKey' }\n"
	"      responses:\n"
	"        '201':\n"
	"          description: Dossier déposé\n"
	"          content:\n"
	"            application/json:\n"
	"              schema:\n"
	"                type: object\n"
	"                required: [reference, code_suivi, lien_suivi, statut]\n"
	"                properties:\n"
	"                  reference: { type: string, maxLength: 20 }\n"
	"                  code_suivi: { type: string, format: uuid, maxLength: 36 }\n"
	"                  lien_suivi: { type: string, format: uri, maxLength: 300 }\n"
	"                  statut: { $ref: '#/components/schemas/StatutSignalement' }\n"
	"        '404': { $ref: '#/components/responses/Probleme' }\n"
	"        '409': { $ref: '#/components/responses/Probleme' }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"\n"
	"  /signalements:\n"
	"    get:\n"
	"      operationId: signalement_list\n"
	"      tags: [signalement]\n"
	"      summary: Les dossiers que vous pouvez voir, du plus récent au plus ancien.\n"
	"      x-acces: *agents\n"
	"      parameters:\n"
	"        - name: statut\n"
	"          in: query\n"
	"          description: Répéter le paramètre pour plusieurs statuts.\n"
	"          schema: { type: array, maxItems: 9, items: { $ref: '#/components/schemas/StatutSignalement' } }\n"
	"        - { name: territoire, in: query, schema: { type: string, minLength: 2, maxLength: 3 } }\n"
	"        - name: q\n"
	"          in: query\n"
	"          description: Référence, nom, adresse, commune ou code postal.\n"
	"          schema: { type: string, minLength: 2, maxLength: 100 }\n"
	"        - { $ref: '#/components/parameters/Limite' }\n"
	"        - { $ref: '#/components/parameters/Apres' }\n"
	"        - { $ref: '#/components/parameters/Total' }\n"
	"      responses:\n"
	"        '200':\n"
	"          description: Une page de dossiers\n"
	"          content:\n"
	"            application/json:\n"
	"              schema:\n"
	"                type: object\n"
	"                required: [elements, suivant, total]\n"
	"                properties:\n"
	"                  elements: { type: array, maxItems: 100, items: { $ref: '#/components/schemas/SignalementResume' } }\n"
	"                  suivant: { type: [string, 'null'], maxLength: 300 }\n"
	"                  total: { $ref: '#/components/schemas/Total' }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"    post:\n"
	"      operationId: signalement_create\n"
	"      tags: [signalement]\n"
	"      summary: Déposer un signalement complet en un seul appel.\n"
	"      description: |\n"
	"        La même `reference_externe` envoyée de nouveau par le même partenaire rend le dossier existant (200).\n"
	"      x-acces: *agents\n"
	"      x-corps-max: 131072\n"
	"      parameters: [ { $ref: '#/components/parameters/IdempotencyKey' } ]\n"
	"      requestBody:\n"
	"        required: true\n"
	"        content: { application/json: { schema: { $ref: '#/components/schemas/SignalementCreation' } } }\n"
	"      responses:\n"
	"        '200': { $ref: '#/components/responses/SignalementCree' }\n"
	"        '201': { $ref: '#/components/responses/SignalementCree' }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '403': { $ref: '#/components/responses/Probleme' }\n"
	"        '409': { $ref: '#/components/responses/Probleme' }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"  /signalements/{id}:\n"
	"    get:\n"
	"      operationId: signalement_get\n"
	"      tags: [signalement]\n"
	"      summary: Un dossier entier, et ce que vous pouvez y faire.\n"
	"      x-acces: *agents\n"
	"      parameters: [ { $ref: '#/components/parameters/Id' } ]\n"
	"      responses:\n"
	"        '200': { $ref: '#/components/responses/Signalement' }\n"
	"        '304': { description: Inchangé }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '404': { $ref: '#/components/responses/Probleme' }\n"
	"  /signalements/{id}/transitions:\n"
	"    post:\n"
	"      operationId: signalement_transition\n"
	"      tags: [signalement]\n"
	"      summary: Valider, refuser, clore, rouvrir ou supprimer un dossier.\n"
	"      x-acces: *agents\n"
	"      parameters:\n"
	"        - { $ref: '#/components/parameters/Id' }\n"
	"        - { $ref: '#/components/parameters/IfMatch' }\n"
	"        - { $ref: '#/components/parameters/IdempotencyKey' }\n"
	"      requestBody:\n"
	"        required: true\n"
	"        content:\n"
	"          application/json:\n"
	"            schema:\n"
	"              type: object\n"
	"              required: [action]\n"
	"              properties:\n"
	"                action: { $ref: '#/components/schemas/ActionSignalement' }\n"
	"                motif: { type: [string, 'null'], maxLength: 60 }\n"
	"                travaux: { $ref: '#/components/schemas/Travaux' }\n"
	"                message: { type: [string, 'null'], minLength: 10, maxLength: 5000 }\n"
	"                visible_usager: { type: boolean, default: true }\n"
	"      responses:\n"
	"        '200': { $ref: '#/components/responses/Signalement' }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '403': { $ref: '#/components/responses/Probleme' }\n"
	"        '404': { $ref: '#/components/responses/Probleme' }\n"
	"        '409': { $ref: '#/components/responses/Probleme' }\n"
	"        '412': { $ref: '#/components/responses/Probleme' }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"        '428': { $ref: '#/components/responses/Probleme' }\n"
	"  /signalements/{id}/affectations:\n"
	"    get:\n"
	"      operationId: affectation_list\n"
	"      tags: [affectation]\n"
	"      summary: Les partenaires saisis, et leur réponse.\n"
	"      x-acces: *agents\n"
	"      parameters: [ { $ref: '#/components/parameters/Id' } ]\n"
	"      responses:\n"
	"        '200':\n"
	"          description: Affectations\n"
	"          content:\n"
	"            application/json:\n"
	"              schema:\n"
	"                type: object\n"
	"                required: [elements]\n"
	"                properties:\n"
	"                  elements: { type: array, maxItems: 200, items: { $ref: '#/components/schemas/Affectation' } }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '404': { $ref: '#/components/responses/Probleme' }\n"
	"    post:\n"
	"      operationId: affectation_create\n"
	"      tags: [affectation]\n"
	"      summary: Saisir un partenaire du territoire.\n"
	"      x-acces: *agents\n"
	"      parameters:\n"
	"        - { $ref: '#/components/parameters/Id' }\n"
	"        - { $ref: '#/components/parameters/IdempotencyKey' }\n"
	"      requestBody:\n"
	"        required: true\n"
	"        content:\n"
	"          application/json:\n"
	"            schema:\n"
	"              type: object\n"
	"              required: [partenaire]\n"
	"              properties:\n"
	"                partenaire: { type: string, format: uuid, maxLength: 36 }\n"
	"      responses:\n"
	"        '201': { $ref: '#/components/responses/Affectation' }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '403': { $ref: '#/components/responses/Probleme' }\n"
	"        '404': { $ref: '#/components/responses/Probleme' }\n"
	"        '409': { $ref: '#/components/responses/Probleme' }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"  /affectations/{id}:\n"
	"    get:\n"
	"      operationId: affectation_get\n"
	"      tags: [affectation]\n"
	"      summary: Une affectation.\n"
	"      x-acces: *agents\n"
	"      parameters: [ { $ref: '#/components/parameters/Id' } ]\n"
	"      responses:\n"
	"        '200': { $ref: '#/components/responses/Affectation' }\n"
	"        '304': { description: Inchangé }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '404': { $ref: '#/components/responses/Probleme' }\n"
	"    delete:\n"
	"      operationId: affectation_delete\n"
	"      tags: [affectation]\n"
	"      summary: Retirer un partenaire. L'affectation prend fin, elle reste dans l'historique.\n"
	"      x-acces: *agents\n"
	"      parameters:\n"
	"        - { $ref: '#/components/parameters/Id' }\n"
	"        - { $ref: '#/components/parameters/IfMatch' }\n"
	"      responses:\n"
	"        '204': { description: Retirée }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '403': { $ref: '#/components/responses/Probleme' }\n"
	"        '404': { $ref: '#/components/responses/Probleme' }\n"
	"        '412': { $ref: '#/components/responses/Probleme' }\n"
	"        '428': { $ref: '#/components/responses/Probleme' }\n"
	"  /affectations/{id}/transitions:\n"
	"    post:\n"
	"      operationId: affectation_transition\n"
	"      tags: [affectation]\n"
	"      summary: Accepter, refuser, clore, rouvrir ou réinitialiser une affectation.\n"
	"      x-acces: *agents\n"
	"      parameters:\n"
	"        - { $ref: '#/components/parameters/Id' }\n"
	"        - { $ref: '#/components/parameters/IfMatch' }\n"
	"        - { $ref: '#/components/parameters/IdempotencyKey' }\n"
	"      requestBody:\n"
	"        required: true\n"
	"        content:\n"
	"          application/json:\n"
	"            schema:\n"
	"              type: object\n"
	"              required: [action]\n"
	"              properties:\n"
	"                action: { $ref: '#/components/schemas/ActionAffectation' }\n"
	"                motif: { type: [string, 'null'], maxLength: 60 }\n"
	"                travaux: { $ref: '#/components/schemas/Travaux' }\n"
	"                message: { type: [string, 'null'], minLength: 10, maxLength: 5000 }\n"
	"                visible_usager: { type: boolean, default: false }\n"
	"                agents: { type: array, maxItems: 50, items: { type: string, format: uuid, maxLength: 36 } }\n"
	"      responses:\n"
	"        '200': { $ref: '#/components/responses/Affectation' }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '403': { $ref: '#/components/responses/Probleme' }\n"
	"        '404': { $ref: '#/components/responses/Probleme' }\n"
	"        '409': { $ref: '#/components/responses/Probleme' }\n"
	"        '412': { $ref: '#/components/responses/Probleme' }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"        '428': { $ref: '#/components/responses/Probleme' }\n"
	"  /signalements/{id}/suivis:\n"
	"    get:\n"
	"      operationId: suivi_list\n"
	"      tags: [suivi]\n"
	"      summary: Les suivis du dossier, du plus récent au plus ancien.\n"
	"      x-acces: *agents\n"
	"      parameters:\n"
	"        - { $ref: '#/components/parameters/Id' }\n"
	"        - { $ref: '#/components/parameters/Limite' }\n"
	"        - { $ref: '#/components/parameters/Apres' }\n"
	"        - { $ref: '#/components/parameters/Total' }\n"
	"      responses:\n"
	"        '200':\n"
	"          description: Une page de suivis\n"
	"          content:\n"
	"            application/json:\n"
	"              schema:\n"
	"                type: object\n"
	"                required: [elements, suivant, total]\n"
	"                properties:\n"
	"                  elements: { type: array, maxItems: 100, items: { $ref: '#/components/schemas/Suivi' } }\n"
	"                  suivant: { type: [string, 'null'], maxLength: 300 }\n"
	"                  total: { $ref: '#/components/schemas/Total' }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '404': { $ref: '#/components/responses/Probleme' }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"    post:\n"
	"      operationId: suivi_create\n"
	"      tags: [suivi]\n"
	"      summary: Écrire à l'usager, ou une note interne aux partenaires.\n"
	"      x-acces: *agents\n"
	"      parameters:\n"
	"        - { $ref: '#/components/parameters/Id' }\n"
	"        - { $ref: '#/components/parameters/IdempotencyKey' }\n"
	"      requestBody:\n"
	"        required: true\n"
	"        content:\n"
	"          application/json:\n"
	"            schema:\n"
	"              type: object\n"
	"              required: [message, visible_usager]\n"
	"              properties:\n"
	"                message: { type: string, minLength: 10, maxLength: 5000 }\n"
	"                visible_usager: { type: boolean }\n"
	"      responses:\n"
	"        '201': { $ref: '#/components/responses/Suivi' }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '403': { $ref: '#/components/responses/Probleme' }\n"
	"        '404': { $ref: '#/components/responses/Probleme' }\n"
	"        '409': { $ref: '#/components/responses/Probleme' }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"  /suivis/{id}:\n"
	"    get:\n"
	"      operationId: suivi_get\n"
	"      tags: [suivi]\n"
	"      summary: Un suivi.\n"
	"      x-acces: *agents\n"
	"      parameters: [ { $ref: '#/components/parameters/Id' } ]\n"
	"      responses:\n"
	"        '200': { $ref: '#/components/responses/Suivi' }\n"
	"        '304': { description: Inchangé }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '404': { $ref: '#/components/responses/Probleme' }\n"
	"    patch:\n"
	"      operationId: suivi_update\n"
	"      tags: [suivi]\n"
	"      summary: Corriger son message, dans les 20 minutes.\n"
	"      x-acces: *agents\n"
	"      parameters:\n"
	"        - { $ref: '#/components/parameters/Id' }\n"
	"        - { $ref: '#/components/parameters/IfMatch' }\n"
	"      requestBody:\n"
	"        required: true\n"
	"        content:\n"
	"          application/json:\n"
	"            schema:\n"
	"              type: object\n"
	"              required: [message]\n"
	"              properties:\n"
	"                message: { type: string, minLength: 10, maxLength: 5000 }\n"
	"      responses:\n"
	"        '200': { $ref: '#/components/responses/Suivi' }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '403': { $ref: '#/components/responses/Probleme' }\n"
	"        '404': { $ref: '#/components/responses/Probleme' }\n"
	"        '412': { $ref: '#/components/responses/Probleme' }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"        '428': { $ref: '#/components/responses/Probleme' }\n"
	"    delete:\n"
	"      operationId: suivi_delete\n"
	"      tags: [suivi]\n"
	"      summary: Retirer son message, dans les 20 minutes.\n"
	"      x-acces: *agents\n"
	"      parameters:\n"
	"        - { $ref: '#/components/parameters/Id' }\n"
	"        - { $ref: '#/components/parameters/IfMatch' }\n"
	"      responses:\n"
	"        '204': { description: Retiré }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '403': { $ref: '#/components/responses/Probleme' }\n"
	"        '404': { $ref: '#/components/responses/Probleme' }\n"
	"        '412': { $ref: '#/components/responses/Probleme' }\n"
	"        '428': { $ref: '#/components/responses/Probleme' }\n"
	"  /signalements/{id}/historique:\n"
	"    get:\n"
	"      operationId: signalement_historique\n"
	"      tags: [signalement]\n"
	"      summary: Qui a changé quoi, champ par champ, du plus récent au plus ancien.\n"
	"      x-acces: *agents\n"
	"      parameters:\n"
	"        - { $ref: '#/components/parameters/Id' }\n"
	"        - { $ref: '#/components/parameters/Limite' }\n"
	"        - { $ref: '#/components/parameters/Apres' }\n"
	"        - { $ref: '#/components/parameters/Total' }\n"
	"      responses:\n"
	"        '200':\n"
	"          description: Une page d'historique\n"
	"          content:\n"
	"            application/json:\n"
	"              schema:\n"
	"                type: object\n"
	"                required: [elements, suivant, total]\n"
	"                properties:\n"
	"                  elements: { type: array, maxItems: 100, items: { $ref: '#/components/schemas/EntreeHistorique' } }\n"
	"                  suivant: { type: [string, 'null'], maxLength: 300 }\n"
	"                  total: { $ref: '#/components/schemas/Total' }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '404': { $ref: '#/components/responses/Probleme' }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"\n"
	"  /partenaires:\n"
	"    get:\n"
	"      operationId: partenaire_list\n"
	"      tags: [partenaire]\n"
	"      summary: Partenaires de vos territoires, par nom.\n"
	"      x-acces: *agents\n"
	"      parameters:\n"
	"        - { name: territoire, in: query, schema: { type: string, minLength: 2, maxLength: 3 } }\n"
	"        - { name: q, in: query, schema: { type: string, minLength: 2, maxLength: 100 } }\n"
	"        - { $ref: '#/components/parameters/Limite' }\n"
	"        - { $ref: '#/components/parameters/Apres' }\n"
	"        - { $ref: '#/components/parameters/Total' }\n"
	"      responses:\n"
	"        '200':\n"
	"          description: Une page de partenaires\n"
	"          content:\n"
	"            application/json:\n"
	"              schema:\n"
	"                type: object\n"
	"                required: [elements, suivant, total]\n"
	"                properties:\n"
	"                  elements: { type: array, maxItems: 100, items: { $ref: '#/components/schemas/Partenaire' } }\n"
	"                  suivant: { type: [string, 'null'], maxLength: 300 }\n"
	"                  total: { $ref: '#/components/schemas/Total' }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"  /utilisateurs:\n"
	"    get:\n"
	"      operationId: utilisateur_list\n"
	"      tags: [partenaire]\n"
	"      summary: Agents d'un de vos partenaires, pour leur confier un dossier.\n"
	"      x-acces: *agents\n"
	"      parameters:\n"
	"        - { name: partenaire, in: query, required: true, schema: { type: string, format: uuid, maxLength: 36 } }\n"
	"        - { $ref: '#/components/parameters/Limite' }\n"
	"        - { $ref: '#/components/parameters/Apres' }\n"
	"        - { $ref: '#/components/parameters/Total' }\n"
	"      responses:\n"
	"        '200':\n"
	"          description: Une page d'agents\n"
	"          content:\n"
	"            application/json:\n"
	"              schema:\n"
	"                type: object\n"
	"                required: [elements, suivant, total]\n"
	"                properties:\n"
	"                  elements:\n"
	"                    type: array\n"
	"                    maxItems: 100\n"
	"                    items:\n"
	"                      type: object\n"
	"                      required: [id, nom, prenom, fonction]\n"
	"                      properties:\n"
	"                        id: { type: string, format: uuid, maxLength: 36 }\n"
	"                        nom: { type: string, maxLength: 50 }\n"
	"                        prenom: { type: string, maxLength: 50 }\n"
	"                        fonction: { type: [string, 'null'], maxLength: 50 }\n"
	"                  suivant: { type: [string, 'null'], maxLength: 300 }\n"
	"                  total: { $ref: '#/components/schemas/Total' }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '404': { $ref: '#/components/responses/Probleme' }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"  /motifs:\n"
	"    get:\n"
	"      operationId: signalement_motifs\n"
	"      tags: [signalement]\n"
	"      summary: Motifs de refus et de clôture, avec leur libellé.\n"
	"      x-acces: [public]\n"
	"      responses:\n"
	"        '200':\n"
	"          description: Motifs\n"
	"          content:\n"
	"            application/json:\n"
	"              schema:\n"
	"                type: object\n"
	"                required: [elements]\n"
	"                properties:\n"
	"                  elements:\n"
	"                    type: array\n"
	"                    maxItems: 100\n"
	"                    items:\n"
	"                      type: object\n"
	"                      required: [usage, code, libelle, travaux_requis]\n"
	"                      properties:\n"
	"                        usage: { type: string, enum: [refus_signalement, refus_affectation, cloture, cloture_usager] }\n"
	"                        code: { type: string, maxLength: 60 }\n"
	"                        libelle: { type: string, maxLength: 200 }\n"
	"                        travaux_requis: { type: boolean }\n"
	"\n"
	"  /suivi-usager/sessions:\n"
	"    post:\n"
	"      operationId: suivi_usager_session\n"
	"      tags: [suivi_usager]\n"
	"      summary: Ouvrir son dossier avec le code de suivi, ses initiales et le code postal du logement.\n"
	"      x-acces: [public]\n"
	"      x-corps-max: 4096\n"
	"      requestBody:\n"
	"        required: true\n"
	"        content:\n"
	"          application/json:\n"
	"            schema:\n"
	"              type: object\n"
	"              required: [code_suivi, initiale_prenom, initiale_nom, code_postal]\n"
	"              properties:\n"
	"                code_suivi: { type: string, format: uuid, maxLength: 36 }\n"
	"                qualite: { type: string, enum: [occupant, declarant], default: occupant }\n"
	"                initiale_prenom: { type: string, minLength: 1, maxLength: 1 }\n"
	"                initiale_nom: { type: string, minLength: 1, maxLength: 1 }\n"
	"                code_postal: { type: string, format: code_postal, maxLength: 5 }\n"
	"      responses:\n"
	"        '201':\n"
	"          description: Jeton limité à ce dossier\n"
	"          content:\n"
	"            application/json:\n"
	"              schema:\n"
	"                type: object\n"
	"                required: [jeton, expire_le]\n"
	"                properties:\n"
	"                  jeton: { type: string, maxLength: 2000 }\n"
	"                  expire_le: { type: string, format: date-time, maxLength: 40 }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"        '429': { $ref: '#/components/responses/Probleme' }\n"
	"  /suivi-usager/dossier:\n"
	"    get:\n"
	"      operationId: suivi_usager_dossier\n"
	"      tags: [suivi_usager]\n"
	"      summary: Où en est mon dossier.\n"
	"      x-acces: &usager [USAGER]\n"
	"      responses:\n"
	"        '200':\n"
	"          description: Dossier\n"
	"          content: { application/json: { schema: { $ref: '#/components/schemas/DossierUsager' } } }\n"
	"        '304': { description: Inchangé }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '404': { $ref: '#/components/responses/Probleme' }\n"
	"  /suivi-usager/messages:\n"
	"    get:\n"
	"      operationId: suivi_usager_messages\n"
	"      tags: [suivi_usager]\n"
	"      summary: Les messages échangés, du plus récent au plus ancien.\n"
	"      x-acces: *usager\n"
	"      parameters:\n"
	"        - { $ref: '#/components/parameters/Limite' }\n"
	"        - { $ref: '#/components/parameters/Apres' }\n"
	"        - { $ref: '#/components/parameters/Total' }\n"
	"      responses:\n"
	"        '200':\n"
	"          description: Une page de messages\n"
	"          content:\n"
	"            application/json:\n"
	"              schema:\n"
	"                type: object\n"
	"                required: [elements, suivant, total]\n"
	"                properties:\n"
	"                  elements: { type: array, maxItems: 100, items: { $ref: '#/components/schemas/MessageUsager' } }\n"
	"                  suivant: { type: [string, 'null'], maxLength: 300 }\n"
	"                  total: { $ref: '#/components/schemas/Total' }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '404': { $ref: '#/components/responses/Probleme' }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"    post:\n"
	"      operationId: suivi_usager_message_create\n"
	"      tags: [suivi_usager]\n"
	"      summary: Écrire aux personnes qui suivent mon dossier.\n"
	"      x-acces: *usager\n"
	"      parameters: [ { $ref: '#/components/parameters/IdempotencyKey' } ]\n"
	"      requestBody:\n"
	"        required: true\n"
	"        content:\n"
	"          application/json:\n"
	"            schema:\n"
	"              type: object\n"
	"              required: [message]\n"
	"              properties:\n"
	"                message: { type: string, minLength: 10, maxLength: 5000 }\n"
	"      responses:\n"
	"        '201':\n"
	"          description: Message envoyé\n"
	"          content: { application/json: { schema: { $ref: '#/components/schemas/MessageUsager' } } }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '404': { $ref: '#/components/responses/Probleme' }\n"
	"        '409': { $ref: '#/components/responses/Probleme' }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"\n"
	"  /evenements/rebuts:\n"
	"    get:\n"
	"      operationId: evenement_rebuts\n"
	"      tags: [evenement]\n"
	"      summary: Effets différés abandonnés après leurs essais.\n"
	"      x-acces: &super_admin [SUPER_ADMIN]\n"
	"      parameters:\n"
	"        - { $ref: '#/components/parameters/Limite' }\n"
	"        - { $ref: '#/components/parameters/Apres' }\n"
	"        - { $ref: '#/components/parameters/Total' }\n"
	"      responses:\n"
	"        '200':\n"
	"          description: Une page de rebuts\n"
	"          content:\n"
	"            application/json:\n"
	"              schema:\n"
	"                type: object\n"
	"                required: [elements, suivant, total]\n"
	"                properties:\n"
	"                  elements: { type: array, maxItems: 100, items: { $ref: '#/components/schemas/Evenement' } }\n"
	"                  suivant: { type: [string, 'null'], maxLength: 300 }\n"
	"                  total: { $ref: '#/components/schemas/Total' }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '403': { $ref: '#/components/responses/Probleme' }\n"
	"        '422': { $ref: '#/components/responses/Probleme' }\n"
	"  /evenements/rebuts/{id}/rejeu:\n"
	"    post:\n"
	"      operationId: evenement_rejeu\n"
	"      tags: [evenement]\n"
	"      summary: Remettre un effet abandonné dans la file.\n"
	"      x-acces: *super_admin\n"
	"      x-corps-max: 1024\n"
	"      parameters:\n"
	"        - { $ref: '#/components/parameters/Id' }\n"
	"        - { $ref: '#/components/parameters/IdempotencyKey' }\n"
	"      responses:\n"
	"        '200':\n"
	"          description: Remis en file\n"
	"          content: { application/json: { schema: { $ref: '#/components/schemas/Evenement' } } }\n"
	"        '401': { $ref: '#/components/responses/Probleme' }\n"
	"        '403': { $ref: '#/components/responses/Probleme' }\n"
	"        '404': { $ref: '#/components/responses/Probleme' }\n"
	"        '409': { $ref: '#/components/responses/Probleme' }\n"
	"\n"
	"components:\n"
	"  securitySchemes:\n"
	"    jeton: { type: http, scheme: bearer, bearerFormat: JWT }\n"
	"  parameters:\n"
	"    Id: { name: id, in: path, required: true, schema: { type: string, format: uuid, maxLength: 36 } }\n"
	"    IfMatch:\n"
	"      name: If-Match\n"
	"      in: header\n"
	"      description: L'ETag lu ; sans lui 428, périmé 412. Exigé par le serveur.\n"
	"      schema: { type: string, maxLength: 200 }\n"
	"    IdempotencyKey:\n"
	"      name: Idempotency-Key\n"
	"      in: header\n"
	"      description: La même clé avec le même corps rend la réponse déjà donnée, pendant 24 heures. Sans connexion, la clé vaut pour votre adresse réseau seulement.\n"
	"      schema: { type: string, minLength: 1, maxLength: 200 }\n"
	"    Limite: { name: limite, in: query, schema: { type: integer, minimum: 1, maximum: 100, default: 25 } }\n"
	"    Apres: { name: apres, in: query, description: Le `suivant` de la page précédente., schema: { type: string, minLength: 1, maxLength: 300 } }\n"
	"    Total: { name: total, in: query, schema: { type: string, enum: [borne, exact, aucun], default: borne } }\n"
	"  requestBodies:\n"
	"    SessionCreation:\n"
	"      required: true\n"
	"      content:\n"
	"        application/json:\n"
	"          schema:\n"
	"            type: object\n"
	"            required: [email, mot_de_passe]\n"
	"            properties:\n"
	"              email: { type: string, format: email, maxLength: 255 }\n"
	"              mot_de_passe: { type: string, minLength: 1, maxLength: 200 }\n"
	"    Brouillon:\n"
	"      required: true\n"
	"      content:\n"
	"        application/json:\n"
	"          schema:\n"
	"            type: object\n"
	"            required: [profil, etape, reponses]\n"
	"            properties:\n"
	"              profil: { $ref: '#/components/schemas/Profil' }\n"
	"              etape: { type: string, minLength: 1, maxLength: 128 }\n"
	"              reponses: { $ref: '#/components/schemas/Reponses' }\n"
	"  responses:\n"
	"    Probleme:\n"
	"      description: Erreur (RFC 9457)\n"
	"      content: { application/problem+json: { schema: { $ref: '#/components/schemas/Probleme' } } }\n"
	"    Sante:\n"
	"      description: État\n"
	"      content:\n"
	"        application/json:\n"
	"          schema:\n"
	"            type: object\n"
	"            required: [statut, version]\n"
	"            properties:\n"
	"              statut: { type: string, enum: [vivant, pret] }\n"
	"              version: { type: string, maxLength: 40 }\n"
	"    Session:\n"
	"      description: Jeton d'accès de 15 minutes ; le cookie de renouvellement l'accompagne.\n"
	"      content:\n"
	"        application/json:\n"
	"          schema:\n"
	"            type: object\n"
	"            required: [jeton, expire_le, utilisateur]\n"
	"            properties:\n"
	"              jeton: { type: string, maxLength: 2000 }\n"
	"              expire_le: { type: string, format: date-time, maxLength: 40 }\n"
	"              utilisateur: { $ref: '#/components/schemas/Utilisateur' }\n"
	"    Utilisateur:\n"
	"      description: Compte\n"
	"      content: { application/json: { schema: { $ref: '#/components/schemas/Utilisateur' } } }\n"
	"    Brouillon:\n"
	"      description: Brouillon\n"
	"      content:\n"
	"        application/json:\n"
	"          schema:\n"
	"            type: object\n"
	"            required: [id, version, profil, etape, reponses, cree_le, modifie_le]\n"
	"            properties:\n"
	"              id: { type: string, format: uuid, maxLength: 36 }\n"
	"              version: { type: integer }\n"
	"              profil: { $ref: '#/components/schemas/Profil' }\n"
	"              etape: { type: string, maxLength: 128 }\n"
	"              reponses: { $ref: '#/components/schemas/Reponses' }\n"
	"              cree_le: { type: string, format: date-time, maxLength: 40 }\n"
	"              modifie_le: { type: string, format: date-time, maxLength: 40 }\n"
	"    Signalement:\n"
	"      description: Dossier\n"
	"      content: { application/json: { schema: { $ref: '#/components/schemas/Signalement' } } }\n"
	"    SignalementCree:\n"
	"      description: Dossier déposé, avec le code à remettre à la personne\n"
	"      content:\n"
	"        application/json:\n"
	"          schema:\n"
	"            type: object\n"
	"            required: [id, reference, statut, territoire, criticite, cree_le, code_suivi, lien_suivi, version]\n"
	"            properties:\n"
	"              id: { type: string, format: uuid, maxLength: 36 }\n"
	"              reference: { type: string, maxLength: 20 }\n"
	"              reference_externe: { type: [string, 'null'], maxLength: 100 }\n"
	"              statut: { $ref: '#/components/schemas/StatutSignalement' }\n"
	"              territoire: { type: string, maxLength: 3 }\n"
	"              criticite: { $ref: '#/components/schemas/Criticite' }\n"
	"              cree_le: { type: string, format: date-time, maxLength: 40 }\n"
	"              code_suivi: { type: string, format: uuid, maxLength: 36 }\n"
	"              lien_suivi: { type: string, format: uri, maxLength: 300 }\n"
	"              version: { type: integer }\n"
	"    Affectation:\n"
	"      description: Affectation\n"
	"      content: { application/json: { schema: { $ref: '#/components/schemas/Affectation' } } }\n"
	"    Suivi:\n"
	"      description: Suivi\n"
	"      content: { application/json: { schema: { $ref: '#/components/schemas/Suivi' } } }\n"
	"\n"
	"  schemas:\n"
	"    Probleme:\n"
	"      type: object\n"
	"      required: [type, title, status, detail, code, request_id]\n"
	"      properties:\n"
	"        type: { type: string, maxLength: 200 }\n"
	"        title: { type: string, maxLength: 200 }\n"
	"        status: { type: integer }\n"
	"        detail: { type: string, maxLength: 1000 }\n"
	"        code: { $ref: '#/components/schemas/CodeProbleme' }\n"
	"        request_id: { type: [string, 'null'], maxLength: 100 }\n"
	"        erreurs:\n"
	"          type: array\n"
	"          maxItems: 100\n"
	"          items:\n"
	"            type: object\n"
	"            required: [pointeur, code, detail]\n"
	"            properties:\n"
	"              pointeur: { type: string, maxLength: 300 }\n"
	"              code: { type: string, maxLength: 60 }\n"
	"              detail: { type: string, maxLength: 500 }\n"
	"    CodeProbleme:\n"
	"      type: string\n"
	"      enum:\n"
	"        - requete_illisible\n"
	"        - json_illisible\n"
	"        - non_authentifie\n"
	"        - jeton_invalide\n"
	"        - identifiants_invalides\n"
	"        - session_expiree\n"
	"        - interdit\n"
	"        - introuvable\n"
	"        - methode_interdite\n"
	"        - delai_depasse\n"
	"        - conflit\n"
	"        - etat_incompatible\n"
	"        - deja_affecte\n"
	"        - requete_en_cours\n"
	"        - version_perimee\n"
	"        - longueur_requise\n"
	"        - corps_trop_grand\n"
	"        - adresse_trop_longue\n"
	"        - type_non_pris_en_charge\n"
	"        - champs_invalides\n"
	"        - cle_deja_utilisee\n"
	"        - version_requise\n"
	"        - trop_de_requetes\n"
	"        - entetes_trop_grands\n"
	"        - erreur_interne\n"
	"        - methode_inconnue\n"
	"        - version_http_inconnue\n"
	"        - service_indisponible\n"
	"    OuiNonNsp: { type: [string, 'null'], enum: [oui, non, nsp, null] }\n"
	"    AssuranceContactee: { type: [string, 'null'], enum: [oui, non, pas_assurance_logement, nsp, null] }\n"
	"    ClasseEnergetique: { type: [string, 'null'], enum: [A, B, C, D, E, F, G, nsp, null] }\n"
	"    AnneeDpe: { type: [string, 'null'], enum: [before2023, post2023, nsp, null] }\n"
	"    Travaux: { type: [string, 'null'], enum: [OUI, NON, EN_COURS, null] }\n"
	"    Profil: { type: string, enum: [locataire, bailleur_occupant, tiers_particulier, tiers_pro, bailleur, service_secours] }\n"
	"    StatutSignalement:\n"
	"      type: string\n"
	"      enum: [BROUILLON, NOUVEAU, EN_COURS, FERME, REFUSE, ARCHIVE, BROUILLON_ARCHIVE, INJONCTION_BAILLEUR, INJONCTION_FERMEE]\n"
	"    StatutAffectation: { type: string, enum: [NOUVEAU, EN_COURS, REFUSE, FERME] }\n"
	"    ActionSignalement: { type: string, enum: [valider, refuser, clore, rouvrir, supprimer] }\n"
	"    ActionAffectation: { type: string, enum: [accepter, refuser, clore, rouvrir, reinitialiser] }\n"
	"    Total:\n"
	"      type: object\n"
	"      required: [valeur, exact]\n"
	"      properties:\n"
	"        valeur: { type: [integer, 'null'] }\n"
	"        exact: { type: boolean }\n"
	"    Reponses:\n"
	"      type: object\n"
	"      description: Réponses du formulaire, par nom de champ (domaine, sections 1.5 et 1.6).\n"
	"      additionalProperties: true\n"
	"    Territoire:\n"
	"      type: object\n"
	"      required: [code, nom, actif]\n"
	"      properties:\n"
	"        code: { type: string, maxLength: 3 }\n"
	"        nom: { type: string, maxLength: 100 }\n"
	"        actif: { type: boolean }\n"
	"    Utilisateur:\n"
	"      type: object\n"
	"      required:\n"
	"        [id, version, email, nom, prenom, fonction, telephone, role, notifier_par_mail, territoires, partenaires, actions]\n"
	"      properties:\n"
	"        id: { type: string, format: uuid, maxLength: 36 }\n"
	"        version: { type: integer }\n"
	"        email: { type: string, maxLength: 255 }\n"
	"        nom: { type: string, maxLength: 50 }\n"
	"        prenom: { type: string, maxLength: 50 }\n"
	"        fonction: { type: [string, 'null'], maxLength: 50 }\n"
	"        telephone: { type: [string, 'null'], maxLength: 20 }\n"
	"        role: { type: string, enum: [SUPER_ADMIN, RESPONSABLE_TERRITOIRE, ADMIN_PARTENAIRE, AGENT] }\n"
	"        notifier_par_mail: { type: boolean, description: Les dossiers suivis et affectés lui sont signalés par courriel. }\n"
	"        territoires: { type: array, maxItems: 200, items: { $ref: '#/components/schemas/Territoire' } }\n"
	"        partenaires: { type: array, maxItems: 200, items: { $ref: '#/components/schemas/PartenaireBref' } }\n"
	"        actions: { type: array, maxItems: 20, items: { type: string, enum: [creer_signalement, voir_rebuts] } }\n"
	"    PartenaireBref:\n"
	"      type: object\n"
	"      required: [id, nom, type]\n"
	"      properties:\n"
	"        id: { type: string, format: uuid, maxLength: 36 }\n"
	"        nom: { type: string, maxLength: 200 }\n"
	"        type: { type: string, maxLength: 40 }\n"
	"    Partenaire:\n"
	"      type: object\n"
	"      required: [id, nom, type, territoire, competences, email]\n"
	"      properties:\n"
	"        id: { type: string, format: uuid, maxLength: 36 }\n"
	"        nom: { type: string, maxLength: 200 }\n"
	"        type: { type: string, maxLength: 40 }\n"
	"        territoire: { type: [string, 'null'], maxLength: 3 }\n"
	"        competences: { type: array, maxItems: 30, items: { type: string, maxLength: 60 } }\n"
	"        email: { type: [string, 'null'], maxLength: 255 }\n"
	"    Contribution:\n"
	"      type: object\n"
	"      required: [precision, zone, coefficient, points]\n"
	"      properties:\n"
	"        precision: { type: string, maxLength: 128 }\n"
	"        zone: { type: string, enum: [BATIMENT, LOGEMENT] }\n"
	"        coefficient: { type: number }\n"
	"        points: { type: number, description: \"Part du score final, avant plafond.\" }\n"
	"    Qualification:\n"
	"      type: object\n"
	"      required: [qualification, statut, precisions, details]\n"
	"      properties:\n"
	"        qualification: { type: string, maxLength: 60 }\n"
	"        statut: { type: string, maxLength: 60 }\n"
	"        precisions: { type: array, maxItems: 195, items: { type: string, maxLength: 128 } }\n"
	"        details:\n"
	"          oneOf:\n"
	"            - type: object\n"
	"              additionalProperties: true\n"
	"            - { type: 'null' }\n"
	"    Evaluation:\n"
	"      type: object\n"
	"      required: [grille, score, score_batiment, score_logement, contributions, qualifications]\n"
	"      properties:\n"
	"        grille: { type: integer }\n"
	"        score: { type: number }\n"
	"        score_batiment: { type: number }\n"
	"        score_logement: { type: number }\n"
	"        contributions: { type: array, maxItems: 195, items: { $ref: '#/components/schemas/Contribution' } }\n"
	"        qualifications: { type: array, maxItems: 10, items: { $ref: '#/components/schemas/Qualification' } }\n"
	"    Criticite:\n"
	"      type: object\n"
	"      required: [grille, score, score_batiment, score_logement]\n"
	"      properties:\n"
	"        grille: { type: integer }\n"
	"        score: { type: number }\n"
	"        score_batiment: { type: number }\n"
	"        score_logement: { type: number }\n"
	"    Catalogue:\n"
	"      type: object\n"
	"      required: [grille, zones, categories, criteres]\n"
	"      properties:\n"
	"        grille: { type: integer }\n"
	"        zones: { type: array, maxItems: 2, items: { type: object, required: [code, libelle], properties: { code: { type: string, maxLength: 20 }, libelle: { type: string, maxLength: 100 } } } }\n"
	"        categories: { type: array, maxItems: 50, items: { type: object, required: [slug, libelle], properties: { slug: { type: string, maxLength: 100 }, libelle: { type: string, maxLength: 200 } } } }\n"
	"        criteres:\n"
	"          type: array\n"
	"          maxItems: 200\n"
	"          items:\n"
	"            type: object\n"
	"            required: [slug, zone, categorie, libelle, texte_libre, precisions]\n"
	"            properties:\n"
	"              slug: { type: string, maxLength: 128 }\n"
	"              zone: { type: string, enum: [BATIMENT, LOGEMENT] }\n"
	"              categorie: { type: string, maxLength: 100 }\n"
	"              libelle: { type: string, maxLength: 300 }\n"
	"              texte_libre: { type: [string, 'null'], enum: [critere, precisions, null] }\n"
	"              precisions:\n"
	"                type: array\n"
	"                maxItems: 20\n"
	"                items:\n"
	"                  type: object\n"
	"                  required: [slug, libelle, coefficient, danger, suroccupation, insalubrite_obligatoire, exclusive, qualifications]\n"
	"                  properties:\n"
	"                    slug: { type: string, maxLength: 128 }\n"
	"                    libelle: { type: string, maxLength: 300 }\n"
	"                    coefficient: { type: number }\n"
	"                    danger: { type: boolean }\n"
	"                    suroccupation: { type: boolean }\n"
	"                    insalubrite_obligatoire: { type: boolean }\n"
	"                    exclusive: { type: boolean }\n"
	"                    qualifications: { type: array, maxItems: 10, items: { type: string, maxLength: 60 } }\n"
	"\n"
	"    Adresse:\n"
	"      type: object\n"
	"      required: [numero_voie, code_postal, commune]\n"
	"      properties:\n"
	"        numero_voie: { type: string, minLength: 1, maxLength: 100 }\n"
	"        code_postal: { type: string, format: code_postal, maxLength: 5 }\n"
	"        commune: { type: string, minLength: 1, maxLength: 100 }\n"
	"        code_insee: { type: [string, 'null'], format: code_insee, maxLength: 5 }\n"
	"        etage: { type: [string, 'null'], maxLength: 5 }\n"
	"        escalier: { type: [string, 'null'], maxLength: 3 }\n"
	"        numero_appartement: { type: [string, 'null'], maxLength: 5 }\n"
	"        complement: { type: [string, 'null'], maxLength: 255 }\n"
	"        latitude: { type: [number, 'null'], minimum: -90, maximum: 90 }\n"
	"        longitude: { type: [number, 'null'], minimum: -180, maximum: 180 }\n"
	"        identifiant_ban: { type: [string, 'null'], maxLength: 50 }\n"
	"        identifiant_rnb: { type: [string, 'null'], maxLength: 20 }\n"
	"    Occupant:\n"
	"      type: object\n"
	"      properties:\n"
	"        civilite: { type: [string, 'null'], enum: [mme, mr, null] }\n"
	"        nom: { type: [string, 'null'], minLength: 1, maxLength: 50 }\n"
	"        prenom: { type: [string, 'null'], minLength: 1, maxLength: 50 }\n"
	"        email: { type: [string, 'null'], format: email, maxLength: 255 }\n"
	"        telephone: { type: [string, 'null'], format: telephone, maxLength: 20 }\n"
	"        telephone_secondaire: { type: [string, 'null'], format: telephone, maxLength: 20 }\n"
	"    Declarant:\n"
	"      type: object\n"
	"      properties:\n"
	"        nom: { type: [string, 'null'], minLength: 1, maxLength: 50 }\n"
	"        prenom: { type: [string, 'null'], minLength: 1, maxLength: 50 }\n"
	"        email: { type: [string, 'null'], format: email, maxLength: 255 }\n"
	"        telephone: { type: [string, 'null'], format: telephone, maxLength: 20 }\n"
	"        telephone_secondaire: { type: [string, 'null'], format: telephone, maxLength: 20 }\n"
	"        structure: { type: [string, 'null'], maxLength: 200 }\n"
	"        matricule: { type: [string, 'null'], maxLength: 255 }\n"
	"        lien: { type: [string, 'null'], enum: [PROCHE, VOISIN, AUTRE, null] }\n"
	"    Bailleur:\n"
	"      type: object\n"
	"      properties:\n"
	"        type: { type: [string, 'null'], enum: [PARTICULIER, ORGANISME_SOCIETE, null] }\n"
	"        denomination: { type: [string, 'null'], maxLength: 255 }\n"
	"        nom: { type: [string, 'null'], maxLength: 255 }\n"
	"        prenom: { type: [string, 'null'], maxLength: 255 }\n"
	"        email: { type: [string, 'null'], format: email, maxLength: 255 }\n"
	"        telephone: { type: [string, 'null'], format: telephone, maxLength: 20 }\n"
	"        telephone_secondaire: { type: [string, 'null'], format: telephone, maxLength: 20 }\n"
	"        adresse: { type: [string, 'null'], maxLength: 255 }\n"
	"        code_postal: { type: [string, 'null'], format: code_postal, maxLength: 5 }\n"
	"        commune: { type: [string, 'null'], maxLength: 100 }\n"
	"        averti: { type: [boolean, 'null'] }\n"
	"        averti_le: { type: [string, 'null'], format: date, maxLength: 10 }\n"
	"        moyen: { type: [string, 'null'], enum: [courrier, email, telephone, sms, autre, nsp, null] }\n"
	"        reponse: { type: [string, 'null'], maxLength: 255 }\n"
	"        numero_reclamation: { type: [string, 'null'], maxLength: 30 }\n"
	"    Agence:\n"
	"      type: object\n"
	"      properties:\n"
	"        denomination: { type: [string, 'null'], maxLength: 255 }\n"
	"        nom: { type: [string, 'null'], maxLength: 255 }\n"
	"        prenom: { type: [string, 'null'], maxLength: 255 }\n"
	"        email: { type: [string, 'null'], format: email, maxLength: 255 }\n"
	"        telephone: { type: [string, 'null'], format: telephone, maxLength: 20 }\n"
	"        adresse: { type: [string, 'null'], maxLength: 255 }\n"
	"        code_postal: { type: [string, 'null'], format: code_postal, maxLength: 5 }\n"
	"        commune: { type: [string, 'null'], maxLength: 100 }\n"
	"    Syndic:\n"
	"      type: object\n"
	"      properties:\n"
	"        denomination: { type: [string, 'null'], maxLength: 255 }\n"
	"        nom: { type: [string, 'null'], maxLength: 255 }\n"
	"        email: { type: [string, 'null'], format: email, maxLength: 255 }\n"
	"        telephone: { type: [string, 'null'], format: telephone, maxLength: 20 }\n"
	"        telephone_secondaire: { type: [string, 'null'], format: telephone, maxLength: 20 }\n"
	"    Logement:\n"
	"      type: object\n"
	"      properties:\n"
	"        nature: { type: [string, 'null'], enum: [appartement, maison, autre, null] }\n"
	"        nature_autre: { type: [string, 'null'], maxLength: 15 }\n"
	"        situation: { type: [string, 'null'], enum: [RDC, DERNIER_ETAGE, SOUSSOL, AUTRE, null] }\n"
	"        avec_fenetres: { type: [boolean, 'null'] }\n"
	"        superficie: { type: [number, 'null'], minimum: 1, maximum: 9999 }\n"
	"        piece_unique: { type: [boolean, 'null'] }\n"
	"        nb_pieces: { type: [integer, 'null'], minimum: 1, maximum: 999 }\n"
	"        nb_etages: { type: [integer, 'null'], minimum: 0, maximum: 99 }\n"
	"        annee_construction: { type: [integer, 'null'], minimum: 1000, maximum: 2100 }\n"
	"        piece_a_vivre_9m: { $ref: '#/components/schemas/OuiNonNsp' }\n"
	"        cuisine: { type: [boolean, 'null'] }\n"
	"        cuisine_collective: { type: [boolean, 'null'] }\n"
	"        salle_de_bain: { type: [boolean, 'null'] }\n"
	"        salle_de_bain_collective: { type: [boolean, 'null'] }\n"
	"        wc: { type: [boolean, 'null'] }\n"
	"        wc_collectif: { type: [boolean, 'null'] }\n"
	"        wc_cuisine: { type: [boolean, 'null'] }\n"
	"        chauffage: { type: [string, 'null'], enum: [ELECTRIQUE, GAZ, AUCUN, NSP, null] }\n"
	"        bail: { $ref: '#/components/schemas/OuiNonNsp' }\n"
	"        etat_des_lieux: { $ref: '#/components/schemas/OuiNonNsp' }\n"
	"        dpe: { $ref: '#/components/schemas/OuiNonNsp' }\n"
	"        annee_dpe: { $ref: '#/components/schemas/AnneeDpe' }\n"
	"        classe_energetique: { $ref: '#/components/schemas/ClasseEnergetique' }\n"
	"        consommation: { type: [number, 'null'], minimum: 0, maximum: 10000000 }\n"
	"        consommation_finale: { type: [number, 'null'], minimum: 0, maximum: 100000 }\n"
	"        loyer: { type: [number, 'null'], minimum: 0, maximum: 9999.99 }\n"
	"        loyers_a_jour: { type: [boolean, 'null'] }\n"
	"        date_entree: { type: [string, 'null'], format: date, maxLength: 10 }\n"
	"        numero_invariant: { type: [string, 'null'], maxLength: 12 }\n"
	"        vacant: { type: [boolean, 'null'] }\n"
	"    Foyer:\n"
	"      type: object\n"
	"      properties:\n"
	"        nb_occupants: { type: [integer, 'null'], minimum: 0, maximum: 99 }\n"
	"        nb_enfants: { type: [integer, 'null'], minimum: 0, maximum: 99 }\n"
	"        enfants_moins_6: { $ref: '#/components/schemas/OuiNonNsp' }\n"
	"        vulnerabilite: { type: [string, 'null'], maxLength: 255 }\n"
	"        allocataire: { type: [string, 'null'], enum: [caf, msa, oui, non, nsp, null] }\n"
	"        date_naissance: { type: [string, 'null'], format: date, maxLength: 10 }\n"
	"        numero_allocataire: { type: [string, 'null'], maxLength: 25 }\n"
	"        type_allocation: { type: [string, 'null'], enum: [ALS, ALF, APL, null] }\n"
	"        montant_allocation: { type: [number, 'null'], minimum: 0, maximum: 9999.99 }\n"
	"        accompagnement: { $ref: '#/components/schemas/OuiNonNsp' }\n"
	"        accompagnement_structure: { type: [string, 'null'], maxLength: 255 }\n"
	"        accompagnement_nom: { type: [string, 'null'], maxLength: 255 }\n"
	"        accompagnement_prenom: { type: [string, 'null'], maxLength: 255 }\n"
	"        rsa: { type: [boolean, 'null'] }\n"
	"        fsl: { type: [boolean, 'null'] }\n"
	"    Procedure:\n"
	"      type: object\n"
	"      properties:\n"
	"        debut_desordres: { type: [string, 'null'], enum: [LESS_1_MONTH, MONTHS_1_TO_6, MONTHS_6_TO_12, YEARS_1_TO_2, MORE_2_YEARS, NSP, null] }\n"
	"        constatation: { type: [boolean, 'null'] }\n"
	"        demande_relogement: { type: [boolean, 'null'] }\n"
	"        souhaite_quitter: { $ref: '#/components/schemas/OuiNonNsp' }\n"
	"        preavis_depart: { $ref: '#/components/schemas/OuiNonNsp' }\n"
	"        assurance_contactee: { $ref: '#/components/schemas/AssuranceContactee' }\n"
	"        reponse_assurance: { type: [string, 'null'], maxLength: 255 }\n"
	"        depart_apres_travaux: { $ref: '#/components/schemas/OuiNonNsp' }\n"
	"    Desordre:\n"
	"      type: object\n"
	"      required: [critere]\n"
	"      properties:\n"
	"        critere: { type: string, minLength: 1, maxLength: 128 }\n"
	"        precisions: { type: array, maxItems: 20, items: { type: string, minLength: 1, maxLength: 128 } }\n"
	"        precisions_libres:\n"
	"          type: array\n"
	"          maxItems: 20\n"
	"          items:\n"
	"            type: object\n"
	"            required: [precision, description]\n"
	"            properties:\n"
	"              precision: { type: string, minLength: 1, maxLength: 128 }\n"
	"              description: { type: string, minLength: 1, maxLength: 255 }\n"
	"    SignalementCreation:\n"
	"      type: object\n"
	"      required: [adresse, profil_declarant, logement_social, desordres]\n"
	"      properties:\n"
	"        reference_externe: { type: [string, 'null'], minLength: 1, maxLength: 100 }\n"
	"        territoire: { type: [string, 'null'], minLength: 2, maxLength: 3 }\n"
	"        profil_declarant: { type: string, enum: &profils [LOCATAIRE, BAILLEUR_OCCUPANT, TIERS_PARTICULIER, TIERS_PRO, BAILLEUR, SERVICE_SECOURS] }\n"
	"        profil_occupant: { type: [string, 'null'], enum: [LOCATAIRE, BAILLEUR_OCCUPANT, null] }\n"
	"        logement_social: { type: boolean }\n"
	"        adresse: { $ref: '#/components/schemas/Adresse' }\n"
	"        occupant: { $ref: '#/components/schemas/Occupant' }\n"
	"        declarant: { $ref: '#/components/schemas/Declarant' }\n"
	"        bailleur: { $ref: '#/components/schemas/Bailleur' }\n"
	"        agence: { $ref: '#/components/schemas/Agence' }\n"
	"        syndic: { $ref: '#/components/schemas/Syndic' }\n"
	"        logement: { $ref: '#/components/schemas/Logement' }\n"
	"        foyer: { $ref: '#/components/schemas/Foyer' }\n"
	"        procedure: { $ref: '#/components/schemas/Procedure' }\n"
	"        desordres: { type: array, minItems: 1, maxItems: 100, items: { $ref: '#/components/schemas/Desordre' } }\n"
	"        description: { type: [string, 'null'], maxLength: 10000 }\n"
	"    SignalementResume:\n"
	"      type: object\n"
	"      required: [id, reference, statut, territoire, adresse, occupant, profil_declarant, logement_social, score, procedures, affectations, cree_le, dernier_suivi_le]\n"
	"      properties:\n"
	"        id: { type: string, format: uuid, maxLength: 36 }\n"
	"        reference: { type: string, maxLength: 20 }\n"
	"        statut: { $ref: '#/components/schemas/StatutSignalement' }\n"
	"        territoire: { type: string, maxLength: 3 }\n"
	"        adresse:\n"
	"          type: object\n"
	"          required: [numero_voie, code_postal, commune]\n"
	"          properties: { numero_voie: { type: string, maxLength: 100 }, code_postal: { type: string, maxLength: 5 }, commune: { type: string, maxLength: 100 } }\n"
	"        occupant:\n"
	"          type: object\n"
	"          required: [nom, prenom]\n"
	"          properties: { nom: { type: [string, 'null'], maxLength: 50 }, prenom: { type: [string, 'null'], maxLength: 50 } }\n"
	"        profil_declarant: { type: string, enum: *profils }\n"
	"        logement_social: { type: [boolean, 'null'] }\n"
	"        score: { type: number }\n"
	"        procedures: { type: array, maxItems: 20, items: { type: string, maxLength: 60 } }\n"
	"        affectations:\n"
	"          type: array\n"
	"          maxItems: 200\n"
	"          items:\n"
	"            type: object\n"
	"            required: [partenaire, statut]\n"
	"            properties: { partenaire: { type: string, maxLength: 200 }, statut: { $ref: '#/components/schemas/StatutAffectation' } }\n"
	"        cree_le: { type: string, format: date-time, maxLength: 40 }\n"
	"        dernier_suivi_le: { type: [string, 'null'], format: date-time, maxLength: 40 }\n"
	"    Signalement:\n"
	"      type: object\n"
	"      required: [id, version, reference, reference_externe, statut, territoire, source, profil_declarant, profil_occupant, logement_social,\n"
	"                 adresse, occupant, declarant, bailleur, agence, syndic, logement, foyer, procedure, desordres, description,\n"
	"                 criticite, qualifications, cree_le, valide_le, ferme_le, motif_refus, motif_cloture, actions]\n"
	"      properties:\n"
	"        id: { type: string, format: uuid, maxLength: 36 }\n"
	"        version: { type: integer }\n"
	"        reference: { type: string, maxLength: 20 }\n"
	"        reference_externe: { type: [string, 'null'], maxLength: 100 }\n"
	"        statut: { $ref: '#/components/schemas/StatutSignalement' }\n"
	"        territoire: { $ref: '#/components/schemas/Territoire' }\n"
	"        source: { type: string, enum: [FORMULAIRE_USAGER, FORMULAIRE_AGENT, API, IMPORT] }\n"
	"        profil_declarant: { type: string, enum: *profils }\n"
	"        profil_occupant: { type: [string, 'null'], enum: [LOCATAIRE, BAILLEUR_OCCUPANT, null] }\n"
	"        logement_social: { type: [boolean, 'null'] }\n"
	"        adresse: { $ref: '#/components/schemas/Adresse' }\n"
	"        occupant: { $ref: '#/components/schemas/Occupant' }\n"
	"        declarant: { $ref: '#/components/schemas/Declarant' }\n"
	"        bailleur: { $ref: '#/components/schemas/Bailleur' }\n"
	"        agence: { $ref: '#/components/schemas/Agence' }\n"
	"        syndic: { $ref: '#/components/schemas/Syndic' }\n"
	"        logement: { $ref: '#/components/schemas/Logement' }\n"
	"        foyer: { $ref: '#/components/schemas/Foyer' }\n"
	"        procedure: { $ref: '#/components/schemas/Procedure' }\n"
	"        desordres:\n"
	"          type: array\n"
	"          maxItems: 195\n"
	"          items:\n"
	"            type: object\n"
	"            required: [critere, libelle, zone, precisions]\n"
	"            properties:\n"
	"              critere: { type: string, maxLength: 128 }\n"
	"              libelle: { type: string, maxLength: 300 }\n"
	"              zone: { type: string, enum: [BATIMENT, LOGEMENT] }\n"
	"              precisions:\n"
	"                type: array\n"
	"                maxItems: 20\n"
	"                items:\n"
	"                  type: object\n"
	"                  required: [precision, libelle, points, danger, description]\n"
	"                  properties:\n"
	"                    precision: { type: string, maxLength: 128 }\n"
	"                    libelle: { type: string, maxLength: 300 }\n"
	"                    points: { type: number }\n"
	"                    danger: { type: boolean }\n"
	"                    description: { type: [string, 'null'], maxLength: 255 }\n"
	"        description: { type: [string, 'null'], maxLength: 10000 }\n"
	"        criticite: { $ref: '#/components/schemas/Criticite' }\n"
	"        qualifications: { type: array, maxItems: 20, items: { $ref: '#/components/schemas/Qualification' } }\n"
	"        cree_le: { type: string, format: date-time, maxLength: 40 }\n"
	"        valide_le: { type: [string, 'null'], format: date-time, maxLength: 40 }\n"
	"        ferme_le: { type: [string, 'null'], format: date-time, maxLength: 40 }\n"
	"        motif_refus: { type: [string, 'null'], maxLength: 60 }\n"
	"        motif_cloture: { type: [string, 'null'], maxLength: 60 }\n"
	"        actions:\n"
	"          type: array\n"
	"          maxItems: 20\n"
	"          items: { type: string, enum: [valider, refuser, clore, rouvrir, supprimer, affecter, ecrire_suivi] }\n"
	"    Affectation:\n"
	"      type: object\n"
	"      required: [id, version, signalement, partenaire, statut, cree_le, repondu_le, repondu_par, motif, travaux, message, actions]\n"
	"      properties:\n"
	"        id: { type: string, format: uuid, maxLength: 36 }\n"
	"        version: { type: integer }\n"
	"        signalement: { type: string, format: uuid, maxLength: 36 }\n"
	"        partenaire: { $ref: '#/components/schemas/PartenaireBref' }\n"
	"        statut: { $ref: '#/components/schemas/StatutAffectation' }\n"
	"        cree_le: { type: string, format: date-time, maxLength: 40 }\n"
	"        repondu_le: { type: [string, 'null'], format: date-time, maxLength: 40 }\n"
	"        repondu_par: { type: [string, 'null'], maxLength: 120 }\n"
	"        motif: { type: [string, 'null'], maxLength: 60 }\n"
	"        travaux: { $ref: '#/components/schemas/Travaux' }\n"
	"        message: { type: [string, 'null'], maxLength: 5000 }\n"
	"        actions:\n"
	"          type: array\n"
	"          maxItems: 10\n"
	"          items: { type: string, enum: [accepter, refuser, clore, rouvrir, reinitialiser, retirer] }\n"
	"    Suivi:\n"
	"      type: object\n"
	"      required: [id, version, signalement, categorie, message, visible_usager, auteur, cree_le, modifie_le, actions]\n"
	"      properties:\n"
	"        id: { type: string, format: uuid, maxLength: 36 }\n"
	"        version: { type: integer }\n"
	"        signalement: { type: string, format: uuid, maxLength: 36 }\n"
	"        categorie: { type: string, maxLength: 60 }\n"
	"        message: { type: string, maxLength: 10000 }\n"
	"        visible_usager: { type: boolean }\n"
	"        auteur:\n"
	"          type: object\n"
	"          required: [nom, partenaire, type]\n"
	"          properties:\n"
	"            nom: { type: string, maxLength: 120 }\n"
	"            partenaire: { type: [string, 'null'], maxLength: 200 }\n"
	"            type: { type: string, enum: [agent, usager, systeme] }\n"
	"        cree_le: { type: string, format: date-time, maxLength: 40 }\n"
	"        modifie_le: { type: [string, 'null'], format: date-time, maxLength: 40 }\n"
	"        actions: { type: array, maxItems: 5, items: { type: string, enum: [modifier, supprimer] } }\n"
	"    EntreeHistorique:\n"
	"      type: object\n"
	"      required: [id, objet, operation, changements, auteur, fait_le]\n"
	"      properties:\n"
	"        id: { type: string, format: uuid, maxLength: 36 }\n"
	"        objet: { type: string, enum: [signalement, affectation, suivi] }\n"
	"        operation: { type: string, enum: [creation, modification, suppression] }\n"
	"        changements:\n"
	"          type: array\n"
	"          maxItems: 100\n"
	"          items:\n"
	"            type: object\n"
	"            required: [champ, avant, apres]\n"
	"            properties:\n"
	"              champ: { type: string, maxLength: 60 }\n"
	"              avant: { description: \"Valeur précédente, telle quelle.\" }\n"
	"              apres: { description: \"Nouvelle valeur, telle quelle.\" }\n"
	"        auteur: { type: string, maxLength: 120 }\n"
	"        fait_le: { type: string, format: date-time, maxLength: 40 }\n"
	"    DossierUsager:\n"
	"      type: object\n"
	"      required: [reference, statut, statut_libelle, etape, adresse, depose_le, territoire, desordres, partenaires, dernier_message, actions]\n"
	"      properties:\n"
	"        reference: { type: string, maxLength: 20 }\n"
	"        statut: { $ref: '#/components/schemas/StatutSignalement' }\n"
	"        statut_libelle: { type: string, maxLength: 200 }\n"
	"        etape: { type: integer, minimum: 1, maximum: 4, description: \"1 déposé, 2 validé, 3 pris en charge, 4 terminé\" }\n"
	"        adresse: { type: string, maxLength: 300 }\n"
	"        depose_le: { type: string, format: date-time, maxLength: 40 }\n"
	"        territoire: { type: string, maxLength: 100 }\n"
	"        desordres: { type: array, maxItems: 195, items: { type: string, maxLength: 300 } }\n"
	"        partenaires: { type: array, maxItems: 200, items: { type: string, maxLength: 200 } }\n"
	"        dernier_message:\n"
	"          oneOf: [ { $ref: '#/components/schemas/MessageUsager' }, { type: 'null' } ]\n"
	"        actions: { type: array, maxItems: 5, items: { type: string, enum: [ecrire_message] } }\n"
	"    MessageUsager:\n"
	"      type: object\n"
	"      required: [id, message, auteur, de_moi, cree_le]\n"
	"      properties:\n"
	"        id: { type: string, format: uuid, maxLength: 36 }\n"
	"        message: { type: string, maxLength: 10000 }\n"
	"        auteur: { type: string, maxLength: 200 }\n"
	"        de_moi: { type: boolean }\n"
	"        cree_le: { type: string, format: date-time, maxLength: 40 }\n"
	"    Evenement:\n"
	"      type: object\n"
	"      required: [id, sujet, essais, erreur, cree_le, abandonne_le]\n"
	"      properties:\n"
	"        id: { type: string, format: uuid, maxLength: 36 }\n"
	"        sujet: { type: string, maxLength: 60 }\n"
	"        essais: { type: integer }\n"
	"        erreur: { type: [string, 'null'], maxLength: 1000 }\n"
	"        cree_le: { type: string, format: date-time, maxLength: 40 }\n"
	"        abandonne_le: { type: [string, 'null'], format: date-time, maxLength: 40 }\n";

const char contract_page[] =
	"<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
	"<title>Vigie Logement : documentation de l'API</title><style>body{font:1rem/1.6 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem;color:#161616;background:#fff}\n"
	"h1,h2,h3{line-height:1.25}h2{margin-top:3rem;border-bottom:1px solid #ddd}code{background:#f0f0f6;padding:.1em .3em;overflow-wrap:anywhere}\n"
	"table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem;border-bottom:1px solid #ddd;vertical-align:top}\n"
	"details{margin:.5rem 0;padding:.5rem;border:1px solid #ddd}summary{cursor:pointer}b.m{display:inline-block;min-width:4.5rem}\n"
	"@media(max-width:40rem){table,tbody,tr,td,th{display:block;border:0}tr{border-bottom:1px solid #ddd}}</style></head><body><main>\n"
	"<h1>Vigie Logement : l'API</h1><p>Signaler un logement indigne, suivre et traiter le dossier jusqu'à sa résolution.</p><p>Toutes les dates sont en RFC 3339, les textes en UTF-8. Les erreurs suivent la RFC 9457\n"
	"(`application/problem+json`). Les écritures acceptent `Idempotency-Key` ; les modifications exigent `If-Match`.\n"
	"</p>\n"
	"<p>Le contrat complet : <a href=\"openapi.yaml\">openapi.yaml</a> (OpenAPI 3.1). Adresse de base : <code>/api/v1</code>.</p>\n"
	"<h2 id=\"operations\">Opérations</h2><h3>Connexion, renouvellement, compte courant</h3><details id=\"session_create\"><summary><b class=\"m\">POST</b> <code>/sessions</code> Se connecter avec une adresse électronique et un mot de passe.</summary>\n"
	"<p> Accès : public.</p>\n"
	"\n"
	"<h4>Corps</h4><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>email</code></td><td>obligatoire</td><td>string : email, au plus 255 car. </td></tr><tr><td><code>mot_de_passe</code></td><td>obligatoire</td><td>string : au moins 1 car., au plus 200 car. </td></tr></tbody></table>\n"
	"<h4>Réponses</h4><ul><li>201 : Jeton d'accès de 15 minutes ; le cookie de renouvellement l'accompagne.</li><li>401 : Erreur (RFC 9457)</li><li>422 : Erreur (RFC 9457)</li><li>429 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"session_renew\"><summary><b class=\"m\">POST</b> <code>/sessions/renouvellement</code> Échanger le cookie de renouvellement contre un nouveau jeton.</summary>\n"
	"<p>Un cookie déjà utilisé révoque toute la session. Accès : public.</p>\n"
	"\n"
	"\n"
	"<h4>Réponses</h4><ul><li>201 : Jeton d'accès de 15 minutes ; le cookie de renouvellement l'accompagne.</li><li>401 : Erreur (RFC 9457)</li><li>429 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"session_delete\"><summary><b class=\"m\">DELETE</b> <code>/sessions/courante</code> Se déconnecter.</summary>\n"
	"<p> Accès : SUPER_ADMIN, RESPONSABLE_TERRITOIRE, ADMIN_PARTENAIRE, AGENT, USAGER.</p>\n"
	"\n"
	"\n"
	"<h4>Réponses</h4><ul><li>204 : Déconnecté</li><li>401 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"session_moi\"><summary><b class=\"m\">GET</b> <code>/moi</code> Le compte courant.</summary>\n"
	"<p> Accès : SUPER_ADMIN, RESPONSABLE_TERRITOIRE, ADMIN_PARTENAIRE, AGENT.</p>\n"
	"\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Compte</li><li>304 : Inchangé</li><li>401 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"session_moi_update\"><summary><b class=\"m\">PATCH</b> <code>/moi</code> Modifier son nom, sa fonction, son téléphone, ou ne plus recevoir de courriels.</summary>\n"
	"<p> Accès : SUPER_ADMIN, RESPONSABLE_TERRITOIRE, ADMIN_PARTENAIRE, AGENT.</p>\n"
	"<ul><li><code>If-Match</code> (header) string : au plus 200 car. L'ETag lu ; sans lui 428, périmé 412. Exigé par le serveur.</li></ul>\n"
	"<h4>Corps</h4><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>nom</code></td><td></td><td>string : au moins 1 car., au plus 50 car. </td></tr><tr><td><code>prenom</code></td><td></td><td>string : au moins 1 car., au plus 50 car. </td></tr><tr><td><code>fonction</code></td><td></td><td>string ou null : au plus 50 car. </td></tr><tr><td><code>telephone</code></td><td></td><td>string ou null : telephone, au plus 20 car. </td></tr><tr><td><code>notifier_par_mail</code></td><td></td><td>boolean </td></tr></tbody></table>\n"
	"<h4>Réponses</h4><ul><li>200 : Compte</li><li>401 : Erreur (RFC 9457)</li><li>412 : Erreur (RFC 9457)</li><li>422 : Erreur (RFC 9457)</li><li>428 : Erreur (RFC 9457)</li></ul></details>\n"
	"<h3>Dossiers : dépôt, liste, lecture, décisions</h3><details id=\"signalement_list\"><summary><b class=\"m\">GET</b> <code>/signalements</code> Les dossiers que vous pouvez voir, du plus récent au plus ancien.</summary>\n"
	"<p> Accès : SUPER_ADMIN, RESPONSABLE_TERRITOIRE, ADMIN_PARTENAIRE, AGENT.</p>\n"
	"<ul><li><code>statut</code> (query) array de BROUILLON | NOUVEAU | EN_COURS | FERME | REFUSE | ARCHIVE | BROUILLON_ARCHIVE | INJONCTION_BAILLEUR | INJONCTION_FERMEE Répéter le paramètre pour plusieurs statuts.</li><li><code>territoire</code> (query) string : au moins 2 car., au plus 3 car. </li><li><code>q</code> (query) string : au moins 2 car., au plus 100 car. Référence, nom, adresse, commune ou code postal.</li><li><code>limite</code> (query) integer : ≥ 1, ≤ 100 </li><li><code>apres</code> (query) string : au moins 1 car., au plus 300 car. Le `suivant` de la page précédente.</li><li><code>total</code> (query) borne | exact | aucun </li></ul>\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Une page de dossiers</li><li>401 : Erreur (RFC 9457)</li><li>422 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"signalement_create\"><summary><b class=\"m\">POST</b> <code>/signalements</code> Déposer un signalement complet en un seul appel.</summary>\n"
	"<p>La même `reference_externe` envoyée de nouveau par le même partenaire rend le dossier existant (200).\n"
	" Accès : SUPER_ADMIN, RESPONSABLE_TERRITOIRE, ADMIN_PARTENAIRE, AGENT.</p>\n"
	"<ul><li><code>Idempotency-Key</code> (header) string : au moins 1 car., au plus 200 car. La même clé avec le même corps rend la réponse déjà donnée, pendant 24 heures. Sans connexion, la clé vaut pour votre adresse réseau seulement.</li></ul>\n"
	"<h4>Corps</h4><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>reference_externe</code></td><td></td><td>string ou null : au moins 1 car., au plus 100 car. </td></tr><tr><td><code>territoire</code></td><td></td><td>string ou null : au moins 2 car., au plus 3 car. </td></tr><tr><td><code>profil_declarant</code></td><td>obligatoire</td><td>LOCATAIRE | BAILLEUR_OCCUPANT | TIERS_PARTICULIER | TIERS_PRO | BAILLEUR | SERVICE_SECOURS </td></tr><tr><td><code>profil_occupant</code></td><td></td><td>LOCATAIRE | BAILLEUR_OCCUPANT | null </td></tr><tr><td><code>logement_social</code></td><td>obligatoire</td><td>boolean </td></tr><tr><td><code>adresse</code></td><td>obligatoire</td><td>object (<a href=\"#s-Adresse\">Adresse</a>) </td></tr><tr><td><code>occupant</code></td><td></td><td>object (<a href=\"#s-Occupant\">Occupant</a>) </td></tr><tr><td><code>declarant</code></td><td></td><td>object (<a href=\"#s-Declarant\">Declarant</a>) </td></tr><tr><td><code>bailleur</code></td><td></td><td>object (<a href=\"#s-Bailleur\">Bailleur</a>) </td></tr><tr><td><code>agence</code></td><td></td><td>object (<a href=\"#s-Agence\">Agence</a>) </td></tr><tr><td><code>syndic</code></td><td></td><td>object (<a href=\"#s-Syndic\">Syndic</a>) </td></tr><tr><td><code>logement</code></td><td></td><td>object (<a href=\"#s-Logement\">Logement</a>) </td></tr><tr><td><code>foyer</code></td><td></td><td>object (<a href=\"#s-Foyer\">Foyer</a>) </td></tr><tr><td><code>procedure</code></td><td></td><td>object (<a href=\"#s-Procedure\">Procedure</a>) </td></tr><tr><td><code>desordres</code></td><td>obligatoire</td><td>array de object (<a href=\"#s-Desordre\">Desordre</a>) </td></tr><tr><td><code>description</code></td><td></td><td>string ou null : au plus 10000 car. </td></tr></tbody></table>\n"
	"<h4>Réponses</h4><ul><li>200 : Dossier déposé, avec le code à remettre à la personne</li><li>201 : Dossier déposé, avec le code à remettre à la personne</li><li>401 : Erreur (RFC 9457)</li><li>403 : Erreur (RFC 9457)</li><li>409 : Erreur (RFC 9457)</li><li>422 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"signalement_get\"><summary><b class=\"m\">GET</b> <code>/signalements/{id}</code> Un dossier entier, et ce que vous pouvez y faire.</summary>\n"
	"<p> Accès : SUPER_ADMIN, RESPONSABLE_TERRITOIRE, ADMIN_PARTENAIRE, AGENT.</p>\n"
	"<ul><li><code>id</code> (path) string : uuid, au plus 36 car. </li></ul>\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Dossier</li><li>304 : Inchangé</li><li>401 : Erreur (RFC 9457)</li><li>404 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"signalement_transition\"><summary><b class=\"m\">POST</b> <code>/signalements/{id}/transitions</code> Valider, refuser, clore, rouvrir ou supprimer un dossier.</summary>\n"
	"<p> Accès : SUPER_ADMIN, RESPONSABLE_TERRITOIRE, ADMIN_PARTENAIRE, AGENT.</p>\n"
	"<ul><li><code>id</code> (path) string : uuid, au plus 36 car. </li><li><code>If-Match</code> (header) string : au plus 200 car. L'ETag lu ; sans lui 428, périmé 412. Exigé par le serveur.</li><li><code>Idempotency-Key</code> (header) string : au moins 1 car., au plus 200 car. La même clé avec le même corps rend la réponse déjà donnée, pendant 24 heures. Sans connexion, la clé vaut pour votre adresse réseau seulement.</li></ul>\n"
	"<h4>Corps</h4><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>action</code></td><td>obligatoire</td><td>valider | refuser | clore | rouvrir | supprimer </td></tr><tr><td><code>motif</code></td><td></td><td>string ou null : au plus 60 car. </td></tr><tr><td><code>travaux</code></td><td></td><td>OUI | NON | EN_COURS | null </td></tr><tr><td><code>message</code></td><td></td><td>string ou null : au moins 10 car., au plus 5000 car. </td></tr><tr><td><code>visible_usager</code></td><td></td><td>boolean </td></tr></tbody></table>\n"
	"<h4>Réponses</h4><ul><li>200 : Dossier</li><li>401 : Erreur (RFC 9457)</li><li>403 : Erreur (RFC 9457)</li><li>404 : Erreur (RFC 9457)</li><li>409 : Erreur (RFC 9457)</li><li>412 : Erreur (RFC 9457)</li><li>422 : Erreur (RFC 9457)</li><li>428 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"signalement_historique\"><summary><b class=\"m\">GET</b> <code>/signalements/{id}/historique</code> Qui a changé quoi, champ par champ, du plus récent au plus ancien.</summary>\n"
	"<p> Accès : SUPER_ADMIN, RESPONSABLE_TERRITOIRE, ADMIN_PARTENAIRE, AGENT.</p>\n"
	"<ul><li><code>id</code> (path) string : uuid, au plus 36 car. </li><li><code>limite</code> (query) integer : ≥ 1, ≤ 100 </li><li><code>apres</code> (query) string : au moins 1 car., au plus 300 car. Le `suivant` de la page précédente.</li><li><code>total</code> (query) borne | exact | aucun </li></ul>\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Une page d'historique</li><li>401 : Erreur (RFC 9457)</li><li>404 : Erreur (RFC 9457)</li><li>422 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"signalement_motifs\"><summary><b class=\"m\">GET</b> <code>/motifs</code> Motifs de refus et de clôture, avec leur libellé.</summary>\n"
	"<p> Accès : public.</p>\n"
	"\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Motifs</li></ul></details>\n"
	"<h3>Partenaires saisis d'un dossier</h3><details id=\"affectation_list\"><summary><b class=\"m\">GET</b> <code>/signalements/{id}/affectations</code> Les partenaires saisis, et leur réponse.</summary>\n"
	"<p> Accès : SUPER_ADMIN, RESPONSABLE_TERRITOIRE, ADMIN_PARTENAIRE, AGENT.</p>\n"
	"<ul><li><code>id</code> (path) string : uuid, au plus 36 car. </li></ul>\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Affectations</li><li>401 : Erreur (RFC 9457)</li><li>404 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"affectation_create\"><summary><b class=\"m\">POST</b> <code>/signalements/{id}/affectations</code> Saisir un partenaire du territoire.</summary>\n"
	"<p> Accès : SUPER_ADMIN, RESPONSABLE_TERRITOIRE, ADMIN_PARTENAIRE, AGENT.</p>\n"
	"<ul><li><code>id</code> (path) string : uuid, au plus 36 car. </li><li><code>Idempotency-Key</code> (header) string : au moins 1 car., au plus 200 car. La même clé avec le même corps rend la réponse déjà donnée, pendant 24 heures. Sans connexion, la clé vaut pour votre adresse réseau seulement.</li></ul>\n"
	"<h4>Corps</h4><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>partenaire</code></td><td>obligatoire</td><td>string : uuid, au plus 36 car. </td></tr></tbody></table>\n"
	"<h4>Réponses</h4><ul><li>201 : Affectation</li><li>401 : Erreur (RFC 9457)</li><li>403 : Erreur (RFC 9457)</li><li>404 : Erreur (RFC 9457)</li><li>409 : Erreur (RFC 9457)</li><li>422 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"affectation_get\"><summary><b class=\"m\">GET</b> <code>/affectations/{id}</code> Une affectation.</summary>\n"
	"<p> Accès : SUPER_ADMIN, RESPONSABLE_TERRITOIRE, ADMIN_PARTENAIRE, AGENT.</p>\n"
	"<ul><li><code>id</code> (path) string : uuid, au plus 36 car. </li></ul>\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Affectation</li><li>304 : Inchangé</li><li>401 : Erreur (RFC 9457)</li><li>404 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"affectation_delete\"><summary><b class=\"m\">DELETE</b> <code>/affectations/{id}</code> Retirer un partenaire. L'affectation prend fin, elle reste dans l'historique.</summary>\n"
	"<p> Accès : SUPER_ADMIN, RESPONSABLE_TERRITOIRE, ADMIN_PARTENAIRE, AGENT.</p>\n"
	"<ul><li><code>id</code> (path) string : uuid, au plus 36 car. </li><li><code>If-Match</code> (header) string : au plus 200 car. L'ETag lu ; sans lui 428, périmé 412. Exigé par le serveur.</li></ul>\n"
	"\n"
	"<h4>Réponses</h4><ul><li>204 : Retirée</li><li>401 : Erreur (RFC 9457)</li><li>403 : Erreur (RFC 9457)</li><li>404 : Erreur (RFC 9457)</li><li>412 : Erreur (RFC 9457)</li><li>428 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"affectation_transition\"><summary><b class=\"m\">POST</b> <code>/affectations/{id}/transitions</code> Accepter, refuser, clore, rouvrir ou réinitialiser une affectation.</summary>\n"
	"<p> Accès : SUPER_ADMIN, RESPONSABLE_TERRITOIRE, ADMIN_PARTENAIRE, AGENT.</p>\n"
	"<ul><li><code>id</code> (path) string : uuid, au plus 36 car. </li><li><code>If-Match</code> (header) string : au plus 200 car. L'ETag lu ; sans lui 428, périmé 412. Exigé par le serveur.</li><li><code>Idempotency-Key</code> (header) string : au moins 1 car., au plus 200 car. La même clé avec le même corps rend la réponse déjà donnée, pendant 24 heures. Sans connexion, la clé vaut pour votre adresse réseau seulement.</li></ul>\n"
	"<h4>Corps</h4><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>action</code></td><td>obligatoire</td><td>accepter | refuser | clore | rouvrir | reinitialiser </td></tr><tr><td><code>motif</code></td><td></td><td>string ou null : au plus 60 car. </td></tr><tr><td><code>travaux</code></td><td></td><td>OUI | NON | EN_COURS | null </td></tr><tr><td><code>message</code></td><td></td><td>string ou null : au moins 10 car., au plus 5000 car. </td></tr><tr><td><code>visible_usager</code></td><td></td><td>boolean </td></tr><tr><td><code>agents</code></td><td></td><td>array de string : uuid, au plus 36 car. </td></tr></tbody></table>\n"
	"<h4>Réponses</h4><ul><li>200 : Affectation</li><li>401 : Erreur (RFC 9457)</li><li>403 : Erreur (RFC 9457)</li><li>404 : Erreur (RFC 9457)</li><li>409 : Erreur (RFC 9457)</li><li>412 : Erreur (RFC 9457)</li><li>422 : Erreur (RFC 9457)</li><li>428 : Erreur (RFC 9457)</li></ul></details>\n"
	"<h3>Messages et événements d'un dossier</h3><details id=\"suivi_list\"><summary><b class=\"m\">GET</b> <code>/signalements/{id}/suivis</code> Les suivis du dossier, du plus récent au plus ancien.</summary>\n"
	"<p> Accès : SUPER_ADMIN, RESPONSABLE_TERRITOIRE, ADMIN_PARTENAIRE, AGENT.</p>\n"
	"<ul><li><code>id</code> (path) string : uuid, au plus 36 car. </li><li><code>limite</code> (query) integer : ≥ 1, ≤ 100 </li><li><code>apres</code> (query) string : au moins 1 car., au plus 300 car. Le `suivant` de la page précédente.</li><li><code>total</code> (query) borne | exact | aucun </li></ul>\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Une page de suivis</li><li>401 : Erreur (RFC 9457)</li><li>404 : Erreur (RFC 9457)</li><li>422 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"suivi_create\"><summary><b class=\"m\">POST</b> <code>/signalements/{id}/suivis</code> Écrire à l'usager, ou une note interne aux partenaires.</summary>\n"
	"<p> Accès : SUPER_ADMIN, RESPONSABLE_TERRITOIRE, ADMIN_PARTENAIRE, AGENT.</p>\n"
	"<ul><li><code>id</code> (path) string : uuid, au plus 36 car. </li><li><code>Idempotency-Key</code> (header) string : au moins 1 car., au plus 200 car. La même clé avec le même corps rend la réponse déjà donnée, pendant 24 heures. Sans connexion, la clé vaut pour votre adresse réseau seulement.</li></ul>\n"
	"<h4>Corps</h4><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>message</code></td><td>obligatoire</td><td>string : au moins 10 car., au plus 5000 car. </td></tr><tr><td><code>visible_usager</code></td><td>obligatoire</td><td>boolean </td></tr></tbody></table>\n"
	"<h4>Réponses</h4><ul><li>201 : Suivi</li><li>401 : Erreur (RFC 9457)</li><li>403 : Erreur (RFC 9457)</li><li>404 : Erreur (RFC 9457)</li><li>409 : Erreur (RFC 9457)</li><li>422 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"suivi_get\"><summary><b class=\"m\">GET</b> <code>/suivis/{id}</code> Un suivi.</summary>\n"
	"<p> Accès : SUPER_ADMIN, RESPONSABLE_TERRITOIRE, ADMIN_PARTENAIRE, AGENT.</p>\n"
	"<ul><li><code>id</code> (path) string : uuid, au plus 36 car. </li></ul>\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Suivi</li><li>304 : Inchangé</li><li>401 : Erreur (RFC 9457)</li><li>404 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"suivi_update\"><summary><b class=\"m\">PATCH</b> <code>/suivis/{id}</code> Corriger son message, dans les 20 minutes.</summary>\n"
	"<p> Accès : SUPER_ADMIN, RESPONSABLE_TERRITOIRE, ADMIN_PARTENAIRE, AGENT.</p>\n"
	"<ul><li><code>id</code> (path) string : uuid, au plus 36 car. </li><li><code>If-Match</code> (header) string : au plus 200 car. L'ETag lu ; sans lui 428, périmé 412. Exigé par le serveur.</li></ul>\n"
	"<h4>Corps</h4><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>message</code></td><td>obligatoire</td><td>string : au moins 10 car., au plus 5000 car. </td></tr></tbody></table>\n"
	"<h4>Réponses</h4><ul><li>200 : Suivi</li><li>401 : Erreur (RFC 9457)</li><li>403 : Erreur (RFC 9457)</li><li>404 : Erreur (RFC 9457)</li><li>412 : Erreur (RFC 9457)</li><li>422 : Erreur (RFC 9457)</li><li>428 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"suivi_delete\"><summary><b class=\"m\">DELETE</b> <code>/suivis/{id}</code> Retirer son message, dans les 20 minutes.</summary>\n"
	"<p> Accès : SUPER_ADMIN, RESPONSABLE_TERRITOIRE, ADMIN_PARTENAIRE, AGENT.</p>\n"
	"<ul><li><code>id</code> (path) string : uuid, au plus 36 car. </li><li><code>If-Match</code> (header) string : au plus 200 car. L'ETag lu ; sans lui 428, périmé 412. Exigé par le serveur.</li></ul>\n"
	"\n"
	"<h4>Réponses</h4><ul><li>204 : Retiré</li><li>401 : Erreur (RFC 9457)</li><li>403 : Erreur (RFC 9457)</li><li>404 : Erreur (RFC 9457)</li><li>412 : Erreur (RFC 9457)</li><li>428 : Erreur (RFC 9457)</li></ul></details>\n"
	"<h3>Ce que voit et fait la personne qui a signalé</h3><details id=\"suivi_usager_session\"><summary><b class=\"m\">POST</b> <code>/suivi-usager/sessions</code> Ouvrir son dossier avec le code de suivi, ses initiales et le code postal du logement.</summary>\n"
	"<p> Accès : public.</p>\n"
	"\n"
	"<h4>Corps</h4><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>code_suivi</code></td><td>obligatoire</td><td>string : uuid, au plus 36 car. </td></tr><tr><td><code>qualite</code></td><td></td><td>occupant | declarant </td></tr><tr><td><code>initiale_prenom</code></td><td>obligatoire</td><td>string : au moins 1 car., au plus 1 car. </td></tr><tr><td><code>initiale_nom</code></td><td>obligatoire</td><td>string : au moins 1 car., au plus 1 car. </td></tr><tr><td><code>code_postal</code></td><td>obligatoire</td><td>string : code_postal, au plus 5 car. </td></tr></tbody></table>\n"
	"<h4>Réponses</h4><ul><li>201 : Jeton limité à ce dossier</li><li>401 : Erreur (RFC 9457)</li><li>422 : Erreur (RFC 9457)</li><li>429 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"suivi_usager_dossier\"><summary><b class=\"m\">GET</b> <code>/suivi-usager/dossier</code> Où en est mon dossier.</summary>\n"
	"<p> Accès : USAGER.</p>\n"
	"\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Dossier</li><li>304 : Inchangé</li><li>401 : Erreur (RFC 9457)</li><li>404 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"suivi_usager_messages\"><summary><b class=\"m\">GET</b> <code>/suivi-usager/messages</code> Les messages échangés, du plus récent au plus ancien.</summary>\n"
	"<p> Accès : USAGER.</p>\n"
	"<ul><li><code>limite</code> (query) integer : ≥ 1, ≤ 100 </li><li><code>apres</code> (query) string : au moins 1 car., au plus 300 car. Le `suivant` de la page précédente.</li><li><code>total</code> (query) borne | exact | aucun </li></ul>\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Une page de messages</li><li>401 : Erreur (RFC 9457)</li><li>404 : Erreur (RFC 9457)</li><li>422 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"suivi_usager_message_create\"><summary><b class=\"m\">POST</b> <code>/suivi-usager/messages</code> Écrire aux personnes qui suivent mon dossier.</summary>\n"
	"<p> Accès : USAGER.</p>\n"
	"<ul><li><code>Idempotency-Key</code> (header) string : au moins 1 car., au plus 200 car. La même clé avec le même corps rend la réponse déjà donnée, pendant 24 heures. Sans connexion, la clé vaut pour votre adresse réseau seulement.</li></ul>\n"
	"<h4>Corps</h4><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>message</code></td><td>obligatoire</td><td>string : au moins 10 car., au plus 5000 car. </td></tr></tbody></table>\n"
	"<h4>Réponses</h4><ul><li>201 : Message envoyé</li><li>401 : Erreur (RFC 9457)</li><li>404 : Erreur (RFC 9457)</li><li>409 : Erreur (RFC 9457)</li><li>422 : Erreur (RFC 9457)</li></ul></details>\n"
	"<h3>Formulaire en cours de saisie</h3><details id=\"formulaire_get\"><summary><b class=\"m\">GET</b> <code>/formulaires/{profil}</code> Les questions d'un profil, sous forme de données.</summary>\n"
	"<p> Accès : public.</p>\n"
	"<ul><li><code>profil</code> (path) locataire | bailleur_occupant | tiers_particulier | tiers_pro | bailleur | service_secours </li></ul>\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Questions</li><li>304 : Inchangé</li><li>404 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"brouillon_create\"><summary><b class=\"m\">POST</b> <code>/brouillons</code> Commencer un signalement.</summary>\n"
	"<p> Accès : public.</p>\n"
	"<ul><li><code>Idempotency-Key</code> (header) string : au moins 1 car., au plus 200 car. La même clé avec le même corps rend la réponse déjà donnée, pendant 24 heures. Sans connexion, la clé vaut pour votre adresse réseau seulement.</li></ul>\n"
	"<h4>Corps</h4><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>profil</code></td><td>obligatoire</td><td>locataire | bailleur_occupant | tiers_particulier | tiers_pro | bailleur | service_secours </td></tr><tr><td><code>etape</code></td><td>obligatoire</td><td>string : au moins 1 car., au plus 128 car. </td></tr><tr><td><code>reponses</code></td><td>obligatoire</td><td>object (<a href=\"#s-Reponses\">Reponses</a>) Réponses du formulaire, par nom de champ (domaine, sections 1.5 et 1.6).</td></tr></tbody></table>\n"
	"<h4>Réponses</h4><ul><li>201 : Brouillon</li><li>409 : Erreur (RFC 9457)</li><li>422 : Erreur (RFC 9457)</li><li>429 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"brouillon_get\"><summary><b class=\"m\">GET</b> <code>/brouillons/{id}</code> Reprendre un signalement commencé.</summary>\n"
	"<p> Accès : public.</p>\n"
	"<ul><li><code>id</code> (path) string : uuid, au plus 36 car. </li></ul>\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Brouillon</li><li>304 : Inchangé</li><li>404 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"brouillon_update\"><summary><b class=\"m\">PUT</b> <code>/brouillons/{id}</code> Enregistrer les réponses d'une étape.</summary>\n"
	"<p> Accès : public.</p>\n"
	"<ul><li><code>id</code> (path) string : uuid, au plus 36 car. </li><li><code>If-Match</code> (header) string : au plus 200 car. L'ETag lu ; sans lui 428, périmé 412. Exigé par le serveur.</li></ul>\n"
	"<h4>Corps</h4><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>profil</code></td><td>obligatoire</td><td>locataire | bailleur_occupant | tiers_particulier | tiers_pro | bailleur | service_secours </td></tr><tr><td><code>etape</code></td><td>obligatoire</td><td>string : au moins 1 car., au plus 128 car. </td></tr><tr><td><code>reponses</code></td><td>obligatoire</td><td>object (<a href=\"#s-Reponses\">Reponses</a>) Réponses du formulaire, par nom de champ (domaine, sections 1.5 et 1.6).</td></tr></tbody></table>\n"
	"<h4>Réponses</h4><ul><li>200 : Brouillon</li><li>404 : Erreur (RFC 9457)</li><li>412 : Erreur (RFC 9457)</li><li>422 : Erreur (RFC 9457)</li><li>428 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"brouillon_delete\"><summary><b class=\"m\">DELETE</b> <code>/brouillons/{id}</code> Abandonner la saisie ; les réponses sont effacées.</summary>\n"
	"<p> Accès : public.</p>\n"
	"<ul><li><code>id</code> (path) string : uuid, au plus 36 car. </li></ul>\n"
	"\n"
	"<h4>Réponses</h4><ul><li>204 : Effacé</li><li>404 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"brouillon_submit\"><summary><b class=\"m\">POST</b> <code>/brouillons/{id}/soumission</code> Déposer le signalement. Rejouer la demande rend le même dossier.</summary>\n"
	"<p> Accès : public.</p>\n"
	"<ul><li><code>id</code> (path) string : uuid, au plus 36 car. </li><li><code>Idempotency-Key</code> (header) string : au moins 1 car., au plus 200 car. La même clé avec le même corps rend la réponse déjà donnée, pendant 24 heures. Sans connexion, la clé vaut pour votre adresse réseau seulement.</li></ul>\n"
	"\n"
	"<h4>Réponses</h4><ul><li>201 : Dossier déposé</li><li>404 : Erreur (RFC 9457)</li><li>409 : Erreur (RFC 9457)</li><li>422 : Erreur (RFC 9457)</li></ul></details>\n"
	"<h3>Calcul de la criticité, sans état</h3><details id=\"criticite_catalogue\"><summary><b class=\"m\">GET</b> <code>/desordres</code> Le catalogue des désordres, critères et précisions.</summary>\n"
	"<p> Accès : public.</p>\n"
	"\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Catalogue</li><li>304 : Inchangé</li></ul></details>\n"
	"<details id=\"criticite_evaluation\"><summary><b class=\"m\">POST</b> <code>/criticite/evaluation</code> Calculer le score et les procédures suspectées, point par point.</summary>\n"
	"<p> Accès : public.</p>\n"
	"\n"
	"<h4>Corps</h4><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>precisions</code></td><td>obligatoire</td><td>array de string : au plus 128 car. </td></tr><tr><td><code>enfants_moins_6</code></td><td></td><td>oui | non | nsp | null </td></tr><tr><td><code>assurance_contactee</code></td><td></td><td>oui | non | pas_assurance_logement | nsp | null </td></tr><tr><td><code>superficie</code></td><td></td><td>number ou null : ≥ 0, ≤ 9999.99 </td></tr><tr><td><code>dpe</code></td><td></td><td>oui | non | nsp | null </td></tr><tr><td><code>classe_energetique</code></td><td></td><td>A | B | C | D | E | F | G | nsp | null </td></tr><tr><td><code>annee_dpe</code></td><td></td><td>before2023 | post2023 | nsp | null </td></tr><tr><td><code>consommation</code></td><td></td><td>number ou null : ≥ 0, ≤ 10000000 </td></tr><tr><td><code>consommation_finale</code></td><td></td><td>number ou null : ≥ 0, ≤ 100000 </td></tr></tbody></table>\n"
	"<h4>Réponses</h4><ul><li>200 : Évaluation</li><li>422 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"criticite_resolution\"><summary><b class=\"m\">POST</b> <code>/criticite/resolution</code> Trouver les précisions que désignent les réponses au formulaire, puis les évaluer.</summary>\n"
	"<p> Accès : public.</p>\n"
	"\n"
	"<h4>Corps</h4><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>reponses</code></td><td>obligatoire</td><td>object (<a href=\"#s-Reponses\">Reponses</a>) Réponses du formulaire, par nom de champ (domaine, sections 1.5 et 1.6).</td></tr></tbody></table>\n"
	"<h4>Réponses</h4><ul><li>200 : Précisions et évaluation</li><li>422 : Erreur (RFC 9457)</li></ul></details>\n"
	"<h3>Données de référence</h3><details id=\"territoire_list\"><summary><b class=\"m\">GET</b> <code>/territoires</code> Tous les territoires, ouverts ou non.</summary>\n"
	"<p> Accès : public.</p>\n"
	"\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Territoires</li></ul></details>\n"
	"<details id=\"territoire_verify\"><summary><b class=\"m\">GET</b> <code>/territoires/verification</code> Peut-on déposer un signalement à cette adresse ?</summary>\n"
	"<p> Accès : public.</p>\n"
	"<ul><li><code>code_postal</code> (query) string : code_postal, au plus 5 car. </li><li><code>code_insee</code> (query) string : code_insee, au plus 5 car. </li></ul>\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Réponse</li><li>422 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"territoire_communes\"><summary><b class=\"m\">GET</b> <code>/communes</code> Communes dont le nom ou le code postal commence ainsi, les plus peuplées d'abord.</summary>\n"
	"<p> Accès : public.</p>\n"
	"<ul><li><code>q</code> (query) string : au moins 2 car., au plus 60 car. </li><li><code>limite</code> (query) integer : ≥ 1, ≤ 100 </li></ul>\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Communes</li><li>422 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"territoire_epci\"><summary><b class=\"m\">GET</b> <code>/epci</code> Intercommunalités d'un territoire.</summary>\n"
	"<p> Accès : public.</p>\n"
	"<ul><li><code>territoire</code> (query) string : au moins 2 car., au plus 3 car. </li></ul>\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Intercommunalités</li><li>422 : Erreur (RFC 9457)</li></ul></details>\n"
	"<h3>Partenaires et agents du territoire</h3><details id=\"partenaire_list\"><summary><b class=\"m\">GET</b> <code>/partenaires</code> Partenaires de vos territoires, par nom.</summary>\n"
	"<p> Accès : SUPER_ADMIN, RESPONSABLE_TERRITOIRE, ADMIN_PARTENAIRE, AGENT.</p>\n"
	"<ul><li><code>territoire</code> (query) string : au moins 2 car., au plus 3 car. </li><li><code>q</code> (query) string : au moins 2 car., au plus 100 car. </li><li><code>limite</code> (query) integer : ≥ 1, ≤ 100 </li><li><code>apres</code> (query) string : au moins 1 car., au plus 300 car. Le `suivant` de la page précédente.</li><li><code>total</code> (query) borne | exact | aucun </li></ul>\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Une page de partenaires</li><li>401 : Erreur (RFC 9457)</li><li>422 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"utilisateur_list\"><summary><b class=\"m\">GET</b> <code>/utilisateurs</code> Agents d'un de vos partenaires, pour leur confier un dossier.</summary>\n"
	"<p> Accès : SUPER_ADMIN, RESPONSABLE_TERRITOIRE, ADMIN_PARTENAIRE, AGENT.</p>\n"
	"<ul><li><code>partenaire</code> (query) string : uuid, au plus 36 car. </li><li><code>limite</code> (query) integer : ≥ 1, ≤ 100 </li><li><code>apres</code> (query) string : au moins 1 car., au plus 300 car. Le `suivant` de la page précédente.</li><li><code>total</code> (query) borne | exact | aucun </li></ul>\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Une page d'agents</li><li>401 : Erreur (RFC 9457)</li><li>404 : Erreur (RFC 9457)</li><li>422 : Erreur (RFC 9457)</li></ul></details>\n"
	"<h3>Effets différés en échec</h3><details id=\"evenement_rebuts\"><summary><b class=\"m\">GET</b> <code>/evenements/rebuts</code> Effets différés abandonnés après leurs essais.</summary>\n"
	"<p> Accès : SUPER_ADMIN.</p>\n"
	"<ul><li><code>limite</code> (query) integer : ≥ 1, ≤ 100 </li><li><code>apres</code> (query) string : au moins 1 car., au plus 300 car. Le `suivant` de la page précédente.</li><li><code>total</code> (query) borne | exact | aucun </li></ul>\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Une page de rebuts</li><li>401 : Erreur (RFC 9457)</li><li>403 : Erreur (RFC 9457)</li><li>422 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"evenement_rejeu\"><summary><b class=\"m\">POST</b> <code>/evenements/rebuts/{id}/rejeu</code> Remettre un effet abandonné dans la file.</summary>\n"
	"<p> Accès : SUPER_ADMIN.</p>\n"
	"<ul><li><code>id</code> (path) string : uuid, au plus 36 car. </li><li><code>Idempotency-Key</code> (header) string : au moins 1 car., au plus 200 car. La même clé avec le même corps rend la réponse déjà donnée, pendant 24 heures. Sans connexion, la clé vaut pour votre adresse réseau seulement.</li></ul>\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Remis en file</li><li>401 : Erreur (RFC 9457)</li><li>403 : Erreur (RFC 9457)</li><li>404 : Erreur (RFC 9457)</li><li>409 : Erreur (RFC 9457)</li></ul></details>\n"
	"<h3>État du service</h3><details id=\"sante_vivant\"><summary><b class=\"m\">GET</b> <code>/sante/vivant</code> Le processus répond.</summary>\n"
	"<p> Accès : public.</p>\n"
	"\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : État</li></ul></details>\n"
	"<details id=\"sante_pret\"><summary><b class=\"m\">GET</b> <code>/sante/pret</code> Le service est prêt, base de données comprise.</summary>\n"
	"<p> Accès : public.</p>\n"
	"\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : État</li><li>503 : Erreur (RFC 9457)</li></ul></details>\n"
	"<details id=\"sante_metriques\"><summary><b class=\"m\">GET</b> <code>/metriques</code> Mesures au format Prometheus, réservées au réseau interne.</summary>\n"
	"<p> Accès : public.</p>\n"
	"\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Mesures</li></ul></details>\n"
	"<details id=\"documentation_contrat\"><summary><b class=\"m\">GET</b> <code>/openapi.yaml</code> Ce contrat.</summary>\n"
	"<p> Accès : public.</p>\n"
	"\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Le contrat</li></ul></details>\n"
	"<details id=\"documentation_page\"><summary><b class=\"m\">GET</b> <code>/documentation</code> Le contrat en page lisible, et le catalogue des erreurs.</summary>\n"
	"<p> Accès : public.</p>\n"
	"\n"
	"\n"
	"<h4>Réponses</h4><ul><li>200 : Page HTML</li></ul></details>\n"
	"<h2 id=\"schemas\">Schémas</h2><details id=\"s-ActionAffectation\"><summary>ActionAffectation</summary><p>accepter | refuser | clore | rouvrir | reinitialiser</p></details>\n"
	"<details id=\"s-ActionSignalement\"><summary>ActionSignalement</summary><p>valider | refuser | clore | rouvrir | supprimer</p></details>\n"
	"<details id=\"s-Adresse\"><summary>Adresse</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>numero_voie</code></td><td>obligatoire</td><td>string : au moins 1 car., au plus 100 car. </td></tr><tr><td><code>code_postal</code></td><td>obligatoire</td><td>string : code_postal, au plus 5 car. </td></tr><tr><td><code>commune</code></td><td>obligatoire</td><td>string : au moins 1 car., au plus 100 car. </td></tr><tr><td><code>code_insee</code></td><td></td><td>string ou null : code_insee, au plus 5 car. </td></tr><tr><td><code>etage</code></td><td></td><td>string ou null : au plus 5 car. </td></tr><tr><td><code>escalier</code></td><td></td><td>string ou null : au plus 3 car. </td></tr><tr><td><code>numero_appartement</code></td><td></td><td>string ou null : au plus 5 car. </td></tr><tr><td><code>complement</code></td><td></td><td>string ou null : au plus 255 car. </td></tr><tr><td><code>latitude</code></td><td></td><td>number ou null : ≥ -90, ≤ 90 </td></tr><tr><td><code>longitude</code></td><td></td><td>number ou null : ≥ -180, ≤ 180 </td></tr><tr><td><code>identifiant_ban</code></td><td></td><td>string ou null : au plus 50 car. </td></tr><tr><td><code>identifiant_rnb</code></td><td></td><td>string ou null : au plus 20 car. </td></tr></tbody></table></details>\n"
	"<details id=\"s-Affectation\"><summary>Affectation</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>id</code></td><td>obligatoire</td><td>string : uuid, au plus 36 car. </td></tr><tr><td><code>version</code></td><td>obligatoire</td><td>integer </td></tr><tr><td><code>signalement</code></td><td>obligatoire</td><td>string : uuid, au plus 36 car. </td></tr><tr><td><code>partenaire</code></td><td>obligatoire</td><td>object (<a href=\"#s-PartenaireBref\">PartenaireBref</a>) </td></tr><tr><td><code>statut</code></td><td>obligatoire</td><td>NOUVEAU | EN_COURS | REFUSE | FERME </td></tr><tr><td><code>cree_le</code></td><td>obligatoire</td><td>string : date-time, au plus 40 car. </td></tr><tr><td><code>repondu_le</code></td><td>obligatoire</td><td>string ou null : date-time, au plus 40 car. </td></tr><tr><td><code>repondu_par</code></td><td>obligatoire</td><td>string ou null : au plus 120 car. </td></tr><tr><td><code>motif</code></td><td>obligatoire</td><td>string ou null : au plus 60 car. </td></tr><tr><td><code>travaux</code></td><td>obligatoire</td><td>OUI | NON | EN_COURS | null </td></tr><tr><td><code>message</code></td><td>obligatoire</td><td>string ou null : au plus 5000 car. </td></tr><tr><td><code>actions</code></td><td>obligatoire</td><td>array de accepter | refuser | clore | rouvrir | reinitialiser | retirer </td></tr></tbody></table></details>\n"
	"<details id=\"s-Agence\"><summary>Agence</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>denomination</code></td><td></td><td>string ou null : au plus 255 car. </td></tr><tr><td><code>nom</code></td><td></td><td>string ou null : au plus 255 car. </td></tr><tr><td><code>prenom</code></td><td></td><td>string ou null : au plus 255 car. </td></tr><tr><td><code>email</code></td><td></td><td>string ou null : email, au plus 255 car. </td></tr><tr><td><code>telephone</code></td><td></td><td>string ou null : telephone, au plus 20 car. </td></tr><tr><td><code>adresse</code></td><td></td><td>string ou null : au plus 255 car. </td></tr><tr><td><code>code_postal</code></td><td></td><td>string ou null : code_postal, au plus 5 car. </td></tr><tr><td><code>commune</code></td><td></td><td>string ou null : au plus 100 car. </td></tr></tbody></table></details>\n"
	"<details id=\"s-AnneeDpe\"><summary>AnneeDpe</summary><p>before2023 | post2023 | nsp | null</p></details>\n"
	"<details id=\"s-AssuranceContactee\"><summary>AssuranceContactee</summary><p>oui | non | pas_assurance_logement | nsp | null</p></details>\n"
	"<details id=\"s-Bailleur\"><summary>Bailleur</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>type</code></td><td></td><td>PARTICULIER | ORGANISME_SOCIETE | null </td></tr><tr><td><code>denomination</code></td><td></td><td>string ou null : au plus 255 car. </td></tr><tr><td><code>nom</code></td><td></td><td>string ou null : au plus 255 car. </td></tr><tr><td><code>prenom</code></td><td></td><td>string ou null : au plus 255 car. </td></tr><tr><td><code>email</code></td><td></td><td>string ou null : email, au plus 255 car. </td></tr><tr><td><code>telephone</code></td><td></td><td>string ou null : telephone, au plus 20 car. </td></tr><tr><td><code>telephone_secondaire</code></td><td></td><td>string ou null : telephone, au plus 20 car. </td></tr><tr><td><code>adresse</code></td><td></td><td>string ou null : au plus 255 car. </td></tr><tr><td><code>code_postal</code></td><td></td><td>string ou null : code_postal, au plus 5 car. </td></tr><tr><td><code>commune</code></td><td></td><td>string ou null : au plus 100 car. </td></tr><tr><td><code>averti</code></td><td></td><td>boolean ou null </td></tr><tr><td><code>averti_le</code></td><td></td><td>string ou null : date, au plus 10 car. </td></tr><tr><td><code>moyen</code></td><td></td><td>courrier | email | telephone | sms | autre | nsp | null </td></tr><tr><td><code>reponse</code></td><td></td><td>string ou null : au plus 255 car. </td></tr><tr><td><code>numero_reclamation</code></td><td></td><td>string ou null : au plus 30 car. </td></tr></tbody></table></details>\n"
	"<details id=\"s-Catalogue\"><summary>Catalogue</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>grille</code></td><td>obligatoire</td><td>integer </td></tr><tr><td><code>zones</code></td><td>obligatoire</td><td>array de object </td></tr><tr><td><code>categories</code></td><td>obligatoire</td><td>array de object </td></tr><tr><td><code>criteres</code></td><td>obligatoire</td><td>array de object </td></tr></tbody></table></details>\n"
	"<details id=\"s-ClasseEnergetique\"><summary>ClasseEnergetique</summary><p>A | B | C | D | E | F | G | nsp | null</p></details>\n"
	"<details id=\"s-CodeProbleme\"><summary>CodeProbleme</summary><p>requete_illisible | json_illisible | non_authentifie | jeton_invalide | identifiants_invalides | session_expiree | interdit | introuvable | methode_interdite | delai_depasse | conflit | etat_incompatible | deja_affecte | requete_en_cours | version_perimee | longueur_requise | corps_trop_grand | adresse_trop_longue | type_non_pris_en_charge | champs_invalides | cle_deja_utilisee | version_requise | trop_de_requetes | entetes_trop_grands | erreur_interne | methode_inconnue | version_http_inconnue | service_indisponible</p></details>\n"
	"<details id=\"s-Contribution\"><summary>Contribution</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>precision</code></td><td>obligatoire</td><td>string : au plus 128 car. </td></tr><tr><td><code>zone</code></td><td>obligatoire</td><td>BATIMENT | LOGEMENT </td></tr><tr><td><code>coefficient</code></td><td>obligatoire</td><td>number </td></tr><tr><td><code>points</code></td><td>obligatoire</td><td>number Part du score final, avant plafond.</td></tr></tbody></table></details>\n"
	"<details id=\"s-Criticite\"><summary>Criticite</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>grille</code></td><td>obligatoire</td><td>integer </td></tr><tr><td><code>score</code></td><td>obligatoire</td><td>number </td></tr><tr><td><code>score_batiment</code></td><td>obligatoire</td><td>number </td></tr><tr><td><code>score_logement</code></td><td>obligatoire</td><td>number </td></tr></tbody></table></details>\n"
	"<details id=\"s-Declarant\"><summary>Declarant</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>nom</code></td><td></td><td>string ou null : au moins 1 car., au plus 50 car. </td></tr><tr><td><code>prenom</code></td><td></td><td>string ou null : au moins 1 car., au plus 50 car. </td></tr><tr><td><code>email</code></td><td></td><td>string ou null : email, au plus 255 car. </td></tr><tr><td><code>telephone</code></td><td></td><td>string ou null : telephone, au plus 20 car. </td></tr><tr><td><code>telephone_secondaire</code></td><td></td><td>string ou null : telephone, au plus 20 car. </td></tr><tr><td><code>structure</code></td><td></td><td>string ou null : au plus 200 car. </td></tr><tr><td><code>matricule</code></td><td></td><td>string ou null : au plus 255 car. </td></tr><tr><td><code>lien</code></td><td></td><td>PROCHE | VOISIN | AUTRE | null </td></tr></tbody></table></details>\n"
	"<details id=\"s-Desordre\"><summary>Desordre</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>critere</code></td><td>obligatoire</td><td>string : au moins 1 car., au plus 128 car. </td></tr><tr><td><code>precisions</code></td><td></td><td>array de string : au moins 1 car., au plus 128 car. </td></tr><tr><td><code>precisions_libres</code></td><td></td><td>array de object </td></tr></tbody></table></details>\n"
	"<details id=\"s-DossierUsager\"><summary>DossierUsager</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>reference</code></td><td>obligatoire</td><td>string : au plus 20 car. </td></tr><tr><td><code>statut</code></td><td>obligatoire</td><td>BROUILLON | NOUVEAU | EN_COURS | FERME | REFUSE | ARCHIVE | BROUILLON_ARCHIVE | INJONCTION_BAILLEUR | INJONCTION_FERMEE </td></tr><tr><td><code>statut_libelle</code></td><td>obligatoire</td><td>string : au plus 200 car. </td></tr><tr><td><code>etape</code></td><td>obligatoire</td><td>integer : ≥ 1, ≤ 4 1 déposé, 2 validé, 3 pris en charge, 4 terminé</td></tr><tr><td><code>adresse</code></td><td>obligatoire</td><td>string : au plus 300 car. </td></tr><tr><td><code>depose_le</code></td><td>obligatoire</td><td>string : date-time, au plus 40 car. </td></tr><tr><td><code>territoire</code></td><td>obligatoire</td><td>string : au plus 100 car. </td></tr><tr><td><code>desordres</code></td><td>obligatoire</td><td>array de string : au plus 300 car. </td></tr><tr><td><code>partenaires</code></td><td>obligatoire</td><td>array de string : au plus 200 car. </td></tr><tr><td><code>dernier_message</code></td><td>obligatoire</td><td>object (<a href=\"#s-MessageUsager\">MessageUsager</a>) ou null </td></tr><tr><td><code>actions</code></td><td>obligatoire</td><td>array de ecrire_message </td></tr></tbody></table></details>\n"
	"<details id=\"s-EntreeHistorique\"><summary>EntreeHistorique</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>id</code></td><td>obligatoire</td><td>string : uuid, au plus 36 car. </td></tr><tr><td><code>objet</code></td><td>obligatoire</td><td>signalement | affectation | suivi </td></tr><tr><td><code>operation</code></td><td>obligatoire</td><td>creation | modification | suppression </td></tr><tr><td><code>changements</code></td><td>obligatoire</td><td>array de object </td></tr><tr><td><code>auteur</code></td><td>obligatoire</td><td>string : au plus 120 car. </td></tr><tr><td><code>fait_le</code></td><td>obligatoire</td><td>string : date-time, au plus 40 car. </td></tr></tbody></table></details>\n"
	"<details id=\"s-Evaluation\"><summary>Evaluation</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>grille</code></td><td>obligatoire</td><td>integer </td></tr><tr><td><code>score</code></td><td>obligatoire</td><td>number </td></tr><tr><td><code>score_batiment</code></td><td>obligatoire</td><td>number </td></tr><tr><td><code>score_logement</code></td><td>obligatoire</td><td>number </td></tr><tr><td><code>contributions</code></td><td>obligatoire</td><td>array de object (<a href=\"#s-Contribution\">Contribution</a>) </td></tr><tr><td><code>qualifications</code></td><td>obligatoire</td><td>array de object (<a href=\"#s-Qualification\">Qualification</a>) </td></tr></tbody></table></details>\n"
	"<details id=\"s-Evenement\"><summary>Evenement</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>id</code></td><td>obligatoire</td><td>string : uuid, au plus 36 car. </td></tr><tr><td><code>sujet</code></td><td>obligatoire</td><td>string : au plus 60 car. </td></tr><tr><td><code>essais</code></td><td>obligatoire</td><td>integer </td></tr><tr><td><code>erreur</code></td><td>obligatoire</td><td>string ou null : au plus 1000 car. </td></tr><tr><td><code>cree_le</code></td><td>obligatoire</td><td>string : date-time, au plus 40 car. </td></tr><tr><td><code>abandonne_le</code></td><td>obligatoire</td><td>string ou null : date-time, au plus 40 car. </td></tr></tbody></table></details>\n"
	"<details id=\"s-Foyer\"><summary>Foyer</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>nb_occupants</code></td><td></td><td>integer ou null : ≥ 0, ≤ 99 </td></tr><tr><td><code>nb_enfants</code></td><td></td><td>integer ou null : ≥ 0, ≤ 99 </td></tr><tr><td><code>enfants_moins_6</code></td><td></td><td>oui | non | nsp | null </td></tr><tr><td><code>vulnerabilite</code></td><td></td><td>string ou null : au plus 255 car. </td></tr><tr><td><code>allocataire</code></td><td></td><td>caf | msa | oui | non | nsp | null </td></tr><tr><td><code>date_naissance</code></td><td></td><td>string ou null : date, au plus 10 car. </td></tr><tr><td><code>numero_allocataire</code></td><td></td><td>string ou null : au plus 25 car. </td></tr><tr><td><code>type_allocation</code></td><td></td><td>ALS | ALF | APL | null </td></tr><tr><td><code>montant_allocation</code></td><td></td><td>number ou null : ≥ 0, ≤ 9999.99 </td></tr><tr><td><code>accompagnement</code></td><td></td><td>oui | non | nsp | null </td></tr><tr><td><code>accompagnement_structure</code></td><td></td><td>string ou null : au plus 255 car. </td></tr><tr><td><code>accompagnement_nom</code></td><td></td><td>string ou null : au plus 255 car. </td></tr><tr><td><code>accompagnement_prenom</code></td><td></td><td>string ou null : au plus 255 car. </td></tr><tr><td><code>rsa</code></td><td></td><td>boolean ou null </td></tr><tr><td><code>fsl</code></td><td></td><td>boolean ou null </td></tr></tbody></table></details>\n"
	"<details id=\"s-Logement\"><summary>Logement</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>nature</code></td><td></td><td>appartement | maison | autre | null </td></tr><tr><td><code>nature_autre</code></td><td></td><td>string ou null : au plus 15 car. </td></tr><tr><td><code>situation</code></td><td></td><td>RDC | DERNIER_ETAGE | SOUSSOL | AUTRE | null </td></tr><tr><td><code>avec_fenetres</code></td><td></td><td>boolean ou null </td></tr><tr><td><code>superficie</code></td><td></td><td>number ou null : ≥ 1, ≤ 9999 </td></tr><tr><td><code>piece_unique</code></td><td></td><td>boolean ou null </td></tr><tr><td><code>nb_pieces</code></td><td></td><td>integer ou null : ≥ 1, ≤ 999 </td></tr><tr><td><code>nb_etages</code></td><td></td><td>integer ou null : ≥ 0, ≤ 99 </td></tr><tr><td><code>annee_construction</code></td><td></td><td>integer ou null : ≥ 1000, ≤ 2100 </td></tr><tr><td><code>piece_a_vivre_9m</code></td><td></td><td>oui | non | nsp | null </td></tr><tr><td><code>cuisine</code></td><td></td><td>boolean ou null </td></tr><tr><td><code>cuisine_collective</code></td><td></td><td>boolean ou null </td></tr><tr><td><code>salle_de_bain</code></td><td></td><td>boolean ou null </td></tr><tr><td><code>salle_de_bain_collective</code></td><td></td><td>boolean ou null </td></tr><tr><td><code>wc</code></td><td></td><td>boolean ou null </td></tr><tr><td><code>wc_collectif</code></td><td></td><td>boolean ou null </td></tr><tr><td><code>wc_cuisine</code></td><td></td><td>boolean ou null </td></tr><tr><td><code>chauffage</code></td><td></td><td>ELECTRIQUE | GAZ | AUCUN | NSP | null </td></tr><tr><td><code>bail</code></td><td></td><td>oui | non | nsp | null </td></tr><tr><td><code>etat_des_lieux</code></td><td></td><td>oui | non | nsp | null </td></tr><tr><td><code>dpe</code></td><td></td><td>oui | non | nsp | null </td></tr><tr><td><code>annee_dpe</code></td><td></td><td>before2023 | post2023 | nsp | null </td></tr><tr><td><code>classe_energetique</code></td><td></td><td>A | B | C | D | E | F | G | nsp | null </td></tr><tr><td><code>consommation</code></td><td></td><td>number ou null : ≥ 0, ≤ 10000000 </td></tr><tr><td><code>consommation_finale</code></td><td></td><td>number ou null : ≥ 0, ≤ 100000 </td></tr><tr><td><code>loyer</code></td><td></td><td>number ou null : ≥ 0, ≤ 9999.99 </td></tr><tr><td><code>loyers_a_jour</code></td><td></td><td>boolean ou null </td></tr><tr><td><code>date_entree</code></td><td></td><td>string ou null : date, au plus 10 car. </td></tr><tr><td><code>numero_invariant</code></td><td></td><td>string ou null : au plus 12 car. </td></tr><tr><td><code>vacant</code></td><td></td><td>boolean ou null </td></tr></tbody></table></details>\n"
	"<details id=\"s-MessageUsager\"><summary>MessageUsager</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>id</code></td><td>obligatoire</td><td>string : uuid, au plus 36 car. </td></tr><tr><td><code>message</code></td><td>obligatoire</td><td>string : au plus 10000 car. </td></tr><tr><td><code>auteur</code></td><td>obligatoire</td><td>string : au plus 200 car. </td></tr><tr><td><code>de_moi</code></td><td>obligatoire</td><td>boolean </td></tr><tr><td><code>cree_le</code></td><td>obligatoire</td><td>string : date-time, au plus 40 car. </td></tr></tbody></table></details>\n"
	"<details id=\"s-Occupant\"><summary>Occupant</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>civilite</code></td><td></td><td>mme | mr | null </td></tr><tr><td><code>nom</code></td><td></td><td>string ou null : au moins 1 car., au plus 50 car. </td></tr><tr><td><code>prenom</code></td><td></td><td>string ou null : au moins 1 car., au plus 50 car. </td></tr><tr><td><code>email</code></td><td></td><td>string ou null : email, au plus 255 car. </td></tr><tr><td><code>telephone</code></td><td></td><td>string ou null : telephone, au plus 20 car. </td></tr><tr><td><code>telephone_secondaire</code></td><td></td><td>string ou null : telephone, au plus 20 car. </td></tr></tbody></table></details>\n"
	"<details id=\"s-OuiNonNsp\"><summary>OuiNonNsp</summary><p>oui | non | nsp | null</p></details>\n"
	"<details id=\"s-Partenaire\"><summary>Partenaire</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>id</code></td><td>obligatoire</td><td>string : uuid, au plus 36 car. </td></tr><tr><td><code>nom</code></td><td>obligatoire</td><td>string : au plus 200 car. </td></tr><tr><td><code>type</code></td><td>obligatoire</td><td>string : au plus 40 car. </td></tr><tr><td><code>territoire</code></td><td>obligatoire</td><td>string ou null : au plus 3 car. </td></tr><tr><td><code>competences</code></td><td>obligatoire</td><td>array de string : au plus 60 car. </td></tr><tr><td><code>email</code></td><td>obligatoire</td><td>string ou null : au plus 255 car. </td></tr></tbody></table></details>\n"
	"<details id=\"s-PartenaireBref\"><summary>PartenaireBref</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>id</code></td><td>obligatoire</td><td>string : uuid, au plus 36 car. </td></tr><tr><td><code>nom</code></td><td>obligatoire</td><td>string : au plus 200 car. </td></tr><tr><td><code>type</code></td><td>obligatoire</td><td>string : au plus 40 car. </td></tr></tbody></table></details>\n"
	"<details id=\"s-Probleme\"><summary>Probleme</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>type</code></td><td>obligatoire</td><td>string : au plus 200 car. </td></tr><tr><td><code>title</code></td><td>obligatoire</td><td>string : au plus 200 car. </td></tr><tr><td><code>status</code></td><td>obligatoire</td><td>integer </td></tr><tr><td><code>detail</code></td><td>obligatoire</td><td>string : au plus 1000 car. </td></tr><tr><td><code>code</code></td><td>obligatoire</td><td>requete_illisible | json_illisible | non_authentifie | jeton_invalide | identifiants_invalides | session_expiree | interdit | introuvable | methode_interdite | delai_depasse | conflit | etat_incompatible | deja_affecte | requete_en_cours | version_perimee | longueur_requise | corps_trop_grand | adresse_trop_longue | type_non_pris_en_charge | champs_invalides | cle_deja_utilisee | version_requise | trop_de_requetes | entetes_trop_grands | erreur_interne | methode_inconnue | version_http_inconnue | service_indisponible </td></tr><tr><td><code>request_id</code></td><td>obligatoire</td><td>string ou null : au plus 100 car. </td></tr><tr><td><code>erreurs</code></td><td></td><td>array de object </td></tr></tbody></table></details>\n"
	"<details id=\"s-Procedure\"><summary>Procedure</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>debut_desordres</code></td><td></td><td>LESS_1_MONTH | MONTHS_1_TO_6 | MONTHS_6_TO_12 | YEARS_1_TO_2 | MORE_2_YEARS | NSP | null </td></tr><tr><td><code>constatation</code></td><td></td><td>boolean ou null </td></tr><tr><td><code>demande_relogement</code></td><td></td><td>boolean ou null </td></tr><tr><td><code>souhaite_quitter</code></td><td></td><td>oui | non | nsp | null </td></tr><tr><td><code>preavis_depart</code></td><td></td><td>oui | non | nsp | null </td></tr><tr><td><code>assurance_contactee</code></td><td></td><td>oui | non | pas_assurance_logement | nsp | null </td></tr><tr><td><code>reponse_assurance</code></td><td></td><td>string ou null : au plus 255 car. </td></tr><tr><td><code>depart_apres_travaux</code></td><td></td><td>oui | non | nsp | null </td></tr></tbody></table></details>\n"
	"<details id=\"s-Profil\"><summary>Profil</summary><p>locataire | bailleur_occupant | tiers_particulier | tiers_pro | bailleur | service_secours</p></details>\n"
	"<details id=\"s-Qualification\"><summary>Qualification</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>qualification</code></td><td>obligatoire</td><td>string : au plus 60 car. </td></tr><tr><td><code>statut</code></td><td>obligatoire</td><td>string : au plus 60 car. </td></tr><tr><td><code>precisions</code></td><td>obligatoire</td><td>array de string : au plus 128 car. </td></tr><tr><td><code>details</code></td><td>obligatoire</td><td>object ou null </td></tr></tbody></table></details>\n"
	"<details id=\"s-Reponses\"><summary>Reponses</summary><p>object</p></details>\n"
	"<details id=\"s-Signalement\"><summary>Signalement</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>id</code></td><td>obligatoire</td><td>string : uuid, au plus 36 car. </td></tr><tr><td><code>version</code></td><td>obligatoire</td><td>integer </td></tr><tr><td><code>reference</code></td><td>obligatoire</td><td>string : au plus 20 car. </td></tr><tr><td><code>reference_externe</code></td><td>obligatoire</td><td>string ou null : au plus 100 car. </td></tr><tr><td><code>statut</code></td><td>obligatoire</td><td>BROUILLON | NOUVEAU | EN_COURS | FERME | REFUSE | ARCHIVE | BROUILLON_ARCHIVE | INJONCTION_BAILLEUR | INJONCTION_FERMEE </td></tr><tr><td><code>territoire</code></td><td>obligatoire</td><td>object (<a href=\"#s-Territoire\">Territoire</a>) </td></tr><tr><td><code>source</code></td><td>obligatoire</td><td>FORMULAIRE_USAGER | FORMULAIRE_AGENT | API | IMPORT </td></tr><tr><td><code>profil_declarant</code></td><td>obligatoire</td><td>LOCATAIRE | BAILLEUR_OCCUPANT | TIERS_PARTICULIER | TIERS_PRO | BAILLEUR | SERVICE_SECOURS </td></tr><tr><td><code>profil_occupant</code></td><td>obligatoire</td><td>LOCATAIRE | BAILLEUR_OCCUPANT | null </td></tr><tr><td><code>logement_social</code></td><td>obligatoire</td><td>boolean ou null </td></tr><tr><td><code>adresse</code></td><td>obligatoire</td><td>object (<a href=\"#s-Adresse\">Adresse</a>) </td></tr><tr><td><code>occupant</code></td><td>obligatoire</td><td>object (<a href=\"#s-Occupant\">Occupant</a>) </td></tr><tr><td><code>declarant</code></td><td>obligatoire</td><td>object (<a href=\"#s-Declarant\">Declarant</a>) </td></tr><tr><td><code>bailleur</code></td><td>obligatoire</td><td>object (<a href=\"#s-Bailleur\">Bailleur</a>) </td></tr><tr><td><code>agence</code></td><td>obligatoire</td><td>object (<a href=\"#s-Agence\">Agence</a>) </td></tr><tr><td><code>syndic</code></td><td>obligatoire</td><td>object (<a href=\"#s-Syndic\">Syndic</a>) </td></tr><tr><td><code>logement</code></td><td>obligatoire</td><td>object (<a href=\"#s-Logement\">Logement</a>) </td></tr><tr><td><code>foyer</code></td><td>obligatoire</td><td>object (<a href=\"#s-Foyer\">Foyer</a>) </td></tr><tr><td><code>procedure</code></td><td>obligatoire</td><td>object (<a href=\"#s-Procedure\">Procedure</a>) </td></tr><tr><td><code>desordres</code></td><td>obligatoire</td><td>array de object </td></tr><tr><td><code>description</code></td><td>obligatoire</td><td>string ou null : au plus 10000 car. </td></tr><tr><td><code>criticite</code></td><td>obligatoire</td><td>object (<a href=\"#s-Criticite\">Criticite</a>) </td></tr><tr><td><code>qualifications</code></td><td>obligatoire</td><td>array de object (<a href=\"#s-Qualification\">Qualification</a>) </td></tr><tr><td><code>cree_le</code></td><td>obligatoire</td><td>string : date-time, au plus 40 car. </td></tr><tr><td><code>valide_le</code></td><td>obligatoire</td><td>string ou null : date-time, au plus 40 car. </td></tr><tr><td><code>ferme_le</code></td><td>obligatoire</td><td>string ou null : date-time, au plus 40 car. </td></tr><tr><td><code>motif_refus</code></td><td>obligatoire</td><td>string ou null : au plus 60 car. </td></tr><tr><td><code>motif_cloture</code></td><td>obligatoire</td><td>string ou null : au plus 60 car. </td></tr><tr><td><code>actions</code></td><td>obligatoire</td><td>array de valider | refuser | clore | rouvrir | supprimer | affecter | ecrire_suivi </td></tr></tbody></table></details>\n"
	"<details id=\"s-SignalementCreation\"><summary>SignalementCreation</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>reference_externe</code></td><td></td><td>string ou null : au moins 1 car., au plus 100 car. </td></tr><tr><td><code>territoire</code></td><td></td><td>string ou null : au moins 2 car., au plus 3 car. </td></tr><tr><td><code>profil_declarant</code></td><td>obligatoire</td><td>LOCATAIRE | BAILLEUR_OCCUPANT | TIERS_PARTICULIER | TIERS_PRO | BAILLEUR | SERVICE_SECOURS </td></tr><tr><td><code>profil_occupant</code></td><td></td><td>LOCATAIRE | BAILLEUR_OCCUPANT | null </td></tr><tr><td><code>logement_social</code></td><td>obligatoire</td><td>boolean </td></tr><tr><td><code>adresse</code></td><td>obligatoire</td><td>object (<a href=\"#s-Adresse\">Adresse</a>) </td></tr><tr><td><code>occupant</code></td><td></td><td>object (<a href=\"#s-Occupant\">Occupant</a>) </td></tr><tr><td><code>declarant</code></td><td></td><td>object (<a href=\"#s-Declarant\">Declarant</a>) </td></tr><tr><td><code>bailleur</code></td><td></td><td>object (<a href=\"#s-Bailleur\">Bailleur</a>) </td></tr><tr><td><code>agence</code></td><td></td><td>object (<a href=\"#s-Agence\">Agence</a>) </td></tr><tr><td><code>syndic</code></td><td></td><td>object (<a href=\"#s-Syndic\">Syndic</a>) </td></tr><tr><td><code>logement</code></td><td></td><td>object (<a href=\"#s-Logement\">Logement</a>) </td></tr><tr><td><code>foyer</code></td><td></td><td>object (<a href=\"#s-Foyer\">Foyer</a>) </td></tr><tr><td><code>procedure</code></td><td></td><td>object (<a href=\"#s-Procedure\">Procedure</a>) </td></tr><tr><td><code>desordres</code></td><td>obligatoire</td><td>array de object (<a href=\"#s-Desordre\">Desordre</a>) </td></tr><tr><td><code>description</code></td><td></td><td>string ou null : au plus 10000 car. </td></tr></tbody></table></details>\n"
	"<details id=\"s-SignalementResume\"><summary>SignalementResume</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>id</code></td><td>obligatoire</td><td>string : uuid, au plus 36 car. </td></tr><tr><td><code>reference</code></td><td>obligatoire</td><td>string : au plus 20 car. </td></tr><tr><td><code>statut</code></td><td>obligatoire</td><td>BROUILLON | NOUVEAU | EN_COURS | FERME | REFUSE | ARCHIVE | BROUILLON_ARCHIVE | INJONCTION_BAILLEUR | INJONCTION_FERMEE </td></tr><tr><td><code>territoire</code></td><td>obligatoire</td><td>string : au plus 3 car. </td></tr><tr><td><code>adresse</code></td><td>obligatoire</td><td>object </td></tr><tr><td><code>occupant</code></td><td>obligatoire</td><td>object </td></tr><tr><td><code>profil_declarant</code></td><td>obligatoire</td><td>LOCATAIRE | BAILLEUR_OCCUPANT | TIERS_PARTICULIER | TIERS_PRO | BAILLEUR | SERVICE_SECOURS </td></tr><tr><td><code>logement_social</code></td><td>obligatoire</td><td>boolean ou null </td></tr><tr><td><code>score</code></td><td>obligatoire</td><td>number </td></tr><tr><td><code>procedures</code></td><td>obligatoire</td><td>array de string : au plus 60 car. </td></tr><tr><td><code>affectations</code></td><td>obligatoire</td><td>array de object </td></tr><tr><td><code>cree_le</code></td><td>obligatoire</td><td>string : date-time, au plus 40 car. </td></tr><tr><td><code>dernier_suivi_le</code></td><td>obligatoire</td><td>string ou null : date-time, au plus 40 car. </td></tr></tbody></table></details>\n"
	"<details id=\"s-StatutAffectation\"><summary>StatutAffectation</summary><p>NOUVEAU | EN_COURS | REFUSE | FERME</p></details>\n"
	"<details id=\"s-StatutSignalement\"><summary>StatutSignalement</summary><p>BROUILLON | NOUVEAU | EN_COURS | FERME | REFUSE | ARCHIVE | BROUILLON_ARCHIVE | INJONCTION_BAILLEUR | INJONCTION_FERMEE</p></details>\n"
	"<details id=\"s-Suivi\"><summary>Suivi</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>id</code></td><td>obligatoire</td><td>string : uuid, au plus 36 car. </td></tr><tr><td><code>version</code></td><td>obligatoire</td><td>integer </td></tr><tr><td><code>signalement</code></td><td>obligatoire</td><td>string : uuid, au plus 36 car. </td></tr><tr><td><code>categorie</code></td><td>obligatoire</td><td>string : au plus 60 car. </td></tr><tr><td><code>message</code></td><td>obligatoire</td><td>string : au plus 10000 car. </td></tr><tr><td><code>visible_usager</code></td><td>obligatoire</td><td>boolean </td></tr><tr><td><code>auteur</code></td><td>obligatoire</td><td>object </td></tr><tr><td><code>cree_le</code></td><td>obligatoire</td><td>string : date-time, au plus 40 car. </td></tr><tr><td><code>modifie_le</code></td><td>obligatoire</td><td>string ou null : date-time, au plus 40 car. </td></tr><tr><td><code>actions</code></td><td>obligatoire</td><td>array de modifier | supprimer </td></tr></tbody></table></details>\n"
	"<details id=\"s-Syndic\"><summary>Syndic</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>denomination</code></td><td></td><td>string ou null : au plus 255 car. </td></tr><tr><td><code>nom</code></td><td></td><td>string ou null : au plus 255 car. </td></tr><tr><td><code>email</code></td><td></td><td>string ou null : email, au plus 255 car. </td></tr><tr><td><code>telephone</code></td><td></td><td>string ou null : telephone, au plus 20 car. </td></tr><tr><td><code>telephone_secondaire</code></td><td></td><td>string ou null : telephone, au plus 20 car. </td></tr></tbody></table></details>\n"
	"<details id=\"s-Territoire\"><summary>Territoire</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>code</code></td><td>obligatoire</td><td>string : au plus 3 car. </td></tr><tr><td><code>nom</code></td><td>obligatoire</td><td>string : au plus 100 car. </td></tr><tr><td><code>actif</code></td><td>obligatoire</td><td>boolean </td></tr></tbody></table></details>\n"
	"<details id=\"s-Total\"><summary>Total</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>valeur</code></td><td>obligatoire</td><td>integer ou null </td></tr><tr><td><code>exact</code></td><td>obligatoire</td><td>boolean </td></tr></tbody></table></details>\n"
	"<details id=\"s-Travaux\"><summary>Travaux</summary><p>OUI | NON | EN_COURS | null</p></details>\n"
	"<details id=\"s-Utilisateur\"><summary>Utilisateur</summary><table><thead><tr><th scope=\"col\">Champ</th><th scope=\"col\">Présence</th><th scope=\"col\">Valeur</th></tr></thead><tbody><tr><td><code>id</code></td><td>obligatoire</td><td>string : uuid, au plus 36 car. </td></tr><tr><td><code>version</code></td><td>obligatoire</td><td>integer </td></tr><tr><td><code>email</code></td><td>obligatoire</td><td>string : au plus 255 car. </td></tr><tr><td><code>nom</code></td><td>obligatoire</td><td>string : au plus 50 car. </td></tr><tr><td><code>prenom</code></td><td>obligatoire</td><td>string : au plus 50 car. </td></tr><tr><td><code>fonction</code></td><td>obligatoire</td><td>string ou null : au plus 50 car. </td></tr><tr><td><code>telephone</code></td><td>obligatoire</td><td>string ou null : au plus 20 car. </td></tr><tr><td><code>role</code></td><td>obligatoire</td><td>SUPER_ADMIN | RESPONSABLE_TERRITOIRE | ADMIN_PARTENAIRE | AGENT </td></tr><tr><td><code>notifier_par_mail</code></td><td>obligatoire</td><td>boolean Les dossiers suivis et affectés lui sont signalés par courriel.</td></tr><tr><td><code>territoires</code></td><td>obligatoire</td><td>array de object (<a href=\"#s-Territoire\">Territoire</a>) </td></tr><tr><td><code>partenaires</code></td><td>obligatoire</td><td>array de object (<a href=\"#s-PartenaireBref\">PartenaireBref</a>) </td></tr><tr><td><code>actions</code></td><td>obligatoire</td><td>array de creer_signalement | voir_rebuts </td></tr></tbody></table></details>\n"
	"<h2 id=\"erreurs\">Erreurs</h2><p>Toutes les erreurs sont en <code>application/problem+json</code> (RFC 9457).</p><table><thead><tr><th scope=\"col\">Code</th><th scope=\"col\">Statut</th><th scope=\"col\">Sens</th></tr></thead><tbody><tr id=\"requete_illisible\"><td><code>requete_illisible</code></td><td>400</td><td>Requête illisible. La requête n'est pas du HTTP correct.</td></tr><tr id=\"json_illisible\"><td><code>json_illisible</code></td><td>400</td><td>JSON illisible. Le corps de la requête n'est pas du JSON correct.</td></tr><tr id=\"non_authentifie\"><td><code>non_authentifie</code></td><td>401</td><td>Connexion nécessaire. Connectez-vous, puis recommencez.</td></tr><tr id=\"jeton_invalide\"><td><code>jeton_invalide</code></td><td>401</td><td>Jeton refusé. Votre session a expiré ou le jeton n'est pas valable. Reconnectez-vous.</td></tr><tr id=\"identifiants_invalides\"><td><code>identifiants_invalides</code></td><td>401</td><td>Identifiants refusés. Ces informations ne correspondent à aucun accès.</td></tr><tr id=\"session_expiree\"><td><code>session_expiree</code></td><td>401</td><td>Session expirée. La session a pris fin. Reconnectez-vous.</td></tr><tr id=\"interdit\"><td><code>interdit</code></td><td>403</td><td>Action interdite. Vous n'avez pas le droit de faire cela.</td></tr><tr id=\"introuvable\"><td><code>introuvable</code></td><td>404</td><td>Introuvable. Rien ne se trouve à cette adresse, ou vous n'y avez pas accès.</td></tr><tr id=\"methode_interdite\"><td><code>methode_interdite</code></td><td>405</td><td>Méthode interdite. Cette adresse n'accepte pas cette méthode.</td></tr><tr id=\"delai_depasse\"><td><code>delai_depasse</code></td><td>408</td><td>Délai dépassé. La requête n'est pas arrivée en entier à temps.</td></tr><tr id=\"conflit\"><td><code>conflit</code></td><td>409</td><td>Conflit. Une autre modification vient d'avoir lieu. Rechargez, puis recommencez.</td></tr><tr id=\"etat_incompatible\"><td><code>etat_incompatible</code></td><td>409</td><td>État incompatible. L'état actuel ne permet pas cette action.</td></tr><tr id=\"deja_affecte\"><td><code>deja_affecte</code></td><td>409</td><td>Déjà affecté. Ce partenaire est déjà saisi de ce dossier.</td></tr><tr id=\"requete_en_cours\"><td><code>requete_en_cours</code></td><td>409</td><td>Requête en cours. Une requête avec la même clé d'idempotence est encore en cours.</td></tr><tr id=\"version_perimee\"><td><code>version_perimee</code></td><td>412</td><td>Version périmée. Quelqu'un a modifié cet objet depuis votre lecture. Rechargez, puis recommencez.</td></tr><tr id=\"longueur_requise\"><td><code>longueur_requise</code></td><td>411</td><td>Longueur requise. L'en-tête Content-Length est nécessaire.</td></tr><tr id=\"corps_trop_grand\"><td><code>corps_trop_grand</code></td><td>413</td><td>Corps trop grand. Le corps de la requête dépasse la taille permise.</td></tr><tr id=\"adresse_trop_longue\"><td><code>adresse_trop_longue</code></td><td>414</td><td>Adresse trop longue. L'adresse demandée est trop longue.</td></tr><tr id=\"type_non_pris_en_charge\"><td><code>type_non_pris_en_charge</code></td><td>415</td><td>Type non pris en charge. Le corps doit être de type application/json.</td></tr><tr id=\"champs_invalides\"><td><code>champs_invalides</code></td><td>422</td><td>Champs invalides. Certains champs sont à corriger.</td></tr><tr id=\"cle_deja_utilisee\"><td><code>cle_deja_utilisee</code></td><td>422</td><td>Clé déjà utilisée. Cette clé d'idempotence a déjà servi pour une autre requête.</td></tr><tr id=\"version_requise\"><td><code>version_requise</code></td><td>428</td><td>Version requise. L'en-tête If-Match est nécessaire : donnez l'ETag lu.</td></tr><tr id=\"trop_de_requetes\"><td><code>trop_de_requetes</code></td><td>429</td><td>Trop de requêtes. Trop de requêtes ou d'essais. Patientez avant de recommencer.</td></tr><tr id=\"entetes_trop_grands\"><td><code>entetes_trop_grands</code></td><td>431</td><td>En-têtes trop grands. Les en-têtes de la requête sont trop nombreux ou trop grands.</td></tr><tr id=\"erreur_interne\"><td><code>erreur_interne</code></td><td>500</td><td>Erreur interne. Une erreur est survenue de notre côté. Elle est enregistrée sous le numéro de la requête.</td></tr><tr id=\"methode_inconnue\"><td><code>methode_inconnue</code></td><td>501</td><td>Méthode inconnue. Cette méthode HTTP n'est pas connue.</td></tr><tr id=\"service_indisponible\"><td><code>service_indisponible</code></td><td>503</td><td>Service indisponible. Le service est momentanément indisponible. Réessayez dans quelques secondes.</td></tr><tr id=\"version_http_inconnue\"><td><code>version_http_inconnue</code></td><td>505</td><td>Version de HTTP inconnue. Parlez HTTP/1.1.</td></tr></tbody></table>\n"
	"</main></body></html>\n";
