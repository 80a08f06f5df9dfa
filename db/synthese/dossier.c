/* See dossier.h. */
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "dossier.h"
#include "mots.h"

#define SECOND		((instant)1000000)
#define DAY		(86400 * SECOND)
#define PICK(a, m)	((m).mots[alea_below((a), (m).n)])

struct ligne_historique {
	instant		 fait_le;
	const char	*objet, *operation, *qualite;
	int64_t		 objet_id, par;
	char		 changements[600];
};

/* What is being written. */
struct dossier {
	struct sortie			*s;
	const struct monde		*m;
	struct alea			*a;
	const struct commune		*commune;
	const struct territoire		*t;
	const struct selection		*sel;
	int64_t				 id, responsable, auteur, partenaire;
	instant				 cree_le, valide_le, ferme_le,
					 dernier_suivi_le, modifie_le;
	int64_t				 modifie_par;
	const char			*profil, *source, *qualite, *statut,
					*modifie_qualite;
	const char			*motif_refus, *motif_cloture, *travaux;
	bool				 occupe;	/* by who files */
	int				 version;
	struct ligne_historique		 historique[DOSSIER_HISTORIQUE];
	size_t				 nhistorique;
	/* Blocks, JSON. */
	char	 adresse[600], occupant[400], declarant[400], bailleur[500],
		 agence[200], logement[600], foyer[300], procedure[200],
		 description[600], reference_externe[40];
	double	 latitude, longitude;
};

static const struct {
	const char	*code;
	bool		 travaux;
} clotures[] = {
	{ "LOGEMENT_MIS_EN_CONFORMITE", true }, { "RELOGEMENT_OCCUPANT", true },
	{ "DEPART_OCCUPANT", true }, { "ABSENCE_DE_REPONSE_OCCUPANT", true },
	{ "LOGEMENT_DECENT", false }, { "HORS_PERIMETRE_LHI", false },
	{ "RESPONSABILITE_DE_L_OCCUPANT", false }, { "REFUS_DE_TRAVAUX", false },
	{ "LOGEMENT_MIS_EN_CONFORMITE", true }, { "LOGEMENT_DECENT", false },
};

static const char *const	refus[] = { "HORS_PDLHI", "DOUBLON", "AUTRE" };
static const char *const	refus_affectation[] = { "HORS_COMPETENCE",
				    "HORS_ZONE_GEOGRAPHIQUE", "DOUBLON" };

#define ANY(a, list)	((list)[alea_below((a), sizeof(list) / sizeof((list)[0]))])

/* Output */

void
sortie_open(struct sortie *s, const char *conninfo)
{
	copie_open(&s->signalement, conninfo, "signalement", "id, uuid, "
	    "version, territoire_id, reference_annee, reference_numero, "
	    "reference_externe, code_suivi, statut, source, "
	    "profil_declarant, profil_occupant, logement_social, adresse, "
	    "occupant, declarant, bailleur, agence, logement, foyer, "
	    "procedure, description, precisions, grille, score, "
	    "score_batiment, score_logement, qualifications, procedures, "
	    "position, motif_refus, motif_cloture, travaux_cloture, "
	    "valide_le, ferme_le, dernier_suivi_le, cree_le, cree_par, "
	    "cree_par_partenaire, modifie_le, modifie_par, modifie_qualite");
	copie_open(&s->evaluation, conninfo, "evaluation", "id, "
	    "signalement_id, grille, score, score_batiment, score_logement, "
	    "contributions, qualifications, fait_le");
	copie_open(&s->affectation, conninfo, "affectation", "id, uuid, "
	    "version, signalement_id, partenaire_id, statut, motif, travaux, "
	    "message, repondu_le, repondu_par, cree_le, cree_par, modifie_le, "
	    "modifie_par, modifie_qualite, dossier_cree_le");
	copie_open(&s->suivi, conninfo, "suivi", "id, uuid, signalement_id, "
	    "categorie, message, visible_usager, auteur, cree_par, "
	    "partenaire_id, cree_le, modifie_par, modifie_qualite");
	copie_open(&s->historique, conninfo, "historique", "id, uuid, "
	    "signalement_id, objet, objet_id, operation, changements, par, "
	    "qualite, fait_le");
}

void
sortie_close(struct sortie *s)
{
	copie_close(&s->signalement);
	copie_close(&s->evaluation);
	copie_close(&s->affectation);
	copie_close(&s->suivi);
	copie_close(&s->historique);
}

