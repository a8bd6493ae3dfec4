import { expect, test } from 'vitest';
import type { Entry } from '../layout/entry.ts';
import { withEnglishLabels } from './english-in-label.ts';

const entry = (label: string): Entry => ({ label, value: '-', section: '', page: 1, line: 1 });
const labels = (...printed: string[]) => withEnglishLabels(printed.map(entry)).map(({ label }) => label);

test('labels with English below another language, or above it, are the English ones', () => {
  expect(
    labels(
      'Agente de cálculo Calculation Agent',
      'La Entidad The Bank',
      'Días hábiles Business Days',
      'Data zawarcia transakcji Trade Date',
      'Premium Payment Date Data de Pagamento do Prémio',
    ),
  ).toEqual(['Calculation Agent', 'The Bank', 'Business Days', 'Trade Date', 'Premium Payment Date']);
});

test('a word before a label says which one it is', () => {
  const printed = ['EUR Fixed Rate', 'Far Value Date', 'Seagull Strike Price', 'Termination Date', 'Fwd Rate'];
  expect(labels(...printed)).toEqual(printed);
});

test('a form that prints one or two labels so is in one language', () => {
  const printed = ['Agente de cálculo Calculation Agent', 'Días hábiles Business Days', 'Notional'];
  expect(labels(...printed)).toEqual(printed);
});
