// References in a line of text, parties by letter, and figures that their page has to explain.
import { describe, expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

const DATES = `
  Trade Date: | 4 May 2027
  Effective Date: | 6 May 2027
  Termination Date: | 6 May 2032`;

describe('references', () => {
  test.each([
    ['Swap transaction, your reference PLB-R-8830 (ours: ACF 27/41)', 'ACF 27/41', 'PLB-R-8830'],
    ['Our reference ACF 27/44. Your reference PLB-R-8831.', 'ACF 27/44', 'PLB-R-8831'],
    ['Fund ref ACF-27-050, dealer ref PLB/27-33.', 'ACF-27-050', 'PLB/27-33'],
    ['Stuttgart, 5. Mai 2027 · Unser Zeichen RX-TR-037 · Ihr Zeichen PLB-ZS-44', 'RX-TR-037', 'PLB-ZS-44'],
    ['Refs ACF-27-0708 / PLB-X-64019.', 'ACF-27-0708', 'PLB-X-64019'],
  ])('in a line of text: %s', async (line, own, other) => {
    const { trade } = await readPage(
      `Aldersyde Credit Fund LP
      To: | Port Lisle Bank plc
      Interest rate swap confirmation
      ${line}
      Trade Date: | 4 May 2027
      Notional: | EUR 3,000,000.00
      Fixed Rate: | 3.1 %`,
      'COUNTERPARTY',
    );
    expect(trade).toMatchObject({ trade_id: own, other_reference: other });
  });

  test('a commodity or a date behind the word is none', async () => {
    const { trade } = await readPage(`${HEAD}\nCommodity Swap
      Trade Date: | 4 May 2027
      Commodity Reference Price: | NATURAL GAS-NYMEX
      Fixed Price: | USD 4.10 per MMBtu`);
    expect(trade.other_reference).toBeUndefined();
  });
});

test('parties by letter, each labelled in two languages', async () => {
  const { trade } = await readPage(`CONFIRMATION DE SWAP / INTEREST RATE SWAP CONFIRMATION
    Notre référence : CMS/19
    Partie A / Party A | Banque Port Lisle S.A.
    Partie B / Party B | Aldersyde Trading Ltd
    Date de négociation / Trade Date | 4 mai 2027
    Payeur / Fixed Rate Payer | Partie B
    Taux fixe / Fixed Rate | 3,05 %
    Agent de calcul / Calculation Agent | Partie A`);
  expect(trade).toMatchObject({
    ...{ bank_name: 'Banque Port Lisle S.A.', fixed_rate_payer: 'COUNTERPARTY', calculation_agent: 'BANK' },
  });
});

describe('figures', () => {
  test('a month and its year before a comma say nothing of decimals; two dots lead to a value', async () => {
    const { trade, flags } = await readPage(`${HEAD}\nCommodity Swap
      TRADE DATE ....... 04 MAY 2027
      COMMODITY ........ FUEL OIL
      TOTAL QUANTITY ... 15,000 MT
      CALCULATION PERIODS ... EACH MONTH, JUN 2027, JUL 2027, AUG 2027
      FIXED PRICE ...... USD 438.50 PER MT
      FIXED PRICE PAYER .. Aldersyde Credit Fund`);
    expect(trade).toMatchObject({ quantity: '15000', fixed_price: '438.5', fixed_price_payer: 'COUNTERPARTY' });
    expect(flags.map(({ code }) => code)).not.toContain('AMBIGUOUS_NUMBER');
  });

  test('the number of a page beside a name is no rate', async () => {
    const { trade } = await readPage(`${HEAD}\nInterest Rate Swap${DATES}
      Notional: | GBP 4,000,000
      Port Lisle Holdings Ltd., managing member | Page 1`);
    expect(trade.fixed_rate).toBeUndefined();
  });
});
