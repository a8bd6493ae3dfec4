import { expect, test } from 'vitest';
import { paymentLagsIn } from './payment-lags.ts';

test.each([
  ['five (5) Business Days after the end of each period', 5, 'business', 'after'],
  ['the fifth business day after the end of each month', 5, 'business', 'after'],
  ['2 London Business Days following each Period End Date', 2, 'business', 'after'],
  ['3 TOK BD AFTER PERIOD END', 3, 'business', 'after'],
  ['2 BDs after each period end', 2, 'business', 'after'],
  ['2 bus days following period end', 2, 'business', 'after'],
  ['two days before the period ends', 2, 'calendar', 'before'],
  ['fünfter Bankarbeitstag nach Ende des jeweiligen Monats', 5, 'business', 'after'],
  ['cinq jours ouvrés après la fin de chaque mois', 5, 'business', 'after'],
  ['cinco días hábiles después del fin de cada mes', 5, 'business', 'after'],
  ['quinto giorno lavorativo successivo alla fine di ciascun periodo di calcolo', 5, 'business', 'after'],
])('days from a period: %s', (text, days, kind, direction) => {
  expect(paymentLagsIn(text)).toEqual([{ days, kind, direction }]);
});

test.each(['monthly', 'on 5 March 2027', 'within a period of five years', 'Actual days over 365'])(
  'none in “%s”',
  (text) => {
    expect(paymentLagsIn(text)).toEqual([]);
  },
);
