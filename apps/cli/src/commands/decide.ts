import { randomUUID } from 'node:crypto';
import {
  CASE_REASONS,
  type CaseCommand,
  type CaseReason,
  type CaseRecord,
  type CaseStore,
  type ReasonedCommand,
} from '@trade-matching/cases';
import { type Command, newCommand, Option, oneOf, printable, WrongUsageError } from '@trade-matching/command-line';
import { actorOption, findCase, withCases } from '../acting.ts';
import { environmentOption } from '../environment.ts';

const EXIT = 'Exit code: 1 when a case was not changed; the line says why.';
const caseArgument = ['<id...>', 'cases, by their ids or those of their matches'] as const;
const commentOption = () => new Option('--comment <text>', 'what there is to say to it');

const reasonOption = (command: ReasonedCommand) => {
  const reasons = Object.keys(CASE_REASONS[command]) as CaseReason[];
  const texts = Object.entries(CASE_REASONS[command]).map(([reason, text]) => `${reason} (${text})`);
  return new Option('--reason <reason>', `why: ${texts.join('; ')}`)
    .argParser(oneOf('--reason', reasons))
    .makeOptionMandatory();
};

/** What a command says of a case, beside who and when. */
type Told = (record: CaseRecord) => Partial<CaseCommand> & Pick<CaseCommand, 'command'>;

interface Asked {
  readonly ids: readonly string[];
  readonly env: string;
  readonly as: string | undefined;
  readonly reason?: CaseReason | undefined;
  readonly comment?: string | undefined;
}

/** Does the same to each of several cases, and says of each what came of it. */
async function toEach(
  say: (text: string) => void,
  exitWith: (code: number) => void,
  { ids, env, as, reason, comment }: Asked,
  told: Told,
): Promise<void> {
  await withCases(env, as, async (cases: CaseStore, actor) => {
    for (const id of ids) {
      const record = await findCase(cases, id);
      const result = record && (await cases.act(commandOf(record, actor, { reason, comment }, told)));
      if (result?.kind === 'written') {
        say(`${record?.case_id}  ${result.event.action} by ${printable(actor)}`);
        continue;
      }
      say(`${printable(id)}  not changed: ${result ? printable(result.message) : 'there is no such case.'}`);
      exitWith(1);
    }
  });
}

function commandOf(
  record: CaseRecord,
  actor: string,
  { reason, comment }: Pick<Asked, 'reason' | 'comment'>,
  told: Told,
): CaseCommand {
  return {
    ...{ case_id: record.case_id, event_id: randomUUID(), at: new Date().toISOString(), actor },
    ...(reason === undefined ? {} : { reason }),
    ...(comment === undefined ? {} : { comment }),
    ...told(record),
  } as CaseCommand;
}

export const assignCommand: Command = ({ say }, exitWith) =>
  newCommand({
    name: 'assign',
    summary: 'give cases to a person',
    description: 'Assigns cases to a person, or to nobody.',
    examples: ['0f3a61c1f0e94d55a3f1c2b7 --to ana', '0f3a61c1f0e94d55a3f1c2b7 8d11 --to-nobody'],
    notes: EXIT,
  })
    .argument(...caseArgument)
    .option('--to <person>', 'who has them now')
    .option('--to-nobody', 'they are nobody’s any more', false)
    .addOption(actorOption())
    .addOption(environmentOption())
    .action((ids, { to, toNobody, as, env }) => {
      if ((to === undefined) === !toNobody) throw new WrongUsageError('To whom? Give --to PERSON or --to-nobody.');
      return toEach(say, exitWith, { ids, env, as }, () => ({
        ...{ command: 'assign' },
        ...(to === undefined ? {} : { assignee: to }),
      }));
    });

export const commentCommand: Command = ({ say }, exitWith) =>
  newCommand({
    name: 'comment',
    summary: 'add a comment to cases',
    description: 'Adds a comment to the history of cases. It stays as it is.',
    examples: ["0f3a61c1f0e94d55a3f1c2b7 --comment 'Called them, they will amend'"],
    notes: EXIT,
  })
    .argument(...caseArgument)
    .addOption(commentOption().makeOptionMandatory())
    .addOption(actorOption())
    .addOption(environmentOption())
    .action((ids, { comment, as, env }) =>
      toEach(say, exitWith, { ids, env, as, comment }, () => ({ command: 'comment' })),
    );

export const acceptCommand: Command = ({ say }, exitWith) =>
  newCommand({
    name: 'accept',
    summary: 'accept what differs in a case',
    description:
      'Accepts the difference of a case, for the documents and the differences as they are: another document ends it. Where a critical field differs, or the match is for review, it is a proposal, and another person has to approve it.',
    examples: ['0f3a61c1f0e94d55a3f1c2b7 --reason IMMATERIAL --revision 3'],
    notes: EXIT,
  })
    .argument('<id>', "the case's id, or its match's")
    .addOption(reasonOption('accept'))
    .addOption(commentOption())
    .addOption(
      new Option('--revision <n>', 'only if the case is still at this revision, which "case --json" shows').argParser(
        Number,
      ),
    )
    .addOption(actorOption())
    .addOption(environmentOption())
    .action((id, { reason, comment, revision, as, env }) =>
      toEach(say, exitWith, { ids: [id], env, as, reason, comment }, (record) => ({
        command: 'accept',
        // Of another revision nothing was seen: the case says that it has changed.
        seen:
          revision === undefined || revision === record.revision
            ? record.facts.seen
            : { differences_hash: `revision ${revision}` },
      })),
    );

const ofProposal =
  (
    name: 'approve' | 'refuse',
    texts: { readonly summary: string; readonly description: string; readonly example: string },
  ): Command =>
  ({ say }, exitWith) =>
    newCommand({ name, summary: texts.summary, description: texts.description, examples: [texts.example], notes: EXIT })
      .argument('<id>', "the case's id, or its match's")
      .addOption(reasonOption(name))
      .addOption(commentOption())
      .addOption(actorOption())
      .addOption(environmentOption())
      .action((id, { reason, comment, as, env }) =>
        toEach(say, exitWith, { ids: [id], env, as, reason, comment }, ({ proposal }) => ({
          command: name,
          proposal: proposal?.id ?? 'none',
        })),
      );

export const approveCommand = ofProposal('approve', {
  summary: 'approve what another person accepted',
  description: 'Approves the acceptance that another person proposed. Nobody approves a proposal of their own.',
  example: '0f3a61c1f0e94d55a3f1c2b7 --reason AGREES_WITH_PROPOSAL',
});

export const refuseCommand = ofProposal('refuse', {
  summary: 'refuse what another person accepted, or withdraw a proposal',
  description: 'Refuses the acceptance that was proposed. The case is open again.',
  example: '0f3a61c1f0e94d55a3f1c2b7 --reason NOT_CONVINCED',
});
