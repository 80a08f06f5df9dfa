/**
 * The database tests work on the stack's database (VIGIE_PG, role vigie), each in a transaction that is rolled back;
 * migrations are tried on a database of their own.
 */
import { after } from 'node:test';
import pg from '../node_modules/pg/lib/index.js';

export const reglages = Object.fromEntries(
  (process.env.VIGIE_PG ?? 'host=/tmp dbname=vigie user=vigie')
    .trim()
    .split(/\s+/)
    .map((r) => r.split('=')),
);

export const connexion = (database = reglages.dbname) =>
  new pg.Client({ host: reglages.host, port: Number(reglages.port ?? 5432), database, user: reglages.user });

const base = connexion();
const pret = base.connect();
after(() => base.end());

/**
 * Runs in a transaction that leaves nothing behind.
 * @param {(sql: (texte: string, valeurs?: any[]) => Promise<any[]>, erreur: (texte: string, valeurs?: any[]) =>
 *   Promise<string | undefined>) => Promise<void>} essai sql gives rows; erreur gives the SQLSTATE that it must raise
 */
export async function essai(fn) {
  await pret;
  await base.query('begin');
  try {
    await fn(
      async (texte, valeurs) => (await base.query(texte, valeurs)).rows,
      async (texte, valeurs) => {
        await base.query('savepoint avant');
        try {
          await base.query(texte, valeurs);
        } catch (e) {
          await base.query('rollback to avant');
          return e.code;
        }
        await base.query('release avant');
        return undefined;
      },
    );
  } finally {
    await base.query('rollback');
  }
}

let n = 0;

/** A territory with a partner, a manager and an agent, and dossiers, inside the transaction. */
export async function petitMonde(sql) {
  const [t] = await sql("insert into territoire (code, nom, actif) values ($1, 'Essai', true) returning id", [
    `99${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[(process.pid + n++) % 26]}`,
  ]);
  const [p] = await sql(
    "insert into partenaire (nom, type, territoire_id) values ('Service', 'COMMUNE_SCHS', $1) returning id, uuid",
    [t.id],
  );
  const compte = async (role, partenaires = [p.id]) => {
    const [u] = await sql(
      "insert into utilisateur (email, nom, prenom, role) values ($1, 'Nom', $2, $3) returning id, uuid",
      [`base-${process.pid}-${n++}@essai.example`, role, role],
    );
    for (const x of partenaires)
      await sql('insert into utilisateur_partenaire (utilisateur_id, partenaire_id) values ($1, $2)', [u.id, x]);
    return u;
  };
  let numero = 0;
  const dossier = async (plus = {}) => {
    const d = {
      territoire_id: t.id,
      reference_annee: 2025,
      reference_numero: ++numero,
      source: 'API',
      profil_declarant: 'LOCATAIRE',
      adresse: { numero_voie: '1 rue', code_postal: '13001', commune: 'Été' },
      statut: 'NOUVEAU',
      ...plus,
    };
    const noms = Object.keys(d);
    const [s] = await sql(
      `insert into signalement (${noms}) values (${noms.map((_, i) => `$${i + 1}`)}) returning *`,
      Object.values(d),
    );
    return s;
  };
  return { t, p, compte, dossier };
}
