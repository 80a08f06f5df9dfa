/**
 * pipeline.c, built with the sanitizers and run against a schema of its own in the stack's database.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from '../client.js';

const RACINE = fileURLToPath(new URL('../../../', import.meta.url));
const dossier = mkdtempSync(`${tmpdir()}/pipeline-`);
const schema = 'pipeline_essai';

test('the pipeline, statement by statement', async (t) => {
  t.after(async () => {
    rmSync(dossier, { recursive: true });
    await sql(`drop schema if exists ${schema} cascade`);
  });
  await sql(`drop schema if exists ${schema} cascade`);
  await sql(`create schema ${schema} create table essai (v text not null, unique_v int unique)`);
  // Looked at when the transaction commits.
  await sql(`create function ${schema}.refuse() returns trigger language plpgsql as $$
    begin if new.v = 'refuse' then raise exception 'trop tard' using errcode = '23505'; end if; return null; end $$`);
  await sql(`create constraint trigger tard after insert on ${schema}.essai
    deferrable initially deferred for each row execute function ${schema}.refuse()`);
  await sql(`create function ${schema}.ouvrir(qui text, cle text, empreinte text, statut text) returns void
    language plpgsql as $$
    begin
      if cle like 'VI00_' then raise exception 'connue' using errcode = cle; end if;
      insert into ${schema}.essai (v) values (cle);
    end $$`);
  const sources = ['tests/api/pannes/pipeline.c', ...['db_pipeline', 'db_result', 'fiber', 'arena', 'metric',
    'journal', 'problem',
    'route']
    .map((n) => `api/core/${n}.c`)];
  const pkg = (quoi) => execFileSync('pkg-config', [quoi, 'libpq', 'jansson'],
    { encoding: 'utf8' }).trim().split(/\s+/);
  execFileSync('cc', ['-std=gnu17', '-g', '-O1', '-D_GNU_SOURCE', '-fsanitize=address,undefined',
    '-fno-sanitize-recover=undefined',
    '-Iapi', '-DKORE_USE_TASKS', '-isystem', `${process.env.VIGIE_BUILD}/kore-src/include`, ...pkg('--cflags'),
    ...sources, '-o', `${dossier}/pipeline`, ...pkg('--libs'), '-lm'], { cwd: RACINE });
  const r = spawnSync(`${dossier}/pipeline`, [process.env.VIGIE_PG], { encoding: 'utf8', timeout: 60000,
    env: { ...process.env, ASAN_OPTIONS: 'detect_stack_use_after_return=0' } });
  const faits = r.stdout.split('\n').filter((l) => l.startsWith('ok '));
  faits.forEach((l) => t.diagnostic(l));
  assert.equal(r.status, 0, `${r.stdout}\n${r.stderr}`);
  assert.equal(faits.length, 11);
});
