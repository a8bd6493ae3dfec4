import { fpmlLabel } from '../languages/fpml.ts';
import { DATE_LITERAL } from '../values/dates.ts';
import { payerAlone } from '../values/paid-by.ts';

/** A label with its value in one run of text. */
export interface InlinePair {
  readonly label: string;
  readonly value: string;
  /** Where in the run the value stands. */
  readonly at?: number;
}

const LONGEST_LABEL_WORDS = 8;

/**
 * `LABEL : value`, and several of them in one run: `Our LEI: … Your LEI: …`. A colon in a time or an address parts
 * nothing; nor does one in a sentence, whose words before it are too many for a label.
 */
export function inlinePairs(text: string, isLabel: (text: string) => boolean): InlinePair[] {
  const colons = colonsIn(text).filter((at) => parts(text, at, isLabel));
  const [first] = colons;
  if (first === undefined)
    return (
      elementPair(text) ??
      (/\d$/.test(text) ? (ratePair(text) ?? amountPair(text, isLabel)) : undefined) ??
      dashedPair(text, isLabel)
    );
  const starts: { labelAt: number; colon: number }[] = [{ labelAt: 0, colon: first }];
  for (const colon of colons.slice(1)) {
    const from = (starts.at(-1)?.colon ?? 0) + 1;
    const labelAt = labelBefore(text, from, colon, isLabel);
    if (labelAt !== undefined) starts.push({ labelAt, colon });
  }
  const pairs = starts.map(({ labelAt, colon }, i) => ({
    label: text.slice(labelAt, colon).trim(),
    at: colon + 1 + (/^\s*/.exec(text.slice(colon + 1))?.[0].length ?? 0),
    value: text
      .slice(colon + 1, starts[i + 1]?.labelAt ?? text.length)
      .replace(/[;|,]\s*$/, '')
      .trim(),
  }));
  return pairs[0]?.label === '' ? [] : pairs.map(inBrackets).map((pair) => afterSentence(pair, isLabel));
}

function colonsIn(text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) places.push(at);
  return places;
}

/** `Interest rate swap confirmation. Reference: QMB-IR-4500`: the label begins behind the sentence. */
function afterSentence(pair: InlinePair, isLabel: (text: string) => boolean): InlinePair {
  const label = /[a-z)]\.\s+(\p{Lu}[^.]*)$/u.exec(pair.label)?.[1];
  return label !== undefined && isLabel(label) ? { ...pair, label } : pair;
}

/** `(reference obligation: ISIN US71654QAU67) in an amount of`: the value ends with the brackets. */
function inBrackets(pair: InlinePair): InlinePair {
  const [, value] = /^([^()]+)\)/.exec(pair.value) ?? [];
  return pair.label.startsWith('(') && !pair.label.includes(')') && value !== undefined
    ? { label: pair.label.slice(1).trim(), value: value.trim() }
    : pair;
}

/** `Quarterly: 1 March, 1 June, …` is a value to its end. */
const HOW_OFTEN = /^\s*(?:quarterly|monthly|semi[- ]?annual(?:ly)?|half[- ]yearly|annual(?:ly)?|yearly)\s*$/i;

const NOTHING = /^\s*(?:none|nil|no|yes|not applicable|applicable|n\/a)\s*$/i;

