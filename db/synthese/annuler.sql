-- A run of `make data` that did not end: its dossiers leave, and the counters
-- of references go back to what is really there. Run inside one transaction,
-- with all indexes in place.
create temp table reste on commit drop as
select premier, dernier from synthese where fini_le is null;

create temp table retires on commit drop as
with s as (
	delete from signalement using reste where id between premier and dernier
	returning territoire_id, reference_annee
)
select distinct territoire_id, reference_annee from s;

update reference_compteur c set dernier = coalesce((select max(s.reference_numero) from signalement s
	where s.territoire_id = c.territoire_id and s.reference_annee = c.annee), 0)
 where exists (select from reste);
delete from synthese where fini_le is null;
