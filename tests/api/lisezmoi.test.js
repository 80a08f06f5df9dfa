/** The curl session of README.md, run as it is written there. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const texte = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

test('README: the session from login to closure does what it says', () => {
  const [, partie] = texte.split('## From login to closure, with curl');
  const [, session] = partie.match(/```sh\n([\s\S]*?)```/);
  const sortie = execFileSync('bash', ['-euo', 'pipefail', '-c', session], { encoding: 'utf8', timeout: 60000 });
  const lignes = sortie.trim().split('\n');
  assert.match(lignes[0], /^filed: \d{4}-\d+, follow-up page https?:\/\/\S+\/suivi\/[0-9a-f-]{36}$/);
  assert.deepEqual(lignes.slice(1), ['EN_COURS', 'EN_COURS', 'Bonjour, un électricien passera jeudi à 10 h.', 'FERME']);
});

test('README: the table of settings names every setting of the server, and its default', () => {
  const conf = readFileSync(new URL('../../api/core/conf.c', import.meta.url), 'utf8');
  const reglages = [...conf.matchAll(/^\tN\("([A-Z_]+)", \w+, "(\d+)"|^\tT\("([A-Z_]+)"/gm)];
  assert.ok(reglages.length > 15, String(reglages.length));
  for (const [, nombre, defaut, nom = nombre] of reglages) {
    const ligne = texte.split('\n').find((l) => l.startsWith('| `') && l.includes(`\`${nom}\``));
    assert.ok(ligne, nom);
    if (defaut) assert.match(ligne.split('|')[2], new RegExp(`\\b${defaut}\\b`), nom);
  }
});
