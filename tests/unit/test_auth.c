/*
 * Tokens: what we signed is read back, anything else is refused; secrets are
 * made, read, rotated.
 */
#include <sys/stat.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>
#include <jwt.h>
#include <sodium.h>

#include "core/auth.h"
#include "core/conf.h"
#include "core/route.h"

#define UUID	"0f8fad5b-d9cb-469f-a165-70867728950e"
#define FAMILY	"11111111-2222-4333-8444-555555555555"

static char		directory[64];
static struct arena	*arena;

static const char *
path_of(const char *name)
{
	static char	path[128];

	(void)snprintf(path, sizeof(path), "%s/%s", directory, name);
	return (path);
}

static int
start(void **state)
{
	const char	*error;

	(void)state;
	arena = arena_new();
	(void)strcpy(directory, "/tmp/test-auth-XXXXXX");
	if (mkdtemp(directory) == NULL)
		return (-1);
	setenv("VIGIE_MODE", "production", 1);
	setenv("PG_CONNINFO", "host=/nowhere", 1);
	setenv("VIGIE_MAIL", "file:/nowhere", 1);
	setenv("VIGIE_SECRETS", directory, 1);
	if (conf_load(&error) == NULL)
		return (-1);
	return (auth_init() == NULL ? 0 : -1);
}

static int
end(void **state)
{
	(void)state;
	(void)unlink(path_of("current"));
	(void)unlink(path_of("previous"));
	(void)rmdir(directory);
	arena_free(arena);
	return (0);
}

static void
secret_write(const char *name, const char *text, mode_t mode)
{
	FILE	*file;

	(void)unlink(path_of(name));
	file = fopen(path_of(name), "w");
	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	fclose(file);
	assert_int_equal(chmod(path_of(name), mode), 0);
}

static const char *
secret_text(const char *name)
{
	static char	text[80];
	FILE		*file = fopen(path_of(name), "r");

	assert_non_null(file);
	assert_non_null(fgets(text, sizeof(text), file));
	fclose(file);
	return (text);
}

static const struct caller	agent = {
	.acces = ACCES_AGENT, .id = UUID, .session = FAMILY,
};
static const struct caller	occupant = {
	.acces = ACCES_USAGER, .dossier = UUID, .qualite = "occupant",
};

static bool
verifies(const char *token)
{
	struct caller	caller = { 0 };

	return (auth_verify(arena, token, &caller));
}

static void
what_is_signed_is_read_back(void **state)
{
	struct caller	caller = { 0 };

	(void)state;
	assert_true(auth_verify(arena, auth_sign(arena, &agent, 60), &caller));
	assert_int_equal(caller.acces, ACCES_AGENT);
	assert_string_equal(caller.id, UUID);
	assert_string_equal(caller.session, FAMILY);
	assert_null(caller.dossier);
	memset(&caller, 0, sizeof(caller));
	assert_true(auth_verify(arena, auth_sign(arena, &occupant, 60),
	    &caller));
	assert_int_equal(caller.acces, ACCES_USAGER);
	assert_null(caller.id);
	assert_string_equal(caller.dossier, UUID);
	assert_string_equal(caller.qualite, "occupant");
}

static void
every_role_goes_there_and_back(void **state)
{
	static const char *const	names[] = { "USAGER", "AGENT",
					    "ADMIN_PARTENAIRE",
					    "RESPONSABLE_TERRITOIRE",
					    "SUPER_ADMIN" };

	(void)state;
	for (size_t i = 0; i < 5; i++)
		assert_string_equal(auth_role_name(auth_role(names[i])),
		    names[i]);
	assert_int_equal(auth_role("agent"), 0);
	assert_int_equal(auth_role("PUBLIC"), 0);
	assert_int_equal(auth_role(""), 0);
	assert_int_equal(auth_role(NULL), 0);
	assert_string_equal(auth_role_name(ACCES_PUBLIC), "PUBLIC");
	assert_string_equal(auth_role_name(ACCES_AGENT | ACCES_SUPER_ADMIN),
	    "PUBLIC");
}

static void
a_token_ends_with_its_time(void **state)
{
	(void)state;
	assert_true(verifies(auth_sign(arena, &agent, 60)));
	assert_false(verifies(auth_sign(arena, &agent, 0)));
	assert_false(verifies(auth_sign(arena, &agent, -1)));
}

