/* Dates, numbers and waits, as a French reader sees them. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { compte, duree, jour, jourCourt, jourHeure, nombre, score } from './format.js';

/** Intl's own spaces, made plain. @param {string} s */
const plat = (s) => s.replace(/[\u00a0\u202f]/g, ' ');

test('an instant is told in the time of Paris, summer and winter', () => {
  assert.equal(jourHeure('2026-07-01T22:30:00Z'), '2 juillet 2026 à 00:30');
  assert.equal(jourHeure('2026-01-01T22:30:00Z'), '1er janvier 2026 à 23:30');
});

test('a day alone stays that day', () => {
  assert.equal(jour('2026-03-03'), '3 mars 2026');
  assert.equal(jour('2026-12-01'), '1er décembre 2026');
  assert.equal(jourCourt('2026-03-03'), '03/03/2026');
});

test('nothing is an empty text', () => {
  for (const f of [jour, jourCourt, jourHeure, nombre, score])
    assert.equal(f(null), '');
});

test('numbers have a French comma, and a score one decimal', () => {
  assert.equal(plat(nombre(1234.5)), '1 234,5');
  assert.equal(score(13.636363), '13,6');
  assert.equal(score(100), '100');
});

test('zero and one are singular in French', () => {
  assert.equal(compte(0, 'dossier'), '0 dossier');
  assert.equal(compte(1, 'dossier'), '1 dossier');
  assert.equal(compte(2, 'dossier'), '2 dossiers');
  assert.equal(compte(2, 'rebut à rejouer', 'rebuts à rejouer'), '2 rebuts à rejouer');
});

test('a wait is rounded up', () => {
  assert.equal(duree(0.2), '1 seconde');
  assert.equal(duree(61), '2 minutes');
  assert.equal(duree(3601), '2 heures');
});
