import type { Source } from '@trade-matching/domain';
import type { FoundFields } from '../found-fields.ts';
import { canonicalLabel, numbered, unitIn } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';
import type { Parties } from '../parties/find-parties.ts';
import { remembering } from '../remembering.ts';
import { readCurrency } from '../values/currencies.ts';
import { readAmount } from '../values/numbers.ts';
import type { ReadingContext } from '../values/readers.ts';
import { withoutOtherView } from './other-view.ts';

/** One currency amount of a forward, and who buys it where the document says so beside it. */
export interface ForwardSide {
  readonly currency: string;
  readonly amount: string;
  readonly buyer: Source | undefined;
  readonly entry: Pick<Entry, 'page' | 'line' | 'label' | 'value' | 'column' | 'boxes'>;
  /** Why, where the amount is not printed. */
  readonly computed?: string;
}

const BUYS = /\b(?:buys?|buying|bought|buyer|purchases?|purchased|purchaser|receives?|received|receivable|receiver)\b/;
const SELLS = /\b(?:sells?|selling|sold|seller|pays?|paid|payment|payable|payer|delivers?|delivered)\b/;
/** Words beside the verb that name nobody. */
const PLAIN_WORDS =
  /\b(?:by|to|be|from|is|will|shall|amount|currency|and|of|the|foreign|fx|in|for|notional|principal|dealt|leg|side|total|contract|value|total|ccy)\b/g;
/** Codes of currencies, none of which is a word of a label. */
const CODES =
  /\b(?:usd|eur|gbp|jpy|chf|cad|aud|nzd|nok|sek|dkk|sgd|hkd|cnh|cny|inr|brl|krw|twd|idr|php|myr|thb|mxn|clp|cop|ars|zar|pln|czk|huf|ron|ils)\b/g;

/** Whom the one who acts acts with: `We sell to you`. */
const WITH_WHOM = /\b(?:to|from|with) (?:you|us|bank|client|customer|counterparty|party [ab])\b/g;
const BASE =
  /^(?:notional|base currency|dealt|dealt currency|primary|currency 1|principal|currency|contract|transaction|base|deal|first currency)? ?(?:notional|principal|currency)? ?amount(?: 1)?$|^notional$/;
const QUOTE =
  /^counter ?value(?: amount)?$|^(?:notional |principal |currency )?amount (?:2|two)$|^(?:counter|contra|quote|quoted|equivalent|opposite|secondary|countervalue|counter currency|contra currency|quote currency|equivalent currency|quoted currency|term|terms currency|settlement currency|currency 2|second currency|other currency|against)(?: currency)?(?: amount)?(?: 2)?$|^(?:equivalent|countervalue|amount 2)$/;

/** An account's number, `Deutsche Bank Stuttgart, ACC 600700999`, is no amount. */
const BEGINS_WITH_AMOUNT = /^\W*(?:[A-Z]{3}|US\$|[A-Za-z]{1,12} ?[A-Za-z]{0,12})?\W*\d/;

type Role =
  | { readonly kind: 'trade'; readonly buys: boolean; readonly who: string }
  | { readonly kind: 'base' | 'quote' };

/**
 * What a label says of its amount: `We Buy`, `Amount bought by us`, `Currency and amount payable by Party A`, `Sold`,
 * `Base currency amount`. Who is empty where the label names nobody.
 */