static void
a_token_without_its_person_is_refused(void **state)
{
	struct caller	c = agent;

	(void)state;
	c.id = NULL;
	assert_false(verifies(auth_sign(arena, &c, 60)));
	c = occupant;
	c.dossier = NULL;
	assert_false(verifies(auth_sign(arena, &c, 60)));
	c = occupant;
	c.qualite = NULL;
	assert_false(verifies(auth_sign(arena, &c, 60)));
	c = agent;
	c.acces = ACCES_PUBLIC;
	assert_false(verifies(auth_sign(arena, &c, 60)));
}

static void
one_changed_character_is_enough_to_refuse(void **state)
{
	const char	*token = auth_sign(arena, &agent, 60);
	char		*copy;
	size_t		 len = strlen(token);

	(void)state;
	/* the last one may hold bits that are not in the signature */
	for (size_t i = 0; i + 1 < len; i++) {
		copy = arena_strdup(arena, token);
		copy[i] = copy[i] == 'A' ? 'B' : 'A';
		assert_false(verifies(copy));
	}
	for (size_t i = 0; i < len; i++)
		assert_false(verifies(arena_strndup(arena, token, i)));
	assert_false(verifies(arena_printf(arena, "%s.", token)));
	assert_false(verifies(arena_printf(arena, " %s", token)));
}

static void
what_is_no_token_is_refused(void **state)
{
	static const char *const	t[] = { "", ".", "..", "...", "a.b.c",
					    "{}.{}.", "eyJ9.e30.", "null",
					    "eyJhbGciOiJub25lIn0.e30.",
					    "\xff\xfe.\xff.\xff", "é.é.é" };
	char				*huge = arena_alloc(arena, 100001);

	(void)state;
	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++)
		assert_false(verifies(t[i]));
	memset(huge, 'a', 100000);
	assert_false(verifies(huge));
	huge[30000] = huge[60000] = '.';
	assert_false(verifies(huge));
}

/* A token like ours but for what the caller changes. */
struct forgery {
	jwt_alg_t	 alg;
	const char	*secret;	/* 64 hexadecimal digits, NULL: ours */
	const char	*kid;		/* NULL: ours, "": none */
	const char	*issuer;
	const char	*role;
	long		 seconds;	/* 0: no exp */
};

static const struct forgery	faithful = { JWT_ALG_HS256, NULL, NULL,
				    "vigie-logement", "AGENT", 60 };

/* "kid" is the start of the secret's hash: read from a token of ours. */
static const char *
our_kid(void)
{
	jwt_t		*jwt;
	const char	*kid;

	assert_int_equal(jwt_decode(&jwt, auth_sign(arena, &agent, 60), NULL,
	    0), 0);
	kid = arena_strdup(arena, jwt_get_header(jwt, "kid"));
	jwt_free(jwt);
	return (kid);
}

static const char *
forged(const struct forgery *f)
{
	unsigned char	 secret[32];
	const char	*kid = f->kid == NULL ? our_kid() : f->kid;
	char		*token;
	jwt_t		*jwt;
	size_t		 len;

	(void)sodium_hex2bin(secret, sizeof(secret), f->secret == NULL ?
	    secret_text("current") : f->secret, 64, NULL, &len, NULL);
	assert_int_equal(jwt_new(&jwt), 0);
	assert_int_equal(jwt_set_alg(jwt, f->alg, f->alg == JWT_ALG_NONE ?
	    NULL : secret, f->alg == JWT_ALG_NONE ? 0 : 32), 0);
	if (kid[0] != '\0')
		(void)jwt_add_header(jwt, "kid", kid);
	if (f->issuer != NULL)
		(void)jwt_add_grant(jwt, "iss", f->issuer);
	(void)jwt_add_grant(jwt, "role", f->role);
	(void)jwt_add_grant(jwt, "sub", UUID);
	if (f->seconds != 0)
		(void)jwt_add_grant_int(jwt, "exp",
		    (long)time(NULL) + f->seconds);
	token = jwt_encode_str(jwt);
	jwt_free(jwt);
	arena_defer(arena, free, token);
	return (token);
}

