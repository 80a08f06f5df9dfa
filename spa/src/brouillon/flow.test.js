/**
 * The form of a tenant walked by the pure functions: what is shown, what is wrong, where one goes.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  CATEGORIES, champs, desordresCoches, ecrire, errors, firstIncomplete, lire, next, parcours, previous, progress, recap,
  screenErrors, screenOf, serverFaults, visible,
} from './flow.js';

const form = JSON.parse(readFileSync(new URL('../../../db/data/formulaires/locataire.json', import.meta.url), 'utf8'));
const TODAY = '2026-11-24';

/** A whole and plain dossier, one damp problem. */
const DOSSIER = {
  adresse_logement_adresse: '12 rue de la République 13001 Marseille',
  adresse_logement_adresse_detail_numero: '12 rue de la République',
  adresse_logement_adresse_detail_code_postal: '13001',
  adresse_logement_adresse_detail_commune: 'Marseille',
  adresse_logement_adresse_detail_insee: '13201',
  signalement_concerne_logement_social_autre_tiers: 'non',
  vos_coordonnees_occupant_civilite: 'mme',
  vos_coordonnees_occupant_nom: 'Martin',
  vos_coordonnees_occupant_prenom: 'Inès',
  vos_coordonnees_occupant_email: 'ines.martin@example.org',
  vos_coordonnees_occupant_tel: '0612345678',
  coordonnees_bailleur_nom: 'Dupré',
  info_procedure_bailleur_prevenu: 'non',
  zone_concernee_zone: 'logement',
  zone_concernee_debut_desordres: 'months_1_to_6',
  type_logement_nature: 'maison',
  composition_logement_piece_unique: 'plusieurs_pieces',
  composition_logement_nb_pieces: 3,
  composition_logement_superficie: 60,
  type_logement_commodites_piece_a_vivre_9m: 'oui',
  type_logement_commodites_cuisine: 'oui',
  type_logement_commodites_salle_de_bain: 'oui',
  type_logement_commodites_wc: 'oui',
  type_logement_commodites_wc_cuisine: 'non',
  composition_logement_nombre_personnes: 2,
  composition_logement_nombre_enfants: 0,
  bail_dpe_date_emmenagement: '2020-05-01',
  bail_dpe_bail: 'oui',
  bail_dpe_etat_des_lieux: 'oui',
  bail_dpe_dpe: 'nsp',
  logement_social_demande_relogement: 'non',
  logement_social_allocation: 'non',
  travailleur_social_quitte_logement: 'non',
  travailleur_social_accompagnement: 'non',
  [CATEGORIES]: { batiment: [], logement: ['desordres_logement_humidite'] },
  desordres_logement_humidite_cuisine: 1,
  desordres_logement_humidite_cuisine_details_fuite: 'non',
  desordres_logement_humidite_cuisine_details_machine: 'oui',
  desordres_logement_humidite_cuisine_details_moisissure_apres_nettoyage: 'oui',
  message_administration: 'Le mur de la cuisine est noir.',
  info_procedure_assurance_contactee: 'non',
  info_procedure_depart_apres_travaux: 'non',
  utilisation_service_ok_prevenir_bailleur: 1,
  utilisation_service_ok_visite: 1,
  utilisation_service_ok_demande_logement: 1,
  utilisation_service_ok_donnees_sante: 1,
  utilisation_service_ok_cgu: 1,
};

const avec = (plus) => ({ ...DOSSIER, ...plus });
const ids = (reponses) => parcours(form, reponses, TODAY).ecrans.map((e) => e.ecran.id);
const montre = (reponses) => parcours(form, reponses, TODAY).ecrans
  .flatMap((e) => e.questions.flatMap(({ q }) => champs(q)));
const fautes = (id, reponses) => screenErrors(form, id, reponses, TODAY);
const noms = (liste) => liste.map((e) => e.champ);
const toutes = (liste) => liste.flatMap((q) => [q, ...toutes(q.questions ?? [])]);

test('a whole dossier has no error on any screen', () => {
  for (const id of ids(DOSSIER)) assert.deepEqual(screenErrors(form, id, DOSSIER, TODAY), [], id);
  assert.equal(firstIncomplete(form, DOSSIER, TODAY), undefined);
});

