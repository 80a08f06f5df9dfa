/**
 * The one client of the API tests. Every answer is held against the contract (openapi.yaml): status documented,
 * content type, JSON schema without unknown property, problem+json, the headers that every answer carries. What was
 * seen is written down, so that zz_couverture.test.js can say what nobody called.
 *
 * Environment:
 *   VIGIE_URL     through nginx (http://localhost:8080)
 *   VIGIE_SOCKET  Kore's unix socket, for what nginx would change
 *   VIGIE_PG      libpq settings of the stack's database, role vigie (monde.js)
 *   VIGIE_VUES    file that receives "operationId status" lines
 */
import assert from 'node:assert/strict';
import { appendFileSync, readFileSync } from 'node:fs';
import http from 'node:http';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse } from 'yaml';

const URL_BASE = new URL(process.env.VIGIE_URL ?? 'http://localhost:8080');
const SOCKET = process.env.VIGIE_SOCKET;
const VUES = process.env.VIGIE_VUES;
const BASE = '/api/v1';

export const contrat = parse(readFileSync(new URL('../../openapi.yaml', import.meta.url), 'utf8'));

/** Statuses that any operation may answer, and when. */
const COMMUNS = {
  400: () => true,
  403: (op) => !op['x-acces'].includes('public'),
  404: (op, path) => path.includes('{'),
  405: () => true,
  413: () => true,
  415: (op) => op.requestBody !== undefined,
  422: () => true,
  429: () => true,
  503: () => true,
};

// ajv

const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
formats(ajv);
ajv.addFormat('telephone', /^[0-9+ .()-]{8,20}$/);
ajv.addFormat('code_postal', /^[0-9]{5}$/);
ajv.addFormat('code_insee', /^[0-9][0-9AB][0-9]{3}$/);

/** Local references become names of schemas; objects refuse what they do not name. */
function ferme(schema) {
  if (Array.isArray(schema)) return schema.map(ferme);
  if (schema === null || typeof schema !== 'object') return schema;
  const copie = Object.fromEntries(
    Object.entries(schema).map(([cle, valeur]) => [
      cle,
      cle === '$ref'
        ? valeur.replace('#/components', '')
        : cle === 'enum'
          ? valeur
          : cle === 'properties'
            ? Object.fromEntries(Object.entries(valeur).map(([n, s]) => [n, ferme(s)]))
            : ferme(valeur),
    ]),
  );
  if (copie.properties && copie.additionalProperties === undefined) copie.additionalProperties = false;
  return copie;
}

for (const [nom, schema] of Object.entries(contrat.components.schemas)) ajv.addSchema(ferme(schema), `/schemas/${nom}`);

// Operations

function suit(objet) {
  return objet?.$ref
    ? objet.$ref
        .slice(2)
        .split('/')
        .reduce((o, cle) => o[cle], contrat)
    : objet;
}

const METHODES = ['get', 'post', 'put', 'patch', 'delete'];

