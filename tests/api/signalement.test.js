/** Filing a dossier in one call, reading it back, its references, its refusals. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import {
  api,
  compte,
  contrat,
  depose,
  depuis,
  login,
  monde,
  partenaire,
  pointeurs,
  signalement,
  signalementComplet,
  sql,
  territoire,
} from './client.js';

depuis();

const BLOCS = ['adresse', 'occupant', 'declarant', 'bailleur', 'agence', 'syndic', 'logement', 'foyer', 'procedure'];

let m;
let rt;
let agent;

before(async () => {
  m = await monde();
  [rt, agent] = await Promise.all([login(m.rt.email), login(m.agent.email)]);
});

const cree = (body, options = {}) => api('POST', '/signalements', { token: rt, body, ...options });
const refuse = async (plus, attendus) => {
  const r = await cree(signalement(m.t, plus), { attendu: 422 });
  assert.deepEqual(pointeurs(r), [].concat(attendus).sort());
  return r;
};
const lit = async (id, token = rt) => (await api('GET', `/signalements/${id}`, { token, attendu: 200 })).body;

/** A second whole body, with the fields that the first one may not have. */
const autreComplet = (t) =>
  signalementComplet(t, {
    profil_declarant: 'TIERS_PARTICULIER',
    profil_occupant: 'BAILLEUR_OCCUPANT',
    logement_social: false,
    declarant: { nom: 'Petit', prenom: 'Paul', email: 'paul@example.org', telephone: '0491111111', lien: 'VOISIN' },
    bailleur: { type: 'PARTICULIER', nom: 'Dupré', averti: false },
    logement: {
      nature: 'autre',
      nature_autre: 'Caravane',
      piece_a_vivre_9m: 'oui',
      cuisine: true,
      salle_de_bain: true,
      wc: false,
      wc_collectif: true,
      nb_etages: 0,
      vacant: true,
      chauffage: 'AUCUN',
    },
    foyer: { nb_occupants: 0, nb_enfants: 0, allocataire: 'nsp', rsa: false, fsl: true },
    procedure: { debut_desordres: 'NSP', constatation: false, assurance_contactee: 'pas_assurance_logement' },
    desordres: [
      {
        critere: 'desordres_logement_lumiere_plafond_trop_bas',
        precisions: [
          'desordres_logement_lumiere_plafond_trop_bas_cuisine',
          'desordres_logement_lumiere_plafond_trop_bas_salle_de_bain',
        ],
        precisions_libres: [
          { precision: 'desordres_logement_lumiere_plafond_trop_bas_cuisine', description: '1 m 85' },
        ],
      },
      {
        critere: 'desordres_batiment_nuisibles_autres',
        precisions_libres: [{ precision: 'desordres_batiment_nuisibles_autres', description: 'Pigeons' }],
      },
      {
        critere: 'desordres_logement_nuisibles_autres',
        precisions: ['desordres_logement_nuisibles_autres_details_date_nsp'],
        precisions_libres: [{ precision: 'desordres_logement_nuisibles_autres', description: 'Frelons' }],
      },
    ],
  });

