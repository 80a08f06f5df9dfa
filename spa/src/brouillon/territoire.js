/* May a dwelling be reported there? Asked when leaving the address; the server asks again at the end. */
import { apiPublic, Problem } from '../api.js';
import { ADRESSE } from './flow.js';

const CHAMP = 'adresse_logement_adresse';

/**
 * What the server says when the place is not open or not known; null when one
 * may go on, or when it cannot be asked.
 * @param {Record<string, any>} reponses
 * @returns {Promise<{message: string, connu: boolean}|null>}
 */
export async function territoireFerme(reponses) {
  try {
    const dit = await apiPublic.get('/territoires/verification', { query: {
      code_postal: reponses[CHAMP + ADRESSE.code_postal], code_insee: reponses[CHAMP + ADRESSE.insee],
    } });
    return dit.ouvert ? null : { message: dit.message, connu: dit.territoire !== null };
  } catch (e) {
    if (e instanceof Problem)
      return null;
    throw e;
  }
}
