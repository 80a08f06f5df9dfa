-- Drafts of the public form. Who knows the uuid may read and write it, for 30
-- days; once submitted it is no longer reachable, except to be told again
-- what the submission answered.

-- name: formulaire_get
-- $1 profil
select contenu::text as corps, null as version, null as lieu
  from formulaire where profil = $1

-- name: brouillon_create
-- $1 profil, $2 etape, $3 the body
with b as (
	insert into brouillon (profil, etape, reponses)
	values ($1, $2, $3::jsonb -> 'reponses')
	returning *
)
select r.*
  from b, lateral repondre(brouillon_json(b), b.version,
       '/api/v1/brouillons/' || b.uuid) r

-- name: brouillon_get
-- $1 brouillon
select brouillon_json(b)::text as corps, b.version::text as version,
       null as lieu
  from brouillon b where b.uuid = $1::uuid and brouillon_ouvert(b)

-- name: brouillon_update
-- $1 brouillon, $2 version, $3 profil, $4 etape, $5 the body
with b as (
	update brouillon b set version = version + 1, profil = $3,
	       etape = $4, reponses = $5::jsonb -> 'reponses',
	       modifie_le = now()
	 where b.uuid = $1::uuid and b.version = $2::int
	   and brouillon_ouvert(b)
	returning *
)
select brouillon_json(b.*::brouillon)::text as corps,
       b.version::text as version, null as lieu
  from b

-- name: brouillon_version
-- $1 brouillon
select b.version
  from brouillon b where b.uuid = $1::uuid and brouillon_ouvert(b)

-- name: brouillon_delete
-- $1 brouillon
delete from brouillon b where b.uuid = $1::uuid and brouillon_ouvert(b)

-- name: brouillon_facts
-- $1 brouillon. aujourdhui: where it is latest; the filing asks again with the
-- day of the territory.
select b.profil, b.reponses::text as reponses,
       b.signalement_id is not null as depose,
       (select max((now() at time zone fuseau)::date) from territoire)::text
       as aujourdhui
  from brouillon b
 where b.uuid = $1::uuid
   and (b.signalement_id is not null or brouillon_ouvert(b))

-- name: brouillon_lieu
-- Is the place known and its territory open? The geocoder gives the INSEE
-- code of the whole city for the first arrondissement of Marseille and of
-- Lyon (domain/intake.md 1.8). $1 postal code, $2 INSEE code or null
with demande as (
	select case
	    when $1::text = '13001' and $2::text = '13055' then '13201'
	    when $1 = '69001' and $2 = '69123' then '69381'
	    else $2 end as insee
)
select d.insee, t.actif as ouvert
  from demande d
  join commune c on c.code_postal = $1
       and (d.insee is null or c.code_insee = d.insee)
  join territoire t on t.id = c.territoire_id
 order by c.population desc
 limit 1
