/**
 * Access tokens: what is signed by us, in time, for this use, and nothing else. Two secrets at once, for rotation, are
 * in tests/unit/test_auth.c.
 */
import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { api, depose, depuis, login, monde } from './client.js';

depuis();

const b64 = (valeur) => Buffer.from(typeof valeur === 'string' ? valeur : JSON.stringify(valeur)).toString('base64url');
const lit = (partie) => JSON.parse(Buffer.from(partie, 'base64url').toString());

function signe(entete, corps, secret, algo = 'sha256') {
  const texte = `${b64(entete)}.${b64(corps)}`;
  return `${texte}.${createHmac(algo, secret).update(texte).digest('base64url')}`;
}

let m;
let bon;
let entete;
let corps;
let secret;
let dossier;

before(async () => {
  m = await monde();
  bon = await login(m.rt.email);
  [entete, corps] = bon.split('.').slice(0, 2).map(lit);
  secret = Buffer.from(readFileSync(`${process.env.VIGIE_LOCAL}/secrets/current`, 'utf8').trim(), 'hex');
  dossier = await depose(api, bon, m.t);
});

const refuse = async (token, code = 'jeton_invalide') => {
  const r = await api('GET', '/moi', { token, attendu: 401 });
  assert.equal(r.body.code, code);
};

describe('a token of ours', () => {
  test('is HS256, names its secret, its account, its session, and lives 15 minutes', () => {
    assert.equal(entete.alg, 'HS256');
    assert.match(entete.kid, /^[0-9a-f]{8}$/);
    assert.equal(corps.sub, m.rt.id);
    assert.equal(corps.role, 'RESPONSABLE_TERRITOIRE');
    assert.equal(corps.exp - corps.iat, 900);
    assert.deepEqual(Object.keys(corps).sort(), ['exp', 'iat', 'iss', 'role', 'session', 'sub']);
  });

  test('signed by the test with the same secret is accepted: the refusals below are for their reason', async () => {
    await api('GET', '/moi', { token: signe(entete, corps, secret), attendu: 200 });
  });

  test('the scheme may be written in any case', async () => {
    await api('GET', '/moi', { headers: { Authorization: `bearer ${bon}` }, attendu: 200 });
  });
});

