/*
 * Throttling of what could be guessed: passwords, initials of a dossier.
 *
 * Each try is counted before it is judged, for the account (or the dossier)
 * and for the address, in the window that the configuration sets; only
 * hashes of them are kept. A success gives its try back, so that people who
 * know their password are never counted, even many behind one address.
 */
#ifndef VIGIE_ESSAI_H
#define VIGIE_ESSAI_H

struct rq;

/* Keys of a try, for essai_forgive. In the request's arena. */
struct essai {
	const char	*cible;
	const char	*adresse;
};

/*
 * Counts a try at what (in any case) of kind ("compte", "dossier"). 429 with
 * Retry-After when there have been too many.
 */
struct essai	essai_count(struct rq *, const char *kind, const char *what);

/* It was a success. */
void		essai_forgive(struct rq *, const struct essai *);

#endif
