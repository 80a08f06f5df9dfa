-- The agents of a partner, for who may know that partner's people: everybody
-- for a SUPER_ADMIN, his territories' for a RESPONSABLE_TERRITOIRE, his own
-- partners' for the others.

-- name: utilisateur_list
-- $1 caller, $2 partner, $3 limite, $4 id of the last one seen or null,
-- $5 total: borne, exact, aucun. No row: no such partner for this caller.
with cible as (
	select p.id
	  from utilisateur u
	  join partenaire p on p.uuid = $2::uuid and not p.archive
	 where u.uuid = $1::uuid and u.statut = 'ACTIF' and case u.role
	       when 'SUPER_ADMIN' then true
	       when 'RESPONSABLE_TERRITOIRE'
	       then p.territoire_id = any (u.territoires)
	       else p.id = any (u.partenaires) end
), portee as (
	select a.id, a.nom, a.prenom
	  from cible
	  join utilisateur_partenaire up on up.partenaire_id = cible.id
	  join utilisateur a on a.id = up.utilisateur_id
	 where a.statut = 'ACTIF'
), page as (
	select id, row_number() over (order by nom, prenom, id) as rang
	  from portee
	 where $4::bigint is null or (nom, prenom, id) > (select d.nom,
	       d.prenom, d.id from utilisateur d where d.id = $4)
	 order by nom, prenom, id
	 limit $3::int + 1
), lignes as (
	select g.rang, g.id, json_build_object('id', a.uuid, 'nom', a.nom,
	       'prenom', a.prenom, 'fonction', a.fonction) as ligne
	  from page g join utilisateur a on a.id = g.id
	 where g.rang <= $3::int
), bilan as (
	select coalesce(json_agg(ligne order by rang), '[]') as elements,
	       case when (select count(*) from page) > $3::int then
	       (select curseur(timestamptz 'epoch', id) from lignes
	       order by rang desc limit 1) end as suivant
	  from lignes
), compte as (
	select count(*) as n from (select 1 from portee limit case $5::text
	    when 'exact' then null when 'aucun' then 0 else 10001 end) c
)
select json_build_object('elements', b.elements, 'suivant', b.suivant,
	    'total', json_build_object('valeur', case when $5 <> 'aucun' then
	    case $5 when 'exact' then c.n else least(c.n, 10000) end end,
	    'exact', $5 = 'exact' or ($5 = 'borne' and c.n <= 10000)))::text
	    as corps, null as version, b.suivant as lieu
  from cible, bilan b, compte c
