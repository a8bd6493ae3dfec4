import { remembering } from '../remembering.ts';

/** Roles that a print shortens by leaving letters out; a `fund` or an `account` is a manager's client. */
const ROLES = [
  'bank',
  'dealer',
  'broker',
  'client',
  'customer',
  'fund',
  'account',
  'investor',
  'counterparty',
  'borrower',
  'company',
];
const LONGEST = 6;
/** Shortened by their end instead. */
const BY_THEIR_START: ReadonlyMap<string, string> = new Map([
  ['cust', 'customer'],
  ['inv', 'investor'],
]);

/** Whether a word has the first and the last letter of another and some between, in their order, without its vowels. */
function isWithoutVowels(short: string, word: string): boolean {
  if (short[0] !== word[0] || short.at(-1) !== word.at(-1) || /[aeiou]/.test(short.slice(1))) return false;
  let at = 0;
  for (const letter of word) if (letter === short[at]) at++;
  return at === short.length;
}

/** `DLR` is the dealer, `CLNT` the client, `ACCT` the account: the one role that a short word can stand for. */
export const roleInShort: (plain: string) => string | undefined = remembering((plain) => {
  if (plain.length < 3 || plain.length > LONGEST) return undefined;
  const roles = ROLES.filter((role) => role !== plain && isWithoutVowels(plain, role));
  return roles.length === 1 ? roles[0] : BY_THEIR_START.get(plain);
});
