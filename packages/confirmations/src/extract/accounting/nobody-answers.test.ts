import { expect, test } from 'vitest';
import { isBoilerplate } from './non-economic.ts';

test.each([
  'Unless disputed within two London business days, the details above shall be deemed accepted.',
  'Unless objected to within 5 business days this affirmation will be considered correct.',
  'Failure to countersign does not impair the validity of the trade.',
])('%s is of the paper', (sentence) => expect(isBoilerplate(sentence)).toBe(true));

test.each([
  'Unless disputed within two business days the terms above are deemed affirmed and the rate is 3.1 %.',
  'Unless paid within two business days the trade is deemed terminated.',
  'Failure to pay does not affect the binding nature of the guarantee.',
])('%s is a term', (sentence) => expect(isBoilerplate(sentence)).toBe(false));
