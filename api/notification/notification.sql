-- Who is told what of a dossier. Two steps: an event of the dossier becomes
-- one event "courriel" per person, in the transaction that ends it; each of
-- these is then sent, tried again or given up on its own. They hold no
-- address: it is read when the mail leaves, for who may still receive it.

-- name: notification_repartir
-- One address is written to once; the author is left out. Circles:
--   usagers       the occupant and the person who filed, if they may know
--   abonnes       agents who follow the dossier
--   anciens       those whom its closing has just unsubscribed
--   responsables  managers who follow it, all those of the territory if none
--   veilleurs     managers of the territory when nobody follows it
--   equipe        agents of the affectation's partner, "boite" its address
--   equipes       agents of all partners asked for an answer
--   boites        addresses of all partners at work
-- $1 event, $2 modele, $3 circles (array)
-- porte: systeme
with e as (
	select e.id, e.sujet, e.donnees, s.id as dossier, s.territoire_id, s.occupant, s.declarant,
		a.id as affectation, a.partenaire_id, v.id as suivi, v.auteur,
		coalesce(v.cree_par, (e.donnees ->> 'par')::bigint,
			case when e.sujet = 'signalement.depose' then s.cree_par end) as par,
		not s.logement_vacant and coalesce((e.donnees ->> 'visible_usager')::boolean, v.visible_usager, true)
			and (v.id is null or s.statut not in ('FERME', 'REFUSE')) as aux_usagers,
		e.sujet <> 'suivi.cree' or (v.categorie = 'MESSAGE_PARTNER' and s.statut <> 'FERME') as aux_agents
	  from evenement e
	  join signalement s on s.id = (e.donnees ->> 'signalement')::bigint
	  left join affectation a on a.id = (e.donnees ->> 'affectation')::bigint
	  left join suivi v on v.id = (e.donnees ->> 'suivi')::bigint
	 where e.id = $1::bigint and s.statut not in ('BROUILLON', 'BROUILLON_ARCHIVE', 'ARCHIVE')
	   and (e.sujet <> 'signalement.depose' or s.source <> 'IMPORT')
	   and (a.id is not null and a.retiree_le is null or not e.donnees ? 'affectation')
	   and (v.id is not null and v.supprime_le is null or not e.donnees ? 'suivi')
), abonnes as (
	select u.id, u.role from e join abonnement b on b.signalement_id = e.dossier
	  join utilisateur u on u.id = b.utilisateur_id and u.statut = 'ACTIF'
), territoire_responsables as (
	select distinct u.id from e
	  join partenaire p on p.territoire_id = e.territoire_id and not p.archive
	  join utilisateur_partenaire up on up.partenaire_id = p.id
	  join utilisateur u on u.id = up.utilisateur_id and u.statut = 'ACTIF' and u.role = 'RESPONSABLE_TERRITOIRE'
), gestionnaires as (
	-- A territory without a manager is watched by the administrators.
	select id from territoire_responsables
	union all
	select u.id from utilisateur u where u.role = 'SUPER_ADMIN' and u.statut = 'ACTIF'
	   and not exists (select from territoire_responsables)
), equipes as (
	select a.partenaire_id, a.statut, up.utilisateur_id as id from e
	  join affectation a on a.signalement_id = e.dossier and a.retiree_le is null
	  join utilisateur_partenaire up on up.partenaire_id = a.partenaire_id
	  join utilisateur u on u.id = up.utilisateur_id and u.role in ('ADMIN_PARTENAIRE', 'AGENT')
), personnes as (
	select id, 'abonnes' as cercle from abonnes
	union all
	select x::bigint, 'anciens' from e, jsonb_array_elements_text(e.donnees -> 'desabonnes') x
	union all
	select g.id, 'responsables' from gestionnaires g
	 where g.id in (select id from abonnes) or not exists (select from abonnes a join gestionnaires using (id))
	union all
	select id, 'veilleurs' from gestionnaires where not exists (select from abonnes)
	union all
	select q.id, 'equipe' from equipes q, e where q.partenaire_id = e.partenaire_id
	union all
	select id, 'equipes' from equipes where statut = 'NOUVEAU'
), boites as (
	select p.id, p.email, x.cercle
	  from (select e.partenaire_id as id, 'boite' as cercle from e
		union all
		select a.partenaire_id, 'boites' from e join affectation a on a.signalement_id = e.dossier
		 where a.retiree_le is null and (a.statut in ('NOUVEAU', 'EN_COURS') or e.sujet = 'signalement.clos')
		   and not exists (select from utilisateur_partenaire up
			where up.partenaire_id = a.partenaire_id and up.utilisateur_id = e.par)) x
	  join partenaire p on p.id = x.id and p.email_notifiable and not p.archive
), cibles as (
	select 1 as rang, 'occupant' as genre, null::bigint as id, occupant ->> 'email' as adresse, 'usagers' as cercle
	  from e where aux_usagers and auteur is distinct from 'occupant'
	union all
	select 2, 'declarant', null, declarant ->> 'email', 'usagers'
	  from e where aux_usagers and auteur is distinct from 'declarant'
	   and not exists (select from abonnes b join utilisateur u on u.id = b.id
		where u.email = lower(e.declarant ->> 'email'))
	union all
	select 3, 'utilisateur', u.id, u.email, p.cercle
	  from e, personnes p join utilisateur u on u.id = p.id
	 where aux_agents and u.statut = 'ACTIF' and u.notifier_par_mail and u.id is distinct from e.par
	union all
	select 4, 'partenaire', b.id, b.email, b.cercle from e, boites b where aux_agents
)
insert into evenement (sujet, objet_id, donnees)
select 'courriel', e.dossier, jsonb_strip_nulls(jsonb_build_object('modele', $2::text, 'source', e.id,
	'signalement', e.dossier, 'affectation', e.affectation, 'suivi', e.suivi, 'a', c.genre, 'id', c.id))
  from e, (select distinct on (lower(adresse)) genre, id from cibles
	where cercle = any ($3::text[]) and adresse <> '' order by lower(adresse), rang) c

