-- Why: who submits the public form is told a reference and how to follow it,
-- not the agents' identifier of the dossier nor its score.

create function depot_usager_json(s signalement, base text) returns json
language sql stable parallel safe as
$$ select json_build_object('reference', s.reference,
    'code_suivi', s.code_suivi,
    'lien_suivi', base || '/suivi/' || s.code_suivi, 'statut', s.statut) $$;