test('an empty dossier stops at the address, and says both faults', () => {
  assert.equal(firstIncomplete(form, {}, TODAY), 'adresse_logement');
  assert.deepEqual(screenErrors(form, 'adresse_logement', {}, TODAY).map((e) => e.champ),
    ['adresse_logement_adresse_detail_numero', 'adresse_logement_adresse_detail_commune']);
});

test('every condition holds or not', async (t) => {
  const cas = [
    [{ champ: 'a', vaut: 'oui' }, { a: 'oui' }, true],
    [{ champ: 'a', vaut: 'oui' }, { a: 'non' }, false],
    [{ champ: 'a', vaut: 'oui' }, {}, false],
    [{ champ: 'a', vaut: 1 }, { a: 1 }, true],
    [{ champ: 'a', differe: 'oui' }, {}, true],
    [{ champ: 'a', differe: 'oui' }, { a: 'oui' }, false],
    [{ champ: 'a', differe: 'oui' }, { a: 'nsp' }, true],
    [{ champ: 'a', parmi: ['x', 'y'] }, { a: 'y' }, true],
    [{ champ: 'a', parmi: ['x', 'y'] }, { a: 'z' }, false],
    [{ champ: 'a', repondu: true }, { a: 0 }, true],
    [{ champ: 'a', repondu: true }, { a: '  ' }, false],
    [{ champ: 'a', positif: true }, { a: 2 }, true],
    [{ champ: 'a', positif: true }, { a: 0 }, false],
    [{ champ: 'a', positif: true }, {}, false],
    [{ champ: 'a|b', vaut: 'oui' }, { b: 'oui' }, true],
    [{ champ: 'a|b', vaut: 'oui' }, { a: 'oui', b: 'non' }, true],
    [{ champ: 'a|b', vaut: 'oui' }, { a: 'non', b: 'non' }, false],
    [{ champ: 'c', contient: 'x' }, { c: { batiment: [], logement: ['x'] } }, true],
    [{ champ: 'c', contient: 'x' }, { c: { batiment: ['y'], logement: [] } }, false],
    [{ champ: 'c', contient: 'x' }, {}, false],
    [{ champ: 'm', moins_de_mois: 2 }, { m: '10/2026' }, true],
    [{ champ: 'm', moins_de_mois: 2 }, { m: '09/2026' }, false],
    [{ champ: 'm', moins_de_mois: 2 }, { m: 'hier' }, false],
    [{ champ: 'm', moins_de_mois: 2 }, {}, false],
  ];
  for (const [c, reponses, attendu] of cas) {
    await t.test(`${JSON.stringify(c)} ${JSON.stringify(reponses)}`, () => {
      assert.equal(visible({ si: [c] }, reponses, TODAY), attendu);
    });
  }
});

test('all the conditions of a list must hold', () => {
  const q = { si: [{ champ: 'a', vaut: 'oui' }, { champ: 'b', vaut: 'oui' }] };
  assert.equal(visible(q, { a: 'oui', b: 'oui' }), true);
  assert.equal(visible(q, { a: 'oui' }), false);
});

test('conditions only look back', () => {
  const vus = new Set(Object.keys(form.reponses));
  const verifier = (q) => {
    const lus = (q.si ?? []).flatMap((c) => c.champ.split('|'));
    for (const nom of lus) assert.ok(vus.has(nom), `${q.champ ?? q.id}: ${nom}`);
  };
  for (const ecran of form.ecrans) {
    verifier(ecran);
    for (const q of toutes(ecran.questions)) {
      verifier(q);
      for (const c of q.cases ?? []) verifier(c);
      for (const champ of champs(q)) vus.add(champ);
    }
  }
});

test('no answer is asked twice, nothing is without a text, and a required question says what to do', () => {
  const deja = new Set();
  for (const q of form.ecrans.flatMap((e) => toutes(e.questions))) {
    if (q.type === 'recapitulatif') continue;
    assert.ok(q.libelle || q.texte, JSON.stringify(q));
    if (q.requise) assert.ok(q.erreur, q.champ);
    for (const champ of q.type === 'categories' ? [q.champ] : champs(q)) {
      assert.ok(!deja.has(champ), champ);
      deja.add(champ);
    }
  }
});

