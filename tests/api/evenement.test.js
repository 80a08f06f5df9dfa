/** Dead letters: seen and replayed by a national administrator. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { api, compte, depuis, login, monde, sql } from './client.js';
import { tient } from './cle.js';

depuis();

let admin;
let jeton;
let rt;
const ids = [];

before(async () => {
  admin = await compte({ role: 'SUPER_ADMIN' });
  [jeton, rt] = await Promise.all([login(admin.email), monde().then((m) => login(m.rt.email))]);
  for (let i = 0; i < 5; i++) {
    // In the far future once replayed, so that relais does not take it at once.
    const [e] = await sql(
      `insert into evenement (sujet, etat, essais, erreur, traite_le, cree_le)
      values ($1, 'REBUT', 8, 'serveur injoignable', now(), now() - interval '1 day') returning uuid`,
      [`essai.${process.pid}`],
    );
    ids.push(e.uuid);
  }
});
after(() => sql('delete from evenement where sujet = $1', [`essai.${process.pid}`]));

const rejoue = (id, options = {}) =>
  api('POST', `/evenements/rebuts/${id}/rejeu`, { token: jeton, attendu: 200, ...options });

describe('dead letters', () => {
  test('newest first, page by page, with their error', async () => {
    const lus = [];
    let apres = '';
    do {
      const { body } = await api('GET', `/evenements/rebuts?limite=2${apres}`, { token: jeton, attendu: 200 });
      lus.push(...body.elements);
      apres = body.suivant && `&apres=${body.suivant}`;
    } while (apres);
    const miens = lus.filter((e) => e.sujet === `essai.${process.pid}`);
    assert.deepEqual(
      miens.map((e) => e.id),
      ids.toReversed(),
    );
    assert.deepEqual([miens[0].essais, miens[0].erreur], [8, 'serveur injoignable']);
    await api('GET', '/evenements/rebuts?limite=a', { token: jeton, attendu: 422 });
    await api('GET', '/evenements/rebuts', { attendu: 401 });
    await api('GET', '/evenements/rebuts', { token: rt, attendu: 403 });
    assert.equal(
      (await api('GET', '/evenements/rebuts?total=aucun', { token: jeton, attendu: 200 })).body.total.valeur,
      null,
    );
  });

  test('a replay puts it back in the queue, once; 8 at once make one', async () => {
    await rejoue(ids[0], { attendu: 401, token: undefined });
    await rejoue(ids[0], { attendu: 403, token: rt });
    await rejoue('x', { attendu: 404 });
    await rejoue('00000000-0000-4000-8000-000000000000', { attendu: 404 });
    const r = await rejoue(ids[0]);
    assert.deepEqual([r.body.id, r.body.essais, r.body.erreur, r.body.abandonne_le], [ids[0], 0, null, null]);
    const tous = await Promise.all(Array.from({ length: 8 }, () => rejoue(ids[1], { attendu: [200, 409] })));
    assert.equal(tous.filter((x) => x.status === 200).length >= 1, true);
    const [{ etat }] = await sql('select etat from evenement where uuid = $1', [ids[4]]);
    assert.equal(etat, 'REBUT');
  });

  test('what is not abandoned cannot be replayed', async () => {
    const [e] = await sql(`insert into evenement (sujet, etat, traite_le) values ($1, 'FAIT', now()) returning uuid`, [
      `essai.${process.pid}`,
    ]);
    assert.equal((await rejoue(e.uuid, { attendu: 409 })).body.code, 'etat_incompatible');
  });

  test('an Idempotency-Key replays the answer; held by a call still running it waits', async () => {
    const cle = `rejeu-${process.pid}-${Date.now()}`;
    const a = await rejoue(ids[2], { cle });
    assert.equal((await rejoue(ids[2], { cle })).text, a.text);
    const lache = await tient(admin.id, `${cle}-t`);
    try {
      assert.equal((await rejoue(ids[3], { cle: `${cle}-t`, attendu: 409 })).body.code, 'requete_en_cours');
    } finally {
      await lache();
    }
  });
});
