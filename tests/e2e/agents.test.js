/**
 * The journeys of agents: a manager validates and assigns, a partner accepts, writes and closes; two people on the same
 * dossier; sessions across reloads and tabs; the keyboard alone.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { affecter, appel, deposer, focusVisible, ouvrir, sansDebord, seConnecter, tabJusqua } from './harnais.js';

const SERVICE = 'Service d\'hygiène de Marseille';
const RT = 'rt-13@demo.example';
const AGENT = 'agent-13@demo.example';

/** @param {import('playwright-core').Page} page */
const dialogue = (page) => page.getByRole('dialog');
/** @param {import('playwright-core').Page | import('playwright-core').Locator} ou */
const message = (ou) => ou.getByRole('textbox', { name: 'Message' });
/** @param {import('playwright-core').Page} page @param {string} texte */
const nouvelle = (page, texte) => page.getByRole('status').filter({ hasText: texte }).first().waitFor();

test('a manager filters, opens, validates and calls a partner in; the partner accepts, writes, closes', async (t) => {
  const dossier = await deposer();
  const rt = await ouvrir(t);

  await seConnecter(rt.page, RT, '/signalements?statut=NOUVEAU');
  await rt.page.getByLabel('Rechercher').fill(dossier.nom);
  await rt.page.getByRole('button', { name: 'Rechercher' }).click();
  await rt.page.waitForURL(/q=essai/i);
  assert.match(rt.page.url(), /statut=NOUVEAU/);
  await rt.page.getByText('1 dossier', { exact: true }).first().waitFor();
  await rt.page.getByRole('link', { name: dossier.nom }).click();
  await rt.page.getByRole('heading', { level: 1, name: `Dossier ${dossier.reference}` }).waitFor();
  assert.match(await rt.page.title(), new RegExp(`Dossier ${dossier.reference}, Inès ${dossier.nom}`));
  await rt.page.getByRole('cell', { name: 'L\'intérieur du bâtiment n\'est jamais nettoyé' }).waitFor();

  await rt.page.getByRole('button', { name: 'Valider' }).click();
  await dialogue(rt.page).getByRole('button', { name: 'Valider' }).click();
  await nouvelle(rt.page, 'Le signalement est validé.');
  assert.equal(await rt.page.getByRole('button', { name: 'Valider' }).count(), 0);
  await rt.page.getByRole('button', { name: 'Saisir un partenaire' }).click();
  await dialogue(rt.page).getByLabel('Chercher un partenaire').fill('hygiène');
  await dialogue(rt.page).getByLabel('ADIL').waitFor({ state: 'detached' });
  await dialogue(rt.page).getByLabel(SERVICE).check({ force: true });
  await dialogue(rt.page).getByRole('button', { name: 'Saisir' }).click();
  await nouvelle(rt.page, 'Le partenaire est saisi.');
  await rt.page.getByText('Sans réponse').waitFor();

  const agent = await ouvrir(t, { largeur: 360 });
  await seConnecter(agent.page, AGENT, `/signalements/${dossier.id}`);
  await agent.page.getByRole('button', { name: /^Accepter/ }).click();
  await dialogue(agent.page).getByLabel(/Leïla Haddad/).check({ force: true });
  await dialogue(agent.page).getByRole('button', { name: 'Accepter' }).click();
  await nouvelle(agent.page, 'Le dossier est accepté.');

  await agent.page.getByRole('link', { name: 'Suivis' }).click();
  await message(agent.page).fill('Bonjour, nous passons visiter le logement mardi à 10 heures.');
  await agent.page.getByRole('button', { name: 'Envoyer' }).click();
  await agent.page.getByRole('link', { name: 'Dites qui doit lire ce message.' }).click();
  await agent.page.getByLabel(/L’usager et les partenaires/).check({ force: true });
  await agent.page.getByRole('button', { name: 'Envoyer' }).click();
  await nouvelle(agent.page, 'Le message est envoyé à l’usager.');
  const envoye = agent.page.getByRole('listitem').filter({ hasText: 'nous passons visiter' });
  await envoye.getByText('Visible de l’usager').waitFor();
  await envoye.getByRole('button', { name: 'Corriger' }).click();
  await agent.page.getByLabel('Votre message').fill('Bonjour, nous passons visiter le logement jeudi à 10 heures.');
  await agent.page.getByRole('button', { name: 'Enregistrer' }).click();
  await agent.page.getByText('jeudi à 10 heures').waitFor();
  await sansDebord(agent.page);

  await agent.page.getByRole('button', { name: /^Terminer/ }).click();
  await dialogue(agent.page).getByLabel('Motif').selectOption({ label: 'Le logement a été remis en état' });
  await message(dialogue(agent.page)).fill('Les travaux sont faits, vérifiés sur place.');
  await dialogue(agent.page).getByRole('button', { name: 'Terminer' }).click();
  await dialogue(agent.page).getByText('Dites si des travaux ont été faits.').first().waitFor();
  await dialogue(agent.page).getByLabel('Oui').check({ force: true });
  await dialogue(agent.page).getByRole('button', { name: 'Terminer' }).click();
  await nouvelle(agent.page, 'L’intervention est terminée.');

  await rt.page.reload();
  await rt.page.getByText('Le logement a été remis en état (travaux faits : oui)').waitFor();
  await rt.page.getByRole('button', { name: 'Fermer le dossier' }).click();
  await dialogue(rt.page).getByLabel('Motif').selectOption({ label: 'Le logement a été remis en état' });
  await dialogue(rt.page).getByLabel('Oui').check({ force: true });
  await message(dialogue(rt.page)).fill('Le logement est conforme. Nous fermons votre dossier.');
  await dialogue(rt.page).getByRole('button', { name: 'Fermer le dossier' }).click();
  await nouvelle(rt.page, 'Le dossier est fermé.');
  await rt.page.getByRole('link', { name: 'Historique' }).click();
  await rt.page.getByText('Motif de fermeture').waitFor();
  await rt.page.getByRole('button', { name: 'Rouvrir' }).waitFor();
});

