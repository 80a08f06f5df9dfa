/**
 * Rights: who may do what, in which state. The tables below say it, after domain/workflow.md 3.2; each cell is tried
 * for real on a dossier of its own, and must also be what "actions" announced.
 *
 *   ✔ done   ✗ 403 forbidden   ≠ 409 not in this state   ∅ 404 nothing there for you
 */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { api, compte, depuis, login, monde, partenaire, signalement, sql, territoire } from './client.js';

depuis();

const MESSAGE = 'Un message assez long pour être lu.';

/** A table as written below: {action: [cell, …]}; its first line names the columns. */
const table = (texte) =>
  Object.fromEntries(
    texte
      .trim()
      .split('\n')
      .slice(1)
      .map((ligne) => ligne.trim().split(/\s+/))
      .map(([action, ...cellules]) => [action, cellules]),
  );

// Dossier: one row per action, one column per statut.
const STATUTS = ['NOUVEAU', 'EN_COURS', 'FERME', 'REFUSE', 'ARCHIVE', 'INJONCTION_BAILLEUR', 'BROUILLON'];
const DOSSIER = {
  responsable: table(`
                  NOUVEAU    EN_COURS   FERME      REFUSE     ARCHIVE    INJONCTION BROUILLON
    lire          ✔          ✔          ✔          ✔          ∅          ✔          ∅
    valider       ✔          ≠          ≠          ≠          ∅          ≠          ∅
    refuser       ✔          ≠          ≠          ≠          ∅          ≠          ∅
    clore         ≠          ✔          ≠          ≠          ∅          ≠          ∅
    rouvrir       ≠          ≠          ✔          ✔          ∅          ≠          ∅
    supprimer     ≠          ≠          ✔          ✔          ∅          ≠          ∅
    affecter      ≠          ✔          ≠          ≠          ∅          ✔          ∅
    ecrire_suivi  ≠          ✔          ≠          ≠          ∅          ✔          ∅
`),
  // of a partner that has accepted
  en_charge: table(`
                  NOUVEAU    EN_COURS   FERME      REFUSE     ARCHIVE    INJONCTION BROUILLON
    lire          ✔          ✔          ✔          ✔          ∅          ✔          ∅
    valider       ✗          ✗          ✗          ✗          ∅          ✗          ∅
    refuser       ✗          ✗          ✗          ✗          ∅          ✗          ∅
    clore         ✗          ✗          ✗          ✗          ∅          ✗          ∅
    rouvrir       ✗          ✗          ✗          ✗          ∅          ✗          ∅
    supprimer     ✗          ✗          ✗          ✗          ∅          ✗          ∅
    affecter      ✗          ✗          ✗          ✗          ∅          ✗          ∅
    ecrire_suivi  ≠          ✔          ≠          ≠          ∅          ✔          ∅
`),
  // of a partner that has been asked
  saisi: table(`
                  NOUVEAU    EN_COURS   FERME      REFUSE     ARCHIVE    INJONCTION BROUILLON
    lire          ✔          ✔          ✔          ✔          ∅          ✔          ∅
    valider       ✗          ✗          ✗          ✗          ∅          ✗          ∅
    refuser       ✗          ✗          ✗          ✗          ∅          ✗          ∅
    clore         ✗          ✗          ✗          ✗          ∅          ✗          ∅
    rouvrir       ✗          ✗          ✗          ✗          ∅          ✗          ∅
    supprimer     ✗          ✗          ✗          ✗          ∅          ✗          ∅
    affecter      ✗          ✗          ✗          ✗          ∅          ✗          ∅
    ecrire_suivi  ✗          ✗          ✗          ✗          ∅          ✗          ∅
`),
  // of a partner that has been asked, with the right to dispatch
  dispatcheur: table(`
                  NOUVEAU    EN_COURS   FERME      REFUSE     ARCHIVE    INJONCTION BROUILLON
    lire          ✔          ✔          ✔          ✔          ∅          ✔          ∅
    valider       ✗          ✗          ✗          ✗          ∅          ✗          ∅
    refuser       ✗          ✗          ✗          ✗          ∅          ✗          ∅
    clore         ✗          ✗          ✗          ✗          ∅          ✗          ∅
    rouvrir       ✗          ✗          ✗          ✗          ∅          ✗          ∅
    supprimer     ✗          ✗          ✗          ✗          ∅          ✗          ∅
    affecter      ≠          ✔          ≠          ≠          ∅          ✔          ∅
    ecrire_suivi  ✗          ✗          ✗          ✗          ∅          ✗          ∅
`),
  // may not know that it exists
  etranger: table(`
                  NOUVEAU    EN_COURS   FERME      REFUSE     ARCHIVE    INJONCTION BROUILLON
    lire          ∅          ∅          ∅          ∅          ∅          ∅          ∅
    valider       ∅          ∅          ∅          ∅          ∅          ∅          ∅
    refuser       ∅          ∅          ∅          ∅          ∅          ∅          ∅
    clore         ∅          ∅          ∅          ∅          ∅          ∅          ∅
    rouvrir       ∅          ∅          ∅          ∅          ∅          ∅          ∅
    supprimer     ∅          ∅          ∅          ∅          ∅          ∅          ∅
    affecter      ∅          ∅          ∅          ∅          ∅          ∅          ∅
    ecrire_suivi  ∅          ∅          ∅          ∅          ∅          ∅          ∅
`),
};

