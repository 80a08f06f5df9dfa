/**
 * The system under test as its operator has it: its processes, its cluster, scripts/vigie; and load upon it.
 *
 * Environment: as ../client.js, and VIGIE_LOCAL, VIGIE_BUILD (see scripts/test).
 */
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { echange, pool } from '../client.js';

const RACINE = fileURLToPath(new URL('../../../', import.meta.url));
export const LOCAL = process.env.VIGIE_LOCAL;
const RUN = process.env.VIGIE_SOCKET.replace(/\/[^/]*$/, '');
const PG_BIN = process.env.PG_BIN ?? '/usr/lib/postgresql/15/bin';


// The cluster is taken away under its clients.
pool.on('error', () => {});

/** scripts/vigie on the system under test; plus: settings of this run of the API. */
export async function vigie(commande, plus = {}) {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, LOCAL, PORT: new URL(process.env.VIGIE_URL).port, BUILD: relative(RACINE,
    process.env.VIGIE_BUILD),
    VIGIE_MODE: 'demo', VIGIE_RATE_LIMIT: '100000', VIGIE_LOGIN_TRIES_IP: '100000', VIGIE_RELAIS_PAUSE: '50', ...plus };
  const { stdout } = await promisify(execFile)(`${RACINE}scripts/vigie`, [commande], { cwd: RACINE, env });
  return stdout;
}

function enService(programme, ...args) {
  const root = process.getuid() === 0;
  return execFileSync(root ? 'setpriv' : programme, root
    ? ['--reuid=vigie', '--regid=vigie', '--init-groups', '--no-new-privs', programme, ...args] : args,
      { stdio: 'ignore' });
}

export const postgres = {
  pid: () => Number(readFileSync(`${LOCAL}/pg/postmaster.pid`, 'utf8').split('\n')[0]),
  enfants() {
    const pid = this.pid();
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  },
  /** kill -9 of all of it, as when the machine loses its current. */
  async tue() {
    const tous = [this.pid(), ...this.enfants()];
    tous.forEach((p) => { try { process.kill(p, 'SIGKILL'); } catch { /* gone */ } });
    // PostgreSQL will not start while the number of its old process is taken, were it by one that has ended.
    for (const p of tous) while (existsSync(`/proc/${p}`)) await attendre(10);
  },
  arrete: () => enService(`${PG_BIN}/pg_ctl`, '-D', `${LOCAL}/pg`, '-s', '-m', 'fast', 'stop'),
  /** @returns {Promise<number>} when it accepted a connection again (performance.now) */
  async demarre() {
    enService(`${PG_BIN}/pg_ctl`, '-D', `${LOCAL}/pg`, '-s', '-W', '-l', `${LOCAL}/log/postgresql.log`, 'start');
    for (let i = 0; i < 300; i++) {
      try {
        enService(`${PG_BIN}/pg_isready`, '-q', '-h', RUN, '-U', 'vigie', '-d', 'vigie');
        return performance.now();
      } catch { await attendre(20); }
    }
    throw new Error('PostgreSQL does not start');
  },
};

export function vivant(pid) {
  try {
    // A zombie has ended (nobody may be there to collect it), unless threads of its live on.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
      || readdirSync(`/proc/${pid}/task`).length > 1;
  } catch {
    return false;
  }
}

/** Waits until fn() holds; fails after ms. @returns {Promise<number>} how long it took */
export async function jusque(ms, quoi, fn) {
  const t0 = performance.now();
  for (;;) {
    if (await fn()) return performance.now() - t0;
    assert.ok(performance.now() - t0 < ms, `${quoi}: not within ${ms} ms`);
    await attendre(20);
  }
}

/** Every connection of every worker is open and prepared. */
async function pretes(attendues) {
  await jusque(5000, 'all connections are ready', async () => {
    const { rows: [{ n }] } = await pool.query(`select count(*)::int as n from pg_stat_activity
      where application_name in ('lecture', 'ecriture',
        'lourd') and state = 'idle' and state_change < now() - interval '100 ms'`);
    return n >= attendues;
  });
}

/**
 * A transaction that holds a table, so that every query on it waits (a query that is being prepared, too).
 * connexions: two workers, each with 2 reads, 4 writes, 2 heavy.
 * @returns {Promise<() => Promise<void>>} lets go; the end of the test does, too
 */
export async function verrouille(t, table, connexions = 16) {
  await pretes(connexions);
  const [host, user, database] = ['host', 'user',
    'dbname'].map((c) => new RegExp(`${c}=(\\S+)`).exec(process.env.VIGIE_PG)[1]);
  const client = new pg.Client({ host, user, database });
  client.on('error', () => {});
  await client.connect();
  await client.query('begin');
  await client.query(`lock table ${table} in access exclusive mode`);
  let tenu = true;
  const lache = async () => {
    if (!tenu) return;
    tenu = false;
    await client.end();
  };
  t.after(lache);
  return lache;
}

/** A gauge or counter of /metriques. */
export async function metrique(nom) {
  const r = await echange({ method: 'GET', path: '/api/v1/metriques', direct: true });
  return Number(new RegExp(`^${nom} (\\S+)$`, 'm').exec(r.text)?.[1]);
}

/** One exchange that never throws: {status: 0, erreur} when the connection broke. */
export async function essai(requete) {
  const t0 = performance.now();
  try {
    const r = await echange(requete);
    return { ...r, ms: performance.now() - t0, fin: performance.now() };
  } catch (e) {
    return { status: 0, erreur: e.code ?? e.message, headers: {}, text: '', ms: performance.now() - t0,
      fin: performance.now() };
  }
}

/** n loops of fn until arrete() is called. @returns {{arrete: () => Promise<any[]>, tout: any[]}} everything fn gave */
export function charge(n, fn) {
  const tout = [];
  let fini = false;
  const boucles = Array.from({ length: n }, async (_, i) => {
    for (let tour = 0; !fini; tour++) tout.push(await fn(i, tour));
  });
  return { tout, async arrete() { fini = true; await Promise.all(boucles); return tout; } };
}

/** How often each value. */
export function comptes(liste) {
  const n = {};
  for (const v of liste) n[v] = (n[v] ?? 0) + 1;
  return n;
}

export function centile(liste, p) {
  const triee = [...liste].sort((a, b) => a - b);
  return triee[Math.min(triee.length - 1, Math.floor(triee.length * p))];
}
