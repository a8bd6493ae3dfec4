import { expect, test } from 'vitest';
import { chargesAllTheSame, headingStatesATerm, saysMoreThanFields, statesATerm } from './what-a-text-states.ts';

/** What the fields of the trade hold. */
const known = new Set(['25000000', '2.65', '0.0265', '15', '2031-03-16']);

test.each([
  'The principal is cut to one half on 4 May 2029, the lender paying the rest.',
  'Harbour may bring this deal to an end on each anniversary.',
  'No rate below zero is applied: a negative rate counts as nil.',
  'Der Festsatz wird ab dem dritten Jahr auf 3,10 Prozent erhöht.',
  'Le client peut prolonger l’opération d’un an.',
  'El tipo variable no podrá superar el 4 por ciento.',
  'La commissione di 12.500 euro è dovuta alla stipula.',
  'The protection buyer pays a further USD 12,000 on closing.',
  'The maturity is 16 March 2033.',
  'The option is American.',
  'Please note that the premium is waived.',
  'Please see that the floating rate is capped.',
  'The bank deals as principal and the swap settles in Swiss francs.',
  'The swap is a hedge of the facility, of which a further EUR 4,000,000.00 is drawn.',
  'We deal for our own account; the fixed leg is denominated in dollars.',
  'Das Geschäft dient der Absicherung und kann vorzeitig gekündigt werden.',
  'No trustee is personally liable for the deal unless the premium is unpaid.',
  'The transaction pays the notional principal.',
])('a sentence that changes, adds or says a term states one: %s', (text) => {
  expect(statesATerm(text, known)).toBe(true);
});

test.each([
  'Please see trade booked for the fund below.',
  'Bitte prüfen Sie das Geschäft und die Beträge.',
  'The notional amount is EUR 25,000,000.00.',
  'The fixed rate is 2.65 per cent and the spread 15 basis points.',
  'The swap ends on 16 March 2031.',
  'We look forward to your reply.',
  'Orme Securities International ("Party B") on the Trade Date specified below.',
  'Marktplatz 7, 99999 Bad Eulenfeld',
  'UID ATU55512345, Handelsregister FN 55512x',
  'Your reference HTB4620009.',
  'This is an interest rate swap.',
  'Confirmation of Interest Rate Swap',
  'It incorporates the 2021 ISDA Interest Rate Derivatives Definitions.',
  'The Council is the principal to the transaction.',
  'No member or officer of the Council is individually liable under this swap.',
  'Die Stadtwerke schließen das Geschäft im eigenen Namen.',
  'La operación se contrata como cobertura de compras en dólares.',
  'Das Geschäft dient der Absicherung von Erlösen in Dollar.',
  'These are the particulars recorded by our back office for this swap.',
  'Nothing in this notice affects the finance documents.',
])('what the fields hold, and what every paper says, states none: %s', (text) => {
  expect(statesATerm(text, known)).toBe(false);
});

test('a sentence that gave a field says more where a figure or a condition is left over', () => {
  expect(saysMoreThanFields('You pay 2.65 per cent on EUR 25 million.', known)).toBe(false);
  expect(saysMoreThanFields('You pay 2.65 per cent until 2029, then 3.10 per cent.', known)).toBe(true);
  expect(saysMoreThanFields('The notional amount is EUR 25m unless the loan is repaid.', known)).toBe(true);
});

test('a house’s words do not hide what somebody pays; its capital and its telephone are no terms', () => {
  expect(chargesAllTheSame('Please note that the client pays EUR 4,000.00 for this deal.', known)).toBe(true);
  expect(chargesAllTheSame('Société anonyme au capital de 84 000 000 euros.', known)).toBe(false);
  expect(chargesAllTheSame('Please call our desk, telephone 0171 555 0110.', known)).toBe(false);
});

test.each([
  ['LEG 2 FLOAT', true, false],
  ['2. Floating Amounts', true, false],
  ['Floating Amounts (floored at 0.25 %)', true, true],
  ['Far exchange (optional)', true, true],
  ['CALLABLE BY THE SELLER ON 4 MAY 2029', false, true],
  ['Arrangement fee EUR 4,000.00', false, true],
  ['Interest Rate Swap (amortising)', true, false],
  ['Back Office', false, false],
])('of a line that looks like a heading: %s', (text, isSection, states) => {
  expect(headingStatesATerm(text, known, isSection)).toBe(states);
});
