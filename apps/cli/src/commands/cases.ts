import { type CaseRecord, type CaseStore, MAX_PAGE, type OpenCases } from '@trade-matching/cases';
import { type Command, newCommand, Option, WrongUsageError, wholeNumber } from '@trade-matching/command-line';
import { csvLines } from '@trade-matching/command-line/csv';
import { actorOption, withCases } from '../acting.ts';
import { environmentOption, jsonLinesOption } from '../environment.ts';
import { FRESHNESS, freshness } from '../option-values.ts';
import { CASE_COLUMNS, caseLine, casesTable } from '../output/cases.ts';
import { csvOption } from '../output/csv.ts';

const MOST = 10_000;

export const casesCommand: Command = ({ say, columns }) =>
  newCommand({
    name: 'cases',
    summary: 'the open breaks, the first due first',
    description:
      'Lists the cases that are open: mismatches, reviews and cancellations that nobody has decided. Each with counterparty, product, amount, what differs, its due time in UTC, its age and its owner.',
    examples: ['--overdue', '--mine', "--counterparty 'Northgate LLC' --env production --json | jq -r .case_id"],
    notes: FRESHNESS,
  })
    .option('--mine', 'those that are assigned to who asks', false)
    .option('--assignee <person>', 'those that are assigned to this person')
    .option('--counterparty <name>', 'those with this counterparty, however its name is written')
    .option('--overdue', 'those whose due time has passed', false)
    .addOption(
      new Option('--limit <n>', 'so many at most').argParser(wholeNumber('--limit', 1, MOST)).default(50, '50'),
    )
    .addOption(actorOption())
    .addOption(environmentOption())
    .addOption(jsonLinesOption())
    .addOption(csvOption())
    .action(({ mine, assignee, counterparty, overdue, limit, as, env, json, csv }) => {
      if ([mine, assignee !== undefined, counterparty !== undefined].filter(Boolean).length > 1) {
        throw new WrongUsageError('Give one of --mine, --assignee and --counterparty.');
      }
      return withCases(env, as, async (cases, actor) => {
        const person = mine ? actor : assignee;
        const which: OpenCases =
          person !== undefined ? { assignee: person } : counterparty !== undefined ? { counterparty } : 'all';
        const now = new Date().toISOString();
        const { found, isAll } = await openCases(cases, which, limit, overdue ? now : undefined);
        if (json) for (const record of found) say(JSON.stringify(caseLine(record, now)));
        else if (csv)
          for (const row of csvLines(
            CASE_COLUMNS,
            found.map((each) => caseLine(each, now)),
          ))
            say(row);
        else if (found.length === 0) say(`No case is ${overdue ? 'overdue' : 'open'}.\n${freshness()}`);
        else {
          const count = `${found.length} case${found.length === 1 ? '' : 's'}`;
          const more = isAll ? '' : ', the first due; --limit shows more';
          say(`${casesTable(found, now, columns)}\n${count}${more}.\n${freshness()}`);
        }
      });
    });

async function openCases(
  cases: CaseStore,
  which: OpenCases,
  limit: number,
  dueBy: string | undefined,
): Promise<{ found: readonly CaseRecord[]; isAll: boolean }> {
  const found: CaseRecord[] = [];
  let cursor: string | undefined;
  do {
    const page = await cases.open(which, {
      limit: Math.min(limit - found.length, MAX_PAGE),
      ...(dueBy === undefined ? {} : { dueBy }),
      ...(cursor === undefined ? {} : { cursor }),
    });
    found.push(...page.cases);
    cursor = page.cursor;
  } while (cursor !== undefined && found.length < limit);
  return { found, isAll: cursor === undefined };
}
