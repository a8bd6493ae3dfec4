import { describe, expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

const page = (terms: Readonly<Record<string, string>>, title: string) =>
  `${HEAD}\n  ${title}\n${Object.entries(terms)
    .map(([label, value]) => `  ${label}: | ${value}`)
    .join('\n')}`;
const contradictions = async (terms: Readonly<Record<string, string>>, title = '') => {
  const { flags } = await readPage(page(terms, title));
  return flags.filter(({ code }) => code === 'CONTRADICTION').map(({ field }) => field);
};

const option = {
  Product: 'Currency Option',
  'Trade Date': '2 March 2027',
  Buyer: 'Aldersyde Credit Fund',
  Seller: 'Port Lisle Bank plc',
  'Option Type': 'GBP Put / USD Call',
  'Call Currency Amount': 'USD 9,390,000.00',
  'Put Currency Amount': 'GBP 7,500,000.00',
  'Strike Price': '1.2520 USD/GBP',
  'Expiration Date': '2 September 2027',
  'Settlement Date': '6 September 2027',
  Premium: 'GBP 127,500.00',
};
const swap = {
  Product: 'Interest Rate Swap',
  'Trade Date': '2 March 2027',
  'Effective Date': '4 March 2027',
  'Termination Date': '4 March 2032',
  'Notional Amount': 'GBP 5,790,000.00',
  'Fixed Rate Payer': 'Aldersyde Credit Fund',
  'Fixed Rate': '2.10 %',
  'Floating Rate Payer': 'Port Lisle Bank plc',
  'Floating Rate Option': 'GBP-SONIA-OIS Compound',
  'Business Day Convention': 'Modified Following',
};

const ofIndex = { ...swap, 'Floating Rate Option': 'EUR-EURIBOR' };
const { Product: _product, ...titled } = swap;

describe('what a cell says of another term is held against the trade', () => {
  test.each([
    ['the currencies of a rate', { ...option, 'Strike Price': '1.2520 CAD/GBP' }, 'strike_price'],
    [
      'the currencies of a barrier',
      { ...option, 'Barrier Type': 'Down-and-In', 'Barrier Level': '1.0980 CAD per GBP' },
      'barrier_level',
    ],
    ['a premium’s share of the amount', { ...option, Premium: 'GBP 127,500.00 (1.75 %)' }, 'premium_amount'],
    [
      'the other half of a cell in two languages',
      { ...ofIndex, 'Échéance désignée / Designated Maturity': '6 mois / 7 months' },
    ],
  ])('%s', async (_what, terms, field?: string) =>
    expect(await contradictions(terms)).toContain(field ?? 'designated_maturity'),
  );

  test.each([
    ['the trade’s own currencies', option],
    ['a share that is so, to its digits', { ...option, Premium: 'GBP 127,500.00 (1.7 %)' }],
    ['halves that say the same', { ...ofIndex, 'Échéance désignée / Designated Maturity': '6 mois / 6 months' }],
    ['a swap', swap],
  ])('nothing is contradicted by %s', async (_what, terms) => expect(await contradictions(terms)).toEqual([]));

  test('the amount in a title is in a currency of the trade', async () => {
    expect(await contradictions(titled, 'GBP 5,790,000 Interest Rate Swap')).toEqual([]);
    expect(await contradictions(titled, 'EUR 5,790,000 Interest Rate Swap')).toEqual(['currency']);
  });

  test('a sentence that moves days by another convention contradicts the one that is read', async () => {
    const ends = (how: string) => ({
      ...swap,
      'Termination Date': `4 March 2032, subject to adjustment in accordance with the ${how} Business Day Convention`,
    });
    expect(await contradictions(ends('Modified Following'))).toEqual([]);
    expect(await contradictions(ends('Modified Preceding'))).toContain('business_day_convention');
  });

  test('a seller of protection is not called its buyer', async () => {
    const swapOf = (role: string) => ({
      Product: 'Credit Default Swap',
      'Trade Date': '2 March 2027',
      'Effective Date': '3 March 2027',
      'Scheduled Termination Date': '20 June 2032',
      'Floating Rate Payer': `Port Lisle Bank plc (the "${role}")`,
      'Fixed Rate Payer': 'Aldersyde Credit Fund',
      'Reference Entity': 'Holm Paper Holdings Inc.',
      'Floating Rate Payer Calculation Amount': 'USD 5,000,000',
      'Fixed Rate': '1.00 %',
    });
    expect(await contradictions(swapOf('Seller'))).toEqual([]);
    expect(await contradictions(swapOf('Buyer'))).not.toEqual([]);
  });

  test.each([
    ['two (2) Business Days after each period', []],
    ['twenty-five (25) days after each period', []],
    ['two (3) Business Days after each period', [undefined]],
    ['twenty-five (26) days after each period', [undefined]],
  ])('a figure in brackets is that of its words: %s', async (due, flags) =>
    expect(await contradictions({ ...swap, 'Payment Dates': due })).toEqual(flags),
  );

  test('one party does not buy both currencies', async () => {
    const forward = (deed: string) => ({
      Product: 'FX Forward',
      'Trade Date': '2 March 2027',
      'We buy': 'EUR 1,000,000.00',
      [deed]: 'USD 1,100,000.00',
      'Forward Rate': '1.1000',
      'Settlement Date': '6 September 2027',
    });
    expect(await contradictions(forward('We sell'))).toEqual([]);
    expect(await contradictions(forward('We buy USD'))).toContain('currency_buyer');
  });
});

describe('rights and deeds', () => {
  test.each([
    ['GBP put, USD put', false],
    ['call USD / call GBP', false],
    ['GBP call / USD put', false],
    ['put GBP, call USD', true],
  ])('an option calls one currency and puts the other: %s', async (said, isSo) => {
    const flags = await contradictions({ ...option, 'Also known as': said });
    if (isSo) expect(flags).toEqual([]);
    else expect(flags).toContain('option_type');
  });

  test.each([
    ['Buyer (pays fixed)', true],
    ['Buyer (receives fixed)', false],
    ['Buyer (payer of the floating price)', false],
  ])('who pays which leg of a commodity swap: %s', async (label, isSo) => {
    const flags = await contradictions({
      Product: 'Commodity Swap',
      'Trade Date': '2 March 2027',
      'Effective Date': '1 April 2027',
      'Termination Date': '30 June 2027',
      Commodity: 'Gasoil',
      'Total Notional Quantity': '9,000 MT',
      [label]: 'Aldersyde Credit Fund',
      'Seller (receives fixed)': 'Port Lisle Bank plc',
      'Fixed Price': 'USD 640.50 per MT',
      'Floating Price': 'GASOIL-ICE',
    });
    if (isSo) expect(flags).toEqual([]);
    else expect(flags).toContain('fixed_price_payer');
  });

  test('what a label calls put is not called', async () => {
    const amounts = (label: string) => ({ ...option, 'Call Currency Amount': '', [label]: 'USD 9,390,000.00' });
    expect(await contradictions(amounts('Call-Betrag / Call amount'))).toEqual([]);
    expect(await contradictions(amounts('Put-Betrag / Call amount'))).not.toEqual([]);
  });

  test('who pays the premium is who does not receive it', async () => {
    const premium = (said: string) => ({ ...option, Premium: `GBP 127,500.00, ${said}` });
    expect(await contradictions(premium('Port Lisle Bank plc receives'))).toEqual([]);
    expect(await contradictions(premium('Aldersyde Credit Fund receives'))).toEqual(['premium_amount']);
  });
});

/** The two legs of an FX swap, with what each row and column is called. */
const fxSwap = ([near, far]: readonly [string, string], first = 'We buy', second = 'We sell') => `${HEAD}
  Foreign Exchange Swap
  Trade Date: | 2 March 2027
  Leg | ${near} | ${far}
  ${first} | EUR 5,000,000.00 | USD 5,736,500.00
  ${second} | USD 5,710,000.00 | EUR 5,000,000.00
  Exchange Rate | 1.1420 | 1.1473
  Value Date | 4 March 2027 | 4 June 2027`;

describe('the legs of an FX swap', () => {
  test.each([
    ['We buy', 'We sell', true],
    ['We buy', 'We buy', false],
    ['We sell', 'We sell', false],
  ])('%s and %s', async (first, second, isSo) => {
    const { flags } = await readPage(fxSwap(['Near leg', 'Far leg'], first, second), 'BANK', [50, 200, 350]);
    const found = flags.filter(({ code }) => code === 'CONTRADICTION').map(({ field }) => field);
    if (isSo) expect(found).toEqual([]);
    else expect(found).toContain('currency_buyer');
  });

  test.each([
    ['BUYS EUR / SELLS USD', true],
    ['SELLS EUR / SELLS USD', false],
    ['BUYS EUR / SELLS CAD', false],
  ])('a direction is of both currencies: %s', async (said, isSo) => {
    const direction = `  Direction | Port Lisle Bank plc ${said}\n`;
    const text = fxSwap(['Near leg', 'Far leg']).replace(/(?= {2}Leg )/, direction);
    const { flags } = await readPage(text, 'BANK', [50, 200, 350]);
    const found = flags.filter(({ code }) => code === 'CONTRADICTION').map(({ field }) => field);
    if (isSo) expect(found).toEqual([]);
    else expect(found).toContain('currency_buyer');
  });

  test('a rate that counts another currency is none of the trade', async () => {
    const forward = (rate: string) => ({
      Product: 'FX Forward',
      'Trade Date': '2 March 2027',
      'We buy': 'EUR 1,000,000.00',
      'We sell': 'CAD 1,618,700.00',
      'Forward Rate': rate,
      'Settlement Date': '6 September 2027',
    });
    expect(await contradictions(forward('1 EUR = 1.6187 CAD'))).toEqual([]);
    expect(await contradictions(forward('1 GBP = 1.6187 CAD'))).toContain('fx_rate');
  });
});
