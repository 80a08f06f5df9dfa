/*
 * The only fetch. A call answers data, or throws a Problem; nothing else.
 *
 *   const dossier = await api.get('/signalements/' + id);
 *   await api.post('/signalements/' + id + '/transitions', corps, { version: dossier.version });
 *
 * Three clients, by whose token goes along:
 *   api        the agent of session/session.js; an expired token is renewed once, here
 *   apiUsager  the person who follows her own dossier (`apiUsager.ouvrir(jeton)`); a 401 is hers to see
 *   apiPublic  nobody
 *
 * Every POST carries an Idempotency-Key. It is kept as long as nobody knows
 * whether the server did the work: pressing the button again after a network
 * failure sends the same key with the same body, and does the work once.
 */
import { Problem, probleme, reseau } from './problem.js';

export { Problem };

const BASE = '/api/v1';
const ATTENTE_MAX = 3; // seconds that a screen may wait for by itself

/** What POST must not be sent twice, and under which key. @type {Map<string, string>} */
const enSuspens = new Map();

/**
 * @typedef {object} Options
 * @property {Record<string, unknown>} [query] absent, null and '' are left out; an array repeats the name
 * @property {number|string} [version] what the caller saw: becomes If-Match
 * @property {AbortSignal} [signal]
 * @property {boolean} [cle] false: no Idempotency-Key (POST only)
 * @property {boolean} [tenace] goes on when the page is left
 */

/** @param {Record<string, unknown>} [query] */
export function adresse(chemin = '', query = {}) {
  const params = new URLSearchParams();

  for (const [nom, valeur] of Object.entries(query)) {
    for (const v of Array.isArray(valeur) ? valeur : [valeur]) {
      if (v !== undefined && v !== null && v !== '')
        params.append(nom, String(v));
    }
  }
  const texte = params.toString();
  return BASE + chemin + (texte === '' ? '' : '?' + texte);
}

/** Random, and not crypto.randomUUID(): that one wants https. */
function cleAleatoire() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');
}

/** @param {number} ms */
const pause = (ms) => new Promise((fin) => { setTimeout(fin, ms); });

/**
 * One exchange, as it is.
 * @param {string} url @param {RequestInit} init
 */
async function echange(url, init) {
  let res;

  try {
    res = await fetch(url, init);
  } catch (e) {
    if (init.signal?.aborted)
      throw e;
    throw reseau();
  }
  if (!res.ok)
    throw await probleme(res);
  return res;
}

/**
 * One exchange; a short unavailability is waited for once, when sending again
 * is harmless.
 * @param {string} url @param {RequestInit} init @param {boolean} rejouable
 */
async function echangePatient(url, init, rejouable) {
  try {
    return await echange(url, init);
  } catch (e) {
    if (!(e instanceof Problem) || !e.passager || !rejouable || (e.attente ?? 1) > ATTENTE_MAX)
      throw e;
    await pause((e.attente ?? 1) * 1000);
    return echange(url, init);
  }
}

/**
 * A client.
 * @param {object} porteur
 * @param {() => Promise<string|null>} porteur.jeton the token to send, renewed beforehand if need be
 * @param {(refuse: string) => Promise<string|null>} porteur.refuse the server refused that token: another one, or null
 */
export function client({ jeton, refuse }) {
  /**
   * @param {string} methode @param {string} chemin @param {unknown} corps @param {Options} options
   * @returns {Promise<any>}
   */
  async function appeler(methode, chemin, corps, options = {}) {
    const texte = corps === undefined ? undefined : JSON.stringify(corps);
    const empreinte = `${methode} ${chemin} ${texte ?? ''}`;
    const cle = methode === 'POST' && options.cle !== false ? enSuspens.get(empreinte) ?? cleAleatoire() : null;
    /** @type {Record<string, string>} */
    const entetes = { Accept: 'application/json, application/problem+json' };

    if (texte !== undefined)
      entetes['Content-Type'] = 'application/json';
    if (options.version !== undefined)
      entetes['If-Match'] = `"${options.version}"`;
    if (cle !== null) {
      entetes['Idempotency-Key'] = cle;
      enSuspens.set(empreinte, cle);
    }
    const envoyer = (/** @type {string|null} */ porte) => echangePatient(adresse(chemin, options.query), {
      method: methode,
      headers: porte === null ? entetes : { ...entetes, Authorization: `Bearer ${porte}` },
      body: texte,
      signal: options.signal,
      keepalive: options.tenace,
      credentials: 'same-origin',
    }, methode === 'GET' || cle !== null);

    try {
      const res = await avecJeton(envoyer);
      enSuspens.delete(empreinte);
      return res.status === 204 ? null : await res.json();
    } catch (e) {
      if (e instanceof Problem && !e.passager && e.code !== 'requete_en_cours')
        enSuspens.delete(empreinte);
      throw e;
    }
  }

  /** A refused token is replaced once. @param {(porte: string|null) => Promise<Response>} envoyer */
  async function avecJeton(envoyer) {
    const premier = await jeton();

    try {
      return await envoyer(premier);
    } catch (e) {
      if (!(e instanceof Problem) || e.status !== 401 || premier === null)
        throw e;
      const second = await refuse(premier);
      if (second === null)
        throw e;
      return envoyer(second);
    }
  }

  return {
    /** @param {string} chemin @param {Options} [options] */
    get: (chemin, options) => appeler('GET', chemin, undefined, options),
    /** @param {string} chemin @param {unknown} [corps] @param {Options} [options] */
    post: (chemin, corps, options) => appeler('POST', chemin, corps, options),
    /** @param {string} chemin @param {unknown} corps @param {Options} [options] */
    put: (chemin, corps, options) => appeler('PUT', chemin, corps, options),
    /** @param {string} chemin @param {unknown} corps @param {Options} [options] */
    patch: (chemin, corps, options) => appeler('PATCH', chemin, corps, options),
    /** @param {string} chemin @param {Options} [options] */
    del: (chemin, options) => appeler('DELETE', chemin, undefined, options),
  };
}

const personne = async () => null;

export const apiPublic = client({ jeton: personne, refuse: personne });

/** @type {string|null} */
let jetonUsager = null;

export const apiUsager = {
  ...client({ jeton: async () => jetonUsager, refuse: personne }),
  /** From now on, calls are hers. Null: nobody's. @param {string|null} jeton */
  ouvrir(jeton) {
    jetonUsager = jeton;
  },
  get ouverte() {
    return jetonUsager !== null;
  },
};

/** Set by session/session.js, which needs this file itself. */
const porteur = {
  /** @type {() => Promise<string|null>} */ jeton: personne,
  /** @type {(refuse: string) => Promise<string|null>} */ refuse: personne,
};

/** @param {typeof porteur} celuiCi */
export function porterLaSession(celuiCi) {
  Object.assign(porteur, celuiCi);
}

export const api = client({ jeton: () => porteur.jeton(), refuse: (j) => porteur.refuse(j) });