test('a partner refuses, is asked again, is withdrawn; the dossier is closed, then deleted', async (t) => {
  const dossier = await deposer();
  const agent = await ouvrir(t, { largeur: 360 });
  const rt = await ouvrir(t);

  rt.attendre(404); // once deleted, it is not there any more, for its deleter either
  await affecter(dossier);
  await seConnecter(agent.page, AGENT, `/signalements/${dossier.id}`);
  await agent.page.getByRole('button', { name: /^Refuser/ }).click();
  await dialogue(agent.page).getByLabel('Motif').selectOption({ label: 'La situation ne relève pas de nos missions' });
  await message(dialogue(agent.page)).fill('Le bailleur social suit déjà ce logement.');
  await dialogue(agent.page).getByRole('button', { name: 'Refuser' }).click();
  await nouvelle(agent.page, 'L’affectation est refusée.');

  await seConnecter(rt.page, RT, `/signalements/${dossier.id}`);
  await rt.page.getByText('La situation ne relève pas de nos missions').waitFor();
  await rt.page.getByRole('button', { name: /^Demander de nouveau/ }).click();
  await dialogue(rt.page).getByRole('button', { name: 'Demander de nouveau' }).click();
  await nouvelle(rt.page, 'La demande est renvoyée au partenaire.');
  await rt.page.getByText('Sans réponse').waitFor();
  await rt.page.getByRole('button', { name: /^Retirer/ }).click();
  await dialogue(rt.page).getByRole('button', { name: 'Retirer' }).click();
  await nouvelle(rt.page, 'Le partenaire est retiré.');
  await rt.page.getByText('Aucun partenaire n’est saisi.').waitFor();

  await rt.page.getByRole('button', { name: 'Fermer le dossier' }).click();
  await dialogue(rt.page).getByLabel('Motif').selectOption({ label: 'La visite a été refusée' });
  await message(dialogue(rt.page)).fill('Personne n’a ouvert aux deux visites.');
  await dialogue(rt.page).getByRole('button', { name: 'Fermer le dossier' }).click();
  await nouvelle(rt.page, 'Le dossier est fermé.');
  await rt.page.getByText('La visite a été refusée').waitFor();
  await rt.page.getByRole('button', { name: 'Supprimer' }).click();
  await dialogue(rt.page).getByRole('button', { name: 'Supprimer' }).click();
  await rt.page.waitForURL('**/signalements');
  await nouvelle(rt.page, 'Le dossier est supprimé.');
  await rt.page.goto(`/signalements/${dossier.id}`);
  await rt.page.getByRole('heading', { level: 1, name: 'Dossier introuvable' }).waitFor();

  // The partner was withdrawn: the dossier is none of his business any more.
  agent.attendre(404);
  await agent.page.reload();
  await agent.page.getByRole('heading', { level: 1, name: 'Dossier introuvable' }).waitFor();
});