static void
uuid_write(struct copie *c, struct alea *a)
{
	uint64_t	high = alea_next(a);

	copie_uuid(c, high, alea_next(a));
}

static void __attribute__((format(printf, 3, 4)))
text_write(char *out, size_t size, const char *fmt, ...)
{
	va_list	args;
	int	n;

	va_start(args, fmt);
	n = vsnprintf(out, size, fmt, args);
	va_end(args);
	assert(n >= 0 && (size_t)n < size);
}

#define WRITE(member, ...)	text_write(member, sizeof(member), __VA_ARGS__)

/* As to_jsonb(timestamptz) writes whole seconds. */
static const char *
instant_text(instant at, char out[32])
{
	time_t		seconds = (time_t)(at / SECOND);
	struct tm	tm;

	(void)gmtime_r(&seconds, &tm);
	(void)strftime(out, 32, "%Y-%m-%dT%H:%M:%S+00:00", &tm);
	return (out);
}

static const char *
day_text(instant at, char out[32])
{
	(void)instant_text(at, out);
	out[10] = '\0';
	return (out);
}

/* A moment after from, on whole seconds. */
static instant
later(struct alea *a, instant from, double mean_days)
{
	instant	at = from + (instant)(alea_wait(a, mean_days) * (double)DAY) +
		    600 * SECOND;

	return (at - at % SECOND);
}

/* History */

static struct ligne_historique *
history(struct dossier *d, instant at, const char *objet, int64_t objet_id,
    const char *operation, int64_t par, const char *qualite)
{
	struct ligne_historique	*h = &d->historique[d->nhistorique++];

	assert(d->nhistorique <= DOSSIER_HISTORIQUE);
	*h = (struct ligne_historique){ .fait_le = at, .objet = objet,
	    .operation = operation, .qualite = qualite, .objet_id = objet_id,
	    .par = par, .changements = "[]" };
	return (h);
}

/* In the order of time, so that identifiers follow it. */
static void
history_write(struct dossier *d)
{
	struct ligne_historique	*h;
	struct copie		*c = &d->s->historique;
	size_t			 order[DOSSIER_HISTORIQUE], i, j;

	for (i = 0; i < d->nhistorique; i++) {
		for (j = i; j > 0 && d->historique[order[j - 1]].fait_le >
		    d->historique[i].fait_le; j--)
			order[j] = order[j - 1];
		order[j] = i;
	}
	for (i = 0; i < d->nhistorique; i++) {
		h = &d->historique[order[i]];
		copie_row(c, 10);
		copie_int8(c, d->s->ids_historique++);
		uuid_write(c, d->a);
		copie_int8(c, d->id);
		copie_text(c, h->objet);
		copie_int8(c, h->objet_id);
		copie_text(c, h->operation);
		copie_json(c, h->changements);
		copie_id(c, h->par);
		copie_text(c, h->qualite);
		copie_instant(c, h->fait_le);
	}
}

/* Suivis */

struct suivi {
	const char	*categorie, *message, *auteur;
	bool		 visible;
	int64_t		 par, partenaire;
};

static void
suivi_write(struct dossier *d, instant at, struct suivi v)
{
	struct copie	*c = &d->s->suivi;
	int64_t		 id = d->s->ids_suivi++;

	copie_row(c, 12);
	copie_int8(c, id);
	uuid_write(c, d->a);
	copie_int8(c, d->id);
	copie_text(c, v.categorie);
	copie_text(c, v.message);
	copie_bool(c, v.visible);
	copie_text(c, v.auteur);
	copie_id(c, v.par);
	copie_id(c, v.partenaire);
	copie_instant(c, at);
	copie_id(c, v.par);
	copie_text(c, v.auteur);
	(void)history(d, at, "suivi", id, "creation", v.par, v.auteur);
	if (at > d->dernier_suivi_le)
		d->dernier_suivi_le = at;
}

static void
suivi_responsable(struct dossier *d, instant at, const char *categorie,
    const char *message)
{
	suivi_write(d, at, (struct suivi){ categorie, message, "agent", true,
	    d->responsable, d->t->partenaires[0].id });
}

/* Affectations */

static int64_t
agent_of(struct dossier *d, const struct partenaire *p)
{
	return (p->nagents == 0 ? d->responsable :
	    p->agents[alea_below(d->a, p->nagents)]);
}