// Affectation: one row per action, one column per its statut, on an open dossier.
const REPONSES = ['NOUVEAU', 'EN_COURS', 'REFUSE', 'FERME'];
const AFFECTATION = {
  // of the partner that is asked
  partenaire: table(`
                  NOUVEAU    EN_COURS   REFUSE     FERME
    accepter      ✔          ≠          ✔          ≠
    refuser       ✔          ≠          ≠          ≠
    clore         ≠          ✔          ≠          ≠
    rouvrir       ≠          ≠          ≠          ✔
    reinitialiser ✗          ✗          ✗          ✗
    retirer       ✗          ✗          ✗          ✗
`),
  partenaire_dispatcheur: table(`
                  NOUVEAU    EN_COURS   REFUSE     FERME
    accepter      ✔          ≠          ✔          ≠
    refuser       ✔          ≠          ≠          ≠
    clore         ≠          ✔          ≠          ≠
    rouvrir       ≠          ≠          ≠          ✔
    reinitialiser ✗          ✗          ✗          ✗
    retirer       ✔          ✔          ✔          ✔
`),
  // of the territory, or national: of another partner
  responsable: table(`
                  NOUVEAU    EN_COURS   REFUSE     FERME
    accepter      ✗          ✗          ✗          ✗
    refuser       ✗          ✗          ✗          ✗
    clore         ✗          ✗          ✗          ✗
    rouvrir       ✗          ✗          ✗          ✗
    reinitialiser ≠          ≠          ✔          ✔
    retirer       ✔          ✔          ✔          ✔
`),
  // manager and of the partner that is asked
  responsable_membre: table(`
                  NOUVEAU    EN_COURS   REFUSE     FERME
    accepter      ✔          ≠          ✔          ≠
    refuser       ✔          ≠          ≠          ≠
    clore         ≠          ✔          ≠          ≠
    rouvrir       ≠          ≠          ≠          ✔
    reinitialiser ≠          ≠          ✔          ✔
    retirer       ✔          ✔          ✔          ✔
`),
  // of another partner of the same dossier
  collegue: table(`
                  NOUVEAU    EN_COURS   REFUSE     FERME
    accepter      ✗          ✗          ✗          ✗
    refuser       ✗          ✗          ✗          ✗
    clore         ✗          ✗          ✗          ✗
    rouvrir       ✗          ✗          ✗          ✗
    reinitialiser ✗          ✗          ✗          ✗
    retirer       ✗          ✗          ✗          ✗
`),
  etranger: table(`
                  NOUVEAU    EN_COURS   REFUSE     FERME
    accepter      ∅          ∅          ∅          ∅
    refuser       ∅          ∅          ∅          ∅
    clore         ∅          ∅          ∅          ∅
    rouvrir       ∅          ∅          ∅          ∅
    reinitialiser ∅          ∅          ∅          ∅
    retirer       ∅          ∅          ∅          ∅
`),
};

