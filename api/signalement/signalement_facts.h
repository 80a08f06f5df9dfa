/*
 * The dossier and the caller, loaded for the rules; shared by the features
 * that act inside a dossier (affectation, suivi).
 */
#ifndef VIGIE_SIGNALEMENT_FACTS_H
#define VIGIE_SIGNALEMENT_FACTS_H

#include "core/rq.h"
#include "signalement/signalement_rules.h"

/* One row of signalement_facts. */
struct signalement_row {
	int64_t		 version;
	const char	*statut;
	bool		 responsable, droit_affectation, en_charge;
};

/* Loads it; 404 when the caller may not know of it. */
void		 signalement_load(struct rq *, const char *id,
		    struct signalement_row *);

struct signalement_facts signalement_facts_of(const struct signalement_row *);

/* What may be done, as the JSON list of "actions". */
const char	*signalement_actions(struct rq *,
		    const struct signalement_facts *);

/*
 * Motif, travaux and message of a transition's body; usage names the list of
 * motifs (NULL: none is asked).
 */
struct transition_input	 transition_input(struct rq *, const char *usage);

#endif