test('a hidden answer counts as no answer: house after "under the roof"', () => {
  const reponses = avec({
    type_logement_nature: 'maison', type_logement_rdc: 'non', type_logement_dernier_etage: 'oui',
    type_logement_sous_comble_sans_fenetre: 'oui',
  });
  const gardees = parcours(form, reponses, TODAY).reponses;
  assert.equal('type_logement_sous_comble_sans_fenetre' in gardees, false);
  assert.equal('type_logement_dernier_etage' in gardees, false);
  assert.equal(gardees.type_logement_nature, 'maison');
});

test('the floor questions of a flat', async (t) => {
  const cas = [
    [{}, ['rdc']],
    [{ rdc: 'oui' }, ['rdc']],
    [{ rdc: 'non' }, ['rdc', 'dernier_etage']],
    [{ rdc: 'non', dernier_etage: 'oui' }, ['rdc', 'dernier_etage', 'sous_comble_sans_fenetre']],
    [{ rdc: 'non', dernier_etage: 'non' }, ['rdc', 'dernier_etage', 'sous_sol_sans_fenetre']],
    [{ rdc: 'oui', dernier_etage: 'oui' }, ['rdc']],
  ];
  for (const [dits, attendus] of cas) {
    await t.test(JSON.stringify(dits), () => {
      const reponses = avec({ type_logement_nature: 'appartement' });
      for (const [k, v] of Object.entries(dits)) reponses[`type_logement_${k}`] = v;
      const vus = montre(reponses).filter((c) => /^type_logement_(rdc|dernier|sous)/.test(c));
      assert.deepEqual(vus, attendus.map((c) => `type_logement_${c}`));
    });
  }
});

test('rooms are those the dwelling has', async (t) => {
  const base = avec({
    [CATEGORIES]: { batiment: [], logement: ['desordres_logement_lumiere'] }, desordres_logement_lumiere_pas_lumiere: 1,
  });
  const cas = [
    [{}, ['piece_a_vivre', 'cuisine', 'salle_de_bain']],
    [{ cuisine: 'non' }, ['piece_a_vivre', 'salle_de_bain']],
    [{ salle_de_bain: 'non' }, ['piece_a_vivre', 'cuisine', 'salle_de_bain']],
    [{ salle_de_bain: 'non', wc: 'non' }, ['piece_a_vivre', 'cuisine']],
  ];
  for (const [dits, attendus] of cas) {
    await t.test(JSON.stringify(dits), () => {
      const reponses = { ...base };
      for (const [k, v] of Object.entries(dits)) reponses[`type_logement_commodites_${k}`] = v;
      const vus = montre(reponses).filter((c) => c.startsWith('desordres_logement_lumiere_pas_lumiere_pieces_'));
      assert.deepEqual(vus, attendus.map((c) => `desordres_logement_lumiere_pas_lumiere_pieces_${c}`));
    });
  }
});

test('a single room has no rooms to tick', () => {
  const reponses = avec({
    composition_logement_piece_unique: 'piece_unique',
    [CATEGORIES]: { batiment: [], logement: ['desordres_logement_lumiere', 'desordres_logement_humidite'] },
    desordres_logement_lumiere_pas_lumiere: 1,
  });
  assert.deepEqual(montre(reponses).filter((c) => /_pieces|humidite_(cuisine|piece|salle)/.test(c)), []);
  assert.deepEqual(screenErrors(form, 'desordres_logement_lumiere', reponses, TODAY), []);
});

test('the ventilation asks for rooms also when it was not cleaned', () => {
  const P = 'desordres_logement_aeration_ventilation_defectueuse';
  const reponses = avec({
    [CATEGORIES]: { batiment: [], logement: ['desordres_logement_aeration'] },
    [P]: 1,
    [`${P}_details_nettoyage`]: 'non',
  });
  assert.deepEqual(noms(fautes('desordres_logement_aeration', reponses)), [`${P}_details_pieces`]);
});

