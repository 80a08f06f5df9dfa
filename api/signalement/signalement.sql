-- Dossiers: list, reading, transitions, history, motifs. The creation is in
-- signalement_depot.sql.

-- name: signalement_facts
-- $1 caller, $2 dossier
select s.version, s.statut, u.role in ('SUPER_ADMIN', 'RESPONSABLE_TERRITOIRE') as responsable,
	u.droit_affectation and s.territoire_id = any (u.territoires) as droit_affectation,
	exists (select from affectation a where a.signalement_id = s.id and a.retiree_le is null
		and a.statut = 'EN_COURS' and a.partenaire_id = any (u.partenaires)) as en_charge
  from signalements_visibles($1::uuid) s, utilisateur u
 where s.uuid = $2::uuid and u.uuid = $1::uuid

-- name: signalement_get
-- $1 caller, $2 dossier. The actions are put in by signalement.c: {} marks
-- their place at the end.
select s.version, s.statut, u.role in ('SUPER_ADMIN', 'RESPONSABLE_TERRITOIRE') as responsable,
	u.droit_affectation and s.territoire_id = any (u.territoires) as droit_affectation,
	exists (select from affectation a where a.signalement_id = s.id and a.retiree_le is null
		and a.statut = 'EN_COURS' and a.partenaire_id = any (u.partenaires)) as en_charge,
	signalement_json(s, '{}') as corps
  from signalements_visibles($1::uuid) s, utilisateur u
 where s.uuid = $2::uuid and u.uuid = $1::uuid

-- name: signalement_motif
-- $1 usage, $2 code
select travaux_requis from motif where usage = $1 and code = $2

-- name: signalement_transition
-- One statement for every transition: the columns that do not concern it keep
-- their value. $1 caller, $2 dossier, $3 version, $4 statut it leads to,
-- $5 motif de refus, $6 motif de clôture, $7 travaux, $8 message of the suivi
-- (null: none), $9 its category, $10 visible to the citizen, $11 subject of
-- the event, $12 actions afterwards
-- porte: systeme
with qui as (
	select id, role, partenaires from utilisateur where uuid = $1::uuid
), s as (
	update signalement set statut = $4, version = version + 1,
		motif_refus = case when $4 = 'REFUSE' then $5 end,
		motif_cloture = case when $4 = 'FERME' then $6 end,
		travaux_cloture = case when $4 = 'FERME' then $7 end,
		valide_le = case when $4 = 'EN_COURS' then coalesce(valide_le, now()) else valide_le end,
		ferme_le = case when $4 in ('FERME', 'REFUSE') then now()
			when $4 = 'EN_COURS' then null else ferme_le end,
		dernier_suivi_le = case when $8::text is null then dernier_suivi_le else now() end,
		modifie_le = clock_timestamp(), modifie_par = qui.id, modifie_qualite = 'agent'
	  from qui
	 where signalement.uuid = $2::uuid and signalement.version = $3::int
	   -- As this statement saw it: an affectation made or answered while it
	   -- waited for the row would be forgotten by what follows.
	   and signalement.modifie_le = (select modifie_le from signalement where uuid = $2::uuid)
	returning signalement.*
), affectations as (
	-- Closing for all ends what is under way; reopening gives back what
	-- the closing ended; deleting withdraws what nobody has answered.
	update affectation a set version = a.version + 1,
		statut = case s.statut when 'FERME' then 'FERME' when 'EN_COURS' then 'NOUVEAU' else a.statut end,
		motif = case s.statut when 'FERME' then $6 when 'EN_COURS' then null else a.motif end,
		travaux = case s.statut when 'FERME' then $7 when 'EN_COURS' then null else a.travaux end,
		message = case s.statut when 'EN_COURS' then null else a.message end,
		repondu_le = case s.statut when 'EN_COURS' then null else a.repondu_le end,
		repondu_par = case s.statut when 'EN_COURS' then null else a.repondu_par end,
		retiree_le = case when s.statut = 'ARCHIVE' then now() end,
		modifie_le = now(), modifie_par = s.modifie_par, modifie_qualite = 'agent'
	  from s
	 where a.signalement_id = s.id and a.retiree_le is null and (
		(s.statut = 'FERME' and a.statut in ('NOUVEAU', 'EN_COURS'))
		or (s.statut = 'EN_COURS' and a.statut = 'FERME')
		or (s.statut = 'ARCHIVE' and a.statut = 'NOUVEAU'))
	returning a.partenaire_id, a.signalement_id
), abonnes as (
	insert into abonnement (utilisateur_id, signalement_id, cree_par)
	select qui.id, s.id, qui.id from s, qui
	 where s.statut = 'EN_COURS' and qui.role = 'RESPONSABLE_TERRITOIRE'
	on conflict do nothing
), desabonnes as (
	delete from abonnement b using s
	 where s.statut in ('FERME', 'ARCHIVE') and b.signalement_id = s.id and b.utilisateur_id in (
		select up.utilisateur_id from affectations a
		join utilisateur_partenaire up on up.partenaire_id = a.partenaire_id
		join utilisateur u on u.id = up.utilisateur_id and u.role <> 'RESPONSABLE_TERRITOIRE')
	returning b.utilisateur_id
), v as (
	insert into suivi (signalement_id, categorie, message, visible_usager, auteur, cree_par, partenaire_id,
		modifie_par, modifie_qualite)
	select s.id, $9, $8, $10::boolean and not s.logement_vacant, 'agent', qui.id,
		(select p.id from partenaire p where p.id = any (qui.partenaires)
			and p.territoire_id = s.territoire_id limit 1), qui.id, 'agent'
	  from s, qui where $8::text is not null
	returning id, visible_usager
), evenements as (
	insert into evenement (sujet, objet_id, donnees)
	select $11, s.id, jsonb_build_object('signalement', s.id, 'message', $8::text,
		'visible_usager', coalesce((select visible_usager from v), $10::boolean), 'par', s.modifie_par,
		'desabonnes', (select coalesce(jsonb_agg(utilisateur_id), '[]') from desabonnes))
	  from s
)
select r.* from s, lateral repondre(signalement_json(s, $12::json), s.version, null) r

