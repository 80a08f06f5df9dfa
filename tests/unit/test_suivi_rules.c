/* Correcting and withdrawing a suivi (domain/workflow.md 2.5, 3.2). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "suivi/suivi_rules.h"

/* Every combination of facts; o: may, x: may not. */
static const struct {
	struct suivi_facts	facts;	/* mien, message, recent, admin */
	char			edit, delete;
} t[] = {
	{ { true,  true,  true,  false }, 'o', 'o' },
	{ { true,  true,  false, false }, 'x', 'x' },
	{ { true,  false, true,  false }, 'x', 'x' },
	{ { true,  false, false, false }, 'x', 'x' },
	{ { false, true,  true,  false }, 'x', 'x' },
	{ { false, true,  false, false }, 'x', 'x' },
	{ { false, false, true,  false }, 'x', 'x' },
	{ { false, false, false, false }, 'x', 'x' },
	/* a super admin corrects only what is his, but withdraws anything */
	{ { true,  true,  true,  true  }, 'o', 'o' },
	{ { true,  true,  false, true  }, 'x', 'o' },
	{ { true,  false, true,  true  }, 'x', 'o' },
	{ { true,  false, false, true  }, 'x', 'o' },
	{ { false, true,  true,  true  }, 'x', 'o' },
	{ { false, true,  false, true  }, 'x', 'o' },
	{ { false, false, true,  true  }, 'x', 'o' },
	{ { false, false, false, true  }, 'x', 'o' },
};

static void
a_suivi_is_corrected_by_its_author_and_withdrawn_by_a_super_admin(
    void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		print_message("case %zu\n", i);
		assert_int_equal(suivi_may_edit(&t[i].facts).kind,
		    t[i].edit == 'o' ? VERDICT_OK : VERDICT_FORBIDDEN);
		assert_int_equal(suivi_may_delete(&t[i].facts).kind,
		    t[i].delete == 'o' ? VERDICT_OK : VERDICT_FORBIDDEN);
	}
}

static void
an_author_who_is_late_is_told_so(void **state)
{
	struct suivi_facts	f = { .mien = true, .message = true };

	(void)state;
	assert_non_null(suivi_may_edit(&f).detail);
	f.mien = false;
	assert_null(suivi_may_edit(&f).detail);
	assert_int_equal(SUIVI_EDIT_MINUTES, 20);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
	    a_suivi_is_corrected_by_its_author_and_withdrawn_by_a_super_admin),
		cmocka_unit_test(an_author_who_is_late_is_told_so),
	};

	return (cmocka_run_group_tests(tests, NULL, NULL));
}
