import { expect, test } from 'vitest';
import { withOwnerFirst, withReferencesOfClient } from './owners-of-references.ts';

const entry = (label: string, value = 'AB-1207') => ({ label, value, section: '', page: 1, line: 1 });

test.each([
  ['Reference (Kessler)', 'Kessler reference'],
  ['Transaktionsnummer (Bank)', 'Bank reference'],
  ['Référence Partie A', 'Party A reference'],
  ['Reference of B', 'Party B reference'],
  ['Riferimento della Banca', 'Banca reference'],
  ['Referenz des Vertragspartners', 'Vertragspartner reference'],
  ['Ref. de la entidad', 'entidad reference'],
])('%s is the %s', (label, owned) => {
  expect(withOwnerFirst(entry(label)).label).toBe(owned);
});

test.each([
  'Reference',
  'Reference Currency Buyer',
  'Number of Shares',
  'Référence de l’opération',
  'Reference Entity',
])('%s names no owner', (label) => {
  expect(withOwnerFirst(entry(label, '2,000')).label).toBe(label);
});

test('references of the client and of the bank are the sender’s by whose paper it is', () => {
  const entries = [entry('Client ref'), entry('Broker ref', 'CD-9')];
  const labels = (source: 'BANK' | 'COUNTERPARTY') => withReferencesOfClient(entries, source).map(({ label }) => label);
  expect(labels('COUNTERPARTY')).toEqual(['Our reference', 'Your reference']);
  expect(labels('BANK')).toEqual(['Your reference', 'Our reference']);
});

test('a client’s reference alone on a counterparty’s paper is left: a dealer has the bank for its client', () => {
  const labels = (source: 'BANK' | 'COUNTERPARTY') =>
    withReferencesOfClient([entry('Client ref')], source).map(({ label }) => label);
  expect(labels('COUNTERPARTY')).toEqual(['Client ref']);
  expect(labels('BANK')).toEqual(['Your reference']);
});

test('in abbreviations too, and an account’s where a manager calls its client so', () => {
  const labels = (...more: ReturnType<typeof entry>[]) =>
    withReferencesOfClient([entry('Acct Ref'), entry('Dlr Ref', 'CD-9'), ...more], 'COUNTERPARTY').map(
      ({ label }) => label,
    );
  expect(labels(entry('Account', 'Norwood Mutual Insurance Company'))).toEqual([
    'Our reference',
    'Your reference',
    'Account',
  ]);
  expect(labels()).toEqual(['Acct Ref', 'Your reference']);
});
