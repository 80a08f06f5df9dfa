/** Who is written to about a dossier, step by step, and what they read (workflow.md 7.3-7.5). */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { api, depose, depuis, login, monde, partenaire, compte, sql } from './client.js';
import { jusqua, lit } from './relais.js';

depuis();

let m;
before(async () => { m = await monde(); });

/** The database's key of a dossier. */
const cle = async (d) => (await sql('select id from signalement where uuid = $1', [d.id]))[0].id;

const vus = new Map();

/**
 * The mails written since the last call for this dossier, once relais is done: "modele > reader", sorted. A suivi is told
 * after the time left to correct it: not here.
 */
async function ecrits(d, w = m) {
  const id = await cle(d);
  await sql(`update evenement set prochain_essai_le = now()
    where etat = 'A_FAIRE' and (donnees ->> 'signalement')::bigint = $1`, [id]);
  await jusqua(async () => (await sql(`select 1 from evenement
    where etat = 'A_FAIRE' and (donnees ->> 'signalement')::bigint = $1`, [id])).length === 0);
  const lignes = await sql(`select id, etat, donnees ->> 'modele' as modele, donnees ->> 'a' as a, donnees ->> 'id' as qui
    from evenement where sujet = 'courriel' and (donnees ->> 'signalement')::bigint = $1 and id > $2 order by id`,
  [id, vus.get(d.id) ?? 0]);
  if (lignes.length > 0) vus.set(d.id, lignes.at(-1).id);
  assert.ok(lignes.every((l) => l.etat === 'FAIT'));
  const nom = (l) => (l.a === 'utilisateur' || l.a === 'partenaire'
    ? Object.keys(w).find((k) => w[k].cle === l.qui && (l.a === 'partenaire') === ['prefecture', 'service', 'autre'].includes(k))
      ?? `? ${l.qui}` : l.a);
  return lignes.map((l) => `${l.modele} > ${nom(l)}`).sort();
}

const jeton = (qui) => login(qui.email);

async function transition(qui, d, corps) {
  const token = await jeton(qui);
  const { etag } = await api('GET', `/signalements/${d.id}`, { token, attendu: 200 });
  return api('POST', `/signalements/${d.id}/transitions`, { token, etag, body: corps, attendu: 200 });
}

/** Answers for a partner: the affectation of the dossier. */
async function repond(qui, d, corps, service = m.service) {
  const token = await jeton(qui);
  const liste = (await api('GET', `/signalements/${d.id}/affectations`, { token, attendu: 200 })).body.elements;
  const a = liste.find((x) => x.partenaire.id === service.id);
  return api('POST', `/affectations/${a.id}/transitions`, { token, etag: `"${a.version}"`, body: corps, attendu: 200 });
}

const affecte = async (qui, d, service = m.service) => api('POST', `/signalements/${d.id}/affectations`,
  { token: await jeton(qui), body: { partenaire: service.id }, attendu: 201 });

const suivi = async (qui, d, visible_usager) => api('POST', `/signalements/${d.id}/suivis`,
  { token: await jeton(qui), body: { message: 'Nous passerons mardi matin.', visible_usager }, attendu: 201 });

async function usager(d, qualite = 'occupant', [p, n] = ['I', 'M']) {
  const r = await api('POST', '/suivi-usager/sessions', {
    body: { code_suivi: d.code_suivi, qualite, initiale_prenom: p, initiale_nom: n, code_postal: m.t.code_postal }, attendu: 201,
  });
  return r.body.jeton;
}

const ecrit = async (d, ...qui) => api('POST', '/suivi-usager/messages',
  { token: await usager(d, ...qui), body: { message: 'Le plafond est tombé cette nuit.' }, attendu: 201 });

/** The dossier of a new manager's territory, validated and affected, its mails so far forgotten. */
async function enCharge() {
  const d = await depose(api, await jeton(m.dispatcheur), m.t);
  await transition(m.rt, d, { action: 'valider' });
  await affecte(m.rt, d);
  await repond(m.agent, d, { action: 'accepter' });
  await ecrits(d);
  return d;
}

