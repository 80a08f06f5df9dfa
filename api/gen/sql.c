/* Written by api/tools/sql.mjs from api/<noun>/<noun>.sql; never edited. */
#include "gen/sql.h"

const struct db_query SQL_affectation_agents = {
	.name = "affectation_agents",
	.nparams = 2,
	.lane = DB_READ,
	.text =
	    "select (select count(distinct x) from unnest($2::uuid[]) x) - count(*) as inconnus\n"
	    "  from affectation a\n"
	    "  join utilisateur_partenaire up on up.partenaire_id = a.partenaire_id\n"
	    "  join utilisateur u on u.id = up.utilisateur_id and u.statut = 'ACTIF'\n"
	    " where a.uuid = $1::uuid and u.uuid = any ($2::uuid[])\n"
};

const struct db_query SQL_affectation_candidat = {
	.name = "affectation_candidat",
	.nparams = 3,
	.lane = DB_READ,
	.text =
	    "select p.territoire_id = s.territoire_id and not p.archive as affectable,\n"
	    "\texists (select from affectation a where a.signalement_id = s.id and a.partenaire_id = p.id\n"
	    "\t\tand a.retiree_le is null) as deja, p.id = any (u.partenaires) as mienne\n"
	    "  from signalements_visibles($1::uuid) s, partenaire p, utilisateur u\n"
	    " where s.uuid = $2::uuid and p.uuid = $3::uuid and u.uuid = $1::uuid\n"
};

const struct db_query SQL_affectation_create = {
	.name = "affectation_create",
	.nparams = 4,
	.lane = DB_WRITE,
	.text =
	    "with s as (\n"
	    "\tupdate signalement set modifie_le = clock_timestamp()\n"
	    "\t where id = (select id from signalements_visibles($1::uuid) where uuid = $2::uuid)\n"
	    "\t   and statut in ('EN_COURS', 'INJONCTION_BAILLEUR')\n"
	    "\treturning id, territoire_id\n"
	    "), a as (\n"
	    "\tinsert into affectation (signalement_id, partenaire_id, cree_par, modifie_par, modifie_qualite)\n"
	    "\tselect s.id, p.id, u.id, u.id, 'agent'\n"
	    "\t  from s, partenaire p, utilisateur u\n"
	    "\t where p.uuid = $3::uuid and p.territoire_id = s.territoire_id and not p.archive and u.uuid = $1::uuid\n"
	    "\treturning *\n"
	    "), evenements as (\n"
	    "\tinsert into evenement (sujet, objet_id, donnees)\n"
	    "\tselect 'affectation.creee', a.id, jsonb_build_object('signalement', a.signalement_id, 'affectation', a.id,\n"
	    "\t\t'par', a.cree_par) from a\n"
	    ")\n"
	    "select r.* from a, lateral repondre(affectation_json(a, $4::json), a.version, '/api/v1/affectations/' || a.uuid) r\n"
};

const struct db_query SQL_affectation_delete = {
	.name = "affectation_delete",
	.nparams = 3,
	.lane = DB_WRITE,
	.text =
	    "with qui as (\n"
	    "\tselect id from utilisateur where uuid = $1::uuid\n"
	    "), a as (\n"
	    "\tupdate affectation set retiree_le = now(), version = version + 1,\n"
	    "\t\tmodifie_le = now(), modifie_par = qui.id, modifie_qualite = 'agent'\n"
	    "\t  from qui\n"
	    "\t where affectation.uuid = $2::uuid and affectation.version = $3::int and affectation.retiree_le is null\n"
	    "\treturning affectation.*\n"
	    "), desabonnes as (\n"
	    "\tdelete from abonnement b using a\n"
	    "\t where b.signalement_id = a.signalement_id and b.utilisateur_id in (\n"
	    "\t\tselect up.utilisateur_id from utilisateur_partenaire up\n"
	    "\t\tjoin utilisateur u on u.id = up.utilisateur_id and u.role <> 'RESPONSABLE_TERRITOIRE'\n"
	    "\t\twhere up.partenaire_id = a.partenaire_id)\n"
	    ")\n"
	    "select a.uuid::text as corps, a.version::text as version, null as lieu from a\n"
};

const struct db_query SQL_affectation_facts = {
	.name = "affectation_facts",
	.nparams = 2,
	.lane = DB_READ,
	.text =
	    "select a.version, a.statut, s.statut as statut_dossier, s.uuid as signalement,\n"
	    "\tu.role in ('SUPER_ADMIN', 'RESPONSABLE_TERRITOIRE') as responsable,\n"
	    "\tu.droit_affectation and s.territoire_id = any (u.territoires) as droit_affectation,\n"
	    "\ta.partenaire_id = any (u.partenaires) as mienne, a.synchronisee,\n"
	    "\taffectation_json(a, '{}') as corps\n"
	    "  from affectation a\n"
	    "  join utilisateur u on u.uuid = $1::uuid\n"
	    "  join signalements_visibles($1::uuid) s on s.id = a.signalement_id\n"
	    " where a.uuid = $2::uuid and a.retiree_le is null\n"
};

const struct db_query SQL_affectation_list = {
	.name = "affectation_list",
	.nparams = 3,
	.lane = DB_READ,
	.text =
	    "select json_build_object('elements', coalesce(json_agg(affectation_json(a,\n"
	    "\t$3::json -> (a.statut || '/' || (a.partenaire_id = any (u.partenaires) and not a.synchronisee)))\n"
	    "\torder by a.cree_le, a.id), '[]')) as corps, null as version, null as lieu\n"
	    "  from signalements_visibles($1::uuid) s\n"
	    "  join utilisateur u on u.uuid = $1::uuid\n"
	    "  join affectation a on a.signalement_id = s.id and a.retiree_le is null\n"
	    " where s.uuid = $2::uuid\n"
};

const struct db_query SQL_affectation_transition = {
	.name = "affectation_transition",
	.nparams = 13,
	.lane = DB_WRITE,
	.text =
	    "with qui as (\n"
	    "\tselect id, role from utilisateur where uuid = $1::uuid\n"
	    "), lue as (\n"
	    "\tselect a.signalement_id, $4 = 'EN_COURS' and s.statut = 'EN_COURS' and s.source <> 'IMPORT'\n"
	    "\t\tand not exists (select from affectation b where b.signalement_id = a.signalement_id and b.id <> a.id\n"
	    "\t\tand b.retiree_le is null and b.statut = 'EN_COURS')\n"
	    "\t\tand not exists (select from suivi v where v.signalement_id = a.signalement_id\n"
	    "\t\tand v.categorie = 'AFFECTATION_IS_ACCEPTED') as premiere\n"
	    "\t  from affectation a join signalement s on s.id = a.signalement_id\n"
	    "\t where a.uuid = $2::uuid and a.version = $3::int and a.retiree_le is null\n"
	    "), s as (\n"
	    "\tupdate signalement s set modifie_le = clock_timestamp(),\n"
	    "\t\tdernier_suivi_le = case when $10::text is not null or lue.premiere then now() else s.dernier_suivi_le end\n"
	    "\t  from lue where s.id = lue.signalement_id and s.statut in ('EN_COURS', 'INJONCTION_BAILLEUR')\n"
	    "\treturning s.id, s.logement_vacant, lue.premiere\n"
	    "), a as (\n"
	    "\tupdate affectation set statut = $4, version = version + 1, motif = $5, travaux = $6, message = $7,\n"
	    "\t\trepondu_le = case when $4 = 'NOUVEAU' then null else now() end,\n"
	    "\t\trepondu_par = case when $4 = 'NOUVEAU' then null else qui.id end,\n"
	    "\t\tmodifie_le = now(), modifie_par = qui.id, modifie_qualite = 'agent'\n"
	    "\t  from qui, s\n"
	    "\t where affectation.uuid = $2::uuid and affectation.version = $3::int and affectation.retiree_le is null\n"
	    "\t   and affectation.signalement_id = s.id\n"
	    "\treturning affectation.*\n"
	    "), accueil as (\n"
	    "\tinsert into suivi (signalement_id, categorie, message, visible_usager, auteur)\n"
	    "\tselect s.id, 'AFFECTATION_IS_ACCEPTED',\n"
	    "\t\t'Un partenaire a pris votre dossier en charge. Il vous écrira ici.', true, 'systeme'\n"
	    "\t  from s join a on a.signalement_id = s.id where s.premiere\n"
	    "\ton conflict (signalement_id) where categorie = 'AFFECTATION_IS_ACCEPTED' do nothing\n"
	    "\treturning id, signalement_id\n"
	    "), v as (\n"
	    "\tinsert into suivi (signalement_id, categorie, message, visible_usager, auteur, cree_par, partenaire_id,\n"
	    "\t\tmodifie_par, modifie_qualite)\n"
	    "\tselect a.signalement_id, $10, $11, $8::boolean and not s.logement_vacant, 'agent', qui.id, a.partenaire_id,\n"
	    "\t\tqui.id, 'agent'\n"
	    "\t  from a join s on s.id = a.signalement_id, qui where $10::text is not null\n"
	    "\treturning id, signalement_id, visible_usager\n"
	    "), abonnes as (\n"
	    "\tinsert into abonnement (utilisateur_id, signalement_id, cree_par)\n"
	    "\tselect u.id, a.signalement_id, qui.id from a, qui, utilisateur u\n"
	    "\t where a.statut = 'EN_COURS' and u.uuid = any (coalesce($9::uuid[], array[$1::uuid]))\n"
	    "\ton conflict do nothing\n"
	    "), desabonnes as (\n"
	    "\tdelete from abonnement b using a\n"
	    "\t where a.statut <> 'EN_COURS' and b.signalement_id = a.signalement_id and b.utilisateur_id in (\n"
	    "\t\tselect up.utilisateur_id from utilisateur_partenaire up\n"
	    "\t\tjoin utilisateur u on u.id = up.utilisateur_id and u.role <> 'RESPONSABLE_TERRITOIRE'\n"
	    "\t\twhere up.partenaire_id = a.partenaire_id)\n"
	    "), evenements as (\n"
	    "\tinsert into evenement (sujet, objet_id, donnees)\n"
	    "\tselect $12, a.id, jsonb_build_object('signalement', a.signalement_id, 'affectation', a.id, 'par', qui.id)\n"
	    "\t  from a, qui\n"
	    "\tunion all\n"
	    "\tselect 'suivi.cree', x.id, jsonb_build_object('signalement', x.signalement_id, 'suivi', x.id)\n"
	    "\t  from (select id, signalement_id from accueil\n"
	    "\t\tunion all select id, signalement_id from v where visible_usager) x\n"
	    ")\n"
	    "select r.* from a, lateral repondre(affectation_json(a, $13::json), a.version, null) r\n"
};

