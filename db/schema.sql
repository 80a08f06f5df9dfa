-- Written by `make schema` after the last migration; never edited.

CREATE EXTENSION IF NOT EXISTS btree_gin WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE FUNCTION public.affectation_dossier() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
	new.dossier_cree_le := (select cree_le from signalement
	    where id = new.signalement_id);
	return new;
end $$;
CREATE TABLE public.affectation (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    signalement_id bigint NOT NULL,
    partenaire_id bigint NOT NULL,
    statut text DEFAULT 'NOUVEAU'::text NOT NULL,
    motif text,
    travaux text,
    message text,
    synchronisee boolean DEFAULT false NOT NULL,
    repondu_le timestamp with time zone,
    repondu_par bigint,
    retiree_le timestamp with time zone,
    cree_le timestamp with time zone DEFAULT now() NOT NULL,
    cree_par bigint,
    modifie_le timestamp with time zone DEFAULT now() NOT NULL,
    modifie_par bigint,
    modifie_qualite text DEFAULT 'systeme'::text NOT NULL,
    dossier_cree_le timestamp with time zone NOT NULL,
    CONSTRAINT affectation_modifie_qualite_check CHECK ((modifie_qualite = ANY (ARRAY['agent'::text, 'occupant'::text, 'declarant'::text, 'systeme'::text]))),
    CONSTRAINT affectation_statut_check CHECK ((statut = ANY (ARRAY['NOUVEAU'::text, 'EN_COURS'::text, 'REFUSE'::text, 'FERME'::text]))),
    CONSTRAINT affectation_travaux_check CHECK ((travaux = ANY (ARRAY['OUI'::text, 'NON'::text, 'EN_COURS'::text])))
);
CREATE FUNCTION public.affectation_json(a public.affectation, actions json) RETURNS json
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$begin
	return (
	select json_build_object('id', a.uuid, 'version', a.version,
	    'signalement', (select s.uuid from signalement s
	        where s.id = a.signalement_id),
	    'partenaire', partenaire_bref_json(a.partenaire_id),
	    'statut', a.statut, 'cree_le', rfc3339(a.cree_le),
	    'repondu_le', rfc3339(a.repondu_le),
	    'repondu_par', utilisateur_nom(a.repondu_par),
	    'motif', a.motif, 'travaux', a.travaux, 'message', a.message,
	    'actions', actions)
);
end$$;
CREATE TABLE public.brouillon (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    profil text NOT NULL,
    etape text NOT NULL,
    reponses jsonb NOT NULL,
    signalement_id bigint,
    cree_le timestamp with time zone DEFAULT now() NOT NULL,
    modifie_le timestamp with time zone DEFAULT now() NOT NULL
);
CREATE FUNCTION public.brouillon_json(b public.brouillon) RETURNS json
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
	select json_build_object('id', b.uuid, 'version', b.version,
	    'profil', b.profil, 'etape', b.etape, 'reponses', b.reponses,
	    'cree_le', rfc3339(b.cree_le),
	    'modifie_le', rfc3339(b.modifie_le))
$$;
CREATE FUNCTION public.brouillon_ouvert(b public.brouillon) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ select b.signalement_id is null
    and b.cree_le > now() - interval '30 days' $$;
