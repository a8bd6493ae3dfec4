import type { ProfilesHead } from '@trade-matching/cases';
import { BUILT_IN_PROFILES } from '@trade-matching/matching';
import { expect, test } from 'vitest';
import { ActiveProfiles } from './active-profiles.ts';

const EMPTY: ProfilesHead = { revision: 0, head_hash: '0', last_version: 0 };
const active = (version: number): ProfilesHead => {
  const json = JSON.stringify({ default: { ignore_other_terms: [`Term ${version}`] } });
  return { ...EMPTY, active: { version, json, hash: String(version) } };
};

function reading(...heads: (ProfilesHead | Error)[]) {
  let [at, asked] = [0, 0];
  const warned: string[] = [];
  const profiles = new ActiveProfiles({
    head: async () => {
      const head = heads[Math.min(asked++, heads.length - 1)];
      if (head === undefined || head instanceof Error) throw head;
      return head;
    },
    configured: BUILT_IN_PROFILES,
    warn: (message) => warned.push(message),
    now: () => at,
  });
  const after = async (milliseconds: number) => {
    at += milliseconds;
    return (await profiles.read()).default.ignore_other_terms?.[0];
  };
  return { profiles, after, asked: () => asked, warned };
}

test('the configured profiles hold until a version is approved, which holds within ten seconds', async () => {
  const { after, asked } = reading(EMPTY, active(1), active(2));
  expect(await after(0)).toBeUndefined();
  expect(await after(9_999)).toBeUndefined();
  expect(asked()).toBe(1);
  expect(await after(1)).toBe('Term 1');
  expect(await after(10_000)).toBe('Term 2');
});

test('profiles that did not change are the same object, and readers at one time share one question', async () => {
  const { profiles, after, asked } = reading(active(1));
  const [first, second] = await Promise.all([profiles.read(), profiles.read()]);
  expect(second).toBe(first);
  await after(20_000);
  expect(await profiles.read()).toBe(first);
  expect(asked()).toBe(2);
});

test('while the table does not answer those from before hold for a time, and none where there were none', async () => {
  const { after, warned } = reading(active(1), new Error('gone'));
  expect(await after(0)).toBe('Term 1');
  expect(await after(60_000)).toBe('Term 1');
  expect(warned[0]).toContain('gone');
  await expect(after(15 * 60_000)).rejects.toThrow('gone');
  await expect(reading(new Error('gone')).after(0)).rejects.toThrow('gone');
});
