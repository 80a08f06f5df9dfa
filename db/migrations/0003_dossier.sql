-- Why: the dossier itself. Blocks that are read whole are jsonb in the shape
-- of the contract; what lists filter on is a column.

-- The published catalogue (db/data/desordres.json); ids are its order.
create table critere (
	id smallint primary key,
	slug text not null unique,
	zone text not null check (zone in ('BATIMENT', 'LOGEMENT')),
	categorie text not null,
	categorie_agent text not null,
	libelle text not null,
	texte_libre text check (texte_libre in ('critere', 'precisions'))
);

create table precision_desordre (
	id smallint primary key,
	critere_id smallint not null references critere,
	slug text not null unique,
	libelle text not null,
	coefficient double precision not null,
	danger boolean not null,
	suroccupation boolean not null,
	insalubrite_obligatoire boolean not null,
	exclusive boolean not null,
	qualifications text[] not null
);

create table catalogue (
	grille int primary key,
	contenu jsonb not null		-- GET /desordres, as it is
);

create table formulaire (
	profil text primary key,
	contenu jsonb not null		-- GET /formulaires/{profil}, as it is
);

create table reference_compteur (
	territoire_id smallint not null references territoire,
	annee int not null,
	dernier int not null,
	primary key (territoire_id, annee)
);

create table signalement (
	id bigint generated always as identity primary key,
	uuid uuid not null unique default gen_random_uuid(),
	version int not null default 1,
	territoire_id smallint not null references territoire,
	reference_annee int not null,
	reference_numero int not null,
	reference text generated always as
	    (reference_annee::text || '-' || reference_numero::text) stored,
	reference_externe text,
	brouillon uuid unique,		-- of the citizen's form it came from
	code_suivi uuid not null unique default gen_random_uuid(),
	statut text not null default 'NOUVEAU' check (statut in ('BROUILLON',
	    'NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE', 'ARCHIVE',
	    'BROUILLON_ARCHIVE', 'INJONCTION_BAILLEUR', 'INJONCTION_FERMEE')),
	source text not null check (source in ('FORMULAIRE_USAGER',
	    'FORMULAIRE_AGENT', 'API', 'IMPORT')),
	profil_declarant text not null check (profil_declarant in ('LOCATAIRE',
	    'BAILLEUR_OCCUPANT', 'TIERS_PARTICULIER', 'TIERS_PRO', 'BAILLEUR',
	    'SERVICE_SECOURS')),
	profil_occupant text check (profil_occupant in ('LOCATAIRE',
	    'BAILLEUR_OCCUPANT')),
	logement_social boolean,
	logement_vacant boolean not null default false,
	adresse jsonb not null,
	occupant jsonb not null default '{}',
	declarant jsonb not null default '{}',
	bailleur jsonb not null default '{}',
	agence jsonb not null default '{}',
	syndic jsonb not null default '{}',
	logement jsonb not null default '{}',
	foyer jsonb not null default '{}',
	procedure jsonb not null default '{}',
	description text,
	-- Désordres: precision_desordre.id in the order they were given, and
	-- free texts by précision slug.
	precisions smallint[] not null default '{}',
	precisions_libres jsonb not null default '{}',
	-- The last evaluation, copied from its row for lists.
	grille int not null default 1,
	score double precision not null default 0,
	score_batiment double precision not null default 0,
	score_logement double precision not null default 0,
	qualifications jsonb not null default '[]',
	procedures text[] not null default '{}',	-- suspected, for filters
	code_postal text generated always as (adresse ->> 'code_postal') stored,
	commune text generated always as (adresse ->> 'commune') stored,
	code_insee text generated always as (adresse ->> 'code_insee') stored,
	position geometry(point, 4326),
	recherche text generated always as (sans_accent(
	    coalesce(occupant ->> 'nom', '') || ' ' ||
	    coalesce(occupant ->> 'prenom', '') || ' ' ||
	    coalesce(declarant ->> 'nom', '') || ' ' ||
	    coalesce(adresse ->> 'numero_voie', '') || ' ' ||
	    coalesce(adresse ->> 'code_postal', '') || ' ' ||
	    coalesce(adresse ->> 'commune', ''))) stored,
	motif_refus text,
	motif_cloture text,
	travaux_cloture text,
	valide_le timestamptz,
	ferme_le timestamptz,
	dernier_suivi_le timestamptz,
	cree_le timestamptz not null default now(),
	cree_par bigint references utilisateur,
	cree_par_partenaire bigint references partenaire,
	modifie_le timestamptz not null default now(),
	modifie_par bigint references utilisateur,
	modifie_qualite text not null default 'systeme' check (modifie_qualite
	    in ('agent', 'occupant', 'declarant', 'systeme')),
	unique (territoire_id, reference_annee, reference_numero)
);
-- The list: newest first within a territory, with or without a statut.
create index signalement_liste on signalement
	(territoire_id, statut, cree_le desc, id desc);
create index signalement_liste_tous on signalement
	(territoire_id, cree_le desc, id desc);
