/**
 * Every screen of agents and of passers-by under axe: narrow and wide, light and dark.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { affecter, appel, axe, deposer, examiner, ouvrir, seConnecter } from './harnais.js';
import { rebut } from './rebut.js';

const PUBLICS = [
  ['/', 'accueil', /Signalez-le/],
  ['/connexion', 'connexion', 'Espace des partenaires'],
  ['/accessibilite', 'accessibilité', 'Accessibilité'],
  ['/mentions-legales', 'mentions légales', 'Mentions légales'],
  ['/donnees-personnelles', 'données personnelles', 'Données personnelles'],
  ['/nulle-part', 'page introuvable', 'Page introuvable'],
];

test('the public pages have no fault', async (t) => {
  const { page } = await ouvrir(t);

  for (const [chemin, nom, titre] of PUBLICS) {
    await page.goto(chemin);
    await page.getByRole('heading', { level: 1, name: titre }).waitFor();
    await examiner(page, nom);
  }
});

test('the login says what is wrong, and how long to wait', async (t) => {
  const visite = await ouvrir(t, { largeur: 360 });
  const { page } = visite;

  visite.attendre(401, 429);
  await page.goto('/connexion');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByText('Indiquez votre adresse électronique.').waitFor();
  await axe(page, 'connexion, champs vides');
  await page.getByLabel('Adresse électronique').fill(`personne-${Date.now()}@example.org`);
  await page.getByLabel('Mot de passe', { exact: true }).fill('mauvais');
  await page.getByLabel('Afficher le mot de passe').check({ force: true });
  assert.equal(await page.locator('#mot_de_passe').getAttribute('type'), 'text');
  for (let i = 0; i < 12 && !await page.getByText('Trop d’essais').isVisible(); i++) {
    const reponse = page.waitForResponse('**/sessions');
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await reponse;
    await page.getByRole('alert').waitFor();
    if (i === 0)
      await axe(page, 'connexion, refusée');
  }
  await page.getByRole('button', { name: /^Réessayer dans/ }).waitFor();
  await axe(page, 'connexion, bloquée');
});

test('the screens of a manager have no fault', async (t) => {
  const dossier = await deposer();
  const enCours = await deposer();
  const { page } = await ouvrir(t);

  await affecter(enCours);
  await appel('rt-13@demo.example', 'POST', `/signalements/${enCours.id}/suivis`,
    { message: 'Bonjour, votre dossier est bien arrivé.', visible_usager: true });
  await appel('rt-13@demo.example', 'POST', `/signalements/${enCours.id}/suivis`,
    { message: 'À voir avec le service d’hygiène.', visible_usager: false });

  await seConnecter(page, 'rt-13@demo.example');
  await page.getByRole('link', { name: dossier.nom }).waitFor();
  await examiner(page, 'liste', () => page.getByRole('link', { name: dossier.nom }).waitFor());
  await page.goto('/signalements?q=introuvable-zzz');
  await page.getByText('Aucun dossier ne répond').waitFor();
  await examiner(page, 'liste vide');
  await page.goto('/mon-compte');
  await page.getByLabel('Prénom').waitFor();
  await examiner(page, 'mon compte');
  await page.goto(`/signalements/${dossier.id}`);
  await page.getByRole('heading', { name: 'Désordres et points' }).waitFor();
  await examiner(page, 'dossier à valider');
  await page.getByRole('button', { name: 'Refuser', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Motif').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Refuser' }).click();
  await page.getByText('2 réponses sont à corriger').waitFor();
  await examiner(page, 'dialogue de refus');

  const vues = { situation: 'Désordres et points', suivis: 'À voir avec le service', historique: 'Dossier déposé' };
  for (const [vue, dit] of Object.entries(vues)) {
    await page.goto(`/signalements/${enCours.id}?vue=${vue}`);
    await page.getByRole('heading', { name: 'Service d\'hygiène de Marseille' }).waitFor();
    await page.getByText(dit).first().waitFor();
    await examiner(page, `dossier en cours, ${vue}`);
  }
  await page.getByRole('button', { name: 'Saisir un partenaire' }).click();
  await page.getByText('(déjà saisi)').waitFor();
  await examiner(page, 'dialogue des partenaires');
  await page.getByRole('button', { name: 'Annuler' }).click();
  await page.getByRole('button', { name: 'Fermer le dossier' }).click();
  await page.getByRole('dialog').getByLabel('Motif').selectOption({ label: 'Le logement a été remis en état' });
  await page.getByRole('group', { name: /travaux de remise en état/ }).waitFor();
  await examiner(page, 'dialogue de fermeture');
});

test('a dossier that one may not see is not there', async (t) => {
  const dossier = await deposer();
  const visite = await ouvrir(t);

  visite.attendre(404);
  await seConnecter(visite.page, 'rt-01@demo.example', `/signalements/${dossier.id}`);
  await visite.page.getByRole('heading', { level: 1, name: 'Dossier introuvable' }).waitFor();
  await examiner(visite.page, 'dossier introuvable');
});

test('a failed sending is shown to the national administrator, who replays it', async (t) => {
  const texte = await rebut(t);
  const { page } = await ouvrir(t);

  await seConnecter(page, 'admin@demo.example');
  await page.getByRole('link', { name: 'Envois en échec' }).click();
  const ligne = page.getByRole('listitem').filter({ hasText: texte });
  await ligne.waitFor();
  await examiner(page, 'envois en échec');
  await ligne.getByRole('button', { name: 'Rejouer' }).click();
  await page.getByText('remis dans la file').waitFor();
  await ligne.waitFor({ state: 'detached' });
});
