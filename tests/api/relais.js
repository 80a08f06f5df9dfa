/**
 * What the tests of relais stand on: a PostgreSQL cluster of their own (they kill it), an SMTP server of their own (they
 * make it refuse), relais as a process, and mails read back as people see them.
 *
 * Environment: PG_BIN, VIGIE_RELAIS (the program; build/release/relais).
 */
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';

const RACINE = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const PG_BIN = process.env.PG_BIN ?? '/usr/lib/postgresql/15/bin';
const RELAIS = resolve(RACINE, process.env.VIGIE_RELAIS ?? 'build/release/relais');

/** Until it is true, at most ms. @template T @param {() => T | Promise<T>} essai @returns {Promise<T>} */
export async function jusqua(essai, ms = 10000) {
  const fin = Date.now() + ms;
  for (;;) {
    const r = await essai();
    if (r) return r;
    if (Date.now() > fin) throw new Error(`not in ${ms} ms: ${essai}`);
    await pause(10);
  }
}

// PostgreSQL

/** PostgreSQL refuses to run as root. */
function enService(commande, ...args) {
  return process.getuid() === 0
    ? ['setpriv', ['--reuid=nobody', '--regid=nogroup', '--clear-groups', commande, ...args]] : [commande, args];
}

/**
 * A fresh cluster with the tables, the rights, a territory and the motifs that mails name. It outlives the death of its
 * processes, not that of the machine: fsync is for measuring.
 */
export async function grappe({ fsync = 'off' } = {}) {
  const dossier = mkdtempSync(join(tmpdir(), 'vigie-relais-'));
  if (process.getuid() === 0) chownSync(dossier, 65534, 65534);
  const lance = enService(`${PG_BIN}/initdb`, '-D', `${dossier}/pg`, '-U', 'vigie', '-A', 'trust', '-E', 'UTF8',
    '--locale=C.UTF-8', '--no-sync');
  const initdb = spawnSync(...lance, { cwd: dossier, encoding: 'utf8' });
  if (initdb.status !== 0) throw new Error(`initdb: ${initdb.stderr}`);
  let serveur;

  const base = {
    dossier,
    conninfo: `host=${dossier} dbname=postgres user=vigie_api`,
    async demarre() {
      serveur = spawn(...enService(`${PG_BIN}/postgres`, '-D', `${dossier}/pg`, '-k', dossier, '-c', 'listen_addresses=',
        '-c', `fsync=${fsync}`, '-c', 'timezone=UTC', '-c', 'autovacuum=off'), { cwd: dossier, stdio: 'ignore' });
      await jusqua(() => base.sql('select 1').catch(() => false), 20000);
    },
    /** @param {NodeJS.Signals} signal SIGKILL: as a power cut; SIGINT: fast stop */
    async arrete(signal = 'SIGINT') {
      const fini = new Promise((r) => serveur.once('exit', r));
      serveur.kill(signal);
      await fini;
      // The others notice, and let go of the shared memory.
      if (signal === 'SIGKILL') await pause(300);
    },
    async sql(texte, valeurs) {
      const client = new pg.Client({ host: dossier, database: 'postgres', user: 'vigie' });
      client.on('error', () => {});
      try {
        await client.connect();
        return (await client.query(texte, valeurs)).rows;
      } finally {
        await client.end().catch(() => {});
      }
    },
    async ferme() {
      await base.arrete();
      rmSync(dossier, { recursive: true, force: true });
    },
  };
  await base.demarre();
  const migrations = join(RACINE, 'db/migrations');
  await base.sql('create table migration (numero text primary key)');
  for (const fichier of readdirSync(migrations).sort()) await base.sql(readFileSync(join(migrations, fichier), 'utf8'));
  await base.sql(readFileSync(join(RACINE, 'db/droits.sql'), 'utf8'));
  await base.sql(`insert into territoire (code, nom, actif) values ('13', 'Bouches-du-Rhône', true);
    insert into partenaire_type values ('DDT_M', 'DDT'), ('COMMUNE_SCHS', 'Service d''hygiène');
    insert into motif (usage, code, libelle, ordre) values ('refus_signalement', 'DOUBLON', 'Dossier déjà signalé', 1);`);
  return base;
}

let numero = 0;

/** A dossier whose occupant may be written to, and an event about it. @returns {Promise<{id: string, evenement: string}>} */
export async function dossier(base, { sujet = 'signalement.depose', donnees = {}, email = 'ines.martin@example.org',
  profil = 'LOCATAIRE', declarant = {}, plus = {}, nombre = 1 } = {}) {
  const premier = numero + 1;
  numero += nombre;
  const lignes = await base.sql(`with s as (
      insert into signalement (territoire_id, reference_annee, reference_numero, source, profil_declarant, adresse, occupant,
        declarant, motif_refus, logement_vacant)
      select (select min(id) from territoire), 2026, n, 'FORMULAIRE_USAGER', $3,
        '{"numero_voie": "12 rue de la République", "code_postal": "13001", "commune": "Marseille"}',
        jsonb_build_object('nom', 'Martin', 'prenom', 'Inès', 'email', replace($4, '#', n::text)), $5, $6, $7
      from generate_series($1::int, $2::int) n returning id
    )
    insert into evenement (sujet, objet_id, donnees)
    select $8, id, jsonb_build_object('signalement', id) || $9::jsonb from s returning id as evenement, objet_id as id`,
  [premier, numero, profil, email, declarant, plus.motif_refus ?? null, plus.logement_vacant ?? false, sujet, donnees]);
  return lignes[0];
}

