// Comparisons a second of processor time, as a ratio to a plain deep comparison of the same trades in the same run.
import { isDeepStrictEqual } from 'node:util';
import { bench, inTurns, processorMilliseconds } from '@trade-matching/benchmarks';
import type { OtherTerm, Trade } from '@trade-matching/domain';
import { compareTrades } from '../src/index.ts';

const bank: Trade = {
  product: 'INTEREST_RATE_SWAP',
  source_type: 'BANK',
  trade_id: 'HVB-0000002',
  other_reference: 'CP0-00000027',
  bank_name: 'Harbour & Vale Bank plc',
  counterparty_name: 'Northgate Securities International',
  trade_date: '2026-03-02',
  effective_date: '2026-03-04',
  termination_date: '2031-03-04',
  currency: 'USD',
  notional: '10500000.00',
  fixed_rate: '3.75',
  fixed_rate_payer: 'BANK',
  floating_rate_payer: 'COUNTERPARTY',
  floating_rate_index: 'USD-SOFR-OIS Compound',
  fixed_day_count: '30/360',
  floating_day_count: 'ACT/360',
  fixed_payment_frequency: 'SEMI_ANNUAL',
  floating_payment_frequency: 'QUARTERLY',
  spread_bps: '15',
  business_day_convention: 'MODIFIED_FOLLOWING',
};
const counterparty: Trade = {
  ...bank,
  source_type: 'COUNTERPARTY',
  trade_id: 'CP0-00000027',
  other_reference: 'HVB-0000002',
  trade_date: '2026-03-03',
};

const term = (label: string, literal: string): OtherTerm => ({
  ...{ label, key: label.toLowerCase(), literal, page: 1, line: 20, economic: true },
});
const others = [term('Break Clause', 'Mandatory, on 17 September 2029'), term('Stub Period Rate', '3.10 %')];

await bench(async function* ({ quick }) {
  const count = quick ? 20_000 : 100_000;
  const perSecond = async (run: () => unknown) => {
    const milliseconds = await processorMilliseconds(() => {
      for (let i = 0; i < count; i++) run();
    });
    return count / (milliseconds / 1000);
  };
  const { ours, baseline, ratio } = await inTurns(
    quick ? 3 : 7,
    () =>
      perSecond(() =>
        compareTrades(
          { trade: bank, flags: [], other_terms: others },
          { trade: counterparty, flags: [], other_terms: others },
          { pairedBy: 'reference' },
        ),
      ),
    () => perSecond(() => isDeepStrictEqual(bank, counterparty)),
  );
  yield {
    what: 'comparisons',
    ours: { value: ours, unit: '/s' },
    baseline: { what: 'plain deep comparison', value: baseline, unit: '/s' },
    ratio,
    target: { of: 'ours', is: 'at least', value: 100_000 },
  };
});
