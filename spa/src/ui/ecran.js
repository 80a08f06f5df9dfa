/* Is the screen narrow? For what must be other markup on a phone, not only other style. */
import { onScopeDispose, readonly, ref } from 'vue';

/** @param {string} [requete] */
export function useEtroit(requete = '(max-width: 47.99rem)') {
  const media = matchMedia(requete);
  const etroit = ref(media.matches);
  const suivre = () => { etroit.value = media.matches; };

  media.addEventListener('change', suivre);
  onScopeDispose(() => media.removeEventListener('change', suivre));
  return readonly(etroit);
}
