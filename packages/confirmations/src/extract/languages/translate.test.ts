import { expect, test } from 'vitest';
import { inEnglish } from './translate.ts';

test.each([
  ['Vendedor de GBP / comprador de CHF', 'Seller of GBP'],
  ['Käufer NOK', 'Buyer of NOK'],
  ['Acquirente della divisa SEK', 'Buyer of SEK'],
  ['La Società vende', 'La Società sells'],
  ['Die Bank kauft', 'Die Bank buys'],
  ['Verkauf des Kunden', 'Kunden sells'],
  ['Achat de la Banque', 'Banque buys'],
  ['Importe en libras', 'Amount'],
  ['Wir verkaufen / We sell', 'we sell'],
  ['Referencia del Banco', 'bank reference'],
])('%s is %s', (label, english) => {
  expect(inEnglish(label)).toBe(english);
});

test('a label in English is none of another language', () => {
  expect(inEnglish('Buyer of NOK')).toBeUndefined();
  expect(inEnglish('Fixed Rate / Spread')).toBeUndefined();
});

test.each([
  ['Quotient für Festbeträge', 'Fixed day count fraction'],
  ['Zinsmethode des variablen Satzes', 'Floating day count fraction'],
  ['Periodicidad de pago del tipo variable', 'Floating payment frequency'],
  ['Base de calcul du taux fixe', 'Fixed day count fraction'],
])('%s is of its leg', (label, english) => {
  expect(inEnglish(label)).toBe(english);
});

test.each([
  ['Vendedor de la divisa de referencia', 'Reference Currency Seller'],
  ['Comprador de la moneda de liquidación', 'Settlement Currency Buyer'],
  ['Vendeur de la devise de référence', 'Reference Currency Seller'],
  ['Acheteur de la devise de règlement', 'Settlement Currency Buyer'],
  ['Verkäufer der Referenzwährung', 'Reference Currency Seller'],
  ['Referenzwährungskäufer', 'Reference Currency Buyer'],
  ['Käufer der Abwicklungswährung', 'Settlement Currency Buyer'],
  ['Venditore della valuta di riferimento', 'Reference Currency Seller'],
  ['Acquirente della divisa di regolamento', 'Settlement Currency Buyer'],
  ['Betrag in Referenzwährung', 'Reference Currency Notional Amount'],
  ['Montant en devise de règlement', 'Settlement Currency Notional Amount'],
  ['Importe en divisa de referencia', 'Reference Currency Notional Amount'],
])('%s is by what its currency is in the trade', (label, english) => {
  expect(inEnglish(label)).toBe(english);
});

test.each([
  ['Importe de la prima', 'premium amount'],
  ['Montant de la prime', 'premium amount'],
  ['Prämienzahltag', 'premium payment date'],
  ['Importo nozionale iniziale', 'initial notional amount'],
  ['Niveau de la barrière', 'barrier level'],
  ['Importe en la divisa PUT', 'PUT currency amount'],
  ['Betrag der Call-Währung', 'Call currency amount'],
])('%s is a term of an option or of a schedule', (label, english) => {
  expect(inEnglish(label)).toBe(english);
});
