-- Why: the one door to dossiers, the shapes in which the API answers, and the
-- history that no handler can forget. No business rule here: the C tables
-- decide what a caller may do and give the "actions" as a parameter.

-- Microseconds since 1970 and id, 32 hexadecimal digits (api/core/cursor.h).
create function curseur(timestamptz, bigint) returns text
language sql immutable parallel safe strict as
$$ select lpad(to_hex((extract(epoch from $1) * 1000000)::bigint), 16, '0')
    || lpad(to_hex($2), 16, '0') $$;

-- And back: the first half, exact to the microsecond.
create function instant(micros bigint) returns timestamptz
language sql immutable parallel safe strict as
$$ select timestamptz 'epoch' + $1 * interval '1 microsecond' $$;

/*
 * The dossiers that a person may know of (workflow.md 3.2 SIGN_VIEW, 3.5).
 * The planner inlines it: the subqueries on utilisateur are made once, and
 * the order of signalement's indexes is kept. Do not make it strict, do not
 * give it settings: it would stop being inlined (tests/db checks the plan).
 */
create function signalements_visibles(appelant uuid) returns setof signalement
language sql stable parallel safe as $$
	select s.* from signalement s
	 where s.statut not in ('BROUILLON', 'BROUILLON_ARCHIVE', 'ARCHIVE')
	   and case (select u.role from utilisateur u
	       where u.uuid = appelant and u.statut = 'ACTIF')
	       when 'SUPER_ADMIN' then true
	       when 'RESPONSABLE_TERRITOIRE' then s.territoire_id = any ((
	           select u.territoires from utilisateur u
	           where u.uuid = appelant)::smallint[])
	       when 'ADMIN_PARTENAIRE' then exists (
	           select from affectation a where a.signalement_id = s.id
	           and a.retiree_le is null and a.partenaire_id = any ((
	           select u.partenaires from utilisateur u
	           where u.uuid = appelant)::bigint[]))
	       when 'AGENT' then exists (
	           select from affectation a where a.signalement_id = s.id
	           and a.retiree_le is null and a.partenaire_id = any ((
	           select u.partenaires from utilisateur u
	           where u.uuid = appelant)::bigint[]))
	       else false end
$$;

-- Shapes: the objects of openapi.yaml, without "actions".

create function territoire_json(smallint) returns json
language sql stable parallel safe as
$$ select json_build_object('code', code, 'nom', nom, 'actif', actif)
     from territoire where id = $1 $$;

create function partenaire_bref_json(bigint) returns json
language sql stable parallel safe as
$$ select json_build_object('id', uuid, 'nom', nom, 'type', type)
     from partenaire where id = $1 $$;

create function criticite_json(s signalement) returns json
language sql immutable parallel safe as
$$ select json_build_object('grille', s.grille, 'score', s.score,
    'score_batiment', s.score_batiment, 'score_logement', s.score_logement) $$;

-- Désordres of a dossier, by critère, each précision with the points it gave.
create function desordres_json(s signalement) returns json
language sql stable parallel safe as $$
	with points as (
		select c ->> 'precision' as slug,
		    (c ->> 'points')::double precision as points
		from jsonb_array_elements((select e.contributions
		    from evaluation e where e.signalement_id = s.id
		    order by e.id desc limit 1)) c
	), choix as (
		select p.critere_id, min(x.rang) as rang, json_agg(
		    json_build_object('precision', p.slug,
		    'libelle', p.libelle, 'points', coalesce(q.points, 0),
		    'danger', p.danger,
		    'description', s.precisions_libres ->> p.slug)
		    order by x.rang) as precisions
		from unnest(s.precisions) with ordinality x (id, rang)
		join precision_desordre p on p.id = x.id
		left join points q on q.slug = p.slug
		group by p.critere_id
	)
	select coalesce(json_agg(json_build_object('critere', c.slug,
	    'libelle', c.libelle, 'zone', c.zone,
	    'precisions', choix.precisions) order by choix.rang), '[]')
	from choix join critere c on c.id = choix.critere_id
$$;

