-- Why: what every other table stands on: extensions, text search without
-- accents, the territories, the people and their partners.

create extension if not exists postgis;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- unaccent() is only stable; this form is immutable, so it may be indexed.
create function sans_accent(text) returns text
language sql immutable parallel safe strict as
$$ select lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$;

-- A day or an instant in the one format of the contract (RFC 3339, UTC).
create function rfc3339(timestamptz) returns text
language sql stable parallel safe strict as
$$ select to_char($1 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') $$;

create table territoire (
	id smallint generated always as identity primary key,
	code text not null unique check (code ~ '^[0-9][0-9AB][0-9A-Z]?$'),
	nom text not null,
	actif boolean not null default false,
	fuseau text not null default 'Europe/Paris'
);
comment on table territoire is
	'Département, ou Métropole de Lyon (69A) (workflow.md 1.3).';

create table epci (
	id int generated always as identity primary key,
	siren text not null unique,
	nom text not null,
	type text
);

create table commune (
	id int generated always as identity primary key,
	code_insee text not null,
	code_postal text not null,
	nom text not null,
	territoire_id smallint not null references territoire,
	epci_id int references epci,
	population int not null default 0,
	unique (code_postal, code_insee)
);
create index commune_nom on commune (sans_accent(nom) text_pattern_ops);
create index commune_insee on commune (code_insee);

create table partenaire_type (
	code text primary key,
	libelle text not null
);

create table competence (
	code text primary key,
	libelle text not null,
	procedure_suspectee boolean not null,
	attribuable boolean not null
);

create table motif (
	usage text not null check (usage in ('refus_signalement',
	    'refus_affectation', 'cloture', 'cloture_usager')),
	code text not null,
	libelle text not null,
	travaux_requis boolean not null default false,
	ordre smallint not null,
	primary key (usage, code)
);

create table partenaire (
	id bigint generated always as identity primary key,
	uuid uuid not null unique default gen_random_uuid(),
	version int not null default 1,
	nom text not null,
	type text not null references partenaire_type,
	territoire_id smallint references territoire,
	email text,
	email_notifiable boolean not null default true,
	competences text[] not null default '{}',
	archive boolean not null default false,
	cree_le timestamptz not null default now()
);
create index partenaire_territoire on partenaire (territoire_id, nom)
	where not archive;

create table utilisateur (
	id bigint generated always as identity primary key,
	uuid uuid not null unique default gen_random_uuid(),
	version int not null default 1,
	email text not null check (email = lower(email)),
	mot_de_passe text,			-- argon2id, null: not activated
	nom text not null,
	prenom text not null,
	fonction text,
	telephone text,
	role text not null check (role in ('SUPER_ADMIN',
	    'RESPONSABLE_TERRITOIRE', 'ADMIN_PARTENAIRE', 'AGENT')),
	statut text not null default 'ACTIF'
	    check (statut in ('INACTIF', 'ACTIF', 'ARCHIVE')),
	droit_affectation boolean not null default false,
	notifier_par_mail boolean not null default true,
	-- What the person reaches, kept by the trigger below so that
	-- signalements_visibles() reads one row.
	territoires smallint[] not null default '{}',
	partenaires bigint[] not null default '{}',
	derniere_connexion_le timestamptz,
	cree_le timestamptz not null default now()
);
create unique index utilisateur_email on utilisateur (email)
	where statut <> 'ARCHIVE';

create table utilisateur_partenaire (
	utilisateur_id bigint not null references utilisateur,
	partenaire_id bigint not null references partenaire,
	cree_le timestamptz not null default now(),
	primary key (utilisateur_id, partenaire_id)
);
create index utilisateur_partenaire_inverse
	on utilisateur_partenaire (partenaire_id);

create function utilisateur_portee() returns trigger
language plpgsql as $$
declare
	qui bigint := coalesce(new.utilisateur_id, old.utilisateur_id);
begin
	update utilisateur u set
		partenaires = coalesce((select array_agg(up.partenaire_id
		    order by up.partenaire_id) from utilisateur_partenaire up
		    where up.utilisateur_id = qui), '{}'),
		territoires = coalesce((select array_agg(distinct p.territoire_id)
		    from utilisateur_partenaire up
		    join partenaire p on p.id = up.partenaire_id
		    where up.utilisateur_id = qui
		      and p.territoire_id is not null), '{}')
	where u.id = qui;
	return null;
end $$;
create trigger utilisateur_portee
	after insert or update or delete on utilisateur_partenaire
	for each row execute function utilisateur_portee();