// SMTP

/**
 * A mail server on a free port of this machine.
 * @param {{rcpt?: (adresse: string) => Error | void, data?: (n: number) => Promise<Error | void> | Error | void,
 *   connu?: () => void, tls?: boolean, compte?: string, port?: number}} [options] rcpt, data: an Error (with responseCode)
 *   refuses; connu: somebody gave a name and a password
 */
export async function courrier({ rcpt = () => {}, data = () => {}, connu = () => {}, tls = false, compte, port = 0 } = {}) {
  const recus = [];
  const etat = { connexions: 0, essais: 0, essais_id: [] };
  const serveur = new SMTPServer({
    authOptional: compte === undefined,
    allowInsecureAuth: true,
    disabledCommands: [...(tls ? [] : ['STARTTLS']), ...(compte === undefined ? ['AUTH'] : [])],
    disableReverseLookup: true,
    logger: false,
    onConnect(session, suite) {
      etat.connexions++;
      suite();
    },
    onAuth(auth, session, suite) {
      connu();
      const bon = compte === `${auth.username}:${auth.password}`;
      suite(bon ? null : new Error('no'), bon ? { user: auth.username } : undefined);
    },
    onRcptTo(adresse, session, suite) {
      suite(rcpt(adresse.address) ?? undefined);
    },
    onData(flux, session, suite) {
      const morceaux = [];
      flux.on('data', (m) => morceaux.push(m));
      flux.on('end', async () => {
        const lettre = lit(Buffer.concat(morceaux).toString('latin1'));
        etat.essais_id.push(lettre.entetes['message-id']);
        const refus = await data(++etat.essais);
        if (!refus) {
          recus.push({
            ...lettre, de: session.envelope.mailFrom.address, a: session.envelope.rcptTo.map((r) => r.address),
            chiffre: session.secure, qui: session.user,
          });
        }
        suite(refus ?? undefined);
      });
    },
  });
  serveur.on('error', () => {});
  await new Promise((r) => { serveur.listen(port, '127.0.0.1', r); });
  const { port: choisi } = serveur.server.address();
  return {
    recus, etat, port: choisi, adresse: `smtp://127.0.0.1:${choisi}`,
    ferme: () => new Promise((r) => { serveur.close(r); }),
  };
}

/** A refusal as SMTP says it. */
export function refus(code) {
  return Object.assign(new Error('refus'), { responseCode: code });
}

// Mails

const octets = (texte) => texte.replace(/=([0-9A-F]{2})/g, (_, h) => String.fromCharCode(parseInt(h, 16)));
const utf8 = (texte) => Buffer.from(texte, 'latin1').toString('utf8');

function entete(valeur) {
  return valeur.replace(/\?=\s+=\?UTF-8\?Q\?/g, '')
    .replace(/=\?UTF-8\?Q\?([^?]*)\?=/g, (_, mot) => utf8(octets(mot.replace(/_/g, ' '))));
}

/** A mail as its reader sees it. @returns {{entetes: Record<string, string>, texte: string, html: string, brut: string}} */
export function lit(brut) {
  const [tete] = brut.split('\r\n\r\n', 1);
  const entetes = Object.fromEntries(tete.replace(/\r\n[ \t]+/g, ' ').split('\r\n').map((l) => {
    const [, nom, valeur] = l.match(/^([A-Za-z-]+): ?(.*)$/);
    return [nom.toLowerCase(), entete(valeur)];
  }));
  const limite = entetes['content-type'].match(/boundary="([^"]+)"/)[1];
  const parties = Object.fromEntries(brut.split(`--${limite}`).slice(1, -1).map((p) => {
    const [debut, ...reste] = p.split('\r\n\r\n');
    const corps = utf8(octets(reste.join('\r\n\r\n').replace(/\r\n$/, '').replace(/=\r\n/g, ''))).replace(/\r\n/g, '\n');
    return [debut.match(/Content-Type: text\/(\w+)/)[1], corps];
  }));
  return { entetes, texte: parties.plain, html: parties.html, brut };
}

// relais

/** Starts relais. @returns its lines so far, and how to end it */
export function relais(base, env = {}) {
  const programme = spawn(RELAIS, {
    cwd: base.dossier,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH, ASAN_OPTIONS: process.env.ASAN_OPTIONS ?? '',
      UBSAN_OPTIONS: process.env.UBSAN_OPTIONS ?? 'halt_on_error=1',
      PG_CONNINFO: base.conninfo, VIGIE_SECRETS: base.dossier, VIGIE_URL: 'https://vigie.example',
      VIGIE_MAIL: `file:${base.dossier}/mail`, VIGIE_RELAIS_PAUSE: '20', VIGIE_RELAIS_WAIT: '50', ...env,
    },
  });
  let sortie = '', erreurs = '';
  programme.stdout.on('data', (m) => { sortie += m; });
  programme.stderr.on('data', (m) => { erreurs += m; });
  const fin = new Promise((r) => { programme.on('close', (code, signal) => r(code ?? signal)); });
  return {
    fin,
    /** The process that works; the other one watches over it. */
    get ouvrier() {
      return Number(readFileSync(`/proc/${programme.pid}/task/${programme.pid}/children`, 'utf8').trim().split(' ')[0]);
    },
    get sortie() { return sortie; },
    get erreurs() { return erreurs; },
    lignes: () => sortie.split('\n').slice(0, -1).map((l) => JSON.parse(l)),
    tue: (signal = 'SIGTERM') => {
      programme.kill(signal);
      return fin;
    },
  };
}
