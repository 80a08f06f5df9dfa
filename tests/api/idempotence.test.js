/** Idempotency-Key: one effect, one answer, for every POST that the contract says. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { api, contrat, depose, depuis, login, monde, operations, signalement, sql } from './client.js';
import { tient } from './cle.js';

depuis();

let m;
let rt;
let agent;
before(async () => {
  m = await monde();
  [rt, agent] = await Promise.all([login(m.rt.email), login(m.agent.email)]);
});

let n = 0;
const cle = () => `cle-${process.pid}-${Date.now()}-${n++}`;
const cree = (k, plus, options = {}) =>
  api('POST', '/signalements', { token: rt, cle: k, body: signalement(m.t, plus), ...options });
const lit = (id) => api('GET', `/signalements/${id}`, { token: rt, attendu: 200 });
const MESSAGE = 'Un message assez long pour être lu.';

describe('a key', () => {
  test('replays the stored answer byte for byte: body, status, ETag, Location', async () => {
    const k = cle();
    const a = await cree(k, {}, { attendu: 201 });
    assert.equal(a.headers['idempotent-replayed'], undefined);
    for (let i = 0; i < 3; i++) {
      const b = await cree(k, {}, { attendu: 201 });
      assert.deepEqual([b.text, b.etag, b.headers.location], [a.text, a.etag, a.headers.location]);
      assert.equal(b.headers['idempotent-replayed'], 'true');
    }
    const [{ nombre }] = await sql('select count(*)::int as nombre from signalement where uuid = $1', [a.body.id]);
    assert.equal(nombre, 1);
  });

  test('with another body, or for another address, is refused', async () => {
    const k = cle();
    await cree(k, {}, { attendu: 201 });
    assert.equal((await cree(k, { description: 'Autre' }, { attendu: 422 })).body.code, 'cle_deja_utilisee');
    const { id } = await depose(api, rt, m.t);
    const { etag } = await lit(id);
    const r = await api('POST', `/signalements/${id}/transitions`, {
      token: rt,
      etag,
      cle: k,
      body: { action: 'valider' },
      attendu: 422,
    });
    assert.equal(r.body.code, 'cle_deja_utilisee');
  });

  test('belongs to its account: another one may use the same', async () => {
    const k = cle();
    const a = await cree(k, {}, { attendu: 201 });
    const b = await cree(k, {}, { token: agent, attendu: 201 });
    assert.notEqual(a.body.id, b.body.id);
  });

  test('sent 32 times at once makes one dossier; who comes meanwhile is told to wait', async () => {
    const k = cle();
    const tous = await Promise.all(Array.from({ length: 32 }, () => cree(k, {}, { attendu: [201, 409] })));
    const faits = tous.filter((r) => r.status === 201);
    assert.equal(new Set(faits.map((r) => r.text)).size, 1);
    assert.equal(faits.filter((r) => !r.headers['idempotent-replayed']).length, 1);
    for (const r of tous) if (r.status === 409) assert.equal(r.body.code, 'requete_en_cours');
    assert.equal((await cree(k, {}, { attendu: 201 })).text, faits[0].text);
  });

  test('held by a call still running: 409, then the answer', async () => {
    const k = cle();
    const lache = await tient(m.rt.id, k);
    try {
      assert.equal((await cree(k, {}, { attendu: 409 })).body.code, 'requete_en_cours');
    } finally {
      await lache();
    }
    await cree(k, {}, { attendu: 201 });
  });

  test('a refusal is not stored: the corrected call goes through', async () => {
    const k = cle();
    await cree(k, { desordres: [{ critere: 'rien' }] }, { attendu: 422 });
    await cree(k, {}, { attendu: 201 });
  });

  test('is forgotten after 24 hours', async () => {
    const k = cle();
    const a = await cree(k, {}, { attendu: 201 });
    await sql("update idempotence set cree_le = now() - interval '25 hours' where cle = $1", [k]);
    const b = await cree(k, { description: 'Autre' }, { attendu: 201 });
    assert.notEqual(a.body.id, b.body.id);
  });

  test('has 1 to 200 ASCII characters', async () => {
    await cree('x'.repeat(200), {}, { attendu: 201 });
    await cree('x'.repeat(201), {}, { attendu: 400 });
    await sql('delete from idempotence where cle = $1', ['x'.repeat(200)]);
  });
});

describe('every operation that takes a key', () => {
  test('is tried here or in brouillon, suivi_usager and evenement', () => {
    const ici = [
      'signalement_create',
      'signalement_transition',
      'affectation_create',
      'affectation_transition',
      'suivi_create',
    ];
    const ailleurs = ['brouillon_create', 'brouillon_submit', 'suivi_usager_message_create', 'evenement_rejeu'];
    const avecCle = operations
      .filter((o) => (o.op.parameters ?? []).some((p) => p.$ref?.endsWith('/IdempotencyKey')))
      .map((o) => o.id);
    assert.deepEqual(avecCle.toSorted(), [...ici, ...ailleurs].sort());
    assert.ok(contrat.components.parameters.IdempotencyKey);
  });

  test('a whole life of a dossier, each write sent twice, leaves what one would', async () => {
    const deux = async (chemin, options) => {
      const k = cle();
      const a = await api('POST', chemin, { cle: k, ...options });
      const b = await api('POST', chemin, { cle: k, ...options });
      assert.ok(a.status < 300, a.text);
      assert.deepEqual([b.status, b.text, b.etag], [a.status, a.text, a.etag]);
      const lache = await tient(options.token === rt ? m.rt.id : m.agent.id, `${k}-tenue`);
      try {
        await api('POST', chemin, { ...options, cle: `${k}-tenue`, attendu: [409, 412] });
      } finally {
        await lache();
      }
      return a;
    };
    const { id } = (await deux('/signalements', { token: rt, body: signalement(m.t) })).body;
    await deux(`/signalements/${id}/transitions`, {
      token: rt,
      etag: (await lit(id)).etag,
      body: { action: 'valider' },
    });
    const a = await deux(`/signalements/${id}/affectations`, { token: rt, body: { partenaire: m.service.id } });
    await deux(`/affectations/${a.body.id}/transitions`, { token: agent, etag: a.etag, body: { action: 'accepter' } });
    await deux(`/signalements/${id}/suivis`, { token: agent, body: { message: MESSAGE, visible_usager: true } });
    await deux(`/signalements/${id}/transitions`, {
      token: rt,
      etag: (await lit(id)).etag,
      body: { action: 'clore', motif: 'DOUBLON', message: MESSAGE },
    });
    const categories = (await api('GET', `/signalements/${id}/suivis`, { token: rt, attendu: 200 })).body.elements.map(
      (s) => s.categorie,
    );
    assert.deepEqual(categories.sort(), [
      'AFFECTATION_IS_ACCEPTED',
      'MESSAGE_PARTNER',
      'SIGNALEMENT_IS_ACTIVE',
      'SIGNALEMENT_IS_CLOSED',
    ]);
    assert.equal((await lit(id)).body.version, 3);
  });
});
