import { type Command, newCommand, printable } from '@trade-matching/command-line';
import { actorOption, CASE_IDS, findCase, withCases } from '../acting.ts';
import { environmentOption, jsonLinesOption } from '../environment.ts';
import { caseLine, caseStory } from '../output/cases.ts';

export const caseCommand: Command = ({ say }, exitWith) =>
  newCommand({
    name: 'case',
    summary: 'one break: what differs, and everything that happened to it',
    description:
      'Shows a case: the trade, what differs, who has it, when it is due, and every event with who, when and why. "trade" shows the comparison.',
    examples: ['0f3a61c1f0e94d55a3f1c2b7', '0f3a61c1f0e94d55a3f1c2b7 --json | jq .events'],
    notes: 'Exit code: 1 when there is no such case; 2 when it may be several, which are listed.',
  })
    .argument('<id>', CASE_IDS)
    .addOption(actorOption())
    .addOption(environmentOption())
    .addOption(jsonLinesOption())
    .action((id, { as, env, json }) =>
      withCases(env, as, async (cases, _actor, account) => {
        const record = await findCase(cases, id, account);
        const events = record ? await cases.events(record.case_id) : [];
        const now = new Date().toISOString();
        if (json) say(JSON.stringify({ case: record ? caseLine(record, now) : null, events }));
        else say(record ? caseStory(record, events, now) : `There is no case ${printable(id)}.`);
        if (!record) exitWith(1);
      }),
    );