CREATE FUNCTION public.contient(text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $_$ select '%' || regexp_replace(sans_accent($1), '([\\%_])', '\\\1', 'g') || '%' $_$;
CREATE FUNCTION public.sans_accent(text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $_$ select lower(public.unaccent('public.unaccent'::regdictionary, $1)) $_$;
CREATE TABLE public.signalement (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    territoire_id smallint NOT NULL,
    reference_annee integer NOT NULL,
    reference_numero integer NOT NULL,
    reference text GENERATED ALWAYS AS ((((reference_annee)::text || '-'::text) || (reference_numero)::text)) STORED,
    reference_externe text,
    brouillon uuid,
    code_suivi uuid DEFAULT gen_random_uuid() NOT NULL,
    statut text DEFAULT 'NOUVEAU'::text NOT NULL,
    source text NOT NULL,
    profil_declarant text NOT NULL,
    profil_occupant text,
    logement_social boolean,
    logement_vacant boolean DEFAULT false NOT NULL,
    adresse jsonb NOT NULL,
    occupant jsonb DEFAULT '{}'::jsonb NOT NULL,
    declarant jsonb DEFAULT '{}'::jsonb NOT NULL,
    bailleur jsonb DEFAULT '{}'::jsonb NOT NULL,
    agence jsonb DEFAULT '{}'::jsonb NOT NULL,
    syndic jsonb DEFAULT '{}'::jsonb NOT NULL,
    logement jsonb DEFAULT '{}'::jsonb NOT NULL,
    foyer jsonb DEFAULT '{}'::jsonb NOT NULL,
    procedure jsonb DEFAULT '{}'::jsonb NOT NULL,
    description text,
    precisions smallint[] DEFAULT '{}'::smallint[] NOT NULL,
    precisions_libres jsonb DEFAULT '{}'::jsonb NOT NULL,
    grille integer DEFAULT 1 NOT NULL,
    score double precision DEFAULT 0 NOT NULL,
    score_batiment double precision DEFAULT 0 NOT NULL,
    score_logement double precision DEFAULT 0 NOT NULL,
    qualifications jsonb DEFAULT '[]'::jsonb NOT NULL,
    procedures text[] DEFAULT '{}'::text[] NOT NULL,
    code_postal text GENERATED ALWAYS AS ((adresse ->> 'code_postal'::text)) STORED,
    commune text GENERATED ALWAYS AS ((adresse ->> 'commune'::text)) STORED,
    code_insee text GENERATED ALWAYS AS ((adresse ->> 'code_insee'::text)) STORED,
    "position" public.geometry(Point,4326),
    recherche text GENERATED ALWAYS AS (public.sans_accent(((((((((((COALESCE((occupant ->> 'nom'::text), ''::text) || ' '::text) || COALESCE((occupant ->> 'prenom'::text), ''::text)) || ' '::text) || COALESCE((declarant ->> 'nom'::text), ''::text)) || ' '::text) || COALESCE((adresse ->> 'numero_voie'::text), ''::text)) || ' '::text) || COALESCE((adresse ->> 'code_postal'::text), ''::text)) || ' '::text) || COALESCE((adresse ->> 'commune'::text), ''::text)))) STORED,
    motif_refus text,
    motif_cloture text,
    travaux_cloture text,
    valide_le timestamp with time zone,
    ferme_le timestamp with time zone,
    dernier_suivi_le timestamp with time zone,
    cree_le timestamp with time zone DEFAULT now() NOT NULL,
    cree_par bigint,
    cree_par_partenaire bigint,
    modifie_le timestamp with time zone DEFAULT now() NOT NULL,
    modifie_par bigint,
    modifie_qualite text DEFAULT 'systeme'::text NOT NULL,
    CONSTRAINT signalement_modifie_qualite_check CHECK ((modifie_qualite = ANY (ARRAY['agent'::text, 'occupant'::text, 'declarant'::text, 'systeme'::text]))),
    CONSTRAINT signalement_profil_declarant_check CHECK ((profil_declarant = ANY (ARRAY['LOCATAIRE'::text, 'BAILLEUR_OCCUPANT'::text, 'TIERS_PARTICULIER'::text, 'TIERS_PRO'::text, 'BAILLEUR'::text, 'SERVICE_SECOURS'::text]))),
    CONSTRAINT signalement_profil_occupant_check CHECK ((profil_occupant = ANY (ARRAY['LOCATAIRE'::text, 'BAILLEUR_OCCUPANT'::text]))),
    CONSTRAINT signalement_source_check CHECK ((source = ANY (ARRAY['FORMULAIRE_USAGER'::text, 'FORMULAIRE_AGENT'::text, 'API'::text, 'IMPORT'::text]))),
    CONSTRAINT signalement_statut_check CHECK ((statut = ANY (ARRAY['BROUILLON'::text, 'NOUVEAU'::text, 'EN_COURS'::text, 'FERME'::text, 'REFUSE'::text, 'ARCHIVE'::text, 'BROUILLON_ARCHIVE'::text, 'INJONCTION_BAILLEUR'::text, 'INJONCTION_FERMEE'::text])))
);
CREATE FUNCTION public.criticite_json(s public.signalement) RETURNS json
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ select json_build_object('grille', s.grille, 'score', s.score,
    'score_batiment', s.score_batiment, 'score_logement', s.score_logement) $$;
CREATE FUNCTION public.curseur(timestamp with time zone, bigint) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $_$ select lpad(to_hex((extract(epoch from $1) * 1000000)::bigint), 16, '0')
    || lpad(to_hex($2), 16, '0') $_$;
CREATE FUNCTION public.depot_usager_json(s public.signalement, base text) RETURNS json
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ select json_build_object('reference', s.reference,
    'code_suivi', s.code_suivi,
    'lien_suivi', base || '/suivi/' || s.code_suivi, 'statut', s.statut) $$;
CREATE FUNCTION public.desordres_json(s public.signalement) RETURNS json
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$begin
	return (
	with points as (
		select c ->> 'precision' as slug,
		    (c ->> 'points')::double precision as points
		from jsonb_array_elements((select e.contributions
		    from evaluation e where e.signalement_id = s.id
		    order by e.id desc limit 1)) c
	), choix as (
		select p.critere_id, min(x.rang) as rang, json_agg(
		    json_build_object('precision', p.slug,
		    'libelle', p.libelle, 'points', coalesce(q.points, 0),
		    'danger', p.danger,
		    'description', coalesce(s.precisions_libres ->> p.slug,
		        case when x.premiere
		        then s.precisions_libres ->> c.slug end))
		    order by x.rang) as precisions
		from (select u.id, u.rang, u.rang = min(u.rang) over (
		    partition by p.critere_id) as premiere
		    from unnest(s.precisions) with ordinality u (id, rang)
		    join precision_desordre p on p.id = u.id) x
		join precision_desordre p on p.id = x.id
		join critere c on c.id = p.critere_id
		left join points q on q.slug = p.slug
		group by p.critere_id
	)
	select coalesce(json_agg(json_build_object('critere', c.slug,
	    'libelle', c.libelle, 'zone', c.zone,
	    'precisions', choix.precisions) order by choix.rang), '[]')
	from choix join critere c on c.id = choix.critere_id
);
end$$;
CREATE TABLE public.historique (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    signalement_id bigint NOT NULL,
    objet text NOT NULL,
    objet_id bigint NOT NULL,
    operation text NOT NULL,
    changements jsonb DEFAULT '[]'::jsonb NOT NULL,
    par bigint,
    qualite text NOT NULL,
    fait_le timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT historique_objet_check CHECK ((objet = ANY (ARRAY['signalement'::text, 'affectation'::text, 'suivi'::text]))),
    CONSTRAINT historique_operation_check CHECK ((operation = ANY (ARRAY['creation'::text, 'modification'::text, 'suppression'::text])))
);
CREATE FUNCTION public.historique_json(h public.historique) RETURNS json
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
begin
	return (select json_build_object('id', h.uuid, 'objet', h.objet,
	    'operation', h.operation, 'changements', coalesce((select
	        jsonb_agg(case c ->> 'champ' when 'repondu_par'
	        then jsonb_build_object('champ', 'repondu_par',
	            'avant', utilisateur_nom((c ->> 'avant')::bigint),
	            'apres', utilisateur_nom((c ->> 'apres')::bigint))
	        else c end order by rang)
	        from jsonb_array_elements(h.changements)
	        with ordinality x (c, rang)), '[]'),
	    'auteur', case h.qualite when 'occupant' then 'Occupant'
	        when 'declarant' then 'Déclarant'
	        else coalesce(utilisateur_nom(h.par), 'Vigie Logement') end,
	    'fait_le', rfc3339(h.fait_le)));
end $$;
CREATE FUNCTION public.historiser() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
	apres jsonb := to_jsonb(new);
	avant jsonb;
	muets constant text[] := array['id', 'uuid', 'version', 'modifie_le',
	    'modifie_par', 'modifie_qualite', 'recherche', 'position',
	    'code_postal', 'commune', 'code_insee', 'reference',
	    'dernier_suivi_le', 'code_suivi', 'brouillon', 'signalement_id'];
	diff jsonb := '[]';
	le_dossier bigint;
begin
	le_dossier := case tg_table_name when 'signalement' then new.id
	    else (apres ->> 'signalement_id')::bigint end;
	if tg_op = 'UPDATE' then
		avant := to_jsonb(old);
		select coalesce(jsonb_agg(jsonb_build_object('champ', a.key,
		    'avant', avant -> a.key, 'apres', a.value)
		    order by a.key), '[]') into diff
		from jsonb_each(apres) a
		where a.value is distinct from avant -> a.key
		  and a.key <> all (muets);
		if diff = '[]' then
			return null;
		end if;
	end if;
	insert into historique (signalement_id, objet, objet_id, operation,
	    changements, par, qualite)
	values (le_dossier, tg_table_name, new.id,
	    case when tg_op = 'INSERT' then 'creation'
	    when avant ->> 'retiree_le' is null
	        and apres ->> 'retiree_le' is not null then 'suppression'
	    when avant ->> 'supprime_le' is null
	        and apres ->> 'supprime_le' is not null then 'suppression'
	    else 'modification' end,
	    diff, new.modifie_par, new.modifie_qualite);
	return null;
end $$;
CREATE FUNCTION public.idempotence_ouvrir(qui text, la_cle text, l_empreinte text, le_statut integer) RETURNS void
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.instant(micros bigint) RETURNS timestamp with time zone
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $_$ select timestamptz 'epoch' + $1 * interval '1 microsecond' $_$;
CREATE TABLE public.suivi (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    signalement_id bigint NOT NULL,
    categorie text NOT NULL,
    message text NOT NULL,
    visible_usager boolean NOT NULL,
    auteur text NOT NULL,
    cree_par bigint,
    partenaire_id bigint,
    cree_le timestamp with time zone DEFAULT now() NOT NULL,
    modifie_le timestamp with time zone,
    supprime_le timestamp with time zone,
    modifie_par bigint,
    modifie_qualite text DEFAULT 'systeme'::text NOT NULL,
    CONSTRAINT suivi_auteur_check CHECK ((auteur = ANY (ARRAY['agent'::text, 'occupant'::text, 'declarant'::text, 'systeme'::text]))),
    CONSTRAINT suivi_modifie_qualite_check CHECK ((modifie_qualite = ANY (ARRAY['agent'::text, 'occupant'::text, 'declarant'::text, 'systeme'::text])))
);
CREATE FUNCTION public.message_usager_json(v public.suivi, lecteur text) RETURNS json
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$begin
	return (
	select json_build_object('id', v.uuid, 'message', v.message,
	    'auteur', case v.auteur
	        when lecteur then 'Vous'
	        when 'occupant' then 'L''occupant du logement'
	        when 'declarant' then 'La personne qui a signalé'
	        when 'systeme' then 'Vigie Logement'
	        else coalesce((select p.nom from partenaire p
	            where p.id = v.partenaire_id), 'L''administration') end,
	    'de_moi', v.auteur = lecteur, 'cree_le', rfc3339(v.cree_le))
);
end$$;
CREATE FUNCTION public.mots(text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $_$ select btrim(regexp_replace(sans_accent($1), '[^a-z0-9]+', ' ', 'g')) $_$;
CREATE FUNCTION public.page_json(lignes json[], curseurs text[], limite integer, compte bigint, jusqua bigint) RETURNS TABLE(corps text, version text, lieu text)
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
	select json_build_object('elements',
	    array_to_json(coalesce(lignes[1:limite], '{}')), 'suivant', suite,
	    'total', total_json(compte, jusqua))::text, null, suite
	from (select case when cardinality(curseurs) > limite
	    then curseurs[limite] end as suite) x
$$;
CREATE FUNCTION public.page_json(lignes text[], dates timestamp with time zone[], ids bigint[], limite integer, compte bigint, jusqua bigint) RETURNS TABLE(corps text, version text, lieu text)
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
	select concat('{"elements":[', array_to_string(lignes[1:limite], ','),
	    '],"suivant":', coalesce('"' || suite || '"', 'null'),
	    ',"total":', total_json(compte, jusqua), '}'), null, suite
	from (select case when cardinality(ids) > limite
	    then curseur(dates[limite], ids[limite]) end as suite) x
$$;
CREATE FUNCTION public.partenaire_bref_json(bigint) RETURNS json
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $_$begin
	return ( select json_build_object('id', uuid, 'nom', nom, 'type', type)
     from partenaire where id = $1 );
end$_$;
CREATE FUNCTION public.repondre(le_corps json, la_version integer DEFAULT NULL::integer, le_lieu text DEFAULT NULL::text) RETURNS TABLE(corps text, version text, lieu text)
    LANGUAGE plpgsql
    AS $$
declare
	qui json := nullif(current_setting('vigie.idempotence', true), '');
begin
	if qui is not null then
		insert into idempotence values (qui ->> 0, qui ->> 1, qui ->> 2,
		    (qui ->> 3)::int, le_corps::text, la_version::text, le_lieu);
	end if;
	return query select le_corps::text, la_version::text, le_lieu;
end $$;
CREATE FUNCTION public.rfc3339(timestamp with time zone) RETURNS text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    AS $_$ select to_char($1 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') $_$;
CREATE FUNCTION public.signalement_compter() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare
	c record;
begin
	for c in
		select x.territoire_id, x.statut, sum(x.pas) as pas
		  from (select new.territoire_id, new.statut, 1 as pas
			where tg_op <> 'DELETE'
			union all
			select old.territoire_id, old.statut, -1
			where tg_op <> 'INSERT') x
		 group by 1, 2 having sum(x.pas) <> 0 order by 1, 2
	loop
		insert into signalement_compte as k
		values (c.territoire_id, c.statut, c.pas)
		on conflict (territoire_id, statut)
		do update set nombre = k.nombre + excluded.nombre;
	end loop;
	return null;
end $$;
CREATE FUNCTION public.signalement_cree_json(s public.signalement, base text) RETURNS json
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$begin
	return (
	select json_build_object('id', s.uuid, 'reference', s.reference,
	    'reference_externe', s.reference_externe, 'statut', s.statut,
	    'territoire', (select code from territoire t
	        where t.id = s.territoire_id),
	    'criticite', criticite_json(s), 'cree_le', rfc3339(s.cree_le),
	    'code_suivi', s.code_suivi,
	    'lien_suivi', base || '/suivi/' || s.code_suivi,
	    'version', s.version)
);
end$$;
CREATE FUNCTION public.signalement_json(s public.signalement, actions json) RETURNS json
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$begin
	return (
	select json_build_object(
	    'id', s.uuid, 'version', s.version, 'reference', s.reference,
	    'reference_externe', s.reference_externe, 'statut', s.statut,
	    'territoire', territoire_json(s.territoire_id),
	    'source', s.source, 'profil_declarant', s.profil_declarant,
	    'profil_occupant', s.profil_occupant,
	    'logement_social', s.logement_social, 'adresse', s.adresse,
	    'occupant', s.occupant, 'declarant', s.declarant,
	    'bailleur', s.bailleur, 'agence', s.agence, 'syndic', s.syndic,
	    'logement', s.logement, 'foyer', s.foyer,
	    'procedure', s.procedure, 'desordres', desordres_json(s),
	    'description', s.description, 'criticite', criticite_json(s),
	    'qualifications', s.qualifications, 'cree_le', rfc3339(s.cree_le),
	    'valide_le', rfc3339(s.valide_le), 'ferme_le',
	    rfc3339(s.ferme_le), 'motif_refus', s.motif_refus,
	    'motif_cloture', s.motif_cloture, 'actions', actions)
);
end$$;
CREATE FUNCTION public.signalement_resume(s public.signalement, territoire text, affectations json) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
	select concat('{"id":"', s.uuid, '","reference":"', s.reference,
	    '","statut":"', s.statut, '","territoire":"', territoire,
	    '","adresse":{"numero_voie":',
	    coalesce(s.adresse -> 'numero_voie', 'null'),
	    ',"code_postal":', coalesce(s.adresse -> 'code_postal', 'null'),
	    ',"commune":', coalesce(s.adresse -> 'commune', 'null'),
	    '},"occupant":{"nom":', coalesce(s.occupant -> 'nom', 'null'),
	    ',"prenom":', coalesce(s.occupant -> 'prenom', 'null'),
	    '},"profil_declarant":"', s.profil_declarant,
	    '","logement_social":', case s.logement_social when true
	        then 'true' when false then 'false' else 'null' end,
	    ',"score":', s.score,
	    ',"procedures":', array_to_json(s.procedures),
	    ',"affectations":', coalesce(affectations, '[]'),
	    ',"cree_le":"', rfc3339(s.cree_le), '","dernier_suivi_le":',
	    coalesce('"' || rfc3339(s.dernier_suivi_le) || '"', 'null'), '}')
$$;
CREATE FUNCTION public.signalements_visibles(appelant uuid) RETURNS SETOF public.signalement
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
	select s.* from signalement s
	 where s.statut not in ('BROUILLON', 'BROUILLON_ARCHIVE', 'ARCHIVE')
	   and case (select u.role from utilisateur u
	       where u.uuid = appelant and u.statut = 'ACTIF')
	       when 'SUPER_ADMIN' then true
	       when 'RESPONSABLE_TERRITOIRE' then s.territoire_id = any ((
	           select u.territoires from utilisateur u
	           where u.uuid = appelant)::smallint[])
	       when 'ADMIN_PARTENAIRE' then exists (
	           select from affectation a where a.signalement_id = s.id
	           and a.retiree_le is null and a.partenaire_id = any ((
	           select u.partenaires from utilisateur u
	           where u.uuid = appelant)::bigint[]))
	       when 'AGENT' then exists (
	           select from affectation a where a.signalement_id = s.id
	           and a.retiree_le is null and a.partenaire_id = any ((
	           select u.partenaires from utilisateur u
	           where u.uuid = appelant)::bigint[]))
	       else false end
$$;
CREATE FUNCTION public.suivi_json(v public.suivi, actions json) RETURNS json
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$begin
	return (
	select json_build_object('id', v.uuid, 'version', v.version,
	    'signalement', (select s.uuid from signalement s
	        where s.id = v.signalement_id),
	    'categorie', v.categorie, 'message', v.message,
	    'visible_usager', v.visible_usager,
	    'auteur', json_build_object(
	        'nom', case v.auteur
	            when 'occupant' then 'Occupant'
	            when 'declarant' then 'Déclarant'
	            when 'systeme' then 'Vigie Logement'
	            else coalesce(utilisateur_nom(v.cree_par), 'Agent') end,
	        'partenaire', (select p.nom from partenaire p
	            where p.id = v.partenaire_id),
	        'type', case when v.auteur in ('occupant', 'declarant')
	            then 'usager' else v.auteur end),
	    'cree_le', rfc3339(v.cree_le),
	    'modifie_le', rfc3339(v.modifie_le), 'actions', actions)
);
end$$;
CREATE FUNCTION public.territoire_json(smallint) RETURNS json
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $_$begin
	return ( select json_build_object('code', code, 'nom', nom, 'actif', actif)
     from territoire where id = $1 );
end$_$;
CREATE FUNCTION public.total_json(compte bigint, jusqua bigint) RETURNS json
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
begin
	return case when jusqua = 0 then '{"valeur":null,"exact":false}'::json
	    when compte >= jusqua then json_build_object('valeur', jusqua - 1,
	        'exact', false)
	    else json_build_object('valeur', compte, 'exact', true) end;
end $$;
CREATE TABLE public.utilisateur (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    email text NOT NULL,
    mot_de_passe text,
    nom text NOT NULL,
    prenom text NOT NULL,
    fonction text,
    telephone text,
    role text NOT NULL,
    statut text DEFAULT 'ACTIF'::text NOT NULL,
    droit_affectation boolean DEFAULT false NOT NULL,
    notifier_par_mail boolean DEFAULT true NOT NULL,
    territoires smallint[] DEFAULT '{}'::smallint[] NOT NULL,
    partenaires bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    derniere_connexion_le timestamp with time zone,
    cree_le timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT utilisateur_email_check CHECK ((email = lower(email))),
    CONSTRAINT utilisateur_role_check CHECK ((role = ANY (ARRAY['SUPER_ADMIN'::text, 'RESPONSABLE_TERRITOIRE'::text, 'ADMIN_PARTENAIRE'::text, 'AGENT'::text]))),
    CONSTRAINT utilisateur_statut_check CHECK ((statut = ANY (ARRAY['INACTIF'::text, 'ACTIF'::text, 'ARCHIVE'::text])))
);
CREATE FUNCTION public.utilisateur_json(u public.utilisateur, actions text[]) RETURNS json
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$begin
	return ( select json_build_object('id', u.uuid, 'version', u.version,
    'email', u.email, 'nom', u.nom, 'prenom', u.prenom,
    'fonction', u.fonction, 'telephone', u.telephone, 'role', u.role,
    'notifier_par_mail', u.notifier_par_mail,
    -- A SUPER_ADMIN works everywhere.
    'territoires', coalesce((select json_agg(territoire_json(t.id)
        order by t.code) from territoire t
        where u.role = 'SUPER_ADMIN' or t.id = any (u.territoires)), '[]'),
    'partenaires', coalesce((select json_agg(partenaire_bref_json(p.id)
        order by p.nom) from partenaire p
        where p.id = any (u.partenaires) and not p.archive), '[]'),
    'actions', to_json(actions)) );
end$$;
CREATE FUNCTION public.utilisateur_nom(bigint) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $_$begin
	return ( select prenom || ' ' || nom from utilisateur where id = $1 );
end$_$;
CREATE FUNCTION public.utilisateur_portee() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE TABLE public.abonnement (
    utilisateur_id bigint NOT NULL,
    signalement_id bigint NOT NULL,
    cree_par bigint,
    cree_le timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.affectation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.affectation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partenaire (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    nom text NOT NULL,
    type text NOT NULL,
    territoire_id smallint,
    email text,
    email_notifiable boolean DEFAULT true NOT NULL,
    competences text[] DEFAULT '{}'::text[] NOT NULL,
    archive boolean DEFAULT false NOT NULL,
    cree_le timestamp with time zone DEFAULT now() NOT NULL
);
CREATE VIEW public.affectations_bref AS
 SELECT a.signalement_id,
    json_agg(json_build_object('partenaire', p.nom, 'statut', a.statut) ORDER BY p.nom) AS liste
   FROM (public.affectation a
     JOIN public.partenaire p ON ((p.id = a.partenaire_id)))
  WHERE (a.retiree_le IS NULL)
  GROUP BY a.signalement_id;
ALTER TABLE public.brouillon ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.brouillon_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue (
    grille integer NOT NULL,
    contenu jsonb NOT NULL
);
CREATE TABLE public.commune (
    id integer NOT NULL,
    code_insee text NOT NULL,
    code_postal text NOT NULL,
    nom text NOT NULL,
    territoire_id smallint NOT NULL,
    epci_id integer,
    population integer DEFAULT 0 NOT NULL
);
ALTER TABLE public.commune ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.commune_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.competence (
    code text NOT NULL,
    libelle text NOT NULL,
    procedure_suspectee boolean NOT NULL,
    attribuable boolean NOT NULL
);
CREATE TABLE public.critere (
    id smallint NOT NULL,
    slug text NOT NULL,
    zone text NOT NULL,
    categorie text NOT NULL,
    categorie_agent text NOT NULL,
    libelle text NOT NULL,
    texte_libre text,
    CONSTRAINT critere_texte_libre_check CHECK ((texte_libre = ANY (ARRAY['critere'::text, 'precisions'::text]))),
    CONSTRAINT critere_zone_check CHECK ((zone = ANY (ARRAY['BATIMENT'::text, 'LOGEMENT'::text])))
);
CREATE TABLE public.epci (
    id integer NOT NULL,
    siren text NOT NULL,
    nom text NOT NULL,
    type text
);
ALTER TABLE public.epci ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.epci_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.essai (
    cle text NOT NULL,
    fenetre timestamp with time zone NOT NULL,
    nombre integer DEFAULT 1 NOT NULL
);
CREATE TABLE public.evaluation (
    id bigint NOT NULL,
    signalement_id bigint NOT NULL,
    grille integer NOT NULL,
    score double precision NOT NULL,
    score_batiment double precision NOT NULL,
    score_logement double precision NOT NULL,
    contributions jsonb NOT NULL,
    qualifications jsonb NOT NULL,
    fait_le timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.evaluation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.evaluation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.evenement (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    sujet text NOT NULL,
    objet_id bigint,
    donnees jsonb DEFAULT '{}'::jsonb NOT NULL,
    etat text DEFAULT 'A_FAIRE'::text NOT NULL,
    essais integer DEFAULT 0 NOT NULL,
    prochain_essai_le timestamp with time zone DEFAULT now() NOT NULL,
    erreur text,
    cree_le timestamp with time zone DEFAULT now() NOT NULL,
    traite_le timestamp with time zone,
    CONSTRAINT evenement_etat_check CHECK ((etat = ANY (ARRAY['A_FAIRE'::text, 'FAIT'::text, 'REBUT'::text])))
);
ALTER TABLE public.evenement ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.evenement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.formulaire (
    profil text NOT NULL,
    contenu jsonb NOT NULL
);
ALTER TABLE public.historique ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.historique_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.idempotence (
    appelant text NOT NULL,
    cle text NOT NULL,
    empreinte text NOT NULL,
    statut integer NOT NULL,
    corps text,
    version text,
    lieu text,
    cree_le timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.jeton_renouvellement (
    empreinte bytea NOT NULL,
    session_id bigint NOT NULL,
    expire_le timestamp with time zone NOT NULL,
    consomme_le timestamp with time zone
);
CREATE TABLE public.migration (
    numero text NOT NULL,
    fichier text NOT NULL,
    applique_le timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.motif (
    usage text NOT NULL,
    code text NOT NULL,
    libelle text NOT NULL,
    travaux_requis boolean DEFAULT false NOT NULL,
    ordre smallint NOT NULL,
    CONSTRAINT motif_usage_check CHECK ((usage = ANY (ARRAY['refus_signalement'::text, 'refus_affectation'::text, 'cloture'::text, 'cloture_usager'::text])))
);
ALTER TABLE public.partenaire ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.partenaire_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.partenaire_type (
    code text NOT NULL,
    libelle text NOT NULL
);
CREATE TABLE public.precision_desordre (
    id smallint NOT NULL,
    critere_id smallint NOT NULL,
    slug text NOT NULL,
    libelle text NOT NULL,
    coefficient double precision NOT NULL,
    danger boolean NOT NULL,
    suroccupation boolean NOT NULL,
    insalubrite_obligatoire boolean NOT NULL,
    exclusive boolean NOT NULL,
    qualifications text[] NOT NULL
);
CREATE TABLE public.reference_compteur (
    territoire_id smallint NOT NULL,
    annee integer NOT NULL,
    dernier integer NOT NULL
);
CREATE TABLE public.session (
    id bigint NOT NULL,
    uuid uuid DEFAULT gen_random_uuid() NOT NULL,
    utilisateur_id bigint NOT NULL,
    cree_le timestamp with time zone DEFAULT now() NOT NULL,
    revoquee_le timestamp with time zone,
    motif_revocation text,
    CONSTRAINT session_motif_revocation_check CHECK ((motif_revocation = ANY (ARRAY['deconnexion'::text, 'reutilisation'::text, 'compte'::text, 'expiration'::text])))
);
ALTER TABLE public.session ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.signalement_compte (
    territoire_id smallint NOT NULL,
    statut text NOT NULL,
    nombre bigint NOT NULL
)
WITH (fillfactor='50');
ALTER TABLE public.signalement ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.signalement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.suivi ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.suivi_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.tache (
    nom text NOT NULL,
    faite_le timestamp with time zone,
    lignes bigint DEFAULT 0 NOT NULL
);
CREATE TABLE public.territoire (
    id smallint NOT NULL,
    code text NOT NULL,
    nom text NOT NULL,
    actif boolean DEFAULT false NOT NULL,
    fuseau text DEFAULT 'Europe/Paris'::text NOT NULL,
    CONSTRAINT territoire_code_check CHECK ((code ~ '^[0-9][0-9AB][0-9A-Z]?$'::text))
);
ALTER TABLE public.territoire ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.territoire_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE public.utilisateur ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.utilisateur_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.utilisateur_partenaire (
    utilisateur_id bigint NOT NULL,
    partenaire_id bigint NOT NULL,
    cree_le timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE ONLY public.abonnement
    ADD CONSTRAINT abonnement_pkey PRIMARY KEY (signalement_id, utilisateur_id);
ALTER TABLE ONLY public.affectation
    ADD CONSTRAINT affectation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.affectation
    ADD CONSTRAINT affectation_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.brouillon
    ADD CONSTRAINT brouillon_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.brouillon
    ADD CONSTRAINT brouillon_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.catalogue
    ADD CONSTRAINT catalogue_pkey PRIMARY KEY (grille);
ALTER TABLE ONLY public.commune
    ADD CONSTRAINT commune_code_postal_code_insee_key UNIQUE (code_postal, code_insee);
ALTER TABLE ONLY public.commune
    ADD CONSTRAINT commune_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.competence
    ADD CONSTRAINT competence_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.critere
    ADD CONSTRAINT critere_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.critere
    ADD CONSTRAINT critere_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.epci
    ADD CONSTRAINT epci_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.epci
    ADD CONSTRAINT epci_siren_key UNIQUE (siren);
ALTER TABLE ONLY public.essai
    ADD CONSTRAINT essai_pkey PRIMARY KEY (cle, fenetre);
ALTER TABLE ONLY public.evaluation
    ADD CONSTRAINT evaluation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.evenement
    ADD CONSTRAINT evenement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.evenement
    ADD CONSTRAINT evenement_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.formulaire
    ADD CONSTRAINT formulaire_pkey PRIMARY KEY (profil);
ALTER TABLE ONLY public.historique
    ADD CONSTRAINT historique_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.idempotence
    ADD CONSTRAINT idempotence_pkey PRIMARY KEY (appelant, cle);
ALTER TABLE ONLY public.jeton_renouvellement
    ADD CONSTRAINT jeton_renouvellement_pkey PRIMARY KEY (empreinte);
ALTER TABLE ONLY public.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (numero);
ALTER TABLE ONLY public.motif
    ADD CONSTRAINT motif_pkey PRIMARY KEY (usage, code);
ALTER TABLE ONLY public.partenaire
    ADD CONSTRAINT partenaire_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.partenaire_type
    ADD CONSTRAINT partenaire_type_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.partenaire
    ADD CONSTRAINT partenaire_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.precision_desordre
    ADD CONSTRAINT precision_desordre_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.precision_desordre
    ADD CONSTRAINT precision_desordre_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.reference_compteur
    ADD CONSTRAINT reference_compteur_pkey PRIMARY KEY (territoire_id, annee);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.signalement
    ADD CONSTRAINT signalement_brouillon_key UNIQUE (brouillon);
ALTER TABLE ONLY public.signalement
    ADD CONSTRAINT signalement_code_suivi_key UNIQUE (code_suivi);
ALTER TABLE ONLY public.signalement_compte
    ADD CONSTRAINT signalement_compte_pkey PRIMARY KEY (territoire_id, statut);
ALTER TABLE ONLY public.signalement
    ADD CONSTRAINT signalement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.signalement
    ADD CONSTRAINT signalement_territoire_id_reference_annee_reference_numero_key UNIQUE (territoire_id, reference_annee, reference_numero);
ALTER TABLE ONLY public.signalement
    ADD CONSTRAINT signalement_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.suivi
    ADD CONSTRAINT suivi_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.suivi
    ADD CONSTRAINT suivi_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.tache
    ADD CONSTRAINT tache_pkey PRIMARY KEY (nom);
ALTER TABLE ONLY public.territoire
    ADD CONSTRAINT territoire_code_key UNIQUE (code);
ALTER TABLE ONLY public.territoire
    ADD CONSTRAINT territoire_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.utilisateur_partenaire
    ADD CONSTRAINT utilisateur_partenaire_pkey PRIMARY KEY (utilisateur_id, partenaire_id);
ALTER TABLE ONLY public.utilisateur
    ADD CONSTRAINT utilisateur_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.utilisateur
    ADD CONSTRAINT utilisateur_uuid_key UNIQUE (uuid);
CREATE INDEX abonnement_utilisateur ON public.abonnement USING btree (utilisateur_id);
CREATE INDEX affectation_liste ON public.affectation USING btree (partenaire_id, dossier_cree_le DESC, signalement_id DESC) WHERE (retiree_le IS NULL);
CREATE UNIQUE INDEX affectation_unique ON public.affectation USING btree (signalement_id, partenaire_id) WHERE (retiree_le IS NULL);
CREATE INDEX brouillon_age ON public.brouillon USING btree (cree_le) WHERE (signalement_id IS NULL);
CREATE INDEX commune_insee ON public.commune USING btree (code_insee);
CREATE INDEX commune_nom ON public.commune USING btree (public.sans_accent(nom) text_pattern_ops);
CREATE INDEX commune_recherche ON public.commune USING btree (public.mots(nom) text_pattern_ops);
CREATE INDEX essai_age ON public.essai USING btree (fenetre);
CREATE INDEX evaluation_signalement ON public.evaluation USING btree (signalement_id, id DESC);
CREATE INDEX evenement_a_faire ON public.evenement USING btree (prochain_essai_le, id) WHERE (etat = 'A_FAIRE'::text);
CREATE INDEX evenement_rebut ON public.evenement USING btree (id DESC) WHERE (etat = 'REBUT'::text);
CREATE INDEX historique_signalement ON public.historique USING btree (signalement_id, id DESC);
CREATE INDEX idempotence_age ON public.idempotence USING btree (cree_le);
CREATE INDEX jeton_age ON public.jeton_renouvellement USING btree (expire_le);
CREATE INDEX jeton_session ON public.jeton_renouvellement USING btree (session_id);
CREATE INDEX partenaire_territoire ON public.partenaire USING btree (territoire_id, nom) WHERE (NOT archive);
CREATE INDEX session_utilisateur ON public.session USING btree (utilisateur_id) WHERE (revoquee_le IS NULL);
CREATE INDEX signalement_liste ON public.signalement USING btree (territoire_id, statut, cree_le DESC, id DESC);
CREATE INDEX signalement_liste_tous ON public.signalement USING btree (territoire_id, cree_le DESC, id DESC);
CREATE INDEX signalement_national ON public.signalement USING btree (cree_le DESC, id DESC);
CREATE INDEX signalement_national_statut ON public.signalement USING btree (statut, cree_le DESC, id DESC) INCLUDE (territoire_id);
CREATE INDEX signalement_position ON public.signalement USING gist ("position");
CREATE INDEX signalement_recherche ON public.signalement USING gin (territoire_id, recherche public.gin_trgm_ops);
CREATE INDEX signalement_reference ON public.signalement USING btree (reference);
CREATE UNIQUE INDEX signalement_reference_externe ON public.signalement USING btree (cree_par_partenaire, reference_externe) WHERE (reference_externe IS NOT NULL);
CREATE INDEX signalement_statut ON public.signalement USING btree (id) INCLUDE (statut, territoire_id);
CREATE INDEX suivi_liste ON public.suivi USING btree (signalement_id, cree_le DESC, id DESC) WHERE (supprime_le IS NULL);
CREATE UNIQUE INDEX suivi_premiere_acceptation ON public.suivi USING btree (signalement_id) WHERE (categorie = 'AFFECTATION_IS_ACCEPTED'::text);
CREATE UNIQUE INDEX utilisateur_email ON public.utilisateur USING btree (email) WHERE (statut <> 'ARCHIVE'::text);
CREATE INDEX utilisateur_partenaire_inverse ON public.utilisateur_partenaire USING btree (partenaire_id);
CREATE TRIGGER affectation_dossier BEFORE INSERT ON public.affectation FOR EACH ROW EXECUTE FUNCTION public.affectation_dossier();
CREATE TRIGGER compter_creation AFTER INSERT OR DELETE ON public.signalement FOR EACH ROW EXECUTE FUNCTION public.signalement_compter();
CREATE TRIGGER compter_transition AFTER UPDATE OF statut, territoire_id ON public.signalement FOR EACH ROW WHEN (((old.statut <> new.statut) OR (old.territoire_id <> new.territoire_id))) EXECUTE FUNCTION public.signalement_compter();
CREATE TRIGGER historiser AFTER INSERT OR UPDATE ON public.affectation FOR EACH ROW EXECUTE FUNCTION public.historiser();
CREATE TRIGGER historiser AFTER INSERT OR UPDATE ON public.signalement FOR EACH ROW EXECUTE FUNCTION public.historiser();
CREATE TRIGGER historiser AFTER INSERT OR UPDATE ON public.suivi FOR EACH ROW EXECUTE FUNCTION public.historiser();
CREATE TRIGGER utilisateur_portee AFTER INSERT OR DELETE OR UPDATE ON public.utilisateur_partenaire FOR EACH ROW EXECUTE FUNCTION public.utilisateur_portee();
ALTER TABLE ONLY public.abonnement
    ADD CONSTRAINT abonnement_cree_par_fkey FOREIGN KEY (cree_par) REFERENCES public.utilisateur(id);
ALTER TABLE ONLY public.abonnement
    ADD CONSTRAINT abonnement_signalement_id_fkey FOREIGN KEY (signalement_id) REFERENCES public.signalement(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.abonnement
    ADD CONSTRAINT abonnement_utilisateur_id_fkey FOREIGN KEY (utilisateur_id) REFERENCES public.utilisateur(id);
ALTER TABLE ONLY public.affectation
    ADD CONSTRAINT affectation_cree_par_fkey FOREIGN KEY (cree_par) REFERENCES public.utilisateur(id);
ALTER TABLE ONLY public.affectation
    ADD CONSTRAINT affectation_modifie_par_fkey FOREIGN KEY (modifie_par) REFERENCES public.utilisateur(id);
ALTER TABLE ONLY public.affectation
    ADD CONSTRAINT affectation_partenaire_id_fkey FOREIGN KEY (partenaire_id) REFERENCES public.partenaire(id);
ALTER TABLE ONLY public.affectation
    ADD CONSTRAINT affectation_repondu_par_fkey FOREIGN KEY (repondu_par) REFERENCES public.utilisateur(id);
ALTER TABLE ONLY public.affectation
    ADD CONSTRAINT affectation_signalement_id_fkey FOREIGN KEY (signalement_id) REFERENCES public.signalement(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.brouillon
    ADD CONSTRAINT brouillon_signalement_id_fkey FOREIGN KEY (signalement_id) REFERENCES public.signalement(id);
ALTER TABLE ONLY public.commune
    ADD CONSTRAINT commune_epci_id_fkey FOREIGN KEY (epci_id) REFERENCES public.epci(id);
ALTER TABLE ONLY public.commune
    ADD CONSTRAINT commune_territoire_id_fkey FOREIGN KEY (territoire_id) REFERENCES public.territoire(id);
ALTER TABLE ONLY public.evaluation
    ADD CONSTRAINT evaluation_signalement_id_fkey FOREIGN KEY (signalement_id) REFERENCES public.signalement(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.historique
    ADD CONSTRAINT historique_par_fkey FOREIGN KEY (par) REFERENCES public.utilisateur(id);
ALTER TABLE ONLY public.historique
    ADD CONSTRAINT historique_signalement_id_fkey FOREIGN KEY (signalement_id) REFERENCES public.signalement(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.jeton_renouvellement
    ADD CONSTRAINT jeton_renouvellement_session_id_fkey FOREIGN KEY (session_id) REFERENCES public.session(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.partenaire
    ADD CONSTRAINT partenaire_territoire_id_fkey FOREIGN KEY (territoire_id) REFERENCES public.territoire(id);
ALTER TABLE ONLY public.partenaire
    ADD CONSTRAINT partenaire_type_fkey FOREIGN KEY (type) REFERENCES public.partenaire_type(code);
ALTER TABLE ONLY public.precision_desordre
    ADD CONSTRAINT precision_desordre_critere_id_fkey FOREIGN KEY (critere_id) REFERENCES public.critere(id);
ALTER TABLE ONLY public.reference_compteur
    ADD CONSTRAINT reference_compteur_territoire_id_fkey FOREIGN KEY (territoire_id) REFERENCES public.territoire(id);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_utilisateur_id_fkey FOREIGN KEY (utilisateur_id) REFERENCES public.utilisateur(id);
ALTER TABLE ONLY public.signalement_compte
    ADD CONSTRAINT signalement_compte_territoire_id_fkey FOREIGN KEY (territoire_id) REFERENCES public.territoire(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.signalement
    ADD CONSTRAINT signalement_cree_par_fkey FOREIGN KEY (cree_par) REFERENCES public.utilisateur(id);
ALTER TABLE ONLY public.signalement
    ADD CONSTRAINT signalement_cree_par_partenaire_fkey FOREIGN KEY (cree_par_partenaire) REFERENCES public.partenaire(id);
ALTER TABLE ONLY public.signalement
    ADD CONSTRAINT signalement_modifie_par_fkey FOREIGN KEY (modifie_par) REFERENCES public.utilisateur(id);
ALTER TABLE ONLY public.signalement
    ADD CONSTRAINT signalement_territoire_id_fkey FOREIGN KEY (territoire_id) REFERENCES public.territoire(id);
ALTER TABLE ONLY public.suivi
    ADD CONSTRAINT suivi_cree_par_fkey FOREIGN KEY (cree_par) REFERENCES public.utilisateur(id);
ALTER TABLE ONLY public.suivi
    ADD CONSTRAINT suivi_modifie_par_fkey FOREIGN KEY (modifie_par) REFERENCES public.utilisateur(id);
ALTER TABLE ONLY public.suivi
    ADD CONSTRAINT suivi_partenaire_id_fkey FOREIGN KEY (partenaire_id) REFERENCES public.partenaire(id);
ALTER TABLE ONLY public.suivi
    ADD CONSTRAINT suivi_signalement_id_fkey FOREIGN KEY (signalement_id) REFERENCES public.signalement(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.utilisateur_partenaire
    ADD CONSTRAINT utilisateur_partenaire_partenaire_id_fkey FOREIGN KEY (partenaire_id) REFERENCES public.partenaire(id);
ALTER TABLE ONLY public.utilisateur_partenaire
    ADD CONSTRAINT utilisateur_partenaire_utilisateur_id_fkey FOREIGN KEY (utilisateur_id) REFERENCES public.utilisateur(id);
GRANT USAGE ON SCHEMA public TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.affectation TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.brouillon TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.signalement TO vigie_api;
GRANT SELECT,INSERT ON TABLE public.historique TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.suivi TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.utilisateur TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.abonnement TO vigie_api;
GRANT SELECT,USAGE ON SEQUENCE public.affectation_id_seq TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.partenaire TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.affectations_bref TO vigie_api;
GRANT SELECT,USAGE ON SEQUENCE public.brouillon_id_seq TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.catalogue TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.commune TO vigie_api;
GRANT SELECT,USAGE ON SEQUENCE public.commune_id_seq TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.competence TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.critere TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.epci TO vigie_api;
GRANT SELECT,USAGE ON SEQUENCE public.epci_id_seq TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.essai TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.evaluation TO vigie_api;
GRANT SELECT,USAGE ON SEQUENCE public.evaluation_id_seq TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.evenement TO vigie_api;
GRANT SELECT,USAGE ON SEQUENCE public.evenement_id_seq TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.formulaire TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.geography_columns TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.geometry_columns TO vigie_api;
GRANT SELECT,USAGE ON SEQUENCE public.historique_id_seq TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.idempotence TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.jeton_renouvellement TO vigie_api;
GRANT SELECT ON TABLE public.migration TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.motif TO vigie_api;
GRANT SELECT,USAGE ON SEQUENCE public.partenaire_id_seq TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.partenaire_type TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.precision_desordre TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reference_compteur TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.session TO vigie_api;
GRANT SELECT,USAGE ON SEQUENCE public.session_id_seq TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.signalement_compte TO vigie_api;
GRANT SELECT,USAGE ON SEQUENCE public.signalement_id_seq TO vigie_api;
GRANT SELECT ON TABLE public.spatial_ref_sys TO vigie_api;
GRANT SELECT,USAGE ON SEQUENCE public.suivi_id_seq TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.tache TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.territoire TO vigie_api;
GRANT SELECT,USAGE ON SEQUENCE public.territoire_id_seq TO vigie_api;
GRANT SELECT,USAGE ON SEQUENCE public.utilisateur_id_seq TO vigie_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.utilisateur_partenaire TO vigie_api;
