/*
 * The citizen's way into her own dossier. Her token opens one dossier for an
 * hour and cannot be renewed; it is kept with the tab (sessionStorage), so that
 * a phone that reloads the page does not ask again, and dies with it.
 */
import { apiPublic, apiUsager } from '../api.js';

const NOM = 'vigie-suivi';

/** @typedef {{code: string, jeton: string, expire_le: string}} Acces */

/** @param {string} code is it open in this tab? */
export function retrouver(code) {
  try {
    /** @type {Acces|null} */
    const acces = JSON.parse(sessionStorage.getItem(NOM) ?? 'null');
    const bon = acces !== null && acces.code === code && Date.parse(acces.expire_le) > Date.now();
    apiUsager.ouvrir(bon ? acces.jeton : null);
    return bon;
  } catch {
    return false;
  }
}

/**
 * @param {string} code
 * @param {{initiale_prenom: string, initiale_nom: string, code_postal: string}} identite
 */
export async function entrer(code, identite) {
  const recu = await apiPublic.post('/suivi-usager/sessions', { code_suivi: code, ...identite }, { cle: false });

  apiUsager.ouvrir(recu.jeton);
  try {
    sessionStorage.setItem(NOM, JSON.stringify({ code, ...recu }));
  } catch {
    // The session then lasts as long as the page.
  }
}

export function sortir() {
  apiUsager.ouvrir(null);
  try {
    sessionStorage.removeItem(NOM);
  } catch {
    // Nothing was kept.
  }
}

/** The code in what was pasted: a link, or the code alone; '' when there is none. @param {string} texte */
export function codeDans(texte) {
  return /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(texte)?.[0].toLowerCase() ?? '';
}
