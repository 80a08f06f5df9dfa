/**
 * A world of its own for each test file: a territory with its commune, its partners and its people, made by SQL and
 * taken away at the end. Files run at the same time, again and again, and never meet.
 */
import { after } from 'node:test';
import pg from 'pg';

const reglages = Object.fromEntries(
  (process.env.VIGIE_PG ?? 'host=/tmp dbname=vigie user=vigie')
    .trim()
    .split(/\s+/)
    .map((r) => r.split('=')),
);

/** The stack's database, as the owner of its tables. */
export const pool = new pg.Pool({
  host: reglages.host,
  port: Number(reglages.port ?? 5432),
  database: reglages.dbname,
  user: reglages.user,
  max: 4,
  allowExitOnIdle: true,
});

/** @returns {Promise<any[]>} rows */
export async function sql(texte, valeurs = []) {
  return (await pool.query(texte, valeurs)).rows;
}

// argon2id of Demo-Logement-2026! at the least cost: signing in many test accounts must not warm the machine.
const EMPREINTE = '$argon2id$v=19$m=8,t=1,p=1$Z05HpOKTrJXsgYllWMA++Q$6wRgrI3f5tgssocSeHFo3674i1y0WNLL7LGDzdx6A8o';

let suffixe = 0;
const unique = () => `${process.pid.toString(36)}${Date.now().toString(36)}${(suffixe++).toString(36)}`;

const ouverts = [];

/**
 * A new territory, open unless told otherwise.
 * @returns {Promise<{id: number, code: string, nom: string, code_postal: string, code_insee: string, commune: string}>}
 *   its only commune is there too
 */
export async function territoire({ actif = true } = {}) {
  for (;;) {
    const n = Math.floor(Math.random() * 720);
    const code = `${n % 10}${'AB'[Math.floor(n / 360)]}${(Math.floor(n / 10) % 36).toString(36).toUpperCase()}`;
    const cp = `00${String(n).padStart(3, '0')}`;
    const [t] = await sql(
      `with t as (
        insert into territoire (code, nom, actif) values ($1, $2, $3) on conflict (code) do nothing returning id)
      insert into commune (code_insee, code_postal, nom, territoire_id, population)
      select $4, $4, $5, id, 1000 from t returning territoire_id as id`,
      [code, `Essai ${code}`, actif, cp, `Essai-${code}`],
    );
    if (t) {
      const nouveau = {
        id: t.id,
        code,
        nom: `Essai ${code}`,
        code_postal: cp,
        code_insee: cp,
        commune: `Essai-${code}`,
      };
      ouverts.push(nouveau.id);
      return nouveau;
    }
  }
}

/**
 * A partner of a territory (null: of none).
 * @returns {Promise<{id: string, cle: string, nom: string}>} id is the uuid
 */
export async function partenaire(t, { nom = `Partenaire ${unique()}`, type = 'COMMUNE_SCHS', archive = false } = {}) {
  const [p] = await sql(
    `insert into partenaire (nom, type, territoire_id, email, archive)
    values ($1, $2, $3, $4, $5) returning uuid as id, id as cle, nom`,
    [nom, type, t?.id ?? null, `${unique()}@partenaire.example`, archive],
  );
  return p;
}

/**
 * An account.
 * @param {{role?: string, partenaires?: {cle: string}[], droit_affectation?: boolean, statut?: string, email?: string,
 *   mot_de_passe?: string | null}} [options]
 * @returns {Promise<{id: string, cle: string, email: string}>}
 */
export async function compte({
  role = 'AGENT',
  partenaires = [],
  droit_affectation = false,
  statut = 'ACTIF',
  email = `${unique()}@essai.example`,
  mot_de_passe = EMPREINTE,
  nom = 'Essai',
  prenom = 'Camille',
} = {}) {
  const [u] = await sql(
    `insert into utilisateur (email, mot_de_passe, nom, prenom, role, droit_affectation, statut)
    values ($1, $2, $3, $4, $5, $6, $7) returning uuid as id, id as cle, email`,
    [email, mot_de_passe, nom, prenom, role, droit_affectation, statut],
  );
  comptes.push(u.cle);
  for (const p of partenaires) {
    await sql('insert into utilisateur_partenaire (utilisateur_id, partenaire_id) values ($1, $2)', [u.cle, p.cle]);
  }
  return u;
}

