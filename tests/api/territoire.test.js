/** Public reference data, and the partners and agents of one's territories. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { api, compte, depuis, login, monde, partenaire, pointeurs, sql, territoire } from './client.js';

depuis();

let m;
before(async () => {
  m = await monde();
});

const get = async (chemin, attendu = 200, options = {}) => (await api('GET', chemin, { attendu, ...options })).body;

describe('territories', () => {
  test('all of them, open or not, by code: départements, Corsica, the two of the Rhône, overseas', async () => {
    const { elements } = await get('/territoires');
    const codes = elements.map((t) => t.code);
    for (const code of ['01', '13', '2A', '2B', '69', '69A', '971', '976']) assert.ok(codes.includes(code), code);
    assert.deepEqual(
      codes,
      codes.toSorted((a, b) => (a < b ? -1 : 1)),
    );
    assert.ok(elements.find((t) => t.code === m.t.code).actif);
  });

  test('can one file at this address?', async () => {
    const ouvert = await get('/territoires/verification?code_postal=13001&code_insee=13201');
    assert.deepEqual([ouvert.ouvert, ouvert.territoire.code], [true, '13']);
    assert.equal(
      (await get('/territoires/verification?code_postal=13001&code_insee=13055')).territoire.code,
      '13',
      "the whole city's code",
    );
    const ferme = await territoire({ actif: false });
    const clos = await get(`/territoires/verification?code_postal=${ferme.code_postal}`);
    assert.deepEqual([clos.ouvert, clos.territoire.actif], [false, false]);
    assert.ok(clos.message.includes(ferme.nom));
    const inconnu = await get('/territoires/verification?code_postal=99998');
    assert.deepEqual([inconnu.ouvert, inconnu.territoire], [false, null]);
    const mele = await get('/territoires/verification?code_postal=13001&code_insee=75056');
    assert.deepEqual([mele.ouvert, mele.territoire], [false, null]);
    assert.notEqual(mele.message, inconnu.message);
    for (const q of ['', '?code_postal=1300', '?code_postal=13001&code_insee=x', '?code_postal=13001&ville=x']) {
      await get(`/territoires/verification${q}`, 422);
    }
  });

  test('Lyon is in 69A, the rest of the Rhône in 69', async () => {
    assert.equal((await get('/territoires/verification?code_postal=69001')).territoire.code, '69A');
    assert.equal((await get('/territoires/verification?code_postal=69400')).territoire.code, '69');
  });
});

describe('communes', () => {
  const noms = async (q, plus = '') =>
    (await get(`/communes?q=${encodeURIComponent(q)}${plus}`)).elements.map((c) => c.nom);

  test('by the start of the name, without accents, hyphens or case, the largest first', async () => {
    assert.equal((await noms('mars'))[0].slice(0, 9), 'Marseille');
    assert.ok((await noms('l hay les')).includes("L'Haÿ-les-Roses"));
    assert.ok((await noms('st denis'))[0].startsWith('Saint-Denis'));
    assert.ok((await noms('SAINTE foy')).every((n) => n.startsWith('Sainte-Foy')));
    assert.deepEqual(await noms('%%'), []);
    assert.deepEqual(await noms('zzzz'), []);
  });

  test('by the start of the postal code, each with its territory', async () => {
    const { elements } = await get('/communes?q=01000');
    assert.deepEqual(
      [elements[0].nom, elements[0].territoire, elements[0].code_insee],
      ['Bourg-en-Bresse', '01', '01053'],
    );
    assert.ok((await get('/communes?q=13&limite=100')).elements.every((c) => c.code_postal.startsWith('13')));
    const ajaccio = (await get('/communes?q=20000')).elements[0];
    assert.deepEqual([ajaccio.nom, ajaccio.territoire], ['Ajaccio', '2A']);
  });

  test('10 by default, 100 at most', async () => {
    assert.equal((await noms('sa')).length, 10);
    assert.equal((await noms('sa', '&limite=100')).length, 100);
    for (const q of ['', '?q=a', '?q=ab&limite=101', `?q=${'x'.repeat(61)}`, '?q=ab&x=1'])
      await get(`/communes${q}`, 422);
  });
});

describe('intercommunalités and motifs', () => {
  test('of a territory, by name', async () => {
    const { elements } = await get('/epci?territoire=13');
    assert.ok(elements.some((e) => e.nom.includes('Aix-Marseille')));
    assert.deepEqual((await get('/epci?territoire=zz')).elements, []);
    await get('/epci', 422);
    await get('/epci?territoire=1', 422);
  });

  test('motifs of each list, with a label, those that ask about works marked', async () => {
    const { elements } = await get('/motifs');
    assert.deepEqual([...new Set(elements.map((x) => x.usage))].sort(), [
      'cloture',
      'cloture_usager',
      'refus_affectation',
      'refus_signalement',
    ]);
    assert.deepEqual(
      elements
        .filter((x) => x.usage === 'refus_signalement')
        .map((x) => x.code)
        .sort(),
      ['AUTRE', 'DOUBLON', 'HORS_PDLHI'],
    );
    assert.ok(elements.every((x) => x.libelle.length > 3));
    assert.equal(elements.find((x) => x.usage === 'cloture' && x.code === 'LOGEMENT_VENDU').travaux_requis, true);
  });
});

describe('partners', () => {
  test("of one's territories, by name, page by page; not the archived ones", async () => {
    await partenaire(m.t, { nom: 'Zèbre (archivé)', archive: true });
    await partenaire(m.t, { nom: 'Éléphant 100%' });
    for (const qui of [m.rt, m.agent]) {
      const token = await login(qui.email);
      const lus = [];
      let apres = '';
      do {
        const page = await get(`/partenaires?limite=2${apres}`, 200, { token });
        assert.deepEqual(page.total, { valeur: 4, exact: true });
        lus.push(...page.elements);
        apres = page.suivant && `&apres=${page.suivant}`;
      } while (apres);
      assert.deepEqual(
        lus.map((p) => p.nom).toSorted(),
        [`ARS ${m.t.code}`, `DDT ${m.t.code}`, `Hygiène ${m.t.code}`, 'Éléphant 100%'].toSorted(),
      );
      assert.ok(lus.every((p) => p.territoire === m.t.code));
    }
    const token = await login(m.rt.email);
    const cherche = async (q) => (await get(`/partenaires?q=${encodeURIComponent(q)}`, 200, { token })).elements.length;
    assert.deepEqual(
      [await cherche('elephant'), await cherche('100%'), await cherche('%%'), await cherche('zèbre')],
      [1, 1, 0, 0],
    );
    assert.equal((await get('/partenaires?territoire=13', 200, { token })).elements.length, 0);
    assert.equal((await get('/partenaires?total=aucun', 200, { token })).total.valeur, null);
    await get('/partenaires?limite=0', 422, { token });
    await get('/partenaires', 401);
  });

  test('all of them for a national administrator', async () => {
    const token = await login((await compte({ role: 'SUPER_ADMIN' })).email);
    assert.ok((await get(`/partenaires?territoire=${m.t.code}`, 200, { token })).elements.length >= 3);
  });
});

describe('agents of a partner', () => {
  test('for who may give them a dossier; nobody else learns that the partner exists', async () => {
    const ailleurs = await monde();
    const lus = async (u, attendu = 200) =>
      await get(`/utilisateurs?partenaire=${m.service.id}`, attendu, { token: await login(u.email) });
    const attendus = [m.admin.id, m.agent.id, m.dispatcheur.id].sort();
    for (const u of [m.rt, m.admin, m.agent, await compte({ role: 'SUPER_ADMIN' })]) {
      assert.deepEqual((await lus(u)).elements.map((e) => e.id).sort(), attendus);
    }
    await lus(m.voisin, 404);
    await lus(ailleurs.rt, 404);
    await sql("update utilisateur set statut = 'ARCHIVE' where id = $1", [m.dispatcheur.cle]);
    assert.equal((await lus(m.rt)).elements.length, 2);
  });

  test('page by page, by name', async () => {
    const p = await partenaire(m.t);
    for (const nom of ['Zola', 'Abel', 'Abel', 'Étienne', 'Martin']) await compte({ partenaires: [p], nom });
    const token = await login(m.rt.email);
    const lus = [];
    let apres = '';
    do {
      const page = await get(`/utilisateurs?partenaire=${p.id}&limite=2${apres}`, 200, { token });
      lus.push(...page.elements.map((e) => e.nom));
      apres = page.suivant && `&apres=${page.suivant}`;
    } while (apres);
    assert.equal(lus.length, 5);
    assert.deepEqual(lus.slice(0, 3), ['Abel', 'Abel', 'Martin']);
    const faux = await api('GET', '/utilisateurs', { token, attendu: 422 });
    assert.deepEqual(pointeurs(faux), ['partenaire']);
    await get('/utilisateurs?partenaire=x', 422, { token });
    await get(`/utilisateurs?partenaire=${p.id}`, 401);
  });
});
