/* Environment -> configuration: what is missing, wrong, printed, refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/conf.h"

#define COUNT(t)	(sizeof(t) / sizeof((t)[0]))

extern char	**environ;

/* A production that starts. */
static const char *const	good[][2] = {
	{ "VIGIE_MODE", "production" },
	{ "PG_CONNINFO", "host=/run/pg user=api password=N3-se-devine-pas" },
	{ "VIGIE_SECRETS", "/etc/vigie/secrets" },
	{ "VIGIE_MAIL", "smtp://mail.exemple.fr:587" },
	{ "VIGIE_URL", "https://vigie.exemple.fr" },
};

static int
start(void **state)
{
	char	name[64];

	(void)state;
	for (char **e = environ; *e != NULL; ) {
		if (strncmp(*e, "VIGIE_", 6) != 0) {
			e++;
			continue;
		}
		(void)snprintf(name, sizeof(name), "%.*s",
		    (int)strcspn(*e, "="), *e);
		unsetenv(name);
		e = environ;
	}
	for (size_t i = 0; i < COUNT(good); i++)
		setenv(good[i][0], good[i][1], 1);
	return (0);
}

static void
assert_loads(void)
{
	const char	*error;

	if (conf_load(&error) == NULL)
		fail_msg("%s", error);
	assert_null(error);
}

static void
assert_refused(const char *sentence)
{
	const char	*error;

	assert_null(conf_load(&error));
	assert_string_equal(error, sentence);
}

static void
what_is_given_is_what_is_read(void **state)
{
	(void)state;
	setenv("VIGIE_READS", "7", 1);
	setenv("VIGIE_MAIL_FROM", "Vigie <a@b.fr>", 1);
	assert_loads();
	assert_string_equal(conf()->mode, "production");
	assert_string_equal(conf()->pg_conninfo, good[1][1]);
	assert_string_equal(conf()->secrets, "/etc/vigie/secrets");
	assert_string_equal(conf()->mail, "smtp://mail.exemple.fr:587");
	assert_string_equal(conf()->mail_from, "Vigie <a@b.fr>");
	assert_string_equal(conf()->url, "https://vigie.exemple.fr");
	assert_int_equal(conf()->reads, 7);
}

static void
what_is_not_given_has_its_default(void **state)
{
	(void)state;
	unsetenv("VIGIE_URL");
	unsetenv("VIGIE_MODE");
	setenv("VIGIE_WRITES", "", 1);
	assert_loads();
	assert_string_equal(conf()->mode, "production");
	assert_false(conf_demo());
	assert_string_equal(conf()->url, "http://localhost:8080");
	assert_string_equal(conf()->mail_user, "");
	assert_int_equal(conf()->writes, 4);
	assert_int_equal(conf()->access_minutes, 15);
	assert_int_equal(conf()->login_tries, 5);
	assert_int_equal(conf()->rate_limit, 600);
}

static void
what_has_no_default_is_asked_for(void **state)
{
	static const char *const	required[] = { "PG_CONNINFO",
					    "VIGIE_SECRETS", "VIGIE_MAIL" };
	char				sentence[64];

	(void)state;
	for (int demo = 0; demo < 2; demo++) {
		for (size_t i = 0; i < COUNT(required); i++) {
			(void)start(state);
			setenv("VIGIE_MODE", demo ? "demo" : "production", 1);
			(void)snprintf(sentence, sizeof(sentence),
			    "%s est obligatoire.", required[i]);
			unsetenv(required[i]);
			assert_refused(sentence);
			setenv(required[i], "", 1);
			assert_refused(sentence);
		}
	}
}

static void
a_wrong_number_tells_its_bounds(void **state)
{
	static const char *const	wrong[] = { "0", "33", "-1", "x",
					    "3x", "3.5", " ", "0x3",
					    "99999999999999999999" };

	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++) {
		setenv("VIGIE_READS", wrong[i], 1);
		assert_refused("VIGIE_READS doit être un entier de 1 à 32.");
	}
	setenv("VIGIE_READS", "1", 1);
	assert_loads();
	setenv("VIGIE_READS", "32", 1);
	assert_loads();
	setenv("VIGIE_ACCESS_MINUTES", "16", 1);
	assert_refused("VIGIE_ACCESS_MINUTES doit être un entier de 1 à 15.");
}

static void
a_wrong_text_tells_its_form(void **state)
{
	static const struct {
		const char	*name, *value, *sentence;
	} t[] = {
		{ "VIGIE_MODE", "dev", "VIGIE_MODE doit être demo ou "
		    "production." },
		{ "VIGIE_MAIL", "mail.exemple.fr", "VIGIE_MAIL doit commencer "
		    "par file: ou smtp://." },
		{ "VIGIE_MAIL", "smtps://mail.exemple.fr", "VIGIE_MAIL doit "
		    "commencer par file: ou smtp://." },
		{ "VIGIE_URL", "vigie.exemple.fr", "VIGIE_URL doit commencer "
		    "par http:// ou https://." },
		{ "VIGIE_URL", "https://vigie.exemple.fr/", "VIGIE_URL ne doit "
		    "pas finir par une barre." },
		/* a secret where it would be printed */
		{ "VIGIE_MAIL", "smtp://moi:motdepasse@mail.exemple.fr",
		    "VIGIE_MAIL ne contient pas de compte : donnez "
		    "VIGIE_MAIL_USER et VIGIE_MAIL_PASSWORD." },
	};

	for (size_t i = 0; i < COUNT(t); i++) {
		(void)start(state);
		setenv(t[i].name, t[i].value, 1);
		assert_refused(t[i].sentence);
	}
}

