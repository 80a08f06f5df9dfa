-- The creation of a dossier, one statement for agents, integrations and the
-- citizen's form.

-- name: signalement_lieu
-- Which territory is this address in, and may the caller file there?
-- $1 caller (null: a citizen), $2 code INSEE or null, $3 code postal
select t.id as territoire, t.code, t.actif as ouvert,
	$1::uuid is null or u.role = 'SUPER_ADMIN' or t.id = any (u.territoires) as permis,
	(select p.id from partenaire p where p.id = any (u.partenaires)
		and (p.territoire_id = t.id or u.role = 'SUPER_ADMIN') order by p.id limit 1) as partenaire,
	(now() at time zone t.fuseau)::date::text as aujourdhui
  from (select c.territoire_id from commune c
	 where c.code_postal = $3 and ($2::text is null or c.code_insee = $2)
	 order by c.population desc limit 1) c
  join territoire t on t.id = c.territoire_id
  left join utilisateur u on u.uuid = $1::uuid and u.statut = 'ACTIF'

-- name: signalement_deja_depose
-- $1 caller, $2 reference_externe, $3 base of links: the same dossier of the
-- same partner
-- porte: systeme
select signalement_cree_json(s, $3)::text as corps, s.version::text as version,
	'/api/v1/signalements/' || s.uuid as lieu
  from signalement s, utilisateur u
 where u.uuid = $1::uuid and s.cree_par_partenaire = any (u.partenaires) and s.reference_externe = $2

-- name: signalement_du_brouillon
-- $1 brouillon, $2 base of links
-- porte: systeme
select depot_usager_json(s, $2)::text as corps, s.version::text as version, null as lieu
  from signalement s where s.brouillon = $1::uuid

-- name: signalement_deposer
-- $1 caller or null, $2 territoire id, $3 partner or null, $4 the body,
-- $5 précisions, $6 their free texts, $7 grille, $8 score, $9 its building
-- part, $10 its dwelling part, $11 contributions, $12 qualifications,
-- $13 procédures, $14 source, $15 brouillon or null, $16 base of links
-- porte: systeme
with qui as (
	select max(id) as id from utilisateur where uuid = $1::uuid
), numero as (
	insert into reference_compteur (territoire_id, annee, dernier)
	select t.id, extract(year from now() at time zone t.fuseau)::int, 1 from territoire t where t.id = $2::smallint
	on conflict (territoire_id, annee) do update set dernier = reference_compteur.dernier + 1
	returning territoire_id, annee, dernier
), s as (
	insert into signalement (territoire_id, reference_annee, reference_numero, reference_externe, brouillon, source,
		profil_declarant, profil_occupant, logement_social, logement_vacant, adresse, occupant, declarant,
		bailleur, agence, syndic, logement, foyer, procedure, description, precisions, precisions_libres,
		grille, score, score_batiment, score_logement, qualifications, procedures, position,
		cree_par, cree_par_partenaire, modifie_par, modifie_qualite)
	select numero.territoire_id, numero.annee, numero.dernier, b ->> 'reference_externe', $15::uuid, $14,
		b ->> 'profil_declarant', b ->> 'profil_occupant', (b ->> 'logement_social')::boolean,
		coalesce((b #>> '{logement,vacant}')::boolean, false), b -> 'adresse',
		coalesce(b -> 'occupant', '{}'), coalesce(b -> 'declarant', '{}'), coalesce(b -> 'bailleur', '{}'),
		coalesce(b -> 'agence', '{}'), coalesce(b -> 'syndic', '{}'), coalesce(b -> 'logement', '{}'),
		coalesce(b -> 'foyer', '{}'), coalesce(b -> 'procedure', '{}'), b ->> 'description',
		$5::smallint[], $6::jsonb, $7::int, $8::double precision, $9::double precision, $10::double precision,
		$12::jsonb, $13::text[],
		st_setsrid(st_makepoint((b #>> '{adresse,longitude}')::double precision,
			(b #>> '{adresse,latitude}')::double precision), 4326),
		qui.id, $3::bigint, qui.id, case when qui.id is not null then 'agent'
			when b ->> 'profil_declarant' in ('LOCATAIRE', 'BAILLEUR_OCCUPANT') then 'occupant'
			else 'declarant' end
	  from numero, qui, (select $4::jsonb as b) x
	returning *
), e as (
	insert into evaluation (signalement_id, grille, score, score_batiment, score_logement, contributions,
		qualifications)
	select id, grille, score, score_batiment, score_logement, $11::jsonb, qualifications from s
), d as (
	update brouillon set signalement_id = s.id, modifie_le = now() from s where brouillon.uuid = s.brouillon
), evenements as (
	insert into evenement (sujet, objet_id, donnees)
	select 'signalement.depose', id, jsonb_build_object('signalement', id) from s
)
select r.* from s, lateral repondre(case when s.brouillon is null then signalement_cree_json(s, $16)
	else depot_usager_json(s, $16) end, s.version,
	case when s.cree_par is not null then '/api/v1/signalements/' || s.uuid end) r
