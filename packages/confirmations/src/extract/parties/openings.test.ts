import { describe, expect, test } from 'vitest';
import type { PositionedText } from '../../read/positioned-text.ts';
import { brokenProseOf, openingsIn, withoutPreposition } from './openings.ts';

describe('two parties in one breath', () => {
  test.each([
    [
      'Aldersyde Credit Fund (the "Fund") and Port Lisle Trust Company, N.A. ("Port Lisle"), ref. Q1.',
      'Aldersyde Credit Fund',
      'Port Lisle Trust Company, N.A.',
      false,
    ],
    [
      'Wesermünder Landesbank AöR (the Bank) to Nordbuse Werke AG (the Counterparty).',
      'Wesermünder Landesbank AöR',
      'Nordbuse Werke AG',
      true,
    ],
    [
      'Skaldborg Lines A/S / Wesermünder Landesbank AöR, dortige Nummer 12',
      'Skaldborg Lines A/S',
      'Wesermünder Landesbank AöR',
      false,
    ],
    [
      'Molino Alto S.p.A. bought from Banco Peñalba, S.A. the option below',
      'Molino Alto S.p.A.',
      'Banco Peñalba, S.A.',
      false,
    ],
    [
      'Red Mesa Energy Inc. with Port Lisle Trust Company, N.A. (your ref 7)',
      'Red Mesa Energy Inc.',
      'Port Lisle Trust Company, N.A.',
      true,
    ],
  ])('%s', (prose, first, second, addresses) => {
    expect(openingsIn(prose)).toEqual([{ first, second, addresses }]);
  });

  test('a heading above the sentence is none of the name', () => {
    const lines = [
      'Confirmation of an Option with Knock-In',
      'Wesermünder Landesbank AöR (the Bank) to Nordbuse Werke AG (the Counterparty), of which the terms follow.',
    ].map((words) => ({ segments: [{ text: words }] }));
    const [opening] = openingsIn(brokenProseOf({ lines } as unknown as PositionedText));
    expect(opening?.first).toBe('Wesermünder Landesbank AöR');
  });

  test('a preposition before a name is none of it', () => {
    expect(withoutPreposition('An Nordbuse Werke AG')).toBe('Nordbuse Werke AG');
    expect(withoutPreposition('Anders Holm A/S')).toBe('Anders Holm A/S');
  });

  test('a name that the sentence does not join to another is no pair', () => {
    expect(openingsIn('Port Lisle Trust Company, N.A. shall calculate. Red Mesa Energy Inc. pays.')).toEqual([]);
  });
});
