// The walls of the house, as greps: each rule reads the text of the files and
// names the lines that break it. Each also carries a violation that is planted
// before every run and must be found: a rule that sees nothing is no rule.
//
//   node scripts/check-architecture.mjs
import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const SKIP = /(^|\/)(node_modules|dist|shots|kore-patches|\.git|\.local|build)$/;
const TEXT = /\.(c|h|in|sql|js|mjs|vue|css|html|yaml|yml|json|md|sh|mk|conf|txt)$|^(Makefile|LICENSE|README|\.gitignore)/;

/** @typedef {Map<string, string>} Files path from the root -> text */

/** @returns {Files} every text file that people write */
function tree() {
  const files = new Map();
  const walk = (dir) => {
    for (const e of readdirSync(dir, { withFileTypes: true })) {
      const path = join(dir, e.name);
      const name = relative(ROOT, path);
      if (e.isDirectory() && !SKIP.test(name)) walk(path);
      else if (e.isFile() && (TEXT.test(e.name) || /^(scripts|\.ci|docker)\//.test(name)))
        files.set(name, readFileSync(path, 'utf8'));
    }
  };
  walk(ROOT);
  return files;
}

/** Lines of the chosen files that match, as "path:line: text". */
function grep(files, where, what, clean = (text) => text) {
  const found = [];
  for (const [path, text] of files) {
    if (!where(path)) continue;
    clean(text).split('\n').forEach((line, i) => {
      if (what.test(line)) found.push(`${path}:${i + 1}: ${line.trim().slice(0, 100)}`);
    });
  }
  return found;
}

const isC = (path) => /^api\/.*\.[ch]$/.test(path) && !path.startsWith('api/gen/');
const isSpa = (path) => /^spa\/src\/.*\.(js|vue)$/.test(path) && !path.endsWith('.test.js');
const blank = (text) => text.replace(/[^\n]/g, ' ');
const noComments = (text) => text.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/(^|[^:])\/\/.*$/gm, '$1');
const onlyStrings = (text) => noComments(text).split('\n')
  .map((l) => (l.startsWith('#include') ? '' : (l.match(/"(\\.|[^"\\])*"/g) ?? []).join(' '))).join('\n');

const only = (header, ...allowed) => (files) =>
  grep(files, (p) => isC(p) && !allowed.some((a) => a.test(p)), new RegExp(`#include <${header}`));

/** The blocks of api/<noun>/*.sql, each with its name and its first line. */
function* queries(files) {
  for (const [path, text] of files) {
    if (!/^api\/[a-z_]+\/[a-z_]+\.sql$/.test(path)) continue;
    let line = 1;
    for (const block of text.split(/^(?=-- name: )/m)) {
      const name = block.match(/^-- name: (\w+)/)?.[1];
      if (name) yield { path, line, name, block, sql: block.replace(/--.*$/gm, '') };
      line += block.split('\n').length - 1;
    }
  }
}

/** Nouns that include one another in a circle. */
function circles(files) {
  const needs = new Map();
  for (const [path, text] of files) {
    const from = path.match(/^api\/([a-z_]+)\//)?.[1];
    if (!from || !isC(path) || from === 'core') continue;
    for (const [, to] of text.matchAll(/#include "([a-z_]+)\//g)) {
      if (to !== from && to !== 'core' && to !== 'gen') needs.set(from, (needs.get(from) ?? new Set()).add(to));
    }
  }
  const reach = (from, seen = new Set()) => {
    for (const to of needs.get(from) ?? []) {
      if (!seen.has(to)) reach(to, seen.add(to));
    }
    return seen;
  };
  return [...needs.keys()].filter((n) => reach(n).has(n)).map((n) => `api/${n}: comes back to itself through its includes`);
}

function twins(files) {
  const seen = new Map();
  const found = [];
  for (const path of files.keys()) {
    const area = path.match(/^api\/[a-z_]+\/.*\.[ch]$/) ? 'api' : isSpa(path) ? 'spa' : null;
    if (!area) continue;
    const key = `${area} ${basename(path)}`;
    if (seen.has(key)) found.push(`${path}: ${seen.get(key)} has the same name`);
    seen.set(key, path);
  }
  return found;
}

function presented(files) {
  const opens = { '.c': /^\/\*/, '.h': /^\/\*/, '.js': /^\/[*/]/, '.mjs': /^\/[*/]/, '.sql': /^--/, '.sh': /^#/, '': /^#/ };
  return [...files].filter(([path, text]) => {
    if (!/^(api|db\/migrations|spa\/src|tests|scripts)\//.test(path) || path.startsWith('api/gen/')) return false;
    const rule = opens[extname(path)];
    const first = text.replace(/^#!.*\n/, '');
    return rule && !path.endsWith('.gen.d.ts') && !rule.test(first);
  }).map(([path]) => `${path}:1: does not open with what it is`);
}

const SYSTEM = /^-- porte: systeme$/m;
// Written in two halves, so that this file does not break its own rules.
const UNFINISHED = new RegExp(`\\b(TO${''}DO|FIX${''}ME|XX${''}X)\\b`);
const MACHINE = new RegExp(['(^|[^\\w.])/(wo', 'rk|ho', 'me|ro', 'ot)/[a-z]'].join(''));
const MIRROR = new RegExp(['"resol', 'ved": "https?://(?!registry\\.npmjs\\.org/)'].join(''));

/** @type {{name: string, check: (files: Files) => string[], plant: [string, string]}[]} */
const rules = [
  {
    name: 'only core/ and main.c include Kore',
    check: only('kore/', /^api\/core\//, /^api\/main\.c$/),
    plant: ['api/suivi/plant.c', '/* x */\n#include <kore/kore.h>\n'],
  },
  {
    name: 'libpq is seen by core/db_* only',
    check: only('libpq', /^api\/core\/db_/),
    plant: ['api/suivi/plant.c', '/* x */\n#include <libpq-fe.h>\n'],
  },
  {
    name: 'libjwt is seen by core/auth.c only',
    check: only('jwt', /^api\/core\/auth\.c$/),
    plant: ['api/session/plant.c', '/* x */\n#include <jwt.h>\n'],
  },
  {
    name: 'the request path never calls a third party: libcurl in *_envoi.c and *_jobs.c only',
    check: only('curl/', /_(envoi|jobs)\.c$/, /^api\/relais\.c$/),
    plant: ['api/signalement/plant.c', '/* x */\n#include <curl/curl.h>\n'],
  },
  {
    name: 'rules include no request, no database, no JSON (core/route.h, pure tables, alone)',
    check: (files) => grep(files, (p) => /_rules\.[ch]$/.test(p),
      /#include ("core\/(?!route\.h)|"gen\/sql|<(jansson|libpq|kore|sodium|time\.h))/),
    plant: ['api/suivi/plant_rules.c', '/* x */\n#include "core/rq.h"\n'],
  },
  {
    name: 'core/ knows nothing above it but verdict.h, what a rule answers',
    check: (files) => grep(files, (p) => /^api\/core\//.test(p), /#include "(?!core\/|gen\/|verdict\.h)/),
    plant: ['api/core/plant.c', '/* x */\n#include "signalement/signalement_rules.h"\n'],
  },
  {
    name: 'includes between nouns go one way',
    check: circles,
    plant: ['api/criticite/plant.c', '/* x */\n#include "signalement/signalement_rules.h"\n'],
  },
  {
    name: 'no SQL in C: queries live in api/<noun>/*.sql',
    check: (files) => grep(files, isC,
      /\b(select\s+\S+|insert\s+into|update\s+\w+\s+set|delete\s+from|create\s+table|alter\s+table|truncate\s+\w)/i, onlyStrings),
    plant: ['api/suivi/plant.c', '/* x */\nconst char *q = "SELECT 1 from suivi";\n'],
  },
  {
    name: 'memory comes from the arena (malloc in core/arena, fiber, password, db_pipeline and relais alone)',
    check: (files) => grep(files, (p) => isC(p) && !/^api\/(core\/(arena|fiber|password|db_pipeline|db_sync)\.c|relais\.c)$/.test(p),
      /\b(kore_)?(malloc|calloc|realloc|free|strdup|strndup|asprintf)\s*\(/, noComments),
    plant: ['api/suivi/plant.c', '/* x */\nvoid f(void) { char *p = strdup("x"); }\n'],
  },
  {
    name: 'a query on the table signalement goes through signalements_visibles(), or is marked "-- porte: systeme"',
    check: (files) => [...queries(files)]
      .filter(({ block, sql }) => !SYSTEM.test(block) && !/\bsignalements_visibles\(/.test(sql) && /(\b(from|join|using)|,)\s+signalement\b(?!\s*\.)/.test(sql))
      .map(({ path, line, name }) => `${path}:${line}: ${name}`),
    plant: ['api/suivi/plant.sql', '-- x\n-- name: suivi_plant\nselect s.id from signalement s where s.uuid = $1\n'],
  },
  {
    name: 'exactly one fetch in the application, in src/api.js',
    check: (files) => {
      const calls = grep(files, isSpa, /\bfetch\s*\(|\bXMLHttpRequest\b|\bsendBeacon\b|\bnew WebSocket\b/, noComments);
      return calls.filter((c) => !c.startsWith('spa/src/api.js:')).concat(
        calls.filter((c) => c.startsWith('spa/src/api.js:')).length === 1 ? [] : ['spa/src/api.js: not exactly one fetch']);
    },
    plant: ['spa/src/suivi/plant.js', '// x\nawait fetch(\'/api/v1/moi\');\n'],
  },
  {
    name: 'no raw HTML into the page',
    check: (files) => grep(files, isSpa, /\bv-html\b|\.innerHTML\b|\binsertAdjacentHTML\b/, noComments),
    plant: ['spa/src/suivi/Plant.vue', '<template><p v-html="message" /></template>\n'],
  },
  {
    name: 'base names are unique',
    check: twins,
    plant: ['api/suivi/session.c', '/* x */\n'],
  },
  {
    name: 'every file opens with what it is',
    check: presented,
    plant: ['api/suivi/plant.c', 'int x;\n'],
  },
  {
    name: 'nothing is left for later in the text',
    check: (files) => grep(files, (p) => !/package-lock\.json$|\.gen\.|^api\/gen\//.test(p), UNFINISHED),
    plant: ['api/suivi/plant.c', `/* TO${''}DO: later */\n`],
  },
  {
    name: 'no path or registry mirror of one machine',
    check: (files) => [
      ...grep(files, (p) => !/package-lock\.json$/.test(p), MACHINE),
      ...grep(files, (p) => /package-lock\.json$/.test(p), MIRROR),
    ],
    plant: ['docker/plant.conf', `# x\ncopy /ho${''}me/someone/vigie\n`],
  },
];

const files = tree();
let failed = 0;
for (const { name, check, plant } of rules) {
  const faults = check(files);
  const [path, text] = plant;
  const planted = check(new Map([...files, [path, text]])).filter((f) => !faults.includes(f));
  if (planted.length === 0) faults.push(`this rule does not see its own violation (${path})`);
  console.log(`${faults.length ? 'failed' : 'ok    '}  ${name}`);
  faults.forEach((f) => console.log(`        ${f}`));
  failed += faults.length > 0;
}
console.log(`${rules.length - failed} rules hold over ${files.size} files, ${failed} do not`);
process.exit(failed ? 1 : 0);
