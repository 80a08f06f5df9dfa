// @etalab/decoupage-administratif -> db/data/{territoires,communes,epci}.csv.
//
// A territoire is a département, except the Rhône, cut in two: 69A is the
// Métropole de Lyon (EPCI 200046977), 69 the rest. A commune has one row per
// postal code; the arrondissements of Paris, Lyon and Marseille have theirs.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const DATA = join(dirname(fileURLToPath(import.meta.url)), '..', 'data');
const source = (name) => require(`@etalab/decoupage-administratif/data/${name}.json`);

const METROPOLE_DE_LYON = '200046977';
const INACTIVE = new Set(['05', '11', '15', '22', '56', '61', '65', '74', '75', '77', '79', '82', '83', '91', '92', '94', '95', '976']);
const FUSEAUX = {
  971: 'America/Guadeloupe', 972: 'America/Martinique', 973: 'America/Cayenne', 974: 'Indian/Reunion', 975: 'America/Miquelon',
  976: 'Indian/Mayotte', 977: 'America/St_Barthelemy', 978: 'America/Marigot', 986: 'Pacific/Wallis', 987: 'Pacific/Tahiti', 988: 'Pacific/Noumea',
};
const OVERSEAS_COLLECTIVITIES = { 975: 'Saint-Pierre-et-Miquelon', 977: 'Saint-Barthélemy', 978: 'Saint-Martin', 986: 'Wallis-et-Futuna', 987: 'Polynésie française', 988: 'Nouvelle-Calédonie' };

const cell = (v) => (v === null || v === undefined ? '' : /[",\n]/.test(String(v)) ? `"${String(v).replace(/"/g, '""')}"` : String(v));
function write(name, header, rows) {
  writeFileSync(join(DATA, `${name}.csv`), `${[header, ...rows.map((r) => r.map(cell).join(','))].join('\n')}\n`);
}

const epcis = source('epci');
const epciOf = new Map(epcis.flatMap((e) => e.membres.map((m) => [m.code, e.code])));
const communes = source('communes').filter((c) => ['commune-actuelle', 'arrondissement-municipal'].includes(c.type) && c.codesPostaux?.length);

const names = new Map(source('departements').map((d) => [d.code, d.nom]));
for (const [code, nom] of Object.entries(OVERSEAS_COLLECTIVITIES)) names.set(code, nom);
names.set('69A', 'Métropole de Lyon');

function territoire(c) {
  const epci = epciOf.get(c.code) ?? epciOf.get(c.commune);
  if (c.departement === '69' && epci === METROPOLE_DE_LYON) return '69A';
  return c.departement ?? c.code.slice(0, 3);
}

const rows = communes.flatMap((c) => c.codesPostaux.map((cp) => [c.code, cp, c.nom, territoire(c), epciOf.get(c.code) ?? epciOf.get(c.commune) ?? '', c.population ?? 0]));
rows.sort((a, b) => (a[0] + a[1] < b[0] + b[1] ? -1 : 1));
const used = new Set(rows.map((r) => r[3]));

const DEPARTEMENT = /^(\d{2}|2[AB]|69A|97[1-8]|98[678])$/;
write('territoires', 'code,nom,actif,fuseau', [...names].filter(([code]) => DEPARTEMENT.test(code)).sort()
  .map(([code, nom]) => [code, nom, INACTIVE.has(code) || !used.has(code) ? 'f' : 't', FUSEAUX[code] ?? 'Europe/Paris']));
write('epci', 'siren,nom,type', epcis.map((e) => [e.code, e.nom, e.type]).sort((a, b) => (a[0] < b[0] ? -1 : 1)));
write('communes', 'code_insee,code_postal,nom,territoire,epci,population', rows.filter((r) => names.has(r[3])));
