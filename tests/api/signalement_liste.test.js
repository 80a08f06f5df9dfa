/** The list of dossiers: filters, pages that neither lose nor repeat, totals on demand. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import {
  api,
  compte,
  depose,
  depuis,
  login,
  monde,
  partenaire,
  pointeurs,
  pool,
  signalement,
  sql,
  territoire,
} from './client.js';

depuis();

let m;
let rt;
let admin;
const ids = [];

before(async () => {
  m = await monde();
  [rt, admin] = await Promise.all([login(m.rt.email), compte({ role: 'SUPER_ADMIN' }).then((u) => login(u.email))]);
  for (let i = 0; i < 30; i++) {
    ids.push(
      (await depose(api, rt, m.t, { occupant: { nom: `Nom${i}`, prenom: 'Zoé', email: 'zoe@example.org' } })).id,
    );
  }
  // 10 each of NOUVEAU, EN_COURS, FERME.
  await sql("update signalement set statut = 'EN_COURS', valide_le = now() where uuid = any ($1)", [ids.slice(10, 20)]);
  await sql("update signalement set statut = 'FERME', ferme_le = now() where uuid = any ($1)", [ids.slice(20)]);
});

const liste = async (requete = '', token = rt) =>
  (await api('GET', `/signalements${requete && `?${requete}`}`, { token, attendu: 200 })).body;
const idsDe = (page) => page.elements.map((e) => e.id);

/** Every page of a list, following Link. */
async function parcourt(requete, token = rt, entre = async () => {}) {
  const pages = [];
  let chemin = `/signalements?${requete}`;
  while (chemin) {
    const r = await api('GET', chemin, { token, attendu: 200 });
    pages.push(r.body);
    chemin = r.headers.link ? /<\/api\/v1([^>]+)>/.exec(r.headers.link)[1] : null;
    await entre(pages.length);
  }
  return pages;
}

describe('the list', () => {
  test('newest first, 25 by default, with a total', async () => {
    const page = await liste();
    assert.deepEqual(idsDe(page), ids.slice(5).reverse());
    assert.deepEqual(page.total, { valeur: 30, exact: true });
    assert.match(page.suivant, /^[0-9a-f]{32}$/);
  });

  test('a line tells where, who, how bad and with whom', async () => {
    await sql(
      `insert into affectation (signalement_id, partenaire_id, statut)
      select id, $2, 'EN_COURS' from signalement where uuid = $1`,
      [ids[10], m.service.cle],
    );
    const ligne = (await liste('statut=EN_COURS')).elements.find((e) => e.id === ids[10]);
    assert.deepEqual(ligne.adresse, {
      numero_voie: '12 rue de la République',
      code_postal: m.t.code_postal,
      commune: m.t.commune,
    });
    assert.deepEqual(ligne.occupant, { nom: 'Nom10', prenom: 'Zoé' });
    assert.deepEqual(ligne.affectations, [{ partenaire: m.service.nom, statut: 'EN_COURS' }]);
    assert.deepEqual(ligne.procedures.sort(), ['NON_DECENCE', 'RSD']);
    assert.ok(ligne.score > 0);
    assert.equal(ligne.territoire, m.t.code);
  });

  test('filters by one statut, by several, by territory, by both', async () => {
    assert.deepEqual(idsDe(await liste('statut=NOUVEAU')), ids.slice(0, 10).reverse());
    assert.deepEqual(
      idsDe(await liste('statut=FERME&statut=NOUVEAU&limite=100')),
      [...ids.slice(0, 10), ...ids.slice(20)].reverse(),
    );
    assert.equal((await liste(`territoire=${m.t.code}`)).total.valeur, 30);
    assert.deepEqual(idsDe(await liste(`territoire=${m.t.code}&statut=EN_COURS`)), ids.slice(10, 20).reverse());
    assert.deepEqual(
      idsDe(await liste(`territoire=${m.t.code}&statut=EN_COURS&statut=FERME&limite=50`)),
      ids.slice(10).reverse(),
    );
    assert.deepEqual((await liste('territoire=13')).elements, []);
    assert.deepEqual((await liste('territoire=zz')).elements, []);
    assert.deepEqual((await liste('statut=REFUSE')).elements, []);
  });

  test('archived dossiers and drafts are in no list', async () => {
    const { id } = await depose(api, rt, m.t);
    await sql("update signalement set statut = 'ARCHIVE' where uuid = $1", [id]);
    assert.equal((await liste()).total.valeur, 30);
    assert.deepEqual((await liste('statut=ARCHIVE')).elements, []);
    await api('GET', `/signalements/${id}`, { token: rt, attendu: 404 });
  });

  test('searches without accents or case: name, address, commune, postal code, reference', async () => {
    const t2 = await territoire();
    const p2 = await partenaire(t2);
    const token = await login((await compte({ role: 'RESPONSABLE_TERRITOIRE', partenaires: [p2] })).email);
    const trouve = async (q) => (await liste(`q=${encodeURIComponent(q)}`, token)).elements.length;
    const d = await depose(api, token, t2, {
      occupant: { nom: 'Château-Lévêque', prenom: 'Ève', email: 'eve@example.org' },
      adresse: { ...signalement(t2).adresse, numero_voie: '100 % du quai_bas \\ Nord' },
    });
    await depose(api, token, t2, { occupant: { nom: 'Autre', prenom: 'Bob', email: 'b@example.org' } });
    for (const q of ['chateau', 'CHÂTEAU-LEV', 'leveque eve', '100 %', 'quai_bas', '\\ nord', d.reference]) {
      assert.equal(await trouve(q), 1, q);
    }
    assert.equal(await trouve(t2.code_postal), 2);
    assert.equal(await trouve(t2.commune), 2);
    // What stands for "anything" in SQL stands for itself here.
    for (const q of ['%%', '__', 'chat%eque', 'ch_teau', '\\\\', "'; drop"]) assert.equal(await trouve(q), 0, q);
  });

  test('text with filters and pages', async () => {
    const pages = await parcourt('q=zoe&statut=NOUVEAU&statut=FERME&limite=7');
    assert.deepEqual(pages.flatMap(idsDe), [...ids.slice(0, 10), ...ids.slice(20)].reverse());
    assert.deepEqual(
      pages.map((p) => p.elements.length),
      [7, 7, 6],
    );
    assert.deepEqual(pages[0].total, { valeur: 20, exact: true });
  });

  test('an agent finds the dossiers of his partners, through the same filters', async () => {
    const agent = await login(m.agent.email);
    assert.deepEqual(idsDe(await liste('', agent)), [ids[10]]);
    assert.deepEqual(idsDe(await liste(`territoire=${m.t.code}&statut=EN_COURS&q=nom10`, agent)), [ids[10]]);
    assert.deepEqual((await liste('statut=FERME', agent)).elements, []);
    assert.deepEqual((await liste('q=nom11', agent)).elements, []);
    assert.deepEqual((await liste('', await login(m.voisin.email))).elements, []);
  });

  test("an agent's search takes % as it is too", async () => {
    assert.deepEqual((await liste('q=%25%25', await login(m.agent.email))).elements, []);
  });

  test('the national administrator sees all territories, or one', async () => {
    assert.equal((await liste(`territoire=${m.t.code}&total=exact`, admin)).total.valeur, 30);
    const tout = await liste('limite=1&total=exact', admin);
    assert.ok(tout.total.valeur >= 30);
  });
});

