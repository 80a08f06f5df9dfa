/*
 * The life of a dossier. The table is the specification; the functions below
 * only read it.
 */
#include <assert.h>
#include <string.h>

#include "signalement/signalement_rules.h"

#define IN(statut)	(1u << SIGNALEMENT_##statut)
#define OPEN		(IN(EN_COURS) | IN(INJONCTION_BAILLEUR))

/* Who may: any of these. */
#define BY_RESPONSABLE	(1u << 0)
#define BY_AFFECTATION	(1u << 1)	/* the right to dispatch */
#define BY_EN_CHARGE	(1u << 2)

static const struct rule {
	const char		*name;
	unsigned		 from;		/* states, IN() */
	enum statut_signalement	 to;		/* STATUTS: unchanged */
	unsigned		 by;
	const char		*motif;		/* usage, NULL: none asked */
	bool			 message;	/* asked */
} rules[ACTIONS_SIGNALEMENT] = {
	[ACTION_VALIDER] = { "valider", IN(NOUVEAU), SIGNALEMENT_EN_COURS,
	    BY_RESPONSABLE, NULL, false },
	[ACTION_REFUSER] = { "refuser", IN(NOUVEAU), SIGNALEMENT_REFUSE,
	    BY_RESPONSABLE, "refus_signalement", true },
	[ACTION_CLORE] = { "clore", IN(EN_COURS), SIGNALEMENT_FERME,
	    BY_RESPONSABLE, "cloture", true },
	[ACTION_ROUVRIR] = { "rouvrir", IN(FERME) | IN(REFUSE),
	    SIGNALEMENT_EN_COURS, BY_RESPONSABLE, NULL, false },
	[ACTION_SUPPRIMER] = { "supprimer", IN(FERME) | IN(REFUSE),
	    SIGNALEMENT_ARCHIVE, BY_RESPONSABLE, NULL, false },
	[ACTION_AFFECTER] = { "affecter", OPEN, SIGNALEMENT_STATUTS,
	    BY_RESPONSABLE | BY_AFFECTATION, NULL, false },
	[ACTION_ECRIRE_SUIVI] = { "ecrire_suivi", OPEN, SIGNALEMENT_STATUTS,
	    BY_RESPONSABLE | BY_EN_CHARGE, NULL, true },
};

static const char *const	statuts[SIGNALEMENT_STATUTS] = {
	[SIGNALEMENT_BROUILLON] = "BROUILLON",
	[SIGNALEMENT_NOUVEAU] = "NOUVEAU",
	[SIGNALEMENT_EN_COURS] = "EN_COURS",
	[SIGNALEMENT_FERME] = "FERME",
	[SIGNALEMENT_REFUSE] = "REFUSE",
	[SIGNALEMENT_ARCHIVE] = "ARCHIVE",
	[SIGNALEMENT_BROUILLON_ARCHIVE] = "BROUILLON_ARCHIVE",
	[SIGNALEMENT_INJONCTION_BAILLEUR] = "INJONCTION_BAILLEUR",
	[SIGNALEMENT_INJONCTION_FERMEE] = "INJONCTION_FERMEE",
};

enum statut_signalement
statut_signalement_parse(const char *text)
{
	size_t	i;

	for (i = 0; i < SIGNALEMENT_STATUTS; i++) {
		if (strcmp(statuts[i], text) == 0)
			return ((enum statut_signalement)i);
	}
	assert(!"statut inconnu");
	return (SIGNALEMENT_STATUTS);
}

const char *
statut_signalement_name(enum statut_signalement statut)
{
	assert(statut < SIGNALEMENT_STATUTS);
	return (statuts[statut]);
}

enum action_signalement
action_signalement_parse(const char *text)
{
	size_t	i;

	for (i = 0; i < ACTIONS_SIGNALEMENT; i++) {
		if (strcmp(rules[i].name, text) == 0)
			break;
	}
	return ((enum action_signalement)i);
}

const char *
action_signalement_name(enum action_signalement action)
{
	assert(action < ACTIONS_SIGNALEMENT);
	return (rules[action].name);
}

static unsigned
capacities(const struct signalement_facts *f)
{
	return ((f->responsable ? BY_RESPONSABLE : 0) |
	    (f->droit_affectation ? BY_AFFECTATION : 0) |
	    (f->en_charge ? BY_EN_CHARGE : 0));
}

struct verdict
signalement_may(const struct signalement_facts *f,
    enum action_signalement action)
{
	const struct rule	*r = &rules[action];

	assert(action < ACTIONS_SIGNALEMENT);
	if ((r->by & capacities(f)) == 0)
		return (verdict_forbidden());
	if ((r->from & (1u << f->statut)) == 0)
		return (verdict_state("L'état du dossier ne permet pas cette "
		    "action."));
	return (verdict_ok());
}

enum statut_signalement
signalement_after(const struct signalement_facts *f,
    enum action_signalement action)
{
	enum statut_signalement	to = rules[action].to;

	return (to == SIGNALEMENT_STATUTS ? f->statut : to);
}

const char *
signalement_motif_usage(enum action_signalement action)
{
	return (rules[action].motif);
}

struct verdict
signalement_check_input(enum action_signalement action,
    const struct transition_input *in)
{
	const struct rule	*r = &rules[action];

	if (r->motif != NULL && in->motif == NULL)
		return (verdict_field("/motif", "obligatoire",
		    "Choisissez un motif."));
	if (r->motif != NULL && !in->motif_connu)
		return (verdict_field("/motif", "valeur_inconnue",
		    "Ce motif ne convient pas à cette action."));
	if (r->motif == NULL && in->motif != NULL)
		return (verdict_field("/motif", "inutile",
		    "Cette action ne demande pas de motif."));
	if (in->travaux_requis && in->travaux == NULL)
		return (verdict_field("/travaux", "obligatoire",
		    "Ce motif demande de dire si des travaux de mise en "
		    "conformité ont été faits."));
	if (r->message && in->message == NULL)
		return (verdict_field("/message", "obligatoire",
		    "Écrivez un message d'au moins 10 caractères."));
	return (verdict_ok());
}