struct affectation {
	const struct partenaire	*p;
	const char		*statut, *motif, *travaux, *message;
	instant			 cree_le, repondu_le, modifie_le;
	int64_t			 id, repondu_par, modifie_par;
	int			 version;
};

static void
affectation_answer(struct dossier *d, struct affectation *f, instant at)
{
	struct ligne_historique	*h;
	bool			 accepte = alea_chance(d->a, 0.92);
	char			 le[32];

	f->repondu_le = f->modifie_le = at;
	f->repondu_par = f->modifie_par = agent_of(d, f->p);
	f->version++;
	f->statut = accepte ? "EN_COURS" : "REFUSE";
	h = history(d, at, "affectation", f->id, "modification",
	    f->repondu_par, "agent");
	if (accepte) {
		WRITE(h->changements, "[{\"champ\":\"repondu_le\",\"avant\":"
		    "null,\"apres\":\"%s\"},{\"champ\":\"repondu_par\","
		    "\"avant\":null,\"apres\":%lld},{\"champ\":\"statut\","
		    "\"avant\":\"NOUVEAU\",\"apres\":\"EN_COURS\"}]",
		    instant_text(at, le), (long long)f->repondu_par);
		return;
	}
	f->motif = ANY(d->a, refus_affectation);
	f->message = "Ce dossier ne relève pas de notre service.";
	WRITE(h->changements, "[{\"champ\":\"message\",\"avant\":null,"
	    "\"apres\":\"%s\"},{\"champ\":\"motif\",\"avant\":null,\"apres\":"
	    "\"%s\"},{\"champ\":\"repondu_le\",\"avant\":null,\"apres\":\"%s\""
	    "},{\"champ\":\"repondu_par\",\"avant\":null,\"apres\":%lld},"
	    "{\"champ\":\"statut\",\"avant\":\"NOUVEAU\",\"apres\":\"REFUSE\""
	    "}]", f->message, f->motif, instant_text(at, le),
	    (long long)f->repondu_par);
	suivi_write(d, at, (struct suivi){ "AFFECTATION_IS_REFUSED",
	    f->message, "agent", false, f->repondu_par, f->p->id });
}

/* The dossier closes for all. */
static void
affectation_close(struct dossier *d, struct affectation *f)
{
	struct ligne_historique	*h;
	char			 travaux[80] = "";

	if (strcmp(f->statut, "REFUSE") == 0)
		return;
	h = history(d, d->ferme_le, "affectation", f->id, "modification",
	    d->responsable, "agent");
	if (d->travaux != NULL)
		WRITE(travaux, ",{\"champ\":\"travaux\",\"avant\":null,"
		    "\"apres\":\"%s\"}", d->travaux);
	WRITE(h->changements, "[{\"champ\":\"motif\",\"avant\":null,\"apres\":"
	    "\"%s\"},{\"champ\":\"statut\",\"avant\":\"%s\",\"apres\":"
	    "\"FERME\"}%s]", d->motif_cloture, f->statut, travaux);
	f->statut = "FERME";
	f->motif = d->motif_cloture;
	f->travaux = d->travaux;
	f->modifie_le = d->ferme_le;
	f->modifie_par = d->responsable;
	f->version++;
}

static void
affectation_write(struct dossier *d, const struct affectation *f)
{
	struct copie	*c = &d->s->affectation;

	copie_row(c, 17);
	copie_int8(c, f->id);
	uuid_write(c, d->a);
	copie_int4(c, f->version);
	copie_int8(c, d->id);
	copie_int8(c, f->p->id);
	copie_text(c, f->statut);
	copie_text(c, f->motif);
	copie_text(c, f->travaux);
	copie_text(c, f->message);
	copie_instant(c, f->repondu_le);
	copie_id(c, f->repondu_par);
	copie_instant(c, f->cree_le);
	copie_int8(c, d->responsable);
	copie_instant(c, f->modifie_le);
	copie_int8(c, f->modifie_par);
	copie_text(c, "agent");
	copie_instant(c, d->cree_le);
}

static void
affectation_live(struct dossier *d, struct affectation *f, instant until,
    instant *accepte_le)
{
	instant	at = later(d->a, f->cree_le, 9);

	f->id = d->s->ids_affectation++;
	f->statut = "NOUVEAU";
	f->version = 1;
	f->modifie_le = f->cree_le;
	f->modifie_par = d->responsable;
	(void)history(d, f->cree_le, "affectation", f->id, "creation",
	    d->responsable, "agent");
	if (at >= until)
		return;
	affectation_answer(d, f, at);
	if (f->statut[0] == 'E' && (*accepte_le == 0 || at < *accepte_le))
		*accepte_le = at;
}

