/** Every query of api/gen/sql.c prepares, with as many parameters as it says; and the shapes it is made of. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { essai } from './base.js';

const source = readFileSync(new URL('../../api/gen/sql.c', import.meta.url), 'utf8');
const requetes = [
  ...source.matchAll(
    /const struct db_query SQL_(\w+) = \{\s+\.name = "\w+",\s+\.nparams = (\d+),[^"]*\.text =\s*((?:"(?:[^"\\]|\\.)*"\s*)+)/g,
  ),
].map(([, nom, n, textes]) => ({
  nom,
  n: Number(n),
  texte: [...textes.matchAll(/"(?:[^"\\]|\\.)*"/g)].map((x) => JSON.parse(x[0])).join(''),
}));

describe('queries', () => {
  test('all are found', () => {
    assert.equal(requetes.length, source.match(/^const struct db_query SQL_/gm).length);
    assert.ok(requetes.length > 50);
  });

  test("all prepare as the programs' role, with the parameters they announce", () =>
    essai(async (sql) => {
      await sql('set local role vigie_api');
      for (const { nom, n, texte } of requetes) {
        await sql(`prepare "${nom}" as ${texte}`).catch((e) => assert.fail(`${nom}: ${e.message}`));
        const [{ nombre }] = await sql(
          'select cardinality(parameter_types) as nombre from pg_prepared_statements where name = $1',
          [nom],
        );
        assert.equal(nombre, n, nom);
      }
      await sql('deallocate all');
    }));
});

describe('shapes', () => {
  test('a cursor comes back to the microsecond', () =>
    essai(async (sql) => {
      const [l] =
        await sql(`select curseur(t, 42) as c, instant(('x' || left(curseur(t, 42), 16))::bit(64)::bigint) = t as exact
      from (select timestamptz '2026-11-23 21:42:00.123457+00' as t) x`);
      assert.match(l.c, /^[0-9a-f]{32}$/);
      assert.equal(l.exact, true);
    }));

  test('dates are RFC 3339 in UTC, whatever the session says', () =>
    essai(async (sql) => {
      await sql("set local timezone = 'Asia/Tokyo'");
      const [l] = await sql("select rfc3339(timestamptz '2026-11-23 21:42:00.9+00') as t");
      assert.equal(l.t, '2026-11-23T21:42:00Z');
    }));

  test('totals: counted, bounded, not counted', () =>
    essai(async (sql) => {
      const total = async (n, limite) => (await sql('select total_json($1, $2) as t', [n, limite]))[0].t;
      assert.deepEqual(await total(3, 10001), { valeur: 3, exact: true });
      assert.deepEqual(await total(10000, 10001), { valeur: 10000, exact: true });
      assert.deepEqual(await total(10001, 10001), { valeur: 10000, exact: false });
      assert.deepEqual(await total(0, 0), { valeur: null, exact: false });
    }));

  test('a page: empty, short, exactly full, with a next one', () =>
    essai(async (sql) => {
      const page = async (n, limite) => {
        const [l] = await sql(
          `select corps::json as corps, lieu from page_json(
        (select array_agg(to_json(i)) from generate_series(1, $1::int) i),
        (select array_agg('c' || i) from generate_series(1, $1::int) i), $2, 9, 100)`,
          [n, limite],
        );
        return [l.corps.elements.length, l.corps.suivant, l.lieu];
      };
      assert.deepEqual(
        [await page(0, 2), await page(1, 2), await page(2, 2), await page(3, 2)],
        [
          [0, null, null],
          [1, null, null],
          [2, null, null],
          [2, 'c2', 'c2'],
        ],
      );
    }));

  test('text is looked for without accents, as it is', () =>
    essai(async (sql) => {
      const [l] = await sql(
        "select sans_accent('Œuvre À L''Été') as a, contient('50%_\\\\É') as b, mots('L''Haÿ-les-Roses') as c",
      );
      assert.deepEqual([l.a, l.c], ["oeuvre a l'ete", 'l hay les roses']);
      assert.equal(l.b, '%50\\%\\_\\\\\\\\e%');
    }));
});
