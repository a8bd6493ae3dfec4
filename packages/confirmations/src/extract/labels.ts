import { remembering } from './remembering.ts';

/** Letters of names in the north and the east that Unicode does not take apart: `BORGOY` is Borgøy in a system's print. */
const WITHOUT_MARK: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', ł: 'l', đ: 'd' };

/** A text as it is compared: lower case, no accents, punctuation as spaces, `(s)` as a plural. */
export const normaliseLabel = remembering((text) =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[øæłđ]/giu, (letter) => WITHOUT_MARK[letter.toLowerCase()] ?? letter)
    // `tradeDate`: an element's name.
    .replace(/\b[a-z]{2,}(?:[A-Z][a-z]+)+\b/g, (name) => name.replace(/(?=[A-Z])/g, ' '))
    .toLowerCase()
    .replace(/\(s\)/g, 's')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    // `32B Currency, notional amount` has SWIFT's tag before it; `12M Euribor` a tenor.
    // `S/Ref.` is whose it is, `a) Ref.` an item of a list.
    .replace(
      /^(?![nsv] ref)(?:\d{1,2} (?=[a-z]{2})|\d{2}(?:[a-ce-lnopq-vxz]|(?<=14|38)d) (?=[a-z]{3})|(?:[a-z]|[ivx]{1,4}) (?=[a-z]{3}))/,
      '',
    )
    .trim(),
);

/** How confirmations shorten words. */
const LONG: ReadonlyMap<string, string> = new Map(
  Object.entries({
    agmt: 'agreement',
    agrmt: 'agreement',
    amt: 'amount',
    ccy: 'currency',
    cur: 'currency',
    curr: 'currency',
    dt: 'date',
    pmt: 'payment',
    pymt: 'payment',
    pay: 'payment',
    freq: 'frequency',
    no: 'number',
    nr: 'number',
    num: 'number',
    nbr: 'number',
    ref: 'reference',
    conv: 'convention',
    bus: 'business',
    sched: 'scheduled',
    mat: 'maturity',
    eff: 'effective',
    prem: 'premium',
    exp: 'expiry',
    expiration: 'expiry',
    calc: 'calculation',
    qty: 'quantity',
    vol: 'volume',
    cpty: 'counterparty',
    ctpy: 'counterparty',
    cp: 'counterparty',
    exch: 'exchange',
    settl: 'settlement',
    sett: 'settlement',
    stl: 'settlement',
    oblig: 'obligation',
    flt: 'floating',
    financing: 'floating',
    funding: 'floating',
    float: 'floating',
    fltg: 'floating',
    fix: 'fixed',
    cpn: 'coupon',
    fxd: 'fixed',
    int: 'interest',
    centre: 'center',
    center: 'center',
    payor: 'payer',
    commencing: 'commencement',
    mod: 'modified',
    und: 'underlying',
    id: 'id',
    identifier: 'id',
    identification: 'id',
    nominal: 'notional',
    nom: 'notional',
    notl: 'notional',
    eq: 'equity',
    settle: 'settlement',
    opt: 'option',
    prot: 'protection',
    spr: 'spread',
    spd: 'spread',
    init: 'initial',
    prm: 'premium',
    cmdty: 'commodity',
    restr: 'restructuring',
    obl: 'obligation',
    deliv: 'delivery',
    desig: 'designated',
    comm: 'commodity',
    px: 'price',
    txn: 'transaction',
    trn: 'transaction',
    tot: 'total',
    trx: 'transaction',
    trd: 'trade',
    fwd: 'forward',
    settlmt: 'settlement',
    idx: 'index',
    agt: 'agent',
    undl: 'underlying',
    src: 'source',
    dcf: 'day count fraction',
    bdc: 'business day convention',
    daycount: 'day count',
    maturing: 'maturity',
    dlr: 'dealer',
    brkr: 'broker',
    clnt: 'client',
    clt: 'client',
    acct: 'account',
    fnd: 'fund',
  }),
);

const SAME_IN_PLURAL = /(?:ss|us|is)$/;

/**
 * A label as the vocabulary holds it, so that one entry stands for all ways to write it: words unabbreviated and in the
 * singular, no articles, `Date of Trade` as `trade date`, a rate's `p.a.` left off.
 */
export const canonicalLabel: (text: string) => string = remembering(canonicalised);

