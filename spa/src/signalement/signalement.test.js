/* The words of a dossier: its blocks, its history, its filters. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { BLOCS, generalites, lignes, telephone } from './fiche.js';
import { compterFiltres, ecrireFiltres, lireFiltres, questionApi } from './filtres.js';
import { raconter } from './historique.js';
import { gravite, libelle, STATUTS } from './libelles.js';

/** @param {string} s */
const plat = (s) => s.replace(/[\u00a0\u202f]/g, ' ');

test('a block shows what is known, in words, and nothing else', () => {
  const bloc = { nature: 'appartement', superficie: 38.5, dpe: 'nsp', wc: false, loyer: null };

  assert.deepEqual(lignes('logement', bloc), [
    { libelle: 'Nature', valeur: 'Appartement' },
    { libelle: 'Superficie', valeur: '38,5 m²' },
    { libelle: 'WC', valeur: 'Non' },
    { libelle: 'Diagnostic énergétique (DPE)', valeur: 'Ne sait pas' },
  ]);
  assert.deepEqual(lignes('bailleur', {}), []);
  assert.deepEqual(lignes('syndic', null), []);
});

test('zero is an answer', () => {
  assert.deepEqual(lignes('foyer', { nb_enfants: 0 }), [{ libelle: 'Enfants', valeur: '0' }]);
});

test('an address and a telephone are links', () => {
  assert.deepEqual(lignes('occupant', { email: 'a@example.org', telephone: '+33612345678' }), [
    { libelle: 'Courriel', valeur: 'a@example.org', lien: 'mailto:a@example.org' },
    { libelle: 'Téléphone', valeur: '06 12 34 56 78', lien: 'tel:+33612345678' },
  ]);
  assert.equal(telephone('+4915112345678'), '+4915112345678');
});

test('no field is named twice in a block', () => {
  for (const [nom, bloc] of Object.entries(BLOCS)) {
    const champs = bloc.champs.map(([champ]) => champ);
    assert.equal(new Set(champs).size, champs.length, nom);
  }
});

test('a dossier without a known parc says so', () => {
  const d = { profil_declarant: 'TIERS_PRO', profil_occupant: null, logement_social: null, source: 'API',
    reference_externe: null, territoire: { code: '13', nom: 'Bouches-du-Rhône', actif: true } };

  assert.deepEqual(generalites(/** @type {any} */ (d)).map((l) => l.valeur),
    ['Professionnel', 'Non précisé', 'Transmis par un logiciel partenaire', 'Bouches-du-Rhône (13)']);
});

test('each bound of the scale belongs to the band below', () => {
  assert.deepEqual([0, 10, 10.01, 30, 30.01, 50, 50.01, 100].map((s) => gravite(s).texte),
    ['faible', 'faible', 'modérée', 'modérée', 'élevée', 'élevée', 'très élevée', 'très élevée']);
});

test('an unknown word is shown rather than hidden', () => {
  assert.equal(libelle(STATUTS, 'AUTRE_CHOSE'), 'AUTRE_CHOSE');
  assert.equal(libelle(STATUTS, null), '');
});

test('history tells a statut in words, by what it is the statut of', () => {
  const entree = { id: '1', operation: 'modification', auteur: 'x', fait_le: '',
    changements: [{ champ: 'statut', avant: 'NOUVEAU', apres: 'EN_COURS' }] };

  assert.deepEqual(raconter(/** @type {any} */ ({ ...entree, objet: 'signalement' })).changements,
    [{ champ: 'Statut', avant: 'À valider', apres: 'En cours' }]);
  assert.deepEqual(raconter(/** @type {any} */ ({ ...entree, objet: 'affectation' })).changements,
    [{ champ: 'Statut', avant: 'Sans réponse', apres: 'Accepté' }]);
});

test('history tells a block field by field, and leaves inner columns out', () => {
  const r = raconter(/** @type {any} */ ({
    objet: 'signalement', operation: 'modification', auteur: 'x', fait_le: '', id: '1',
    changements: [
      { champ: 'adresse', avant: { etage: '3', commune: 'Marseille' }, apres: { etage: '4', commune: 'Marseille' } },
      { champ: 'bailleur', avant: {}, apres: { averti: true } },
      { champ: 'precisions', avant: [1], apres: [1, 2] },
      { champ: 'cree_par', avant: null, apres: 12 },
    ],
  }));

  assert.equal(r.titre, 'Dossier modifié');
  assert.deepEqual(r.changements, [
    { champ: 'Adresse du logement : étage', avant: '3', apres: '4' },
    { champ: 'Bailleur : prévenu du problème', avant: '', apres: 'Oui' },
  ]);
});

test('history gives a motif its label and a date its hour', () => {
  const r = raconter(/** @type {any} */ ({
    objet: 'affectation', operation: 'modification', auteur: 'x', fait_le: '', id: '1',
    changements: [{ champ: 'motif', avant: null, apres: 'DOUBLON' },
      { champ: 'repondu_le', avant: null, apres: '2026-12-01T10:00:00Z' }],
  }), (code) => ({ DOUBLON: 'Un autre dossier suit ce logement' })[code] ?? code);

  assert.deepEqual(r.changements.map((c) => plat(c.apres)),
    ['Un autre dossier suit ce logement', '1er décembre 2026 à 11:00']);
});

test('filters survive the URL', () => {
  const f = { statut: ['NOUVEAU', 'FERME'], territoire: '2A', q: 'rue des lilas', apres: 'abc' };

  assert.deepEqual(lireFiltres(ecrireFiltres(f)), f);
  assert.deepEqual(ecrireFiltres(lireFiltres({})), {});
});

test('an address written by hand cannot ask nonsense', () => {
  assert.deepEqual(lireFiltres({ statut: ['ARCHIVE', 'NOUVEAU', null], territoire: '<x>', q: ' a ' }),
    { statut: ['NOUVEAU'], territoire: '', q: 'a', apres: '' });
  assert.equal(questionApi(lireFiltres({ q: 'a' })).q, '');
  assert.equal(compterFiltres(lireFiltres({ q: 'ab', statut: 'NOUVEAU' })), 2);
});
