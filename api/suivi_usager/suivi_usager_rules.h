/*
 * What the person who filed a dossier sees of its progress, and whether she
 * may write.
 *
 * Sources: domain/intake.md 6.2 (rights by statut), domain/workflow.md 2.5
 * (usager actions). Pure.
 */
#ifndef VIGIE_SUIVI_USAGER_RULES_H
#define VIGIE_SUIVI_USAGER_RULES_H

#include <stdbool.h>
#include <stdint.h>

#include "verdict.h"

#define USAGER_JOURS_APRES_CLOTURE	30	/* to write once more */

struct usager_facts {
	const char	*statut;	/* of the dossier */
	bool		 pris_en_charge; /* a partner has accepted it */
	bool		 vacant;	/* nobody lives there: no exchange */
	bool		 ferme_le_connu;
	int64_t		 jours_depuis_cloture;	/* whole days */
	int64_t		 messages_apres_cloture; /* of usagers */
};

/* Where the dossier stands, in words that a worried person understands. */
struct usager_etat {
	const char	*libelle;
	int		 etape;		/* 1 filed, 2 valid, 3 taken, 4 over */
};

struct usager_etat	usager_etat(const struct usager_facts *);

/* May she write now? The detail says why not. */
struct verdict		usager_may_write(const struct usager_facts *);

/* Category of the message that she would write (suivi.categorie). */
const char		*usager_message_category(const struct usager_facts *);

#endif
