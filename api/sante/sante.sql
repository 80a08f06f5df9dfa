-- Is the database there, migrated and filled?

-- name: sante_pret
-- $1 version of the program
select json_build_object('statut', 'pret', 'version', $1::text)::text as corps,
       null as version, null as lieu
  from (select 1 from catalogue limit 1) catalogue