/* From the validation to the closing, or now. */
static void
affectations_write(struct dossier *d, instant until)
{
	struct affectation	 f[DOSSIER_AFFECTATIONS] = { 0 };
	size_t			 n, i, j, want = 1 +
				    (alea_chance(d->a, 0.2) ? 1u : 0u) +
				    (alea_chance(d->a, 0.03) ? 1u : 0u);
	instant			 accepte_le = 0;

	for (i = n = 0; i < want; i++) {
		f[n].p = monde_partenaire(d->t, d->a);
		f[n].cree_le = later(d->a, d->valide_le, 1.5);
		for (j = 0; j < n && f[j].p != f[n].p; j++)
			;
		if (j < n || f[n].cree_le >= until)
			continue;
		affectation_live(d, &f[n], until, &accepte_le);
		n++;
	}
	if (accepte_le != 0)
		suivi_write(d, accepte_le, (struct suivi){
		    "AFFECTATION_IS_ACCEPTED", "Un partenaire a pris votre "
		    "dossier en charge. Il vous écrira ici.", "systeme", true,
		    0, 0 });
	for (i = 0; accepte_le != 0 && i < 4 && alea_chance(d->a, 0.3); i++) {
		instant	at = later(d->a, accepte_le, 40);

		j = alea_below(d->a, n);
		if (at >= until)
			continue;
		if (alea_chance(d->a, 0.65))
			suivi_write(d, at, (struct suivi){ "MESSAGE_PARTNER",
			    PICK(d->a, mots_agent), "agent",
			    alea_chance(d->a, 0.6), agent_of(d, f[j].p),
			    f[j].p->id });
		else
			suivi_write(d, at, (struct suivi){ "MESSAGE_USAGER",
			    PICK(d->a, mots_usager), d->occupe ? "occupant" :
			    "declarant", true, 0, 0 });
	}
	for (i = 0; i < n; i++) {
		if (d->ferme_le != 0)
			affectation_close(d, &f[i]);
		affectation_write(d, &f[i]);
	}
}

/* The dossier's own life */

static struct ligne_historique *
transition(struct dossier *d, instant at, const char *statut)
{
	d->statut = statut;
	d->version++;
	d->modifie_le = at;
	d->modifie_par = d->responsable;
	d->modifie_qualite = "agent";
	return (history(d, at, "signalement", d->id, "modification",
	    d->responsable, "agent"));
}

static void
refuse(struct dossier *d, instant at)
{
	struct ligne_historique	*h = transition(d, at, "REFUSE");
	char			 le[32];

	d->ferme_le = at;
	d->motif_refus = ANY(d->a, refus);
	WRITE(h->changements, "[{\"champ\":\"ferme_le\",\"avant\":null,"
	    "\"apres\":\"%s\"},{\"champ\":\"motif_refus\",\"avant\":null,"
	    "\"apres\":\"%s\"},{\"champ\":\"statut\",\"avant\":\"NOUVEAU\","
	    "\"apres\":\"REFUSE\"}]", instant_text(at, le), d->motif_refus);
	suivi_responsable(d, at, "SIGNALEMENT_IS_REFUSED", "Votre signalement "
	    "ne relève pas de la lutte contre le mal-logement. L'ADIL de "
	    "votre département peut vous conseiller.");
}

static void
validate(struct dossier *d, instant at)
{
	struct ligne_historique	*h = transition(d, at, "EN_COURS");
	char			 le[32];

	d->valide_le = at;
	WRITE(h->changements, "[{\"champ\":\"statut\",\"avant\":\"NOUVEAU\","
	    "\"apres\":\"EN_COURS\"},{\"champ\":\"valide_le\",\"avant\":null,"
	    "\"apres\":\"%s\"}]", instant_text(at, le));
	suivi_responsable(d, at, "SIGNALEMENT_IS_ACTIVE", "Votre signalement "
	    "est validé : des partenaires vont être saisis pour le traiter.");
}

