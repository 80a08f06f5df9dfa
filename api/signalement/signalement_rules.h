/*
 * What may be done with a dossier, by whom, in which state.
 *
 * Sources: domain/workflow.md 2.1 (states), 2.2 (reopening), 2.4 and 2.5
 * (affecter, écrire), 3.2 (rights). Pure: facts in, verdict out.
 */
#ifndef VIGIE_SIGNALEMENT_RULES_H
#define VIGIE_SIGNALEMENT_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "verdict.h"

enum statut_signalement {
	SIGNALEMENT_BROUILLON, SIGNALEMENT_NOUVEAU, SIGNALEMENT_EN_COURS,
	SIGNALEMENT_FERME, SIGNALEMENT_REFUSE, SIGNALEMENT_ARCHIVE,
	SIGNALEMENT_BROUILLON_ARCHIVE, SIGNALEMENT_INJONCTION_BAILLEUR,
	SIGNALEMENT_INJONCTION_FERMEE, SIGNALEMENT_STATUTS
};

/* "EN_COURS" <-> SIGNALEMENT_EN_COURS; an unknown text is an assertion. */
enum statut_signalement	 statut_signalement_parse(const char *);
const char		*statut_signalement_name(enum statut_signalement);

/* In the order in which they are offered. */
enum action_signalement {
	ACTION_VALIDER, ACTION_REFUSER, ACTION_CLORE, ACTION_ROUVRIR,
	ACTION_SUPPRIMER, ACTION_AFFECTER, ACTION_ECRIRE_SUIVI,
	ACTIONS_SIGNALEMENT
};

/* "valider"…; ACTIONS_SIGNALEMENT when there is none of this name. */
enum action_signalement	 action_signalement_parse(const char *);
const char		*action_signalement_name(enum action_signalement);

/* The caller and the dossier, as far as rights go. */
struct signalement_facts {
	enum statut_signalement	statut;
	bool	responsable;	/* super admin, or manager of its territory */
	bool	droit_affectation; /* given to this agent, in its territory */
	bool	en_charge;	/* a partner of the caller has accepted it */
};

/* May the caller do it now? Forbidden and impossible are told apart. */
struct verdict	signalement_may(const struct signalement_facts *,
		    enum action_signalement);

/* The state it leads to (the same for affecter and ecrire_suivi). */
enum statut_signalement	 signalement_after(const struct signalement_facts *,
			    enum action_signalement);

/* What comes with a transition. */
struct transition_input {
	const char	*motif;		/* or NULL */
	const char	*travaux;	/* OUI, NON, EN_COURS or NULL */
	const char	*message;	/* or NULL */
	bool		 motif_connu;	/* of the list of this action */
	bool		 travaux_requis; /* by this motif */
};

/* Usage of the motif that an action needs (table motif), or NULL. */
const char	*signalement_motif_usage(enum action_signalement);

/* Motif, travaux and message given as the action asks? */
struct verdict	signalement_check_input(enum action_signalement,
		    const struct transition_input *);

#endif
