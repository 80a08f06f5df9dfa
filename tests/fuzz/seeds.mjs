// Writes the starting corpora: a folder of small files for each target, made
// from the contract's own examples of what is sent. node seeds.mjs FOLDER
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const out = process.argv[2];
const UUID = '0f8fad5b-d9cb-469f-a165-70867728950e';

const reponses = {
  adresse_logement_adresse: '12 rue Haute 13001 Marseille',
  adresse_logement_adresse_detail_numero: '12 rue Haute',
  adresse_logement_adresse_detail_code_postal: '13001',
  adresse_logement_adresse_detail_commune: 'Marseille',
  signalement_concerne_logement_social_autre_tiers: 'non',
  vos_coordonnees_occupant_civilite: 'mme',
  vos_coordonnees_occupant_nom: 'Martin',
  vos_coordonnees_occupant_prenom: 'Inès',
  vos_coordonnees_occupant_email: 'ines@exemple.fr',
  vos_coordonnees_occupant_tel: '0612345678',
  vos_coordonnees_occupant_tel_countrycode: 'FR:33',
  info_procedure_bailleur_prevenu: 'oui',
  info_procedure_bail_date: '09/2026',
  zone_concernee_zone: 'batiment_logement',
  type_logement_nature: 'appartement',
  type_logement_rdc: 'non',
  type_logement_dernier_etage: 'oui',
  type_logement_sous_comble_sans_fenetre: 'oui',
  composition_logement_piece_unique: 'plusieurs_pieces',
  composition_logement_superficie: '38,5',
  composition_logement_nb_pieces: 2,
  composition_logement_nombre_personnes: '5',
  composition_logement_nombre_enfants: 1,
  composition_logement_enfants: 'oui',
  type_logement_commodites_cuisine: 'non',
  type_logement_commodites_wc: 'oui',
  bail_dpe_dpe: 'oui',
  bail_dpe_classe_energetique: 'G',
  logement_social_allocation: 'oui',
  categorieDisorders: {
    batiment: ['desordres_batiment_securite'],
    logement: ['desordres_logement_humidite', 'desordres_logement_lumiere', 'desordres_logement_chauffage'],
  },
  desordres_batiment_securite_sol: 1,
  desordres_batiment_securite_sol_details_plancher_effondre: 'oui',
  desordres_logement_humidite_cuisine: 1,
  desordres_logement_humidite_cuisine_details_fuite: 'oui',
  desordres_logement_humidite_cuisine_details_machine: 'nsp',
  desordres_logement_lumiere_plafond_trop_bas: 1,
  desordres_logement_lumiere_plafond_trop_bas_cuisine: '2,05 m',
  desordres_logement_chauffage_type: 'aucun',
  message_administration: 'Bonjour,\nIl fait froid.',
};

const signalement = {
  profil_declarant: 'TIERS_PRO', logement_social: false,
  adresse: { numero_voie: '12 rue Haute', code_postal: '13001', commune: 'Marseille', latitude: 43.29, longitude: 5.37 },
  declarant: { nom: 'Roux', prenom: 'Léa', email: 'lea@exemple.fr', telephone: '+33 4 91 00 00 00', structure: 'CCAS' },
  logement: { nature: 'appartement', situation: 'RDC', superficie: 38.5, nb_pieces: 2, date_entree: '2019-02-28' },
  foyer: { nb_occupants: 3, nb_enfants: 1, enfants_moins_6: 'oui', allocataire: 'caf', montant_allocation: 250.5 },
  bailleur: { averti: true, averti_le: '2026-09-01', moyen: 'courrier' },
  desordres: [{ critere: 'desordres_batiment_isolation_murs', precisions: [],
    precisions_libres: [{ precision: 'x', description: 'y' }] }],
};

const now = 4102444800;
// kid: the start of the hash of the secret of fuzz_jeton.c
const entete = '{"alg":"HS256","typ":"JWT","kid":"6313160a"}';
const corps = `{"iss":"vigie-logement","role":"AGENT","sub":"${UUID}","exp":${now}}`;
const b64 = (s) => Buffer.from(s).toString('base64url');

const seeds = {
  route: ['\0/signalements', `\0/signalements/${UUID}`, `\x03/suivis/${UUID}`, `\x01/affectations/${UUID}/transitions`,
    '\0/formulaires/LOCATAIRE', '\0/signalements/%C3%A9%2F', '\x05/sante/vivant'],
  query: ['\0limite=25&total=aucun&apres=00064e1a8f3b2c00000000000000002a', '\x14statut=NOUVEAU&statut=FERME&q=rue+d%27alger',
    '\x07code_postal=13001&code_insee=13201', '\x01a=%C3%A9&b', '\x02limite=1e3&limite=0x10'],
  body: [`\0{"email":"a@b.fr","mot_de_passe":"x"}`, ...[...Array(16).keys()].flatMap((n) => [
    `${String.fromCharCode(n)}${JSON.stringify(signalement)}`,
    `${String.fromCharCode(n)}${JSON.stringify({ profil: 'LOCATAIRE', etape: 'zone', reponses: { a: [[1]], b: null } })}`]),
  '\x05{"action":"clore","motif":"AUTRE","message":"Un message assez long.","agents":[]}'],
  cursor: ['00064e1a8f3b2c00000000000000002a', '7fffffffffffffff7fffffffffffffff', 'ffffffffffffffffffffffffffffffff'],
  header: ['\0a=1; vigie_renouvellement=abc; b=2', '\x01"12.9f03"', '\x01W/"12"', '\x02application/json; charset=utf-8'],
  jeton: [`\x01${entete}.${corps}`, `\x01{"alg":"none"}.${corps}`, `\0${b64(entete)}.${b64(corps)}.`,
    `\x01${entete}.{"iss":"vigie-logement","role":"USAGER","dossier":"${UUID}","qualite":"occupant","exp":${now}}`],
  brouillon: [JSON.stringify(reponses), 'aaaabbbbccccddddeeee', '\xf0\x05aaaa\x80\x05aaaa\x20\x05xaaa'],
  criticite: [JSON.stringify(reponses), 'aaaabbbbccccddddeeee', '\xf0\x05aaaa\x80\x05aaaa\x20\x05xaaa'],
};

for (const [target, list] of Object.entries(seeds)) {
  const folder = join(out, target);
  mkdirSync(folder, { recursive: true });
  list.forEach((seed, i) => writeFileSync(join(folder, `seed-${i}`), Buffer.from(seed, /[^\x00-\xff]/.test(seed) ? 'utf8' : 'latin1')));
}