-- A whole dossier; actions is the JSON list that the C table gives.
create function signalement_json(s signalement, actions json) returns json
language sql stable parallel safe as $$
	select json_build_object(
	    'id', s.uuid, 'version', s.version, 'reference', s.reference,
	    'reference_externe', s.reference_externe, 'statut', s.statut,
	    'territoire', territoire_json(s.territoire_id),
	    'source', s.source, 'profil_declarant', s.profil_declarant,
	    'profil_occupant', s.profil_occupant,
	    'logement_social', s.logement_social, 'adresse', s.adresse,
	    'occupant', s.occupant, 'declarant', s.declarant,
	    'bailleur', s.bailleur, 'agence', s.agence, 'syndic', s.syndic,
	    'logement', s.logement, 'foyer', s.foyer,
	    'procedure', s.procedure, 'desordres', desordres_json(s),
	    'description', s.description, 'criticite', criticite_json(s),
	    'qualifications', s.qualifications, 'cree_le', rfc3339(s.cree_le),
	    'valide_le', rfc3339(s.valide_le), 'ferme_le',
	    rfc3339(s.ferme_le), 'motif_refus', s.motif_refus,
	    'motif_cloture', s.motif_cloture, 'actions', actions)
$$;

-- One line of the list.
create function signalement_resume_json(s signalement) returns json
language sql stable parallel safe as $$
	select json_build_object('id', s.uuid, 'reference', s.reference,
	    'statut', s.statut,
	    'territoire', (select code from territoire t
	        where t.id = s.territoire_id),
	    'adresse', json_build_object(
	        'numero_voie', s.adresse -> 'numero_voie',
	        'code_postal', s.code_postal, 'commune', s.commune),
	    'occupant', json_build_object('nom', s.occupant -> 'nom',
	        'prenom', s.occupant -> 'prenom'),
	    'profil_declarant', s.profil_declarant,
	    'logement_social', s.logement_social, 'score', s.score,
	    'procedures', s.procedures,
	    'affectations', coalesce((select json_agg(json_build_object(
	        'partenaire', p.nom, 'statut', a.statut) order by p.nom)
	        from affectation a join partenaire p on p.id = a.partenaire_id
	        where a.signalement_id = s.id and a.retiree_le is null), '[]'),
	    'cree_le', rfc3339(s.cree_le),
	    'dernier_suivi_le', rfc3339(s.dernier_suivi_le))
$$;

create function utilisateur_nom(bigint) returns text
language sql stable parallel safe as
$$ select prenom || ' ' || nom from utilisateur where id = $1 $$;

create function affectation_json(a affectation, actions json) returns json
language sql stable parallel safe as $$
	select json_build_object('id', a.uuid, 'version', a.version,
	    'signalement', (select s.uuid from signalement s
	        where s.id = a.signalement_id),
	    'partenaire', partenaire_bref_json(a.partenaire_id),
	    'statut', a.statut, 'cree_le', rfc3339(a.cree_le),
	    'repondu_le', rfc3339(a.repondu_le),
	    'repondu_par', utilisateur_nom(a.repondu_par),
	    'motif', a.motif, 'travaux', a.travaux, 'message', a.message,
	    'actions', actions)
$$;

create function suivi_json(v suivi, actions json) returns json
language sql stable parallel safe as $$
	select json_build_object('id', v.uuid, 'version', v.version,
	    'signalement', (select s.uuid from signalement s
	        where s.id = v.signalement_id),
	    'categorie', v.categorie, 'message', v.message,
	    'visible_usager', v.visible_usager,
	    'auteur', json_build_object(
	        'nom', case v.auteur
	            when 'occupant' then 'Occupant'
	            when 'declarant' then 'Déclarant'
	            when 'systeme' then 'Vigie Logement'
	            else coalesce(utilisateur_nom(v.cree_par), 'Agent') end,
	        'partenaire', (select p.nom from partenaire p
	            where p.id = v.partenaire_id),
	        'type', case when v.auteur in ('occupant', 'declarant')
	            then 'usager' else v.auteur end),
	    'cree_le', rfc3339(v.cree_le),
	    'modifie_le', rfc3339(v.modifie_le), 'actions', actions)
