import { describe, expect, test } from 'vitest';
import { isOneLabel, saySameInOneLanguage } from './one-language.ts';

describe('two literals in two languages say the same', () => {
  test.each([
    [
      'Deux Jours de Bourse avant chaque Date de Paiement ; cours de clôture',
      '2 exchange days before each payment date, closing price',
    ],
    [
      'le dixième Jour Ouvré suivant la fin de chaque Période de Calcul',
      '10th business day after the end of the calculation period',
    ],
    ['am zweiten Geschäftstag vor jedem Festsetzungstag', 'on the second business day before each fixing date'],
    ['5 Bankarbeitstage (Zürich)', '5 Zurich business days'],
    [
      'fünf Geschäftstage nach dem letzten Tag des Berechnungszeitraums',
      '5 business days after the last day of each Calculation Period',
    ],
    ['à la fin de chaque Période de Calcul', 'at the end of each calculation period'],
    ['Applicable, à chaque Date d’Évaluation', 'Applicable, on each valuation date'],
    ['Chaque mois civil', 'Each calendar month'],
    ['dos días hábiles antes de cada fecha de pago', 'zwei Bankarbeitstage vor jedem Zahlungstag'],
    [
      'cinque giorni lavorativi successivi alla fine del periodo di calcolo',
      '5 business days following the end of the calculation period',
    ],
  ])('%s | %s', (ours, theirs) => {
    expect(saySameInOneLanguage(ours, theirs)).toBe(true);
  });
});

test.each([
  ['Deux Jours de Bourse avant chaque Date de Paiement', '2 exchange days after each payment date'],
  ['Deux Jours de Bourse avant chaque Date de Paiement', '3 exchange days before each payment date'],
  ['Deux Jours de Bourse avant chaque Date de Paiement', '2 business days before each payment date'],
  ['Deux Jours de Bourse avant chaque Date de Paiement', '2 exchange days before the last payment date'],
  ['5 Bankarbeitstage (Zürich)', '5 London business days'],
  [
    '2 London business days before each New York payment date',
    '2 New York business days before each London payment date',
  ],
  ['à la Date de Paiement suivante', 'after the payment date'],
  ['payable à la banque', 'payable by the bank'],
  ['payable to you', 'payable to you'],
  ['fin du trimestre', 'end of the month'],
  ['5', '5'],
  ['am zweiten Geschäftstag', 'on the third business day'],
  ['amount due', 'amount 2'],
  ['Dividenden netto', 'gross dividends'],
  ['le premier jour de chaque période', 'the last day of each period'],
  ['jeder Kalendermonat, vorschüssig', 'each calendar month, in arrears'],
  ['nicht anwendbar', 'applicable'],
  ['fin de chaque mois sauf août', 'end of each month'],
])('“%s” and “%s” do not', (ours, theirs) => {
  expect(saySameInOneLanguage(ours, theirs)).toBe(false);
});

test.each([
  ['revision du notionnel', 'reset of notional', true],
  ['payment date', 'fecha de pago', true],
  ['payment date', 'fecha de liquidacion', false],
  ['fee payable', 'fee payable', false],
  ['first payment date', 'payment date', false],
  ['dividende netto', 'gross dividends', false],
])('labels “%s” and “%s”', (ours, theirs, isOne) => {
  expect(isOneLabel(ours, theirs)).toBe(isOne);
});