static void
a_forgery_is_refused_for_each_of_its_differences(void **state)
{
	struct forgery	f = faithful;

	(void)state;
	assert_true(verifies(forged(&f)));
	f.alg = JWT_ALG_NONE;
	assert_false(verifies(forged(&f)));
	f = faithful, f.alg = JWT_ALG_HS512;
	assert_false(verifies(forged(&f)));
	f = faithful, f.alg = JWT_ALG_HS384;
	assert_false(verifies(forged(&f)));
	f = faithful, f.secret = "00112233445566778899aabbccddeeff"
	    "00112233445566778899aabbccddeeff";
	assert_false(verifies(forged(&f)));
	f = faithful, f.kid = "";
	assert_false(verifies(forged(&f)));
	f = faithful, f.kid = "00000000";
	assert_false(verifies(forged(&f)));
	f = faithful, f.issuer = NULL;
	assert_false(verifies(forged(&f)));
	f = faithful, f.issuer = "un-autre";
	assert_false(verifies(forged(&f)));
	f = faithful, f.role = "ROOT";
	assert_false(verifies(forged(&f)));
	f = faithful, f.seconds = 0;
	assert_false(verifies(forged(&f)));
	f = faithful, f.seconds = -1;
	assert_false(verifies(forged(&f)));
}

static void
the_secret_made_at_first_start_is_for_us_only(void **state)
{
	struct stat	st;
	char		first[80];

	(void)state;
	assert_int_equal(stat(path_of("current"), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(st.st_size, 64);
	(void)strcpy(first, secret_text("current"));
	assert_null(auth_init());	/* a second start keeps it */
	assert_string_equal(secret_text("current"), first);
}

static void
a_rotation_signs_nobody_out_and_a_second_one_does(void **state)
{
	const char	*old = auth_sign(arena, &agent, 60), *new;

	(void)state;
	assert_int_equal(rename(path_of("current"), arena_strdup(arena,
	    path_of("previous"))), 0);
	assert_null(auth_init());
	new = auth_sign(arena, &agent, 60);
	assert_true(verifies(old));
	assert_true(verifies(new));
	assert_int_equal(rename(path_of("current"), arena_strdup(arena,
	    path_of("previous"))), 0);
	assert_null(auth_init());
	assert_false(verifies(old));
	assert_true(verifies(new));
	/* without the previous one, only the present one */
	assert_int_equal(unlink(path_of("previous")), 0);
	assert_null(auth_init());
	assert_false(verifies(new));
	assert_true(verifies(auth_sign(arena, &agent, 60)));
}

#define HEX	"3f9a1c7e5b2d8046e1f3a5c7d9b02846"			\
		"64280b9d7c5a3f1e6408d2b5e7c1a9f3"

static void
a_secret_that_is_not_one_stops_the_start(void **state)
{
	static const struct {
		const char	*text;
		mode_t		 mode;
		const char	*word;	/* in the sentence; NULL: starts */
	} t[] = {
		{ HEX, 0600, NULL },
		{ HEX "\n", 0400, NULL },
		{ HEX, 0644, "chmod 600" },
		{ HEX, 0640, "chmod 600" },
		{ "", 0600, "64 chiffres" },
		{ "3f9a", 0600, "64 chiffres" },
		{ "pas de l'hexadecimal, mais tout de meme soixante-quatre sig"
		    "nes...", 0600, "64 chiffres" },
		{ "00000000000000000000000000000000"
		    "00000000000000000000000000000000", 0600, "se devine" },
		{ "0123456789abcdef0123456789abcdef"
		    "0123456789abcdef0123456789abcdef", 0600, "se devine" },
	};
	static const char *const	names[] = { "current", "previous" };
	const char			*error;

	(void)state;
	for (size_t n = 0; n < 2; n++) {
		for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
			secret_write(names[n], t[i].text, t[i].mode);
			error = auth_init();
			if (t[i].word == NULL) {
				assert_null(error);
				continue;
			}
			assert_non_null(error);
			assert_non_null(strstr(error, t[i].word));
		}
		secret_write(names[n], HEX, 0600);
	}
}

#define T(name)	cmocka_unit_test_setup_teardown(name, start, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(what_is_signed_is_read_back),
		T(every_role_goes_there_and_back),
		T(a_token_ends_with_its_time),
		T(a_token_without_its_person_is_refused),
		T(one_changed_character_is_enough_to_refuse),
		T(what_is_no_token_is_refused),
		T(a_forgery_is_refused_for_each_of_its_differences),
		T(the_secret_made_at_first_start_is_for_us_only),
		T(a_rotation_signs_nobody_out_and_a_second_one_does),
		T(a_secret_that_is_not_one_stops_the_start),
	};

	return (cmocka_run_group_tests(tests, NULL, NULL));
}
