/* What every brick of the form receives; it answers with `repondre` (champ, valeur). */

/** @typedef {import('vue').PropType<import('./flow.js').Question>} PropQuestion */
/** @typedef {import('vue').PropType<Record<string, any>>} PropReponses */

export const proprietes = {
  q: { type: /** @type {PropQuestion} */ (Object), required: /** @type {const} */ (true) },
  reponses: { type: /** @type {PropReponses} */ (Object), required: /** @type {const} */ (true) },
  /** By name of answer. */
  erreurs: { type: /** @type {PropReponses} */ (Object), required: /** @type {const} */ (true) },
};
