import { expect, test } from 'vitest';
import { AccountError, serviceAddress } from './connect.ts';

test.each(['https://matching.bank.example/process', 'http://127.0.0.1:8080', 'http://localhost:8080'])(
  'the token may go to %s',
  (given) => {
    expect(serviceAddress(given)?.href).toContain(given);
  },
);

test.each(['http://matching.bank.example', 'ftp://127.0.0.1', 'matching', 'http://127.0.0.1.example'])(
  'the token does not go to %s',
  (given) => {
    expect(() => serviceAddress(given)).toThrow(AccountError);
  },
);

test('a machine that was told no address has none', () => {
  expect(serviceAddress(undefined)).toBeUndefined();
  expect(serviceAddress('')).toBeUndefined();
});
