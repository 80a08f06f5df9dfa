-- The demo world's people and partners, loaded once in demo mode, before
-- db/demo.ndjson is filed through the API. Accounts at demo.example are
-- refused outside demo mode (api/session/session_rules.c), whatever their
-- password; this one is public: Demo-Logement-2026!
\set mot_de_passe '$argon2id$v=19$m=65536,t=2,p=1$yrPR7uR0ka8qhKh0vQfxFQ$PCnn3iRx91xa1hWRfzLMz8/+6Oqlld7Zi9kAb4ZAU8Y'

insert into partenaire (nom, type, territoire_id, email, competences)
select v.nom, v.type, t.id, v.email, v.competences::text[]
  from (values
	('DDTM des Bouches-du-Rhône', 'DDT_M', '13', 'habitat@ddtm-13.demo.example', '{NON_DECENCE,NON_DECENCE_ENERGETIQUE}'),
	('ARS Provence-Alpes-Côte d''Azur, délégation 13', 'ARS', '13', 'habitat@ars-13.demo.example', '{INSALUBRITE,DANGER}'),
	('Service d''hygiène de Marseille', 'COMMUNE_SCHS', '13', 'hygiene@marseille.demo.example', '{INSALUBRITE,RSD,VISITES,NUISIBLES}'),
	('CAF des Bouches-du-Rhône', 'CAF_MSA', '13', 'logement@caf-13.demo.example', '{NON_DECENCE,CONSIGNATION_AL}'),
	('ADIL des Bouches-du-Rhône', 'ADIL', '13', 'conseil@adil-13.demo.example', '{ACCOMPAGNEMENT_JURIDIQUE,CONCILIATION}'),
	('Habitat Phocéen', 'BAILLEUR_SOCIAL', '13', 'technique@habitat-phoceen.demo.example', '{NON_DECENCE}'),
	('DDT de l''Ain', 'DDT_M', '01', 'habitat@ddt-01.demo.example', '{NON_DECENCE,NON_DECENCE_ENERGETIQUE}'),
	('ARS Auvergne-Rhône-Alpes, délégation de l''Ain', 'ARS', '01', 'habitat@ars-01.demo.example', '{INSALUBRITE,DANGER}'),
	('Ville de Bourg-en-Bresse, hygiène et santé', 'COMMUNE_SCHS', '01', 'hygiene@bourg.demo.example', '{INSALUBRITE,RSD,VISITES}'),
	('CAF de l''Ain', 'CAF_MSA', '01', 'logement@caf-01.demo.example', '{NON_DECENCE,CONSIGNATION_AL}'),
	('ADIL de l''Ain', 'ADIL', '01', 'conseil@adil-01.demo.example', '{ACCOMPAGNEMENT_JURIDIQUE,CONCILIATION}')
  ) v (nom, type, territoire, email, competences)
  join territoire t on t.code = v.territoire;

insert into utilisateur (email, mot_de_passe, nom, prenom, fonction, role, droit_affectation)
values
	('admin@demo.example', :'mot_de_passe', 'Lenoir', 'Claude', 'Administration nationale', 'SUPER_ADMIN', false),
	('rt-13@demo.example', :'mot_de_passe', 'Aubert', 'Nadia', 'Responsable du pôle habitat indigne', 'RESPONSABLE_TERRITOIRE', false),
	('admin-partenaire-13@demo.example', :'mot_de_passe', 'Santini', 'Marc', 'Chef du service d''hygiène', 'ADMIN_PARTENAIRE', false),
	('agent-13@demo.example', :'mot_de_passe', 'Haddad', 'Leïla', 'Inspectrice de salubrité', 'AGENT', false),
	('rt-01@demo.example', :'mot_de_passe', 'Perrin', 'Hélène', 'Responsable du pôle habitat indigne', 'RESPONSABLE_TERRITOIRE', false),
	('admin-partenaire-01@demo.example', :'mot_de_passe', 'Morel', 'Yann', 'Chef du service d''hygiène', 'ADMIN_PARTENAIRE', false),
	('agent-01@demo.example', :'mot_de_passe', 'Bouvier', 'Alice', 'Inspectrice de salubrité', 'AGENT', false);

insert into utilisateur_partenaire (utilisateur_id, partenaire_id)
select u.id, p.id
  from (values
	('rt-13@demo.example', 'habitat@ddtm-13.demo.example'),
	('admin-partenaire-13@demo.example', 'hygiene@marseille.demo.example'),
	('agent-13@demo.example', 'hygiene@marseille.demo.example'),
	('rt-01@demo.example', 'habitat@ddt-01.demo.example'),
	('admin-partenaire-01@demo.example', 'hygiene@bourg.demo.example'),
	('agent-01@demo.example', 'hygiene@bourg.demo.example')
  ) v (personne, partenaire)
  join utilisateur u on u.email = v.personne
  join partenaire p on p.email = v.partenaire;
