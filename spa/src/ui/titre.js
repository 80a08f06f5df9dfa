/*
 * Where the reader is after a navigation: the document's title, and the focus
 * on the page's h1, which is what a screen reader then reads.
 */
export const NOM_SITE = 'Vigie Logement';

let premiere = true;

/** The first page keeps the browser's own focus. */
export function premiereVisite() {
  const cest = premiere;

  premiere = false;
  return cest;
}

/** @param {string} titre */
export function titrer(titre) {
  document.title = titre === NOM_SITE ? titre : `${titre} – ${NOM_SITE}`;
}
