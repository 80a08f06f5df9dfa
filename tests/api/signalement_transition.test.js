/** The life of a dossier: what each transition asks, does, leaves behind; its history. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { api, compte, depose, depuis, login, monde, pointeurs, sql } from './client.js';

depuis();

let m;
let rt;
let agent;

before(async () => {
  m = await monde();
  [rt, agent] = await Promise.all([login(m.rt.email), login(m.agent.email)]);
});

const MESSAGE = 'Un message assez long pour être lu.';
const MOTIFS = { refuser: 'HORS_PDLHI', clore: 'REFUS_DE_VISITE' };

const lit = (id, token = rt) => api('GET', `/signalements/${id}`, { token, attendu: 200 });
async function passe(id, action, plus = {}, options = {}) {
  const { etag } = await lit(id);
  const motif = MOTIFS[action] ? { motif: MOTIFS[action], message: MESSAGE } : {};
  return api('POST', `/signalements/${id}/transitions`, {
    token: rt,
    etag,
    body: { action, ...motif, ...plus },
    attendu: 200,
    ...options,
  });
}
async function nouveau(...actions) {
  const { id } = await depose(api, rt, m.t);
  for (const action of actions) await passe(id, action);
  return id;
}
const suivis = async (id) =>
  (await api('GET', `/signalements/${id}/suivis`, { token: rt, attendu: 200 })).body.elements;
const affectations = async (id) =>
  (await api('GET', `/signalements/${id}/affectations`, { token: rt, attendu: 200 })).body.elements;
const sujets = async (id) =>
  (
    await sql(
      `select sujet from evenement where (donnees ->> 'signalement')::bigint =
  (select id from signalement where uuid = $1) and sujet like 'signalement.%' order by id`,
      [id],
    )
  ).map((e) => e.sujet);
const abonnes = async (id) =>
  (
    await sql(
      `select u.uuid from abonnement b join utilisateur u on u.id = b.utilisateur_id
  where b.signalement_id = (select id from signalement where uuid = $1) order by u.id`,
      [id],
    )
  ).map((u) => u.uuid);

/** An affectation of the service, answered by its agent. */
async function affecte(id, ...actions) {
  let r = await api('POST', `/signalements/${id}/affectations`, {
    token: rt,
    body: { partenaire: m.service.id },
    attendu: 201,
  });
  for (const action of actions) {
    r = await api('POST', `/affectations/${r.body.id}/transitions`, {
      token: agent,
      etag: r.etag,
      attendu: 200,
      body: { action, ...(action === 'refuser' ? { motif: 'AUTRE', message: MESSAGE } : {}) },
    });
  }
  return r;
}

describe('valider', () => {
  test('opens the dossier, dates it, subscribes its manager and tells the person', async () => {
    const id = await nouveau();
    const avant = (await lit(id)).body;
    const { body, etag } = await passe(id, 'valider');
    assert.equal(body.statut, 'EN_COURS');
    assert.equal(body.version, avant.version + 1);
    assert.ok(body.valide_le);
    assert.deepEqual(body.actions, ['clore', 'affecter', 'ecrire_suivi']);
    assert.deepEqual((await lit(id)).body, body);
    assert.equal((await lit(id)).etag, etag);
    const [s] = await suivis(id);
    assert.deepEqual(
      [s.categorie, s.visible_usager, s.auteur.type, s.auteur.nom, s.auteur.partenaire],
      ['SIGNALEMENT_IS_ACTIVE', true, 'agent', 'Nadia Aubert', m.prefecture.nom],
    );
    assert.deepEqual(await abonnes(id), [m.rt.id]);
    assert.deepEqual(await sujets(id), ['signalement.depose', 'signalement.valide']);
  });

  test("the manager's own words, kept from the person when asked", async () => {
    const id = await nouveau();
    await passe(id, 'valider', { message: MESSAGE, visible_usager: false });
    const [s] = await suivis(id);
    assert.deepEqual([s.message, s.visible_usager], [MESSAGE, false]);
  });

  test('a national administrator validates without being subscribed', async () => {
    const token = await login((await compte({ role: 'SUPER_ADMIN' })).email);
    const id = await nouveau();
    const { etag } = await lit(id);
    await api('POST', `/signalements/${id}/transitions`, { token, etag, body: { action: 'valider' }, attendu: 200 });
    assert.deepEqual(await abonnes(id), []);
    assert.equal((await suivis(id))[0].auteur.partenaire, null);
  });
});