describe('filing', () => {
  test('every field of every block is read back as it was given', async () => {
    const donnes = {};
    for (const corps of [signalementComplet(m.t), autreComplet(m.t)]) {
      const { id } = (await cree(corps, { attendu: 201 })).body;
      const lu = await lit(id);
      for (const bloc of BLOCS) {
        assert.deepEqual(lu[bloc], corps[bloc], bloc);
        donnes[bloc] = { ...donnes[bloc], ...corps[bloc] };
      }
      for (const champ of [
        'reference_externe',
        'profil_declarant',
        'profil_occupant',
        'logement_social',
        'description',
      ]) {
        assert.equal(lu[champ], corps[champ], champ);
      }
      assert.equal(lu.territoire.code, m.t.code);
      assert.equal(lu.source, 'API');
    }
    // The two bodies together must have every field that the contract has.
    for (const bloc of BLOCS) {
      const nom = bloc[0].toUpperCase() + bloc.slice(1);
      assert.deepEqual(
        Object.keys(donnes[bloc]).sort(),
        Object.keys(contrat.components.schemas[nom].properties).sort(),
        bloc,
      );
    }
    assert.deepEqual(
      Object.keys({ ...signalementComplet(m.t), ...autreComplet(m.t) }).sort(),
      Object.keys(contrat.components.schemas.SignalementCreation.properties).sort(),
    );
  });

  test('désordres come back in order, by critère, with their free texts', async () => {
    const { id } = (await cree(autreComplet(m.t), { attendu: 201 })).body;
    const { desordres } = await lit(id);
    assert.deepEqual(
      desordres.map((d) => [d.critere, d.zone, d.precisions.map((p) => [p.precision, p.description])]),
      [
        [
          'desordres_logement_lumiere_plafond_trop_bas',
          'LOGEMENT',
          [
            ['desordres_logement_lumiere_plafond_trop_bas_cuisine', '1 m 85'],
            ['desordres_logement_lumiere_plafond_trop_bas_salle_de_bain', null],
          ],
        ],
        ['desordres_batiment_nuisibles_autres', 'BATIMENT', [['desordres_batiment_nuisibles_autres', 'Pigeons']]],
        [
          'desordres_logement_nuisibles_autres',
          'LOGEMENT',
          [['desordres_logement_nuisibles_autres_details_date_nsp', 'Frelons']],
        ],
      ],
    );
  });

  test('the score is the one of /criticite/evaluation, point by point', async () => {
    const { body: d } = await cree(signalementComplet(m.t), { attendu: 201 });
    const corps = signalementComplet(m.t);
    const e = (
      await api('POST', '/criticite/evaluation', {
        attendu: 200,
        body: {
          precisions: ['desordres_batiment_proprete_interieur', 'desordres_batiment_isolation_murs'],
          enfants_moins_6: corps.foyer.enfants_moins_6,
          assurance_contactee: corps.procedure.assurance_contactee,
          superficie: corps.logement.superficie,
          dpe: corps.logement.dpe,
          classe_energetique: corps.logement.classe_energetique,
          annee_dpe: corps.logement.annee_dpe,
          consommation: corps.logement.consommation,
          consommation_finale: corps.logement.consommation_finale,
        },
      })
    ).body;
    const lu = await lit(d.id);
    assert.deepEqual(lu.criticite, {
      grille: e.grille,
      score: e.score,
      score_batiment: e.score_batiment,
      score_logement: e.score_logement,
    });
    assert.deepEqual(d.criticite, lu.criticite);
    assert.deepEqual(lu.qualifications, e.qualifications);
    const points = lu.desordres.flatMap((x) => x.precisions.map((p) => [p.precision, p.points]));
    assert.deepEqual(
      points,
      e.contributions.map((c) => [c.precision, c.points]),
    );
    assert.ok(lu.criticite.score > 0);
  });

  test('a critère with one précision is designated by either slug', async () => {
    const { id } = (
      await cree(
        signalement(m.t, {
          desordres: [
            { critere: 'desordres_logement_proprete', precisions: ['desordres_logement_proprete_pieces_tout'] },
            { critere: 'desordres_type_composition_logement_sous_combles' },
          ],
        }),
        { attendu: 201 },
      )
    ).body;
    assert.deepEqual(
      (await lit(id)).desordres.map((d) => d.precisions.length),
      [1, 1],
    );
  });

  test('tells the place to read it, and gives the code to the person only then', async () => {
    const r = await cree(signalement(m.t), { attendu: 201 });
    assert.equal(r.headers.location, `/api/v1/signalements/${r.body.id}`);
    assert.equal(r.body.statut, 'NOUVEAU');
    assert.ok(r.body.lien_suivi.endsWith(`/suivi/${r.body.code_suivi}`));
    const lu = await api('GET', `/signalements/${r.body.id}`, { token: rt, attendu: 200 });
    assert.ok(!lu.text.includes(r.body.code_suivi));
    assert.equal(lu.body.cree_le, r.body.cree_le);
    assert.deepEqual(
      [lu.body.valide_le, lu.body.ferme_le, lu.body.motif_refus, lu.body.motif_cloture],
      [null, null, null, null],
    );
  });

  test('absent and null say the same', async () => {
    const r = await cree(
      signalement(m.t, {
        description: null,
        reference_externe: null,
        territoire: null,
        profil_occupant: null,
        logement: { nature: null, superficie: null },
        foyer: {},
      }),
      { attendu: 201 },
    );
    const lu = await lit(r.body.id);
    assert.equal(lu.description, null);
    assert.equal(lu.reference_externe, null);
  });

  test('without an INSEE code the postal code is enough', async () => {
    const corps = signalement(m.t);
    delete corps.adresse.code_insee;
    assert.equal((await cree(corps, { attendu: 201 })).body.territoire, m.t.code);
  });

  test('every account of the territory may file, and the event is in the outbox', async () => {
    for (const qui of [m.admin, m.agent, m.dispatcheur, m.voisin, m.rt]) {
      const { body } = await cree(signalement(m.t), { token: await login(qui.email), attendu: 201 });
      const [e] = await sql(
        `select e.sujet, s.cree_par, s.cree_par_partenaire from signalement s
        join evenement e on (e.donnees ->> 'signalement')::bigint = s.id where s.uuid = $1 order by e.id`,
        [body.id],
      );
      assert.deepEqual([e.sujet, e.cree_par], ['signalement.depose', qui.cle]);
      assert.ok(e.cree_par_partenaire);
    }
  });

  test('the national administrator files anywhere', async () => {
    const admin = await login((await compte({ role: 'SUPER_ADMIN' })).email);
    await cree(signalement(m.t), { token: admin, attendu: 201 });
  });
});