/** Every operation: {id, method, path, op, motif, statuts: {200: {types: {type: validator}}}}. */
export const operations = Object.entries(contrat.paths).flatMap(([path, item]) =>
  METHODES.filter((m) => item[m]).map((m) => ({
    id: item[m].operationId,
    method: m.toUpperCase(),
    path,
    op: item[m],
    motif: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`),
    statuts: Object.fromEntries(
      Object.entries(item[m].responses).map(([statut, reponse]) => [
        statut,
        {
          schemas: Object.fromEntries(
            Object.entries(suit(reponse).content ?? {}).map(([type, { schema }]) => [
              type,
              { schema, valide: ajv.compile(ferme(schema)) },
            ]),
          ),
        },
      ]),
    ),
  })),
);

function operation(method, path) {
  const nu = path.split('?')[0];
  const possibles = operations.filter(
    (o) => o.motif.test(nu) && (o.method === method || (method === 'HEAD' && o.method === 'GET')),
  );
  // A literal path wins over a parameter, as in the server.
  return possibles.find((o) => !o.path.includes('{')) ?? possibles[0];
}

const probleme = ajv.getSchema('/schemas/Probleme');

// What was seen

const vues = new Set();

export function note(id, statut) {
  const ligne = `${id} ${statut}\n`;
  if (VUES && !vues.has(ligne)) appendFileSync(VUES, ligne);
  vues.add(ligne);
}

// HTTP

const agents = new Map();

function agent(cle) {
  if (!agents.has(cle)) agents.set(cle, new http.Agent({ keepAlive: true, maxSockets: 128 }));
  return agents.get(cle);
}

/** Closes the idle connections to a socket that is about to end. */
export function lache(socket) {
  agents.get(socket)?.destroy();
  agents.delete(socket);
}

/** A loopback address that no run has called from: limits and throttling are per address. */
export function adresse() {
  const octet = () => 1 + Math.floor(Math.random() * 250);
  return `127.${octet()}.${octet()}.${octet()}`;
}

let locale_du_fichier;

/** All later calls of this file come from this address. */
export function depuis(locale = adresse()) {
  locale_du_fichier = locale;
}

/**
 * One HTTP exchange, unchecked.
 * @param {{method: string, path: string, headers?: object, body?: string | Buffer, direct?: boolean | string,
 *   locale?: string}} r direct: at Kore's socket instead of nginx, or at this one
 * @returns {Promise<{status: number, headers: object, text: string}>}
 */
export function echange({ method, path, headers = {}, body, direct = false, locale = locale_du_fichier }) {
  const ou = direct
    ? { socketPath: direct === true ? SOCKET : direct }
    : { host: '127.0.0.1', port: URL_BASE.port || 80, localAddress: locale };
  if (direct === true) assert.ok(SOCKET, 'VIGIE_SOCKET');
  return new Promise((resolve, reject) => {
    const entetes = { Host: URL_BASE.host, ...headers };
    if (body !== undefined) entetes['Content-Length'] = Buffer.byteLength(body);
    const requete = http.request(
      { ...ou, agent: agent(direct || locale), method, path, headers: entetes },
      (reponse) => {
        const morceaux = [];
        reponse.on('data', (m) => morceaux.push(m));
        reponse.on('error', reject);
        reponse.on('end', () =>
          resolve({
            status: reponse.statusCode,
            headers: reponse.headers,
            text: Buffer.concat(morceaux).toString('utf8'),
          }),
        );
      },
    );
    requete.on('error', reject);
    requete.setTimeout(30000, () => requete.destroy(new Error(`no answer in 30 s: ${method} ${path}`)));
    requete.end(body);
  });
}

// Checks of an answer

function verifieProbleme(r, direct) {
  assert.equal(r.headers['content-type'].replace('; charset=utf-8', ''), 'application/problem+json');
  assert.ok(probleme(r.body), ajv.errorsText(probleme.errors));
  assert.equal(r.body.status, r.status);
  assert.equal(r.body.request_id, r.headers['x-request-id']);
  assert.equal(r.headers['cache-control'], 'no-store');
  for (const { pointeur } of r.body.erreurs ?? []) {
    // In the body a JSON pointer, in the query the name of the parameter.
    assert.match(pointeur, /^((\/([^~/]|~[01])+)+|[A-Za-z0-9_.~-]+|)$/u);
  }
  assert.equal(r.body.code === 'champs_invalides', r.body.erreurs !== undefined && r.body.erreurs.length > 0);
  if (r.status === 401) assert.equal(r.headers['www-authenticate'], 'Bearer');
  if ([429, 503].includes(r.status)) assert.match(r.headers['retry-after'], /^[1-9][0-9]*$/);
  if (r.status === 405) assert.match(r.headers.allow, /^[A-Z]+(, [A-Z]+)*$/);
  if (direct) assert.ok(!('server' in r.headers));
}

function verifieCorps(r, type, { schema, valide }) {
  if (!type.includes('json')) {
    assert.ok(r.text.length > 0);
    return;
  }
  assert.ok(valide(r.body), `${ajv.errorsText(valide.errors)}: ${r.text.slice(0, 2000)}`);
  const vrai = suit(schema);
  if (vrai.properties?.suivant) {
    assert.equal(r.body.suivant !== null, r.headers.link !== undefined, 'Link goes with suivant');
    if (r.headers.link) assert.ok(r.headers.link.includes(`apres=${r.body.suivant}>; rel="next"`), r.headers.link);
  } else if (vrai.properties?.version && vrai.properties?.id) {
    assert.ok(
      r.headers.etag?.startsWith(`"${r.body.version}.`),
      `ETag of version ${r.body.version}: ${r.headers.etag}`,
    );
  }
}

function verifie(trouvee, method, path, r, direct) {
  const { headers } = r;
  assert.ok(headers['x-request-id']?.length > 0, 'X-Request-Id');
  assert.match(headers['ratelimit-policy'] ?? '', /^"appelant";q=\d+;w=60$/, 'RateLimit-Policy');
  assert.match(headers.ratelimit ?? '', /^"appelant";r=\d+;t=\d+$/, 'RateLimit');
  assert.ok(headers['cache-control'], 'Cache-Control');
  if (r.status >= 400) {
    if (method !== 'HEAD') verifieProbleme(r, direct);
    if (trouvee) {
      assert.ok(
        trouvee.statuts[r.status] || COMMUNS[r.status]?.(trouvee.op, trouvee.path),
        `${trouvee.id} does not document ${r.status}: ${r.text}`,
      );
    } else {
      assert.ok([404, 405, 429].includes(r.status), `${method} ${path}: ${r.status}`);
    }
    return;
  }
  assert.ok(trouvee, `${method} ${path} is not in the contract and answers ${r.status}`);
  assert.ok(trouvee.statuts[r.status], `${trouvee.id} does not document ${r.status}: ${r.text}`);
  if (trouvee.statuts[304]) assert.match(headers.etag ?? '', /^"[^"]+"$/, `${trouvee.id}: ETag`);
  const types = Object.keys(trouvee.statuts[r.status].schemas);
  if (types.length === 0 || method === 'HEAD') {
    assert.equal(r.text, '');
    return;
  }
  const type = headers['content-type'].split(';')[0];
  assert.ok(types.includes(type), `${trouvee.id}: ${type}`);
  verifieCorps(r, type, trouvee.statuts[r.status].schemas[type]);
}

/**
 * Calls the API and checks the answer against the contract.
 * @param {string} method
 * @param {string} path without /api/v1
 * @param {{token?: string, body?: any, headers?: object, etag?: string, cle?: string, attendu?: number | number[],
 *   direct?: boolean | string, locale?: string}} [options] body: an object is sent as JSON, a string as it is;
 *   etag: If-Match; cle: Idempotency-Key; attendu: the status, or one of these
 * @returns {Promise<{status: number, headers: object, text: string, body: any, etag?: string}>}
 */
export async function api(method, path, { token, body, headers = {}, etag, cle, attendu, direct, locale } = {}) {
  const entetes = { ...headers };
  if (token) entetes.Authorization = `Bearer ${token}`;
  if (etag) entetes['If-Match'] = etag;
  if (cle) entetes['Idempotency-Key'] = cle;
  const texte = body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  if (texte !== undefined && !('Content-Type' in entetes)) entetes['Content-Type'] = 'application/json';
  const r = await echange({ method, path: BASE + path, headers: entetes, body: texte, direct, locale });
  const json = r.headers['content-type']?.includes('json') && r.text !== '';
  const reponse = { ...r, body: json ? JSON.parse(r.text) : undefined, etag: r.headers.etag };
  const trouvee = operation(method, path);
  verifie(trouvee, method, path, reponse, direct);
  if (trouvee) note(trouvee.id, r.status);
  if (attendu !== undefined && ![attendu].flat().includes(r.status)) {
    assert.fail(`${method} ${path}: ${r.status} and not ${attendu}: ${r.text.slice(0, 1500)}`);
  }
  return reponse;
}

/** Pointers of a 422, sorted. */
export function pointeurs(reponse) {
  return (reponse.body.erreurs ?? []).map((e) => e.pointeur).sort();
}

export const MOT_DE_PASSE = 'Demo-Logement-2026!';

const jetons = new Map();

/** The access token of an account; asked once per file. */
export function login(email, mot_de_passe = MOT_DE_PASSE) {
  if (!jetons.has(email)) {
    jetons.set(
      email,
      api('POST', '/sessions', { body: { email, mot_de_passe }, attendu: 201 }).then((r) => r.body.jeton),
    );
  }
  return jetons.get(email);
}

export * from './monde.js';
