/* Written by api/tools/contract.mjs from openapi.yaml; never edited. */
#ifndef VIGIE_GEN_CONTRACT_H
#define VIGIE_GEN_CONTRACT_H

#include <stddef.h>

#include "core/route.h"

struct rq;

extern const struct operation contract_operations[];
extern const size_t contract_noperations;

/* openapi.yaml itself, and the same as a page. */
extern const char contract_yaml[];
extern const char contract_page[];

void affectation_create(struct rq *);
void affectation_delete(struct rq *);
void affectation_get(struct rq *);
void affectation_list(struct rq *);
void affectation_transition(struct rq *);
void brouillon_create(struct rq *);
void brouillon_delete(struct rq *);
void brouillon_get(struct rq *);
void brouillon_submit(struct rq *);
void brouillon_update(struct rq *);
void criticite_catalogue(struct rq *);
void criticite_evaluation(struct rq *);
void criticite_resolution(struct rq *);
void documentation_contrat(struct rq *);
void documentation_page(struct rq *);
void evenement_rebuts(struct rq *);
void evenement_rejeu(struct rq *);
void formulaire_get(struct rq *);
void partenaire_list(struct rq *);
void sante_metriques(struct rq *);
void sante_pret(struct rq *);
void sante_vivant(struct rq *);
void session_create(struct rq *);
void session_delete(struct rq *);
void session_moi(struct rq *);
void session_moi_update(struct rq *);
void session_renew(struct rq *);
void signalement_create(struct rq *);
void signalement_get(struct rq *);
void signalement_historique(struct rq *);
void signalement_list(struct rq *);
void signalement_motifs(struct rq *);
void signalement_transition(struct rq *);
void suivi_create(struct rq *);
void suivi_delete(struct rq *);
void suivi_get(struct rq *);
void suivi_list(struct rq *);
void suivi_update(struct rq *);
void suivi_usager_dossier(struct rq *);
void suivi_usager_message_create(struct rq *);
void suivi_usager_messages(struct rq *);
void suivi_usager_session(struct rq *);
void territoire_communes(struct rq *);
void territoire_epci(struct rq *);
void territoire_list(struct rq *);
void territoire_verify(struct rq *);
void utilisateur_list(struct rq *);

#endif
