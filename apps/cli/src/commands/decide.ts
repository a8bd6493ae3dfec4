import { type Command, newCommand, WrongUsageError } from '@trade-matching/command-line';
import { actorOption, CASE_IDS } from '../acting.ts';
import { commentOption, EXIT, reasonOption, revisionOption, type Told, toEach } from '../deciding.ts';
import { environmentOption } from '../environment.ts';
import { EFFECT } from '../take-effect.ts';

const caseArgument = ['<id...>', `each of ${CASE_IDS}`] as const;

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

const ofCase =
  (
    name: 'accept' | 'reject' | 'reopen' | 'close',
    texts: { readonly summary: string; readonly description: string; readonly example: string },
    told: Told,
  ): Command =>
  ({ say }, exitWith) =>
    newCommand({ name, summary: texts.summary, description: texts.description, examples: [texts.example], notes: EXIT })
      .argument('<id>', CASE_IDS)
      .addOption(reasonOption(name))
      .addOption(commentOption())
      .addOption(revisionOption())
      .addOption(actorOption())
      .addOption(environmentOption())
      .action((id, { reason, comment, revision, as, env }) =>
        toEach(say, exitWith, { ids: [id], env, as, reason, comment, revision }, told),
      );

export const acceptCommand = ofCase(
  'accept',
  {
    summary: 'accept what differs in a case',
    description:
      'Accepts the difference of a case, for the documents and the differences as they are: another document ends it. Where a critical field differs, or the match is for review, it is a proposal, and another person has to approve it.',
    example: '0f3a61c1f0e94d55a3f1c2b7 --reason IMMATERIAL --revision 3',
  },
  ({ facts }) => ({ command: 'accept', seen: facts.seen }),
);

export const rejectCommand = ofCase(
  'reject',
  {
    summary: 'reject what differs in a case, and wait for another document',
    description:
      'Rejects the difference of a pair: one side has to send another document. The case waits, keeps its due time, and is open again when a document or a difference changes.',
    example: "0f3a61c1f0e94d55a3f1c2b7 --reason COUNTERPARTY_WRONG --comment 'They will amend'",
  },
  ({ facts }) => ({ command: 'reject', seen: facts.seen }),
);

export const reopenCommand = ofCase(
  'reopen',
  {
    summary: 'open a resolved case again',
    description: `Opens a case again that somebody resolved, with a new due time. What was decided stays in its history; a pair that it forced or parted is for the rules again. ${EFFECT} A case whose documents agree, or whose pair has ended, has nothing to decide and stays as it is.`,
    example: '0f3a61c1f0e94d55a3f1c2b7 --reason DECIDED_WRONGLY',
  },
  () => ({ command: 'reopen' }),
);

export const closeCommand = ofCase(
  'close',
  {
    summary: 'close a case that is a mistake',
    description:
      'Closes a case that is no break: there is nothing to decide. To accept a difference, use accept. Another document or another difference opens it again.',
    example: '0f3a61c1f0e94d55a3f1c2b7 --reason TEST_DOCUMENT',
  },
  () => ({ command: 'close' }),
);

const ofProposal =
  (
    name: 'approve' | 'refuse',
    texts: { readonly summary: string; readonly description: string; readonly example: string },
  ): Command =>
  ({ say }, exitWith) =>
    newCommand({ name, summary: texts.summary, description: texts.description, examples: [texts.example], notes: EXIT })
      .argument('<id>', CASE_IDS)
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
