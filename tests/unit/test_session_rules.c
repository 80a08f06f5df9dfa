/* Who may hold a session, and from where a browser may renew it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "session/session_rules.h"

#define COUNT(t)	(sizeof(t) / sizeof((t)[0]))

static void
only_active_accounts_and_in_production_none_of_the_demonstration(
    void **state)
{
	static const struct {
		const char	*email, *statut;
		bool		 production, demo;
	} t[] = {
		{ "ines@ville.fr", "ACTIF", true, true },
		{ "ines@ville.fr", "INACTIF", false, false },
		{ "ines@ville.fr", "ARCHIVE", false, false },
		{ "ines@ville.fr", "actif", false, false },
		{ "ines@ville.fr", "", false, false },
		{ "admin@demo.example", "ACTIF", false, true },
		{ "rt-13@DEMO.Example", "ACTIF", false, true },
		{ "admin@demo.example", "INACTIF", false, false },
		{ "@demo.example", "ACTIF", false, true },
		/* these are others */
		{ "admin@demo.example.fr", "ACTIF", true, true },
		{ "admin@sous.demo.example", "ACTIF", true, true },
		{ "admin@mademo.example", "ACTIF", true, true },
		{ "demo.example@ville.fr", "ACTIF", true, true },
		{ "", "ACTIF", true, true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		print_message("%s %s\n", t[i].email, t[i].statut);
		assert_int_equal(session_account_admitted(t[i].email,
		    t[i].statut, false), t[i].production);
		assert_int_equal(session_account_admitted(t[i].email,
		    t[i].statut, true), t[i].demo);
	}
}

#define URL	"https://vigie.exemple.fr"

static void
only_our_own_pages_and_programs_renew(void **state)
{
	static const struct {
		const char	*site, *origin;
		bool		 ours;
	} t[] = {
		/* a browser says where it is from, and that decides */
		{ "same-origin", NULL, true },
		{ "same-origin", URL, true },
		{ "none", NULL, true },
		{ "same-site", NULL, false },
		{ "same-site", URL, false },
		{ "cross-site", NULL, false },
		{ "cross-site", URL, false },
		{ "", NULL, false },
		{ "Same-Origin", NULL, false },
		/* an older one gives its origin */
		{ NULL, URL, true },
		{ NULL, "HTTPS://VIGIE.exemple.fr", true },
		{ NULL, "http://vigie.exemple.fr", false },
		{ NULL, URL ":8443", false },
		{ NULL, URL ".pirate.fr", false },
		{ NULL, "https://pirate.fr", false },
		{ NULL, "null", false },
		{ NULL, "", false },
		/* a program gives nothing */
		{ NULL, NULL, true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(t); i++) {
		print_message("case %zu\n", i);
		assert_int_equal(session_same_site(t[i].site, t[i].origin,
		    URL), t[i].ours);
	}
}

static const struct operation	operations[] = {
	{ .id = "signalement_create", .acces = ACCES_AGENT |
	    ACCES_SUPER_ADMIN },
	{ .id = "evenement_rebuts", .acces = ACCES_SUPER_ADMIN },
};

static void
actions_are_those_whose_operation_the_role_may_call(void **state)
{
	const char	*names[SESSION_ACTIONS_MAX];

	(void)state;
	assert_int_equal(session_actions(operations, 2, ACCES_SUPER_ADMIN,
	    names), 2);
	assert_string_equal(names[0], "creer_signalement");
	assert_string_equal(names[1], "voir_rebuts");
	assert_int_equal(session_actions(operations, 2, ACCES_AGENT, names),
	    1);
	assert_string_equal(names[0], "creer_signalement");
	assert_int_equal(session_actions(operations, 2, ACCES_USAGER, names),
	    0);
	/* an operation that is not there is not offered */
	assert_int_equal(session_actions(operations, 1, ACCES_SUPER_ADMIN,
	    names), 1);
	assert_int_equal(session_actions(operations, 0, ACCES_SUPER_ADMIN,
	    names), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
	    only_active_accounts_and_in_production_none_of_the_demonstration),
		cmocka_unit_test(only_our_own_pages_and_programs_renew),
		cmocka_unit_test(
		    actions_are_those_whose_operation_the_role_may_call),
	};

	return (cmocka_run_group_tests(tests, NULL, NULL));
}
