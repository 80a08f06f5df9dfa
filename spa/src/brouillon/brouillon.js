/*
 * The draft in progress: its answers on this device, its copy on the server.
 *
 * Answers go to localStorage at each change, to the server at each step (PUT
 * with the version that was read). So losing the network loses nothing: what
 * waits is sent when it comes back. Two places that write the same draft are
 * told apart by the version, and the person chooses. One save at a time.
 */
import { reactive, shallowRef, toRaw } from 'vue';
import { apiPublic, Problem } from '../api.js';

/**
 * vierge: nothing answered; neuf: begun, nothing sent yet; en_cours: being sent; enregistre: the server has it all;
 * local: kept here only, no answer of the server; conflit: it was changed elsewhere; perdu: the server has it no more.
 * @typedef {'vierge'|'neuf'|'enregistre'|'en_cours'|'local'|'conflit'|'perdu'} Etat
 * @typedef {{id: string|null, version: number|null, etape: string, reponses: Record<string, any>, attente: boolean,
 *   le: number}} Copie
 * @typedef {{reference: string, code_suivi: string, lien_suivi: string, id: string, email: string}} Depot
 */

const NOM = 'vigie-brouillon';
const NOM_DEPOT = 'vigie-depot';
const PROFIL = 'locataire';
const GARDE_MS = 30 * 24 * 3600 * 1000; // as long as the server keeps it

/** @type {{id: string|null, version: number|null, etape: string, reponses: Record<string, any>, attente: boolean,
 *   etat: Etat}} */
export const brouillon = reactive({
  id: null, version: null, etape: '', reponses: {}, attente: false, etat: 'vierge',
});

/* On this device. Storage may be full or forbidden: then only the server keeps. */

/** @returns {Copie|null} */
export function copieLocale() {
  try {
    const copie = JSON.parse(localStorage.getItem(NOM) ?? 'null');
    return copie !== null && Date.now() - copie.le < GARDE_MS ? copie : null;
  } catch {
    return null;
  }
}

function garderIci() {
  const { id, version, etape, reponses, attente } = toRaw(brouillon);
  try {
    localStorage.setItem(NOM, JSON.stringify({ id, version, etape, reponses, attente, le: Date.now() }));
  } catch {
    // The next save on the server is what remains.
  }
}

function oublierIci() {
  try {
    localStorage.removeItem(NOM);
  } catch {
    // Nothing was kept.
  }
}

/** @param {Partial<Copie>} copie @param {Etat} etat */
function adopter({ id = null, version = null, etape = '', reponses = {}, attente = false }, etat) {
  Object.assign(brouillon, { id, version, etape, reponses: { ...reponses }, attente, etat });
}

/** @type {ReturnType<typeof setTimeout>|undefined} */
let minuteur;

/** One answer; undefined takes it away. @param {string} champ @param {any} valeur */
export function repondre(champ, valeur) {
  if (valeur === undefined)
    delete brouillon.reponses[champ];
  else
    brouillon.reponses[champ] = valeur;
  brouillon.attente = true;
  clearTimeout(minuteur);
  minuteur = setTimeout(garderIci, 200);
}

/* On the server */

/** @type {Promise<unknown>} */
let file = Promise.resolve();

/** @template T @param {() => Promise<T>} f @returns {Promise<T>} */
function aLaSuite(f) {
  const suite = file.then(f, f);
  file = suite.catch(() => {});
  return suite;
}

/**
 * Saves where we are. True when the server has it; what happened otherwise is
 * in `etat`, and the answers are kept here.
 * @param {string} [etape]
 */
export function enregistrer(etape = brouillon.etape) {
  brouillon.attente ||= etape !== brouillon.etape;
  brouillon.etape = etape;
  clearTimeout(minuteur);
  garderIci();
  return aLaSuite(async () => {
    if (!brouillon.attente && brouillon.id !== null)
      return brouillon.etat === 'enregistre';
    if (brouillon.etat === 'conflit' || brouillon.etat === 'perdu')
      return false;
    return envoyer();
  });
}

async function envoyer() {
  const corps = { profil: PROFIL, etape: brouillon.etape, reponses: toRaw(brouillon.reponses) };
  const texte = JSON.stringify(corps);
  const avant = brouillon.etat;

  brouillon.etat = 'en_cours';
  try {
    const recu = brouillon.id === null
      ? await apiPublic.post('/brouillons', corps)
      : await apiPublic.put('/brouillons/' + brouillon.id, corps, { version: brouillon.version ?? 0 });
    brouillon.id = recu.id;
    brouillon.version = recu.version;
    // Answered meanwhile? Then there is still something to send.
    const apres = { ...corps, etape: brouillon.etape, reponses: toRaw(brouillon.reponses) };
    brouillon.attente = texte !== JSON.stringify(apres);
    brouillon.etat = 'enregistre';
    garderIci();
    return true;
  } catch (e) {
    brouillon.etat = etatApres(e, avant);
    return false;
  }
}

