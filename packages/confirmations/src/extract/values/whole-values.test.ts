import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leftoverOf } from './leftover.ts';
import { joinedNumber, plainFigures, withDecimalFractions } from './literal.ts';
import type { Reading, ReadingContext, ValueReader } from './readers.ts';
import * as read from './readers.ts';

const context: ReadingContext = { slashOrder: undefined, decimalMark: undefined, party: () => undefined };
const valueOfField = (reader: ValueReader, literal: string): string | undefined => {
  const reading: Reading = reader(literal, context);
  const [field] = reader.gives;
  return reading.kind === 'fields' && field ? reading.fields[field] : undefined;
};
const notional = read.amount('notional', 'currency');
const rate = read.percent('fixed_rate');
const spread = read.spread('spread_bps');
const day = read.date('trade_date');

describe('a value that the print has put apart', () => {
  test.each([
    ['USD 50, 000, 000.00', '50000000.00'],
    ['USD 5 0,000,000.00', '50000000.00'],
    ['USD 5 0 , 0 0 0 , 0 0 0 . 0 0', '50000000.00'],
    ['ＵＳＤ ５０,０００,０００.００', '50000000.00'],
    ['EUR 25 000 000,00', '25000000.00'],
    ['USD 1,500 million', '1500000000.00'],
  ])('%s is %s', (literal, value) => expect(valueOfField(notional, literal)).toBe(value));

  test.each([
    ['3 3/4 per cent.', '3.75'],
    ['2 1/2%', '2.5'],
    ['3¾ %', '3.75'],
    ['7/8%', '0.875'],
  ])('a rate of %s is %s', (literal, value) => expect(valueOfField(rate, literal)).toBe(value));

  test('a spread of 1/4 of 1% is 25 basis points', () => expect(valueOfField(spread, '1/4 of 1%')).toBe('25'));
});

describe('a literal that holds more than its value', () => {
  test.each([
    ['a letter among the digits', notional, 'USD 5O,000,000.00'],
    ['a letter before them', notional, 'USD l0,000,000.00'],
    ['a second amount', notional, 'USD 50,000,000.00 reducing to USD 30,000,000.00'],
    ['a step', rate, '3.75% until 17 September 2028 and 4.25% thereafter'],
    ['two rates', rate, '3.7500% 3.8500%'],
    ['a second spread', spread, 'plus 25 bps, 50 bps from 2028'],
    ['a year in two pieces', day, '17 September 20 26'],
    ['a day in two pieces', day, '1 7 September 2026'],
  ])('%s: nothing is read, and it is said', (_what, reader, literal) => {
    expect(reader(literal, context)).toMatchObject({ kind: 'unread', code: 'UNREAD_VALUE' });
  });

  test.each([
    ['an amount in words', notional, 'USD 50,000,000.00 (fifty million US Dollars)', '50000000.00'],
    ['a day count and a frequency', rate, '3.61 PCT PER ANNUM, 30/360, SEMI ANNUAL', '3.61'],
    ['a convention', day, '17 September 2026, subject to adjustment (Modified Following)', '2026-09-17'],
    ['an hour', day, '27/04/2026 10:00 New York', '2026-04-27'],
    ['a share of the notional', read.premium, 'EUR 148.000,00 (1,85 %)', '148000.00'],
  ])('%s takes nothing away', (_what, reader, literal, value) => {
    expect(valueOfField(reader, literal)).toBe(value);
  });

  test('an initial notional is read, and that it changes is said', () => {
    expect(notional('USD 60,000,000.00, subject to amortization as set out in Schedule A', context)).toMatchObject({
      fields: { notional: '60000000.00' },
      schedule: 'notional_schedule',
    });
  });

  test('a number that reads two ways, and a date that does not exist, are named', () => {
    expect(notional('EUR 1.500', context)).toMatchObject({ code: 'AMBIGUOUS_NUMBER' });
    expect(notional('EUR 1.500', { ...context, decimalMark: ',' })).toMatchObject({ fields: { notional: '1500.00' } });
    expect(day('31-Apr-2031', context)).toMatchObject({ code: 'IMPOSSIBLE_DATE' });
  });
});

