/*
 * One synthetic dossier: its blocks, its life until now, and every row that
 * the API and the history trigger would have written on the way.
 */
#ifndef SYNTHESE_DOSSIER_H
#define SYNTHESE_DOSSIER_H

#include "copie.h"
#include "monde.h"

/* Where rows go, and the next identifiers of this process. */
struct sortie {
	struct copie	signalement, evaluation, affectation, suivi,
			historique;
	int64_t		ids_evaluation, ids_affectation, ids_suivi,
			ids_historique;
	instant		now;
};

/* The most that one dossier takes, to reserve identifiers. */
#define DOSSIER_AFFECTATIONS	3
#define DOSSIER_SUIVIS		12
#define DOSSIER_HISTORIQUE	32

void	sortie_open(struct sortie *, const char *conninfo);
void	sortie_close(struct sortie *);

/* id, reference and date are decided by the caller; the rest is drawn. */
void	dossier_write(struct sortie *, const struct monde *, struct alea *,
	    const struct commune *, int64_t id, instant cree_le, int annee,
	    int numero);

#endif
