-- The published catalogue, kept ready to be answered.

-- name: criticite_catalogue
select contenu::text as corps, grille::text as version, null as lieu
  from catalogue order by grille desc limit 1