function canonicalised(text: string): string {
  const plain = normaliseLabel(text.replace(/\bp\.\s?a\.?|\bper annum\b/gi, ' ').replace(/['’]s\b/g, ''))
    .replace(/\bparty a\b/, 'party-a')
    .replace(/\bcounter party\b/, 'counterparty');
  const words = plain
    .split(' ')
    .flatMap((word) => singular(LONG.get(word) ?? word).split(' '))
    .map((word) => LONG.get(word) ?? word)
    // `S/Ref.` is the other side's reference, in Spanish.
    .filter((word, at, all) => !/^(?:the|a|an|and|s)$/.test(word) || (word === 's' && all[at + 1] === 'reference'));
  return aroundOf(words).join(' ').replace('party-a', 'party a');
}

function singular(word: string): string {
  if (word.length > 5 && word.endsWith('ies') && word !== 'series') return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !SAME_IN_PLURAL.test(word) ? word.slice(0, -1) : word;
}

// `Seller of Protection` is the protection seller.
function aroundOf(words: readonly string[]): readonly string[] {
  const at = words.indexOf('of');
  if (at < 1 || at === words.length - 1) return words.filter((word) => word !== 'of');
  return [...aroundOf(words.slice(at + 1)), ...words.slice(0, at)];
}

/** Words that say no more than that the label belongs to this trade: `Swap Start Date`, `Deal Notional`. */
const OF_THE_TRADE =
  /^(?:swap|trade|transaction|deal|contract|contracted|option|ndf|fx|forward|scheduled|total|agreed|applicable|relevant|cd|otc|isda|swaption|basis swap) (?=\w)/;

/** A label and what it is looked up by: as it stands, without what stands in brackets, without words that add nothing. */
export const lookupForms: (label: string) => readonly string[] = remembering((label) => {
  const [whole, bare] = [
    canonicalLabel(label),
    canonicalLabel(label.replace(/\([^)]*\)|\[[^\]]*\]|\b[A-Z]{3}\/[A-Z]{3}\b/g, ' ')),
  ];
  const shorter = bare.replace(OF_THE_TRADE, '');
  const forms = [whole, bare, shorter, shorter.replace(OF_THE_TRADE, '')];
  return [...new Set(forms.filter((form) => form !== ''))];
});

/** Units of quantity (ISDA's commodity definitions), as labels give them. */
const OF_A_COMMODITY =
  /^(?:mmbtus?|bbls?|barrels?|mts?|tonnes?|metric tonnes?|mwhs?|therms?|oz|ounces?|bushels?|gallons?|lbs?|pounds?)$/i;

/** The unit that a label gives for its value: `Notional (USD)`, `Spread (bps)`, `Fixed Rate (%)`, `Rate in %`. */
export const unitIn: (label: string) => string | undefined = remembering((label) => {
  // `No. of years`, `Paid every (months)`.
  const time = /\bn(?:umber|o\.?) of (years|months)\b|\(\s*(?:in )?(years|months)\s*\)/i.exec(label);
  if (time) return (time[1] ?? time[2])?.toLowerCase();
  const bracketed =
    /[([]\s*(?:in\s+)?([A-Z]{3}|%|bps?(?: per annum| p\.?a\.?)?|basis points?|per ?cent(?: p\.?a\.?)?|% p\.?a\.?)\s*[)\]]/i.exec(
      label,
    )?.[1];
  const [, currency, multiple] =
    /[([]\s*(?:in\s+)?([A-Z]{3})?[\s,]*(?:in\s+)?(thousands?|millions?|billions?|000s?|mio|mn|mm|m|'000)\s*[)\]]/i.exec(
      label,
    ) ??
    /\bin ([A-Z]{3} )?(thousands?|millions?|billions?|mio|mn|mm)\s*:?$/i.exec(label) ??
    [];
  if (multiple !== undefined)
    return `${currency?.trim() ?? ''} ${/^m/i.test(multiple) ? 'million' : /^b/i.test(multiple) ? 'billion' : 'thousand'}`.trim();
  // `Fixed Price (USD/MMBTU)`, `Monthly quantity (MMBTU)`.
  const [, money, per] =
    /[([]\s*(?:(?:in\s+)?([A-Z]{3})\s*(?:\/|per)\s*)?([A-Za-z]{2,8}(?: tonnes?)?)\s*[)\]]/.exec(label) ?? [];
  if (per !== undefined && OF_A_COMMODITY.test(per)) return money === undefined ? per : `${money} per ${per}`;
  return bracketed ?? /\bin (%|bps?|basis points|[A-Z]{3})\s*:?$/.exec(label)?.[1];
});

/** `Ccy1 / Amt2` as `Currency 1 / Amount 2`. */
export function numbered(label: string): string {
  if (!/[12]/.test(label)) return label;
  return label
    .replace(/\b(?:ccy|currency)\s?([12])\b/gi, 'currency $1')
    .replace(/\b(?:amt|amount)\s?([12])\b/gi, 'amount $1');
}

/** `Notional (USD)` with `5,000,000`, `Fixed Rate (%)` with `4.125`: the value with the unit that its label gives. */
export function withUnit(value: string, unit: string): string {
  // `Notional (mm): EUR 7.5`: the currency is the value's.
  if (/^ ?(?:thousand|million|billion)$/.test(unit) && /^[A-Z]{3}\s?\d[\d.,'’]*$/.test(value.trim()))
    return `${value} ${unit.trim()}`;
  if (!/^\s*[-+−]?\d[\d.,'’\s]*$/.test(value)) return value;
  const [, currency, multiple] = /^([A-Z]{3})?\s?(thousand|million|billion)$/.exec(unit) ?? [];
  if (multiple !== undefined) return `${currency ?? ''} ${value} ${multiple}`.trim();
  const [, money, per] = /^([A-Z]{3}) per (.+)$/.exec(unit) ?? [];
  if (money !== undefined) return `${money} ${value} per ${per}`;
  if (/^bps? /i.test(unit)) return `${value} bp`;
  return /^[A-Z]{3}$/.test(unit) ? `${unit} ${value}` : `${value} ${unit}`;
}
