/*
 * Tries counted in the database, so that all workers and all machines count
 * together.
 */
#include <string.h>

#include <sodium.h>

#include "core/conf.h"
#include "core/rq.h"
#include "gen/sql.h"
#include "session/essai.h"

#define HASH	16		/* bytes */

struct essai_facts {
	bool	trop;
	int64_t	attente;
};

static const struct db_column essai_columns[] = {
	DB_COL_BOOL(essai_facts, trop),
	DB_COL_INT(essai_facts, attente),
	DB_COL_END
};

/* "kind:<hash of what in lower case>" */
static const char *
essai_key(struct rq *rq, const char *kind, const char *what)
{
	unsigned char	 hash[HASH];
	char		*text = arena_strdup(rq_arena(rq), what);
	char		*hex = arena_alloc(rq_arena(rq), HASH * 2 + 1);

	for (char *c = text; *c != '\0'; c++) {
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	}
	(void)crypto_generichash(hash, sizeof(hash),
	    (const unsigned char *)text, strlen(text), NULL, 0);
	(void)sodium_bin2hex(hex, HASH * 2 + 1, hash, sizeof(hash));
	return (arena_printf(rq_arena(rq), "%s:%s", kind, hex));
}

static const char *
number(struct rq *rq, long value)
{
	return (arena_printf(rq_arena(rq), "%ld", value));
}

struct essai
essai_count(struct rq *rq, const char *kind, const char *what)
{
	const struct conf	*c = conf();
	struct essai_facts	 f;
	struct essai		 e = {
		.cible = essai_key(rq, kind, what),
		.adresse = essai_key(rq, "adresse", rq_client(rq)),
	};

	(void)db_row(rq, &SQL_essai_count, essai_columns, &f, e.cible,
	    number(rq, c->login_tries), e.adresse,
	    number(rq, c->login_tries_ip), number(rq, c->login_window));
	if (f.trop)
		rq_fail_later(rq, PROBLEM_TROP_DE_REQUETES,
		    f.attente > 0 ? (long)f.attente : 1);
	return (e);
}

void
essai_forgive(struct rq *rq, const struct essai *e)
{
	(void)db_exec(rq, &SQL_essai_forgive, e->cible, e->adresse,
	    number(rq, conf()->login_window));
}
