import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const BANKS = '213800R4UVS2D2JAW589';
const OWNERS = '529900ZZAQMHR1E8GE46';
const flagged = async (...lines: string[]) => {
  const { trade, flags } = await readPage(
    `Kestrel Shipping Limited
  FX FORWARD CONFIRMATION
  ${lines.join('\n  ')}
  Trade Date: | 3 April 2026
  Value Date: | 7 May 2026
  We buy: | EUR 2,000,000.00
  We sell: | USD 2,310,000.00
  Exchange Rate: | 1.1550`,
    'COUNTERPARTY',
  );
  const read = [trade.bank_lei, trade.counterparty_lei];
  return { read, codes: flags.filter(({ field }) => /_lei$/.test(field ?? '')).map(({ code }) => code) };
};

test('LEIs behind the names of the parties are theirs', async () => {
  expect(
    await flagged(`To: Vale & Harbour Bank plc (LEI ${BANKS})`, `Kestrel Shipping Limited (LEI ${OWNERS})`),
  ).toEqual({ read: [BANKS, OWNERS], codes: [] });
  expect(await flagged(`To: Vale & Harbour Bank plc, London, LEI: ${BANKS}`, `Our LEI: | ${OWNERS}`)).toEqual({
    read: [BANKS, OWNERS],
    codes: [],
  });
});

test('an LEI behind the name of somebody else is no party’s without a flag', async () => {
  const { read, codes } = await flagged(
    `To: Vale & Harbour Bank, London (LEI ${BANKS})`,
    `Desk: Trustees of Alderholt College (LEI ${OWNERS})`,
  );
  expect(read).not.toEqual([BANKS, OWNERS]);
  expect(codes).toContain('CONTRADICTION');
});
