/*
 * A modele and its fields -> the same content as plain text and as HTML.
 *
 * The HTML is one column of headings, paragraphs and lists that a screen
 * reader follows: no image, no layout table, a link that says where it leads.
 */
#include <string.h>

#include "notification/courriel_modeles.h"

#define LINE	72	/* of plain text, where words allow */

#define PIED_USAGER							\
	"Ce message est envoyé automatiquement : n'y répondez pas, "	\
	"écrivez depuis votre dossier."
#define PIED_AGENT							\
	"Ce message est envoyé automatiquement, parce que ce dossier "	\
	"concerne votre service ou que vous le suivez."
#define PIED_COMPTE	"Pour ne plus en recevoir : {lien_compte}"

#define HTML_HEAD							\
	"<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n"			\
	"<meta charset=\"utf-8\">\n"					\
	"<meta name=\"viewport\" content=\"width=device-width, "	\
	"initial-scale=1\">\n<title>%s</title>\n</head>\n"		\
	"<body style=\"margin: 0; padding: 24px 16px; color: #161616; "	\
	"background: #ffffff; font: 16px/1.5 Arial, sans-serif\">\n"	\
	"<main style=\"max-width: 600px; margin: 0 auto\">\n"		\
	"<p style=\"margin: 0 0 24px; font-weight: bold\">"		\
	"Vigie Logement</p>\n"						\
	"<h1 style=\"margin: 0 0 16px; font-size: 24px; "		\
	"line-height: 1.3\">%s</h1>\n"
#define HTML_LINK							\
	"<p><a href=\"%s\" style=\"display: inline-block; "		\
	"padding: 8px 16px; color: #ffffff; background: #000091; "	\
	"text-decoration: none\">%s</a></p>\n"				\
	"<p style=\"font-size: 14px; overflow-wrap: anywhere\">" \
	"Le bouton ne s'ouvre pas ? Copiez cette adresse dans votre "	\
	"navigateur :<br>%s</p>\n"
#define HTML_FOOT							\
	"<hr style=\"border: 0; border-top: 1px solid #929292\">\n"	\
	"<p style=\"color: #3a3a3a; font-size: 14px\">%s</p>\n"		\
	"</main>\n</body>\n</html>\n"

struct draft {
	struct arena	*arena;
	const json_t	*champs;
	const char	*texte, *html;
};

static const char *
escaped(struct arena *arena, const char *text)
{
	static const struct {
		char		 c;
		const char	*as;
	} entities[] = {
		{ '&', "&amp;" }, { '<', "&lt;" }, { '>', "&gt;" },
		{ '"', "&quot;" }, { '\'', "&#39;" }, { '\n', "<br>\n" }
	};
	const size_t	 n = sizeof(entities) / sizeof(entities[0]);
	char		*out = arena_alloc(arena, 6 * strlen(text) + 1);
	size_t		 i, len = 0;

	for (; *text != '\0'; text++) {
		for (i = 0; i < n && entities[i].c != *text; i++)
			;
		if (i < n) {
			memcpy(out + len, entities[i].as,
			    strlen(entities[i].as));
			len += strlen(entities[i].as);
		} else if (*text != '\r') {
			out[len++] = *text;
		}
	}
	out[len] = '\0';
	return (out);
}

static const char *
field(const struct draft *d, const char *name)
{
	const char	*value = json_string_value(json_object_get(d->champs,
			    name));

	return (value == NULL || value[0] == '\0' ? NULL : value);
}

/* text with its fields, or NULL when it is to be left out. */
static const char *
filled(const struct draft *d, const char *text)
{
	const char	*open, *close, *name, *value, *out = "";

	while ((open = strchr(text, '{')) != NULL) {
		close = strchr(open, '}');
		name = arena_strndup(d->arena, open + 1,
		    (size_t)(close - open) - 1);
		value = field(d, name + strspn(name, "?!"));
		if ((value == NULL) != (name[0] == '!'))
			return (NULL);
		out = arena_printf(d->arena, "%s%.*s%s", out,
		    (int)(open - text), text,
		    strchr("?!", name[0]) != NULL ? "" : value);
		text = close + 1;
	}
	return (arena_printf(d->arena, "%s%s", out, text));
}

