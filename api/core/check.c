/*
 * A value against its schema. Every fault is noted, none stops the rest; the
 * pointer is built on the way down (RFC 6901).
 */
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/check.h"
#include "core/route.h"

#define POINTER_MAX	250

/* Where we are: the pointer so far. */
struct place {
	struct arena	*arena;
	struct faults	*faults;
	char		 pointer[POINTER_MAX + 1];
};

static void	check_value(struct place *, const struct schema *,
		    const json_t *);

void
check_fault(struct faults *faults, const char *pointer, const char *code,
    const char *detail)
{
	if (faults->n == CHECK_FAULTS_MAX) {
		faults->more++;
		return;
	}
	faults->list[faults->n].pointer = pointer;
	faults->list[faults->n].code = code;
	faults->list[faults->n].detail = detail;
	faults->n++;
}

static void
fault(struct place *at, const char *code, const char *detail)
{
	check_fault(at->faults, arena_strdup(at->arena, at->pointer), code,
	    detail);
}

/* Formats */

static bool
digits(const char *s, size_t n)
{
	return (strspn(s, "0123456789") >= n);
}

static bool
is_uuid(const char *s)
{
	if (strlen(s) != 36)
		return (false);
	for (int i = 0; i < 36; i++) {
		if (i == 8 || i == 13 || i == 18 || i == 23) {
			if (s[i] != '-')
				return (false);
		} else if (!isxdigit((unsigned char)s[i])) {
			return (false);
		}
	}
	return (true);
}

static int
number(const char *s, int n)
{
	int	value = 0;

	while (n-- > 0)
		value = value * 10 + *s++ - '0';
	return (value);
}

/* The ten characters of a real day. */
static bool
is_day(const char *s)
{
	static const int	days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30,
				    31, 30, 31 };
	int			year, month, day, last;

	if (strlen(s) < 10 || !digits(s, 4) || s[4] != '-' ||
	    !digits(s + 5, 2) || s[7] != '-' || !digits(s + 8, 2))
		return (false);
	year = number(s, 4);
	month = number(s + 5, 2);
	day = number(s + 8, 2);
	if (year < 1 || month < 1 || month > 12 || day < 1)
		return (false);
	last = days[month - 1];
	if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
		last = 29;
	return (day <= last);
}

static bool
is_date(const char *s)
{
	return (strlen(s) == 10 && is_day(s));
}

/* Places on Earth are within 14 hours; PostgreSQL takes less than 16. */
static bool
is_offset(const char *s)
{
	if (strcmp(s, "Z") == 0 || strcmp(s, "z") == 0)
		return (true);
	return ((s[0] == '+' || s[0] == '-') && strlen(s) == 6 &&
	    digits(s + 1, 2) && s[3] == ':' && digits(s + 4, 2) &&
	    number(s + 1, 2) < 16 && number(s + 4, 2) < 60);
}

/* RFC 3339. */
static bool
is_date_time(const char *s)
{
	size_t	n;

	if (!is_day(s) || (s[10] != 'T' && s[10] != 't') ||
	    !digits(s + 11, 2) || s[13] != ':' || !digits(s + 14, 2) ||
	    s[16] != ':' || !digits(s + 17, 2) || number(s + 11, 2) > 23 ||
	    number(s + 14, 2) > 59 || number(s + 17, 2) > 60)
		return (false);
	s += 19;
	if (s[0] == '.') {
		n = strspn(s + 1, "0123456789");
		if (n == 0)
			return (false);
		s += n + 1;
	}
	return (is_offset(s));
}

/* A label of a domain name: letters of any alphabet, digits, hyphens. */
static size_t
label_length(const char *s)
{
	size_t	n;

	for (n = 0; isalnum((unsigned char)s[n]) || s[n] == '-' ||
	    (unsigned char)s[n] >= 0x80; n++)
		;
	if (n == 0 || n > 63 || s[0] == '-' || s[n - 1] == '-')
		return (0);
	return (n);
}

/*
 * The rule of HTML's input type=email, without dots at the ends of the local
 * part or two in a row, and with a domain that could exist: two labels, the
 * last of two characters or more, not a number.
 */
