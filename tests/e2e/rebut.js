/**
 * A sending that was given up, laid into the database: no journey through the screens can make one on purpose.
 */
import { after } from 'node:test';
import pg from 'pg';

const reglages = Object.fromEntries((process.env.VIGIE_PG ?? '').trim().split(/\s+/).map((r) => r.split('=')));

/** @type {import('pg').Pool|null} */
let pool = null;

after(() => pool?.end());

/** @param {import('node:test').TestContext} t @returns {Promise<string>} the error that it shows */
export async function rebut(t) {
  const erreur = `550 boîte inconnue (essai ${Date.now().toString(36)})`;

  pool ??= new pg.Pool({
    host: reglages.host, port: Number(reglages.port ?? 5432), database: reglages.dbname, user: reglages.user, max: 1,
  });
  const { rows } = await pool.query(`insert into evenement (sujet, etat, essais, erreur, traite_le)
    values ('essai.ecran', 'REBUT', 8, $1, now()) returning id`, [erreur]);
  t.after(() => pool?.query('delete from evenement where id = $1', [rows[0].id]));
  return erreur;
}
