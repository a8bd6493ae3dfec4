import { type Account, allegedChaser, chaser, matchHistory, tradeHistory } from '@trade-matching/account';
import type { CaseRecord } from '@trade-matching/cases';
import { type Command, newCommand, printable } from '@trade-matching/command-line';
import { actorOption, CASE_IDS, findCase, withCases } from '../acting.ts';
import { environmentOption } from '../environment.ts';

export const chaseCommand: Command = ({ say, complain }, exitWith) =>
  newCommand({
    name: 'chase',
    summary: 'draft a letter to the counterparty about what differs, or about a trade that one side alone confirmed',
    description:
      'Writes a draft to the counterparty: both references, the terms that differ, and both values as each document prints them; of an unmatched trade, by what they find it. Nothing else of ours. It sends nothing and changes nothing: "comment" keeps that you sent it.',
    examples: ['0f3a61c1f0e94d55a3f1c2b7 > draft.txt'],
    notes: 'Exit code: 1 when there is no such case, or nothing is to be asked.',
  })
    .argument('<id>', CASE_IDS)
    .addOption(actorOption())
    .addOption(environmentOption())
    .action((id, { as, env }) =>
      withCases(env, as, async (cases, _actor, account) => {
        const record = await findCase(cases, id, account);
        const draft = record && (await draftOf(record, account));
        if (draft !== undefined) return say(draft);
        complain(
          record
            ? `The case ${record.case_id} has no pair on which terms differ, and no trade that one side alone confirmed.`
            : `There is no case ${printable(id)}.`,
        );
        exitWith(1);
      }),
    );

async function draftOf({ origin: { subject } }: CaseRecord, account: Account): Promise<string | undefined> {
  if (subject.kind === 'TRADE') {
    const trade = (await tradeHistory(account, subject.id))?.current;
    // Which of several is meant, or whether it is called off, is for us to find out.
    return trade?.match_status === 'UNMATCHED' ? allegedChaser(trade) : undefined;
  }
  const match = await matchHistory(account, subject.id);
  return match.current && chaser(match.current, match.reasons?.fields ?? []);
}
