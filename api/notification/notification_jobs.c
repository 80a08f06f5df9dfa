/*
 * Who is told what: the table of notices, and the two steps that read it.
 * The circles are those of SQL_notification_repartir.
 */
#include <string.h>
#include <time.h>

#include <jansson.h>

#include "core/conf.h"
#include "core/db.h"
#include "core/job.h"
#include "gen/sql.h"
#include "notification/courriel_envoi.h"
#include "notification/courriel_modeles.h"
#include "notification/notification_jobs.h"

/* Deleting a dossier (signalement.supprime) is told to nobody. */
static const struct notice {
	const char	*sujet;
	const char	*modele;
	const char	*cercles;
} notices[] = {
	{ "signalement.depose", "accuse_depot", "{usagers}" },
	{ "signalement.depose", "nouveau_dossier", "{responsables}" },
	{ "signalement.valide", "dossier_valide", "{usagers}" },
	{ "signalement.refuse", "dossier_refuse", "{usagers}" },
	{ "signalement.clos", "dossier_clos", "{usagers}" },
	{ "signalement.clos", "dossier_clos_agent",
	    "{abonnes,anciens,boites}" },
	{ "signalement.rouvert", "dossier_rouvert", "{usagers}" },
	{ "signalement.rouvert", "dossier_rouvert_agent",
	    "{abonnes,equipes,boites}" },
	{ "affectation.creee", "nouvelle_affectation", "{equipe,boite}" },
	{ "affectation.acceptee", "affectation_acceptee", "{responsables}" },
	{ "affectation.refusee", "affectation_refusee",
	    "{responsables,abonnes}" },
	{ "affectation.close", "affectation_close",
	    "{responsables,abonnes}" },
	{ "affectation.rouverte", "affectation_rouverte",
	    "{responsables,abonnes}" },
	{ "suivi.cree", "nouveau_message", "{usagers}" },
	{ "suivi.cree", "nouveau_suivi", "{abonnes,boites}" },
	{ "suivi.usager", "nouveau_message", "{usagers}" },
	{ "suivi.usager", "message_usager", "{abonnes,boites,veilleurs}" },
};

void
notification_repartir(const struct evenement *e)
{
	size_t	i;

	for (i = 0; i < sizeof(notices) / sizeof(notices[0]); i++) {
		if (strcmp(notices[i].sujet, e->sujet) == 0)
			(void)db_exec(NULL, &SQL_notification_repartir, e->id,
			    notices[i].modele, notices[i].cercles);
	}
}

static void
free_json(void *json)
{
	json_decref(json);
}

static const char *
text_of(const json_t *object, const char *key)
{
	return (json_string_value(json_object_get(object, key)));
}

void
notification_envoyer(const struct evenement *e)
{
	const struct db_answer	 a = db_json_or_null(NULL,
				    &SQL_notification_courriel, e->id,
				    conf()->url);
	const struct modele	*modele;
	struct courriel_textes	 textes;
	json_t			*json, *champs;

	if (a.corps == NULL)
		return;
	json = json_loads(a.corps, 0, NULL);
	if (json == NULL)
		job_refuse("courriel illisible");
	arena_defer(job_arena(), free_json, json);
	modele = courriel_modele(text_of(json, "modele"));
	if (modele == NULL)
		job_fail("modèle inconnu");
	champs = json_object_get(json, "champs");
	textes = courriel_rediger(job_arena(), modele, champs);
	courriel_envoyer(&(struct courriel){
	    .a_nom = text_of(json, "nom"), .a = text_of(json, "adresse"),
	    .objet = textes.objet, .texte = textes.texte, .html = textes.html,
	    .id = e->uuid, .date = time(NULL),
	    .desabonnement = text_of(champs, "lien_compte") });
}
