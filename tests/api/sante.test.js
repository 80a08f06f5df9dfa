/** State of the service, its measures, its documentation; and what holds for every address. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { adresse, api, contrat, depuis, echange, login, monde, operations, pointeurs } from './client.js';

depuis();

let token;
before(async () => {
  token = await login((await monde()).rt.email);
});

describe('health', () => {
  test('alive and ready, with the version of the contract, never cached', async () => {
    for (const [chemin, statut] of [
      ['/sante/vivant', 'vivant'],
      ['/sante/pret', 'pret'],
    ]) {
      const r = await api('GET', chemin, { attendu: 200 });
      assert.deepEqual(r.body, { statut, version: contrat.info.version });
      assert.equal(r.headers['cache-control'], 'no-store');
    }
  });
});

describe('measures', () => {
  test('are Prometheus text, and count', async () => {
    const lit = async () => (await api('GET', '/metriques', { direct: true, attendu: 200 })).text;
    const avant = await lit();
    for (const ligne of avant.trim().split('\n')) {
      assert.match(
        ligne,
        /^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[^}]*\})? [0-9.e+-]+|[a-z_]+(\{[^}]*\})? \+Inf)$/,
        ligne,
      );
    }
    const compte = (texte) =>
      texte
        .split('\n')
        .filter((l) => l.includes('operation="signalement_list"') && /^[a-z_]*(total|count)/.test(l))
        .reduce((a, l) => a + Number(l.split(' ').pop()), 0);
    for (let i = 0; i < 5; i++) await api('GET', '/signalements', { token, attendu: 200 });
    assert.ok(compte(await lit()) >= compte(avant) + 5);
  });

  test('are for the machine room: refused through nginx from any other address, whatever it claims', async () => {
    const path = '/api/v1/metriques';
    for (const headers of [{}, { 'X-Forwarded-For': '127.0.0.1' }, { 'X-Real-IP': '127.0.0.1' }]) {
      const r = await echange({ method: 'GET', path, headers, locale: adresse() });
      assert.equal(r.status, 403);
      assert.match(r.headers['content-type'], /^application\/problem\+json/);
      assert.equal(JSON.parse(r.text).code, 'interdit');
    }
    assert.equal((await echange({ method: 'GET', path, locale: '127.0.0.1' })).status, 200);
  });
});

describe('documentation', () => {
  test('is the contract itself, and a page that names every operation and every error', async () => {
    const yaml = await api('GET', '/openapi.yaml', { attendu: 200 });
    assert.ok(yaml.text === readFileSync(new URL('../../openapi.yaml', import.meta.url), 'utf8'));
    const page = (await api('GET', '/documentation', { attendu: 200 })).text;
    for (const o of operations) assert.ok(page.includes(o.path), o.path);
    for (const code of contrat.components.schemas.CodeProbleme.enum) assert.ok(page.includes(`id="${code}"`), code);
    assert.ok(!/<script/i.test(page));
  });

  test("an error's type leads to its place in the page", async () => {
    const r = await api('GET', '/moi', { attendu: 401 });
    assert.equal(r.body.type, '/api/v1/documentation#non_authentifie');
  });
});

describe('every address', () => {
  test('unknown ones: 404 in problem+json, with or without a token', async () => {
    for (const chemin of [
      '/rien',
      '/signalements/',
      '/signalements//',
      '/moi/x',
      '/',
      '/Signalements',
      '/sessions/x',
    ]) {
      await api('GET', chemin, { attendu: 404 });
      await api('GET', chemin, { token, attendu: 404 });
    }
    const r = await echange({ method: 'GET', path: '/api/v2/moi' });
    assert.equal(r.status, 404);
    assert.equal(JSON.parse(r.text).code, 'introuvable');
  });

  test('a method that the address does not have: 405 with Allow', async () => {
    const parChemin = Map.groupBy
      ? Map.groupBy(operations, (o) => o.path)
      : operations.reduce((g, o) => g.set(o.path, [...(g.get(o.path) ?? []), o]), new Map());
    for (const [chemin, ops] of parChemin) {
      if (chemin === '/metriques') continue; // nginx answers for it
      const permises = ops
        .map((o) => o.method)
        .flatMap((x) => (x === 'GET' ? ['GET', 'HEAD'] : [x]))
        .sort();
      for (const methode of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((x) => !permises.includes(x))) {
        const path = `/api/v1${chemin.replace(/\{[^}]+\}/g, '00000000-0000-4000-8000-000000000000')}`;
        const r = await echange({ method: methode, path });
        assert.equal(r.status, 405, `${methode} ${chemin}`);
        assert.deepEqual(r.headers.allow.split(', ').sort(), permises);
        assert.equal(JSON.parse(r.text).code, 'methode_interdite');
      }
    }
  });

  test('an unknown query parameter is refused by every operation', async () => {
    for (const { method, path, op } of operations) {
      if (path === '/metriques') continue;
      const reel = path.replace('{profil}', 'locataire').replace(/\{[^}]+\}/g, '00000000-0000-4000-8000-000000000000');
      const requis = (op.parameters ?? [])
        .filter((p) => p.in === 'query' && p.required)
        .map(
          (p) =>
            `${p.name}=${{ code_postal: '13001', q: 'ab', territoire: '13', partenaire: '00000000-0000-4000-8000-000000000000' }[p.name]}&`,
        )
        .join('');
      const jeton = op['x-acces'].includes('public')
        ? undefined
        : op['x-acces'].includes('RESPONSABLE_TERRITOIRE')
          ? token
          : null;
      if (jeton === null) continue; // for other roles: refused before
      const r = await api(method, `${reel}?${requis}nulle_part=1`, { token: jeton, attendu: 422 });
      assert.deepEqual(pointeurs(r), ['nulle_part'], `${method} ${path}`);
    }
  });

  test('an unknown field is refused by every operation that takes a body', async () => {
    for (const { method, path, op } of operations.filter((o) => o.op.requestBody)) {
      const reel = path.replace(/\{[^}]+\}/g, '00000000-0000-4000-8000-000000000000');
      const jeton = op['x-acces'].includes('RESPONSABLE_TERRITOIRE') ? token : undefined;
      if (!jeton && !op['x-acces'].includes('public')) continue;
      const r = await api(method, reel, { token: jeton, etag: '"1.0"', body: { nulle_part: 1 }, attendu: 422 });
      assert.ok(pointeurs(r).includes('/nulle_part'), `${method} ${path}`);
    }
  });

  test('a body must be JSON in name and in fact', async () => {
    for (const { method, path } of operations.filter((o) => o.op.requestBody && o.op['x-acces'].includes('public'))) {
      const reel = path.replace(/\{[^}]+\}/g, '00000000-0000-4000-8000-000000000000');
      await api(method, reel, { etag: '"1.0"', body: '{}', headers: { 'Content-Type': 'text/plain' }, attendu: 415 });
      await api(method, reel, { etag: '"1.0"', body: '{', attendu: 400 });
      await api(method, reel, { etag: '"1.0"', body: '', attendu: 400 });
      await api(method, reel, {
        etag: '"1.0"',
        body: '{}',
        headers: { 'Content-Type': 'application/json; charset=utf-8' },
        attendu: [200, 201, 404, 422],
      });
    }
  });

  test('a request id is kept when it is one, made otherwise', async () => {
    const id = async (donne) =>
      (await api('GET', '/motifs', { headers: donne === undefined ? {} : { 'X-Request-Id': donne }, attendu: 200 }))
        .headers['x-request-id'];
    assert.equal(await id('abc-123_DEF.4:5'), 'abc-123_DEF.4:5');
    for (const faux of ['a b', '<script>', 'x'.repeat(101)]) assert.match(await id(faux), /^[0-9a-f]{24}$/);
    assert.notEqual(await id(), await id());
  });

  test('HEAD answers as GET, without a body', async () => {
    for (const chemin of ['/motifs', '/territoires', '/sante/vivant']) {
      const [g, h] = [await api('GET', chemin, { attendu: 200 }), await api('HEAD', chemin, { attendu: 200 })];
      assert.equal(h.headers['content-length'], g.headers['content-length']);
      assert.equal(h.etag, g.etag);
    }
    await api('HEAD', '/moi', { attendu: 401 });
  });

  test('the access log has one line a request, and nothing personal', async () => {
    const marque = `essai-${process.pid}-${Date.now()}`;
    await api('GET', `/signalements?q=${marque}`, { token, headers: { 'X-Request-Id': marque }, attendu: 200 });
    await api('POST', '/sessions', {
      body: { email: `${marque}@essai.example`, mot_de_passe: 'Faux-2026!' },
      headers: { 'X-Request-Id': `${marque}.2` },
      attendu: 401,
    });
    let lignes = [];
    for (let i = 0; i < 50 && lignes.length < 2; i++) {
      // written a little later, many at once
      await new Promise((resolve) => setTimeout(resolve, 100));
      lignes = readFileSync(`${process.env.VIGIE_LOCAL}/log/api.log`, 'utf8')
        .split('\n')
        .filter((l) => l.includes(marque));
    }
    assert.equal(lignes.length, 2);
    const lues = lignes.map((l) => JSON.parse(l));
    assert.deepEqual(
      lues.map((l) => [l.requete, l.operation, l.statut]),
      [
        [marque, 'signalement_list', 200],
        [`${marque}.2`, 'session_create', 401],
      ],
    );
    for (const l of lignes) assert.ok(!l.includes('@') && !/127\./.test(l));
  });
});
