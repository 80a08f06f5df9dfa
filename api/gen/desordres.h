/* written by api/tools/desordres.mjs, never edited */
#ifndef VIGIE_GEN_DESORDRES_H
#define VIGIE_GEN_DESORDRES_H

#include "criticite/desordre.h"

#define DESORDRES_CRITERES	84
#define DESORDRES_PRECISIONS	195

/* Element i has id i + 1.  Read them through criticite/desordre.h. */
extern const struct critere	desordres_criteres[DESORDRES_CRITERES];
extern const struct precision	desordres_precisions[DESORDRES_PRECISIONS];

/* The ids, in the order of strcmp() on the slugs. */
extern const int16_t	desordres_criteres_par_slug[DESORDRES_CRITERES];
extern const int16_t	desordres_precisions_par_slug[DESORDRES_PRECISIONS];

extern const struct grille	grille_v1;

#endif
