/*
 * A tenant from the first screen to the follow-up of her dossier.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { ouvrir } from './harnais.js';
import {
  attendreEcran, choisir, cocher, commencer, continuer, dossierDe, ecranDe, ecrire, ecrireAdresse, passer, repondreATout,
  verifierAcces, verifierAccesPartout,
} from './usager.js';

/** A short and plain path: a flat with damp in the kitchen and mice in the building. */
async function remplirCourt(page) {
  await ecrireAdresse(page);
  await passer(page, 'signalement_concerne');
  await choisir(page, 'signalement_concerne_logement_social_autre_tiers', 'non');
  await passer(page, 'vos_coordonnees_occupant');
  await choisir(page, 'vos_coordonnees_occupant_civilite', 'mme');
  await ecrire(page, 'vos_coordonnees_occupant_nom', 'Martin');
  await ecrire(page, 'vos_coordonnees_occupant_prenom', 'Inès');
  await ecrire(page, 'vos_coordonnees_occupant_email', 'ines.martin@exemple.fr');
  await ecrire(page, 'vos_coordonnees_occupant_tel', '06 12 34 56 78');
  await passer(page, 'coordonnees_bailleur');
  await ecrire(page, 'coordonnees_bailleur_nom', 'Dupré');
  await passer(page, 'info_procedure_bail');
  await choisir(page, 'info_procedure_bailleur_prevenu', 'oui');
  await page.locator('#info_procedure_bail_moyen').selectOption('courrier');
  await ecrire(page, 'info_procedure_bail_date', '9/2025');
  await ecrire(page, 'info_procedure_bail_reponse', 'Aucune réponse');
  await passer(page, 'zone_concernee');
  await choisir(page, 'zone_concernee_zone', 'batiment_logement');
  await choisir(page, 'zone_concernee_debut_desordres', 'more_2_years');
  await passer(page, 'type_logement');
  await choisir(page, 'type_logement_nature', 'appartement');
  await choisir(page, 'type_logement_rdc', 'oui');
  await passer(page, 'composition_logement');
  await choisir(page, 'composition_logement_piece_unique', 'plusieurs_pieces');
  await ecrire(page, 'composition_logement_nb_pieces', '2');
  await ecrire(page, 'composition_logement_superficie', '38,5');
  await passer(page, 'type_logement_commodites');
  for (const quoi of ['piece_a_vivre_9m', 'cuisine', 'salle_de_bain', 'wc']) {
    await choisir(page, `type_logement_commodites_${quoi}`, 'oui');
  }
  await choisir(page, 'type_logement_commodites_wc_cuisine', 'non');
  await passer(page, 'composition_logement_personnes');
  await ecrire(page, 'composition_logement_nombre_personnes', '3');
  await ecrire(page, 'composition_logement_nombre_enfants', '1');
  await choisir(page, 'composition_logement_enfants', 'oui');
  await passer(page, 'bail_dpe');
  await ecrire(page, 'bail_dpe_date_emmenagement', '01/05/2019');
  for (const quoi of ['bail', 'etat_des_lieux', 'dpe']) await choisir(page, `bail_dpe_${quoi}`, 'nsp');
  await passer(page, 'logement_social');
  await choisir(page, 'logement_social_demande_relogement', 'non');
  await choisir(page, 'logement_social_allocation', 'non');
  await passer(page, 'travailleur_social');
  await choisir(page, 'travailleur_social_quitte_logement', 'non');
  await choisir(page, 'travailleur_social_accompagnement', 'non');
  await passer(page, 'desordres_batiment');
  await cocher(page, 'desordres_batiment_nuisibles');
  await passer(page, 'desordres_batiment_nuisibles');
  await cocher(page, 'desordres_batiment_nuisibles_rongeurs');
  await passer(page, 'desordres_logement');
  await cocher(page, 'desordres_logement_humidite');
  await passer(page, 'desordres_logement_humidite');
  await cocher(page, 'desordres_logement_humidite_cuisine');
  await choisir(page, 'desordres_logement_humidite_cuisine_details_fuite', 'non');
  await choisir(page, 'desordres_logement_humidite_cuisine_details_machine', 'oui');
  await choisir(page, 'desordres_logement_humidite_cuisine_details_moisissure_apres_nettoyage', 'oui');
  await passer(page, 'desordres_precisions');
  await ecrire(page, 'message_administration', 'Le mur de la cuisine est noir depuis deux ans.');
  await passer(page, 'info_procedure_assurance');
  await choisir(page, 'info_procedure_assurance_contactee', 'non');
  await choisir(page, 'info_procedure_depart_apres_travaux', 'non');
  await passer(page, 'informations_complementaires');
  await passer(page, 'utilisation_service');
  for (const quoi of ['prevenir_bailleur', 'visite', 'demande_logement', 'donnees_sante', 'cgu']) {
    await cocher(page, `utilisation_service_ok_${quoi}`);
  }
  await passer(page, 'validation_signalement');
}

