/**
 * Two people at the same dossier at the same moment. Each race is made certain: a row is held by SQL until the request
 * that has already read its facts waits for it, then the other one goes through.
 */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { api, compte, depose, depuis, login, monde, pool, sql } from './client.js';

depuis('127.10.31.1');

const MESSAGE = 'Un message assez long pour être lu.';
const CLORE = { action: 'clore', motif: 'DOUBLON', message: MESSAGE };
const REFUSER = { action: 'refuser', motif: 'AUTRE', message: MESSAGE };

let m;
let rt;
let rt2;
let agent;
let voisin;

before(async () => {
  m = await monde();
  const second = await compte({ role: 'RESPONSABLE_TERRITOIRE', partenaires: [m.prefecture] });
  [rt, rt2, agent, voisin] = await Promise.all([m.rt, second, m.agent, m.voisin].map((u) => login(u.email)));
});

const lit = (id) => api('GET', `/signalements/${id}`, { token: rt, attendu: 200 });
const transition = (chemin, token, etag, body) => api('POST', `${chemin}/transitions`, { token, etag, body });

async function ouvert() {
  const { id } = await depose(api, rt, m.t);
  const r = await transition(`/signalements/${id}`, rt, (await lit(id)).etag, { action: 'valider' });
  assert.equal(r.status, 200);
  return { id, etag: r.etag };
}

const affecte = (id, p = m.service) =>
  api('POST', `/signalements/${id}/affectations`, { token: rt, body: { partenaire: p.id } });

/** Holds a row, starts each request once the one before it waits, lets go, and gives the answers. */
async function retient(table, uuid, ...requetes) {
  const c = await pool.connect();
  try {
    await c.query('begin');
    await c.query(`select from ${table} where uuid = $1 for update`, [uuid]);
    const reponses = [];
    for (const requete of requetes) {
      const attente = async () =>
        Number((await sql(`select count(*) as n from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`))[0].n);
      const avant = await attente();
      const r = requete();
      let finie = false;
      reponses.push(r);
      void r.finally(() => (finie = true));
      for (let i = 0; i < 200 && !finie && (await attente()) <= avant; i++) await new Promise((f) => setTimeout(f, 10));
    }
    await c.query('commit');
    return await Promise.all(reponses);
  } finally {
    c.release();
  }
}

/** A dossier that is over has no affectation that waits or goes on. */
async function coherent(id) {
  const [d] = await sql(
    `select s.statut, array(select a.statut from affectation a where a.signalement_id = s.id and a.retiree_le is null
      order by a.statut) as affectations from signalement s where s.uuid = $1`,
    [id],
  );
  if (d.statut !== 'EN_COURS') {
    assert.ok(!d.affectations.some((s) => ['NOUVEAU', 'EN_COURS'].includes(s)), JSON.stringify(d));
  }
  return d;
}

