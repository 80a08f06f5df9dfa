/* The bricks of the form: which component asks a question of this type. */
import Adresse from './Adresse.vue';
import Case from './Case.vue';
import Cases from './Cases.vue';
import Categories from './Categories.vue';
import Choix from './Choix.vue';
import Information from './Information.vue';
import ListeDeroulante from './ListeDeroulante.vue';
import Texte from './Texte.vue';

/** @type {Record<string, import('vue').Component>} */
export const briques = {
  adresse: Adresse,
  case: Case,
  cases: Cases,
  categories: Categories,
  choix: Choix,
  date: Texte,
  email: Texte,
  information: Information,
  liste: ListeDeroulante,
  mois: Texte,
  nombre: Texte,
  telephone: Texte,
  texte: Texte,
  texte_long: Texte,
};
