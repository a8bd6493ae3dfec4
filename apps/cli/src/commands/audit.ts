import { type CaseStore, type ChainVerdict, MAX_PAGE } from '@trade-matching/cases';
import { type Command, newCommand, printable } from '@trade-matching/command-line';
import { actorOption, findCase, withCases } from '../acting.ts';
import { environmentOption, jsonLinesOption } from '../environment.ts';

const PROBLEMS = {
  changed: 'its content is not what was written',
  missing: 'it is missing',
  reordered: 'it is not in its place',
  replaced: 'it does not follow from the event before it',
} as const;

const verifyCommand: Command = ({ say }, exitWith) =>
  newCommand({
    name: 'verify',
    summary: 'check that nothing in the history of cases was changed',
    description:
      'Checks the chain of each case: every event holds the hash of the one before, and the case that of its last. It finds an event that was changed, is missing, was moved or was written anew. Without ids it checks every open case.',
    examples: ['', '0f3a61c1f0e94d55a3f1c2b7 --env production --json'],
    notes: 'Exit code: 1 when a history is broken, or there is no such case.',
  })
    .argument('[id...]', 'cases, by their ids or those of their matches')
    .addOption(actorOption())
    .addOption(environmentOption())
    .addOption(jsonLinesOption())
    .action((ids, { as, env, json }) =>
      withCases(env, as, async (cases) => {
        let [intact, broken] = [0, 0];
        for await (const id of ids.length > 0 ? idsOf(cases, ids) : openIds(cases)) {
          const verdict = await cases.verify(id);
          if (verdict?.kind === 'intact') intact++;
          else broken++;
          if (json) say(JSON.stringify({ case_id: id, ...(verdict ?? { kind: 'not found' }) }));
          else if (verdict?.kind !== 'intact') say(`${printable(id)}  ${problemOf(verdict)}`);
        }
        if (!json) say(`Intact: ${intact}. Broken or not found: ${broken}.`);
        if (broken > 0) exitWith(1);
      }),
    );

export const auditCommand: Command = (terminal, exitWith) =>
  newCommand({
    name: 'audit',
    summary: 'check the history of cases',
    description: 'For auditors: the history of cases.',
    examples: ['verify'],
  }).addCommand(verifyCommand(terminal, exitWith));

async function* idsOf(cases: CaseStore, ids: readonly string[]): AsyncGenerator<string> {
  for (const id of ids) yield (await findCase(cases, id))?.case_id ?? id;
}

async function* openIds(cases: CaseStore): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const page = await cases.open('all', { limit: MAX_PAGE, ...(cursor === undefined ? {} : { cursor }) });
    for (const { case_id } of page.cases) yield case_id;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

function problemOf(verdict: Exclude<ChainVerdict, { kind: 'intact' }> | undefined): string {
  return verdict ? `broken at event ${verdict.sequence}: ${PROBLEMS[verdict.problem]}` : 'there is no such case';
}
