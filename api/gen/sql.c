/* Written by api/tools/sql.mjs from api/<noun>/<noun>.sql; never edited. */
#include "gen/sql.h"

const struct db_query SQL_criticite_catalogue = {
	.name = "criticite_catalogue",
	.nparams = 0,
	.lane = DB_READ,
	.text =
	    "select contenu::text as corps, grille::text as version, null as lieu\n"
	    "  from catalogue order by grille desc limit 1\n"
};

const struct db_query SQL_evenement_etat = {
	.name = "evenement_etat",
	.nparams = 1,
	.lane = DB_READ,
	.text =
	    "select etat from evenement where uuid = $1::uuid\n"
};

const struct db_query SQL_evenement_rebuts = {
	.name = "evenement_rebuts",
	.nparams = 3,
	.lane = DB_READ,
	.text =
	    "with page as (\n"
	    "\tselect e.*\n"
	    "\t  from evenement e\n"
	    "\t where e.etat = 'REBUT' and ($2::bigint is null or e.id < $2)\n"
	    "\t order by e.id desc\n"
	    "\t limit $1::int + 1\n"
	    "), lignes as (\n"
	    "\tselect * from page order by id desc limit $1::int\n"
	    "), bilan as (\n"
	    "\tselect coalesce(json_agg(json_build_object('id', uuid, 'sujet', sujet,\n"
	    "\t       'essais', essais, 'erreur', erreur, 'cree_le', rfc3339(cree_le),\n"
	    "\t       'abandonne_le', rfc3339(traite_le)) order by id desc), '[]')\n"
	    "\t       as elements,\n"
	    "\t       case when (select count(*) from page) > $1::int then\n"
	    "\t       (select curseur(cree_le, id) from lignes order by id limit 1)\n"
	    "\t       end as suivant\n"
	    "\t  from lignes\n"
	    "), compte as (\n"
	    "\tselect count(*) as n from (select 1 from evenement\n"
	    "\t    where etat = 'REBUT' limit case $3::text when 'exact' then null\n"
	    "\t    when 'aucun' then 0 else 10001 end) c\n"
	    ")\n"
	    "select json_build_object('elements', b.elements, 'suivant', b.suivant,\n"
	    "\t    'total', json_build_object('valeur', case when $3 <> 'aucun' then\n"
	    "\t    case $3 when 'exact' then c.n else least(c.n, 10000) end end,\n"
	    "\t    'exact', $3 = 'exact' or ($3 = 'borne' and c.n <= 10000)))::text\n"
	    "\t    as corps, null as version, b.suivant as lieu\n"
	    "  from bilan b, compte c\n"
};

const struct db_query SQL_evenement_rejeu = {
	.name = "evenement_rejeu",
	.nparams = 1,
	.lane = DB_WRITE,
	.text =
	    "with effet as (\n"
	    "\tupdate evenement set etat = 'A_FAIRE', essais = 0, erreur = null,\n"
	    "\t       prochain_essai_le = now(), traite_le = null\n"
	    "\t where uuid = $1::uuid and etat = 'REBUT'\n"
	    "\treturning *\n"
	    ")\n"
	    "select r.corps, r.version, r.lieu\n"
	    "  from effet e, lateral repondre(json_build_object('id', e.uuid,\n"
	    "       'sujet', e.sujet, 'essais', e.essais, 'erreur', e.erreur,\n"
	    "       'cree_le', rfc3339(e.cree_le), 'abandonne_le',\n"
	    "       rfc3339(e.traite_le))) r\n"
};

const struct db_query SQL_idempotence_lue = {
	.name = "idempotence_lue",
	.nparams = 2,
	.lane = DB_READ,
	.text =
	    "select empreinte, statut, corps, version, lieu from idempotence\n"
	    " where appelant = $1 and cle = $2 and cree_le > now() - interval '24 hours'\n"
};

const struct db_query SQL_idempotence_ouvrir = {
	.name = "idempotence_ouvrir",
	.nparams = 4,
	.lane = DB_WRITE,
	.text =
	    "select idempotence_ouvrir($1, $2, $3, $4::int)\n"
};

