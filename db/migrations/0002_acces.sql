-- Why: sessions with rotating refresh tokens, throttling of sign-in, and the
-- stored answers of idempotent writes.

create table session (
	id bigint generated always as identity primary key,
	uuid uuid not null unique default gen_random_uuid(),
	utilisateur_id bigint not null references utilisateur,
	cree_le timestamptz not null default now(),
	revoquee_le timestamptz,
	motif_revocation text check (motif_revocation in
	    ('deconnexion', 'reutilisation', 'compte', 'expiration'))
);
create index session_utilisateur on session (utilisateur_id)
	where revoquee_le is null;

-- Only a hash is kept: who reads the table cannot renew a session.
create table jeton_renouvellement (
	empreinte bytea primary key,
	session_id bigint not null references session on delete cascade,
	expire_le timestamptz not null,
	consomme_le timestamptz
);
create index jeton_session on jeton_renouvellement (session_id);

-- One row per key (account or address, hashed) and window.
create table essai (
	cle text not null,
	fenetre timestamptz not null,
	nombre int not null default 1,
	primary key (cle, fenetre)
);

create table idempotence (
	appelant text not null,
	cle text not null,
	empreinte text not null,	-- of operation and body
	statut int not null,
	corps text,
	version text,
	lieu text,
	cree_le timestamptz not null default now(),
	primary key (appelant, cle)
);
create index idempotence_age on idempotence (cree_le);

/*
 * A write with an Idempotency-Key runs in one transaction:
 *   select idempotence_ouvrir(...);  the effect, which ends in repondre()
 * ouvrir raises when the key is known (VI001 same request, VI002 another one)
 * or held by a call still running (VI003); repondre stores the answer in the
 * very transaction of the effect, so neither exists without the other.
 */
create function idempotence_ouvrir(qui text, la_cle text, l_empreinte text,
    le_statut int) returns void
language plpgsql as $$
declare
	connue text;
begin
	if not pg_try_advisory_xact_lock(hashtextextended(qui || la_cle, 7))
	then
		raise exception 'en cours' using errcode = 'VI003';
	end if;
	delete from idempotence where appelant = qui and cle = la_cle
	    and cree_le < now() - interval '24 hours';
	select empreinte into connue from idempotence
	    where appelant = qui and cle = la_cle;
	if connue = l_empreinte then
		raise exception 'deja repondu' using errcode = 'VI001';
	elsif connue is not null then
		raise exception 'autre requete' using errcode = 'VI002';
	end if;
	perform set_config('vigie.idempotence', json_build_array(qui, la_cle,
	    l_empreinte, le_statut)::text, true);
end $$;

create function repondre(le_corps json, la_version int default null,
    le_lieu text default null)
returns table (corps text, version text, lieu text)
language plpgsql as $$
declare
	qui json := nullif(current_setting('vigie.idempotence', true), '');
begin
	if qui is not null then
		insert into idempotence values (qui ->> 0, qui ->> 1, qui ->> 2,
		    (qui ->> 3)::int, le_corps::text, la_version::text, le_lieu);
	end if;
	return query select le_corps::text, la_version::text, le_lieu;
end $$;
