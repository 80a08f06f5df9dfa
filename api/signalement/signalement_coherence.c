/*
 * Four tables: fields required for a profile, fields refused for a profile,
 * fields that need another one to have a given value, days that are over.
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
#define TIERS		(TIERS_PARTICULIER | TIERS_PRO | BAILLEUR |	\
			SERVICE_SECOURS)

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
	{ "/declarant/telephone_secondaire", OCCUPANTS },
	{ "/declarant/lien",		OCCUPANTS | TIERS_PRO | BAILLEUR |
					SERVICE_SECOURS },
	{ "/declarant/matricule",	OCCUPANTS | TIERS_PARTICULIER |
					BAILLEUR },
	{ "/profil_occupant",		OCCUPANTS | BAILLEUR },
};

/* pointer has a sense only when other has one of these values. */
static const struct {
	const char	*pointer;
	const char	*other;
	const char	*values;	/* "true", "caf|msa|oui"… */
} needs[] = {
	{ "/logement/nature_autre",	"/logement/nature",	"autre" },
	{ "/logement/situation",	"/logement/nature",	"appartement" },
	{ "/logement/avec_fenetres",	"/logement/nature",	"appartement" },
	{ "/logement/cuisine_collective",	"/logement/cuisine", "false" },
	{ "/logement/salle_de_bain_collective",	"/logement/salle_de_bain",
	    "false" },
	{ "/logement/wc_collectif",	"/logement/wc",		"false" },
	{ "/logement/wc_cuisine",	"/logement/wc",		"true" },
	{ "/logement/wc_cuisine",	"/logement/cuisine",	"true" },
	{ "/foyer/numero_allocataire",	"/foyer/allocataire",	"caf|msa|oui" },
	{ "/foyer/type_allocation",	"/foyer/allocataire",	"caf|msa|oui" },
	{ "/foyer/montant_allocation",	"/foyer/allocataire",	"caf|msa|oui" },
	{ "/foyer/accompagnement_structure", "/foyer/accompagnement", "oui" },
	{ "/bailleur/averti_le",	"/bailleur/averti",	"true" },
	{ "/bailleur/moyen",		"/bailleur/averti",	"true" },
	{ "/bailleur/reponse",		"/bailleur/averti",	"true" },
	{ "/bailleur/denomination",	"/bailleur/type",
	    "ORGANISME_SOCIETE" },
	{ "/procedure/reponse_assurance", "/procedure/assurance_contactee",
	    "oui" },
};

/* Days after 1900 that are over: today is one only where it may be. */
static const struct {
	const char	*pointer;
	bool		 today;
} days[] = {
	{ "/logement/date_entree",	true },
	{ "/bailleur/averti_le",	true },
	{ "/foyer/date_naissance",	false },
};

#define FIRST_DAY	"1900-01-02"
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

/* Absent, null, "", 0 and false say nothing. */
static bool
present(const json_t *body, const char *pointer)
{
	const json_t	*value = coherence_at(body, pointer);

	if (json_is_string(value))
		return (json_string_length(value) > 0);
	if (json_is_number(value))
		return (json_number_value(value) > 0);
	return (value != NULL && !json_is_false(value));
}

/* Is text one of the words of "caf|msa|oui"? */
static bool
word_among(const char *words, const char *text)
{
	size_t	len;

	for (; *words != '\0'; words += len + (words[len] == '|')) {
		len = strcspn(words, "|");
		if (strlen(text) == len && memcmp(words, text, len) == 0)
			return (true);
	}
	return (false);
}

static bool
one_of(const json_t *body, const char *pointer, const char *values)
{
	const json_t	*value = coherence_at(body, pointer);

	if (json_is_boolean(value))
		return (word_among(values, json_is_true(value) ? "true" :
		    "false"));
	return (json_is_string(value) &&
	    word_among(values, json_string_value(value)));
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

/* "caf|msa|oui" -> "caf, msa ou oui" */
static const char *
values_read(struct arena *arena, const char *values)
{
	char		*text = arena_strdup(arena, "");
	size_t		 len;

	for (; *values != '\0'; values += len + (values[len] == '|')) {
		len = strcspn(values, "|");
		text = arena_printf(arena, "%s%s%.*s", text,
		    text[0] == '\0' ? "" : values[len] == '\0' ? " ou " : ", ",
		    (int)len, values);
	}
	return (text);
}

static void
check_profil(const json_t *body, struct faults *faults)
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
	if ((profil & OCCUPANTS) != 0 && present(body, "/logement/vacant"))
		check_fault(faults, "/logement/vacant", "incoherent",
		    "Un logement occupé par la personne qui signale n'est "
		    "pas vacant.");
}

static bool
blamed(const struct faults *faults, const char *pointer)
{
	for (size_t i = 0; i < faults->n; i++) {
		if (strcmp(faults->list[i].pointer, pointer) == 0)
			return (true);
	}
	return (false);
}

/* A field that lacks two others is told of the first. */
static void
check_needs(struct arena *arena, const json_t *body, struct faults *faults)
{
	for (size_t i = 0; i < COUNT(needs); i++) {
		if (present(body, needs[i].pointer) &&
		    !one_of(body, needs[i].other, needs[i].values) &&
		    !blamed(faults, needs[i].pointer))
			check_fault(faults, needs[i].pointer, "incoherent",
			    arena_printf(arena, "Ce champ n'a de sens que si "
			    "%s vaut %s.", needs[i].other,
			    values_read(arena, needs[i].values)));
	}
}

/* Days in this form are in the order of their texts. */
static void
check_days(const json_t *body, const char *today, struct faults *faults)
{
	const char	*day;
	int		 order;

	for (size_t i = 0; i < COUNT(days); i++) {
		day = json_string_value(coherence_at(body, days[i].pointer));
		if (day == NULL)
			continue;
		order = today == NULL ? -1 : strcmp(day, today);
		if (strcmp(day, FIRST_DAY) < 0)
			check_fault(faults, days[i].pointer, "incoherent",
			    "Cette date est trop ancienne.");
		else if (order > 0 || (order == 0 && !days[i].today))
			check_fault(faults, days[i].pointer, "incoherent",
			    "Cette date doit être passée.");
	}
}

void
coherence_check(struct arena *arena, const json_t *body, const char *today,
    struct faults *faults)
{
	check_profil(body, faults);
	check_needs(arena, body, faults);
	check_days(body, today, faults);
	check_numbers(body, faults);
}
