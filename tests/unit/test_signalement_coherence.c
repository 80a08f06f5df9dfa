/*
 * Fields that go together (domain/api.md 1.4.1). Each row is a body and the
 * pointers of its faults, in order.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "signalement/signalement_coherence.h"

#define COUNT(t)	(sizeof(t) / sizeof((t)[0]))
#define TODAY		"2026-11-24"

#define OCCUPANT	"'occupant':{'nom':'Martin','prenom':'Inès',"	\
			"'email':'i@exemple.fr'}"
#define DECLARANT	"'declarant':{'nom':'Roux','prenom':'Léa',"	\
			"'email':'l@exemple.fr'}"
#define LOCATAIRE	"'profil_declarant':'LOCATAIRE'," OCCUPANT
#define OCCUPANTE	"'profil_declarant':'BAILLEUR_OCCUPANT'," OCCUPANT
#define TIERS		"'profil_declarant':'TIERS_PARTICULIER'," DECLARANT
#define PRO		"'profil_declarant':'TIERS_PRO'," DECLARANT
#define BAILLEUR	"'profil_declarant':'BAILLEUR'," DECLARANT
#define SECOURS		"'profil_declarant':'SERVICE_SECOURS'," DECLARANT
#define DECLARANT_ET(x)	"'declarant':{'nom':'Roux','prenom':'Léa',"	\
			"'email':'l@exemple.fr'," x "}"

static const struct {
	const char	*body, *faults;
} bodies[] = {
	/* who must give a name */
	{ LOCATAIRE, "" },
	{ OCCUPANTE, "" },
	{ TIERS, "" },
	{ PRO, "" },
	{ BAILLEUR, "" },
	{ SECOURS, "" },
	{ "'profil_declarant':'LOCATAIRE'",
	    "/occupant/nom /occupant/prenom /occupant/email" },
	{ "'profil_declarant':'BAILLEUR_OCCUPANT','occupant':{'nom':'X'}",
	    "/occupant/prenom /occupant/email" },
	{ "'profil_declarant':'LOCATAIRE','occupant':{'nom':'','prenom':null,"
	    "'email':'i@exemple.fr'}", "/occupant/nom /occupant/prenom" },
	{ "'profil_declarant':'TIERS_PARTICULIER'",
	    "/declarant/nom /declarant/prenom /declarant/email" },
	{ "'profil_declarant':'TIERS_PRO','declarant':null," OCCUPANT,
	    "/declarant/nom /declarant/prenom /declarant/email" },
	{ "'profil_declarant':'BAILLEUR'",
	    "/declarant/nom /declarant/prenom /declarant/email" },
	{ "'profil_declarant':'SERVICE_SECOURS'",
	    "/declarant/nom /declarant/prenom /declarant/email" },
	/* what does not concern a profile */
	{ LOCATAIRE "," DECLARANT,
	    "/declarant/nom /declarant/prenom /declarant/email" },
	{ LOCATAIRE ",'declarant':{'structure':'CCAS','telephone':"
	    "'0612345678','telephone_secondaire':'0612345678'}",
	    "/declarant/structure /declarant/telephone "
	    "/declarant/telephone_secondaire" },
	{ LOCATAIRE ",'declarant':{'nom':'','structure':null}", "" },
	{ LOCATAIRE ",'declarant':{'lien':'VOISIN'}", "/declarant/lien" },
	{ OCCUPANTE ",'declarant':{'lien':'VOISIN'}", "/declarant/lien" },
	{ "'profil_declarant':'TIERS_PARTICULIER',"
	    DECLARANT_ET("'lien':'VOISIN'"), "" },
	{ "'profil_declarant':'TIERS_PRO'," DECLARANT_ET("'lien':'VOISIN'"),
	    "/declarant/lien" },
	{ "'profil_declarant':'BAILLEUR'," DECLARANT_ET("'lien':'AUTRE'"),
	    "/declarant/lien" },
	{ "'profil_declarant':'SERVICE_SECOURS',"
	    DECLARANT_ET("'lien':'AUTRE'"), "/declarant/lien" },
	{ "'profil_declarant':'TIERS_PARTICULIER',"
	    DECLARANT_ET("'matricule':'7'"), "/declarant/matricule" },
	{ "'profil_declarant':'BAILLEUR'," DECLARANT_ET("'matricule':'7'"),
	    "/declarant/matricule" },
	{ "'profil_declarant':'TIERS_PRO'," DECLARANT_ET("'matricule':'7'"),
	    "" },
	{ "'profil_declarant':'SERVICE_SECOURS',"
	    DECLARANT_ET("'matricule':'7'"), "" },
	{ LOCATAIRE ",'profil_occupant':'LOCATAIRE'", "/profil_occupant" },
	{ OCCUPANTE ",'profil_occupant':'LOCATAIRE'", "/profil_occupant" },
	{ BAILLEUR ",'profil_occupant':'LOCATAIRE'", "/profil_occupant" },
	{ TIERS ",'profil_occupant':'LOCATAIRE'", "" },
	{ PRO ",'profil_occupant':'BAILLEUR_OCCUPANT'", "" },
	{ SECOURS ",'profil_occupant':'LOCATAIRE'", "" },
	{ LOCATAIRE ",'logement':{'vacant':true}", "/logement/vacant" },
	{ OCCUPANTE ",'logement':{'vacant':true}", "/logement/vacant" },
	{ LOCATAIRE ",'logement':{'vacant':false}", "" },
	{ PRO ",'logement':{'vacant':true}", "" },
	/* the dwelling */
	{ PRO ",'logement':{'nature':'autre','nature_autre':'péniche'}", "" },
	{ PRO ",'logement':{'nature':'maison','nature_autre':'péniche'}",
	    "/logement/nature_autre" },
	{ PRO ",'logement':{'nature_autre':'péniche'}",
	    "/logement/nature_autre" },
	{ PRO ",'logement':{'nature':'appartement','situation':'RDC',"
	    "'avec_fenetres':true}", "" },
	{ PRO ",'logement':{'nature':'maison','situation':'RDC',"
	    "'avec_fenetres':true}",
	    "/logement/situation /logement/avec_fenetres" },
	{ PRO ",'logement':{'nature':'maison','avec_fenetres':false}", "" },
	{ PRO ",'logement':{'cuisine':false,'cuisine_collective':true,"
	    "'salle_de_bain':false,'salle_de_bain_collective':true,'wc':false,"
	    "'wc_collectif':true}", "" },
	{ PRO ",'logement':{'cuisine':true,'cuisine_collective':true,"
	    "'salle_de_bain':true,'salle_de_bain_collective':true,'wc':true,"
	    "'wc_collectif':true}", "/logement/cuisine_collective "
	    "/logement/salle_de_bain_collective /logement/wc_collectif" },
	{ PRO ",'logement':{'cuisine_collective':true}",
	    "/logement/cuisine_collective" },
	{ PRO ",'logement':{'cuisine_collective':false,'cuisine':true}", "" },
	{ PRO ",'logement':{'wc':true,'cuisine':true,'wc_cuisine':true}", "" },
	{ PRO ",'logement':{'wc':true,'cuisine':false,'wc_cuisine':true}",
	    "/logement/wc_cuisine" },
	{ PRO ",'logement':{'wc':false,'cuisine':true,'wc_cuisine':true}",
	    "/logement/wc_cuisine" },
	{ PRO ",'logement':{'wc_cuisine':true}", "/logement/wc_cuisine" },
	{ PRO ",'logement':{'wc_cuisine':false}", "" },
	/* the household */
	{ PRO ",'foyer':{'allocataire':'caf','numero_allocataire':'1',"
	    "'type_allocation':'APL','montant_allocation':250}", "" },
	{ PRO ",'foyer':{'allocataire':'oui','numero_allocataire':'1'}", "" },
	{ PRO ",'foyer':{'allocataire':'msa','type_allocation':'ALS'}", "" },
	{ PRO ",'foyer':{'allocataire':'non','numero_allocataire':'1',"
	    "'type_allocation':'APL','montant_allocation':250}",
	    "/foyer/numero_allocataire /foyer/type_allocation "
	    "/foyer/montant_allocation" },
	{ PRO ",'foyer':{'allocataire':'nsp','montant_allocation':0}", "" },
	{ PRO ",'foyer':{'montant_allocation':12.5}",
	    "/foyer/montant_allocation" },
	{ PRO ",'foyer':{'accompagnement':'oui',"
	    "'accompagnement_structure':'CCAS'}", "" },
	{ PRO ",'foyer':{'accompagnement':'non',"
	    "'accompagnement_structure':'CCAS'}",
	    "/foyer/accompagnement_structure" },
	{ PRO ",'foyer':{'accompagnement_nom':'Garcia'}", "" },
	{ PRO ",'foyer':{'nb_occupants':3,'nb_enfants':3}", "" },
	{ PRO ",'foyer':{'nb_occupants':3,'nb_enfants':4}",
	    "/foyer/nb_enfants" },
	{ PRO ",'foyer':{'nb_enfants':4}", "" },
	{ PRO ",'foyer':{'nb_occupants':null,'nb_enfants':4}", "" },
	{ PRO ",'foyer':{'nb_occupants':0,'nb_enfants':1}",
	    "/foyer/nb_enfants" },
	/* the landlord, the insurer */
	{ PRO ",'bailleur':{'averti':true,'averti_le':'2026-09-01',"
	    "'moyen':'sms','reponse':'Rien'}", "" },
	{ PRO ",'bailleur':{'averti':false,'averti_le':'2026-09-01',"
	    "'moyen':'sms','reponse':'Rien'}", "/bailleur/averti_le "
	    "/bailleur/moyen /bailleur/reponse" },
	{ PRO ",'bailleur':{'moyen':'sms'}", "/bailleur/moyen" },
	{ PRO ",'bailleur':{'type':'ORGANISME_SOCIETE','denomination':'X'}",
	    "" },
	{ PRO ",'bailleur':{'type':'PARTICULIER','denomination':'X'}",
	    "/bailleur/denomination" },
	{ PRO ",'bailleur':{'denomination':'X'}", "/bailleur/denomination" },
	{ PRO ",'procedure':{'assurance_contactee':'oui',"
	    "'reponse_assurance':'Oui'}", "" },
	{ PRO ",'procedure':{'assurance_contactee':'pas_assurance_logement',"
	    "'reponse_assurance':'Oui'}", "/procedure/reponse_assurance" },
	/* days */
	{ PRO ",'logement':{'date_entree':'1900-01-02'}", "" },
	{ PRO ",'logement':{'date_entree':'1900-01-01'}",
	    "/logement/date_entree" },
	{ PRO ",'logement':{'date_entree':'" TODAY "'}", "" },
	{ PRO ",'logement':{'date_entree':'2026-11-25'}",
	    "/logement/date_entree" },
	{ PRO ",'bailleur':{'averti':true,'averti_le':'" TODAY "'}", "" },
	{ PRO ",'bailleur':{'averti':true,'averti_le':'2027-01-01'}",
	    "/bailleur/averti_le" },
	{ PRO ",'foyer':{'date_naissance':'2026-11-23'}", "" },
	{ PRO ",'foyer':{'date_naissance':'" TODAY "'}",
	    "/foyer/date_naissance" },
	/* all together */
	{ "'profil_declarant':'TIERS_PRO','logement':{'nature_autre':'x',"
	    "'date_entree':'2999-01-01'},'foyer':{'nb_occupants':1,"
	    "'nb_enfants':2}", "/declarant/nom /declarant/prenom "
	    "/declarant/email /logement/nature_autre /logement/date_entree "
	    "/foyer/nb_enfants" },
};

