/*
 * The tables compiled from openapi.yaml: every operation is found by its own
 * address, nothing is ambiguous, every body and parameter can be checked.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "gen/contract.h"
#include "session/session_rules.h"

#define UUID	"0f8fad5b-d9cb-469f-a165-70867728950e"
#define EACH_OPERATION(op)						\
	for (const struct operation *op = contract_operations;		\
	    op < contract_operations + contract_noperations; op++)

static int
start(void **state)
{
	*state = arena_new();
	return (0);
}

static int
end(void **state)
{
	arena_free(*state);
	return (0);
}

/* The path with a UUID in the place of each {…}. */
static const char *
example(struct arena *arena, const char *path)
{
	const char	*open, *close;
	char		*out = arena_strdup(arena, "");

	while ((open = strchr(path, '{')) != NULL) {
		close = strchr(open, '}');
		assert_non_null(close);
		out = arena_printf(arena, "%s%.*s" UUID, out,
		    (int)(open - path), path);
		path = close + 1;
	}
	return (arena_printf(arena, "%s%s", out, path));
}

static size_t
braces(const char *path)
{
	size_t	n = 0;

	for (; *path != '\0'; path++)
		n += *path == '{';
	return (n);
}

static void
every_operation_is_found_by_its_own_address(void **state)
{
	struct route_match	match;

	assert_true(contract_noperations > 40);
	EACH_OPERATION(op) {
		print_message("%s %s\n", op->id, op->path);
		assert_int_equal(route_find(*state, contract_operations,
		    contract_noperations, op->method, example(*state,
		    op->path), &match), ROUTE_OK);
		assert_ptr_equal(match.op, op);
		assert_int_equal(match.nparams, op->npath_params);
		assert_int_equal(braces(op->path), op->npath_params);
		assert_true(op->npath_params <= ROUTE_PARAMS_MAX);
	}
}

static void
every_operation_is_whole(void **state)
{
	(void)state;
	EACH_OPERATION(op) {
		print_message("%s\n", op->id);
		assert_non_null(op->handler);
		assert_true(op->acces != 0);
		assert_true(op->statut == 200 || op->statut == 201 ||
		    op->statut == 204);
		assert_int_equal(op->path[0], '/');
		assert_int_not_equal(op->path[strlen(op->path) - 1], '/');
		if (op->method == METHOD_GET || op->method == METHOD_DELETE) {
			assert_null(op->corps);
			assert_int_equal(op->corps_max, 0);
		}
		if (op->corps != NULL)
			assert_in_range(op->corps_max, 1, 1 << 20);
		EACH_OPERATION(other) {
			if (other != op)
				assert_string_not_equal(other->id, op->id);
		}
	}
}

static void
what_changes_something_that_is_edited_asks_for_its_version(void **state)
{
	(void)state;
	EACH_OPERATION(op) {
		if (op->method != METHOD_PATCH && op->method != METHOD_PUT)
			continue;
		print_message("%s\n", op->id);
		/* one's own account has no concurrent editor */
		if (strcmp(op->id, "session_moi_update") != 0)
			assert_true(op->if_match);
	}
}

/* Schemas, all that can be reached. */
static void	assert_object(const struct object *, int);

static void
assert_schema(const struct schema *s, int depth)
{
	assert_non_null(s);
	assert_true(depth < 10);
	switch (s->type) {
	case TYPE_STRING:
		assert_true(s->values != NULL || s->max_length > 0);
		assert_true(s->min_length <= s->max_length);
		assert_true(s->max_length <= 20000);
		break;
	case TYPE_INTEGER:
	case TYPE_NUMBER:
		/* unbounded, a number may not fit its column */
		assert_true(s->has_min && s->has_max);
		assert_true(s->min <= s->max);
		break;
	case TYPE_ARRAY:
		assert_true(s->max_items > 0 && s->max_items <= 1000);
		assert_true(s->min_items <= s->max_items);
		assert_schema(s->items, depth + 1);
		break;
	case TYPE_OBJECT:
		assert_object(s->object, depth + 1);
		break;
	case TYPE_BOOLEAN:
	case TYPE_ANY:
		break;
	}
}

static void
assert_object(const struct object *o, int depth)
{
	assert_non_null(o);
	for (size_t i = 0; i < o->nfields; i++) {
		print_message("  %s\n", o->fields[i].name);
		assert_schema(o->fields[i].schema, depth + 1);
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(o->fields[k].name,
			    o->fields[i].name);
	}
}

