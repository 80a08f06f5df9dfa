/** Signing in, staying signed in, signing out, and the connected account. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import {
  adresse,
  api,
  compte,
  depuis,
  login,
  monde,
  partenaire,
  pointeurs,
  signalement,
  sql,
  MOT_DE_PASSE,
} from './client.js';

depuis();

const COOKIE =
  /^vigie_renouvellement=([0-9a-f]*); HttpOnly; Secure; SameSite=Strict; Path=\/api\/v1\/sessions\/renouvellement; Max-Age=(\d+)$/;

let m;
before(async () => {
  m = await monde();
});

function cookie(reponse) {
  assert.equal(reponse.headers['set-cookie']?.length, 1);
  const lu = COOKIE.exec(reponse.headers['set-cookie'][0]);
  assert.ok(lu, reponse.headers['set-cookie'][0]);
  return { jeton: lu[1], duree: Number(lu[2]) };
}

const connecte = (email, mot_de_passe = MOT_DE_PASSE, plus = {}) =>
  api('POST', '/sessions', { body: { email, mot_de_passe }, ...plus });
const renouvelle = (jeton, headers = {}) =>
  api('POST', '/sessions/renouvellement', { headers: { Cookie: `vigie_renouvellement=${jeton}`, ...headers } });

describe('signing in', () => {
  test('the right password gives a token of 15 minutes, a cookie of 14 days and the account', async () => {
    const avant = Date.now();
    const r = await connecte(m.rt.email, MOT_DE_PASSE, { attendu: 201 });
    const dans = Date.parse(r.body.expire_le) - avant;
    assert.ok(dans > 14 * 60e3 && dans < 16 * 60e3, r.body.expire_le);
    assert.equal(cookie(r).duree, 14 * 24 * 3600);
    assert.equal(cookie(r).jeton.length, 64);
    assert.equal(r.body.utilisateur.id, m.rt.id);
    assert.equal(r.body.utilisateur.role, 'RESPONSABLE_TERRITOIRE');
    assert.deepEqual(
      r.body.utilisateur.territoires.map((t) => t.code),
      [m.t.code],
    );
    assert.deepEqual(
      r.body.utilisateur.partenaires.map((p) => p.id),
      [m.prefecture.id],
    );
    assert.deepEqual(r.body.utilisateur.actions, ['creer_signalement']);
    assert.equal((await api('GET', '/moi', { token: r.body.jeton, attendu: 200 })).body.email, m.rt.email);
  });

  test('the case of the e-mail does not matter, spaces in a password do', async () => {
    await connecte(m.rt.email.toUpperCase(), MOT_DE_PASSE, { attendu: 201 });
    await connecte(m.rt.email, `${MOT_DE_PASSE} `, { attendu: 401 });
  });

  test('wrong password, unknown account, archived, inactive and never activated say the same', async () => {
    const morts = [
      await compte({ statut: 'ARCHIVE' }),
      await compte({ statut: 'INACTIF' }),
      await compte({ mot_de_passe: null }),
    ];
    const reponses = await Promise.all([
      connecte((await compte()).email, 'Mauvais-mot-2026!'),
      connecte('personne@essai.example'),
      ...morts.map((u) => connecte(u.email)),
    ]);
    for (const r of reponses) {
      assert.equal(r.status, 401);
      assert.equal(r.body.code, 'identifiants_invalides');
      assert.equal(r.body.detail, reponses[0].body.detail);
      assert.equal(r.headers['set-cookie'], undefined);
    }
  });

  test('every fault of the body is told', async () => {
    const r = await api('POST', '/sessions', {
      body: { email: 'pas une adresse', mot_de_passe: '', plus: 1 },
      attendu: 422,
    });
    assert.deepEqual(pointeurs(r), ['/email', '/mot_de_passe', '/plus']);
  });

  test('a password of 200 characters of four bytes is read whole', async () => {
    await connecte(m.agent.email, '🏠'.repeat(200), { attendu: 401 });
    await connecte(m.agent.email, 'x'.repeat(201), { attendu: 422 });
    await connecte(m.agent.email, MOT_DE_PASSE, { attendu: 201 });
  });

  test('the date of the last sign-in is kept', async () => {
    const u = await compte({ partenaires: [m.service] });
    await connecte(u.email, MOT_DE_PASSE, { attendu: 201 });
    const [ligne] = await sql(
      "select now() - derniere_connexion_le < interval '1 minute' as neuve from utilisateur where id = $1",
      [u.cle],
    );
    assert.equal(ligne.neuve, true);
  });
});

describe('guessing', () => {
  test('the sixth try at an account within 15 minutes is refused, even with the right password', async () => {
    const u = await compte({ partenaires: [m.service] });
    const [ici, la] = [adresse(), adresse()];
    const essais = [];
    for (let i = 0; i < 5; i++) essais.push((await connecte(u.email, `Faux-${i}-2026!`, { locale: ici })).status);
    assert.deepEqual(essais, [401, 401, 401, 401, 401]);
    const r = await connecte(u.email, MOT_DE_PASSE, { locale: la, attendu: 429 });
    assert.equal(r.body.code, 'trop_de_requetes');
    assert.ok(Number(r.headers['retry-after']) <= 900);
    const autre = await compte({ partenaires: [m.service] });
    await connecte(autre.email, MOT_DE_PASSE, { locale: ici, attendu: 201 });
  });

  test('a success forgives the tries before it', async () => {
    const locale = adresse();
    const u = await compte({ partenaires: [m.service] });
    for (let tour = 0; tour < 3; tour++) {
      for (let i = 0; i < 4; i++) await connecte(u.email, 'Faux-2026!', { locale, attendu: 401 });
      await connecte(u.email, MOT_DE_PASSE, { locale, attendu: 201 });
    }
  });

  test('tries are counted for the address too; a success gives its own back', async () => {
    const locale = adresse();
    const compte_adresses = () => sql("select cle, nombre from essai where cle like 'adresse:%'");
    const avant = new Set((await compte_adresses()).map((l) => l.cle));
    for (let i = 0; i < 7; i++)
      await connecte(`devine-${process.pid}-${i}@essai.example`, 'Faux-2026!', { locale, attendu: 401 });
    const [ligne] = (await compte_adresses()).filter((l) => !avant.has(l.cle) && l.nombre === 7);
    assert.ok(ligne, 'one row of seven tries');
    await connecte(m.agent.email, MOT_DE_PASSE, { locale, attendu: 201 });
    const [apres] = await sql('select nombre from essai where cle = $1', [ligne.cle]);
    assert.equal(apres.nombre, 7);
    // limite.test.js sees what happens at the limit.
  });

  test('computing passwords delays nobody else', async () => {
    // Unknown accounts cost as much as known ones: 64 MB and two passes each.
    const locale = adresse();
    let reste = 24;
    const connexions = Array.from({ length: 24 }, (_, i) =>
      connecte(`lent-${process.pid}-${i}@essai.example`, 'Faux-2026!', { locale }).then((r) => {
        reste--;
        return r.status;
      }),
    );
    let lectures = 0;
    while (reste > 0 && lectures < 5000) {
      await api('GET', '/sante/pret', { attendu: 200 });
      if (reste > 0) lectures++;
    }
    assert.ok((await Promise.all(connexions)).every((s) => [401, 503].includes(s)));
    assert.ok(lectures >= 24, `${lectures} readings while 24 passwords were computed`);
  });

  test('neither addresses nor e-mails are kept, only hashes', async () => {
    await connecte('cache@essai.example', 'Faux-2026!', { attendu: 401 });
    const lignes = await sql('select cle from essai');
    assert.ok(lignes.length > 0);
    for (const { cle } of lignes) assert.match(cle, /^(compte|adresse|dossier):[0-9a-f]{32}$/);
  });
});

describe('renewal', () => {
  async function ouvre() {
    const u = await compte({ partenaires: [m.service] });
    const r = await connecte(u.email, MOT_DE_PASSE, { attendu: 201 });
    return { u, r, jeton: cookie(r).jeton };
  }

  test('each renewal gives another cookie and a working token', async () => {
    let { u, jeton } = await ouvre();
    const vus = new Set([jeton]);
    for (let i = 0; i < 3; i++) {
      const r = await renouvelle(jeton);
      assert.equal(r.status, 201);
      assert.equal((await api('GET', '/moi', { token: r.body.jeton, attendu: 200 })).body.id, u.id);
      jeton = cookie(r).jeton;
      assert.ok(!vus.has(jeton));
      vus.add(jeton);
    }
    const [{ n }] = await sql('select count(*)::int as n from session where utilisateur_id = $1', [u.cle]);
    assert.equal(n, 1, 'one session, one family');
  });

  test('a spent cookie that comes back revokes the whole family', async () => {
    const { u, jeton } = await ouvre();
    const suivant = cookie(await renouvelle(jeton)).jeton;
    const rejeu = await renouvelle(jeton);
    assert.equal(rejeu.status, 401);
    assert.equal(rejeu.body.code, 'session_expiree');
    assert.equal(cookie(rejeu).duree, 0);
    assert.equal((await renouvelle(suivant)).status, 401);
    const [s] = await sql('select motif_revocation from session where utilisateur_id = $1', [u.cle]);
    assert.equal(s.motif_revocation, 'reutilisation');
  });

  test('two renewals at once: at most one succeeds, and the family ends', async () => {
    const { jeton } = await ouvre();
    const reponses = await Promise.all(Array.from({ length: 8 }, () => renouvelle(jeton)));
    const bonnes = reponses.filter((r) => r.status === 201);
    assert.equal(bonnes.length, 1);
    assert.ok(reponses.every((r) => [201, 401].includes(r.status)));
    assert.equal((await renouvelle(cookie(bonnes[0]).jeton)).status, 401);
  });

  test('without a cookie, with a made-up one, with an expired one: signed out', async () => {
    assert.equal((await api('POST', '/sessions/renouvellement')).status, 401);
    for (const faux of ['0'.repeat(64), 'abc', 'z'.repeat(64), '']) assert.equal((await renouvelle(faux)).status, 401);
    const { u, jeton } = await ouvre();
    await sql(
      `update jeton_renouvellement set expire_le = now() - interval '1 second'
      where session_id in (select id from session where utilisateur_id = $1)`,
      [u.cle],
    );
    assert.equal((await renouvelle(jeton)).status, 401);
  });

  test('only our own pages may renew', async () => {
    const { jeton } = await ouvre();
    assert.equal((await renouvelle(jeton, { Origin: 'https://ailleurs.example' })).status, 401);
    assert.equal((await renouvelle(jeton, { 'Sec-Fetch-Site': 'cross-site' })).status, 401);
    assert.equal((await renouvelle(jeton, { 'Sec-Fetch-Site': 'same-origin' })).status, 201);
  });

  test('the cookie is found among others', async () => {
    const { jeton } = await ouvre();
    const r = await api('POST', '/sessions/renouvellement', {
      headers: { Cookie: `a=b; xvigie_renouvellement=non;vigie_renouvellement=${jeton}; c=d` },
    });
    assert.equal(r.status, 201);
  });

  test('only a hash of the cookie is kept', async () => {
    const { u, jeton } = await ouvre();
    const lignes = await sql(
      `select encode(empreinte, 'hex') as e from jeton_renouvellement
      where session_id in (select id from session where utilisateur_id = $1)`,
      [u.cle],
    );
    assert.equal(lignes.length, 1);
    assert.notEqual(lignes[0].e, jeton);
  });

  test('signing out ends the session and erases the cookie', async () => {
    const { r, jeton } = await ouvre();
    const sortie = await api('DELETE', '/sessions/courante', { token: r.body.jeton, attendu: 204 });
    assert.equal(cookie(sortie).duree, 0);
    assert.equal((await renouvelle(jeton)).status, 401);
    await api('DELETE', '/sessions/courante', { attendu: 401 });
  });

  test('a revoked account is out: no renewal, no account, nothing to see', async () => {
    const { u, r, jeton } = await ouvre();
    await sql("update utilisateur set statut = 'ARCHIVE' where id = $1", [u.cle]);
    const refus = await renouvelle(jeton);
    assert.equal(refus.status, 401);
    const token = r.body.jeton;
    assert.equal((await api('GET', '/moi', { token })).status, 401);
    assert.deepEqual((await api('GET', '/signalements', { token, attendu: 200 })).body.elements, []);
    assert.deepEqual((await api('GET', '/partenaires', { token, attendu: 200 })).body.elements, []);
    await api('POST', '/signalements', { token, body: signalement(m.t), attendu: 403 });
    await api('PATCH', '/moi', { token, etag: '"1.0"', body: { nom: 'Encore' }, attendu: [401, 412] });
    const [s] = await sql('select motif_revocation from session where utilisateur_id = $1', [u.cle]);
    assert.equal(s.motif_revocation, 'compte');
  });
});

describe('the connected account', () => {
  test('tells territories, partners and actions of each role', async () => {
    const [admin, agent, national] = await Promise.all([
      login(m.admin.email),
      login(m.agent.email),
      login((await compte({ role: 'SUPER_ADMIN' })).email),
    ]);
    const chef = (await api('GET', '/moi', { token: admin, attendu: 200 })).body;
    assert.deepEqual(
      [chef.role, chef.actions, chef.territoires[0].code],
      ['ADMIN_PARTENAIRE', ['creer_signalement'], m.t.code],
    );
    assert.equal((await api('GET', '/moi', { token: agent, attendu: 200 })).body.role, 'AGENT');
    const tout = (await api('GET', '/moi', { token: national, attendu: 200 })).body;
    assert.deepEqual(tout.actions, ['creer_signalement', 'voir_rebuts']);
    assert.ok(tout.territoires.length >= 100);
  });

  test('an archived partner is no longer shown', async () => {
    const vieux = await partenaire(m.t, { archive: true });
    const u = await compte({ partenaires: [vieux, m.service] });
    const moi = (await api('GET', '/moi', { token: await login(u.email), attendu: 200 })).body;
    assert.deepEqual(
      moi.partenaires.map((p) => p.id),
      [m.service.id],
    );
  });

  test('corrects name, function and telephone; null clears, absent leaves alone', async () => {
    const u = await compte({ partenaires: [m.service] });
    const token = await login(u.email);
    let r = await api('GET', '/moi', { token, attendu: 200 });
    r = await api('PATCH', '/moi', {
      token,
      etag: r.etag,
      attendu: 200,
      body: { nom: 'D’Été', prenom: 'Zoé', fonction: 'Inspectrice', telephone: '04 91 00 00 00' },
    });
    assert.deepEqual(
      [r.body.nom, r.body.prenom, r.body.fonction, r.body.telephone, r.body.version],
      ['D’Été', 'Zoé', 'Inspectrice', '04 91 00 00 00', 2],
    );
    r = await api('PATCH', '/moi', { token, etag: r.etag, body: { telephone: null }, attendu: 200 });
    assert.deepEqual([r.body.nom, r.body.fonction, r.body.telephone], ['D’Été', 'Inspectrice', null]);
    r = await api('PATCH', '/moi', { token, etag: r.etag, body: { notifier_par_mail: false }, attendu: 200 });
    assert.deepEqual([r.body.notifier_par_mail, r.body.nom], [false, 'D’Été']);
    assert.deepEqual((await api('GET', '/moi', { token, attendu: 200 })).body, r.body);
  });

  test('needs If-Match, the last one, and good fields', async () => {
    const u = await compte({ partenaires: [m.service] });
    const token = await login(u.email);
    const r = await api('GET', '/moi', { token, attendu: 200 });
    await api('PATCH', '/moi', { token, body: { nom: 'A' }, attendu: 428 });
    await api('PATCH', '/moi', { token, etag: r.etag, body: { nom: 'A' }, attendu: 200 });
    await api('PATCH', '/moi', { token, etag: r.etag, body: { nom: 'B' }, attendu: 412 });
    const faux = await api('PATCH', '/moi', {
      token,
      etag: '"2.0"',
      body: { nom: '', telephone: '12', role: 'SUPER_ADMIN' },
      attendu: 422,
    });
    assert.deepEqual(pointeurs(faux), ['/nom', '/role', '/telephone']);
    await api('PATCH', '/moi', { body: {}, etag: r.etag, attendu: 401 });
  });

  test('is not sent again while it has not changed', async () => {
    const token = await login(m.agent.email);
    const r = await api('GET', '/moi', { token, attendu: 200 });
    await api('GET', '/moi', { token, headers: { 'If-None-Match': r.etag }, attendu: 304 });
    await api('GET', '/moi', { token, headers: { 'If-None-Match': '"0.0"' }, attendu: 200 });
  });
});