$$;

/*
 * History, from the columns, by one trigger: who is modifie_par, in which
 * capacity modifie_qualite. Technical columns are left out.
 */
create function historiser() returns trigger
language plpgsql as $$
declare
	apres jsonb := to_jsonb(new);
	avant jsonb;
	muets constant text[] := array['id', 'uuid', 'version', 'modifie_le',
	    'modifie_par', 'modifie_qualite', 'recherche', 'position',
	    'code_postal', 'commune', 'code_insee', 'reference',
	    'dernier_suivi_le', 'code_suivi', 'brouillon', 'signalement_id'];
	diff jsonb := '[]';
	le_dossier bigint;
begin
	le_dossier := case tg_table_name when 'signalement' then new.id
	    else (apres ->> 'signalement_id')::bigint end;
	if tg_op = 'UPDATE' then
		avant := to_jsonb(old);
		select coalesce(jsonb_agg(jsonb_build_object('champ', a.key,
		    'avant', avant -> a.key, 'apres', a.value)
		    order by a.key), '[]') into diff
		from jsonb_each(apres) a
		where a.value is distinct from avant -> a.key
		  and a.key <> all (muets);
		if diff = '[]' then
			return null;
		end if;
	end if;
	insert into historique (signalement_id, objet, objet_id, operation,
	    changements, par, qualite)
	values (le_dossier, tg_table_name, new.id,
	    case when tg_op = 'INSERT' then 'creation'
	    when avant ->> 'retiree_le' is null
	        and apres ->> 'retiree_le' is not null then 'suppression'
	    when avant ->> 'supprime_le' is null
	        and apres ->> 'supprime_le' is not null then 'suppression'
	    else 'modification' end,
	    diff, new.modifie_par, new.modifie_qualite);
	return null;
end $$;

create trigger historiser after insert or update on signalement
	for each row execute function historiser();
create trigger historiser after insert or update on affectation
	for each row execute function historiser();
create trigger historiser after insert or update on suivi
	for each row execute function historiser();

create function historique_json(h historique) returns json
language sql stable parallel safe as $$
	select json_build_object('id', h.uuid, 'objet', h.objet,
	    'operation', h.operation, 'changements', h.changements,
	    'auteur', case h.qualite when 'occupant' then 'Occupant'
	        when 'declarant' then 'Déclarant'
	        else coalesce(utilisateur_nom(h.par), 'Vigie Logement') end,
	    'fait_le', rfc3339(h.fait_le))
$$;

-- {"valeur", "exact"} from what was counted and how far (0: not counted).
create function total_json(compte bigint, jusqua bigint) returns json
language sql immutable parallel safe as $$
	select case when jusqua = 0 then '{"valeur":null,"exact":false}'::json
	    when compte >= jusqua then json_build_object('valeur', jusqua - 1,
	        'exact', false)
	    else json_build_object('valeur', compte, 'exact', true) end
$$;

/*
 * A page of a keyset list: lines and their cursors, one more than the limit
 * when there is a next page.
 */
create function page_json(lignes json[], curseurs text[], limite int,
    compte bigint, jusqua bigint)
returns table (corps text, version text, lieu text)
language sql immutable parallel safe as $$
	select json_build_object('elements',
	    array_to_json(coalesce(lignes[1:limite], '{}')), 'suivant', suite,
	    'total', total_json(compte, jusqua))::text, null, suite
	from (select case when cardinality(curseurs) > limite
	    then curseurs[limite] end as suite) x
$$;

-- What the person who files a dossier is told, once: its code and link.
create function signalement_cree_json(s signalement, base text) returns json
language sql stable parallel safe as $$
	select json_build_object('id', s.uuid, 'reference', s.reference,
	    'reference_externe', s.reference_externe, 'statut', s.statut,
	    'territoire', (select code from territoire t
	        where t.id = s.territoire_id),
	    'criticite', criticite_json(s), 'cree_le', rfc3339(s.cree_le),
	    'code_suivi', s.code_suivi,
	    'lien_suivi', base || '/suivi/' || s.code_suivi,
	    'version', s.version)
$$;
