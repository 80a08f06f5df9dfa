/*
 * What the tests of the public form and of the follow-up share, beside
 * harnais.js: the answers of a plausible tenant, and how a person fills in a
 * screen.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import axe from 'axe-core';
import { appel, BASE } from './harnais.js';

/** A whole dossier as the form keeps it: damp in the kitchen. */
export function reponsesCompletes(plus = {}) {
  return {
    signalement_concerne_profil: 'logement_occupez',
    signalement_concerne_profil_detail_occupant: 'locataire',
    adresse_logement_adresse: '12 rue de la République 13001 Marseille 1er Arrondissement',
    adresse_logement_adresse_detail_numero: '12 rue de la République',
    adresse_logement_adresse_detail_code_postal: '13001',
    adresse_logement_adresse_detail_commune: 'Marseille 1er Arrondissement',
    adresse_logement_adresse_detail_insee: '13201',
    signalement_concerne_logement_social_autre_tiers: 'non',
    vos_coordonnees_occupant_civilite: 'mme',
    vos_coordonnees_occupant_nom: 'Élan',
    vos_coordonnees_occupant_prenom: 'Inès',
    vos_coordonnees_occupant_email: `ines.${randomUUID().slice(0, 8)}@exemple.fr`,
    vos_coordonnees_occupant_tel: '0612345678',
    coordonnees_bailleur_nom: 'Dupré',
    info_procedure_bailleur_prevenu: 'non',
    zone_concernee_zone: 'logement',
    zone_concernee_debut_desordres: 'months_1_to_6',
    type_logement_nature: 'maison',
    composition_logement_piece_unique: 'plusieurs_pieces',
    composition_logement_nb_pieces: 3,
    composition_logement_superficie: 60,
    type_logement_commodites_piece_a_vivre_9m: 'oui',
    type_logement_commodites_cuisine: 'oui',
    type_logement_commodites_salle_de_bain: 'oui',
    type_logement_commodites_wc: 'oui',
    type_logement_commodites_wc_cuisine: 'non',
    composition_logement_nombre_personnes: 2,
    composition_logement_nombre_enfants: 0,
    bail_dpe_date_emmenagement: '2020-05-01',
    bail_dpe_bail: 'oui',
    bail_dpe_etat_des_lieux: 'oui',
    bail_dpe_dpe: 'nsp',
    logement_social_demande_relogement: 'non',
    logement_social_allocation: 'non',
    travailleur_social_quitte_logement: 'non',
    travailleur_social_accompagnement: 'non',
    categorieDisorders: { batiment: [], logement: ['desordres_logement_humidite'] },
    desordres_logement_humidite_cuisine: 1,
    desordres_logement_humidite_cuisine_details_fuite: 'non',
    desordres_logement_humidite_cuisine_details_machine: 'oui',
    desordres_logement_humidite_cuisine_details_moisissure_apres_nettoyage: 'oui',
    message_administration: 'Le mur de la cuisine est noir.',
    info_procedure_assurance_contactee: 'non',
    info_procedure_depart_apres_travaux: 'non',
    utilisation_service_ok_prevenir_bailleur: 1,
    utilisation_service_ok_visite: 1,
    utilisation_service_ok_demande_logement: 1,
    utilisation_service_ok_donnees_sante: 1,
    utilisation_service_ok_cgu: 1,
    ...plus,
  };
}

