/*
 * The blocks of a dossier as lines to read: which fields, in which order, under
 * which name, and how each value is written. Pure; what is absent is left out.
 */
import { jour, nombre } from '../ui/format.js';
import { PROFILS, SOURCES } from './libelles.js';

/** @typedef {import('../api.gen.d.ts').Signalement} Signalement */
/** @typedef {{libelle: string, valeur: string, lien?: string}} Ligne */
/** @typedef {[string, string, ((v: any) => string)?, ((v: any) => string)?]} Champ field, name, writing, link */

const texte = (/** @type {unknown} */ v) => String(v);
const ouiNon = (/** @type {boolean} */ v) => v ? 'Oui' : 'Non';
const metres = (/** @type {number} */ v) => `${nombre(v)} m²`;
const euros = (/** @type {number} */ v) => `${nombre(v)} €`;
/** @param {Record<string, string>} table */
const mots = (table) => (/** @type {string} */ v) => table[v] ?? v;
const ouiNonNsp = mots({ oui: 'Oui', non: 'Non', nsp: 'Ne sait pas' });
const mailto = (/** @type {string} */ v) => `mailto:${v}`;
const tel = (/** @type {string} */ v) => `tel:${v.replaceAll(' ', '')}`;

/** "06 12 34 56 78" for a French number. @param {string} v */
export function telephone(v) {
  const national = v.replace(/[ .-]/g, '').replace(/^(\+33|0033)/, '0');

  return /^0\d{9}$/.test(national) ? national.replace(/(\d{2})(?=\d)/g, '$1 ') : v;
}

/** @type {Champ[]} */
const PERSONNE = [
  ['civilite', 'Civilité', mots({ mme: 'Madame', mr: 'Monsieur' })],
  ['denomination', 'Dénomination'],
  ['type', 'Nature', mots({ PARTICULIER: 'Particulier', ORGANISME_SOCIETE: 'Organisme ou société' })],
  ['nom', 'Nom'],
  ['prenom', 'Prénom'],
  ['structure', 'Structure'],
  ['matricule', 'Matricule'],
  ['lien', 'Lien avec l’occupant', mots({ PROCHE: 'Proche', VOISIN: 'Voisin', AUTRE: 'Autre' })],
  ['email', 'Courriel', texte, mailto],
  ['telephone', 'Téléphone', telephone, tel],
  ['telephone_secondaire', 'Second téléphone', telephone, tel],
  ['adresse', 'Adresse'],
  ['code_postal', 'Code postal'],
  ['commune', 'Commune'],
];