describe('a dossier, step by step', () => {
  let d;

  test('filed: the occupant and the managers of the territory', async () => {
    d = await depose(api, await jeton(m.dispatcheur), m.t);
    assert.deepEqual(await ecrits(d), ['accuse_depot > occupant', 'nouveau_dossier > rt']);
  });

  test('validated: the occupant', async () => {
    await transition(m.rt, d, { action: 'valider' });
    assert.deepEqual(await ecrits(d), ['dossier_valide > occupant']);
  });

  test('affected: the address and the agents of the partner, nobody of the others', async () => {
    await affecte(m.rt, d);
    assert.deepEqual(await ecrits(d), ['nouvelle_affectation > admin', 'nouvelle_affectation > agent',
      'nouvelle_affectation > dispatcheur', 'nouvelle_affectation > service']);
  });

  test('accepted: the manager who follows it, and the occupant once', async () => {
    await repond(m.agent, d, { action: 'accepter' });
    assert.deepEqual(await ecrits(d), ['affectation_acceptee > rt', 'nouveau_message > occupant']);
  });

  test('a public message: the occupant and who follows, not its author nor the address of his service', async () => {
    await suivi(m.agent, d, true);
    assert.deepEqual(await ecrits(d), ['nouveau_message > occupant', 'nouveau_suivi > rt']);
  });

  test('an internal message: never the occupant', async () => {
    await suivi(m.rt, d, false);
    assert.deepEqual(await ecrits(d), ['nouveau_suivi > agent', 'nouveau_suivi > service']);
  });

  test('a message withdrawn in time is told to nobody', async () => {
    const token = await jeton(m.agent);
    const { body, etag } = await suivi(m.agent, d, true);
    await api('DELETE', `/suivis/${body.id}`, { token, etag, attendu: [200, 204] });
    assert.deepEqual(await ecrits(d), []);
  });

  test('the occupant writes: who follows the dossier and the partners at work', async () => {
    await ecrit(d);
    assert.deepEqual(await ecrits(d), ['message_usager > agent', 'message_usager > rt', 'message_usager > service']);
  });

  test('a partner has done: who still follows', async () => {
    await repond(m.agent, d, { action: 'clore', motif: 'LOGEMENT_DECENT', message: 'Rien à signaler ici.' });
    assert.deepEqual(await ecrits(d), ['affectation_close > rt']);
  });

  test('the partner comes back: who follows', async () => {
    await repond(m.agent, d, { action: 'rouvrir' });
    assert.ok((await ecrits(d)).includes('affectation_rouverte > rt'));
    await repond(m.agent, d, { action: 'accepter' });
    assert.deepEqual(await ecrits(d), ['affectation_acceptee > rt']);
  });

  test('closed: the occupant, the partners, and the agents whom the closing unsubscribes', async () => {
    await transition(m.rt, d, { action: 'clore', motif: 'LOGEMENT_DECENT', message: 'Le logement est décent.', visible_usager: true });
    assert.deepEqual(await ecrits(d), ['dossier_clos > occupant', 'dossier_clos_agent > agent', 'dossier_clos_agent > service']);
  });

  test('the last message of the occupant after the closing: the manager', async () => {
    await ecrit(d);
    assert.deepEqual(await ecrits(d), ['message_usager > rt']);
  });

  test('reopened: the occupant, and the partner who is asked again', async () => {
    await transition(m.rt, d, { action: 'rouvrir', visible_usager: true });
    assert.deepEqual(await ecrits(d), ['dossier_rouvert > occupant', 'dossier_rouvert_agent > admin',
      'dossier_rouvert_agent > agent', 'dossier_rouvert_agent > dispatcheur', 'dossier_rouvert_agent > service']);
  });

  test('closed without a word to the occupant, then deleted: nothing to the occupant', async () => {
    await transition(m.rt, d, { action: 'clore', motif: 'LOGEMENT_DECENT', message: 'Le logement est décent.', visible_usager: false });
    assert.ok((await ecrits(d)).every((l) => l.startsWith('dossier_clos_agent >')));
    await transition(m.rt, d, { action: 'supprimer' });
    assert.deepEqual(await ecrits(d), []);
  });
});

test('refused: the occupant reads why', async () => {
  const d = await depose(api, await jeton(m.rt), m.t);
  await transition(m.rt, d, { action: 'refuser', motif: 'DOUBLON', message: 'Votre voisin nous a déjà écrit.' });
  assert.deepEqual(await ecrits(d), ['accuse_depot > occupant', 'dossier_refuse > occupant']);
  if (!process.env.VIGIE_MAIL_DIR) return;
  const [{ uuid }] = await sql(`select uuid from evenement where donnees ->> 'modele' = 'dossier_refuse'
    and (donnees ->> 'signalement')::bigint = $1`, [await cle(d)]);
  const fichier = `${process.env.VIGIE_MAIL_DIR}/${uuid}.eml`;
  assert.ok(existsSync(fichier));
  const lettre = lit(readFileSync(fichier, 'latin1'));
  assert.equal(lettre.entetes.to, 'Inès Martin <ines.martin@example.org>');
  assert.match(lettre.texte, /- Motif : Un dossier existe déjà pour ce logement\n/);
  assert.match(lettre.texte, /\n> Votre voisin nous a déjà écrit\.\n/);
  assert.ok(lettre.texte.includes(`/suivi/${d.code_suivi}`));
});

test('a partner refuses: the managers read the motif, not the occupant', async () => {
  const d = await depose(api, await jeton(m.rt), m.t);
  await transition(m.rt, d, { action: 'valider' });
  await affecte(m.rt, d);
  await ecrits(d);
  await repond(m.agent, d, { action: 'refuser', motif: 'HORS_COMPETENCE', message: 'Pas de notre ressort.' });
  assert.deepEqual(await ecrits(d), ['affectation_refusee > rt']);
});