static void
everything_that_is_received_is_bounded(void **state)
{
	(void)state;
	EACH_OPERATION(op) {
		print_message("%s\n", op->id);
		if (op->corps != NULL)
			assert_object(op->corps, 0);
		for (size_t i = 0; i < op->npath_params; i++)
			assert_schema(op->path_params[i].schema, 0);
		for (size_t i = 0; i < op->nquery_params; i++)
			assert_schema(op->query_params[i].schema, 0);
	}
}

static void
defaults_are_values_that_would_be_accepted(void **state)
{
	struct faults	faults = { .n = 0 };
	int		ndefaults = 0;

	EACH_OPERATION(op) {
		for (size_t i = 0; i < op->nquery_params; i++) {
			const struct parameter	*p = &op->query_params[i];

			if (p->by_default == NULL)
				continue;
			print_message("%s %s\n", op->id, p->name);
			assert_true(check_text(*state, p, p->by_default,
			    &faults));
			ndefaults++;
		}
	}
	assert_true(ndefaults > 0);
}

static void
only_these_are_open_to_everyone(void **state)
{
	static const char *const	open[] = {
		"brouillon_create", "brouillon_delete", "brouillon_get",
		"brouillon_submit", "brouillon_update", "criticite_catalogue",
		"criticite_evaluation", "criticite_resolution",
		"documentation_contrat", "documentation_page",
		"formulaire_get", "sante_metriques", "sante_pret",
		"sante_vivant", "session_create", "session_renew",
		"suivi_usager_session", "territoire_communes",
		"territoire_epci", "territoire_list", "territoire_verify",
		"signalement_motifs",
	};
	size_t				i;

	(void)state;
	EACH_OPERATION(op) {
		if ((op->acces & ACCES_PUBLIC) == 0)
			continue;
		for (i = 0; i < sizeof(open) / sizeof(open[0]); i++) {
			if (strcmp(open[i], op->id) == 0)
				break;
		}
		if (i == sizeof(open) / sizeof(open[0]))
			fail_msg("%s is open to everyone", op->id);
	}
}

static void
a_citizen_reaches_her_own_dossier_and_nothing_else(void **state)
{
	(void)state;
	EACH_OPERATION(op) {
		if ((op->acces & ACCES_USAGER) == 0)
			continue;
		print_message("%s\n", op->id);
		if (strcmp(op->id, "session_delete") == 0)
			continue;	/* her session is hers to end */
		assert_true(strncmp(op->path, "/suivi-usager/", 14) == 0);
		assert_int_equal(op->acces, ACCES_USAGER);
	}
}

static void
actions_anywhere_follow_the_access_of_their_operation(void **state)
{
	static const struct {
		uint32_t	 role;
		size_t		 n;
		const char	*names[2];
	} t[] = {
		{ ACCES_USAGER, 0, { NULL } },
		{ ACCES_AGENT, 1, { "creer_signalement" } },
		{ ACCES_ADMIN_PARTENAIRE, 1, { "creer_signalement" } },
		{ ACCES_RESPONSABLE_TERRITOIRE, 1, { "creer_signalement" } },
		{ ACCES_SUPER_ADMIN, 2, { "creer_signalement",
		    "voir_rebuts" } },
	};
	const char	*names[SESSION_ACTIONS_MAX];
	size_t		 n;

	(void)state;
	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		n = session_actions(contract_operations, contract_noperations,
		    t[i].role, names);
		assert_int_equal(n, t[i].n);
		for (size_t k = 0; k < n; k++)
			assert_string_equal(names[k], t[i].names[k]);
	}
}

#define T(name)	cmocka_unit_test_setup_teardown(name, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(every_operation_is_found_by_its_own_address),
		T(every_operation_is_whole),
		T(what_changes_something_that_is_edited_asks_for_its_version),
		T(everything_that_is_received_is_bounded),
		T(defaults_are_values_that_would_be_accepted),
		T(only_these_are_open_to_everyone),
		T(a_citizen_reaches_her_own_dossier_and_nothing_else),
		T(actions_anywhere_follow_the_access_of_their_operation),
	};

	return (cmocka_run_group_tests(tests, NULL, NULL));
}
