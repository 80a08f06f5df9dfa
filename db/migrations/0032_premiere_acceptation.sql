-- Why: the person is told once that a partner takes the dossier in charge, even
-- when two partners accept at the same moment.
delete from suivi v using suivi w
 where v.categorie = 'AFFECTATION_IS_ACCEPTED' and w.categorie = v.categorie
   and w.signalement_id = v.signalement_id and w.id < v.id;
create unique index suivi_premiere_acceptation on suivi (signalement_id)
	where categorie = 'AFFECTATION_IS_ACCEPTED';

-- Why: the history named who answered an affectation by the database's own
-- key. It is read as a name; the other keys of persons say nothing to anyone.
create or replace function historique_json(h historique) returns json
language plpgsql stable parallel safe as $$
begin
	return (select json_build_object('id', h.uuid, 'objet', h.objet,
	    'operation', h.operation, 'changements', coalesce((select
	        jsonb_agg(case c ->> 'champ' when 'repondu_par'
	        then jsonb_build_object('champ', 'repondu_par',
	            'avant', utilisateur_nom((c ->> 'avant')::bigint),
	            'apres', utilisateur_nom((c ->> 'apres')::bigint))
	        else c end order by rang)
	        from jsonb_array_elements(h.changements)
	        with ordinality x (c, rang)), '[]'),
	    'auteur', case h.qualite when 'occupant' then 'Occupant'
	        when 'declarant' then 'Déclarant'
	        else coalesce(utilisateur_nom(h.par), 'Vigie Logement') end,
	    'fait_le', rfc3339(h.fait_le)));
end $$;
