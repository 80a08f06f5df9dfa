/** History: one trigger, field by field, that no program can forget nor rewrite. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { essai, petitMonde } from './base.js';

// Columns that are not told: identity, bookkeeping, and what is computed from others.
const MUETS = new Set([
  'id',
  'uuid',
  'version',
  'modifie_le',
  'modifie_par',
  'modifie_qualite',
  'recherche',
  'position',
  'code_postal',
  'commune',
  'code_insee',
  'reference',
  'dernier_suivi_le',
  'code_suivi',
  'brouillon',
  'signalement_id',
]);

const AUTRE = {
  text: "'x'",
  uuid: 'gen_random_uuid()',
  boolean: null,
  jsonb: '\'{"x": 1}\'',
  'text[]': "'{x}'",
  'smallint[]': "'{2}'",
  'timestamp with time zone': "timestamptz '2020-01-01'",
  'double precision': '77',
  integer: '77',
  smallint: null,
  bigint: null,
};

describe('every column', () => {
  test('of a dossier, an affectation, a suivi is told when it changes, or is known to be mute', () =>
    essai(async (sql) => {
      const m = await petitMonde(sql);
      const s = await m.dossier();
      const autre = await petitMonde(sql);
      const u = await m.compte('AGENT');
      const [a] = await sql('insert into affectation (signalement_id, partenaire_id) values ($1, $2) returning id', [
        s.id,
        m.p.id,
      ]);
      const [v] = await sql(
        `insert into suivi (signalement_id, categorie, message, visible_usager, auteur)
          values ($1, 'A', 'b', true, 'agent') returning id`,
        [s.id],
      );
      const valeurs = {
        territoire_id: autre.t.id,
        cree_par: u.id,
        cree_par_partenaire: m.p.id,
        repondu_par: u.id,
        partenaire_id: autre.p.id,
        statut: "'FERME'",
        source: "'IMPORT'",
        profil_declarant: "'BAILLEUR'",
        profil_occupant: "'LOCATAIRE'",
        auteur: "'systeme'",
        travaux: "'OUI'",
      };
      let vues = 0;
      for (const [table, id] of [
        ['signalement', s.id],
        ['affectation', a.id],
        ['suivi', v.id],
      ]) {
        const colonnes = await sql(
          `select attname as nom, format_type(atttypid, null) as type from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
          [table],
        );
        for (const { nom, type } of colonnes) {
          if (MUETS.has(nom)) continue;
          const neuf = valeurs[nom] ?? (type === 'boolean' ? `not coalesce(${nom}, false)` : AUTRE[type]);
          assert.ok(neuf, `${table}.${nom} ${type}`);
          const [{ max }] = await sql('select coalesce(max(id), 0) as max from historique');
          await sql(`update ${table} set ${nom} = ${neuf} where id = $1`, [id]);
          const lignes = await sql('select objet, changements from historique where id > $1 and signalement_id = $2', [
            max,
            s.id,
          ]);
          assert.deepEqual(
            lignes.map((l) => [l.objet, l.changements.map((c) => c.champ)]),
            [[table, [nom]]],
            `${table}.${nom}`,
          );
          vues++;
        }
      }
      assert.ok(vues > 40);
    }));

  test('that is mute makes no entry', () =>
    essai(async (sql) => {
      const m = await petitMonde(sql);
      const s = await m.dossier();
      await sql('update signalement set version = 9, dernier_suivi_le = now(), modifie_le = now() where id = $1', [
        s.id,
      ]);
      const [{ n }] = await sql('select count(*)::int as n from historique where signalement_id = $1', [s.id]);
      assert.equal(n, 1);
    }));
});

describe('an entry', () => {
  test('has what was before and after, and names who did it', () =>
    essai(async (sql) => {
      const m = await petitMonde(sql);
      const u = await m.compte('AGENT');
      const s = await m.dossier({ modifie_qualite: 'occupant' });
      await sql("update signalement set description = 'b', modifie_par = $2, modifie_qualite = 'agent' where id = $1", [
        s.id,
        u.id,
      ]);
      const lignes = await sql(
        'select historique_json(h) as j from historique h where signalement_id = $1 order by id',
        [s.id],
      );
      assert.deepEqual(
        lignes.map((l) => [l.j.operation, l.j.auteur, l.j.changements]),
        [
          ['creation', 'Occupant', []],
          ['modification', 'AGENT Nom', [{ champ: 'description', avant: null, apres: 'b' }]],
        ],
      );
    }));

  test('calls a withdrawal what it is', () =>
    essai(async (sql) => {
      const m = await petitMonde(sql);
      const s = await m.dossier();
      await sql('insert into affectation (signalement_id, partenaire_id) values ($1, $2)', [s.id, m.p.id]);
      await sql('update affectation set retiree_le = now() where signalement_id = $1', [s.id]);
      const [l] = await sql('select operation from historique where signalement_id = $1 order by id desc limit 1', [
        s.id,
      ]);
      assert.equal(l.operation, 'suppression');
    }));
});
