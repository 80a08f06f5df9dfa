/**
 * relais against a real mail server and a real PostgreSQL, both of which fail: nothing is lost, nothing is written to
 * anyone twice without saying so, and what cannot go is put aside.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { after, afterEach, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { courrier, dossier, grappe, jusqua, lit, refus, relais } from './relais.js';

let base;
const afaire = [];
const ensuite = (quoi) => {
  afaire.push(quoi);
  return quoi;
};

before(async () => { base = await grappe(); });
after(async () => { await base.ferme(); });
afterEach(async () => {
  const restes = afaire.splice(0);
  for (const programme of restes.filter((q) => q.tue)) assert.equal(await programme.tue(), 0, programme.erreurs);
  for (const serveur of restes.filter((q) => q.ferme)) await serveur.ferme();
  await base.sql('delete from evenement');
});

const etats = async () => Object.fromEntries((await base.sql(
  'select etat, count(*)::int as n from evenement group by etat')).map((l) => [l.etat, l.n]));
const courriels = (colonnes = '*') => base.sql(`select ${colonnes} from evenement where sujet = 'courriel' order by id`);
const vide = () => jusqua(async () => {
  const { A_FAIRE = 0, ...autres } = await etats();
  return A_FAIRE === 0 && Object.keys(autres).length > 0;
}, 20000);

describe('a mail', () => {
  test('arrives in both forms, in French, with what mail readers need', async () => {
    const smtp = ensuite(await courrier());
    const r = ensuite(relais(base, { VIGIE_MAIL: smtp.adresse }));
    await dossier(base);
    const [m] = await jusqua(() => smtp.recus.length === 1 && smtp.recus);
    const [{ uuid }] = await courriels();
    const [{ reference, code_suivi }] = await base.sql('select reference, code_suivi from signalement order by id desc limit 1');

    assert.equal(m.de, 'ne-pas-repondre@vigie.example');
    assert.deepEqual(m.a, ['ines.martin@example.org']);
    assert.equal(m.entetes.from, 'Vigie Logement <ne-pas-repondre@vigie.example>');
    assert.equal(m.entetes.to, 'Inès Martin <ines.martin@example.org>');
    assert.equal(m.entetes.subject, `Votre signalement est enregistré (dossier ${reference})`);
    assert.equal(m.entetes['message-id'], `<${uuid}@vigie.example>`);
    assert.equal(m.entetes['auto-submitted'], 'auto-generated');
    assert.ok(Math.abs(new Date(m.entetes.date) - Date.now()) < 60000, m.entetes.date);
    const lien = `https://vigie.example/suivi/${code_suivi}`;
    for (const texte of [`Référence : ${reference}`, lien, '12 rue de la République, 13001 Marseille', code_suivi]) {
      assert.ok(m.texte.replace(/\n/g, ' ').includes(texte), m.texte);
      assert.ok(m.html.replace(/<[^a][^>]*>/g, '').includes(texte), m.html);
    }
    assert.ok(m.html.includes(`<a href="${lien}"`));
    assert.ok(m.html.startsWith('<!DOCTYPE html>\n<html lang="fr">'));
    for (const ligne of m.brut.split('\r\n')) assert.ok(ligne.length <= 78, ligne);
    assert.equal(await r.tue(), 0);
    assert.ok(!r.sortie.includes('@example.org') && !r.sortie.includes('Martin'), 'no personal data in the log');
    for (const l of r.lignes()) assert.ok(l.le && l.quoi);
  });

  test('goes to each reader alone, and once to an address that two of them share', async () => {
    const smtp = ensuite(await courrier());
    ensuite(relais(base, { VIGIE_MAIL: smtp.adresse }));
    await dossier(base, { profil: 'TIERS_PRO', declarant: { nom: 'Roux', prenom: 'Zoé', email: 'zoe@ccas.example.org' } });
    await dossier(base, { profil: 'TIERS_PRO', declarant: { nom: 'Roux', prenom: 'Zoé', email: 'Ines.Martin@example.org' } });
    await jusqua(() => smtp.recus.length === 3);
    await vide();
    assert.deepEqual(smtp.recus.map((m) => m.a).sort(), [['ines.martin@example.org'], ['ines.martin@example.org'],
      ['zoe@ccas.example.org']]);
    assert.ok(smtp.recus.every((m) => !/^(cc|bcc):/im.test(m.brut)));
  });

  test('is encrypted when the server offers it, and many share a connection', async () => {
    const smtp = ensuite(await courrier({ tls: true }));
    ensuite(relais(base, { VIGIE_MAIL: smtp.adresse }));
    await dossier(base, { nombre: 40, email: 'u#@example.org' });
    await jusqua(() => smtp.recus.length === 40);
    assert.ok(smtp.recus.every((m) => m.chiffre));
    assert.equal(smtp.etat.connexions, 1);
  });

  test('passes with a login, and waits when the password is wrong', async () => {
    const smtp = ensuite(await courrier({ compte: 'vigie:Vaste-Grenier-9' }));
    const faux = relais(base, { VIGIE_MAIL: smtp.adresse, VIGIE_MAIL_USER: 'vigie', VIGIE_MAIL_PASSWORD: 'Autre-Grenier-8' });
    await dossier(base);
    await jusqua(async () => (await courriels()).some((c) => c.essais >= 1));
    const [refuse] = await courriels();
    assert.deepEqual([refuse.etat, refuse.erreur], ['A_FAIRE', 'identifiants refusés par le serveur de courriel']);
    assert.equal(await faux.tue(), 0);
    assert.ok(!faux.sortie.includes('Grenier'));
    ensuite(relais(base, { VIGIE_MAIL: smtp.adresse, VIGIE_MAIL_USER: 'vigie', VIGIE_MAIL_PASSWORD: 'Vaste-Grenier-9' }));
    await jusqua(() => smtp.recus.length === 1);
    assert.equal(smtp.recus[0].qui, 'vigie');
  });

  test('a password never leaves in clear, nor for a server that anybody could be', async () => {
    for (const [tls, erreur] of [[false, 'le serveur de courriel ne chiffre pas'],
      [true, 'certificat du serveur de courriel non reconnu']]) {
      let essaye = false;
      const smtp = ensuite(await courrier({ tls, compte: 'vigie:Vaste-Grenier-9', connu: () => { essaye = true; } }));
      // Any name under .localhost is 127.0.0.1, and not "localhost".
      const r = relais(base, {
        VIGIE_MAIL: `smtp://courrier.localhost:${smtp.port}`, VIGIE_MAIL_USER: 'vigie', VIGIE_MAIL_PASSWORD: 'Vaste-Grenier-9',
      });
      await dossier(base);
      await jusqua(async () => (await courriels()).some((c) => c.erreur === erreur));
      assert.equal(await r.tue(), 0);
      assert.ok(smtp.etat.connexions > 0);
      assert.equal(essaye, false);
      await base.sql('delete from evenement');
    }
  });

  test('cannot be steered by what people write', async () => {
    const smtp = ensuite(await courrier());
    ensuite(relais(base, { VIGIE_MAIL: smtp.adresse }));
    await base.sql(`update territoire set nom = E'Bouches\\r\\nBcc: x@y.fr'`);
    await dossier(base, {
      sujet: 'signalement.refuse', plus: { motif_refus: 'DOUBLON' },
      donnees: { visible_usager: true, message: '<script>alert(1)</script>\r\n.\r\nRCPT TO:<x@y.fr>\r\n..fin' },
    });
    await jusqua(() => smtp.recus.length === 1);
    await base.sql(`update territoire set nom = 'Bouches-du-Rhône'`);
    const [m] = smtp.recus;
    assert.deepEqual(m.a, ['ines.martin@example.org']);
    assert.ok(!('bcc' in m.entetes));
    assert.ok(m.texte.includes('- Motif : Dossier déjà signalé'));
    assert.ok(m.texte.includes('\n> .\n> RCPT TO:<x@y.fr>\n> ..fin\n'), m.texte);
    assert.ok(m.html.includes('&lt;script&gt;alert(1)&lt;/script&gt;<br>\n.<br>'), m.html);
  });

  test('is not sent to who may no longer receive it', async () => {
    const smtp = ensuite(await courrier());
    await dossier(base, { plus: { logement_vacant: true } });
    await dossier(base, { sujet: 'signalement.valide', donnees: { visible_usager: false, message: 'Entre nous.' } });
    const { id } = await dossier(base, { sujet: 'signalement.valide', donnees: { visible_usager: true, message: 'Bonjour.' } });
    await base.sql(`update signalement set statut = 'ARCHIVE' where id = $1`, [id]);
    ensuite(relais(base, { VIGIE_MAIL: smtp.adresse }));
    await vide();
    assert.deepEqual(await etats(), { FAIT: 3 });
    assert.equal(smtp.etat.essais, 0);
  });
});

describe('what goes wrong', () => {
  test('a temporary refusal is tried again, later each time, as the same mail', async () => {
    const smtp = ensuite(await courrier({ data: (n) => (n < 3 ? refus(451) : undefined) }));
    ensuite(relais(base, { VIGIE_MAIL: smtp.adresse }));
    await dossier(base);
    await jusqua(() => smtp.recus.length === 1);
    await vide();
    const [c] = await courriels();
    assert.deepEqual([c.etat, c.essais, c.erreur], ['FAIT', 3, null]);
    assert.equal(new Set(smtp.etat.essais_id).size, 1);
    assert.equal(smtp.etat.essais_id.length, 3);
  });

  test('a refused address is put aside at once, and the others go', async () => {
    const smtp = ensuite(await courrier({ rcpt: (a) => (a === 'u2@example.org' ? refus(550) : undefined) }));
    const r = ensuite(relais(base, { VIGIE_MAIL: smtp.adresse }));
    for (const n of [1, 2, 3]) await dossier(base, { email: `u${n}@example.org` });
    await vide();
    assert.deepEqual(smtp.recus.map((m) => m.a[0]).sort(), ['u1@example.org', 'u3@example.org']);
    const [rebut] = (await courriels()).filter((c) => c.etat === 'REBUT');
    assert.deepEqual([rebut.essais, rebut.erreur], [1, 'courriel refusé par le serveur (réponse 550)']);
    assert.ok(rebut.traite_le);
    assert.equal(r.lignes().filter((l) => l.issue === 'rebut').length, 1);
  });

  test('a mail refused after its text is put aside too', async () => {
    const smtp = ensuite(await courrier({ data: () => refus(554) }));
    ensuite(relais(base, { VIGIE_MAIL: smtp.adresse }));
    await dossier(base);
    await vide();
    const [c] = await courriels();
    assert.deepEqual([c.etat, c.essais], ['REBUT', 1]);
  });

  test('an address that is none never reaches the server', async () => {
    const smtp = ensuite(await courrier());
    ensuite(relais(base, { VIGIE_MAIL: smtp.adresse }));
    await dossier(base, { email: 'ines@example.org>\r\nRCPT TO:<x@y.fr' });
    await vide();
    const [c] = await courriels();
    assert.deepEqual([c.etat, c.erreur], ['REBUT', 'adresse invalide']);
    assert.equal(smtp.etat.connexions, 0);
  });

  test('a dead server: it waits longer and longer, gives up after its tries, and a replay goes', async () => {
    const mort = await courrier();
    await mort.ferme();
    ensuite(relais(base, { VIGIE_MAIL: mort.adresse, VIGIE_RELAIS_TRIES: '3' }));
    await dossier(base);
    const attentes = new Set();
    await jusqua(async () => {
      const [c] = await courriels(`etat, essais, extract(epoch from prochain_essai_le - clock_timestamp()) * 1000 as ms`);
      if (c?.essais === 1 && c.ms > 0) attentes.add(c.ms);
      return c?.etat === 'REBUT';
    });
    const [c] = await courriels();
    assert.equal(c.essais, 3);
    assert.equal(c.erreur, 'serveur de courriel injoignable');
    assert.ok([...attentes].every((ms) => ms <= 50 * 1.25), [...attentes].join());
    // What POST /evenements/rebuts/{id}/rejeu does, once the server is back.
    const smtp = ensuite(await courrier({ port: mort.port }));
    await base.sql(`update evenement set etat = 'A_FAIRE', essais = 0, erreur = null, prochain_essai_le = now(),
      traite_le = null where etat = 'REBUT'`);
    await jusqua(() => smtp.recus.length === 1);
  });

  test('an unknown subject is tried again: a newer relais may know it', async () => {
    ensuite(relais(base, { VIGIE_RELAIS_TRIES: '2' }));
    await base.sql(`insert into evenement (sujet) values ('futur.inconnu')`);
    await vide();
    const [e] = await base.sql('select * from evenement');
    assert.deepEqual([e.etat, e.essais, e.erreur], ['REBUT', 2, 'sujet inconnu']);
  });

  test('a wrong setting is one clear sentence', async () => {
    for (const [env, phrase] of [
      [{ VIGIE_MAIL_FROM: 'Vigie' }, /^relais : VIGIE_MAIL_FROM doit être/],
      [{ VIGIE_MAIL: 'ftp://x' }, /^relais : VIGIE_MAIL doit commencer/],
      [{ VIGIE_MAIL: 'file:/nulle/part' }, /^relais : le dossier de VIGIE_MAIL/],
      [{ PG_CONNINFO: '' }, /^relais : PG_CONNINFO est obligatoire/],
    ]) {
      const r = relais(base, env);
      assert.equal(await r.fin, 1);
      assert.match(r.erreurs, phrase);
    }
  });
});

describe('what falls over', () => {
  test('asked to stop, it finishes the mail at hand and only that one', async () => {
    let arrive;
    const recu = new Promise((r) => { arrive = r; });
    const smtp = ensuite(await courrier({ data: () => { arrive(); return pause(400); } }));
    const r = relais(base, { VIGIE_MAIL: smtp.adresse });
    await dossier(base, { nombre: 5, email: 'u#@example.org' });
    await recu;
    assert.equal(await r.tue(), 0);
    assert.equal(smtp.recus.length, 1);
    assert.equal((await courriels()).filter((c) => c.etat === 'FAIT').length, 1);
  });

  test('killed after the server took the mail: it goes again under the same Message-ID', async () => {
    let r;
    const smtp = ensuite(await courrier({ data: async (n) => { if (n === 1) await r.tue('SIGKILL'); } }));
    r = relais(base, { VIGIE_MAIL: smtp.adresse });
    await dossier(base);
    await r.fin;
    ensuite(relais(base, { VIGIE_MAIL: smtp.adresse }));
    await vide();
    assert.equal(smtp.etat.essais_id.length, 2);
    assert.equal(new Set(smtp.etat.essais_id).size, 1);
  });

  test('its worker falls: another one goes on, and the event at hand has failed once more', async () => {
    let r;
    const morts = [];
    const smtp = ensuite(await courrier({
      data: async (n) => {
        if (n > 2) return;
        morts.push(r.ouvrier);
        process.kill(r.ouvrier, 'SIGKILL');
        await pause(50);
      },
    }));
    r = ensuite(relais(base, { VIGIE_MAIL: smtp.adresse, VIGIE_RELAIS_TRIES: '2' }));
    await dossier(base, { email: 'mortelle@example.org' });
    await jusqua(async () => (await courriels()).some((c) => c.etat === 'REBUT'));
    const [c] = await courriels();
    assert.deepEqual([c.essais, c.erreur], [2, 'relais est tombé en le traitant']);
    assert.equal(new Set(morts).size, 2);
    const avant = smtp.recus.length;
    await dossier(base);
    await jusqua(() => smtp.recus.length === avant + 1);
    assert.equal(r.lignes().filter((l) => l.detail === 'tombé').length, 2);
  });

  test('several side by side: every mail once, the work shared', async () => {
    const smtp = ensuite(await courrier());
    await dossier(base, { nombre: 200, email: 'u#@example.org' });
    const deux = [1, 2, 3].map(() => ensuite(relais(base, { VIGIE_MAIL: smtp.adresse })));
    await vide();
    assert.equal(smtp.recus.length, 200);
    assert.equal(new Set(smtp.recus.map((m) => m.a[0])).size, 200);
    for (const r of deux) await r.tue();
    const parts = deux.map((r) => r.lignes().filter((l) => l.quoi === 'evenement').length);
    assert.equal(parts.reduce((a, b) => a + b), 400);
    assert.ok(parts.every((n) => n > 0), parts.join());
  });

  test('PostgreSQL killed under load and back: nothing lost, nothing counted as a failure', async () => {
    const smtp = ensuite(await courrier());
    const r = ensuite(relais(base, { VIGIE_MAIL: smtp.adresse }));
    await dossier(base, { nombre: 200, email: 'u#@example.org' });
    await jusqua(() => smtp.recus.length > 20);
    await base.arrete('SIGKILL');
    await pause(500);
    await base.demarre();
    await vide();
    assert.equal(new Set(smtp.recus.map((m) => m.a[0])).size, 200);
    // A mail accepted in the very moment of the cut may have gone twice, recognisably.
    assert.equal(new Set(smtp.recus.map((m) => m.entetes['message-id'])).size, 200);
    assert.ok(smtp.recus.length <= 201);
    assert.deepEqual(await etats(), { FAIT: 400 });
    assert.ok((await courriels()).every((c) => c.essais === 1));
    assert.ok(r.lignes().some((l) => l.detail === 'PostgreSQL est revenu'));
  });

  test('PostgreSQL absent at start: it waits for it', async () => {
    await base.arrete();
    const r = ensuite(relais(base));
    await jusqua(() => r.sortie.includes('PostgreSQL est absent'));
    await base.demarre();
    await base.sql(`insert into evenement (sujet) values ('signalement.supprime')`);
    await vide();
    assert.equal(await r.tue(), 0);
  });
});

test('without a server, each mail is a whole file that nobody else reads', async () => {
  ensuite(relais(base));
  await dossier(base, { nombre: 10, email: 'u#@example.org' });
  await vide();
  const noms = readdirSync(`${base.dossier}/mail`);
  assert.deepEqual(noms.sort(), (await courriels()).map((c) => `${c.uuid}.eml`).sort());
  for (const nom of noms) {
    assert.equal(statSync(`${base.dossier}/mail/${nom}`).mode & 0o777, 0o600);
    assert.match(lit(readFileSync(`${base.dossier}/mail/${nom}`, 'latin1')).entetes.to, /^Inès Martin <u\d+@example.org>$/);
  }
});

describe('the clock', () => {
  const taches = {
    idempotence: {
      avant: `insert into idempotence (appelant, cle, empreinte, statut, cree_le)
        values ('a', 'vieille', 'x', 201, now() - interval '25 hours'), ('a', 'neuve', 'x', 201, now() - interval '23 hours')`,
      reste: 'select cle from idempotence', attendu: ['neuve'],
    },
    essais: {
      avant: `insert into essai (cle, fenetre) values ('vieux', now() - interval '3 days'), ('neuf', now() - interval '1 day')`,
      reste: 'select cle from essai', attendu: ['neuf'],
    },
    jetons: {
      avant: `insert into utilisateur (email, nom, prenom, role) values ('u@essai.example', 'U', 'U', 'AGENT');
        insert into session (utilisateur_id, cree_le) select id, now() - interval '20 days' from utilisateur;
        insert into jeton_renouvellement (empreinte, session_id, expire_le, consomme_le)
        select v.e::bytea, s.id, now() + v.reste, v.consomme from session s, (values
          ('expire', interval '-1 minute', null::timestamptz), ('depense', interval '1 day', now()),
          ('vivant', interval '1 day', null)) v (e, reste, consomme)`,
      reste: `select convert_from(empreinte, 'UTF8') as e from jeton_renouvellement order by 1`, attendu: ['depense', 'vivant'],
    },
    sessions: {
      avant: `delete from jeton_renouvellement; delete from session;
        insert into session (uuid, utilisateur_id, cree_le, revoquee_le)
        select v.id::uuid, u.id, now() - v.age, now() - v.revoquee from utilisateur u, (values
          ('00000000-0000-4000-8000-000000000001', interval '40 days', null),
          ('00000000-0000-4000-8000-000000000002', interval '40 days', interval '31 days'),
          ('00000000-0000-4000-8000-000000000003', interval '40 days', interval '2 days'),
          ('00000000-0000-4000-8000-000000000004', interval '40 days', null),
          ('00000000-0000-4000-8000-000000000005', interval '2 days', null)) v (id, age, revoquee);
        insert into jeton_renouvellement (empreinte, session_id, expire_le)
        select 'vivant', id, now() + interval '1 day' from session where uuid::text like '%4'`,
      reste: 'select right(uuid::text, 1) from session order by 1', attendu: ['3', '4', '5'],
    },
    brouillons: {
      avant: `insert into brouillon (profil, etape, reponses, cree_le, modifie_le) select p, 'x', '{}', now() - a, now() - m
        from (values ('vieux', interval '31 days', interval '1 day'), ('neuf', interval '29 days', interval '1 day')) v (p, a, m);
        insert into brouillon (profil, etape, reponses, cree_le, modifie_le, signalement_id)
        select p, 'x', '{}', now() - a, now() - m, (select max(id) from signalement)
        from (values ('depose', interval '40 days', interval '31 days'),
          ('depose depuis peu', interval '40 days', interval '20 days')) v (p, a, m)`,
      reste: 'select profil from brouillon order by 1', attendu: ['depose depuis peu', 'neuf'],
    },
    evenements: {
      avant: `insert into evenement (sujet, etat, traite_le, prochain_essai_le) select s, e, now() - t, now() + interval '1 day'
        from (values ('vieux', 'FAIT', interval '91 days'), ('neuf', 'FAIT', interval '89 days'),
          ('rebut', 'REBUT', interval '91 days'), ('attend', 'A_FAIRE', null)) v (s, e, t)`,
      reste: 'select sujet from evenement order by 1', attendu: ['attend', 'neuf', 'rebut'],
    },
  };

  for (const [nom, { avant, reste, attendu }] of Object.entries(taches)) {
    test(`forgets what is over: ${nom}`, async () => {
      await dossier(base);
      await base.sql(`delete from evenement; update tache set faite_le = null where nom = '${nom}'`);
      await base.sql(avant);
      const r = ensuite(relais(base));
      await jusqua(async () => (await base.sql('select 1 from tache where nom = $1 and faite_le is not null', [nom])).length);
      assert.deepEqual((await base.sql(reste)).map((l) => Object.values(l)[0]), attendu);
      const [ligne] = r.lignes().filter((l) => l.quoi === 'tache' && l.nom === nom);
      assert.ok(ligne?.lignes >= 1, r.sortie);
    });
  }

  test('runs a task once, however many relais there are', async () => {
    await base.sql('update tache set faite_le = null');
    const quatre = [1, 2, 3, 4].map(() => relais(base));
    await jusqua(async () => (await base.sql('select 1 from tache where faite_le is null')).length === 0);
    await pause(200);
    for (const r of quatre) assert.equal(await r.tue(), 0);
    const faites = quatre.flatMap((r) => r.lignes()).filter((l) => l.quoi === 'tache').map((l) => l.nom);
    assert.deepEqual(faites.sort(), Object.keys(taches).sort());
    const encore = relais(base);
    await pause(300);
    await encore.tue();
    assert.equal(encore.lignes().filter((l) => l.quoi === 'tache').length, 0, 'not before its period is over');
  });
});