-- name: signalement_list_territoire_statut
-- The list of most days: one territory, one statut. Every list query takes
-- $1 caller, $2 territory code, $3 statuts (array), $4 text, $5 cursor:
-- micros, $6 cursor: id, $7 limit, $8 how far to count (0: not at all). A
-- manager sees all of a territory or nothing: the count is then one that is
-- kept (signalement_compte).
-- porte: systeme
with t as materialized (
	select t.id, t.code from territoire t, utilisateur u
	 where t.code = $2 and u.uuid = $1::uuid and u.statut = 'ACTIF'
	   and ($3::text[])[1] not in ('BROUILLON', 'BROUILLON_ARCHIVE', 'ARCHIVE')
	   and (u.role = 'SUPER_ADMIN' or (u.role = 'RESPONSABLE_TERRITOIRE' and t.id = any (u.territoires)))
), page as (
	select s.cree_le, s.id, signalement_resume(s, (select code from t),
		(select liste from affectations_bref where signalement_id = s.id)) as ligne
	  from signalements_visibles($1::uuid) s
	 where s.territoire_id = (select id from territoire where code = $2)
	   and s.statut = ($3::text[])[1] and $4::text is null
	   and (s.cree_le, s.id) < (instant($5::bigint), $6::bigint)
	 order by s.cree_le desc, s.id desc limit $7::int + 1
), compte as (
	select coalesce((select least(nombre, $8::bigint) from signalement_compte
	 where territoire_id = (select id from t) and statut = ($3::text[])[1] and $4::text is null), 0) as n
)
select r.* from (select array_agg(ligne) as lignes, array_agg(cree_le) as dates, array_agg(id) as ids
	from page) p, compte,
	lateral page_json(p.lignes, p.dates, p.ids, $7::int, compte.n, $8::bigint) r

-- name: signalement_list_territoire
-- One territory, or all those of the caller. Each pair of territory and statut
-- is read in the order of its index and only as far as the page goes.
-- porte: systeme
with t as materialized (
	select t.id from territoire t, utilisateur u
	 where u.uuid = $1::uuid and u.statut = 'ACTIF' and ($2::text is null or t.code = $2)
	   and (u.role = 'SUPER_ADMIN' or (u.role = 'RESPONSABLE_TERRITOIRE' and t.id = any (u.territoires)))
), st as materialized (
	select unnest(coalesce($3::text[], array['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE'])) as statut
	except select unnest(array['BROUILLON', 'BROUILLON_ARCHIVE', 'ARCHIVE'])
), page as (
	select x.* from t, st, lateral (
		select s, s.cree_le, s.id from signalements_visibles($1::uuid) s
		 where s.territoire_id = t.id and s.statut = st.statut
		   and (s.cree_le, s.id) < (instant($5::bigint), $6::bigint)
		 order by s.cree_le desc, s.id desc limit $7::int + 1) x
	 where $4::text is null order by x.cree_le desc, x.id desc limit $7::int + 1
), compte as (
	select least(coalesce(sum(k.nombre), 0), $8::bigint)::bigint as n from signalement_compte k, t, st
	 where k.territoire_id = t.id and k.statut = st.statut and $4::text is null
)
select r.* from (select array_agg(signalement_resume(s, (select code from territoire where id = (s).territoire_id),
		(select liste from affectations_bref where signalement_id = (s).id)) order by cree_le desc, id desc) as lignes,
	array_agg(cree_le order by cree_le desc, id desc) as dates, array_agg(id order by cree_le desc, id desc) as ids
	from page) p, compte,
	lateral page_json(p.lignes, p.dates, p.ids, $7::int, compte.n, $8::bigint) r