describe('refuser', () => {
  test('asks for a motif of its list and a message, and dates the end', async () => {
    const id = await nouveau();
    for (const [plus, attendus] of [
      [{ motif: null }, ['/motif']],
      [{ message: null }, ['/message']],
      [{ motif: 'REFUS_DE_VISITE' }, ['/motif']],
      [{ motif: 'RIEN' }, ['/motif']],
      [{ message: 'court' }, ['/message']],
      [{ travaux: 'PEUT_ETRE' }, ['/travaux']],
    ]) {
      const r = await passe(id, 'refuser', plus, { attendu: 422 });
      assert.deepEqual(pointeurs(r), attendus);
    }
    const { body } = await passe(id, 'refuser', { motif: 'DOUBLON' });
    assert.deepEqual(
      [body.statut, body.motif_refus, body.motif_cloture, body.valide_le],
      ['REFUSE', 'DOUBLON', null, null],
    );
    assert.ok(body.ferme_le);
    assert.deepEqual(body.actions, ['rouvrir', 'supprimer']);
    const [s] = await suivis(id);
    assert.deepEqual([s.categorie, s.message, s.visible_usager], ['SIGNALEMENT_IS_REFUSED', MESSAGE, true]);
  });
});

describe('clore', () => {
  test('ends what is under way, leaves a refusal, unsubscribes the partners, not the managers', async () => {
    const id = await nouveau('valider');
    const a = await affecte(id, 'accepter');
    const b = await api('POST', `/signalements/${id}/affectations`, {
      token: rt,
      body: { partenaire: m.autre.id },
      attendu: 201,
    });
    await api('POST', `/affectations/${b.body.id}/transitions`, {
      token: await login(m.voisin.email),
      etag: b.etag,
      attendu: 200,
      body: { action: 'refuser', motif: 'HORS_COMPETENCE', message: MESSAGE },
    });
    await api('POST', `/signalements/${id}/affectations`, {
      token: rt,
      body: { partenaire: m.prefecture.id },
      attendu: 201,
    });
    assert.deepEqual(await abonnes(id), [m.rt.id, m.agent.id]);
    const { body } = await passe(id, 'clore', { motif: 'RELOGEMENT_OCCUPANT', travaux: 'EN_COURS' });
    assert.deepEqual([body.statut, body.motif_cloture], ['FERME', 'RELOGEMENT_OCCUPANT']);
    assert.ok(body.ferme_le && body.valide_le);
    const apres = Object.fromEntries((await affectations(id)).map((x) => [x.partenaire.id, x]));
    assert.deepEqual(
      [apres[m.service.id].statut, apres[m.service.id].motif, apres[m.service.id].travaux],
      ['FERME', 'RELOGEMENT_OCCUPANT', 'EN_COURS'],
    );
    assert.equal(apres[m.service.id].version, a.body.version + 1);
    assert.deepEqual([apres[m.autre.id].statut, apres[m.autre.id].motif], ['REFUSE', 'HORS_COMPETENCE']);
    assert.equal(apres[m.prefecture.id].statut, 'FERME');
    for (const x of Object.values(apres)) assert.deepEqual(x.actions, [], 'nothing can be done on a closed dossier');
    assert.deepEqual(await abonnes(id), [m.rt.id]);
    // Who followed is in the event: they are told of the closing although they no longer follow.
    const [e] = await sql(
      `select donnees from evenement where sujet = 'signalement.clos' and (donnees ->> 'signalement')::bigint =
      (select id from signalement where uuid = $1)`,
      [id],
    );
    assert.deepEqual(e.donnees.desabonnes, [Number(m.agent.cle)]);
    const clos = (await suivis(id)).find((s) => s.categorie === 'SIGNALEMENT_IS_CLOSED');
    assert.equal(clos.message, MESSAGE);
  });

  test('some motifs ask about works, the others do not keep the answer', async () => {
    const id = await nouveau('valider');
    assert.deepEqual(pointeurs(await passe(id, 'clore', { motif: 'LOGEMENT_VENDU' }, { attendu: 422 })), ['/travaux']);
    assert.deepEqual(pointeurs(await passe(id, 'clore', { motif: 'HORS_PDLHI' }, { attendu: 422 })), ['/motif']);
    await passe(id, 'clore', { motif: 'DOUBLON', travaux: 'OUI' });
    const [s] = await sql('select travaux_cloture from signalement where uuid = $1', [id]);
    assert.equal(s.travaux_cloture, null);
  });

  test('without showing it to the person', async () => {
    const id = await nouveau('valider');
    await passe(id, 'clore', { visible_usager: false });
    assert.equal((await suivis(id)).find((s) => s.categorie === 'SIGNALEMENT_IS_CLOSED').visible_usager, false);
  });
});

