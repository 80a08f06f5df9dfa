// openapi.yaml -> api/gen/contract.c, contract.h and spa/src/api.gen.d.ts.
//
// The contract is compiled: routes, access, parameters and bodies become the
// tables that core/route.c and core/check.c read. A keyword that the server
// would not enforce in a request is an error here, so that the contract cannot
// promise what the server does not do. --out DIR writes the three files there.
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { page } from './page.mjs';
import { types } from './types.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const outFlag = process.argv.indexOf('--out');
const out = outFlag > 0 ? process.argv[outFlag + 1] : null;
const text = readFileSync(join(ROOT, 'openapi.yaml'), 'utf8');
const doc = parse(text);

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const TYPES = { string: 'STRING', integer: 'INTEGER', number: 'NUMBER', boolean: 'BOOLEAN', object: 'OBJECT', array: 'ARRAY' };
const FORMATS = {
  uuid: 'UUID', date: 'DATE', 'date-time': 'DATE_TIME', email: 'EMAIL', telephone: 'TELEPHONE',
  code_postal: 'CODE_POSTAL', code_insee: 'CODE_INSEE', uri: 'URI',
};
const ENFORCED = new Set(['type', 'format', 'minimum', 'maximum', 'minLength', 'maxLength', 'enum', 'items', 'minItems',
  'maxItems', 'properties', 'required', 'additionalProperties', 'default', 'description', '$ref']);
const DEFAULT_BODY = 65536;

function fail(where, why) {
  throw new Error(`openapi.yaml: ${where}: ${why}`);
}

function deref(node) {
  if (!node || !node.$ref) return node;
  const path = node.$ref.replace('#/', '').split('/');
  const found = path.reduce((at, key) => at?.[key], doc);
  if (found === undefined) fail(node.$ref, 'points nowhere');
  return deref(found);
}

