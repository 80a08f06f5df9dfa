/*
 * What one can decide on a dossier or an affectation: how it is asked, and what
 * it needs. The API says which are offered now (`actions`); this table only
 * gives them words. `motif` is a usage of /motifs, `message` says whether one
 * is demanded ('requis'), welcome ('facultatif') or not asked (null).
 */

/**
 * @typedef {object} Decision
 * @property {string} bouton
 * @property {string} titre of the dialog
 * @property {string} texte what it will do
 * @property {string|null} motif
 * @property {'requis'|'facultatif'|null} message
 * @property {boolean} visible is the message shown to the citizen, unless said otherwise?
 * @property {string} fait news once done
 * @property {'principal'|'danger'|null} [ton]
 * @property {boolean} [agents] asks who will follow the dossier
 */

/** @type {Record<string, Decision>} */
export const DECISIONS_DOSSIER = {
  valider: {
    bouton: 'Valider',
    titre: 'Valider le signalement',
    texte: 'Le dossier passe « En cours ». Vous pourrez saisir des partenaires. La personne est prévenue par courriel.',
    motif: null,
    message: 'facultatif',
    visible: true,
    fait: 'Le signalement est validé.',
    ton: 'principal',
  },
  refuser: {
    bouton: 'Refuser',
    titre: 'Refuser le signalement',
    texte: 'Le dossier passe « Refusé ». Expliquez pourquoi, et vers qui la personne peut se tourner.',
    motif: 'refus_signalement',
    message: 'requis',
    visible: true,
    fait: 'Le signalement est refusé.',
  },
  clore: {
    bouton: 'Fermer le dossier',
    titre: 'Fermer le dossier pour tous',
    texte: 'Le dossier et toutes ses affectations en cours prennent fin. Vous pourrez le rouvrir.',
    motif: 'cloture',
    message: 'requis',
    visible: true,
    fait: 'Le dossier est fermé.',
  },
  rouvrir: {
    bouton: 'Rouvrir',
    titre: 'Rouvrir le dossier',
    texte: 'Le dossier repasse « En cours ». Les partenaires dont l’affectation était terminée sont saisis de nouveau.',
    motif: null,
    message: 'facultatif',
    visible: true,
    fait: 'Le dossier est rouvert.',
    ton: 'principal',
  },
  supprimer: {
    bouton: 'Supprimer',
    titre: 'Supprimer le dossier',
    texte: 'Le dossier disparaît de toutes les listes. Personne ne pourra plus l’ouvrir, vous non plus.',
    motif: null,
    message: null,
    visible: false,
    fait: 'Le dossier est supprimé.',
    ton: 'danger',
  },
};

/** @type {Record<string, Decision>} */
export const DECISIONS_AFFECTATION = {
  accepter: {
    bouton: 'Accepter',
    titre: 'Accepter le dossier',
    texte: 'Votre structure prend le dossier en charge. La personne est prévenue.',
    motif: null,
    message: null,
    visible: false,
    fait: 'Le dossier est accepté.',
    ton: 'principal',
    agents: true,
  },
  refuser: {
    bouton: 'Refuser',
    titre: 'Refuser l’affectation',
    texte: 'Le responsable du territoire lira votre raison et pourra saisir un autre partenaire.',
    motif: 'refus_affectation',
    message: 'requis',
    visible: false,
    fait: 'L’affectation est refusée.',
  },
  clore: {
    bouton: 'Terminer',
    titre: 'Terminer l’intervention de votre structure',
    texte: 'Votre structure a fini. Le dossier reste ouvert pour les autres partenaires.',
    motif: 'cloture',
    message: 'requis',
    visible: false,
    fait: 'L’intervention est terminée.',
  },
  rouvrir: {
    bouton: 'Reprendre',
    titre: 'Reprendre le dossier',
    texte: 'L’affectation repasse « Sans réponse ». Vous pourrez l’accepter de nouveau.',
    motif: null,
    message: null,
    visible: false,
    fait: 'L’affectation est rouverte.',
  },
  reinitialiser: {
    bouton: 'Demander de nouveau',
    titre: 'Demander de nouveau une réponse',
    texte: 'L’affectation repasse « Sans réponse », et le partenaire est prévenu.',
    motif: null,
    message: null,
    visible: false,
    fait: 'La demande est renvoyée au partenaire.',
  },
  retirer: {
    bouton: 'Retirer',
    titre: 'Retirer le partenaire',
    texte: 'Le partenaire ne verra plus le dossier. L’affectation reste dans l’historique.',
    motif: null,
    message: null,
    visible: false,
    fait: 'Le partenaire est retiré.',
    ton: 'danger',
  },
};