const struct db_query SQL_brouillon_create = {
	.name = "brouillon_create",
	.nparams = 3,
	.lane = DB_WRITE,
	.text =
	    "with b as (\n"
	    "\tinsert into brouillon (profil, etape, reponses)\n"
	    "\tvalues ($1, $2, $3::jsonb -> 'reponses')\n"
	    "\treturning *\n"
	    ")\n"
	    "select r.*\n"
	    "  from b, lateral repondre(brouillon_json(b), b.version,\n"
	    "       '/api/v1/brouillons/' || b.uuid) r\n"
};

const struct db_query SQL_brouillon_delete = {
	.name = "brouillon_delete",
	.nparams = 1,
	.lane = DB_WRITE,
	.text =
	    "delete from brouillon b where b.uuid = $1::uuid and brouillon_ouvert(b)\n"
};

const struct db_query SQL_brouillon_facts = {
	.name = "brouillon_facts",
	.nparams = 1,
	.lane = DB_READ,
	.text =
	    "select b.profil, b.reponses::text as reponses,\n"
	    "       b.signalement_id is not null as depose,\n"
	    "       (select max((now() at time zone fuseau)::date) from territoire)::text\n"
	    "       as aujourdhui\n"
	    "  from brouillon b\n"
	    " where b.uuid = $1::uuid\n"
	    "   and (b.signalement_id is not null or brouillon_ouvert(b))\n"
};

const struct db_query SQL_brouillon_get = {
	.name = "brouillon_get",
	.nparams = 1,
	.lane = DB_READ,
	.text =
	    "select brouillon_json(b)::text as corps, b.version::text as version,\n"
	    "       null as lieu\n"
	    "  from brouillon b where b.uuid = $1::uuid and brouillon_ouvert(b)\n"
};

const struct db_query SQL_brouillon_lieu = {
	.name = "brouillon_lieu",
	.nparams = 2,
	.lane = DB_READ,
	.text =
	    "with demande as (\n"
	    "\tselect case\n"
	    "\t    when $1::text = '13001' and $2::text = '13055' then '13201'\n"
	    "\t    when $1 = '69001' and $2 = '69123' then '69381'\n"
	    "\t    else $2 end as insee\n"
	    ")\n"
	    "select d.insee, t.actif as ouvert\n"
	    "  from demande d\n"
	    "  join commune c on c.code_postal = $1\n"
	    "       and (d.insee is null or c.code_insee = d.insee)\n"
	    "  join territoire t on t.id = c.territoire_id\n"
	    " order by c.population desc\n"
	    " limit 1\n"
};

const struct db_query SQL_brouillon_update = {
	.name = "brouillon_update",
	.nparams = 5,
	.lane = DB_WRITE,
	.text =
	    "with b as (\n"
	    "\tupdate brouillon b set version = version + 1, profil = $3,\n"
	    "\t       etape = $4, reponses = $5::jsonb -> 'reponses',\n"
	    "\t       modifie_le = now()\n"
	    "\t where b.uuid = $1::uuid and b.version = $2::int\n"
	    "\t   and brouillon_ouvert(b)\n"
	    "\treturning *\n"
	    ")\n"
	    "select brouillon_json(b.*::brouillon)::text as corps,\n"
	    "       b.version::text as version, null as lieu\n"
	    "  from b\n"
};

const struct db_query SQL_brouillon_version = {
	.name = "brouillon_version",
	.nparams = 1,
	.lane = DB_READ,
	.text =
	    "select b.version\n"
	    "  from brouillon b where b.uuid = $1::uuid and brouillon_ouvert(b)\n"
};

const struct db_query SQL_criticite_catalogue = {
	.name = "criticite_catalogue",
	.nparams = 0,
	.lane = DB_READ,
	.text =
	    "select contenu::text as corps, grille::text as version, null as lieu\n"
	    "  from catalogue order by grille desc limit 1\n"
};

const struct db_query SQL_essai_count = {
	.name = "essai_count",
	.nparams = 5,
	.lane = DB_WRITE,
	.text =
	    "with fenetre as (\n"
	    "\tselect date_bin(make_interval(secs => $5::int), now(),\n"
	    "\t       timestamptz 'epoch') as debut\n"
	    "), compte as (\n"
	    "\tinsert into essai as e (cle, fenetre)\n"
	    "\tselect k.cle, f.debut from fenetre f, (values ($1::text), ($3::text)) k (cle)\n"
	    "\torder by k.cle\n"
	    "\ton conflict (cle, fenetre) do update set nombre = e.nombre + 1\n"
	    "\treturning e.cle, e.nombre\n"
	    ")\n"
	    "select bool_or(c.nombre > case c.cle when $1 then $2::int else $4::int end)\n"
	    "\t    as trop,\n"
	    "       ceil(extract(epoch from f.debut + make_interval(secs => $5::int)\n"
	    "\t    - now()))::int as attente\n"
	    "  from compte c, fenetre f\n"
	    " group by f.debut\n"
};

const struct db_query SQL_essai_forgive = {
	.name = "essai_forgive",
	.nparams = 3,
	.lane = DB_WRITE,
	.text =
	    "with fenetre as (\n"
	    "\tselect date_bin(make_interval(secs => $3::int), now(),\n"
	    "\t       timestamptz 'epoch') as debut\n"
	    "), cible as (\n"
	    "\tdelete from essai e using fenetre f\n"
	    "\t where e.cle = $1 and e.fenetre = f.debut\n"
	    ")\n"
	    "update essai e set nombre = greatest(e.nombre - 1, 0) from fenetre f\n"
	    " where e.cle = $2 and e.fenetre = f.debut\n"
};

const struct db_query SQL_evenement_echec = {
	.name = "evenement_echec",
	.nparams = 5,
	.lane = DB_WRITE,
	.text =
	    "update evenement e set essais = e.essais + 1, erreur = $2,\n"
	    "       etat = case when x.fini then 'REBUT' else 'A_FAIRE' end,\n"
	    "       traite_le = case when x.fini then clock_timestamp() end,\n"
	    "       prochain_essai_le = clock_timestamp() + (0.75 + random() / 2)\n"
	    "       * least(make_interval(secs => $4::int / 1000.0 * 4.0 ^ e.essais),\n"
	    "       interval '12 hours')\n"
	    "  from (select $5::boolean or essais + 1 >= $3::int as fini\n"
	    "       from evenement where id = $1::bigint) x\n"
	    " where e.id = $1::bigint\n"
	    "returning e.etat\n"
};

const struct db_query SQL_evenement_etat = {
	.name = "evenement_etat",
	.nparams = 1,
	.lane = DB_READ,
	.text =
	    "select etat from evenement where uuid = $1::uuid\n"
};

const struct db_query SQL_evenement_fait = {
	.name = "evenement_fait",
	.nparams = 1,
	.lane = DB_WRITE,
	.text =
	    "update evenement set etat = 'FAIT', essais = essais + 1, erreur = null,\n"
	    "       traite_le = clock_timestamp()\n"
	    " where id = $1::bigint\n"
};

const struct db_query SQL_evenement_prendre = {
	.name = "evenement_prendre",
	.nparams = 0,
	.lane = DB_WRITE,
	.text =
	    "select id, uuid, sujet\n"
	    "  from evenement\n"
	    " where etat = 'A_FAIRE' and prochain_essai_le <= now()\n"
	    " order by prochain_essai_le, id\n"
	    " limit 1\n"
	    "   for update skip locked\n"
};

