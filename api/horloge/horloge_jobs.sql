-- The clock: which task is due, and what each does. Every task is bounded,
-- so that no transaction grows long; a full one runs again soon, after an event.

-- name: horloge_inscrire
-- $1 task
insert into tache (nom) values ($1) on conflict do nothing

-- name: horloge_prendre
-- Is it due, and no other relais at it? $1 task, $2 period in seconds
select true as due from tache
 where nom = $1 and (faite_le is null or faite_le <= now() - make_interval(secs => $2::int))
   for update skip locked

-- name: horloge_faite
-- $1 task, $2 rows, $3 to be done again at once
update tache set faite_le = case when $3::boolean then faite_le else now() end, lignes = lignes + $2::bigint
 where nom = $1

-- name: horloge_idempotence
-- Stored answers are kept 24 hours. $1 at most
delete from idempotence where (appelant, cle) in (
	select appelant, cle from idempotence where cree_le < now() - interval '24 hours' limit $1::bigint)

-- name: horloge_essais
-- Windows of tries are over after a day, whatever VIGIE_LOGIN_WINDOW is.
-- $1 at most
delete from essai where (cle, fenetre) in (
	select cle, fenetre from essai where fenetre < now() - interval '2 days' limit $1::bigint)

-- name: horloge_jetons
-- A spent token is kept until it expires: its reuse must be noticed.
-- $1 at most
delete from jeton_renouvellement where empreinte in (
	select empreinte from jeton_renouvellement where expire_le < now() limit $1::bigint)

-- name: horloge_sessions
-- Sessions that no token can renew any more; kept a month to be looked into.
-- $1 at most
delete from session where id in (
	select s.id from session s
	 where s.cree_le < now() - interval '30 days'
	   and coalesce(s.revoquee_le, s.cree_le) < now() - interval '30 days'
	   and not exists (select from jeton_renouvellement j where j.session_id = s.id and j.expire_le > now())
	 limit $1::bigint)

-- name: horloge_brouillons
-- Drafts hold people's data and are reachable for 30 days; once submitted,
-- the dossier has what matters. $1 at most
delete from brouillon where id in (
	select id from brouillon where cree_le < now() - interval '30 days'
	   and (signalement_id is null or modifie_le < now() - interval '30 days') limit $1::bigint)

-- name: horloge_evenements
-- $1 at most
delete from evenement where id in (
	select id from evenement where etat = 'FAIT' and traite_le < now() - interval '90 days' limit $1::bigint)
