/*
 * What mails say.  One table of texts; the code only fills in the fields and
 * lays the same content out twice, as plain text and as HTML.
 *
 * A text names fields between braces: "Le dossier {reference} est clos."
 * A paragraph or a fact that names a field without a value is left out.
 * "{?champ}" and "{!champ}" write nothing: the paragraph is for when the
 * field has a value, or has none.
 */
#ifndef VIGIE_COURRIEL_MODELES_H
#define VIGIE_COURRIEL_MODELES_H

#include <jansson.h>
#include <stddef.h>

#include "core/arena.h"

#define MODELE_PARAGRAPHES	6
#define MODELE_FAITS		5

enum lecteur { USAGER, AGENT };

struct modele {
	const char	*nom;
	enum lecteur	 lecteur;
	const char	*objet;
	const char	*paragraphes[MODELE_PARAGRAPHES];
	struct {
		const char	*nom, *valeur;
	}		 faits[MODELE_FAITS];
	const char	*citation;	/* field quoted below them, or NULL */
	const char	*lien;		/* words of the link */
	const char	*ensuite;	/* a last paragraph, or NULL */
};

struct courriel_textes {
	const char	*objet;
	const char	*texte;
	const char	*html;
};

extern const struct modele	courriel_modeles[];
extern const size_t		courriel_nmodeles;

const struct modele	*courriel_modele(const char *nom);

/* champs: an object of strings and nulls, all that the table names. */
struct courriel_textes	 courriel_rediger(struct arena *,
			    const struct modele *, const json_t *champs);

#endif
