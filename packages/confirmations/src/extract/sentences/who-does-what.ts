import { otherSide, type Product } from '@trade-matching/domain';
import type { Parties } from '../parties/find-parties.ts';
import { speaker } from '../parties/speaker.ts';
import * as read from '../values/readers.ts';
import { readOptionStyle, readOptionType } from '../values/terms.ts';
import { termFor } from '../vocabulary/index.ts';
import { matchesWith } from './matches-with.ts';
import type { Take } from './spoken-labels.ts';

const WHO = '(\\S+(?:\\s+\\S+){0,6}?)';
const ACTS = new RegExp(
  `${WHO}\\s+(?:acts?|acting|is acting|will act|is|are|shall be|will be)\\s+(?:as\\s+)?(?:the\\s+)?((?:protection |option |fixed |floating |equity |rate |amount |price )*(?:seller|buyer|payer|writer|holder)(?: of protection| of the (?:option|cap|floor|collar|swaption|reference currency))?)\\b`,
  'gi',
);
const PAYS_AN_AMOUNT = new RegExp(
  `${WHO}\\s+(?:(?:shall|will|agrees? to|is to|hereby)\\s+)*pays?\\s+(?:(?:us|you)\\s+|to\\s+.{1,50}?\\s+)?(?:a|an|the)\\s+(equity|fixed|floating)\\s+(?:amounts?|price|rate)\\b`,
  'gi',
);
/** `The fixed rate of 4.2 per cent is to be paid annually by us`. */
const IS_PAID_BY =
  /\b(equity|fixed|floating)\s+(?:amounts?|price|rate)\b(?:(?!\b(?:equity|fixed|floating)\s+(?:amounts?|price|rate)\b|\.\s[A-Z])[^;]){0,180}?\b(?:payable|paid)(?:\s+[\w-]+)?\s+by\s+(us|you|(?:the )?\S+(?: \S+){0,5}?)(?=[\s,.;:])/gi;
const PAYS_THE_RETURN = new RegExp(
  `${WHO}\\s+(?:(?:shall|will|agrees? to|is to|hereby)\\s+)*pays?\\s+(?:(?:us|you|party [ab]|the \\S+|(?!the\\b)\\w[\\w'’-]{2,20}(?:\\s\\w[\\w'’-]{2,20}){0,2}?)\\s+|to\\s+.{1,50}?\\s+)??the\\s+(?:total|price)\\s+return\\b`,
  'gi',
);

/** `Aldersyde LP (buyer) and Lisle Bank plc (seller)`, `(the "Seller")`: a role in brackets behind a name. */
const ROLE_IN_BRACKETS =
  /((?:\S+\s+){0,5}\S+)\s+\((?:as |the )?["“«]?((?:option |protection |swaption )?(?:seller|buyer|writer|holder))["”»]?\)/gi;

/** `We, as Seller, confirm to you, as Buyer, the following option`. */
const AS_ROLE =
  /((?:\S+\s+){0,5}[^\s,]+),\s+as\s+(?:the\s+)?["“]?((?:option |protection |swaption )?(?:seller|buyer|writer|holder))["”]?(?=[,.;:)]|\s)/gi;

const A_ROLE = /seller|buyer|payer|writer|holder/i;
const TO_PAY = /\b(?:pays?|paid|payable)\b/i;

/** `Ribera acts as seller of protection`, `We will pay a fixed price`, `X will pay the equity amount`. */
export function readRoles(product: Product, sentences: string, parties: Parties, take: Take): void {
  for (const { 0: literal, 1: words = '', 2: role = '' } of matchesWith(sentences, A_ROLE, ROLE_IN_BRACKETS)) {
    const side = (['BANK', 'COUNTERPARTY'] as const).find((each) => endsWith(words, parties.names[each]));
    if (side) giveRole(product, parties.names[side] ?? words, role, literal, parties, take);
  }
  for (const [literal, words = '', role = ''] of matchesWith(sentences, A_ROLE, AS_ROLE))
    giveRole(product, words, role, literal, parties, take);
  for (const [literal, who = '', role = ''] of matchesWith(sentences, A_ROLE, ACTS))
    giveRole(product, who, role, literal, parties, take);
  if (product === 'CREDIT_DEFAULT_SWAP') readProtection(sentences, parties, take);
  if (product !== 'COMMODITY_SWAP' && product !== 'EQUITY_SWAP' && product !== 'INTEREST_RATE_SWAP') return;
  for (const [literal, leg = '', who = ''] of matchesWith(sentences, TO_PAY, IS_PAID_BY))
    giveRole(product, who, payerOf(product, leg), literal, parties, take);
  if (product === 'INTEREST_RATE_SWAP') return;
  for (const [literal, who = '', leg = ''] of matchesWith(sentences, TO_PAY, PAYS_AN_AMOUNT))
    giveRole(product, who, payerOf(product, leg), literal, parties, take);
  if (product !== 'EQUITY_SWAP') return;
  for (const [literal, who = ''] of matchesWith(sentences, TO_PAY, PAYS_THE_RETURN))
    giveRole(product, who, 'equity amount payer', literal, parties, take);
}