describe('rouvrir', () => {
  test('gives the affectations back to be answered, clears the end, keeps the validation', async () => {
    const id = await nouveau('valider');
    await affecte(id, 'accepter');
    const valide = (await lit(id)).body.valide_le;
    await passe(id, 'clore');
    const { body } = await passe(id, 'rouvrir');
    assert.deepEqual(
      [body.statut, body.ferme_le, body.motif_cloture, body.valide_le],
      ['EN_COURS', null, null, valide],
    );
    const [a] = await affectations(id);
    assert.deepEqual([a.statut, a.motif, a.travaux], ['NOUVEAU', null, null]);
    assert.equal((await suivis(id))[0].categorie, 'SIGNALEMENT_IS_REOPENED');
  });

  test('a refused dossier becomes an open one, validated now', async () => {
    const id = await nouveau('refuser');
    const { body } = await passe(id, 'rouvrir');
    assert.deepEqual([body.statut, body.motif_refus, body.ferme_le], ['EN_COURS', null, null]);
    assert.ok(body.valide_le);
  });

  test('takes no motif', async () => {
    const id = await nouveau('refuser');
    assert.deepEqual(pointeurs(await passe(id, 'rouvrir', { motif: 'AUTRE' }, { attendu: 422 })), ['/motif']);
  });
});

describe('supprimer', () => {
  test('archives: nobody sees it any more, nothing is lost', async () => {
    const id = await nouveau('valider');
    await affecte(id);
    await passe(id, 'clore');
    const { body } = await passe(id, 'supprimer');
    assert.equal(body.statut, 'ARCHIVE');
    assert.deepEqual(body.actions, []);
    for (const chemin of ['', '/suivis', '/affectations', '/historique']) {
      await api('GET', `/signalements/${id}${chemin}`, { token: rt, attendu: 404 });
    }
    const [s] = await sql(
      `select s.statut, (select count(*)::int from suivi v where v.signalement_id = s.id) as suivis
      from signalement s where uuid = $1`,
      [id],
    );
    assert.deepEqual(s, { statut: 'ARCHIVE', suivis: 2 });
  });

  test('a dossier that was never answered withdraws its affectation', async () => {
    const id = await nouveau('valider');
    await affecte(id);
    await sql("update signalement set statut = 'REFUSE' where uuid = $1", [id]);
    await passe(id, 'supprimer');
    const [a] = await sql(
      `select retiree_le is not null as fini from affectation
        where signalement_id = (select id from signalement where uuid = $1)`,
      [id],
    );
    assert.equal(a.fini, true);
  });
});

