/**
 * Run after all the others: an operation that nobody called, or a documented status that nobody saw, fails the suite.
 * VIGIE_VUES holds what client.js saw.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { operations } from './client.js';

/** Seen by tests that stop PostgreSQL on a system of their own (tests/api/pannes). */
const AILLEURS = new Set(['sante_pret 503']);

const vues = new Set(readFileSync(process.env.VIGIE_VUES, 'utf8').split('\n').filter(Boolean));

test('every operation has been called', () => {
  const appelees = new Set([...vues].map((v) => v.split(' ')[0]));
  assert.deepEqual(
    operations.map((o) => o.id).filter((id) => !appelees.has(id)),
    [],
  );
});

test('every documented status has been seen', () => {
  const documentes = operations.flatMap((o) => Object.keys(o.statuts).map((s) => `${o.id} ${s}`));
  assert.deepEqual(
    documentes.filter((v) => !vues.has(v) && !AILLEURS.has(v)),
    [],
  );
});

test('nothing was seen that the contract does not name', () => {
  const ids = new Set(operations.map((o) => o.id));
  assert.deepEqual(
    [...vues].filter((v) => !ids.has(v.split(' ')[0])),
    [],
  );
});
