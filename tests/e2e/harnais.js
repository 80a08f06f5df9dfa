/**
 * What the journeys share: a real Chromium, fresh profiles, axe, the keyboard, the mail. Starts nothing itself: the
 * system under test is at VIGIE_URL, its mail (.eml) in VIGIE_MAIL_DIR, its database at VIGIE_PG.
 *
 *   const visite = await ouvrir(t, { largeur: 360, theme: 'dark' });
 *   await visite.page.goto('/');
 *   await axe(visite.page);
 *
 * A visit fails its test when the page logs an error, a script throws, or a request fails, unless the test said
 * beforehand that it wanted that: `visite.attendre(412)`.
 */
import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { after } from 'node:test';
import axeCore from 'axe-core';
import { chromium } from 'playwright-core';

export const BASE = process.env.VIGIE_URL ?? 'http://localhost:8080';
export const MOT_DE_PASSE = 'Demo-Logement-2026!';
export const ATTENTE_MS = 10_000;

/** @type {Promise<import('playwright-core').Browser>|null} */
let navigateur = null;

/** One browser a file, started when first needed. */
function lancer() {
  navigateur ??= chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  return navigateur;
}

after(async () => {
  await (await navigateur)?.close();
});

/**
 * A fresh profile with one page. Closed, and its errors judged, when the test ends.
 * @param {import('node:test').TestContext} t
 * @param {{largeur?: number, hauteur?: number, theme?: 'light'|'dark'}} [options]
 */
export async function ouvrir(t, { largeur = 1280, hauteur = 800, theme = 'light' } = {}) {
  const contexte = await (await lancer()).newContext({
    baseURL: BASE, viewport: { width: largeur, height: hauteur }, colorScheme: theme, locale: 'fr-FR',
    timezoneId: 'Europe/Paris', reducedMotion: 'reduce', hasTouch: largeur < 600,
  });
  const plaintes = [];
  const statuts = new Set();
  const visite = {
    contexte,
    /** Statuses that the test wants to see; 0: requests may be cut. @param {...number} voulus */
    attendre: (...voulus) => voulus.forEach((s) => statuts.add(s)),
    /** Another tab of the same profile. */
    onglet: async () => surveiller(await contexte.newPage()),
    page: /** @type {import('playwright-core').Page} */ (/** @type {unknown} */ (null)),
  };

  /** @param {import('playwright-core').Page} page */
  function surveiller(page) {
    page.setDefaultTimeout(ATTENTE_MS);
    page.on('pageerror', (e) => plaintes.push(`script : ${e.stack ?? e}`));
    page.on('console', (m) => {
      // Chromium logs every refused request too: judged below, with its status.
      if ((m.type() === 'error' || m.type() === 'warning') && !m.text().startsWith('Failed to load resource'))
        plaintes.push(`console : ${m.text()}`);
    });
    page.on('requestfailed', (r) => {
      const cause = r.failure()?.errorText;
      if (!statuts.has(0) && cause !== 'net::ERR_ABORTED') // an abandoned question is no failure
        plaintes.push(`requête : ${r.method()} ${r.url()} ${cause}`);
    });
    page.on('response', (r) => {
      if (r.status() >= 400 && !statuts.has(r.status()))
        plaintes.push(`réponse : ${r.status()} ${r.request().method()} ${r.url()}`);
    });
    return page;
  }

  visite.page = await visite.onglet();
  t.after(async () => {
    await contexte.close();
    assert.deepEqual(plaintes, [], 'la visite s’est plainte');
  });
  return visite;
}

/**
 * No violation of WCAG 2.2 A and AA, nor of axe's good practices, and nothing wider than the screen.
 * @param {import('playwright-core').Page} page @param {string} [ou]
 */
