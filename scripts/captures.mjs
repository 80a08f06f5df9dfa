// The screenshots of README.md, taken from a running demo:
//
//   make up && scripts/tools node scripts/captures.mjs [http://localhost:8080]
//
// Into docs/img, as PNG of less than 150 kB.
import { mkdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(fileURLToPath(new URL('.', import.meta.url)), '..');
const { chromium } = createRequire(join(ROOT, 'tests/package.json'))('playwright-core');
const BASE = process.argv[2] ?? 'http://localhost:8080';
const OUT = join(ROOT, 'docs/img');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
const context = await browser.newContext({
  baseURL: BASE, viewport: { width: 1120, height: 760 }, locale: 'fr-FR', timezoneId: 'Europe/Paris', reducedMotion: 'reduce',
});
const page = await context.newPage();

async function capture(name) {
  await page.waitForLoadState('networkidle');
  const path = join(OUT, `${name}.png`);
  await page.screenshot({ path });
  const { size } = statSync(path);
  console.log(`${name}.png ${Math.round(size / 1024)} kB`);
  if (size > 150 * 1024) throw new Error(`${name}.png is too large`);
}

mkdirSync(OUT, { recursive: true });
await page.goto('/');
await capture('accueil');
await page.goto('/signaler');
await page.waitForLoadState('networkidle');
await capture('formulaire');

await page.goto('/connexion');
await page.getByLabel(/adresse/i).fill('rt-13@demo.example');
await page.getByLabel(/^mot de passe/i).fill('Demo-Logement-2026!');
await page.getByRole('button', { name: /se connecter/i }).click();
await page.waitForURL((url) => !url.pathname.startsWith('/connexion'));
await page.goto('/signalements');
await page.getByText(/Benali/).first().waitFor();
await capture('liste');
await page.getByRole('link', { name: /Benali|2026-/ }).filter({ hasText: /./ }).first().waitFor();
const lien = page.locator('tr, li, article').filter({ hasText: 'Benali' }).getByRole('link').first();
await lien.click();
await page.getByRole('heading', { level: 1 }).waitFor();
await capture('dossier');
await browser.close();
