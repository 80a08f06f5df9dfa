/* The only fetch: what it sends, what it sends again, and how a failure is told. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { adresse, apiPublic, client, Problem } from './api.js';

/** @type {Array<{url: string, methode: string, entetes: Record<string, string>, corps: string|undefined}>} */
let envois = [];
/** @type {Array<(() => Response)>} */
let reponses = [];
const vraiFetch = globalThis.fetch;

/** @param {number} status @param {object|null} [corps] @param {Record<string, string>} [entetes] */
const reponse = (status, corps = {}, entetes = {}) => () =>
  new Response(corps === null ? null : JSON.stringify(corps), { status, headers: entetes });
/** @param {number} status @param {string} code @param {Record<string, string>} [entetes] */
const refus = (status, code, entetes) => reponse(status,
  { type: 'x', title: 'Titre', status, detail: 'Le détail.', code, request_id: 'r1' }, entetes);
const coupure = () => { throw new TypeError('fetch failed'); };

beforeEach(() => {
  envois = [];
  reponses = [];
  globalThis.fetch = async (url, init) => {
    envois.push({ url: String(url), methode: init.method, entetes: init.headers, corps: init.body });
    const suivante = reponses.shift();
    assert.ok(suivante, 'un appel de trop');
    return suivante();
  };
});
afterEach(() => {
  globalThis.fetch = vraiFetch;
  assert.equal(reponses.length, 0, 'un appel manque');
});

const cle = (/** @type {number} */ i) => envois[i].entetes['Idempotency-Key'];

test('a query leaves out what is empty and repeats what is several', () => {
  assert.equal(adresse('/signalements', { statut: ['NOUVEAU', 'FERME'], q: '', territoire: null, limite: 25 }),
    '/api/v1/signalements?statut=NOUVEAU&statut=FERME&limite=25');
  assert.equal(adresse('/moi'), '/api/v1/moi');
});

test('what was seen goes along as If-Match, and a body as JSON', async () => {
  reponses = [reponse(200, { nom: 'A' })];
  assert.deepEqual(await apiPublic.patch('/moi', { nom: 'A' }, { version: 3 }), { nom: 'A' });
  assert.equal(envois[0].entetes['If-Match'], '"3"');
  assert.equal(envois[0].entetes['Content-Type'], 'application/json');
  assert.equal(envois[0].corps, '{"nom":"A"}');
  assert.equal(cle(0), undefined);
});

test('nothing is answered by 204', async () => {
  reponses = [reponse(204, null)];
  assert.equal(await apiPublic.del('/suivis/1', { version: 1 }), null);
});

test('each POST has a key of its own', async () => {
  reponses = [reponse(201), reponse(201)];
  await apiPublic.post('/brouillons', { a: 1 });
  await apiPublic.post('/brouillons', { a: 1 });
  assert.match(cle(0), /^[0-9a-f]{32}$/);
  assert.notEqual(cle(0), cle(1));
});

test('a POST whose answer was lost is sent again with its key, by itself then by hand', async () => {
  reponses = [coupure, coupure, reponse(201), reponse(201)];
  await assert.rejects(apiPublic.post('/suivis', { m: 'x' }), { code: 'reseau', status: 0 });
  await apiPublic.post('/suivis', { m: 'x' });
  await apiPublic.post('/suivis', { m: 'x' });
  assert.equal(new Set([cle(0), cle(1), cle(2)]).size, 1);
  assert.notEqual(cle(2), cle(3), 'une réponse reçue finit la clé');
});

test('another body is another act', async () => {
  reponses = [coupure, coupure, reponse(201)];
  await assert.rejects(apiPublic.post('/suivis', { m: 'x' }));
  await apiPublic.post('/suivis', { m: 'y' });
  assert.notEqual(cle(0), cle(2));
});

test('a refusal ends the key, a call still running does not', async () => {
  reponses = [refus(422, 'champs_invalides'), refus(409, 'requete_en_cours'), reponse(201)];
  await assert.rejects(apiPublic.post('/suivis', { m: 'z' }));
  await assert.rejects(apiPublic.post('/suivis', { m: 'z' }));
  await apiPublic.post('/suivis', { m: 'z' });
  assert.notEqual(cle(0), cle(1));
  assert.equal(cle(1), cle(2));
});

test('a PATCH is never sent twice by itself', async () => {
  reponses = [coupure];
  await assert.rejects(apiPublic.patch('/moi', {}, { version: 1 }), { code: 'reseau' });
});

test('a short unavailability is waited for, a long one is told', async () => {
  reponses = [refus(503, 'service_indisponible', { 'Retry-After': '0' }), reponse(200, { ok: 1 }),
    refus(503, 'service_indisponible', { 'Retry-After': '60' })];
  assert.deepEqual(await apiPublic.get('/moi'), { ok: 1 });
  await assert.rejects(apiPublic.get('/moi'), (e) => e instanceof Problem && e.attente === 60);
});

test('a problem keeps its fields, by pointer, the first of each place', async () => {
  reponses = [reponse(422, { status: 422, code: 'champs_invalides', title: 'T', detail: 'D', request_id: 'r',
    erreurs: [{ pointeur: '/nom', code: 'a', detail: 'Un' }, { pointeur: '/nom', code: 'b', detail: 'Deux' }] })];
  const e = await apiPublic.patch('/moi', {}).catch((x) => x);
  assert.equal(e.champ('/nom'), 'Un');
  assert.deepEqual(e.champs, { '/nom': 'Un' });
  assert.equal(e.champ('/prenom'), '');
});

test('what is not a problem document is told in our words', async () => {
  reponses = [() => new Response('<html>', { status: 500, headers: { 'X-Request-Id': 'abc' } })];
  await assert.rejects(apiPublic.get('/moi'), { code: 'erreur_interne', requestId: 'abc', status: 500 });
});

test('an abandoned question is no failure of the network', async () => {
  const arret = new AbortController();
  reponses = [() => { throw arret.signal.reason; }];
  arret.abort();
  await assert.rejects(apiPublic.get('/moi', { signal: arret.signal }), { name: 'AbortError' });
});

test('a refused token is replaced once, whatever the method', async () => {
  const demandes = [];
  const c = client({
    jeton: async () => 'vieux',
    refuse: async (porte) => { demandes.push(porte); return 'neuf'; },
  });

  reponses = [refus(401, 'jeton_invalide'), reponse(200, { ok: 1 })];
  assert.deepEqual(await c.patch('/moi', { a: 1 }, { version: 2 }), { ok: 1 });
  assert.deepEqual(envois.map((e) => e.entetes.Authorization), ['Bearer vieux', 'Bearer neuf']);
  assert.deepEqual(demandes, ['vieux']);

  reponses = [refus(401, 'jeton_invalide'), refus(401, 'jeton_invalide')];
  await assert.rejects(c.get('/moi'), { status: 401 });
});

test('no session left: the refusal is the answer', async () => {
  const c = client({ jeton: async () => 'vieux', refuse: async () => null });

  reponses = [refus(401, 'jeton_invalide')];
  await assert.rejects(c.get('/moi'), { code: 'jeton_invalide' });
});