const struct db_query SQL_partenaire_list = {
	.name = "partenaire_list",
	.nparams = 6,
	.lane = DB_READ,
	.text =
	    "with portee as (\n"
	    "\tselect p.id, p.nom\n"
	    "\t  from utilisateur u\n"
	    "\t  join partenaire p on not p.archive and (u.role = 'SUPER_ADMIN'\n"
	    "\t       or p.territoire_id = any (u.territoires))\n"
	    "\t  left join territoire t on t.id = p.territoire_id\n"
	    "\t where u.uuid = $1::uuid and u.statut = 'ACTIF'\n"
	    "\t   and ($2::text is null or t.code = $2)\n"
	    "\t   and ($3::text is null or position(sans_accent($3)\n"
	    "\t       in sans_accent(p.nom)) > 0)\n"
	    "), page as (\n"
	    "\tselect id, nom, row_number() over (order by nom, id) as rang\n"
	    "\t  from portee\n"
	    "\t where $5::bigint is null or (nom, id) > (select d.nom, d.id\n"
	    "\t       from partenaire d where d.id = $5)\n"
	    "\t order by nom, id\n"
	    "\t limit $4::int + 1\n"
	    "), lignes as (\n"
	    "\tselect g.rang, g.id, json_build_object('id', p.uuid, 'nom', p.nom,\n"
	    "\t       'type', p.type, 'territoire', (select t.code from territoire t\n"
	    "\t       where t.id = p.territoire_id), 'competences', p.competences,\n"
	    "\t       'email', p.email) as ligne\n"
	    "\t  from page g join partenaire p on p.id = g.id\n"
	    "\t where g.rang <= $4::int\n"
	    "), bilan as (\n"
	    "\tselect coalesce(json_agg(ligne order by rang), '[]') as elements,\n"
	    "\t       case when (select count(*) from page) > $4::int then\n"
	    "\t       (select curseur(timestamptz 'epoch', id) from lignes\n"
	    "\t       order by rang desc limit 1) end as suivant\n"
	    "\t  from lignes\n"
	    "), compte as (\n"
	    "\tselect count(*) as n from (select 1 from portee limit case $6::text\n"
	    "\t    when 'exact' then null when 'aucun' then 0 else 10001 end) c\n"
	    ")\n"
	    "select json_build_object('elements', b.elements, 'suivant', b.suivant,\n"
	    "\t    'total', json_build_object('valeur', case when $6 <> 'aucun' then\n"
	    "\t    case $6 when 'exact' then c.n else least(c.n, 10000) end end,\n"
	    "\t    'exact', $6 = 'exact' or ($6 = 'borne' and c.n <= 10000)))::text\n"
	    "\t    as corps, null as version, b.suivant as lieu\n"
	    "  from bilan b, compte c\n"
};

const struct db_query SQL_sante_pret = {
	.name = "sante_pret",
	.nparams = 1,
	.lane = DB_READ,
	.text =
	    "select json_build_object('statut', 'pret', 'version', $1::text)::text as corps,\n"
	    "       null as version, null as lieu\n"
	    "  from (select 1 from catalogue limit 1) catalogue\n"
};

const struct db_query SQL_signalement_deja_depose = {
	.name = "signalement_deja_depose",
	.nparams = 3,
	.lane = DB_READ,
	.text =
	    "select signalement_cree_json(s, $3)::text as corps, s.version::text as version,\n"
	    "\t'/api/v1/signalements/' || s.uuid as lieu\n"
	    "  from signalement s, utilisateur u\n"
	    " where u.uuid = $1::uuid and s.cree_par_partenaire = any (u.partenaires) and s.reference_externe = $2\n"
};