const comptes = [];

/**
 * A whole territory: administration and service partners, and one account per role.
 * rt: its manager; admin, agent: of the service; dispatcheur: agent with the right to dispatch; voisin: agent of
 * another service of the territory.
 */
export async function monde(options) {
  const t = await territoire(options);
  const prefecture = await partenaire(t, { nom: `DDT ${t.code}`, type: 'DDT_M' });
  const service = await partenaire(t, { nom: `Hygiène ${t.code}` });
  const autre = await partenaire(t, { nom: `ARS ${t.code}`, type: 'ARS' });
  return {
    t,
    prefecture,
    service,
    autre,
    rt: await compte({ role: 'RESPONSABLE_TERRITOIRE', partenaires: [prefecture], nom: 'Aubert', prenom: 'Nadia' }),
    admin: await compte({ role: 'ADMIN_PARTENAIRE', partenaires: [service], nom: 'Santini', prenom: 'Marc' }),
    agent: await compte({ partenaires: [service], nom: 'Haddad', prenom: 'Leïla' }),
    dispatcheur: await compte({ partenaires: [service], droit_affectation: true, nom: 'Petit', prenom: 'Jean' }),
    voisin: await compte({ partenaires: [autre], nom: 'Morel', prenom: 'Yann' }),
  };
}

/** The least that files a dossier in a territory of ours. */
export function signalement(t, plus = {}) {
  return {
    profil_declarant: 'LOCATAIRE',
    logement_social: false,
    adresse: {
      numero_voie: '12 rue de la République',
      code_postal: t.code_postal,
      commune: t.commune,
      code_insee: t.code_insee,
    },
    occupant: { nom: 'Martin', prenom: 'Inès', email: 'ines.martin@example.org' },
    desordres: [{ critere: 'desordres_batiment_proprete_interieur', precisions: [] }],
    ...plus,
  };
}

