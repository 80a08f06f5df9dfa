/** The tenant's form: its questions, a draft that is taken up again, and the dossier that it becomes. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { api, contrat, depuis, login, monde, pointeurs, sql, territoire } from './client.js';

depuis();

let m;
before(async () => {
  m = await monde();
});

const A = 'adresse_logement_adresse';
const O = 'vos_coordonnees_occupant_';
const C = 'composition_logement_';

/** The least that makes a dossier: a leak in the dwelling's only room. */
const reponses = (t, plus = {}) => ({
  [A]: `12 rue Haute ${t.code_postal} ${t.commune}`,
  [`${A}_detail_numero`]: '12 rue Haute',
  [`${A}_detail_code_postal`]: t.code_postal,
  [`${A}_detail_commune`]: t.commune,
  [`${A}_detail_insee`]: t.code_insee,
  signalement_concerne_logement_social_autre_tiers: 'non',
  [`${O}civilite`]: 'mme',
  [`${O}nom`]: 'Martin',
  [`${O}prenom`]: 'Inès',
  [`${O}email`]: 'ines@example.org',
  [`${O}tel`]: '0612345678',
  zone_concernee_zone: 'logement',
  [`${C}piece_unique`]: 'piece_unique',
  [`${C}superficie`]: 30,
  desordres_logement_eau_evacuation: 1,
  categorieDisorders: { logement: ['desordres_logement_eau'] },
  ...plus,
});

const corps = (r = {}, plus = {}) => ({ profil: 'locataire', etape: 'adresse_logement', reponses: r, ...plus });
/** r: the answers, or a whole body as text. */
const commence = (r, options = {}) =>
  api('POST', '/brouillons', { body: typeof r === 'string' ? r : corps(r), attendu: 201, ...options });
const soumet = (id, options = {}) => api('POST', `/brouillons/${id}/soumission`, { attendu: 201, ...options });

describe('the questions of a profile', () => {
  test('are data, with an ETag; a profile without a form is not found', async () => {
    const r = await api('GET', '/formulaires/locataire', { attendu: 200 });
    assert.equal(r.body.profil, 'locataire');
    assert.ok(r.body.ecrans.length > 20);
    await api('GET', '/formulaires/locataire', { headers: { 'If-None-Match': r.etag }, attendu: 304 });
    await api('GET', '/formulaires/service_secours', { attendu: 404 });
    await api('GET', '/formulaires/roi', { attendu: 404 });
  });
});