-- name: signalement_list_national
-- The whole country: a super admin.
with st as materialized (
	select unnest(coalesce($3::text[], array['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE'])) as statut
	except select unnest(array['BROUILLON', 'BROUILLON_ARCHIVE', 'ARCHIVE'])
), page as (
	select x.* from st, lateral (
		select s, s.cree_le, s.id from signalements_visibles($1::uuid) s
		 where s.statut = st.statut and (s.cree_le, s.id) < (instant($5::bigint), $6::bigint)
		 order by s.cree_le desc, s.id desc limit $7::int + 1) x
	 where $2::text is null and $4::text is null order by x.cree_le desc, x.id desc limit $7::int + 1
), compte as (
	select least(coalesce(sum(k.nombre), 0), $8::bigint)::bigint as n from signalement_compte k, st, utilisateur u
	 where k.statut = st.statut and u.uuid = $1::uuid and u.role = 'SUPER_ADMIN' and u.statut = 'ACTIF'
)
select r.* from (select array_agg(signalement_resume(s, (select code from territoire where id = (s).territoire_id),
		(select liste from affectations_bref where signalement_id = (s).id)) order by cree_le desc, id desc) as lignes,
	array_agg(cree_le order by cree_le desc, id desc) as dates, array_agg(id order by cree_le desc, id desc) as ids
	from page) p, compte,
	lateral page_json(p.lignes, p.dates, p.ids, $7::int, compte.n, $8::bigint) r

-- name: signalement_list_partenaire
-- A partner's agents: down their affectations, whose index has the order of
-- the dossiers. A dossier given to two of the caller's partners comes once.
-- porte: systeme
with p as materialized (
	select unnest(partenaires) as id from utilisateur where uuid = $1::uuid and statut = 'ACTIF'
), st as materialized (
	select coalesce($3::text[], array['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE']) as statuts,
		(select id from territoire where code = $2) as territoire
), cles as (
	select distinct x.cree_le, x.id from p, st, lateral (
		select a.dossier_cree_le as cree_le, a.signalement_id as id
		  from affectation a join signalement s on s.id = a.signalement_id
		 where a.partenaire_id = p.id and a.retiree_le is null and s.statut = any (st.statuts)
		   and ($2::text is null or s.territoire_id = st.territoire)
		   and (a.dossier_cree_le, a.signalement_id) < (instant($5::bigint), $6::bigint)
		 order by a.dossier_cree_le desc, a.signalement_id desc limit $7::int + 1) x
	 where $4::text is null order by 1 desc, 2 desc limit $7::int + 1
), page as (
	select s, s.cree_le, s.id from cles join signalements_visibles($1::uuid) s on s.id = cles.id
), compte as (
	select count(*) as n from (select distinct a.signalement_id from (
		select a.signalement_id from p, affectation a
		 where a.partenaire_id = p.id and a.retiree_le is null limit least($8::bigint, 1000000000) * 2) a
	  join signalement s on s.id = a.signalement_id, st
	 where s.statut = any (st.statuts) and ($2::text is null or s.territoire_id = st.territoire)
	 limit $8::bigint) x
)
select r.* from (select array_agg(signalement_resume(s, (select code from territoire where id = (s).territoire_id),
		(select liste from affectations_bref where signalement_id = (s).id)) order by cree_le desc, id desc) as lignes,
	array_agg(cree_le order by cree_le desc, id desc) as dates, array_agg(id order by cree_le desc, id desc) as ids
	from page) p, compte,
	lateral page_json(p.lignes, p.dates, p.ids, $7::int, compte.n, $8::bigint) r

