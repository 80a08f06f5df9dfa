/*
 * The screens: one row each, loaded when they are first shown. `agent` screens
 * need a session and send to the login first, which comes back here.
 */
import { createRouter, createWebHistory } from 'vue-router';
import { effacerAvis } from './ui/avis.js';
import { retrouver, session } from './session/session.js';

const agent = { agent: true };

const routes = [
  { path: '/', component: () => import('./accueil/Accueil.vue') },
  { path: '/signaler', component: () => import('./brouillon/PageSignaler.vue') },
  { path: '/signaler/:id', component: () => import('./brouillon/PageSignaler.vue') },
  { path: '/suivi', component: () => import('./suivi_usager/PageSuivi.vue') },
  { path: '/suivi/:code', component: () => import('./suivi_usager/PageSuivi.vue') },
  { path: '/connexion', component: () => import('./session/Connexion.vue') },
  { path: '/signalements', component: () => import('./signalement/Liste.vue'), meta: agent },
  { path: '/signalements/:id', component: () => import('./signalement/Dossier.vue'), meta: agent },
  { path: '/rebuts', component: () => import('./evenement/Rebuts.vue'), meta: agent },
  { path: '/mon-compte', component: () => import('./session/MonCompte.vue'), meta: agent },
  { path: '/accessibilite', component: () => import('./accueil/Accessibilite.vue') },
  { path: '/mentions-legales', component: () => import('./accueil/Mentions.vue') },
  { path: '/donnees-personnelles', component: () => import('./accueil/Donnees.vue') },
  { path: '/:chemin(.*)*', component: () => import('./accueil/Introuvable.vue') },
];

export const router = createRouter({
  history: createWebHistory(),
  routes,
  // Back gives the place back; filtering a list (same page) does not move it.
  scrollBehavior: (vers, de, garde) => garde ?? (vers.path === de.path ? false : { top: 0 }),
});

/** @param {import('vue-router').RouteLocationNormalized} route */
export function versConnexion(route) {
  return { path: '/connexion', query: { retour: route.fullPath } };
}

router.beforeEach(async (vers) => {
  if (!vers.meta.agent || session.utilisateur !== null)
    return true;
  try {
    return await retrouver() || versConnexion(vers);
  } catch {
    return true; // the server cannot be asked: the page says so, and offers to try again
  }
});

router.afterEach((vers, de) => {
  if (vers.path !== de.path)
    effacerAvis();
});

// A new version was put online: the old pages' files are gone, start afresh.
router.onError((erreur, vers) => {
  if (/dynamically imported module|module script/i.test(String(erreur?.message)))
    location.assign(vers.fullPath);
});