describe('a draft', () => {
  test('is kept as it was given, and taken up again by whoever knows its name', async () => {
    const donnees = reponses(m.t, {
      libre: 'été',
      nombre: 1.5,
      liste: [1, 'a', null, { b: true }],
      vide: null,
      '': 'sans nom',
    });
    const r = await commence(donnees);
    assert.equal(r.headers.location, `/api/v1/brouillons/${r.body.id}`);
    assert.deepEqual(
      [r.body.profil, r.body.etape, r.body.reponses, r.body.version],
      ['locataire', 'adresse_logement', donnees, 1],
    );
    const lu = await api('GET', `/brouillons/${r.body.id}`, { attendu: 200 });
    assert.deepEqual([lu.body, lu.etag], [r.body, r.etag]);
    await api('GET', `/brouillons/${r.body.id}`, { headers: { 'If-None-Match': lu.etag }, attendu: 304 });
  });

  test('each step replaces the answers, on the version read', async () => {
    const r = await commence({ a: 1, b: 2 });
    const ecrit = (options = {}) =>
      api('PUT', `/brouillons/${r.body.id}`, {
        etag: r.etag,
        attendu: 200,
        body: corps({ a: 3 }, { etape: 'type_logement' }),
        ...options,
      });
    await ecrit({ etag: undefined, attendu: 428 });
    const neuf = await ecrit();
    assert.deepEqual([neuf.body.reponses, neuf.body.etape, neuf.body.version], [{ a: 3 }, 'type_logement', 2]);
    await ecrit({ attendu: 412 });
    assert.deepEqual(pointeurs(await ecrit({ body: corps([], { etape: '', profil: 'roi', plus: 1 }), attendu: 422 })), [
      '/etape',
      '/plus',
      '/profil',
      '/reponses',
    ]);
    const tous = await Promise.all(Array.from({ length: 16 }, () => ecrit({ etag: neuf.etag, attendu: [200, 412] })));
    assert.equal(tous.filter((x) => x.status === 200).length, 1);
  });

  test('is refused when it has a fault, is too large, or nests without end', async () => {
    assert.deepEqual(pointeurs(await api('POST', '/brouillons', { body: {}, attendu: 422 })), [
      '/etape',
      '/profil',
      '/reponses',
    ]);
    await api('POST', '/brouillons', { body: corps({ a: 'x'.repeat(131072) }), attendu: 413 });
    const profond = (n) => `{"profil":"locataire","etape":"a","reponses":{"a":${'['.repeat(n)}${']'.repeat(n)}}}`;
    await api('POST', '/brouillons', { body: profond(10000), attendu: [400, 422] });
    await api('POST', '/brouillons', { body: profond(500), attendu: [201, 400, 422] });
  });

  test('is erased when given up, and forgotten after 30 days', async () => {
    const r = await commence({ a: 1 });
    await api('DELETE', `/brouillons/${r.body.id}`, { attendu: 204 });
    for (const methode of ['GET', 'DELETE']) await api(methode, `/brouillons/${r.body.id}`, { attendu: 404 });
    await api('PUT', `/brouillons/${r.body.id}`, { etag: r.etag, body: corps({}), attendu: 404 });
    await soumet(r.body.id, { attendu: 404 });
    const vieux = await commence(reponses(m.t));
    await sql("update brouillon set cree_le = now() - interval '31 days' where uuid = $1", [vieux.body.id]);
    await api('GET', `/brouillons/${vieux.body.id}`, { attendu: 404 });
    await soumet(vieux.body.id, { attendu: 404 });
    await api('GET', '/brouillons/x', { attendu: 404 });
  });
});

