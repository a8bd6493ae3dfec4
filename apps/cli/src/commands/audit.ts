import { type Account, AUDIT_CSV_HEAD, auditCsv, auditJson, auditLines } from '@trade-matching/account';
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
      withCases(env, as, async (cases, _actor, account) => {
        let [intact, broken] = [0, 0];
        for await (const id of ids.length > 0 ? idsOf(cases, ids, account) : openIds(cases)) {
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

const exportCommand: Command = ({ say, complain }, exitWith) =>
  newCommand({
    name: 'export',
    summary: 'every event of cases, in order, for an auditor',
    description:
      'Writes every event of a case in its order: who, when, action, reason, comment, the SHA-256 of both documents and of the differences as they were then, and the hashes of the chain. One JSON object a line, or CSV; the whole event as it is stored stands in "event". JSON keeps every character; CSV puts an apostrophe before what a spreadsheet would run as a formula.',
    examples: ['0f3a61c1f0e94d55a3f1c2b7 > case.jsonl', '0f3a61c1f0e94d55a3f1c2b7 --csv --env production > case.csv'],
    notes: 'Exit code: 1 when a history is broken, or there is no such case. What there is, is written all the same.',
  })
    .argument('<id...>', 'cases, by their ids or those of their matches')
    .option('--csv', 'for spreadsheets: CSV with a head, instead of JSON lines', false)
    .addOption(actorOption())
    .addOption(environmentOption())
    .action((ids, { csv, as, env }) =>
      withCases(env, as, async (cases, _actor, account) => {
        if (csv) say(AUDIT_CSV_HEAD);
        for await (const id of idsOf(cases, ids, account)) {
          const verdict = await cases.verify(id);
          for (const line of auditLines(await cases.events(id))) say(csv ? auditCsv(line) : auditJson(line));
          if (verdict?.kind === 'intact') continue;
          complain(`${id}  ${problemOf(verdict)}`);
          exitWith(1);
        }
      }),
    );

export const auditCommand: Command = (terminal, exitWith) =>
  newCommand({
    name: 'audit',
    summary: 'check and export the history of cases',
    description: 'For auditors: the history of cases.',
    examples: ['verify', 'export 0f3a61c1f0e94d55a3f1c2b7'],
  })
    .addCommand(verifyCommand(terminal, exitWith))
    .addCommand(exportCommand(terminal, exitWith));

async function* idsOf(cases: CaseStore, ids: readonly string[], account: Account): AsyncGenerator<string> {
  for (const id of ids) yield (await findCase(cases, id, account))?.case_id ?? id;
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
