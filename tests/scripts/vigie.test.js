/**
 * scripts/vigie as a newcomer meets it: on an empty state, as root and as somebody else, with what goes wrong on real
 * machines. Each refusal is one French sentence, and leaves nothing running.
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

const RACINE = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const ROOT = process.getuid() === 0;
const COMPTE = 'vigie-essai';

let dossier;
let copie;
const ouverts = [];

/** @returns {Promise<number>} a port that is free now */
function port() {
  return new Promise((fini) => {
    const serveur = net.createServer().listen(0, () => {
      const { port: p } = serveur.address();
      serveur.close(() => fini(p));
    });
  });
}

function commande(args, { racine = RACINE, autre = false } = {}) {
  const mot = [`${racine}/scripts/vigie`, ...args];
  return autre && ROOT
    ? ['setpriv', [`--reuid=${COMPTE}`, `--regid=${COMPTE}`, '--clear-groups', '--no-new-privs', ...mot]] : [mot[0], mot.slice(1)];
}

function environnement(env) {
  return { PATH: process.env.PATH, HOME: dossier, LANG: 'C.UTF-8', BUILD: 'build/release', ...env };
}

/** Runs a command to its end. @returns {{code: number, dit: string, plainte: string}} */
function vigie(args, env, options = {}) {
  const r = spawnSync(...commande(args, options), { env: environnement(env), encoding: 'utf8', timeout: 120000,
    input: options.entree ?? '', cwd: options.racine ?? RACINE });
  if (args[0] === 'up') ouverts.push([env, options]);
  return { code: r.status, dit: r.stdout, plainte: r.stderr };
}

/** One sentence for people, and no trace of a script. */
function refuse(r, motif) {
  assert.equal(r.code, 1, r.dit + r.plainte);
  assert.match(r.plainte, motif);
  assert.equal(r.plainte.trim().split('\n').length, 1, r.plainte);
  assert.match(r.plainte, /^vigie : .*\S\n$/);
}

/** Processes whose command line or folder names this place. */
function restes(local) {
  const r = spawnSync('pgrep', ['-af', local], { encoding: 'utf8' });
  return r.stdout.split('\n').filter((l) => l && !l.includes('pgrep'));
}

async function repond(p) {
  const r = await fetch(`http://localhost:${p}/api/v1/sante/pret`).catch(() => null);
  return r?.status ?? 0;
}

before(() => {
  dossier = mkdtempSync(join(tmpdir(), 'vigie-porte-'));
  chmodSync(dossier, 0o755);
  spawnSync('make', ['-s', 'BUILD=build/release', 'build'], { cwd: RACINE });
  copie = join(dossier, 'copie du code');
  for (const nom of ['scripts', 'api', 'db', 'Makefile', 'build/release', 'spa/nginx.conf', 'spa/refus.json', 'spa/dist', 'build/kore']) {
    if (existsSync(join(RACINE, nom))) {
      cpSync(join(RACINE, nom), join(copie, nom), { recursive: true, preserveTimestamps: true,
        filter: (source) => !source.includes('node_modules') });
    }
  }
  if (ROOT) {
    spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', COMPTE]);
    spawnSync('chown', ['-R', `${COMPTE}:`, copie]);
  }
});

after(() => {
  for (const [env, options] of ouverts) vigie(['down'], env, options);
  if (ROOT) spawnSync('userdel', [COMPTE]);
  rmSync(dossier, { recursive: true, force: true });
});

