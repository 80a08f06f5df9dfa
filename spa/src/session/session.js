/*
 * The agent's session in this tab. The access token lives in memory only; what
 * outlives a reload is the renewal cookie, which no script can read.
 *
 * A renewal cookie serves once, and using a spent one revokes the session. So:
 * - all the tabs of the browser renew one at a time, under a Web Lock;
 * - the one that renewed gives its token to the others (BroadcastChannel);
 * - the call outlives its page (keepalive), because a reload in the middle
 *   would otherwise lose the new cookie; a mark in localStorage tells the next
 *   page that such a call may still be under way.
 */
import { reactive, readonly } from 'vue';
import { api, apiPublic, porterLaSession, Problem } from '../api.js';

/** @typedef {import('../api.gen.d.ts').Utilisateur} Utilisateur */
/** @typedef {{jeton: string, expire_le: string, utilisateur: Utilisateur}} SessionOuverte */

const TEMOIN = 'vigie-session'; // "this browser has a session": saves the visitor a useless 401
const MARQUE = 'vigie-renouvellement'; // when a renewal was sent that has not been answered yet
const MARQUE_MS = 2000;
const MARGE_MS = 30_000; // renewed this long before it expires

/** @type {{utilisateur: Utilisateur|null, expiree: boolean}} */
const etat = reactive({ utilisateur: null, expiree: false });

/** What screens look at: who is connected, and whether a session was lost. */
export const session = readonly(etat);

/** @type {{texte: string, finMs: number}|null} */
let jeton = null;

/** localStorage may be forbidden; then the session does not outlive a reload. */
const memoire = {
  lire: (/** @type {string} */ nom) => {
    try { return localStorage.getItem(nom); } catch { return null; }
  },
  ecrire: (/** @type {string} */ nom, /** @type {string|null} */ valeur) => {
    try {
      if (valeur === null)
        localStorage.removeItem(nom);
      else
        localStorage.setItem(nom, valeur);
    } catch {
      // Nothing depends on it but comfort.
    }
  },
};

const canal = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('vigie-session');

/** @param {SessionOuverte} s */
function retenir(s) {
  const charge = JSON.parse(atob(s.jeton.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')));
  const dureeMs = (charge.exp - (charge.iat ?? charge.exp - 900)) * 1000; // our clock may be wrong, a length is not

  jeton = { texte: s.jeton, finMs: Date.now() + dureeMs - MARGE_MS };
  etat.utilisateur = s.utilisateur;
  etat.expiree = false;
}

/** @param {boolean} expiree the session was lost, rather than left */
function oublier(expiree) {
  jeton = null;
  etat.expiree = expiree && etat.utilisateur !== null;
  etat.utilisateur = null;
}

canal?.addEventListener('message', ({ data }) => {
  const avant = etat.utilisateur?.id;

  if (data.type === 'fin')
    oublier(data.expiree);
  else
    retenir(data.session);
  // Somebody else logged in elsewhere: this screen shows what he may not see.
  if (avant !== undefined && etat.utilisateur !== null && etat.utilisateur.id !== avant)
    location.reload();
});

/** @param {SessionOuverte} s */
function ouvrir(s) {
  retenir(s);
  memoire.ecrire(TEMOIN, '1');
  canal?.postMessage({ type: 'jeton', session: JSON.parse(JSON.stringify(s)) });
}

/** @param {boolean} expiree */
function fermer(expiree) {
  oublier(expiree);
  memoire.ecrire(TEMOIN, null);
  canal?.postMessage({ type: 'fin', expiree });
}

/** @type {Promise<unknown>} */
let file = Promise.resolve();

/** One at a time in this browser; in this tab where Web Locks are missing. @template T @param {() => Promise<T>} f */
function seul(f) {
  if (navigator.locks)
    return /** @type {Promise<T>} */ (navigator.locks.request('vigie-session', f));
  const suite = file.then(f, f);
  file = suite.catch(() => {});
  return suite;
}

/**
 * Another token than `ancien`, or null when the session is over. Throws when
 * the server cannot be asked.
 * @param {string|null} ancien
 */
function renouveler(ancien) {
  return seul(async () => {
    if (jeton !== null && jeton.texte !== ancien && Date.now() < jeton.finMs)
      return jeton.texte; // another tab did it meanwhile
    if (memoire.lire(TEMOIN) === null)
      return null;
    await laisserFinir();
    memoire.ecrire(MARQUE, String(Date.now()));
    try {
      ouvrir(await apiPublic.post('/sessions/renouvellement', undefined, { cle: false, tenace: true }));
      return jeton?.texte ?? null;
    } catch (e) {
      if (!(e instanceof Problem) || e.status !== 401)
        throw e;
      fermer(true);
      return null;
    } finally {
      memoire.ecrire(MARQUE, null);
    }
  });
}

/** A page that was left may have a renewal under way: let its cookie come. */
async function laisserFinir() {
  const age = Date.now() - Number(memoire.lire(MARQUE) ?? 0);

  if (age >= 0 && age < MARQUE_MS)
    await new Promise((fin) => { setTimeout(fin, MARQUE_MS - age); });
}

porterLaSession({
  jeton: async () => jeton !== null && Date.now() < jeton.finMs ? jeton.texte : renouveler(jeton?.texte ?? null),
  refuse: renouveler,
});

/** @param {string} email @param {string} motDePasse */
export async function connecter(email, motDePasse) {
  ouvrir(await apiPublic.post('/sessions', { email, mot_de_passe: motDePasse }, { cle: false }));
}

/** Leaves the session, here and in the other tabs. Throws when the server could not be told. */
export async function deconnecter() {
  try {
    await api.del('/sessions/courante', { tenace: true });
  } catch (e) {
    if (!(e instanceof Problem) || e.status !== 401)
      throw e;
  }
  fermer(false);
}

/** The account as the server now tells it (after PATCH /moi). @param {Utilisateur} u */
export function retenirUtilisateur(u) {
  etat.utilisateur = u;
}

/** Is there a session? Asks for it back after a reload. */
export async function retrouver() {
  if (etat.utilisateur === null && memoire.lire(TEMOIN) !== null)
    await renouveler(null);
  return etat.utilisateur !== null;
}