test('what is under a box opens with it, and closes with it', () => {
  const reponses = avec({ desordres_logement_humidite_cuisine: undefined });
  assert.ok(!montre(reponses).includes('desordres_logement_humidite_cuisine_details_fuite'));
  assert.ok(montre(DOSSIER).includes('desordres_logement_humidite_cuisine_details_fuite'));
});

test('categories open their screens, of the declared zone only', () => {
  const picked = { batiment: ['desordres_batiment_bruit'], logement: ['desordres_logement_bruit'] };
  const ecrans = (zone) => ids(avec({ zone_concernee_zone: zone, [CATEGORIES]: picked }))
    .filter((id) => id.startsWith('desordres_'));
  assert.deepEqual(ecrans('logement'), ['desordres_logement', 'desordres_logement_bruit', 'desordres_precisions']);
  assert.deepEqual(ecrans('batiment'), ['desordres_batiment', 'desordres_batiment_bruit', 'desordres_precisions']);
  assert.deepEqual(ecrans('batiment_logement'), ['desordres_batiment', 'desordres_batiment_bruit', 'desordres_logement',
    'desordres_logement_bruit', 'desordres_precisions']);
});

test('a category that is not offered is dropped, the others come in the order of the form', () => {
  const gardees = parcours(form, avec({ [CATEGORIES]: {
    batiment: [], logement: ['desordres_logement_proprete', 'desordres_logement_humidite', 'desordres_logement_eau'],
  } }), TODAY).reponses;
  assert.deepEqual(gardees[CATEGORIES].logement, ['desordres_logement_eau', 'desordres_logement_humidite']);
});

test('nine categories of the building and nine of the dwelling, each with its screen', () => {
  for (const zone of ['batiment', 'logement']) {
    const choix = form.ecrans.find((e) => e.id === `desordres_${zone}`).questions[0].choix;
    assert.equal(choix.length, 9);
    for (const c of choix) assert.ok(form.ecrans.some((e) => e.id === c.valeur), c.valeur);
  }
});

test('next and previous follow the answers', () => {
  assert.equal(next(form, 'adresse_logement', DOSSIER, TODAY), 'signalement_concerne');
  assert.equal(previous(form, 'adresse_logement', DOSSIER, TODAY), undefined);
  assert.equal(next(form, 'desordres_logement', DOSSIER, TODAY), 'desordres_logement_humidite');
  const rien = avec({ [CATEGORIES]: { batiment: [], logement: [] } });
  assert.equal(next(form, 'desordres_logement', rien, TODAY), 'desordres_precisions');
  assert.equal(previous(form, 'desordres_precisions', DOSSIER, TODAY), 'desordres_logement_humidite');
  assert.equal(next(form, 'validation_signalement', DOSSIER, TODAY), undefined);
  assert.equal(next(form, 'ailleurs', DOSSIER, TODAY), undefined);
  for (const id of ids(DOSSIER).slice(1)) {
    assert.equal(next(form, previous(form, id, DOSSIER, TODAY), DOSSIER, TODAY), id);
  }
});

test('progress counts rubrics and goes forward', () => {
  let before = -1;
  for (const id of ids(DOSSIER)) {
    const { rubrique, total, fait } = progress(form, id, DOSSIER, TODAY);
    assert.equal(total, 6);
    assert.ok(rubrique >= 1 && rubrique <= 6);
    assert.ok(fait > before && fait < 1);
    before = fait;
  }
  assert.deepEqual(progress(form, 'bail_dpe', DOSSIER, TODAY).titre, 'Le logement');
  assert.equal(progress(form, 'validation_signalement', DOSSIER, TODAY).suivante, undefined);
});

