/** Holds an Idempotency-Key as a call still running would, until told to let go. */
import { pool } from './client.js';

/** @returns {Promise<() => Promise<void>>} lets go */
export async function tient(appelant, cle) {
  const connexion = await pool.connect();
  await connexion.query('begin');
  await connexion.query('select pg_advisory_xact_lock(hashtextextended($1::text || $2::text, 7))', [appelant, cle]);
  return async () => {
    await connexion.query('rollback');
    connexion.release();
  };
}
