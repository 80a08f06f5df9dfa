-- Why: people choose whether mails reach them; the account says so.

create or replace function utilisateur_json(u utilisateur, actions text[])
returns json
language sql stable parallel safe as
$$ select json_build_object('id', u.uuid, 'version', u.version,
    'email', u.email, 'nom', u.nom, 'prenom', u.prenom,
    'fonction', u.fonction, 'telephone', u.telephone, 'role', u.role,
    'notifier_par_mail', u.notifier_par_mail,
    -- A SUPER_ADMIN works everywhere.
    'territoires', coalesce((select json_agg(territoire_json(t.id)
        order by t.code) from territoire t
        where u.role = 'SUPER_ADMIN' or t.id = any (u.territoires)), '[]'),
    'partenaires', coalesce((select json_agg(partenaire_bref_json(p.id)
        order by p.nom) from partenaire p
        where p.id = any (u.partenaires) and not p.archive), '[]'),
    'actions', to_json(actions)) $$;