static void
close_for_all(struct dossier *d, instant at)
{
	struct ligne_historique	*h = transition(d, at, "FERME");
	char			 le[32], travaux[100] = "";
	size_t			 i = alea_below(d->a, sizeof(clotures) /
				    sizeof(clotures[0]));

	d->ferme_le = at;
	d->motif_cloture = clotures[i].code;
	if (clotures[i].travaux) {
		d->travaux = alea_chance(d->a, 0.6) ? "OUI" : "NON";
		WRITE(travaux, ",{\"champ\":\"travaux_cloture\",\"avant\":"
		    "null,\"apres\":\"%s\"}", d->travaux);
	}
	WRITE(h->changements, "[{\"champ\":\"ferme_le\",\"avant\":null,"
	    "\"apres\":\"%s\"},{\"champ\":\"motif_cloture\",\"avant\":null,"
	    "\"apres\":\"%s\"},{\"champ\":\"statut\",\"avant\":\"EN_COURS\","
	    "\"apres\":\"FERME\"}%s]", instant_text(at, le),
	    d->motif_cloture, travaux);
	suivi_responsable(d, at, "SIGNALEMENT_IS_CLOSED", "Votre dossier est "
	    "fermé. Vous pouvez encore nous écrire ici pendant trente jours.");
}

static void
live(struct dossier *d)
{
	instant	now = d->s->now, at = later(d->a, d->cree_le, 8), end;

	d->statut = "NOUVEAU";
	d->version = 1;
	d->modifie_le = d->cree_le;
	d->modifie_par = d->auteur;
	d->modifie_qualite = d->qualite;
	(void)history(d, d->cree_le, "signalement", d->id, "creation",
	    d->auteur, d->qualite);
	if (at >= now || alea_chance(d->a, 0.015))
		return;
	if (alea_chance(d->a, 0.06)) {
		refuse(d, at);
		return;
	}
	validate(d, at);
	end = later(d->a, at + 20 * DAY, 240);
	if (end < now)
		close_for_all(d, end);
	affectations_write(d, d->ferme_le != 0 ? d->ferme_le : now);
}

/* Blocks */

static const char *
nullable(const char *text, char *out, size_t size)
{
	if (text == NULL)
		return ("null");
	text_write(out, size, "\"%s\"", text);
	return (out);
}

static void
who(struct dossier *d, char *out, size_t size, const char *more)
{
	bool	femme = alea_chance(d->a, 0.58);

	text_write(out, size, "{%s%s\"nom\":\"%s\",\"prenom\":\"%s\","
	    "\"email\":\"contact%u@example.org\",\"telephone\":\"+336%08u\"%s}",
	    more == NULL ? "\"civilite\":" : "",
	    more == NULL ? (femme ? "\"mme\"," : "\"mr\",") : "",
	    PICK(d->a, mots_noms), femme ? PICK(d->a, mots_prenoms_f) :
	    PICK(d->a, mots_prenoms_h), (unsigned)alea_below(d->a, 10000000),
	    (unsigned)alea_below(d->a, 100000000), more == NULL ? "" : more);
}

static void
profil_draw(struct dossier *d)
{
	double	x = alea_unit(d->a);

	d->profil = x < .72 ? "LOCATAIRE" : x < .78 ? "BAILLEUR_OCCUPANT" :
	    x < .86 ? "TIERS_PARTICULIER" : x < .97 ? "TIERS_PRO" :
	    x < .98 ? "BAILLEUR" : "SERVICE_SECOURS";
	d->occupe = x < .78;
	d->source = "FORMULAIRE_USAGER";
	d->qualite = d->occupe ? "occupant" : "declarant";
	if (x >= .86 && d->t->nresponsables > 0 && alea_chance(d->a, .8)) {
		const struct partenaire	*p = monde_partenaire(d->t, d->a);

		d->auteur = agent_of(d, p);
		d->partenaire = p->id;
		d->qualite = "agent";
		d->source = "FORMULAIRE_AGENT";
		if (alea_chance(d->a, .4)) {
			d->source = "API";
			WRITE(d->reference_externe, "HAB-%lld",
			    (long long)d->id);
		}
	}
}

