/*
 * How values are written for a reader: French, and the time of Paris whatever
 * the machine's own.
 */
const PARIS = 'Europe/Paris';
const jourFormat = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: PARIS });
const jourCourtFormat = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeZone: PARIS });
const heureFormat = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone: PARIS });
const nombreFormat = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });
const scoreFormat = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });
const pluriels = new Intl.PluralRules('fr-FR');

/**
 * "3 mars 2026", "1er mars 2026". A day alone ("2026-03-03") is that day, in any time zone.
 * @param {string|null|undefined} texte
 */
export function jour(texte) {
  return texte ? jourFormat.format(instant(texte)).replace(/^1 /, '1er ') : '';
}

/** "03/03/2026" @param {string|null|undefined} texte */
export function jourCourt(texte) {
  return texte ? jourCourtFormat.format(instant(texte)) : '';
}

/** "3 mars 2026 à 14:05" @param {string|null|undefined} texte */
export function jourHeure(texte) {
  return texte ? `${jour(texte)} à ${heureFormat.format(instant(texte))}` : '';
}

/** Noon, so that no time zone makes it the day before. @param {string} texte */
function instant(texte) {
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(texte) ? texte + 'T12:00:00Z' : texte);
}

/** "1 234,5" @param {number|null|undefined} n */
export function nombre(n) {
  return n === null || n === undefined ? '' : nombreFormat.format(n);
}

/** One decimal at most. @param {number|null|undefined} n */
export function score(n) {
  return n === null || n === undefined ? '' : scoreFormat.format(n);
}

/** "1 dossier", "2 dossiers" @param {number} n @param {string} un @param {string} [plusieurs] */
export function compte(n, un, plusieurs = un + 's') {
  return `${nombre(n)} ${pluriels.select(n) === 'one' ? un : plusieurs}`;
}

/** "3 minutes", "40 secondes": a wait, rounded up. @param {number} secondes */
export function duree(secondes) {
  if (secondes < 60)
    return compte(Math.max(1, Math.ceil(secondes)), 'seconde');
  if (secondes < 3600)
    return compte(Math.ceil(secondes / 60), 'minute');
  return compte(Math.ceil(secondes / 3600), 'heure');
}