describe('conditions', () => {
  test('an action that the state does not allow is a conflict, whatever its input', async () => {
    const etats = {
      NOUVEAU: await nouveau(),
      EN_COURS: await nouveau('valider'),
      REFUSE: await nouveau('refuser'),
      FERME: await nouveau('valider', 'clore'),
    };
    const permis = {
      NOUVEAU: ['valider', 'refuser'],
      EN_COURS: ['clore'],
      REFUSE: ['rouvrir', 'supprimer'],
      FERME: ['rouvrir', 'supprimer'],
    };
    for (const [etat, id] of Object.entries(etats)) {
      for (const action of ['valider', 'refuser', 'clore', 'rouvrir', 'supprimer']) {
        if (permis[etat].includes(action)) continue;
        const r = await passe(id, action, {}, { attendu: 409 });
        assert.equal(r.body.code, 'etat_incompatible');
      }
    }
  });

  test('the version read is asked for, and must be the last', async () => {
    const id = await nouveau();
    const { etag } = await lit(id);
    const essai = (options) =>
      api('POST', `/signalements/${id}/transitions`, { token: rt, body: { action: 'valider' }, ...options });
    assert.equal((await essai({ attendu: 428 })).body.code, 'version_requise');
    await essai({ headers: { 'If-Match': '*' }, attendu: 428 });
    for (const faux of ['"0.0"', '"99.abc"', 'x', '"abc"', '1']) await essai({ etag: faux, attendu: 412 });
    await sql('update signalement set version = version + 1 where uuid = $1', [id]);
    assert.equal((await essai({ etag, attendu: 412 })).body.code, 'version_perimee');
    await essai({ etag: (await lit(id)).etag, attendu: 200 });
  });

  test('the ETag of a compressed answer, which nginx marks as weak, is good for If-Match', async () => {
    const id = await nouveau();
    const r = await new Promise((resolve, reject) => {
      import('node:http').then(({ default: http }) =>
        http
          .get(
            {
              host: '127.0.0.1',
              port: new URL(process.env.VIGIE_URL).port,
              path: `/api/v1/signalements/${id}`,
              headers: { Authorization: `Bearer ${rt}`, 'Accept-Encoding': 'gzip' },
            },
            (x) => {
              x.resume();
              x.on('end', () => resolve(x.headers));
            },
          )
          .on('error', reject),
      );
    });
    assert.equal(r['content-encoding'], 'gzip');
    await api('POST', `/signalements/${id}/transitions`, {
      token: rt,
      etag: r.etag,
      body: { action: 'valider' },
      attendu: 200,
    });
  });

  test('faults of the body come first, a dossier out of sight is not found', async () => {
    const id = await nouveau();
    const { etag } = await lit(id);
    const r = await api('POST', `/signalements/${id}/transitions`, {
      token: rt,
      etag,
      body: { action: 'fermer', message: 'x', plus: 1 },
      attendu: 422,
    });
    assert.deepEqual(pointeurs(r), ['/action', '/message', '/plus']);
    const ailleurs = await monde();
    const autre = await login(ailleurs.rt.email);
    await api('POST', `/signalements/${id}/transitions`, {
      token: autre,
      etag,
      body: { action: 'valider' },
      attendu: 404,
    });
    await api('POST', `/signalements/${id}/transitions`, { etag, body: { action: 'valider' }, attendu: 401 });
  });

  test('64 managers at once: exactly one validates, the others are told, one trace is left', async () => {
    const id = await nouveau();
    const { etag } = await lit(id);
    const reponses = await Promise.all(
      Array.from({ length: 64 }, (_, i) =>
        api('POST', `/signalements/${id}/transitions`, {
          token: rt,
          etag,
          attendu: [200, 409, 412],
          body: i % 2 ? { action: 'valider' } : { action: 'refuser', motif: 'AUTRE', message: MESSAGE },
        }),
      ),
    );
    assert.equal(reponses.filter((r) => r.status === 200).length, 1);
    assert.equal((await suivis(id)).length, 1);
    assert.equal((await lit(id)).body.version, 2);
    assert.equal((await sujets(id)).length, 2);
  });
});

