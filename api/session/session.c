/*
 * Signing in, staying signed in, signing out; the connected account.
 *
 * A session is a family of refresh tokens. Each renewal spends one and makes
 * the next; a spent token that comes back means that two parties hold the
 * same cookie, and the whole family is revoked. There is no grace for two
 * tabs that renew at once: the page must renew under a lock.
 *
 * Only a hash of a refresh token is kept. An access token is not asked about
 * again: after a sign-out it lives for its remaining minutes at most.
 */
#include <string.h>

#include <sodium.h>

#include "core/conf.h"
#include "core/password.h"
#include "core/rq.h"
#include "gen/contract.h"
#include "gen/sql.h"
#include "session/essai.h"
#include "session/session_rules.h"

#define COOKIE		"vigie_renouvellement"
#define COOKIE_PATH	"/api/v1/sessions/renouvellement"
#define TOKEN		32			/* bytes, random */
#define TOKEN_TEXT	(TOKEN * 2 + 1)

/* A refresh token and the hash of it that is kept, in hexadecimal. */
struct refresh {
	char	text[TOKEN_TEXT];
	char	hash[TOKEN_TEXT];
};

struct account_facts {
	const char	*id, *email, *mot_de_passe, *role, *statut;
};

static const struct db_column account_columns[] = {
	DB_COL_TEXT(account_facts, id),
	DB_COL_TEXT(account_facts, email),
	DB_COL_TEXT(account_facts, mot_de_passe),
	DB_COL_TEXT(account_facts, role),
	DB_COL_TEXT(account_facts, statut),
	DB_COL_END
};

struct token_facts {
	const char	*id, *email, *role, *statut, *session;
	bool		 consomme, valable;
};

static const struct db_column token_columns[] = {
	DB_COL_TEXT(token_facts, id),
	DB_COL_TEXT(token_facts, email),
	DB_COL_TEXT(token_facts, role),
	DB_COL_TEXT(token_facts, statut),
	DB_COL_TEXT(token_facts, session),
	DB_COL_BOOL(token_facts, consomme),
	DB_COL_BOOL(token_facts, valable),
	DB_COL_END
};

static void
refresh_hash(struct refresh *r)
{
	unsigned char	hash[TOKEN];

	(void)crypto_generichash(hash, sizeof(hash),
	    (const unsigned char *)r->text, strlen(r->text), NULL, 0);
	(void)sodium_bin2hex(r->hash, sizeof(r->hash), hash, sizeof(hash));
}

static void
refresh_make(struct refresh *r)
{
	unsigned char	bytes[TOKEN];

	randombytes_buf(bytes, sizeof(bytes));
	(void)sodium_bin2hex(r->text, sizeof(r->text), bytes, sizeof(bytes));
	refresh_hash(r);
}

/* The one in the cookie; false when there is none of the right shape. */
static bool
refresh_read(struct rq *rq, struct refresh *r)
{
	const char	*text = rq_cookie(rq, COOKIE);

	if (text == NULL || strlen(text) != TOKEN_TEXT - 1)
		return (false);
	memcpy(r->text, text, TOKEN_TEXT);
	refresh_hash(r);
	return (true);
}

/* days 0 erases the cookie. */
static void
refresh_cookie(struct rq *rq, const char *text, long days)
{
	rq_set_header(rq, "set-cookie", arena_printf(rq_arena(rq),
	    COOKIE "=%s; HttpOnly; Secure; SameSite=Strict; Path="
	    COOKIE_PATH "; Max-Age=%ld", text, days * 24 * 3600));
}

/* A random UUID (RFC 9562, version 4). */
static const char *
uuid_make(struct rq *rq)
{
	unsigned char	b[16];

	randombytes_buf(b, sizeof(b));
	b[6] = (unsigned char)((b[6] & 0x0f) | 0x40);
	b[8] = (unsigned char)((b[8] & 0x3f) | 0x80);
	return (arena_printf(rq_arena(rq), "%02x%02x%02x%02x-%02x%02x-"
	    "%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0], b[1], b[2],
	    b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12],
	    b[13], b[14], b[15]));
}

/* "{creer_signalement,voir_rebuts}" */
static const char *
actions_of(struct rq *rq, uint32_t role)
{
	const char	*names[SESSION_ACTIONS_MAX];
	const char	*list = "";
	size_t		 i, n;

	n = session_actions(contract_operations, contract_noperations, role,
	    names);
	for (i = 0; i < n; i++)
		list = arena_printf(rq_arena(rq), "%s%s%s", list,
		    i == 0 ? "" : ",", names[i]);
	return (arena_printf(rq_arena(rq), "{%s}", list));
}

