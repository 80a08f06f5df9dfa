/**
 * What breaks: PostgreSQL, workers, the API, and clients who leave. Under load through nginx, no answer is wrong, no
 * acknowledged write is lost, no request is stuck, and the service comes back by itself.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { after, before, describe, test } from 'node:test';
import { setTimeout as attendre } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { connecte, fichiers, journal, memoire, morts_seccomp, ouvriers, parent,
  verifieProbleme } from '../hostile/brut.js';
import { MOT_DE_PASSE, compte, login, monde, signalement, sql } from '../client.js';
import { LOCAL, centile, charge, comptes, essai, jusque, metrique, postgres, verrouille, vigie,
  vivant } from './machine.js';

const BASE = '/api/v1';
const VIVANT = { method: 'GET', path: `${BASE}/sante/vivant` };
const PRET = { method: 'GET', path: `${BASE}/sante/pret` };
const MORTS = morts_seccomp()?.length;

let m;
let jeton;
let dossier;

const lecture = (plus = {}) => ({ method: 'GET', path: `${BASE}/signalements/${dossier.id}`,
  headers: { Authorization: `Bearer ${jeton}` }, ...plus });
const depot = (reference_externe, plus = {}) => ({ method: 'POST', path: `${BASE}/signalements`,
  headers: { Authorization: `Bearer ${jeton}`, 'Content-Type': 'application/json' },
  body: JSON.stringify(signalement(m.t, { reference_externe })), ...plus });
const brouillon = (cle) => ({ method: 'POST', path: `${BASE}/brouillons`,
  headers: { 'Content-Type': 'application/json', 'Idempotency-Key': cle },
  body: JSON.stringify({ profil: 'locataire', etape: 'adresse', reponses: {} }) });

before(async () => {
  m = await monde();
  jeton = await login(m.rt.email);
  const r = await essai(depot(randomUUID()));
  assert.equal(r.status, 201, r.text);
  dossier = JSON.parse(r.text);
});

/** Readers and writers; a write that was not acknowledged is sent again, with the same reference, until it is. */
function melange(lecteurs, ecrivains) {
  const acquis = new Map();
  const lus = charge(lecteurs, async () => {
    const r = await essai(lecture());
    if (r.status === 200) assert.equal(JSON.parse(r.text).reference, dossier.reference, 'a read of another dossier');
    else await attendre(20);
    return r;
  });
  const ecrits = charge(ecrivains, async () => {
    const reference = `PANNE/${randomUUID()}`;
    let r;
    for (let i = 0; i < 400; i++) {
      r = await essai(depot(reference));
      ecrits.tout.push(r);
      if (r.status === 201 || r.status === 200) {
        acquis.set(reference, JSON.parse(r.text).id);
        break;
      }
      await attendre(25);
    }
    return r;
  });
  return { acquis, async arrete() { return [...await lus.arrete(), ...await ecrits.arrete()]; }, lus: lus.tout,
    ecrits: ecrits.tout };
}

async function verifieAcquis(acquis) {
  const rows = await sql('select reference_externe as r, array_agg(uuid::text) as ids from signalement where reference_externe = any ($1) group by 1',
    [[...acquis.keys()]]);
  assert.equal(rows.length, acquis.size, 'every acknowledged write is there');
  for (const { r, ids } of rows) assert.deepEqual(ids, [acquis.get(r)], 'once, and with the id that was given');
}

const verifie503 = (r) => {
  assert.equal(r.status, 503, r.text || r.erreur);
  assert.ok(Number(r.headers['retry-after']) > 0, 'Retry-After');
  verifieProbleme(r);
};

