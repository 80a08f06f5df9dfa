/** The citizen's window on one dossier. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { api, depose, depuis, login, monde, pointeurs, sql } from './client.js';

depuis();

const MESSAGE = 'La fuite est revenue ce matin.';
const TIERS = {
  profil_declarant: 'TIERS_PARTICULIER',
  declarant: { nom: 'Öztürk', prenom: 'Éloïse', email: 'e@example.org' },
};

let m;
let rt;
let agent;
before(async () => {
  m = await monde();
  [rt, agent] = await Promise.all([login(m.rt.email), login(m.agent.email)]);
});

const ouvre = (d, plus = {}, options = {}) =>
  api('POST', '/suivi-usager/sessions', {
    attendu: 201,
    ...options,
    body: {
      code_suivi: d.code_suivi,
      initiale_prenom: 'I',
      initiale_nom: 'M',
      code_postal: m.t.code_postal,
      ...plus,
    },
  });
const entre = async (d, plus) => (await ouvre(d, plus)).body.jeton;
const lit = async (token) => (await api('GET', '/suivi-usager/dossier', { token, attendu: 200 })).body;
const messages = async (token, requete = '') =>
  (await api('GET', `/suivi-usager/messages${requete}`, { token, attendu: 200 })).body;
const ecrit = (token, options = {}) =>
  api('POST', '/suivi-usager/messages', { token, body: { message: MESSAGE }, attendu: 201, ...options });
async function passe(id, action, plus = {}) {
  const { etag } = await api('GET', `/signalements/${id}`, { token: rt, attendu: 200 });
  return api('POST', `/signalements/${id}/transitions`, { token: rt, etag, body: { action, ...plus }, attendu: 200 });
}
async function accepte(id) {
  const a = await api('POST', `/signalements/${id}/affectations`, {
    token: rt,
    body: { partenaire: m.service.id },
    attendu: 201,
  });
  await api('POST', `/affectations/${a.body.id}/transitions`, {
    token: agent,
    etag: a.etag,
    body: { action: 'accepter' },
    attendu: 200,
  });
}

describe('opening', () => {
  test('with the code, two initials in any case or accent, and the postal code', async () => {
    const d = await depose(api, rt, m.t);
    for (const plus of [
      {},
      { initiale_prenom: 'i', initiale_nom: 'm' },
      { initiale_prenom: 'Î' },
      { qualite: 'occupant' },
    ]) {
      const r = await ouvre(d, plus);
      const dans = Date.parse(r.body.expire_le) - Date.now();
      assert.ok(dans > 55 * 60e3 && dans < 65 * 60e3);
    }
  });

  test('anything wrong says the same, and the sixth try waits', async () => {
    const d = await depose(api, rt, m.t);
    const essais = [
      { initiale_prenom: 'X' },
      { initiale_nom: 'X' },
      { code_postal: '13001' },
      { code_suivi: '00000000-0000-4000-8000-000000000000' },
      { qualite: 'declarant', initiale_prenom: 'Z' },
    ];
    const refus = [];
    for (const plus of essais) refus.push(await ouvre(d, plus, { attendu: 401 }));
    assert.equal(new Set(refus.map((r) => r.body.detail)).size, 1);
    await ouvre(d, { initiale_nom: 'Y' }, { attendu: 401 });
    const r = await ouvre(d, {}, { attendu: 429 });
    assert.ok(Number(r.headers['retry-after']) <= 900);
  });

  test("a tenant's own dossier opens with the occupant's initials; a third party's asks who", async () => {
    await ouvre(await depose(api, rt, m.t), { qualite: 'declarant' });
    const d = await depose(api, rt, m.t, TIERS);
    await ouvre(d, { qualite: 'declarant', initiale_prenom: 'e', initiale_nom: 'o' });
    await ouvre(d, { qualite: 'occupant' });
    await ouvre(d, { qualite: 'declarant' }, { attendu: 401 });
    await ouvre(d, { qualite: 'occupant', initiale_prenom: 'e', initiale_nom: 'o' }, { attendu: 401 });
  });

  test('an occupant without a name cannot enter; a draft neither', async () => {
    const d = await depose(api, rt, m.t, { ...TIERS, occupant: {} });
    await ouvre(d, { initiale_prenom: ' ', initiale_nom: ' ' }, { attendu: 401 });
    const b = await depose(api, rt, m.t);
    await sql("update signalement set statut = 'BROUILLON' where uuid = $1", [b.id]);
    await ouvre(b, {}, { attendu: 401 });
  });

  test('every fault of the body', async () => {
    const r = await api('POST', '/suivi-usager/sessions', {
      body: { code_suivi: 'x', qualite: 'voisin', initiale_prenom: 'Ab', code_postal: '1' },
      attendu: 422,
    });
    assert.deepEqual(pointeurs(r), ['/code_postal', '/code_suivi', '/initiale_nom', '/initiale_prenom', '/qualite']);
  });
});

describe('the dossier', () => {
  test('tells in words where it stands, from the filing to the end', async () => {
    const d = await depose(api, rt, m.t);
    const token = await entre(d);
    const etapes = [];
    const note = async () => {
      const x = await lit(token);
      etapes.push([x.statut, x.etape, x.actions.length]);
      return x;
    };
    const neuf = await note();
    assert.deepEqual(
      [neuf.reference, neuf.territoire, neuf.adresse, neuf.desordres.length, neuf.partenaires, neuf.dernier_message],
      [d.reference, m.t.nom, `12 rue de la République, ${m.t.code_postal} ${m.t.commune}`, 1, [], null],
    );
    await passe(d.id, 'valider');
    await note();
    await accepte(d.id);
    const pris = await note();
    assert.deepEqual(pris.partenaires, [m.service.nom]);
    await passe(d.id, 'clore', { motif: 'DOUBLON', message: 'Le dossier est terminé, merci.' });
    const clos = await note();
    assert.equal(clos.dernier_message.message, 'Le dossier est terminé, merci.');
    assert.deepEqual(etapes, [
      ['NOUVEAU', 1, 1],
      ['EN_COURS', 2, 1],
      ['EN_COURS', 3, 1],
      ['FERME', 4, 1],
    ]);
    const r = await api('GET', '/suivi-usager/dossier', { token, attendu: 200 });
    await api('GET', '/suivi-usager/dossier', { token, headers: { 'If-None-Match': r.etag }, attendu: 304 });
    await api('GET', '/suivi-usager/dossier', { attendu: 401 });
  });

  test('never names an agent, nor shows an internal note', async () => {
    const d = await depose(api, rt, m.t);
    await passe(d.id, 'valider');
    await accepte(d.id);
    await api('POST', `/signalements/${d.id}/suivis`, {
      token: agent,
      body: { message: 'Note entre services.', visible_usager: false },
      attendu: 201,
    });
    await api('POST', `/signalements/${d.id}/suivis`, {
      token: agent,
      body: { message: 'Nous passerons demain.', visible_usager: true },
      attendu: 201,
    });
    const token = await entre(d);
    const tout = await api('GET', '/suivi-usager/messages', { token, attendu: 200 });
    const vu = tout.text + (await api('GET', '/suivi-usager/dossier', { token, attendu: 200 })).text;
    for (const cache of ['Haddad', 'Leïla', 'Aubert', 'Note entre services', d.id])
      assert.ok(!vu.includes(cache), cache);
    assert.deepEqual(
      [tout.body.elements[0].message, tout.body.elements[0].auteur, tout.body.elements[0].de_moi],
      ['Nous passerons demain.', m.service.nom, false],
    );
  });
});

describe('messages', () => {
  test('written by the person, read by the agents, and told apart by who wrote them', async () => {
    const d = await depose(api, rt, m.t, TIERS);
    await passe(d.id, 'valider');
    const occupant = await entre(d);
    const declarant = await entre(d, { qualite: 'declarant', initiale_prenom: 'E', initiale_nom: 'O' });
    const r = await ecrit(occupant);
    assert.deepEqual([r.body.message, r.body.auteur, r.body.de_moi], [MESSAGE, 'Vous', true]);
    const autre = (await messages(declarant)).elements[0];
    assert.deepEqual([autre.message, autre.de_moi], [MESSAGE, false]);
    const [s] = (await api('GET', `/signalements/${d.id}/suivis`, { token: rt, attendu: 200 })).body.elements;
    assert.deepEqual(
      [s.message, s.categorie, s.auteur, s.visible_usager, s.actions],
      [MESSAGE, 'MESSAGE_USAGER', { nom: 'Occupant', partenaire: null, type: 'usager' }, true, []],
    );
    const [h] = (await api('GET', `/signalements/${d.id}/historique`, { token: rt, attendu: 200 })).body.elements;
    assert.deepEqual([h.objet, h.auteur], ['suivi', 'Occupant']);
    const [e] = await sql(
      `select sujet from evenement where donnees ->> 'suivi' = (select id::text from suivi where uuid = $1)
        order by id`,
      [s.id],
    );
    assert.equal(e.sujet, 'suivi.usager');
  });

  test('page by page', async () => {
    const d = await depose(api, rt, m.t);
    const token = await entre(d);
    for (let i = 0; i < 5; i++) await ecrit(token, { body: { message: `Message numéro ${i}` } });
    const lus = [];
    let apres = '';
    do {
      const page = await messages(token, `?limite=2${apres}`);
      lus.push(...page.elements.map((x) => x.message));
      assert.deepEqual(page.total, { valeur: 5, exact: true });
      apres = page.suivant && `&apres=${page.suivant}`;
    } while (apres);
    assert.deepEqual(
      lus,
      [4, 3, 2, 1, 0].map((i) => `Message numéro ${i}`),
    );
    await api('GET', '/suivi-usager/messages?limite=0', { token, attendu: 422 });
    await api('GET', '/suivi-usager/messages', { attendu: 401 });
  });

  test('10 to 5 000 characters', async () => {
    const token = await entre(await depose(api, rt, m.t));
    for (const body of [
      { message: 'court' },
      { message: 'x'.repeat(5001) },
      {},
      { message: MESSAGE, visible_usager: true },
    ]) {
      await ecrit(token, { body, attendu: 422 });
    }
    await ecrit(token, { body: { message: 'é'.repeat(5000) } });
    await ecrit(undefined, { attendu: 401 });
  });

  test('one only after the end, within 30 days; 8 at once make one', async () => {
    const d = await depose(api, rt, m.t);
    await passe(d.id, 'valider');
    await passe(d.id, 'clore', { motif: 'DOUBLON', message: 'Le dossier est terminé, merci.' });
    const token = await entre(d);
    const tous = await Promise.all(Array.from({ length: 8 }, () => ecrit(token, { attendu: [201, 409] })));
    assert.equal(tous.filter((r) => r.status === 201).length, 1);
    assert.equal((await ecrit(token, { attendu: 409 })).body.code, 'etat_incompatible');
    assert.deepEqual((await lit(token)).actions, []);
    const [s] = await sql(
      `select categorie from suivi where signalement_id = (select id from signalement where uuid = $1)
        order by id desc limit 1`,
      [d.id],
    );
    assert.equal(s.categorie, 'MESSAGE_USAGER_POST_CLOTURE');
    // Closed again later: one more.
    await passe(d.id, 'rouvrir');
    await ecrit(token);
    await passe(d.id, 'clore', { motif: 'DOUBLON', message: 'Le dossier est terminé, merci.' });
    await sql("update signalement set ferme_le = now() - interval '31 days' where uuid = $1", [d.id]);
    await ecrit(token, { attendu: 409 });
  });

  test('none on a refused dossier nor for a vacant dwelling', async () => {
    const d = await depose(api, rt, m.t);
    const token = await entre(d);
    await sql('update signalement set logement_vacant = true where uuid = $1', [d.id]);
    await ecrit(token, { attendu: 409 });
    await sql("update signalement set logement_vacant = false, statut = 'REFUSE' where uuid = $1", [d.id]);
    await ecrit(token, { attendu: 409 });
    await sql("update signalement set statut = 'ARCHIVE' where uuid = $1", [d.id]);
    assert.equal((await lit(token)).statut, 'ARCHIVE');
  });

  test('an Idempotency-Key sends one message', async () => {
    const d = await depose(api, rt, m.t, TIERS);
    const token = await entre(d);
    const a = await ecrit(token, { cle: 'k1' });
    assert.equal((await ecrit(token, { cle: 'k1' })).text, a.text);
    await ecrit(token, { cle: 'k1', body: { message: 'Un tout autre message.' }, attendu: 422 });
    // The key is of one reader: the other one's is another key.
    await ecrit(await entre(d, { qualite: 'declarant', initiale_prenom: 'E', initiale_nom: 'O' }), {
      cle: 'k1',
      body: { message: 'Un tout autre message.' },
    });
    assert.equal((await messages(token)).total.valeur, 2);
  });
});
