-- What the core itself asks (rq.c): stored answers of idempotent writes.

-- name: idempotence_lue
-- $1 caller, $2 key
select empreinte, statut, corps, version, lieu from idempotence
 where appelant = $1 and cle = $2 and cree_le > now() - interval '24 hours'

-- name: idempotence_ouvrir
-- $1 caller, $2 key, $3 fingerprint, $4 status of success. Queued by
-- db_pipeline.c before the effect, in its transaction.
-- lane: write
select idempotence_ouvrir($1, $2, $3, $4::int)