export async function axe(page, ou = page.url()) {
  // axe itself, rather than its Playwright wrapper, which opens a second page for each report: five times faster.
  if (!await page.evaluate(() => 'axe' in window))
    await page.evaluate(axeCore.source);
  const violations = await page.evaluate(async () => (await window.axe.run({
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'],
  })).violations);
  const textes = violations.flatMap((v) => v.nodes.map((n) => `${v.id} (${v.impact}) ${n.target.join(' ')}
    ${n.html.slice(0, 160)}
    ${n.failureSummary?.split('\n').slice(1).join(' ; ')}`));

  assert.equal(textes.length, 0, `axe, ${ou} :\n  ${textes.join('\n  ')}`);
  await sansDebord(page, ou);
}

/** Nothing to scroll sideways. @param {import('playwright-core').Page} page @param {string} [ou] */
export async function sansDebord(page, ou = page.url()) {
  const [contenu, fenetre] = await page.evaluate(() =>
    [document.documentElement.scrollWidth, document.documentElement.clientWidth]);

  assert.ok(contenu <= fenetre, `${ou} : ${contenu} px de large dans ${fenetre}`);
}

/**
 * One screen under axe, narrow and wide, light and dark. The page must be settled.
 * @param {import('playwright-core').Page} page @param {string} nom
 * @param {(page: import('playwright-core').Page) => Promise<unknown>} [pret] waits for the screen after a resize
 */
export async function examiner(page, nom, pret = async () => {}) {
  for (const largeur of [360, 1280]) {
    await page.setViewportSize({ width: largeur, height: 800 });
    for (const theme of /** @type {const} */ (['light', 'dark'])) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.waitForFunction((voulu) => document.documentElement.dataset.frTheme === voulu, theme);
      await pret(page);
      await axe(page, `${nom}, ${largeur} px, ${theme}`);
      if (process.env.VIGIE_SHOTS) {
        const fichier = `${nom.replace(/[^a-zà-ÿ0-9]+/gi, '-')}-${largeur}-${theme}.png`;
        await page.screenshot({ path: `${process.env.VIGIE_SHOTS}/${fichier}`, fullPage: true });
      }
    }
  }
}

/** Signs in through the screen. @param {import('playwright-core').Page} page @param {string} email */
export async function seConnecter(page, email, vers = '/connexion') {
  await page.goto(vers);
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(MOT_DE_PASSE);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL((url) => url.pathname !== '/connexion');
}

/**
 * Presses Tab until the focus is on what has this role and name, as a reader without a mouse would.
 * @param {import('playwright-core').Page} page @param {import('playwright-core').Locator} cible
 */
export async function tabJusqua(page, cible, touche = 'Tab') {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press(touche);
    if (await cible.evaluateAll((noeuds) => noeuds.includes(/** @type {any} */ (document.activeElement))))
      return;
  }
  assert.fail(`le clavier n’atteint pas ${cible}`);
}

/** Is the focus to be seen? @param {import('playwright-core').Page} page */
export async function focusVisible(page) {
  const dit = await page.evaluate(() => {
    const style = getComputedStyle(/** @type {Element} */ (document.activeElement));
    return `${style.outlineStyle} ${style.outlineWidth}`;
  });

  assert.match(dit, /^(solid|auto|dashed) [1-9]/, `focus invisible (${dit})`);
}

/** @type {Map<string, string>} */
const jetons = new Map();

/** One call of the API, as somebody. @param {string} email */
export async function appel(email, methode, chemin, corps, entetes = {}) {
  if (!jetons.has(email)) {
    const res = await fetch(`${BASE}/api/v1/sessions`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, mot_de_passe: MOT_DE_PASSE }),
    });
    assert.equal(res.status, 201, `connexion de ${email}`);
    jetons.set(email, (await res.json()).jeton);
  }
  const res = await fetch(`${BASE}/api/v1${chemin}`, {
    method: methode,
    headers: { Authorization: `Bearer ${jetons.get(email)}`, 'Content-Type': 'application/json', ...entetes },
    body: corps === undefined ? undefined : JSON.stringify(corps),
  });
  const recu = res.status === 204 ? null : await res.json();

  assert.ok(res.ok, `${methode} ${chemin} : ${res.status} ${JSON.stringify(recu)}`);
  return recu;
}

