import { newestOfEach, recordsOfDay } from '@trade-matching/account';
import { type Command, newCommand, renderTable } from '@trade-matching/command-line';
import { csvLines } from '@trade-matching/command-line/csv';
import { LEDGER_STATUSES, type LedgerRecord } from '@trade-matching/domain';
import { environmentOption, jsonLinesOption, withAccount } from '../environment.ts';
import { dayOption, FRESHNESS, freshness, reasonOption, statusOption } from '../option-values.ts';
import { csvOption } from '../output/csv.ts';
import { publicJson } from '../output/public-json.ts';

export const documentsCommand: Command = ({ say, columns }) =>
  newCommand({
    name: 'documents',
    summary: 'the outcome of the documents of a day, by status, reason or key',
    description: 'Lists the documents whose status last changed on a day, the latest first.',
    examples: ['', '--status FAILED --day 2026-11-23 --env production', '--reason NO_TEXT --json | jq -r .key'],
    notes: FRESHNESS,
  })
    .addOption(dayOption())
    .addOption(statusOption(LEDGER_STATUSES))
    .addOption(reasonOption('only those that failed for this reason'))
    .option('--key <prefix>', 'only those whose key starts with this', '')
    .option('--history', 'with the events of each', false)
    .addOption(environmentOption())
    .addOption(jsonLinesOption())
    .addOption(csvOption())
    .action(({ day, status, reason, key, history, env, json, csv }) =>
      withAccount(env, async (account) => {
        const found: LedgerRecord[] = [];
        for (const each of status === undefined ? LEDGER_STATUSES : [status]) {
          for await (const record of recordsOfDay(account, each, day)) {
            if (!record.key.startsWith(key) || (reason !== undefined && record.reason !== reason)) continue;
            found.push(record);
          }
        }
        const records = newestOfEach(found);
        if (json) {
          for (const { history: events, ...record } of records)
            say(publicJson(history ? { ...record, history: events } : record));
        } else if (csv) for (const row of csvLines(COLUMNS, records)) say(row);
        else if (records.length === 0)
          say(`No document changed on ${day}${status ? ` to ${status}` : ''}.\n${freshness()}`);
        else say(`${tableOf(records, history, columns)}\n${records.length} documents on ${day}.\n${freshness()}`);
      }),
    );

/** Of a record, for spreadsheets. */
const COLUMNS = ['updated_at', 'status', 'reason', 'source', 'key', 'outcome_key', 'hash', 'size', 'attempts'] as const;

function tableOf(records: readonly LedgerRecord[], withHistory: boolean, columns: number): string {
  return renderTable(
    [{ head: 'at' }, { head: 'status' }, { head: 'reason, or match', share: 1 }, { head: 'key', share: 2 }],
    records.map((record) => [
      record.updated_at.slice(11, 19),
      record.status,
      record.reason ?? record.result?.match.status ?? record.duplicate_of ?? '',
      [
        record.key,
        ...(withHistory ? record.history.map((event) => `  ${event.at} ${event.what} ${event.detail ?? ''}`) : []),
      ].join('\n'),
    ]),
    columns,
  );
}
