import type { CaseRecord, DecidedPair } from '@trade-matching/cases';
import { type Command, newCommand } from '@trade-matching/command-line';
import { actorOption, CASE_IDS } from '../acting.ts';
import { commentOption, EXIT, reasonOption, revisionOption, toEach } from '../deciding.ts';
import { EFFECT, forbidPair, forcePair } from '../deciding-pairs.ts';
import { environmentOption } from '../environment.ts';
import { TRADE_IDS } from '../find-trades.ts';

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
      toEach(
        say,
        exitWith,
        { ids: [id], env, as, reason, comment, revision },
        (record) => ({ command: 'force_pair', pair: pairWith(record, other) }),
        { act: forcePair, effect: EFFECT },
      ),
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
      toEach(
        say,
        exitWith,
        { ids: [id], env, as, reason, comment, revision },
        (record) => ({ command: 'forbid_pair', pair: pairOf(record) }),
        { act: forbidPair, effect: EFFECT },
      ),
    );

function pairWith({ origin }: CaseRecord, other: string): DecidedPair {
  return origin.bank_trade_key === undefined
    ? { bank_trade_key: other, counterparty_trade_key: origin.subject.id }
    : { bank_trade_key: origin.subject.id, counterparty_trade_key: other };
}

/** Of a case that is no pair's it is none that there is, and refused. */
function pairOf({ origin }: CaseRecord): DecidedPair {
  const { bank_trade_key = '', counterparty_trade_key = '' } = origin;
  return { bank_trade_key, counterparty_trade_key };
}
