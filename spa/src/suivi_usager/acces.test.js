/* The code of a dossier, in whatever people paste. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { codeDans } from './acces.js';

const CODE = '0b0e7a52-3f0f-4a54-9d3c-4b1f0a6c7d8e';

test('a code is found in a link, with spaces, in capitals, and nowhere else', () => {
  for (const texte of [CODE, ` ${CODE} `, CODE.toUpperCase(), `https://exemple.fr/suivi/${CODE}?x=1`])
    assert.equal(codeDans(texte), CODE);
  for (const texte of ['', '2026-12', CODE.slice(0, -1), 'https://exemple.fr/suivi/'])
    assert.equal(codeDans(texte), '');
});