const struct db_query SQL_signalement_deposer = {
	.name = "signalement_deposer",
	.nparams = 16,
	.lane = DB_WRITE,
	.text =
	    "with qui as (\n"
	    "\tselect max(id) as id from utilisateur where uuid = $1::uuid\n"
	    "), numero as (\n"
	    "\tinsert into reference_compteur (territoire_id, annee, dernier)\n"
	    "\tselect t.id, extract(year from now() at time zone t.fuseau)::int, 1 from territoire t where t.id = $2::smallint\n"
	    "\ton conflict (territoire_id, annee) do update set dernier = reference_compteur.dernier + 1\n"
	    "\treturning territoire_id, annee, dernier\n"
	    "), s as (\n"
	    "\tinsert into signalement (territoire_id, reference_annee, reference_numero, reference_externe, brouillon, source,\n"
	    "\t\tprofil_declarant, profil_occupant, logement_social, logement_vacant, adresse, occupant, declarant,\n"
	    "\t\tbailleur, agence, syndic, logement, foyer, procedure, description, precisions, precisions_libres,\n"
	    "\t\tgrille, score, score_batiment, score_logement, qualifications, procedures, position,\n"
	    "\t\tcree_par, cree_par_partenaire, modifie_par, modifie_qualite)\n"
	    "\tselect numero.territoire_id, numero.annee, numero.dernier, b ->> 'reference_externe', $15::uuid, $14,\n"
	    "\t\tb ->> 'profil_declarant', b ->> 'profil_occupant', (b ->> 'logement_social')::boolean,\n"
	    "\t\tcoalesce((b #>> '{logement,vacant}')::boolean, false), b -> 'adresse',\n"
	    "\t\tcoalesce(b -> 'occupant', '{}'), coalesce(b -> 'declarant', '{}'), coalesce(b -> 'bailleur', '{}'),\n"
	    "\t\tcoalesce(b -> 'agence', '{}'), coalesce(b -> 'syndic', '{}'), coalesce(b -> 'logement', '{}'),\n"
	    "\t\tcoalesce(b -> 'foyer', '{}'), coalesce(b -> 'procedure', '{}'), b ->> 'description',\n"
	    "\t\t$5::smallint[], $6::jsonb, $7::int, $8::double precision, $9::double precision, $10::double precision,\n"
	    "\t\t$12::jsonb, $13::text[],\n"
	    "\t\tst_setsrid(st_makepoint((b #>> '{adresse,longitude}')::double precision,\n"
	    "\t\t\t(b #>> '{adresse,latitude}')::double precision), 4326),\n"
	    "\t\tqui.id, $3::bigint, qui.id, case when qui.id is not null then 'agent'\n"
	    "\t\t\twhen b ->> 'profil_declarant' in ('LOCATAIRE', 'BAILLEUR_OCCUPANT') then 'occupant'\n"
	    "\t\t\telse 'declarant' end\n"
	    "\t  from numero, qui, (select $4::jsonb as b) x\n"
	    "\treturning *\n"
	    "), e as (\n"
	    "\tinsert into evaluation (signalement_id, grille, score, score_batiment, score_logement, contributions,\n"
	    "\t\tqualifications)\n"
	    "\tselect id, grille, score, score_batiment, score_logement, $11::jsonb, qualifications from s\n"
	    "), d as (\n"
	    "\tupdate brouillon set signalement_id = s.id, modifie_le = now() from s where brouillon.uuid = s.brouillon\n"
	    "), evenements as (\n"
	    "\tinsert into evenement (sujet, objet_id, donnees)\n"
	    "\tselect 'signalement.depose', id, jsonb_build_object('signalement', id) from s\n"
	    ")\n"
	    "select r.* from s, lateral repondre(signalement_cree_json(s, $16), s.version,\n"
	    "\tcase when s.cree_par is not null then '/api/v1/signalements/' || s.uuid end) r\n"
};

const struct db_query SQL_signalement_du_brouillon = {
	.name = "signalement_du_brouillon",
	.nparams = 2,
	.lane = DB_READ,
	.text =
	    "select signalement_cree_json(s, $2)::text as corps, s.version::text as version, null as lieu\n"
	    "  from signalement s where s.brouillon = $1::uuid\n"
};

const struct db_query SQL_signalement_facts = {
	.name = "signalement_facts",
	.nparams = 2,
	.lane = DB_READ,
	.text =
	    "select s.version, s.statut, u.role in ('SUPER_ADMIN', 'RESPONSABLE_TERRITOIRE') as responsable,\n"
	    "\tu.droit_affectation and s.territoire_id = any (u.territoires) as droit_affectation,\n"
	    "\texists (select from affectation a where a.signalement_id = s.id and a.retiree_le is null\n"
	    "\t\tand a.statut = 'EN_COURS' and a.partenaire_id = any (u.partenaires)) as en_charge\n"
	    "  from signalements_visibles($1::uuid) s, utilisateur u\n"
	    " where s.uuid = $2::uuid and u.uuid = $1::uuid\n"
};

const struct db_query SQL_signalement_get = {
	.name = "signalement_get",
	.nparams = 2,
	.lane = DB_READ,
	.text =
	    "select s.version, s.statut, u.role in ('SUPER_ADMIN', 'RESPONSABLE_TERRITOIRE') as responsable,\n"
	    "\tu.droit_affectation and s.territoire_id = any (u.territoires) as droit_affectation,\n"
	    "\texists (select from affectation a where a.signalement_id = s.id and a.retiree_le is null\n"
	    "\t\tand a.statut = 'EN_COURS' and a.partenaire_id = any (u.partenaires)) as en_charge,\n"
	    "\tsignalement_json(s, '{}') as corps\n"
	    "  from signalements_visibles($1::uuid) s, utilisateur u\n"
	    " where s.uuid = $2::uuid and u.uuid = $1::uuid\n"
};