describe('pages', () => {
  test('walked to the end while dossiers are filed: nothing lost, nothing twice, nothing new', async () => {
    const pages = await parcourt(`territoire=${m.t.code}&statut=NOUVEAU&limite=3`, rt, async () => {
      await depose(api, rt, m.t, { occupant: { nom: 'Tard', prenom: 'Zoe', email: 'z@example.org' } });
    });
    assert.deepEqual(pages.flatMap(idsDe), ids.slice(0, 10).reverse());
    assert.equal(pages.at(-1).suivant, null);
    await sql("delete from signalement where occupant ->> 'nom' = 'Tard' and territoire_id = $1", [m.t.id]);
  });

  test('every list walks the same way, one by one, also when all are of the same instant', async () => {
    const t2 = await territoire();
    const chef = await login(
      (await compte({ role: 'RESPONSABLE_TERRITOIRE', partenaires: [await partenaire(t2)] })).email,
    );
    const faits = [];
    for (let i = 0; i < 7; i++) faits.push((await depose(api, chef, t2)).id);
    await sql("update signalement set cree_le = '2026-01-01T00:00:00.123456Z' where uuid = any ($1)", [faits]);
    for (const requete of [
      'limite=1',
      'limite=2&statut=NOUVEAU',
      `limite=3&territoire=${t2.code}`,
      `limite=1&territoire=${t2.code}&statut=NOUVEAU`,
      'limite=2&q=martin',
    ]) {
      assert.deepEqual((await parcourt(requete, chef)).flatMap(idsDe), faits.toReversed(), requete);
    }
  });

  test('exactly full: no page after the last', async () => {
    const pages = await parcourt('statut=NOUVEAU&limite=10');
    assert.equal(pages.length, 1);
    assert.equal(pages[0].suivant, null);
  });

  test('total: bounded, exact, none', async () => {
    assert.deepEqual((await liste('limite=2')).total, { valeur: 30, exact: true });
    assert.deepEqual((await liste('limite=2&total=exact')).total, { valeur: 30, exact: true });
    for (const requete of [
      'total=aucun',
      'total=aucun&statut=NOUVEAU',
      'total=aucun&q=zoe',
      `total=aucun&territoire=${m.t.code}`,
    ]) {
      assert.deepEqual((await liste(requete)).total, { valeur: null, exact: false }, requete);
    }
    assert.deepEqual((await liste('total=aucun', await login(m.agent.email))).total, { valeur: null, exact: false });
  });

  test('beyond 10 000 the bounded total says so, the exact one counts', async () => {
    const t2 = await territoire();
    // Without the triggers: only their number matters here.
    await pool.query(`begin; set local session_replication_role = replica;
      insert into signalement (territoire_id, reference_annee, reference_numero, source, profil_declarant, adresse,
        cree_le)
      select ${t2.id}, 2025, n, 'IMPORT', 'LOCATAIRE', '{"numero_voie": "1", "code_postal": "00000", "commune": "Zzgrand"}',
      timestamptz '2025-01-01' + n * interval '1 minute' from generate_series(1, 10050) n;
      insert into signalement_compte values (${t2.id}, 'NOUVEAU', 10050);
      commit`);
    await sql('analyze signalement');
    assert.deepEqual((await liste(`territoire=${t2.code}&limite=1`, admin)).total, { valeur: 10000, exact: false });
    assert.deepEqual((await liste(`territoire=${t2.code}&limite=1&total=exact`, admin)).total, {
      valeur: 10050,
      exact: true,
    });
    // A word that is everywhere: at least what was seen, or all of it on demand.
    const commun = await liste(`territoire=${t2.code}&q=zzgrand&limite=2`, admin);
    assert.deepEqual([commun.elements.length, commun.total.exact, commun.total.valeur > 2], [2, false, true]);
    const compte_exact = await liste(`territoire=${t2.code}&q=zzgrand&limite=2&total=exact`, admin);
    assert.deepEqual(compte_exact.total, { valeur: 10050, exact: true });
    assert.deepEqual((await liste(`territoire=${t2.code}&statut=NOUVEAU&limite=1`, admin)).total, {
      valeur: 10000,
      exact: false,
    });
  });

  test('Link keeps the filters, encoded', async () => {
    const r = await api(
      'GET',
      `/signalements?q=${encodeURIComponent('zoé')}&statut=NOUVEAU&statut=FERME&limite=5&total=aucun`,
      { token: rt, attendu: 200 },
    );
    assert.equal(
      r.headers.link,
      `</api/v1/signalements?q=zo%C3%A9&statut=NOUVEAU&statut=FERME&limite=5&total=aucun&apres=${r.body.suivant}>; rel="next"`,
    );
  });
});

