import type { Extraction, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { allowedOutcome, satisfiedByReading } from './judge-outcome.ts';
import type { ManifestDocument } from './manifest.ts';

type Extracted = Extract<Extraction, { readonly outcome: 'extracted' }>['extracted'];

const document = (rest: Partial<ManifestDocument>): ManifestDocument => ({
  truth: undefined,
  path: 'made-up.pdf',
  kind: 'odd',
  expectation: 'refused',
  partial: false,
  tries: '',
  ...rest,
});

const extracted = (trade: Partial<Trade>, ...codes: string[]): Extracted =>
  ({
    document_kind: 'NEW',
    trade: { product: 'FX_FORWARD', source_type: 'BANK', ...trade },
    evidence: {},
    inferred: {},
    flags: codes.map((code) => ({ code, severity: 'review', message: code })),
  }) as unknown as Extracted;

const read = (of: Extracted) => ({ outcome: 'extracted', extracted: of }) as Extraction;

test('a review flag is an allowed outcome, a short confirmation alone is none', () => {
  const conditional = document({ allowed: ['REFUSED', 'EXTRACTED_WITH_REVIEW_FLAG'] });
  expect(allowedOutcome(conditional, read(extracted({}, 'INCOMPLETE')))).toBeUndefined();
  expect(allowedOutcome(conditional, read(extracted({}, 'INCOMPLETE', 'STAMPED')))).toBe('EXTRACTED_WITH_REVIEW_FLAG');
});

test('an extraction is correct only where it holds every amount that the words quote', () => {
  const spaced = document({ allowed: ['EXTRACTED_CORRECT'], expectation: 'one number each: 71250.00 and 80300.50' });
  expect(allowedOutcome(spaced, read(extracted({ notional: '71250.00', notional_2: '80300.50' })))).toBe(
    'EXTRACTED_CORRECT',
  );
  expect(allowedOutcome(spaced, read(extracted({ notional: '7.00', notional_2: '80300.50' })))).toBeUndefined();
});

test('a product that is read since satisfies words that call it none', () => {
  const swap = document({ tries: 'an FX swap with two legs: not one forward' });
  expect(satisfiedByReading(swap, extracted({ product: 'FX_SWAP' }), [])).toBe('read as the FX_SWAP that it is');
  expect(satisfiedByReading(swap, extracted({ product: 'FX_FORWARD' }), [])).toBeUndefined();
});

test('a flag that the words name satisfies them unless a forbidden value was read', () => {
  const ambiguous = document({ expectation: 'flagged AMBIGUOUS_NUMBER, not 2.75 and not silently 2750' });
  expect(satisfiedByReading(ambiguous, extracted({}, 'AMBIGUOUS_NUMBER'), [])).toBe('flagged AMBIGUOUS_NUMBER');
  expect(satisfiedByReading(ambiguous, extracted({ notional: '2750.00' }, 'AMBIGUOUS_NUMBER'), [])).toBeUndefined();
});
