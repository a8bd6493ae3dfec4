import { tradesOfDay } from '@trade-matching/account';
import { type Command, newCommand, printable, renderTable } from '@trade-matching/command-line';
import { MATCH_STATUSES, type TradeRecord } from '@trade-matching/domain';
import { environmentOption, jsonLinesOption, withAccount } from '../environment.ts';
import { dayOption, FRESHNESS, freshness, statusOption } from '../option-values.ts';

export const tradesCommand: Command = ({ say, columns }) =>
  newCommand({
    name: 'trades',
    summary: 'the trades of a day, by status',
    description: 'Lists the trades whose status last changed on a day, the latest first.',
    examples: ['--status MISMATCHED', '--status REVIEW --day 2026-11-23 --env production --json | jq -r .trade_key'],
    notes: FRESHNESS,
  })
    .addOption(dayOption())
    .addOption(statusOption(MATCH_STATUSES))
    .addOption(environmentOption())
    .addOption(jsonLinesOption())
    .action(({ day, status, env, json }) =>
      withAccount(env, async (account) => {
        const trades: TradeRecord[] = [];
        for (const each of status === undefined ? MATCH_STATUSES : [status]) {
          for await (const trade of tradesOfDay(account, each, day)) trades.push(trade);
        }
        trades.sort((a, b) => b.updated_at.localeCompare(a.updated_at));
        if (json) for (const trade of trades) say(JSON.stringify(lineOf(trade)));
        else if (trades.length === 0)
          say(`No trade changed on ${day}${status === undefined ? '' : ` to ${status}`}.\n${freshness()}`);
        else say(`${tableOf(trades, columns)}\n${trades.length} trades on ${day}.\n${freshness()}`);
      }),
    );

function lineOf({ trade_key, source, match_status, match_id, s3_key, updated_at, trade, flags }: TradeRecord) {
  const { product, trade_id: reference = null } = trade;
  return { trade_key, source, match_status, match_id: match_id ?? null, product, reference, s3_key, updated_at, flags };
}

function tableOf(trades: readonly TradeRecord[], columns: number): string {
  return renderTable(
    [
      { head: 'at' },
      { head: 'status', share: 1 },
      { head: 'trade' },
      { head: 'reference', share: 1 },
      { head: 'document', share: 2 },
    ],
    trades.map(({ updated_at, match_status, trade_key, trade, s3_key }) => [
      updated_at.slice(11, 19),
      match_status,
      trade_key,
      printable(trade.trade_id ?? ''),
      printable(s3_key),
    ]),
    columns,
  );
}
