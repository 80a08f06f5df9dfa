// Is openapi.yaml a valid OpenAPI 3.1 document, and does every operation keep
// the conventions of this API? Prints each fault; exits non-zero when any.
//
//   node api/tools/lint.mjs [FILE]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Validator } from '@seriousme/openapi-schema-validator';
import { parse } from 'yaml';

const file = process.argv[2] ?? join(fileURLToPath(new URL('../..', import.meta.url)), 'openapi.yaml');
const doc = parse(readFileSync(file, 'utf8'));
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const ROLES = ['public', 'SUPER_ADMIN', 'RESPONSABLE_TERRITOIRE', 'ADMIN_PARTENAIRE', 'AGENT', 'USAGER'];
const faults = [];

const follow = (node) => (node?.$ref ? follow(node.$ref.slice(2).split('/').reduce((at, key) => at?.[key], doc)) : node);

function lint(where, path, method, op, parameters) {
  const say = (test, what) => { if (!test) faults.push(`${where}: ${what}`); };
  const statuses = Object.keys(op.responses ?? {});
  const answers = (status, why) => say(statuses.includes(status), `${status} is not documented (${why})`);
  const names = parameters.map((p) => p.name);
  const open = op['x-acces']?.includes('public');

  say(/^[a-z]+(_[a-z]+)+$/.test(op.operationId ?? ''), 'operationId is noun_verb');
  say(/[.?]$/.test(op.summary ?? ''), 'summary is a French sentence');
  say(op.tags?.length === 1 && doc.tags.some((t) => t.name === op.tags[0]), 'one tag, of those described');
  say(Array.isArray(op['x-acces']) && op['x-acces'].length > 0, 'x-acces says who may call');
  say((op['x-acces'] ?? []).every((r) => ROLES.includes(r)), 'x-acces names known roles');
  say(!open || op['x-acces'].length === 1, 'public stands alone in x-acces');
  say(statuses.some((s) => s.startsWith('2')), 'no success is documented');
  if (!open) answers('401', 'asks for a token');
  if (path.includes('{') && !path.includes('{profil}')) answers('404', 'names a resource');
  if (op.requestBody || parameters.some((p) => p.in === 'query')) answers('422', 'takes input');
  if (names.includes('If-Match')) ['412', '428'].forEach((s) => answers(s, 'takes If-Match'));
  if (method === 'patch' || method === 'put') say(names.includes('If-Match'), 'modifies without If-Match');
  if (method === 'post' && !/^\/(sessions|criticite|suivi-usager\/sessions)/.test(path))
    say(names.includes('Idempotency-Key'), 'POST without Idempotency-Key');
  if (op.requestBody) say(follow(op.requestBody).required === true, 'the body is not said to be required');
  for (const name of path.match(/\{(\w+)\}/g) ?? [])
    say(parameters.some((p) => p.in === 'path' && `{${p.name}}` === name && p.required), `${name} is not described`);
  for (const [status, answer] of Object.entries(op.responses ?? {})) {
    const { content, description } = follow(answer) ?? {};
    say(description, `${status} has no description`);
    if (Number(status) >= 400 && path !== '/sante/pret')
      say(content?.['application/problem+json'], `${status} is not problem+json`);
  }
}

const { valid, errors } = await new Validator().validate(structuredClone(doc));
if (!valid) faults.push(...[errors].flat().map((e) => (typeof e === 'string' ? e : `${e.instancePath}: ${e.message}`)));

const ids = new Set();
for (const [path, item] of Object.entries(doc.paths)) {
  if (!/^(\/(\{\w+\}|[a-z-]+|openapi\.yaml))+$/.test(path)) faults.push(`${path}: not kebab-case`);
  for (const method of METHODS.filter((m) => item[m])) {
    const op = item[method];
    const where = `${method.toUpperCase()} ${path}`;
    if (ids.has(op.operationId)) faults.push(`${where}: ${op.operationId} is used twice`);
    ids.add(op.operationId);
    lint(where, path, method, op, [...(item.parameters ?? []), ...(op.parameters ?? [])].map(follow));
  }
}
for (const [name, schema] of Object.entries(doc.components.schemas)) {
  for (const field of Object.keys(schema.properties ?? {}))
    if (!/^[a-z][a-z0-9_]*$/.test(field)) faults.push(`${name}.${field}: not snake_case`);
}
faults.forEach((f) => console.error(f));
console.log(`${ids.size} operations, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