static void
people_draw(struct dossier *d)
{
	char		 le[32], more[160];
	bool		 social = alea_chance(d->a, .3);

	if (d->occupe || alea_chance(d->a, .7))
		who(d, d->occupant, sizeof(d->occupant), NULL);
	else
		WRITE(d->occupant, "{}");
	if (d->occupe) {
		WRITE(d->declarant, "{}");
	} else {
		WRITE(more, "%s", strcmp(d->profil, "TIERS_PARTICULIER") == 0 ?
		    ",\"lien\":\"PROCHE\"" :
		    ",\"structure\":\"Service social de secteur\"");
		who(d, d->declarant, sizeof(d->declarant), more);
	}
	day_text(d->cree_le - (instant)(alea_wait(d->a, 60) * (double)DAY) -
	    3 * DAY, le);
	if (!social && alea_chance(d->a, .7))
		WRITE(d->bailleur, "{\"type\":\"PARTICULIER\",\"nom\":\"%s\","
		    "\"prenom\":\"%s\",\"averti\":true,\"averti_le\":\"%s\","
		    "\"moyen\":\"courrier\"}", PICK(d->a, mots_noms),
		    PICK(d->a, mots_prenoms_h), le);
	else
		WRITE(d->bailleur, "{\"type\":\"ORGANISME_SOCIETE\","
		    "\"denomination\":\"%s\",\"averti\":true,\"averti_le\":"
		    "\"%s\",\"moyen\":\"email\"}", PICK(d->a, mots_societes),
		    le);
	if (alea_chance(d->a, .15))
		WRITE(d->agence, "{\"denomination\":\"%s\"}",
		    PICK(d->a, mots_societes));
	else
		WRITE(d->agence, "{}");
}

static void
adresse_draw(struct dossier *d)
{
	const struct commune	*c = d->commune;
	char			 etage[40] = "";

	d->latitude = c->latitude + .02 * (alea_unit(d->a) - .5);
	d->longitude = c->longitude + .03 * (alea_unit(d->a) - .5);
	/* Six decimals, as given, in both places. */
	d->latitude = nearbyint(d->latitude * 1e6) / 1e6;
	d->longitude = nearbyint(d->longitude * 1e6) / 1e6;
	if (alea_chance(d->a, .6))
		WRITE(etage, ",\"etage\":\"%u\"",
		    (unsigned)alea_below(d->a, 7));
	WRITE(d->adresse, "{\"numero_voie\":\"%u %s\",\"code_postal\":\"%s\","
	    "\"commune\":\"%s\",\"code_insee\":\"%s\",\"latitude\":%.6f,"
	    "\"longitude\":%.6f%s}", 1 + (unsigned)alea_below(d->a, 140),
	    PICK(d->a, mots_voies), c->code_postal, c->nom, c->code_insee,
	    d->latitude, d->longitude, etage);
}

static void
logement_draw(struct dossier *d)
{
	const struct contexte_criticite	*c = &d->sel->contexte;
	char	dpe[16], classe[16], annee[20], figures[80] = "";

	if (c->consommation > 0)
		WRITE(figures, ",\"consommation\":%.0f", c->consommation);
	else if (c->consommation_finale > 0)
		WRITE(figures, ",\"consommation_finale\":%.0f",
		    c->consommation_finale);
	WRITE(d->logement, "{\"nature\":\"%s\",\"superficie\":%.0f,"
	    "\"nb_pieces\":%u,\"annee_construction\":%u,\"bail\":\"%s\","
	    "\"loyer\":%u,\"dpe\":%s,\"classe_energetique\":%s,"
	    "\"annee_dpe\":%s%s}", alea_chance(d->a, .75) ? "appartement" :
	    "maison", c->superficie, 1 + (unsigned)(c->superficie / 22),
	    1850 + (unsigned)alea_below(d->a, 160),
	    alea_chance(d->a, .9) ? "oui" : "non",
	    250 + (unsigned)(c->superficie * 9),
	    nullable(oui_non_nsp_name(c->dpe), dpe, sizeof(dpe)),
	    nullable(classe_energetique_name(c->classe_energetique), classe,
	    sizeof(classe)), nullable(annee_dpe_name(c->annee_dpe), annee,
	    sizeof(annee)), figures);
}

static void
foyer_draw(struct dossier *d)
{
	static const char *const	since[] = { "LESS_1_MONTH",
	    "MONTHS_1_TO_6", "MONTHS_6_TO_12", "YEARS_1_TO_2", "MORE_2_YEARS" };
	const struct contexte_criticite	*c = &d->sel->contexte;
	unsigned	enfants = (unsigned)alea_below(d->a, 3) +
			    (c->enfants_moins_6 == ONN_OUI);
	char		answer[16];

	WRITE(d->foyer, "{\"nb_occupants\":%u,\"nb_enfants\":%u,"
	    "\"enfants_moins_6\":%s,\"allocataire\":\"%s\"}", enfants + 1 +
	    (unsigned)alea_below(d->a, 2), enfants, nullable(oui_non_nsp_name(
	    c->enfants_moins_6), answer, sizeof(answer)),
	    alea_chance(d->a, .55) ? "caf" : "non");
	WRITE(d->procedure, "{\"debut_desordres\":\"%s\","
	    "\"assurance_contactee\":%s}", ANY(d->a, since),
	    nullable(assurance_contactee_name(c->assurance_contactee), answer,
	    sizeof(answer)));
	WRITE(d->description, "%s %s", PICK(d->a, mots_descriptions),
	    PICK(d->a, mots_descriptions));
}

