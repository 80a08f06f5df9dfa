-- The partners of the caller's territories, by name.

-- name: partenaire_list
-- $1 caller, $2 code of a territoire or null, $3 words or null, $4 limite,
-- $5 id of the last one seen or null, $6 how far to count
with portee as (
	select p.*, t.code as territoire
	  from utilisateur u
	  join partenaire p on not p.archive and (u.role = 'SUPER_ADMIN'
	       or p.territoire_id = any (u.territoires))
	  left join territoire t on t.id = p.territoire_id
	 where u.uuid = $1::uuid and u.statut = 'ACTIF'
	   and ($2::text is null or t.code = $2)
	   and ($3::text is null or position(sans_accent($3)
	       in sans_accent(p.nom)) > 0)
), page as (
	select p.nom, p.id, json_build_object('id', p.uuid, 'nom', p.nom,
	       'type', p.type, 'territoire', p.territoire,
	       'competences', p.competences, 'email', p.email) as ligne
	  from portee p
	 where $5::bigint is null or (p.nom, p.id) > (select d.nom, d.id
	       from partenaire d where d.id = $5)
	 order by p.nom, p.id
	 limit $4::int + 1
), compte as (
	select count(*) as n from (select from portee
	    limit $6::bigint) x
)
select r.*
  from (select array_agg(ligne order by nom, id) as lignes,
       array_agg(curseur(timestamptz 'epoch', id) order by nom, id)
       as curseurs from page) p, compte,
       lateral page_json(p.lignes, p.curseurs, $4::int, compte.n,
       $6::bigint) r
