import { recordsOfDay } from '@trade-matching/account';
import { type Command, readArguments, renderTable, WrongUsageError } from '@trade-matching/command-line';
import { isReason, LEDGER_STATUSES, type LedgerRecord, REASONS } from '@trade-matching/domain';
import { ENVIRONMENT_HELP, ENVIRONMENT_OPTIONS, withAccount } from '../environment.ts';
import { readDay, readStatuses } from '../option-values.ts';

export const documentsCommand: Command = {
  name: 'documents',
  summary: 'what became of the documents of a day, by status, reason or key',
  help: `Lists the documents whose status last changed on a day, the latest first.

Usage
  npm run -s cli -- documents [--day YYYY-MM-DD] [--status STATUS] [--reason REASON] [--key PREFIX] [--history]
                              [--env ENVIRONMENT] [--json]

Options
  --day YYYY-MM-DD    the day, in UTC (default: today)
  --status STATUS     ${LEDGER_STATUSES.join(', ')} (default: all)
  --reason REASON     only those that failed for this reason
  --key PREFIX        only those whose key begins so
  --history           with everything that happened to each
${ENVIRONMENT_HELP}

Examples
  npm run -s cli -- documents
  npm run -s cli -- documents --status FAILED --day 2026-11-23 --env production
  npm run -s cli -- documents --reason NO_TEXT --json | jq -r .key`,

  async run(args, { say, columns }) {
    const { values } = readArguments({
      args: [...args],
      options: {
        ...ENVIRONMENT_OPTIONS,
        day: { type: 'string', default: new Date().toISOString().slice(0, 10) },
        status: { type: 'string' },
        reason: { type: 'string' },
        key: { type: 'string', default: '' },
        history: { type: 'boolean', default: false },
      },
    });
    const { reason, key, history, json } = values;
    const day = readDay(values.day);
    if (reason !== undefined && !isReason(reason)) {
      throw new WrongUsageError(`There is no reason "${reason}". There are: ${REASONS.join(', ')}.`);
    }
    const statuses = readStatuses(values.status, LEDGER_STATUSES);
    return withAccount(values.env, async (account) => {
      const records: LedgerRecord[] = [];
      for (const status of statuses) {
        for await (const record of recordsOfDay(account, status, day)) {
          if (!record.key.startsWith(key) || (reason !== undefined && record.reason !== reason)) continue;
          records.push(record);
        }
      }
      records.sort((a, b) => b.updated_at.localeCompare(a.updated_at));
      if (json) {
        for (const { history: events, ...record } of records)
          say(JSON.stringify(history ? { ...record, history: events } : record));
        return 0;
      }
      if (records.length === 0) {
        say(`No document changed on ${day}${values.status ? ` to ${values.status}` : ''}.`);
        return 0;
      }
      const rows = records.map((record) => [
        record.updated_at.slice(11, 19),
        record.status,
        record.reason ?? record.result?.match.status ?? record.duplicate_of ?? '',
        history
          ? [record.key, ...record.history.map((event) => `  ${event.at} ${event.what} ${event.detail ?? ''}`)].join(
              '\n',
            )
          : record.key,
      ]);
      say(
        renderTable(
          [
            { head: 'at' },
            { head: 'status' },
            { head: 'reason, or match when filed', share: 1 },
            { head: 'key', share: 2 },
          ],
          rows,
          columns,
        ),
      );
      say(`${records.length} documents on ${day}.`);
      return 0;
    });
  },
};