/* Rows */

static void
signalement_blocks(struct dossier *d, struct copie *c)
{
	copie_json(c, d->adresse);
	copie_json(c, d->occupant);
	copie_json(c, d->declarant);
	copie_json(c, d->bailleur);
	copie_json(c, d->agence);
	copie_json(c, d->logement);
	copie_json(c, d->foyer);
	copie_json(c, d->procedure);
	copie_text(c, d->description);
	copie_int2s(c, d->sel->precisions, d->sel->nprecisions);
	copie_int4(c, grille_v1.version);
	copie_double(c, d->sel->score);
	copie_double(c, d->sel->score_batiment);
	copie_double(c, d->sel->score_logement);
	copie_json(c, d->sel->qualifications);
	copie_texts(c, d->sel->procedures, d->sel->nprocedures);
	copie_point(c, d->longitude, d->latitude);
}

static void
signalement_write(struct dossier *d, int annee, int numero)
{
	struct copie	*c = &d->s->signalement;

	copie_row(c, 42);
	copie_int8(c, d->id);
	uuid_write(c, d->a);
	copie_int4(c, d->version);
	copie_int2(c, d->t->id);
	copie_int4(c, annee);
	copie_int4(c, numero);
	copie_text(c, d->reference_externe[0] == '\0' ? NULL :
	    d->reference_externe);
	uuid_write(c, d->a);
	copie_text(c, d->statut);
	copie_text(c, d->source);
	copie_text(c, d->profil);
	copie_text(c, d->occupe || strcmp(d->profil, "BAILLEUR") == 0 ? NULL :
	    "LOCATAIRE");
	copie_bool(c, strstr(d->bailleur, "ORGANISME") != NULL);
	signalement_blocks(d, c);
	copie_text(c, d->motif_refus);
	copie_text(c, d->motif_cloture);
	copie_text(c, d->travaux);
	copie_instant(c, d->valide_le);
	copie_instant(c, d->ferme_le);
	copie_instant(c, d->dernier_suivi_le);
	copie_instant(c, d->cree_le);
	copie_id(c, d->auteur);
	copie_id(c, d->partenaire);
	copie_instant(c, d->modifie_le);
	copie_id(c, d->modifie_par);
	copie_text(c, d->modifie_qualite);
}

static void
evaluation_write(struct dossier *d)
{
	struct copie	*c = &d->s->evaluation;

	copie_row(c, 9);
	copie_int8(c, d->s->ids_evaluation++);
	copie_int8(c, d->id);
	copie_int4(c, grille_v1.version);
	copie_double(c, d->sel->score);
	copie_double(c, d->sel->score_batiment);
	copie_double(c, d->sel->score_logement);
	copie_json(c, d->sel->contributions);
	copie_json(c, d->sel->qualifications);
	copie_instant(c, d->cree_le);
}

void
dossier_write(struct sortie *s, const struct monde *m, struct alea *a,
    const struct commune *commune, int64_t id, instant cree_le, int annee,
    int numero)
{
	static struct dossier	 d;
	size_t			 keep = offsetof(struct dossier, historique);

	memset(&d, 0, keep);
	d.nhistorique = 0;
	d.reference_externe[0] = '\0';
	d.s = s;
	d.m = m;
	d.a = a;
	d.commune = commune;
	d.t = &m->territoires[commune->territoire];
	d.sel = &m->selections[alea_below(a, SELECTIONS)];
	d.id = id;
	d.cree_le = cree_le;
	d.responsable = d.t->responsables[alea_below(a, d.t->nresponsables)];
	profil_draw(&d);
	people_draw(&d);
	adresse_draw(&d);
	logement_draw(&d);
	foyer_draw(&d);
	live(&d);
	signalement_write(&d, annee, numero);
	evaluation_write(&d);
	history_write(&d);
}
