import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { alarms, anchorsOf, pages } from '../src/index.ts';
import { environments } from './environments.ts';
import { runbook } from './runbook-page.ts';

const sections = runbook.split(/^## /m).slice(1);
const sectionOf = (anchor: string) => sections.find((section) => anchorsOf(`## ${section}`)[0] === anchor) ?? '';
const watched = new Set(
  environments.flatMap((each) => [...alarms(each), ...pages(each)]).map((each) => each.runbookSection),
);

test.each([...watched])(
  'the section %s says what it means, where to look first, likely causes, what to do, and when it is resolved',
  (anchor) => {
    const section = sectionOf(anchor).toLowerCase();
    const at = [
      '**it means**',
      '**first look**',
      '**likely causes**',
      '**do**|**what to do**',
      '**resolved when**',
    ].map((part) => Math.max(...part.split('|').map((either) => section.indexOf(either))));
    expect(at).not.toContain(-1);
    expect(at).toEqual([...at].sort((a, b) => a - b));
  },
);

test.each(['redrive', 'quarantine-review', 'replay', 'key-rotation', 'rollback'])(
  'the section %s has commands',
  (anchor) => {
    expect(sectionOf(anchor)).toContain('```sh');
  },
);

test('every link within the runbook leads to a section', () => {
  const links = [...runbook.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor]) => anchor);
  expect(links.filter((anchor) => !anchorsOf(runbook).includes(anchor ?? ''))).toEqual([]);
});

test('every command of the runbook is valid shell', () => {
  for (const [, commands = ''] of runbook.matchAll(/```sh\n([\s\S]*?)```/g)) {
    const { stderr } = spawnSync('bash', ['-n'], { input: commands, encoding: 'utf8' });
    expect(stderr).toBe('');
  }
});
