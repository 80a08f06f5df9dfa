/*
 * Sending. One libcurl handle, so that a run of mails shares a connection.
 *
 * Encryption: with a login, TLS is demanded and the certificate verified
 * (except on this very machine). Without, TLS is used when the server offers
 * it and its certificate not looked at, as between mail servers: an
 * unverified key is no worse than the plain text it replaces.
 */
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <curl/curl.h>

#include "core/conf.h"
#include "core/job.h"
#include "notification/courriel_envoi.h"

#define CONNECT_SECONDS	10L
#define TOTAL_SECONDS	60L
#define IDLE_SECONDS	20L	/* then the connection is not used again */

static CURL		*curl;
static struct arena	*kept;
static const char	*from_name, *from;
static const char	*directory;	/* or NULL: SMTP */

bool
courriel_ouvrir(const char **error)
{
	kept = arena_new();
	if (!courriel_adresse_lire(kept, conf()->mail_from, &from_name,
	    &from)) {
		*error = "VIGIE_MAIL_FROM doit être « Nom <adresse> ».";
		return (false);
	}
	if (strncmp(conf()->mail, "file:", 5) == 0) {
		directory = conf()->mail + 5;
		(void)mkdir(directory, 0700);
		if (access(directory, W_OK | X_OK) == -1) {
			*error = "le dossier de VIGIE_MAIL n'est pas "
			    "accessible en écriture.";
			return (false);
		}
		return (true);
	}
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK ||
	    (curl = curl_easy_init()) == NULL) {
		*error = "libcurl ne démarre pas.";
		return (false);
	}
	return (true);
}

void
courriel_fermer(void)
{
	if (directory == NULL) {
		curl_easy_cleanup(curl);
		curl_global_cleanup();
	}
	arena_free(kept);
}

/* A file is whole or absent; sent again, a mail replaces itself. */
static void
write_file(const char *id, const char *text)
{
	const char	*name, *draft;
	const size_t	 len = strlen(text);
	ssize_t		 n;
	int		 fd;

	name = arena_printf(job_arena(), "%s/%s.eml", directory, id);
	draft = arena_printf(job_arena(), "%s/.%s", directory, id);
	fd = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (fd == -1)
		job_fail("fichier : %s", strerror(errno));
	n = write(fd, text, len);
	if (close(fd) == -1 || n != (ssize_t)len || rename(draft, name) == -1) {
		(void)unlink(draft);
		job_fail("fichier : écriture impossible");
	}
}

struct reader {
	const char	*text;
	size_t		 left;
};

static size_t
read_text(char *to, size_t size, size_t n, void *arg)
{
	struct reader	*r = arg;
	size_t		 len = size * n < r->left ? size * n : r->left;

	memcpy(to, r->text, len);
	r->text += len;
	r->left -= len;
	return (len);
}

static bool
on_this_machine(const char *url)
{
	const char	*host = url + strlen("smtp://");

	return (strncmp(host, "127.", 4) == 0 ||
	    strncmp(host, "localhost:", 10) == 0 ||
	    strcmp(host, "localhost") == 0 || strncmp(host, "[::1]", 5) == 0);
}

static void
set_security(void)
{
	const bool	login = conf()->mail_user[0] != '\0';
	const bool	strict = login && !on_this_machine(conf()->mail);

	curl_easy_setopt(curl, CURLOPT_USE_SSL,
	    (long)(strict ? CURLUSESSL_ALL : CURLUSESSL_TRY));
	curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, strict ? 1L : 0L);
	curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, strict ? 2L : 0L);
	if (login) {
		curl_easy_setopt(curl, CURLOPT_USERNAME, conf()->mail_user);
		curl_easy_setopt(curl, CURLOPT_PASSWORD,
		    conf()->mail_password);
	}
}

/*
 * Did the server refuse this very mail? Not when it refuses us: at the
 * greeting (nothing of the mail is read yet), our name, our login.
 */
static bool
refused(CURLcode code, const struct reader *r)
{
	long	reply = 0;

	(void)curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply);
	return (reply >= 500 && reply <= 599 && (code == CURLE_SEND_ERROR ||
	    (code == CURLE_WEIRD_SERVER_REPLY && r->left == 0)));
}

/* What to tell an administrator, who knows no curl. */
static const char *
reason(CURLcode code)
{
	static const struct {
		CURLcode	 code;
		const char	*words;
	} reasons[] = {
		{ CURLE_COULDNT_RESOLVE_HOST,
		    "serveur de courriel introuvable" },
		{ CURLE_COULDNT_CONNECT, "serveur de courriel injoignable" },
		{ CURLE_OPERATION_TIMEDOUT, "serveur de courriel trop lent" },
		{ CURLE_LOGIN_DENIED,
		    "identifiants refusés par le serveur de courriel" },
		{ CURLE_USE_SSL_FAILED,
		    "le serveur de courriel ne chiffre pas" },
		{ CURLE_PEER_FAILED_VERIFICATION,
		    "certificat du serveur de courriel non reconnu" },
	};
	size_t		i;

	for (i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++) {
		if (reasons[i].code == code)
			return (reasons[i].words);
	}
	return (NULL);
}

static void
free_list(void *list)
{
	curl_slist_free_all(list);
}

static void
send_smtp(const char *to, const char *text)
{
	struct reader		 r = { text, strlen(text) };
	struct curl_slist	*list = curl_slist_append(NULL, to);
	CURLcode		 code;
	long			 reply = 0;

	if (list == NULL)
		job_fail("mémoire épuisée");
	arena_defer(job_arena(), free_list, list);
	curl_easy_reset(curl);
	curl_easy_setopt(curl, CURLOPT_URL, arena_printf(job_arena(), "%s/%s",
	    conf()->mail, strchr(from, '@') + 1));
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp");
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, TOTAL_SECONDS);
	curl_easy_setopt(curl, CURLOPT_MAXAGE_CONN, IDLE_SECONDS);
	set_security();
	curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from);
	curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, list);
	curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(curl, CURLOPT_READFUNCTION, read_text);
	curl_easy_setopt(curl, CURLOPT_READDATA, &r);
	code = curl_easy_perform(curl);
	if (code == CURLE_OK)
		return;
	(void)curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply);
	if (refused(code, &r))
		job_refuse("courriel refusé par le serveur (réponse %ld)",
		    reply);
	if (reason(code) != NULL)
		job_fail("%s", reason(code));
	job_fail("envoi interrompu (réponse %ld, curl %d)", reply, (int)code);
}

void
courriel_envoyer(const struct courriel *m)
{
	struct courriel	 whole = *m;
	const char	*text;

	if (!courriel_adresse_valide(m->a))
		job_refuse("adresse invalide");
	whole.de_nom = from_name;
	whole.de = from;
	text = courriel_composer(job_arena(), &whole);
	if (text == NULL)
		job_refuse("courriel impossible à composer");
	if (directory != NULL)
		write_file(m->id, text);
	else
		send_smtp(m->a, text);
}