const struct db_query SQL_evenement_rebuts = {
	.name = "evenement_rebuts",
	.nparams = 3,
	.lane = DB_READ,
	.text =
	    "with page as (\n"
	    "\tselect e.id, e.cree_le, json_build_object('id', e.uuid,\n"
	    "\t       'sujet', e.sujet, 'essais', e.essais, 'erreur', e.erreur,\n"
	    "\t       'cree_le', rfc3339(e.cree_le),\n"
	    "\t       'abandonne_le', rfc3339(e.traite_le)) as ligne\n"
	    "\t  from evenement e\n"
	    "\t where e.etat = 'REBUT' and ($2::bigint is null or e.id < $2)\n"
	    "\t order by e.id desc\n"
	    "\t limit $1::int + 1\n"
	    "), compte as (\n"
	    "\tselect count(*) as n from (select from evenement where etat = 'REBUT'\n"
	    "\t    limit $3::bigint) x\n"
	    ")\n"
	    "select r.*\n"
	    "  from (select array_agg(ligne order by id desc) as lignes,\n"
	    "       array_agg(curseur(cree_le, id) order by id desc) as curseurs\n"
	    "       from page) p, compte,\n"
	    "       lateral page_json(p.lignes, p.curseurs, $1::int, compte.n,\n"
	    "       $3::bigint) r\n"
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

const struct db_query SQL_formulaire_get = {
	.name = "formulaire_get",
	.nparams = 1,
	.lane = DB_READ,
	.text =
	    "select contenu::text as corps, null as version, null as lieu\n"
	    "  from formulaire where profil = $1\n"
};

const struct db_query SQL_horloge_brouillons = {
	.name = "horloge_brouillons",
	.nparams = 1,
	.lane = DB_WRITE,
	.text =
	    "delete from brouillon where id in (\n"
	    "\tselect id from brouillon where cree_le < now() - interval '30 days'\n"
	    "\t   and (signalement_id is null or modifie_le < now() - interval '30 days') limit $1::bigint)\n"
};

const struct db_query SQL_horloge_essais = {
	.name = "horloge_essais",
	.nparams = 1,
	.lane = DB_WRITE,
	.text =
	    "delete from essai where (cle, fenetre) in (\n"
	    "\tselect cle, fenetre from essai where fenetre < now() - interval '2 days' limit $1::bigint)\n"
};

const struct db_query SQL_horloge_evenements = {
	.name = "horloge_evenements",
	.nparams = 1,
	.lane = DB_WRITE,
	.text =
	    "delete from evenement where id in (\n"
	    "\tselect id from evenement where etat = 'FAIT' and traite_le < now() - interval '90 days' limit $1::bigint)\n"
};

const struct db_query SQL_horloge_faite = {
	.name = "horloge_faite",
	.nparams = 3,
	.lane = DB_WRITE,
	.text =
	    "update tache set faite_le = case when $3::boolean then faite_le else now() end, lignes = lignes + $2::bigint\n"
	    " where nom = $1\n"
};

const struct db_query SQL_horloge_idempotence = {
	.name = "horloge_idempotence",
	.nparams = 1,
	.lane = DB_WRITE,
	.text =
	    "delete from idempotence where (appelant, cle) in (\n"
	    "\tselect appelant, cle from idempotence where cree_le < now() - interval '24 hours' limit $1::bigint)\n"
};

const struct db_query SQL_horloge_inscrire = {
	.name = "horloge_inscrire",
	.nparams = 1,
	.lane = DB_WRITE,
	.text =
	    "insert into tache (nom) values ($1) on conflict do nothing\n"
};

const struct db_query SQL_horloge_jetons = {
	.name = "horloge_jetons",
	.nparams = 1,
	.lane = DB_WRITE,
	.text =
	    "delete from jeton_renouvellement where empreinte in (\n"
	    "\tselect empreinte from jeton_renouvellement where expire_le < now() limit $1::bigint)\n"
};

const struct db_query SQL_horloge_prendre = {
	.name = "horloge_prendre",
	.nparams = 2,
	.lane = DB_WRITE,
	.text =
	    "select true as due from tache\n"
	    " where nom = $1 and (faite_le is null or faite_le <= now() - make_interval(secs => $2::int))\n"
	    "   for update skip locked\n"
};

const struct db_query SQL_horloge_sessions = {
	.name = "horloge_sessions",
	.nparams = 1,
	.lane = DB_WRITE,
	.text =
	    "delete from session where id in (\n"
	    "\tselect s.id from session s\n"
	    "\t where s.cree_le < now() - interval '30 days'\n"
	    "\t   and coalesce(s.revoquee_le, s.cree_le) < now() - interval '30 days'\n"
	    "\t   and not exists (select from jeton_renouvellement j where j.session_id = s.id and j.expire_le > now())\n"
	    "\t limit $1::bigint)\n"
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

const struct db_query SQL_notification_courriel = {
	.name = "notification_courriel",
	.nparams = 2,
	.lane = DB_READ,
	.text =
	    "with e as (\n"
	    "\tselect donnees, donnees ->> 'a' as genre, (donnees ->> 'id')::bigint as qui,\n"
	    "\t\t(donnees ->> 'signalement')::bigint as dossier, (donnees ->> 'affectation')::bigint as affectation,\n"
	    "\t\t(donnees ->> 'suivi')::bigint as suivi, (donnees ->> 'source')::bigint as source\n"
	    "\t  from evenement where id = $1::bigint\n"
	    "), d as (\n"
	    "\tselect e.*, s as dossier_entier, s.occupant, s.declarant, s.uuid, t.nom as territoire, t.fuseau\n"
	    "\t  from e join signalement s on s.id = e.dossier\n"
	    "\t  join territoire t on t.id = s.territoire_id\n"
	    "\t where s.statut not in ('BROUILLON', 'BROUILLON_ARCHIVE', 'ARCHIVE')\n"
	    "), lecteur as (\n"
	    "\tselect occupant ->> 'email' as adresse, concat_ws(' ', occupant ->> 'prenom', occupant ->> 'nom') as nom\n"
	    "\t  from d where genre = 'occupant' and not (dossier_entier).logement_vacant\n"
	    "\tunion all\n"
	    "\tselect declarant ->> 'email', concat_ws(' ', declarant ->> 'prenom', declarant ->> 'nom')\n"
	    "\t  from d where genre = 'declarant' and not (dossier_entier).logement_vacant\n"
	    "\tunion all\n"
	    "\tselect u.email, concat_ws(' ', u.prenom, u.nom) from d join utilisateur u on u.id = d.qui\n"
	    "\t where genre = 'utilisateur' and u.statut = 'ACTIF' and u.notifier_par_mail\n"
	    "\t   and exists (select from signalements_visibles(u.uuid) s where s.id = d.dossier)\n"
	    "\tunion all\n"
	    "\tselect p.email, p.nom from d join partenaire p on p.id = d.qui\n"
	    "\t where genre = 'partenaire' and p.email_notifiable and not p.archive and exists (select from affectation a\n"
	    "\t\twhere a.signalement_id = d.dossier and a.partenaire_id = p.id and a.retiree_le is null)\n"
	    ")\n"
	    "select json_build_object('modele', d.donnees ->> 'modele', 'adresse', l.adresse, 'nom', l.nom,\n"
	    "\t'champs', json_build_object(\n"
	    "\t\t'reference', s.reference,\n"
	    "\t\t'territoire', d.territoire,\n"
	    "\t\t'lieu', concat_ws(' ', s.code_postal, s.commune),\n"
	    "\t\t'adresse', concat_ws(', ', s.adresse ->> 'numero_voie', concat_ws(' ', s.code_postal, s.commune)),\n"
	    "\t\t'depose_le', to_char(s.cree_le at time zone d.fuseau, 'DD/MM/YYYY'),\n"
	    "\t\t'par_agent', case when s.cree_par is not null then 'oui' end,\n"
	    "\t\t'criticite', replace(round(s.score::numeric, 1)::text, '.', ',') || ' sur 100',\n"
	    "\t\t'code_suivi', case when x.usager then s.code_suivi end,\n"
	    "\t\t'lien_suivi', case when x.usager then $2::text || '/suivi/' || s.code_suivi end,\n"
	    "\t\t'lien_dossier', case when not x.usager then $2::text || '/signalements/' || s.uuid end,\n"
	    "\t\t'lien_compte', case when d.genre = 'utilisateur' then $2::text || '/mon-compte' end,\n"
	    "\t\t'partenaire', p.nom,\n"
	    "\t\t'motif', case o.sujet\n"
	    "\t\t\twhen 'signalement.refuse' then (select m.libelle from motif m\n"
	    "\t\t\t\twhere m.usage = 'refus_signalement' and m.code = s.motif_refus)\n"
	    "\t\t\twhen 'signalement.clos' then (select m.libelle from motif m\n"
	    "\t\t\t\twhere m.usage = 'cloture' and m.code = s.motif_cloture)\n"
	    "\t\t\twhen 'affectation.refusee' then (select m.libelle from motif m\n"
	    "\t\t\t\twhere m.usage = 'refus_affectation' and m.code = a.motif)\n"
	    "\t\t\twhen 'affectation.close' then (select m.libelle from motif m\n"
	    "\t\t\t\twhere m.usage = 'cloture' and m.code = a.motif) end,\n"
	    "\t\t'message', case when (o.donnees ->> 'visible_usager')::boolean then o.donnees ->> 'message' end,\n"
	    "\t\t'auteur', case when v.id is null then null\n"
	    "\t\t\twhen x.usager then message_usager_json(v, d.genre) ->> 'auteur'\n"
	    "\t\t\twhen v.auteur = 'occupant' then 'Occupant'\n"
	    "\t\t\twhen v.auteur = 'declarant' then 'Déclarant'\n"
	    "\t\t\telse concat_ws(', ', utilisateur_nom(v.cree_par),\n"
	    "\t\t\t\t(select nom from partenaire where id = v.partenaire_id)) end\n"
	    "\t))::text as corps, null as version, null as lieu\n"
	    "  from d join lecteur l on l.adresse <> ''\n"
	    "  join signalement s on s.id = d.dossier\n"
	    "  cross join lateral (select d.genre in ('occupant', 'declarant') as usager) x\n"
	    "  left join evenement o on o.id = d.source\n"
	    "  left join affectation a on a.id = d.affectation\n"
	    "  left join partenaire p on p.id = a.partenaire_id\n"
	    "  left join suivi v on v.id = d.suivi\n"
	    " where v.supprime_le is null\n"
};

const struct db_query SQL_notification_repartir = {
	.name = "notification_repartir",
	.nparams = 3,
	.lane = DB_WRITE,
	.text =
	    "with e as (\n"
	    "\tselect e.id, e.sujet, e.donnees, s.id as dossier, s.territoire_id, s.occupant, s.declarant,\n"
	    "\t\ta.id as affectation, a.partenaire_id, v.id as suivi, v.auteur,\n"
	    "\t\tcoalesce(v.cree_par, (e.donnees ->> 'par')::bigint,\n"
	    "\t\t\tcase when e.sujet = 'signalement.depose' then s.cree_par end) as par,\n"
	    "\t\tnot s.logement_vacant and coalesce((e.donnees ->> 'visible_usager')::boolean, v.visible_usager, true)\n"
	    "\t\t\tand (v.id is null or s.statut not in ('FERME', 'REFUSE')) as aux_usagers,\n"
	    "\t\te.sujet <> 'suivi.cree' or (v.categorie = 'MESSAGE_PARTNER' and s.statut <> 'FERME') as aux_agents\n"
	    "\t  from evenement e\n"
	    "\t  join signalement s on s.id = (e.donnees ->> 'signalement')::bigint\n"
	    "\t  left join affectation a on a.id = (e.donnees ->> 'affectation')::bigint\n"
	    "\t  left join suivi v on v.id = (e.donnees ->> 'suivi')::bigint\n"
	    "\t where e.id = $1::bigint and s.statut not in ('BROUILLON', 'BROUILLON_ARCHIVE', 'ARCHIVE')\n"
	    "\t   and (e.sujet <> 'signalement.depose' or s.source <> 'IMPORT')\n"
	    "\t   and (a.id is not null and a.retiree_le is null or not e.donnees ? 'affectation')\n"
	    "\t   and (v.id is not null and v.supprime_le is null or not e.donnees ? 'suivi')\n"
	    "), abonnes as (\n"
	    "\tselect u.id, u.role from e join abonnement b on b.signalement_id = e.dossier\n"
	    "\t  join utilisateur u on u.id = b.utilisateur_id and u.statut = 'ACTIF'\n"
	    "), territoire_responsables as (\n"
	    "\tselect distinct u.id from e\n"
	    "\t  join partenaire p on p.territoire_id = e.territoire_id and not p.archive\n"
	    "\t  join utilisateur_partenaire up on up.partenaire_id = p.id\n"
	    "\t  join utilisateur u on u.id = up.utilisateur_id and u.statut = 'ACTIF' and u.role = 'RESPONSABLE_TERRITOIRE'\n"
	    "), gestionnaires as (\n"
	    "\tselect id from territoire_responsables\n"
	    "\tunion all\n"
	    "\tselect u.id from utilisateur u where u.role = 'SUPER_ADMIN' and u.statut = 'ACTIF'\n"
	    "\t   and not exists (select from territoire_responsables)\n"
	    "), equipes as (\n"
	    "\tselect a.partenaire_id, a.statut, up.utilisateur_id as id from e\n"
	    "\t  join affectation a on a.signalement_id = e.dossier and a.retiree_le is null\n"
	    "\t  join utilisateur_partenaire up on up.partenaire_id = a.partenaire_id\n"
	    "\t  join utilisateur u on u.id = up.utilisateur_id and u.role in ('ADMIN_PARTENAIRE', 'AGENT')\n"
	    "), personnes as (\n"
	    "\tselect id, 'abonnes' as cercle from abonnes\n"
	    "\tunion all\n"
	    "\tselect x::bigint, 'anciens' from e, jsonb_array_elements_text(e.donnees -> 'desabonnes') x\n"
	    "\tunion all\n"
	    "\tselect g.id, 'responsables' from gestionnaires g\n"
	    "\t where g.id in (select id from abonnes) or not exists (select from abonnes a join gestionnaires using (id))\n"
	    "\tunion all\n"
	    "\tselect id, 'veilleurs' from gestionnaires where not exists (select from abonnes)\n"
	    "\tunion all\n"
	    "\tselect q.id, 'equipe' from equipes q, e where q.partenaire_id = e.partenaire_id\n"
	    "\tunion all\n"
	    "\tselect id, 'equipes' from equipes where statut = 'NOUVEAU'\n"
	    "), boites as (\n"
	    "\tselect p.id, p.email, x.cercle\n"
	    "\t  from (select e.partenaire_id as id, 'boite' as cercle from e\n"
	    "\t\tunion all\n"
	    "\t\tselect a.partenaire_id, 'boites' from e join affectation a on a.signalement_id = e.dossier\n"
	    "\t\t where a.retiree_le is null and (a.statut in ('NOUVEAU', 'EN_COURS') or e.sujet = 'signalement.clos')\n"
	    "\t\t   and not exists (select from utilisateur_partenaire up\n"
	    "\t\t\twhere up.partenaire_id = a.partenaire_id and up.utilisateur_id = e.par)) x\n"
	    "\t  join partenaire p on p.id = x.id and p.email_notifiable and not p.archive\n"
	    "), cibles as (\n"
	    "\tselect 1 as rang, 'occupant' as genre, null::bigint as id, occupant ->> 'email' as adresse, 'usagers' as cercle\n"
	    "\t  from e where aux_usagers and auteur is distinct from 'occupant'\n"
	    "\tunion all\n"
	    "\tselect 2, 'declarant', null, declarant ->> 'email', 'usagers'\n"
	    "\t  from e where aux_usagers and auteur is distinct from 'declarant'\n"
	    "\t   and not exists (select from abonnes b join utilisateur u on u.id = b.id\n"
	    "\t\twhere u.email = lower(e.declarant ->> 'email'))\n"
	    "\tunion all\n"
	    "\tselect 3, 'utilisateur', u.id, u.email, p.cercle\n"
	    "\t  from e, personnes p join utilisateur u on u.id = p.id\n"
	    "\t where aux_agents and u.statut = 'ACTIF' and u.notifier_par_mail and u.id is distinct from e.par\n"
	    "\tunion all\n"
	    "\tselect 4, 'partenaire', b.id, b.email, b.cercle from e, boites b where aux_agents\n"
	    ")\n"
	    "insert into evenement (sujet, objet_id, donnees)\n"
	    "select 'courriel', e.dossier, jsonb_strip_nulls(jsonb_build_object('modele', $2::text, 'source', e.id,\n"
	    "\t'signalement', e.dossier, 'affectation', e.affectation, 'suivi', e.suivi, 'a', c.genre, 'id', c.id))\n"
	    "  from e, (select distinct on (lower(adresse)) genre, id from cibles\n"
	    "\twhere cercle = any ($3::text[]) and adresse <> '' order by lower(adresse), rang) c\n"
};

const struct db_query SQL_partenaire_list = {
	.name = "partenaire_list",
	.nparams = 6,
	.lane = DB_READ,
	.text =
	    "with portee as (\n"
	    "\tselect p.*, t.code as territoire\n"
	    "\t  from utilisateur u\n"
	    "\t  join partenaire p on not p.archive and (u.role = 'SUPER_ADMIN'\n"
	    "\t       or p.territoire_id = any (u.territoires))\n"
	    "\t  left join territoire t on t.id = p.territoire_id\n"
	    "\t where u.uuid = $1::uuid and u.statut = 'ACTIF'\n"
	    "\t   and ($2::text is null or t.code = $2)\n"
	    "\t   and ($3::text is null or position(sans_accent($3)\n"
	    "\t       in sans_accent(p.nom)) > 0)\n"
	    "), page as (\n"
	    "\tselect p.nom, p.id, json_build_object('id', p.uuid, 'nom', p.nom,\n"
	    "\t       'type', p.type, 'territoire', p.territoire,\n"
	    "\t       'competences', p.competences, 'email', p.email) as ligne\n"
	    "\t  from portee p\n"
	    "\t where $5::bigint is null or (p.nom, p.id) > (select d.nom, d.id\n"
	    "\t       from partenaire d where d.id = $5)\n"
	    "\t order by p.nom, p.id\n"
	    "\t limit $4::int + 1\n"
	    "), compte as (\n"
	    "\tselect count(*) as n from (select from portee\n"
	    "\t    limit $6::bigint) x\n"
	    ")\n"
	    "select r.*\n"
	    "  from (select array_agg(ligne order by nom, id) as lignes,\n"
	    "       array_agg(curseur(timestamptz 'epoch', id) order by nom, id)\n"
	    "       as curseurs from page) p, compte,\n"
	    "       lateral page_json(p.lignes, p.curseurs, $4::int, compte.n,\n"
	    "       $6::bigint) r\n"
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

const struct db_query SQL_session_account = {
	.name = "session_account",
	.nparams = 1,
	.lane = DB_READ,
	.text =
	    "select uuid as id, email, mot_de_passe, role, statut\n"
	    "  from utilisateur where email = lower($1) and statut <> 'ARCHIVE'\n"
};

const struct db_query SQL_session_create = {
	.name = "session_create",
	.nparams = 7,
	.lane = DB_WRITE,
	.text =
	    "with compte as (\n"
	    "\tupdate utilisateur set derniere_connexion_le = now()\n"
	    "\t where uuid = $1::uuid and statut = 'ACTIF'\n"
	    "\treturning *\n"
	    "), famille as (\n"
	    "\tinsert into session (uuid, utilisateur_id)\n"
	    "\tselect $2::uuid, id from compte\n"
	    "\treturning id\n"
	    "), jeton as (\n"
	    "\tinsert into jeton_renouvellement (empreinte, session_id, expire_le)\n"
	    "\tselect decode($3, 'hex'), id, now() + make_interval(days => $4::int)\n"
	    "\t  from famille\n"
	    ")\n"
	    "select json_build_object('jeton', $5::text,\n"
	    "\t    'expire_le', rfc3339(now() + make_interval(secs => $6::int)),\n"
	    "\t    'utilisateur', utilisateur_json(c.*::utilisateur, $7::text[]))::text\n"
	    "\t    as corps, null as version, null as lieu\n"
	    "  from compte c\n"
};

const struct db_query SQL_session_moi = {
	.name = "session_moi",
	.nparams = 2,
	.lane = DB_READ,
	.text =
	    "select utilisateur_json(u, $2::text[])::text as corps,\n"
	    "       u.version::text as version, null as lieu\n"
	    "  from utilisateur u where u.uuid = $1::uuid and u.statut = 'ACTIF'\n"
};

const struct db_query SQL_session_moi_update = {
	.name = "session_moi_update",
	.nparams = 4,
	.lane = DB_WRITE,
	.text =
	    "with u as (\n"
	    "\tupdate utilisateur set version = version + 1,\n"
	    "\t       nom = coalesce($3::jsonb ->> 'nom', nom),\n"
	    "\t       prenom = coalesce($3::jsonb ->> 'prenom', prenom),\n"
	    "\t       fonction = case when $3::jsonb ? 'fonction'\n"
	    "\t       then nullif($3::jsonb ->> 'fonction', '') else fonction end,\n"
	    "\t       telephone = case when $3::jsonb ? 'telephone'\n"
	    "\t       then nullif($3::jsonb ->> 'telephone', '') else telephone end,\n"
	    "\t       notifier_par_mail = coalesce(\n"
	    "\t       ($3::jsonb ->> 'notifier_par_mail')::boolean, notifier_par_mail)\n"
	    "\t where uuid = $1::uuid and version = $2::int and statut = 'ACTIF'\n"
	    "\treturning *\n"
	    ")\n"
	    "select utilisateur_json(u.*::utilisateur, $4::text[])::text as corps,\n"
	    "       u.version::text as version, null as lieu\n"
	    "  from u\n"
};

const struct db_query SQL_session_renew = {
	.name = "session_renew",
	.nparams = 6,
	.lane = DB_WRITE,
	.text =
	    "with depense as (\n"
	    "\tupdate jeton_renouvellement set consomme_le = now()\n"
	    "\t where empreinte = decode($1, 'hex') and consomme_le is null\n"
	    "\treturning session_id\n"
	    "), successeur as (\n"
	    "\tinsert into jeton_renouvellement (empreinte, session_id, expire_le)\n"
	    "\tselect decode($2, 'hex'), session_id,\n"
	    "\t       now() + make_interval(days => $3::int)\n"
	    "\t  from depense\n"
	    "\treturning session_id\n"
	    ")\n"
	    "select json_build_object('jeton', $4::text,\n"
	    "\t    'expire_le', rfc3339(now() + make_interval(secs => $5::int)),\n"
	    "\t    'utilisateur', utilisateur_json(u.*::utilisateur, $6::text[]))::text\n"
	    "\t    as corps, null as version, null as lieu\n"
	    "  from successeur n\n"
	    "  join session s on s.id = n.session_id\n"
	    "  join utilisateur u on u.id = s.utilisateur_id\n"
};

const struct db_query SQL_session_revoke = {
	.name = "session_revoke",
	.nparams = 2,
	.lane = DB_WRITE,
	.text =
	    "update session set revoquee_le = now(), motif_revocation = $2\n"
	    " where uuid = $1::uuid and revoquee_le is null\n"
};

const struct db_query SQL_session_token = {
	.name = "session_token",
	.nparams = 1,
	.lane = DB_READ,
	.text =
	    "select u.uuid as id, u.email, u.role, u.statut, s.uuid as session,\n"
	    "       j.consomme_le is not null as consomme,\n"
	    "       s.revoquee_le is null and j.expire_le > now() as valable\n"
	    "  from jeton_renouvellement j\n"
	    "  join session s on s.id = j.session_id\n"
	    "  join utilisateur u on u.id = s.utilisateur_id\n"
	    " where j.empreinte = decode($1, 'hex')\n"
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
	    "select r.* from s, lateral repondre(case when s.brouillon is null then signalement_cree_json(s, $16)\n"
	    "\telse depot_usager_json(s, $16) end, s.version,\n"
	    "\tcase when s.cree_par is not null then '/api/v1/signalements/' || s.uuid end) r\n"
};

const struct db_query SQL_signalement_du_brouillon = {
	.name = "signalement_du_brouillon",
	.nparams = 2,
	.lane = DB_READ,
	.text =
	    "select depot_usager_json(s, $2)::text as corps, s.version::text as version, null as lieu\n"
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
	    "\t\tand (p.territoire_id = t.id or u.role = 'SUPER_ADMIN') order by p.id limit 1) as partenaire,\n"
	    "\t(now() at time zone t.fuseau)::date::text as aujourdhui\n"
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
	    "with st as materialized (\n"
	    "\tselect unnest(coalesce($3::text[], array['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE'])) as statut\n"
	    "\texcept select unnest(array['BROUILLON', 'BROUILLON_ARCHIVE', 'ARCHIVE'])\n"
	    "), page as (\n"
	    "\tselect x.* from st, lateral (\n"
	    "\t\tselect s, s.cree_le, s.id from signalements_visibles($1::uuid) s\n"
	    "\t\t where s.statut = st.statut and (s.cree_le, s.id) < (instant($5::bigint), $6::bigint)\n"
	    "\t\t order by s.cree_le desc, s.id desc limit $7::int + 1) x\n"
	    "\t where $2::text is null and $4::text is null order by x.cree_le desc, x.id desc limit $7::int + 1\n"
	    "), compte as (\n"
	    "\tselect least(coalesce(sum(k.nombre), 0), $8::bigint)::bigint as n from signalement_compte k, st, utilisateur u\n"
	    "\t where k.statut = st.statut and u.uuid = $1::uuid and u.role = 'SUPER_ADMIN' and u.statut = 'ACTIF'\n"
	    ")\n"
	    "select r.* from (select array_agg(signalement_resume(s, (select code from territoire where id = (s).territoire_id),\n"
	    "\t\t(select liste from affectations_bref where signalement_id = (s).id)) order by cree_le desc, id desc) as lignes,\n"
	    "\tarray_agg(cree_le order by cree_le desc, id desc) as dates, array_agg(id order by cree_le desc, id desc) as ids\n"
	    "\tfrom page) p, compte,\n"
	    "\tlateral page_json(p.lignes, p.dates, p.ids, $7::int, compte.n, $8::bigint) r\n"
};

const struct db_query SQL_signalement_list_partenaire = {
	.name = "signalement_list_partenaire",
	.nparams = 8,
	.lane = DB_READ,
	.text =
	    "with p as materialized (\n"
	    "\tselect unnest(partenaires) as id from utilisateur where uuid = $1::uuid and statut = 'ACTIF'\n"
	    "), st as materialized (\n"
	    "\tselect coalesce($3::text[], array['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE']) as statuts,\n"
	    "\t\t(select id from territoire where code = $2) as territoire\n"
	    "), cles as (\n"
	    "\tselect distinct x.cree_le, x.id from p, st, lateral (\n"
	    "\t\tselect a.dossier_cree_le as cree_le, a.signalement_id as id\n"
	    "\t\t  from affectation a join signalement s on s.id = a.signalement_id\n"
	    "\t\t where a.partenaire_id = p.id and a.retiree_le is null and s.statut = any (st.statuts)\n"
	    "\t\t   and ($2::text is null or s.territoire_id = st.territoire)\n"
	    "\t\t   and (a.dossier_cree_le, a.signalement_id) < (instant($5::bigint), $6::bigint)\n"
	    "\t\t order by a.dossier_cree_le desc, a.signalement_id desc limit $7::int + 1) x\n"
	    "\t where $4::text is null order by 1 desc, 2 desc limit $7::int + 1\n"
	    "), page as (\n"
	    "\tselect s, s.cree_le, s.id from cles join signalements_visibles($1::uuid) s on s.id = cles.id\n"
	    "), compte as (\n"
	    "\tselect count(*) as n from (select distinct a.signalement_id from (\n"
	    "\t\tselect a.signalement_id from p, affectation a\n"
	    "\t\t where a.partenaire_id = p.id and a.retiree_le is null limit least($8::bigint, 1000000000) * 2) a\n"
	    "\t  join signalement s on s.id = a.signalement_id, st\n"
	    "\t where s.statut = any (st.statuts) and ($2::text is null or s.territoire_id = st.territoire)\n"
	    "\t limit $8::bigint) x\n"
	    ")\n"
	    "select r.* from (select array_agg(signalement_resume(s, (select code from territoire where id = (s).territoire_id),\n"
	    "\t\t(select liste from affectations_bref where signalement_id = (s).id)) order by cree_le desc, id desc) as lignes,\n"
	    "\tarray_agg(cree_le order by cree_le desc, id desc) as dates, array_agg(id order by cree_le desc, id desc) as ids\n"
	    "\tfrom page) p, compte,\n"
	    "\tlateral page_json(p.lignes, p.dates, p.ids, $7::int, compte.n, $8::bigint) r\n"
};

const struct db_query SQL_signalement_list_recherche = {
	.name = "signalement_list_recherche",
	.nparams = 8,
	.lane = DB_READ,
	.text =
	    "with t as materialized (\n"
	    "\tselect t.id from territoire t, utilisateur u\n"
	    "\t where u.uuid = $1::uuid and case when $2::text is null then t.id = any (u.territoires) else t.code = $2 end\n"
	    "), recents as materialized (\n"
	    "\tselect x.* from t, lateral (\n"
	    "\t\tselect s, s.cree_le, s.id from signalements_visibles($1::uuid) s\n"
	    "\t\t where s.territoire_id = t.id and (s.cree_le, s.id) < (instant($5::bigint), $6::bigint)\n"
	    "\t\t order by s.cree_le desc, s.id desc limit 1500) x\n"
	    "\t where ((x.s).reference = $4 or (x.s).recherche like contient($4))\n"
	    "\t   and (x.s).statut = any (coalesce($3::text[], array['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE']))\n"
	    "), profond as (\n"
	    "\tselect exists (select from t, lateral (select from signalements_visibles($1::uuid) s\n"
	    "\t\t where s.territoire_id = t.id and (s.cree_le, s.id) < (instant($5::bigint), $6::bigint)\n"
	    "\t\t order by s.cree_le desc, s.id desc offset 1499 limit 1) x) as oui\n"
	    "), vus as (\n"
	    "\tselect count(*) as n, (count(*) > $7::int and $8::bigint <= 10001 and (select oui from profond)) as assez\n"
	    "\t  from recents\n"
	    "), trouves as materialized (\n"
	    "\tselect x.* from t, lateral (select s, s.cree_le, s.id from signalements_visibles($1::uuid) s\n"
	    "\t\t where s.territoire_id = t.id and (s.reference = $4 or s.recherche like contient($4))\n"
	    "\t\t   and s.statut = any (coalesce($3::text[], array['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE']))) x\n"
	    "\t where not (select assez from vus)\n"
	    "), page as (\n"
	    "\tselect s, cree_le, id from (\n"
	    "\t\tselect s, cree_le, id from recents where (select assez from vus)\n"
	    "\t\tunion all\n"
	    "\t\tselect s, cree_le, id from trouves where (cree_le, id) < (instant($5::bigint), $6::bigint)) x\n"
	    "\t order by cree_le desc, id desc limit $7::int + 1\n"
	    "), compte as (\n"
	    "\tselect case when vus.assez then vus.n else least((select count(*) from trouves), $8::bigint) end as n,\n"
	    "\t\tcase when vus.assez and $8::bigint > 0 then least(vus.n, $8::bigint) else $8::bigint end as jusqua from vus\n"
	    ")\n"
	    "select r.* from (select array_agg(signalement_resume(s, (select code from territoire where id = (s).territoire_id),\n"
	    "\t\t(select liste from affectations_bref where signalement_id = (s).id)) order by cree_le desc, id desc) as lignes,\n"
	    "\tarray_agg(cree_le order by cree_le desc, id desc) as dates, array_agg(id order by cree_le desc, id desc) as ids\n"
	    "\tfrom page) p, compte,\n"
	    "\tlateral page_json(p.lignes, p.dates, p.ids, $7::int, compte.n, compte.jusqua) r\n"
};

const struct db_query SQL_signalement_list_recherche_nationale = {
	.name = "signalement_list_recherche_nationale",
	.nparams = 8,
	.lane = DB_READ,
	.text =
	    "with recents as materialized (\n"
	    "\tselect x.* from (\n"
	    "\t\tselect s, s.cree_le, s.id from signalements_visibles($1::uuid) s\n"
	    "\t\t where (s.cree_le, s.id) < (instant($5::bigint), $6::bigint) and $2::text is null\n"
	    "\t\t order by s.cree_le desc, s.id desc limit 4000) x\n"
	    "\t where ((x.s).reference = $4 or (x.s).recherche like contient($4))\n"
	    "\t   and (x.s).statut = any (coalesce($3::text[], array['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE']))\n"
	    "), profond as (\n"
	    "\tselect exists (select from signalements_visibles($1::uuid) s\n"
	    "\t\t where (s.cree_le, s.id) < (instant($5::bigint), $6::bigint)\n"
	    "\t\t order by s.cree_le desc, s.id desc offset 3999 limit 1) as oui\n"
	    "), vus as (\n"
	    "\tselect count(*) as n, (count(*) > $7::int and $8::bigint <= 10001 and (select oui from profond)) as assez\n"
	    "\t  from recents\n"
	    "), trouves as materialized (\n"
	    "\tselect s, s.cree_le, s.id from signalements_visibles($1::uuid) s\n"
	    "\t where (s.reference = $4 or s.recherche like contient($4))\n"
	    "\t   and s.statut = any (coalesce($3::text[], array['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE']))\n"
	    "\t   and not (select assez from vus)\n"
	    "), page as (\n"
	    "\tselect s, cree_le, id from (\n"
	    "\t\tselect s, cree_le, id from recents where (select assez from vus)\n"
	    "\t\tunion all\n"
	    "\t\tselect s, cree_le, id from trouves where (cree_le, id) < (instant($5::bigint), $6::bigint)) x\n"
	    "\t order by cree_le desc, id desc limit $7::int + 1\n"
	    "), compte as (\n"
	    "\tselect case when vus.assez then vus.n else least((select count(*) from trouves), $8::bigint) end as n,\n"
	    "\t\tcase when vus.assez and $8::bigint > 0 then least(vus.n, $8::bigint) else $8::bigint end as jusqua from vus\n"
	    ")\n"
	    "select r.* from (select array_agg(signalement_resume(s, (select code from territoire where id = (s).territoire_id),\n"
	    "\t\t(select liste from affectations_bref where signalement_id = (s).id)) order by cree_le desc, id desc) as lignes,\n"
	    "\tarray_agg(cree_le order by cree_le desc, id desc) as dates, array_agg(id order by cree_le desc, id desc) as ids\n"
	    "\tfrom page) p, compte,\n"
	    "\tlateral page_json(p.lignes, p.dates, p.ids, $7::int, compte.n, compte.jusqua) r\n"
};

const struct db_query SQL_signalement_list_recherche_partenaire = {
	.name = "signalement_list_recherche_partenaire",
	.nparams = 8,
	.lane = DB_READ,
	.text =
	    "with t as materialized (\n"
	    "\tselect t.id from territoire t, utilisateur u\n"
	    "\t where u.uuid = $1::uuid and case when $2::text is null then t.id = any (u.territoires) else t.code = $2 end\n"
	    "), p as materialized (\n"
	    "\tselect unnest(partenaires) as id from utilisateur where uuid = $1::uuid and statut = 'ACTIF'\n"
	    "), recents as materialized (\n"
	    "\tselect s, s.cree_le, s.id from (select distinct x.id from p, lateral (\n"
	    "\t\tselect a.signalement_id as id from affectation a\n"
	    "\t\t where a.partenaire_id = p.id and a.retiree_le is null\n"
	    "\t\t   and (a.dossier_cree_le, a.signalement_id) < (instant($5::bigint), $6::bigint)\n"
	    "\t\t order by a.dossier_cree_le desc, a.signalement_id desc limit 1500) x) c\n"
	    "\t  join signalements_visibles($1::uuid) s on s.id = c.id\n"
	    "\t where (s.reference = $4 or s.recherche like contient($4))\n"
	    "\t   and s.statut = any (coalesce($3::text[], array['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE']))\n"
	    "\t   and s.territoire_id in (select id from t)\n"
	    "), profond as (\n"
	    "\tselect exists (select from p, lateral (select from affectation a\n"
	    "\t\t where a.partenaire_id = p.id and a.retiree_le is null\n"
	    "\t\t   and (a.dossier_cree_le, a.signalement_id) < (instant($5::bigint), $6::bigint)\n"
	    "\t\t order by a.dossier_cree_le desc, a.signalement_id desc offset 1499 limit 1) x) as oui\n"
	    "), vus as (\n"
	    "\tselect count(*) as n, (count(*) > $7::int and $8::bigint <= 10001 and (select oui from profond)) as assez\n"
	    "\t  from recents\n"
	    "), trouves as materialized (\n"
	    "\tselect x.* from t, lateral (select s, s.cree_le, s.id from signalements_visibles($1::uuid) s\n"
	    "\t\t where s.territoire_id = t.id and (s.reference = $4 or s.recherche like contient($4))\n"
	    "\t\t   and s.statut = any (coalesce($3::text[], array['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE']))) x\n"
	    "\t where not (select assez from vus)\n"
	    "), page as (\n"
	    "\tselect s, cree_le, id from (\n"
	    "\t\tselect s, cree_le, id from recents where (select assez from vus)\n"
	    "\t\tunion all\n"
	    "\t\tselect s, cree_le, id from trouves where (cree_le, id) < (instant($5::bigint), $6::bigint)) x\n"
	    "\t order by cree_le desc, id desc limit $7::int + 1\n"
	    "), compte as (\n"
	    "\tselect case when vus.assez then vus.n else least((select count(*) from trouves), $8::bigint) end as n,\n"
	    "\t\tcase when vus.assez and $8::bigint > 0 then least(vus.n, $8::bigint) else $8::bigint end as jusqua from vus\n"
	    ")\n"
	    "select r.* from (select array_agg(signalement_resume(s, (select code from territoire where id = (s).territoire_id),\n"
	    "\t\t(select liste from affectations_bref where signalement_id = (s).id)) order by cree_le desc, id desc) as lignes,\n"
	    "\tarray_agg(cree_le order by cree_le desc, id desc) as dates, array_agg(id order by cree_le desc, id desc) as ids\n"
	    "\tfrom page) p, compte,\n"
	    "\tlateral page_json(p.lignes, p.dates, p.ids, $7::int, compte.n, compte.jusqua) r\n"
};

const struct db_query SQL_signalement_list_territoire = {
	.name = "signalement_list_territoire",
	.nparams = 8,
	.lane = DB_READ,
	.text =
	    "with t as materialized (\n"
	    "\tselect t.id from territoire t, utilisateur u\n"
	    "\t where u.uuid = $1::uuid and u.statut = 'ACTIF' and ($2::text is null or t.code = $2)\n"
	    "\t   and (u.role = 'SUPER_ADMIN' or (u.role = 'RESPONSABLE_TERRITOIRE' and t.id = any (u.territoires)))\n"
	    "), st as materialized (\n"
	    "\tselect unnest(coalesce($3::text[], array['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE'])) as statut\n"
	    "\texcept select unnest(array['BROUILLON', 'BROUILLON_ARCHIVE', 'ARCHIVE'])\n"
	    "), page as (\n"
	    "\tselect x.* from t, st, lateral (\n"
	    "\t\tselect s, s.cree_le, s.id from signalements_visibles($1::uuid) s\n"
	    "\t\t where s.territoire_id = t.id and s.statut = st.statut\n"
	    "\t\t   and (s.cree_le, s.id) < (instant($5::bigint), $6::bigint)\n"
	    "\t\t order by s.cree_le desc, s.id desc limit $7::int + 1) x\n"
	    "\t where $4::text is null order by x.cree_le desc, x.id desc limit $7::int + 1\n"
	    "), compte as (\n"
	    "\tselect least(coalesce(sum(k.nombre), 0), $8::bigint)::bigint as n from signalement_compte k, t, st\n"
	    "\t where k.territoire_id = t.id and k.statut = st.statut and $4::text is null\n"
	    ")\n"
	    "select r.* from (select array_agg(signalement_resume(s, (select code from territoire where id = (s).territoire_id),\n"
	    "\t\t(select liste from affectations_bref where signalement_id = (s).id)) order by cree_le desc, id desc) as lignes,\n"
	    "\tarray_agg(cree_le order by cree_le desc, id desc) as dates, array_agg(id order by cree_le desc, id desc) as ids\n"
	    "\tfrom page) p, compte,\n"
	    "\tlateral page_json(p.lignes, p.dates, p.ids, $7::int, compte.n, $8::bigint) r\n"
};

const struct db_query SQL_signalement_list_territoire_statut = {
	.name = "signalement_list_territoire_statut",
	.nparams = 8,
	.lane = DB_READ,
	.text =
	    "with t as materialized (\n"
	    "\tselect t.id, t.code from territoire t, utilisateur u\n"
	    "\t where t.code = $2 and u.uuid = $1::uuid and u.statut = 'ACTIF'\n"
	    "\t   and ($3::text[])[1] not in ('BROUILLON', 'BROUILLON_ARCHIVE', 'ARCHIVE')\n"
	    "\t   and (u.role = 'SUPER_ADMIN' or (u.role = 'RESPONSABLE_TERRITOIRE' and t.id = any (u.territoires)))\n"
	    "), page as (\n"
	    "\tselect s.cree_le, s.id, signalement_resume(s, (select code from t),\n"
	    "\t\t(select liste from affectations_bref where signalement_id = s.id)) as ligne\n"
	    "\t  from signalements_visibles($1::uuid) s\n"
	    "\t where s.territoire_id = (select id from territoire where code = $2)\n"
	    "\t   and s.statut = ($3::text[])[1] and $4::text is null\n"
	    "\t   and (s.cree_le, s.id) < (instant($5::bigint), $6::bigint)\n"
	    "\t order by s.cree_le desc, s.id desc limit $7::int + 1\n"
	    "), compte as (\n"
	    "\tselect coalesce((select least(nombre, $8::bigint) from signalement_compte\n"
	    "\t where territoire_id = (select id from t) and statut = ($3::text[])[1] and $4::text is null), 0) as n\n"
	    ")\n"
	    "select r.* from (select array_agg(ligne) as lignes, array_agg(cree_le) as dates, array_agg(id) as ids\n"
	    "\tfrom page) p, compte,\n"
	    "\tlateral page_json(p.lignes, p.dates, p.ids, $7::int, compte.n, $8::bigint) r\n"
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
	    "\t\tmodifie_le = clock_timestamp(), modifie_par = qui.id, modifie_qualite = 'agent'\n"
	    "\t  from qui\n"
	    "\t where signalement.uuid = $2::uuid and signalement.version = $3::int\n"
	    "\t   and signalement.modifie_le = (select modifie_le from signalement where uuid = $2::uuid)\n"
	    "\treturning signalement.*\n"
	    "), affectations as (\n"
	    "\tupdate affectation a set version = a.version + 1,\n"
	    "\t\tstatut = case s.statut when 'FERME' then 'FERME' when 'EN_COURS' then 'NOUVEAU' else a.statut end,\n"
	    "\t\tmotif = case s.statut when 'FERME' then $6 when 'EN_COURS' then null else a.motif end,\n"
	    "\t\ttravaux = case s.statut when 'FERME' then $7 when 'EN_COURS' then null else a.travaux end,\n"
	    "\t\tmessage = case s.statut when 'EN_COURS' then null else a.message end,\n"
	    "\t\trepondu_le = case s.statut when 'EN_COURS' then null else a.repondu_le end,\n"
	    "\t\trepondu_par = case s.statut when 'EN_COURS' then null else a.repondu_par end,\n"
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
	    "\treturning b.utilisateur_id\n"
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
	    "\t\t'visible_usager', coalesce((select visible_usager from v), $10::boolean), 'par', s.modifie_par,\n"
	    "\t\t'desabonnes', (select coalesce(jsonb_agg(utilisateur_id), '[]') from desabonnes))\n"
	    "\t  from s\n"
	    ")\n"
	    "select r.* from s, lateral repondre(signalement_json(s, $12::json), s.version, null) r\n"
};

const struct db_query SQL_suivi_create = {
	.name = "suivi_create",
	.nparams = 5,
	.lane = DB_WRITE,
	.text =
	    "with s as (\n"
	    "\tupdate signalement set dernier_suivi_le = now()\n"
	    "\t where id = (select id from signalements_visibles($1::uuid)\n"
	    "\t\twhere uuid = $2::uuid and statut in ('EN_COURS', 'INJONCTION_BAILLEUR'))\n"
	    "\treturning *\n"
	    "), v as (\n"
	    "\tinsert into suivi (signalement_id, categorie, message, visible_usager, auteur, cree_par, partenaire_id,\n"
	    "\t\tmodifie_par, modifie_qualite)\n"
	    "\tselect s.id, 'MESSAGE_PARTNER', $3, $4::boolean and not s.logement_vacant, 'agent', u.id,\n"
	    "\t\t(select p.id from partenaire p where p.id = any (u.partenaires)\n"
	    "\t\t\torder by (p.territoire_id = s.territoire_id) desc, p.id limit 1), u.id, 'agent'\n"
	    "\t  from s, utilisateur u where u.uuid = $1::uuid\n"
	    "\treturning *\n"
	    "), abonnes as (\n"
	    "\tinsert into abonnement (utilisateur_id, signalement_id, cree_par)\n"
	    "\tselect u.id, v.signalement_id, u.id from v join utilisateur u on u.id = v.cree_par\n"
	    "\t where u.role <> 'SUPER_ADMIN'\n"
	    "\ton conflict do nothing\n"
	    "), evenements as (\n"
	    "\tinsert into evenement (sujet, objet_id, donnees, prochain_essai_le)\n"
	    "\tselect 'suivi.cree', v.id, jsonb_build_object('signalement', v.signalement_id, 'suivi', v.id),\n"
	    "\t\tnow() + interval '20 minutes' from v\n"
	    ")\n"
	    "select r.* from v, lateral repondre(suivi_json(v, $5::json), v.version, '/api/v1/suivis/' || v.uuid) r\n"
};

const struct db_query SQL_suivi_delete = {
	.name = "suivi_delete",
	.nparams = 3,
	.lane = DB_WRITE,
	.text =
	    "with v as (\n"
	    "\tupdate suivi set supprime_le = now(), version = version + 1, modifie_le = now(),\n"
	    "\t\tmodifie_par = (select id from utilisateur where uuid = $1::uuid), modifie_qualite = 'agent'\n"
	    "\t where uuid = $2::uuid and version = $3::int and supprime_le is null\n"
	    "\treturning *\n"
	    ")\n"
	    "select v.uuid::text as corps, v.version::text as version, null as lieu from v\n"
};

const struct db_query SQL_suivi_facts = {
	.name = "suivi_facts",
	.nparams = 2,
	.lane = DB_READ,
	.text =
	    "select v.version, v.cree_par = u.id as mien, v.categorie = 'MESSAGE_PARTNER' as message,\n"
	    "\tv.cree_le > now() - interval '20 minutes' as recent, u.role = 'SUPER_ADMIN' as admin,\n"
	    "\tsuivi_json(v, '{}') as corps\n"
	    "  from suivi v\n"
	    "  join utilisateur u on u.uuid = $1::uuid\n"
	    "  join signalements_visibles($1::uuid) s on s.id = v.signalement_id\n"
	    " where v.uuid = $2::uuid and v.supprime_le is null\n"
};

const struct db_query SQL_suivi_list = {
	.name = "suivi_list",
	.nparams = 7,
	.lane = DB_READ,
	.text =
	    "with s as (\n"
	    "\tselect id from signalements_visibles($1::uuid) where uuid = $2::uuid\n"
	    "), page as (\n"
	    "\tselect v.cree_le, v.id, suivi_json(v, $7::json -> concat_ws('/', v.cree_par is not distinct from u.id,\n"
	    "\t\tv.categorie = 'MESSAGE_PARTNER', v.cree_le > now() - interval '20 minutes')) as ligne\n"
	    "\t  from s join suivi v on v.signalement_id = s.id and v.supprime_le is null\n"
	    "\t  join utilisateur u on u.uuid = $1::uuid\n"
	    "\t where (v.cree_le, v.id) < (instant($3::bigint), $4::bigint)\n"
	    "\t order by v.cree_le desc, v.id desc limit $5::int + 1\n"
	    "), compte as (\n"
	    "\tselect count(*) as n from (select from suivi v, s where v.signalement_id = s.id and v.supprime_le is null\n"
	    "\t\tlimit $6::bigint) x\n"
	    ")\n"
	    "select r.* from s, (select array_agg(ligne order by cree_le desc, id desc) as lignes,\n"
	    "\tarray_agg(curseur(cree_le, id) order by cree_le desc, id desc) as curseurs from page) p, compte,\n"
	    "\tlateral page_json(p.lignes, p.curseurs, $5::int, compte.n, $6::bigint) r\n"
};

const struct db_query SQL_suivi_update = {
	.name = "suivi_update",
	.nparams = 5,
	.lane = DB_WRITE,
	.text =
	    "with v as (\n"
	    "\tupdate suivi set message = $4, version = version + 1, modifie_le = now(), modifie_par = cree_par,\n"
	    "\t\tmodifie_qualite = 'agent'\n"
	    "\t where uuid = $2::uuid and version = $3::int and supprime_le is null and $1::uuid is not null\n"
	    "\treturning *\n"
	    ")\n"
	    "select suivi_json(v, $5::json)::text as corps, v.version::text as version, null as lieu from v\n"
};

const struct db_query SQL_suivi_usager_dossier = {
	.name = "suivi_usager_dossier",
	.nparams = 5,
	.lane = DB_READ,
	.text =
	    "select json_build_object('reference', s.reference, 'statut', s.statut,\n"
	    "\t    'statut_libelle', $3::text, 'etape', $4::int,\n"
	    "\t    'adresse', concat_ws(', ', s.adresse ->> 'numero_voie',\n"
	    "\t        concat_ws(' ', s.code_postal, s.commune)),\n"
	    "\t    'depose_le', rfc3339(s.cree_le),\n"
	    "\t    'territoire', (select t.nom from territoire t\n"
	    "\t        where t.id = s.territoire_id),\n"
	    "\t    'desordres', coalesce((select json_agg(d.libelle order by d.rang)\n"
	    "\t        from (select c.libelle, min(x.rang) as rang\n"
	    "\t            from unnest(s.precisions) with ordinality x (id, rang)\n"
	    "\t            join precision_desordre p on p.id = x.id\n"
	    "\t            join critere c on c.id = p.critere_id\n"
	    "\t            group by c.id, c.libelle) d), '[]'),\n"
	    "\t    'partenaires', coalesce((select json_agg(p.nom order by p.nom)\n"
	    "\t        from affectation a join partenaire p on p.id = a.partenaire_id\n"
	    "\t        where a.signalement_id = s.id and a.retiree_le is null\n"
	    "\t        and a.statut in ('EN_COURS', 'FERME')), '[]'),\n"
	    "\t    'dernier_message', (select message_usager_json(v, $2)\n"
	    "\t        from suivi v where v.signalement_id = s.id\n"
	    "\t        and v.visible_usager and v.supprime_le is null\n"
	    "\t        order by v.cree_le desc, v.id desc limit 1),\n"
	    "\t    'actions', $5::json)::text as corps, null as version, null as lieu\n"
	    "  from signalement s where s.uuid = $1::uuid\n"
};

const struct db_query SQL_suivi_usager_facts = {
	.name = "suivi_usager_facts",
	.nparams = 1,
	.lane = DB_READ,
	.text =
	    "select s.statut, exists (select from affectation a\n"
	    "       where a.signalement_id = s.id and a.retiree_le is null\n"
	    "       and a.statut = 'EN_COURS') as pris_en_charge,\n"
	    "       s.logement_vacant as vacant, s.ferme_le is not null as ferme_le_connu,\n"
	    "       extract(day from now() - s.ferme_le)::int as jours_depuis_cloture,\n"
	    "       (select count(*) from suivi v where v.signalement_id = s.id\n"
	    "       and v.categorie = 'MESSAGE_USAGER_POST_CLOTURE'\n"
	    "       and v.cree_le >= s.ferme_le) as messages_apres_cloture,\n"
	    "       s.dernier_suivi_le::text as dernier_suivi_le\n"
	    "  from signalement s where s.uuid = $1::uuid\n"
};

const struct db_query SQL_suivi_usager_identite = {
	.name = "suivi_usager_identite",
	.nparams = 6,
	.lane = DB_READ,
	.text =
	    "with s as (\n"
	    "\tselect *, profil_declarant in ('LOCATAIRE', 'BAILLEUR_OCCUPANT')\n"
	    "\t       as par_occupant\n"
	    "\t  from signalement\n"
	    "\t where code_suivi = $1::uuid and code_postal = $5\n"
	    "\t   and statut not in ('BROUILLON', 'BROUILLON_ARCHIVE')\n"
	    "), personnes as (\n"
	    "\tselect s.uuid, 'occupant' as qualite, s.occupant as qui, 1 as ordre\n"
	    "\t  from s where $2::text = 'occupant' or s.par_occupant\n"
	    "\tunion all\n"
	    "\tselect s.uuid, 'declarant', s.declarant, 2\n"
	    "\t  from s where $2 = 'declarant'\n"
	    ")\n"
	    "select uuid as dossier, qualite,\n"
	    "       rfc3339(now() + make_interval(mins => $6::int)) as expire_le\n"
	    "  from personnes\n"
	    " where left(sans_accent(btrim(qui ->> 'prenom')), 1)\n"
	    "       = left(sans_accent($3), 1)\n"
	    "   and left(sans_accent(btrim(qui ->> 'nom')), 1) = left(sans_accent($4), 1)\n"
	    " order by ordre\n"
	    " limit 1\n"
};

const struct db_query SQL_suivi_usager_message_create = {
	.name = "suivi_usager_message_create",
	.nparams = 6,
	.lane = DB_WRITE,
	.text =
	    "with s as (\n"
	    "\tupdate signalement set dernier_suivi_le = clock_timestamp()\n"
	    "\t where uuid = $1::uuid and statut = $5 and ($4 = 'MESSAGE_USAGER'\n"
	    "\t       or dernier_suivi_le is not distinct from $6::timestamptz)\n"
	    "\treturning id\n"
	    "), v as (\n"
	    "\tinsert into suivi (signalement_id, categorie, message, visible_usager,\n"
	    "\t       auteur, modifie_qualite)\n"
	    "\tselect id, $4, $3, true, $2, $2 from s\n"
	    "\treturning *\n"
	    "), e as (\n"
	    "\tinsert into evenement (sujet, objet_id, donnees)\n"
	    "\tselect 'suivi.usager', signalement_id, jsonb_build_object(\n"
	    "\t       'signalement', signalement_id, 'suivi', id)\n"
	    "\t  from v\n"
	    ")\n"
	    "select r.* from v, lateral repondre(message_usager_json(v, $2)) r\n"
};

const struct db_query SQL_suivi_usager_messages = {
	.name = "suivi_usager_messages",
	.nparams = 6,
	.lane = DB_READ,
	.text =
	    "with s as (\n"
	    "\tselect id from signalement where uuid = $1::uuid\n"
	    "), page as (\n"
	    "\tselect v.cree_le, v.id, message_usager_json(v, $2) as ligne\n"
	    "\t  from s join suivi v on v.signalement_id = s.id\n"
	    "\t where v.visible_usager and v.supprime_le is null\n"
	    "\t   and (v.cree_le, v.id) < (instant($3::bigint), $4::bigint)\n"
	    "\t order by v.cree_le desc, v.id desc\n"
	    "\t limit $5::int + 1\n"
	    "), compte as (\n"
	    "\tselect count(*) as n from (select from suivi v, s\n"
	    "\t    where v.signalement_id = s.id and v.visible_usager\n"
	    "\t    and v.supprime_le is null limit $6::bigint) x\n"
	    ")\n"
	    "select r.*\n"
	    "  from s, (select array_agg(ligne order by cree_le desc, id desc) as lignes,\n"
	    "       array_agg(curseur(cree_le, id) order by cree_le desc, id desc)\n"
	    "       as curseurs from page) p, compte,\n"
	    "       lateral page_json(p.lignes, p.curseurs, $5::int, compte.n,\n"
	    "       $6::bigint) r\n"
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
	    "\t   and mots(c.nom) ~>=~ d.debut and mots(c.nom) ~<~ (d.debut || chr(1114111))\n"
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
	    "\tselect a.*\n"
	    "\t  from cible\n"
	    "\t  join utilisateur_partenaire up on up.partenaire_id = cible.id\n"
	    "\t  join utilisateur a on a.id = up.utilisateur_id\n"
	    "\t where a.statut = 'ACTIF'\n"
	    "), page as (\n"
	    "\tselect a.nom, a.prenom, a.id, json_build_object('id', a.uuid,\n"
	    "\t       'nom', a.nom, 'prenom', a.prenom, 'fonction', a.fonction)\n"
	    "\t       as ligne\n"
	    "\t  from portee a\n"
	    "\t where $4::bigint is null or (a.nom, a.prenom, a.id) > (select d.nom,\n"
	    "\t       d.prenom, d.id from utilisateur d where d.id = $4)\n"
	    "\t order by a.nom, a.prenom, a.id\n"
	    "\t limit $3::int + 1\n"
	    "), compte as (\n"
	    "\tselect count(*) as n from (select from portee\n"
	    "\t    limit $5::bigint) x\n"
	    ")\n"
	    "select r.*\n"
	    "  from cible, (select array_agg(ligne order by nom, prenom, id) as lignes,\n"
	    "       array_agg(curseur(timestamptz 'epoch', id) order by nom, prenom, id)\n"
	    "       as curseurs from page) p, compte,\n"
	    "       lateral page_json(p.lignes, p.curseurs, $3::int, compte.n,\n"
	    "       $5::bigint) r\n"
};

const struct db_query *const sql_queries[] = {
	&SQL_affectation_agents,
	&SQL_affectation_candidat,
	&SQL_affectation_create,
	&SQL_affectation_delete,
	&SQL_affectation_facts,
	&SQL_affectation_list,
	&SQL_affectation_transition,
	&SQL_brouillon_create,
	&SQL_brouillon_delete,
	&SQL_brouillon_facts,
	&SQL_brouillon_get,
	&SQL_brouillon_lieu,
	&SQL_brouillon_update,
	&SQL_brouillon_version,
	&SQL_criticite_catalogue,
	&SQL_essai_count,
	&SQL_essai_forgive,
	&SQL_evenement_echec,
	&SQL_evenement_etat,
	&SQL_evenement_fait,
	&SQL_evenement_prendre,
	&SQL_evenement_rebuts,
	&SQL_evenement_rejeu,
	&SQL_formulaire_get,
	&SQL_horloge_brouillons,
	&SQL_horloge_essais,
	&SQL_horloge_evenements,
	&SQL_horloge_faite,
	&SQL_horloge_idempotence,
	&SQL_horloge_inscrire,
	&SQL_horloge_jetons,
	&SQL_horloge_prendre,
	&SQL_horloge_sessions,
	&SQL_idempotence_lue,
	&SQL_idempotence_ouvrir,
	&SQL_notification_courriel,
	&SQL_notification_repartir,
	&SQL_partenaire_list,
	&SQL_sante_pret,
	&SQL_session_account,
	&SQL_session_create,
	&SQL_session_moi,
	&SQL_session_moi_update,
	&SQL_session_renew,
	&SQL_session_revoke,
	&SQL_session_token,
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
	&SQL_signalement_list_recherche_nationale,
	&SQL_signalement_list_recherche_partenaire,
	&SQL_signalement_list_territoire,
	&SQL_signalement_list_territoire_statut,
	&SQL_signalement_motif,
	&SQL_signalement_motifs,
	&SQL_signalement_transition,
	&SQL_suivi_create,
	&SQL_suivi_delete,
	&SQL_suivi_facts,
	&SQL_suivi_list,
	&SQL_suivi_update,
	&SQL_suivi_usager_dossier,
	&SQL_suivi_usager_facts,
	&SQL_suivi_usager_identite,
	&SQL_suivi_usager_message_create,
	&SQL_suivi_usager_messages,
	&SQL_territoire_communes,
	&SQL_territoire_epci,
	&SQL_territoire_list,
	&SQL_territoire_verify,
	&SQL_utilisateur_list,
};
const size_t sql_nqueries = sizeof(sql_queries) / sizeof(sql_queries[0]);
