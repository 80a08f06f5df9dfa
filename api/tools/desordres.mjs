/*
 * The catalogue of désordres -> what the rest of the system reads.
 *
 * Reads db/data/desordres.json, checks it whole, and writes
 *   api/gen/desordres.h, desordres.c     tables for the rules in C
 *   db/data/critere.csv                  columns of table critere
 *   db/data/precision_desordre.csv       columns of table precision_desordre
 *   db/data/catalogue.json               GET /desordres (schema Catalogue)
 *
 *   node api/tools/desordres.mjs               writes them in place
 *   node api/tools/desordres.mjs --out DIR     writes the five files in DIR,
 *                                              for a check to compare
 *   node api/tools/desordres.mjs --catalogue   prints catalogue.json only
 *
 * Same input, same bytes: no date, no path, no order but that of the file.
 * It knows the shape of the catalogue and nothing of the score.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const NOTICE = 'written by api/tools/desordres.mjs, never edited';

const ZONES = ['BATIMENT', 'LOGEMENT'];
const TEXTES_LIBRES = [null, 'critere', 'precisions'];
/* The tags a précision may carry; DANGER and SUROCCUPATION are its flags. */
const QUALIFICATIONS = ['NON_DECENCE', 'RSD', 'SALETE', 'INSALUBRITE',
  'ASSURANTIEL', 'MISE_EN_SECURITE_PERIL', 'NON_DECENCE_ENERGETIQUE'];
const RESOLUTIONS = ['unique', 'derivee', 'pieces', 'pieces_nettoyage',
  'pieces_diagnostic', 'plafond', 'mur_porteur', 'multiprises',
  'nuisibles_date', 'humidite', 'sol', 'escalier', 'situation_toit',
  'situation_sol'];
const DRAPEAUX = ['danger', 'suroccupation', 'insalubrite_obligatoire',
  'exclusive'];

/**
 * @typedef {object} Precision
 * @property {number} id  rank in the file, from 1
 * @property {string} slug
 * @property {string} libelle
 * @property {number} coefficient
 * @property {boolean} danger
 * @property {boolean} suroccupation
 * @property {boolean} insalubrite_obligatoire
 * @property {boolean} exclusive
 * @property {string[]} qualifications
 */
/**
 * @typedef {object} Critere
 * @property {number} id  rank in the file, from 1
 * @property {string} slug
 * @property {string} zone
 * @property {string} categorie
 * @property {string} categorie_agent
 * @property {string} libelle
 * @property {string|null} texte_libre
 * @property {string} resolution
 * @property {Precision[]} precisions
 */

/** @param {boolean} ok @param {string} what @returns {asserts ok} */
function must(ok, what) {
  if (!ok) {
    throw new Error(`desordres.json: ${what}`);
  }
}

/** @param {string} texte @param {string} where @param {number} max */
function checkText(texte, where, max) {
  must(typeof texte === 'string' && texte.trim() === texte && texte !== '' &&
    texte.length <= max, `${where}: text missing, padded or too long`);
}

/** @param {Precision} p */
function checkPrecision(p) {
  checkText(p.slug, 'precision', 128);
  must(/^[A-Za-z0-9_]+$/.test(p.slug), `${p.slug}: not a slug`);
  checkText(p.libelle, p.slug, 300);
  must(Number.isFinite(p.coefficient) && p.coefficient >= 0,
    `${p.slug}: coefficient`);
  for (const d of DRAPEAUX) {
    must(typeof p[d] === 'boolean', `${p.slug}: ${d} is not a boolean`);
  }
  must(p.qualifications.every((q) => QUALIFICATIONS.includes(q)) &&
    new Set(p.qualifications).size === p.qualifications.length,
  `${p.slug}: qualifications`);
}

/** @param {Critere} c @param {Set<string>} categories @param {Set<string>} agent */
function checkCritere(c, categories, agent) {
  checkText(c.slug, 'critere', 128);
  must(/^[A-Za-z0-9_]+$/.test(c.slug), `${c.slug}: not a slug`);
  checkText(c.libelle, c.slug, 300);
  must(ZONES.includes(c.zone), `${c.slug}: zone`);
  must(categories.has(c.categorie), `${c.slug}: categorie`);
  must(agent.has(c.categorie_agent), `${c.slug}: categorie_agent`);
  must(TEXTES_LIBRES.includes(c.texte_libre), `${c.slug}: texte_libre`);
  must(RESOLUTIONS.includes(c.resolution), `${c.slug}: resolution`);
  must(c.precisions.length > 0 && c.precisions.length <= 20,
    `${c.slug}: between 1 and 20 precisions`);
  must(c.precisions.length === 1 || c.resolution !== 'unique',
    `${c.slug}: several precisions and no rule to choose one`);
  must(c.precisions.every((p) => p.slug.startsWith(c.slug)),
    `${c.slug}: a precision's slug begins with its critere's`);
  c.precisions.forEach(checkPrecision);
}

