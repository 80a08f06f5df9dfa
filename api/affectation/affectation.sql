-- Affectations: the partners asked to take a dossier in charge.

-- name: affectation_facts
-- $1 caller, $2 affectation. corps: its body, "actions" still to be put in.
select a.version, a.statut, s.statut as statut_dossier, s.uuid as signalement,
	u.role in ('SUPER_ADMIN', 'RESPONSABLE_TERRITOIRE') as responsable,
	u.droit_affectation and s.territoire_id = any (u.territoires) as droit_affectation,
	a.partenaire_id = any (u.partenaires) as mienne, a.synchronisee,
	affectation_json(a, '{}') as corps
  from affectation a
  join utilisateur u on u.uuid = $1::uuid
  join signalements_visibles($1::uuid) s on s.id = a.signalement_id
 where a.uuid = $2::uuid and a.retiree_le is null

-- name: affectation_list
-- $1 caller, $2 dossier, $3 actions by "STATUT/mienne", as the C table gives
select json_build_object('elements', coalesce(json_agg(affectation_json(a,
	$3::json -> (a.statut || '/' || (a.partenaire_id = any (u.partenaires) and not a.synchronisee)))
	order by a.cree_le, a.id), '[]')) as corps, null as version, null as lieu
  from signalements_visibles($1::uuid) s
  join utilisateur u on u.uuid = $1::uuid
  join affectation a on a.signalement_id = s.id and a.retiree_le is null
 where s.uuid = $2::uuid

-- name: affectation_candidat
-- May this partner take this dossier? $1 caller, $2 dossier, $3 partner
select p.territoire_id = s.territoire_id and not p.archive as affectable,
	exists (select from affectation a where a.signalement_id = s.id and a.partenaire_id = p.id
		and a.retiree_le is null) as deja, p.id = any (u.partenaires) as mienne
  from signalements_visibles($1::uuid) s, partenaire p, utilisateur u
 where s.uuid = $2::uuid and p.uuid = $3::uuid and u.uuid = $1::uuid

-- name: affectation_create
-- $1 caller, $2 dossier, $3 partner, $4 actions afterwards
with s as (
	-- Waits for a closing under way and sees its outcome; and whoever closes
	-- afterwards sees, by modifie_le, that an affectation has come.
	update signalement set modifie_le = clock_timestamp()
	 where id = (select id from signalements_visibles($1::uuid) where uuid = $2::uuid)
	   and statut in ('EN_COURS', 'INJONCTION_BAILLEUR')
	returning id, territoire_id
), a as (
	insert into affectation (signalement_id, partenaire_id, cree_par, modifie_par, modifie_qualite)
	select s.id, p.id, u.id, u.id, 'agent'
	  from s, partenaire p, utilisateur u
	 where p.uuid = $3::uuid and p.territoire_id = s.territoire_id and not p.archive and u.uuid = $1::uuid
	returning *
), evenements as (
	insert into evenement (sujet, objet_id, donnees)
	select 'affectation.creee', a.id, jsonb_build_object('signalement', a.signalement_id, 'affectation', a.id,
		'par', a.cree_par) from a
)
select r.* from a, lateral repondre(affectation_json(a, $4::json), a.version, '/api/v1/affectations/' || a.uuid) r

-- name: affectation_agents
-- How many of these agents do not belong to the affectation's partner? One
-- named twice counts once. $1 affectation, $2 agents (array)
select (select count(distinct x) from unnest($2::uuid[]) x) - count(*) as inconnus
  from affectation a
  join utilisateur_partenaire up on up.partenaire_id = a.partenaire_id
  join utilisateur u on u.id = up.utilisateur_id and u.statut = 'ACTIF'
 where a.uuid = $1::uuid and u.uuid = any ($2::uuid[])

