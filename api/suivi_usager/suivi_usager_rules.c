/*
 * One row per statut: what is said, at which step, whether one may write.
 */
#include <stddef.h>
#include <string.h>

#include "suivi_usager/suivi_usager_rules.h"

enum ecriture { OUVERTE, UNE_FOIS, FERMEE };

static const struct row {
	const char	*statut;
	int		 etape;
	enum ecriture	 ecriture;
	const char	*libelle;
} rows[] = {
	{ "NOUVEAU", 1, OUVERTE,
	    "Votre signalement est bien reçu. Un agent va l'étudier." },
	{ "EN_COURS", 2, OUVERTE,
	    "Votre signalement est validé. Les services compétents sont "
	    "sollicités." },
	{ "FERME", 4, UNE_FOIS,
	    "Le suivi de votre dossier est terminé." },
	{ "REFUSE", 4, FERMEE,
	    "Votre signalement n'a pas pu être retenu. Le motif est dans vos "
	    "messages." },
	{ "ARCHIVE", 4, FERMEE,
	    "Votre dossier est archivé." },
	{ "INJONCTION_BAILLEUR", 1, OUVERTE,
	    "Votre bailleur est invité à répondre. Nous suivons sa réponse." },
	{ "INJONCTION_FERMEE", 4, FERMEE,
	    "La démarche auprès de votre bailleur est terminée." },
};

/* EN_COURS once a partner has accepted. */
static const struct row	pris_en_charge = { "EN_COURS", 3, OUVERTE,
    "Votre dossier est pris en charge par un service compétent." };

/* Drafts are not reachable; an unknown statut says nothing and does nothing. */
static const struct row	inconnu = { "", 1, FERMEE,
    "Votre dossier est en cours de préparation." };

static const struct row *
row_of(const struct usager_facts *f)
{
	if (strcmp(f->statut, "EN_COURS") == 0 && f->pris_en_charge)
		return (&pris_en_charge);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (strcmp(rows[i].statut, f->statut) == 0)
			return (&rows[i]);
	}
	return (&inconnu);
}

struct usager_etat
usager_etat(const struct usager_facts *f)
{
	const struct row	*r = row_of(f);

	return ((struct usager_etat){ r->libelle, r->etape });
}

struct verdict
usager_may_write(const struct usager_facts *f)
{
	enum ecriture	ecriture = row_of(f)->ecriture;

	if (f->vacant)
		return (verdict_state("Ce logement est déclaré vacant : il "
		    "n'y a pas d'échange sur ce dossier."));
	if (ecriture == OUVERTE)
		return (verdict_ok());
	if (ecriture == FERMEE || !f->ferme_le_connu ||
	    f->jours_depuis_cloture >= USAGER_JOURS_APRES_CLOTURE)
		return (verdict_state("Le dossier est terminé : vous ne "
		    "pouvez plus y écrire."));
	if (f->messages_apres_cloture > 0)
		return (verdict_state("Vous avez déjà écrit depuis la fin du "
		    "dossier : un seul message est possible."));
	return (verdict_ok());
}

const char *
usager_message_category(const struct usager_facts *f)
{
	return (row_of(f)->ecriture == UNE_FOIS ?
	    "MESSAGE_USAGER_POST_CLOTURE" : "MESSAGE_USAGER");
}
