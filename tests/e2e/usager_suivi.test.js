/*
 * The citizen's follow-up: opening it, reading and writing, what is said when
 * it is over, and when one tries too often.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { ouvrir } from './harnais.js';
import { decider, deposerLocataire, repondreUsager, verifierAccesPartout } from './usager.js';

async function entrer(page, code, { prenom = 'I', nom = 'E', codePostal = '13001' } = {}) {
  await page.goto(`/suivi/${code}`);
  await page.getByLabel('Première lettre de votre prénom').fill(prenom);
  await page.getByLabel('Première lettre de votre nom').fill(nom);
  await page.getByLabel('Code postal du logement').fill(codePostal);
  await page.getByRole('button', { name: 'Ouvrir mon dossier' }).click();
}

test('the link pasted, then the dossier: read, written to, answered, left', async (t) => {
  const { page } = await ouvrir(t, { largeur: 360 });
  const { reference, code_suivi: code, lien_suivi: lien } = await deposerLocataire();

  await t.test('whoever has no link is told how to get in', async () => {
    await page.goto('/suivi');
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.getByText('Collez le lien ou le code de suivi.').first().waitFor();
    await verifierAccesPartout(page, 'suivi, code');
    await page.getByLabel('Lien ou code de suivi').fill(lien);
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.waitForURL(`**/suivi/${code}`);
  });

  await t.test('initials that are missing are told, each on its field', async () => {
    await page.getByRole('button', { name: 'Ouvrir mon dossier' }).click();
    await page.locator('#code_postal-erreur').waitFor();
    await verifierAccesPartout(page, 'suivi, entrée');
  });

  await t.test('accents and capitals do not matter', async () => {
    await entrer(page, code, { prenom: 'i', nom: 'é' });
    await page.getByRole('heading', { level: 1, name: reference }).waitFor();
    await page.getByText('Votre signalement est bien reçu.').waitFor();
    assert.match(await page.locator('[aria-current=step]').innerText(), /Signalement envoyé/);
  });

  await t.test('a message too short is told on the field; a good one is sent and shown', async () => {
    await page.getByLabel('Écrire aux personnes').fill('Court');
    await page.getByRole('button', { name: 'Envoyer' }).click();
    await page.locator('#message-erreur').waitFor();
    await verifierAccesPartout(page, 'suivi, message en erreur');
    await page.getByLabel('Écrire aux personnes').fill('Bonjour, la fuite a empiré hier soir.');
    await page.getByRole('button', { name: 'Envoyer' }).click();
    await page.locator('.vl-messages').getByText('la fuite a empiré').waitFor();
    assert.equal(await page.getByLabel('Écrire aux personnes').inputValue(), '');
  });

  await t.test('validated and answered: she reads it at her next look', async () => {
    await decider(reference, { action: 'valider' });
    await repondreUsager(reference, 'Bonjour, nous passons mardi.');
    await page.reload();
    await page.getByText('nous passons mardi').waitFor();
    assert.match(await page.locator('[aria-current=step]').innerText(), /Signalement validé/);
    await verifierAccesPartout(page, 'suivi, validé');
  });

  await t.test('closed: one last message, then none', async () => {
    await decider(reference, {
      action: 'clore', motif: 'LOGEMENT_DECENT', message: 'Les travaux sont faits.', visible_usager: true,
    });
    await page.reload();
    await page.getByText('un seul, dans les 30 jours').waitFor();
    await page.getByLabel('Écrire aux personnes').fill('Merci, tout est réparé.');
    await page.getByRole('button', { name: 'Envoyer' }).click();
    await page.getByText('on ne peut plus y écrire').waitFor();
    await page.getByText('tout est réparé').waitFor();
    assert.equal(await page.getByLabel('Écrire aux personnes').count(), 0);
    await verifierAccesPartout(page, 'suivi, clos');
  });

  await t.test('left: the page asks again who she is', async () => {
    await page.getByRole('button', { name: 'Quitter' }).click();
    await page.getByText('Vous avez quitté votre dossier.').waitFor();
    await page.reload();
    await page.getByLabel('Code postal du logement').waitFor();
  });
});

test('refused: she is told, and what she can do', async (t) => {
  const { page } = await ouvrir(t);
  const { reference, code_suivi: code } = await deposerLocataire();
  await decider(reference, { action: 'refuser', motif: 'HORS_PDLHI', message: 'Ce n’est pas de notre ressort.' });
  await entrer(page, code);
  await page.getByText('Votre signalement n’a pas été retenu.').waitFor();
  assert.match(await page.locator('[aria-current=step]').innerText(), /Signalement non retenu/);
  assert.equal(await page.getByLabel('Écrire aux personnes').count(), 0);
  await verifierAccesPartout(page, 'suivi, refusé');
});

test('wrong initials: told, then made to wait', async (t) => {
  const visite = await ouvrir(t);
  const { page } = visite;
  visite.attendre(401, 429);
  const { code_suivi: code } = await deposerLocataire();
  await entrer(page, code, { nom: 'Z' });
  await page.getByText('Ces informations ne correspondent pas à ce dossier').waitFor();
  await verifierAccesPartout(page, 'suivi, refus');
  for (let i = 0; i < 8 && await page.getByText(/Réessayez dans/).count() === 0; i++) {
    const reponse = page.waitForResponse('**/suivi-usager/sessions');
    await page.getByRole('button', { name: 'Ouvrir mon dossier' }).click();
    await reponse;
    await page.waitForTimeout(50);
  }
  await page.getByText(/Réessayez dans \d+ minutes/).waitFor();
});
