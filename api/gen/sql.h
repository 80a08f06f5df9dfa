/* Written by api/tools/sql.mjs from api/<noun>/<noun>.sql; never edited. */
#ifndef VIGIE_GEN_SQL_H
#define VIGIE_GEN_SQL_H

#include "core/db.h"

extern const struct db_query SQL_affectation_agents;
extern const struct db_query SQL_affectation_candidat;
extern const struct db_query SQL_affectation_create;
extern const struct db_query SQL_affectation_delete;
extern const struct db_query SQL_affectation_facts;
extern const struct db_query SQL_affectation_list;
extern const struct db_query SQL_affectation_transition;
extern const struct db_query SQL_brouillon_create;
extern const struct db_query SQL_brouillon_delete;
extern const struct db_query SQL_brouillon_facts;
extern const struct db_query SQL_brouillon_get;
extern const struct db_query SQL_brouillon_lieu;
extern const struct db_query SQL_brouillon_update;
extern const struct db_query SQL_brouillon_version;
extern const struct db_query SQL_criticite_catalogue;
extern const struct db_query SQL_essai_count;
extern const struct db_query SQL_essai_forgive;
extern const struct db_query SQL_evenement_echec;
extern const struct db_query SQL_evenement_etat;
extern const struct db_query SQL_evenement_fait;
extern const struct db_query SQL_evenement_prendre;
extern const struct db_query SQL_evenement_rebuts;
extern const struct db_query SQL_evenement_rejeu;
extern const struct db_query SQL_formulaire_get;
extern const struct db_query SQL_horloge_brouillons;
extern const struct db_query SQL_horloge_essais;
extern const struct db_query SQL_horloge_evenements;
extern const struct db_query SQL_horloge_faite;
extern const struct db_query SQL_horloge_idempotence;
extern const struct db_query SQL_horloge_inscrire;
extern const struct db_query SQL_horloge_jetons;
extern const struct db_query SQL_horloge_prendre;
extern const struct db_query SQL_horloge_sessions;
extern const struct db_query SQL_idempotence_lue;
extern const struct db_query SQL_idempotence_ouvrir;
extern const struct db_query SQL_notification_courriel;
extern const struct db_query SQL_notification_repartir;
extern const struct db_query SQL_partenaire_list;
extern const struct db_query SQL_sante_pret;
extern const struct db_query SQL_session_account;
extern const struct db_query SQL_session_create;
extern const struct db_query SQL_session_moi;
extern const struct db_query SQL_session_moi_update;
extern const struct db_query SQL_session_renew;
extern const struct db_query SQL_session_revoke;
extern const struct db_query SQL_session_token;
extern const struct db_query SQL_signalement_deja_depose;
extern const struct db_query SQL_signalement_deposer;
extern const struct db_query SQL_signalement_du_brouillon;
extern const struct db_query SQL_signalement_facts;
extern const struct db_query SQL_signalement_get;
extern const struct db_query SQL_signalement_historique;
extern const struct db_query SQL_signalement_lieu;
extern const struct db_query SQL_signalement_list_national;
extern const struct db_query SQL_signalement_list_partenaire;
extern const struct db_query SQL_signalement_list_recherche;
extern const struct db_query SQL_signalement_list_recherche_nationale;
extern const struct db_query SQL_signalement_list_recherche_partenaire;
extern const struct db_query SQL_signalement_list_territoire;
extern const struct db_query SQL_signalement_list_territoire_statut;
extern const struct db_query SQL_signalement_motif;
extern const struct db_query SQL_signalement_motifs;
extern const struct db_query SQL_signalement_transition;
extern const struct db_query SQL_suivi_create;
extern const struct db_query SQL_suivi_delete;
extern const struct db_query SQL_suivi_facts;
extern const struct db_query SQL_suivi_list;
extern const struct db_query SQL_suivi_update;
extern const struct db_query SQL_suivi_usager_dossier;
extern const struct db_query SQL_suivi_usager_facts;
extern const struct db_query SQL_suivi_usager_identite;
extern const struct db_query SQL_suivi_usager_message_create;
extern const struct db_query SQL_suivi_usager_messages;
extern const struct db_query SQL_territoire_communes;
extern const struct db_query SQL_territoire_epci;
extern const struct db_query SQL_territoire_list;
extern const struct db_query SQL_territoire_verify;
extern const struct db_query SQL_utilisateur_list;

extern const struct db_query *const sql_queries[];
extern const size_t sql_nqueries;

#endif