describe('a refusal is one sentence', () => {
  test('of a command that does not exist, of a port that is none', async () => {
    refuse(vigie(['danser'], {}), /commandes : run, up/);
    refuse(vigie(['up'], { LOCAL: join(dossier, 'a'), PORT: 'http' }), /PORT doit être un nombre/);
    refuse(vigie(['up'], { LOCAL: join(dossier, 'a'), PORT: '80' }), /PORT doit être entre 1024 et 65535/);
  });

  test('of a busy port, and nothing is started', async () => {
    const occupant = net.createServer().listen(0);
    const local = join(dossier, 'occupe');
    try {
      const p = occupant.address().port;
      refuse(vigie(['up'], { LOCAL: local, PORT: String(p) }), new RegExp(`port ${p} est occupé.*PORT=${p + 1}`));
      assert.deepEqual(restes(local), []);
    } finally {
      occupant.close();
    }
  });

  test('of a folder that cannot be made', () => {
    writeFileSync(join(dossier, 'fichier'), 'x');
    refuse(vigie(['up'], { LOCAL: join(dossier, 'fichier', 'x') }), /ne peut pas être créé/);
  });

  test('of a disk that is nearly full', { skip: ROOT ? false : 'mounting a small disk takes root' }, () => {
    const disque = join(dossier, 'disque');
    mkdirSync(disque);
    assert.equal(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=60m', 'tmpfs', disque]).status, 0);
    try {
      refuse(vigie(['up'], { LOCAL: join(disque, 'l') }), /disque est presque plein : il reste \d+ Mo/);
    } finally {
      spawnSync('umount', [disque]);
    }
  });

  test('of missing packages when nobody may install them', () => {
    const faux = join(dossier, 'faux');
    mkdirSync(faux, { recursive: true });
    writeFileSync(join(faux, 'dpkg-query'), '#!/bin/sh\necho not-installed\n', { mode: 0o755 });
    writeFileSync(join(faux, 'sudo'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const local = join(dossier, 'paquets');
    mkdirSync(local);
    if (ROOT) spawnSync('chown', [COMPTE, local]);
    refuse(vigie(['up'], { LOCAL: local, PATH: `${faux}:${process.env.PATH}` }, { racine: copie, autre: true }),
      /il manque des paquets\. Installez-les : sudo apt-get install postgresql-15 /);
  });

  test('of a setting that production needs', async () => {
    const local = join(dossier, 'production');
    const env = { LOCAL: local, PORT: String(await port()), VIGIE_MODE: 'production' };
    refuse(vigie(['up'], env), /VIGIE_URL est obligatoire/);
    refuse(vigie(['up'], { ...env, VIGIE_URL: 'https://vigie.exemple.fr' }), /VIGIE_MAIL est obligatoire/);
    refuse(vigie(['restart'], { ...env, LOCAL: join(dossier, 'rien') }), /rien ne tourne ici/);
    assert.deepEqual(restes(local), []);
  });
});

describe('the life of a system', () => {
  test('in a path with spaces: up, again, status, a first account, down', async () => {
    const p = await port();
    const env = { LOCAL: join(dossier, 'avec des espaces'), PORT: String(p) };
    const premier = vigie(['up'], env);
    assert.equal(premier.code, 0, premier.dit + premier.plainte);
    assert.match(premier.dit, new RegExp(`Application +http://localhost:${p}`));
    assert.equal(await repond(p), 200);
    assert.equal(vigie(['psql', '-Atc', 'select count(*) from signalement'], env).dit.trim(), '14');

    const debut = Date.now();
    assert.match(vigie(['up'], env).dit, /tourne déjà/);
    assert.ok(Date.now() - debut < 5000);
    const etat = vigie(['status'], env);
    assert.equal(etat.code, 0);
    assert.equal(etat.dit.match(/en marche/g).length, 4, etat.dit);

    const compte = ['compte', 'chef@exemple.fr', 'Chef', 'Anne'];
    refuse(vigie(compte, env, { entree: 'court\n' }), /12 caractères/);
    assert.equal(vigie(compte, env, { entree: 'un-mot-de-passe-long\n' }).code, 0);
    const session = await fetch(`http://localhost:${p}/api/v1/sessions`, { method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'chef@exemple.fr', mot_de_passe: 'un-mot-de-passe-long' }) });
    assert.equal(session.status, 201);

    assert.equal(vigie(['down'], env).code, 0);
    assert.equal(await repond(p), 0);
    assert.deepEqual(restes(env.LOCAL), []);
    assert.equal(vigie(['status'], env).code, 1);

    // Again, elsewhere, with what it had.
    const autre = String(await port());
    assert.equal(vigie(['up'], { ...env, PORT: autre }).code, 0);
    assert.equal(await repond(autre), 200);
    assert.equal(vigie(['psql', '-Atc', 'select count(*) from signalement'], env).dit.trim(), '14');
    assert.equal(vigie(['down'], env).code, 0);
  });

  test('nothing runs as root', { skip: ROOT ? false : 'started by root only' }, async () => {
    const env = { LOCAL: join(dossier, 'avec des espaces'), PORT: String(await port()) };
    assert.equal(vigie(['up'], env).code, 0);
    const pids = spawnSync('pgrep', ['-f', env.LOCAL], { encoding: 'utf8' }).stdout.trim().split('\n');
    assert.ok(pids.length >= 3, String(pids));
    for (const pid of pids) assert.doesNotMatch(readFileSync(`/proc/${pid}/status`, 'utf8'), /^Uid:\s+0\b/m, pid);
    assert.equal(vigie(['down'], env).code, 0);
  });

  test('as somebody without rights, in a path too deep for sockets; Ctrl-C ends all of it', async () => {
    const p = String(await port());
    const local = join(dossier, 'profond', 'p'.repeat(60), 'q'.repeat(60));
    mkdirSync(local, { recursive: true });
    if (ROOT) {
      const uid = Number(spawnSync('id', ['-u', COMPTE], { encoding: 'utf8' }).stdout);
      chownSync(local, uid, uid);
    }
    const env = { LOCAL: local, PORT: p };
    const options = { racine: copie, autre: true };
    const r = spawn(...commande(['run'], options), { env: environnement(env), cwd: copie, detached: true,
      stdio: ['ignore', 'pipe', 'pipe'] });
    let dit = '';
    r.stdout.on('data', (m) => { dit += m; });
    r.stderr.on('data', (m) => { dit += m; });
    const fini = new Promise((ok) => { r.once('exit', (code) => ok(code)); });
    for (let i = 0; i < 600 && !dit.includes('Ctrl-C') && r.exitCode === null; i++) await pause(100);
    assert.match(dit, /Ctrl-C arrête tout/, dit);
    assert.equal(await repond(p), 200);
    process.kill(-r.pid, 'SIGINT');
    assert.equal(await fini, 0, dit);
    assert.equal(await repond(p), 0);
    assert.deepEqual(restes(local), []);
  });
});