/** Every block and every field of SignalementCreation, as a TIERS_PRO would give them. */
export function signalementComplet(t, plus = {}) {
  return {
    reference_externe: `SI/${unique()}`,
    territoire: t.code,
    profil_declarant: 'TIERS_PRO',
    profil_occupant: 'LOCATAIRE',
    logement_social: true,
    adresse: {
      numero_voie: '12 bis rue de l’Évêché',
      code_postal: t.code_postal,
      commune: t.commune,
      code_insee: t.code_insee,
      etage: '3',
      escalier: 'B',
      numero_appartement: '31',
      complement: 'Fond de cour, bâtiment « C »',
      latitude: 43.2975,
      longitude: 5.3712,
      identifiant_ban: '13201_7845_00012',
      identifiant_rnb: 'RNB0123456789',
    },
    occupant: {
      civilite: 'mme',
      nom: 'Martin',
      prenom: 'Inès',
      email: 'ines.martin@example.org',
      telephone: '+33612345678',
      telephone_secondaire: '0491000000',
    },
    declarant: {
      nom: 'N’Guyen',
      prenom: 'Zoé',
      email: 'zoe@ccas.example.org',
      telephone: '0491111111',
      telephone_secondaire: '0491222222',
      structure: 'CCAS de Marseille',
      matricule: 'A-1234',
    },
    bailleur: {
      type: 'ORGANISME_SOCIETE',
      denomination: 'Habitat & Cie',
      nom: 'Dupré',
      prenom: 'Luc',
      email: 'luc@habitat.example.org',
      telephone: '0491333333',
      telephone_secondaire: '0491444444',
      adresse: '1 place du Port',
      code_postal: '13002',
      commune: 'Marseille',
      averti: true,
      averti_le: '2026-09-01',
      moyen: 'courrier',
      reponse: 'Rien pour le moment.',
      numero_reclamation: 'R-2026-0042',
    },
    agence: {
      denomination: 'Agence du Port',
      nom: 'Roux',
      prenom: 'Léa',
      email: 'lea@agence.example.org',
      telephone: '0491555555',
      adresse: '2 place du Port',
      code_postal: '13002',
      commune: 'Marseille',
    },
    syndic: {
      denomination: 'Syndic du Port',
      nom: 'Blanc',
      email: 'blanc@syndic.example.org',
      telephone: '0491666666',
      telephone_secondaire: '0491777777',
    },
    logement: {
      nature: 'appartement',
      situation: 'SOUSSOL',
      avec_fenetres: false,
      superficie: 38.5,
      piece_unique: false,
      nb_pieces: 2,
      nb_etages: 4,
      annee_construction: 1931,
      piece_a_vivre_9m: 'non',
      cuisine: false,
      cuisine_collective: true,
      salle_de_bain: false,
      salle_de_bain_collective: false,
      wc: true,
      wc_cuisine: false,
      chauffage: 'ELECTRIQUE',
      bail: 'oui',
      etat_des_lieux: 'nsp',
      dpe: 'oui',
      annee_dpe: 'before2023',
      classe_energetique: 'G',
      consommation: 12000.5,
      consommation_finale: 311.7,
      loyer: 612.34,
      loyers_a_jour: true,
      date_entree: '2019-02-28',
      numero_invariant: '123456789012',
      vacant: false,
    },
    foyer: {
      nb_occupants: 3,
      nb_enfants: 1,
      enfants_moins_6: 'oui',
      vulnerabilite: 'Personne âgée',
      allocataire: 'caf',
      date_naissance: '1984-12-31',
      numero_allocataire: '1234567',
      type_allocation: 'APL',
      montant_allocation: 250.5,
      accompagnement: 'oui',
      accompagnement_structure: 'Maison des solidarités',
      accompagnement_nom: 'Garcia',
      accompagnement_prenom: 'Ana',
      rsa: true,
      fsl: false,
    },
    procedure: {
      debut_desordres: 'MONTHS_6_TO_12',
      constatation: true,
      demande_relogement: true,
      souhaite_quitter: 'non',
      preavis_depart: 'nsp',
      assurance_contactee: 'oui',
      reponse_assurance: 'Un expert doit passer.',
      depart_apres_travaux: 'oui',
    },
    desordres: [
      { critere: 'desordres_batiment_proprete_interieur', precisions: [] },
      { critere: 'desordres_batiment_isolation_murs', precisions: [] },
    ],
    description: 'Moisissures, « fuites » & froid :\n\tdepuis l’hiver 2025 — 🏠',
    ...plus,
  };
}

/** Files a dossier and gives what POST answered. */
export async function depose(api, token, t, plus) {
  return (await api('POST', '/signalements', { token, body: signalement(t, plus), attendu: 201 })).body;
}

// What this file made goes with it.
after(async () => {
  if (ouverts.length > 0 || comptes.length > 0) await efface();
});

async function efface() {
  const dossiers = 'select id from signalement where territoire_id = any ($1)';
  const gens = 'select unnest($1::bigint[])';
  for (const requete of [
    `delete from evenement where (donnees ->> 'signalement')::bigint in (${dossiers})`,
    `delete from brouillon where signalement_id in (${dossiers})`,
    `delete from signalement where id in (${dossiers})`,
    'delete from reference_compteur where territoire_id = any ($1)',
    'delete from commune where territoire_id = any ($1)',
    `delete from utilisateur_partenaire where partenaire_id in
      (select id from partenaire where territoire_id = any ($1))`,
  ])
    await sql(requete, [ouverts]);
  for (const requete of [
    `delete from idempotence where appelant in (select uuid::text from utilisateur where id in (${gens}))`,
    `delete from session where utilisateur_id in (${gens})`,
    `delete from abonnement where utilisateur_id in (${gens})`,
    `delete from utilisateur_partenaire where utilisateur_id in (${gens})`,
    `delete from utilisateur where id in (${gens})`,
  ])
    await sql(requete, [comptes]);
  await sql('delete from partenaire where territoire_id = any ($1)', [ouverts]);
  await sql('delete from territoire where id = any ($1)', [ouverts]);
}
