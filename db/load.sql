-- Reference data of db/data into the tables; run from db/, as often as wanted.
-- What has gone from a file stays in the table when something points to it.
\set ON_ERROR_STOP on
begin;

create temp table t_territoire (code text, nom text, actif boolean, fuseau text) on commit drop;
\copy t_territoire from 'data/territoires.csv' with (format csv, header)
insert into territoire (code, nom, actif, fuseau) select * from t_territoire
on conflict (code) do update set nom = excluded.nom, actif = excluded.actif, fuseau = excluded.fuseau;

create temp table t_epci (siren text, nom text, type text) on commit drop;
\copy t_epci from 'data/epci.csv' with (format csv, header)
insert into epci (siren, nom, type) select * from t_epci
on conflict (siren) do update set nom = excluded.nom, type = excluded.type;

create temp table t_commune (code_insee text, code_postal text, nom text, territoire text, epci text, population int)
	on commit drop;
\copy t_commune from 'data/communes.csv' with (format csv, header)
insert into commune (code_insee, code_postal, nom, territoire_id, epci_id, population)
select c.code_insee, c.code_postal, c.nom, t.id, e.id, coalesce(c.population, 0)
  from t_commune c join territoire t on t.code = c.territoire left join epci e on e.siren = c.epci
on conflict (code_postal, code_insee) do update set nom = excluded.nom, territoire_id = excluded.territoire_id,
	epci_id = excluded.epci_id, population = excluded.population;
delete from commune c where not exists (select from t_commune n
	where n.code_insee = c.code_insee and n.code_postal = c.code_postal);

create temp table t_type (code text, libelle text) on commit drop;
\copy t_type from 'data/partenaire_types.csv' with (format csv, header)
insert into partenaire_type select * from t_type
on conflict (code) do update set libelle = excluded.libelle;

create temp table t_competence (like competence) on commit drop;
\copy t_competence from 'data/competences.csv' with (format csv, header)
insert into competence select * from t_competence
on conflict (code) do update set libelle = excluded.libelle,
	procedure_suspectee = excluded.procedure_suspectee, attribuable = excluded.attribuable;

create temp table t_motif (like motif) on commit drop;
\copy t_motif (usage, code, libelle, travaux_requis, ordre) from 'data/motifs.csv' with (format csv, header)
insert into motif select * from t_motif
on conflict (usage, code) do update set libelle = excluded.libelle,
	travaux_requis = excluded.travaux_requis, ordre = excluded.ordre;

create temp table t_critere (like critere) on commit drop;
\copy t_critere from 'data/critere.csv' with (format csv, header)
insert into critere select * from t_critere
on conflict (id) do update set slug = excluded.slug, zone = excluded.zone, categorie = excluded.categorie,
	categorie_agent = excluded.categorie_agent, libelle = excluded.libelle, texte_libre = excluded.texte_libre;

create temp table t_precision (like precision_desordre) on commit drop;
\copy t_precision from 'data/precision_desordre.csv' with (format csv, header)
insert into precision_desordre select * from t_precision
on conflict (id) do update set critere_id = excluded.critere_id, slug = excluded.slug, libelle = excluded.libelle,
	coefficient = excluded.coefficient, danger = excluded.danger, suroccupation = excluded.suroccupation,
	insalubrite_obligatoire = excluded.insalubrite_obligatoire, exclusive = excluded.exclusive,
	qualifications = excluded.qualifications;

\set catalogue `cat data/catalogue.json`
insert into catalogue select (j ->> 'grille')::int, j from (select :'catalogue'::jsonb as j) x
on conflict (grille) do update set contenu = excluded.contenu;

\set locataire `cat data/formulaires/locataire.json`
insert into formulaire select j ->> 'profil', j from (select :'locataire'::jsonb as j) x
on conflict (profil) do update set contenu = excluded.contenu;

commit;
