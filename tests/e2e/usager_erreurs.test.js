/*
 * What can go wrong at the end or at the start: pressed twice, a territory that
 * is not open, an answer that only the server refuses.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { appel, ouvrir } from './harnais.js';
import {
  attendreEcran, commencer, continuer, creerBrouillon, dossierDe, ecranDe, ecrire, ecrireAdresse, passer,
  reponsesCompletes, verifierAccesPartout,
} from './usager.js';

test('pressed twice, one dossier', async (t) => {
  const { page } = await ouvrir(t);
  const reponses = reponsesCompletes();
  const { id } = await creerBrouillon(reponses);
  await page.goto(`/signaler/${id}`);
  const bouton = page.getByRole('button', { name: 'Envoyer mon signalement' });
  await bouton.waitFor();
  await bouton.dblclick();
  await attendreEcran(page, 'confirmation');
  const reference = await page.locator('.vl-depot__reference').innerText();
  const { elements } = await appel('rt-13@demo.example', 'GET', '/signalements?territoire=13&limite=100');
  const siens = [];
  for (const e of elements.slice(0, 10)) {
    const dossier = await appel('rt-13@demo.example', 'GET', `/signalements/${e.id}`);
    if (dossier.occupant.email === reponses.vos_coordonnees_occupant_email) siens.push(dossier.reference);
  }
  assert.deepEqual(siens, [reference]);
});

test('the answer of the server is lost: pressing again gives the same dossier', async (t) => {
  const visite = await ouvrir(t);
  const { page } = visite;
  visite.attendre(0);
  const { id } = await creerBrouillon(reponsesCompletes());
  const references = [];
  await page.route('**/soumission', async (route) => {
    const reponse = await route.fetch();
    references.push((await reponse.json()).reference);
    if (references.length < 3) await route.abort(); // the client tries twice by itself
    else await route.fulfill({ response: reponse });
  });
  await page.goto(`/signaler/${id}`);
  await page.getByRole('button', { name: 'Envoyer mon signalement' }).click();
  await page.getByText('Pas de réponse', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Envoyer mon signalement' }).click();
  await attendreEcran(page, 'confirmation');
  assert.equal(new Set(references).size, 1);
  assert.equal(await page.locator('.vl-depot__reference').innerText(), references[0]);
});

test('an answer that only the server refuses is shown on its field, and mended there', async (t) => {
  const visite = await ouvrir(t);
  const { page } = visite;
  visite.attendre(422);
  const { id } = await creerBrouillon(reponsesCompletes({
    vos_coordonnees_occupant_nom: 'Mar\u0001tin', coordonnees_bailleur_nom: 'Du\u0002pré',
  }));
  await page.goto(`/signaler/${id}`);
  await page.getByRole('button', { name: 'Envoyer mon signalement' }).click();

  await attendreEcran(page, 'vos_coordonnees_occupant');
  const nom = page.locator('#vos_coordonnees_occupant_nom');
  await page.locator('#vos_coordonnees_occupant_nom-erreur').waitFor();
  assert.equal(await nom.getAttribute('aria-invalid'), 'true');
  await page.getByRole('alert').getByRole('link').click();
  assert.ok(await nom.evaluate((x) => x === document.activeElement));
  await verifierAccesPartout(page, 'erreur du serveur');
  await ecrire(page, 'vos_coordonnees_occupant_nom', 'Martin');
  await passer(page, 'validation_signalement');

  await page.getByRole('button', { name: 'Envoyer mon signalement' }).click();
  await attendreEcran(page, 'coordonnees_bailleur');
  await page.locator('#coordonnees_bailleur_nom-erreur').waitFor();
  await ecrire(page, 'coordonnees_bailleur_nom', 'Dupré');
  await passer(page, 'validation_signalement');
  await passer(page, 'confirmation');
  const dossier = await dossierDe(await page.locator('.vl-depot__reference').innerText());
  assert.equal(dossier.occupant.nom, 'Martin');
});

test('no problem described: told at the end, on the screen where they are picked', async (t) => {
  const visite = await ouvrir(t);
  const { page } = visite;
  visite.attendre(422);
  const { id } = await creerBrouillon(reponsesCompletes({ categorieDisorders: { batiment: [], logement: [] } }));
  await page.goto(`/signaler/${id}`);
  await page.getByText('Vous n’avez coché aucun problème').waitFor();
  await page.getByRole('button', { name: 'Envoyer mon signalement' }).click();
  await attendreEcran(page, 'desordres_logement');
  await page.locator('#categorieDisorders-erreur').waitFor();
  await verifierAccesPartout(page, 'aucun désordre');
});

test('a territory that is not open is told at the address, with what to do', async (t) => {
  const { page } = await ouvrir(t);
  await commencer(page);
  await ecrireAdresse(page, '3 rue de la Paix', '75002');
  await continuer(page);
  const avis = page.getByRole('alert');
  await avis.getByText('Le service n’est pas ouvert à cette adresse').waitFor();
  await avis.getByRole('link', { name: '0806 706 806' }).first().waitFor();
  assert.equal(ecranDe(page), 'adresse_logement');
  assert.ok(await avis.evaluate((x) => x === document.activeElement));
  await verifierAccesPartout(page, 'territoire fermé');

  await ecrireAdresse(page);
  await passer(page, 'signalement_concerne');
});

test('a commune that is not in the list is written by hand, and checked', async (t) => {
  const { page } = await ouvrir(t);
  await commencer(page);
  await page.locator('#adresse_logement_adresse_detail_numero').fill('1 place de la Mairie');
  await page.getByRole('button', { name: 'Je ne trouve pas la commune' }).click();
  await page.getByLabel('Code postal').fill('00000');
  await page.getByLabel('Commune').fill('Nulle-Part');
  await continuer(page);
  await page.getByText('Cette adresse est à vérifier').waitFor();
  await verifierAccesPartout(page, 'adresse à la main');
  await page.getByLabel('Code postal').fill('13100');
  await page.getByLabel('Commune').fill('Aix-en-Provence');
  await passer(page, 'signalement_concerne');
});