/** Whether the colon ends a label: a short one, followed by a space or known as a label. */
function parts(text: string, at: number, isLabel: (text: string) => boolean): boolean {
  const [before, after] = [text.slice(0, at), text.slice(at + 1)];
  // `None: the price of the last day` is a value to its end.
  if (NOTHING.test(before)) return false;
  // `InterestRateSwap:CrossCurrency:Basis` is one name.
  if (HOW_OFTEN.test(before) || (/[a-z][A-Z]\w*$/.test(before) && /^[A-Z]/.test(after))) return false;
  if (after.trim() === '' || /^\/\//.test(after)) return false;
  if (/\d$/.test(before) && /^\d\d/.test(after)) return false;
  const label = before.slice(before.lastIndexOf(':') + 1).trim();
  if (before.includes(':')) return true;
  if (wordsOf(label) > LONGEST_LABEL_WORDS || label.length > 70) return false;
  return /^\s/.test(after) || /\s$/.test(before) || isLabel(label);
}

/** A date is one word: `Rate from 14 Oct 2026 to 14 Oct 2028`. */
function wordsOf(label: string): number {
  const words = label.split(/\s+/).length;
  return words > LONGEST_LABEL_WORDS ? label.replace(DATES, '0').split(/\s+/).length : words;
}
const DATES = new RegExp(DATE_LITERAL, 'g');

const ENDS_A_PHRASE = /\b(?:after|before|under|since|until|from|with)\s+(?:(?:this|the|our|your|that)\s+)?$/i;

/** Where the longest label that ends at the colon begins. */
function labelBefore(
  text: string,
  from: number,
  colon: number,
  isLabel: (text: string) => boolean,
): number | undefined {
  const between = text.slice(from, colon);
  const words = [...between.matchAll(/\S+/g)];
  for (const word of words.slice(-LONGEST_LABEL_WORDS)) {
    // A label is not the whole of what stands between: then it would have no value before it.
    if (word.index === words[0]?.index) continue;
    // `Credit line utilisation after this deal: …`: the end of a phrase.
    if (isLabel(between.slice(word.index)))
      return ENDS_A_PHRASE.test(between.slice(0, word.index)) ? undefined : from + word.index;
  }
  return undefined;
}

/** `RATE EUR/USD 1.1700` in a cell of a grid. */
function ratePair(text: string): InlinePair[] | undefined {
  const [, label = '', value = ''] = /^((?:\w+ )?rate [A-Z]{3}\/[A-Z]{3})\s+(\d{1,5}[.,]\d{2,6})$/i.exec(text) ?? [];
  return label === '' ? undefined : [{ label, value }];
}

/** `Floating Rate Payer Calculation Amount EUR 10,000,000.00`: a label so long that its amount follows without a gap. */
function amountPair(text: string, isLabel: (text: string) => boolean): InlinePair[] | undefined {
  const [, label = '', value = ''] =
    /^(\p{Lu}\p{L}+(?: \p{L}+){1,6}?) ((?:[A-Z]{3}|US\$) ?\d[\d.,'’]*\d)$/u.exec(text) ?? [];
  // `Port Lisle pays USD 7,000,000.00` is a sentence.
  if (label === '' || /\b(?:pays?|receives?|buys?|sells?|bought|sold|delivers?)$/i.test(label)) return undefined;
  return isLabel(label) ? [{ label, value, at: text.length - value.length }] : undefined;
}

/** `calculationAgentPartyReference party1`, `fixedAmountCalculation / 0.05`: an element that leaves no gap before its value. */
function elementPair(text: string): InlinePair[] | undefined {
  const [, label = '', value = ''] = /^([a-z]+(?:[A-Z][a-z]+)+(?:\s\/)?)\s+(\w\S+)$/.exec(text) ?? [];
  // `initialPrice / netPrice` is a path whose value stands further on.
  if (label.endsWith('/') && /^[a-z]+(?:[A-Z][a-z]+)+$/.test(value)) return undefined;
  const isElement = label.endsWith('/') || (label !== '' && fpmlLabel(label) !== undefined);
  return isElement && fpmlLabel(value) === undefined && !/^[a-z]+$/.test(value) ? [{ label, value }] : undefined;
}

/** `Trade Date - 15 September 2024`, `Notional = USD 5m`: only after a known label. */
function dashedPair(text: string, isLabel: (text: string) => boolean): InlinePair[] {
  const match = /\s(?:[-–—=|]|->)\s/.test(text) ? /^(.{2,60}?)\s+(?:[-–—=|]|->)\s+(\S.*)$/.exec(text) : null;
  const [, label = '', value = ''] = match ?? [];
  // `Fixed side – payable by the Fund`, `Festbeträge – von uns zu zahlen`: the heading of a leg.
  if (payerAlone(value) !== undefined) return [];
  // `Tilgung – ab / from`: a label that goes on in another language.
  return match && isLabel(label) && !/\s\/$/.test(value) ? [{ label, value }] : [];
}

/** `Restructuring: applicable. Settlement is physical. …`: in a paragraph the value ends with its sentence. */
export function toSentenceEnd(pair: InlinePair): InlinePair {
  const value = /^([^.:]{2,40}?)\.\s+\p{Lu}\p{Ll}+ (?:is|are|shall|will|applies|apply)\b/u.exec(pair.value)?.[1];
  return value === undefined ? pair : { ...pair, value };
}
