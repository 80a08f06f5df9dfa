-- Why: a draft has one shape (schema Brouillon) and one definition of "still
-- open", used by all the queries of api/brouillon.

create function brouillon_ouvert(b brouillon) returns boolean
language sql stable parallel safe as
$$ select b.signalement_id is null
    and b.cree_le > now() - interval '30 days' $$;

create function brouillon_json(b brouillon) returns json
language sql stable parallel safe as $$
	select json_build_object('id', b.uuid, 'version', b.version,
	    'profil', b.profil, 'etape', b.etape, 'reponses', b.reponses,
	    'cree_le', rfc3339(b.cree_le),
	    'modifie_le', rfc3339(b.modifie_le))
$$;
