/*
 * Reference data that a page needs and that does not change while it is open:
 * asked once, kept in memory.
 */
import { apiPublic } from '../api.js';

/** @typedef {{usage: string, code: string, libelle: string, travaux_requis: boolean}} Motif */

/** @type {Map<string, Promise<any>>} */
const deja = new Map();

/** @param {string} chemin @returns {Promise<any>} */
export function reference(chemin) {
  let promesse = deja.get(chemin);

  if (promesse === undefined) {
    promesse = apiPublic.get(chemin);
    promesse.catch(() => deja.delete(chemin)); // a failure is not kept
    deja.set(chemin, promesse);
  }
  return promesse;
}

/** @returns {Promise<Motif[]>} */
export async function motifs() {
  return (await reference('/motifs')).elements;
}
