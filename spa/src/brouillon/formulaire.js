/* The questions, read once; and what day it is here. */
import { apiPublic } from '../api.js';

/** @type {Promise<import('./flow.js').Formulaire>|null} */
let lu = null;

/** @returns {Promise<import('./flow.js').Formulaire>} */
export function formulaire() {
  lu ??= apiPublic.get('/formulaires/locataire').catch((e) => {
    lu = null;
    throw e;
  });
  return lu;
}

/** "AAAA-MM-JJ", where the person is. */
export function aujourdhui(maintenant = new Date()) {
  const deux = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return `${maintenant.getFullYear()}-${deux(maintenant.getMonth() + 1)}-${deux(maintenant.getDate())}`;
}
