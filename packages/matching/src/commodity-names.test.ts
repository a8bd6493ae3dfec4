import { expect, test } from 'vitest';
import { isSameTerm } from './same-term.ts';

test.each([
  ['Gasóleo (Gasoil)', 'Gasolio / Gasoil', true],
  ['Erdgas', 'Natural Gas', true],
  ['Kupfer / copper', 'Rame', true],
  ['Erdgas', 'Erdöl', false],
  ['Gas (Oil)', 'Gasoil', false],
  ['Brent (ICE)', 'WTI (ICE)', false],
  ['Erdgas, Handelspunkt TTF', 'Erdgas', false],
  ['Natural gas at the THE', 'Erdgas am THE', true],
  ['Natural gas at the TTF', 'Erdgas am THE', false],
  ['Queroseno de aviación (Jet Fuel)', 'Jet Fuel', true],
  ['Queroseno de aviación (Jet Fuel)', 'Gasoil', false],
])('%s and %s are one commodity: %s', (ours, theirs, same) => {
  expect(isSameTerm('commodity', ours, theirs)).toBe(same);
});
