import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const swap = async (fixed: string, floating: string) => {
  const { trade, flags } = await readPage(
    `Brightwater Asset Management LLC
  INTEREST RATE SWAP AFFIRMATION
  Account | Norwood Mutual Insurance Company
  Dealer | Vale & Harbour Bank plc
  Account LEI | 529900ZZAQMHR1E8GE46
  Dealer LEI | 213800R4UVS2D2JAW589
  General
  Trade Date | 4 May 2027
  Effective Date | 6 May 2027
  Maturity Date | 6 May 2032
  Notional | EUR 5,000,000
  Fixed Leg
  ${fixed}
  Fixed Rate | 2.65%
  Floating Leg
  ${floating}
  Floating Rate Option | EUR-EURIBOR 6M`,
    'COUNTERPARTY',
    [50, 150, 300, 400],
  );
  const codes = flags.filter(({ severity }) => severity === 'review').map(({ code }) => code);
  return { fixed: trade.fixed_rate_payer, floating: trade.floating_rate_payer, codes };
};

test.each([
  ['Account | Receives | Dealer | Pays', 'Account | Pays | Dealer | Receives'],
  ['Dealer | Pays', 'Account | Payer'],
  ['Norwood | receives the fixed rate', 'Vale & Harbour | receives'],
])('who pays a leg is said under each party’s name below its heading: %s', async (fixed, floating) => {
  expect(await swap(fixed, floating)).toMatchObject({ fixed: 'BANK', floating: 'COUNTERPARTY' });
});

test('two that pay one leg are flagged, and what somebody else pays says nothing', async () => {
  expect((await swap('Account | Pays', 'Account | Pays')).codes).toContain('CONTRADICTION');
  const { fixed, floating } = await swap('Custodian | Pays', 'Guarantor | Receives');
  expect([fixed, floating]).toEqual([undefined, undefined]);
});
