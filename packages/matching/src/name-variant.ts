import { haveOtherForms, haveSameForms, splitName } from './legal-forms.ts';

/** How two names relate that are not equal as they are written. */
export type NameRelation =
  /** One name: its legal form is spelled in two ways, `Ltd` and `Limited`. */
  | 'same'
  /** The legal form alone tells them apart, or one leaves it out. */
  | 'legal-form'
  /** They may be spellings of one, though their legal forms are two, `plc` and `N.V.`. */
  | 'other-form'
  /** They may be spellings of one. */
  | 'variant'
  /** One has words that the other leaves out, or is the other's initials: one company, or another one of its group. */
  | 'longer'
  | 'other';

/**
 * Two names may be spellings of one where they agree but for abbreviations (`Intl`, `Hldgs`), a slip of the pen,
 * initials, words that one of them leaves out, or how their legal form is written. Another name under the same
 * identifier is not one.
 */
export function relateNames(a: string, b: string): NameRelation {
  const [ours, theirs] = [splitName(a), splitName(b)];
  const otherForms = haveOtherForms(ours, theirs);
  if (ours.core.join('') === theirs.core.join('')) {
    if (haveSameForms(ours, theirs)) return 'same';
    return otherForms ? 'other-form' : 'legal-form';
  }
  if (!isVariant(ours.core, theirs.core)) return 'other';
  if (otherForms) return 'other-form';
  return ours.core.length === theirs.core.length ? 'variant' : 'longer';
}

function isVariant(ours: readonly string[], theirs: readonly string[]): boolean {
  if (isInitialism(ours, theirs) || isInitialism(theirs, ours)) return true;
  const [fewer, more] = ours.length <= theirs.length ? [ours, theirs] : [theirs, ours];
  const left = [...more];
  return fewer.every((word) => {
    const found = left.findIndex((other) => isWordVariant(word, other));
    if (found >= 0) left.splice(found, 1);
    return found >= 0;
  });
}

// `GSI`, and `FAB` of First Abu Dhabi Bank: initials in their order from the first, of which some may be left out.
function isInitialism(short: readonly string[], long: readonly string[]): boolean {
  const [only = ''] = short;
  const initials = long.map((word) => word[0]).join('');
  return short.length === 1 && long.length > 1 && only.length > 1 && isSubsequence(only, initials);
}

function isWordVariant(a: string, b: string): boolean {
  if (a === b) return true;
  // A series, a fund's or a class's number is never a slip.
  if (/\p{N}/u.test(a) || /\p{N}/u.test(b)) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return isAbbreviation(short, long) || isSlip(short, long);
}

// `intl`, `hldgs`, `mgmt`: three letters or more.
function isAbbreviation(short: string, long: string): boolean {
  return short.length > 2 && short.length < long.length && isSubsequence(short, long);
}

// The first letter, and then others in their order.
function isSubsequence(short: string, long: string): boolean {
  if (short[0] !== long[0]) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}

// One letter added, left out, changed, or two neighbours swapped, in a word of six letters or more.
function isSlip(short: string, long: string): boolean {
  if (short.length < 6 || long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  const [restShort, restLong] = [short.slice(start), long.slice(start)];
  if (short.length < long.length) return restShort === restLong.slice(1);
  const swapped = restLong.length > 1 ? `${restLong[1]}${restLong[0]}${restLong.slice(2)}` : restLong;
  return restShort.slice(1) === restLong.slice(1) || restShort === swapped;
}
