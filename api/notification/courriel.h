/*
 * A mail as text: headers, and a multipart/alternative body of plain text and
 * HTML (RFC 5322, 2045-2047).  Pure: no clock, no network.
 *
 * Whatever the texts hold, the result is ASCII, its lines end in CR LF and
 * are at most 76 long (but for a long address), and no header can be
 * injected: bodies are quoted-printable, headers that are not short plain
 * ASCII are encoded words, and an address that is not plain is refused.
 */
#ifndef VIGIE_COURRIEL_H
#define VIGIE_COURRIEL_H

#include <stdbool.h>
#include <time.h>

#include "core/arena.h"

#define COURRIEL_ADRESSE_MAX	254	/* RFC 5321 4.5.3.1.3, less < and > */

struct courriel {
	const char	*de_nom;	/* or NULL */
	const char	*de;		/* address; its domain: Message-ID */
	const char	*a_nom;		/* or NULL */
	const char	*a;
	const char	*objet;
	const char	*id;		/* unique, the same at every attempt */
	time_t		 date;
	const char	*texte;
	const char	*html;
	const char	*desabonnement;	/* List-Unsubscribe address, or NULL */
};

/*
 * local@label.label, in ASCII, without comments, quotes or address literals:
 * what mail servers agree upon.
 */
bool		 courriel_adresse_valide(const char *);

/* "Name <address>" or "address" into its parts; false when it is neither. */
bool		 courriel_adresse_lire(struct arena *, const char *text,
		    const char **nom, const char **adresse);

/* NULL when an address is wrong, or desabonnement is no plain http(s) URL. */
const char	*courriel_composer(struct arena *, const struct courriel *);

#endif
