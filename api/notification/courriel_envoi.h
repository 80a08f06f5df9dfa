/*
 * Where mails go: an SMTP server, or a directory of .eml files (VIGIE_MAIL).
 */
#ifndef VIGIE_COURRIEL_ENVOI_H
#define VIGIE_COURRIEL_ENVOI_H

#include <stdbool.h>

#include "notification/courriel.h"

/* Once, at start. false: *error says in French what is wrong. */
bool	courriel_ouvrir(const char **error);
void	courriel_fermer(void);

/*
 * Sends it, from VIGIE_MAIL_FROM. Fails the running job: for good when the
 * address is wrong or the server refuses the mail (5xx), for now otherwise.
 */
void	courriel_envoyer(const struct courriel *);

#endif