test('coming back from a dossier finds the list as it was left', async (t) => {
  const dossiers = await Promise.all(Array.from({ length: 3 }, () => deposer()));
  const { page } = await ouvrir(t, { hauteur: 500 });

  await seConnecter(page, RT, '/signalements');
  await page.getByRole('button', { name: 'À valider' }).click();
  await page.waitForURL(/statut=NOUVEAU/);
  const lien = page.getByRole('link', { name: dossiers[0].nom });
  await lien.scrollIntoViewIfNeeded();
  const avant = await page.evaluate(() => scrollY);
  await lien.click();
  await page.getByRole('link', { name: 'Retour à la liste' }).click();
  await page.waitForURL(/signalements\?statut=NOUVEAU/);
  await page.waitForFunction((y) => Math.abs(scrollY - y) < 5, avant);
  assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ''), new RegExp(dossiers[0].nom));
  assert.match(await page.title(), /^Signalements/);
});

test('pages follow one another, and the browser goes back', async (t) => {
  const { elements } = await appel(RT, 'GET', '/signalements?limite=100&total=aucun');
  for (let manque = 26 - elements.length; manque > 0; manque--)
    await deposer();
  const { page } = await ouvrir(t);

  await seConnecter(page, RT, '/signalements');
  const premiers = page.getByRole('table').getByRole('link');
  await premiers.first().waitFor();
  const haut = await premiers.first().textContent();
  await page.getByRole('link', { name: 'Page suivante' }).click();
  await page.waitForURL(/apres=/);
  await page.waitForFunction((t1) => document.querySelector('tbody a')?.textContent !== t1, haut);
  await page.goBack();
  await page.waitForFunction((t1) => document.querySelector('tbody a')?.textContent === t1, haut);
});

