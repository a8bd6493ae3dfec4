import type { CaseRecord } from '@trade-matching/cases';
import { go } from './address.ts';
import { amount, due, moment, words } from './words.ts';

/** What a break is of, and where it stands. */
export function BreakHead({ record }: { readonly record: CaseRecord }) {
  const { origin, facts, state, due_at, assignee, proposal } = record;
  return (
    <>
      <h1>
        {[origin.bank_reference, origin.counterparty_reference].filter(Boolean).join(' / ') || 'A break'}{' '}
        <span class={`status ${facts.status.toLowerCase()}`}>{words(facts.status)}</span>
      </h1>
      <p>
        {[origin.product && words(origin.product), amount(origin.amount, origin.currency), origin.counterparty]
          .filter(Boolean)
          .join(', ')
          // `N.A.` ends the sentence too.
          .replace(/\.?$/, '.')}{' '}
        {state !== 'RESOLVED' ? <>Due {due(due_at, Date.now())}.</> : <>Resolved: {words(record.resolution ?? '')}.</>}{' '}
        {assignee === undefined ? 'Nobody’s.' : `${assignee}’s.`}{' '}
        {state === 'WAITING' && 'Waiting for the counterparty.'}
        {proposal &&
          `${proposal.by} proposes to accept it, until ${moment(proposal.expires_at)}: somebody else has to approve.`}
        {origin.bank_trade_key !== undefined && <TradeLink side="Our" tradeKey={origin.bank_trade_key} />}
        {origin.counterparty_trade_key !== undefined && (
          <TradeLink side="Their" tradeKey={origin.counterparty_trade_key} />
        )}
        {record.open_cause !== 'NEW' && state !== 'RESOLVED' && ` Open again: ${words(record.open_cause)}.`}
      </p>
    </>
  );
}

/** To all that happened to a trade. */
function TradeLink({ side, tradeKey }: { readonly side: string; readonly tradeKey: string }) {
  return (
    <>
      {' '}
      <a href={`/trade/${tradeKey}`} onClick={(event) => go(event, `/trade/${tradeKey}`, {})}>
        {side} trade’s history
      </a>
    </>
  );
}
