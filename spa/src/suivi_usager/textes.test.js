/* What is said when one may write, and when one may not. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { ecriture, etapes, sautees } from './textes.js';

const ecrire = ['ecrire_message'];

test('nothing to say while the dossier is open', () => {
  for (const statut of ['NOUVEAU', 'EN_COURS', 'INJONCTION_BAILLEUR'])
    assert.equal(ecriture({ statut, actions: ecrire }), '');
});

test('after the closing, one message, then none', () => {
  assert.match(ecriture({ statut: 'FERME', actions: ecrire }), /un seul.*30 jours/);
  assert.match(ecriture({ statut: 'FERME', actions: [] }), /on ne peut plus y écrire.*nouveau signalement/);
});

test('every other end says what can be done', () => {
  for (const statut of ['REFUSE', 'ARCHIVE', 'INJONCTION_FERMEE'])
    assert.match(ecriture({ statut, actions: [] }), /nouveau signalement/);
  assert.match(ecriture({ statut: 'EN_COURS', actions: [] }), /pour le moment/);
});

test('four steps, the last named after the end', () => {
  assert.equal(etapes('EN_COURS').length, 4);
  assert.equal(etapes('FERME')[3].titre, 'Dossier terminé');
  assert.equal(etapes('REFUSE')[3].titre, 'Signalement non retenu');
  assert.equal(sautees('REFUSE'), true);
  assert.equal(sautees('FERME'), false);
});
