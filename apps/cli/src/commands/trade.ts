import { type MatchHistory, matchHistory, type TradeHistory, tradeHistory } from '@trade-matching/account';
import { type Command, newCommand, printable } from '@trade-matching/command-line';
import { environmentOption, jsonLinesOption, withAccount } from '../environment.ts';
import { findTrade, TRADE_IDS } from '../find-trades.ts';
import { comparedTable, notCompared, otherTermsTable } from '../output/comparison.ts';
import { accountingText, flagText } from '../output/extraction.ts';
import { matchesText } from '../output/matches.ts';
import { publicJson } from '../output/public-json.ts';

export const tradeCommand: Command = ({ say, columns }, exitWith) =>
  newCommand({
    name: 'trade',
    summary: 'one trade: its documents, its match, and the comparison of every field',
    description:
      'Shows a trade, by whatever names it: every document that it has had, its status, every match that it was in with by what it was made and why it ended, and its match with every field that either side states: both values, how each document prints them, the tolerance and the verdict; the terms without a field on which they disagree; and the flags. A reference that several trades have lists them.',
    examples: [
      'IRS-52589154',
      '5f1d0c0aa1d04c7cbb1e1d47',
      '5f1d0c0aa1d04c7cbb1e1d47 --env production --json | jq .match.reasons.fields',
    ],
    notes: 'Exit code: 1 when there is no such trade; 2 when it may be several, which are listed.',
  })
    .argument('<trade>', TRADE_IDS)
    .addOption(environmentOption())
    .addOption(jsonLinesOption())
    .action((key, { env, json }) =>
      withAccount(env, async (account) => {
        const found = await findTrade(account, key);
        const trade = found && (await tradeHistory(account, found.trade_key));
        const matchId = trade?.current.match_id ?? trade?.current.cancelled_match_id;
        const match = matchId === undefined ? undefined : await matchHistory(account, matchId);
        if (json) say(publicJson({ trade_key: found?.trade_key ?? key, trade: trade ?? null, match: match ?? null }));
        else say(trade ? story(trade, match, columns) : `There is no trade ${printable(key)}.`);
        if (!trade) exitWith(1);
      }),
    );

function story({ current, versions, matches }: TradeHistory, match: MatchHistory | undefined, columns: number): string {
  const { trade_key, source, trade, match_status, ambiguous_by, accounting, flags } = current;
  const fits = ambiguous_by === undefined ? '' : `: several of the other side's fit it by ${ambiguous_by}`;
  return [
    `${trade_key}  ${source} ${trade.product} ${printable(trade.trade_id ?? 'without a reference')}`,
    `${match_status}${fits}`,
    `${accountingText(accounting)} accounted for`,
    // Beside a match stand the flags of both documents.
    ...(match ? [] : flags.map(flagText)),
    '',
    'documents, the latest first',
    ...versions.map(
      ({ event_time, document_kind, s3_key }) => `  ${event_time}  ${document_kind}  ${printable(s3_key)}`,
    ),
    ...(match ? ['', ...matchStory(match, matches.length > 0, columns)] : []),
    ...(matches.length > 0 ? ['', ...matchesText(matches, source)] : []),
  ].join('\n');
}

/** @param isListed the times that it stood are listed with the trade's other matches */
function matchStory({ current, reasons, ended }: MatchHistory, isListed: boolean, columns: number): string[] {
  const latest = current ?? ended[0];
  return [
    ...(latest
      ? [
          `match ${latest.match_id}  ${latest.status}, paired by ${latest.paired_by}${current ? '' : ', ended'}`,
          `  ${printable(latest.bank_key)} and ${printable(latest.counterparty_key)}`,
        ]
      : []),
    ...(reasons ? [comparedTable(reasons.fields, columns), ...notCompared(reasons.fields)] : []),
    ...otherTermsTable(latest?.other_terms ?? [], columns),
    ...(latest?.flags ?? []).map(flagText),
    ...(isListed ? [] : ended).map(({ updated_at, status }) => `stood before, since ${updated_at}: ${status}`),
  ];
}