static const char *
number(struct rq *rq, long value)
{
	return (arena_printf(rq_arena(rq), "%ld", value));
}

static long
access_seconds(void)
{
	return (conf()->access_minutes * 60);
}

static const char *
access_token(struct rq *rq, const char *account, const char *role,
    const char *session)
{
	struct caller	caller = {
		.acces = auth_role(role),
		.id = account,
		.session = session,
	};

	return (auth_sign(rq_arena(rq), &caller, access_seconds()));
}

/* POST /sessions */
void
session_create(struct rq *rq)
{
	struct account_facts	 f = { 0 };
	struct refresh		 refresh;
	struct db_answer	 a;
	struct essai		 try;
	const char		*session = uuid_make(rq);
	bool			 admitted;

	try = essai_count(rq, "compte", rq_str(rq, "email"));
	admitted = db_row(rq, &SQL_session_account, account_columns, &f,
	    rq_str(rq, "email")) &&
	    session_account_admitted(f.email, f.statut, conf_demo());
	if (!password_verify(rq, admitted ? f.mot_de_passe : NULL,
	    rq_str(rq, "mot_de_passe")))
		rq_fail(rq, PROBLEM_IDENTIFIANTS_INVALIDES);
	essai_forgive(rq, &try);
	refresh_make(&refresh);
	a = db_json_or_null(rq, &SQL_session_create, f.id, session,
	    refresh.hash, number(rq, conf()->refresh_days),
	    access_token(rq, f.id, f.role, session),
	    number(rq, access_seconds()), actions_of(rq, auth_role(f.role)));
	if (a.corps == NULL)		/* archived meanwhile */
		rq_fail(rq, PROBLEM_IDENTIFIANTS_INVALIDES);
	refresh_cookie(rq, refresh.text, conf()->refresh_days);
	rq_reply(rq, 201, a);
}

/* The session is over: forget the cookie, and revoke it if there is a why. */
static _Noreturn void
renewal_refuse(struct rq *rq, const char *session, const char *why)
{
	if (why != NULL)
		(void)db_exec(rq, &SQL_session_revoke, session, why);
	refresh_cookie(rq, "", 0);
	rq_fail(rq, PROBLEM_SESSION_EXPIREE);
}

/* POST /sessions/renouvellement */
void
session_renew(struct rq *rq)
{
	struct token_facts	 f;
	struct refresh		 old, next;
	struct db_answer	 a;

	if (!session_same_site(rq_header(rq, "sec-fetch-site"),
	    rq_header(rq, "origin"), conf()->url))
		rq_fail(rq, PROBLEM_SESSION_EXPIREE);
	if (!refresh_read(rq, &old) || !db_row(rq, &SQL_session_token,
	    token_columns, &f, old.hash))
		renewal_refuse(rq, NULL, NULL);
	if (f.consomme)
		renewal_refuse(rq, f.session, "reutilisation");
	if (!f.valable)
		renewal_refuse(rq, NULL, NULL);
	if (!session_account_admitted(f.email, f.statut, conf_demo()))
		renewal_refuse(rq, f.session, "compte");
	refresh_make(&next);
	a = db_json_or_null(rq, &SQL_session_renew, old.hash, next.hash,
	    number(rq, conf()->refresh_days),
	    access_token(rq, f.id, f.role, f.session),
	    number(rq, access_seconds()), actions_of(rq, auth_role(f.role)));
	if (a.corps == NULL)
		renewal_refuse(rq, f.session, "reutilisation");
	refresh_cookie(rq, next.text, conf()->refresh_days);
	rq_reply(rq, 201, a);
}

/* DELETE /sessions/courante. A citizen's access has no session to end. */
void
session_delete(struct rq *rq)
{
	const char	*session = rq_caller(rq)->session;

	if (session != NULL)
		(void)db_exec(rq, &SQL_session_revoke, session, "deconnexion");
	refresh_cookie(rq, "", 0);
	rq_reply_text(rq, 204, NULL, NULL);
}

/* GET /moi */
void
session_moi(struct rq *rq)
{
	const struct caller	*who = rq_caller(rq);
	struct db_answer	 a;

	a = db_json_or_null(rq, &SQL_session_moi, who->id,
	    actions_of(rq, who->acces));
	if (a.corps == NULL)		/* archived since the token was made */
		rq_fail(rq, PROBLEM_JETON_INVALIDE);
	rq_reply(rq, 200, a);
}

/* PATCH /moi */
void
session_moi_update(struct rq *rq)
{
	const struct caller	*who = rq_caller(rq);

	rq_reply(rq, 200, db_json_swap(rq, &SQL_session_moi_update, who->id,
	    rq_if_match(rq), rq_body_text(rq), actions_of(rq, who->acces)));
}
