import type { Account } from '@trade-matching/cli/account';
import type { RunIdentity } from './load/planned-document.ts';
export async function cleanUp(_account: Account, _run: RunIdentity): Promise<string> {
  return '';
}