/** `our sale of credit protection to X`, `X has sold, and Y has bought, credit protection on Z`. */
const OUR_PROTECTION = /\bour (?:(purchase)|sale) of (?:credit )?protection\b/i;
const PROTECTION_TRADED = new RegExp(
  `${WHO}\\s+(?:have|has)\\s+(?:(bought|purchased)|sold)(?:,? and .{3,60}? (?:have|has) (?:bought|purchased|sold))?,?\\s+(?:credit )?protection\\b`,
  'i',
);

function readProtection(sentences: string, parties: Parties, take: Take): void {
  const ours = OUR_PROTECTION.exec(sentences);
  const [literal = '', who = '', buys] = ours ? [ours[0], '', ours[1]] : (PROTECTION_TRADED.exec(sentences) ?? []);
  const side = ours ? parties.issuer : literal === '' ? undefined : speaker(who, parties);
  if (!side) return;
  const buyer = buys === undefined ? otherSide(side) : side;
  take(read.fields({ buyer, seller: otherSide(buyer) }), literal);
}

function endsWith(words: string, name: string | undefined): boolean {
  return name !== undefined && words.toLowerCase().endsWith(name.toLowerCase());
}

function payerOf(product: Product, leg: string): string {
  if (product === 'COMMODITY_SWAP') return `${leg} price payer`;
  return /^equity$/i.test(leg) ? 'equity amount payer' : `${leg} rate payer`;
}

