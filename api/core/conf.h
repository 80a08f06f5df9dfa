/*
 * Environment -> struct conf.  One table in conf.c: variable, type, default,
 * meaning.  Read once at start, printed with its secrets redacted.
 */
#ifndef VIGIE_CONF_H
#define VIGIE_CONF_H

#include <stdbool.h>
#include <stddef.h>

struct conf {
	const char	*mode;		/* "demo" or "production" */
	const char	*pg_conninfo;	/* libpq connection string */
	const char	*secrets;	/* directory of the JWT secrets */
	const char	*url;		/* public base, no trailing slash */
	const char	*mail;		/* "file:<dir>" or "smtp://host:port" */
	const char	*mail_from;
	const char	*mail_user;	/* SMTP login, "" for none */
	const char	*mail_password;
	long		 reads;		/* connections of the read lane */
	long		 writes;	/* ... of the durable write lane */
	long		 heavy;		/* ... of the heavy lane */
	long		 queue;		/* waiting queries per worker */
	long		 read_timeout;	/* ms, statement_timeout per lane */
	long		 write_timeout;
	long		 heavy_timeout;
	long		 access_minutes;	/* life of an access token */
	long		 refresh_days;	/* life of a refresh token */
	long		 login_tries;	/* per account and window */
	long		 login_tries_ip;
	long		 login_window;	/* seconds */
	long		 rate_limit;	/* requests per minute and caller */
	long		 relais_tries;	/* before a dead letter */
	long		 relais_wait;	/* ms before the second attempt */
	long		 relais_pause;	/* ms between polls when idle */
};

/*
 * Reads the environment.  Returns NULL and a French sentence in *error when a
 * value is wrong or a required one is missing. No secret has a default, and
 * outside the demo mode one that comes from an example is refused.
 */
const struct conf *conf_load(const char **error);
const struct conf *conf(void);		/* after conf_load() */
bool		conf_demo(void);

/* Prints "name=value" lines on stdout, secrets as "***". */
void		conf_print(void);

#endif
