/** What the tables refuse by themselves, whatever the programs do, and what their triggers keep. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse } from '../node_modules/yaml/dist/index.js';
import { essai, petitMonde } from './base.js';

const contrat = parse(readFileSync(new URL('../../openapi.yaml', import.meta.url), 'utf8'));
const S = contrat.components.schemas;
const [UNIQUE, CHECK, NULL, CLE] = ['23505', '23514', '23502', '23503'];

describe('unique', () => {
  test('a reference within its territory and year', () =>
    essai(async (sql, erreur) => {
      const m = await petitMonde(sql);
      await m.dossier({ reference_numero: 7 });
      const texte = `insert into signalement (territoire_id, reference_annee, reference_numero, source, profil_declarant,
        adresse)
      values ($1, $2, 7, 'API', 'LOCATAIRE', '{}')`;
      assert.equal(await erreur(texte, [m.t.id, 2025]), UNIQUE);
      assert.equal(await erreur(texte, [m.t.id, 2026]), undefined);
    }));

  test('a reference_externe within its partner', () =>
    essai(async (sql, erreur) => {
      const m = await petitMonde(sql);
      await m.dossier({ reference_externe: 'A', cree_par_partenaire: m.p.id });
      const s = await m.dossier({ cree_par_partenaire: m.p.id });
      assert.equal(await erreur("update signalement set reference_externe = 'A' where id = $1", [s.id]), UNIQUE);
      assert.equal(await erreur("update signalement set reference_externe = 'B' where id = $1", [s.id]), undefined);
    }));

  test('a living affectation of a partner; an ended one leaves room', () =>
    essai(async (sql, erreur) => {
      const m = await petitMonde(sql);
      const s = await m.dossier();
      const texte = 'insert into affectation (signalement_id, partenaire_id) values ($1, $2)';
      await sql(texte, [s.id, m.p.id]);
      assert.equal(await erreur(texte, [s.id, m.p.id]), UNIQUE);
      await sql('update affectation set retiree_le = now() where signalement_id = $1', [s.id]);
      assert.equal(await erreur(texte, [s.id, m.p.id]), undefined);
    }));

  test('the e-mail of a living account, in lower case', () =>
    essai(async (sql, erreur) => {
      const texte = "insert into utilisateur (email, nom, prenom, role, statut) values ($1, 'a', 'b', 'AGENT', $2)";
      assert.equal(await erreur(texte, ['double@essai.example', 'ACTIF']), undefined);
      assert.equal(await erreur(texte, ['double@essai.example', 'INACTIF']), UNIQUE);
      assert.equal(await erreur(texte, ['double@essai.example', 'ARCHIVE']), undefined);
      assert.equal(await erreur(texte, ['Double@essai.example', 'ACTIF']), CHECK);
    }));
});

describe('references', () => {
  test('nothing points nowhere', () =>
    essai(async (sql, erreur) => {
      const m = await petitMonde(sql);
      const s = await m.dossier();
      assert.equal(
        await erreur('insert into affectation (signalement_id, partenaire_id) values ($1, -1)', [s.id]),
        CLE,
      );
      assert.equal(
        await erreur(
          `insert into suivi (signalement_id, categorie, message, visible_usager, auteur)
            values (-1, 'a', 'b', true, 'agent')`,
        ),
        CLE,
      );
      assert.equal(await erreur('delete from partenaire where id = $1', [m.p.id]), undefined);
      await m.compte('AGENT', []);
      assert.equal(
        await erreur(
          "insert into suivi (signalement_id, categorie, visible_usager, auteur) values ($1, 'a', true, 'agent')",
          [s.id],
        ),
        NULL,
      );
    }));
});

describe('enumerations', () => {
  // Table.column -> the enum of the contract that it must equal.
  const LISTES = {
    'signalement.statut': S.StatutSignalement.enum,
    'signalement.source': S.Signalement.properties.source.enum,
    'signalement.profil_declarant': S.SignalementCreation.properties.profil_declarant.enum,
    'signalement.profil_occupant': S.SignalementCreation.properties.profil_occupant.enum,
    'affectation.statut': S.StatutAffectation.enum,
    'affectation.travaux': S.Travaux.enum,
    'utilisateur.role': S.Utilisateur.properties.role.enum,
    'historique.objet': S.EntreeHistorique.properties.objet.enum,
    'historique.operation': S.EntreeHistorique.properties.operation.enum,
    'critere.zone': S.Contribution.properties.zone.enum,
    'critere.texte_libre': S.Catalogue.properties.criteres.items.properties.texte_libre.enum,
    'motif.usage':
      contrat.paths['/motifs'].get.responses[200].content['application/json'].schema.properties.elements.items
        .properties.usage.enum,
  };

  test('of the check constraints are those of the contract', () =>
    essai(async (sql) => {
      const lues =
        await sql(`select c.conrelid::regclass::text || '.' || a.attname as ou, pg_get_constraintdef(c.oid) as texte
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'c' and cardinality(c.conkey) = 1 and c.connamespace = 'public'::regnamespace`);
      for (const [ou, valeurs] of Object.entries(LISTES)) {
        const contrainte = lues.find((l) => l.ou === ou);
        assert.ok(contrainte, ou);
        assert.deepEqual(
          [...contrainte.texte.matchAll(/'([^']+)'::text/g)].map((x) => x[1]).sort(),
          valeurs.filter((v) => v !== null).toSorted(),
          ou,
        );
      }
    }));

  test("the demo's and reference data's partner types and competences are known", () =>
    essai(async (sql) => {
      const [{ inconnus }] = await sql(
        `select count(*)::int as inconnus from partenaire p, unnest(p.competences) c
          where c not in (select code from competence)`,
      );
      assert.equal(inconnus, 0);
    }));
});

describe('what an account reaches', () => {
  test('follows its partners: added, removed, of several territories', () =>
    essai(async (sql) => {
      const [m, n] = [await petitMonde(sql), await petitMonde(sql)];
      const u = await m.compte('AGENT', []);
      const portee = async () =>
        (await sql('select partenaires, territoires from utilisateur where id = $1', [u.id]))[0];
      assert.deepEqual(await portee(), { partenaires: [], territoires: [] });
      await sql('insert into utilisateur_partenaire (utilisateur_id, partenaire_id) values ($1, $2), ($1, $3)', [
        u.id,
        m.p.id,
        n.p.id,
      ]);
      assert.deepEqual(await portee(), {
        partenaires: [m.p.id, n.p.id].sort((a, b) => a - b),
        territoires: [m.t.id, n.t.id].sort((a, b) => a - b),
      });
      await sql('delete from utilisateur_partenaire where utilisateur_id = $1 and partenaire_id = $2', [u.id, m.p.id]);
      assert.deepEqual(await portee(), { partenaires: [n.p.id], territoires: [n.t.id] });
    }));
});

describe('what the lists count', () => {
  test('follows each creation, transition, move and deletion of a dossier', () =>
    essai(async (sql) => {
      const m = await petitMonde(sql);
      const autre = await petitMonde(sql);
      const comptes = async () =>
        Object.fromEntries(
          (
            await sql('select territoire_id, statut, nombre from signalement_compte where territoire_id in ($1, $2)', [
              m.t.id,
              autre.t.id,
            ])
          ).map((c) => [`${c.territoire_id === m.t.id ? 'ici' : 'ailleurs'} ${c.statut}`, Number(c.nombre)]),
        );
      const un = await m.dossier();
      const deux = await m.dossier();
      const changer = (id, reste) => sql(`update signalement set ${reste} where id = $1`, [id]);
      const depart = await comptes();
      const statut = Object.keys(depart)[0].split(' ')[1];
      assert.deepEqual(depart, { [`ici ${statut}`]: 2 });
      await changer(un.id, "statut = 'FERME'");
      assert.deepEqual(await comptes(), { [`ici ${statut}`]: 1, 'ici FERME': 1 });
      await changer(un.id, "description = 'la même place'");
      assert.deepEqual(await comptes(), { [`ici ${statut}`]: 1, 'ici FERME': 1 });
      await changer(deux.id, `territoire_id = ${autre.t.id}`);
      assert.deepEqual(await comptes(), { [`ici ${statut}`]: 0, 'ici FERME': 1, [`ailleurs ${statut}`]: 1 });
      await sql('delete from signalement where id = $1', [un.id]);
      assert.equal((await comptes())['ici FERME'], 0);
    }));
});
