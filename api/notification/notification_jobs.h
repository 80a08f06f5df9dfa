/*
 * Who is told what: relais' work for what happens to dossiers.
 */
#ifndef VIGIE_NOTIFICATION_JOBS_H
#define VIGIE_NOTIFICATION_JOBS_H

#include "evenement/evenement_jobs.h"

/* Something happened to a dossier: one event "courriel" per person to tell. */
void	notification_repartir(const struct evenement *);

/* One person is to be told: writes the mail and sends it. */
void	notification_envoyer(const struct evenement *);

#endif
