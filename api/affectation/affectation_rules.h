/*
 * Affectation workflow: who may move an affectation from which statut to
 * which. Sources: domain/workflow.md 2.4 and 3.2. Pure.
 */
#ifndef VIGIE_AFFECTATION_RULES_H
#define VIGIE_AFFECTATION_RULES_H

#include <stdbool.h>

#include "verdict.h"

enum statut_affectation {
	AFFECTATION_NOUVEAU, AFFECTATION_EN_COURS, AFFECTATION_REFUSE,
	AFFECTATION_FERME, AFFECTATION_STATUTS
};

/* "EN_COURS" <-> AFFECTATION_EN_COURS; an unknown text is an assertion. */
enum statut_affectation	 statut_affectation_parse(const char *);
const char		*statut_affectation_name(enum statut_affectation);

/* In the order in which they are offered. */
enum action_affectation {
	AFF_ACCEPTER, AFF_REFUSER, AFF_CLORE, AFF_ROUVRIR, AFF_REINITIALISER,
	AFF_RETIRER, ACTIONS_AFFECTATION
};

enum action_affectation	 action_affectation_parse(const char *);
const char		*action_affectation_name(enum action_affectation);

struct affectation_facts {
	enum statut_affectation	statut;
	bool	dossier_ouvert;	/* EN_COURS or INJONCTION_BAILLEUR */
	bool	responsable;	/* super admin, or manager of the territory */
	bool	droit_affectation;
	bool	mienne;		/* of one of the caller's partners */
	bool	synchronisee;	/* answered by the partner's own software */
};

/*
 * May the caller do it now? *next, when not NULL, receives the statut that
 * it leads to (unchanged for AFF_RETIRER).
 */
struct verdict	affectation_decide(const struct affectation_facts *,
		    enum action_affectation, enum statut_affectation *next);

/* Usage of the motif that the action needs (table motif), or NULL. */
const char	*affectation_motif_usage(enum action_affectation);

/* Does the action need a message? */
bool		 affectation_needs_message(enum action_affectation);

#endif
