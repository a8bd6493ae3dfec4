import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

const legs = (first: string, second: string) =>
  readPage(`${HEAD}
  Basis Swap
  Trade Date: | 3 April 2028
  Effective Date: | 5 April 2028
  Termination Date: | 5 April 2033
  Notional Amount: | EUR 9,000,000
  We pay: | EUR-EURIBOR 3M plus 12 bps, quarterly, Act/360, ${first}
  You pay: | EUR-EURIBOR 6M flat, semi-annually, Act/360, ${second}`);

test('the convention in the cells of two whole legs is the trade’s where they agree', async () => {
  const { trade } = await legs('modified following', 'modified following');
  expect(trade).toMatchObject({
    business_day_convention: 'MODIFIED_FOLLOWING',
    spread_bps: '12',
    second_spread_bps: '0',
  });
});

test('legs that move differently are terms to compare', async () => {
  for (const [first, second] of [
    ['modified following, adjusted', 'modified following, unadjusted'],
    ['modified following', 'preceding'],
  ] as const) {
    const { other_terms } = await legs(first, second);
    const said = other_terms.filter(({ economic }) => economic).map(({ literal }) => literal);
    expect(said.join('; '), first).toContain(second);
  }
});
