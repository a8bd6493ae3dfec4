import { extractTrade, readText } from '@trade-matching/confirmations';
import type { Source } from '@trade-matching/domain';
import { compareTrades } from '@trade-matching/matching';

type Text = Awaited<ReturnType<typeof readText>>;
type Extraction = ReturnType<typeof extractTrade>;

/** What is done to a document: a figure's last digit, a telling word turned into its contrary, a row taken out. */
export type Kind = 'figure' | 'word' | 'left out';

export interface StillGreen {
  readonly kind: Kind;
  readonly source: Source;
  readonly line: string;
  /** What stands there instead; the empty text where the row is left out. */
  readonly to: string;
}

export interface Pair {
  readonly bank: Uint8Array;
  readonly counterparty: Uint8Array;
}

/** Words that change a trade, each with one of another meaning. */
const CONTRARIES: readonly (readonly [RegExp, string])[] = [
  [/\bmodified following\b/i, 'Preceding'],
  [/\bfollowing\b/i, 'Preceding'],
  [/\bunadjusted\b/i, 'adjusted'],
  [/(?<!un)\badjusted\b/i, 'unadjusted'],
  [/\bquarterly\b/i, 'Monthly'],
  [/\bsemi-?annual(?:ly)?\b/i, 'Annual'],
  [/\bannual(?:ly)?\b/i, 'Monthly'],
  [/\bmonthly\b/i, 'Quarterly'],
  [/\bphysical\b/i, 'Cash'],
  [/\bcash\b/i, 'Physical'],
  [/\beuropean\b/i, 'American'],
  [/\bamerican\b/i, 'European'],
  [/\bact(?:ual)?\/360\b/i, '30/360'],
  [/\b30\/360\b/, 'Act/360'],
  [/\bact(?:ual)?\/365\b/i, 'Act/360'],
  [/\bpays\b/i, 'receives'],
  [/\bbuys?\b/i, 'sells'],
  [/\bsells?\b/i, 'buys'],
  [/\bbuyer\b/i, 'seller'],
  [/\bseller\b/i, 'buyer'],
  [/\barrears\b/i, 'advance'],
  [/\bincluding\b/i, 'excluding'],
  [/\bexcluding\b/i, 'including'],
  [/\bnot applicable\b/i, 'applicable'],
  [/\bnone\b/i, 'yes'],
  [/\bgross\b/i, 'net'],
  [/\bcall\b/i, 'put'],
  [/\bput\b/i, 'call'],
  [/\bplus\b/i, 'minus'],
  [/\bEUR\b/, 'GBP'],
  [/\bUSD\b/, 'CAD'],
  [/\bGBP\b/, 'EUR'],
  [/\bunweighted\b/i, 'weighted'],
  [/\bfirst\b/i, 'second'],
  [/\btwo\b/i, 'three'],
  [/\bTARGET\b/, 'Tokyo'],
  [/\bLondon\b/, 'Paris'],
  [/\bNew York\b/, 'Chicago'],
  [/\bsenior\b/i, 'subordinated'],
  [/\bbefore\b/i, 'after'],
  [/\bafter\b/i, 'before'],
];
const FIGURE = /\d[\d.,'’]*/g;

function* changesOf(text: string): Generator<{ kind: Kind; to: string }> {
  for (const { 0: figure, index } of text.matchAll(FIGURE)) {
    const last = index + figure.replace(/[.,'’]+$/, '').length - 1;
    const digit = String((Number(text[last]) + 1) % 10);
    yield { kind: 'figure', to: text.slice(0, last) + digit + text.slice(last + 1) };
  }
  for (const [word, contrary] of CONTRARIES)
    if (word.test(text)) yield { kind: 'word', to: text.replace(word, contrary) };
}

function isGreen(bank: Extraction, counterparty: Extraction): boolean {
  if (bank.outcome !== 'extracted' || counterparty.outcome !== 'extracted') return false;
  return compareTrades(bank.extracted, counterparty.extracted).status.startsWith('MATCHED');
}

/**
 * Every figure and every telling word of a pair that matches changed on one side, one at a time, and every row of cells left
 * out: what is a match all the same. Undefined of a pair that is none.
 */
export async function stillGreen(
  pair: Pair,
): Promise<{ readonly changes: number; readonly left: StillGreen[] } | undefined> {
  const texts: Record<Source, Text> = {
    BANK: await readText(pair.bank),
    COUNTERPARTY: await readText(pair.counterparty),
  };
  const read = {
    BANK: extractTrade(texts.BANK, 'BANK'),
    COUNTERPARTY: extractTrade(texts.COUNTERPARTY, 'COUNTERPARTY'),
  };
  if (!isGreen(read.BANK, read.COUNTERPARTY)) return undefined;
  const left: StillGreen[] = [];
  let changes = 0;
  for (const source of ['BANK', 'COUNTERPARTY'] as const) {
    const { lines } = texts[source];
    const look = (kind: Kind, at: number, to: string, changed: Text['lines']) => {
      changes++;
      const extraction = extractTrade({ ...texts[source], lines: changed }, source);
      const both = { ...read, [source]: extraction };
      const line = (lines[at]?.segments ?? []).map(({ text }) => text).join(' | ');
      if (isGreen(both.BANK, both.COUNTERPARTY)) left.push({ kind, source, line, to });
    };
    for (const [at, line] of lines.entries()) {
      for (const [place, { text, x, right }] of line.segments.entries()) {
        for (const { kind, to } of changesOf(text)) {
          const segments = line.segments.map((each, i) => (i === place ? { text: to, x, right } : each));
          look(kind, at, to, lines.with(at, { ...line, segments }));
        }
      }
      if (line.segments.length > 1) look('left out', at, '', lines.toSpliced(at, 1));
    }
  }
  return { changes, left };
}