-- name: affectation_transition
-- $1 caller, $2 affectation, $3 version, $4 statut it leads to, $5 motif,
-- $6 travaux, $7 message, $8 visible to the citizen, $9 agents to subscribe
-- (null: the caller), $10 category of the suivi (null: none), $11 its text,
-- $12 subject of the event, $13 actions afterwards
-- porte: systeme
with qui as (
	select id, role from utilisateur where uuid = $1::uuid
), lue as (
	-- premiere: the very first acceptance, which tells the citizen, once.
	select a.signalement_id, $4 = 'EN_COURS' and s.statut = 'EN_COURS' and s.source <> 'IMPORT'
		and not exists (select from affectation b where b.signalement_id = a.signalement_id and b.id <> a.id
		and b.retiree_le is null and b.statut = 'EN_COURS')
		and not exists (select from suivi v where v.signalement_id = a.signalement_id
		and v.categorie = 'AFFECTATION_IS_ACCEPTED') as premiere
	  from affectation a join signalement s on s.id = a.signalement_id
	 where a.uuid = $2::uuid and a.version = $3::int and a.retiree_le is null
), s as (
	-- The dossier first, as its closing does: it must still be open, and
	-- whoever closes it afterwards sees by modifie_le that this has happened.
	update signalement s set modifie_le = clock_timestamp(),
		dernier_suivi_le = case when $10::text is not null or lue.premiere then now() else s.dernier_suivi_le end
	  from lue where s.id = lue.signalement_id and s.statut in ('EN_COURS', 'INJONCTION_BAILLEUR')
	returning s.id, s.logement_vacant, lue.premiere
), a as (
	update affectation set statut = $4, version = version + 1, motif = $5, travaux = $6, message = $7,
		repondu_le = case when $4 = 'NOUVEAU' then null else now() end,
		repondu_par = case when $4 = 'NOUVEAU' then null else qui.id end,
		modifie_le = now(), modifie_par = qui.id, modifie_qualite = 'agent'
	  from qui, s
	 where affectation.uuid = $2::uuid and affectation.version = $3::int and affectation.retiree_le is null
	   and affectation.signalement_id = s.id
	returning affectation.*
), accueil as (
	insert into suivi (signalement_id, categorie, message, visible_usager, auteur)
	select s.id, 'AFFECTATION_IS_ACCEPTED',
		'Un partenaire a pris votre dossier en charge. Il vous écrira ici.', true, 'systeme'
	  from s join a on a.signalement_id = s.id where s.premiere
	on conflict (signalement_id) where categorie = 'AFFECTATION_IS_ACCEPTED' do nothing
	returning id, signalement_id
), v as (
	insert into suivi (signalement_id, categorie, message, visible_usager, auteur, cree_par, partenaire_id,
		modifie_par, modifie_qualite)
	select a.signalement_id, $10, $11, $8::boolean and not s.logement_vacant, 'agent', qui.id, a.partenaire_id,
		qui.id, 'agent'
	  from a join s on s.id = a.signalement_id, qui where $10::text is not null
	returning id, signalement_id, visible_usager
), abonnes as (
	insert into abonnement (utilisateur_id, signalement_id, cree_par)
	select u.id, a.signalement_id, qui.id from a, qui, utilisateur u
	 where a.statut = 'EN_COURS' and u.uuid = any (coalesce($9::uuid[], array[$1::uuid]))
	on conflict do nothing
), desabonnes as (
	delete from abonnement b using a
	 where a.statut <> 'EN_COURS' and b.signalement_id = a.signalement_id and b.utilisateur_id in (
		select up.utilisateur_id from utilisateur_partenaire up
		join utilisateur u on u.id = up.utilisateur_id and u.role <> 'RESPONSABLE_TERRITOIRE'
		where up.partenaire_id = a.partenaire_id)
), evenements as (
	insert into evenement (sujet, objet_id, donnees)
	select $12, a.id, jsonb_build_object('signalement', a.signalement_id, 'affectation', a.id, 'par', qui.id)
	  from a, qui
	union all
	select 'suivi.cree', x.id, jsonb_build_object('signalement', x.signalement_id, 'suivi', x.id)
	  from (select id, signalement_id from accueil
		union all select id, signalement_id from v where visible_usager) x
)
select r.* from a, lateral repondre(affectation_json(a, $13::json), a.version, null) r

-- name: affectation_delete
-- It ends, it is not deleted. $1 caller, $2 affectation, $3 version
with qui as (
	select id from utilisateur where uuid = $1::uuid
), a as (
	update affectation set retiree_le = now(), version = version + 1,
		modifie_le = now(), modifie_par = qui.id, modifie_qualite = 'agent'
	  from qui
	 where affectation.uuid = $2::uuid and affectation.version = $3::int and affectation.retiree_le is null
	returning affectation.*
), desabonnes as (
	delete from abonnement b using a
	 where b.signalement_id = a.signalement_id and b.utilisateur_id in (
		select up.utilisateur_id from utilisateur_partenaire up
		join utilisateur u on u.id = up.utilisateur_id and u.role <> 'RESPONSABLE_TERRITOIRE'
		where up.partenaire_id = a.partenaire_id)
)
select a.uuid::text as corps, a.version::text as version, null as lieu from a