const struct db_query SQL_signalement_historique = {
	.name = "signalement_historique",
	.nparams = 6,
	.lane = DB_READ,
	.text =
	    "with s as (\n"
	    "\tselect id from signalements_visibles($1::uuid) where uuid = $2::uuid\n"
	    "), page as (\n"
	    "\tselect h.fait_le, h.id, historique_json(h) as ligne from s join historique h on h.signalement_id = s.id\n"
	    "\t where h.id < $4::bigint and $3::bigint is not null\n"
	    "\t order by h.id desc limit $5::int + 1\n"
	    "), compte as (\n"
	    "\tselect count(*) as n from (select from historique h, s where h.signalement_id = s.id limit $6::bigint) x\n"
	    ")\n"
	    "select r.* from s, (select array_agg(ligne order by id desc) as lignes,\n"
	    "\tarray_agg(curseur(fait_le, id) order by id desc) as curseurs from page) p, compte,\n"
	    "\tlateral page_json(p.lignes, p.curseurs, $5::int, compte.n, $6::bigint) r\n"
};

const struct db_query SQL_signalement_lieu = {
	.name = "signalement_lieu",
	.nparams = 3,
	.lane = DB_READ,
	.text =
	    "select t.id as territoire, t.code, t.actif as ouvert,\n"
	    "\t$1::uuid is null or u.role = 'SUPER_ADMIN' or t.id = any (u.territoires) as permis,\n"
	    "\t(select p.id from partenaire p where p.id = any (u.partenaires)\n"
	    "\t\tand (p.territoire_id = t.id or u.role = 'SUPER_ADMIN') order by p.id limit 1) as partenaire\n"
	    "  from (select c.territoire_id from commune c\n"
	    "\t where c.code_postal = $3 and ($2::text is null or c.code_insee = $2)\n"
	    "\t order by c.population desc limit 1) c\n"
	    "  join territoire t on t.id = c.territoire_id\n"
	    "  left join utilisateur u on u.uuid = $1::uuid and u.statut = 'ACTIF'\n"
};

const struct db_query SQL_signalement_list_national = {
	.name = "signalement_list_national",
	.nparams = 8,
	.lane = DB_READ,
	.text =
	    "with page as (\n"
	    "\tselect s.cree_le, s.id, signalement_resume_json(s) as ligne\n"
	    "\t  from signalements_visibles($1::uuid) s\n"
	    "\t where s.statut = any (coalesce($3::text[], array['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE']))\n"
	    "\t   and $2::text is null and $4::text is null\n"
	    "\t   and (s.cree_le, s.id) < (instant($5::bigint), $6::bigint)\n"
	    "\t order by s.cree_le desc, s.id desc limit $7::int + 1\n"
	    "), compte as (\n"
	    "\tselect count(*) as n from (select from signalements_visibles($1::uuid) s\n"
	    "\t where s.statut = any (coalesce($3::text[], array['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE']))\n"
	    "\t   and $2::text is null and $4::text is null\n"
	    "\t limit $8::bigint) x\n"
	    ")\n"
	    "select r.* from (select array_agg(ligne order by cree_le desc, id desc) as lignes,\n"
	    "\tarray_agg(curseur(cree_le, id) order by cree_le desc, id desc) as curseurs from page) p, compte,\n"
	    "\tlateral page_json(p.lignes, p.curseurs, $7::int, compte.n, $8::bigint) r\n"
};

const struct db_query SQL_signalement_list_partenaire = {
	.name = "signalement_list_partenaire",
	.nparams = 8,
	.lane = DB_READ,
	.text =
	    "with trouves as materialized (\n"
	    "\tselect s as dossier, s.cree_le, s.id\n"
	    "\t  from signalements_visibles($1::uuid) s\n"
	    "\t where s.id in (select a.signalement_id from affectation a, utilisateur u\n"
	    "\t\twhere u.uuid = $1::uuid and a.partenaire_id = any (u.partenaires) and a.retiree_le is null)\n"
	    "\t   and s.statut = any (coalesce($3::text[], array['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE']))\n"
	    "\t   and ($2::text is null or s.territoire_id = (select id from territoire where code = $2))\n"
	    "\t   and ($4::text is null or (s.reference = $4 or s.recherche like '%' || sans_accent($4) || '%'))\n"
	    "), page as (\n"
	    "\tselect cree_le, id, signalement_resume_json(dossier) as ligne from trouves\n"
	    "\t where (cree_le, id) < (instant($5::bigint), $6::bigint)\n"
	    "\t order by cree_le desc, id desc limit $7::int + 1\n"
	    ")\n"
	    "select r.* from (select array_agg(ligne order by cree_le desc, id desc) as lignes,\n"
	    "\tarray_agg(curseur(cree_le, id) order by cree_le desc, id desc) as curseurs from page) p,\n"
	    "\tlateral page_json(p.lignes, p.curseurs, $7::int, (select least(count(*), $8::bigint) from trouves),\n"
	    "\t$8::bigint) r\n"
};

