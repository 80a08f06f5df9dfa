/*
 * Light, dark, or as the system says: the choice is the reader's and is kept on
 * this device. The DSFR reads it from <html data-fr-theme>.
 */
import { ref } from 'vue';

/** @typedef {'system'|'light'|'dark'} Theme */

const NOM = 'vigie-theme';
const sombre = matchMedia('(prefers-color-scheme: dark)');

/** What the reader chose. */
export const theme = ref(lire());

/** @returns {Theme} */
function lire() {
  try {
    const choix = localStorage.getItem(NOM);
    return choix === 'light' || choix === 'dark' ? choix : 'system';
  } catch {
    return 'system';
  }
}

function appliquer() {
  const dit = theme.value === 'system' ? (sombre.matches ? 'dark' : 'light') : theme.value;

  document.documentElement.dataset.frTheme = dit;
  document.documentElement.dataset.frScheme = theme.value;
}

/** @param {Theme} choix */
export function choisirTheme(choix) {
  theme.value = choix;
  try {
    localStorage.setItem(NOM, choix);
  } catch {
    // Kept for this visit only.
  }
  appliquer();
}

sombre.addEventListener('change', appliquer);
appliquer();
