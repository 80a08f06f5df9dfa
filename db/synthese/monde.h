/*
 * What dossiers are drawn from: places, partners and their people read from
 * the database, and a table of scored selections of désordres.
 */
#ifndef SYNTHESE_MONDE_H
#define SYNTHESE_MONDE_H

#include <libpq-fe.h>

#include "alea.h"
#include "criticite/criticite_rules.h"

#define SELECTIONS	20000
#define ANNEES		4	/* three years touch four */
#define PERSONNES	16	/* kept of a partner or of a territory */

struct partenaire {
	int64_t		id;
	double		cumul;		/* weights up to here, in its territory */
	int64_t		agents[PERSONNES];
	size_t		nagents;
};

struct territoire {
	int			 id;	/* 0: closed or unknown */
	double			 latitude, longitude, rayon;
	struct partenaire	*partenaires;
	size_t			 npartenaires;
	int64_t			 responsables[PERSONNES];
	size_t			 nresponsables;
	int			 numeros[ANNEES];	/* last given */
};

struct commune {
	int		 territoire;
	const char	*code_insee, *code_postal, *nom;
	double		 latitude, longitude;
	double		 cumul;		/* weights up to here */
};

/* Scored by the rules of the API, written in its words. */
struct selection {
	int16_t		 precisions[24];
	size_t		 nprecisions;
	const char	*procedures[QUALIFICATIONS];
	size_t		 nprocedures;
	const char	*contributions, *qualifications;	/* JSON */
	double		 score, score_batiment, score_logement;
	struct contexte_criticite	contexte;
};

struct monde {
	struct territoire	 territoires[1000];	/* by id */
	struct commune		*communes;
	size_t			 ncommunes;
	struct selection	 selections[SELECTIONS];
	int			 annee;		/* of numeros[0] */
};

void	monde_read(struct monde *, PGconn *);
void	monde_draw_selections(struct monde *);

const struct commune	*monde_commune(const struct monde *, struct alea *);
const struct partenaire	*monde_partenaire(const struct territoire *,
			    struct alea *);

#endif