const struct db_query SQL_signalement_list_recherche = {
	.name = "signalement_list_recherche",
	.nparams = 8,
	.lane = DB_READ,
	.text =
	    "with trouves as materialized (\n"
	    "\tselect s as dossier, s.cree_le, s.id\n"
	    "\t  from signalements_visibles($1::uuid) s\n"
	    "\t where (s.reference = $4 or s.recherche like '%' || sans_accent($4) || '%')\n"
	    "\t   and s.statut = any (coalesce($3::text[], array['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE']))\n"
	    "\t   and ($2::text is null or s.territoire_id = (select id from territoire where code = $2))\n"
	    "), page as (\n"
	    "\tselect cree_le, id, signalement_resume_json(dossier) as ligne from trouves\n"
	    "\t where (cree_le, id) < (instant($5::bigint), $6::bigint)\n"
	    "\t order by cree_le desc, id desc limit $7::int + 1\n"
	    ")\n"
	    "select r.* from (select array_agg(ligne order by cree_le desc, id desc) as lignes,\n"
	    "\tarray_agg(curseur(cree_le, id) order by cree_le desc, id desc) as curseurs from page) p,\n"
	    "\tlateral page_json(p.lignes, p.curseurs, $7::int, (select least(count(*), $8::bigint) from trouves),\n"
	    "\t$8::bigint) r\n"
};

const struct db_query SQL_signalement_list_territoire = {
	.name = "signalement_list_territoire",
	.nparams = 8,
	.lane = DB_READ,
	.text =
	    "with page as (\n"
	    "\tselect s.cree_le, s.id, signalement_resume_json(s) as ligne\n"
	    "\t  from signalements_visibles($1::uuid) s\n"
	    "\t where s.territoire_id = (select id from territoire where code = $2)\n"
	    "\t   and s.statut = any (coalesce($3::text[], array['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE'])) and $4::text is null\n"
	    "\t   and (s.cree_le, s.id) < (instant($5::bigint), $6::bigint)\n"
	    "\t order by s.cree_le desc, s.id desc limit $7::int + 1\n"
	    "), compte as (\n"
	    "\tselect count(*) as n from (select from signalements_visibles($1::uuid) s\n"
	    "\t where s.territoire_id = (select id from territoire where code = $2)\n"
	    "\t   and s.statut = any (coalesce($3::text[], array['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE'])) and $4::text is null\n"
	    "\t limit $8::bigint) x\n"
	    ")\n"
	    "select r.* from (select array_agg(ligne order by cree_le desc, id desc) as lignes,\n"
	    "\tarray_agg(curseur(cree_le, id) order by cree_le desc, id desc) as curseurs from page) p, compte,\n"
	    "\tlateral page_json(p.lignes, p.curseurs, $7::int, compte.n, $8::bigint) r\n"
};

const struct db_query SQL_signalement_list_territoire_statut = {
	.name = "signalement_list_territoire_statut",
	.nparams = 8,
	.lane = DB_READ,
	.text =
	    "with page as (\n"
	    "\tselect s.cree_le, s.id, signalement_resume_json(s) as ligne\n"
	    "\t  from signalements_visibles($1::uuid) s\n"
	    "\t where s.territoire_id = (select id from territoire where code = $2)\n"
	    "\t   and s.statut = ($3::text[])[1] and $4::text is null\n"
	    "\t   and (s.cree_le, s.id) < (instant($5::bigint), $6::bigint)\n"
	    "\t order by s.cree_le desc, s.id desc limit $7::int + 1\n"
	    "), compte as (\n"
	    "\tselect count(*) as n from (select from signalements_visibles($1::uuid) s\n"
	    "\t where s.territoire_id = (select id from territoire where code = $2)\n"
	    "\t   and s.statut = ($3::text[])[1] and $4::text is null\n"
	    "\t limit $8::bigint) x\n"
	    ")\n"
	    "select r.* from (select array_agg(ligne order by cree_le desc, id desc) as lignes,\n"
	    "\tarray_agg(curseur(cree_le, id) order by cree_le desc, id desc) as curseurs from page) p, compte,\n"
	    "\tlateral page_json(p.lignes, p.curseurs, $7::int, compte.n, $8::bigint) r\n"
};

const struct db_query SQL_signalement_motif = {
	.name = "signalement_motif",
	.nparams = 2,
	.lane = DB_READ,
	.text =
	    "select travaux_requis from motif where usage = $1 and code = $2\n"
};

