/* Environment -> struct conf: one table, read once, printed redacted. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/conf.h"

enum kind { TEXT, SECRET, NUMBER };

static const struct setting {
	const char	*name;
	enum kind	 kind;
	size_t		 offset;
	const char	*by_default;	/* NULL: required */
	long		 min, max;	/* numbers */
} settings[] = {
#define T(name, kind, member, by)					\
	{ name, kind, offsetof(struct conf, member), by, 0, 0 }
#define N(name, member, by, min, max)					\
	{ name, NUMBER, offsetof(struct conf, member), by, min, max }
	/* demo or production */
	T("VIGIE_MODE", TEXT, mode, "production"),
	/* libpq connection string; may hold a password */
	T("PG_CONNINFO", SECRET, pg_conninfo, NULL),
	/* directory of the JWT secrets */
	T("VIGIE_SECRETS", TEXT, secrets, NULL),
	/* public base address, without a slash at the end */
	T("VIGIE_URL", TEXT, url, "http://localhost:8080"),
	/* file:<directory> or smtp://host:port */
	T("VIGIE_MAIL", TEXT, mail, NULL),
	T("VIGIE_MAIL_FROM", TEXT, mail_from,
	    "Vigie Logement <ne-pas-repondre@vigie.example>"),
	T("VIGIE_MAIL_USER", TEXT, mail_user, ""),
	T("VIGIE_MAIL_PASSWORD", SECRET, mail_password, ""),
	/* connections of each lane, per worker */
	N("VIGIE_READS", reads, "2", 1, 32),
	N("VIGIE_WRITES", writes, "4", 1, 32),
	N("VIGIE_HEAVY", heavy, "2", 1, 32),
	/* queries that may wait, per worker and lane */
	N("VIGIE_QUEUE", queue, "2000", 1, 100000),
	/* statement_timeout of each lane, ms */
	N("VIGIE_READ_TIMEOUT", read_timeout, "5000", 100, 600000),
	N("VIGIE_WRITE_TIMEOUT", write_timeout, "5000", 100, 600000),
	N("VIGIE_HEAVY_TIMEOUT", heavy_timeout, "30000", 100, 600000),
	/* life of an access token, minutes: a revoked account is out by then */
	N("VIGIE_ACCESS_MINUTES", access_minutes, "15", 1, 15),
	N("VIGIE_REFRESH_DAYS", refresh_days, "14", 1, 90),
	/* failed sign-ins per account, and per address, in a window (s) */
	N("VIGIE_LOGIN_TRIES", login_tries, "5", 1, 1000000),
	N("VIGIE_LOGIN_TRIES_IP", login_tries_ip, "50", 1, 1000000),
	N("VIGIE_LOGIN_WINDOW", login_window, "900", 1, 86400),
	/* requests a minute and caller */
	N("VIGIE_RATE_LIMIT", rate_limit, "600", 1, 10000000),
	/* relais: attempts before a dead letter, wait before the second one
	 * (each next one waits four times longer), pause when idle (ms) */
	N("VIGIE_RELAIS_TRIES", relais_tries, "8", 1, 100),
	N("VIGIE_RELAIS_WAIT", relais_wait, "15000", 10, 3600000),
	N("VIGIE_RELAIS_PAUSE", relais_pause, "500", 10, 60000),
#undef T
#undef N
};

#define NSETTINGS	(sizeof(settings) / sizeof(settings[0]))

static struct conf	loaded;
static char		sentence[256];

static const char **
text_of(const struct setting *s)
{
	return ((const char **)(void *)((char *)&loaded + s->offset));
}

static long *
number_of(const struct setting *s)
{
	return ((long *)(void *)((char *)&loaded + s->offset));
}

static bool
read_number(const struct setting *s, const char *value)
{
	char	*end;
	long	 n;

	errno = 0;
	n = strtol(value, &end, 10);
	if (errno != 0 || end == value || *end != '\0' || n < s->min ||
	    n > s->max) {
		(void)snprintf(sentence, sizeof(sentence),
		    "%s doit être un entier de %ld à %ld.", s->name, s->min,
		    s->max);
		return (false);
	}
	*number_of(s) = n;
	return (true);
}