const quote = (s) => `"${String(s).replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;

// Tables, each emitted once under the name of where it stands.
const emitted = new Map();
const declarations = [];

function emit(name, code) {
  if (!emitted.has(name)) {
    emitted.set(name, true);
    declarations.push(code);
  }
  return name;
}

function enumTable(name, values) {
  return emit(`${name}_values`, `static const char *const ${name}_values[] = {\n${
    values.map((v) => `\t${quote(v)},`).join('\n')}\n\tNULL\n};\n`);
}

/** Emits the struct schema of a node; returns its C name. */
function schema(node, name) {
  const shared = node.$ref?.match(/^#\/components\/schemas\/(\w+)$/);
  if (shared) return schema(deref(node), `schema_${shared[1]}`);
  if (emitted.has(name)) return name;
  for (const key of Object.keys(node)) {
    if (!ENFORCED.has(key)) fail(name, `the server does not enforce « ${key} »`);
  }
  const kinds = [].concat(node.type ?? []);
  const kind = kinds.find((t) => t !== 'null');
  const fields = [`.type = TYPE_${kind ? TYPES[kind] ?? fail(name, kind) : 'ANY'}`];
  if (kinds.includes('null')) fields.push('.nullable = true');
  if (node.format) fields.push(`.format = FORMAT_${FORMATS[node.format] ?? fail(name, node.format)}`);
  if (node.minimum !== undefined) fields.push(`.has_min = true, .min = ${node.minimum}`);
  if (node.maximum !== undefined) fields.push(`.has_max = true, .max = ${node.maximum}`);
  if (kind === 'string') {
    if (node.maxLength === undefined && !node.enum) fail(name, 'a string needs maxLength');
    fields.push(`.min_length = ${node.minLength ?? 0}`, `.max_length = ${node.maxLength ?? 200}`);
  }
  if (node.enum) fields.push(`.values = ${enumTable(name, node.enum.filter((v) => v !== null))}`);
  if (kind === 'array') {
    if (node.maxItems === undefined) fail(name, 'an array needs maxItems');
    fields.push(`.items = &${schema(node.items, `${name}_items`)}`);
    fields.push(`.min_items = ${node.minItems ?? 0}`, `.max_items = ${node.maxItems}`);
  }
  if (kind === 'object') fields.push(`.object = &${object(node, name)}`);
  return emit(name, `static const struct schema ${name} = {\n${fields.map((f) => `\t${f},`).join('\n')}\n};\n`);
}

/** Emits the struct object of an object node; returns its C name. */
function object(node, name) {
  const fields = Object.entries(node.properties ?? {})
    .map(([key, child]) => `\t{ ${quote(key)}, ${(node.required ?? []).includes(key)}, &${schema(child, `${name}_${key}`)} },`);
  const table = fields.length
    ? emit(`${name}_fields`, `static const struct field ${name}_fields[] = {\n${fields.join('\n')}\n};\n`) : 'NULL';
  return emit(`${name}_object`, `static const struct object ${name}_object = {\n\t.fields = ${table},\n\t.nfields = ${
    fields.length},\n\t.open = ${node.additionalProperties === true},\n};\n`);
}

function bodyObject(node, name) {
  const shared = node.$ref?.match(/^#\/components\/schemas\/(\w+)$/);
  if (shared) return object(deref(node), `schema_${shared[1]}`);
  return object(node, name);
}

function parameterTable(list, name) {
  if (list.length === 0) return 'NULL';
  const rows = list.map((p) => {
    const by = deref(p.schema).default;
    return `\t{ ${quote(p.name)}, ${Boolean(p.required)}, ${by === undefined ? 'NULL' : quote(by)}, &${
      schema(p.schema, `${name}_${p.name}`)} },`;
  });
  return emit(name, `static const struct parameter ${name}[] = {\n${rows.join('\n')}\n};\n`);
}

function acces(op) {
  if (!Array.isArray(op['x-acces']) || op['x-acces'].length === 0) fail(op.operationId, 'needs x-acces');
  return op['x-acces'].map((a) => `ACCES_${a === 'public' ? 'PUBLIC' : a}`).join(' | ');
}

function statut(op) {
  return ['201', '200', '204'].find((s) => op.responses[s]) ?? fail(op.operationId, 'needs a success');
}

function operation(path, method, op) {
  const id = op.operationId ?? fail(path, 'needs an operationId');
  const parameters = (op.parameters ?? []).map(deref);
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((m) => parameters.find((p) => p.in === 'path' && p.name === m[1])
    ?? fail(id, `parameter ${m[1]} is missing`));
  const inQuery = parameters.filter((p) => p.in === 'query');
  const headers = parameters.filter((p) => p.in === 'header').map((p) => p.name);
  const body = deref(op.requestBody);
  const json = body?.content?.['application/json'];
  if (body && !json) fail(id, 'bodies are application/json');
  const takesBody = ['post', 'put', 'patch'].includes(method);
  const rows = [
    `.id = ${quote(id)}`,
    `.method = METHOD_${method.toUpperCase()}`,
    `.path = ${quote(path)}`,
    `.handler = ${id}`,
    `.acces = ${acces(op)}`,
    `.statut = ${statut(op)}`,
    `.corps_max = ${takesBody ? op['x-corps-max'] ?? DEFAULT_BODY : 0}`,
  ];
  if (json) rows.push(`.corps = &${bodyObject(json.schema, `${id}_corps`)}`);
  if (body?.required) rows.push('.corps_requis = true');
  if (headers.includes('If-Match')) rows.push('.if_match = true');
  if (headers.includes('Idempotency-Key')) rows.push('.idempotence = true');
  if (inPath.length) rows.push(`.path_params = ${parameterTable(inPath, `${id}_path`)}`, `.npath_params = ${inPath.length}`);
  if (inQuery.length) rows.push(`.query_params = ${parameterTable(inQuery, `${id}_query`)}`, `.nquery_params = ${inQuery.length}`);
  return `\t{\n${rows.map((r) => `\t\t${r},`).join('\n')}\n\t},`;
}

/** The contract's problem codes must be those of core/problem.h. */
function checkProblems() {
  const header = readFileSync(join(ROOT, 'api/core/problem.h'), 'utf8');
  const inC = [...header.matchAll(/X\([A-Z_]+,\s*"([a-z_]+)",\s*(\d+)/g)].map((m) => m[1]).sort();
  const inYaml = [...doc.components.schemas.CodeProbleme.enum].sort();
  if (inC.join() !== inYaml.join()) fail('CodeProbleme', `differs from problem.h: ${inC} / ${inYaml}`);
}

function bytes(name, value) {
  const lines = value.replace(/\n$/, '').split('\n').map((l) => `\t${quote(`${l}\n`).replace(/\n/g, '\\n')}`);
  return `const char ${name}[] =\n${lines.join('\n')};\n`;
}

checkProblems();
const operations = [];
const handlers = [];
for (const [path, item] of Object.entries(doc.paths)) {
  for (const method of METHODS.filter((m) => item[m])) {
    operations.push(operation(path, method, item[method]));
    handlers.push(item[method].operationId);
  }
}
const banner = '/* Written by api/tools/contract.mjs from openapi.yaml; never edited. */\n';
const header = `${banner}#ifndef VIGIE_GEN_CONTRACT_H
#define VIGIE_GEN_CONTRACT_H

#include <stddef.h>

#include "core/route.h"

struct rq;

extern const struct operation contract_operations[];
extern const size_t contract_noperations;

/* openapi.yaml itself, and the same as a page. */
extern const char contract_yaml[];
extern const char contract_page[];

${[...handlers].sort().map((h) => `void ${h}(struct rq *);`).join('\n')}

#endif
`;
const source = `${banner}#include "gen/contract.h"

${declarations.join('\n')}
const struct operation contract_operations[] = {
${operations.join('\n')}
};
const size_t contract_noperations =
    sizeof(contract_operations) / sizeof(contract_operations[0]);

${bytes('contract_yaml', text)}
${bytes('contract_page', page(doc, readFileSync(join(ROOT, 'api/core/problem.h'), 'utf8')))}`;

function write(path, value) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, value);
}
write(out ? join(out, 'contract.h') : join(ROOT, 'api/gen/contract.h'), header);
write(out ? join(out, 'contract.c') : join(ROOT, 'api/gen/contract.c'), source);
write(out ? join(out, 'api.gen.d.ts') : join(ROOT, 'spa/src/api.gen.d.ts'), types(doc));