const struct db_query SQL_signalement_motifs = {
	.name = "signalement_motifs",
	.nparams = 0,
	.lane = DB_READ,
	.text =
	    "select json_build_object('elements', json_agg(json_build_object('usage', usage, 'code', code, 'libelle', libelle,\n"
	    "\t'travaux_requis', travaux_requis) order by usage, ordre)) as corps, null as version, null as lieu from motif\n"
};

const struct db_query SQL_signalement_transition = {
	.name = "signalement_transition",
	.nparams = 12,
	.lane = DB_WRITE,
	.text =
	    "with qui as (\n"
	    "\tselect id, role, partenaires from utilisateur where uuid = $1::uuid\n"
	    "), s as (\n"
	    "\tupdate signalement set statut = $4, version = version + 1,\n"
	    "\t\tmotif_refus = case when $4 = 'REFUSE' then $5 end,\n"
	    "\t\tmotif_cloture = case when $4 = 'FERME' then $6 end,\n"
	    "\t\ttravaux_cloture = case when $4 = 'FERME' then $7 end,\n"
	    "\t\tvalide_le = case when $4 = 'EN_COURS' then coalesce(valide_le, now()) else valide_le end,\n"
	    "\t\tferme_le = case when $4 in ('FERME', 'REFUSE') then now()\n"
	    "\t\t\twhen $4 = 'EN_COURS' then null else ferme_le end,\n"
	    "\t\tdernier_suivi_le = case when $8::text is null then dernier_suivi_le else now() end,\n"
	    "\t\tmodifie_le = now(), modifie_par = qui.id, modifie_qualite = 'agent'\n"
	    "\t  from qui\n"
	    "\t where signalement.uuid = $2::uuid and signalement.version = $3::int\n"
	    "\treturning signalement.*\n"
	    "), affectations as (\n"
	    "\tupdate affectation a set version = a.version + 1,\n"
	    "\t\tstatut = case s.statut when 'FERME' then 'FERME' when 'EN_COURS' then 'NOUVEAU' else a.statut end,\n"
	    "\t\tmotif = case s.statut when 'FERME' then $6 when 'EN_COURS' then null else a.motif end,\n"
	    "\t\ttravaux = case s.statut when 'FERME' then $7 when 'EN_COURS' then null else a.travaux end,\n"
	    "\t\tretiree_le = case when s.statut = 'ARCHIVE' then now() end,\n"
	    "\t\tmodifie_le = now(), modifie_par = s.modifie_par, modifie_qualite = 'agent'\n"
	    "\t  from s\n"
	    "\t where a.signalement_id = s.id and a.retiree_le is null and (\n"
	    "\t\t(s.statut = 'FERME' and a.statut in ('NOUVEAU', 'EN_COURS'))\n"
	    "\t\tor (s.statut = 'EN_COURS' and a.statut = 'FERME')\n"
	    "\t\tor (s.statut = 'ARCHIVE' and a.statut = 'NOUVEAU'))\n"
	    "\treturning a.partenaire_id, a.signalement_id\n"
	    "), abonnes as (\n"
	    "\tinsert into abonnement (utilisateur_id, signalement_id, cree_par)\n"
	    "\tselect qui.id, s.id, qui.id from s, qui\n"
	    "\t where s.statut = 'EN_COURS' and qui.role = 'RESPONSABLE_TERRITOIRE'\n"
	    "\ton conflict do nothing\n"
	    "), desabonnes as (\n"
	    "\tdelete from abonnement b using s\n"
	    "\t where s.statut in ('FERME', 'ARCHIVE') and b.signalement_id = s.id and b.utilisateur_id in (\n"
	    "\t\tselect up.utilisateur_id from affectations a\n"
	    "\t\tjoin utilisateur_partenaire up on up.partenaire_id = a.partenaire_id\n"
	    "\t\tjoin utilisateur u on u.id = up.utilisateur_id and u.role <> 'RESPONSABLE_TERRITOIRE')\n"
	    "), v as (\n"
	    "\tinsert into suivi (signalement_id, categorie, message, visible_usager, auteur, cree_par, partenaire_id,\n"
	    "\t\tmodifie_par, modifie_qualite)\n"
	    "\tselect s.id, $9, $8, $10::boolean and not s.logement_vacant, 'agent', qui.id,\n"
	    "\t\t(select p.id from partenaire p where p.id = any (qui.partenaires)\n"
	    "\t\t\tand p.territoire_id = s.territoire_id limit 1), qui.id, 'agent'\n"
	    "\t  from s, qui where $8::text is not null\n"
	    "\treturning id, visible_usager\n"
	    "), evenements as (\n"
	    "\tinsert into evenement (sujet, objet_id, donnees)\n"
	    "\tselect $11, s.id, jsonb_build_object('signalement', s.id, 'message', $8::text,\n"
	    "\t\t'visible_usager', coalesce((select visible_usager from v), $10::boolean), 'par', s.modifie_par)\n"
	    "\t  from s\n"
	    ")\n"
	    "select r.* from s, lateral repondre(signalement_json(s, $12::json), s.version, null) r\n"
};

