-- Why: people write "saint denis" or "l hay les roses"; the names say
-- "Saint-Denis" and "L'Haÿ-les-Roses". Search compares words without accents
-- and with spaces only, and this index starts with them.

create function mots(text) returns text
language sql immutable parallel safe strict as
$$ select btrim(regexp_replace(sans_accent($1), '[^a-z0-9]+', ' ', 'g')) $$;

create index commune_recherche on commune (mots(nom) text_pattern_ops);
