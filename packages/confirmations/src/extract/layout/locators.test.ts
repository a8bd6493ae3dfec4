import { plainPage } from '@trade-matching/confirmation-samples/pdf';
import { describe, expect, test } from 'vitest';
import { readPages, textOfPages } from '../../read/read-text.ts';
import { locatorsIn } from './locators.ts';

const TABLE = `Leg | Port Lisle pays | Aldersyde pays
  Reset | every three months; 2 London days | none
   | before the period begins | this side`;

describe('a value of a cell', () => {
  test('that goes on below, beside another column, has a box a line', async () => {
    const text = textOfPages(await readPages(plainPage(TABLE, [50, 160, 340])));
    const cell = { page: 1, line: 2, boxes: [{ x: 160, y: 55, width: 130, height: 23 }] };
    const boxes = locatorsIn(text).inCell('every three months; 2 London days before the period begins', cell) ?? [];
    expect(boxes.map(({ x }) => x)).toEqual([160, 160]);
    expect(boxes.every(({ height }) => height < 13)).toBe(true);
  });

  test('is not put together of the words of two columns', async () => {
    const text = textOfPages(await readPages(plainPage(TABLE, [50, 160, 340])));
    const cell = { page: 1, line: 2, boxes: [{ x: 160, y: 55, width: 130, height: 23 }] };
    expect(locatorsIn(text).inCell('every three months; 2 London days this side', cell)).toBeUndefined();
  });
});
