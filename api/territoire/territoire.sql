-- Reference data, public.

-- name: territoire_list
select json_build_object('elements', coalesce(json_agg(territoire_json(id)
	    order by code), '[]'))::text as corps, null as version, null as lieu
  from territoire

-- name: territoire_verify
-- $1 code postal, $2 code INSEE or null. The geocoder gives the INSEE code of
-- the whole city for the first arrondissement of Marseille and of Lyon
-- (domain/intake.md 1.8). An open territory wins where two share a code.
with demande as (
	select case
	    when $1::text = '13001' and $2::text = '13055' then '13201'
	    when $1 = '69001' and $2 = '69123' then '69381'
	    else $2 end as insee
), trouve as (
	select t.id, t.nom, t.actif
	  from commune c
	  join territoire t on t.id = c.territoire_id
	  cross join demande d
	 where c.code_postal = $1 and (d.insee is null or c.code_insee = d.insee)
	 order by t.actif desc
	 limit 1
)
select json_build_object('ouvert', coalesce(t.actif, false),
	    'territoire', territoire_json(t.id),
	    'message', case
	    when t.actif then 'Vous pouvez signaler un logement à cette adresse.'
	    when not t.actif then 'Le service n''est pas encore ouvert dans le '
	        || 'territoire « ' || t.nom || ' ». Appelez le 0806 706 806 '
	        || '(prix d''un appel local) : un conseiller vous aidera.'
	    when $2 is not null then 'Ce code postal et cette commune ne vont '
	        || 'pas ensemble. Vérifiez l''adresse.'
	    else 'Aucune commune n''a ce code postal. Vérifiez l''adresse.'
	    end)::text as corps, null as version, null as lieu
  from demande left join trouve t on true

-- name: territoire_communes
-- $1 what was typed, $2 how many. Ranges and not LIKE: a prepared query keeps
-- its index. "st denis" means "saint denis".
with demande as (
	select regexp_replace(mots($1::text), '^st(e?) ', 'saint\1 ') as debut
), trouvees as (
	select c.id, c.nom, c.code_postal, c.code_insee, c.territoire_id,
	       c.population
	  from commune c, demande d
	 where $1 !~ '^[0-9]+$' and d.debut <> ''
	   and mots(c.nom) ~>=~ d.debut and mots(c.nom) ~<~ (d.debut || chr(1114111))
	union all
	select c.id, c.nom, c.code_postal, c.code_insee, c.territoire_id,
	       c.population
	  from commune c
	 where $1 ~ '^[0-9]{2,5}$'
	   and c.code_postal >= rpad($1, 5, '0')
	   and c.code_postal <= rpad($1, 5, '9')
), premieres as (
	select * from trouvees
	 order by population desc, nom, code_postal
	 limit $2::int
)
select json_build_object('elements', coalesce(json_agg(json_build_object(
	    'nom', p.nom, 'code_postal', p.code_postal,
	    'code_insee', p.code_insee, 'territoire', t.code)
	    order by p.population desc, p.nom, p.code_postal), '[]'))::text
	    as corps, null as version, null as lieu
  from premieres p join territoire t on t.id = p.territoire_id

-- name: territoire_epci
-- $1 code of the territoire
select json_build_object('elements', coalesce(json_agg(json_build_object(
	    'siren', e.siren, 'nom', e.nom) order by e.nom), '[]'))::text
	    as corps, null as version, null as lieu
  from epci e
 where e.id in (select c.epci_id from commune c
	    join territoire t on t.id = c.territoire_id where t.code = $1)
