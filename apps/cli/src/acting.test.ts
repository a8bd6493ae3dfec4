import { WrongUsageError } from '@trade-matching/command-line';
import { expect, test } from 'vitest';
import { actorOf } from './acting.ts';

test('in an account who acts is who is signed in, whichever role that is in', () => {
  for (const caller of [
    'arn:aws:sts::123456789012:assumed-role/analyst/ana@bank.example',
    'arn:aws:sts::123456789012:assumed-role/approver/ana@bank.example',
    'arn:aws:iam::123456789012:user/desk/ana@bank.example',
  ]) {
    expect(actorOf({ caller }, undefined)).toBe('ana@bank.example');
    expect(() => actorOf({ caller }, 'ben')).toThrow(WrongUsageError);
  }
});

test('in the sandbox, where nobody is signed in, it is whoever is said', () => {
  expect(actorOf({ caller: undefined }, 'ben')).toBe('ben');
  expect(actorOf({ caller: undefined }, undefined)).not.toBe('');
});
