/*
 * Looking things up in the catalogue of désordres.
 *
 * The tables are static and in the order of their ids; beside each, the ids
 * in the order of the slugs, for a binary search.  Nothing is allocated and
 * nothing can fail but "there is none".
 */
#include <assert.h>
#include <string.h>

#include "criticite/desordre.h"
#include "gen/desordres.h"

#define QUALIFICATION_NAME(name, procedure)	\
	[QUALIFICATION_##name] = { #name, procedure },
static const struct {
	const char	*name;
	bool		 procedure;
} qualifications[QUALIFICATIONS] = { QUALIFICATION_LIST(QUALIFICATION_NAME) };
#undef QUALIFICATION_NAME

const struct critere *
desordre_critere_by_id(int id)
{
	if (id < 1 || id > DESORDRES_CRITERES)
		return (NULL);
	return (&desordres_criteres[id - 1]);
}

const struct precision *
desordre_precision_by_id(int id)
{
	if (id < 1 || id > DESORDRES_PRECISIONS)
		return (NULL);
	return (&desordres_precisions[id - 1]);
}

const struct critere *
desordre_critere_by_slug(const char *slug)
{
	const struct critere	*c;
	size_t			 low = 0, high = DESORDRES_CRITERES, middle;
	int			 order;

	while (low < high) {
		middle = low + (high - low) / 2;
		c = &desordres_criteres[
		    desordres_criteres_par_slug[middle] - 1];
		order = strcmp(slug, c->slug);
		if (order == 0)
			return (c);
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return (NULL);
}

const struct precision *
desordre_precision_by_slug(const char *slug)
{
	const struct precision	*p;
	size_t			 low = 0, high = DESORDRES_PRECISIONS, middle;
	int			 order;

	while (low < high) {
		middle = low + (high - low) / 2;
		p = &desordres_precisions[
		    desordres_precisions_par_slug[middle] - 1];
		order = strcmp(slug, p->slug);
		if (order == 0)
			return (p);
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return (NULL);
}

const struct critere *
desordre_critere_by_identifiant(const char *slug)
{
	const struct critere	*c;
	const struct precision	*p;

	if ((c = desordre_critere_by_slug(slug)) != NULL)
		return (c);
	if ((p = desordre_precision_by_slug(slug)) == NULL)
		return (NULL);
	c = desordre_critere_by_id(p->critere);
	return (c->nprecisions == 1 ? c : NULL);
}

int16_t
desordre_categorie_premiere(enum zone zone, const char *categorie)
{
	int	i;

	for (i = 0; i < DESORDRES_CRITERES; i++) {
		if (desordres_criteres[i].zone == zone &&
		    strcmp(desordres_criteres[i].categorie, categorie) == 0)
			return (desordres_criteres[i].id);
	}
	return (0);
}

const char *
zone_name(enum zone zone)
{
	static const char *const names[ZONES] = {
		[ZONE_BATIMENT] = "BATIMENT",
		[ZONE_LOGEMENT] = "LOGEMENT"
	};

	assert((unsigned int)zone < ZONES);
	return (names[zone]);
}

const char *
qualification_name(enum qualification q)
{
	assert((unsigned int)q < QUALIFICATIONS);
	return (qualifications[q].name);
}

bool
qualification_is_procedure(enum qualification q)
{
	assert((unsigned int)q < QUALIFICATIONS);
	return (qualifications[q].procedure);
}

static bool
chosen_before(const int16_t *precisions, size_t i)
{
	size_t	j;

	for (j = 0; j < i; j++) {
		if (precisions[j] == precisions[i])
			return (true);
	}
	return (false);
}

static enum choix_faute
choix_check_one(const struct critere *c, const int16_t *precisions, size_t n,
    size_t i)
{
	const struct precision	*p = desordre_precision_by_id(precisions[i]);

	if (p == NULL || p->critere != c->id)
		return (CHOIX_ETRANGERE);
	if (chosen_before(precisions, i))
		return (CHOIX_DOUBLON);
	if (p->exclusive && n > 1)
		return (CHOIX_EXCLUSIVE);
	return (CHOIX_OK);
}

enum choix_faute
desordre_choix_check(const struct critere *c, const int16_t *precisions,
    size_t n, size_t *fautive)
{
	enum choix_faute	faute = CHOIX_OK;
	size_t			i;

	if (n == 0 && c->nprecisions > 1)
		faute = CHOIX_SANS_PRECISION;
	for (i = 0; i < n; i++) {
		faute = choix_check_one(c, precisions, n, i);
		if (faute != CHOIX_OK)
			break;
	}
	if (fautive != NULL && faute != CHOIX_OK)
		*fautive = i;
	return (faute);
}
