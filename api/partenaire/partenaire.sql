-- The partners of the caller's territories, by name.

-- name: partenaire_list
-- $1 caller, $2 code of a territoire or null, $3 words or null, $4 limite,
-- $5 id of the last one seen or null, $6 total: borne, exact, aucun
with portee as (
	select p.id, p.nom
	  from utilisateur u
	  join partenaire p on not p.archive and (u.role = 'SUPER_ADMIN'
	       or p.territoire_id = any (u.territoires))
	  left join territoire t on t.id = p.territoire_id
	 where u.uuid = $1::uuid and u.statut = 'ACTIF'
	   and ($2::text is null or t.code = $2)
	   and ($3::text is null or position(sans_accent($3)
	       in sans_accent(p.nom)) > 0)
), page as (
	select id, nom, row_number() over (order by nom, id) as rang
	  from portee
	 where $5::bigint is null or (nom, id) > (select d.nom, d.id
	       from partenaire d where d.id = $5)
	 order by nom, id
	 limit $4::int + 1
), lignes as (
	select g.rang, g.id, json_build_object('id', p.uuid, 'nom', p.nom,
	       'type', p.type, 'territoire', (select t.code from territoire t
	       where t.id = p.territoire_id), 'competences', p.competences,
	       'email', p.email) as ligne
	  from page g join partenaire p on p.id = g.id
	 where g.rang <= $4::int
), bilan as (
	select coalesce(json_agg(ligne order by rang), '[]') as elements,
	       case when (select count(*) from page) > $4::int then
	       (select curseur(timestamptz 'epoch', id) from lignes
	       order by rang desc limit 1) end as suivant
	  from lignes
), compte as (
	select count(*) as n from (select 1 from portee limit case $6::text
	    when 'exact' then null when 'aucun' then 0 else 10001 end) c
)
select json_build_object('elements', b.elements, 'suivant', b.suivant,
	    'total', json_build_object('valeur', case when $6 <> 'aucun' then
	    case $6 when 'exact' then c.n else least(c.n, 10000) end end,
	    'exact', $6 = 'exact' or ($6 = 'borne' and c.n <= 10000)))::text
	    as corps, null as version, b.suivant as lieu
  from bilan b, compte c
