import { splitName } from './legal-forms.ts';
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