test('two people decide at once: the second is told, and loses nothing of what was typed', async (t) => {
  const dossier = await deposer();
  const un = await ouvrir(t);
  const deux = await ouvrir(t);
  const texte = 'Vérifiez auprès de votre mairie, ce logement est déjà suivi.';

  deux.attendre(409, 412);
  await Promise.all([un, deux].map((v) => seConnecter(v.page, RT, `/signalements/${dossier.id}`)));
  await deux.page.getByRole('button', { name: 'Refuser' }).click();
  await dialogue(deux.page).getByLabel('Motif').selectOption('DOUBLON');
  await message(dialogue(deux.page)).fill(texte);

  await un.page.getByRole('button', { name: 'Valider' }).click();
  await dialogue(un.page).getByRole('button', { name: 'Valider' }).click();
  await nouvelle(un.page, 'Le signalement est validé.');

  await dialogue(deux.page).getByRole('button', { name: 'Refuser' }).click();
  await dialogue(deux.page).getByText('Quelqu’un a modifié ce dossier entre-temps').waitFor();
  await dialogue(deux.page).getByText('Cette action n’est plus possible').waitFor();
  assert.equal(await message(dialogue(deux.page)).inputValue(), texte);
  await dialogue(deux.page).getByRole('button', { name: 'Annuler' }).click();
  await deux.page.getByText('En cours', { exact: true }).waitFor();

  // The action stays possible: the second confirmation goes through, with the same words.
  await deux.page.getByRole('button', { name: 'Fermer le dossier' }).click();
  await dialogue(deux.page).getByLabel('Motif').selectOption('LOGEMENT_DECENT');
  await message(dialogue(deux.page)).fill(texte);
  await appel(RT, 'POST', `/signalements/${dossier.id}/transitions`,
    { action: 'clore', motif: 'DOUBLON', message: 'Fermé par ailleurs.' }, { 'If-Match': `"${dossier.version + 1}"` });
  await appel(RT, 'POST', `/signalements/${dossier.id}/transitions`, { action: 'rouvrir' },
    { 'If-Match': `"${dossier.version + 2}"` });
  await dialogue(deux.page).getByRole('button', { name: 'Fermer le dossier' }).click();
  await dialogue(deux.page).getByText('Votre saisie est gardée').waitFor();
  assert.equal(await message(dialogue(deux.page)).inputValue(), texte);
  await dialogue(deux.page).getByRole('button', { name: 'Fermer le dossier' }).click();
  await nouvelle(deux.page, 'Le dossier est fermé.');
});

