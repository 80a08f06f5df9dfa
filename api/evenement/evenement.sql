-- The outbox seen by an administrator: what relais has given up.

-- name: evenement_rebuts
-- $1 limite, $2 id of the last one seen or null, $3 total: borne, exact, aucun
with page as (
	select e.*
	  from evenement e
	 where e.etat = 'REBUT' and ($2::bigint is null or e.id < $2)
	 order by e.id desc
	 limit $1::int + 1
), lignes as (
	select * from page order by id desc limit $1::int
), bilan as (
	select coalesce(json_agg(json_build_object('id', uuid, 'sujet', sujet,
	       'essais', essais, 'erreur', erreur, 'cree_le', rfc3339(cree_le),
	       'abandonne_le', rfc3339(traite_le)) order by id desc), '[]')
	       as elements,
	       case when (select count(*) from page) > $1::int then
	       (select curseur(cree_le, id) from lignes order by id limit 1)
	       end as suivant
	  from lignes
), compte as (
	select count(*) as n from (select 1 from evenement
	    where etat = 'REBUT' limit case $3::text when 'exact' then null
	    when 'aucun' then 0 else 10001 end) c
)
select json_build_object('elements', b.elements, 'suivant', b.suivant,
	    'total', json_build_object('valeur', case when $3 <> 'aucun' then
	    case $3 when 'exact' then c.n else least(c.n, 10000) end end,
	    'exact', $3 = 'exact' or ($3 = 'borne' and c.n <= 10000)))::text
	    as corps, null as version, b.suivant as lieu
  from bilan b, compte c

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
