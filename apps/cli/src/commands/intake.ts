import { type Account, IntakeError, queueDepth, setIntake } from '@trade-matching/account';
import { type Command, newCommand, oneOf } from '@trade-matching/command-line';
import { SOURCES, type Source } from '@trade-matching/domain';
import { environmentOption, jsonLinesOption, withAccount } from '../environment.ts';

const SOURCE_ARGUMENT = ['<source>', `whose documents: ${SOURCES.join(' or ')}`, oneOf('SOURCE', SOURCES)] as const;
const EXIT = 'It waits until Lambda has done so, up to three minutes. Exit code: 1 where Lambda has not by then.';

export const pauseCommand: Command = ({ say, progress, complain }, exitWith) =>
  newCommand({
    name: 'pause',
    summary: 'stop taking documents of a source from their queue',
    description:
      "Pauses the intake of a source: Lambda takes nothing more from its queue. What is being processed is finished. Uploads wait in the queue, for 14 days. It disables the queue's event source mapping; a deployment enables it again.",
    examples: ['BANK', 'COUNTERPARTY --env production'],
    notes: EXIT,
  })
    .argument(...SOURCE_ARGUMENT)
    .addOption(environmentOption())
    .addOption(jsonLinesOption())
    .action((source, { env, json }) =>
      withAccount(env, (account) => change(account, source, false, { say, progress, complain, exitWith, json })),
    );

export const resumeCommand: Command = ({ say, progress, complain }, exitWith) =>
  newCommand({
    name: 'resume',
    summary: 'take documents of a source from their queue again',
    description: 'Resumes the intake of a source: what waits in its queue is processed, the oldest about first.',
    examples: ['BANK', 'COUNTERPARTY --env production'],
    notes: EXIT,
  })
    .argument(...SOURCE_ARGUMENT)
    .addOption(environmentOption())
    .addOption(jsonLinesOption())
    .action((source, { env, json }) =>
      withAccount(env, (account) => change(account, source, true, { say, progress, complain, exitWith, json })),
    );

interface Telling {
  readonly say: (text: string) => void;
  readonly progress: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly exitWith: (code: number) => void;
  readonly json: boolean;
}

async function change(
  account: Account,
  source: Source,
  enabled: boolean,
  { say, progress, complain, exitWith, json }: Telling,
): Promise<void> {
  try {
    const { queue, state, changed } = await setIntake(account, source, enabled, { progress });
    const { waiting } = await queueDepth(account.sqs, queue);
    if (json) return say(JSON.stringify({ source, queue, intake: state, changed, waiting }));
    const is = changed ? 'is' : 'was already';
    say(`The intake of ${source} ${is} ${enabled ? 'running' : 'paused'}. Messages that wait in ${queue}: ${waiting}.`);
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error;
    complain(error.message);
    exitWith(1);
  }
}