/* The body written with ' for ". */
static json_t *
parsed(struct arena *arena, const char *members)
{
	char		*text = arena_printf(arena, "{%s}", members);
	json_error_t	 error;
	json_t		*body;

	for (char *c = text; *c != '\0'; c++)
		*c = *c == '\'' ? '"' : *c;
	body = json_loads(text, JSON_REJECT_DUPLICATES, &error);
	if (body == NULL)
		fail_msg("%s: %s", text, error.text);
	return (body);
}

static void
check(const char *members, const char *today, const char *expected)
{
	struct arena	*arena = arena_new();
	struct faults	*faults = arena_alloc(arena, sizeof(*faults));
	json_t		*body = parsed(arena, members);
	const char	*text = "";

	coherence_check(arena, body, today, faults);
	for (size_t i = 0; i < faults->n; i++) {
		text = arena_printf(arena, "%s%s%s", text,
		    i == 0 ? "" : " ", faults->list[i].pointer);
		assert_true(strlen(faults->list[i].detail) > 10);
	}
	assert_string_equal(text, expected);
	json_decref(body);
	arena_free(arena);
}

static void
fields_go_together_as_the_domain_says(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(bodies); i++) {
		print_message("%s\n", bodies[i].body);
		check(bodies[i].body, TODAY, bodies[i].faults);
	}
}

