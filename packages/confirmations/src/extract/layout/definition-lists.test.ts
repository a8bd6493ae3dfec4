// Definition lists: a label, its value set in below it, in one column of the page or running on into a second.
import { drawnPdf, drawnText } from '@trade-matching/confirmation-samples/pdf';
import { expect, test } from 'vitest';
import { readConfirmation } from '../read-confirmation.ts';

/** Lines from the top of a column; what is set in by two spaces begins 12 points to the right. */
const column = (x: number, top: number, text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => drawnText(line.trim(), line.startsWith('  ') ? x + 12 : x, top - i * 13, { size: 9 }));

async function read(content: readonly string[]) {
  const extraction = await readConfirmation(drawnPdf(content), 'COUNTERPARTY');
  if (extraction.outcome !== 'extracted') throw new Error(extraction.refusal.message);
  return extraction.extracted;
}

const HEAD = [drawnText('Aldersyde Pension Trust Ltd', 50, 790, { size: 13 })];

test('each value below its label is the label’s, and the label below begins anew', async () => {
  const { trade, evidence } = await read([
    ...HEAD,
    ...column(
      50,
      760,
      `
Foreign Exchange Forward
We confirm the following transaction.
Parties
We
  Aldersyde Pension Trust Ltd
You
  Port Lisle Bank plc
Terms
Our reference
  ALD-FX-204
Trade date
  24 May 2027
We sell
  EUR 4,000,000.00
We buy
  CHF 3,740,000.00
Forward rate
  CHF 0.9350 per EUR
Value date
  29 June 2027
Settlement
  delivery of
  both currencies`,
    ),
  ]);
  expect(trade).toMatchObject({
    ...{ trade_id: 'ALD-FX-204', trade_date: '2027-05-24', settlement_date: '2027-06-29', fx_rate: '0.9350' },
    ...{ currency: 'EUR', notional: '4000000.00', currency_2: 'CHF', notional_2: '3740000.00' },
    ...{ currency_buyer: 'BANK', settlement_type: 'PHYSICAL' },
  });
  expect(evidence.trade_date?.boxes).toHaveLength(1);
});

test('a list that runs on in the second column of the page is read column by column', async () => {
  const { trade, flags, other_terms } = await read([
    ...HEAD,
    drawnText('Port Lisle Bank plc', 370, 790, { size: 9 }),
    ...column(50, 760, 'Zinsswap / Interest Rate Swap\nWir bestätigen das Geschäft. / We confirm the transaction.'),
    ...column(
      50,
      720,
      `
Parteien / Parties
Partei A / Party A
  Port Lisle Bank plc
Partei B / Party B
  Aldersyde Pension Trust Ltd
Bedingungen / Terms
Unsere Referenz / Our reference
  ALD-D-77
Abschlussdatum / Trade date
  3. Mai 2027
Beginn / Effective date
  5. Mai 2027
Ende / Termination date
  5. Mai 2034
Nominalbetrag / Notional amount
  EUR 9'000'000.00
Feste Zahlungen / Fixed amounts
Zahler / Payer
  Partei B / Party B
Festsatz / Fixed rate
  2.915 %`,
    ),
    ...column(
      310,
      724,
      `
Zahlungstage / Payment dates
  jährlich am 5. Mai / annually
  on 5 May
Zinsusanz / Day count
  30/360
Variable Zahlungen / Floating amounts
Zahler / Payer
  Partei A / Party A
Referenzsatz / Floating rate
  EUR-EURIBOR, 6 Monate / 6 months
Zahlungstage / Payment dates
  halbjährlich am 5. Mai und
  5. November / semi-annually
Zinsusanz / Day count
  act/360`,
    ),
  ]);
  expect(trade).toMatchObject({
    ...{ trade_id: 'ALD-D-77', trade_date: '2027-05-03', effective_date: '2027-05-05', termination_date: '2034-05-05' },
    ...{ bank_name: 'Port Lisle Bank plc', counterparty_name: 'Aldersyde Pension Trust Ltd' },
    ...{ notional: '9000000.00', fixed_rate: '2.915', fixed_rate_payer: 'COUNTERPARTY' },
    ...{ fixed_payment_frequency: 'ANNUAL', fixed_day_count: '30/360', floating_rate_index: 'EUR-EURIBOR' },
    ...{ designated_maturity: '6M', floating_payment_frequency: 'SEMI_ANNUAL', floating_day_count: 'ACT/360' },
  });
  expect(flags).toEqual([]);
  expect(other_terms).toEqual([]);
});