static bool
is_email(const char *s)
{
	static const char	local[] = "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
				    ".!#$%&'*+/=?^_`{|}~-";
	size_t			n = strspn(s, local);
	int			labels = 0;

	if (n == 0 || s[n] != '@' || s[0] == '.' || s[n - 1] == '.' ||
	    (strstr(s, "..") != NULL && strstr(s, "..") < s + n))
		return (false);
	do {
		s += n + 1;
		if ((n = label_length(s)) == 0)
			return (false);
		labels++;
	} while (s[n] == '.');
	return (s[n] == '\0' && labels >= 2 && n >= 2 && !digits(s, n));
}

/*
 * French (ten digits), or international: + or 00 and 8 to 15 digits, also
 * without the + when it cannot be a French number. The national 0 may stay
 * after the country's code.
 */
static bool
is_telephone(const char *s)
{
	char	kept[17];
	size_t	n = 0, from;
	bool	plus = s[0] == '+';

	for (const char *c = s + plus; *c != '\0'; c++) {
		if (strchr(" .-()", *c) != NULL)
			continue;
		if (!isdigit((unsigned char)*c) || n == sizeof(kept))
			return (false);
		kept[n++] = *c;
	}
	from = !plus && n > 2 && memcmp(kept, "00", 2) == 0 ? 2 : 0;
	if (plus || from == 2)
		return (n - from >= 8 && n - from <= 15 && kept[from] != '0');
	return (n > 0 && (kept[0] == '0' ? n == 10 : n >= 11 && n <= 15));
}

static bool
is_code_postal(const char *s)
{
	return (strlen(s) == 5 && digits(s, 5));
}

static bool
is_code_insee(const char *s)
{
	return (strlen(s) == 5 && digits(s + 2, 3) && (digits(s, 2) ||
	    strncmp(s, "2A", 2) == 0 || strncmp(s, "2B", 2) == 0));
}

/* http or https, a host, and none of the characters RFC 3986 leaves out. */
static bool
is_uri(const char *s)
{
	size_t	n = strncmp(s, "https://", 8) == 0 ? 8 :
		    strncmp(s, "http://", 7) == 0 ? 7 : 0;

	if (n == 0 || strcspn(s + n, "/?#") == 0)
		return (false);
	for (s += n; *s != '\0'; s++) {
		if ((unsigned char)*s <= ' ' || (unsigned char)*s >= 0x7f ||
		    strchr("\"<>\\^`{|}", *s) != NULL)
			return (false);
	}
	return (true);
}

static const struct {
	bool		(*good)(const char *);
	const char	*detail;
} formats[] = {
	[FORMAT_NONE] =	{ NULL, NULL },
	[FORMAT_UUID] =	{ is_uuid,
	    "Cet identifiant n'a pas la forme d'un UUID." },
	[FORMAT_DATE] =	{ is_date,
	    "Donnez une date qui existe, au format AAAA-MM-JJ." },
	[FORMAT_DATE_TIME] = { is_date_time,
	    "Donnez une date et une heure, par exemple "
	    "2026-11-23T21:42:00Z." },
	[FORMAT_EMAIL] = { is_email,
	    "Cette adresse électronique est incorrecte. Exemple : "
	    "nom@exemple.fr." },
	[FORMAT_TELEPHONE] = { is_telephone,
	    "Ce numéro est incorrect. Donnez dix chiffres, ou un numéro "
	    "international qui commence par +." },
	[FORMAT_CODE_POSTAL] = { is_code_postal,
	    "Le code postal doit comporter 5 chiffres." },
	[FORMAT_CODE_INSEE] = { is_code_insee,
	    "Le code INSEE doit comporter 5 caractères, par exemple 13201." },
	[FORMAT_URI] = { is_uri,
	    "Cette adresse doit commencer par http:// ou https://." },
};

bool
check_format(enum format format, const char *text)
{
	return (formats[format].good == NULL || formats[format].good(text));
}

/* Values */

static size_t
characters(const char *s)
{
	size_t	n = 0;

	for (; *s != '\0'; s++)
		n += ((unsigned char)*s & 0xc0) != 0x80;
	return (n);
}

static bool
has_control(const char *s)
{
	for (; *s != '\0'; s++) {
		if (((unsigned char)*s < 0x20 && strchr("\t\n\r", *s) ==
		    NULL) || *s == 0x7f)
			return (true);
	}
	return (false);
}

static const char *
values_text(struct place *at, const char *const *values)
{
	char	*text = arena_strdup(at->arena, "Valeurs possibles : ");

	for (size_t i = 0; values[i] != NULL; i++)
		text = arena_printf(at->arena, "%s%s%s", text,
		    i == 0 ? "" : ", ", values[i]);
	return (arena_printf(at->arena, "%s.", text));
}

