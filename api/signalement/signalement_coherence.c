/*
 * Three tables: fields required for a profile, fields refused for a profile,
 * fields that need another one to have a given value.
 */
#include <string.h>

#include "signalement/signalement_coherence.h"

#define LOCATAIRE		(1u << 0)
#define BAILLEUR_OCCUPANT	(1u << 1)
#define TIERS_PARTICULIER	(1u << 2)
#define TIERS_PRO		(1u << 3)
#define BAILLEUR		(1u << 4)
#define SERVICE_SECOURS		(1u << 5)

#define OCCUPANTS	(LOCATAIRE | BAILLEUR_OCCUPANT)
#define TIERS		(TIERS_PARTICULIER | TIERS_PRO | BAILLEUR | SERVICE_SECOURS)

static const char *const	profils[] = { "LOCATAIRE",
				    "BAILLEUR_OCCUPANT", "TIERS_PARTICULIER",
				    "TIERS_PRO", "BAILLEUR",
				    "SERVICE_SECOURS" };

static const struct {
	const char	*pointer;
	unsigned	 profils;
} required[] = {
	{ "/occupant/nom",	OCCUPANTS },
	{ "/occupant/prenom",	OCCUPANTS },
	{ "/occupant/email",	OCCUPANTS },
	{ "/declarant/nom",	TIERS },
	{ "/declarant/prenom",	TIERS },
	{ "/declarant/email",	TIERS },
}, refused[] = {
	{ "/declarant/structure",	OCCUPANTS },
	{ "/declarant/nom",		OCCUPANTS },
	{ "/declarant/prenom",		OCCUPANTS },
	{ "/declarant/email",		OCCUPANTS },
	{ "/declarant/telephone",	OCCUPANTS },
	{ "/declarant/lien",		OCCUPANTS | TIERS_PRO | BAILLEUR |
					SERVICE_SECOURS },
	{ "/declarant/matricule",	OCCUPANTS | TIERS_PARTICULIER |
					BAILLEUR },
	{ "/profil_occupant",		OCCUPANTS | BAILLEUR },
};

/* pointer has a sense only when other has this value ("true", "autre"…). */
static const struct {
	const char	*pointer;
	const char	*other;
	const char	*value;
} needs[] = {
	{ "/logement/nature_autre",	"/logement/nature",	"autre" },
	{ "/logement/situation",	"/logement/nature",	"appartement" },
	{ "/logement/cuisine_collective",	"/logement/cuisine", "false" },
	{ "/logement/salle_de_bain_collective",	"/logement/salle_de_bain",
	    "false" },
	{ "/logement/wc_collectif",	"/logement/wc",		"false" },
	{ "/logement/wc_cuisine",	"/logement/wc",		"true" },
	{ "/foyer/accompagnement_structure", "/foyer/accompagnement", "oui" },
	{ "/bailleur/averti_le",	"/bailleur/averti",	"true" },
	{ "/bailleur/moyen",		"/bailleur/averti",	"true" },
	{ "/bailleur/reponse",		"/bailleur/averti",	"true" },
	{ "/bailleur/denomination",	"/bailleur/type",
	    "ORGANISME_SOCIETE" },
	{ "/procedure/reponse_assurance", "/procedure/assurance_contactee",
	    "oui" },
};

#define COUNT(table)	(sizeof(table) / sizeof((table)[0]))

const json_t *
coherence_at(const json_t *body, const char *pointer)
{
	char	name[64];
	size_t	len;

	while (body != NULL && *pointer == '/') {
		len = strcspn(++pointer, "/");
		if (len >= sizeof(name))
			return (NULL);
		memcpy(name, pointer, len);
		name[len] = '\0';
		body = json_object_get(body, name);
		pointer += len;
	}
	return (json_is_null(body) ? NULL : body);
}

/* Absent, null, "" and false say nothing. */
static bool
present(const json_t *body, const char *pointer)
{
	const json_t	*value = coherence_at(body, pointer);

	if (json_is_string(value))
		return (json_string_length(value) > 0);
	return (value != NULL && !json_is_false(value));
}

static bool
equals(const json_t *body, const char *pointer, const char *text)
{
	const json_t	*value = coherence_at(body, pointer);

	if (json_is_boolean(value))
		return (strcmp(json_is_true(value) ? "true" : "false",
		    text) == 0);
	return (json_is_string(value) &&
	    strcmp(json_string_value(value), text) == 0);
}

static unsigned
profil_bit(const json_t *body)
{
	const char	*profil = json_string_value(json_object_get(body,
			    "profil_declarant"));

	for (size_t i = 0; profil != NULL && i < COUNT(profils); i++) {
		if (strcmp(profils[i], profil) == 0)
			return (1u << i);
	}
	return (0);
}

static void
check_numbers(const json_t *body, struct faults *faults)
{
	const json_t	*all = coherence_at(body, "/foyer/nb_occupants");
	const json_t	*children = coherence_at(body, "/foyer/nb_enfants");

	if (all != NULL && children != NULL &&
	    json_integer_value(children) > json_integer_value(all))
		check_fault(faults, "/foyer/nb_enfants", "incoherent",
		    "Il ne peut pas y avoir plus d'enfants que d'occupants.");
}

void
coherence_check(struct arena *arena, const json_t *body,
    struct faults *faults)
{
	unsigned	profil = profil_bit(body);
	size_t		i;

	for (i = 0; i < COUNT(required); i++) {
		if ((required[i].profils & profil) != 0 &&
		    !present(body, required[i].pointer))
			check_fault(faults, required[i].pointer,
			    "obligatoire",
			    "Ce champ est obligatoire pour ce profil.");
	}
	for (i = 0; i < COUNT(refused); i++) {
		if ((refused[i].profils & profil) != 0 &&
		    present(body, refused[i].pointer))
			check_fault(faults, refused[i].pointer, "incoherent",
			    "Ce champ ne concerne pas ce profil.");
	}
	for (i = 0; i < COUNT(needs); i++) {
		if (present(body, needs[i].pointer) &&
		    !equals(body, needs[i].other, needs[i].value))
			check_fault(faults, needs[i].pointer, "incoherent",
			    arena_printf(arena, "Ce champ n'a de sens que si "
			    "%s vaut %s.", needs[i].other, needs[i].value));
	}
	if ((profil & OCCUPANTS) != 0 && present(body, "/logement/vacant"))
		check_fault(faults, "/logement/vacant", "incoherent",
		    "Un logement occupé par la personne qui signale n'est "
		    "pas vacant.");
	check_numbers(body, faults);
}