create index signalement_national on signalement (cree_le desc, id desc);
create index signalement_national_statut on signalement
	(statut, cree_le desc, id desc);
create unique index signalement_reference_externe on signalement
	(cree_par_partenaire, reference_externe)
	where reference_externe is not null;
create index signalement_recherche on signalement
	using gin (recherche gin_trgm_ops);
create index signalement_reference on signalement (reference);
create index signalement_position on signalement using gist (position);

-- Every evaluation ever made, so that a score can be explained point by
-- point, with the grid that made it, years later.
create table evaluation (
	id bigint generated always as identity primary key,
	signalement_id bigint not null references signalement on delete cascade,
	grille int not null,
	score double precision not null,
	score_batiment double precision not null,
	score_logement double precision not null,
	contributions jsonb not null,
	qualifications jsonb not null,
	fait_le timestamptz not null default now()
);
create index evaluation_signalement on evaluation (signalement_id, id desc);

create table brouillon (
	id bigint generated always as identity primary key,
	uuid uuid not null unique default gen_random_uuid(),
	version int not null default 1,
	profil text not null,
	etape text not null,
	reponses jsonb not null,
	signalement_id bigint references signalement,
	cree_le timestamptz not null default now(),
	modifie_le timestamptz not null default now()
);
create index brouillon_age on brouillon (cree_le)
	where signalement_id is null;

-- An affectation ends, it is not deleted: retiree_le.
create table affectation (
	id bigint generated always as identity primary key,
	uuid uuid not null unique default gen_random_uuid(),
	version int not null default 1,
	signalement_id bigint not null references signalement on delete cascade,
	partenaire_id bigint not null references partenaire,
	statut text not null default 'NOUVEAU' check (statut in ('NOUVEAU',
	    'EN_COURS', 'REFUSE', 'FERME')),
	motif text,
	travaux text check (travaux in ('OUI', 'NON', 'EN_COURS')),
	message text,
	synchronisee boolean not null default false,
	repondu_le timestamptz,
	repondu_par bigint references utilisateur,
	retiree_le timestamptz,
	cree_le timestamptz not null default now(),
	cree_par bigint references utilisateur,
	modifie_le timestamptz not null default now(),
	modifie_par bigint references utilisateur,
	modifie_qualite text not null default 'systeme' check (modifie_qualite
	    in ('agent', 'occupant', 'declarant', 'systeme'))
);
create unique index affectation_unique on affectation
	(signalement_id, partenaire_id) where retiree_le is null;
create index affectation_partenaire on affectation
	(partenaire_id, statut, signalement_id) where retiree_le is null;

create table abonnement (
	utilisateur_id bigint not null references utilisateur,
	signalement_id bigint not null references signalement on delete cascade,
	cree_par bigint references utilisateur,
	cree_le timestamptz not null default now(),
	primary key (signalement_id, utilisateur_id)
);
create index abonnement_utilisateur on abonnement (utilisateur_id);

create table suivi (
	id bigint generated always as identity primary key,
	uuid uuid not null unique default gen_random_uuid(),
	version int not null default 1,
	signalement_id bigint not null references signalement on delete cascade,
	categorie text not null,
	message text not null,
	visible_usager boolean not null,
	auteur text not null check (auteur in ('agent', 'occupant', 'declarant',
	    'systeme')),
	cree_par bigint references utilisateur,
	partenaire_id bigint references partenaire,
	cree_le timestamptz not null default now(),
	modifie_le timestamptz,
	supprime_le timestamptz,
	modifie_par bigint references utilisateur,
	modifie_qualite text not null default 'systeme' check (modifie_qualite
	    in ('agent', 'occupant', 'declarant', 'systeme'))
);
create index suivi_liste on suivi (signalement_id, cree_le desc, id desc)
	where supprime_le is null;

-- The outbox: side effects are rows, relais carries them out.
create table evenement (
	id bigint generated always as identity primary key,
	uuid uuid not null unique default gen_random_uuid(),
	sujet text not null,
	objet_id bigint,
	donnees jsonb not null default '{}',
	etat text not null default 'A_FAIRE'
	    check (etat in ('A_FAIRE', 'FAIT', 'REBUT')),
	essais int not null default 0,
	prochain_essai_le timestamptz not null default now(),
	erreur text,
	cree_le timestamptz not null default now(),
	traite_le timestamptz
);
create index evenement_a_faire on evenement (prochain_essai_le, id)
	where etat = 'A_FAIRE';
create index evenement_rebut on evenement (id desc) where etat = 'REBUT';

create table historique (
	id bigint generated always as identity primary key,
	uuid uuid not null default gen_random_uuid(),
	signalement_id bigint not null references signalement on delete cascade,
	objet text not null check (objet in ('signalement', 'affectation',
	    'suivi')),
	objet_id bigint not null,
	operation text not null check (operation in ('creation',
	    'modification', 'suppression')),
	changements jsonb not null default '[]',
	par bigint references utilisateur,
	qualite text not null,
	fait_le timestamptz not null default now()
);
create index historique_signalement on historique
	(signalement_id, id desc);
