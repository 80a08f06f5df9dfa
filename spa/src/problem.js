/*
 * What can go wrong with a call, as one typed error: the problem documents of
 * the API (RFC 9457), and the network itself, told in the same shape so that a
 * screen has one thing to show.
 */

/** @typedef {{pointeur: string, code: string, detail: string}} Faute */

export class Problem extends Error {
  /**
   * @param {{status: number, code: string, title?: string, detail: string, request_id?: string|null,
   *          erreurs?: Faute[]}} document
   * @param {number|null} [attente] seconds to wait before trying again
   */
  constructor(document, attente = null) {
    super(document.detail);
    this.name = 'Problem';
    this.status = document.status;
    this.code = document.code;
    this.titre = document.title ?? '';
    this.detail = document.detail;
    this.requestId = document.request_id ?? null;
    this.erreurs = document.erreurs ?? [];
    this.attente = attente;
  }

  /** The first fault at exactly this place, as text, or ''. @param {string} pointeur */
  champ(pointeur) {
    return this.erreurs.find((e) => e.pointeur === pointeur)?.detail ?? '';
  }

  /** Every fault, by pointer; the first one of each place. @returns {Record<string, string>} */
  get champs() {
    return Object.fromEntries(this.erreurs.map((e) => [e.pointeur, e.detail]).reverse());
  }

  /** Nobody decided anything: the same call may be sent again. */
  get passager() {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  get perime() {
    return this.status === 412;
  }
}

/** The network gave no answer. */
export function reseau() {
  return new Problem({
    status: 0,
    code: 'reseau',
    title: 'Pas de réponse',
    detail: 'Nous n’arrivons pas à joindre le service. Vérifiez votre connexion à internet, puis réessayez.',
  });
}

/**
 * An answer that is not a success.
 * @param {Response} res
 */
export async function probleme(res) {
  const attente = Number.parseInt(res.headers.get('retry-after') ?? '', 10);
  const fin = Number.isNaN(attente) ? null : attente;

  try {
    const document = await res.json();
    if (typeof document.code === 'string' && typeof document.detail === 'string')
      return new Problem(document, fin);
  } catch {
    // Something in between answered in its own words.
  }
  return new Problem({
    status: res.status,
    code: 'erreur_interne',
    title: 'Erreur',
    detail: 'Le service a répondu de façon inattendue. Réessayez dans quelques instants.',
    request_id: res.headers.get('x-request-id'),
  }, fin);
}
