/*
 * What mails say: the table.  Short sentences and "vous"; to citizens nothing
 * that only the services may read, to agents nothing that names a citizen.
 */
#include <string.h>

#include "notification/courriel_modeles.h"

#define BONJOUR		"Bonjour,"
#define REFERENCE	{ "Référence", "{reference}" }
#define TERRITOIRE	{ "Territoire", "{territoire}" }
#define LIEU		{ "Lieu", "{lieu}" }
#define PARTENAIRE	{ "Partenaire", "{partenaire}" }
#define MOTIF		{ "Motif", "{motif}" }
#define SUIVRE		"Suivre mon dossier"
#define OUVRIR		"Ouvrir le dossier"
#define ACCES								\
	"Pour ouvrir votre dossier, on vous demande vos initiales et le "\
	"code postal du logement. Ce lien est personnel : ne le "	\
	"transmettez pas."

const struct modele	courriel_modeles[] = {
	/* To citizens. */
	{ .nom = "accuse_depot", .lecteur = USAGER,
	  .objet = "Votre signalement est enregistré",
	  .paragraphes = { BONJOUR,
	    "{!par_agent}Nous avons bien reçu votre signalement pour le "
	    "logement situé {adresse}.",
	    "{?par_agent}Un service a enregistré un signalement pour le "
	    "logement situé {adresse}.",
	    "Le service qui suit les dossiers de votre département va le "
	    "lire. Nous vous écrirons à chaque étape.",
	    "En cas de danger immédiat, appelez le 112." },
	  .faits = { REFERENCE, { "Enregistré le", "{depose_le}" },
	    { "Code de suivi", "{code_suivi}" } },
	  .lien = SUIVRE, .ensuite = ACCES },
	{ .nom = "dossier_valide", .lecteur = USAGER,
	  .objet = "Votre signalement est validé",
	  .paragraphes = { BONJOUR,
	    "Votre signalement pour le logement situé {adresse} est "
	    "validé." },
	  .faits = { REFERENCE }, .citation = "message",
	  .lien = SUIVRE, .ensuite = ACCES },
	{ .nom = "dossier_refuse", .lecteur = USAGER,
	  .objet = "Votre signalement n'est pas retenu",
	  .paragraphes = { BONJOUR,
	    "Le service qui suit les dossiers de votre département a lu "
	    "votre signalement pour le logement situé {adresse}. Il ne peut "
	    "pas y donner suite." },
	  .faits = { REFERENCE, MOTIF }, .citation = "message",
	  .lien = SUIVRE, .ensuite = ACCES },
	{ .nom = "dossier_clos", .lecteur = USAGER,
	  .objet = "Votre dossier est clos",
	  .paragraphes = { BONJOUR,
	    "Le dossier du logement situé {adresse} est maintenant clos." },
	  .faits = { REFERENCE, MOTIF }, .citation = "message",
	  .lien = SUIVRE,
	  .ensuite = "Le problème continue ? Vous pouvez envoyer un dernier "
	    "message depuis votre dossier, dans les 30 jours." },
	{ .nom = "dossier_rouvert", .lecteur = USAGER,
	  .objet = "Votre dossier est rouvert",
	  .paragraphes = { BONJOUR,
	    "Le dossier du logement situé {adresse} est rouvert." },
	  .faits = { REFERENCE }, .citation = "message",
	  .lien = SUIVRE, .ensuite = ACCES },
	{ .nom = "nouveau_message", .lecteur = USAGER,
	  .objet = "Vous avez un nouveau message",
	  .paragraphes = { BONJOUR,
	    "Un message vous attend dans le dossier du logement situé "
	    "{adresse}." },
	  .faits = { REFERENCE, { "De", "{auteur}" } },
	  .lien = "Lire le message", .ensuite = ACCES },

	/* To agents and partners. */
	{ .nom = "nouveau_dossier", .lecteur = AGENT,
	  .objet = "Un nouveau dossier est à valider",
	  .paragraphes = { BONJOUR,
	    "Un signalement vient d'être déposé sur votre territoire. Il "
	    "attend d'être validé ou refusé." },
	  .faits = { REFERENCE, TERRITOIRE, LIEU,
	    { "Criticité", "{criticite}" } },
	  .lien = OUVRIR },
	{ .nom = "nouvelle_affectation", .lecteur = AGENT,
	  .objet = "Un dossier vous est affecté",
	  .paragraphes = { BONJOUR,
	    "Un dossier est affecté à votre service. Ouvrez-le pour "
	    "l'accepter ou le refuser." },
	  .faits = { REFERENCE, TERRITOIRE, LIEU, PARTENAIRE,
	    { "Criticité", "{criticite}" } },
	  .lien = OUVRIR },
	{ .nom = "affectation_acceptee", .lecteur = AGENT,
	  .objet = "Un partenaire a accepté le dossier",
	  .paragraphes = { BONJOUR,
	    "{partenaire} prend le dossier en charge." },
	  .faits = { REFERENCE, TERRITOIRE, LIEU }, .lien = OUVRIR },
	{ .nom = "affectation_refusee", .lecteur = AGENT,
	  .objet = "Un partenaire a refusé le dossier",
	  .paragraphes = { BONJOUR,
	    "{partenaire} ne prend pas le dossier en charge." },
	  .faits = { REFERENCE, TERRITOIRE, LIEU, MOTIF }, .lien = OUVRIR },
	{ .nom = "affectation_close", .lecteur = AGENT,
	  .objet = "Un partenaire a terminé son intervention",
	  .paragraphes = { BONJOUR,
	    "{partenaire} a terminé son intervention. Le dossier reste "
	    "ouvert pour les autres." },
	  .faits = { REFERENCE, TERRITOIRE, LIEU, MOTIF }, .lien = OUVRIR },
	{ .nom = "affectation_rouverte", .lecteur = AGENT,
	  .objet = "Un partenaire reprend le dossier",
	  .paragraphes = { BONJOUR,
	    "{partenaire} avait terminé son intervention et reprend le "
	    "dossier." },
	  .faits = { REFERENCE, TERRITOIRE, LIEU }, .lien = OUVRIR },
	{ .nom = "dossier_clos_agent", .lecteur = AGENT,
	  .objet = "Le dossier est clos",
	  .paragraphes = { BONJOUR,
	    "Ce dossier est clos pour tous les partenaires." },
	  .faits = { REFERENCE, TERRITOIRE, LIEU, MOTIF }, .lien = OUVRIR },
	{ .nom = "dossier_rouvert_agent", .lecteur = AGENT,
	  .objet = "Le dossier est rouvert",
	  .paragraphes = { BONJOUR,
	    "Ce dossier est rouvert. Les affectations que la clôture avait "
	    "terminées attendent une réponse." },
	  .faits = { REFERENCE, TERRITOIRE, LIEU }, .lien = OUVRIR },
	{ .nom = "nouveau_suivi", .lecteur = AGENT,
	  .objet = "Un suivi est ajouté au dossier",
	  .paragraphes = { BONJOUR,
	    "Un suivi vient d'être ajouté à un dossier que vous suivez." },
	  .faits = { REFERENCE, TERRITOIRE, LIEU, { "De", "{auteur}" } },
	  .lien = "Lire le suivi" },
	{ .nom = "message_usager", .lecteur = AGENT,
	  .objet = "Un usager vous a écrit",
	  .paragraphes = { BONJOUR,
	    "Un nouveau message d'usager vous attend dans un dossier." },
	  .faits = { REFERENCE, TERRITOIRE, LIEU, { "De", "{auteur}" } },
	  .lien = "Lire le message" },
};
const size_t	courriel_nmodeles = sizeof(courriel_modeles) /
		    sizeof(courriel_modeles[0]);

const struct modele *
courriel_modele(const char *nom)
{
	size_t	i;

	for (i = 0; i < courriel_nmodeles; i++) {
		if (strcmp(courriel_modeles[i].nom, nom) == 0)
			return (&courriel_modeles[i]);
	}
	return (NULL);
}
