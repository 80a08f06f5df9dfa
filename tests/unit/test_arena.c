/* The request's memory: alignment, growth, copies, deferred functions. */
#include <setjmp.h>
#include <stdbool.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <sanitizer/asan_interface.h>

#include "core/arena.h"

#define BIG	(3u * 1024 * 1024)

static int	calls[8];
static size_t	ncalls;

static void
note(void *ptr)
{
	calls[ncalls++] = *(int *)ptr;
}

static int
start(void **state)
{
	ncalls = 0;
	*state = arena_new();
	return (0);
}

static int
end(void **state)
{
	arena_free(*state);
	return (0);
}

static bool
all_zero(const char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (bytes[i] != 0)
			return (false);
	}
	return (true);
}

static void
every_piece_is_zeroed_aligned_and_its_own(void **state)
{
	static const size_t	sizes[] = { 0, 1, 2, 15, 16, 17, 100, 8191,
				    8192, 8193, 16383, 16384, 16385, 40000 };
	char			*pieces[14];
	size_t			 i, n = sizeof(sizes) / sizeof(sizes[0]);

	for (int turn = 0; turn < 3; turn++) {
		for (i = 0; i < n; i++) {
			pieces[i] = arena_alloc(*state, sizes[i]);
			assert_int_equal((uintptr_t)pieces[i] %
			    _Alignof(max_align_t), 0);
			assert_true(all_zero(pieces[i], sizes[i]));
			memset(pieces[i], (int)i + 1, sizes[i]);
		}
		for (i = 0; i < n; i++) {
			for (size_t k = 0; k < sizes[i]; k++)
				assert_int_equal(pieces[i][k], i + 1);
		}
		arena_reset(*state);
	}
}

static void
memory_used_again_is_zeroed_again(void **state)
{
	char	*first = arena_alloc(*state, 1000);

	memset(first, 'x', 1000);
	arena_reset(*state);
	assert_true(all_zero(arena_alloc(*state, 1000), 1000));
}

/* The tests are built with the sanitizer: it knows what was asked for. */
static void
a_byte_beyond_a_piece_is_closed_to_everyone(void **state)
{
	char	*piece = arena_alloc(*state, 5);

	assert_false(__asan_address_is_poisoned(piece + 4));
	assert_true(__asan_address_is_poisoned(piece + 5));
	arena_reset(*state);
	assert_true(__asan_address_is_poisoned(piece));
}

static void
a_big_piece_leaves_the_room_of_the_small_ones(void **state)
{
	char	*before = arena_alloc(*state, 64), *big, *after;

	big = arena_alloc(*state, BIG);
	after = arena_alloc(*state, 64);
	assert_true(all_zero(big, BIG));
	memset(big, 'x', BIG);
	assert_ptr_equal(after, before + 64);
	assert_true(all_zero(before, 64));
	assert_true(all_zero(after, 64));
}

static void
many_small_pieces_make_new_blocks(void **state)
{
	char	*pieces[2000];

	for (size_t i = 0; i < 2000; i++) {
		pieces[i] = arena_printf(*state, "piece %zu", i);
		assert_int_equal(strlen(pieces[i]), i < 10 ? 7 : i < 100 ? 8 :
		    i < 1000 ? 9 : 10);
	}
	for (size_t i = 0; i < 2000; i++) {
		char	expected[16];

		(void)snprintf(expected, sizeof(expected), "piece %zu", i);
		assert_string_equal(pieces[i], expected);
	}
}

static void
used_counts_what_was_handed_out_since_the_reset(void **state)
{
	assert_int_equal(arena_used(*state), 0);
	(void)arena_alloc(*state, 1);
	assert_int_equal(arena_used(*state), 16);
	(void)arena_alloc(*state, 100000);
	assert_true(arena_used(*state) >= 100016);
	arena_reset(*state);
	assert_int_equal(arena_used(*state), 0);
}

static void
copies_end_with_a_nul(void **state)
{
	char	*copy;

	assert_string_equal(arena_strdup(*state, ""), "");
	assert_string_equal(arena_strdup(*state, "été"), "été");
	assert_string_equal(arena_strndup(*state, "abcdef", 3), "abc");
	copy = arena_strndup(*state, "a\0b", 3);
	assert_memory_equal(copy, "a\0b", 4);
}

static void
printf_writes_texts_of_any_length(void **state)
{
	char	*text = arena_strdup(*state, "");

	assert_string_equal(arena_printf(*state, "%s=%d", "n", 42), "n=42");
	for (int i = 0; i < 200; i++)
		text = arena_printf(*state, "%s%0100d", text, i);
	assert_int_equal(strlen(text), 20000);
	assert_string_equal(text + 19997, "199");
}

static void
deferred_functions_are_called_once_the_latest_first(void **state)
{
	int	numbers[] = { 1, 2, 3 };

	for (size_t i = 0; i < 3; i++)
		arena_defer(*state, note, &numbers[i]);
	assert_int_equal(ncalls, 0);
	arena_reset(*state);
	assert_int_equal(ncalls, 3);
	assert_int_equal(calls[0], 3);
	assert_int_equal(calls[1], 2);
	assert_int_equal(calls[2], 1);
	arena_reset(*state);
	assert_int_equal(ncalls, 3);
}

static void
a_deferred_function_may_read_the_arena(void **state)
{
	int	*number = arena_alloc(*state, sizeof(*number));

	*number = 7;
	arena_defer(*state, note, number);
	(void)arena_alloc(*state, BIG);
	arena_reset(*state);
	assert_int_equal(ncalls, 1);
	assert_int_equal(calls[0], 7);
}

static void
the_end_of_an_arena_calls_what_was_deferred(void **state)
{
	struct arena	*arena = arena_new();
	int		 number = 5;

	(void)state;
	arena_defer(arena, note, &number);
	arena_free(arena);
	assert_int_equal(ncalls, 1);
	assert_int_equal(calls[0], 5);
}

#define T(name)	cmocka_unit_test_setup_teardown(name, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(every_piece_is_zeroed_aligned_and_its_own),
		T(memory_used_again_is_zeroed_again),
		T(a_byte_beyond_a_piece_is_closed_to_everyone),
		T(a_big_piece_leaves_the_room_of_the_small_ones),
		T(many_small_pieces_make_new_blocks),
		T(used_counts_what_was_handed_out_since_the_reset),
		T(copies_end_with_a_nul),
		T(printf_writes_texts_of_any_length),
		T(deferred_functions_are_called_once_the_latest_first),
		T(a_deferred_function_may_read_the_arena),
		T(the_end_of_an_arena_calls_what_was_deferred),
	};

	return (cmocka_run_group_tests(tests, NULL, NULL));
}
