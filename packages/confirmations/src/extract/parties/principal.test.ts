import { expect, test } from 'vitest';
import { principalOf } from './principal.ts';

test.each([
  ['Alder Fund Services for Elmsworth Pension Fund', 'Elmsworth Pension Fund'],
  ['Alder Asset Management Ltd on behalf of Elmsworth Pension Fund', 'Elmsworth Pension Fund'],
  ['Alder LLP as agent for Elmsworth Pension Fund', 'Elmsworth Pension Fund'],
  ['Alder Ltd, acting as investment manager of the Elmsworth Pension Fund', 'Elmsworth Pension Fund'],
  // Who holds the assets is the party.
  [
    'Elmsworth District Council as administering authority of the Elmsworth Pension Fund',
    'Elmsworth District Council as administering authority of the Elmsworth Pension Fund',
  ],
  [
    'Alder Trustees Limited as trustee of the Elmsworth Pension Scheme',
    'Alder Trustees Limited as trustee of the Elmsworth Pension Scheme',
  ],
  // Names with a `for` of their own.
  ['Bank for Regional Trust', 'Bank for Regional Trust'],
  ['Elmsworth Trust for Housing Association', 'Elmsworth Trust for Housing Association'],
  ['Elmsworth Pension Fund', 'Elmsworth Pension Fund'],
])('%s: %s', (name, party) => {
  expect(principalOf(name)).toBe(party);
});
