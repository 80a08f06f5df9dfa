-- The dossier of one person, who holds a token for this one only: none of
-- these go through signalements_visibles(), which knows agents.

-- name: suivi_usager_identite
-- Does somebody of this dossier have these initials? For the occupants' own
-- dossiers the occupant's initials are enough, whatever the qualité said.
-- $1 code de suivi, $2 occupant or declarant, $3 and $4 initials of the first
-- and last names, $5 postal code of the dwelling, $6 minutes of the token
-- porte: systeme
with s as (
	select *, profil_declarant in ('LOCATAIRE', 'BAILLEUR_OCCUPANT')
	       as par_occupant
	  from signalement
	 where code_suivi = $1::uuid and code_postal = $5
	   and statut not in ('BROUILLON', 'BROUILLON_ARCHIVE')
), personnes as (
	select s.uuid, 'occupant' as qualite, s.occupant as qui, 1 as ordre
	  from s where $2::text = 'occupant' or s.par_occupant
	union all
	select s.uuid, 'declarant', s.declarant, 2
	  from s where $2 = 'declarant'
)
select uuid as dossier, qualite,
       rfc3339(now() + make_interval(mins => $6::int)) as expire_le
  from personnes
 where left(sans_accent(btrim(qui ->> 'prenom')), 1)
       = left(sans_accent($3), 1)
   and left(sans_accent(btrim(qui ->> 'nom')), 1) = left(sans_accent($4), 1)
 order by ordre
 limit 1

-- name: suivi_usager_facts
-- $1 dossier
-- porte: systeme
select s.statut, exists (select from affectation a
       where a.signalement_id = s.id and a.retiree_le is null
       and a.statut = 'EN_COURS') as pris_en_charge,
       s.logement_vacant as vacant, s.ferme_le is not null as ferme_le_connu,
       extract(day from now() - s.ferme_le)::int as jours_depuis_cloture,
       (select count(*) from suivi v where v.signalement_id = s.id
       and v.categorie = 'MESSAGE_USAGER_POST_CLOTURE'
       and v.cree_le >= s.ferme_le) as messages_apres_cloture,
       s.dernier_suivi_le::text as dernier_suivi_le
  from signalement s where s.uuid = $1::uuid

-- name: suivi_usager_dossier
-- $1 dossier, $2 qualité of the reader, $3 statut in words, $4 step,
-- $5 actions
-- porte: systeme
select json_build_object('reference', s.reference, 'statut', s.statut,
	    'statut_libelle', $3::text, 'etape', $4::int,
	    'adresse', concat_ws(', ', s.adresse ->> 'numero_voie',
	        concat_ws(' ', s.code_postal, s.commune)),
	    'depose_le', rfc3339(s.cree_le),
	    'territoire', (select t.nom from territoire t
	        where t.id = s.territoire_id),
	    'desordres', coalesce((select json_agg(d.libelle order by d.rang)
	        from (select c.libelle, min(x.rang) as rang
	            from unnest(s.precisions) with ordinality x (id, rang)
	            join precision_desordre p on p.id = x.id
	            join critere c on c.id = p.critere_id
	            group by c.id, c.libelle) d), '[]'),
	    'partenaires', coalesce((select json_agg(p.nom order by p.nom)
	        from affectation a join partenaire p on p.id = a.partenaire_id
	        where a.signalement_id = s.id and a.retiree_le is null
	        and a.statut in ('EN_COURS', 'FERME')), '[]'),
	    'dernier_message', (select message_usager_json(v, $2)
	        from suivi v where v.signalement_id = s.id
	        and v.visible_usager and v.supprime_le is null
	        order by v.cree_le desc, v.id desc limit 1),
	    'actions', $5::json)::text as corps, null as version, null as lieu
  from signalement s where s.uuid = $1::uuid

-- name: suivi_usager_messages
-- $1 dossier, $2 qualité of the reader, $3 cursor: micros, $4 cursor: id,
-- $5 limite, $6 how far to count
-- porte: systeme
with s as (
	select id from signalement where uuid = $1::uuid
), page as (
	select v.cree_le, v.id, message_usager_json(v, $2) as ligne
	  from s join suivi v on v.signalement_id = s.id
	 where v.visible_usager and v.supprime_le is null
	   and (v.cree_le, v.id) < (instant($3::bigint), $4::bigint)
	 order by v.cree_le desc, v.id desc
	 limit $5::int + 1
), compte as (
	select count(*) as n from (select from suivi v, s
	    where v.signalement_id = s.id and v.visible_usager
	    and v.supprime_le is null limit $6::bigint) x
)
select r.*
  from s, (select array_agg(ligne order by cree_le desc, id desc) as lignes,
       array_agg(curseur(cree_le, id) order by cree_le desc, id desc)
       as curseurs from page) p, compte,
       lateral page_json(p.lignes, p.curseurs, $5::int, compte.n,
       $6::bigint) r

-- name: suivi_usager_message_create
-- $1 dossier, $2 qualité of the author, $3 message, $4 category, $5 statut
-- and $6 last suivi on which the decision was made. After the closing one
-- message only: two at once would have read the same last suivi.
-- porte: systeme
with s as (
	update signalement set dernier_suivi_le = clock_timestamp()
	 where uuid = $1::uuid and statut = $5 and ($4 = 'MESSAGE_USAGER'
	       or dernier_suivi_le is not distinct from $6::timestamptz)
	returning id
), v as (
	insert into suivi (signalement_id, categorie, message, visible_usager,
	       auteur, modifie_qualite)
	select id, $4, $3, true, $2, $2 from s
	returning *
), e as (
	insert into evenement (sujet, objet_id, donnees)
	select 'suivi.usager', signalement_id, jsonb_build_object(
	       'signalement', signalement_id, 'suivi', id)
	  from v
)
select r.* from v, lateral repondre(message_usager_json(v, $2)) r