describe('refused', () => {
  test('no token, another scheme', async () => {
    await refuse(undefined, 'non_authentifie');
    for (const Authorization of ['Basic YTpi', `${bon}`, 'Bearer', 'Bearer ']) {
      await api('GET', '/moi', { headers: { Authorization }, attendu: 401 });
    }
  });

  test('not a token at all', async () => {
    for (const faux of ['x', 'a.b.c', `${bon}x`, bon.slice(0, -2), `${bon}.${bon}`, '.'.repeat(40)]) {
      await refuse(faux);
    }
  });

  test('alg none, in every spelling, with and without a signature', async () => {
    for (const alg of ['none', 'None', 'NONE', 'nOnE']) {
      await refuse(`${b64({ ...entete, alg })}.${b64(corps)}.`);
      await refuse(`${b64({ ...entete, alg })}.${b64(corps)}.${bon.split('.')[2]}`);
      await refuse(`${b64({ alg, typ: 'JWT' })}.${b64(corps)}.`);
    }
  });

  test('another algorithm, even with our secret', async () => {
    await refuse(signe({ ...entete, alg: 'HS512' }, corps, secret, 'sha512'));
    await refuse(signe({ ...entete, alg: 'HS384' }, corps, secret, 'sha384'));
    await refuse(signe({ ...entete, alg: 'RS256' }, corps, secret));
    const { alg, ...sans } = entete;
    assert.equal(alg, 'HS256');
    await refuse(signe(sans, corps, secret));
  });

  test('another secret, and the secret as text', async () => {
    await refuse(signe(entete, corps, randomBytes(32)));
    await refuse(signe(entete, corps, secret.toString('hex')));
    await refuse(signe(entete, corps, ''));
  });

  test('a kid that is missing, unknown or not a text', async () => {
    const { kid, ...sans } = entete;
    await refuse(signe(sans, corps, secret));
    for (const autre of ['00000000', `${kid}0`, '', '../current', 1, null]) {
      await refuse(signe({ ...entete, kid: autre }, corps, secret));
    }
  });

  test('expired, without an end, with an end that is not a number', async () => {
    const maintenant = Math.floor(Date.now() / 1000);
    await refuse(signe(entete, { ...corps, exp: maintenant - 1 }, secret));
    await refuse(signe(entete, { ...corps, exp: 0 }, secret));
    await refuse(signe(entete, { ...corps, exp: 'demain' }, secret));
    const { exp, ...sans } = corps;
    assert.ok(exp > maintenant);
    await refuse(signe(entete, sans, secret));
  });

  test('of another issuer, without a role, with an unknown one, without an account', async () => {
    for (const change of [
      { iss: 'autre' },
      { iss: undefined },
      { role: undefined },
      { role: 'PUBLIC' },
      { role: 'ROI' },
      { sub: undefined },
    ]) {
      await refuse(signe(entete, { ...corps, ...change }, secret));
    }
  });

  test('a changed body keeps its old signature', async () => {
    const [a, , c] = bon.split('.');
    await refuse(`${a}.${b64({ ...corps, role: 'SUPER_ADMIN' })}.${c}`);
  });

  test('the token of an account that is not there sees nothing', async () => {
    await refuse(signe(entete, { ...corps, sub: '00000000-0000-4000-8000-000000000000' }, secret));
    const faux = signe(entete, { ...corps, sub: '00000000-0000-4000-8000-000000000000' }, secret);
    assert.deepEqual((await api('GET', '/signalements', { token: faux, attendu: 200 })).body.elements, []);
  });
});

describe("a citizen's token", () => {
  test('opens its dossier and nothing of the agents', async () => {
    const r = await api('POST', '/suivi-usager/sessions', {
      attendu: 201,
      body: {
        code_suivi: dossier.code_suivi,
        initiale_prenom: 'I',
        initiale_nom: 'M',
        code_postal: m.t.code_postal,
      },
    });
    const token = r.body.jeton;
    await api('GET', '/suivi-usager/dossier', { token, attendu: 200 });
    for (const [methode, chemin] of [
      ['GET', '/signalements'],
      ['GET', `/signalements/${dossier.id}`],
      ['GET', '/moi'],
      ['GET', '/partenaires'],
      ['GET', `/signalements/${dossier.id}/suivis`],
      ['GET', '/evenements/rebuts'],
      ['POST', '/signalements'],
    ]) {
      const refus = await api(methode, chemin, { token, attendu: 403, body: methode === 'POST' ? {} : undefined });
      assert.equal(refus.body.code, 'interdit');
    }
  });

  test("an agent's token does not open the citizen's window", async () => {
    for (const chemin of ['/suivi-usager/dossier', '/suivi-usager/messages']) {
      await api('GET', chemin, { token: bon, attendu: 403 });
    }
  });

  test('without its dossier or its quality it is refused; with another dossier it shows that one', async () => {
    const usager = { iss: corps.iss, role: 'USAGER', iat: corps.iat, exp: corps.exp };
    for (const manque of [{}, { dossier: dossier.id }, { qualite: 'occupant' }]) {
      await api('GET', '/suivi-usager/dossier', {
        token: signe(entete, { ...usager, ...manque }, secret),
        attendu: 401,
      });
    }
    const perdu = signe(
      entete,
      { ...usager, qualite: 'occupant', dossier: '00000000-0000-4000-8000-000000000000' },
      secret,
    );
    await api('GET', '/suivi-usager/dossier', { token: perdu, attendu: 404 });
    await api('GET', '/suivi-usager/messages', { token: perdu, attendu: 404 });
    await api('POST', '/suivi-usager/messages', {
      token: perdu,
      body: { message: 'Bonjour, êtes-vous là ?' },
      attendu: 404,
    });
  });
});
