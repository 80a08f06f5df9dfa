-- Why: every list answers in a few milliseconds at a million dossiers,
-- whoever asks and whatever is common or rare in what they ask.

create extension if not exists btree_gin;

-- Text search within a territory reads that territory's part of the index.
drop index signalement_recherche;
create index signalement_recherche on signalement
	using gin (territoire_id, recherche gin_trgm_ops);

-- A partner's list in the order of dossiers, read from its affectations: the
-- date of the dossier, which never changes, is kept beside them.
alter table affectation add column dossier_cree_le timestamptz;
alter table affectation disable trigger historiser;
update affectation a set dossier_cree_le = s.cree_le
  from signalement s where s.id = a.signalement_id;
alter table affectation enable trigger historiser;
alter table affectation alter column dossier_cree_le set not null;

create function affectation_dossier() returns trigger
language plpgsql as $$
begin
	new.dossier_cree_le := (select cree_le from signalement
	    where id = new.signalement_id);
	return new;
end $$;
create trigger affectation_dossier before insert on affectation
	for each row execute function affectation_dossier();

drop index affectation_partenaire;
create index affectation_liste on affectation
	(partenaire_id, dossier_cree_le desc, signalement_id desc)
	where retiree_le is null;

-- What a list counts, without reading the dossiers themselves.
create index signalement_statut on signalement (id)
	include (statut, territoire_id);
drop index signalement_national_statut;
create index signalement_national_statut on signalement
	(statut, cree_le desc, id desc) include (territoire_id);
