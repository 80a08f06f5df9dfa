/** What nobody has signed in for: one visitor never gets what another has written. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { api, depuis, sql } from './client.js';

depuis('127.10.32.1');

const crees = [];
after(() => sql('delete from brouillon where uuid = any ($1)', [crees]));

test('the same Idempotency-Key from another address makes another draft', async () => {
  const cle = `cle-naive-${process.pid}`;
  const commence = (locale) =>
    api('POST', '/brouillons', {
      body: { profil: 'locataire', etape: 'adresse', reponses: {} },
      cle,
      locale,
      attendu: 201,
    });
  const [a, encore, b] = [await commence('127.10.32.1'), await commence('127.10.32.1'), await commence('127.10.32.2')];
  crees.push(a.body.id, b.body.id);
  assert.equal(encore.text, a.text, 'sent again, it is the same');
  assert.notEqual(b.body.id, a.body.id, 'a draft is who knows its id: nobody else gets it');
  const gardes = await sql('select appelant from idempotence where cle = $1', [cle]);
  assert.ok(gardes.every((g) => !g.appelant.includes('127.')), 'no address is kept in clear');
  await sql('delete from idempotence where cle = $1', [cle]);
});

test('the address of a draft, which is its key, and those of people are in no log', async () => {
  const [id] = crees;
  const { etag } = await api('GET', `/brouillons/${id}`, { attendu: 200 });
  await api('PUT', `/brouillons/${id}`, {
    etag,
    body: { profil: 'locataire', etape: 'adresse', reponses: { texte: 'a'.repeat(100000) } },
    attendu: 200,
  });
  const lu = await api('GET', `/brouillons/${id}`, { attendu: 200 });
  assert.equal(lu.body.reponses.texte.length, 100000);
  for (const journal of ['nginx', 'api', 'relais', 'postgresql']) {
    const texte = await readFile(`${process.env.VIGIE_LOCAL}/log/${journal}.log`, 'utf8');
    assert.ok(!texte.includes(id), `${journal}.log tells the draft`);
    assert.ok(!texte.includes('127.10.32.1'), `${journal}.log tells an address`);
  }
});