/** What the form itself calls, beside the browser. */
async function appelPublic(chemin, corps) {
  const res = await fetch(`${BASE}/api/v1${chemin}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: corps === undefined ? undefined : JSON.stringify(corps),
  });
  const recu = await res.json();
  assert.ok(res.ok, `${chemin}: ${res.status} ${JSON.stringify(recu)}`);
  return recu;
}

/** A draft on the server. */
export function creerBrouillon(reponses, etape = 'validation_signalement') {
  return appelPublic('/brouillons', { profil: 'locataire', etape, reponses });
}

/** A dossier filed by a tenant: {reference, code_suivi, lien_suivi}. */
export async function deposerLocataire(plus = {}) {
  const { id } = await creerBrouillon(reponsesCompletes(plus));
  return appelPublic(`/brouillons/${id}/soumission`);
}

const RT = 'rt-13@demo.example';

/** The dossier of this reference in territory 13, as its manager sees it. */
export async function dossierDe(reference) {
  const { elements } = await appel(RT, 'GET', `/signalements?q=${reference}&territoire=13&limite=100`);
  return appel(RT, 'GET', `/signalements/${elements.find((s) => s.reference === reference).id}`);
}

/** What the manager decides: {action: 'valider'}… */
export async function decider(reference, corps) {
  const s = await dossierDe(reference);
  return appel(RT, 'POST', `/signalements/${s.id}/transitions`, corps, { 'If-Match': `"${s.version}"` });
}

/** What the manager writes to the person. */
export async function repondreUsager(reference, message) {
  const s = await dossierDe(reference);
  return appel(RT, 'POST', `/signalements/${s.id}/suivis`, { message, visible_usager: true });
}

// As a person does

const par = (id) => `[id="${id}"]`;

export const ecranDe = (page) => new URL(page.url()).searchParams.get('ecran');
export const attendreEcran = (page, ecran) => page.waitForURL((url) => url.searchParams.get('ecran') === ecran);
export const choisir = (page, champ, valeur) => page.locator(`label[for="${champ}-${valeur}"]`).click();
export const cocher = (page, champ) => page.locator(`label[for="${champ}"]`).click();
export const ecrire = (page, champ, texte) => page.locator(par(champ)).fill(texte);
export const continuer = (page) => page.locator('main form button[type=submit]').click();

/** Continue, and be on the next screen. */
export async function passer(page, vers) {
  await continuer(page);
  await attendreEcran(page, vers);
}

export async function commencer(page) {
  await page.goto('/signaler');
  await page.getByText('Je suis locataire du logement').click();
  await page.getByRole('button', { name: /^Commencer/ }).click();
  await attendreEcran(page, 'adresse_logement');
}

export async function ecrireAdresse(page, rue = '12 rue de la République', commune = '13201') {
  const champ = page.getByRole('combobox', { name: /Commune/ });
  await ecrire(page, 'adresse_logement_adresse_detail_numero', rue);
  await champ.fill(commune === '13201' ? 'marseille 1er' : commune);
  await page.getByRole('option').first().waitFor();
  await champ.press('ArrowDown');
  await champ.press('Enter');
}

// Accessibility

/**
 * Nothing for axe, nothing wider than the screen. The engine stays in the page:
 * there are forty screens to look at, in several states.
 */
export async function verifierAcces(page, ou) {
  await page.mouse.move(0, 0); // a button that happens to lie under the last click is not in its own colours
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(axe.source);
  const fautes = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    const deborde = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return [
      ...violations.map((v) => `${v.id} ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`),
      ...deborde > 0 ? [`${deborde} px too wide`] : [],
    ];
  });
  assert.deepEqual(fautes, [], ou);
}

/** At both widths and in both themes: a desk by day, a phone by night. */
export async function verifierAccesPartout(page, ou) {
  for (const [width, colorScheme] of [[1280, 'light'], [360, 'dark']]) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction((theme) => document.documentElement.dataset.frTheme === theme, colorScheme);
    await verifierAcces(page, `${ou} (${width}, ${colorScheme})`);
  }
}

/** Answers everything that is asked on the screen, whatever it is, and what opens under it. */
export async function repondreATout(page) {
  for (let tour = 0; tour < 4 && await repondreUneFois(page) > 0; tour++);
}

const TEXTES = [
  [/naissance|emmenagement/, '14/02/1985'], [/bail_date/, '09/2025'], [/annee_construction/, '1962'],
  [/nombre_enfants/, '1'], [/_email/, 'ines.martin@exemple.fr'], [/_tel/, '06 12 34 56 78'],
  [/superficie/, '38,5'], [/nb_pieces|nombre|montant|taille|loyer/, '2'], [/detail_numero/, '12 rue de la République'],
  [/message/, 'Le mur de la chambre est noir depuis deux ans.'], [/etage|escalier|appartement/, '3'], [/./, 'Martin'],
];

/** Without the mouse of Playwright: forty screens of it take minutes, and the journeys use it already. */
async function repondreUneFois(page) {
  const textes = TEXTES.map(([nom, texte]) => [nom.source, texte]);
  const [faits, listes] = await page.locator('main form').evaluate((form, exemples) => {
    const tous = (/** @type {string} */ quoi) => [...form.querySelectorAll(quoi)];
    const radios = tous('[role=radiogroup]').filter((f) => !f.querySelector('input:checked'))
      .map((f) => f.querySelector('input[value=batiment_logement], input[value=plusieurs_pieces]')
        ?? f.querySelector('input'));
    const aCocher = [...tous('input[type=checkbox]:not(:checked)'), ...radios];
    const vides = tous('select, textarea, input:not([type=checkbox], [type=radio])').filter((x) => !x.value);
    aCocher.forEach((x) => x.click());
    for (const x of vides.filter((y) => y.getAttribute('role') !== 'combobox')) {
      const exemple = exemples.find(([nom]) => new RegExp(nom).test(x.id));
      x.value = x.tagName === 'SELECT' ? x.options[1].value : exemple[1];
      x.dispatchEvent(new Event('input', { bubbles: true }));
      x.dispatchEvent(new Event('change', { bubbles: true }));
    }
    return [aCocher.length + vides.length,
      vides.filter((x) => x.getAttribute('role') === 'combobox').map((x) => x.id)];
  }, textes);

  for (const id of listes) {
    await page.locator(par(id)).fill('13001');
    await page.getByRole('option').first().waitFor();
    await page.getByRole('option').last().click();
  }
  return faits;
}
