/*
 * The questions of the public form (profile locataire): which are shown,
 * which are required, and which member of a SignalementCreation each becomes.
 *
 * Source: domain/intake.md, sections 1.5 (screens), 1.6 (désordres), 1.12
 * (what the server requires) and 1.15 (mapping). Pure: answers are read
 * through a function; no JSON, no memory, no clock.
 */
#ifndef VIGIE_BROUILLON_QUESTIONS_H
#define VIGIE_BROUILLON_QUESTIONS_H

#include <stdbool.h>
#include <stddef.h>

/* How an answer becomes the value of its member. */
enum conversion {
	COPIE,			/* as it is */
	MAJUSCULES,		/* "less_1_month" -> "LESS_1_MONTH" */
	OUI_NON,		/* oui, non, nsp -> true, false, null */
	TRADUIT,		/* by the row's list */
	TRADUIT_BOOLEEN,	/* idem, to true or false */
	ENTIER,			/* "3" or 3 -> 3; rounded up */
	REEL,			/* "38,5" -> 38.5 */
	DATE,			/* after 1900 */
	DATE_PASSEE,		/* before today */
	MOIS,			/* "09/2026" -> "2026-09-01", not to come */
	TELEPHONE		/* with the country in <champ>_countrycode */
};

enum operateur { TOUJOURS, VAUT, DIFFERE, REPONDU, POSITIF, JAMAIS };

/* champ: one field, or two separated by "|", one of which is enough. */
struct condition {
	enum operateur	 operateur;
	const char	*champ;
	const char	*valeur;
};

#define CONDITIONS	3

struct question {
	const char		*champ;
	enum conversion		 conversion;
	bool			 requise;	/* when it is shown */
	const char		*cible;		/* "/occupant/nom", or NULL */
	struct condition	 si[CONDITIONS];	/* all of them */
	const char		*traduction;	/* "oui=RDC|non=" */
};

/* In the order of the form: a condition only looks back. */
extern const struct question	questions[];
extern const size_t		nquestions;

/* The answer to champ as text, or NULL; number in decimal. */
typedef const char *lire_reponse(void *answers, const char *champ);

/* Is it shown, given the answers to the questions before it? */
bool	question_visible(const struct question *, lire_reponse *,
	    void *answers);

/* Is it a question about désordres (and not the year of the DPE)? */
bool	desordre_champ(const char *champ);

/*
 * Is this désordre question shown? What depends on the categories picked is
 * the caller's business (desordre_categorie).
 */
bool	desordre_visible(const char *champ, lire_reponse *, void *answers);

/* Is champ in the screen of this category (a slug, NULL ended or not)? */
bool	desordre_categorie(const char *champ, const char *categorie);

/* Is this category offered to this profile? */
bool	categorie_offerte(const char *categorie);

/*
 * The word that text becomes in a list "oui=RDC|non=", copied to out; empty
 * when it becomes nothing. false: not in the list.
 */
bool	question_traduire(const char *list, const char *text, char *out,
	    size_t size);

#endif
