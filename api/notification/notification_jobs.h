/*
 * Who is told what: relais' work for the subjects of dossiers.
 */
#ifndef VIGIE_NOTIFICATION_JOBS_H
#define VIGIE_NOTIFICATION_JOBS_H

#include "evenement/evenement_jobs.h"

/* Something happened to a dossier: one event "courriel" per person to tell. */
void	notification_repartir(const struct evenement *);

#endif
