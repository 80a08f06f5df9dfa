/** Limits and modes that need settings of their own, on an API beside the one under test. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { api, compte, monde, MOT_DE_PASSE } from './client.js';
import { instance } from './instance.js';

let m;
let petite;
before(async () => {
  m = await monde();
  petite = await instance({ VIGIE_RATE_LIMIT: '20', VIGIE_LOGIN_TRIES_IP: '4' });
});
after(() => petite.stop());

const d = (options = {}) => ({ direct: petite.socket, ...options });
const connecte = (email, mot_de_passe, adresse, options = {}) =>
  api(
    'POST',
    '/sessions',
    d({
      body: { email, mot_de_passe },
      headers: { 'X-Forwarded-For': adresse },
      ...options,
    }),
  );

/** Calls until 429, at most n times; the statuses, and the refusal. */
async function jusqua429(n, appel) {
  const statuts = [];
  for (let i = 0; i < n; i++) {
    const r = await appel();
    if (r.status === 429) return { statuts, refus: r };
    statuts.push(r.status);
  }
  return { statuts };
}

describe('requests a minute', () => {
  test('per account, whatever the address; another account goes on; it says when to come back', async () => {
    const [un, deux] = await Promise.all(
      [m.agent, m.voisin].map((u, i) =>
        connecte(u.email, MOT_DE_PASSE, `10.1.0.${i}`, { attendu: 201 }).then((r) => r.body.jeton),
      ),
    );
    let i = 0;
    // A window may turn during the test: then it starts again.
    const { statuts, refus } = await jusqua429(45, () =>
      api('GET', '/moi', d({ token: un, headers: { 'X-Forwarded-For': `10.2.0.${i++}` } })),
    );
    assert.ok(statuts.length >= 20 && statuts.every((s) => s === 200), statuts.join());
    assert.equal(refus.body.code, 'trop_de_requetes');
    assert.match(refus.headers.ratelimit, /^"appelant";r=0;t=\d+$/);
    assert.equal(refus.headers['ratelimit-policy'], '"appelant";q=20;w=60');
    assert.ok(Number(refus.headers['retry-after']) <= 60);
    await api('GET', '/moi', d({ token: deux, attendu: 200 }));
  });

  test('without an account, per address, ten times more', async () => {
    const headers = { 'X-Forwarded-For': '10.3.0.1' };
    for (const [methode, chemin, body] of [
      ['POST', '/sessions/renouvellement'],
      ['POST', '/brouillons', { profil: 'locataire', etape: 'debut', reponses: {} }],
    ]) {
      const { refus } = await jusqua429(401, () => api(methode, chemin, d({ headers, body })));
      assert.equal(refus?.headers['ratelimit-policy'], '"appelant";q=200;w=60');
    }
    await api('GET', '/territoires', d({ headers: { 'X-Forwarded-For': '10.3.0.2' }, attendu: 200 }));
  });

  test('what is left is told on every answer, also on refusals', async () => {
    const headers = { 'X-Forwarded-For': '10.4.0.1' };
    const reste = async (chemin, statut) =>
      Number(/r=(\d+)/.exec((await api('GET', chemin, d({ headers, attendu: statut }))).headers.ratelimit)[1]);
    const a = await reste('/motifs', 200);
    const b = await reste('/moi', 401);
    const c = await reste('/nulle-part', 404);
    assert.ok((a > b && b > c) || c > 190, `${a} ${b} ${c}`);
  });
});

describe('tries at passwords', () => {
  test('an address that tries many accounts is stopped, another one is not', async () => {
    const adresse = `10.5.${process.pid % 250}.${Math.floor(Math.random() * 250)}`;
    for (let i = 0; i < 4; i++)
      await connecte(`devine-${process.pid}-${i}@essai.example`, 'Faux-2026!', adresse, { attendu: 401 });
    const r = await connecte(m.admin.email, MOT_DE_PASSE, adresse, { attendu: 429 });
    assert.ok(Number(r.headers['retry-after']) <= 900);
    await connecte(m.admin.email, MOT_DE_PASSE, '10.5.255.255', { attendu: 201 });
  });
});

describe('production', () => {
  test('refuses the accounts of the demonstration, accepts the others, and renews neither', async () => {
    const production = await instance({ VIGIE_MODE: 'production' });
    try {
      const options = { direct: production.socket, headers: { 'X-Forwarded-For': '10.6.0.1' } };
      const essai = (email) => api('POST', '/sessions', { ...options, body: { email, mot_de_passe: MOT_DE_PASSE } });
      for (const email of ['admin@demo.example', 'RT-13@Demo.Example']) assert.equal((await essai(email)).status, 401);
      const u = await compte({ partenaires: [m.service] });
      assert.equal((await essai(u.email)).status, 201);
      // A session opened in the demonstration ends here.
      const demo = await api(
        'POST',
        '/sessions',
        d({
          body: { email: 'rt-01@demo.example', mot_de_passe: MOT_DE_PASSE },
          headers: { 'X-Forwarded-For': '10.6.0.2' },
          attendu: 201,
        }),
      );
      const Cookie = demo.headers['set-cookie'][0].split(';')[0];
      const r = await api('POST', '/sessions/renouvellement', { direct: production.socket, headers: { Cookie } });
      assert.equal(r.status, 401);
    } finally {
      await production.stop();
    }
  });

  test('an unknown mode, a missing setting and a bad secret refuse to start, with a sentence', async () => {
    await assert.rejects(instance({ VIGIE_MODE: 'essai' }), /VIGIE_MODE doit être demo ou production/);
    await assert.rejects(instance({ PG_CONNINFO: '' }), /PG_CONNINFO est obligatoire/);
    await assert.rejects(instance({}, { current: 'abc' }), /64 chiffres hexadécimaux/);
  });

  test('the settings are printed at start, the secret ones hidden', () => {
    assert.match(petite.sortie(), /^VIGIE_RATE_LIMIT=20$/m);
    assert.match(petite.sortie(), /^PG_CONNINFO=\*\*\*$/m);
  });
});

describe('rotation of the secret', () => {
  test('tokens of the previous secret are good until they expire, new ones are of the new secret', async () => {
    const [ancien, neuf] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')];
    const entre = async (i) =>
      (
        await api('POST', '/sessions', {
          direct: i.socket,
          headers: { 'X-Forwarded-For': '10.7.0.1' },
          body: { email: m.rt.email, mot_de_passe: MOT_DE_PASSE },
          attendu: 201,
        })
      ).body.jeton;
    const kid = (jeton) => JSON.parse(Buffer.from(jeton.split('.')[0], 'base64url')).kid;
    const avant = await instance({}, { current: ancien });
    const jeton = await entre(avant);
    await avant.stop();
    const pendant = await instance({}, { current: neuf, previous: ancien });
    await api('GET', '/moi', { token: jeton, direct: pendant.socket, attendu: 200 });
    const suivant = await entre(pendant);
    assert.notEqual(kid(suivant), kid(jeton));
    await pendant.stop();
    const apres = await instance({}, { current: neuf });
    await api('GET', '/moi', { token: jeton, direct: apres.socket, attendu: 401 });
    await api('GET', '/moi', { token: suivant, direct: apres.socket, attendu: 200 });
    await apres.stop();
  });

  test('without any, one is made, readable by nobody else', async () => {
    const seule = await instance({}, {});
    assert.match(readFileSync(`${seule.secrets}/current`, 'utf8'), /^[0-9a-f]{64}$/);
    assert.equal(statSync(`${seule.secrets}/current`).mode & 0o777, 0o600);
    await seule.stop();
  });
});
