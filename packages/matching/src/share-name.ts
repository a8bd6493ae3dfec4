import { splitName } from './legal-forms.ts';
import { relateNames } from './name-variant.ts';
import { normaliseText } from './normalise-text.ts';

const ISIN = /\b[A-Z]{2}[A-Z0-9]{9}\d\b/g;
/** Reuters' codes: `RHPN.S`, `.FCHI`; and Bloomberg's: `RHPN SW Equity`, `CAC Index`. */
const RIC = /(?<![\w.])(?:\.[A-Z][A-Z0-9]{1,9}|[A-Z0-9]{1,8}\.[A-Z]{1,3})(?![\w.])/g;

/** What identifies a share or an index in its printed name. */
export interface ShareName {
  readonly isin: string | undefined;
  readonly ric: string | undefined;
  readonly name: string;
}

export function shareName(text: string): ShareName {
  const isins = new Set(text.toUpperCase().match(ISIN) ?? []);
  const rics = new Set(text.match(RIC)?.filter((code) => !isLegalForm(code)) ?? []);
  const [isin] = isins;
  const [ric] = rics;
  const rest = text.replace(new RegExp(ISIN, 'gi'), ' ').replace(RIC, (code) => (isLegalForm(code) ? code : ' '));
  const words = normaliseText(rest)
    .split(' ')
    .filter((word) => !LABELS.has(word));
  return {
    isin: isins.size === 1 ? isin : undefined,
    ric: rics.size === 1 ? ric : undefined,
    name: splitName(words.join(' ')).core.join(' '),
  };
}

const LABELS: ReadonlySet<string> = new Set(
  [
    'isin',
    'ric',
    'reuters',
    'code',
    'bloomberg',
    'ticker',
    'ordinary',
    'registered',
    'common',
    'shares',
    'share',
  ].concat([...['stock', 'index', 'issued', 'by', 'issuer', 'the', 'of', 'each', 'no', 'exchange', 'equity']]),
);

// `S.A`, `N.V`: a form, no code of an exchange.
function isLegalForm(code: string): boolean {
  return /^(?:S\.A|N\.V|B\.V|N\.A|L\.P|K\.K|A\.S|A\.G)$/.test(code);
}

/**
 * Whether two texts name one share or index: by the identifiers that both print, an ISIN or an exchange's code, of which
 * none may differ; else by the name, without its legal form and words such as `ordinary shares`.
 */
export function isSameShare(a: string, b: string): boolean {
  const [ours, theirs] = [shareName(a), shareName(b)];
  const shared = (['isin', 'ric'] as const).filter((key) => ours[key] !== undefined && theirs[key] !== undefined);
  if (shared.length > 0) return shared.every((key) => ours[key] === theirs[key]);
  return ours.name !== '' && ours.name === theirs.name;
}

/** Bloomberg's codes: `RHPN SW Equity`. */
const TICKER = /\b[A-Z0-9]{1,6} [A-Z]{2} (?:Equity|EQUITY)\b/g;

const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:preference|preferred|prefs?|vorzugs\w*|preferen\w*|privilegi\w*|risparmio|savings)\b/, 'preference'],
  [/\b(?:ordinary|common|stammaktien?|ordina(?:ires?|rias?|rie))\b/, 'ordinary'],
  [/\b(?:bearer|inhaber\w*|al portador|au porteur|al portatore)\b/, 'bearer'],
  [/\b(?:registered|namensaktien?|nominati\w*)\b/, 'registered'],
  [/\b(?:adrs?|gdrs?|adss?|depositary|depository)\b/, 'depositary'],
  [/\b(?:participation|participating|genussscheine?|partizipationsscheine?)\b/, 'participation'],
];
const NUMBERED_CLASS = /\b(?:class|series|klasse|serie|classe) ([a-z\d])\b/g;
/** What a share is that says nothing of its class. */
const PLAIN: ReadonlySet<string> = new Set(['ordinary', 'registered']);
const INDEX = /\b(?:index|indice)\b/;
const SHARE = /\b(?:shares?|stocks?|aktien?|actions?|accion(?:es)?|azion[ei])\b(?! exchange)/;

/**
 * What tells two texts apart that name one share or index: another company's name beside the identifier, another legal
 * form, another class of shares where both print one (without an identifier, where one does), or a share against an index.
 */
export function sharesApart(a: string, b: string): 'LEGAL_FORM' | 'DESCRIPTION' | undefined {
  const [plainA, plainB] = [normaliseText(a), normaliseText(b)];
  const [one, other] = [shareName(a), shareName(b)];
  const isIdentified = [one.isin === other.isin && one.isin, one.ric === other.ric && one.ric].some(Boolean);
  if (isOfOtherClass(classesOf(plainA), classesOf(plainB), isIdentified)) return 'DESCRIPTION';
  const isIndexAndShare = (x: string, y: string) => INDEX.test(x) && !SHARE.test(x) && SHARE.test(y) && !INDEX.test(y);
  if (isIndexAndShare(plainA, plainB) || isIndexAndShare(plainB, plainA)) return 'DESCRIPTION';
  const [nameA, nameB] = [companyIn(a), companyIn(b)];
  if (nameA === '' || nameB === '') return undefined;
  const relation = relateNames(nameA, nameB);
  if (relation === 'other-form') return 'LEGAL_FORM';
  return relation === 'other' ? 'DESCRIPTION' : undefined;
}

function classesOf(plain: string): string[] {
  const named = CLASSES.flatMap(([words, name]) => (words.test(plain) ? [name] : []));
  return [...named, ...[...plain.matchAll(NUMBERED_CLASS)].map(([, which]) => `class ${which}`)];
}

function isOfOtherClass(ours: readonly string[], theirs: readonly string[], isIdentified: boolean): boolean {
  const shares = (one: readonly string[], other: readonly string[]) => one.some((name) => other.includes(name));
  if (ours.length > 0 && theirs.length > 0 && !shares(ours, theirs))
    return !(isIdentified && [...ours, ...theirs].every((name) => PLAIN.has(name)));
  const special = (names: readonly string[]) => names.filter((name) => !PLAIN.has(name)).join();
  return !isIdentified && special(ours) !== special(theirs);
}

/** The name of the company or index, with its legal form, without codes and words of its shares; a mere code is none. */
function companyIn(text: string): string {
  const rest = text
    .replace(TICKER, ' ')
    .replace(new RegExp(ISIN, 'gi'), ' ')
    .replace(RIC, (code) => (isLegalForm(code) ? code : ' '));
  const plain = normaliseText(rest);
  const words = CLASSES.reduce((left, [names]) => left.replace(new RegExp(names, 'g'), ' '), plain)
    .replace(NUMBERED_CLASS, ' ')
    .split(' ')
    .filter((word) => word !== '' && !LABELS.has(word) && !SHARE.test(word));
  const isCode = words.length === 1 && /^[A-Z0-9]{1,6}$/.test(rest.replace(/[^A-Za-z0-9]+/g, ''));
  return isCode ? '' : words.join(' ');
}