describe('refused', () => {
  test('unknown, badly formed and repeated parameters, all at once, once each', async () => {
    const r = await api('GET', '/signalements?limite=0&statut=OUVERT&total=oui&q=a&territoire=1&page=2', {
      token: rt,
      attendu: 422,
    });
    assert.deepEqual(pointeurs(r), ['limite', 'page', 'q', 'statut', 'territoire', 'total']);
    for (const limite of ['0', '101', '-1', '1.5', 'x', '', '99999999999999999999']) {
      await api('GET', `/signalements?limite=${limite}`, { token: rt, attendu: 422 });
    }
    const deux = await api('GET', '/signalements?limite=5&limite=6', { token: rt, attendu: 422 });
    assert.deepEqual(pointeurs(deux), ['limite']);
  });

  test('a cursor that is not ours', async () => {
    for (const apres of ['x', '0', 'g'.repeat(32), '0'.repeat(31), '0'.repeat(33), 'F'.repeat(32), '']) {
      const r = await api('GET', `/signalements?apres=${apres}`, { token: rt, attendu: 422 });
      assert.deepEqual(pointeurs(r), ['apres']);
    }
    assert.deepEqual((await liste(`apres=${'0'.repeat(32)}`)).elements, []);
    await api('GET', `/signalements?apres=7${'f'.repeat(31)}`, { token: rt, attendu: [200, 422] });
  });

  test('a query string that is not one', async () => {
    for (const requete of ['q=%', 'q=%zz', 'q=%ff%fe', 'q=a%00b', `${'statut=NOUVEAU&'.repeat(65)}`]) {
      await api('GET', `/signalements?${requete}`, { token: rt, attendu: 400 });
    }
    const r = await api('GET', `/signalements?${'statut=NOUVEAU&'.repeat(9)}statut=FERME`, { token: rt, attendu: 422 });
    assert.deepEqual(pointeurs(r), ['statut']);
    await api('GET', '/signalements', { attendu: 401 });
  });
});