static void
without_today_no_day_is_to_come(void **state)
{
	(void)state;
	check(PRO ",'logement':{'date_entree':'2999-01-01'},"
	    "'foyer':{'date_naissance':'2999-01-01'}", NULL, "");
	check(PRO ",'logement':{'date_entree':'1899-12-31'}", NULL,
	    "/logement/date_entree");
}

static void
a_sentence_names_the_values_that_are_missing(void **state)
{
	struct arena	*arena = arena_new();
	struct faults	*faults = arena_alloc(arena, sizeof(*faults));
	json_t		*body = parsed(arena, PRO
			    ",'foyer':{'type_allocation':'APL'}");

	(void)state;
	coherence_check(arena, body, TODAY, faults);
	assert_string_equal(faults->list[0].detail, "Ce champ n'a de sens que "
	    "si /foyer/allocataire vaut caf, msa ou oui.");
	json_decref(body);
	arena_free(arena);
}

static void
a_member_is_found_by_its_pointer(void **state)
{
	struct arena	*arena = arena_new();
	json_t		*body = parsed(arena, "'a':{'b':{'c':1},'n':null},"
			    "'t':'x'");

	(void)state;
	assert_int_equal(json_integer_value(coherence_at(body, "/a/b/c")), 1);
	assert_string_equal(json_string_value(coherence_at(body, "/t")), "x");
	assert_ptr_equal(coherence_at(body, ""), body);
	assert_null(coherence_at(body, "/a/n"));
	assert_null(coherence_at(body, "/a/n/x"));
	assert_null(coherence_at(body, "/a/z"));
	assert_null(coherence_at(body, "/t/x"));
	assert_null(coherence_at(body, "/zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"
	    "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"));
	json_decref(body);
	arena_free(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_go_together_as_the_domain_says),
		cmocka_unit_test(without_today_no_day_is_to_come),
		cmocka_unit_test(a_sentence_names_the_values_that_are_missing),
		cmocka_unit_test(a_member_is_found_by_its_pointer),
	};

	return (cmocka_run_group_tests(tests, NULL, NULL));
}