function giveRole(product: Product, who: string, role: string, literal: string, parties: Parties, take: Take): void {
  // Who acts stands in the verb's own sentence, and what holds only `if …` says nothing of it.
  const own = who.replace(/^.*(?:[\p{Ll})\d%"”»][.;]|:)\s+(?=\p{Lu})/u, '');
  const side = /\bif\b/i.test(own) ? undefined : speaker(own, parties);
  const term = side && termFor(product, role, []);
  if (!term) return;
  take(
    term.read(parties.names[side] ?? who, { slashOrder: undefined, decimalMark: undefined, party: () => side }),
    literal,
  );
}

const OPTIONS = 'option|put|call|swaption|cap|floor|collar';
const SELLS = 'sold|sells?|grants?|granted|written|vendió|vendimos|vendu|venduto|verkauft';
const BUYS = 'bought|buys?|purchases?|purchased|compró|compramos|acheté|acquistato|comprato|gekauft';
/** Who trades, the verb, with whom, and what. */
const TRADES_AN_OPTION = new RegExp(
  `(\\S+(?:\\s+\\S+){0,18}?)\\s+(?:have\\s+|has\\s+|ha\\s+|hemos\\s+|avons\\s+|abbiamo\\s+)?(${SELLS}|${BUYS})\\s+(?:(?:to|from|a|de|di|da|von|an|à)\\s+.{1,110}?\\s+)?((?:an?|the following|the below|this|un[ae]?|uno|eine?n?)\\s+.{0,80}?\\b(?:${OPTIONS})\\b.{0,60})`,
  'i',
);

/** `we sold to you a European EUR Put / USD Call option`, `X bought from Y a payer swaption`, `X compró a Y un cap`. */
export function readOptionSentence(prose: string, parties: Parties, take: Take): void {
  // A reference or a short name in brackets names nobody who acts.
  const match = TRADES_AN_OPTION.exec(prose.replace(/\s*\([^()]*(?:\bref|["“„«])[^()]*\)/gi, ''));
  const [literal = '', words = '', verb = '', what = ''] = match ?? [];
  // `X confirms that on 19 October it purchased`: it is X.
  const who = /\bit$/i.test(words) ? words.replace(/\s*\bit$/i, '') : words;
  const side = match ? speaker(who, parties) : undefined;
  if (!side) {
    if (!readTradedWithYou(prose, parties, take) && !readTradedAtEnd(prose, parties, take))
      readTradedBy(prose, parties, take);
    return;
  }
  const seller = new RegExp(`^(?:${SELLS})$`, 'i').test(verb) ? side : otherSide(side);
  take(
    read.fields({
      seller,
      buyer: otherSide(seller),
      option_style: readOptionStyle(what),
      option_type: readOptionType(what),
    }),
    literal,
  );
}

const TRADES_A_RIGHT =
  /(\S+(?:\s+\S+){0,6}?)\s+(?:have\s+|has\s+)?(sold|granted|written|sells|grants|bought|purchased|buys|purchases)\s+(?:(?:to|from)\s+.{1,60}?\s+)?(?:an?\s+(?:[\w-]+\s+){0,5}?(?:swaption|cap|floor|collar)\b|the right to (?:pay|receive)\b)/i;

/** `The Association buys, the Bank sells.` */
const BUYS_AND_SELLS =
  /((?:[Tt]he )?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,3}) (buys|sells),?(?: and)? (?:the )?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,3} (?:buys|sells)\b/u;

/** `The Fund has bought the right to receive fixed from the Bank`, `X sells to Y a cap`. */
export function readRightOnRates(prose: string, parties: Parties, take: Take): void {
  const [literal = '', who = '', verb = ''] = TRADES_A_RIGHT.exec(prose) ?? BUYS_AND_SELLS.exec(prose) ?? [];
  const side =
    literal === '' ? undefined : speaker(who.replace(/^.*(?:[\p{Ll})\d%"”»][.;]|:)\s+(?=\p{Lu})/u, ''), parties);
  if (!side) return;
  const seller = /^(?:sold|grant|written|sell)/i.test(verb) ? side : otherSide(side);
  take(read.fields({ seller, buyer: otherSide(seller) }), literal);
}

/** `the following option, bought by us and sold by you`, `the sale by Halcyon to Almirante`. */
function readTradedBy(prose: string, parties: Parties, take: Take): void {
  for (const { 0: literal, 1: verb = '', 2: who = '', index } of prose.matchAll(
    /\b(bought|purchased|sold|granted|written|sale|purchase|grant) by (us|you|(?:the )?\S+(?: \S+){0,4}?)(?=[\s,.;:])/gi,
  )) {
    const side = parties.resolve(who);
    if (!side) continue;
    const seller = /^(?:bought|purchased?)$/i.test(verb) ? otherSide(side) : side;
    const what = prose.slice(index, index + 200).replace(/\.\s+(?=[A-Z]).*$/, '');
    const type = { option_style: readOptionStyle(what), option_type: readOptionType(what) };
    take(read.fields({ seller, buyer: otherSide(seller), ...type }), literal);
    return;
  }
}

/** `Wir haben von Ihnen einen Cap auf den Euribor gekauft`: German has the verb at the end. */
const TRADED_AT_END =
  /(?<!\p{L})(wir|sie) haben\s+(?:[^.;]{0,40}?\s)?(?:eine?n?|die|den|folgende[ns]?)\s+[^.;]{0,30}?(?:option|cap|floor|swaption|collar|zins(?:ober|unter)grenze)[^.;]{0,80}?\s(?:(gekauft|erworben)|verkauft)\b/iu;

function readTradedAtEnd(prose: string, parties: Parties, take: Take): boolean {
  const [literal = '', who = '', buys] =
    TRADED_AT_END.exec(prose) ?? BOUGHT_FROM.exec(prose) ?? BOTH_TRADED.exec(prose) ?? [];
  const side = literal === '' ? undefined : speaker(who, parties);
  if (!side) return false;
  const buyer = buys === undefined ? otherSide(side) : side;
  take(read.fields({ buyer, seller: otherSide(buyer) }), literal);
  return true;
}

/** `The cap you bought from us has these terms.` */
const BOUGHT_FROM =
  /\b(?:option|cap|floor|collar|swaption)\s+(?:that |which )?(we|you)\s+(?:have\s+)?(?:(bought|purchased)|sold)\s+(?:from|to)\s+(?:us|you)\b/i;

/** `the Bank sold, and Norwood bought, a European-style option`. */
const BOTH_TRADED = new RegExp(
  `${WHO}\\s+(?:has\\s+|have\\s+)?(?:(bought|purchased)|sold),? and .{3,60}? (?:has |have )?(?:bought|purchased|sold),? (?:an?|the following) (?:\\S+ ){0,4}?(?:${OPTIONS})\\b`,
  'i',
);

/** `our purchase from you`, `l'acquisto da Voi`, `la compra a ustedes`: a noun, and with whom. */
const PURCHASE_FROM =
  /\b(?:(purchase|acquisto|achat|compra|kauf)|(?:sale|vendita|vente|venta|verkauf)) (?:from|to|da|a|à|de|von|an) (?:you|vous|voi|ustedes|ihnen|sie)\b/i;

function readTradedWithYou(prose: string, parties: Parties, take: Take): boolean {
  const match = PURCHASE_FROM.exec(prose);
  if (!match) return false;
  const buyer = match[1] === undefined ? otherSide(parties.issuer) : parties.issuer;
  const what = prose.slice(match.index, match.index + 200).replace(/\.\s+(?=[A-Z]).*$/, '');
  const type = { option_style: readOptionStyle(what), option_type: readOptionType(what) };
  take(read.fields({ buyer, seller: otherSide(buyer), ...type }), match[0]);
  return true;
}

/** `Party A buys protection`. */
export function readProtectionSentence(prose: string, parties: Parties, take: Take): void {
  const match =
    /(\S+(?:\s+\S+){0,6}?)\s+(?:(?:shall|will|has|have|hereby)\s+)*(buys?|bought|purchase[sd]?|sells?|sold)\s+(?:(?:from|to)\s+[^.;]{1,90}?,?\s+)?(?:credit\s+)?protection\b/i.exec(
      prose,
    );
  const side = match ? speaker(match[1] ?? '', parties) : undefined;
  if (!match || !side) return;
  const buyer = /^(?:buy|bought|purchase)/i.test(match[2] ?? '') ? side : otherSide(side);
  take(read.fields({ buyer, seller: otherSide(buyer) }), match[0]);
}
