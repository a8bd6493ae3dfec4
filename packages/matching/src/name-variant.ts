import { normaliseText } from './normalise-text.ts';

// Long forms first: what is left of a name once its legal form is gone tells it from another.
const LEGAL_FORMS: readonly string[] = [
  'public joint stock company',
  'public limited company',
  'limited liability company',
  'limited liability partnership',
  'joint stock company',
  'limited partnership',
  'aktiengesellschaft',
  'gesellschaft mit beschrankter haftung',
  'naamloze vennootschap',
  'besloten vennootschap',
  'societe anonyme',
  'societa per azioni',
  'sociedad anonima',
  'kabushiki kaisha',
  'national association',
  'incorporated',
  'corporation',
  'company',
  'limited',
  'pjsc',
  'plc',
  'llc',
  'llp',
  'lp',
  'inc',
  'corp',
  'co',
  'ltd',
  'ag',
  'se',
  'gmbh',
  'kgaa',
  's a',
  'sa',
  'n v',
  'nv',
  'b v',
  'bv',
  's p a',
  'spa',
  'n a',
  'na',
  'ab',
  'asa',
  'as',
  'oyj',
  'kk',
  'the',
  'and',
  'of',
];

const LEGAL_FORM = new RegExp(` (?:${LEGAL_FORMS.join('|')})(?= )`, 'g');

/**
 * Whether two names may be spellings of one: they agree but for their legal form, abbreviations (`Intl`, `Hldgs`), a
 * slip of the pen, initials, or words that one of them leaves out. Another name under the same identifier is not one.
 */
export function isNameVariant(a: string, b: string): boolean {
  const [ours, theirs] = [words(a), words(b)];
  if (ours.join('') === theirs.join('')) return true;
  if (isInitialism(ours, theirs) || isInitialism(theirs, ours)) return true;
  const [fewer, more] = ours.length <= theirs.length ? [ours, theirs] : [theirs, ours];
  const left = [...more];
  return fewer.every((word) => {
    const found = left.findIndex((other) => isWordVariant(word, other));
    if (found >= 0) left.splice(found, 1);
    return found >= 0;
  });
}

function words(name: string): string[] {
  const all = normaliseText(name);
  const core = ` ${all} `.replace(LEGAL_FORM, '').trim();
  return (core === '' ? all : core).split(' ');
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
