import { tradesOfDay } from '@trade-matching/account';
import { type Command, printable, readArguments, renderTable } from '@trade-matching/command-line';
import { MATCH_STATUSES, type TradeRecord } from '@trade-matching/domain';
import { ENVIRONMENT_HELP, ENVIRONMENT_OPTIONS, withAccount } from '../environment.ts';
import { readDay, readStatuses } from '../option-values.ts';

export const tradesCommand: Command = {
  name: 'trades',
  summary: 'where the trades of a day stand, by status',
  help: `Lists the trades whose status last changed on a day, the latest first.

Usage
  npm run -s cli -- trades [--day YYYY-MM-DD] [--status STATUS] [--env ENVIRONMENT] [--json]

Options
  --day YYYY-MM-DD    the day, in UTC (default: today)
  --status STATUS     ${MATCH_STATUSES.join(', ')} (default: all)
${ENVIRONMENT_HELP}

Examples
  npm run -s cli -- trades --status MISMATCHED
  npm run -s cli -- trades --status REVIEW --day 2026-11-23 --env production --json | jq -r .trade_id`,

  async run(args, { say, columns }) {
    const { values } = readArguments({
      args: [...args],
      options: {
        ...ENVIRONMENT_OPTIONS,
        day: { type: 'string', default: new Date().toISOString().slice(0, 10) },
        status: { type: 'string' },
      },
    });
    const day = readDay(values.day);
    const statuses = readStatuses(values.status, MATCH_STATUSES);
    return withAccount(values.env, async (account) => {
      const trades: TradeRecord[] = [];
      for (const status of statuses) for await (const trade of tradesOfDay(account, status, day)) trades.push(trade);
      trades.sort((a, b) => b.updated_at.localeCompare(a.updated_at));
      if (values.json) for (const trade of trades) say(JSON.stringify(lineOf(trade)));
      else if (trades.length === 0) {
        say(`No trade changed on ${day}${values.status === undefined ? '' : ` to ${values.status.toUpperCase()}`}.`);
      } else say(`${tableOf(trades, columns)}\n${trades.length} trades on ${day}.`);
      return 0;
    });
  },
};

function lineOf({ trade_id, source, match_status, match_id, s3_key, updated_at, trade, flags }: TradeRecord) {
  const { product, trade_id: reference = null } = trade;
  return { trade_id, source, match_status, match_id: match_id ?? null, product, reference, s3_key, updated_at, flags };
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
    trades.map(({ updated_at, match_status, trade_id, trade, s3_key }) => [
      updated_at.slice(11, 19),
      match_status,
      trade_id,
      printable(trade.trade_id ?? ''),
      printable(s3_key),
    ]),
    columns,
  );
}
