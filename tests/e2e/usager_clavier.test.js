/*
 * The form by keyboard alone: Tab, arrows, Space, Enter. No mouse, no touch.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { focusVisible, ouvrir, tabJusqua } from './harnais.js';
import { attendreEcran, creerBrouillon, reponsesCompletes } from './usager.js';

const par = (page, id) => page.locator(`[id="${id}"]`);

/** To a text field, and what is typed there. */
async function taper(page, id, texte) {
  await tabJusqua(page, par(page, id));
  await focusVisible(page);
  await page.keyboard.type(texte);
}

/** To a group of radio buttons, n arrows down. */
async function fleches(page, champ, valeur, n = 0) {
  await tabJusqua(page, page.locator(`input[name="${champ}"]`));
  await page.keyboard.press('Space');
  for (let i = 0; i < n; i++) await page.keyboard.press('ArrowDown');
  assert.ok(await par(page, `${champ}-${valeur}`).isChecked(), `${champ} ${valeur}`);
}

async function cocherAuClavier(page, id) {
  await tabJusqua(page, par(page, id));
  await page.keyboard.press('Space');
  assert.ok(await par(page, id).isChecked());
}

/** Enter on the button; the focus is then on the title of the next screen. */
async function suite(page, ecran) {
  await tabJusqua(page, page.locator('main form button[type=submit]'));
  await focusVisible(page);
  await page.keyboard.press('Enter');
  await attendreEcran(page, ecran);
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
}

test('from the first screen into the form, with its list of communes and its errors', async (t) => {
  const { page } = await ouvrir(t);
  await page.goto('/signaler');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await tabJusqua(page, page.locator('input[name=qui]'));
  await page.keyboard.press('Space');
  await tabJusqua(page, page.getByRole('button', { name: 'Commencer' }));
  await page.keyboard.press('Enter');
  await attendreEcran(page, 'adresse_logement');

  await tabJusqua(page, page.locator('main form button[type=submit]'));
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert');
  await tabJusqua(page, page.getByRole('link', { name: 'Indiquez le numéro et la rue.' }));
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'adresse_logement_adresse_detail_numero');
  await page.keyboard.type('12 rue de la République');
  await taper(page, 'adresse_logement_adresse_detail_commune', 'marseille 1er');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.locator('[role=option][aria-selected=true]').count(), 1);
  await page.keyboard.press('Enter');
  assert.match(await par(page, 'adresse_logement_adresse_detail_commune').inputValue(), /Marseille 1er.*13001/);
  await suite(page, 'signalement_concerne');
  await fleches(page, 'signalement_concerne_logement_social_autre_tiers', 'non', 1);
  await suite(page, 'vos_coordonnees_occupant');
  await fleches(page, 'vos_coordonnees_occupant_civilite', 'mme');
  await taper(page, 'vos_coordonnees_occupant_nom', 'Martin');
  await taper(page, 'vos_coordonnees_occupant_prenom', 'Inès');
  await taper(page, 'vos_coordonnees_occupant_email', 'ines.martin@exemple.fr');
  await taper(page, 'vos_coordonnees_occupant_tel', '0612345678');
  await suite(page, 'coordonnees_bailleur');
});

test('from the problems to the confirmation', async (t) => {
  const { page } = await ouvrir(t);
  const P = 'desordres_logement_humidite_tout';
  const reponses = reponsesCompletes();
  for (const champ of Object.keys(reponses)) {
    if (/^(desordres|categorie|message|info_procedure_(ass|dep)|utilisation)/.test(champ)) delete reponses[champ];
  }
  const { id } = await creerBrouillon(reponses, 'desordres_logement');
  await page.goto(`/signaler/${id}`);
  await attendreEcran(page, 'desordres_logement');
  await page.locator('main form').waitFor();
  await cocherAuClavier(page, 'desordres_logement_humidite');
  await suite(page, 'desordres_logement_humidite');
  await cocherAuClavier(page, P);
  await fleches(page, `${P}_details_fuite`, 'non', 1);
  await fleches(page, `${P}_details_machine`, 'oui');
  await fleches(page, `${P}_details_moisissure_apres_nettoyage`, 'nsp', 2);
  await suite(page, 'desordres_precisions');
  await taper(page, 'message_administration', 'Tout est humide.');
  await suite(page, 'info_procedure_assurance');
  await fleches(page, 'info_procedure_assurance_contactee', 'pas_assurance_logement', 2);
  await fleches(page, 'info_procedure_depart_apres_travaux', 'non', 1);
  await suite(page, 'informations_complementaires');
  await suite(page, 'utilisation_service');
  for (const quoi of ['prevenir_bailleur', 'visite', 'demande_logement', 'donnees_sante', 'cgu']) {
    await cocherAuClavier(page, `utilisation_service_ok_${quoi}`);
  }
  await suite(page, 'validation_signalement');
  await suite(page, 'confirmation');
  await page.getByRole('heading', { level: 1, name: 'Votre signalement est envoyé' }).waitFor();
});
