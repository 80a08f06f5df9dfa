/* The words of the synthetic country: people, streets, messages, places. */
#ifndef SYNTHESE_MOTS_H
#define SYNTHESE_MOTS_H

#include <stddef.h>

struct mots {
	const char *const	*mots;
	size_t			 n;
};

extern const struct mots	mots_noms, mots_prenoms_f, mots_prenoms_h,
				mots_voies, mots_descriptions, mots_agent,
				mots_usager, mots_societes, mots_fonctions;

/* A point in the main town of a territory, by its code. */
struct chef_lieu {
	const char	*code;
	double		 latitude, longitude;
	double		 rayon;		/* degrees: how far its communes are */
};

extern const struct chef_lieu	mots_chefs_lieux[];
extern const size_t		mots_nchefs_lieux;

#endif