const CODES = { '✗': [403], '≠': [409], '∅': [404] };
const REUSSITES = { lire: 200, affecter: 201, ecrire_suivi: 201, retirer: 204 };
const attendu = (action, cellule) => CODES[cellule] ?? [REUSSITES[action] ?? 200];

let m;
let qui;

before(async () => {
  m = await monde();
  m.libre = await partenaire(m.t);
  const ailleurs = await monde();
  const jeton = async (u) => login((await u).email);
  const [
    national,
    rt,
    rtAilleurs,
    adminSaisi,
    adminCharge,
    agentCharge,
    agentSaisi,
    dispatcheur,
    adminEtranger,
    agentEtranger,
    dispatcheurEtranger,
    rtMembre,
    nationalMembre,
  ] = await Promise.all([
    jeton(compte({ role: 'SUPER_ADMIN' })),
    jeton(m.rt),
    jeton(ailleurs.rt),
    jeton(compte({ role: 'ADMIN_PARTENAIRE', partenaires: [m.autre] })),
    jeton(m.admin),
    jeton(m.agent),
    jeton(m.voisin),
    jeton(compte({ partenaires: [m.autre], droit_affectation: true })),
    jeton(compte({ role: 'ADMIN_PARTENAIRE', partenaires: [m.libre] })),
    jeton(compte({ partenaires: [m.libre] })),
    jeton(compte({ partenaires: [m.libre], droit_affectation: true })),
    jeton(compte({ role: 'RESPONSABLE_TERRITOIRE', partenaires: [m.service] })),
    jeton(compte({ role: 'SUPER_ADMIN', partenaires: [m.service] })),
  ]);
  const agentAilleurs = await jeton(ailleurs.agent);
  qui = {
    dossier: [
      ['super admin', 'responsable', national],
      ['RT of the territory', 'responsable', rt],
      ['RT of another territory', 'etranger', rtAilleurs],
      ['admin partenaire in charge', 'en_charge', adminCharge],
      ['admin partenaire asked', 'saisi', adminSaisi],
      ['admin partenaire not asked', 'etranger', adminEtranger],
      ['agent in charge', 'en_charge', agentCharge],
      ['agent asked', 'saisi', agentSaisi],
      ['agent asked, may dispatch', 'dispatcheur', dispatcheur],
      ['agent not asked', 'etranger', agentEtranger],
      ['agent not asked, may dispatch', 'etranger', dispatcheurEtranger],
      ['agent of another territory', 'etranger', agentAilleurs],
    ],
    affectation: [
      ['admin of the partner', 'partenaire', adminCharge],
      ['agent of the partner', 'partenaire', agentCharge],
      ['agent of the partner, may dispatch', 'partenaire_dispatcheur', await jeton(m.dispatcheur)],
      ['super admin', 'responsable', national],
      ['RT of the territory', 'responsable', rt],
      ['RT of the partner', 'responsable_membre', rtMembre],
      ['super admin of the partner', 'responsable_membre', nationalMembre],
      ['agent of another partner of the dossier', 'collegue', agentSaisi],
      ['agent not asked', 'etranger', agentEtranger],
      ['RT of another territory', 'etranger', rtAilleurs],
    ],
    rt,
  };
});

let numero = 0;

/** A dossier in a statut, asked to one partner and accepted by another; by SQL, so that any state can be had. */
async function dossier(statut, reponse = 'EN_COURS') {
  const [d] = await sql(
    `with s as (
      insert into signalement (territoire_id, reference_annee, reference_numero, source, profil_declarant, statut,
        adresse,        occupant, precisions, valide_le, ferme_le)
      values ($1, 2024, $2, 'API', 'LOCATAIRE', $3, $4, '{"nom": "Martin", "prenom": "Inès"}', '{1}', now(), now())
      returning id, uuid
    ), a as (
      insert into affectation (signalement_id, partenaire_id, statut)
      select s.id, p, r from s, (values ($5::bigint, $6), ($7::bigint, 'NOUVEAU')) x (p, r)
      returning uuid, partenaire_id
    ) select s.uuid as id, (select uuid from a where partenaire_id = $5::bigint) as affectation from s`,
    [m.t.id, ++numero, statut, JSON.stringify(signalement(m.t).adresse), m.service.cle, reponse, m.autre.cle],
  );
  return d;
}

