/*
 * Tokens by libjwt: HS256 only, two secrets so that they can be rotated
 * without signing anyone out: put the old one in "previous", a new one in
 * "current", restart.
 *
 * "kid" is the start of the secret's hash; a token is tried against the
 * secret that its kid names and no other.
 */
#include <sys/stat.h>

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <jwt.h>
#include <sodium.h>

#include "core/auth.h"
#include "core/conf.h"
#include "core/route.h"

#define SECRET		32	/* bytes */
#define SECRET_HEX	(SECRET * 2)
#define KID		8	/* hex digits */
#define ISSUER		"vigie-logement"

static struct secret {
	unsigned char	bytes[SECRET];
	char		kid[KID + 1];
	bool		known;
} current, previous;

static const struct {
	const char	*name;
	uint32_t	 acces;
} roles[] = {
	{ "USAGER",			ACCES_USAGER },
	{ "AGENT",			ACCES_AGENT },
	{ "ADMIN_PARTENAIRE",		ACCES_ADMIN_PARTENAIRE },
	{ "RESPONSABLE_TERRITOIRE",	ACCES_RESPONSABLE_TERRITOIRE },
	{ "SUPER_ADMIN",		ACCES_SUPER_ADMIN },
};

#define NROLES	(sizeof(roles) / sizeof(roles[0]))

const char *
auth_role_name(uint32_t acces)
{
	for (size_t i = 0; i < NROLES; i++) {
		if (roles[i].acces == acces)
			return (roles[i].name);
	}
	return ("PUBLIC");
}

uint32_t
auth_role(const char *name)
{
	for (size_t i = 0; name != NULL && i < NROLES; i++) {
		if (strcmp(roles[i].name, name) == 0)
			return (roles[i].acces);
	}
	return (0);
}

static void
secret_know(struct secret *s)
{
	unsigned char	hash[crypto_generichash_BYTES];
	char		hex[crypto_generichash_BYTES * 2 + 1];

	(void)crypto_generichash(hash, sizeof(hash), s->bytes, SECRET,
	    NULL, 0);
	(void)sodium_bin2hex(hex, sizeof(hex), hash, sizeof(hash));
	memcpy(s->kid, hex, KID);
	s->kid[KID] = '\0';
	s->known = true;
}

/* Thirty-two random bytes have about thirty values; 0123… or 0000… do not. */
static bool
secret_random(const struct secret *s)
{
	bool	seen[256] = { false };
	int	values = 0;

	for (size_t i = 0; i < SECRET; i++) {
		values += !seen[s->bytes[i]];
		seen[s->bytes[i]] = true;
	}
	return (values >= SECRET / 2 + 1);
}

/* NULL when read; "" when there is no such file; otherwise a sentence. */
static const char *
secret_read(struct secret *s, const char *path)
{
	char		text[SECRET_HEX + 2];
	struct stat	st;
	ssize_t		n;
	size_t		len;
	int		fd;

	s->known = false;
	if ((fd = open(path, O_RDONLY | O_CLOEXEC)) == -1)
		return (errno == ENOENT ? "" :
		    "Le secret des jetons ne peut pas être lu.");
	n = fstat(fd, &st) == -1 ? -1 : read(fd, text, sizeof(text));
	(void)close(fd);
	if (n < SECRET_HEX || sodium_hex2bin(s->bytes, SECRET, text,
	    SECRET_HEX, NULL, &len, NULL) == -1 || len != SECRET)
		return ("Le secret des jetons doit avoir 64 chiffres "
		    "hexadécimaux.");
	if ((st.st_mode & 077) != 0)
		return ("Le secret des jetons est lisible par d'autres : "
		    "chmod 600.");
	if (!secret_random(s))
		return ("Le secret des jetons se devine : effacez-le, un "
		    "autre sera fait.");
	secret_know(s);
	return (NULL);
}

