import { userInfo } from 'node:os';
import type { Account } from '@trade-matching/account';
import { type CaseRecord, CaseStore, caseIdentity } from '@trade-matching/cases';
import { Option, WrongUsageError } from '@trade-matching/command-line';
import { withAccount } from './environment.ts';

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

/** A case by its id, or by that of its match, or by the key of its trade. */
export async function findCase(cases: CaseStore, id: string): Promise<CaseRecord | undefined> {
  const ids = [id, caseIdentity({ kind: 'MATCH', id }), caseIdentity({ kind: 'TRADE', id })];
  const found = await Promise.all(ids.map((each) => cases.case(each)));
  return found.find((each) => each !== undefined);
}