const CORPS = {
  valider: {},
  refuser: { motif: 'HORS_PDLHI', message: MESSAGE },
  clore: { motif: 'DOUBLON', message: MESSAGE },
  rouvrir: {},
  supprimer: {},
};
const REPONSE = {
  accepter: {},
  refuser: { motif: 'AUTRE', message: MESSAGE },
  clore: { motif: 'DOUBLON', message: MESSAGE },
  rouvrir: {},
  reinitialiser: {},
};

function tente(token, action, id) {
  if (action === 'lire') return api('GET', `/signalements/${id}`, { token });
  if (action === 'affecter')
    return api('POST', `/signalements/${id}/affectations`, { token, body: { partenaire: m.prefecture.id } });
  if (action === 'ecrire_suivi')
    return api('POST', `/signalements/${id}/suivis`, { token, body: { message: MESSAGE, visible_usager: false } });
  return api('POST', `/signalements/${id}/transitions`, { token, etag: '"1.0"', body: { action, ...CORPS[action] } });
}

function tenteReponse(token, action, id) {
  if (action === 'retirer') return api('DELETE', `/affectations/${id}`, { token, etag: '"1.0"' });
  return api('POST', `/affectations/${id}/transitions`, { token, etag: '"1.0"', body: { action, ...REPONSE[action] } });
}

describe('a dossier: role × action × statut', () => {
  test('every cell answers as the table says', async () => {
    let essais = 0;
    for (const [nom, place, token] of qui.dossier) {
      const cas = Object.entries(DOSSIER[place]).flatMap(([action, ligne]) =>
        ligne.map((cellule, i) => ({ action, statut: STATUTS[i], cellule })),
      );
      assert.equal(cas.length, 8 * STATUTS.length);
      await Promise.all(
        cas.map(async ({ action, statut, cellule }) => {
          const { id } = await dossier(statut);
          const r = await tente(token, action, id);
          assert.ok(
            attendu(action, cellule).includes(r.status),
            `${nom}: ${action} ${statut}: ${r.status}, expected ${cellule}: ${r.text}`,
          );
          const [apres] = await sql('select statut, version from signalement where uuid = $1', [id]);
          const change = action in CORPS && r.status === 200;
          assert.equal(apres.version, change ? 2 : 1, `${nom}: ${action} ${statut}`);
          if (!change) assert.equal(apres.statut, statut);
          essais++;
        }),
      );
    }
    assert.equal(essais, qui.dossier.length * 8 * STATUTS.length);
  });

  test('"actions" announces exactly what is done', async () => {
    for (const [nom, place, token] of qui.dossier) {
      for (const [i, statut] of STATUTS.entries()) {
        if (DOSSIER[place].lire[i] !== '✔') continue;
        const { id } = await dossier(statut);
        const { body } = await api('GET', `/signalements/${id}`, { token, attendu: 200 });
        const permises = Object.keys(DOSSIER[place]).filter((a) => a !== 'lire' && DOSSIER[place][a][i] === '✔');
        assert.deepEqual(body.actions.toSorted(), permises.toSorted(), `${nom} ${statut}`);
      }
    }
  });

  test('its thread, its partners and its history are seen with it, and not otherwise', async () => {
    for (const [nom, place, token] of qui.dossier) {
      const { id } = await dossier('EN_COURS');
      for (const chemin of ['suivis', 'affectations', 'historique']) {
        const r = await api('GET', `/signalements/${id}/${chemin}`, { token });
        assert.equal(r.status, place === 'etranger' ? 404 : 200, `${nom} ${chemin}`);
      }
    }
  });
});

