-- The outbox seen by an administrator: what relais has given up.

-- name: evenement_rebuts
-- $1 limite, $2 id of the last one seen or null, $3 how far to count
with page as (
	select e.id, e.cree_le, json_build_object('id', e.uuid,
	       'sujet', e.sujet, 'essais', e.essais, 'erreur', e.erreur,
	       'cree_le', rfc3339(e.cree_le),
	       'abandonne_le', rfc3339(e.traite_le)) as ligne
	  from evenement e
	 where e.etat = 'REBUT' and ($2::bigint is null or e.id < $2)
	 order by e.id desc
	 limit $1::int + 1
), compte as (
	select count(*) as n from (select from evenement where etat = 'REBUT'
	    limit $3::bigint) x
)
select r.*
  from (select array_agg(ligne order by id desc) as lignes,
       array_agg(curseur(cree_le, id) order by id desc) as curseurs
       from page) p, compte,
       lateral page_json(p.lignes, p.curseurs, $1::int, compte.n,
       $3::bigint) r

-- name: evenement_etat
-- $1 evenement
select etat from evenement where uuid = $1::uuid

-- name: evenement_rejeu
-- $1 evenement. No row: somebody else was first.
with effet as (
	update evenement set etat = 'A_FAIRE', essais = 0, erreur = null,
	       prochain_essai_le = now(), traite_le = null
	 where uuid = $1::uuid and etat = 'REBUT'
	returning *
)
select r.corps, r.version, r.lieu
  from effet e, lateral repondre(json_build_object('id', e.uuid,
       'sujet', e.sujet, 'essais', e.essais, 'erreur', e.erreur,
       'cree_le', rfc3339(e.cree_le), 'abandonne_le',
       rfc3339(e.traite_le))) r
