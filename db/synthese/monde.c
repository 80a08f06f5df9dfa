/* See monde.h. */
#include <assert.h>
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "criticite/criticite_json.h"
#include "monde.h"
#include "mots.h"

#define PRECISION_EXACT	JSON_REAL_PRECISION(17)

static PGresult *
ask(PGconn *pg, const char *sql)
{
	PGresult	*res = PQexec(pg, sql);

	if (PQresultStatus(res) != PGRES_TUPLES_OK)
		errx(1, "%s", PQerrorMessage(pg));
	return (res);
}

static long
number(const PGresult *res, int row, int column)
{
	return (strtol(PQgetvalue(res, row, column), NULL, 10));
}

static struct territoire *
territoire_of(struct monde *m, const PGresult *res, int row, int column)
{
	long	id = number(res, row, column);

	if (id < 1 || id >= 1000)
		errx(1, "territory %ld", id);
	return (&m->territoires[id]);
}

static void
territoires_read(struct monde *m, PGconn *pg)
{
	PGresult		*res;
	struct territoire	*t;
	size_t			 k;

	res = ask(pg, "select id, code from territoire where actif");
	for (int i = 0; i < PQntuples(res); i++) {
		t = territoire_of(m, res, i, 0);
		t->id = (int)number(res, i, 0);
		for (k = 0; k < mots_nchefs_lieux; k++) {
			if (strcmp(mots_chefs_lieux[k].code,
			    PQgetvalue(res, i, 1)) == 0)
				break;
		}
		if (k == mots_nchefs_lieux)
			errx(1, "no place for %s", PQgetvalue(res, i, 1));
		t->latitude = mots_chefs_lieux[k].latitude;
		t->longitude = mots_chefs_lieux[k].longitude;
		t->rayon = mots_chefs_lieux[k].rayon;
	}
	PQclear(res);
	res = ask(pg, "select territoire_id, annee, dernier "
	    "from reference_compteur");
	for (int i = 0; i < PQntuples(res); i++) {
		k = (size_t)(number(res, i, 1) - m->annee);
		if (k < ANNEES)
			territoire_of(m, res, i, 0)->numeros[k] =
			    (int)number(res, i, 2);
	}
	PQclear(res);
}

/* The largest of a territory is its main town, the others are around. */
static void
communes_read(struct monde *m, PGconn *pg)
{
	PGresult	*res;
	struct commune	*c;
	struct alea	 a;
	double		 sum = 0;

	res = ask(pg, "select c.territoire_id, c.code_insee, c.code_postal, "
	    "c.nom, greatest(c.population, 20)::float8 / count(*) over "
	    "(partition by c.code_insee), row_number() over (partition by "
	    "c.territoire_id order by c.population desc, c.code_insee) "
	    "from commune c join territoire t on t.id = c.territoire_id "
	    "where t.actif order by c.code_insee, c.code_postal");
	m->ncommunes = (size_t)PQntuples(res);
	m->communes = calloc(m->ncommunes, sizeof(*m->communes));
	for (int i = 0; i < PQntuples(res); i++) {
		struct territoire	*t = territoire_of(m, res, i, 0);

		c = &m->communes[i];
		a.state = strtoul(PQgetvalue(res, i, 1), NULL, 16);
		c->territoire = t->id;
		c->code_insee = PQgetvalue(res, i, 1);
		c->code_postal = PQgetvalue(res, i, 2);
		c->nom = PQgetvalue(res, i, 3);
		c->cumul = (sum += strtod(PQgetvalue(res, i, 4), NULL));
		c->latitude = t->latitude;
		c->longitude = t->longitude;
		if (number(res, i, 5) > 1) {
			c->latitude += t->rayon * (2 * alea_unit(&a) - 1);
			c->longitude += t->rayon * (2 * alea_unit(&a) - 1);
		}
	}
	/* res lives as long as the program: its texts are used. */
}

static void
people_add(int64_t *list, size_t *n, int64_t id)
{
	if (*n < PERSONNES)
		list[(*n)++] = id;
}

/* Partners with the share of the work that falls to their type. */
static void
partenaires_read(struct monde *m, PGconn *pg)
{
	PGresult		*res;
	struct territoire	*t;
	struct partenaire	*p = NULL;

	res = ask(pg, "select p.territoire_id, p.id, case p.type "
	    "when 'COMMUNE_SCHS' then 30 when 'DDT_M' then 20 "
	    "when 'ARS' then 18 when 'CAF_MSA' then 16 when 'ADIL' then 10 "
	    "when 'BAILLEUR_SOCIAL' then 6 else 4 end, u.id, u.role "
	    "from partenaire p left join utilisateur_partenaire up "
	    "on up.partenaire_id = p.id left join utilisateur u "
	    "on u.id = up.utilisateur_id and u.statut = 'ACTIF' "
	    "where p.territoire_id is not null and not p.archive "
	    "order by p.territoire_id, p.id, u.id");
	for (int i = 0; i < PQntuples(res); i++) {
		t = territoire_of(m, res, i, 0);
		if (t->npartenaires == 0 || p->id != number(res, i, 1)) {
			t->partenaires = realloc(t->partenaires,
			    (t->npartenaires + 1) * sizeof(*p));
			p = &t->partenaires[t->npartenaires++];
			*p = (struct partenaire){ .id = number(res, i, 1) };
			p->cumul = (double)number(res, i, 2) +
			    (t->npartenaires > 1 ? p[-1].cumul : 0);
		}
		if (PQgetisnull(res, i, 3))
			continue;
		if (strcmp(PQgetvalue(res, i, 4), "RESPONSABLE_TERRITOIRE") ==
		    0)
			people_add(t->responsables, &t->nresponsables,
			    number(res, i, 3));
		else
			people_add(p->agents, &p->nagents, number(res, i, 3));
	}
	PQclear(res);
}

