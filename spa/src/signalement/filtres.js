/*
 * The filters of the list, in the URL and back. The names are those of the API,
 * so that the address of a list is also its question. Pure.
 */

/** The statuts that one filters on; the others are never listed. */
export const STATUTS_FILTRE = ['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE'];

/** @typedef {{statut: string[], territoire: string, q: string, apres: string}} Filtres */
/** @typedef {Record<string, string|null|(string|null)[]>} Query */

/** @param {Query[string]|undefined} v @returns {string[]} */
const tous = (v) => (Array.isArray(v) ? v : [v]).filter((x) => typeof x === 'string');

/** @param {Query} query @returns {Filtres} */
export function lireFiltres(query) {
  return {
    statut: STATUTS_FILTRE.filter((s) => tous(query.statut).includes(s)),
    territoire: /^[0-9AB]{2,3}$/.test(tous(query.territoire)[0] ?? '') ? tous(query.territoire)[0] : '',
    q: (tous(query.q)[0] ?? '').trim().slice(0, 100),
    apres: tous(query.apres)[0] ?? '',
  };
}

/**
 * Without what is empty, so that the plain list has a plain address.
 * @param {Partial<Filtres>} f
 */
export function ecrireFiltres(f) {
  return Object.fromEntries(Object.entries(f).filter(([, v]) => v !== undefined && v.length > 0));
}

/**
 * What the API is asked: it refuses a text of one letter.
 * @param {Filtres} f
 */
export function questionApi(f) {
  return { ...f, q: f.q.length < 2 ? '' : f.q };
}

/** How many filters narrow the list. @param {Filtres} f */
export function compterFiltres(f) {
  return (f.statut.length > 0 ? 1 : 0) + (f.territoire === '' ? 0 : 1) + (f.q === '' ? 0 : 1);
}