/** @type {Record<string, {titre: string, champs: Champ[]}>} */
export const BLOCS = {
  adresse: {
    titre: 'Adresse du logement',
    champs: [
      ['numero_voie', 'Voie'],
      ['code_postal', 'Code postal'],
      ['commune', 'Commune'],
      ['code_insee', 'Code INSEE'],
      ['etage', 'Étage'],
      ['escalier', 'Escalier'],
      ['numero_appartement', 'Appartement'],
      ['complement', 'Complément'],
      ['identifiant_ban', 'Identifiant de l’adresse (BAN)'],
      ['identifiant_rnb', 'Identifiant du bâtiment (RNB)'],
      ['latitude', 'Latitude'],
      ['longitude', 'Longitude'],
    ],
  },
  occupant: { titre: 'Occupant', champs: PERSONNE },
  declarant: { titre: 'Déclarant', champs: PERSONNE },
  bailleur: {
    titre: 'Bailleur',
    champs: [
      ...PERSONNE,
      ['averti', 'Prévenu du problème', ouiNon],
      ['averti_le', 'Prévenu le', jour],
      ['moyen', 'Prévenu par', mots({
        courrier: 'Courrier', email: 'Courriel', telephone: 'Téléphone', sms: 'SMS', autre: 'Autre moyen',
        nsp: 'Ne sait pas',
      })],
      ['reponse', 'Réponse'],
      ['numero_reclamation', 'Numéro de réclamation'],
    ],
  },
  agence: { titre: 'Agence', champs: PERSONNE },
  syndic: { titre: 'Syndic', champs: PERSONNE },
  logement: {
    titre: 'Logement',
    champs: [
      ['nature', 'Nature', mots({ appartement: 'Appartement', maison: 'Maison', autre: 'Autre' })],
      ['nature_autre', 'Précision'],
      ['situation', 'Situation', mots({
        RDC: 'Rez-de-chaussée', DERNIER_ETAGE: 'Dernier étage', SOUSSOL: 'Sous-sol', AUTRE: 'Autre étage',
      })],
      ['superficie', 'Superficie', metres],
      ['piece_unique', 'Une seule pièce', ouiNon],
      ['nb_pieces', 'Nombre de pièces', nombre],
      ['nb_etages', 'Nombre d’étages', nombre],
      ['piece_a_vivre_9m', 'Une pièce à vivre de 9 m² ou plus', ouiNonNsp],
      ['avec_fenetres', 'Avec fenêtres', ouiNon],
      ['annee_construction', 'Année de construction'],
      ['cuisine', 'Cuisine', ouiNon],
      ['cuisine_collective', 'Cuisine collective', ouiNon],
      ['salle_de_bain', 'Salle de bain', ouiNon],
      ['salle_de_bain_collective', 'Salle de bain collective', ouiNon],
      ['wc', 'WC', ouiNon],
      ['wc_collectif', 'WC collectif', ouiNon],
      ['wc_cuisine', 'WC et cuisine dans la même pièce', ouiNon],
      ['chauffage', 'Chauffage', mots({ ELECTRIQUE: 'Électrique', GAZ: 'Gaz', AUCUN: 'Aucun', NSP: 'Ne sait pas' })],
      ['bail', 'Bail', ouiNonNsp],
      ['etat_des_lieux', 'État des lieux', ouiNonNsp],
      ['dpe', 'Diagnostic énergétique (DPE)', ouiNonNsp],
      ['annee_dpe', 'Date du DPE', mots({ before2023: 'Avant 2023', post2023: '2023 ou après', nsp: 'Ne sait pas' })],
      ['classe_energetique', 'Classe énergétique', mots({ nsp: 'Ne sait pas' })],
      ['consommation', 'Consommation', (v) => `${nombre(v)} kWh par an`],
      ['consommation_finale', 'Consommation finale', (v) => `${nombre(v)} kWh par m² et par an`],
      ['loyer', 'Loyer', euros],
      ['loyers_a_jour', 'Loyers à jour', ouiNon],
      ['date_entree', 'Entrée dans les lieux', jour],
      ['numero_invariant', 'Numéro invariant fiscal'],
      ['vacant', 'Logement vacant', ouiNon],
    ],
  },
  foyer: {
    titre: 'Foyer',
    champs: [
      ['nb_occupants', 'Occupants', nombre],
      ['nb_enfants', 'Enfants', nombre],
      ['enfants_moins_6', 'Enfants de moins de 6 ans', ouiNonNsp],
      ['vulnerabilite', 'Vulnérabilité'],
      ['allocataire', 'Allocataire', mots({ caf: 'CAF', msa: 'MSA', oui: 'Oui', non: 'Non', nsp: 'Ne sait pas' })],
      ['numero_allocataire', 'Numéro d’allocataire'],
      ['type_allocation', 'Aide au logement'],
      ['montant_allocation', 'Montant de l’aide', euros],
      ['date_naissance', 'Date de naissance', jour],
      ['accompagnement', 'Accompagnement social', ouiNonNsp],
      ['accompagnement_structure', 'Accompagné par'],
      ['accompagnement_nom', 'Nom de l’accompagnant'],
      ['accompagnement_prenom', 'Prénom de l’accompagnant'],
      ['rsa', 'Bénéficiaire du RSA', ouiNon],
      ['fsl', 'Bénéficiaire du FSL', ouiNon],
    ],
  },
  procedure: {
    titre: 'Démarches',
    champs: [
      ['debut_desordres', 'Début des désordres', mots({
        LESS_1_MONTH: 'Moins d’un mois', MONTHS_1_TO_6: 'De 1 à 6 mois', MONTHS_6_TO_12: 'De 6 à 12 mois',
        YEARS_1_TO_2: 'De 1 à 2 ans', MORE_2_YEARS: 'Plus de 2 ans', NSP: 'Ne sait pas',
      })],
      ['constatation', 'Désordres constatés sur place', ouiNon],
      ['demande_relogement', 'Demande de relogement', ouiNon],
      ['souhaite_quitter', 'Souhaite quitter le logement', ouiNonNsp],
      ['preavis_depart', 'Préavis de départ donné', ouiNonNsp],
      ['assurance_contactee', 'Assurance contactée', mots({
        oui: 'Oui', non: 'Non', pas_assurance_logement: 'Pas d’assurance logement', nsp: 'Ne sait pas',
      })],
      ['reponse_assurance', 'Réponse de l’assurance'],
      ['depart_apres_travaux', 'Départ si les travaux ne sont pas faits', ouiNonNsp],
    ],
  },
};

/**
 * One value, written.
 * @param {string} bloc @param {string} champ @param {unknown} valeur
 */
export function ecrire(bloc, champ, valeur) {
  const trouve = BLOCS[bloc]?.champs.find(([nom]) => nom === champ);

  if (valeur === null || valeur === undefined || valeur === '')
    return '';
  return (trouve?.[2] ?? texte)(valeur);
}

/** The name of a field. @param {string} bloc @param {string} champ */
export function nommer(bloc, champ) {
  return BLOCS[bloc]?.champs.find(([nom]) => nom === champ)?.[1] ?? champ;
}

/**
 * The lines of a block.
 * @param {string} nom @param {Record<string, unknown>|null|undefined} bloc
 * @returns {Ligne[]}
 */
export function lignes(nom, bloc) {
  return BLOCS[nom].champs.flatMap(([champ, libelle, , lien]) => {
    const brut = bloc?.[champ];
    const valeur = ecrire(nom, champ, brut);

    return valeur === '' ? [] : [{ libelle, valeur, ...lien ? { lien: lien(brut) } : {} }];
  });
}

/**
 * The dossier's own facts, which belong to no block.
 * @param {Signalement} d
 * @returns {Ligne[]}
 */
export function generalites(d) {
  return [
    { libelle: 'Déclarant', valeur: mots(PROFILS)(d.profil_declarant) },
    ...d.profil_occupant ? [{ libelle: 'Occupant', valeur: mots(PROFILS)(d.profil_occupant) }] : [],
    { libelle: 'Parc', valeur: d.logement_social === null ? 'Non précisé' : d.logement_social ? 'Social' : 'Privé' },
    { libelle: 'Origine', valeur: mots(SOURCES)(d.source) },
    ...d.reference_externe ? [{ libelle: 'Référence chez le partenaire', valeur: d.reference_externe }] : [],
    { libelle: 'Territoire', valeur: `${d.territoire.nom} (${d.territoire.code})` },
  ];
}