describe('history', () => {
  const historique = async (id, requete = '') =>
    (await api('GET', `/signalements/${id}/historique${requete}`, { token: rt, attendu: 200 })).body;

  test('who changed what, field by field, newest first', async () => {
    const id = await nouveau('valider');
    const lignes = (await historique(id)).elements;
    // The two entries of the transition are of one statement; the creation is the oldest.
    assert.deepEqual(
      lignes
        .slice(0, 2)
        .map((l) => `${l.objet} ${l.operation}`)
        .sort(),
      ['signalement modification', 'suivi creation'],
    );
    assert.deepEqual([lignes[2].objet, lignes[2].operation, lignes[2].changements], ['signalement', 'creation', []]);
    assert.ok(lignes.every((l) => l.auteur === 'Nadia Aubert'));
    const change = lignes.find((l) => l.operation === 'modification').changements;
    assert.deepEqual(
      change.map((c) => c.champ),
      ['statut', 'valide_le'],
    );
    assert.deepEqual(change[0], { champ: 'statut', avant: 'NOUVEAU', apres: 'EN_COURS' });
    assert.deepEqual([change[1].avant, typeof change[1].apres], [null, 'string']);
  });

  test('an acceptance, a correction and a withdrawal, each by who made it', async () => {
    const id = await nouveau('valider');
    await affecte(id, 'accepter');
    const s = await api('POST', `/signalements/${id}/suivis`, {
      token: agent,
      body: { message: MESSAGE, visible_usager: false },
      attendu: 201,
    });
    const c = await api('PATCH', `/suivis/${s.body.id}`, {
      token: agent,
      etag: s.etag,
      body: { message: `${MESSAGE} Corrigé.` },
      attendu: 200,
    });
    await api('DELETE', `/suivis/${s.body.id}`, { token: agent, etag: c.etag, attendu: 204 });
    const lignes = (await historique(id)).elements;
    const acceptation = lignes.find((l) => l.objet === 'affectation' && l.operation === 'modification');
    assert.equal(acceptation.auteur, 'Leïla Haddad');
    assert.deepEqual(
      acceptation.changements.find((x) => x.champ === 'statut'),
      { champ: 'statut', avant: 'NOUVEAU', apres: 'EN_COURS' },
    );
    const correction = lignes.find((l) => l.objet === 'suivi' && l.operation === 'modification');
    assert.deepEqual(correction.changements, [{ champ: 'message', avant: MESSAGE, apres: `${MESSAGE} Corrigé.` }]);
    const retrait = lignes.find((l) => l.objet === 'suivi' && l.operation === 'suppression');
    assert.deepEqual([retrait.auteur, retrait.changements.map((x) => x.champ)], ['Leïla Haddad', ['supprime_le']]);
  });

  test('pages, bounded like every list', async () => {
    const id = await nouveau('valider', 'clore', 'rouvrir');
    const tout = (await historique(id, '?limite=100')).elements.map((l) => l.id);
    const lus = [];
    let apres = '';
    do {
      const page = await historique(id, `?limite=2${apres}`);
      lus.push(...page.elements.map((l) => l.id));
      apres = page.suivant && `&apres=${page.suivant}`;
    } while (apres);
    assert.deepEqual(lus, tout);
    assert.equal((await historique(id, '?total=exact')).total.valeur, tout.length);
    await api('GET', `/signalements/${id}/historique?limite=0`, { token: rt, attendu: 422 });
    await api('GET', `/signalements/${id}/historique`, { attendu: 401 });
    await api('GET', `/signalements/${id}/historique`, { token: await login(m.voisin.email), attendu: 404 });
  });
});
