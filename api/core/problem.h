/*
 * Every error the API can answer: code -> status, title, sentence.
 *
 * One table, expanded here into the enum and in problem.c into the text of
 * RFC 9457.  A test compares the codes with openapi.yaml (CodeProbleme).
 */
#ifndef VIGIE_PROBLEM_H
#define VIGIE_PROBLEM_H

#include <stddef.h>

#include "core/arena.h"
#include "core/check.h"

#define PROBLEMS(X)							\
	X(REQUETE_ILLISIBLE, "requete_illisible", 400,			\
	    "Requête illisible",					\
	    "La requête n'est pas du HTTP correct.")			\
	X(JSON_ILLISIBLE, "json_illisible", 400, "JSON illisible",	\
	    "Le corps de la requête n'est pas du JSON correct.")	\
	X(NON_AUTHENTIFIE, "non_authentifie", 401,			\
	    "Connexion nécessaire",					\
	    "Connectez-vous, puis recommencez.")			\
	X(JETON_INVALIDE, "jeton_invalide", 401, "Jeton refusé",	\
	    "Votre session a expiré ou le jeton n'est pas valable. "	\
	    "Reconnectez-vous.")					\
	X(IDENTIFIANTS_INVALIDES, "identifiants_invalides", 401,	\
	    "Identifiants refusés",					\
	    "Ces informations ne correspondent à aucun accès.")		\
	X(SESSION_EXPIREE, "session_expiree", 401, "Session expirée",	\
	    "La session a pris fin. Reconnectez-vous.")			\
	X(INTERDIT, "interdit", 403, "Action interdite",		\
	    "Vous n'avez pas le droit de faire cela.")			\
	X(INTROUVABLE, "introuvable", 404, "Introuvable",		\
	    "Rien ne se trouve à cette adresse, ou vous n'y avez "	\
	    "pas accès.")						\
	X(METHODE_INTERDITE, "methode_interdite", 405,			\
	    "Méthode interdite",					\
	    "Cette adresse n'accepte pas cette méthode.")		\
	X(DELAI_DEPASSE, "delai_depasse", 408, "Délai dépassé",		\
	    "La requête n'est pas arrivée en entier à temps.")		\
	X(CONFLIT, "conflit", 409, "Conflit",				\
	    "Une autre modification vient d'avoir lieu. Rechargez, "	\
	    "puis recommencez.")					\
	X(ETAT_INCOMPATIBLE, "etat_incompatible", 409,			\
	    "État incompatible",					\
	    "L'état actuel ne permet pas cette action.")		\
	X(DEJA_AFFECTE, "deja_affecte", 409, "Déjà affecté",		\
	    "Ce partenaire est déjà saisi de ce dossier.")		\
	X(REQUETE_EN_COURS, "requete_en_cours", 409,			\
	    "Requête en cours",						\
	    "Une requête avec la même clé d'idempotence est encore "	\
	    "en cours.")						\
	X(VERSION_PERIMEE, "version_perimee", 412, "Version périmée",	\
	    "Quelqu'un a modifié cet objet depuis votre lecture. "	\
	    "Rechargez, puis recommencez.")				\
	X(LONGUEUR_REQUISE, "longueur_requise", 411,			\
	    "Longueur requise",						\
	    "L'en-tête Content-Length est nécessaire.")			\
	X(CORPS_TROP_GRAND, "corps_trop_grand", 413,			\
	    "Corps trop grand",						\
	    "Le corps de la requête dépasse la taille permise.")	\
	X(ADRESSE_TROP_LONGUE, "adresse_trop_longue", 414,		\
	    "Adresse trop longue",					\
	    "L'adresse demandée est trop longue.")			\
	X(TYPE_NON_PRIS_EN_CHARGE, "type_non_pris_en_charge", 415,	\
	    "Type non pris en charge",					\
	    "Le corps doit être de type application/json.")		\
	X(CHAMPS_INVALIDES, "champs_invalides", 422,			\
	    "Champs invalides",						\
	    "Certains champs sont à corriger.")				\
	X(CLE_DEJA_UTILISEE, "cle_deja_utilisee", 422,			\
	    "Clé déjà utilisée",					\
	    "Cette clé d'idempotence a déjà servi pour une autre "	\
	    "requête.")							\
	X(VERSION_REQUISE, "version_requise", 428, "Version requise",	\
	    "L'en-tête If-Match est nécessaire : donnez l'ETag lu.")	\
	X(TROP_DE_REQUETES, "trop_de_requetes", 429,			\
	    "Trop de requêtes",						\
	    "Trop de requêtes ou d'essais. Patientez avant de "		\
	    "recommencer.")						\
	X(ENTETES_TROP_GRANDS, "entetes_trop_grands", 431,		\
	    "En-têtes trop grands",					\
	    "Les en-têtes de la requête sont trop nombreux ou trop "	\
	    "grands.")							\
	X(ERREUR_INTERNE, "erreur_interne", 500, "Erreur interne",	\
	    "Une erreur est survenue de notre côté. Elle est "		\
	    "enregistrée sous le numéro de la requête.")		\
	X(METHODE_INCONNUE, "methode_inconnue", 501,			\
	    "Méthode inconnue",						\
	    "Cette méthode HTTP n'est pas connue.")			\
	X(SERVICE_INDISPONIBLE, "service_indisponible", 503,		\
	    "Service indisponible",					\
	    "Le service est momentanément indisponible. Réessayez "	\
	    "dans quelques secondes.")					\
	X(VERSION_HTTP_INCONNUE, "version_http_inconnue", 505,		\
	    "Version de HTTP inconnue",					\
	    "Parlez HTTP/1.1.")

enum problem {
#define X(name, code, status, title, detail)	PROBLEM_##name,
	PROBLEMS(X)
#undef X
	PROBLEM_COUNT
};

int		 problem_status(enum problem);
const char	*problem_code(enum problem);

/* The problem Kore's own refusal with this status stands for. */
enum problem	 problem_of_status(int status);

/*
 * The body of RFC 9457, in the arena.  detail NULL: the table's sentence.
 * faults NULL or empty: no "erreurs".
 */
const char	*problem_body(struct arena *, enum problem, const char *detail,
		    const struct faults *, const char *request_id);

#endif