export function roleOf(label: string, column?: string): Role | undefined {
  // `You pay / we receive` says one thing twice.
  if (/[a-z] \/ [a-z]/i.test(label) && !/ccy|currency|amount/i.test(label))
    return roleOf(label.split(' / ')[0] ?? '', column);
  // `WE BUY (YOU SELL)` says it again from the other side.
  const own = withoutOtherView(label);
  if (own !== label) return own === undefined ? undefined : roleOf(own, column);
  // `Betrag EUR / EUR Amount` is one label in two languages.
  const [foreign = '', english = '', ...more] = label.replace(/\s*:$/, '').split(' / ');
  if (more.length === 0 && /\bamount$/i.test(english) && !/\bamount\b|[12]/i.test(foreign))
    return roleOf(english, column);
  const plain = canonicalLabel(
    numbered(label).replace(/\([A-Z]{3}\)|\((?:reference|settlement) currency\)/gi, ' '),
  ).replace(CODES, ' ');
  // What is payable to somebody is what he buys.
  const payee = /\b(?:payable|paid|payment|deliverable|delivered) to (\w.*)$/.exec(plain)?.[1];
  if (payee !== undefined && !/\bby\b/.test(plain)) return { kind: 'trade', buys: true, who: payee };
  const [buys, sells] = [BUYS.test(plain), SELLS.test(plain)];
  // `Account buys`: of whom an administrator writes.
  const isOfAccount = /^account (?:buys?|sells?|purchases?|receives?|delivers?)$/.test(plain.trim());
  if (
    buys !== sells &&
    (isOfAccount ||
      !/\b(?:date|reference|account|instruction|method|frequency|rate)\b|\b(?:correspondent|beneficiary|receiving|paying) bank|\bbank (?:name|detail|account)/.test(
        plain,
      ))
  ) {
    const rest = plain
      .replace(WITH_WHOM, ' ')
      .replace(buys ? BUYS : SELLS, ' ')
      .replace(PLAIN_WORDS, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    return { kind: 'trade', buys, who: rest || (column ?? '') };
  }
  const tidy = plain.replace(/\s+/g, ' ').trim().replace(/ in$/, '');
  if (BASE.test(tidy)) return { kind: 'base' };
  return QUOTE.test(tidy) ? { kind: 'quote' } : undefined;
}

/** `KRW BUYER`, `Seller of PHP`. */
const TRADES_A_CURRENCY = /^(?:[A-Z]{3} (?:buyer|seller|equivalent|amount|notional)|(?:buyer|seller) of [A-Z]{3})$/i;

/** `Southern Cross Infrastructure Trust Pays`, and by a short name: `Fund buys`. */
const NAME_TRADES =
  /^(?!.*\b(?:party|leg|(?:pays|buys|sells|receives)\b.*\S)\b)\p{Lu}[\p{L}&.,'’ -]{2,50} (?:pays|buys|sells|receives)$/iu;

/** A label that says who trades an amount: `We Buy`, `Currency Amount Sold`. A heading, `Fixed Leg - Party A pays`, is none. */
export const isSideLabel: (label: string) => boolean = remembering((label) => {
  const bare = label.replace(/\s*:$/, '');
  if (TRADES_A_CURRENCY.test(bare) || NAME_TRADES.test(bare)) return true;
  if (
    bare.length > 60 ||
    /[:\d]|\b(?:leg|fixed|floating|date|option|style|reference|settlement|non|forward|swap|protection|equity|price)\b/i.test(
      bare,
    )
  )
    return false;
  return (
    roleOf(bare)?.kind === 'trade' &&
    /\b(?:amount|ccy|currency|amt)\b|^(?:we|you|party [ab]|(?:the )?(?:bank|client|customer|counterparty|dealer|fund|investor|company|association))?\s*(?:buy|sell|bought|sold|pay|receive|purchase)s?(?: (?:to|from) (?:you|us|(?:the )?(?:bank|client|customer|counterparty)))?$/i.test(
      bare,
    )
  );
});

/** The two amounts of a forward, from labels with the amount beside them, or with currency and amount apart. */
export function findForwardSides(entries: readonly Entry[], parties: Parties, context: ReadingContext): ForwardSide[] {
  const sides: ForwardSide[] = [];
  const currencies = new Map<string, string>();
  for (const { label, value } of entries) {
    // `Base currency: GBP`, with `Base amount` below it.
    const code = /^\s*([A-Z]{3})\s*$/.exec(value)?.[1];
    const of = code === undefined ? null : OF_A_CURRENCY.exec(canonicalLabel(numbered(label)));
    if (of && code !== undefined && readCurrency(code) === code)
      currencies.set(of[1] === undefined ? 'quote' : 'base', code);
  }
  for (const entry of entries) {
    const role = roleOfEntry(entry);
    if (!role) continue;
    const key = role.kind === 'trade' ? `${role.buys} ${role.who}` : role.kind;
    const alone = /^\s*([A-Z]{3})\s*(?:\(.*\))?$/.exec(entry.value)?.[1];
    if (alone !== undefined && readCurrency(alone) === alone) {
      currencies.set(key, alone);
      continue;
    }
    const read = BEGINS_WITH_AMOUNT.test(entry.value) ? readAmount(entry.value, context.decimalMark) : undefined;
    const unit = unitIn(entry.label);
    const currency =
      read?.currency ?? (unit && readCurrency(unit)) ?? currencyOfLabel(entry.label) ?? currencies.get(key);
    if (!read || currency === undefined) continue;
    const buyer = buyerOf(role, parties) ?? buyerOfColumn(entries, entry.column, parties);
    sides.push({ currency, amount: read.amount, buyer, entry });
  }
  return sides;
}

/** One party cannot buy both currencies of an exchange: labels that say so contradict each other. */
export function checkBuyers(found: FoundFields, sides: readonly ForwardSide[]): void {
  const [first, ...others] = sides.filter(({ buyer }) => buyer !== undefined);
  if (!first || others.some(({ buyer }) => buyer !== first.buyer)) return;
  const other = others.find(({ currency }) => currency !== first.currency);
  if (!other) return;
  const [one, two] = [first.entry.label, other.entry.label];
  const what = `${first.currency} and ${other.currency}`;
  found.flagBeside('currency_buyer', `“${one}” and “${two}” say that one party buys, or sells, both ${what}`);
}

const OF_A_CURRENCY =
  /^(?:(base|dealt|primary|first|principal)|quote|quoted|counter|contra|second|terms?|other) (?:currency|ccy)$/;

/** `CAD amount`: a code that is a word too, in a label of its own. */
function currencyOfLabel(label: string): string | undefined {
  const code = /^([A-Z]{3})\b/.exec(label)?.[1];
  return readCurrency(label) ?? (code === undefined ? undefined : readCurrency(`${code} 1`));
}

/** `Amount` below `Amount sold by us` or `B. Fund sells`: the heading says more than the label. */
function roleOfEntry({ label, column, section }: Entry): Role | undefined {
  const own = roleOf(label, column);
  if (own?.kind === 'trade') return own;
  if (!/^(?:amount|currency|ccy|currency and amount|notional|notional amount|principal)$/.test(canonicalLabel(label)))
    return own;
  const heading = column ?? (section.length < LONGEST_HEADING ? section : undefined);
  const ofHeading = heading === undefined ? undefined : roleOf(heading);
  return ofHeading?.kind === 'trade' && ofHeading.who !== '' ? ofHeading : own;
}
const LONGEST_HEADING = 40;

/** `Payer` and `Receiver` in the column of an amount. */
function buyerOfColumn(entries: readonly Entry[], column: string | undefined, parties: Parties): Source | undefined {
  if (column === undefined) return undefined;
  for (const { label, value, column: of } of entries) {
    const role =
      of === column && /^(payer|receiver|buyer|seller|paid by|received by)$/.exec(canonicalLabel(label))?.[1];
    const side = role ? parties.resolve(value) : undefined;
    if (role && side) return /^(?:payer|seller|paid)/.test(role) ? opposite(side) : side;
  }
  return undefined;
}

/** The buyer of the amount under this label; `Bought` alone is what the sender bought. */
function buyerOf(role: Role, parties: Parties): Source | undefined {
  if (role.kind !== 'trade') return undefined;
  const who = role.who === '' ? parties.issuer : parties.resolve(role.who);
  return who && (role.buys ? who : opposite(who));
}

export function opposite(side: Source): Source {
  return side === 'BANK' ? 'COUNTERPARTY' : 'BANK';
}