describe('refusals', () => {
  test('no token: 401', async () => {
    await cree(signalement(m.t), { token: undefined, attendu: 401 });
  });

  test('another territory: 403', async () => {
    const ailleurs = await territoire();
    const r = await cree(signalement(ailleurs), { attendu: 403 });
    assert.equal(r.body.code, 'interdit');
  });

  test('closed territory, unknown place, announced territory that is not the one of the address', async () => {
    const ferme = await territoire({ actif: false });
    const chef = await compte({ role: 'SUPER_ADMIN' });
    const token = await login(chef.email);
    const clos = await cree(signalement(ferme), { token, attendu: 422 });
    assert.deepEqual(
      clos.body.erreurs.map((e) => [e.pointeur, e.code]),
      [['/adresse/code_postal', 'territoire_ferme']],
    );
    const adresse = { ...signalement(m.t).adresse };
    const inconnu = await refuse({ adresse: { ...adresse, code_insee: '99999' } }, '/adresse/code_postal');
    assert.equal(inconnu.body.erreurs[0].code, 'inconnu');
    await refuse({ adresse: { ...adresse, code_postal: '99998', code_insee: null } }, '/adresse/code_postal');
    const faux = await refuse({ territoire: '13' }, '/territoire');
    assert.equal(faux.body.erreurs[0].code, 'incoherent');
    assert.ok(faux.body.erreurs[0].detail.includes(m.t.code));
  });

  test('everything that is missing is told at once', async () => {
    const r = await cree({}, { attendu: 422 });
    assert.deepEqual(pointeurs(r), ['/adresse', '/desordres', '/logement_social', '/profil_declarant']);
    assert.ok(r.body.erreurs.every((e) => e.code === 'obligatoire'));
  });

  test('several faults of several kinds in one answer, each with its pointer', async () => {
    const r = await cree(
      signalement(m.t, {
        inconnu: 1,
        profil_declarant: 'PERSONNE',
        logement_social: 'non',
        adresse: {
          numero_voie: 'x'.repeat(101),
          code_postal: '1300',
          commune: '',
          pays: 'FR',
          latitude: 91,
          longitude: '5',
        },
        occupant: { civilite: 'M', email: 'a@b', telephone: '12', nom: 'x'.repeat(51) },
        logement: { superficie: 0, nb_pieces: 1.5, date_entree: '2026-02-30', annee_construction: 999 },
        desordres: [{ precisions: ['a'] }, { critere: '' }, 3],
        description: 'x'.repeat(10001),
      }),
      { attendu: 422 },
    );
    assert.deepEqual(pointeurs(r), [
      '/adresse/code_postal',
      '/adresse/commune',
      '/adresse/latitude',
      '/adresse/longitude',
      '/adresse/numero_voie',
      '/adresse/pays',
      '/description',
      '/desordres/0/critere',
      '/desordres/1/critere',
      '/desordres/2',
      '/inconnu',
      '/logement/annee_construction',
      '/logement/date_entree',
      '/logement/nb_pieces',
      '/logement/superficie',
      '/logement_social',
      '/occupant/civilite',
      '/occupant/email',
      '/occupant/nom',
      '/occupant/telephone',
      '/profil_declarant',
    ]);
    for (const e of r.body.erreurs) assert.match(e.detail, /^[A-ZÉÀ].*\.$/u, e.detail);
  });

  test('a fault in every field of the contract is told under its own pointer', async () => {
    // One wrong value of each kind for each field; only that field may be at fault.
    const faux = (schema) => {
      const s = schema.$ref ? contrat.components.schemas[schema.$ref.split('/').pop()] : schema;
      const type = [].concat(s.type).find((t) => t !== 'null');
      return type === 'string'
        ? [7, ...(s.maxLength && !s.enum ? ['x'.repeat(s.maxLength + 1)] : []), ...(s.enum ? ['AUTREMENT'] : [])]
        : type === 'boolean'
          ? ['oui', 1]
          : ['1', ...(s.maximum ? [s.maximum + 1] : []), ...(s.minimum !== undefined ? [s.minimum - 1] : [])];
    };
    const essais = [];
    for (const bloc of BLOCS) {
      const { properties } = contrat.components.schemas[bloc[0].toUpperCase() + bloc.slice(1)];
      for (const [champ, schema] of Object.entries(properties)) {
        for (const valeur of faux(schema)) essais.push([`/${bloc}/${champ}`, bloc, champ, valeur]);
      }
    }
    assert.ok(essais.length > 150);
    const qui = await Promise.all([m.admin, m.dispatcheur, m.voisin].map((u) => login(u.email)));
    for (let i = 0; i < essais.length; i += 12) {
      await Promise.all(
        essais.slice(i, i + 12).map(async ([pointeur, bloc, champ, valeur], k) => {
          const complet = signalementComplet(m.t);
          const corps = { ...complet, [bloc]: { ...complet[bloc], [champ]: valeur } };
          const r = await cree(corps, { token: qui[k % 3], attendu: 422 });
          assert.deepEqual(pointeurs(r), [pointeur], `${pointeur} = ${String(valeur).slice(0, 20)}`);
        }),
      );
    }
  });

  test('who reports must be named: the occupant, or the third party', async () => {
    for (const profil of ['LOCATAIRE', 'BAILLEUR_OCCUPANT']) {
      await refuse({ profil_declarant: profil, occupant: {} }, [
        '/occupant/email',
        '/occupant/nom',
        '/occupant/prenom',
      ]);
    }
    for (const profil of ['TIERS_PARTICULIER', 'TIERS_PRO', 'BAILLEUR', 'SERVICE_SECOURS']) {
      await refuse({ profil_declarant: profil, occupant: {} }, [
        '/declarant/email',
        '/declarant/nom',
        '/declarant/prenom',
      ]);
    }
  });

  test('what does not go together', async () => {
    const tiers = { profil_declarant: 'TIERS_PRO', declarant: { nom: 'A', prenom: 'B', email: 'a@example.org' } };
    const cas = [
      [
        {
          declarant: {
            structure: 'CCAS',
            nom: 'A',
            prenom: 'B',
            email: 'a@example.org',
            telephone: '0491111111',
            lien: 'VOISIN',
            matricule: '1',
          },
        },
        [
          '/declarant/email',
          '/declarant/lien',
          '/declarant/matricule',
          '/declarant/nom',
          '/declarant/prenom',
          '/declarant/structure',
          '/declarant/telephone',
        ],
      ],
      [{ profil_occupant: 'LOCATAIRE' }, '/profil_occupant'],
      [{ ...tiers, declarant: { ...tiers.declarant, lien: 'PROCHE' } }, '/declarant/lien'],
      [
        { ...tiers, profil_declarant: 'TIERS_PARTICULIER', declarant: { ...tiers.declarant, matricule: '12' } },
        '/declarant/matricule',
      ],
      [{ ...tiers, profil_declarant: 'BAILLEUR', profil_occupant: 'LOCATAIRE' }, '/profil_occupant'],
      [{ logement: { vacant: true } }, '/logement/vacant'],
      [
        { logement: { nature: 'maison', nature_autre: 'Yourte', situation: 'RDC' } },
        ['/logement/nature_autre', '/logement/situation'],
      ],
      [
        { logement: { cuisine: true, cuisine_collective: true, salle_de_bain: true, salle_de_bain_collective: true } },
        ['/logement/cuisine_collective', '/logement/salle_de_bain_collective'],
      ],
      [{ logement: { wc: true, wc_collectif: true } }, '/logement/wc_collectif'],
      [{ logement: { wc: false, wc_cuisine: true } }, '/logement/wc_cuisine'],
      [{ foyer: { accompagnement: 'non', accompagnement_structure: 'CCAS' } }, '/foyer/accompagnement_structure'],
      [{ foyer: { nb_occupants: 2, nb_enfants: 3 } }, '/foyer/nb_enfants'],
      [
        { bailleur: { averti: false, averti_le: '2026-09-01', moyen: 'sms', reponse: 'Non' } },
        ['/bailleur/averti_le', '/bailleur/moyen', '/bailleur/reponse'],
      ],
      [{ bailleur: { type: 'PARTICULIER', denomination: 'SCI' } }, '/bailleur/denomination'],
      [{ procedure: { assurance_contactee: 'non', reponse_assurance: 'Rien' } }, '/procedure/reponse_assurance'],
    ];
    for (const [plus, attendus] of cas) {
      const r = await refuse(plus, attendus);
      assert.ok(r.body.erreurs.every((e) => e.code === 'incoherent'));
    }
  });

  test('désordres: unknown, twice, foreign, exclusive, without précision, free text without room', async () => {
    const plafond = 'desordres_logement_lumiere_plafond_trop_bas';
    const cas = [
      [[{ critere: 'desordres_inconnus' }], '/desordres/0/critere', 'valeur_inconnue'],
      [
        [{ critere: 'desordres_batiment_isolation_murs' }, { critere: 'desordres_batiment_isolation_murs' }],
        '/desordres/1/critere',
        'doublon',
      ],
      [[{ critere: plafond, precisions: ['rien'] }], '/desordres/0/precisions/0', 'valeur_inconnue'],
      [
        [{ critere: plafond, precisions: [`${plafond}_cuisine`, 'desordres_logement_proprete_pieces_tout'] }],
        '/desordres/0/precisions/1',
        'incoherent',
      ],
      [
        [{ critere: plafond, precisions: [`${plafond}_cuisine`, `${plafond}_cuisine`] }],
        '/desordres/0/precisions/1',
        'incoherent',
      ],
      [
        [{ critere: plafond, precisions: [`${plafond}_cuisine`, `${plafond}_toutes_pieces`] }],
        '/desordres/0/precisions/1',
        'incoherent',
      ],
      [[{ critere: plafond }], '/desordres/0/precisions', 'incoherent'],
      [
        [
          {
            critere: 'desordres_batiment_isolation_murs',
            precisions_libres: [{ precision: 'desordres_batiment_isolation_murs', description: 'Froid' }],
          },
        ],
        '/desordres/0/precisions_libres',
        'inutile',
      ],
      [
        [
          {
            critere: plafond,
            precisions: [`${plafond}_cuisine`],
            precisions_libres: [{ precision: `${plafond}_piece_a_vivre`, description: '1 m 80' }],
          },
        ],
        '/desordres/0/precisions_libres/0/precision',
        'incoherent',
      ],
      [
        [
          {
            critere: 'desordres_logement_nuisibles_autres',
            precisions: ['desordres_logement_nuisibles_autres_details_date_nsp'],
            precisions_libres: [{ precision: 'desordres_batiment_nuisibles_autres', description: 'Pigeons' }],
          },
        ],
        '/desordres/0/precisions_libres/0/precision',
        'incoherent',
      ],
    ];
    for (const [desordres, pointeur, code] of cas) {
      const r = await refuse({ desordres }, pointeur);
      assert.equal(r.body.erreurs[0].code, code);
    }
    await refuse({ desordres: [] }, '/desordres');
  });

  test('a body that is too large, of another type, or not JSON', async () => {
    const grand = await cree(signalement(m.t, { description: 'x'.repeat(131072) }), { attendu: 413 });
    assert.equal(grand.body.code, 'corps_trop_grand');
    await cree('nom=a', { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, attendu: 415 });
    for (const faux of ['', '{', '{"a":1,}', '{"a":1,"a":2}', 'nul', '{"a":"\u0001"}', '[1]x', `${'['.repeat(5000)}`]) {
      const r = await cree(faux, { attendu: 400 });
      assert.equal(r.body.code, 'json_illisible');
    }
    for (const pas of ['[]', '1', '"a"', 'null', 'true']) await cree(pas, { attendu: [400, 422] });
  });
});

