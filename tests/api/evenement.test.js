/** What relais has given up, seen and replayed by the national administrator. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { api, compte, depuis, login, monde, sql } from './client.js';
import { jusqua } from './relais.js';

depuis('127.10.0.32');

let m, admin;
before(async () => {
  m = await monde();
  admin = await login((await compte({ role: 'SUPER_ADMIN' })).email);
});

/** A dead letter of a subject that no relais knows: a replay is seen to come back. */
async function rebut() {
  const [e] = await sql(`insert into evenement (sujet, etat, essais, erreur, traite_le)
    values ('essai.inconnu', 'REBUT', 8, 'serveur de courriel injoignable', now()) returning uuid as id`);
  return e.id;
}

const oublie = (...ids) => sql('delete from evenement where uuid = any ($1)', [ids]);

describe('dead letters', () => {
  test('are listed, newest first, page by page', async () => {
    const ids = [await rebut(), await rebut(), await rebut()];
    const page = await api('GET', '/evenements/rebuts?limite=2', { token: admin, attendu: 200 });
    assert.equal(page.body.elements.length, 2);
    const lu = page.body.elements.find((e) => e.id === ids[2]);
    assert.equal(lu.sujet, 'essai.inconnu');
    assert.equal(lu.essais, 8);
    assert.equal(lu.erreur, 'serveur de courriel injoignable');
    const tout = [];
    for (let apres = null; ;) {
      const { body } = await api('GET', `/evenements/rebuts?limite=2${apres ? `&apres=${apres}` : ''}`, { token: admin, attendu: 200 });
      tout.push(...body.elements.map((e) => e.id));
      if (!(apres = body.suivant)) break;
    }
    assert.deepEqual(tout.filter((id) => ids.includes(id)), [...ids].reverse());
    assert.equal(new Set(tout).size, tout.length);
    await oublie(...ids);
  });

  test('are tried again from the start when replayed, once', async () => {
    const id = await rebut();
    const r = await api('POST', `/evenements/rebuts/${id}/rejeu`, { token: admin, attendu: 200 });
    assert.equal(r.body.essais, 0);
    assert.equal(r.body.erreur, null);
    // relais takes it: it does not know the subject, and will try again later.
    const [e] = await jusqua(async () => {
      const lignes = await sql('select etat, essais, erreur, prochain_essai_le > now() as attend from evenement where uuid = $1', [id]);
      return lignes[0].essais === 1 && lignes;
    });
    assert.deepEqual(e, { etat: 'A_FAIRE', essais: 1, erreur: 'sujet inconnu', attend: true });
    const encore = await api('POST', `/evenements/rebuts/${id}/rejeu`, { token: admin, attendu: 409 });
    assert.equal(encore.body.code, 'etat_incompatible');
    await oublie(id);
  });

  test('replayed by two at once: one of them', async () => {
    const id = await rebut();
    const r = await Promise.all([1, 2, 3, 4].map(() => api('POST', `/evenements/rebuts/${id}/rejeu`, { token: admin, attendu: [200, 409] })));
    assert.equal(r.filter((x) => x.status === 200).length, 1);
    await oublie(id);
  });

  test('the same key gives the same answer and replays once', async () => {
    const id = await rebut();
    const cle = `rejeu-${id}`;
    const un = await api('POST', `/evenements/rebuts/${id}/rejeu`, { token: admin, cle, attendu: 200 });
    const deux = await api('POST', `/evenements/rebuts/${id}/rejeu`, { token: admin, cle, attendu: [200, 409] });
    assert.equal(deux.status, 200);
    assert.equal(deux.text, un.text);
    await oublie(id);
  });

  test('are the national administrator\'s business alone', async () => {
    const id = await rebut();
    for (const qui of [m.rt, m.admin, m.agent]) {
      const token = await login(qui.email);
      await api('GET', '/evenements/rebuts', { token, attendu: 403 });
      await api('POST', `/evenements/rebuts/${id}/rejeu`, { token, attendu: 403 });
    }
    await api('GET', '/evenements/rebuts', { attendu: 401 });
    await api('POST', `/evenements/rebuts/${m.agent.id}/rejeu`, { token: admin, attendu: 404 });
    await oublie(id);
  });
});
