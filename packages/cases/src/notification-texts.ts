import { asciiOnly, asciiSubject, cutText, type TradeSummary } from '@trade-matching/domain';

/** Characters of a subject: {@link asciiSubject}. */
const MAX_SUBJECT_CHARACTERS = 99;
const NAME = 28;

/** A subject: what it is, then as many as fit of: what differs, whose, which product. */
export function subjectAbout(what: string, about: TradeSummary, differs: readonly string[] = []): string {
  const more = [
    ...(differs.length === 0 ? [] : [`: ${differs.slice(0, 3).join(', ')}${differs.length > 3 ? ' and more' : ''}`]),
    ...(about.counterparty_name === undefined ? [] : [`, ${cutText(about.counterparty_name, NAME)}`]),
    ...(about.product === undefined ? [] : [`, ${inWords(about.product)}`]),
  ];
  const fits = (text: string) => asciiOnly(text).length <= MAX_SUBJECT_CHARACTERS;
  return asciiSubject(more.reduce((text, part) => (fits(text + part) ? text + part : text), what));
}

/** `fx forward, USD 1,000,000.00, with Northgate Bank, of 2026-11-20`: what is known of it, or an empty text. */
export function summaryText({ product, counterparty_name, trade_date, currency, notional }: TradeSummary): string {
  const amount = notional === undefined ? undefined : `${currency ?? ''} ${inThousands(notional)}`.trim();
  const known = [
    product && inWords(product),
    amount,
    counterparty_name && `with ${counterparty_name}`,
    trade_date && `of ${trade_date}`,
  ];
  return known.filter(Boolean).join(', ');
}

/** A decimal with its thousands apart: `1,000,000.00`. */
export function inThousands(amount: string): string {
  return amount.replace(/^\d+/, (whole) => whole.replaceAll(/\B(?=(\d{3})+$)/g, ','));
}

/** `INTEREST_RATE_SWAP` as people say it. */
export function inWords(product: string): string {
  return product.toLowerCase().replaceAll('_', ' ');
}

/** What a document without a reference is known by: the last part of its key. */
export function fileOf(key: string): string {
  return key.split('/').at(-1) ?? key;
}