test('answers that are wrong', async (t) => {
  const cas = [
    ['vos_coordonnees_occupant_nom', undefined, /Indiquez votre nom/],
    ['vos_coordonnees_occupant_nom', '   ', /Indiquez votre nom/],
    ['vos_coordonnees_occupant_nom', 'x'.repeat(51), /51 caractères, 50 au plus/],
    ['vos_coordonnees_occupant_nom', '😀'.repeat(50), null],
    ['vos_coordonnees_occupant_email', 'ines', /incorrecte/],
    ['vos_coordonnees_occupant_email', 'ines@exemple', /incorrecte/],
    ['vos_coordonnees_occupant_email', '.ines@exemple.fr', /incorrecte/],
    ['vos_coordonnees_occupant_email', 'ines.@exemple.fr', /incorrecte/],
    ['vos_coordonnees_occupant_email', 'inès@exemple.fr', /incorrecte/],
    ['vos_coordonnees_occupant_email', 'a+b@c-d.exemple.fr', null],
    ['vos_coordonnees_occupant_tel', '06123', /dix chiffres/],
    ['vos_coordonnees_occupant_tel', '1612345678', /dix chiffres/],
    ['vos_coordonnees_occupant_tel', '+32470123456', null],
    ['vos_coordonnees_occupant_tel_secondaire', undefined, null],
    ['vos_coordonnees_occupant_tel_secondaire', 'abc', /dix chiffres/],
    ['vos_coordonnees_occupant_civilite', 'docteur', /réponses proposées/],
    ['zone_concernee_debut_desordres', 'nsp', /réponses proposées/],
    ['composition_logement_superficie', 'grand', /en chiffres/],
    ['composition_logement_superficie', 0, /supérieur à 1/],
    ['composition_logement_superficie', 38.5, null],
    ['composition_logement_superficie', 10000, /inférieur à 9999/],
    ['composition_logement_nb_pieces', 2.5, /entier/],
    ['composition_logement_nb_pieces', undefined, /nombre de pièces/],
    ['composition_logement_nombre_personnes', 100, /inférieur à 99/],
    ['composition_logement_nombre_enfants', 0, null],
    ['composition_logement_nombre_enfants', 3, /plus d’enfants/],
    ['bail_dpe_date_emmenagement', '2020-02-30', /incorrecte/],
    ['bail_dpe_date_emmenagement', 'hier', /incorrecte/],
    ['bail_dpe_date_emmenagement', '1850-01-01', /ancienne/],
    ['bail_dpe_date_emmenagement', '2027-01-01', null],
    ['utilisation_service_ok_cgu', undefined, /Cochez la dernière phrase/],
    ['informations_complementaires_logement_annee_construction', 99, /supérieur à 1000/],
    ['informations_complementaires_situation_occupants_date_naissance', '2026-11-24', /passée/],
    ['informations_complementaires_situation_occupants_date_naissance', '2026-11-23', null],
    ['message_administration', 'x'.repeat(5001), /5000 au plus/],
  ];
  for (const [champ, value, attendu] of cas) {
    await t.test(`${champ} = ${String(value).slice(0, 20)}`, () => {
      const reponses = avec({ [champ]: value });
      const faute = fautes(screenOf(form, champ, reponses, TODAY), reponses).find((e) => e.champ === champ);
      if (attendu === null) assert.equal(faute, undefined);
      else assert.match(faute?.detail ?? '', attendu);
    });
  }
});

test('the month the landlord was told', async (t) => {
  const cas = [['11/2026', undefined], ['12/2026', /passé/], ['13/2026', /Exemple/], ['9/2026', /Exemple/],
    ['01/1899', /Exemple/], [undefined, /mois et l’année/]];
  for (const [mois, attendu] of cas) {
    await t.test(String(mois), () => {
      const reponses = avec({ info_procedure_bailleur_prevenu: 'oui', info_procedure_bail_moyen: 'sms',
        info_procedure_bail_reponse: 'Rien', info_procedure_bail_date: mois });
      const liste = fautes('info_procedure_bail', reponses);
      if (attendu === undefined) assert.deepEqual(liste, []);
      else assert.match(liste[0]?.detail ?? '', attendu);
    });
  }
});

test('the advice to wait is for social housing told less than two months ago', () => {
  const conseils = (plus) => parcours(form, avec(plus), TODAY).ecrans
    .find((e) => e.ecran.id === 'info_procedure_bail').questions.filter(({ q }) => q.type === 'information').length;
  const social = { signalement_concerne_logement_social_autre_tiers: 'oui', info_procedure_bailleur_prevenu: 'oui' };
  assert.equal(conseils({ ...social, info_procedure_bail_date: '10/2026' }), 1);
  assert.equal(conseils({ ...social, info_procedure_bail_date: '09/2026' }), 0);
  assert.equal(conseils({ info_procedure_bailleur_prevenu: 'non' }), 1);
});