/** @param {unknown} e @param {Etat} avant @returns {Etat} */
function etatApres(e, avant) {
  if (!(e instanceof Problem)) {
    brouillon.etat = avant;
    throw e;
  }
  if (e.status === 412 || e.code === 'conflit')
    return 'conflit';
  return e.status === 404 ? 'perdu' : 'local';
}

/**
 * Takes a draft up again, from this device, from the server, or both. Throws
 * the Problem when neither has it.
 * @param {string} id
 */
export async function reprendre(id) {
  const ici = copieLocale();
  const notre = ici !== null && ici.id === id ? ici : null;

  if (brouillon.id === id && brouillon.etat !== 'perdu')
    return;
  try {
    const la = await apiPublic.get('/brouillons/' + id);
    if (notre === null || !notre.attente)
      adopter(la, 'enregistre');
    else
      adopter(notre, la.version === notre.version ? 'en_cours' : 'conflit');
  } catch (e) {
    if (notre === null || !(e instanceof Problem))
      throw e;
    adopter(notre, e.status === 404 ? 'perdu' : 'local');
  }
  garderIci();
  if (brouillon.attente)
    await enregistrer();
}

/** What was begun here and may never have reached the server. */
export function reprendreIci() {
  const ici = copieLocale();

  if (ici === null)
    return false;
  adopter(ici, ici.attente ? 'neuf' : 'enregistre');
  if (ici.attente && ici.etape !== '')
    enregistrer();
  return true;
}

/** After a conflict: what the other place wrote. */
export async function prendreAutreVersion() {
  adopter(await apiPublic.get('/brouillons/' + brouillon.id), 'enregistre');
  garderIci();
}

/** After a conflict: what is here, over what the other place wrote. */
export async function garderMaVersion() {
  const la = await apiPublic.get('/brouillons/' + brouillon.id);

  Object.assign(brouillon, { version: la.version, attente: true, etat: 'local' });
  return enregistrer();
}

/** The server has it no more: the same answers in a new draft. */
export function refaire() {
  Object.assign(brouillon, { id: null, version: null, attente: true, etat: 'local' });
  return enregistrer();
}

/**
 * A new draft. One that was begun before is forgotten here; the link to it still works.
 * @param {Copie['reponses']} reponses
 */
export function commencer(reponses) {
  clearTimeout(minuteur);
  oublierIci();
  adopter({ reponses }, 'neuf');
}

/** Leaves nothing behind, here nor on the server. */
export async function effacer() {
  const ancien = brouillon.id ?? copieLocale()?.id ?? null;

  clearTimeout(minuteur);
  oublierIci();
  adopter({}, 'vierge');
  if (ancien === null)
    return;
  try {
    await apiPublic.del('/brouillons/' + ancien);
  } catch {
    // It dies by itself in 30 days, and nobody knows its name.
  }
}

/* Filing */

/**
 * Files the dossier. Throws the Problem: with `erreurs` when answers are wrong.
 * @returns {Promise<Depot>}
 */
export async function deposer() {
  const id = String(brouillon.id);
  const recu = await apiPublic.post(`/brouillons/${id}/soumission`);
  const depot = { ...recu, id, email: String(brouillon.reponses.vos_coordonnees_occupant_email ?? '') };

  try {
    sessionStorage.setItem(NOM_DEPOT, JSON.stringify(depot));
  } catch {
    // Then the confirmation does not outlive a reload; the mail has the link too.
  }
  dernierDepot.value = depot;
  clearTimeout(minuteur);
  oublierIci();
  adopter({}, 'vierge');
  return depot;
}

/** What screens look at, so a ref. @type {import('vue').ShallowRef<Depot|null>} */
const dernierDepot = shallowRef(null);

/** What was filed from this draft, in this tab. @param {string} id @returns {Depot|null} */
export function depotDe(id) {
  try {
    dernierDepot.value ??= JSON.parse(sessionStorage.getItem(NOM_DEPOT) ?? 'null');
  } catch {
    return null;
  }
  return dernierDepot.value?.id === id ? dernierDepot.value : null;
}

if (typeof window !== 'undefined') {
  window.addEventListener('online', () => {
    if (brouillon.etat === 'local')
      enregistrer();
  });
  window.addEventListener('pagehide', () => {
    if (brouillon.attente)
      garderIci();
  });
}