static const char *
secret_make(struct secret *s, const char *path)
{
	char	hex[SECRET_HEX + 1];
	int	fd;
	bool	written;

	randombytes_buf(s->bytes, SECRET);
	(void)sodium_bin2hex(hex, sizeof(hex), s->bytes, SECRET);
	fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd == -1)
		return ("Le secret des jetons ne peut pas être créé dans "
		    "VIGIE_SECRETS.");
	written = write(fd, hex, SECRET_HEX) == SECRET_HEX &&
	    fsync(fd) == 0;
	if (close(fd) == -1 || !written)
		return ("Le secret des jetons ne peut pas être écrit.");
	secret_know(s);
	return (NULL);
}

const char *
auth_init(void)
{
	char		 path[4096];
	const char	*error;

	(void)snprintf(path, sizeof(path), "%s/current", conf()->secrets);
	error = secret_read(&current, path);
	if (error != NULL && error[0] == '\0')
		error = secret_make(&current, path);
	if (error != NULL)
		return (error);
	(void)snprintf(path, sizeof(path), "%s/previous", conf()->secrets);
	error = secret_read(&previous, path);
	return (error != NULL && error[0] != '\0' ? error : NULL);
}

static void
token_free(void *token)
{
	jwt_free(token);
}

/* The verified token, or NULL. */
static jwt_t *
token_decode(const char *text)
{
	const struct secret	*secrets[] = { &current, &previous };
	const char		*kid;
	jwt_t			*jwt;

	for (size_t i = 0; i < 2; i++) {
		if (!secrets[i]->known || jwt_decode(&jwt, text,
		    secrets[i]->bytes, SECRET) != 0)
			continue;
		kid = jwt_get_header(jwt, "kid");
		if (jwt_get_alg(jwt) == JWT_ALG_HS256 && kid != NULL &&
		    strcmp(kid, secrets[i]->kid) == 0)
			return (jwt);
		jwt_free(jwt);
	}
	return (NULL);
}

bool
auth_verify(struct arena *arena, const char *text, struct caller *caller)
{
	const char	*issuer;
	jwt_t		*jwt;

	if ((jwt = token_decode(text)) == NULL)
		return (false);
	arena_defer(arena, token_free, jwt);
	issuer = jwt_get_grant(jwt, "iss");
	if (issuer == NULL || strcmp(issuer, ISSUER) != 0 ||
	    jwt_get_grant_int(jwt, "exp") <= (long)time(NULL))
		return (false);
	caller->acces = auth_role(jwt_get_grant(jwt, "role"));
	caller->id = jwt_get_grant(jwt, "sub");
	caller->session = jwt_get_grant(jwt, "session");
	caller->dossier = jwt_get_grant(jwt, "dossier");
	caller->qualite = jwt_get_grant(jwt, "qualite");
	if (caller->acces == ACCES_USAGER)
		return (caller->dossier != NULL && caller->qualite != NULL);
	return (caller->acces != 0 && caller->id != NULL);
}

static int
grant(jwt_t *jwt, const char *name, const char *value)
{
	return (value == NULL ? 0 : jwt_add_grant(jwt, name, value));
}

const char *
auth_sign(struct arena *arena, const struct caller *caller, long seconds)
{
	long		 now = (long)time(NULL);
	char		*made;
	jwt_t		*jwt;
	int		 bad;

	if (jwt_new(&jwt) != 0)
		abort();
	bad = jwt_set_alg(jwt, JWT_ALG_HS256, current.bytes, SECRET) |
	    jwt_add_header(jwt, "kid", current.kid) |
	    grant(jwt, "iss", ISSUER) |
	    grant(jwt, "role", auth_role_name(caller->acces)) |
	    grant(jwt, "sub", caller->id) |
	    grant(jwt, "session", caller->session) |
	    grant(jwt, "dossier", caller->dossier) |
	    grant(jwt, "qualite", caller->qualite) |
	    jwt_add_grant_int(jwt, "iat", now) |
	    jwt_add_grant_int(jwt, "exp", now + seconds);
	made = bad == 0 ? jwt_encode_str(jwt) : NULL;
	jwt_free(jwt);
	assert(made != NULL);
	arena_defer(arena, free, made);
	return (made);
}
