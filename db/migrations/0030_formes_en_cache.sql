-- Why: a function in language sql that reads tables is not inlined in an
-- expression, so it was parsed and planned again in every request: most of
-- the time of a small read. PL/pgSQL keeps the plan of the same text for the
-- life of the connection. The shapes do not change; a later migration that
-- changes one writes it in plpgsql.

do $$
declare
	f record;
begin
	for f in
		select p.proname, p.prosrc, pg_get_function_arguments(p.oid) as arguments,
			pg_get_function_result(p.oid) as resultat
		  from pg_proc p join pg_language l on l.oid = p.prolang
		 where p.pronamespace = 'public'::regnamespace and l.lanname = 'sql' and p.proname in ('territoire_json',
			'partenaire_bref_json', 'desordres_json', 'signalement_json', 'signalement_resume_json',
			'signalement_cree_json', 'utilisateur_nom', 'utilisateur_json', 'affectation_json', 'suivi_json',
			'historique_json', 'message_usager_json')
	loop
		execute format('create or replace function %I(%s) returns %s language plpgsql stable parallel safe as %L',
			f.proname, f.arguments, f.resultat, format(E'begin\n\treturn (%s);\nend', f.prosrc));
	end loop;
end $$;
