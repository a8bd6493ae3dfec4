import { expect, test } from 'vitest';
import type { Entry } from '../layout/entry.ts';
import { withValuesInOneLanguage } from './two-languages.ts';

const LABELS = ['Handelsdatum / Trade date', 'Ingangsdatum / Effective date', 'Daltelling / Day count'];
const entry = (label: string, value: string): Entry => ({ label, value, section: '', page: 1, line: 1 });
const read = (label: string, value: string): string | undefined =>
  withValuesInOneLanguage([...LABELS.map((each) => entry(each, '-')), entry(label, value)]).at(-1)?.value;

test.each([
  ['Betalingsfrequentie / Payment frequency', 'Elk kwartaal / quarterly', 'quarterly'],
  ['Payment frequency / Betalingsfrequentie', 'quarterly / elk kwartaal', 'quarterly'],
  ['Looptijd / Designated maturity', '3 maanden / 3 months', '3 months'],
])('%s: %s is %s', (label, value, half) => {
  expect(read(label, value)).toBe(half);
});

test.each([
  ['Looptijd / Designated maturity', '3 maanden / 6 months'],
  ['Betalingsfrequentie / Payment frequency', 'Elk kwartaal behalve in het laatste jaar / quarterly'],
  ['Betalingsfrequentie / Payment frequency', 'Elk kwartaal (niet in 2029) / quarterly'],
  ['Payment frequency / Date of payment', 'quarterly / monthly'],
  ['Payment frequency', 'quarterly / monthly'],
])('what may not be one value in two languages stays: %s: %s', (label, value) => {
  expect(read(label, value)).toBe(value);
});

test('a form in one language keeps its bars', () => {
  const value = 'Elk kwartaal / quarterly';
  expect(withValuesInOneLanguage([entry('Betalingsfrequentie / Payment frequency', value)])[0]?.value).toBe(value);
});
