import { userInfo } from 'node:os';
import type { Account } from '@trade-matching/account';
import { findTrades } from '@trade-matching/account';
import { type CaseRecord, CaseStore, caseIdentity, isOpen } from '@trade-matching/cases';
import { Option, printable, WrongUsageError } from '@trade-matching/command-line';
import { withAccount } from './environment.ts';
import { ambiguous, TRADE_IDS } from './find-trades.ts';

/** What a command takes for a case. */
export const CASE_IDS = `the case's id, its match's, or its trade: ${TRADE_IDS}`;

/** `--as`: in the sandbox nobody is signed in, so whoever tries four eyes says whose. */
export const actorOption = () =>
  new Option(
    '--as <person>',
    "in the sandbox: who acts (default: this machine's user). Elsewhere it is who is signed in",
  );

/**
 * Who acts: the user or session name of the signed-in identity, or in the sandbox whoever is said. By the name, not the
 * whole ARN: one person with two roles is one pair of eyes. Sessions must be named by who signs in (IAM Identity Center does;
 * a role that people assume needs `sts:RoleSessionName`).
 */
export function actorOf({ caller }: Pick<Account, 'caller'>, as: string | undefined): string {
  if (caller === undefined) return as ?? userInfo().username;
  const name = caller.split(/[/:]/).at(-1) ?? caller;
  if (as !== undefined) throw new WrongUsageError(`--as is for the sandbox. Here you act as ${name}.`);
  return name;
}

/** Runs with the cases of an environment, with who acts, and with what else the environment has. */
export function withCases<T>(
  environment: string,
  as: string | undefined,
  run: (cases: CaseStore, actor: string, account: Account) => Promise<T>,
): Promise<T> {
  return withAccount(environment, (account) =>
    run(new CaseStore(account.records, account.names.casesTable), actorOf(account, as), account),
  );
}

/**
 * A case by its id, or by that of its match, or by whatever finds its trade: a trade's own case and that of its match, of
 * which an open one goes before a resolved one.
 *
 * @throws {WrongUsageError} where it may be several, with each of them
 */
export async function findCase(cases: CaseStore, id: string, account: Account): Promise<CaseRecord | undefined> {
  const [direct] = await casesOf(cases, [id, caseIdentity({ kind: 'MATCH', id })]);
  if (direct) return direct;
  const trades = await findTrades(account, id);
  const ids = trades.flatMap(({ trade_key, match_id }) => [
    ...(match_id === undefined ? [] : [caseIdentity({ kind: 'MATCH', id: match_id })]),
    caseIdentity({ kind: 'TRADE', id: trade_key }),
  ]);
  const found = await casesOf(cases, [...new Set(ids)]);
  const open = found.filter(isOpen);
  const [only, ...others] = open.length > 0 ? open : found;
  if (only === undefined || others.length === 0) return only;
  throw ambiguous(id, [only, ...others].map(candidateText));
}

async function casesOf(cases: CaseStore, ids: readonly string[]): Promise<CaseRecord[]> {
  const found = await Promise.all(ids.map((id) => cases.case(id)));
  return found.filter((each) => each !== undefined);
}

function candidateText({ case_id, origin, facts, state }: CaseRecord): string {
  const references = [origin.bank_reference, origin.counterparty_reference].filter((each) => each !== undefined);
  const { counterparty = '' } = origin;
  return printable([case_id, facts.status, state, references.join(' / '), counterparty].join('  ').trim());
}