-- name: signalement_list_recherche
-- By text (reference, name, address, commune) in one territory or the
-- caller's. The newest dossiers are looked at first: a word that fills the
-- page there is common, and its total is then said to be at least what was
-- seen. Otherwise it is rare, or there are few dossiers in all, and the text
-- index finds all of them at once.
with t as materialized (
	select t.id from territoire t, utilisateur u
	 where u.uuid = $1::uuid and case when $2::text is null then t.id = any (u.territoires) else t.code = $2 end
), recents as materialized (
	select x.* from t, lateral (
		select s, s.cree_le, s.id from signalements_visibles($1::uuid) s
		 where s.territoire_id = t.id and (s.cree_le, s.id) < (instant($5::bigint), $6::bigint)
		 order by s.cree_le desc, s.id desc limit 1500) x
	 where ((x.s).reference = $4 or (x.s).recherche like contient($4))
	   and (x.s).statut = any (coalesce($3::text[], array['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE']))
), profond as (
	select exists (select from t, lateral (select from signalements_visibles($1::uuid) s
		 where s.territoire_id = t.id and (s.cree_le, s.id) < (instant($5::bigint), $6::bigint)
		 order by s.cree_le desc, s.id desc offset 1499 limit 1) x) as oui
), vus as (
	select count(*) as n, (count(*) > $7::int and $8::bigint <= 10001 and (select oui from profond)) as assez
	  from recents
), trouves as materialized (
	select x.* from t, lateral (select s, s.cree_le, s.id from signalements_visibles($1::uuid) s
		 where s.territoire_id = t.id and (s.reference = $4 or s.recherche like contient($4))
		   and s.statut = any (coalesce($3::text[], array['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE']))) x
	 where not (select assez from vus)
), page as (
	select s, cree_le, id from (
		select s, cree_le, id from recents where (select assez from vus)
		union all
		select s, cree_le, id from trouves where (cree_le, id) < (instant($5::bigint), $6::bigint)) x
	 order by cree_le desc, id desc limit $7::int + 1
), compte as (
	select case when vus.assez then vus.n else least((select count(*) from trouves), $8::bigint) end as n,
		case when vus.assez and $8::bigint > 0 then least(vus.n, $8::bigint) else $8::bigint end as jusqua from vus
)
select r.* from (select array_agg(signalement_resume(s, (select code from territoire where id = (s).territoire_id),
		(select liste from affectations_bref where signalement_id = (s).id)) order by cree_le desc, id desc) as lignes,
	array_agg(cree_le order by cree_le desc, id desc) as dates, array_agg(id order by cree_le desc, id desc) as ids
	from page) p, compte,
	lateral page_json(p.lignes, p.dates, p.ids, $7::int, compte.n, compte.jusqua) r

-- name: signalement_list_recherche_nationale
-- The same in the whole country: a super admin.
with recents as materialized (
	select x.* from (
		select s, s.cree_le, s.id from signalements_visibles($1::uuid) s
		 where (s.cree_le, s.id) < (instant($5::bigint), $6::bigint) and $2::text is null
		 order by s.cree_le desc, s.id desc limit 4000) x
	 where ((x.s).reference = $4 or (x.s).recherche like contient($4))
	   and (x.s).statut = any (coalesce($3::text[], array['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE']))
), profond as (
	select exists (select from signalements_visibles($1::uuid) s
		 where (s.cree_le, s.id) < (instant($5::bigint), $6::bigint)
		 order by s.cree_le desc, s.id desc offset 3999 limit 1) as oui
), vus as (
	select count(*) as n, (count(*) > $7::int and $8::bigint <= 10001 and (select oui from profond)) as assez
	  from recents
), trouves as materialized (
	select s, s.cree_le, s.id from signalements_visibles($1::uuid) s
	 where (s.reference = $4 or s.recherche like contient($4))
	   and s.statut = any (coalesce($3::text[], array['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE']))
	   and not (select assez from vus)
), page as (
	select s, cree_le, id from (
		select s, cree_le, id from recents where (select assez from vus)
		union all
		select s, cree_le, id from trouves where (cree_le, id) < (instant($5::bigint), $6::bigint)) x
	 order by cree_le desc, id desc limit $7::int + 1
), compte as (
	select case when vus.assez then vus.n else least((select count(*) from trouves), $8::bigint) end as n,
		case when vus.assez and $8::bigint > 0 then least(vus.n, $8::bigint) else $8::bigint end as jusqua from vus
)
select r.* from (select array_agg(signalement_resume(s, (select code from territoire where id = (s).territoire_id),
		(select liste from affectations_bref where signalement_id = (s).id)) order by cree_le desc, id desc) as lignes,
	array_agg(cree_le order by cree_le desc, id desc) as dates, array_agg(id order by cree_le desc, id desc) as ids
	from page) p, compte,
	lateral page_json(p.lignes, p.dates, p.ids, $7::int, compte.n, compte.jusqua) r