/** @param {{slug: string}[]} list @param {string} what */
function checkUnique(list, what) {
  must(new Set(list.map((x) => x.slug)).size === list.length,
    `${what}: a slug appears twice`);
}

/** Reads and checks the catalogue; gives critères and précisions their id. */
function load() {
  const doc = JSON.parse(
    readFileSync(join(ROOT, 'db/data/desordres.json'), 'utf8'));
  const categories = new Set(doc.categories.map((c) => c.slug));
  const agent = new Set(doc.categories_agent.map((c) => c.slug));
  let rank = 0;

  must(Number.isInteger(doc.grille) && doc.grille > 0, 'grille');
  must(doc.zones.map((z) => z.code).join() === ZONES.join(), 'zones');
  doc.criteres.forEach((c, i) => {
    checkCritere(c, categories, agent);
    c.id = i + 1;
    for (const p of c.precisions) {
      rank += 1;
      p.id = rank;
    }
  });
  const precisions = doc.criteres.flatMap((c) => c.precisions);
  checkUnique(doc.criteres, 'criteres');
  checkUnique(precisions, 'precisions');
  return { ...doc, precisions };
}

/** Byte order of the slugs, the one strcmp() searches in. */
function parSlug(list) {
  return [...list].sort((a, b) => Buffer.compare(Buffer.from(a.slug),
    Buffer.from(b.slug))).map((x) => x.id);
}

/** @param {number} n a C double constant that reads back exactly */
function cDouble(n) {
  return Number.isInteger(n) ? `${n}.0` : String(n);
}

/** @param {string[]} items */
function cRows(items) {
  const rows = [];

  for (let i = 0; i < items.length; i += 12) {
    rows.push(`\t${items.slice(i, i + 12).join(', ')}`);
  }
  return rows.join(',\n');
}

function header(doc) {
  return `/* ${NOTICE} */
#ifndef VIGIE_GEN_DESORDRES_H
#define VIGIE_GEN_DESORDRES_H

#include "criticite/desordre.h"

#define DESORDRES_CRITERES	${doc.criteres.length}
#define DESORDRES_PRECISIONS	${doc.precisions.length}

/* Element i has id i + 1.  Read them through criticite/desordre.h. */
extern const struct critere	desordres_criteres[DESORDRES_CRITERES];
extern const struct precision	desordres_precisions[DESORDRES_PRECISIONS];

/* The ids, in the order of strcmp() on the slugs. */
extern const int16_t	desordres_criteres_par_slug[DESORDRES_CRITERES];
extern const int16_t	desordres_precisions_par_slug[DESORDRES_PRECISIONS];

extern const struct grille	grille_v${doc.grille};

#endif
`;
}

/** @param {Critere} c */
function cCritere(c) {
  const texte = c.texte_libre === null ? 'AUCUN' : c.texte_libre.toUpperCase();

  return `\t{ "${c.slug}",
\t    "${c.categorie}",
\t    ${c.id}, ${c.precisions[0].id}, ${c.precisions.length}, ZONE_${c.zone},
\t    RESOLUTION_${c.resolution.toUpperCase()}, TEXTE_LIBRE_${texte} }`;
}

/** @param {Critere} c @param {Precision} p */
function cPrecision(c, p) {
  const tags = p.qualifications.map((q) => `BIT(${q})`);
  const flags = DRAPEAUX.map((d) => String(p[d])).join(', ');

  return `\t{ "${p.slug}",
\t    ${p.id}, ${c.id}, ZONE_${c.zone}, ${cDouble(p.coefficient)},
\t    ${flags},
\t    ${tags.length === 0 ? '0' : tags.join(' |\n\t    ')} }`;
}