/* Lines of LINE characters at most where there are spaces. */
static const char *
wrapped(struct arena *arena, const char *text)
{
	char	*out = arena_strdup(arena, text);
	char	*space = NULL, *c;
	size_t	 column = 0;

	for (c = out; *c != '\0'; c++) {
		if (((unsigned char)*c & 0xc0) != 0x80)
			column++;
		if (*c == '\n') {
			column = 0;
			space = NULL;
		} else if (*c == ' ') {
			space = c;
		}
		if (column > LINE && space != NULL) {
			*space = '\n';
			c = space;
			column = 0;
			space = NULL;
		}
	}
	return (out);
}

static void
paragraph(struct draft *d, const char *text)
{
	text = text == NULL ? NULL : filled(d, text);
	if (text == NULL)
		return;
	d->texte = arena_printf(d->arena, "%s%s\n\n", d->texte,
	    wrapped(d->arena, text));
	d->html = arena_printf(d->arena, "%s<p>%s</p>\n", d->html,
	    escaped(d->arena, text));
}

static void
facts(struct draft *d, const struct modele *m)
{
	const char	*value, *texte = "", *html = "";
	int		 i;

	for (i = 0; i < MODELE_FAITS && m->faits[i].nom != NULL; i++) {
		if ((value = filled(d, m->faits[i].valeur)) == NULL)
			continue;
		texte = arena_printf(d->arena, "%s- %s : %s\n", texte,
		    m->faits[i].nom, value);
		html = arena_printf(d->arena,
		    "%s<li><strong>%s :</strong> %s</li>\n", html,
		    m->faits[i].nom, escaped(d->arena, value));
	}
	if (html[0] == '\0')
		return;
	d->texte = arena_printf(d->arena, "%s%s\n", d->texte, texte);
	d->html = arena_printf(d->arena, "%s<ul>\n%s</ul>\n", d->html, html);
}

/* Somebody's own words, marked as such in both forms. */
static void
quotation(struct draft *d, const char *name)
{
	const char	*words = name == NULL ? NULL : field(d, name);
	const char	*line, *end;

	if (words == NULL)
		return;
	d->html = arena_printf(d->arena,
	    "%s<blockquote style=\"margin: 16px 0; padding-left: 16px; "
	    "border-left: 4px solid #929292\">%s</blockquote>\n", d->html,
	    escaped(d->arena, words));
	for (line = wrapped(d->arena, words); ; line = end + 1) {
		end = strchr(line, '\n');
		d->texte = arena_printf(d->arena, "%s> %.*s\n", d->texte,
		    (int)(end == NULL ? strlen(line) : (size_t)(end - line)),
		    line);
		if (end == NULL)
			break;
	}
	d->texte = arena_printf(d->arena, "%s\n", d->texte);
}

static void
link_out(struct draft *d, const struct modele *m)
{
	const char	*url = field(d, m->lecteur == USAGER ? "lien_suivi" :
			    "lien_dossier");

	if (url == NULL)
		return;
	d->texte = arena_printf(d->arena, "%s%s :\n%s\n\n", d->texte, m->lien,
	    url);
	url = escaped(d->arena, url);
	d->html = arena_printf(d->arena, "%s" HTML_LINK, d->html, url,
	    escaped(d->arena, m->lien), url);
}

struct courriel_textes
courriel_rediger(struct arena *arena, const struct modele *m,
    const json_t *champs)
{
	const char	*foot = m->lecteur == USAGER ? PIED_USAGER : PIED_AGENT;
	const char	*title = escaped(arena, m->objet), *stop;
	struct draft	 d = { arena, champs, "", "" };
	int		 i;

	stop = m->lecteur == USAGER ? NULL : filled(&d, PIED_COMPTE);
	if (stop != NULL)
		foot = arena_printf(arena, "%s\n%s", foot, stop);
	d.html = arena_printf(arena, HTML_HEAD, title, title);
	for (i = 0; i < MODELE_PARAGRAPHES && m->paragraphes[i] != NULL; i++)
		paragraph(&d, m->paragraphes[i]);
	facts(&d, m);
	quotation(&d, m->citation);
	link_out(&d, m);
	paragraph(&d, m->ensuite);
	d.texte = arena_printf(arena, "%s-- \nVigie Logement\n%s\n", d.texte,
	    wrapped(arena, foot));
	d.html = arena_printf(arena, "%s" HTML_FOOT, d.html,
	    escaped(arena, foot));
	return ((struct courriel_textes){ arena_printf(arena,
	    "%s (dossier %s)", m->objet, field(&d, "reference")), d.texte,
	    d.html });
}
