-- Before `make data`: in every open territory, partners of the usual types
-- and the people who work there, unless they exist. Their password is that of
-- the other demo accounts. Run inside one transaction.

set local client_min_messages = warning;
create table if not exists synthese (
	premier bigint not null,	-- ids of the dossiers of one run
	dernier bigint not null,
	fini_le timestamptz
);

create temp table voulu on commit drop as
select t.id as territoire_id, t.code, v.type, v.nom || ' (' || t.nom || ')' as nom,
	lower(replace(v.type, '_', '-')) || '-' || lower(t.code) || '.demo.example' as domaine, v.competences::text[]
  from territoire t, (values
	('DDT_M', 'Direction des territoires', '{NON_DECENCE,NON_DECENCE_ENERGETIQUE}'),
	('ARS', 'Agence régionale de santé', '{INSALUBRITE,DANGER}'),
	('CAF_MSA', 'Caisse d''allocations familiales', '{NON_DECENCE,CONSIGNATION_AL}'),
	('ADIL', 'Information sur le logement', '{ACCOMPAGNEMENT_JURIDIQUE,CONCILIATION}'),
	('BAILLEUR_SOCIAL', 'Office public de l''habitat', '{NON_DECENCE}'),
	('CONSEIL_DEPARTEMENTAL', 'Conseil départemental', '{FSL,ACCOMPAGNEMENT_SOCIAL}')
  ) v (type, nom, competences)
 where t.actif
union all
select territoire_id, code, 'COMMUNE_SCHS', nom || ', hygiène et santé', 'hygiene-' || lower(code_insee)
	|| '.demo.example', '{INSALUBRITE,RSD,VISITES,NUISIBLES}'
  from (select c.territoire_id, t.code, c.nom, c.code_insee, row_number() over (partition by c.territoire_id
		order by max(c.population) desc, c.code_insee) as rang
	  from commune c join territoire t on t.id = c.territoire_id
	 where t.actif group by c.territoire_id, t.code, c.nom, c.code_insee) c
 where rang <= 2;

-- A type that the territory has already keeps its partner; hygiene services
-- come in addition.
insert into partenaire (nom, type, territoire_id, email, competences)
select v.nom, v.type, v.territoire_id, 'habitat@' || v.domaine, v.competences
  from voulu v
 where not exists (select from partenaire p where p.territoire_id = v.territoire_id and not p.archive
	and (p.email = 'habitat@' || v.domaine or (p.type = v.type and v.type <> 'COMMUNE_SCHS')));

create temp table gens on commit drop as
select p.id as partenaire_id, k, 'agent-' || p.id || '-' || k || '@demo.example' as email,
	case k when 1 then 'ADMIN_PARTENAIRE' else 'AGENT' end as role
  from partenaire p join territoire t on t.id = p.territoire_id and t.actif, generate_series(1, 3) k
 where not p.archive
union all
select min(p.id), k, 'rt' || k || '-' || lower(t.code) || '@demo.example', 'RESPONSABLE_TERRITOIRE'
  from partenaire p join territoire t on t.id = p.territoire_id and t.actif, generate_series(1, 2) k
 where not p.archive and p.type = 'DDT_M' group by t.code, k;
delete from gens g using utilisateur u where u.email = g.email;

insert into utilisateur (email, mot_de_passe, nom, prenom, fonction, role)
select g.email, (select mot_de_passe from utilisateur where email = 'admin@demo.example'),
	(array['Martin', 'Bernard', 'Petit', 'Durand', 'Moreau', 'Simon', 'Laurent', 'Roux', 'Fournier', 'Mercier',
		'Blanc', 'Garnier', 'Faure', 'Lambert', 'Henry', 'Masson', 'Marchand', 'Duval', 'Meyer', 'Brun',
		'Benali', 'Diallo', 'Nguyen'])[1 + (g.partenaire_id * 7 + g.k * 5) % 23],
	(array['Claire', 'Karim', 'Sophie', 'Julien', 'Nadia', 'Paul', 'Inès', 'Thomas', 'Lucie', 'Hugo', 'Awa',
		'Marc', 'Hélène', 'Romain', 'Alice', 'Samuel', 'Jeanne'])[1 + (g.partenaire_id * 3 + g.k * 11) % 17],
	case g.role when 'RESPONSABLE_TERRITOIRE' then 'Responsable du pôle habitat indigne'
		when 'ADMIN_PARTENAIRE' then 'Chef de service' else 'Inspectrice de salubrité' end, g.role
  from gens g;
insert into utilisateur_partenaire (utilisateur_id, partenaire_id)
select u.id, g.partenaire_id from gens g join utilisateur u on u.email = g.email;