let rang = 0;

/**
 * A dossier of territory 13, filed through the API, with a name that no other has.
 * @returns {Promise<{id: string, reference: string, version: number, code_suivi: string, nom: string}>}
 */
export async function deposer(plus = {}) {
  const nom = `Essai${Date.now().toString(36)}${(rang++).toString(36)}`;
  const recu = await appel('rt-13@demo.example', 'POST', '/signalements', {
    profil_declarant: 'LOCATAIRE',
    logement_social: false,
    adresse: {
      numero_voie: '12 rue de la République', code_postal: '13001', commune: 'Marseille', code_insee: '13201',
      etage: '3', latitude: 43.2975, longitude: 5.3712,
    },
    occupant: {
      civilite: 'mme', nom, prenom: 'Inès', email: `${nom.toLowerCase()}@example.org`, telephone: '+33612345678',
    },
    logement: {
      nature: 'appartement', superficie: 38.5, nb_pieces: 2, annee_construction: 1931, chauffage: 'ELECTRIQUE',
      bail: 'oui',
    },
    foyer: { nb_occupants: 3, nb_enfants: 1, enfants_moins_6: 'oui', allocataire: 'caf' },
    bailleur: { nom: 'Dupré', averti: true, averti_le: '2026-09-01', moyen: 'courrier' },
    procedure: { debut_desordres: 'YEARS_1_TO_2', assurance_contactee: 'non' },
    desordres: [
      { critere: 'desordres_batiment_proprete_interieur', precisions: [] },
      {
        critere: 'desordres_logement_humidite_cuisine',
        precisions: ['desordres_logement_humidite_cuisine_details_fuite_oui'],
      },
    ],
    description: 'Le mur de la chambre est humide depuis deux hivers.\nLa fenêtre ne ferme plus.',
    ...plus,
  });

  return { ...recu, nom };
}

/** Validates a dossier and calls a partner in, through the API. @returns {Promise<any>} the affectation */
export async function affecter(dossier, partenaire = 'Service d\'hygiène de Marseille') {
  await appel('rt-13@demo.example', 'POST', `/signalements/${dossier.id}/transitions`, { action: 'valider' },
    { 'If-Match': `"${dossier.version}"` });
  const { elements } = await appel('rt-13@demo.example', 'GET', '/partenaires?territoire=13&limite=100');
  const choisi = elements.find((p) => p.nom === partenaire);

  return appel('rt-13@demo.example', 'POST', `/signalements/${dossier.id}/affectations`, { partenaire: choisi.id });
}

/** The words of an .eml, its transfer encoding and line folding undone. @param {string} brut */
function lireCourriel(brut) {
  return brut
    .replace(/=\r?\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/g, (suite) => Buffer.from(suite.replaceAll('=', ''), 'hex').toString('utf8'));
}

/**
 * Waits for a mail to that address whose text matches.
 * @param {string} destinataire @param {RegExp} motif @returns {Promise<string>}
 */
export async function courriel(destinataire, motif, attenteMs = 20_000) {
  const dossier = process.env.VIGIE_MAIL_DIR;
  const fin = Date.now() + attenteMs;

  assert.ok(dossier, 'VIGIE_MAIL_DIR manque');
  while (Date.now() < fin) {
    for (const nom of (await readdir(dossier)).filter((n) => n.endsWith('.eml'))) {
      if (Date.now() - (await stat(`${dossier}/${nom}`)).mtimeMs > 300_000)
        continue;
      const texte = lireCourriel(await readFile(`${dossier}/${nom}`, 'utf8'));
      if (texte.includes(destinataire) && motif.test(texte))
        return texte;
    }
    await new Promise((suite) => { setTimeout(suite, 250); });
  }
  return assert.fail(`aucun courriel à ${destinataire} qui dise ${motif}`);
}
