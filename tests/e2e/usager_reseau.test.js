/*
 * A draft that survives: the network lost half-way, another browser, two
 * places at once, a draft that the server has no more.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { BASE, ouvrir } from './harnais.js';
import {
  attendreEcran, choisir, commencer, creerBrouillon, ecranDe, ecrire, ecrireAdresse, passer, reponsesCompletes,
} from './usager.js';

const lire = async (id) => (await fetch(`${BASE}/api/v1/brouillons/${id}`)).json();
const idDe = (page) => /signaler\/([0-9a-f-]{36})/.exec(page.url())?.[1];

/** A draft opened half-way, at the landlord's screen. */
async function aMiChemin(page) {
  const { id } = await creerBrouillon(reponsesCompletes({ coordonnees_bailleur_nom: undefined }), 'coordonnees_bailleur');
  await page.goto(`/signaler/${id}`);
  await attendreEcran(page, 'coordonnees_bailleur');
  await page.locator('#coordonnees_bailleur_nom').waitFor();
  return id;
}

test('offline half-way: she goes on, reloads nothing is lost, and all is saved when the network is back', async (t) => {
  const visite = await ouvrir(t);
  const { page, contexte } = visite;
  visite.attendre(0);
  const id = await aMiChemin(page);

  await contexte.setOffline(true);
  await ecrire(page, 'coordonnees_bailleur_nom', 'Durand');
  await passer(page, 'info_procedure_bail');
  await page.getByText('Vos réponses sont gardées sur cet appareil').waitFor();
  await choisir(page, 'info_procedure_bailleur_prevenu', 'non');
  await passer(page, 'zone_concernee');
  assert.equal((await lire(id)).reponses.coordonnees_bailleur_nom, undefined);

  await contexte.setOffline(false);
  await page.getByText('Vos réponses sont enregistrées.').waitFor();
  const garde = await lire(id);
  assert.equal(garde.reponses.coordonnees_bailleur_nom, 'Durand');
  assert.equal(garde.etape, 'zone_concernee');
});

test('offline, then the page is closed: the answers are still on the device, and are sent at the next visit', async (t) => {
  const visite = await ouvrir(t);
  const { page, contexte } = visite;
  visite.attendre(0);
  const id = await aMiChemin(page);

  await contexte.setOffline(true);
  await ecrire(page, 'coordonnees_bailleur_nom', 'Leroy');
  await passer(page, 'info_procedure_bail');
  await page.close();
  await contexte.setOffline(false);

  const autre = await visite.onglet();
  await autre.goto('/signaler');
  await autre.getByRole('button', { name: 'Reprendre' }).click();
  await attendreEcran(autre, 'info_procedure_bail');
  await autre.getByText('Vos réponses sont enregistrées.').waitFor();
  assert.equal((await lire(id)).reponses.coordonnees_bailleur_nom, 'Leroy');
});

test('begun offline: nothing is on the server, the answers go on here', async (t) => {
  const visite = await ouvrir(t);
  const { page, contexte } = visite;
  visite.attendre(0);
  await commencer(page);
  await ecrireAdresse(page);

  await contexte.setOffline(true);
  await passer(page, 'signalement_concerne');
  assert.equal(idDe(page), undefined);
  await choisir(page, 'signalement_concerne_logement_social_autre_tiers', 'non');
  await contexte.setOffline(false);
  await passer(page, 'vos_coordonnees_occupant');
  assert.match(String(idDe(page)), /^[0-9a-f-]{36}$/);
});

test('the link resumes in another browser, at the same screen, and back goes back', async (t) => {
  const { page } = await ouvrir(t);
  await commencer(page);
  await ecrireAdresse(page);
  await passer(page, 'signalement_concerne');
  await choisir(page, 'signalement_concerne_logement_social_autre_tiers', 'oui');
  await passer(page, 'vos_coordonnees_occupant');
  await ecrire(page, 'vos_coordonnees_occupant_nom', 'Martin');
  await page.goBack();
  await attendreEcran(page, 'signalement_concerne');
  assert.ok(await page.locator('#signalement_concerne_logement_social_autre_tiers-oui').isChecked());
  await page.goForward();
  await attendreEcran(page, 'vos_coordonnees_occupant');
  assert.equal(await page.locator('#vos_coordonnees_occupant_nom').inputValue(), 'Martin');

  const ailleurs = await ouvrir(t, { largeur: 360 });
  await ailleurs.page.goto(`/signaler/${idDe(page)}`);
  await attendreEcran(ailleurs.page, 'vos_coordonnees_occupant');
  await ailleurs.page.getByRole('link', { name: 'Retour' }).click();
  await attendreEcran(ailleurs.page, 'signalement_concerne');
  assert.ok(await ailleurs.page.locator('#signalement_concerne_logement_social_autre_tiers-oui').isChecked());
});

