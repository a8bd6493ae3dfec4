import { randomUUID } from 'node:crypto';
import { type Account, decideCase } from '@trade-matching/account';
import {
  CASE_REASONS,
  type CaseCommand,
  type CaseReason,
  type CaseRecord,
  type ReasonedCommand,
} from '@trade-matching/cases';
import { Option, oneOf, printable, wholeNumber } from '@trade-matching/command-line';
import { findCase, withCases } from './acting.ts';
import { takeEffect } from './take-effect.ts';

/** For the help of every command that decides. */
export const EXIT = 'Exit code: 1 when a case was not changed; the line says why.';

export const commentOption = () => new Option('--comment <text>', 'what there is to say to it');

/** `--reason`, of the list that this command has. */
export const reasonOption = (command: ReasonedCommand) => {
  const reasons = Object.keys(CASE_REASONS[command]) as CaseReason[];
  const texts = Object.entries(CASE_REASONS[command]).map(([reason, text]) => `${reason} (${text})`);
  return new Option('--reason <reason>', `why: ${texts.join('; ')}`)
    .argParser(oneOf('--reason', reasons))
    .makeOptionMandatory();
};

export const revisionOption = () =>
  new Option('--revision <n>', 'only if the case is still at this revision, which "case --json" shows').argParser(
    wholeNumber('--revision', 1, Number.MAX_SAFE_INTEGER),
  );

/** What a command says of a case, beside who and when. */
export type Told = (record: CaseRecord, account: Account) => Saying | Promise<Saying>;
type Saying = Partial<CaseCommand> & Pick<CaseCommand, 'command'>;

export interface Asked {
  readonly ids: readonly string[];
  readonly env: string;
  readonly as: string | undefined;
  readonly reason?: CaseReason | undefined;
  readonly comment?: string | undefined;
  readonly revision?: number | undefined;
}

/** Does the same to each of several cases, and says of each what came of it and, of a decided pair, whether it took effect. */
export async function toEach(
  say: (text: string) => void,
  exitWith: (code: number) => void,
  { ids, env, as, ...said }: Asked,
  told: Told,
): Promise<void> {
  await withCases(env, as, async (cases, actor, account) => {
    // All of them before the first is changed: one that may be several changes none.
    const found = await Promise.all(ids.map((id) => findCase(cases, id, account)));
    for (const [i, id] of ids.entries()) {
      const record = found[i];
      const result = record && (await decideCase(account, cases, await commandOf(record, actor, said, told, account)));
      if (result?.kind === 'written') {
        say(`${record?.case_id}  ${result.event.action} by ${printable(actor)}`);
        if (result.tradeKeys.length > 0) say(await takeEffect(account, result.tradeKeys));
        continue;
      }
      say(`${printable(id)}  not changed: ${result ? printable(result.message) : 'there is no such case.'}`);
      exitWith(1);
    }
  });
}

async function commandOf(
  record: CaseRecord,
  actor: string,
  { reason, comment, revision }: Pick<Asked, 'reason' | 'comment' | 'revision'>,
  told: Told,
  account: Account,
): Promise<CaseCommand> {
  return {
    ...{ case_id: record.case_id, event_id: randomUUID(), at: new Date().toISOString(), actor },
    ...(reason === undefined ? {} : { reason }),
    ...(comment === undefined ? {} : { comment }),
    ...(revision === undefined ? {} : { revision }),
    ...(await told(record, account)),
  } as CaseCommand;
}