describe('submitting', () => {
  test('makes the dossier: scored, numbered, seen by the manager; the person gets code and link', async () => {
    const { body: b } = await commence(reponses(m.t));
    const r = await soumet(b.id);
    assert.equal(r.body.statut, 'NOUVEAU');
    assert.match(r.body.reference, /^\d{4}-\d+$/);
    assert.ok(r.body.lien_suivi.endsWith(`/suivi/${r.body.code_suivi}`));
    const rt = await login(m.rt.email);
    const liste = await api('GET', `/signalements?q=${r.body.reference}`, { token: rt, attendu: 200 });
    const lu = (await api('GET', `/signalements/${liste.body.elements[0].id}`, { token: rt, attendu: 200 })).body;
    assert.deepEqual(
      [
        lu.source,
        lu.profil_declarant,
        lu.occupant.nom,
        lu.adresse.numero_voie,
        lu.logement.superficie,
        lu.logement_social,
      ],
      ['FORMULAIRE_USAGER', 'LOCATAIRE', 'Martin', '12 rue Haute', 30, false],
    );
    assert.deepEqual(
      lu.desordres.map((d) => d.critere),
      ['desordres_logement_eau_evacuation'],
    );
    assert.ok(lu.criticite.score > 0);
    const resolu = await api('POST', '/criticite/resolution', { body: { reponses: reponses(m.t) }, attendu: 200 });
    assert.equal(lu.criticite.score, resolu.body.score);
    const h = (await api('GET', `/signalements/${lu.id}/historique`, { token: rt, attendu: 200 })).body.elements;
    assert.equal(h[0].auteur, 'Occupant');
  });

  test('again, or 16 times at once, gives the same dossier; the draft is no longer open', async () => {
    const { body: b, etag } = await commence(reponses(m.t));
    const tous = await Promise.all(Array.from({ length: 16 }, () => soumet(b.id)));
    assert.equal(new Set(tous.map((r) => r.text)).size, 1);
    assert.deepEqual((await soumet(b.id)).body, tous[0].body);
    const [{ n }] = await sql('select count(*)::int as n from signalement where brouillon = $1', [b.id]);
    assert.equal(n, 1);
    await api('GET', `/brouillons/${b.id}`, { attendu: 404 });
    await api('PUT', `/brouillons/${b.id}`, { etag, body: corps({}), attendu: 404 });
    await api('DELETE', `/brouillons/${b.id}`, { attendu: 404 });
  });

  test('tells every fault under the name of the field of the form', async () => {
    const { body: b } = await commence(
      reponses(m.t, { [`${O}nom`]: '  ', [`${O}email`]: 'pas une adresse', [`${C}superficie`]: 'grand' }),
    );
    const r = await soumet(b.id, { attendu: 422 });
    assert.deepEqual(pointeurs(r).filter((p) => p.startsWith('/reponses/')).length, r.body.erreurs.length);
    assert.ok(pointeurs(r).includes(`/reponses/${O}nom`));
    assert.ok(pointeurs(r).includes(`/reponses/${C}superficie`));
    // Nothing is lost: the draft can be corrected and submitted.
    const lu = await api('GET', `/brouillons/${b.id}`, { attendu: 200 });
    await api('PUT', `/brouillons/${b.id}`, { etag: lu.etag, body: corps(reponses(m.t)), attendu: 200 });
    await soumet(b.id);
  });

  test('nothing answered, no désordre, closed territory, unknown place, another profile', async () => {
    const vide = await soumet((await commence({})).body.id, { attendu: 422 });
    assert.ok(vide.body.erreurs.length >= 5);
    await soumet((await commence(reponses(m.t, { categorieDisorders: {} }))).body.id, { attendu: 422 });
    const ferme = await territoire({ actif: false });
    const clos = await soumet((await commence(reponses(ferme))).body.id, { attendu: 422 });
    assert.equal(clos.body.erreurs[0].code, 'territoire_ferme');
    await soumet((await commence(reponses({ ...m.t, code_postal: '99998', code_insee: '99998' }))).body.id, {
      attendu: 422,
    });
    const autre = await api('POST', '/brouillons', {
      body: corps(reponses(m.t), { profil: 'bailleur' }),
      attendu: 201,
    });
    assert.deepEqual(pointeurs(await soumet(autre.body.id, { attendu: 422 })), ['/profil']);
  });

  test('a number of 300 digits among the answers is refused, not a failure of ours', async () => {
    const trop = await commence(
      JSON.stringify(corps(reponses(m.t, { [`${C}superficie`]: 0 }))).replace(
        '"composition_logement_superficie":0',
        '"composition_logement_superficie":1e300',
      ),
    );
    assert.ok(pointeurs(await soumet(trop.body.id, { attendu: 422 })).includes(`/reponses/${C}superficie`));
  });

  test('every profile of the contract may be started', async () => {
    for (const profil of contrat.components.schemas.Profil.enum) {
      await api('POST', '/brouillons', { body: corps({}, { profil }), attendu: 201 });
    }
  });

  test('an Idempotency-Key replays a creation and a submission byte for byte', async () => {
    const cle = `brouillon-${process.pid}-${Date.now()}`;
    const a = await commence(reponses(m.t), { cle });
    const b = await commence(reponses(m.t), { cle });
    assert.equal(b.text, a.text);
    assert.equal(b.headers['idempotent-replayed'], 'true');
    assert.equal((await commence({ autre: 1 }, { cle, attendu: 422 })).body.code, 'cle_deja_utilisee');
    const s = await soumet(a.body.id, { cle: `${cle}-s` });
    assert.equal((await soumet(a.body.id, { cle: `${cle}-s` })).text, s.text);
    // A key held by a call still running: 409, for the creation and for the submission.
    const [{ appelant }] = await sql('delete from idempotence where cle like $1 returning appelant', [`${cle}%`]);
    assert.match(appelant, /^public:[0-9a-f]{32}$/);
    const enCours = await import('./cle.js').then(({ tient }) => tient(appelant, `${cle}-t`));
    try {
      await commence({ a: 1 }, { cle: `${cle}-t`, attendu: 409 });
      const { body } = await commence(reponses(m.t));
      assert.equal((await soumet(body.id, { cle: `${cle}-t`, attendu: 409 })).body.code, 'requete_en_cours');
    } finally {
      await enCours();
    }
  });
});