test('a write whose answer was lost is sent again with the same key, and done once', async (t) => {
  const dossier = await deposer();
  const visite = await ouvrir(t);
  const { page } = visite;
  const cles = [];

  await affecter(dossier);
  visite.attendre(0);
  await seConnecter(page, RT, `/signalements/${dossier.id}?vue=suivis`);
  // The server does the work, and the browser never hears of it: twice, the second being the page's own retry.
  await page.route('**/suivis', async (route) => {
    if (route.request().method() !== 'POST')
      return route.continue();
    cles.push(route.request().headers()['idempotency-key']);
    if (cles.length > 2)
      return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await message(page).fill('Une note qui ne doit pas être écrite deux fois.');
  await page.getByLabel(/Les partenaires seulement/).check({ force: true });
  await page.getByRole('button', { name: 'Ajouter la note' }).click();
  await page.getByText('Nous n’arrivons pas à joindre le service').waitFor();
  await page.getByRole('button', { name: 'Ajouter la note' }).click();
  await nouvelle(page, 'La note est ajoutée');
  assert.equal(cles.length, 3);
  assert.equal(new Set(cles).size, 1, 'la clé a changé');
  const { elements } = await appel(RT, 'GET', `/signalements/${dossier.id}/suivis`);
  assert.equal(elements.filter((s) => s.message.startsWith('Une note qui')).length, 1);
});

test('a message corrected by somebody else meanwhile is not overwritten unseen, then it is withdrawn', async (t) => {
  const dossier = await deposer();
  const visite = await ouvrir(t);
  const { page } = visite;

  await affecter(dossier);
  const suivi = await appel(RT, 'POST', `/signalements/${dossier.id}/suivis`,
    { message: 'Note de départ, à corriger.', visible_usager: false });
  visite.attendre(412);
  await seConnecter(page, RT, `/signalements/${dossier.id}?vue=suivis`);
  const note = page.getByRole('listitem').filter({ has: page.getByText('Interne', { exact: true }) });
  await note.getByRole('button', { name: 'Corriger' }).click();
  await page.getByLabel('Votre message').fill('Note corrigée à l’écran.');
  await appel(RT, 'PATCH', `/suivis/${suivi.id}`, { message: 'Note corrigée ailleurs.' },
    { 'If-Match': `"${suivi.version}"` });
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Texte actuel : « Note corrigée ailleurs. »').waitFor();
  assert.equal(await page.getByLabel('Votre message').inputValue(), 'Note corrigée à l’écran.');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await nouvelle(page, 'Le message est corrigé.');
  await note.getByText('Note corrigée à l’écran.').waitFor();

  await note.getByRole('button', { name: 'Retirer' }).click();
  await dialogue(page).getByRole('button', { name: 'Retirer' }).click();
  await nouvelle(page, 'Le message est retiré.');
  await note.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Historique' }).click();
  await page.getByRole('heading', { name: 'Suivi retiré' }).waitFor();
});

test('a session survives reloads, many tabs, an expired token; logging out ends it everywhere', async (t) => {
  const visite = await ouvrir(t);
  const { page } = visite;

  await seConnecter(page, RT);
  await page.getByRole('heading', { name: 'Signalements' }).waitFor();
  for (let i = 0; i < 3; i++) {
    await page.reload();
    await page.getByRole('link', { name: 'Nadia Aubert' }).waitFor();
  }
  // Nothing that a script could steal is left in the browser.
  const garde = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie);
  assert.doesNotMatch(garde, /eyJ|vigie_renouvellement/);

  // Four tabs ask for the session in the same instant.
  const onglets = await Promise.all([1, 2, 3, 4].map(() => visite.onglet()));
  await Promise.all(onglets.map((o) => o.goto('/signalements')));
  await Promise.all(onglets.map((o) => o.getByRole('link', { name: 'Nadia Aubert' }).waitFor()));
  await page.reload();
  await page.getByRole('link', { name: 'Nadia Aubert' }).waitFor();

  // A page left in the middle of a renewal does not lose the session.
  for (let i = 0; i < 3; i++) {
    await onglets[0].goto('/mon-compte', { waitUntil: 'commit' });
    await onglets[0].goto('/mon-compte', { waitUntil: 'commit' });
  }
  await onglets[0].getByLabel('Prénom').waitFor();

  // The server forgets a token before its time: it is replaced without a word.
  visite.attendre(401);
  let refuses = 0;
  await page.route('**/api/v1/signalements?*', async (route) => {
    if (refuses++ > 0)
      return route.continue();
    return route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer perime' } });
  });
  await page.getByLabel('Rechercher').fill('Marseille');
  const [refusee, acceptee] = await Promise.all([
    page.waitForResponse((r) => r.url().includes('q=Marseille') && r.status() === 401),
    page.waitForResponse((r) => r.url().includes('q=Marseille') && r.status() === 200),
    page.getByRole('button', { name: 'Rechercher' }).click(),
  ]);
  assert.ok(refusee !== acceptee && refuses === 2);

  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.waitForURL('**/connexion');
  await Promise.all(onglets.map((o) => o.waitForURL(/\/connexion/)));
  await page.goto('/signalements');
  await page.waitForURL(/\/connexion\?retour=/);
});

test('a lost session asks for the password, then returns to the page', async (t) => {
  const dossier = await deposer();
  const visite = await ouvrir(t);

  visite.attendre(401);
  await seConnecter(visite.page, RT, `/signalements/${dossier.id}`);
  await visite.page.getByRole('heading', { name: 'Partenaires' }).waitFor();
  await visite.contexte.clearCookies();
  await visite.page.reload();
  await visite.page.waitForURL(/\/connexion\?retour=/);
  await seConnecter(visite.page, RT, visite.page.url());
  await visite.page.waitForURL(`**/signalements/${dossier.id}`);
});

test('no address makes the login send somebody elsewhere', async (t) => {
  const { page } = await ouvrir(t);

  for (const retour of ['//example.org/', '/\\example.org', 'https://example.org/', 'javascript:alert(1)']) {
    await page.context().clearCookies();
    await page.goto('/');
    await page.evaluate(() => localStorage.clear());
    await seConnecter(page, RT, `/connexion?retour=${encodeURIComponent(retour)}`);
    await page.waitForURL('**/signalements');
  }
});

test('buttons come from the API: an agent of another partner has none', async (t) => {
  const dossier = await deposer();
  const { page } = await ouvrir(t);

  await affecter(dossier);
  await seConnecter(page, AGENT, `/signalements/${dossier.id}`);
  await page.getByRole('button', { name: /^Accepter/ }).waitFor();
  for (const nom of ['Fermer le dossier', 'Saisir un partenaire', /^Retirer/])
    assert.equal(await page.getByRole('button', { name: nom }).count(), 0, String(nom));
  assert.equal(await page.getByRole('link', { name: 'Envois en échec' }).count(), 0);
});

test('an account is corrected, and its faults are shown on their fields', async (t) => {
  const visite = await ouvrir(t);
  const { page } = visite;

  visite.attendre(422);
  await seConnecter(page, 'agent-01@demo.example', '/mon-compte');
  await page.getByLabel('Téléphone').fill('pas un numéro');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Une réponse est à corriger').waitFor();
  await page.getByRole('alert').getByRole('link').click();
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'telephone');
  await page.getByLabel('Téléphone').fill('+33474000000');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await nouvelle(page, 'Votre compte est à jour.');
  await page.reload();
  await page.getByLabel('Téléphone').waitFor();
  assert.equal(await page.getByLabel('Téléphone').inputValue(), '+33474000000');
});

