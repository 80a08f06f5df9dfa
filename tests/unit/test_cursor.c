/* The cursor of lists: 32 hexadecimal digits, or nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/cursor.h"

/* micros NULL: refused. */
static const struct {
	const char	*text, *micros, *id;
} cursors[] = {
	{ "0000000000000000" "0000000000000000", "0", "0" },
	{ "0000000000000001" "00000000000000ff", "1", "255" },
	{ "00064e1a8f3b2c00" "000000000000002a", "1774725839399936", "42" },
	{ "7fffffffffffffff" "7fffffffffffffff", "9223372036854775807",
	    "9223372036854775807" },
	/* beyond bigint */
	{ "8000000000000000" "0000000000000001", NULL, NULL },
	{ "0000000000000001" "8000000000000000", NULL, NULL },
	{ "ffffffffffffffff" "ffffffffffffffff", NULL, NULL },
	/* not 32 digits in lower case */
	{ "", NULL, NULL },
	{ "0", NULL, NULL },
	{ "0000000000000001" "000000000000002", NULL, NULL },
	{ "0000000000000001" "000000000000002a0", NULL, NULL },
	{ "0000000000000001" "000000000000002A", NULL, NULL },
	{ "0x00000000000001" "000000000000002a", NULL, NULL },
	{ "-000000000000001" "000000000000002a", NULL, NULL },
	{ " 000000000000001" "000000000000002a", NULL, NULL },
	{ "000000000000000é" "00000000000002a", NULL, NULL },
	{ "' or 1=1 --      " "               ", NULL, NULL },
};

static void
a_cursor_is_two_numbers_or_it_is_refused(void **state)
{
	struct cursor	c;

	(void)state;
	for (size_t i = 0; i < sizeof(cursors) / sizeof(cursors[0]); i++) {
		print_message("%s\n", cursors[i].text);
		if (cursors[i].micros == NULL) {
			assert_false(cursor_read(cursors[i].text, &c));
			continue;
		}
		assert_true(cursor_read(cursors[i].text, &c));
		assert_string_equal(c.micros, cursors[i].micros);
		assert_string_equal(c.id, cursors[i].id);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_cursor_is_two_numbers_or_it_is_refused),
	};

	return (cmocka_run_group_tests(tests, NULL, NULL));
}
