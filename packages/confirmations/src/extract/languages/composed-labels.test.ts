import { expect, test } from 'vitest';
import { composedInEnglish } from './composed-labels.ts';

test.each([
  ['Zahlung der Festbeträge', 'fixed amount payment'],
  ['Quotient für die variablen Beträge', 'floating amount day count'],
  ['Zinszahlungsrhythmus', 'interest payment frequency'],
  ['Festzinszahler', 'fixed rate payer'],
  ['Periodicità pagamenti', 'payment frequency'],
  ['Divisa e importo nozionale', 'currency notional amount'],
  ['Fréquence de paiement des intérêts', 'interest payment frequency'],
  ['Fecha de inicio de la operación', undefined],
  ['Base de cálculo del tipo fijo', 'day count fixed rate'],
])('%s is put together as %s', (label, english) => {
  expect(composedInEnglish(label)).toBe(english);
});

test.each([
  'Sichere Anlage',
  'Option',
  'Business Day Convention',
  'Bezugsbetrag 5.000.000,00 EUR',
  'Wir danken Ihnen für die Zahlung der Prämie und verbleiben',
])('%s is no label that is put together', (text) => {
  expect(composedInEnglish(text)).toBeUndefined();
});