describe('PostgreSQL', () => {
  test('killed with -9 under load: nothing wrong, nothing lost, nothing stuck, back at once', async (t) => {
    const pids = ouvriers();
    const flux = melange(8, 8);
    await attendre(1000);
    await postgres.tue();
    await attendre(700);
    const retour = await postgres.demarre();
    await attendre(2000);
    const tout = await flux.arrete();
    const statuts = comptes(tout.map((r) => r.status));
    t.diagnostic(`answers ${JSON.stringify(statuts)}, ${flux.acquis.size} writes acknowledged`);
    assert.deepEqual(Object.keys(statuts).filter((s) => !['200', '201', '503'].includes(s)), []);
    assert.ok(statuts[503] > 0, 'it was away');
    for (const nom of ['lus', 'ecrits']) {
      const premier = Math.min(...flux[nom].filter((r) => r.status < 300 && r.fin > retour).map((r) => r.fin)) - retour;
      t.diagnostic(`${nom}: first answer ${Math.round(premier)} ms after its return`);
      assert.ok(premier < 2000, `${nom}: ${premier} ms`);
    }
    const pire = Math.max(...tout.map((r) => r.ms));
    assert.ok(pire < 4000, `an answer took ${pire} ms`);
    tout.filter((r) => r.status === 503).slice(0, 50).forEach(verifie503);
    await verifieAcquis(flux.acquis);
    assert.deepEqual(ouvriers(), pids, 'the same workers');
  });

  test('a backend killed with -9: the cluster recovers, and we with it', async () => {
    const flux = melange(4, 4);
    await attendre(400);
    const [{ pid }] = await sql("select pid from pg_stat_activity where application_name = 'ecriture' limit 1");
    process.kill(pid, 'SIGKILL');
    await attendre(1500);
    const tout = await flux.arrete();
    assert.deepEqual(Object.keys(comptes(tout.map((r) => r.status))).filter((s) => !['200', '201',
      '503'].includes(s)), []);
    assert.ok(tout.at(-1).status < 300);
    await verifieAcquis(flux.acquis);
  });

  test('an Idempotency-Key keeps its promise through a crash', async () => {
    const cles = Array.from({ length: 30 }, () => randomUUID());
    const reponses = new Map();
    const envois = cles.map(async (cle, i) => {
      await attendre(i * 20);
      for (let j = 0; j < 200; j++) {
        const r = await essai(brouillon(cle));
        if (r.status === 201) { reponses.set(cle, r.text); return; }
        assert.ok([503, 409].includes(r.status), `${r.status} ${r.text}`);
        await attendre(30);
      }
    });
    await attendre(250);
    await postgres.tue();
    await postgres.demarre();
    await Promise.all(envois);
    assert.equal(reponses.size, cles.length);
    for (const cle of cles.slice(0, 10)) {
      const r = await essai(brouillon(cle));
      assert.equal(r.text, reponses.get(cle), 'byte for byte');
      assert.equal(r.headers['idempotent-replayed'], 'true');
    }
    const [{ n }] = await sql('select count(distinct corps)::int as n from idempotence where cle = any ($1)', [cles]);
    assert.equal(n, cles.length);
  });

  test('stopped for long: 503 at once with Retry-After, alive but not ready; ready when it is back', async () => {
    postgres.arrete();
    const t0 = performance.now();
    while (performance.now() - t0 < 6000) {
      const [pret, vivante, lu, depose] = await Promise.all([essai(PRET), essai(VIVANT), essai(lecture()),
        essai(depot(randomUUID()))]);
      for (const r of [pret, lu, depose]) {
        verifie503(r);
        assert.ok(r.ms < (performance.now() - t0 < 5000 ? 2600 : 250), `${r.ms} ms`);
      }
      assert.equal(vivante.status, 200);
      assert.ok(vivante.ms < 200, `${vivante.ms} ms`);
      await attendre(100);
    }
    const retour = await postgres.demarre();
    await jusque(2000, 'ready', async () => (await essai(PRET)).status === 200);
    assert.ok(performance.now() - retour < 2000);
    assert.equal((await essai(lecture())).status, 200);
  });
});

