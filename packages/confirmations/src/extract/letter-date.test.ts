import { expect, test } from 'vitest';
import { readPage } from '../../test/read-page.ts';

const letter = async (...head: string[]) =>
  (
    await readPage(`Port Lisle Bank plc
    ${head.join('\n    ')}
    Interest Rate Swap Confirmation
    Our Reference: | PL-7701
    Trade Date: | 4 May 2027
    Notional: | EUR 3,000,000.00`)
  ).trade.confirmation_date;

test.each([
  ['La Rochelle, le 6 mai 2027 | Aldersyde Credit Fund'],
  ['Paris, le 6 mai 2027. Entre Port Lisle Bank plc et Aldersyde Credit Fund.'],
  ['An Aldersyde Credit Fund, Emden (nachstehend „Kunde“). Hollenstedt, 06.05.2027'],
  ['6 May 2027. Port Lisle Bank plc to Aldersyde Credit Fund.'],
])('the date of a letter: %s', async (line) => {
  expect(await letter(line)).toBe('2027-05-06');
});

test.each([
  ['Fund, since 6 May 2027 | Aldersyde Credit Fund'],
  ['6 May 2027 is the day on which the fund was set up'],
  ['Founded | 6 May 2027'],
])('no date of the letter: %s', async (line) => {
  expect(await letter('To: | Aldersyde Credit Fund', line)).toBeUndefined();
});

test('a date below the addressee is the letter’s, not where the swap ends', async () => {
  const { trade, flags } = await readPage(`Port Lisle Bank AG
    An
    Hafenwerke Aldersyde GmbH
    6. Mai 2027
    Zinssatzswap – Ref.-Nr.: PL-7701
    Abschlusstag: | 6. Mai 2027
    Anfangsdatum: | 10. Mai 2027
    Enddatum: | 10. Mai 2032
    Bezugsbetrag: | EUR 3.000.000,00`);
  expect(trade.termination_date).toBe('2032-05-10');
  expect(flags.filter(({ code }) => code === 'CONTRADICTION' || code === 'MATURITY_DATE_MISMATCH')).toEqual([]);
});
