import { tradesOfDay } from '@trade-matching/account';
import { type Command, newCommand, printable, renderTable, WrongUsageError } from '@trade-matching/command-line';
import { csvLines } from '@trade-matching/command-line/csv';
import { MATCH_STATUSES, type MatchStatus, type TradeRecord } from '@trade-matching/domain';
import { environmentOption, jsonLinesOption, withAccount } from '../environment.ts';
import {
  dayOption,
  FRESHNESS,
  freshness,
  lastDays,
  olderThanOption,
  sinceOption,
  statusOption,
} from '../option-values.ts';
import { csvOption } from '../output/csv.ts';

/** Of these somebody has to do something, or a document has to come. */
const OPEN: readonly MatchStatus[] = ['UNMATCHED', 'MISMATCHED', 'REVIEW'];
const DAY_MS = 86_400_000;

export const tradesCommand: Command = ({ say, columns }) =>
  newCommand({
    name: 'trades',
    summary: 'the trades of a day, by status; or those that are open',
    description:
      'Lists the trades whose status last changed on a day, the latest first. With --open, those that are unmatched, mismatched or for review, whichever day they came to that, the oldest first.',
    examples: [
      '--status MISMATCHED',
      '--status REVIEW --day 2026-11-23 --env production --json | jq -r .trade_key',
      '--open --older-than 3d',
    ],
    notes: FRESHNESS,
  })
    .addOption(dayOption().conflicts('open'))
    .addOption(statusOption(MATCH_STATUSES))
    .option('--open', `${OPEN.join(', ')}, of --since`, false)
    .addOption(olderThanOption())
    .addOption(sinceOption('with --open: those that came to their status in these days'))
    .addOption(environmentOption())
    .addOption(jsonLinesOption())
    .addOption(csvOption())
    .action(({ day, status, open, olderThan = 0, since, env, json, csv }) => {
      if (olderThan > 0 && !open) throw new WrongUsageError('--older-than is for --open.');
      if (olderThan > since) throw new WrongUsageError(`--older-than ${olderThan}d is before --since ${since}d.`);
      return withAccount(env, async (account) => {
        const trades: TradeRecord[] = [];
        const statuses = status === undefined ? (open ? OPEN : MATCH_STATUSES) : [status];
        const until = new Date(Date.now() - olderThan * DAY_MS).toISOString();
        for (const each of open ? lastDays(since).slice(olderThan) : [day]) {
          for (const of of statuses) for await (const trade of tradesOfDay(account, of, each)) trades.push(trade);
        }
        const found = open ? trades.filter(({ updated_at }) => updated_at <= until) : trades;
        found.sort((a, b) => (open ? a : b).updated_at.localeCompare((open ? b : a).updated_at));
        const when = open ? `of the last ${since} days` : `on ${day}`;
        if (json) for (const trade of found) say(JSON.stringify(lineOf(trade)));
        else if (csv) for (const row of csvLines(COLUMNS, found.map(lineOf))) say(row);
        else if (found.length === 0) say(open ? `No trade ${when} is open.\n${freshness()}` : noneChanged(day, status));
        else say(`${tableOf(found, columns, open)}\n${found.length} trades ${when}.\n${freshness()}`);
      });
    });

const COLUMNS = [
  ...(['updated_at', 'match_status', 'trade_key', 'source', 'product', 'reference', 'match_id', 's3_key'] as const),
] as const;

function noneChanged(day: string, status: MatchStatus | undefined): string {
  return `No trade changed on ${day}${status === undefined ? '' : ` to ${status}`}.\n${freshness()}`;
}

function lineOf({ trade_key, source, match_status, match_id, s3_key, updated_at, trade, flags }: TradeRecord) {
  const { product, trade_id: reference = null } = trade;
  return { trade_key, source, match_status, match_id: match_id ?? null, product, reference, s3_key, updated_at, flags };
}

function tableOf(trades: readonly TradeRecord[], columns: number, withDay: boolean): string {
  return renderTable(
    [
      { head: withDay ? 'since' : 'at' },
      { head: 'status', share: 1 },
      { head: 'trade' },
      { head: 'reference', share: 1 },
      { head: 'document', share: 2 },
    ],
    trades.map(({ updated_at, match_status, trade_key, trade, s3_key }) => [
      withDay ? updated_at.slice(0, 10) : updated_at.slice(11, 19),
      match_status,
      trade_key,
      printable(trade.trade_id ?? ''),
      printable(s3_key),
    ]),
    columns,
  );
}
