import { samplePair } from '@trade-matching/confirmation-samples';
import { type SimulatedClock, simulatedClock } from '@trade-matching/local-aws/clock';
import { changedStack, type StackChange, type System, startSystem } from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, askAbout } from './ask-about-trade.ts';
import { ServiceClient } from './ask-service.ts';
import { operatorsProgram } from './operators-program.ts';

const DAY = 86_400_000;
let system: System;
let clock: SimulatedClock;
let client: ServiceClient;
let ask: ReturnType<typeof askAbout>;
let cli: ReturnType<typeof operatorsProgram>;
beforeAll(async () => {
  // Not the real pace: a function goes by a clock that has a pace of its own.
  clock = simulatedClock(2);
  system = await startSystem({ clock });
  client = new ServiceClient(system);
  ask = askAbout(client);
  cli = operatorsProgram(system);
});
afterAll(async () => {
  client?.close();
  await system?.close();
});

const published = (type: string) => system.aws.published.filter(({ attributes }) => attributes.event_type === type);
/** Ends of runs so far, by the function's own log. */
const runs = () =>
  system.logs.events([system.names.sweepLogGroup]).filter(({ fields }) => fields.message === 'swept').length;

/** Sets the clock forward, and waits for the run that the schedule then starts to end. */
async function daysPass(days: number): Promise<void> {
  const before = runs();
  clock.skip(days * DAY);
  while (runs() === before) await new Promise((resolve) => setTimeout(resolve, 50));
}

const { bank, counterparty } = samplePair(300);
let answer: Answer;

describe('a trade that nothing of the other side fits, by the sandbox’s clock', () => {
  test('nothing comes of it within its grace time', async () => {
    answer = await ask(bank, 0);
    expect(answer.match.status).toBe('UNMATCHED');
    await daysPass(0.02);
    expect(published('TradeAlleged')).toEqual([]);
    expect((await cli('cases')).stdout).toContain('No case is open.');
  });

  test('it is a case after that, and told once, however often the schedule comes', async () => {
    await daysPass(8);
    await daysPass(0.02);
    const [told, ...again] = published('TradeAlleged');
    expect(again).toEqual([]);
    expect(told?.subject).toContain(`ALLEGED ${bank.trade_id} (ours)`);
    const draft = await cli('chase', bank.trade_id ?? '');
    expect(draft).toMatchObject({ code: 0, stdout: expect.stringContaining(`Our reference: ${bank.trade_id}\n`) });
    expect(draft.stdout).toContain('Have you this trade?');
    const { stdout } = await cli('cases', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ kind: 'TRADE', subject_id: answer.trade_key, status: 'UNMATCHED', state: 'OPEN' },
      bank_reference: bank.trade_id,
    });
  });

  test('its breach is recorded and told once, and metrics and the digest count it', async () => {
    await daysPass(10);
    // The digest is sent from 06:00 UTC, whatever the hour at which this runs.
    const hour = new Date(clock.now()).getUTCHours();
    await daysPass(1 + Math.max(0, 7 - hour) / 24);
    expect(published('CasesOverdue')).toHaveLength(1);
    const { stdout } = await cli('case', answer.trade_key);
    expect(stdout.match(/BREACHED {2}by system/g)).toHaveLength(1);
    const digest = published('CasesDigest').at(-1);
    expect(digest?.email).toContain(`OVERDUE\n\n${bank.trade_id}`);
    expect(JSON.parse(digest?.message ?? '')).toMatchObject({
      open: 1,
      overdue: 1,
      cases: [{ bank_reference: bank.trade_id, owner: null }],
    });
    const newest = system.metrics.store.statistics(
      { namespace: 'TradeMatching/Cases', name: 'OverdueCases', dimensions: {} },
      'Maximum',
      [{ from: clock.now() - DAY, to: clock.now() + DAY }],
    );
    expect(newest).toEqual([1]);
  });

  test('it is closed by the confirmation that pairs it, with the cause', async () => {
    const paired = await ask(counterparty, 1);
    expect(paired.match.match_id).toBeDefined();
    const { stdout } = await cli('case', answer.trade_key);
    expect(stdout).toContain('RESOLVED PAIRED');
    expect(stdout).toMatch(
      new RegExp(`CHANGED PAIRED {2}by system: paired by reference with ${counterparty.trade_id}: MATCHED`),
    );
  });
});

test('a function whose policy does not let the rule invoke it is not started: the start is a dead letter', async () => {
  const withoutPermission: StackChange = (text) =>
    text.replace('"principal": "events.amazonaws.com"', '"principal": "sns.amazonaws.com"');
  const broken = await startSystem({ clock, stackFile: changedStack(withoutPermission) });
  try {
    let sent: string | undefined;
    broken.aws.onAnswered((call) => {
      if (call.caller === 'events.amazonaws.com') sent = call.body.toString();
    });
    clock.skip(DAY);
    while (sent === undefined) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sent).toContain('NO_PERMISSIONS');
  } finally {
    await broken.close();
  }
});