const struct db_query SQL_territoire_communes = {
	.name = "territoire_communes",
	.nparams = 2,
	.lane = DB_READ,
	.text =
	    "with demande as (\n"
	    "\tselect regexp_replace(mots($1::text), '^st(e?) ', 'saint\\1 ') as debut\n"
	    "), trouvees as (\n"
	    "\tselect c.id, c.nom, c.code_postal, c.code_insee, c.territoire_id,\n"
	    "\t       c.population\n"
	    "\t  from commune c, demande d\n"
	    "\t where $1 !~ '^[0-9]+$' and d.debut <> ''\n"
	    "\t   and mots(c.nom) ~>=~ d.debut and mots(c.nom) ~<~ d.debut || chr(1114111)\n"
	    "\tunion all\n"
	    "\tselect c.id, c.nom, c.code_postal, c.code_insee, c.territoire_id,\n"
	    "\t       c.population\n"
	    "\t  from commune c\n"
	    "\t where $1 ~ '^[0-9]{2,5}$'\n"
	    "\t   and c.code_postal >= rpad($1, 5, '0')\n"
	    "\t   and c.code_postal <= rpad($1, 5, '9')\n"
	    "), premieres as (\n"
	    "\tselect * from trouvees\n"
	    "\t order by population desc, nom, code_postal\n"
	    "\t limit $2::int\n"
	    ")\n"
	    "select json_build_object('elements', coalesce(json_agg(json_build_object(\n"
	    "\t    'nom', p.nom, 'code_postal', p.code_postal,\n"
	    "\t    'code_insee', p.code_insee, 'territoire', t.code)\n"
	    "\t    order by p.population desc, p.nom, p.code_postal), '[]'))::text\n"
	    "\t    as corps, null as version, null as lieu\n"
	    "  from premieres p join territoire t on t.id = p.territoire_id\n"
};

const struct db_query SQL_territoire_epci = {
	.name = "territoire_epci",
	.nparams = 1,
	.lane = DB_READ,
	.text =
	    "select json_build_object('elements', coalesce(json_agg(json_build_object(\n"
	    "\t    'siren', e.siren, 'nom', e.nom) order by e.nom), '[]'))::text\n"
	    "\t    as corps, null as version, null as lieu\n"
	    "  from epci e\n"
	    " where e.id in (select c.epci_id from commune c\n"
	    "\t    join territoire t on t.id = c.territoire_id where t.code = $1)\n"
};

const struct db_query SQL_territoire_list = {
	.name = "territoire_list",
	.nparams = 0,
	.lane = DB_READ,
	.text =
	    "select json_build_object('elements', coalesce(json_agg(territoire_json(id)\n"
	    "\t    order by code), '[]'))::text as corps, null as version, null as lieu\n"
	    "  from territoire\n"
};

const struct db_query SQL_territoire_verify = {
	.name = "territoire_verify",
	.nparams = 2,
	.lane = DB_READ,
	.text =
	    "with demande as (\n"
	    "\tselect case\n"
	    "\t    when $1::text = '13001' and $2::text = '13055' then '13201'\n"
	    "\t    when $1 = '69001' and $2 = '69123' then '69381'\n"
	    "\t    else $2 end as insee\n"
	    "), trouve as (\n"
	    "\tselect t.id, t.nom, t.actif\n"
	    "\t  from commune c\n"
	    "\t  join territoire t on t.id = c.territoire_id\n"
	    "\t  cross join demande d\n"
	    "\t where c.code_postal = $1 and (d.insee is null or c.code_insee = d.insee)\n"
	    "\t order by t.actif desc\n"
	    "\t limit 1\n"
	    ")\n"
	    "select json_build_object('ouvert', coalesce(t.actif, false),\n"
	    "\t    'territoire', territoire_json(t.id),\n"
	    "\t    'message', case\n"
	    "\t    when t.actif then 'Vous pouvez signaler un logement à cette adresse.'\n"
	    "\t    when not t.actif then 'Le service n''est pas encore ouvert dans le '\n"
	    "\t        || 'territoire « ' || t.nom || ' ». Appelez le 0806 706 806 '\n"
	    "\t        || '(prix d''un appel local) : un conseiller vous aidera.'\n"
	    "\t    when $2 is not null then 'Ce code postal et cette commune ne vont '\n"
	    "\t        || 'pas ensemble. Vérifiez l''adresse.'\n"
	    "\t    else 'Aucune commune n''a ce code postal. Vérifiez l''adresse.'\n"
	    "\t    end)::text as corps, null as version, null as lieu\n"
	    "  from demande left join trouve t on true\n"
};