describe('references', () => {
  test('64 at once: YYYY-1 to YYYY-64, without a gap or a duplicate', async () => {
    const t = await territoire();
    const p = await partenaire(t);
    const token = await login((await compte({ partenaires: [p] })).email);
    const crees = await Promise.all(Array.from({ length: 64 }, () => cree(signalement(t), { token, attendu: 201 })));
    const annee = new Date().getFullYear();
    assert.deepEqual(
      crees.map((r) => r.body.reference).sort(),
      Array.from({ length: 64 }, (_, i) => `${annee}-${i + 1}`).sort(),
    );
  });

  test('a refused creation takes no number', async () => {
    const t = await territoire();
    const token = await login((await compte({ partenaires: [await partenaire(t)] })).email);
    await cree(signalement(t), { token, attendu: 201 });
    await cree(signalement(t, { desordres: [{ critere: 'rien' }] }), { token, attendu: 422 });
    assert.match((await cree(signalement(t), { token, attendu: 201 })).body.reference, /-2$/);
  });

  test('each territory counts for itself', async () => {
    const t = await territoire();
    const token = await login((await compte({ partenaires: [await partenaire(t)] })).email);
    assert.match((await cree(signalement(t), { token, attendu: 201 })).body.reference, /-1$/);
  });

  test('the same reference_externe gives the same dossier, whatever else is sent', async () => {
    const corps = signalementComplet(m.t);
    const un = await cree(corps, { token: agent, attendu: 201 });
    const deux = await cree({ ...corps, description: 'Autre chose' }, { token: agent, attendu: 200 });
    assert.deepEqual(deux.body, un.body);
    assert.equal(deux.headers.location, un.headers.location);
    // Another account of the same partner: the same. Another partner: another dossier.
    const { body } = await cree(corps, { token: await login(m.admin.email), attendu: 200 });
    assert.equal(body.id, un.body.id);
    const autre = await cree(corps, { token: await login(m.voisin.email), attendu: 201 });
    assert.notEqual(autre.body.id, un.body.id);
  });

  test('the same reference_externe sent 16 times at once makes one dossier', async () => {
    const corps = signalementComplet(m.t);
    const tous = await Promise.all(
      Array.from({ length: 16 }, () => cree(corps, { token: agent, attendu: [200, 201] })),
    );
    assert.equal(new Set(tous.map((r) => r.body.id)).size, 1);
    assert.equal(tous.filter((r) => r.status === 201).length, 1);
    const [{ n }] = await sql('select count(*)::int as n from signalement where reference_externe = $1', [
      corps.reference_externe,
    ]);
    assert.equal(n, 1);
  });
});

