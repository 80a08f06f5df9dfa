-- Suivis: the thread of a dossier.

-- name: suivi_list
-- $1 caller, $2 dossier, $3 cursor: micros, $4 cursor: id, $5 limit, $6 how
-- far to count, $7 actions by "mien/message/recent", as the C rules give
with s as (
	select id from signalements_visibles($1::uuid) where uuid = $2::uuid
), page as (
	select v.cree_le, v.id, suivi_json(v, $7::json -> concat_ws('/', v.cree_par is not distinct from u.id,
		v.categorie = 'MESSAGE_PARTNER', v.cree_le > now() - interval '20 minutes')) as ligne
	  from s join suivi v on v.signalement_id = s.id and v.supprime_le is null
	  join utilisateur u on u.uuid = $1::uuid
	 where (v.cree_le, v.id) < (instant($3::bigint), $4::bigint)
	 order by v.cree_le desc, v.id desc limit $5::int + 1
), compte as (
	select count(*) as n from (select from suivi v, s where v.signalement_id = s.id and v.supprime_le is null
		limit $6::bigint) x
)
select r.* from s, (select array_agg(ligne order by cree_le desc, id desc) as lignes,
	array_agg(curseur(cree_le, id) order by cree_le desc, id desc) as curseurs from page) p, compte,
	lateral page_json(p.lignes, p.curseurs, $5::int, compte.n, $6::bigint) r

-- name: suivi_facts
-- $1 caller, $2 suivi. corps: its body, "actions" still to be put in.
select v.version, v.cree_par = u.id as mien, v.categorie = 'MESSAGE_PARTNER' as message,
	v.cree_le > now() - interval '20 minutes' as recent, u.role = 'SUPER_ADMIN' as admin,
	suivi_json(v, '{}') as corps
  from suivi v
  join utilisateur u on u.uuid = $1::uuid
  join signalements_visibles($1::uuid) s on s.id = v.signalement_id
 where v.uuid = $2::uuid and v.supprime_le is null

-- name: suivi_create
-- $1 caller, $2 dossier, $3 message, $4 visible to the citizen, $5 actions
-- afterwards. Writing subscribes its author, and is told after the time left
-- to correct it.
with s as (
	update signalement set dernier_suivi_le = now()
	 where id = (select id from signalements_visibles($1::uuid)
		where uuid = $2::uuid and statut in ('EN_COURS', 'INJONCTION_BAILLEUR'))
	returning *
), v as (
	insert into suivi (signalement_id, categorie, message, visible_usager, auteur, cree_par, partenaire_id,
		modifie_par, modifie_qualite)
	select s.id, 'MESSAGE_PARTNER', $3, $4::boolean and not s.logement_vacant, 'agent', u.id,
		(select p.id from partenaire p where p.id = any (u.partenaires)
			order by (p.territoire_id = s.territoire_id) desc, p.id limit 1), u.id, 'agent'
	  from s, utilisateur u where u.uuid = $1::uuid
	returning *
), abonnes as (
	insert into abonnement (utilisateur_id, signalement_id, cree_par)
	select u.id, v.signalement_id, u.id from v join utilisateur u on u.id = v.cree_par
	 where u.role <> 'SUPER_ADMIN'
	on conflict do nothing
), evenements as (
	insert into evenement (sujet, objet_id, donnees, prochain_essai_le)
	select 'suivi.cree', v.id, jsonb_build_object('signalement', v.signalement_id, 'suivi', v.id),
		now() + interval '20 minutes' from v
)
select r.* from v, lateral repondre(suivi_json(v, $5::json), v.version, '/api/v1/suivis/' || v.uuid) r

-- name: suivi_update
-- $1 caller, $2 suivi, $3 version, $4 message, $5 actions
with v as (
	update suivi set message = $4, version = version + 1, modifie_le = now(), modifie_par = cree_par,
		modifie_qualite = 'agent'
	 where uuid = $2::uuid and version = $3::int and supprime_le is null and $1::uuid is not null
	returning *
)
select suivi_json(v, $5::json)::text as corps, v.version::text as version, null as lieu from v

-- name: suivi_delete
-- $1 caller, $2 suivi, $3 version
with v as (
	update suivi set supprime_le = now(), version = version + 1, modifie_le = now(),
		modifie_par = (select id from utilisateur where uuid = $1::uuid), modifie_qualite = 'agent'
	 where uuid = $2::uuid and version = $3::int and supprime_le is null
	returning *
)
select v.uuid::text as corps, v.version::text as version, null as lieu from v