test('the dark theme is a choice that lasts', async (t) => {
  const { page } = await ouvrir(t, { theme: 'light' });
  const theme = () => page.evaluate(() => document.documentElement.dataset.frTheme);

  await page.goto('/');
  assert.equal(await theme(), 'light');
  await page.getByRole('button', { name: 'Paramètres d’affichage' }).click();
  await dialogue(page).getByLabel('Thème sombre').check({ force: true });
  assert.equal(await theme(), 'dark');
  await page.keyboard.press('Escape');
  await dialogue(page).waitFor({ state: 'hidden' });
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.equal(await theme(), 'dark');
});

test('the keyboard alone logs in, finds a dossier, and validates it', async (t) => {
  const dossier = await deposer();
  const { page } = await ouvrir(t);
  const clavier = page.keyboard;

  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await clavier.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Contenu', 'lien d’accès rapide');
  await focusVisible(page);
  await clavier.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'contenu');

  await tabJusqua(page, page.getByRole('main').getByRole('link', { name: 'Espace des partenaires' }));
  await focusVisible(page);
  await clavier.press('Enter');
  await page.waitForURL('**/connexion');
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  await tabJusqua(page, page.getByLabel('Adresse électronique'));
  await clavier.type(RT);
  await tabJusqua(page, page.getByLabel('Mot de passe', { exact: true }));
  await clavier.type('Demo-Logement-2026!');
  await clavier.press('Enter');

  await page.waitForURL('**/signalements');
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  await tabJusqua(page, page.getByLabel('Rechercher'));
  await clavier.type(dossier.nom);
  await clavier.press('Enter');
  const lien = page.getByRole('link', { name: dossier.nom });
  await page.getByText('1 dossier', { exact: true }).first().waitFor();
  await tabJusqua(page, lien);
  await focusVisible(page);
  await clavier.press('Enter');
  await page.getByRole('button', { name: 'Valider' }).waitFor();
  await tabJusqua(page, page.getByRole('button', { name: 'Valider' }));
  await clavier.press('Enter');
  await dialogue(page).waitFor();
  // The focus is kept in the dialog, and Escape gives it back.
  for (let i = 0; i < 12; i++) {
    await clavier.press('Tab');
    assert.ok(await page.evaluate(() => document.activeElement === document.body
      || document.querySelector('dialog[open]')?.contains(document.activeElement)), 'le focus sort du dialogue');
  }
  await clavier.press('Escape');
  await dialogue(page).waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => document.activeElement?.textContent?.trim()), 'Valider');
  await clavier.press('Enter');
  await tabJusqua(page, dialogue(page).getByRole('button', { name: 'Valider' }));
  await clavier.press('Enter');
  await nouvelle(page, 'Le signalement est validé.');
});
