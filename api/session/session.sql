-- Sessions: a family of refresh tokens (each used once) and short access
-- tokens that the database never sees again.

-- name: session_account
-- $1 e-mail
select uuid as id, email, mot_de_passe, role, statut
  from utilisateur where email = lower($1) and statut <> 'ARCHIVE'

-- name: session_create
-- $1 account, $2 session, $3 hash of the refresh token in hex, $4 its days,
-- $5 access token, $6 its seconds, $7 actions
with compte as (
	update utilisateur set derniere_connexion_le = now()
	 where uuid = $1::uuid and statut = 'ACTIF'
	returning *
), famille as (
	insert into session (uuid, utilisateur_id)
	select $2::uuid, id from compte
	returning id
), jeton as (
	insert into jeton_renouvellement (empreinte, session_id, expire_le)
	select decode($3, 'hex'), id, now() + make_interval(days => $4::int)
	  from famille
)
select json_build_object('jeton', $5::text,
	    'expire_le', rfc3339(now() + make_interval(secs => $6::int)),
	    'utilisateur', utilisateur_json(c.*::utilisateur, $7::text[]))::text
	    as corps, null as version, null as lieu
  from compte c

-- name: session_token
-- $1 hash of a refresh token in hex
select u.uuid as id, u.email, u.role, u.statut, s.uuid as session,
       j.consomme_le is not null as consomme,
       s.revoquee_le is null and j.expire_le > now() as valable
  from jeton_renouvellement j
  join session s on s.id = j.session_id
  join utilisateur u on u.id = s.utilisateur_id
 where j.empreinte = decode($1, 'hex')

-- name: session_renew
-- $1 hash of the token spent, $2 of its successor, $3 days, $4 access token,
-- $5 its seconds, $6 actions. No row: another call has just spent it.
with depense as (
	update jeton_renouvellement set consomme_le = now()
	 where empreinte = decode($1, 'hex') and consomme_le is null
	returning session_id
), successeur as (
	insert into jeton_renouvellement (empreinte, session_id, expire_le)
	select decode($2, 'hex'), session_id,
	       now() + make_interval(days => $3::int)
	  from depense
	returning session_id
)
select json_build_object('jeton', $4::text,
	    'expire_le', rfc3339(now() + make_interval(secs => $5::int)),
	    'utilisateur', utilisateur_json(u.*::utilisateur, $6::text[]))::text
	    as corps, null as version, null as lieu
  from successeur n
  join session s on s.id = n.session_id
  join utilisateur u on u.id = s.utilisateur_id

-- name: session_revoke
-- $1 session, $2 why
update session set revoquee_le = now(), motif_revocation = $2
 where uuid = $1::uuid and revoquee_le is null

-- name: session_moi
-- $1 account, $2 actions
select utilisateur_json(u, $2::text[])::text as corps,
       u.version::text as version, null as lieu
  from utilisateur u where u.uuid = $1::uuid and u.statut = 'ACTIF'

-- name: session_moi_update
-- $1 account, $2 version, $3 body, $4 actions
with u as (
	update utilisateur set version = version + 1,
	       nom = coalesce($3::jsonb ->> 'nom', nom),
	       prenom = coalesce($3::jsonb ->> 'prenom', prenom),
	       fonction = case when $3::jsonb ? 'fonction'
	       then nullif($3::jsonb ->> 'fonction', '') else fonction end,
	       telephone = case when $3::jsonb ? 'telephone'
	       then nullif($3::jsonb ->> 'telephone', '') else telephone end,
	       notifier_par_mail = coalesce(
	       ($3::jsonb ->> 'notifier_par_mail')::boolean, notifier_par_mail)
	 where uuid = $1::uuid and version = $2::int and statut = 'ACTIF'
	returning *
)
select utilisateur_json(u.*::utilisateur, $4::text[])::text as corps,
       u.version::text as version, null as lieu
  from u
