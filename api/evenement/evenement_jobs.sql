-- The outbox seen by relais: take one event, and say what became of it.

-- name: evenement_prendre
-- The oldest that is due and that no other relais holds.
select id, uuid, sujet
  from evenement
 where etat = 'A_FAIRE' and prochain_essai_le <= now()
 order by prochain_essai_le, id
 limit 1
   for update skip locked

-- name: evenement_fait
-- $1 evenement
update evenement set etat = 'FAIT', essais = essais + 1, erreur = null,
       traite_le = clock_timestamp()
 where id = $1::bigint

-- name: evenement_echec
-- Another try later, four times later each time and at most 12 hours, give
-- or take a quarter; or none. $1 evenement, $2 what went wrong, $3 tries
-- allowed, $4 first wait in ms, $5 hopeless
update evenement e set essais = e.essais + 1, erreur = $2,
       etat = case when x.fini then 'REBUT' else 'A_FAIRE' end,
       traite_le = case when x.fini then clock_timestamp() end,
       prochain_essai_le = clock_timestamp() + (0.75 + random() / 2)
       * least(make_interval(secs => $4::int / 1000.0 * 4.0 ^ e.essais),
       interval '12 hours')
  from (select $5::boolean or essais + 1 >= $3::int as fini
       from evenement where id = $1::bigint) x
 where e.id = $1::bigint
returning e.etat
