/*
 * Short news for everybody: shown in a corner, read aloud by screen readers.
 * One at a time; a navigation wipes it.
 */
import { shallowRef } from 'vue';

/** @typedef {{texte: string, type: 'success'|'info'|'warning'}} Avis */

/** @type {import('vue').ShallowRef<Avis|null>} */
export const avis = shallowRef(null);

/** For the ears only: what changed on the screen without being announced (a filtered list, a step). */
export const annonce = shallowRef('');

/** @param {string} texte @param {Avis['type']} [type] */
export function aviser(texte, type = 'success') {
  avis.value = { texte, type };
}

export function effacerAvis() {
  avis.value = null;
}

/** @param {string} texte */
export function annoncer(texte) {
  annonce.value = '';
  setTimeout(() => { annonce.value = texte; }, 50); // the same text twice is read twice
}
