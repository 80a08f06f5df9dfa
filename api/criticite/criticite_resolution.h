/*
 * From the answers of the public form to précisions.
 *
 * The form asks "is the floor unsafe? about to collapse?" under flat field
 * slugs; a dossier keeps précisions.  This is the passage from one to the
 * other (domain/intake.md, section 5), pure and from scratch each time, so
 * that nothing left over from an earlier answer survives an edit.
 *
 * It takes the answers as they are.  Dropping those that the form no longer
 * shows, and the categories of a zone that the person no longer declares
 * (resolution_zone_declaree), is the submission's work, done before.
 */
#ifndef VIGIE_CRITICITE_RESOLUTION_H
#define VIGIE_CRITICITE_RESOLUTION_H

#include "criticite/criticite_rules.h"
#include "criticite/desordre.h"
#include "gen/desordres.h"

/* The JSON type matters: only the integer 1 ticks a box, not "1" nor true. */
enum reponse_type {
	REPONSE_TEXTE, REPONSE_ENTIER, REPONSE_REEL, REPONSE_BOOLEEN
};

/*
 * One answer.  texte: the string, the number in decimal, "true" or "false";
 * NULL is JSON's null, the same as no answer.  Objects and arrays (addresses,
 * uploads) are not answers to these questions: leave them out.
 */
struct reponse {
	const char		*champ;		/* flat field slug */
	const char		*texte;
	enum reponse_type	 type;
};

/*
 * All the answers, in the order of the document, and categorieDisorders
 * ({"batiment": [slug], "logement": [slug]}) beside them.  Borrowed: nothing
 * is copied or kept.
 */
struct reponses {
	const struct reponse	*champs;
	size_t			 nchamps;
	/* categorieDisorders is there and is not {}, even with empty lists */
	bool			 categories_presentes;
	struct {
		const char *const	*slugs;
		size_t			 n;
	} categories[ZONES];
};

struct resolution {
	size_t		 n;
	int16_t		 precisions[DESORDRES_PRECISIONS];	/* distinct */
	/*
	 * On failure, the field whose answer designates no précision: a
	 * humidity leak that is neither oui nor non, a critère derived from
	 * the dwelling ticked by hand.  Borrowed from the answers.
	 */
	const char	*champ_refuse;
};

/* false: an answer makes no sense, see champ_refuse; nothing else is set. */
bool	resolution_resolve(const struct reponses *, struct resolution *out);

/* The facts of criticite_evaluate() that the same answers hold. */
void	resolution_contexte(const struct reponses *,
	    struct contexte_criticite *out);

/*
 * Does zone_concernee_zone ("batiment", "logement", "batiment_logement")
 * cover the zone?  Unanswered (NULL) covers both.
 */
bool	resolution_zone_declaree(const char *zone_concernee_zone, enum zone);

#endif
