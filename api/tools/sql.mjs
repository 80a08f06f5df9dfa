// api/<noun>/<noun>.sql -> api/gen/sql.c and sql.h.
//
// "-- name: x" opens a query, embedded as SQL_x. Inside the block,
// "-- lane: read|write|heavy" chooses its lane (otherwise: write when it
// changes something, read when not) and every other comment line is dropped.
// Parameters $1…$n must be contiguous. --out DIR writes elsewhere.
import { readFileSync, readdirSync, writeFileSync, mkdirSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const API = join(dirname(fileURLToPath(import.meta.url)), '..');
const outFlag = process.argv.indexOf('--out');
const OUT = outFlag > 0 ? process.argv[outFlag + 1] : join(API, 'gen');
const LANES = { read: 'DB_READ', write: 'DB_WRITE', heavy: 'DB_HEAVY' };

/** @returns {string[]} every .sql file one folder below api/, sorted */
function sqlFiles() {
  return readdirSync(API, { withFileTypes: true })
    .filter((e) => e.isDirectory() && !['gen', 'tools', 'kore-patches'].includes(e.name))
    .flatMap((e) => readdirSync(join(API, e.name)).filter((f) => f.endsWith('.sql')).map((f) => join(e.name, f)))
    .sort();
}

function parameters(text, where) {
  const used = new Set([...text.matchAll(/\$(\d+)/g)].map((m) => Number(m[1])));
  for (let i = 1; i <= used.size; i++) {
    if (!used.has(i)) throw new Error(`${where}: parameter $${i} is missing`);
  }
  return used.size;
}

/** Splits a file into its queries. */
function queries(file) {
  const found = [];
  let current = null;
  for (const line of readFileSync(join(API, file), 'utf8').split('\n')) {
    const name = line.match(/^-- name: ([a-z][a-z0-9_]*)$/);
    const lane = line.match(/^-- lane: (\w+)$/);
    if (name) {
      current = { name: name[1], lane: null, lines: [], file };
      found.push(current);
    } else if (current && lane) {
      if (!LANES[lane[1]]) throw new Error(`${file}: unknown lane ${lane[1]}`);
      current.lane = lane[1];
    } else if (current && !/^\s*--/.test(line) && line.trim() !== '') {
      current.lines.push(line.replace(/\s+-- [^']*$/, ''));
    }
  }
  return found.map((q) => {
    const text = q.lines.join('\n').replace(/;\s*$/, '');
    const where = `${q.file}: ${q.name}`;
    if (text === '') throw new Error(`${where}: empty`);
    const changes = /\b(insert into|update|delete from)\b/i.test(text);
    return {
      ...q, text, lane: q.lane ?? (changes ? 'write' : 'read'), nparams: parameters(text, where),
    };
  });
}

function cString(text) {
  return text.split('\n')
    .map((l) => `\t    "${l.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\t/g, '\\t')}\\n"`)
    .join('\n');
}

const all = sqlFiles().flatMap(queries).sort((a, b) => (a.name < b.name ? -1 : 1));
const twice = all.find((q, i) => i > 0 && all[i - 1].name === q.name);
if (twice) throw new Error(`${twice.file}: ${twice.name} is defined twice`);

const banner = '/* Written by api/tools/sql.mjs from api/<noun>/<noun>.sql; never edited. */\n';
const header = `${banner}#ifndef VIGIE_GEN_SQL_H
#define VIGIE_GEN_SQL_H

#include "core/db.h"

${all.map((q) => `extern const struct db_query SQL_${q.name};`).join('\n')}

extern const struct db_query *const sql_queries[];
extern const size_t sql_nqueries;

#endif
`;
const source = `${banner}#include "gen/sql.h"

${all.map((q) => `const struct db_query SQL_${q.name} = {
	.name = "${q.name}",
	.nparams = ${q.nparams},
	.lane = ${LANES[q.lane]},
	.text =
${cString(q.text)}
};
`).join('\n')}
const struct db_query *const sql_queries[] = {
${all.map((q) => `	&SQL_${q.name},`).join('\n')}
};
const size_t sql_nqueries = sizeof(sql_queries) / sizeof(sql_queries[0]);
`;
if (!existsSync(OUT)) mkdirSync(OUT, { recursive: true });
writeFileSync(join(OUT, 'sql.h'), header);
writeFileSync(join(OUT, 'sql.c'), source);
