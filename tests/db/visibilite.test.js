/** The one door to dossiers: who sees what, and the plans that its inlining keeps. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { essai, petitMonde } from './base.js';

describe('signalements_visibles', () => {
  test('each role sees its own, by territory or by affectation, whatever the answer', () =>
    essai(async (sql) => {
      const [m, loin] = [await petitMonde(sql), await petitMonde(sql)];
      const s = await m.dossier();
      const ailleurs = await loin.dossier();
      const vus = async (u, ids = [s.id, ailleurs.id]) =>
        (await sql('select id from signalements_visibles($1) where id = any ($2) order by id', [u.uuid, ids])).map(
          (x) => x.id,
        );
      const [admin, rt, rtLoin, chef, agent, sans] = [
        await m.compte('SUPER_ADMIN', []),
        await m.compte('RESPONSABLE_TERRITOIRE'),
        await loin.compte('RESPONSABLE_TERRITOIRE'),
        await m.compte('ADMIN_PARTENAIRE'),
        await m.compte('AGENT'),
        await m.compte('RESPONSABLE_TERRITOIRE', []),
      ];
      assert.deepEqual(await vus(admin), [s.id, ailleurs.id]);
      assert.deepEqual([await vus(rt), await vus(rtLoin), await vus(sans)], [[s.id], [ailleurs.id], []]);
      assert.deepEqual([await vus(chef), await vus(agent)], [[], []]);
      await sql('insert into affectation (signalement_id, partenaire_id) values ($1, $2)', [s.id, m.p.id]);
      for (const statut of ['NOUVEAU', 'EN_COURS', 'REFUSE', 'FERME']) {
        await sql('update affectation set statut = $2 where signalement_id = $1', [s.id, statut]);
        assert.deepEqual([await vus(chef), await vus(agent)], [[s.id], [s.id]], statut);
      }
      await sql('update affectation set retiree_le = now() where signalement_id = $1', [s.id]);
      assert.deepEqual(await vus(agent), []);
    }));

  test('nobody sees drafts and archives; who is not active, unknown or nobody sees nothing', () =>
    essai(async (sql) => {
      const m = await petitMonde(sql);
      const admin = await m.compte('SUPER_ADMIN', []);
      const ids = [];
      for (const statut of ['BROUILLON', 'BROUILLON_ARCHIVE', 'ARCHIVE', 'NOUVEAU', 'INJONCTION_BAILLEUR'])
        ids.push((await m.dossier({ statut })).id);
      const vus = async (uuid) =>
        (await sql('select id from signalements_visibles($1) where id = any ($2) order by id', [uuid, ids])).map(
          (x) => x.id,
        );
      assert.deepEqual(await vus(admin.uuid), ids.slice(3));
      assert.deepEqual(await vus('00000000-0000-4000-8000-000000000000'), []);
      assert.deepEqual(await vus(null), []);
      for (const statut of ['INACTIF', 'ARCHIVE']) {
        await sql('update utilisateur set statut = $2 where id = $1', [admin.id, statut]);
        assert.deepEqual(await vus(admin.uuid), []);
      }
    }));

  test('is inlined: one dossier by its index, a list in the order of its index, no function scan, no sort', () =>
    essai(async (sql) => {
      const m = await petitMonde(sql);
      const rt = await m.compte('RESPONSABLE_TERRITOIRE');
      await sql('set local session_replication_role = replica');
      await sql(
        `insert into signalement (territoire_id, reference_annee, reference_numero, source, profil_declarant, adresse,
        cree_le)
      select $1, 2024, n, 'IMPORT', 'LOCATAIRE', '{}', now() - n * interval '1 minute' from generate_series(1, 20000) n`,
        [m.t.id],
      );
      await sql('analyze signalement');
      const plan = async (texte) => (await sql(`explain (costs off) ${texte}`)).map((l) => l['QUERY PLAN']).join('\n');
      const un = await plan(`select * from signalements_visibles('${rt.uuid}') s where s.uuid = '${rt.uuid}'`);
      assert.ok(!un.includes('Function Scan') && un.includes('signalement_uuid_key'), un);
      const liste =
        await plan(`select s.id from signalements_visibles('${rt.uuid}') s where s.territoire_id = ${m.t.id} and s.statut = 'NOUVEAU'
      and (s.cree_le, s.id) < (now(), 9223372036854775807) order by s.cree_le desc, s.id desc limit 26`);
      assert.ok(
        !/Function Scan|Sort/.test(liste) && /Index (Only )?Scan using signalement_(liste|national)/.test(liste),
        liste,
      );
      const page = await plan(`select s.id from signalements_visibles('${rt.uuid}') s where s.territoire_id = ${m.t.id}
      and (s.cree_le, s.id) < (now() - interval '10 days', 5) order by s.cree_le desc, s.id desc limit 26`);
      assert.ok(!/Function Scan|Sort/.test(page) && /signalement_liste_tous|signalement_national/.test(page), page);
    }));
});
