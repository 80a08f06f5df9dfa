/*
 * What a person is told about writing, and about how her dossier ended. The
 * server decides (`actions`); this only says why, in plain words.
 */

/** @typedef {{statut: string, actions: string[]}} Dossier */

const FIN = {
  REFUSE: 'Votre signalement n’a pas été retenu. Le motif est dans vos messages. Si votre situation change, vous '
    + 'pouvez faire un nouveau signalement.',
  ARCHIVE: 'Ce dossier est archivé : on ne peut plus y écrire. Si le problème est toujours là, faites un nouveau '
    + 'signalement.',
  INJONCTION_FERMEE: 'La démarche auprès de votre bailleur est terminée. Si le problème revient, faites un nouveau '
    + 'signalement.',
  FERME: 'Le suivi de ce dossier est terminé : on ne peut plus y écrire. Si le problème est toujours là ou revient, '
    + 'faites un nouveau signalement.',
};

/** Above the messages: '' when there is nothing to say. @param {Dossier} d */
export function ecriture(d) {
  if (d.actions.includes('ecrire_message')) {
    return d.statut !== 'FERME' ? '' : 'Le suivi de ce dossier est terminé. Vous pouvez encore écrire un message, un '
      + 'seul, dans les 30 jours qui suivent la fin du dossier.';
  }
  return FIN[/** @type {keyof typeof FIN} */ (d.statut)] ?? 'On ne peut pas écrire dans ce dossier pour le moment.';
}

/** The four steps; the last one says how it ended. @param {string} statut */
export function etapes(statut) {
  const fins = { REFUSE: 'Signalement non retenu', ARCHIVE: 'Dossier archivé', INJONCTION_FERMEE: 'Démarche terminée' };

  return [
    { titre: 'Signalement envoyé', texte: 'Un agent le lit et le vérifie.' },
    { titre: 'Signalement validé', texte: 'Les services compétents sont prévenus.' },
    { titre: 'Dossier pris en charge', texte: 'Un service s’en occupe. Il peut vous proposer une visite.' },
    { titre: fins[/** @type {keyof typeof fins} */ (statut)] ?? 'Dossier terminé', texte: '' },
  ];
}

/** Statuts whose dossier never went through the steps in between. @param {string} statut */
export function sautees(statut) {
  return ['REFUSE', 'INJONCTION_FERMEE', 'ARCHIVE'].includes(statut);
}