describe('reading', () => {
  test('strong ETag, 304 while nothing has changed, HEAD says the same', async () => {
    const { id } = await depose(api, rt, m.t);
    const r = await api('GET', `/signalements/${id}`, { token: rt, attendu: 200 });
    await api('GET', `/signalements/${id}`, { token: rt, headers: { 'If-None-Match': r.etag }, attendu: 304 });
    await api('GET', `/signalements/${id}`, {
      token: rt,
      headers: { 'If-None-Match': `"x", W/${r.etag}` },
      attendu: 304,
    });
    const h = await api('HEAD', `/signalements/${id}`, { token: rt, attendu: 200 });
    assert.equal(h.etag, r.etag);
    assert.equal(Number(h.headers['content-length']), Buffer.byteLength(r.text));
  });

  test('unknown, badly written and invisible are the same 404', async () => {
    const { id } = await depose(api, rt, m.t);
    const invisible = await api('GET', `/signalements/${id}`, { token: await login(m.voisin.email), attendu: 404 });
    const inconnu = await api('GET', '/signalements/00000000-0000-4000-8000-000000000000', { token: rt, attendu: 404 });
    await api('GET', '/signalements/1', { token: rt, attendu: 404 });
    assert.equal(invisible.body.detail, inconnu.body.detail);
    await api('GET', `/signalements/${id}`, { attendu: 401 });
  });
});