describe('clients who leave', () => {
  test('200 in the middle of a query leave nothing behind, and disturb nobody', async (t) => {
    const ouvre = await verrouille(t, 'signalement');
    const prises = Array.from({ length: 200 }, () => {
      const p = connecte('kore').on('error', () => {});
      p.write(`GET ${lecture().path} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${jeton}\r\n\r\n`);
      return p;
    });
    await jusque(2000, '200 requests wait', async () => await metrique('vigie_requetes_en_attente') >= 200);
    prises.forEach((p) => p.destroy());
    await jusque(2000, 'none waits', async () => await metrique('vigie_requetes_en_attente') === 0);
    await ouvre();
    await jusque(2000, 'no query is under way', async () => await metrique('vigie_base_en_cours') === 0);
    const [{ n }] = await sql(`select count(*)::int as n from pg_stat_activity where state <> 'idle' and usename = 'vigie_api'
      and application_name in ('lecture', 'ecriture', 'lourd')`);
    assert.equal(n, 0, 'active backends');
    const r = await essai(lecture({ direct: true }));
    assert.equal(r.status, 200);
    assert.ok(r.ms < 200, `${r.ms} ms`);
    for (const pid of ouvriers()) assert.ok(fichiers(pid) < 80, `${fichiers(pid)} files`);
  });

  test('while they wait to sign in, too', async () => {
    const corps = JSON.stringify({ email: 'personne@essai.example', mot_de_passe: 'x'.repeat(20) });
    const prises = Array.from({ length: 40 }, () => {
      const p = connecte('kore').on('error', () => {});
      p.write(`POST ${BASE}/sessions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${corps.length}\r\n\r\n${corps}`);
      return p;
    });
    await attendre(100);
    prises.forEach((p) => p.destroy());
    await jusque(8000, 'none waits', async () => await metrique('vigie_requetes_en_attente') === 0);
    assert.equal((await essai(lecture())).status, 200);
  });
});

describe('the processes', () => {
  test('a restart under load loses no request', async (t) => {
    const avant = parent();
    const flux = melange(8, 8);
    await attendre(500);
    await vigie('restart');
    await attendre(500);
    const tout = await flux.arrete();
    const statuts = comptes(tout.map((r) => r.status || r.erreur));
    t.diagnostic(`answers ${JSON.stringify(statuts)}, the slowest ${Math.round(Math.max(...tout.map((r) => r.ms)))} ms`);
    assert.deepEqual(Object.keys(statuts).filter((s) => !['200', '201'].includes(s)), []);
    await verifieAcquis(flux.acquis);
    assert.notEqual(parent(), avant);
    assert.equal(vivant(avant), false, 'the old one is gone');
  });

  test('a worker that crashes comes back within a second, the other goes on', async () => {
    await attendre(1100);	// one that has just started is held back
    const [premier, second] = ouvriers();
    process.kill(premier, 'SIGSEGV');
    const ms = await jusque(1000, 'two workers again', () => {
      const pids = ouvriers();
      return pids.length === 2 && !pids.includes(premier);
    });
    assert.ok(ouvriers().includes(second));
    for (let i = 0; i < 20; i++) assert.equal((await essai(lecture())).status, 200);
    assert.ok(ms < 1000);
  });

  test('a worker that dies again and again is held back', async () => {
    await attendre(1100);
    const debut = journal().length;
    for (let i = 0; i < 12; i++) {
      const pids = ouvriers();
      if (pids.length > 0) try { process.kill(pids[0], 'SIGSEGV'); } catch { /* gone already */ }
      await attendre(100);
    }
    const morts = journal().slice(debut).split('restarting worker').length - 1;
    assert.ok(morts >= 2 && morts <= 8, `${morts} restarts in 1.2 s`);
    await jusque(3000, 'two workers again', () => ouvriers().length === 2);
    await attendre(700);
    assert.equal((await essai(lecture())).status, 200);
  });

  test('SIGTERM lets requests in flight be answered; then nginx answers for the API', async (t) => {
    const ouvre = await verrouille(t, 'signalement');
    const enVol = Array.from({ length: 10 }, () => essai(lecture()));
    await jusque(2000, 'they wait', async () => await metrique('vigie_requetes_en_attente') >= 10);
    const pere = parent();
    process.kill(pere, 'SIGTERM');
    await attendre(800);
    assert.ok(vivant(pere), 'it waits for them');
    await ouvre();
    for (const r of await Promise.all(enVol)) assert.equal(r.status, 200, r.text || r.erreur);
    await jusque(7000, 'the API stops', () => !vivant(pere));
    const r = await essai(lecture());
    assert.equal(r.status, 502);
    assert.ok(Number(r.headers['retry-after']) > 0);
    assert.equal(verifieProbleme(r).code, 'service_indisponible');
    await vigie('up');
    assert.equal((await essai(lecture())).status, 200);
  });

  test('a killed parent starts again, over the socket it left', async () => {
    const pere = parent();
    const enfants = ouvriers();
    process.kill(pere, 'SIGKILL');
    await vigie('up');
    assert.notEqual(parent(), pere);
    assert.equal((await essai(lecture())).status, 200);
    // One after the other they see that it is gone, and let what nginx keeps open run out.
    await jusque(12000, 'its workers leave too', () => !enfants.some(vivant));
  });
});

