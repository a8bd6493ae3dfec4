import { expect, test } from 'vitest';
import { withoutCodeBefore } from './codes-before-names.ts';

test.each([
  ['PLIS Port Lisle Bank plc', 'WE RECEIVE (PLIS)', 'Port Lisle Bank plc', 'PLIS'],
  ['HVB Harbour & Vale Bank plc', 'CALC AGENT: HVB', 'Harbour & Vale Bank plc', 'HVB'],
  ['NRD Norwood Trading Ltd', 'WE PAY (NRD)', 'Norwood Trading Ltd', 'NRD'],
])('the code in front of a name: %s', (given, prose, name, code) => {
  const read = withoutCodeBefore(given, prose);
  expect(read).toEqual({ name, code });
});

test.each([
  // Letters that begin the name itself.
  ['HSBC Holdings Trust plc', 'HSBC pays'],
  ['ABN AMRO Bank N.V.', 'ABN pays'],
  ['KBC Securities NV', 'KBC pays'],
  // A code that the paper uses nowhere else is part of the name.
  ['PLIS Port Lisle Bank plc', 'PLIS Port Lisle Bank plc pays'],
])('a name keeps its own first letters: %s', (given, prose) => {
  expect(withoutCodeBefore(given, prose)).toEqual({ name: given });
});