const struct db_query SQL_utilisateur_list = {
	.name = "utilisateur_list",
	.nparams = 5,
	.lane = DB_READ,
	.text =
	    "with cible as (\n"
	    "\tselect p.id\n"
	    "\t  from utilisateur u\n"
	    "\t  join partenaire p on p.uuid = $2::uuid and not p.archive\n"
	    "\t where u.uuid = $1::uuid and u.statut = 'ACTIF' and case u.role\n"
	    "\t       when 'SUPER_ADMIN' then true\n"
	    "\t       when 'RESPONSABLE_TERRITOIRE'\n"
	    "\t       then p.territoire_id = any (u.territoires)\n"
	    "\t       else p.id = any (u.partenaires) end\n"
	    "), portee as (\n"
	    "\tselect a.id, a.nom, a.prenom\n"
	    "\t  from cible\n"
	    "\t  join utilisateur_partenaire up on up.partenaire_id = cible.id\n"
	    "\t  join utilisateur a on a.id = up.utilisateur_id\n"
	    "\t where a.statut = 'ACTIF'\n"
	    "), page as (\n"
	    "\tselect id, row_number() over (order by nom, prenom, id) as rang\n"
	    "\t  from portee\n"
	    "\t where $4::bigint is null or (nom, prenom, id) > (select d.nom,\n"
	    "\t       d.prenom, d.id from utilisateur d where d.id = $4)\n"
	    "\t order by nom, prenom, id\n"
	    "\t limit $3::int + 1\n"
	    "), lignes as (\n"
	    "\tselect g.rang, g.id, json_build_object('id', a.uuid, 'nom', a.nom,\n"
	    "\t       'prenom', a.prenom, 'fonction', a.fonction) as ligne\n"
	    "\t  from page g join utilisateur a on a.id = g.id\n"
	    "\t where g.rang <= $3::int\n"
	    "), bilan as (\n"
	    "\tselect coalesce(json_agg(ligne order by rang), '[]') as elements,\n"
	    "\t       case when (select count(*) from page) > $3::int then\n"
	    "\t       (select curseur(timestamptz 'epoch', id) from lignes\n"
	    "\t       order by rang desc limit 1) end as suivant\n"
	    "\t  from lignes\n"
	    "), compte as (\n"
	    "\tselect count(*) as n from (select 1 from portee limit case $5::text\n"
	    "\t    when 'exact' then null when 'aucun' then 0 else 10001 end) c\n"
	    ")\n"
	    "select json_build_object('elements', b.elements, 'suivant', b.suivant,\n"
	    "\t    'total', json_build_object('valeur', case when $5 <> 'aucun' then\n"
	    "\t    case $5 when 'exact' then c.n else least(c.n, 10000) end end,\n"
	    "\t    'exact', $5 = 'exact' or ($5 = 'borne' and c.n <= 10000)))::text\n"
	    "\t    as corps, null as version, b.suivant as lieu\n"
	    "  from cible, bilan b, compte c\n"
};

const struct db_query *const sql_queries[] = {
	&SQL_criticite_catalogue,
	&SQL_evenement_etat,
	&SQL_evenement_rebuts,
	&SQL_evenement_rejeu,
	&SQL_idempotence_lue,
	&SQL_idempotence_ouvrir,
	&SQL_partenaire_list,
	&SQL_sante_pret,
	&SQL_signalement_deja_depose,
	&SQL_signalement_deposer,
	&SQL_signalement_du_brouillon,
	&SQL_signalement_facts,
	&SQL_signalement_get,
	&SQL_signalement_historique,
	&SQL_signalement_lieu,
	&SQL_signalement_list_national,
	&SQL_signalement_list_partenaire,
	&SQL_signalement_list_recherche,
	&SQL_signalement_list_territoire,
	&SQL_signalement_list_territoire_statut,
	&SQL_signalement_motif,
	&SQL_signalement_motifs,
	&SQL_signalement_transition,
	&SQL_territoire_communes,
	&SQL_territoire_epci,
	&SQL_territoire_list,
	&SQL_territoire_verify,
	&SQL_utilisateur_list,
};
const size_t sql_nqueries = sizeof(sql_queries) / sizeof(sql_queries[0]);