function source(doc) {
  const s = doc.seuils;
  const d = doc.denominateurs;

  return `/* ${NOTICE} */
#include "gen/desordres.h"

#define BIT(q)	(1u << QUALIFICATION_##q)

const struct critere desordres_criteres[DESORDRES_CRITERES] = {
${doc.criteres.map(cCritere).join(',\n')}
};

const struct precision desordres_precisions[DESORDRES_PRECISIONS] = {
${doc.criteres.flatMap((c) => c.precisions.map((p) => cPrecision(c, p))).join(',\n')}
};

const int16_t desordres_criteres_par_slug[DESORDRES_CRITERES] = {
${cRows(parSlug(doc.criteres))}
};

const int16_t desordres_precisions_par_slug[DESORDRES_PRECISIONS] = {
${cRows(parSlug(doc.precisions))}
};

const struct grille grille_v${doc.grille} = {
\t.version = ${doc.grille},
\t.denominateurs = {
\t\t[ZONE_BATIMENT] = ${cDouble(d.BATIMENT)},
\t\t[ZONE_LOGEMENT] = ${cDouble(d.LOGEMENT)}
\t},
\t.majoration_enfant = ${cDouble(doc.majoration_enfant)},
\t.plafond = ${cDouble(doc.plafond)},
\t.seuil_manquement = ${cDouble(s.manquement)},
\t.seuil_insalubrite = ${cDouble(s.insalubrite)},
\t.seuil_peril = ${cDouble(s.peril)},
\t.seuil_consommation = ${cDouble(doc.seuil_consommation)},
\t.precisions = desordres_precisions,
\t.nprecisions = DESORDRES_PRECISIONS
};
`;
}

/** @param {string|number|boolean|null} v one CSV field; null is empty */
function csvField(v) {
  if (v === null) {
    return '';
  }
  if (typeof v === 'boolean') {
    return v ? 't' : 'f';
  }
  const texte = String(v);
  return /[",\r\n]/.test(texte) ? `"${texte.replaceAll('"', '""')}"` : texte;
}

/** @param {string[]} columns @param {any[][]} rows */
function csv(columns, rows) {
  return [columns, ...rows].map((r) => `${r.map(csvField).join(',')}\n`).join('');
}

function critereCsv(doc) {
  return csv(['id', 'slug', 'zone', 'categorie', 'categorie_agent', 'libelle',
    'texte_libre'],
  doc.criteres.map((c) => [c.id, c.slug, c.zone, c.categorie,
    c.categorie_agent, c.libelle, c.texte_libre]));
}

function precisionCsv(doc) {
  return csv(['id', 'critere_id', 'slug', 'libelle', 'coefficient',
    ...DRAPEAUX, 'qualifications'],
  doc.criteres.flatMap((c) => c.precisions.map((p) => [p.id, c.id, p.slug,
    p.libelle, p.coefficient, ...DRAPEAUX.map((d) => p[d]),
    `{${p.qualifications.join(',')}}`])));
}

/** The document of GET /desordres: schema Catalogue, nothing more. */
function catalogue(doc) {
  return `${JSON.stringify({
    grille: doc.grille,
    zones: doc.zones,
    categories: doc.categories,
    criteres: doc.criteres.map((c) => ({
      slug: c.slug,
      zone: c.zone,
      categorie: c.categorie,
      libelle: c.libelle,
      texte_libre: c.texte_libre,
      precisions: c.precisions.map((p) => ({
        slug: p.slug,
        libelle: p.libelle,
        coefficient: p.coefficient,
        ...Object.fromEntries(DRAPEAUX.map((d) => [d, p[d]])),
        qualifications: p.qualifications,
      })),
    })),
  }, null, 1)}\n`;
}

/** @type {[string, string, (doc: any) => string][]} folder, file, writer */
const FILES = [
  ['api/gen', 'desordres.h', header],
  ['api/gen', 'desordres.c', source],
  ['db/data', 'critere.csv', critereCsv],
  ['db/data', 'precision_desordre.csv', precisionCsv],
  ['db/data', 'catalogue.json', catalogue],
];

/** @param {string[]} args */
function main(args) {
  if (args.length === 1 && args[0] === '--catalogue') {
    process.stdout.write(catalogue(load()));
    return;
  }
  if (args.length !== 0 && (args.length !== 2 || args[0] !== '--out')) {
    process.stderr.write('usage: desordres.mjs [--catalogue | --out DIR]\n');
    process.exitCode = 2;
    return;
  }
  const doc = load();
  for (const [folder, file, write] of FILES) {
    const dir = args.length === 2 ? args[1] : join(ROOT, folder);
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, file), write(doc));
  }
}

main(process.argv.slice(2));
