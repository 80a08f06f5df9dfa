-- The agents of a partner, for who may know that partner's people: everybody
-- for a SUPER_ADMIN, his territories' for a RESPONSABLE_TERRITOIRE, his own
-- partners' for the others.

-- name: utilisateur_list
-- $1 caller, $2 partner, $3 limite, $4 id of the last one seen or null,
-- $5 how far to count. No row: no such partner for this caller.
with cible as (
	select p.id
	  from utilisateur u
	  join partenaire p on p.uuid = $2::uuid and not p.archive
	 where u.uuid = $1::uuid and u.statut = 'ACTIF' and case u.role
	       when 'SUPER_ADMIN' then true
	       when 'RESPONSABLE_TERRITOIRE'
	       then p.territoire_id = any (u.territoires)
	       else p.id = any (u.partenaires) end
), portee as (
	select a.*
	  from cible
	  join utilisateur_partenaire up on up.partenaire_id = cible.id
	  join utilisateur a on a.id = up.utilisateur_id
	 where a.statut = 'ACTIF'
), page as (
	select a.nom, a.prenom, a.id, json_build_object('id', a.uuid,
	       'nom', a.nom, 'prenom', a.prenom, 'fonction', a.fonction)
	       as ligne
	  from portee a
	 where $4::bigint is null or (a.nom, a.prenom, a.id) > (select d.nom,
	       d.prenom, d.id from utilisateur d where d.id = $4)
	 order by a.nom, a.prenom, a.id
	 limit $3::int + 1
), compte as (
	select count(*) as n from (select from portee
	    limit $5::bigint) x
)
select r.*
  from cible, (select array_agg(ligne order by nom, prenom, id) as lignes,
       array_agg(curseur(timestamptz 'epoch', id) order by nom, prenom, id)
       as curseurs from page) p, compte,
       lateral page_json(p.lignes, p.curseurs, $3::int, compte.n,
       $5::bigint) r