-- name: signalement_list_recherche_partenaire
-- The same among the dossiers of a partner's agents.
with t as materialized (
	select t.id from territoire t, utilisateur u
	 where u.uuid = $1::uuid and case when $2::text is null then t.id = any (u.territoires) else t.code = $2 end
), p as materialized (
	select unnest(partenaires) as id from utilisateur where uuid = $1::uuid and statut = 'ACTIF'
), recents as materialized (
	select s, s.cree_le, s.id from (select distinct x.id from p, lateral (
		select a.signalement_id as id from affectation a
		 where a.partenaire_id = p.id and a.retiree_le is null
		   and (a.dossier_cree_le, a.signalement_id) < (instant($5::bigint), $6::bigint)
		 order by a.dossier_cree_le desc, a.signalement_id desc limit 1500) x) c
	  join signalements_visibles($1::uuid) s on s.id = c.id
	 where (s.reference = $4 or s.recherche like contient($4))
	   and s.statut = any (coalesce($3::text[], array['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE']))
	   and s.territoire_id in (select id from t)
), profond as (
	select exists (select from p, lateral (select from affectation a
		 where a.partenaire_id = p.id and a.retiree_le is null
		   and (a.dossier_cree_le, a.signalement_id) < (instant($5::bigint), $6::bigint)
		 order by a.dossier_cree_le desc, a.signalement_id desc offset 1499 limit 1) x) as oui
), vus as (
	select count(*) as n, (count(*) > $7::int and $8::bigint <= 10001 and (select oui from profond)) as assez
	  from recents
), trouves as materialized (
	select x.* from t, lateral (select s, s.cree_le, s.id from signalements_visibles($1::uuid) s
		 where s.territoire_id = t.id and (s.reference = $4 or s.recherche like contient($4))
		   and s.statut = any (coalesce($3::text[], array['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE']))) x
	 where not (select assez from vus)
), page as (
	select s, cree_le, id from (
		select s, cree_le, id from recents where (select assez from vus)
		union all
		select s, cree_le, id from trouves where (cree_le, id) < (instant($5::bigint), $6::bigint)) x
	 order by cree_le desc, id desc limit $7::int + 1
), compte as (
	select case when vus.assez then vus.n else least((select count(*) from trouves), $8::bigint) end as n,
		case when vus.assez and $8::bigint > 0 then least(vus.n, $8::bigint) else $8::bigint end as jusqua from vus
)
select r.* from (select array_agg(signalement_resume(s, (select code from territoire where id = (s).territoire_id),
		(select liste from affectations_bref where signalement_id = (s).id)) order by cree_le desc, id desc) as lignes,
	array_agg(cree_le order by cree_le desc, id desc) as dates, array_agg(id order by cree_le desc, id desc) as ids
	from page) p, compte,
	lateral page_json(p.lignes, p.dates, p.ids, $7::int, compte.n, compte.jusqua) r

-- name: signalement_historique
-- $1 caller, $2 dossier, $3 cursor: micros, $4 cursor: id, $5 limit,
-- $6 how far to count
with s as (
	select id from signalements_visibles($1::uuid) where uuid = $2::uuid
), page as (
	select h.fait_le, h.id, historique_json(h) as ligne from s join historique h on h.signalement_id = s.id
	 where h.id < $4::bigint and $3::bigint is not null
	 order by h.id desc limit $5::int + 1
), compte as (
	select count(*) as n from (select from historique h, s where h.signalement_id = s.id limit $6::bigint) x
)
select r.* from s, (select array_agg(ligne order by id desc) as lignes,
	array_agg(curseur(fait_le, id) order by id desc) as curseurs from page) p, compte,
	lateral page_json(p.lignes, p.curseurs, $5::int, compte.n, $6::bigint) r

-- name: signalement_motifs
select json_build_object('elements', json_agg(json_build_object('usage', usage, 'code', code, 'libelle', libelle,
	'travaux_requis', travaux_requis) order by usage, ordre)) as corps, null as version, null as lieu from motif