static bool
among(const char *const *values, const char *text)
{
	for (; *values != NULL; values++) {
		if (strcmp(*values, text) == 0)
			return (true);
	}
	return (false);
}

static void
check_string(struct place *at, const struct schema *s, const char *text)
{
	size_t	n = characters(text);

	if (s->values != NULL) {
		if (!among(s->values, text))
			fault(at, "valeur_inconnue",
			    values_text(at, s->values));
		return;
	}
	if (n < s->min_length)
		fault(at, n == 0 ? "obligatoire" : "trop_court",
		    n == 0 ? "Ce champ ne peut pas être vide." :
		    arena_printf(at->arena, "Au moins %zu caractères.",
		    s->min_length));
	else if (n > s->max_length)
		fault(at, "trop_long", arena_printf(at->arena,
		    "Au plus %zu caractères (il y en a %zu).", s->max_length,
		    n));
	else if (has_control(text))
		fault(at, "format", "Ce texte contient des caractères de "
		    "contrôle.");
	else if (!check_format(s->format, text))
		fault(at, "format", formats[s->format].detail);
}

static void
check_number(struct place *at, const struct schema *s, double value)
{
	if (!isfinite(value))
		fault(at, "type", "Donnez un nombre.");
	else if (s->has_min && value < s->min)
		fault(at, "trop_petit", arena_printf(at->arena,
		    "Au moins %.15g.", s->min));
	else if (s->has_max && value > s->max)
		fault(at, "trop_grand", arena_printf(at->arena,
		    "Au plus %.15g.", s->max));
}

/* name at the end of the pointer, escaped, cut between two characters. */
static void
pointer_append(struct place *at, const char *name)
{
	size_t	n = strlen(at->pointer);

	if (n < POINTER_MAX)
		at->pointer[n++] = '/';
	for (; *name != '\0' && n + 2 <= POINTER_MAX; name++) {
		if (*name == '~' || *name == '/') {
			at->pointer[n++] = '~';
			at->pointer[n++] = *name == '~' ? '0' : '1';
		} else {
			at->pointer[n++] = *name;
		}
	}
	while (((unsigned char)*name & 0xc0) == 0x80 && n > 0) {
		n--;
		name--;
	}
	at->pointer[n] = '\0';
}

/* Runs check on a member or an item, with the pointer longer by name. */
static void
inside(struct place *at, const char *name, const struct schema *s,
    const json_t *value)
{
	size_t	len = strlen(at->pointer);

	pointer_append(at, name);
	if (s != NULL)
		check_value(at, s, value);
	else if (value == NULL)
		fault(at, "obligatoire", "Ce champ est obligatoire.");
	else
		fault(at, "inconnu", "Ce champ n'existe pas.");
	at->pointer[len] = '\0';
}

static const struct field *
field_named(const struct object *o, const char *name)
{
	for (size_t i = 0; i < o->nfields; i++) {
		if (strcmp(o->fields[i].name, name) == 0)
			return (&o->fields[i]);
	}
	return (NULL);
}

/* How deep value is nested, without going further than most. */
static int
depth(const json_t *value, int most)
{
	const json_t	*child;
	const char	*name;
	size_t		 i;
	int		 deep = 0, d;

	if (most == 0 || (!json_is_object(value) && !json_is_array(value)))
		return (0);
	json_object_foreach((json_t *)(uintptr_t)value, name, child) {
		d = depth(child, most - 1);
		deep = d > deep ? d : deep;
	}
	json_array_foreach(value, i, child) {
		d = depth(child, most - 1);
		deep = d > deep ? d : deep;
	}
	return (deep + 1);
}

static void
check_any(struct place *at, const json_t *value)
{
	if (depth(value, CHECK_DEPTH_MAX + 1) > CHECK_DEPTH_MAX)
		fault(at, "trop_profond", "Cette valeur est trop imbriquée.");
}

static void
check_object(struct place *at, const struct object *o, const json_t *value)
{
	static const struct schema any = { .type = TYPE_ANY };
	const struct field	*f;
	const json_t		*child;
	const char		*name;
	size_t			 i;

	for (i = 0; i < o->nfields; i++) {
		if (o->fields[i].required &&
		    json_object_get(value, o->fields[i].name) == NULL)
			inside(at, o->fields[i].name, NULL, NULL);
	}
	json_object_foreach((json_t *)(uintptr_t)value, name, child) {
		f = field_named(o, name);
		inside(at, name, f != NULL ? f->schema : o->open ? &any :
		    NULL, child);
	}
}

