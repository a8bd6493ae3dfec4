import { describe, expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';
import { isDoubtful } from './doubts.ts';
import * as read from './readers.ts';

const context: read.ReadingContext = { slashOrder: undefined, decimalMark: undefined, party: () => undefined };

describe('a margin', () => {
  const spread = (literal: string) => read.spread('spread_bps')(literal, context);

  test.each([
    ['22 bps below', '-22'],
    ['0.22 per cent (to be subtracted)', '-22'],
    ['22-', '-22'],
    ['22- bps', '-22'],
    ['0,22 % abzuziehen', '-22'],
    ['22 points de base à déduire', '-22'],
    ['minus 22 basis points', '-22'],
    ['plus 22 basis points', '22'],
    ['22 basis points per annum over EUR-EURIBOR', '22'],
    ['zuzüglich 0,22 Prozentpunkte', '22'],
    ['+22 basis points (+0.22%)', '22'],
    ['Nil', '0'],
    ['keine / none', '0'],
  ])('%s is %s', (literal, value) => expect(spread(literal)).toMatchObject({ fields: { spread_bps: value } }));

  test.each([
    'Nil until 4 May 2029, then 30 basis points',
    'Flat plus 30 basis points',
    'keine, ab 2029 30 Basispunkte',
    'plus 22 basis points, less a rebate',
    '22 basis points under the reference rate',
    '+22 basis points below',
    '22 Basispunkte Abschlag',
    '22 bps (to be taken off the rate)',
    '22 bp lower',
  ])('%s is left unread', (literal) => expect(spread(literal)).toMatchObject({ kind: 'unread', field: 'spread_bps' }));
});

describe('a cell that makes another value of its word', () => {
  test.each([
    ['business_day_convention', 'Modified Following shall not apply'],
    ['business_day_convention', 'not Following'],
    ['business_day_convention', 'Preceding or Following'],
    ['business_day_convention', 'nicht modifizierter folgender Geschäftstag'],
    ['business_day_convention', 'next Friday, following Monday'],
    ['settlement_type', 'Physical or cash, as the buyer chooses'],
    ['settlement_type', 'Lieferung, kein Barausgleich'],
    ['option_style', 'American, not European'],
    ['option_style', 'européenne ou américaine'],
    ['option_type', 'Payer and receiver'],
    ['return_type', 'Total return, 85% of dividends'],
    ['return_type', 'Total return without dividends'],
    ['return_type', '2 x price return'],
    ['floating_payment_frequency', 'bi-monthly'],
    ['floating_payment_frequency', 'every second month'],
    ['floating_payment_frequency', 'alle zwei Monate'],
    ['floating_payment_frequency', 'quarterly and annually'],
    ['floating_payment_frequency', 'not quarterly'],
    ['floating_payment_frequency', '4 January and 4 August'],
    ['floating_payment_frequency', 'quarterly, 4 January and 4 July'],
    ['fixed_day_count', 'Act/Act (AFB)'],
    ['fixed_day_count', '30/360 (German)'],
    ['fixed_day_count', 'Act/365.25'],
    ['fixed_day_count', 'Act/360 × 2'],
    ['fixed_day_count', 'Act/360 or 30/360'],
  ] as const)('%s: %s', (field, literal) => expect(isDoubtful(field, literal)).toBe(true));

  test.each([
    ['business_day_convention', 'Modified Following / Jour ouvré suivant modifié'],
    ['business_day_convention', 'Following, if a payment date is not a Business Day'],
    ['business_day_convention', 'London and New York, Modified Following'],
    ['settlement_type', 'Non-deliverable, settled in cash'],
    ['settlement_type', 'por diferencias, sin entrega'],
    ['option_style', 'European, until 3 p.m. Central European Time'],
    ['option_type', 'EUR Put / USD Call'],
    ['return_type', 'Price return, no dividends'],
    ['return_type', 'Total return, 100% of dividends'],
    ['floating_payment_frequency', 'Semi-annually, on 4 January and 4 July in each year'],
    ['floating_payment_frequency', 'Quarterly, from and including 4 May 2027 to but excluding the Termination Date'],
    ['floating_payment_frequency', 'every 3 months'],
    ['floating_payment_frequency', 'Trimestral / Quarterly'],
    ['floating_payment_frequency', '20 March, 20 June, 20 September and 20 December'],
    ['fixed_day_count', 'Actual/365 (Fixed), no margin'],
    ['fixed_day_count', '30/360 (Bond Basis)'],
    ['fixed_day_count', 'Exact/360'],
  ] as const)('not %s: %s', (field, literal) => expect(isDoubtful(field, literal)).toBe(false));
});

test('what is not understood is flagged by its label, and no value is left of it', async () => {
  const { trade, flags } = await readPage(`${HEAD}
    Product: | Interest Rate Swap
    Trade Date: | 2 March 2027
    Effective Date: | 4 March 2027
    Termination Date: | 4 March 2032
    Notional Amount: | EUR 5,790,000.00
    Fixed Rate Payer: | Aldersyde Credit Fund
    Fixed Rate: | 2.10 %
    Fixed Rate Payer Payment Dates: | Every two years
    Fixed Rate Day Count Fraction: | Act/Act (AFB)
    Floating Rate Payer: | Port Lisle Bank plc
    Floating Rate Option: | EUR-EURIBOR
    Designated Maturity: | 3 Months`);
  expect(trade.fixed_payment_frequency).toBeUndefined();
  expect(trade.fixed_day_count).toBeUndefined();
  expect(flags.filter(({ code }) => code === 'UNREAD_VALUE').map(({ field }) => field)).toEqual([
    'fixed_payment_frequency',
    'fixed_day_count',
  ]);
});