test('an address', async (t) => {
  const A = 'adresse_logement_adresse_detail_';
  const cas = [
    [{ numero: '12' }, ['numero']],
    [{ numero: '' }, ['numero']],
    [{ numero: 'x'.repeat(101) }, ['numero']],
    [{ commune: undefined, code_postal: undefined }, ['commune']],
    [{ manual: 1, code_postal: '1300' }, ['code_postal']],
    [{ manual: 1, code_postal: undefined, commune: undefined }, ['code_postal', 'commune']],
    [{ manual: 1, insee: undefined }, []],
  ];
  for (const [plus, attendus] of cas) {
    await t.test(JSON.stringify(plus).slice(0, 60), () => {
      const reponses = { ...DOSSIER };
      for (const [k, v] of Object.entries(plus)) reponses[A + k] = v;
      assert.deepEqual(noms(fautes('adresse_logement', reponses)), attendus.map((k) => A + k));
    });
  }
});

test('a landlord’s address may be left out, or partial', () => {
  const A = 'coordonnees_bailleur_adresse_detail_';
  assert.deepEqual(screenErrors(form, 'coordonnees_bailleur', avec({ [`${A}numero`]: '3' }), TODAY), []);
  const faux = avec({ [`${A}manual`]: 1, [`${A}code_postal`]: '13' });
  assert.deepEqual(noms(fautes('coordonnees_bailleur', faux)), [`${A}code_postal`]);
});

test('what is typed is kept in the words of the server', async (t) => {
  const cas = [
    ['date', '14/02/1985', '1985-02-14'], ['date', '1-2-2020', '2020-02-01'], ['date', '14021985', '1985-02-14'],
    ['date', 'hier', 'hier'], ['date', '  ', undefined],
    ['mois', '9/2026', '09/2026'], ['mois', '092026', '09/2026'], ['mois', '09 2026', '09/2026'],
    ['mois', 'été', 'été'],
    ['nombre', '38,5', 38.5], ['nombre', ' 1 200 ', 1200], ['nombre', '0', 0], ['nombre', '-3', '-3'],
    ['nombre', '3e2', '3e2'],
    ['telephone', '06 12.34-56 78', '0612345678'], ['telephone', '0032 470 12 34 56', '+32470123456'],
    ['texte', '  Martin ', 'Martin'], ['texte', '', undefined],
    ['texte', 'Mar\u0001tin\u007f', 'Martin'], ['email', ' a@b.fr ', 'a@b.fr'],
  ];
  for (const [type, texte, attendu] of cas) {
    await t.test(`${type} « ${texte} »`, () => assert.equal(lire({ type }, texte), attendu));
  }
});

test('what is kept is shown as people write it, and reads back the same', async (t) => {
  const cas = [
    ['date', '1985-02-14', '14/02/1985'], ['nombre', 38.5, '38,5'], ['nombre', 0, '0'],
    ['telephone', '0612345678', '06 12 34 56 78'], ['telephone', '+32470123456', '+32470123456'],
    ['mois', '09/2026', '09/2026'], ['date', 'hier', 'hier'], ['texte', undefined, ''],
  ];
  for (const [type, value, texte] of cas) {
    await t.test(`${type} ${value}`, () => {
      assert.equal(ecrire({ type }, value), texte);
      if (value !== undefined) assert.equal(lire({ type }, texte), value);
    });
  }
});

test('errors() of a question that is not required and not answered', () => {
  assert.deepEqual(errors({ type: 'texte', champ: 'a', libelle: 'A' }, {}), []);
  assert.deepEqual(errors({ type: 'information', texte: 'A' }, {}), []);
});

