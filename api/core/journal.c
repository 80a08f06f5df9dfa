/*
 * The log. A buffer per process, written when it is full, on an error, and
 * when main.c's timer says so.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "core/journal.h"
#include "core/route.h"

#define BUFFER	16384
#define LINE	2048

static char	buffer[BUFFER];
static size_t	used;

void
journal_flush(void)
{
	size_t	done = 0;
	ssize_t	n;

	while (done < used) {
		n = write(STDOUT_FILENO, buffer + done, used - done);
		if (n == -1 && errno == EINTR)
			continue;
		if (n <= 0)
			break;
		done += (size_t)n;
	}
	used = 0;
}

static const char *
now_text(void)
{
	static char	 text[40];
	static time_t	 last;
	struct timespec	 now;
	struct tm	 tm;

	(void)clock_gettime(CLOCK_REALTIME, &now);
	if (now.tv_sec != last) {
		last = now.tv_sec;
		(void)strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%SZ",
		    gmtime_r(&last, &tm));
	}
	return (text);
}

static __attribute__((format(printf, 1, 2))) void
line(const char *fmt, ...)
{
	va_list	args;
	int	n;

	if (used + LINE > BUFFER)
		journal_flush();
	va_start(args, fmt);
	n = vsnprintf(buffer + used, LINE, fmt, args);
	va_end(args);
	if (n < 0)
		return;
	if (n >= LINE) {
		n = LINE - 1;
		buffer[used + LINE - 2] = '\n';
	}
	used += (size_t)n;
}

/*
 * text as the inside of a JSON string, cut to size between two characters;
 * what is not UTF-8 (a message of the system) becomes "?".
 */
static const char *
quoted(char *out, size_t size, const char *text)
{
	size_t	len = strlen(text), step, n = 0;

	for (; *text != '\0' && n + 7 < size; text += step, len -= step) {
		step = route_utf8_length(text, len);
		if (step > 1) {
			memcpy(out + n, text, step);
			n += step;
			continue;
		}
		if (*text == '"' || *text == '\\')
			out[n++] = '\\';
		out[n++] = step == 0 ? '?' :
		    (unsigned char)*text < 0x20 ? ' ' : *text;
		step = 1;
	}
	out[n] = '\0';
	return (out);
}

/* The form of W3C Trace Context, version 00: nothing personal fits in it. */
static bool
is_trace(const char *text)
{
	static const char	form[] = "xx-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-"
				    "xxxxxxxxxxxxxxxx-xx";

	if (text == NULL || strlen(text) != sizeof(form) - 1)
		return (false);
	for (size_t i = 0; form[i] != '\0'; i++) {
		if (form[i] == '-' ? text[i] != '-' :
		    strchr("0123456789abcdef", text[i]) == NULL)
			return (false);
	}
	return (true);
}

void
journal_access(const struct journal_access *a)
{
	bool	traced = is_trace(a->traceparent);

	line("{\"le\":\"%s\",\"quoi\":\"acces\",\"requete\":\"%s\","
	    "\"methode\":\"%s\",\"operation\":\"%s\",\"statut\":%d,"
	    "\"octets\":%zu,\"us\":%llu,\"role\":\"%s\"%s%s%s}\n",
	    now_text(), a->request_id, a->method, a->operation, a->status,
	    a->bytes, (unsigned long long)a->micros, a->role,
	    traced ? ",\"trace\":\"" : "", traced ? a->traceparent : "",
	    traced ? "\"" : "");
}

void
journal_event(const struct journal_event *e)
{
	char	error[1024];

	line("{\"le\":\"%s\",\"quoi\":\"evenement\",\"sujet\":\"%s\","
	    "\"id\":\"%s\",\"issue\":\"%s\",\"us\":%llu%s%s%s}\n",
	    now_text(), e->sujet, e->id, e->issue,
	    (unsigned long long)e->micros,
	    e->error == NULL ? "" : ",\"detail\":\"",
	    e->error == NULL ? "" : quoted(error, sizeof(error), e->error),
	    e->error == NULL ? "" : "\"");
}

void
journal_task(const char *name, long rows, uint64_t micros)
{
	line("{\"le\":\"%s\",\"quoi\":\"tache\",\"nom\":\"%s\","
	    "\"lignes\":%ld,\"us\":%llu}\n", now_text(), name, rows,
	    (unsigned long long)micros);
}

void
journal_error(const char *what, const char *detail)
{
	char	text[1024];

	line("{\"le\":\"%s\",\"quoi\":\"%s\",\"detail\":\"%s\"}\n",
	    now_text(), what, quoted(text, sizeof(text), detail));
	journal_flush();
}

void
journal_query(const char *query, const char *sqlstate, const char *message)
{
	char	text[1024];

	line("{\"le\":\"%s\",\"quoi\":\"sql\",\"requete_sql\":\"%s\","
	    "\"sqlstate\":\"%s\",\"detail\":\"%s\"}\n", now_text(), query,
	    sqlstate, quoted(text, sizeof(text),
	    message == NULL ? "" : message));
	journal_flush();
}