static void
check_array(struct place *at, const struct schema *s, const json_t *value)
{
	char		 index[24];
	const json_t	*child;
	size_t		 i, n = json_array_size(value);

	if (n < s->min_items)
		fault(at, "trop_court", arena_printf(at->arena,
		    "Au moins %zu.", s->min_items));
	if (n > s->max_items) {
		fault(at, "trop_long", arena_printf(at->arena,
		    "Au plus %zu (il y en a %zu).", s->max_items, n));
		return;
	}
	json_array_foreach(value, i, child) {
		(void)snprintf(index, sizeof(index), "%zu", i);
		inside(at, index, s->items, child);
	}
}

static const char *const	type_details[] = {
	[TYPE_STRING] = "Donnez un texte.",
	[TYPE_INTEGER] = "Donnez un nombre entier.",
	[TYPE_NUMBER] = "Donnez un nombre.",
	[TYPE_BOOLEAN] = "Donnez true ou false.",
	[TYPE_OBJECT] = "Donnez un objet.",
	[TYPE_ARRAY] = "Donnez une liste.",
	[TYPE_ANY] = "",
};

static bool
has_type(enum type type, const json_t *value)
{
	switch (type) {
	case TYPE_STRING:
		return (json_is_string(value));
	case TYPE_INTEGER:
		return (json_is_integer(value));
	case TYPE_NUMBER:
		return (json_is_number(value));
	case TYPE_BOOLEAN:
		return (json_is_boolean(value));
	case TYPE_OBJECT:
		return (json_is_object(value));
	case TYPE_ARRAY:
		return (json_is_array(value));
	case TYPE_ANY:
		return (true);
	}
	return (false);
}

static void
check_value(struct place *at, const struct schema *s, const json_t *value)
{
	if (json_is_null(value) && s->nullable)
		return;
	if (!has_type(s->type, value)) {
		fault(at, "type", json_is_null(value) ?
		    "Ce champ ne peut pas être null." :
		    type_details[s->type]);
		return;
	}
	switch (s->type) {
	case TYPE_STRING:
		check_string(at, s, json_string_value(value));
		break;
	case TYPE_INTEGER:
	case TYPE_NUMBER:
		check_number(at, s, json_number_value(value));
		break;
	case TYPE_OBJECT:
		check_object(at, s->object, value);
		break;
	case TYPE_ARRAY:
		check_array(at, s, value);
		break;
	case TYPE_ANY:
		check_any(at, value);
		break;
	case TYPE_BOOLEAN:
		break;
	}
}

bool
check_body(struct arena *arena, const struct object *o, const json_t *body,
    struct faults *faults)
{
	struct place	at = { .arena = arena, .faults = faults };
	size_t		before = faults->n;

	if (!json_is_object(body))
		fault(&at, "type", "Le corps doit être un objet JSON.");
	else
		check_object(&at, o, body);
	return (faults->n == before);
}

static void
check_text_number(struct place *at, const struct schema *s, const char *text)
{
	const char	*allowed = s->type == TYPE_INTEGER ? "-0123456789" :
			    "-+.eE0123456789";
	char		*end;
	double		 value = strtod(text, &end);

	if (end == text || *end != '\0' || text[0] == '+' ||
	    strspn(text, allowed) != strlen(text))
		fault(at, "type", type_details[s->type]);
	else
		check_number(at, s, value);
}

bool
check_text(struct arena *arena, const struct parameter *p, const char *text,
    struct faults *faults)
{
	const struct schema	*s = p->schema;
	struct place		 at = { .arena = arena, .faults = faults };
	size_t			 before = faults->n;

	if (s->type == TYPE_ARRAY)
		s = s->items;
	(void)snprintf(at.pointer, sizeof(at.pointer), "%s", p->name);
	switch (s->type) {
	case TYPE_INTEGER:
	case TYPE_NUMBER:
		check_text_number(&at, s, text);
		break;
	case TYPE_BOOLEAN:
		if (strcmp(text, "true") != 0 && strcmp(text, "false") != 0)
			fault(&at, "type", type_details[TYPE_BOOLEAN]);
		break;
	default:
		check_string(&at, s, text);
		break;
	}
	return (faults->n == before);
}
