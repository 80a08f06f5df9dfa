-- Why: two thirds of a list's time went into counting up to 10 000 entries
-- and into small functions that PostgreSQL did not inline. What lists count
-- is now kept (a row a territory and statut), and a line of a list is one
-- expression, inlined, over columns that the statement has already read.

create table signalement_compte (
	territoire_id smallint not null references territoire
	    on delete cascade,
	statut text not null,
	nombre bigint not null,
	primary key (territoire_id, statut)
) with (fillfactor = 50);
comment on table signalement_compte is
	'Dossiers by territory and statut, kept by a trigger on signalement.';

insert into signalement_compte
select territoire_id, statut, count(*) from signalement group by 1, 2;

/*
 * A creation already waits for the others of its territory
 * (reference_compteur). A transition takes its two rows in the order of
 * their statut, so that two of them never wait for each other.
 */
create function signalement_compter() returns trigger
language plpgsql as $$
declare
	c record;
begin
	for c in
		select x.territoire_id, x.statut, sum(x.pas) as pas
		  from (select new.territoire_id, new.statut, 1 as pas
			where tg_op <> 'DELETE'
			union all
			select old.territoire_id, old.statut, -1
			where tg_op <> 'INSERT') x
		 group by 1, 2 having sum(x.pas) <> 0 order by 1, 2
	loop
		insert into signalement_compte as k
		values (c.territoire_id, c.statut, c.pas)
		on conflict (territoire_id, statut)
		do update set nombre = k.nombre + excluded.nombre;
	end loop;
	return null;
end $$;
create trigger compter_creation after insert or delete on signalement
	for each row execute function signalement_compter();
create trigger compter_transition
	after update of statut, territoire_id on signalement for each row
	when (old.statut <> new.statut
	    or old.territoire_id <> new.territoire_id)
	execute function signalement_compter();

-- They read the time zone of nothing but call functions that might: declared
-- immutable, they were called one by one instead of being inlined.
create or replace function curseur(timestamptz, bigint) returns text
language sql stable parallel safe as
$$ select lpad(to_hex((extract(epoch from $1) * 1000000)::bigint), 16, '0')
    || lpad(to_hex($2), 16, '0') $$;
create or replace function instant(micros bigint) returns timestamptz
language sql stable parallel safe as
$$ select timestamptz 'epoch' + $1 * interval '1 microsecond' $$;

-- The partners of a dossier as a line of a list shows them.
create view affectations_bref as
	select a.signalement_id, json_agg(json_build_object(
	    'partenaire', p.nom, 'statut', a.statut) order by p.nom) as liste
	  from affectation a join partenaire p on p.id = a.partenaire_id
	 where a.retiree_le is null
	 group by a.signalement_id;

drop function signalement_resume_json(signalement);

/*
 * One line of a list, as text: json_build_object() looks every type up again
 * for every value, which was half of a list's time. What people wrote comes
 * quoted from jsonb; the rest are codes, numbers and dates.
 * affectations: of affectations_bref, null for none.
 */
create function signalement_resume(s signalement, territoire text,
    affectations json) returns text
language sql stable parallel safe as $$
	select concat('{"id":"', s.uuid, '","reference":"', s.reference,
	    '","statut":"', s.statut, '","territoire":"', territoire,
	    '","adresse":{"numero_voie":',
	    coalesce(s.adresse -> 'numero_voie', 'null'),
	    ',"code_postal":', coalesce(s.adresse -> 'code_postal', 'null'),
	    ',"commune":', coalesce(s.adresse -> 'commune', 'null'),
	    '},"occupant":{"nom":', coalesce(s.occupant -> 'nom', 'null'),
	    ',"prenom":', coalesce(s.occupant -> 'prenom', 'null'),
	    '},"profil_declarant":"', s.profil_declarant,
	    '","logement_social":', case s.logement_social when true
	        then 'true' when false then 'false' else 'null' end,
	    ',"score":', s.score,
	    ',"procedures":', array_to_json(s.procedures),
	    ',"affectations":', coalesce(affectations, '[]'),
	    ',"cree_le":"', rfc3339(s.cree_le), '","dernier_suivi_le":',
	    coalesce('"' || rfc3339(s.dernier_suivi_le) || '"', 'null'), '}')
$$;

-- A page of lines that are text already, with what their cursors are made of.
create function page_json(lignes text[], dates timestamptz[], ids bigint[],
    limite int, compte bigint, jusqua bigint)
returns table (corps text, version text, lieu text)
language sql stable parallel safe as $$
	select concat('{"elements":[', array_to_string(lignes[1:limite], ','),
	    '],"suivant":', coalesce('"' || suite || '"', 'null'),
	    ',"total":', total_json(compte, jusqua), '}'), null, suite
	from (select case when cardinality(ids) > limite
	    then curseur(dates[limite], ids[limite]) end as suite) x
$$;

-- json_build_object() is stable: what calls it is, too, and is then inlined.
alter function page_json(json[], text[], int, bigint, bigint) stable;
alter function criticite_json(signalement) stable;

-- Its argument is often a subquery, which is never inlined: kept plans.
create or replace function total_json(compte bigint, jusqua bigint)
returns json
language plpgsql stable parallel safe as $$
begin
	return case when jusqua = 0 then '{"valeur":null,"exact":false}'::json
	    when compte >= jusqua then json_build_object('valeur', jusqua - 1,
	        'exact', false)
	    else json_build_object('valeur', compte, 'exact', true) end;
end $$;