-- name: notification_courriel
-- What one mail needs; no row when its reader may no longer receive it.
-- $1 event, $2 base of links
-- porte: systeme
with e as (
	select donnees, donnees ->> 'a' as genre, (donnees ->> 'id')::bigint as qui,
		(donnees ->> 'signalement')::bigint as dossier, (donnees ->> 'affectation')::bigint as affectation,
		(donnees ->> 'suivi')::bigint as suivi, (donnees ->> 'source')::bigint as source
	  from evenement where id = $1::bigint
), d as (
	select e.*, s as dossier_entier, s.occupant, s.declarant, s.uuid, t.nom as territoire, t.fuseau
	  from e join signalement s on s.id = e.dossier
	  join territoire t on t.id = s.territoire_id
	 where s.statut not in ('BROUILLON', 'BROUILLON_ARCHIVE', 'ARCHIVE')
), lecteur as (
	select occupant ->> 'email' as adresse, concat_ws(' ', occupant ->> 'prenom', occupant ->> 'nom') as nom
	  from d where genre = 'occupant' and not (dossier_entier).logement_vacant
	union all
	select declarant ->> 'email', concat_ws(' ', declarant ->> 'prenom', declarant ->> 'nom')
	  from d where genre = 'declarant' and not (dossier_entier).logement_vacant
	union all
	select u.email, concat_ws(' ', u.prenom, u.nom) from d join utilisateur u on u.id = d.qui
	 where genre = 'utilisateur' and u.statut = 'ACTIF' and u.notifier_par_mail
	   and exists (select from signalements_visibles(u.uuid) s where s.id = d.dossier)
	union all
	select p.email, p.nom from d join partenaire p on p.id = d.qui
	 where genre = 'partenaire' and p.email_notifiable and not p.archive and exists (select from affectation a
		where a.signalement_id = d.dossier and a.partenaire_id = p.id and a.retiree_le is null)
)
select json_build_object('modele', d.donnees ->> 'modele', 'adresse', l.adresse, 'nom', l.nom,
	'champs', json_build_object(
		'reference', s.reference,
		'territoire', d.territoire,
		'lieu', concat_ws(' ', s.code_postal, s.commune),
		'adresse', concat_ws(', ', s.adresse ->> 'numero_voie', concat_ws(' ', s.code_postal, s.commune)),
		'depose_le', to_char(s.cree_le at time zone d.fuseau, 'DD/MM/YYYY'),
		'par_agent', case when s.cree_par is not null then 'oui' end,
		'criticite', replace(round(s.score::numeric, 1)::text, '.', ',') || ' sur 100',
		'code_suivi', case when x.usager then s.code_suivi end,
		'lien_suivi', case when x.usager then $2::text || '/suivi/' || s.code_suivi end,
		'lien_dossier', case when not x.usager then $2::text || '/signalements/' || s.uuid end,
		'lien_compte', case when d.genre = 'utilisateur' then $2::text || '/mon-compte' end,
		'partenaire', p.nom,
		'motif', case o.sujet
			when 'signalement.refuse' then (select m.libelle from motif m
				where m.usage = 'refus_signalement' and m.code = s.motif_refus)
			when 'signalement.clos' then (select m.libelle from motif m
				where m.usage = 'cloture' and m.code = s.motif_cloture)
			when 'affectation.refusee' then (select m.libelle from motif m
				where m.usage = 'refus_affectation' and m.code = a.motif)
			when 'affectation.close' then (select m.libelle from motif m
				where m.usage = 'cloture' and m.code = a.motif) end,
		'message', case when (o.donnees ->> 'visible_usager')::boolean then o.donnees ->> 'message' end,
		'auteur', case when v.id is null then null
			when x.usager then message_usager_json(v, d.genre) ->> 'auteur'
			when v.auteur = 'occupant' then 'Occupant'
			when v.auteur = 'declarant' then 'Déclarant'
			else concat_ws(', ', utilisateur_nom(v.cree_par),
				(select nom from partenaire where id = v.partenaire_id)) end
	))::text as corps, null as version, null as lieu
  from d join lecteur l on l.adresse <> ''
  join signalement s on s.id = d.dossier
  cross join lateral (select d.genre in ('occupant', 'declarant') as usager) x
  left join evenement o on o.id = d.source
  left join affectation a on a.id = d.affectation
  left join partenaire p on p.id = a.partenaire_id
  left join suivi v on v.id = d.suivi
 where v.supprime_le is null
