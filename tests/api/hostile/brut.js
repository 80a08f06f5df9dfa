/**
 * HTTP as bytes: what no HTTP client would send. A request goes to Kore's socket or to nginx as it is written; the
 * answers are cut out of what comes back, up to the end of the connection or a short silence.
 *
 * Environment: VIGIE_URL, VIGIE_SOCKET, VIGIE_LOCAL (see ../client.js and scripts/test).
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import net from 'node:net';

const LOCAL = process.env.VIGIE_LOCAL;
const RUN = process.env.VIGIE_SOCKET.replace(/\/[^/]*$/, '');
const PORT = Number(new URL(process.env.VIGIE_URL).port);

export const BASE = '/api/v1';

/** @param {'kore' | 'nginx'} ou */
export function connecte(ou, plus = {}) {
  return net.connect({ ...(ou === 'kore' ? { path: process.env.VIGIE_SOCKET } : { host: '127.0.0.1', port: PORT }),
    allowHalfOpen: true, ...plus });
}

const latin1 = (octets) => octets.toString('latin1');

/** The answers in what a server sent. @returns {{status: number, headers: object, text: string}[]} */
export function reponses(octets, methodes = []) {
  const trouvees = [];
  let reste = octets;
  while (reste.length > 0) {
    const fin = reste.indexOf('\r\n\r\n');
    assert.ok(fin !== -1, `no head in: ${latin1(reste.subarray(0, 200))}`);
    const [ligne, ...lignes] = latin1(reste.subarray(0, fin)).split('\r\n');
    const status = Number(/^HTTP\/1\.[01] (\d{3}) /.exec(ligne)?.[1]);
    assert.ok(status, `status line: ${ligne}`);
    const headers = Object.fromEntries(lignes.map((l) => [l.slice(0, l.indexOf(':')).toLowerCase(),
      l.slice(l.indexOf(':') + 1).trim()]));
    reste = reste.subarray(fin + 4);
    if (status === 100) continue;
    let text = '';
    if (methodes[trouvees.length] !== 'HEAD' && status !== 204 && status !== 304) {
      if (headers['transfer-encoding'] === 'chunked') {
        const bouts = [];
        for (;;) {
          const nl = reste.indexOf('\r\n');
          const n = parseInt(latin1(reste.subarray(0, nl)), 16);
          bouts.push(reste.subarray(nl + 2, nl + 2 + n));
          reste = reste.subarray(nl + 2 + n + 2);
          if (n === 0) break;
        }
        text = Buffer.concat(bouts).toString();
      } else {
        // Without a length it lasts as long as the connection.
        const n = headers['content-length'] === undefined && headers.connection === 'close' ? reste.length
          : Number(headers['content-length']);
        assert.ok(Number.isInteger(n), `no length: ${ligne} ${lignes}`);
        assert.ok(reste.length >= n, `cut short: ${reste.length} of ${n}`);
        text = reste.subarray(0, n).toString();
        reste = reste.subarray(n);
      }
    }
    trouvees.push({ status, headers, text });
  }
  return trouvees;
}

/**
 * Sends pieces, each in a packet of its own, and listens.
 * @param {'kore' | 'nginx'} ou
 * @param {(string | Buffer)[]} morceaux
 * @param {{fin?: boolean, delai?: number, calme?: number, max?: number}} [options] fin: close our side afterwards;
 *   delai: ms between pieces; n: answers expected; calme: ms of silence after which all has been said, once they are
 *   there (before, it listens much longer); max: ms in all
 * @returns {Promise<{octets: Buffer, ferme: boolean, erreur?: string, ms: number, reponses: Function}>}
 */
export function envoie(ou, morceaux, { fin = false, delai = 60, n = 1, calme = 200, max = 8000 } = {}) {
  return new Promise((resolve) => {
    const debut = performance.now();
    const recus = [];
    const prise = connecte(ou);
    let erreur;
    let fini = false;
    let silence;
    const termine = (ferme) => {
      if (fini) return;
      fini = true;
      clearTimeout(silence);
      clearTimeout(limite);
      prise.destroy();
      const octets = Buffer.concat(recus);
      resolve({ octets, ferme, erreur, ms: performance.now() - debut,
        reponses: (methodes) => reponses(octets, methodes) });
    };
    const limite = setTimeout(() => termine(false), max);
    prise.setNoDelay(true);
    prise.on('data', (d) => {
      recus.push(d);
      clearTimeout(silence);
      const vues = latin1(Buffer.concat(recus)).match(/HTTP\/1\.[01] [2-5]/g)?.length ?? 0;
      silence = setTimeout(() => termine(false), vues >= n ? calme : 2000);
    });
    prise.on('end', () => termine(true));
    prise.on('close', () => termine(true));
    prise.on('error', (e) => { erreur = e.code; termine(true); });
    (async () => {
      for (const [i, m] of morceaux.entries()) {
        if (i > 0) await new Promise((r) => setTimeout(r, delai));
        if (fini || !prise.writable) return;
        prise.write(typeof m === 'string' ? Buffer.from(m, 'utf8') : m);
      }
      if (fin && !fini) prise.end();
    })();
  });
}

/** A problem, whole: what an API client gets instead of an empty body or HTML. */
export function verifieProbleme(r, ou) {
  assert.match(r.headers['content-type'] ?? '', /^application\/problem\+json(; charset=utf-8)?$/);
  const corps = JSON.parse(r.text);
  assert.equal(corps.status, r.status);
  for (const cle of ['type', 'title', 'detail', 'code']) assert.equal(typeof corps[cle], 'string', cle);
  assert.equal(corps.request_id, r.headers['x-request-id'], 'request_id');
  assert.ok(corps.request_id.length > 0);
  assert.equal(r.headers['cache-control'], 'no-store');
  if (r.status === 503) assert.ok(Number(r.headers['retry-after']) > 0, 'Retry-After');
  if (ou === 'kore') assert.equal(r.headers.server, undefined);
  return corps;
}

// The processes

/** The API's parent process. */
export function parent() {
  for (const n of ['a', 'b']) {
    try {
      const pid = Number(readFileSync(`${RUN}/api-${n}.pid`, 'utf8').trim());
      process.kill(pid, 0);
      return pid;
    } catch { /* the other one */ }
  }
  throw new Error('no API is running');
}

/** @returns {number[]} pids of the workers, sorted */
export function ouvriers(pere = parent()) {
  return readFileSync(`/proc/${pere}/task/${pere}/children`, 'utf8').trim().split(/\s+/).filter(Boolean).map(Number)
    .sort((a, b) => a - b);
}

/** Ticks of processor (1/100 s) that these processes have used. */
export function processeur(pids) {
  return pids.reduce((somme, pid) => {
    const champs = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
    return somme + Number(champs[11]) + Number(champs[12]);
  }, 0);
}

/** Resident memory of a process, kB. */
export function memoire(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);
}

/** Open files of a process. */
export function fichiers(pid) {
  return readdirSync(`/proc/${pid}/fd`).length;
}

export function journal() {
  return readFileSync(`${LOCAL}/log/api.log`, 'utf8');
}

/** Kills by seccomp that the kernel has written down since boot; undefined where it does not tell us. */
export function morts_seccomp() {
  try {
    return execFileSync('dmesg', { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n')
      .filter((l) => l.includes('type=1326') && l.includes(`${LOCAL}/`));
  } catch {
    return undefined;
  }
}
