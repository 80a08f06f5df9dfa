-- Why: a free text given for a whole critère was kept and never shown: it goes
-- with the first of its précisions. And what people search for is looked for
-- as it is, also when it holds % or _.

create or replace function desordres_json(s signalement) returns json
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
		    'description', coalesce(s.precisions_libres ->> p.slug,
		        case when x.premiere
		        then s.precisions_libres ->> c.slug end))
		    order by x.rang) as precisions
		from (select u.id, u.rang, u.rang = min(u.rang) over (
		    partition by p.critere_id) as premiere
		    from unnest(s.precisions) with ordinality u (id, rang)
		    join precision_desordre p on p.id = u.id) x
		join precision_desordre p on p.id = x.id
		join critere c on c.id = p.critere_id
		left join points q on q.slug = p.slug
		group by p.critere_id
	)
	select coalesce(json_agg(json_build_object('critere', c.slug,
	    'libelle', c.libelle, 'zone', c.zone,
	    'precisions', choix.precisions) order by choix.rang), '[]')
	from choix join critere c on c.id = choix.critere_id
$$;

-- The pattern of LIKE that finds this text anywhere, without accents.
create function contient(text) returns text
language sql immutable parallel safe strict as
$$ select '%' || regexp_replace(sans_accent($1), '([\\%_])', '\\\1', 'g') || '%' $$;
