/** Criticité: the worked examples of the domain, exact to 1e-9, through the public API. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { api, depuis, pointeurs } from './client.js';

depuis();

let catalogue;
before(async () => {
  catalogue = (await api('GET', '/desordres', { attendu: 200 })).body;
});

const evalue = async (precisions, plus = {}) =>
  (await api('POST', '/criticite/evaluation', { body: { precisions, ...plus }, attendu: 200 })).body;
const proche = (a, b, quoi) => assert.ok(Math.abs(a - b) < 1e-9, `${quoi}: ${a} and not ${b}`);
const statuts = (e) => e.qualifications.map((q) => q.statut).sort();
const D = 'desordres_';
const L = `${D}logement_`;
const B = `${D}batiment_`;

const SIX = [
  `${B}securite_toit`,
  `${B}securite_escalier_details_dangereux`,
  `${B}securite_murs_fissures_details_mur_porteur_nsp`,
  `${B}incendie_odeur_gaz`,
  `${L}electricite_installation_dangereuse`,
  `${L}securite_plomb_pieces_piece_a_vivre_diagnostique_non`,
];
const TROIS = [
  `${D}type_composition_logement_piece_unique_superficie`,
  `${L}lumiere_pas_lumiere_pieces_tout`,
  `${L}lumiere_plafond_trop_bas_toutes_pieces`,
];

// domain/intake.md 3.3: B and L are the sums of coefficients, 84 and 102 the denominators.
const batiment = (b) => (b / 84) * 100;
const logement = (l) => (l / 102) * 100;
const EXEMPLES = [
  { n: 1, precisions: [], b: 0, l: 0, statuts: [] },
  {
    n: 2,
    precisions: [`${D}type_composition_logement_sous_combles`],
    b: 0,
    l: 24,
    contient: ['INSALUBRITE_CHECK'],
    sans: ['INSALUBRITE_MANQUEMENT_CHECK'],
  },
  { n: 3, precisions: TROIS, b: 0, l: 18, statuts: ['INSALUBRITE_CHECK', 'NON_DECENCE_CHECK', 'RSD_CHECK'] },
  {
    n: 4,
    precisions: TROIS,
    plus: { enfants_moins_6: 'oui' },
    b: 0,
    l: 18,
    statuts: ['INSALUBRITE_CHECK', 'NON_DECENCE_CHECK', 'RSD_CHECK'],
  },
  {
    n: 5,
    precisions: [
      `${L}humidite_cuisine_details_machine_non`,
      `${L}humidite_cuisine_details_fuite_oui`,
      `${L}humidite_cuisine_details_moisissure_apres_nettoyage_oui`,
    ],
    plus: { assurance_contactee: 'non' },
    b: 0,
    l: 2.5,
    statuts: ['ASSURANTIEL_CHECK', 'NON_DECENCE_CHECK', 'RSD_CHECK'],
  },
  {
    n: 6,
    precisions: SIX,
    b: 17,
    l: 4.5,
    statuts: ['DANGER_CHECK', 'INSALUBRITE_MANQUEMENT_CHECK', 'NON_DECENCE_CHECK', 'RSD_CHECK'],
  },
  {
    n: 7,
    precisions: SIX,
    plus: { enfants_moins_6: 'oui' },
    b: 17,
    l: 4.5,
    statuts: ['DANGER_CHECK', 'INSALUBRITE_MANQUEMENT_CHECK', 'NON_DECENCE_CHECK', 'RSD_CHECK'],
  },
  {
    n: 8,
    precisions: [
      `${L}lumiere_pas_lumiere_pieces_tout`,
      `${L}aeration_aucune_aeration_pieces_tout`,
      `${L}eau_eau_chaude`,
      `${L}chauffage_details_fenetres_permeables_pieces_salle_de_bain`,
    ],
    b: 0,
    l: 20.4,
    statuts: ['INSALUBRITE_CHECK', 'NDE_CHECK', 'NON_DECENCE_CHECK', 'RSD_CHECK'],
  },
  {
    n: 9,
    precisions: 'largest',
    b: 84,
    l: 0,
    contient: ['NON_DECENCE_CHECK', 'RSD_CHECK', 'INSALUBRITE_CHECK', 'DANGER_CHECK'],
    sans: ['MISE_EN_SECURITE_PERIL_CHECK'],
  },
  {
    n: 10,
    precisions: 'largest',
    plus: { enfants_moins_6: 'oui' },
    b: 84,
    l: 0,
    contient: ['NON_DECENCE_CHECK', 'RSD_CHECK', 'INSALUBRITE_CHECK', 'DANGER_CHECK', 'MISE_EN_SECURITE_PERIL_CHECK'],
  },
  {
    n: 11,
    precisions: [
      `${D}type_composition_logement_sous_combles`,
      `${L}aeration_aucune_aeration_pieces_tout`,
      `${L}lumiere_pas_lumiere_pieces_tout`,
      `${B}isolation_dernier_etage_toit_sous_combles`,
      `${B}isolation_murs`,
    ],
    b: 6,
    l: 42,
    contient: ['NON_DECENCE_CHECK', 'RSD_CHECK', 'INSALUBRITE_CHECK'],
  },
  { n: 13, precisions: 'all', plus: { enfants_moins_6: 'oui' }, b: 109, l: 264.5, score: 100 },
];

describe('evaluation', () => {
  test('the worked examples, exact to 1e-9, with their procedures', async () => {
    for (const x of EXEMPLES) {
      const precisions =
        x.precisions === 'all'
          ? catalogue.criteres.flatMap((c) => c.precisions.map((p) => p.slug))
          : x.precisions === 'largest'
            ? catalogue.criteres
                .filter((c) => c.zone === 'BATIMENT')
                .map((c) => c.precisions.reduce((a, p) => (p.coefficient > a.coefficient ? p : a)).slug)
            : x.precisions;
      const e = await evalue(precisions, x.plus);
      const enfant = x.plus?.enfants_moins_6 === 'oui' ? 1.1 : 1;
      proche(e.score_batiment, batiment(x.b), `${x.n} bâtiment`);
      proche(e.score_logement, logement(x.l), `${x.n} logement`);
      proche(e.score, x.score ?? ((batiment(x.b) + logement(x.l)) / 2) * enfant, `${x.n} score`);
      if (x.statuts) assert.deepEqual(statuts(e), x.statuts, `${x.n}`);
      for (const s of x.contient ?? []) assert.ok(statuts(e).includes(s), `${x.n} ${s}: ${statuts(e)}`);
      for (const s of x.sans ?? []) assert.ok(!statuts(e).includes(s), `${x.n} ${s}`);
      // Each point is accounted for.
      if (!x.score)
        proche(
          e.contributions.reduce((a, c) => a + c.points, 0),
          e.score,
          `${x.n} contributions`,
        );
      assert.deepEqual(e.contributions.map((c) => c.precision).toSorted(), precisions.toSorted());
    }
  });

  test('every field at once, and the energy', async () => {
    const contexte = {
      enfants_moins_6: 'nsp',
      assurance_contactee: 'pas_assurance_logement',
      superficie: 40,
      dpe: 'oui',
      classe_energetique: 'G',
      annee_dpe: 'before2023',
      consommation: 40 * 451,
      consommation_finale: null,
    };
    const nde = (e) => e.qualifications.find((q) => q.qualification === 'NON_DECENCE_ENERGETIQUE')?.statut;
    assert.equal(nde(await evalue([], contexte)), 'NDE_AVEREE');
    assert.equal(nde(await evalue([], { ...contexte, consommation: 40 * 450 })), 'NDE_CHECK');
    assert.equal(
      nde(await evalue([], { ...contexte, annee_dpe: 'post2023', consommation: null, consommation_finale: 450.1 })),
      'NDE_AVEREE',
    );
  });

  test('says which field is wrong', async () => {
    const faux = async (body, attendus) =>
      assert.deepEqual(pointeurs(await api('POST', '/criticite/evaluation', { body, attendu: 422 })), attendus);
    await faux({}, ['/precisions']);
    await faux({ precisions: ['rien'] }, ['/precisions/0']);
    await faux({ precisions: 'a' }, ['/precisions']);
    await faux({ precisions: [`${L}eau_eau_chaude`, 'rien', 3], superficie: -1, dpe: 'peut-être', plus: 1 }, [
      '/dpe',
      '/plus',
      '/precisions/2',
      '/superficie',
    ]);
    await api('POST', '/criticite/evaluation', { body: { precisions: Array(196).fill('a') }, attendu: 422 });
  });
});

describe('resolution', () => {
  test('finds the précisions that the answers designate, and evaluates them', async () => {
    const reponses = {
      [`${L}eau_evacuation`]: 1,
      composition_logement_piece_unique: 'piece_unique',
      composition_logement_superficie: 8,
      categorieDisorders: { logement: ['desordres_logement_eau'] },
    };
    const r = (await api('POST', '/criticite/resolution', { body: { reponses }, attendu: 200 })).body;
    assert.ok(r.precisions.includes(`${L}eau_evacuation`));
    const e = await evalue(r.precisions, { superficie: 8 });
    proche(r.score, e.score, 'score');
    assert.deepEqual(
      (await api('POST', '/criticite/resolution', { body: { reponses: {} }, attendu: 200 })).body.precisions,
      [],
    );
    for (const body of [{}, { reponses: [] }, { reponses: {}, plus: 1 }])
      await api('POST', '/criticite/resolution', { body, attendu: 422 });
  });
});

describe('the catalogue', () => {
  test('84 critères, 195 précisions, each with a label; it is not sent twice', async () => {
    assert.equal(catalogue.criteres.length, 84);
    const precisions = catalogue.criteres.flatMap((c) => c.precisions);
    assert.equal(precisions.length, 195);
    assert.equal(new Set(precisions.map((p) => p.slug)).size, 195);
    for (const x of [...catalogue.criteres, ...precisions])
      assert.ok(x.libelle.length > 3 && !x.libelle.includes('_'), x.slug);
    const categories = new Set(catalogue.categories.map((c) => c.slug));
    for (const c of catalogue.criteres) assert.ok(categories.has(c.categorie), c.categorie);
    const r = await api('GET', '/desordres', { attendu: 200 });
    await api('GET', '/desordres', { headers: { 'If-None-Match': r.etag }, attendu: 304 });
  });
});
