import type { Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

const option = (...lines: string[]) =>
  readPage(`${HEAD}
    Option de change
    Date de négociation: | 4 mai 2027
    Cours d’exercice: | 1,20
    ${lines.join('\n    ')}`);

test('an option by what it gives the right to, with its amounts by the currencies’ names', async () => {
  const { trade } = await option(
    'Sens: | Aldersyde Credit Fund achète, Port Lisle Bank plc vend',
    'Nature: | droit d’acheter des euros contre dollars, à l’échéance seulement (européenne)',
    'Euros achetés: | 2.000.000,00 EUR',
    'Dollars livrés: | 2.400.000,00 USD',
    'Désactivation: | si EUR/USD cote 1,2540 ou plus',
  );
  expect(trade).toMatchObject({
    buyer: 'COUNTERPARTY',
    seller: 'BANK',
    option_type: 'EUR_CALL_USD_PUT',
    option_style: 'EUROPEAN',
    call_amount: '2000000.00',
    put_amount: '2400000.00',
    put_currency: 'USD',
    barrier_level: '1.2540',
  } satisfies Partial<Trade>);
});

test('no amount where two stand under one currency’s name, and no right without both currencies', async () => {
  const right = 'Nature: | droit d’acheter des euros contre dollars';
  const two = await option(
    right,
    'Euros achetés: | 2.000.000,00 EUR',
    'Euros vendus: | 3.000.000,00 EUR',
    'Dollars: | 9 USD',
  );
  expect(two.trade.call_amount).toBeUndefined();
  const one = await option('Nature: | droit d’acheter des euros', 'Euros achetés: | 2.000.000,00 EUR');
  expect(one.trade.option_type).toBeUndefined();
});
