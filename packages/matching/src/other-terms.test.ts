import type { OtherTerm, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { BUILT_IN_PROFILES, DEFAULT_PROFILE } from './built-in-profiles.ts';
import { compareTrades } from './compare-trades.ts';
import { layerProfile } from './profile.ts';
import type { Side } from './side.ts';

const trade: Trade = {
  product: 'INTEREST_RATE_SWAP',
  source_type: 'BANK',
  notional: '50000000.00',
  fixed_rate: '3.75',
};
const term = (label: string, literal: string, economic = true): OtherTerm => ({
  ...{ label, key: label.toLowerCase(), literal, page: 1, line: 1, economic },
});
const side = (other_terms: readonly OtherTerm[], more: Partial<Side> = {}): Side => ({
  trade,
  flags: [],
  other_terms,
  ...more,
});

/** Compared both ways round: the status must not depend on it. */
function compare(ours: Side, theirs: Side, profile = DEFAULT_PROFILE) {
  const result = compareTrades(ours, theirs, { profile });
  expect(compareTrades(theirs, ours, { profile }).status).toBe(result.status);
  return result;
}

test('a term that both print and that differs is for review, named with both values', () => {
  const result = compare(side([term('Break Clause', 'Mandatory')]), side([term('Break Clause', 'Optional')]));
  expect(result.status).toBe('REVIEW');
  expect(result.other_terms).toEqual([
    { key: 'break clause', label: 'Break Clause', bank: 'Mandatory', counterparty: 'Optional', verdict: 'DIFFERENT' },
  ]);
  expect(result.flags).toEqual([
    {
      code: 'OTHER_TERM',
      severity: 'review',
      message: 'Break Clause: the bank prints “Mandatory”, the counterparty “Optional”',
    },
  ]);
});

test('days behind a date, and calendar months, in other words', () => {
  const ours = side([
    term('Payment Dates', 'Five Business Days following the end of each Calculation Period'),
    term(
      'Calculation Period',
      'Each calendar month from and including the Effective Date to and including the Termination Date',
    ),
  ]);
  const theirs = (days: string, months: string) =>
    side([term('Payment Dates', days), term('Calculation Period', months)]);
  const after = (days: string) => `${days} Business Days after the end of each Calculation Period`;
  expect(compare(ours, theirs(after('5'), 'Monthly, calendar months')).status).toBe('MATCHED');
  expect(compare(ours, theirs(after('3'), 'Monthly, calendar months')).status).toBe('REVIEW');
  expect(compare(ours, theirs(after('5'), 'Quarterly')).status).toBe('REVIEW');
});

test('dividends that are passed through, in percent', () => {
  const ours = side([term('Dividend Percentage', '100%')]);
  const theirs = (literal: string) => side([{ ...term('Dividends', literal), key: 'equity dividend' }]);
  expect(compare(ours, theirs('100% passed through')).status).toBe('MATCHED');
  expect(compare(ours, theirs('85% passed through')).status).toBe('REVIEW');
  expect(compare(ours, theirs('100% retained')).status).toBe('REVIEW');
});

test('what the other says in a clause of a field’s cell is agreed, if its value names what it is of', () => {
  const ours = (literal: string) => side([term('Dividend Amount', literal)]);
  const said = (literal: string) =>
    side([], { evidence: { return_type: { label: 'Return', literal, page: 1, line: 1, boxes: [], confidence: 1 } } });
  const theirs = said('total return, 100% of gross cash dividends');
  expect(compare(ours('100 per cent. of Gross Cash Dividends'), theirs).status).toBe('MATCHED');
  expect(compare(ours('85 per cent. of Gross Cash Dividends'), theirs).status).toBe('REVIEW');
  expect(compare(side([term('Fee Amount', '0.25 %')]), said('total return, 0.25 %')).status).toBe('REVIEW');
});

test('a seniority is one with or without the word level and the guarantees', () => {
  const stated = (literal: string) => side([term('Seniority', literal, false)]);
  expect(compare(stated('Senior Level'), stated('senior level, all guarantees applicable')).status).toBe('MATCHED');
  expect(compare(stated('Senior Level'), stated('SENIOR')).status).toBe('MATCHED');
  expect(compare(stated('Senior Level'), stated('Subordinated Level')).status).toBe('REVIEW');
  expect(compare(stated('Senior Level'), stated('senior, all guarantees not applicable')).status).toBe('REVIEW');
});

test('a specified price is a price without the word', () => {
  const stated = (literal: string) => side([term('Specified Price', literal)]);
  const ours = stated('Settlement Price, First Nearby Month');
  expect(compare(ours, stated('Settlement, first nearby month')).status).toBe('MATCHED');
  expect(compare(ours, stated('Settlement, second nearby month')).status).toBe('REVIEW');
  expect(compare(ours, stated('Opening Price, First Nearby Month')).status).toBe('REVIEW');
});

test('a premium reckoned from the notional says nothing more, unless it makes another premium', () => {
  const cap: Trade = {
    ...{ product: 'CAP_FLOOR', source_type: 'BANK', notional: '22000000.00', currency: 'EUR' },
    ...{ premium_amount: '187000.00', premium_currency: 'EUR' },
  };
  const both = (literal: string) =>
    compare(side([term('text', literal)], { trade: cap }), side([], { trade: cap })).status;
  expect(both('The premium equals 0.85 % of the notional amount.')).toBe('MATCHED');
  expect(both('The premium equals 0.84 % of the notional amount.')).toBe('REVIEW');
  expect(both('The premium equals 0.85 % of the outstanding notional amount.')).toBe('REVIEW');
  expect(both('The premium equals 0.85 % of the notional amount, payable each year.')).toBe('REVIEW');
});

test('a premium in per cent beside its amount says nothing more, unless it makes another amount', () => {
  const option: Trade = {
    ...{ product: 'FX_OPTION', source_type: 'BANK', put_amount: '7500000.00', put_currency: 'GBP' },
    ...{ premium_amount: '127500.00', premium_currency: 'GBP' },
  };
  const both = (literal: string) =>
    compare(side([term('PREMIUM PRICE', literal)], { trade: option }), side([], { trade: option })).status;
  expect(['PCT 1,7', '1.70 %'].map(both)).toEqual(['MATCHED', 'MATCHED']);
  expect(['PCT 1,8', '1.7 % of the call amount', '0.017'].map(both)).toEqual(['REVIEW', 'REVIEW', 'REVIEW']);
});

test('calculation periods of a commodity swap say how often it is paid', () => {
  const swap: Trade = { product: 'COMMODITY_SWAP', source_type: 'BANK', commodity: 'Jet Fuel' };
  const stated = (payment_frequency: string): Side => ({ trade: { ...swap, payment_frequency }, flags: [] });
  const periods = (literal: string): Side => ({
    trade: swap,
    flags: [],
    other_terms: [{ ...term('Calculation periods', literal, false), key: 'calculation period' }],
  });
  expect(compare(stated('MONTHLY'), periods('each calendar month')).status).toBe('MATCHED');
  expect(compare(stated('QUARTERLY'), periods('each calendar month')).status).toBe('REVIEW');
  expect(compare(stated('MONTHLY'), periods('each calendar quarter')).status).toBe('REVIEW');
});

test('one side alone: for review if it is economic, and is none', () => {
  const result = compare(side([]), side([term('Floor', '1.50 %')]));
  expect(result.other_terms).toEqual([{ key: 'floor', label: 'Floor', counterparty: '1.50 %', verdict: 'ONE_SIDED' }]);
  expect(result.flags[0]?.message).toBe('only the counterparty prints Floor: “1.50 %”');
  expect(compare(side([term('Remarks', 'see website', false)]), side([])).status).toBe('MATCHED');
  expect(compare(side([term('Break Clause', 'Not Applicable')]), side([])).status).toBe('MATCHED');
});

test('one label twice: each needs its equal', () => {
  const one = term('Fee', 'USD 100');
  const two = [one, term('Fee', 'USD 200')];
  expect(compare(side(two), side([one, term('Fee', '200.00 USD')])).status).toBe('MATCHED');
  // One of each leg: the other way round they are other terms.
  expect(compare(side(two), side(two.toReversed())).other_terms).toMatchObject([
    { bank: 'USD 100 / USD 200', counterparty: 'USD 200 / USD 100', verdict: 'DIFFERENT' },
  ]);
  expect(compare(side([one, one]), side([one])).status).toBe('REVIEW');
});

test('two labels of which one says all that tells the other apart are one term where they say the same', () => {
  const ours = side([term('Optional Early Termination Date', '17 September 2028')]);
  expect(compare(ours, side([term('Early Termination', '2028-09-17')])).status).toBe('MATCHED');
  expect(compare(ours, side([term('Early Termination', '2029-09-17')])).other_terms).toHaveLength(2);
  expect(compare(ours, side([term('Fee Date', '2028-09-17')])).status).toBe('REVIEW');
  for (const [one, other] of [
    ['Cap Strike', 'Floor Strike'],
    ['Initial Exchange Amount', 'Final Exchange Amount'],
    ['Knock-in Event', 'Knock-out Event'],
  ] as const) {
    const plain = (label: string) => side([term(label.replace('-', ' '), '1.50 %')]);
    expect(compare(plain(one), plain(other)).status).toBe('REVIEW');
  }
});

test('a field of one side is compared with the other side’s term', () => {
  const withFloor = side([], { trade: { ...trade, floor_rate: '1.5' } });
  expect(compare(withFloor, side([term('Floor', '1.50 per cent.')]))).toMatchObject({ status: 'MATCHED', flags: [] });
  const differing = compare(withFloor, side([term('Floor', '1.75 per cent.')]));
  expect(differing.status).toBe('REVIEW');
  expect(differing.other_terms).toMatchObject([{ bank: '1.5', counterparty: '1.75 per cent.', verdict: 'DIFFERENT' }]);
  const upfront = side([], {
    trade: { ...trade, upfront_amount: '182350.00', upfront_currency: 'EUR' },
  });
  expect(compare(upfront, side([term('Initial Payment', 'EUR 182,350.00')])).status).toBe('MATCHED');
  expect(compare(upfront, side([term('Initial Payment', 'EUR 128,350.00')])).status).toBe('REVIEW');
});

test('the label that a document prints for its field is one of its names', () => {
  const evidence = { floor_rate: { page: 1, line: 1, label: 'Zinsuntergrenze', literal: '1,50 %', confidence: 1 } };
  const ours = side([], { trade: { ...trade, floor_rate: '1.5' }, evidence });
  expect(compare(ours, side([term('Zinsuntergrenze', '1,50 %')])).status).toBe('MATCHED');
});

test('a value that both state as a field may be repeated under its name', () => {
  expect(compare(side([term('Fixed Rate', '3.7500 %')]), side([])).status).toBe('MATCHED');
  expect(compare(side([term('Fixed Rate', '4.2500 %')]), side([])).status).toBe('REVIEW');
  const dated = { trade: { ...trade, termination_date: '2029-06-29' } };
  expect(compare(side([{ ...term('Matures', '29 June 2029'), key: 'mature' }], dated), side([], dated)).status).toBe(
    'MATCHED',
  );
});

test('what the market’s template says of every such trade needs no mention', () => {
  const ndf: Trade = { product: 'NON_DELIVERABLE_FORWARD', source_type: 'BANK', currency: 'USD', currency_2: 'BRL' };
  const fallback = (literal: string) => side([term('Fallback Reference Price:', literal)], { trade: ndf });
  const silent = side([], { trade: ndf });
  expect(compare(fallback('BRL EMTA INDUSTRY SURVEY RATE (BRL12)'), silent).status).toBe('MATCHED');
  expect(compare(fallback('INR SFEMC INDICATIVE SURVEY RATE (INR02)'), silent).status).toBe('REVIEW');
  expect(compare(fallback('Dealer poll'), silent).other_terms).toMatchObject([{ label: 'Fallback Reference Price' }]);
});

test('an American option may be exercised from its trade date, printed or not', () => {
  const option = { trade_date: '2026-01-15', option_style: 'AMERICAN' } as const;
  const period = (from: string) =>
    term('Exercise Period', `From and including ${from} to and including the Expiration Date`);
  const of = (trade: Trade, ...terms: OtherTerm[]) => side(terms, { trade });
  const american: Trade = { product: 'FX_OPTION', source_type: 'BANK', ...option };
  expect(compare(of(american, period('January 15, 2026')), of(american)).status).toBe('MATCHED');
  expect(compare(of(american, period('June 15, 2026')), of(american)).status).toBe('REVIEW');
});

test('a table that both print is compared as the schedule that it is', () => {
  const steps = { trade: { ...trade, notional_schedule: '2027-01-01 9500000.00' } };
  const reference = term('Notional per Period', 'As specified in the Calculation Period Table below');
  expect(compare(side([reference], steps), side([], steps)).status).toBe('MATCHED');
  expect(compare(side([reference], steps), side([])).status).toBe('REVIEW');
});

test('restructuring follows from the transaction type that the other side names', () => {
  const cds = (change: Partial<Trade>): Trade => ({ product: 'CREDIT_DEFAULT_SWAP', source_type: 'BANK', ...change });
  const printed = side([], { trade: cds({ restructuring: 'Mod Mod R' }) });
  const named = (type: string) => side([term('Transaction Type', type, false)], { trade: cds({}) });
  expect(compare(printed, named('Standard European Corporate')).status).toBe('MATCHED');
  expect(compare(printed, named('Standard North American Corporate')).status).toBe('REVIEW');
  expect(compare(printed, side([], { trade: cds({}) })).status).toBe('REVIEW');
});

test('credit events that are listed without restructuring say that there is none', () => {
  const cds = (change: Partial<Trade>): Trade => ({ product: 'CREDIT_DEFAULT_SWAP', source_type: 'BANK', ...change });
  const listed = (events: string) => side([term('Credit Events', events, false)], { trade: cds({}) });
  const none = side([], { trade: cds({ restructuring: 'XR' }) });
  expect(compare(none, listed('Bankruptcy, Failure to Pay')).status).toBe('MATCHED');
  expect(compare(none, listed('Fallimento, Mancato Pagamento')).status).toBe('MATCHED');
  expect(compare(none, listed('Bankruptcy, Failure to Pay, Restructuring')).status).toBe('REVIEW');
  const modified = side([], { trade: cds({ restructuring: 'MM' }) });
  expect(compare(modified, listed('Bankruptcy, Failure to Pay')).status).toBe('REVIEW');
});

test('who speaks decides whom “us” means', () => {
  const names = { bank_name: 'Harbour Lane Bank, N.A.', counterparty_name: 'Orion Fund LP', buyer: 'COUNTERPARTY' };
  const saying = (literal: string) => side([term('Break Option Holder', literal)], { trade: { ...trade, ...names } });
  const status = (bank: string, counterparty: string) => {
    const result = compareTrades(saying(bank), saying(counterparty));
    return result.status;
  };
  expect(status('Us', 'You')).toBe('MATCHED');
  expect(status('You', 'us')).toBe('MATCHED');
  expect(status('Us', 'Us')).toBe('REVIEW');
  expect(status('Us', 'Harbour Lane Bank, N.A.')).toBe('MATCHED');
  expect(status('ORION FUND LP', 'Buyer')).toBe('MATCHED');
  expect(status('ORION FUND LP', 'Harbour Lane Bank, N.A.')).toBe('REVIEW');
  expect(status('US Government Securities Business Day', 'US Government Securities Business Day')).toBe('MATCHED');
  expect(status('PAYABLE BY US', 'PAYABLE BY YOU')).toBe('MATCHED');
  // Each document has its own Party A.
  expect(status('Party A', 'Party A')).toBe('REVIEW');
});

test('a profile may ignore a term by its label', () => {
  const profile = layerProfile([BUILT_IN_PROFILES.default, { ignore_other_terms: ['BREAK  CLAUSE'] }]);
  expect(compare(side([term('Break Clause', 'Mandatory')]), side([]), profile).status).toBe('MATCHED');
});

test('a trade that was stored without other terms has none', () => {
  expect(compare({ trade, flags: [] }, side([])).status).toBe('MATCHED');
});

test('as-stated: what is left out is no reason for a review, what differs still is', () => {
  const profile = layerProfile([BUILT_IN_PROFILES.default, { completeness: 'as-stated' }]);
  const incomplete = { code: 'INCOMPLETE', severity: 'review', message: 'not stated: floating_rate_index' } as const;
  const summary = side([], { flags: [incomplete] });
  const full = side([], { trade: { ...trade, spread_bps: '25' } });
  expect(compare(summary, full).status).toBe('REVIEW');
  const result = compare(summary, full, profile);
  expect(result.status).toBe('MATCHED');
  expect(result.flags.map(({ code, severity }) => [code, severity])).toEqual([
    ['INCOMPLETE', 'warning'],
    ['ONE_SIDED_TERM', 'warning'],
  ]);
  expect(compare(summary, side([], { trade: { ...trade, fixed_rate: '4' } }), profile).status).toBe('MISMATCHED');
  expect(compare(side([term('Floor', '1 %')]), summary, profile).status).toBe('REVIEW');
});

test('a document’s title beside its product is no term', () => {
  const title = (literal: string) => side([term('INTEREST RATE SWAP', literal)]);
  expect(compare(title('SHORT-FORM CONFIRMATION'), title('customer confirmation')).status).toBe('MATCHED');
  expect(compare(side([term('Condition precedent', 'customer confirmation')]), side([])).status).toBe('REVIEW');
  expect(compare(title('Cancellable on confirmation'), title('customer confirmation')).status).toBe('REVIEW');
});

test('a literal that repeats its label says no more than one that does not', () => {
  const settled = (literal: string) => side([term('Settlement', literal)]);
  expect(compare(settled('Auction settlement'), settled('Auction')).status).toBe('MATCHED');
  expect(compare(settled('Cash settlement'), settled('Auction')).status).toBe('REVIEW');
});

const cross: Trade = { ...trade, product: 'CROSS_CURRENCY_SWAP', notional_2: '60000000.00' };
const floor: Trade = {
  ...trade,
  product: 'CAP_FLOOR',
  floating_payment_frequency: 'QUARTERLY',
  designated_maturity: '3M',
  effective_date: '2025-04-14',
};

test.each<[string, Trade, OtherTerm, 'MATCHED' | 'REVIEW']>([
  ['the rate between the notionals', cross, term('Initial FX Rate', '1.20'), 'MATCHED'],
  ['another rate than between the notionals', cross, term('Initial FX Rate', '1.21'), 'REVIEW'],
  ['the regular days of its frequency', floor, term('Quarterly', '14 Jul, 14 Oct and 14 Jan'), 'MATCHED'],
  ['other days', floor, term('Quarterly', '15 Jul, 15 Oct, 15 Jan'), 'REVIEW'],
  ['other months', floor, term('Quarterly', '14 Jul, 14 Nov'), 'REVIEW'],
  ['another frequency', floor, term('Annually', '14 Apr'), 'REVIEW'],
])('one side alone prints %s', (_name, both, one, expected) => {
  expect(compare(side([one], { trade: both }), side([], { trade: both })).status).toBe(expected);
});

test('when a premium is paid, under a label of its own below the premium', () => {
  const dated = side([], { trade: { ...trade, premium_date: '2027-10-02' } });
  expect(compare(dated, side([term('Payable on', '2 October 2027')])).status).toBe('MATCHED');
  expect(compare(dated, side([term('On', '2 Oct 2027')])).status).toBe('MATCHED');
  expect(compare(dated, side([term('On', '3 Oct 2027')])).status).toBe('REVIEW');
});

test('what is a credit event is compared under whichever heading a credit default swap prints it', () => {
  const swap: Trade = { product: 'CREDIT_DEFAULT_SWAP', source_type: 'BANK', notional: '5000000.00' };
  const events = (key: string, currency: string) => {
    const literal = `Bankruptcy; Failure to Pay (Payment Requirement: ${currency} 1,000,000)`;
    return side([{ ...term('Credit Events', literal, false), key }], { trade: swap });
  };
  expect(compare(events('floating credit event', 'USD'), events('credit event', 'USD')).status).toBe('MATCHED');
  expect(compare(events('floating credit event', 'CAD'), events('credit event', 'USD')).status).toBe('REVIEW');
});