test('nobody is further than her first unanswered screen', async (t) => {
  const { page } = await ouvrir(t);
  const { id } = await creerBrouillon(reponsesCompletes({ bail_dpe_bail: undefined }));
  await page.goto(`/signaler/${id}?ecran=validation_signalement`);
  await attendreEcran(page, 'bail_dpe');
});

test('changed in two places: the person chooses which version stays', async (t) => {
  for (const [bouton, attendu] of [['L’autre version', 'Ailleurs'], ['Celle de cet écran', 'Ici']]) {
    await t.test(bouton, async (tt) => {
      const visite = await ouvrir(tt);
      const { page } = visite;
      visite.attendre(412);
      const id = await aMiChemin(page);
      const { profil, etape, reponses } = await lire(id);
      const res = await fetch(`${BASE}/api/v1/brouillons/${id}`, {
        method: 'PUT', headers: { 'Content-Type': 'application/json', 'If-Match': '"1"' },
        body: JSON.stringify({ profil, etape, reponses: { ...reponses, coordonnees_bailleur_nom: 'Ailleurs' } }),
      });
      assert.equal(res.status, 200);
      await ecrire(page, 'coordonnees_bailleur_nom', 'Ici');
      await passer(page, 'info_procedure_bail');
      await page.getByRole('button', { name: bouton }).click();
      await page.getByText('Vos réponses sont enregistrées.').waitFor();
      assert.equal((await lire(id)).reponses.coordonnees_bailleur_nom, attendu);
      await page.goto(`/signaler/${id}?ecran=coordonnees_bailleur`);
      await page.locator('#coordonnees_bailleur_nom').waitFor();
      assert.equal(await page.locator('#coordonnees_bailleur_nom').inputValue(), attendu);
    });
  }
});

test('erased elsewhere: the answers go on in a new draft', async (t) => {
  const visite = await ouvrir(t);
  const { page } = visite;
  visite.attendre(404);
  const id = await aMiChemin(page);
  await fetch(`${BASE}/api/v1/brouillons/${id}`, { method: 'DELETE' });
  await ecrire(page, 'coordonnees_bailleur_nom', 'Durand');
  await passer(page, 'info_procedure_bail');
  await page.getByRole('button', { name: 'Continuer avec mes réponses' }).click();
  await page.getByText('Vos réponses sont enregistrées.').waitFor();
  await choisir(page, 'info_procedure_bailleur_prevenu', 'non');
  await passer(page, 'zone_concernee');
  assert.notEqual(idDe(page), id);
  assert.equal((await lire(idDe(page))).reponses.coordonnees_bailleur_nom, 'Durand');
});

test('a link that leads nowhere says so', async (t) => {
  const visite = await ouvrir(t);
  visite.attendre(404);
  await visite.page.goto('/signaler/00000000-0000-4000-8000-000000000000');
  await visite.page.getByText('Cette saisie n’existe plus.').waitFor();
});

test('erasing leaves nothing, here nor on the server', async (t) => {
  const visite = await ouvrir(t);
  const { page } = visite;
  const id = await aMiChemin(page);
  await page.getByText('Finir plus tard, ou effacer').click();
  await page.getByRole('button', { name: 'Effacer ma saisie' }).click();
  await page.getByRole('button', { name: 'Effacer', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Signaler un logement' }).waitFor();
  assert.equal(ecranDe(page), null);
  await page.waitForFunction(() => localStorage.getItem('vigie-brouillon') === null);
  assert.equal((await fetch(`${BASE}/api/v1/brouillons/${id}`)).status, 404);
});