test('a third party filed: both are told, and of what the other writes', async () => {
  const d = await depose(api, await jeton(m.dispatcheur), m.t, {
    profil_declarant: 'TIERS_PARTICULIER',
    declarant: { nom: 'Roux', prenom: 'Zoé', email: 'zoe.roux@example.org' },
  });
  assert.deepEqual(await ecrits(d), ['accuse_depot > declarant', 'accuse_depot > occupant', 'nouveau_dossier > rt']);
  await ecrit(d, 'declarant', ['Z', 'R']);
  assert.deepEqual(await ecrits(d), ['message_usager > rt', 'nouveau_message > occupant']);
});

test('nobody is written to about an empty dwelling but the services', async () => {
  const d = await depose(api, await jeton(m.dispatcheur), m.t);
  await sql('update signalement set logement_vacant = true where uuid = $1', [d.id]);
  vus.delete(d.id);
  await ecrits(d);
  await transition(m.rt, d, { action: 'valider' });
  assert.deepEqual(await ecrits(d), []);
});

describe('who does not want mails, or may no longer have them', () => {
  test('an account without mails, an archived one, an address that is not to be told', async () => {
    const service = await partenaire(m.t);
    const w = {
      service,
      avec: await compte({ partenaires: [service] }),
      sans: await compte({ partenaires: [service] }),
      parti: await compte({ partenaires: [service], statut: 'ARCHIVE' }),
      inactif: await compte({ partenaires: [service], statut: 'INACTIF' }),
    };
    await sql('update utilisateur set notifier_par_mail = false where id = $1', [w.sans.cle]);
    await sql('update partenaire set email_notifiable = false where id = $1', [service.cle]);
    const d = await depose(api, await jeton(m.rt), m.t);
    await transition(m.rt, d, { action: 'valider' });
    await ecrits(d);
    await affecte(m.rt, d, service);
    assert.deepEqual(await ecrits(d, w), ['nouvelle_affectation > avec']);
  });

  test('the account itself says so, and each mail to an agent tells where', async () => {
    const service = await partenaire(m.t);
    const w = { service, bavard: await compte({ partenaires: [service] }) };
    await sql('update partenaire set email_notifiable = false where id = $1', [service.cle]);
    const token = await jeton(w.bavard);
    const moi = await api('GET', '/moi', { token, attendu: 200 });
    assert.equal(moi.body.notifier_par_mail, true);
    const d = await depose(api, await jeton(m.rt), m.t);
    await transition(m.rt, d, { action: 'valider' });
    await ecrits(d);
    await affecte(m.rt, d, service);
    assert.deepEqual(await ecrits(d, w), ['nouvelle_affectation > bavard']);
    if (process.env.VIGIE_MAIL_DIR) {
      const [{ uuid }] = await sql('select uuid from evenement where id = $1', [vus.get(d.id)]);
      const lettre = lit(readFileSync(`${process.env.VIGIE_MAIL_DIR}/${uuid}.eml`, 'latin1'));
      assert.match(lettre.entetes['list-unsubscribe'], /^<https?:\/\/[^>]+\/mon-compte>$/);
    }
    const r = await api('PATCH', '/moi', { token, etag: moi.etag, body: { notifier_par_mail: false }, attendu: 200 });
    assert.equal(r.body.notifier_par_mail, false);
    assert.equal(r.body.nom, moi.body.nom);
    const autre = await depose(api, await jeton(m.rt), m.t);
    await transition(m.rt, autre, { action: 'valider' });
    await ecrits(autre);
    await affecte(m.rt, autre, service);
    assert.deepEqual(await ecrits(autre, w), []);
  });

  test('who lost sight of the dossier between the event and the mail', async () => {
    const d = await enCharge();
    const id = await cle(d);
    // The mail of the agent is in the queue, held back; then the partner is withdrawn.
    const [{ uuid }] = await sql(`insert into evenement (sujet, objet_id, donnees, prochain_essai_le)
      values ('courriel', $1, jsonb_build_object('modele', 'nouveau_suivi', 'signalement', $1::bigint, 'a', 'utilisateur',
        'id', $2::bigint), now() + interval '1 hour') returning uuid`, [id, m.agent.cle]);
    await sql('update affectation set retiree_le = now() where signalement_id = $1', [id]);
    await ecrits(d);
    if (process.env.VIGIE_MAIL_DIR) assert.ok(!existsSync(`${process.env.VIGIE_MAIL_DIR}/${uuid}.eml`));
  });

  test('a territory without a manager is watched by the administrators', async () => {
    await sql(`update utilisateur set statut = 'INACTIF' where id = $1`, [m.rt.cle]);
    try {
      const d = await depose(api, await jeton(m.dispatcheur), m.t);
      const lignes = await ecrits(d);
      const admins = (await sql(`select 1 from utilisateur where role = 'SUPER_ADMIN' and statut = 'ACTIF' and notifier_par_mail`)).length;
      assert.equal(lignes.filter((l) => l.startsWith('nouveau_dossier > ?')).length, admins);
    } finally {
      await sql(`update utilisateur set statut = 'ACTIF' where id = $1`, [m.rt.cle]);
    }
  });
});
