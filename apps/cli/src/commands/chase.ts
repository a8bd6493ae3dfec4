import { chaser, matchHistory } from '@trade-matching/account';
import { type Command, newCommand, printable } from '@trade-matching/command-line';
import { actorOption, CASE_IDS, findCase, withCases } from '../acting.ts';
import { environmentOption } from '../environment.ts';

export const chaseCommand: Command = ({ say, complain }, exitWith) =>
  newCommand({
    name: 'chase',
    summary: 'draft a letter to the counterparty about what differs in a case',
    description:
      'Writes a draft to the counterparty: both references, the terms that differ, and both values as each document prints them. Nothing else of ours. It sends nothing and changes nothing: "comment" keeps that you sent it.',
    examples: ['0f3a61c1f0e94d55a3f1c2b7 > draft.txt'],
    notes: 'Exit code: 1 when there is no such case, or nothing differs.',
  })
    .argument('<id>', CASE_IDS)
    .addOption(actorOption())
    .addOption(environmentOption())
    .action((id, { as, env }) =>
      withCases(env, as, async (cases, _actor, account) => {
        const record = await findCase(cases, id, account);
        const match = record && (await matchHistory(account, record.origin.subject.id));
        const draft = match?.current && chaser(match.current, match.reasons?.fields ?? []);
        if (draft !== undefined) return say(draft);
        complain(
          record
            ? `The case ${record.case_id} has no pair on which terms differ.`
            : `There is no case ${printable(id)}.`,
        );
        exitWith(1);
      }),
    );
