import { type Account, pairAnew } from '@trade-matching/account';
import type { CaseRecord, DecidedPair } from '@trade-matching/cases';
import { type Command, newCommand, printable } from '@trade-matching/command-line';
import { actorOption, CASE_IDS } from '../acting.ts';
import { commentOption, EXIT, reasonOption, revisionOption, toEach } from '../deciding.ts';
import { environmentOption, jsonLinesOption, withAccount } from '../environment.ts';
import { findTrade, TRADE_IDS } from '../find-trades.ts';
import { EFFECT, effectText } from '../take-effect.ts';

export const forceMatchCommand: Command = ({ say }, exitWith) =>
  newCommand({
    name: 'force-match',
    summary: 'pair two trades, whatever the rules say',
    description: `Says that the trade of a case and another one of the other side are one trade. They stay a pair whatever documents come. ${EFFECT}`,
    examples: ['0f3a61c1f0e94d55a3f1c2b7 --with 5f1d0c0aa1d04c7cbb1e1d47 --reason SAME_TRADE'],
    notes: EXIT,
  })
    .argument('<id>', CASE_IDS)
    .requiredOption('--with <trade>', `the other trade: ${TRADE_IDS}`)
    .addOption(reasonOption('force_pair'))
    .addOption(commentOption())
    .addOption(revisionOption())
    .addOption(actorOption())
    .addOption(environmentOption())
    .action((id, { with: other, reason, comment, revision, as, env }) =>
      toEach(say, exitWith, { ids: [id], env, as, reason, comment, revision }, async (record, account) => ({
        command: 'force_pair',
        pair: await pairWith(account, record, other),
      })),
    );

export const unmatchCommand: Command = ({ say }, exitWith) =>
  newCommand({
    name: 'unmatch',
    summary: 'part a pair: the two are never paired again by rules',
    description: `Says that the two trades of a case are not one trade. No rule pairs them again. ${EFFECT}`,
    examples: ['0f3a61c1f0e94d55a3f1c2b7 --reason OTHER_TRADES'],
    notes: EXIT,
  })
    .argument('<id>', CASE_IDS)
    .addOption(reasonOption('forbid_pair'))
    .addOption(commentOption())
    .addOption(revisionOption())
    .addOption(actorOption())
    .addOption(environmentOption())
    .action((id, { reason, comment, revision, as, env }) =>
      toEach(say, exitWith, { ids: [id], env, as, reason, comment, revision }, (record) => ({
        command: 'forbid_pair',
        pair: pairOf(record),
      })),
    );

export const pairAnewCommand: Command = ({ say }, exitWith) =>
  newCommand({
    name: 'pair-anew',
    summary: 'pair and compare stored trades anew',
    description:
      'Has the matching service pair and compare trades by what was decided and by the profiles in force, without another document. Where all is as it must be, nothing is written.',
    examples: ['5f1d0c0aa1d04c7cbb1e1d47', '5f1d0c0aa1d04c7cbb1e1d47 8d11c2f0e94d55a3f1c2b70f --env production'],
    notes: 'Exit code: 1 when the matching service did not do it; the line says why.',
  })
    .argument('<key...>', 'the keys of the trades, which "trades" shows')
    .addOption(environmentOption())
    .addOption(jsonLinesOption())
    .action((keys, { env, json }) =>
      withAccount(env, async (account) => {
        const effect = await pairAnew(account, keys);
        if (effect.kind === 'not-now') exitWith(1);
        if (json && effect.kind === 'paired') for (const trade of effect.trades) say(JSON.stringify(trade));
        else if (effect.kind === 'paired') say(effectText(effect, ''));
        else say(`Not paired anew: ${printable(effect.why)}.`);
      }),
    );

async function pairWith(account: Account, { origin }: CaseRecord, other: string): Promise<DecidedPair> {
  const isOfBank = origin.bank_trade_key !== undefined;
  const found = await findTrade(account, other, isOfBank ? 'COUNTERPARTY' : 'BANK');
  const other_key = found?.trade_key ?? other;
  return isOfBank
    ? { bank_trade_key: origin.subject.id, counterparty_trade_key: other_key }
    : { bank_trade_key: other_key, counterparty_trade_key: origin.subject.id };
}

/** Of a case that is no pair's it is none that there is, and refused. */
function pairOf({ origin }: CaseRecord): DecidedPair {
  const { bank_trade_key = '', counterparty_trade_key = '' } = origin;
  return { bank_trade_key, counterparty_trade_key };
}
