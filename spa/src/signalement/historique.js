/*
 * The history of a dossier in readable words. The trigger writes columns as
 * they are; blocks (adresse, occupant…) come whole, before and after, and are
 * told field by field here. Pure.
 */
import { jourHeure, nombre, score } from '../ui/format.js';
import { BLOCS, ecrire, nommer } from './fiche.js';
import * as mots from './libelles.js';

/** @typedef {import('../api.gen.d.ts').EntreeHistorique} Entree */
/** @typedef {{champ: string, avant: string, apres: string}} Changement */

/** @type {Record<string, Record<Entree['operation'], string>>} */
const TITRES = {
  signalement: {
    creation: 'Dossier déposé', modification: 'Dossier modifié', suppression: 'Dossier supprimé',
  },
  affectation: {
    creation: 'Partenaire saisi', modification: 'Affectation modifiée', suppression: 'Partenaire retiré',
  },
  suivi: { creation: 'Suivi ajouté', modification: 'Suivi corrigé', suppression: 'Suivi retiré' },
};

const ouiNon = (/** @type {unknown} */ v) => v ? 'Oui' : 'Non';
/** @param {Record<string, string>} table */
const parmi = (table) => (/** @type {unknown} */ v) => mots.libelle(table, String(v));
const liste = (/** @type {unknown} */ v) => Array.isArray(v)
  ? v.map((x) => mots.libelle(mots.QUALIFICATIONS, typeof x === 'object' ? x.qualification : String(x))).join(', ')
  : String(v);

/**
 * Column -> name and writing. What is not here is an inner matter and is left out.
 * @type {Record<string, [string, (v: any) => string]>}
 */
const COLONNES = {
  statut: ['Statut', parmi({ ...mots.STATUTS, ...mots.STATUTS_AFFECTATION })],
  motif: ['Motif', String],
  motif_refus: ['Motif du refus', String],
  motif_cloture: ['Motif de fermeture', String],
  travaux: ['Travaux faits', parmi(mots.TRAVAUX)],
  travaux_cloture: ['Travaux faits', parmi(mots.TRAVAUX)],
  message: ['Message', String],
  description: ['Description', String],
  visible_usager: ['Visible de l’usager', ouiNon],
  logement_social: ['Logement social', ouiNon],
  logement_vacant: ['Logement vacant', ouiNon],
  profil_declarant: ['Profil du déclarant', parmi(mots.PROFILS)],
  profil_occupant: ['Profil de l’occupant', parmi(mots.PROFILS)],
  reference_externe: ['Référence chez le partenaire', String],
  valide_le: ['Validé le', (v) => jourHeure(v)],
  ferme_le: ['Fermé le', (v) => jourHeure(v)],
  repondu_le: ['Réponse donnée le', (v) => jourHeure(v)],
  retiree_le: ['Retiré le', (v) => jourHeure(v)],
  supprime_le: ['Retiré le', (v) => jourHeure(v)],
  score: ['Criticité', (v) => `${score(v)} sur 100`],
  score_batiment: ['Criticité du bâtiment', (v) => score(v)],
  score_logement: ['Criticité du logement', (v) => score(v)],
  procedures: ['Situations suspectées', liste],
  grille: ['Version de la grille', (v) => nombre(v)],
};

/** @param {any} v */
const vide = (v) => v === null || v === undefined || v === '';

/**
 * Which statuts an object goes through: two tables share words.
 * @param {string} objet @param {string} champ @param {unknown} valeur @param {(usage: string) => string} motif
 */
function valeurDe(objet, champ, valeur, motif) {
  if (vide(valeur))
    return '';
  if (champ === 'statut')
    return mots.libelle(objet === 'affectation' ? mots.STATUTS_AFFECTATION : mots.STATUTS, String(valeur));
  if (champ.startsWith('motif'))
    return motif(String(valeur));
  return COLONNES[champ][1](valeur);
}

/**
 * A block that changed, one line for each field that did.
 * @param {string} bloc @param {any} avant @param {any} apres
 * @returns {Changement[]}
 */
function changementsDuBloc(bloc, avant, apres) {
  const noms = [...new Set([...Object.keys(avant ?? {}), ...Object.keys(apres ?? {})])];

  return noms
    .filter((nom) => JSON.stringify(avant?.[nom] ?? null) !== JSON.stringify(apres?.[nom] ?? null))
    .map((nom) => ({
      champ: `${BLOCS[bloc].titre} : ${nommer(bloc, nom).toLowerCase()}`,
      avant: ecrire(bloc, nom, avant?.[nom]),
      apres: ecrire(bloc, nom, apres?.[nom]),
    }));
}

/**
 * An entry, told.
 * @param {Entree} entree @param {(code: string) => string} [motif] code of a motif -> its label
 * @returns {{titre: string, changements: Changement[]}}
 */
export function raconter(entree, motif = String) {
  const changements = entree.changements.flatMap(({ champ, avant, apres }) => {
    if (champ in BLOCS)
      return changementsDuBloc(champ, avant, apres);
    if (!(champ in COLONNES))
      return [];
    return [{
      champ: COLONNES[champ][0],
      avant: valeurDe(entree.objet, champ, avant, motif),
      apres: valeurDe(entree.objet, champ, apres, motif),
    }];
  });

  return { titre: TITRES[entree.objet][entree.operation], changements };
}
