/*
 * Tokens. As received, when the first byte is even; otherwise the rest is
 * "header.payload", encoded and signed with the secret, so that what reads
 * the inside of a token is reached. Only a whole caller ever comes out.
 */
#include <sys/stat.h>

#include <string.h>
#include <unistd.h>

#include <sodium.h>

#include "core/auth.h"
#include "core/conf.h"
#include "core/route.h"
#include "fuzz.h"

#define HEX	"3f9a1c7e5b2d8046e1f3a5c7d9b02846"			\
		"64280b9d7c5a3f1e6408d2b5e7c1a9f3"

static unsigned char	secret[32];

/* auth.c reads its secret from a file. */
static void
prepare(void)
{
	static char	 directory[] = "/tmp/fuzz-jeton-XXXXXX";
	char		 path[64];
	const char	*error;
	FILE		*file;

	MUST(mkdtemp(directory) != NULL);
	(void)snprintf(path, sizeof(path), "%s/current", directory);
	MUST((file = fopen(path, "w")) != NULL);
	MUST(fputs(HEX, file) >= 0 && fclose(file) == 0);
	MUST(chmod(path, 0600) == 0);
	setenv("VIGIE_MODE", "demo", 1);
	setenv("PG_CONNINFO", "host=/nowhere", 1);
	setenv("VIGIE_MAIL", "file:/nowhere", 1);
	setenv("VIGIE_SECRETS", directory, 1);
	MUST(conf_load(&error) != NULL);
	MUST(auth_init() == NULL);
	MUST(sodium_hex2bin(secret, sizeof(secret), HEX, 64, NULL, NULL,
	    NULL) == 0);
	(void)unlink(path);
	(void)rmdir(directory);
}

static char *
base64(struct arena *arena, const void *bytes, size_t n)
{
	const int	variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
	size_t		len = sodium_base64_encoded_len(n, variant);

	return (sodium_bin2base64(arena_alloc(arena, len), len, bytes, n,
	    variant));
}

static const char *
signed_token(struct arena *arena, const uint8_t *data, size_t size)
{
	const uint8_t			*dot = memchr(data, '.', size);
	size_t				 n = dot == NULL ? size :
					    (size_t)(dot - data);
	unsigned char			 mac[32];
	crypto_auth_hmacsha256_state	 state;
	char				*text;

	text = arena_printf(arena, "%s.%s", base64(arena, data, n),
	    base64(arena, dot == NULL ? data : dot + 1, dot == NULL ? 0 :
	    size - n - 1));
	(void)crypto_auth_hmacsha256_init(&state, secret, sizeof(secret));
	(void)crypto_auth_hmacsha256_update(&state,
	    (const unsigned char *)text, strlen(text));
	(void)crypto_auth_hmacsha256_final(&state, mac);
	return (arena_printf(arena, "%s.%s", text, base64(arena, mac,
	    sizeof(mac))));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static bool	 ready;
	struct caller	 caller = { 0 };
	struct arena	*arena;

	if (!ready)
		prepare();
	ready = true;
	if (size == 0)
		return (0);
	arena = arena_new();
	if (auth_verify(arena, data[0] % 2 == 0 ? arena_strndup(arena,
	    (const char *)data + 1, size - 1) : signed_token(arena, data + 1,
	    size - 1), &caller)) {
		MUST(data[0] % 2 == 1);		/* nobody guesses the secret */
		MUST(strcmp(auth_role_name(caller.acces), "PUBLIC") != 0);
		MUST(caller.acces == ACCES_USAGER ? caller.dossier != NULL :
		    caller.id != NULL);
	}
	arena_free(arena);
	return (0);
}