test('the faults of the server land on a field', async (t) => {
  const A = 'adresse_logement_adresse';
  const aLaMain = avec({ [`${A}_detail_manual`]: 1 });
  const cas = [
    ['vos_coordonnees_occupant_email', DOSSIER, 'vos_coordonnees_occupant_email', 'vos_coordonnees_occupant'],
    [A, DOSSIER, `${A}_detail_numero`, 'adresse_logement'],
    [`${A}_detail_code_postal`, DOSSIER, `${A}_detail_commune`, 'adresse_logement'],
    [`${A}_detail_insee`, aLaMain, `${A}_detail_code_postal`, 'adresse_logement'],
    [CATEGORIES, DOSSIER, CATEGORIES, 'desordres_logement'],
    ['inconnu', DOSSIER, 'inconnu', undefined],
  ];
  for (const [pointe, reponses, champ, ecran] of cas) {
    await t.test(`${pointe} -> ${champ}`, () => {
      const [faute] = serverFaults([{ pointeur: `/reponses/${pointe}`, detail: 'a' }], reponses);
      assert.deepEqual(faute, { champ, detail: 'a' });
      assert.equal(screenOf(form, champ, reponses, TODAY), ecran);
    });
  }
});

test('the recap says what was answered, in words', () => {
  const lignes = recap(form, avec({ composition_logement_superficie: 38.5 }), TODAY).flatMap((e) => e.lignes);
  const dit = (champ) => lignes.find((l) => l.champ === champ)?.valeur;
  assert.equal(dit('adresse_logement_adresse'), '12 rue de la République, 13001 Marseille');
  assert.equal(dit('vos_coordonnees_occupant_tel'), '06 12 34 56 78');
  assert.equal(dit('composition_logement_superficie'), '38,5\u00a0m²');
  assert.equal(dit('bail_dpe_date_emmenagement'), '01/05/2020');
  assert.equal(dit('composition_logement_nombre_enfants'), '0');
  assert.equal(dit('categorieDisorders/logement'), 'Humidité et moisissures');
  assert.equal(dit('desordres_logement_humidite_cuisine_details_moisissure_apres_nettoyage'), 'Oui');
  assert.equal(dit('coordonnees_bailleur_email'), undefined);
  assert.ok(!recap(form, DOSSIER, TODAY).some((e) => e.id === 'validation_signalement'));
});

test('désordres ticked are counted once, not their details', () => {
  assert.equal(desordresCoches(form, DOSSIER, TODAY), 1);
  assert.equal(desordresCoches(form, avec({ desordres_logement_humidite_cuisine: undefined }), TODAY), 0);
  assert.equal(desordresCoches(form, avec({ [CATEGORIES]: { batiment: [], logement: ['desordres_logement_chauffage'] },
    desordres_logement_chauffage_type: 'aucun' }), TODAY), 1);
});

test('whatever is answered, the walk ends on the recap and no hidden answer is left', () => {
  const tirage = mulberry(20261124);
  for (let n = 0; n < 300; n++) {
    const reponses = hasard(tirage);
    const vu = parcours(form, reponses, TODAY);
    assert.equal(vu.ecrans.at(-1).ecran.id, 'validation_signalement');
    const montrees = new Set(vu.ecrans.flatMap((e) => e.questions.flatMap(({ q }) => champs(q))));
    for (const champ of Object.keys(vu.reponses)) assert.ok(champ in form.reponses || montrees.has(champ), champ);
    assert.deepEqual(parcours(form, vu.reponses, TODAY).reponses, vu.reponses);
  }
});

/** Any value for any question, shown or not. */
function hasard(tirage) {
  const reponses = {};
  const un = (liste) => liste[Math.floor(tirage() * liste.length)];
  for (const q of form.ecrans.flatMap((e) => toutes(e.questions))) {
    if (tirage() < 0.2) continue;
    if (q.type === 'categories') {
      const choisies = q.choix.map((c) => c.valeur).filter(() => tirage() < 0.5);
      reponses[CATEGORIES] = { ...reponses[CATEGORIES], [q.zone]: choisies };
    } else if (q.choix) reponses[q.champ] = un(q.choix).valeur;
    else if (q.type === 'nombre') reponses[q.champ] = Math.floor(tirage() * 4);
    else if (q.type === 'texte') reponses[q.champ] = 'x';
    else for (const champ of champs(q)) reponses[champ] = 1;
  }
  return reponses;
}

function mulberry(graine) {
  let a = graine;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