describe('while the dossier is being closed', () => {
  test('an answer whose facts are older than the closing is refused', async () => {
    const { id } = await ouvert();
    const a = await affecte(id);
    const refus = await transition(`/affectations/${a.body.id}`, agent, a.etag, REFUSER);
    const { etag } = await lit(id);
    const [clos, repris] = await retient(
      'signalement',
      id,
      () => transition(`/signalements/${id}`, rt, etag, CLORE),
      () => transition(`/affectations/${a.body.id}`, agent, refus.etag, { action: 'accepter' }),
    );
    assert.deepEqual([clos.status, [409, 412].includes(repris.status)], [200, true], repris.text);
    assert.equal((await coherent(id)).statut, 'FERME');
  });

  test('a closing that waited for an answer does not forget it', async () => {
    const { id } = await ouvert();
    const a = await affecte(id);
    const refus = await transition(`/affectations/${a.body.id}`, agent, a.etag, REFUSER);
    const { etag } = await lit(id);
    await retient(
      'affectation',
      a.body.id,
      () => transition(`/affectations/${a.body.id}`, agent, refus.etag, { action: 'accepter' }),
      () => transition(`/signalements/${id}`, rt, etag, CLORE),
    );
    await coherent(id);
  });

  test('a closing that waited for a new affectation does not forget it', async () => {
    const { id, etag } = await ouvert();
    const [cree, clos] = await retient(
      'signalement',
      id,
      () => affecte(id),
      () => transition(`/signalements/${id}`, rt2, etag, CLORE),
    );
    assert.deepEqual([cree.status, [409, 412].includes(clos.status)], [201, true], clos.text);
    await coherent(id);
    const encore = await transition(`/signalements/${id}`, rt2, (await lit(id)).etag, CLORE);
    assert.equal(encore.status, 200, 'read again, it closes');
    assert.deepEqual(await coherent(id), { statut: 'FERME', affectations: ['FERME'] });
  });

  test('answers and closings at once, many times: never a deadlock, never a half', async () => {
    for (let i = 0; i < 10; i++) {
      const { id } = await ouvert();
      const [a, b] = [await affecte(id), await affecte(id, m.autre)];
      const { etag } = await lit(id);
      const reponses = await Promise.all([
        transition(`/affectations/${a.body.id}`, agent, a.etag, { action: 'accepter' }),
        transition(`/signalements/${id}`, rt, etag, CLORE),
        transition(`/affectations/${b.body.id}`, voisin, b.etag, { action: 'accepter' }),
      ]);
      for (const r of reponses) assert.ok([200, 409, 412].includes(r.status), r.text);
      await coherent(id);
    }
  });
});

test('two partners who accept at once: the person is told once', async () => {
  const { id } = await ouvert();
  const [a, b] = [await affecte(id), await affecte(id, m.autre)];
  const reponses = await retient(
    'signalement',
    id,
    () => transition(`/affectations/${a.body.id}`, agent, a.etag, { action: 'accepter' }),
    () => transition(`/affectations/${b.body.id}`, voisin, b.etag, { action: 'accepter' }),
  );
  assert.deepEqual(reponses.map((r) => r.status), [200, 200]);
  const { body } = await api('GET', `/signalements/${id}/suivis`, { token: rt, attendu: 200 });
  assert.equal(body.elements.filter((s) => s.categorie === 'AFFECTATION_IS_ACCEPTED').length, 1);
});

test('a reopened dossier gives its affectations back without their old answer', async () => {
  const { id } = await ouvert();
  const a = await affecte(id);
  const pris = await transition(`/affectations/${a.body.id}`, agent, a.etag, { action: 'accepter' });
  assert.equal(pris.status, 200);
  await transition(`/signalements/${id}`, rt, (await lit(id)).etag, CLORE);
  await transition(`/signalements/${id}`, rt, (await lit(id)).etag, { action: 'rouvrir' });
  const { body } = await api('GET', `/affectations/${a.body.id}`, { token: rt, attendu: 200 });
  assert.deepEqual(
    [body.statut, body.motif, body.message, body.repondu_le, body.repondu_par],
    ['NOUVEAU', null, null, null, null],
  );
});

test('the history names people, never the keys of the database', async () => {
  const { id } = await ouvert();
  const a = await affecte(id);
  await transition(`/affectations/${a.body.id}`, agent, a.etag, { action: 'accepter' });
  const { body } = await api('GET', `/signalements/${id}/historique`, { token: rt, attendu: 200 });
  const noms = body.elements.flatMap((e) => e.changements).filter((c) => c.champ === 'repondu_par');
  assert.deepEqual(noms, [{ champ: 'repondu_par', avant: null, apres: 'Leïla Haddad' }]);
});

test('an agent named twice is named once', async () => {
  const { id } = await ouvert();
  const a = await affecte(id);
  const agents = [m.agent.id, m.agent.id, m.admin.id];
  const r = await transition(`/affectations/${a.body.id}`, agent, a.etag, { action: 'accepter', agents });
  assert.equal(r.status, 200, r.text);
  const autre = await affecte(id, m.autre);
  const faux = { action: 'accepter', agents: [m.voisin.id, m.agent.id] };
  assert.equal((await transition(`/affectations/${autre.body.id}`, voisin, autre.etag, faux)).status, 422);
});
