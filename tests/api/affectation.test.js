/** Partners asked to take a dossier in charge, and what they answer. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { api, compte, depose, depuis, login, monde, partenaire, pointeurs, sql, territoire } from './client.js';

depuis();

const MESSAGE = 'Un message assez long pour être lu.';

let m;
let rt;
let agent;
let chef;

before(async () => {
  m = await monde();
  [rt, agent, chef] = await Promise.all([login(m.rt.email), login(m.agent.email), login(m.admin.email)]);
});

const lit = (id, token = rt) => api('GET', `/signalements/${id}`, { token, attendu: 200 });
async function ouvert() {
  const { id } = await depose(api, rt, m.t);
  const { etag } = await lit(id);
  await api('POST', `/signalements/${id}/transitions`, { token: rt, etag, body: { action: 'valider' }, attendu: 200 });
  return id;
}
const affecte = (id, p = m.service, options = {}) =>
  api('POST', `/signalements/${id}/affectations`, { token: rt, body: { partenaire: p.id }, attendu: 201, ...options });
const repond = (a, action, plus = {}, options = {}) =>
  api('POST', `/affectations/${a.body.id}/transitions`, {
    token: agent,
    etag: a.etag,
    body: { action, ...plus },
    attendu: 200,
    ...options,
  });
const suivis = async (id) =>
  (await api('GET', `/signalements/${id}/suivis`, { token: rt, attendu: 200 })).body.elements;
const abonnes = async (id) =>
  (
    await sql(
      `select u.uuid from abonnement b join utilisateur u on u.id = b.utilisateur_id
  where b.signalement_id = (select id from signalement where uuid = $1) order by u.id`,
      [id],
    )
  ).map((u) => u.uuid);

describe('asking a partner', () => {
  test('makes an affectation to answer, shows the dossier to its people, and is in the outbox', async () => {
    const id = await ouvert();
    await api('GET', `/signalements/${id}`, { token: agent, attendu: 404 });
    const r = await affecte(id);
    assert.equal(r.headers.location, `/api/v1/affectations/${r.body.id}`);
    assert.deepEqual(
      [r.body.statut, r.body.signalement, r.body.partenaire, r.body.repondu_le, r.body.repondu_par, r.body.motif],
      ['NOUVEAU', id, { id: m.service.id, nom: m.service.nom, type: 'COMMUNE_SCHS' }, null, null, null],
    );
    assert.deepEqual(r.body.actions, ['retirer']);
    await api('GET', `/signalements/${id}`, { token: agent, attendu: 200 });
    const [e] = await sql(
      `select e.donnees from evenement e join affectation a on a.id = e.objet_id
      where e.sujet = 'affectation.creee' and a.uuid = $1`,
      [r.body.id],
    );
    assert.equal(e.donnees.par, Number(m.rt.cle));
    const lue = await api('GET', `/affectations/${r.body.id}`, { token: rt, attendu: 200 });
    assert.deepEqual([lue.body, lue.etag], [r.body, r.etag]);
    await api('GET', `/affectations/${r.body.id}`, { token: rt, headers: { 'If-None-Match': r.etag }, attendu: 304 });
    assert.deepEqual(
      (await api('GET', `/signalements/${id}/affectations`, { token: rt, attendu: 200 })).body.elements,
      [r.body],
    );
  });

  test('not twice', async () => {
    const id = await ouvert();
    await affecte(id);
    assert.equal((await affecte(id, m.service, { attendu: 409 })).body.code, 'deja_affecte');
  });

  test('32 times at once makes one', async () => {
    const id = await ouvert();
    const tous = await Promise.all(Array.from({ length: 32 }, () => affecte(id, m.service, { attendu: [201, 409] })));
    assert.equal(tous.filter((r) => r.status === 201).length, 1);
    const [{ n }] = await sql(
      'select count(*)::int as n from affectation where signalement_id = (select id from signalement where uuid = $1)',
      [id],
    );
    assert.equal(n, 1);
  });

  test("only a living partner of the dossier's territory", async () => {
    const id = await ouvert();
    const mauvais = [
      await partenaire(await territoire()),
      await partenaire(m.t, { archive: true }),
      { id: '00000000-0000-4000-8000-000000000000' },
    ];
    for (const p of mauvais) assert.deepEqual(pointeurs(await affecte(id, p, { attendu: 422 })), ['/partenaire']);
    for (const body of [
      {},
      { partenaire: null },
      { partenaire: 'x' },
      { partenaire: m.service.id, statut: 'EN_COURS' },
    ]) {
      await api('POST', `/signalements/${id}/affectations`, { token: rt, body, attendu: 422 });
    }
  });

  test('only on an open dossier, by the manager or an agent with the right to dispatch', async () => {
    const { id: neuf } = await depose(api, rt, m.t);
    assert.equal((await affecte(neuf, m.service, { attendu: 409 })).body.code, 'etat_incompatible');
    const id = await ouvert();
    const dispatcheur = await login(m.dispatcheur.email);
    await affecte(id, m.autre, { token: dispatcheur, attendu: 404 });
    await affecte(id);
    await affecte(id, m.autre, { token: agent, attendu: 403 });
    await affecte(id, m.autre, { token: chef, attendu: 403 });
    await affecte(id, m.autre, { token: dispatcheur, attendu: 201 });
    await affecte(id, m.autre, { token: undefined, attendu: 401 });
    await affecte('00000000-0000-4000-8000-000000000000', m.autre, { attendu: 404 });
  });

  test('asked while the dossier is being closed: refused, or given back by the reopening like the others', async () => {
    for (let tour = 0; tour < 4; tour++) {
      const id = await ouvert();
      const clore = async (lu) =>
        api('POST', `/signalements/${id}/transitions`, {
          token: rt,
          etag: (lu ?? (await lit(id))).etag,
          attendu: [200, 412],
          body: { action: 'clore', motif: 'DOUBLON', message: MESSAGE },
        });
      const lu = await lit(id);
      let [clos] = await Promise.all([
        clore(lu),
        ...[m.service, m.autre, m.prefecture].map((p) => affecte(id, p, { attendu: [201, 409] })),
      ]);
      // One that came while the closing waited is not forgotten: who closes reads again.
      if (clos.status === 412) clos = await clore();
      const lues = async () =>
        (await api('GET', `/signalements/${id}/affectations`, { token: rt, attendu: 200 })).body.elements;
      for (const a of await lues()) assert.deepEqual(a.actions, []);
      await api('POST', `/signalements/${id}/transitions`, {
        token: rt,
        etag: clos.etag,
        attendu: 200,
        body: { action: 'rouvrir' },
      });
      for (const a of await lues()) assert.deepEqual([a.statut, a.actions.includes('retirer')], ['NOUVEAU', true]);
    }
  });
});

describe('answering', () => {
  test('accepting takes it in charge: who, when, subscribed, and the person is told once', async () => {
    const id = await ouvert();
    const a = await affecte(id);
    const lue = await api('GET', `/affectations/${a.body.id}`, { token: agent, attendu: 200 });
    assert.deepEqual(lue.body.actions, ['accepter', 'refuser']);
    const r = await repond(a, 'accepter');
    assert.deepEqual(
      [r.body.statut, r.body.repondu_par, r.body.version, r.body.actions],
      ['EN_COURS', 'Leïla Haddad', 2, ['clore']],
    );
    assert.ok(r.body.repondu_le);
    assert.deepEqual(await abonnes(id), [m.rt.id, m.agent.id]);
    const b = await affecte(id, m.autre);
    await repond(b, 'accepter', {}, { token: await login(m.voisin.email) });
    const accueils = (await suivis(id)).filter((s) => s.categorie === 'AFFECTATION_IS_ACCEPTED');
    assert.equal(accueils.length, 1);
    assert.deepEqual([accueils[0].visible_usager, accueils[0].auteur.type, accueils[0].actions], [true, 'systeme', []]);
  });

  test('accepting names the agents who will follow, all of the partner', async () => {
    const id = await ouvert();
    const a = await affecte(id);
    const faux = await repond(a, 'accepter', { agents: [m.agent.id, m.voisin.id] }, { attendu: 422 });
    assert.deepEqual(pointeurs(faux), ['/agents']);
    await repond(a, 'accepter', { agents: [m.agent.id, m.admin.id, m.agent.id] }, { attendu: [200, 422] });
    const c = await api('GET', `/affectations/${a.body.id}`, { token: agent, attendu: 200 });
    if (c.body.statut === 'NOUVEAU') await repond(c, 'accepter', { agents: [m.agent.id, m.admin.id] });
    assert.deepEqual(await abonnes(id), [m.rt.id, m.admin.id, m.agent.id]);
  });

  test('refusing asks for a motif of its list and a message; it may be accepted later', async () => {
    const id = await ouvert();
    const a = await affecte(id);
    for (const [plus, attendus] of [
      [{}, ['/motif']],
      [{ motif: 'AUTRE' }, ['/message']],
      [{ motif: 'HORS_PDLHI', message: MESSAGE }, ['/motif']],
    ]) {
      assert.deepEqual(pointeurs(await repond(a, 'refuser', plus, { attendu: 422 })), attendus);
    }
    const r = await repond(a, 'refuser', { motif: 'HORS_COMPETENCE', message: MESSAGE });
    assert.deepEqual(
      [r.body.statut, r.body.motif, r.body.message, r.body.actions],
      ['REFUSE', 'HORS_COMPETENCE', MESSAGE, ['accepter']],
    );
    const [s] = (await suivis(id)).filter((x) => x.categorie === 'AFFECTATION_IS_REFUSED');
    assert.equal(s.visible_usager, false);
    assert.ok(s.message.endsWith(MESSAGE));
    assert.equal(s.auteur.partenaire, m.service.nom);
    const accepte = await repond(r, 'accepter');
    assert.deepEqual([accepte.body.statut, accepte.body.motif, accepte.body.message], ['EN_COURS', null, null]);
  });

  test('closing asks for a motif, a message, and works when the motif does; it ends the subscriptions', async () => {
    const id = await ouvert();
    const a = await repond(await affecte(id), 'accepter');
    assert.deepEqual(
      pointeurs(await repond(a, 'clore', { motif: 'LOGEMENT_VENDU', message: MESSAGE }, { attendu: 422 })),
      ['/travaux'],
    );
    const r = await repond(a, 'clore', { motif: 'LOGEMENT_MIS_EN_CONFORMITE', travaux: 'OUI', message: MESSAGE });
    assert.deepEqual(
      [r.body.statut, r.body.motif, r.body.travaux, r.body.actions],
      ['FERME', 'LOGEMENT_MIS_EN_CONFORMITE', 'OUI', ['rouvrir']],
    );
    assert.deepEqual(await abonnes(id), [m.rt.id]);
    assert.equal((await lit(id)).body.statut, 'EN_COURS', 'the dossier goes on');
    const s = (await suivis(id)).find((x) => x.categorie === 'AFFECTATION_IS_CLOSED');
    assert.equal(s.visible_usager, false);
  });

  test("reopening one's own gives it back to be answered, and may tell the person", async () => {
    const id = await ouvert();
    const a = await repond(await repond(await affecte(id), 'accepter'), 'clore', {
      motif: 'DOUBLON',
      message: MESSAGE,
    });
    const r = await repond(a, 'rouvrir', { message: MESSAGE, visible_usager: true });
    assert.deepEqual(
      [r.body.statut, r.body.motif, r.body.repondu_le, r.body.repondu_par],
      ['NOUVEAU', null, null, null],
    );
    const s = (await suivis(id))[0];
    assert.deepEqual([s.categorie, s.visible_usager], ['SIGNALEMENT_IS_REOPENED', true]);
  });

  test("only the partner's people answer, even for a national administrator; only the manager resets", async () => {
    const id = await ouvert();
    const a = await affecte(id);
    const national = await login((await compte({ role: 'SUPER_ADMIN' })).email);
    await repond(a, 'accepter', {}, { token: rt, attendu: 403 });
    await repond(a, 'accepter', {}, { token: national, attendu: 403 });
    await repond(a, 'accepter', {}, { token: await login(m.voisin.email), attendu: 404 });
    const refuse = await repond(a, 'refuser', { motif: 'AUTRE', message: MESSAGE }, { token: chef });
    assert.equal(refuse.body.repondu_par, 'Marc Santini');
    await repond(refuse, 'reinitialiser', {}, { attendu: 403 });
    const r = await repond(refuse, 'reinitialiser', {}, { token: rt });
    assert.deepEqual([r.body.statut, r.body.motif, r.body.repondu_par], ['NOUVEAU', null, null]);
    await repond(r, 'reinitialiser', {}, { token: rt, attendu: 409 });
  });

  test('a partner with its own software answers there', async () => {
    const id = await ouvert();
    const a = await affecte(id);
    await sql('update affectation set synchronisee = true where uuid = $1', [a.body.id]);
    await repond(a, 'accepter', {}, { attendu: 409 });
    const lue = await api('GET', `/affectations/${a.body.id}`, { token: agent, attendu: 200 });
    assert.deepEqual(lue.body.actions, []);
    const liste = (await api('GET', `/signalements/${id}/affectations`, { token: agent, attendu: 200 })).body.elements;
    assert.deepEqual(liste[0].actions, []);
  });

  test('needs the version read; 64 answers at once, one counts', async () => {
    const id = await ouvert();
    const a = await affecte(id);
    await repond(a, 'accepter', {}, { etag: undefined, attendu: 428 });
    await repond(a, 'accepter', {}, { etag: '"9.0"', attendu: 412 });
    const tous = await Promise.all(
      Array.from({ length: 64 }, (_, i) =>
        repond(a, i % 2 ? 'accepter' : 'refuser', i % 2 ? {} : { motif: 'AUTRE', message: MESSAGE }, {
          attendu: [200, 409, 412],
        }),
      ),
    );
    assert.equal(tous.filter((r) => r.status === 200).length, 1);
    const [{ version }] = await sql('select version from affectation where uuid = $1', [a.body.id]);
    assert.equal(version, 2);
  });

  test('unknown action, unknown affectation, no token', async () => {
    const a = await affecte(await ouvert());
    assert.deepEqual(pointeurs(await repond(a, 'retirer', {}, { attendu: 422 })), ['/action']);
    assert.deepEqual(pointeurs(await repond(a, 'accepter', { agents: ['x'], motif: 3 }, { attendu: 422 })), [
      '/agents/0',
      '/motif',
    ]);
    for (const id of ['00000000-0000-4000-8000-000000000000', 'x']) {
      await api('GET', `/affectations/${id}`, { token: rt, attendu: 404 });
      await api('DELETE', `/affectations/${id}`, { token: rt, etag: '"1.0"', attendu: 404 });
      await repond({ body: { id }, etag: '"1.0"' }, 'accepter', {}, { attendu: 404 });
    }
    await repond(a, 'accepter', {}, { token: undefined, attendu: 401 });
    await api('GET', `/affectations/${a.body.id}`, { attendu: 401 });
    await api('DELETE', `/affectations/${a.body.id}`, { attendu: 401 });
  });
});

describe('withdrawing', () => {
  test('ends the affectation, its subscriptions and its view of the dossier; it stays in the history', async () => {
    const id = await ouvert();
    const a = await repond(await affecte(id), 'accepter');
    const retire = (options = {}) =>
      api('DELETE', `/affectations/${a.body.id}`, { token: rt, etag: a.etag, attendu: 204, ...options });
    await retire({ etag: undefined, attendu: 428 });
    await retire({ etag: '"1.0"', attendu: 412 });
    await retire({ token: agent, attendu: 403 });
    await retire();
    assert.deepEqual(await abonnes(id), [m.rt.id]);
    await api('GET', `/signalements/${id}`, { token: agent, attendu: 404 });
    await api('GET', `/affectations/${a.body.id}`, { token: rt, attendu: 404 });
    assert.deepEqual(
      (await api('GET', `/signalements/${id}/affectations`, { token: rt, attendu: 200 })).body.elements,
      [],
    );
    const h = (await api('GET', `/signalements/${id}/historique`, { token: rt, attendu: 200 })).body.elements;
    assert.deepEqual([h[0].objet, h[0].operation], ['affectation', 'suppression']);
    const encore = await affecte(id);
    assert.notEqual(encore.body.id, a.body.id);
  });
});

describe('reading', () => {
  test('the list of a dossier out of sight, unknown, without a token', async () => {
    const id = await ouvert();
    await api('GET', `/signalements/${id}/affectations`, { token: agent, attendu: 404 });
    await api('GET', '/signalements/x/affectations', { token: rt, attendu: 404 });
    await api('GET', `/signalements/${id}/affectations`, { attendu: 401 });
    assert.deepEqual(
      (await api('GET', `/signalements/${id}/affectations`, { token: rt, attendu: 200 })).body.elements,
      [],
    );
  });

  test('the list and each one tell the same actions', async () => {
    const id = await ouvert();
    await affecte(id);
    await repond(await affecte(id, m.autre), 'accepter', {}, { token: await login(m.voisin.email) });
    for (const token of [rt, agent, chef, await login(m.voisin.email), await login(m.dispatcheur.email)]) {
      for (const a of (await api('GET', `/signalements/${id}/affectations`, { token, attendu: 200 })).body.elements) {
        assert.deepEqual((await api('GET', `/affectations/${a.id}`, { token, attendu: 200 })).body, a);
      }
    }
  });
});
