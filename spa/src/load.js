/*
 * A page is: `const { data, error, pending, reload } = useLoad(...)`, then markup.
 * The last question asked is the one whose answer is kept; a page that is left
 * asks no more.
 */
import { onScopeDispose, ref, shallowRef, watch } from 'vue';

/**
 * @template T
 * @param {(signal: AbortSignal) => Promise<T>} charger
 * @param {() => unknown} [quand] read again whenever this changes (compared as JSON)
 */
export function useLoad(charger, quand) {
  const data = shallowRef(/** @type {T|null} */ (null));
  const error = shallowRef(/** @type {Error|null} */ (null));
  const pending = ref(true);
  /** @type {AbortController|null} */
  let encours = null;

  /** Asks again; what is on the screen stays there until the answer. */
  async function reload() {
    const moi = new AbortController();

    encours?.abort();
    encours = moi;
    pending.value = true;
    try {
      const recu = await charger(moi.signal);
      if (encours !== moi)
        return;
      data.value = recu;
      error.value = null;
    } catch (e) {
      if (encours !== moi || moi.signal.aborted)
        return;
      error.value = /** @type {Error} */ (e);
    } finally {
      if (encours === moi)
        pending.value = false;
    }
  }

  if (quand !== undefined)
    watch(() => JSON.stringify(quand()), reload);
  onScopeDispose(() => encours?.abort());
  reload();
  return { data, error, pending, reload };
}

/**
 * A list that comes by pages (`elements`, `suivant`), read one after the other
 * into one array. `reload` starts again from the first page.
 * @template T
 * @param {(apres: string|null, signal: AbortSignal) => Promise<{elements: T[], suivant: string|null,
 *   total: {valeur: number|null, exact: boolean}}>} charger
 */
export function useSuite(charger) {
  const elements = shallowRef(/** @type {T[]} */ ([]));
  const suivant = ref(/** @type {string|null} */ (null));
  const suiteEncours = ref(false);
  const suiteErreur = shallowRef(/** @type {Error|null} */ (null));
  const premiere = useLoad(async (signal) => {
    const page = await charger(null, signal);

    elements.value = page.elements;
    suivant.value = page.suivant;
    suiteErreur.value = null;
    return page;
  });

  async function suite() {
    const depuis = suivant.value;
    const page = premiere.data.value;

    suiteEncours.value = true;
    suiteErreur.value = null;
    try {
      const recu = await charger(depuis, new AbortController().signal);
      if (premiere.data.value === page && suivant.value === depuis) { // not started again meanwhile
        elements.value = [...elements.value, ...recu.elements];
        suivant.value = recu.suivant;
      }
    } catch (e) {
      suiteErreur.value = /** @type {Error} */ (e);
    } finally {
      suiteEncours.value = false;
    }
  }

  return { ...premiere, elements, suivant, suite, suiteEncours, suiteErreur };
}

/**
 * A write: one at a time, its failure kept for the screen. `envoyer` tells
 * whether it succeeded.
 * @template {unknown[]} A
 * @param {(...args: A) => Promise<unknown>} ecrire
 */
export function useEnvoi(ecrire) {
  const encours = ref(false);
  const erreur = shallowRef(/** @type {Error|null} */ (null));

  /** @param {A} args */
  async function envoyer(...args) {
    if (encours.value)
      return false;
    encours.value = true;
    erreur.value = null;
    try {
      await ecrire(...args);
      return true;
    } catch (e) {
      erreur.value = /** @type {Error} */ (e);
      return false;
    } finally {
      encours.value = false;
    }
  }

  return { encours, erreur, envoyer };
}
