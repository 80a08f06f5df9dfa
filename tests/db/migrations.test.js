/** Migrations on an empty database, the rights of the programs, and db/schema.sql equal to the result. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { connexion, reglages } from './base.js';

const DB = new URL('../../db/', import.meta.url);
const NOM = `vigie_essai_${process.pid}`;
const fichiers = readdirSync(new URL('migrations/', DB))
  .filter((f) => f.endsWith('.sql'))
  .sort();
const lit = (nom) => readFileSync(new URL(nom, DB), 'utf8');

let neuve;

before(async () => {
  const c = connexion();
  await c.connect();
  await c.query(`create database ${NOM}`);
  await c.end();
  neuve = connexion(NOM);
  await neuve.connect();
  // As scripts/lib/base.sh does.
  await neuve.query(`create table migration (numero text primary key, fichier text not null,
    applique_le timestamptz not null default now())`);
  for (const f of fichiers) {
    await neuve.query(`begin;\n${lit(`migrations/${f}`)}\ncommit;`).catch((e) => {
      throw new Error(`${f}: ${e.message}`);
    });
  }
  await neuve.query(lit('droits.sql'));
});

after(async () => {
  await neuve?.end();
  const c = connexion();
  await c.connect();
  await c.query(`drop database if exists ${NOM}`);
  await c.end();
});

describe('migrations', () => {
  test('apply in order on an empty database, each with its number and its reason', () => {
    assert.ok(fichiers.length >= 9);
    const numeros = fichiers.map((f) => f.split('_')[0]);
    assert.deepEqual(numeros, [...new Set(numeros)]);
    for (const f of fichiers) {
      assert.match(f, /^\d{4}_[a-z_]+\.sql$/);
      assert.match(lit(`migrations/${f}`), /^-- Why: /);
    }
  });

  test('give the rights again as often as wanted', () => neuve.query(lit('droits.sql')));

  test('give what db/schema.sql shows (make schema)', () => {
    const dump = execFileSync(
      `${process.env.PG_BIN ?? '/usr/lib/postgresql/15/bin'}/pg_dump`,
      ['-h', reglages.host, '-U', reglages.user, '-d', NOM, '--schema-only', '--no-owner', '--no-comments'],
      { encoding: 'utf8', maxBuffer: 1e8 },
    );
    const lignes = dump.split('\n').filter((l) => !/^(--.*)?$|^SET |^SELECT pg_catalog|^\\(un)?restrict/.test(l));
    const ecrit = lit('schema.sql')
      .split('\n')
      .filter((l) => !/^(--.*)?$/.test(l));
    const i = lignes.findIndex((l, k) => l !== ecrit[k]);
    assert.ok(i === -1 && lignes.length === ecrit.length, `line ${i}: ${lignes[i]} / ${ecrit[i]}: run make schema`);
  });
});

describe('the role of the programs', () => {
  const essaie = async (texte) => {
    await neuve.query('begin; set local role vigie_api');
    try {
      await neuve.query(texte);
      return undefined;
    } catch (e) {
      return e.code;
    } finally {
      await neuve.query('rollback');
    }
  };

  test('reads and writes rows', async () => {
    const { rows } = await neuve.query(`select tablename from pg_tables where schemaname = 'public'
      and tablename not in ('migration', 'spatial_ref_sys', 'historique')`);
    assert.ok(rows.length > 15);
    for (const { tablename } of rows) {
      assert.equal(await essaie(`select from "${tablename}" limit 1`), undefined, tablename);
      assert.equal(await essaie(`delete from "${tablename}" where false`), undefined, tablename);
    }
    assert.equal(await essaie("insert into territoire (code, nom) values ('13', 'x')"), undefined);
  });

  test('and nothing else', async () => {
    for (const texte of [
      'create table x (a int)',
      'drop table suivi',
      'truncate suivi',
      'alter table suivi add x int',
      "create function x() returns int language sql as 'select 1'",
      'update historique set par = null',
      'delete from historique',
      'delete from migration',
      "insert into migration values ('x', 'y')",
      'create role x',
      'create extension hstore',
      "copy suivi to program 'true'",
      "copy suivi from '/etc/passwd'",
      'set session_replication_role = replica',
      'alter table suivi disable trigger historiser',
      'create schema x',
    ]) {
      const code = await essaie(texte);
      assert.ok(['42501', '42P01'].includes(code), `${texte}: ${code}`);
    }
    const {
      rows: [r],
    } = await neuve.query(
      `select rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls
        from pg_roles where rolname = 'vigie_api'`,
    );
    assert.deepEqual(Object.values(r), [false, false, false, false, false]);
  });
});