describe('bounds', () => {
  test('a full queue and a long query are 503, a greedy caller is 429', async (t) => {
    await vigie('restart', { VIGIE_QUEUE: '4', VIGIE_READS: '1', VIGIE_WRITES: '1', VIGIE_READ_TIMEOUT: '1000',
      VIGIE_WRITE_TIMEOUT: '1500', VIGIE_RATE_LIMIT: '60' });
    const communes = { method: 'GET', path: `${BASE}/communes?q=mars`, direct: true };
    let ouvre = await verrouille(t, 'commune', 8);
    let r = await Promise.all(Array.from({ length: 100 }, () => essai(communes)));
    await ouvre();
    const vite = r.filter((x) => x.ms < 900);
    t.diagnostic(`${vite.length} of 100 refused at once, the last after ${Math.round(Math.max(...r.map((x) => x.ms)))} ms`);
    assert.ok(vite.length >= 100 - 2 * (32 + 4), 'beyond the queue: at once');
    assert.ok(vite.length < 100);
    r.forEach(verifie503);
    assert.ok(r.every((x) => x.ms < 1000 + 1000 + 500), 'nobody waits for more than one timeout');

    ouvre = await verrouille(t, 'brouillon', 8);
    const ecrit = await essai(brouillon(randomUUID()));
    await ouvre();
    verifie503(ecrit);
    assert.ok(ecrit.ms > 1400 && ecrit.ms < 2600, `${ecrit.ms} ms`);

    r = [];
    for (let i = 0; i < 62; i++) r.push(await essai(lecture()));
    // A window may have turned meanwhile: at most twice the quota could pass then.
    const refus = r.findIndex((x) => x.status === 429);
    assert.ok(refus >= 0 || Number(/t=(\d+)/.exec(r[0].headers.ratelimit)[1]) < 5,
      `${comptes(r.map((x) => x.status))}`);
    if (refus >= 0) {
      assert.equal(r[refus].headers.ratelimit.startsWith('"appelant";r=0;t='), true);
      assert.ok(Number(r[refus].headers['retry-after']) >= 1);
      assert.equal(verifieProbleme(r[refus]).code, 'trop_de_requetes');
    }
    assert.equal((await essai({ ...VIVANT, locale: '127.0.0.9' })).status, 200, 'another caller is not concerned');
    await vigie('restart');
  });

  test('twenty people who sign in do not keep readers waiting', async (t) => {
    // Not the cheap hash of other tests: what people have.
    const [{ mot_de_passe }] = await sql("select mot_de_passe from utilisateur where email = 'agent-13@demo.example'");
    const gens = await Promise.all(Array.from({ length: 20 }, () => compte({ mot_de_passe })));
    const entrees = Promise.all(gens.map(({ email }) => essai({ method: 'POST', path: `${BASE}/sessions`,
      headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email, mot_de_passe: MOT_DE_PASSE }) })));
    let fini = false;
    entrees.then(() => { fini = true; });
    const durees = [];
    while (!fini) durees.push((await essai(lecture({ direct: true }))).ms);
    const statuts = comptes((await entrees).map((r) => r.status));
    t.diagnostic(`${durees.length} reads meanwhile: p50 ${centile(durees, 0.5).toFixed(1)}, p99 ${centile(durees, 0.99).toFixed(1)} ms;`
      + ` sign-ins ${JSON.stringify(statuts)}`);
    assert.deepEqual(statuts, { 201: 20 });
    assert.ok(durees.length > 20);
    assert.ok(centile(durees, 0.99) < 150, `p99 ${centile(durees, 0.99)} ms`);
  });

  test('memory stays flat over 100 000 requests', async (t) => {
    const dossierTmp = mkdtempSync(`${tmpdir()}/charge-`);
    try {
      execFileSync('cc', ['-O2', '-D_GNU_SOURCE', '-o', `${dossierTmp}/charge`,
        fileURLToPath(new URL('../../bench/charge.c', import.meta.url)), '-lm']);
      const tete = `HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${jeton}\r\n`;
      const corps = JSON.stringify({ precisions: [] });
      const brefs = [`GET ${lecture().path} ${tete}\r\n\0`, `GET ${BASE}/nulle-part ${tete}\r\n\0`,
        `GET ${PRET.path} ${tete}\r\n\0`,
        `GET ${BASE}/moi HTTP/1.1\r\nHost: a\r\n\r\n\0`,
        `POST ${BASE}/criticite/evaluation ${tete}Content-Type: application/json\r\nContent-Length: ${corps.length}\r\n\r\n${corps}\0`];
      const longs = [`GET ${BASE}/signalements?limite=5 ${tete}\r\n\0`, `GET ${BASE}/communes?q=mars ${tete}\r\n\0`];
      writeFileSync(`${dossierTmp}/requetes`, [...Array(6).fill(brefs).flat(), ...longs].join(''));
      const tire = (secondes) => JSON.parse(execFileSync(`${dossierTmp}/charge`,
        [`unix:${process.env.VIGIE_SOCKET}`, '32', String(secondes), `${dossierTmp}/requetes`], { encoding: 'utf8' }));
      tire(2);	// stacks, arenas, connections are there now
      const avant = ouvriers().map(memoire);
      let faites = 0;
      while (faites < 100000) faites += tire(3).rate * 3;
      const apres = ouvriers().map(memoire);
      t.diagnostic(`${Math.round(faites)} requests: ${avant} kB, then ${apres} kB`);
      apres.forEach((kb, i) => {
        assert.ok(kb - avant[i] < 4096, `grew by ${kb - avant[i]} kB`);
        assert.ok(kb < 64 * 1024, `${kb} kB`);
      });
    } finally {
      rmSync(dossierTmp, { recursive: true });
    }
  });
});

describe('what an operator relies on', () => {
  test('secrets are for the service alone, and are not printed', () => {
    const fichier = `${LOCAL}/secrets/current`;
    assert.equal(statSync(fichier).mode & 0o777, 0o600);
    assert.equal(statSync(`${LOCAL}/secrets`).mode & 0o777, 0o700);
    const ecrit = journal();
    assert.match(ecrit, /VIGIE_MODE=demo/);
    assert.ok(!ecrit.includes(readFileSync(fichier, 'utf8').trim()));
    assert.match(ecrit, /PG_CONNINFO=(?!host)/, 'the connection string, which may hold a password, is hidden');
  });

  test('seccomp killed no one', () => assert.deepEqual(morts_seccomp()?.length, MORTS));
});

// Whatever happened, the next tests find a system that runs.
after(async () => { await vigie('up'); });
