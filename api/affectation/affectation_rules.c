/*
 * The table is the specification; the functions below only read it.
 */
#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "affectation/affectation_rules.h"

enum actor { PARTENAIRE, RESPONSABLE, DISTRIBUTEUR };

static const struct transition {
	enum action_affectation	action;
	enum statut_affectation	from, to;
	enum actor		by;
} transitions[] = {
	{ AFF_ACCEPTER, AFFECTATION_NOUVEAU, AFFECTATION_EN_COURS,
	    PARTENAIRE },
	{ AFF_ACCEPTER, AFFECTATION_REFUSE, AFFECTATION_EN_COURS,
	    PARTENAIRE },
	{ AFF_REFUSER, AFFECTATION_NOUVEAU, AFFECTATION_REFUSE, PARTENAIRE },
	{ AFF_CLORE, AFFECTATION_EN_COURS, AFFECTATION_FERME, PARTENAIRE },
	{ AFF_ROUVRIR, AFFECTATION_FERME, AFFECTATION_NOUVEAU, PARTENAIRE },
	{ AFF_REINITIALISER, AFFECTATION_REFUSE, AFFECTATION_NOUVEAU,
	    RESPONSABLE },
	{ AFF_REINITIALISER, AFFECTATION_FERME, AFFECTATION_NOUVEAU,
	    RESPONSABLE },
	{ AFF_RETIRER, AFFECTATION_NOUVEAU, AFFECTATION_NOUVEAU,
	    DISTRIBUTEUR },
	{ AFF_RETIRER, AFFECTATION_EN_COURS, AFFECTATION_EN_COURS,
	    DISTRIBUTEUR },
	{ AFF_RETIRER, AFFECTATION_REFUSE, AFFECTATION_REFUSE,
	    DISTRIBUTEUR },
	{ AFF_RETIRER, AFFECTATION_FERME, AFFECTATION_FERME, DISTRIBUTEUR },
};

static const struct {
	const char	*name;
	const char	*motif;		/* usage, NULL: none asked */
	bool		 message;
} inputs[ACTIONS_AFFECTATION] = {
	[AFF_ACCEPTER] = { "accepter", NULL, false },
	[AFF_REFUSER] = { "refuser", "refus_affectation", true },
	[AFF_CLORE] = { "clore", "cloture", true },
	[AFF_ROUVRIR] = { "rouvrir", NULL, false },
	[AFF_REINITIALISER] = { "reinitialiser", NULL, false },
	[AFF_RETIRER] = { "retirer", NULL, false },
};

static const char *const	statuts[AFFECTATION_STATUTS] = {
	[AFFECTATION_NOUVEAU] = "NOUVEAU",
	[AFFECTATION_EN_COURS] = "EN_COURS",
	[AFFECTATION_REFUSE] = "REFUSE",
	[AFFECTATION_FERME] = "FERME",
};

#define COUNT(table)	(sizeof(table) / sizeof((table)[0]))

enum statut_affectation
statut_affectation_parse(const char *text)
{
	size_t	i;

	for (i = 0; i < AFFECTATION_STATUTS; i++) {
		if (strcmp(statuts[i], text) == 0)
			return ((enum statut_affectation)i);
	}
	assert(!"statut inconnu");
	return (AFFECTATION_STATUTS);
}

const char *
statut_affectation_name(enum statut_affectation statut)
{
	assert(statut < AFFECTATION_STATUTS);
	return (statuts[statut]);
}

enum action_affectation
action_affectation_parse(const char *text)
{
	size_t	i;

	for (i = 0; i < ACTIONS_AFFECTATION; i++) {
		if (strcmp(inputs[i].name, text) == 0)
			break;
	}
	return ((enum action_affectation)i);
}

const char *
action_affectation_name(enum action_affectation action)
{
	assert(action < ACTIONS_AFFECTATION);
	return (inputs[action].name);
}

const char *
affectation_motif_usage(enum action_affectation action)
{
	return (inputs[action].motif);
}

bool
affectation_needs_message(enum action_affectation action)
{
	return (inputs[action].message);
}

static bool
may_act(enum actor by, const struct affectation_facts *f)
{
	switch (by) {
	case PARTENAIRE:
		return (f->mienne);
	case RESPONSABLE:
		return (f->responsable);
	case DISTRIBUTEUR:
		return (f->responsable || f->droit_affectation);
	}
	return (false);
}

struct verdict
affectation_decide(const struct affectation_facts *f,
    enum action_affectation action, enum statut_affectation *next)
{
	const struct transition	*t;
	bool			 known = false;

	assert(action < ACTIONS_AFFECTATION);
	for (size_t i = 0; i < COUNT(transitions); i++) {
		t = &transitions[i];
		if (t->action != action)
			continue;
		if (!may_act(t->by, f))
			return (verdict_forbidden());
		if (f->synchronisee && t->by == PARTENAIRE)
			return (verdict_state("Ce partenaire répond depuis "
			    "son propre logiciel."));
		known = true;
		if (t->from != f->statut || !f->dossier_ouvert)
			continue;
		if (next != NULL)
			*next = t->to;
		return (verdict_ok());
	}
	assert(known);
	return (verdict_state(f->dossier_ouvert ? "L'état de cette "
	    "affectation ne permet pas cette action." :
	    "Le dossier n'est pas en cours."));
}
