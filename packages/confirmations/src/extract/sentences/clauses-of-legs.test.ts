import type { Source } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { clausesOfLegs } from './clauses-of-legs.ts';

const NAMES: Readonly<Record<string, Source>> = {
  'the council': 'COUNTERPARTY',
  'the bank': 'BANK',
  'die bank': 'BANK',
  'der bank': 'BANK',
  'die stadt': 'COUNTERPARTY',
  'la banque': 'BANK',
  'la commune': 'COUNTERPARTY',
  'el banco': 'BANK',
  banco: 'BANK',
  banca: 'BANK',
  'el municipio': 'COUNTERPARTY',
  'la banca': 'BANK',
  'il comune': 'COUNTERPARTY',
};
const resolve = (name: string) => NAMES[name.trim().toLowerCase()];
const clauses = (sentence: string, decimalMark: '.' | ',' = '.') =>
  clausesOfLegs(sentence, { resolve }, { decimalMark, slashOrder: undefined, party: resolve, inSentence: true });

test.each([
  [
    'The Council will pay the Bank a fixed rate of 3.125 per cent. per annum, every three months in arrear, computed on an Actual/365 (Fixed) basis.',
    {
      payer: 'COUNTERPARTY',
      kind: 'fixed',
      fixed_rate: '3.125',
      payment_frequency: 'QUARTERLY',
      day_count: 'ACT/365F',
    },
  ],
  [
    'The Bank shall pay to the Council, semi-annually in arrears on EUR 7,500,000, six-month EUR-EURIBOR plus 0.21 per cent. per annum, on an Actual/360 basis.',
    {
      payer: 'BANK',
      kind: 'floating',
      index: 'EUR-EURIBOR',
      designated_maturity: '6M',
      spread_bps: '21',
      payment_frequency: 'SEMI_ANNUAL',
      day_count: 'ACT/360',
      currency: 'EUR',
      notional: '7500000.00',
    },
  ],
  [
    'Every six months in arrears the Bank pays the Council three-month NOK-NIBOR without any margin, set at the start of each three-month period.',
    { payer: 'BANK', kind: 'floating', designated_maturity: '3M', spread_bps: '0', payment_frequency: 'SEMI_ANNUAL' },
  ],
])('a party, a verb and phrases in any order: %s', (sentence, leg) => {
  const read = clauses(sentence);
  expect(read).toHaveLength(1);
  expect(read?.[0]).toMatchObject(leg);
});

test.each([
  ['Die Stadt zahlt der Bank vierteljährlich nachträglich einen Festsatz von 2,31 % p.a., act/360.', 'COUNTERPARTY'],
  [
    'Vierteljährlich nachträglich zahlt die Stadt einen festen Zinssatz von 2,31 Prozent auf Basis act/360.',
    'COUNTERPARTY',
  ],
  [
    'La Banque verse à la commune un taux fixe de 2,31 % par an, tous les trois mois à terme échu, base exact/360.',
    'BANK',
  ],
  [
    'El Municipio pagará al Banco un tipo fijo del 2,31 por ciento anual, cada tres meses, sobre base Act/360.',
    'COUNTERPARTY',
  ],
  ['Il Comune paga alla Banca un tasso fisso del 2,31 % annuo, ogni tre mesi, su base act/360.', 'COUNTERPARTY'],
])('in the other languages: %s', (sentence, payer) => {
  expect(clauses(sentence, ',')?.[0]).toMatchObject({
    payer,
    kind: 'fixed',
    fixed_rate: '2.31',
    payment_frequency: 'QUARTERLY',
    day_count: 'ACT/360',
  });
});

test('two clauses of one sentence', () => {
  const read = clauses(
    'The Bank pays a fixed rate of 4.2 % annually, and the Council pays the Bank GBP-SONIA-OIS Compound flat, annually.',
  );
  expect(read).toMatchObject([
    { payer: 'BANK', kind: 'fixed', fixed_rate: '4.2' },
    { payer: 'COUNTERPARTY', kind: 'floating', spread_bps: '0' },
  ]);
});

test.each([
  'The Council will pay the Bank a fixed rate of 3.125 per cent. per annum until 2029, annually.',
  'The Council will pay the Bank a fixed rate of 3.125 per cent. per annum, or 3.5 per cent. if the Bank so elects.',
  'The Council will pay the Bank the higher of a fixed rate of 3.125 per cent. and three-month EUR-EURIBOR.',
  'The Council will pay the Bank twice a fixed rate of 3.125 per cent.',
  'The Council will pay three-month EUR-EURIBOR plus 0.2 per cent., quarterly in advance.',
  'The Council will pay three-month EUR-EURIBOR, reset at the start of each six-month period, quarterly.',
  'The Council will pay three-month EUR-EURIBOR, quarterly and annually.',
  'The Council will pay three-month EUR-EURIBOR floored at zero, quarterly.',
  'The Council will pay a third person a fixed rate of 3.125 per cent.',
  'If the Council will pay a fixed rate of 3.125 per cent., annually.',
  'The Council will pay the Bank a fee of 3.125 per cent., annually.',
])('a phrase that is not understood leaves the sentence unread: %s', (sentence) => {
  expect(clauses(sentence)).toBeUndefined();
});