#define PG	"Le mot de passe de PG_CONNINFO est celui d'un exemple : "    \
		"choisissez-en un autre."

/* sentence NULL: production starts. */
static const struct {
	const char	*conninfo, *user, *password, *sentence;
} secrets[] = {
	{ "host=/run/pg", "", "", NULL },
	{ "host=/run/pg user=vigie dbname=vigie", "", "", NULL },
	{ "password=vigie2Zq", "", "", NULL },
	{ "password=vigie", "", "", PG },
	{ "host=db password=vigie user=x", "", "", PG },
	{ "host=db password='changeme' user=x", "", "", PG },
	{ "postgresql://vigie:postgres@db/vigie", "", "", PG },
	{ "postgresql://vigie:postgres9@db/vigie", "", "", NULL },
	{ "postgresql://vigie@db/postgres", "", "", NULL },
	{ "postgresql://db/vigie", "", "", NULL },
	{ "postgresql://db:5432/vigie", "", "", NULL },
	{ "postgresql://", "", "", NULL },
	{ "password=Demo-Logement-2026!", "", "", PG },
	{ "host=db", "moi", "", "VIGIE_MAIL_PASSWORD est obligatoire avec "
	    "VIGIE_MAIL_USER." },
	{ "host=db", "moi", "secret", "VIGIE_MAIL_PASSWORD est celui d'un "
	    "exemple : choisissez-en un autre." },
	{ "host=db", "moi", "N3-se-devine-pas", NULL },
};

static void
production_refuses_a_secret_that_is_missing_or_an_example(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(secrets); i++) {
		print_message("%s\n", secrets[i].conninfo);
		setenv("PG_CONNINFO", secrets[i].conninfo, 1);
		setenv("VIGIE_MAIL_USER", secrets[i].user, 1);
		setenv("VIGIE_MAIL_PASSWORD", secrets[i].password, 1);
		if (secrets[i].sentence == NULL)
			assert_loads();
		else
			assert_refused(secrets[i].sentence);
	}
}

static void
the_demonstration_takes_the_secrets_of_examples(void **state)
{
	(void)state;
	setenv("VIGIE_MODE", "demo", 1);
	for (size_t i = 0; i < COUNT(secrets); i++) {
		setenv("PG_CONNINFO", secrets[i].conninfo, 1);
		setenv("VIGIE_MAIL_USER", secrets[i].user, 1);
		setenv("VIGIE_MAIL_PASSWORD", secrets[i].password, 1);
		assert_loads();
		assert_true(conf_demo());
	}
}

static void
the_configuration_is_printed_without_its_secrets(void **state)
{
	static char	text[8192];
	FILE		*file = tmpfile();
	int		 out = dup(STDOUT_FILENO);
	size_t		 n;

	(void)state;
	setenv("VIGIE_MAIL_USER", "moi", 1);
	setenv("VIGIE_MAIL_PASSWORD", "tres-secret", 1);
	assert_loads();
	fflush(stdout);
	assert_int_not_equal(dup2(fileno(file), STDOUT_FILENO), -1);
	conf_print();
	assert_int_not_equal(dup2(out, STDOUT_FILENO), -1);
	rewind(file);
	n = fread(text, 1, sizeof(text) - 1, file);
	text[n] = '\0';
	fclose(file);
	close(out);
	assert_non_null(strstr(text, "VIGIE_MODE=production\n"));
	assert_non_null(strstr(text, "PG_CONNINFO=***\n"));
	assert_non_null(strstr(text, "VIGIE_MAIL_PASSWORD=***\n"));
	assert_non_null(strstr(text, "VIGIE_MAIL_USER=moi\n"));
	assert_non_null(strstr(text, "VIGIE_READS=2\n"));
	assert_null(strstr(text, "devine"));
	assert_null(strstr(text, "tres-secret"));
}

#define T(name)	cmocka_unit_test_setup(name, start)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(what_is_given_is_what_is_read),
		T(what_is_not_given_has_its_default),
		T(what_has_no_default_is_asked_for),
		T(a_wrong_number_tells_its_bounds),
		T(a_wrong_text_tells_its_form),
		T(production_refuses_a_secret_that_is_missing_or_an_example),
		T(the_demonstration_takes_the_secrets_of_examples),
		T(the_configuration_is_printed_without_its_secrets),
	};

	return (cmocka_run_group_tests(tests, NULL, NULL));
}
