-- Proves what `make data` promises, on the whole database: one line per
-- promise that is broken, nothing when all hold.
\set QUIET 1
create temp table bornes as select coalesce(min(premier), 0) as premier, coalesce(max(dernier), 0) as dernier from synthese;

select 'références avec un trou ou un double : ' || count(*) from (
	select territoire_id, reference_annee from signalement group by 1, 2
	having count(*) <> max(reference_numero) or min(reference_numero) <> 1) x having count(*) > 0;
select 'compteurs en désaccord : ' || count(*) from reference_compteur c
 where dernier <> coalesce((select max(reference_numero) from signalement s
	where s.territoire_id = c.territoire_id and s.reference_annee = c.annee), 0) having count(*) > 0;
select 'comptes des listes en désaccord : ' || count(*) from (
	select territoire_id, statut, count(*) as n from signalement group by 1, 2
	except select territoire_id, statut, nombre from signalement_compte) x having count(*) > 0;
select 'communes hors de leur territoire : ' || count(*) from signalement s
 where not exists (select from commune c where c.code_postal = s.code_postal and c.code_insee = s.code_insee
	and c.territoire_id = s.territoire_id) and s.code_insee is not null having count(*) > 0;
select 'dossiers sans évaluation : ' || count(*) from signalement s
  left join evaluation e on e.signalement_id = s.id where e.id is null and s.statut not like 'BROUILLON%'
having count(*) > 0;
select 'scores différents de leur évaluation : ' || count(*) from signalement s join evaluation e
	on e.signalement_id = s.id, bornes
 where s.id between premier and dernier and (e.score, e.score_batiment, e.score_logement, e.qualifications)
	is distinct from (s.score, s.score_batiment, s.score_logement, s.qualifications) having count(*) > 0;
select t || ' sans dossier : ' || count(*) from (
	select 'évaluations' as t from evaluation a left join signalement s on s.id = a.signalement_id where s.id is null
	union all
	select 'affectations' from affectation a left join signalement s on s.id = a.signalement_id where s.id is null
	union all
	select 'suivis' from suivi a left join signalement s on s.id = a.signalement_id where s.id is null
	union all
	select 'historique' from historique a left join signalement s on s.id = a.signalement_id where s.id is null
  ) x group by t;
select 'affectations hors du territoire : ' || count(*) from affectation a join partenaire p on p.id = a.partenaire_id
  join signalement s on s.id = a.signalement_id where p.territoire_id <> s.territoire_id having count(*) > 0;
select 'personnes inconnues : ' || count(*) from (
	select repondu_par as qui from affectation union select cree_par from affectation
	union select cree_par from suivi union select par from historique union select cree_par from signalement
	union select modifie_par from signalement) x
 where qui is not null and not exists (select from utilisateur u where u.id = qui) having count(*) > 0;
select 'historique : créations manquantes : ' || n from (
	select (select count(*) from signalement) + (select count(*) from affectation) + (select count(*) from suivi)
		- (select count(*) from historique where operation = 'creation') as n) x where n <> 0;
select 'dossiers fermés avec une affectation ouverte : ' || count(*) from signalement s join affectation a
	on a.signalement_id = s.id and a.retiree_le is null
 where s.statut = 'FERME' and a.statut in ('NOUVEAU', 'EN_COURS') having count(*) > 0;
select 'index à refaire : ' || count(*) from pg_index where not indisvalid having count(*) > 0;
select 'événements pour des dossiers synthétiques : ' || count(*) from evenement, bornes
 where donnees @> '{}' and (donnees ->> 'signalement')::bigint between premier and dernier
	and sujet = 'signalement.depose' having count(*) > 0;
