import { expect, test } from 'vitest';
import { withSideOfLabel } from './sides-in-labels.ts';

const said = (label: string, value: string): string => {
  const { label: role, value: who } = withSideOfLabel({ label, value, section: '', page: 1, line: 1 });
  return `${role}: ${who}`;
};

test.each([
  ['Fund Side', 'BUYS PROTECTION', 'Buyer: Fund'],
  ['Broker Side', 'Sells', 'Seller: Broker'],
  ['You are', 'Seller of Protection', 'Seller: You'],
  ['We act as', 'the buyer of the option', 'Buyer: We'],
  ["Bank's position", 'Protection buyer', 'Buyer: Bank'],
  ['Client', 'buys the option', 'Buyer: Client'],
  ['Client position', 'Pays fixed / receives floating', 'Fixed Rate Payer: Client'],
  ["Direction (from Harbour's view)", 'Receive Fixed, Pay Float', 'Floating Rate Payer: Harbour'],
  ['Client side', 'Fixed price payer', 'Fixed Price Payer: Client'],
  ['Client pays / receives', 'Fixed Price / Floating Price', 'Fixed Price Payer: Client'],
  ['Client pays / receives', 'Floating / Fixed', 'Floating Rate Payer: Client'],
  ['Our role', 'Protection Seller', 'Seller: we'],
  ["Party A's leg", 'Fixed', 'Fixed Rate Payer: Party A'],
  ['Long / short (client)', 'Long', 'Buyer: client'],
  // Set as one run of text.
  ['Client side Buy protection', '', 'Buyer: Client'],
  ['Fund position Pays fixed', '', 'Fixed Rate Payer: Fund'],
  ['Client side letter Buy', '', 'Client side letter Buy: '],
  ['Fund Side', 'BUY INR / SELL USD', 'Direction: Fund buy INR / sell USD'],
])('%s: %s', (label, value, role) => {
  expect(said(label, value)).toBe(role);
});

test.each([
  ['Direction', 'Bank buys EUR'],
  ['Settlement position', 'Buys'],
  ['Client', 'Norwood Mills Limited'],
  ['Client pays / receives', 'quarterly / annually'],
  ['Bank', 'pays 3.25% fixed'],
])('%s: %s is left as it is', (label, value) => {
  expect(said(label, value)).toBe(`${label}: ${value}`);
});
