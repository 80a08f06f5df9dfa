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