test('an hour and a place are one whatever their spelling', () => {
  for (const literal of ['10:00 a.m. (local time in New York)', '10 am New York time', '1000 / USNY', '10:00 New York'])
    expect(valueOfField(read.cutOff('cut_off_time'), literal)).toBe('10:00 New York');
  expect(valueOfField(read.cutOff('cut_off_time'), '3:00 p.m. Tokyo time')).toBe('15:00 Tokyo');
  for (const [literal, value] of [
    ['15.00 Uhr Tokio, nur an diesem Tag', '15:00 Tokyo'],
    ['11h30, heure de Londres (exercice unique)', '11:30 London'],
    ['ore 10:00 di Nuova York', '10:00 New York'],
    ['not later than 4 p.m. Sydney time on that day', '16:00 Sydney'],
    ['Hong Kong 14:00', '14:00 Hong Kong'],
    ['at 10:00 as the parties agreed for all of their options', '10:00'],
  ] as const)
    expect(valueOfField(read.cutOff('cut_off_time'), literal)).toBe(value);
});

test('figures in full width, fractions and digits apart are written plainly', () => {
  expect(plainFigures('１２．５％')).toBe('12.5%');
  expect(plainFigures('3¾')).toBe('3 3/4');
  expect(joinedNumber('USD 50, 000, 000.00')).toBe('USD 50,000,000.00');
  expect(joinedNumber('12 and 50,000')).toBe('12 and 50,000');
  // The number of the next row is no decimal.
  expect(joinedNumber('EUR 5.000.000,00 9')).toBe('EUR 5.000.000,00 9');
  expect(joinedNumber('EUR 5.000.000,0 0')).toBe('EUR 5.000.000,00');
  expect(withDecimalFractions('30/360')).toBe('30/360');
  expect(leftoverOf(' per annum, 30/360, from 17 September 2026')).toBe('harmless');
});

/** A literal with spaces at some of its places, as kerning, letter-spacing and line ends leave them. */
const spaced = (literal: string) =>
  fc
    .array(fc.nat(literal.length), { maxLength: 6 })
    .map((places) => [...literal].map((char, i) => (places.includes(i) ? ` ${char}` : char)).join(''));

// The right value or none, never another: a thousand spacings of each.
describe('however the print spaces it', () => {
  const runs = { numRuns: 1000 };

  test('an amount is read right or not at all', () => {
    const grouped = fc.integer({ min: 1000, max: 2_000_000_000 }).map((units) => units.toLocaleString('en-US'));
    const literals = fc.tuple(fc.constantFrom('USD', 'EUR', 'JPY'), grouped, fc.constantFrom('.00', '.25', ''));
    fc.assert(
      fc.property(
        literals.chain(([code, figure, cents]) =>
          fc.tuple(fc.constant(Number(figure.replaceAll(',', '') + cents)), spaced(`${code} ${figure}${cents}`)),
        ),
        ([truth, literal]) => {
          const value = valueOfField(notional, literal);
          expect(value === undefined || Number(value) === truth, `${literal} was read as ${value}`).toBe(true);
        },
      ),
      runs,
    );
  });

  test('a rate is read right or not at all', () => {
    const rates = fc.tuple(fc.integer({ min: 0, max: 19 }), fc.integer({ min: 0, max: 9999 }));
    fc.assert(
      fc.property(
        rates.chain(([whole, part]) => {
          const literal = `${whole}.${String(part).padStart(4, '0')}%`;
          return fc.tuple(fc.constant(Number.parseFloat(literal)), spaced(literal));
        }),
        ([truth, literal]) => {
          const value = valueOfField(rate, literal);
          expect(value === undefined || Number(value) === truth, `${literal} was read as ${value}`).toBe(true);
        },
      ),
      runs,
    );
  });

  test('a date is read right or not at all', () => {
    const dates = fc
      .date({ min: new Date('2010-01-01'), max: new Date('2059-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const written = (iso: string, style: number) => {
      const [year = '', month = '', number = ''] = iso.split('-');
      const name = new Date(`${iso}T00:00:00Z`).toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' });
      return (
        [iso, `${Number(number)} ${name} ${year}`, `${name} ${Number(number)}, ${year}`, `${number}.${month}.${year}`][
          style
        ] ?? iso
      );
    };
    fc.assert(
      fc.property(
        fc.tuple(dates, fc.nat(3)).chain(([iso, style]) => fc.tuple(fc.constant(iso), spaced(written(iso, style)))),
        ([truth, literal]) => {
          const value = valueOfField(day, literal);
          expect(value === undefined || value === truth, `${literal} was read as ${value}`).toBe(true);
        },
      ),
      runs,
    );
  });
});

test('a fraction of more than one, whose whole number lost its space, is no rate', () => {
  expect(valueOfField(rate, '21/2%')).toBeUndefined();
  expect(valueOfField(rate, '7/8%')).toBe('0.875');
});
