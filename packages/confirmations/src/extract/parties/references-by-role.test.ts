import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

test.each([
  ['Référence Banque : | PL-27-0306', 'Référence Client : | AC-041'],
  ['Rif. Banca / Bank ref.: | PL-27-0306', 'Rif. Cliente / Client ref.: | AC-041'],
  ['Referenz der Bank: | PL-27-0306', 'Referenz des Kunden: | AC-041'],
])('the references of the bank and of its client: %s', async (bank, client) => {
  const { trade } = await readPage(`Port Lisle Bank plc
    To: | Aldersyde Credit Fund
    ${bank}
    ${client}
    Interest Rate Swap Confirmation
    Trade Date: | 4 May 2027
    Notional: | EUR 3,000,000.00`);
  expect(trade).toMatchObject({ trade_id: 'PL-27-0306', other_reference: 'AC-041' });
});

test('one reference is not both sides’', async () => {
  const { trade } = await readPage(
    `Aldersyde Credit Fund
    To: | Port Lisle Bank plc
    FX Forward Confirmation
    Bank deal id: | PL-27-0306
    Trade Date: | 4 May 2027
    Value Date: | 4 August 2027`,
    'COUNTERPARTY',
  );
  expect(trade.other_reference).toBe('PL-27-0306');
  expect(trade.trade_id).toBeUndefined();
});

test('two parties in one cell keep their short names', async () => {
  const { trade } = await readPage(`Port Lisle Bank plc
    Our Reference: | PL-7
    Interest Rate Swap Confirmation
    Parties: | Port Lisle Bank plc ("Bank") and Aldersyde Credit LP ("Alder")
    Trade Date: | 4 May 2027
    Fixed Rate Payer: | Alder`);
  expect(trade.fixed_rate_payer).toBe('COUNTERPARTY');
});

test('a reference behind a short name, and one below a name that is of another label', async () => {
  const head = (line: string) => `Port Lisle Bank plc
    To Aldersyde Credit Fund
    ${line}
    Interest Rate Swap Confirmation
    Port Lisle Bank plc ("Port Lisle") and Aldersyde Credit Fund ("Aldersyde")
    Trade Date: | 4 May 2027
    Notional: | EUR 3,000,000.00`;
  expect((await readPage(head('Re: Swap, Port Lisle Ref. 88-1207'))).trade.trade_id).toBe('88-1207');
  const { trade } = await readPage(head('Our reference: PL-7701'));
  expect(trade).toMatchObject({ trade_id: 'PL-7701' });
  expect(trade.other_reference).toBeUndefined();
});

test.each([
  ['N/ref.: | AC-041', 'S/ref.: | PL-27-0306'],
  ['Expte.: | AC-041', 'S/ref.: | PL-27-0306'],
  ['Expediente: | AC-041', 'Su referencia: | PL-27-0306'],
])('the sender’s and the other side’s in Spanish shorthand: %s', async (own, other) => {
  const { trade } = await readPage(
    `Aldersyde Credit Fund
    ${own}
    ${other}
    Interest Rate Swap Confirmation
    To: | Port Lisle Bank plc
    Trade Date: | 4 May 2027
    Notional: | EUR 3,000,000.00`,
    'COUNTERPARTY',
  );
  expect(trade).toMatchObject({ trade_id: 'AC-041', other_reference: 'PL-27-0306' });
});
