import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

const terms = async (who: string) => {
  const { other_terms } = await readPage(`${HEAD}
    FX Option
    Trade Date: | 4 May 2027
    Buyer: | Aldersyde Credit Fund
    Seller: | Port Lisle Bank plc
    Barrier: | Down and out, 1.0450
    Calculation Agent: | Port Lisle Bank plc
    Barrier determined by: | ${who}`);
  return other_terms.filter(({ economic }) => economic).map(({ literal }) => literal);
};

test('the calculation agent determines a barrier where nobody else is named', async () => {
  expect(await terms('Port Lisle Bank plc')).toEqual([]);
});

test('the other party, who is not the calculation agent, is a term', async () => {
  expect(await terms('Aldersyde Credit Fund')).toEqual(['Aldersyde Credit Fund']);
});