static bool
read_setting(const struct setting *s)
{
	const char	*value = getenv(s->name);

	if (value == NULL || value[0] == '\0')
		value = s->by_default;
	if (value == NULL) {
		(void)snprintf(sentence, sizeof(sentence),
		    "%s est obligatoire.", s->name);
		return (false);
	}
	if (s->kind == NUMBER)
		return (read_number(s, value));
	*text_of(s) = value;
	return (true);
}

/* The password in a connection string of either form, "" when none. */
static const char *
conninfo_password(const char *conninfo, char *out, size_t size)
{
	const char	*at = strstr(conninfo, "://"), *end;

	if (at != NULL) {
		end = at + 3 + strcspn(at + 3, "@/");
		at = memchr(at + 3, ':', (size_t)(end - at - 3));
		at = *end == '@' && at != NULL ? at + 1 : end;
	} else if ((at = strstr(conninfo, "password=")) != NULL) {
		at += sizeof("password=") - 1;
		at += *at == '\'';
		end = at + strcspn(at, "' ");
	} else {
		at = end = conninfo;
	}
	(void)snprintf(out, size, "%.*s", (int)(end - at), at);
	return (out);
}

/* One of those that examples and images come with? */
static bool
default_password(const char *password)
{
	static const char *const	known[] = { "vigie", "vigie-logement",
					    "demo", "postgres", "password",
					    "secret", "changeme", "change-me",
					    "admin", "Demo-Logement-2026!" };

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (strcmp(known[i], password) == 0)
			return (true);
	}
	return (false);
}

/* Outside the demonstration: secrets that are missing or everyone's. */
static const char *
secrets_fault(void)
{
	char	password[64];

	if (default_password(conninfo_password(loaded.pg_conninfo, password,
	    sizeof(password))))
		return ("Le mot de passe de PG_CONNINFO est celui d'un "
		    "exemple : choisissez-en un autre.");
	if (loaded.mail_user[0] != '\0' && loaded.mail_password[0] == '\0')
		return ("VIGIE_MAIL_PASSWORD est obligatoire avec "
		    "VIGIE_MAIL_USER.");
	if (default_password(loaded.mail_password))
		return ("VIGIE_MAIL_PASSWORD est celui d'un exemple : "
		    "choisissez-en un autre.");
	return (NULL);
}

/* What one setting alone cannot tell. */
static bool
coherent(void)
{
	const char	*wrong = NULL;

	if (strcmp(loaded.mode, "demo") != 0 &&
	    strcmp(loaded.mode, "production") != 0)
		wrong = "VIGIE_MODE doit être demo ou production.";
	else if (strncmp(loaded.mail, "file:", 5) != 0 &&
	    strncmp(loaded.mail, "smtp://", 7) != 0)
		wrong = "VIGIE_MAIL doit commencer par file: ou smtp://.";
	else if (loaded.mail[0] == 's' && strchr(loaded.mail, '@') != NULL)
		wrong = "VIGIE_MAIL ne contient pas de compte : donnez "
		    "VIGIE_MAIL_USER et VIGIE_MAIL_PASSWORD.";
	else if (strncmp(loaded.url, "http://", 7) != 0 &&
	    strncmp(loaded.url, "https://", 8) != 0)
		wrong = "VIGIE_URL doit commencer par http:// ou https://.";
	else if (loaded.url[strlen(loaded.url) - 1] == '/')
		wrong = "VIGIE_URL ne doit pas finir par une barre.";
	else if (!conf_demo())
		wrong = secrets_fault();
	if (wrong != NULL)
		(void)snprintf(sentence, sizeof(sentence), "%s", wrong);
	return (wrong == NULL);
}

const struct conf *
conf_load(const char **error)
{
	*error = sentence;
	for (size_t i = 0; i < NSETTINGS; i++) {
		if (!read_setting(&settings[i]))
			return (NULL);
	}
	if (!coherent())
		return (NULL);
	*error = NULL;
	return (&loaded);
}

const struct conf *
conf(void)
{
	return (&loaded);
}

bool
conf_demo(void)
{
	return (strcmp(loaded.mode, "demo") == 0);
}

void
conf_print(void)
{
	const struct setting	*s;

	for (size_t i = 0; i < NSETTINGS; i++) {
		s = &settings[i];
		if (s->kind == NUMBER)
			(void)printf("%s=%ld\n", s->name, *number_of(s));
		else
			(void)printf("%s=%s\n", s->name, s->kind == SECRET &&
			    (*text_of(s))[0] != '\0' ? "***" : *text_of(s));
	}
	(void)fflush(stdout);
}
