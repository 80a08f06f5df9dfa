/**
 * One more API beside the one under test, on the same database, with settings of its own: small limits, production
 * mode, other secrets. The caller gets its socket and must stop it.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { echange, lache } from './client.js';

const LOCAL = process.env.VIGIE_LOCAL ?? '.local';
const racine = process.getuid() === 0;

/**
 * @param {object} env settings of api/core/conf.c
 * @param {Record<string, string>} [secrets] files of VIGIE_SECRETS; the stack's own when absent
 * @returns {Promise<{socket: string, sortie: () => string, secrets: string, stop: () => Promise<void>}>}
 */
export async function instance(env = {}, secrets) {
  const dossier = mkdtempSync(join(tmpdir(), 'vigie-api-'));
  const run = process.env.VIGIE_SOCKET.replace(/\/[^/]+$/, '');
  const socket = join(dossier, 'api.sock');
  const conf = readFileSync(join(LOCAL, 'conf/kore.conf'), 'utf8')
    .replace(/^(pidfile\s+).*$/m, `$1${dossier}/api.pid`)
    .replace(/^(\s*unix\s+).*$/m, `$1${socket}`)
    .replace(/^(workers\s+).*$/m, '$11');
  writeFileSync(join(dossier, 'kore.conf'), conf);
  mkdirSync(join(dossier, 'secrets'));
  for (const [nom, texte] of Object.entries(
    secrets ?? { current: readFileSync(join(LOCAL, 'secrets/current'), 'utf8') },
  )) {
    writeFileSync(join(dossier, 'secrets', nom), texte, { mode: 0o600 });
  }
  chmodSync(join(dossier, 'secrets'), 0o700);
  if (racine) execFileSync('chown', ['-R', 'vigie:', dossier]);
  const commande = [join(LOCAL, 'app/vigie'), '-c', join(dossier, 'kore.conf'), '-f', '-n', '-r'];
  if (racine) commande.unshift('setpriv', '--reuid=vigie', '--regid=vigie', '--init-groups');
  const enfant = spawn(commande[0], commande.slice(1), {
    cwd: dossier,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Leaks are looked for by the unit tests: see scripts/test.
    env: {
      PATH: process.env.PATH,
      ASAN_OPTIONS: [process.env.ASAN_OPTIONS, 'detect_leaks=0'].filter(Boolean).join(':'),
      UBSAN_OPTIONS: process.env.UBSAN_OPTIONS ?? '',
      PG_CONNINFO: `host=${run} dbname=vigie user=vigie_api`,
      VIGIE_SECRETS: join(dossier, 'secrets'),
      VIGIE_MODE: 'demo',
      VIGIE_URL: process.env.VIGIE_URL,
      VIGIE_MAIL: `file:${dossier}`,
      ...env,
    },
  });
  let sortie = '';
  enfant.stdout.on('data', (d) => {
    sortie += d;
  });
  enfant.stderr.on('data', (d) => {
    sortie += d;
  });
  const fini = new Promise((resolve) => enfant.on('exit', resolve));
  const stop = async () => {
    lache(socket);
    if (enfant.exitCode === null) {
      try {
        // the pid file is Kore's parent, whatever started it
        process.kill(Number(readFileSync(join(dossier, 'api.pid'), 'utf8')), 'SIGTERM');
      } catch {
        enfant.kill('SIGTERM');
      }
    }
    await fini;
    rmSync(dossier, { recursive: true, force: true });
  };
  for (let i = 0; i < 200 && enfant.exitCode === null; i++) {
    try {
      const r = await echange({ method: 'GET', path: '/api/v1/sante/pret', direct: socket });
      if (r.status === 200) return { socket, sortie: () => sortie, secrets: join(dossier, 'secrets'), stop };
    } catch {
      /* not there yet */
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new Error(`the instance does not start: ${sortie.slice(-2000)}`);
}
