/** idempotence_ouvrir and repondre: the answer and the effect exist together or not at all. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { connexion } from './base.js';

const QUI = `base-${process.pid}`;
const [a, b] = [connexion(), connexion()];
const pret = Promise.all([a.connect(), b.connect()]);
after(async () => {
  await a.query('delete from idempotence where appelant = $1', [QUI]);
  await Promise.all([a.end(), b.end()]);
});

const ouvre = (c, cle, empreinte = 'e1') =>
  c.query('select idempotence_ouvrir($1, $2, $3, 201)', [QUI, cle, empreinte]);
const repond = (c, corps) => c.query("select * from repondre($1, 3, '/ici')", [corps]);
const code = (promesse) =>
  promesse.then(
    () => undefined,
    (e) => e.code,
  );

describe('a key', () => {
  test('is stored with the answer of its transaction, then known', async () => {
    await pret;
    await a.query('begin');
    await ouvre(a, 'k1');
    const {
      rows: [r],
    } = await repond(a, { b: 1 });
    assert.deepEqual([JSON.parse(r.corps), r.version, r.lieu], [{ b: 1 }, '3', '/ici']);
    await a.query('commit');
    const {
      rows: [l],
    } = await a.query(
      "select statut, corps, version, lieu, empreinte from idempotence where appelant = $1 and cle = 'k1'",
      [QUI],
    );
    assert.deepEqual([l.statut, l.corps, l.version, l.lieu, l.empreinte], [201, r.corps, '3', '/ici', 'e1']);
    assert.equal(await code(ouvre(b, 'k1')), 'VI001');
    assert.equal(await code(ouvre(b, 'k1', 'e2')), 'VI002');
  });

  test('held by another transaction is refused at once, and free after a rollback', async () => {
    await pret;
    await a.query('begin');
    await ouvre(a, 'k2');
    await repond(a, {});
    assert.equal(await code(ouvre(b, 'k2')), 'VI003');
    await a.query('rollback');
    const { rows } = await a.query("select from idempotence where appelant = $1 and cle = 'k2'", [QUI]);
    assert.equal(rows.length, 0);
    await b.query('begin');
    assert.equal(await code(ouvre(b, 'k2')), undefined);
    await b.query('rollback');
  });

  test('does not leak into the next transaction of the connection', async () => {
    await pret;
    await a.query('begin');
    await ouvre(a, 'k3');
    await a.query('rollback');
    await repond(a, { sans: 'cle' });
    await a.query('begin');
    await ouvre(a, 'k4');
    await a.query('commit');
    await repond(a, { sans: 'cle' });
    const { rows } = await a.query("select from idempotence where appelant = $1 and cle in ('k3', 'k4')", [QUI]);
    assert.equal(rows.length, 0);
  });

  test('older than 24 hours is forgotten', async () => {
    await pret;
    await a.query("update idempotence set cree_le = now() - interval '25 hours' where appelant = $1", [QUI]);
    await a.query('begin');
    assert.equal(await code(ouvre(a, 'k1', 'e2')), undefined);
    await a.query('rollback');
  });
});