describe('an affectation: role × action × statut', () => {
  test('every cell answers as the table says, and as "actions" announced', async () => {
    for (const [nom, place, token] of qui.affectation) {
      for (const [i, reponse] of REPONSES.entries()) {
        const permises = Object.keys(AFFECTATION[place]).filter((a) => AFFECTATION[place][a][i] === '✔');
        if (place !== 'etranger') {
          const { affectation } = await dossier('EN_COURS', reponse);
          const { body } = await api('GET', `/affectations/${affectation}`, { token, attendu: 200 });
          assert.deepEqual(body.actions.toSorted(), permises.toSorted(), `${nom} ${reponse}`);
        }
        await Promise.all(
          Object.entries(AFFECTATION[place]).map(async ([action, ligne]) => {
            const cellule = ligne[i];
            const { affectation } = await dossier('EN_COURS', reponse);
            const r = await tenteReponse(token, action, affectation);
            assert.ok(
              attendu(action, cellule).includes(r.status),
              `${nom}: ${action} ${reponse}: ${r.status}, expected ${cellule}: ${r.text}`,
            );
            const [apres] = await sql('select statut, version from affectation where uuid = $1', [affectation]);
            assert.equal(apres.version, cellule === '✔' ? 2 : 1);
          }),
        );
      }
    }
  });

  test('on a dossier that is not open nothing is possible, for anybody', async () => {
    for (const statut of ['NOUVEAU', 'FERME', 'REFUSE']) {
      for (const [nom, place, token] of qui.affectation) {
        if (place === 'etranger') continue;
        for (const [i, reponse] of REPONSES.entries()) {
          const { affectation } = await dossier(statut, reponse);
          const { body } = await api('GET', `/affectations/${affectation}`, { token, attendu: 200 });
          assert.deepEqual(body.actions, [], `${nom} ${statut} ${reponse}`);
          const action = Object.keys(REPONSE)[i];
          const r = await tenteReponse(token, action, affectation);
          assert.ok([403, 409].includes(r.status), `${nom} ${statut} ${action}: ${r.status}`);
        }
      }
    }
  });
});

describe('without an account', () => {
  test("nobody reads or does anything: 401; a citizen's token: 403", async () => {
    const { id, affectation } = await dossier('EN_COURS');
    const [{ code_suivi }] = await sql('select code_suivi from signalement where uuid = $1', [id]);
    const { body } = await api('POST', '/suivi-usager/sessions', {
      attendu: 201,
      body: { code_suivi, initiale_prenom: 'i', initiale_nom: 'm', code_postal: m.t.code_postal },
    });
    for (const [token, statut] of [
      [undefined, 401],
      [body.jeton, 403],
    ]) {
      for (const action of Object.keys(DOSSIER.responsable))
        assert.equal((await tente(token, action, id)).status, statut, action);
      for (const action of Object.keys(AFFECTATION.partenaire))
        assert.equal((await tenteReponse(token, action, affectation)).status, statut, action);
      for (const chemin of [
        '/signalements',
        '/partenaires',
        '/moi',
        `/utilisateurs?partenaire=${m.service.id}`,
        `/signalements/${id}/historique`,
      ]) {
        assert.equal((await api('GET', chemin, { token })).status, statut, chemin);
      }
    }
  });
});

describe('dead letters', () => {
  test("are the national administrator's alone", async () => {
    for (const [nom, , token] of qui.dossier) {
      assert.equal((await api('GET', '/evenements/rebuts', { token })).status, nom === 'super admin' ? 200 : 403, nom);
      const rejeu = await api('POST', '/evenements/rebuts/00000000-0000-4000-8000-000000000000/rejeu', { token });
      assert.equal(rejeu.status, nom === 'super admin' ? 404 : 403, nom);
    }
  });
});

describe('filing', () => {
  test("in one's territories only, whatever the role", async () => {
    const loin = await territoire();
    for (const [nom, , token] of qui.dossier) {
      const r = await api('POST', '/signalements', { token, body: signalement(loin) });
      assert.equal(r.status, nom === 'super admin' ? 201 : 403, nom);
    }
  });
});