void
monde_read(struct monde *m, PGconn *pg)
{
	territoires_read(m, pg);
	communes_read(m, pg);
	partenaires_read(m, pg);
	for (size_t i = 0; i < 1000; i++) {
		if (m->territoires[i].id != 0 &&
		    m->territoires[i].nresponsables == 0)
			errx(1, "territory %zu has no manager", i);
	}
}

/* Précisions of one critère, as a person may choose them. */
static void
choose(struct selection *s, const struct critere *c, struct alea *a)
{
	int16_t	ids[2];
	size_t	n = 1;

	ids[0] = (int16_t)(c->premiere + (int)alea_below(a,
	    (size_t)c->nprecisions));
	if (c->nprecisions > 1 && alea_chance(a, 0.2)) {
		ids[1] = (int16_t)(c->premiere + (int)alea_below(a,
		    (size_t)c->nprecisions));
		n = 2;
	}
	if (desordre_choix_check(c, ids, n, NULL) != CHOIX_OK)
		n = 1;
	memcpy(s->precisions + s->nprecisions, ids, n * sizeof(ids[0]));
	s->nprecisions += n;
}

static void
contexte_draw(struct contexte_criticite *c, struct alea *a)
{
	c->enfants_moins_6 = alea_chance(a, 0.3) ? ONN_OUI :
	    alea_chance(a, 0.9) ? ONN_NON : ONN_INCONNU;
	c->assurance_contactee = alea_chance(a, 0.25) ? ASSURANCE_OUI :
	    alea_chance(a, 0.6) ? ASSURANCE_NON : ASSURANCE_NSP;
	c->superficie = (double)(9 + alea_below(a, 40) + alea_below(a, 60));
	c->dpe = alea_chance(a, 0.45) ? ONN_OUI : alea_chance(a, 0.4) ?
	    ONN_NON : ONN_NSP;
	if (c->dpe != ONN_OUI)
		return;
	c->classe_energetique = (enum classe_energetique)(CLASSE_C +
	    (int)alea_below(a, 5));
	c->annee_dpe = alea_chance(a, 0.5) ? ANNEE_DPE_AVANT_2023 :
	    ANNEE_DPE_DEPUIS_2023;
	if (c->annee_dpe == ANNEE_DPE_AVANT_2023)
		c->consommation = c->superficie *
		    (double)(100 + alea_below(a, 500));
	else
		c->consommation_finale = (double)(80 + alea_below(a, 450));
}

static const char *
dump(json_t *value)
{
	char	*text = json_dumps(value, JSON_COMPACT | PRECISION_EXACT);

	json_decref(value);
	return (text);
}

static void
selection_draw(struct selection *s, struct alea *a)
{
	static struct evaluation	 e;
	const struct critere		*c;
	bool				 seen[DESORDRES_CRITERES + 1] = { 0 };
	size_t				 n = 1 + alea_below(a, 4);

	while (n > 0) {
		c = &desordres_criteres[alea_below(a, DESORDRES_CRITERES)];
		if (seen[c->id] || c->resolution == RESOLUTION_DERIVEE)
			continue;
		seen[c->id] = true;
		choose(s, c, a);
		n--;
	}
	contexte_draw(&s->contexte, a);
	criticite_evaluate(&grille_v1, s->precisions, s->nprecisions,
	    &s->contexte, &e);
	s->score = e.score;
	s->score_batiment = e.score_batiment;
	s->score_logement = e.score_logement;
	s->contributions = dump(criticite_json_contributions(&e));
	s->qualifications = dump(criticite_json_qualifications(&e));
	for (size_t i = 0; i < e.nqualifications; i++) {
		if (qualification_is_procedure(
		    e.qualifications[i].qualification))
			s->procedures[s->nprocedures++] = qualification_name(
			    e.qualifications[i].qualification);
	}
}

void
monde_draw_selections(struct monde *m)
{
	struct alea	a = { 20260101 };

	for (size_t i = 0; i < SELECTIONS; i++)
		selection_draw(&m->selections[i], &a);
}

const struct commune *
monde_commune(const struct monde *m, struct alea *a)
{
	double	x = alea_unit(a) * m->communes[m->ncommunes - 1].cumul;
	size_t	low = 0, high = m->ncommunes - 1, middle;

	while (low < high) {
		middle = (low + high) / 2;
		if (m->communes[middle].cumul > x)
			high = middle;
		else
			low = middle + 1;
	}
	return (&m->communes[low]);
}

const struct partenaire *
monde_partenaire(const struct territoire *t, struct alea *a)
{
	double	x = alea_unit(a) * t->partenaires[t->npartenaires - 1].cumul;
	size_t	i = 0;

	while (t->partenaires[i].cumul <= x)
		i++;
	return (&t->partenaires[i]);
}
