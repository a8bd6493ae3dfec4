import type { Product } from '@trade-matching/domain';
import type { PositionedText } from '../read/positioned-text.ts';
import type { FoundFields } from './found-fields.ts';
import { inEnglish } from './languages/translate.ts';
import type { Entry } from './layout/entry.ts';
import { readDeedsOfLegs } from './parties/deeds-of-legs.ts';
import type { Parties } from './parties/find-parties.ts';
import { readHeadings, readPayersBesideValues } from './parties/payers.ts';
import { legOfPayer, payerOfLabel } from './products/legs-of-payers.ts';
import { remembering } from './remembering.ts';
import { HAS_LEG_SENTENCES, readLegSentence } from './sentences/leg-sentence.ts';
import { legOf } from './vocabulary/term.ts';

/** `Tasso fisso pagato dal Cliente`, `Fixed rate (paid by the Bank)`: a rate or a price with who pays it. */
const PAID_BY =
  /^(.{3,40}?)[\s,(–-]+(?:(?:to be )?paid by|payable by|due from|pagat[oa] da(?:l|lla|ll['’])?|dovut[oa] da(?:l|lla|ll['’])?|pagad[oa] por|a pagar por|pay(?:é|ée|able) par|versée? par|dû par|gezahlt (?:von|durch|vom)|(?:zu )?zahl(?:en|bar) (?:von|durch|vom))\s*(?:the |la |el |le |il |der |die |den |dem |l['’])?(.{2,50}?)\s*\)?\s*:?$/iu;
const OF_A_PRICE = /\bprice\b/i;
/** `You pay us a fixed rate of`, `AHB pays a fixed price of`. */
const PAYS_A_RATE =
  /^(.{2,40}?)\s+(?:pays?|will pay|shall pay)(?: (?:us|you|the \w+))? (?:an? |the )?(fixed|floating) (rate|price)(?: of)?\s*:?$/i;

/** `Fund Buys / Sells`, with one of the two beside it. */
const BUYS_OR_SELLS = /^(.{2,40}?)\s+buys?\s*(?:\/|or)\s*sells?\s*:?$/i;

/** Whether a label may say who pays, or what kind of leg somebody pays: most do not. */
const mayHavePayer: (label: string) => boolean = remembering((label) =>
  [BUYS_OR_SELLS, A_LEG, PAYS_A_RATE, PAID_BY].some((rule) => rule.test(label)),
);

/** The entry with the label of its rate or price alone, and one more that says who pays it; any other as it is. */
export function withPayerOfLabel(entry: Entry): Entry[] {
  if (!mayHavePayer(entry.label)) return [entry];
  const trader = BUYS_OR_SELLS.exec(entry.label)?.[1];
  const does = /^(?:(buys?|bought)|sells?|sold)$/i.exec(entry.value.trim());
  if (trader !== undefined && does)
    return [{ ...entry, label: does[1] === undefined ? 'Option Seller' : 'Option Buyer', value: trader }];
  const ofLeg = payerInValue(entry);
  if (ofLeg) return [ofLeg];
  const [, speaker = '', kindOfRate = '', ofPrice = ''] = PAYS_A_RATE.exec(entry.label) ?? [];
  if (speaker !== '' && /\d/.test(entry.value))
    return [
      { ...entry, label: `${kindOfRate} ${ofPrice}` },
      { ...entry, label: `${kindOfRate} ${ofPrice} payer`, value: speaker },
    ];
  const [, term = '', payer = ''] = PAID_BY.exec(entry.label) ?? [];
  const english = inEnglish(term) ?? term;
  const leg = term === '' || !/\d/.test(entry.value) ? undefined : legOf(english);
  if (leg === undefined || leg === 'equity') return [entry];
  return [
    { ...entry, label: term },
    { ...entry, label: `${leg} ${OF_A_PRICE.test(english) ? 'price' : 'rate'} payer`, value: payer },
  ];
}

const A_LEG =
  /^(?:the )?(fixed|float(?:ing)?|fxd|flt|variable)(?: rate| price)?(?: leg| side| payments?| amounts?)?\s*:?$/i;
const DOES = /^(.{2,40}?)\s+(?:(pays?|payer)|receives?|receiver)$/i;
const OTHER_PRONOUN: Readonly<Record<string, string>> = { we: 'you', you: 'we', us: 'you' };

/** `FIXED LEG | WE PAY`, `Floating leg | you receive`: who pays it. */
function payerInValue(entry: Entry): Entry | undefined {
  const leg = A_LEG.exec(entry.label)?.[1];
  const [, who = '', pays] = DOES.exec(entry.value.trim()) ?? [];
  if (leg === undefined || who === '') return undefined;
  const payer = pays === undefined ? OTHER_PRONOUN[who.toLowerCase()] : who;
  const kind = /^f(?:i)?xe?d$/i.test(leg) ? 'fixed' : 'floating';
  return payer === undefined ? undefined : { ...entry, label: `${kind} leg payer`, value: payer };
}

/** Who pays which leg, where no label says so: beside a value, in a heading, or in the cell of a whole leg. */
export function readPayers(
  found: FoundFields,
  product: Product,
  text: PositionedText,
  entries: readonly Entry[],
  parties: Parties,
): void {
  readPayersBesideValues(found, product, parties);
  readHeadings(found, product, text, parties);
  readLegsInCells(found, product, entries, parties);
  readDeedsOfLegs(found, product, entries, parties);
}

const LONGEST_NAME = 30;
/** `We pay (fixed)`, `You pay (floating)`. */
const PAYS_A_LEG = /^(.{2,60}?)\s*\((fixed|floating)(?: rate| leg| amounts?)?\)\s*:?$/i;

/** `We pay (fixed): 3.875% a year, Actual/365 (Fixed), quarterly`: a whole leg in the cell beside who pays it. */
function readLegsInCells(found: FoundFields, product: Product, entries: readonly Entry[], parties: Parties): void {
  if (!HAS_LEG_SENTENCES.has(product)) return;
  for (const entry of entries) {
    // `Fund receives: Equity return`.
    const ofEquity = product === 'EQUITY_SWAP' && entry.value.length < LONGEST_NAME && legOf(entry.value) === 'equity';
    const side = ofEquity ? payerOfLabel(entry.label, parties) : undefined;
    if (side) found.add('equity_amount_payer', side, entry);
    const [, inFront = '', inBrackets = ''] = PAYS_A_LEG.exec(entry.label) ?? [];
    const behind = legOfPayer(entry.label);
    const [pays, leg] = behind ? [behind.rest, behind.leg] : [inFront, inBrackets];
    const payer = pays === '' ? undefined : payerOfLabel(pays, parties);
    if (!payer || !/\d|[A-Z]{3}-/.test(entry.value)) continue;
    const text = /^fixed$/i.test(leg) ? `fixed rate of ${entry.value}` : entry.value;
    readLegSentence(found, product, payer, text, entry);
  }
}
