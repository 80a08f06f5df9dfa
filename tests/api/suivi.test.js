/** The thread of a dossier: messages to the person, notes between partners. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { api, compte, depose, depuis, login, monde, pointeurs, sql } from './client.js';

depuis();

const MESSAGE = 'Nous passerons mardi à 10 h, « étage 3 ».';

let m;
let rt;
let agent;
let id;

before(async () => {
  m = await monde();
  [rt, agent] = await Promise.all([login(m.rt.email), login(m.agent.email)]);
  id = await enCharge();
});

/** An open dossier that the service has accepted. */
async function enCharge() {
  const d = await depose(api, rt, m.t);
  const { etag } = await api('GET', `/signalements/${d.id}`, { token: rt, attendu: 200 });
  await api('POST', `/signalements/${d.id}/transitions`, {
    token: rt,
    etag,
    body: { action: 'valider' },
    attendu: 200,
  });
  const a = await api('POST', `/signalements/${d.id}/affectations`, {
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
  return d.id;
}
const ecrit = (dossier, body = {}, options = {}) =>
  api('POST', `/signalements/${dossier}/suivis`, {
    token: agent,
    body: { message: MESSAGE, visible_usager: true, ...body },
    attendu: 201,
    ...options,
  });
const vieillit = (suivi, minutes) =>
  sql('update suivi set cree_le = now() - make_interval(mins => $2) where uuid = $1', [suivi, minutes]);

describe('writing', () => {
  test('to the person, or between partners; it says who wrote and for whom', async () => {
    for (const visible_usager of [true, false]) {
      const r = await ecrit(id, { visible_usager });
      assert.deepEqual(
        [r.body.message, r.body.visible_usager, r.body.categorie, r.body.signalement, r.body.modifie_le],
        [MESSAGE, visible_usager, 'MESSAGE_PARTNER', id, null],
      );
      assert.deepEqual(r.body.auteur, { nom: 'Leïla Haddad', partenaire: m.service.nom, type: 'agent' });
      assert.deepEqual(r.body.actions, ['modifier', 'supprimer']);
      assert.equal(r.headers.location, `/api/v1/suivis/${r.body.id}`);
      const lu = await api('GET', `/suivis/${r.body.id}`, { token: agent, attendu: 200 });
      assert.deepEqual([lu.body, lu.etag], [r.body, r.etag]);
      await api('GET', `/suivis/${r.body.id}`, { token: agent, headers: { 'If-None-Match': lu.etag }, attendu: 304 });
    }
  });

  test('subscribes its author, not a national administrator, and is told after the 20 minutes', async () => {
    const dossier = await enCharge();
    const national = await compte({ role: 'SUPER_ADMIN' });
    await ecrit(dossier, {}, { token: await login(m.admin.email) });
    await ecrit(dossier, {}, { token: await login(national.email) });
    const abonnes = await sql(
      'select utilisateur_id from abonnement where signalement_id = (select id from signalement where uuid = $1)',
      [dossier],
    );
    const qui = abonnes.map((a) => a.utilisateur_id);
    assert.ok(qui.includes(m.admin.cle) && !qui.includes(national.cle));
    const [e] = await sql(
      `select e.etat, e.prochain_essai_le - e.cree_le as attente from evenement e join suivi v on v.id = e.objet_id
      where e.sujet = 'suivi.cree' and v.categorie = 'MESSAGE_PARTNER'
        and v.signalement_id = (select id from signalement where uuid = $1) limit 1`,
      [dossier],
    );
    assert.deepEqual([e.etat, e.attente.minutes], ['A_FAIRE', 20]);
  });

  test('moves the date of the last suivi, not the version of the dossier', async () => {
    const dossier = await enCharge();
    const avant = await api('GET', `/signalements/${dossier}`, { token: agent, attendu: 200 });
    await ecrit(dossier);
    const apres = await api('GET', `/signalements/${dossier}`, { token: agent, attendu: 200 });
    assert.equal(apres.body.version, avant.body.version);
    const [{ neuf }] = await sql(
      "select dernier_suivi_le > now() - interval '1 minute' as neuf from signalement where uuid = $1",
      [dossier],
    );
    assert.equal(neuf, true);
  });

  test('on a vacant dwelling nothing goes to the person', async () => {
    const dossier = await enCharge();
    await sql('update signalement set logement_vacant = true where uuid = $1', [dossier]);
    assert.equal((await ecrit(dossier)).body.visible_usager, false);
  });

  test('10 to 5 000 characters, said to be visible or not, nothing else', async () => {
    for (const [body, attendus] of [
      [{ message: 'x'.repeat(9) }, ['/message']],
      [{ message: 'é'.repeat(5001) }, ['/message']],
      [{ visible_usager: 'oui' }, ['/visible_usager']],
      [{ visible_usager: null, message: null }, ['/message', '/visible_usager']],
      [{ fichiers: [] }, ['/fichiers']],
    ]) {
      assert.deepEqual(pointeurs(await ecrit(id, body, { attendu: 422 })), attendus);
    }
    await ecrit(id, { message: '🏠'.repeat(5000) });
    await ecrit(id, { message: '0123456789' });
  });

  test('who may: the manager, the agents of a partner in charge', async () => {
    const dossier = await enCharge();
    await ecrit(dossier, {}, { token: rt });
    await ecrit(dossier, {}, { token: await login(m.voisin.email), attendu: 404 });
    await api('POST', `/signalements/${dossier}/affectations`, {
      token: rt,
      body: { partenaire: m.autre.id },
      attendu: 201,
    });
    await ecrit(dossier, {}, { token: await login(m.voisin.email), attendu: 403 });
    await ecrit(dossier, {}, { token: undefined, attendu: 401 });
    const { id: neuf } = await depose(api, rt, m.t);
    assert.equal((await ecrit(neuf, {}, { token: rt, attendu: 409 })).body.code, 'etat_incompatible');
  });
});

describe('correcting and withdrawing', () => {
  test('its author may within 20 minutes; the version counts', async () => {
    const r = await ecrit(id);
    const corrige = (options = {}) =>
      api('PATCH', `/suivis/${r.body.id}`, {
        token: agent,
        etag: r.etag,
        body: { message: `${MESSAGE} Bis.` },
        attendu: 200,
        ...options,
      });
    await corrige({ etag: undefined, attendu: 428 });
    await corrige({ token: rt, attendu: 403 });
    await corrige({ token: await login(m.admin.email), attendu: 403 });
    await corrige({ token: undefined, attendu: 401 });
    assert.deepEqual(pointeurs(await corrige({ body: { message: 'court', visible_usager: false }, attendu: 422 })), [
      '/message',
      '/visible_usager',
    ]);
    const neuf = await corrige();
    assert.deepEqual([neuf.body.message, neuf.body.version], [`${MESSAGE} Bis.`, 2]);
    assert.ok(neuf.body.modifie_le);
    await corrige({ attendu: 412 });
    await vieillit(r.body.id, 19);
    await corrige({ etag: neuf.etag });
    await vieillit(r.body.id, 21);
    const tard = await corrige({ etag: '"3.0"', attendu: 403 });
    assert.match(tard.body.detail, /20 minutes/);
    assert.deepEqual((await api('GET', `/suivis/${r.body.id}`, { token: agent, attendu: 200 })).body.actions, []);
  });

  test('a withdrawn message is nowhere; only a national administrator withdraws late, and anything', async () => {
    const r = await ecrit(id);
    const retire = (suivi, options = {}) =>
      api('DELETE', `/suivis/${suivi.id}`, { token: agent, etag: `"${suivi.version}.0"`, attendu: 204, ...options });
    await retire(r.body, { etag: undefined, attendu: 428 });
    await retire(r.body, { etag: '"9.0"', attendu: 412 });
    await retire(r.body, { token: rt, attendu: 403 });
    await retire(r.body, { token: undefined, attendu: 401 });
    await retire(r.body);
    await api('GET', `/suivis/${r.body.id}`, { token: agent, attendu: 404 });
    await retire(r.body, { attendu: 404 });
    await api('PATCH', `/suivis/${r.body.id}`, {
      token: agent,
      etag: '"2.0"',
      body: { message: MESSAGE },
      attendu: 404,
    });
    const liste = (await api('GET', `/signalements/${id}/suivis`, { token: rt, attendu: 200 })).body;
    assert.ok(!liste.elements.some((s) => s.id === r.body.id));
    const vieux = await ecrit(id);
    await vieillit(vieux.body.id, 60);
    await retire(vieux.body, { attendu: 403 });
    const national = await login((await compte({ role: 'SUPER_ADMIN' })).email);
    await retire(vieux.body, { token: national });
    const systeme = liste.elements.find((s) => s.auteur.type === 'systeme');
    await retire(systeme, { attendu: 403 });
    await retire(systeme, { token: national });
  });

  test('corrected 16 times at once: one counts', async () => {
    const r = await ecrit(id);
    const tous = await Promise.all(
      Array.from({ length: 16 }, (_, i) =>
        api('PATCH', `/suivis/${r.body.id}`, {
          token: agent,
          etag: r.etag,
          body: { message: `${MESSAGE} ${i}` },
          attendu: [200, 412],
        }),
      ),
    );
    assert.equal(tous.filter((x) => x.status === 200).length, 1);
  });
});

describe('reading', () => {
  test('newest first, page by page, with the actions that each suivi tells alone', async () => {
    const dossier = await enCharge();
    for (let i = 0; i < 5; i++) await ecrit(dossier, { message: `Message numéro ${i}` });
    await sql(
      `update suivi set cree_le = cree_le - interval '1 hour' where categorie <> 'MESSAGE_PARTNER'
        and signalement_id = (select id from signalement where uuid = $1)`,
      [dossier],
    );
    const lus = [];
    let apres = '';
    do {
      const page = (
        await api('GET', `/signalements/${dossier}/suivis?limite=2${apres}`, { token: agent, attendu: 200 })
      ).body;
      lus.push(...page.elements);
      assert.deepEqual(page.total, { valeur: 7, exact: true });
      apres = page.suivant && `&apres=${page.suivant}`;
    } while (apres);
    assert.deepEqual(
      lus.slice(0, 5).map((s) => s.message),
      [4, 3, 2, 1, 0].map((i) => `Message numéro ${i}`),
    );
    for (const s of lus)
      assert.deepEqual((await api('GET', `/suivis/${s.id}`, { token: agent, attendu: 200 })).body, s);
    for (const s of lus) {
      assert.deepEqual(s.actions, s.categorie === 'MESSAGE_PARTNER' ? ['modifier', 'supprimer'] : []);
    }
  });

  test('the usual refusals', async () => {
    const r = await ecrit(id);
    await api('GET', `/signalements/${id}/suivis?limite=x`, { token: rt, attendu: 422 });
    await api('GET', `/signalements/${id}/suivis`, { attendu: 401 });
    await api('GET', '/signalements/00000000-0000-4000-8000-000000000000/suivis', { token: rt, attendu: 404 });
    await api('GET', `/suivis/${r.body.id}`, { attendu: 401 });
    await api('GET', `/suivis/${r.body.id}`, { token: await login(m.voisin.email), attendu: 404 });
    await ecrit('00000000-0000-4000-8000-000000000000', {}, { attendu: 404 });
    await api('GET', `/signalements/${id}/suivis?total=aucun`, { token: rt, attendu: 200 });
  });
});
