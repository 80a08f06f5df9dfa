-- Why: what the citizen reads of a suivi has one shape (schema
-- MessageUsager), answered by three queries of api/suivi_usager. It names
-- services, never agents.

create function message_usager_json(v suivi, lecteur text) returns json
language sql stable parallel safe as $$
	select json_build_object('id', v.uuid, 'message', v.message,
	    'auteur', case v.auteur
	        when lecteur then 'Vous'
	        when 'occupant' then 'L''occupant du logement'
	        when 'declarant' then 'La personne qui a signalé'
	        when 'systeme' then 'Vigie Logement'
	        else coalesce((select p.nom from partenaire p
	            where p.id = v.partenaire_id), 'L''administration') end,
	    'de_moi', v.auteur = lecteur, 'cree_le', rfc3339(v.cree_le))
$$;