test('a tenant files a dossier, corrects an answer on the way, and follows it', async (t) => {
  const { page } = await ouvrir(t);
  await commencer(page);
  await remplirCourt(page);

  await t.test('the recap shows the answers and leads back to them', async () => {
    const recap = page.locator('main');
    await recap.getByText('12 rue de la République, 13001 Marseille 1er Arrondissement').waitFor();
    await recap.getByText('38,5\u00a0m²').waitFor();
    await page.getByRole('link', { name: 'Modifier : Sa taille' }).click();
    await attendreEcran(page, 'composition_logement');
    await ecrire(page, 'composition_logement_superficie', '41');
    await passer(page, 'validation_signalement');
    await page.getByText('41\u00a0m²').waitFor();
  });

  await passer(page, 'confirmation');
  const reference = await page.locator('.vl-depot__reference').innerText();
  assert.match(reference, /^\d{4}-\d+$/);
  await page.getByRole('heading', { level: 1, name: 'Votre signalement est envoyé' }).waitFor();

  await t.test('the agents read what she answered', async () => {
    const dossier = await dossierDe(reference);
    assert.equal(dossier.logement.superficie, 41);
    assert.equal(dossier.logement.situation, 'RDC');
    assert.equal(dossier.bailleur.averti_le, '2025-09-01');
    assert.equal(dossier.foyer.enfants_moins_6, 'oui');
    assert.equal(dossier.occupant.telephone.replace(/\D/g, '').slice(-9), '612345678');
    assert.deepEqual(dossier.desordres.map((d) => d.critere).sort(),
      ['desordres_batiment_nuisibles_rongeurs', 'desordres_logement_humidite_cuisine']);
    assert.ok(dossier.criticite.score > 0);
  });

  await t.test('a reload keeps the confirmation, back does not reopen the form', async () => {
    await page.reload();
    await page.getByText(reference).waitFor();
    await page.goBack();
    await page.getByText(reference).waitFor();
  });

  await t.test('the link of the confirmation opens the follow-up', async () => {
    await page.getByRole('link', { name: 'Suivre mon dossier' }).click();
    await page.getByLabel('Première lettre de votre prénom').fill('i');
    await page.getByLabel('Première lettre de votre nom').fill('M');
    await page.getByLabel('Code postal du logement').fill('13001');
    await page.getByRole('button', { name: 'Ouvrir mon dossier' }).click();
    await page.getByRole('heading', { level: 1, name: reference }).waitFor();
    await page.getByText('Humidité ou moisissures dans la cuisine').waitFor();
    await verifierAccesPartout(page, 'suivi');
  });
});

test('the same on a phone', async (t) => {
  const { page } = await ouvrir(t, { largeur: 360 });
  await commencer(page);
  await remplirCourt(page);
  await verifierAcces(page, 'recap');
  await passer(page, 'confirmation');
  await verifierAcces(page, 'confirmation');
});

test('every screen, empty, wrong and full, has nothing for axe at 360 and 1280 px', async (t) => {
  const { page } = await ouvrir(t);
  const vus = [];
  await page.goto('/signaler');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await verifierAccesPartout(page, 'debut');
  await commencer(page);
  for (let ecran = 'adresse_logement'; ecran !== 'confirmation'; ecran = ecranDe(page)) {
    assert.ok(!vus.includes(ecran), `${ecran} twice`);
    vus.push(ecran);
    if (ecran !== 'validation_signalement') {
      await continuer(page);
      await page.waitForTimeout(50);
      if (await page.locator('.fr-alert--error').count() > 0) await verifierAcces(page, `${ecran} en erreur`);
      else {
        await page.goto(page.url().replace(ecranDe(page), ecran));
        await attendreEcran(page, ecran);
        await page.locator('main form').waitFor();
      }
      await repondreATout(page);
    }
    await verifierAccesPartout(page, ecran);
    await continuer(page);
    await page.waitForURL((url) => url.searchParams.get('ecran') !== ecran);
    await page.getByRole('heading', { level: 1 }).waitFor();
  }
  assert.equal(vus.length, 38);
  await verifierAccesPartout(page, 'confirmation');
});
