/*
 * The words of the contract, told to a reader. One table per kind of word; a
 * word that a table does not know is shown as it is rather than hidden.
 */

/** @param {Record<string, string>} table @param {string|null|undefined} mot */
export function libelle(table, mot) {
  return mot === null || mot === undefined ? '' : table[mot] ?? mot;
}

/** Statut of a dossier: text, and the colour of its badge. */
export const STATUTS = {
  NOUVEAU: 'À valider',
  EN_COURS: 'En cours',
  FERME: 'Fermé',
  REFUSE: 'Refusé',
  ARCHIVE: 'Supprimé',
  BROUILLON: 'Brouillon',
  BROUILLON_ARCHIVE: 'Brouillon supprimé',
  INJONCTION_BAILLEUR: 'Démarche accélérée',
  INJONCTION_FERMEE: 'Démarche accélérée terminée',
};
export const COULEUR_STATUT = {
  NOUVEAU: 'new', EN_COURS: 'info', FERME: 'success', REFUSE: 'error', INJONCTION_BAILLEUR: 'warning',
};

export const STATUTS_AFFECTATION = {
  NOUVEAU: 'Sans réponse', EN_COURS: 'Accepté', REFUSE: 'Refusé', FERME: 'Terminé',
};
export const COULEUR_AFFECTATION = { NOUVEAU: 'new', EN_COURS: 'info', REFUSE: 'error', FERME: 'success' };

export const PROFILS = {
  LOCATAIRE: 'Locataire',
  BAILLEUR_OCCUPANT: 'Propriétaire occupant',
  TIERS_PARTICULIER: 'Proche ou voisin',
  TIERS_PRO: 'Professionnel',
  BAILLEUR: 'Bailleur',
  SERVICE_SECOURS: 'Service de secours',
};

export const SOURCES = {
  FORMULAIRE_USAGER: 'Formulaire en ligne',
  FORMULAIRE_AGENT: 'Saisi par un agent',
  API: 'Transmis par un logiciel partenaire',
  IMPORT: 'Import en nombre',
};

export const QUALIFICATIONS = {
  NON_DECENCE: 'Non-décence',
  RSD: 'Règlement sanitaire départemental',
  SALETE: 'Saleté',
  INSALUBRITE: 'Insalubrité',
  ASSURANTIEL: 'Assurance',
  MISE_EN_SECURITE_PERIL: 'Mise en sécurité (péril)',
  SUROCCUPATION: 'Suroccupation',
  DANGER: 'Danger pour les occupants',
  NON_DECENCE_ENERGETIQUE: 'Non-décence énergétique',
};

export const STATUTS_QUALIFICATION = {
  NON_DECENCE_CHECK: 'à vérifier',
  RSD_CHECK: 'à vérifier',
  SALETE_CHECK: 'à vérifier',
  INSALUBRITE_CHECK: 'à vérifier',
  INSALUBRITE_MANQUEMENT_CHECK: 'manquement à la salubrité, à vérifier',
  ASSURANTIEL_CHECK: 'à vérifier',
  MISE_EN_SECURITE_PERIL_CHECK: 'à vérifier',
  SUROCCUPATION_CHECK: 'à vérifier',
  DANGER_CHECK: 'à vérifier',
  NDE_CHECK: 'à vérifier',
  NDE_AVEREE: 'avérée',
  NDE_OK: 'écartée',
};

export const ZONES = { BATIMENT: 'Bâtiment', LOGEMENT: 'Logement' };

/** What a suivi is about, when it is not somebody's message. */
export const CATEGORIES_SUIVI = {
  MESSAGE_PARTNER: 'Message',
  MESSAGE_USAGER: 'Message de l’usager',
  SIGNALEMENT_IS_ACTIVE: 'Dossier validé',
  SIGNALEMENT_IS_REFUSED: 'Dossier refusé',
  SIGNALEMENT_IS_CLOSED: 'Dossier fermé',
  SIGNALEMENT_IS_REOPENED: 'Dossier rouvert',
  SIGNALEMENT_IS_ARCHIVED: 'Dossier supprimé',
  AFFECTATION_IS_ACCEPTED: 'Prise en charge',
  AFFECTATION_IS_REFUSED: 'Affectation refusée',
  AFFECTATION_IS_CLOSED: 'Intervention terminée',
};

export const TYPES_PARTENAIRE = {
  ADIL: 'ADIL',
  ARS: 'Agence régionale de santé',
  ASSOCIATION: 'Association',
  BAILLEUR_SOCIAL: 'Bailleur social',
  CAF_MSA: 'CAF ou MSA',
  CCAS: 'CCAS',
  COMMUNE_SCHS: 'Commune, service d’hygiène',
  CONCILIATEURS: 'Conciliateurs de justice',
  CONSEIL_DEPARTEMENTAL: 'Conseil départemental',
  DDETS: 'DDETS',
  DDT_M: 'DDT ou DDTM',
  DISPOSITIF_RENOVATION_HABITAT: 'Rénovation de l’habitat',
  EPCI: 'Intercommunalité',
  OPERATEUR_VISITES_ET_TRAVAUX: 'Opérateur de visites et de travaux',
  POLICE_GENDARMERIE: 'Police ou gendarmerie',
  PREFECTURE: 'Préfecture',
  TRIBUNAL: 'Tribunal',
  AUTRE: 'Autre partenaire',
};

export const COMPETENCES = {
  ...QUALIFICATIONS,
  ACCOMPAGNEMENT_JURIDIQUE: 'Accompagnement juridique',
  ACCOMPAGNEMENT_SOCIAL: 'Accompagnement social',
  ACCOMPAGNEMENT_TRAVAUX: 'Accompagnement aux travaux',
  AIDE_BAILLEURS: 'Aide aux bailleurs',
  ARRETES: 'Arrêtés',
  CONCILIATION: 'Conciliation',
  CONSIGNATION_AL: 'Consignation des aides au logement',
  DALO: 'Droit au logement opposable',
  FSL: 'Fonds de solidarité logement',
  HEBERGEMENT_RELOGEMENT: 'Hébergement et relogement',
  NUISIBLES: 'Nuisibles',
  VISITES: 'Visites',
};

export const TRAVAUX = { OUI: 'Oui', NON: 'Non', EN_COURS: 'En cours' };

/**
 * How serious: the bands of the scale (domain: a lack above 10, insalubrity
 * above 30, danger of collapse above 50; each bound belongs to the band below).
 * @param {number} score
 * @returns {{texte: string, couleur: 'success'|'info'|'warning'|'error'}}
 */
export function gravite(score) {
  if (score > 50)
    return { texte: 'très élevée', couleur: 'error' };
  if (score > 30)
    return { texte: 'élevée', couleur: 'warning' };
  return score > 10 ? { texte: 'modérée', couleur: 'info' } : { texte: 'faible', couleur: 'success' };
}
