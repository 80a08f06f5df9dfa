/*
 * What mails say: every row of the table can be written, with all its fields
 * and with none but the reference, and what people wrote stays text.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "notification/courriel_modeles.h"

/* The fields that SQL_notification_courriel gives. */
static const char *const	known[] = {
	"reference", "territoire", "lieu", "adresse", "depose_le",
	"par_agent", "criticite", "code_suivi", "lien_suivi", "lien_dossier",
	"lien_compte", "partenaire", "motif", "message", "auteur"
};
#define NKNOWN	(sizeof(known) / sizeof(known[0]))

static struct arena	*arena;

static int
set_up(void **state)
{
	(void)state;
	arena = arena_new();
	return (0);
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return (0);
}

static json_t *
all_fields(void)
{
	json_t	*fields = json_object();
	char	 value[64];

	for (size_t i = 0; i < NKNOWN; i++) {
		(void)snprintf(value, sizeof(value), "<%s&'\">", known[i]);
		(void)json_object_set_new(fields, known[i],
		    json_string(value));
	}
	return (fields);
}

static bool
is_known(const char *name, size_t len)
{
	for (size_t i = 0; i < NKNOWN; i++) {
		if (strlen(known[i]) == len &&
		    strncmp(known[i], name, len) == 0)
			return (true);
	}
	return (false);
}

static void
assert_fields_known(const char *text)
{
	const char	*open, *close;

	if (text == NULL)
		return;
	while ((open = strchr(text, '{')) != NULL) {
		open += 1 + strspn(open + 1, "?!");
		close = strchr(open, '}');
		assert_non_null(close);
		assert_true(is_known(open, (size_t)(close - open)));
		text = close + 1;
	}
	assert_null(strchr(text, '}'));
}

static void
texts_name_only_fields_that_exist(void **state)
{
	const struct modele	*m;

	(void)state;
	for (size_t i = 0; i < courriel_nmodeles; i++) {
		m = &courriel_modeles[i];
		assert_null(strchr(m->objet, '{'));
		for (int k = 0; k < MODELE_PARAGRAPHES; k++)
			assert_fields_known(m->paragraphes[k]);
		for (int k = 0; k < MODELE_FAITS; k++)
			assert_fields_known(m->faits[k].valeur);
		assert_fields_known(m->ensuite);
		assert_true(m->citation == NULL ||
		    is_known(m->citation, strlen(m->citation)));
		assert_non_null(m->lien);
	}
}

static void
every_name_is_found_and_unique(void **state)
{
	(void)state;
	for (size_t i = 0; i < courriel_nmodeles; i++)
		assert_ptr_equal(courriel_modele(courriel_modeles[i].nom),
		    &courriel_modeles[i]);
	assert_null(courriel_modele("inconnu"));
	assert_null(courriel_modele(""));
}

static void
each_reader_gets_their_own_link(void **state)
{
	json_t			*fields = all_fields();
	struct courriel_textes	 t;
	const struct modele	*m;

	(void)state;
	for (size_t i = 0; i < courriel_nmodeles; i++) {
		m = &courriel_modeles[i];
		t = courriel_rediger(arena, m, fields);
		assert_non_null(strstr(t.texte, m->lecteur == USAGER ?
		    "<lien_suivi" : "<lien_dossier"));
		assert_null(strstr(t.texte, m->lecteur == USAGER ?
		    "<lien_dossier" : "<lien_suivi"));
		/* What a service wrote is quoted to the citizen alone. */
		assert_true(m->lecteur == USAGER ||
		    strstr(t.texte, "<message") == NULL);
		assert_true(m->lecteur == USAGER ||
		    strstr(t.texte, "<adresse") == NULL);
		assert_int_equal(strstr(t.texte, "<lien_compte") != NULL,
		    m->lecteur == AGENT);
		assert_non_null(strstr(t.objet, "<reference"));
	}
	json_decref(fields);
}

static void
values_stay_text_in_html(void **state)
{
	json_t			*fields = all_fields();
	struct courriel_textes	 t;

	(void)state;
	for (size_t i = 0; i < courriel_nmodeles; i++) {
		t = courriel_rediger(arena, &courriel_modeles[i], fields);
		for (size_t k = 0; k < NKNOWN; k++)
			assert_null(strstr(t.html, arena_printf(arena, "<%s",
			    known[k])));
		assert_non_null(strstr(t.html,
		    "&lt;reference&amp;&#39;&quot;&gt;"));
		assert_null(strchr(t.html, '{'));
		assert_null(strchr(t.texte, '{'));
	}
	json_decref(fields);
}

static void
what_has_no_value_is_left_out(void **state)
{
	json_t			*fields = json_pack("{s:s, s:n, s:s}",
				    "reference", "2026-1", "motif",
				    "message", "");
	struct courriel_textes	 t;

	(void)state;
	for (size_t i = 0; i < courriel_nmodeles; i++) {
		t = courriel_rediger(arena, &courriel_modeles[i], fields);
		assert_non_null(strstr(t.texte, "- Référence : 2026-1\n"));
		assert_null(strstr(t.texte, "Motif"));
		assert_null(strstr(t.html, "<blockquote"));
		assert_null(strstr(t.html, "<a href"));
		assert_null(strstr(t.texte, "(null)"));
		assert_null(strstr(t.html, "(null)"));
	}
	json_decref(fields);
}

static void
the_acknowledgement_tells_who_filed(void **state)
{
	const struct modele	*m = courriel_modele("accuse_depot");
	json_t			*fields = json_pack("{s:s, s:s, s:n}",
				    "reference", "2026-1", "adresse",
				    "1 rue X", "par_agent");
	struct courriel_textes	 t = courriel_rediger(arena, m, fields);

	(void)state;
	assert_non_null(strstr(t.texte, "reçu votre signalement"));
	assert_null(strstr(t.texte, "Un service a enregistré"));
	(void)json_object_set_new(fields, "par_agent", json_string("oui"));
	t = courriel_rediger(arena, m, fields);
	assert_null(strstr(t.texte, "reçu votre signalement"));
	assert_non_null(strstr(t.texte, "Un service a enregistré"));
	json_decref(fields);
}

static void
a_message_is_quoted_line_by_line(void **state)
{
	const struct modele	*m = courriel_modele("dossier_refuse");
	json_t			*fields = json_pack("{s:s, s:s}", "reference",
				    "2026-1", "message",
				    "Première ligne.\n\nUne deuxième ligne "
				    "assez longue pour être coupée au-delà de "
				    "la soixante-douzième colonne.");
	struct courriel_textes	 t = courriel_rediger(arena, m, fields);

	(void)state;
	assert_non_null(strstr(t.texte, "> Première ligne.\n> \n> Une deu"));
	assert_non_null(strstr(t.texte,
	    "\n> soixante-douzième colonne.\n\n"));
	assert_non_null(strstr(t.html, "Première ligne.<br>\n<br>\nUne"));
	json_decref(fields);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(texts_name_only_fields_that_exist),
		cmocka_unit_test(every_name_is_found_and_unique),
		cmocka_unit_test(each_reader_gets_their_own_link),
		cmocka_unit_test(values_stay_text_in_html),
		cmocka_unit_test(what_has_no_value_is_left_out),
		cmocka_unit_test(the_acknowledgement_tells_who_filed),
		cmocka_unit_test(a_message_is_quoted_line_by_line),
	};

	return (cmocka_run_group_tests(tests, set_up, tear_down));
}
