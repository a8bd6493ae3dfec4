import { describe, expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';
import { qualifiersIn } from './qualifiers.ts';

const convention = (text: string) =>
  qualifiersIn(text, { product: 'INTEREST_RATE_SWAP', fields: ['business_day_convention'], hasSchedule: false });

test.each([
  ['Modified Following, adjusted', 'adjusted'],
  ['MODFOL, ADJ', 'adjusted'],
  ['Modified Following (interest periods adjusted)', 'adjusted'],
  ['Folgender Geschäftstag, mit Anpassung der Berechnungsperioden', 'adjusted'],
  ['Suivant modifié, périodes ajustées', 'adjusted'],
  ['Siguiente modificado, con ajuste de los períodos', 'adjusted'],
  ['Following unadjusted', 'not adjusted'],
  ['FOLLOWING, UNADJ', 'not adjusted'],
  ['Folgender Geschäftstag, ohne Anpassung', 'not adjusted'],
  ['Suivant, périodes non ajustées', 'not adjusted'],
  ['Successivo, senza rettifica', 'not adjusted'],
])('whether periods move with their payments, in “%s”', (text, said) => {
  expect(convention(text).qualifiers).toMatchObject([{ what: 'adjustment of periods', said }]);
});

test.each([
  ['Modified Following, payment dates only adjusted', 'payment dates only'],
  ['Modified Following, mit Anpassung der Zinsperioden außer der letzten', 'außer der letzten'],
  ['adjusted for the first period', 'for the first period'],
])('what limits a qualifier stays in the cell: %s', (text, more) => {
  expect(convention(text).rest.replace(/\s+/g, ' ')).toContain(more);
});

const page = (rows: string, product = 'Interest Rate Swap') => `${HEAD}
    ${product}
    Trade Date: | 4 May 2027
    Fixed Rate Payer: | Port Lisle Bank plc
    Fixed Rate: | 3.5 %
    Floating Rate Option: | EUR-EURIBOR
    Effective Date: | 6 May 2027
    ${rows}`;
const terms = async (rows: string, product?: string) =>
  (await readPage(page(rows, product))).other_terms.map(({ key, literal, economic }) => [key, literal, economic]);

describe('a cell with a qualifier', () => {
  test('of periods: what is usual is no economic term, its contrary is one', async () => {
    const rows = (said: string) => `Termination Date: | 6 May 2032
    Business Day Convention: | Modified Following, ${said}`;
    expect(await terms(rows('accruals adjusted'))).toEqual([['adjustment of periods', 'adjusted', false]]);
    expect(await terms(rows('accruals unadjusted'))).toEqual([['adjustment of periods', 'not adjusted', true]]);
  });

  test('of the notional: level to the end is what one figure says', async () => {
    const notional = (said: string) => `Termination Date: | 6 May 2032
    Notional Amount: | EUR 7,000,000.00${said}`;
    expect(await terms(notional(', constant throughout the term'))).toEqual([
      ['notional over time', 'constant', false],
    ]);
    expect(await terms(notional(' (endfällig)'))).toEqual([['notional over time', 'constant', false]]);
    expect(await terms(notional(', constant until the first reset'))).toEqual([
      ['notional', 'until the first reset', true],
      ['notional over time', 'constant', false],
    ]);
  });
});

test('the end of protection is not adjusted by the definitions: adjusted is for the other side to say, too', () => {
  const end = (text: string) =>
    qualifiersIn(text, { product: 'CREDIT_DEFAULT_SWAP', fields: ['termination_date'], hasSchedule: false }).qualifiers;
  expect(end('20 June 2031 (not adjusted)')).toMatchObject([{ said: 'not adjusted', isUsual: true }]);
  expect(end('20JUN2031 UNADJ')).toMatchObject([{ said: 'not adjusted', isUsual: true }]);
  expect(end('20 June 2031, adjusted')).toMatchObject([{ said: 'adjusted', isUsual: false }]);
});

test('of a commodity’s term both days count unless one is excluded', () => {
  const term = (text: string) =>
    qualifiersIn(text, {
      product: 'COMMODITY_SWAP',
      fields: ['effective_date', 'termination_date'],
      hasSchedule: false,
    }).qualifiers.map(({ what, said, isUsual }) => [what, said, isUsual]);
  const both = [
    ['first day', 'included', true],
    ['last day', 'included', true],
  ];
  expect(term('1 April 2027 to 30 June 2027, both days inclusive')).toEqual(both);
  expect(term('from and including 1 April 2027 to and including 30 June 2027')).toEqual(both);
  expect(term('from and including 1 April 2027 to but excluding 1 July 2027')).toEqual([
    ['first day', 'included', true],
    ['last day', 'excluded', false],
  ]);
});
