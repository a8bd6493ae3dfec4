import { expect, test } from 'vitest';
import { sizeInData } from './size-in-data.ts';

test('a JPEG says its size in its frame, whatever the file around it says', () => {
  const frame = [0xff, 0xc0, 0, 17, 8, 0xea, 0x60, 0xea, 0x60, 3, ...new Array(9).fill(0)];
  expect(sizeInData(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, ...frame]))).toEqual({
    width: 60_000,
    height: 60_000,
  });
});

test('a JPEG 2000 codestream says its size at its beginning, alone or in a file', () => {
  const codestream = [0xff, 0x4f, 0xff, 0x51, 0, 41, 0, 0, 0, 1, 0, 0, 0, 0, 0x80, 0, ...new Array(30).fill(0)];
  expect(sizeInData(Uint8Array.from(codestream))).toEqual({ width: 65_536, height: 32_768 });
  const file = [0, 0, 0, 12, 0x6a, 0x50, 0x20, 0x20, 13, 10, 0x87, 10, ...codestream];
  expect(sizeInData(Uint8Array.from(file))).toEqual({ width: 65_536, height: 32_768 });
});

test('other data says nothing', () => {
  expect(sizeInData(new Uint8Array(0))).toEqual({ width: 0, height: 0 });
  expect(sizeInData(new Uint8Array(100))).toEqual({ width: 0, height: 0 });
});
