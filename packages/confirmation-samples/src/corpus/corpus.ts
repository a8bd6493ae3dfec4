import { otherSide, type Product, type Source, type Trade, type TradeField } from '@trade-matching/domain';
import { printed } from './formats.ts';
import { PAGE_LAYOUTS, type PageLayout, type Section } from './page-layouts.ts';
import type { CorpusProduct } from './trades.ts';
import { CORPUS_WORDINGS, type Part, type Speech } from './wordings.ts';

const PRODUCT_TITLES: { readonly [P in CorpusProduct]: readonly string[] } = {
  INTEREST_RATE_SWAP: [
    'Interest Rate Swap',
    'Fixed/Floating Interest Rate Swap',
    'Vanilla Interest Rate Swap',
    'Rate Swap',
  ],
  FX_FORWARD: ['Foreign Exchange Forward', 'FX Forward', 'Deliverable FX Forward', 'Forward Foreign Exchange'],
  NON_DELIVERABLE_FORWARD: [
    'Non-Deliverable FX Forward',
    'Non-Deliverable Forward',
    'NDF',
    'Non Deliverable Currency Forward',
  ],
  FX_OPTION: ['Currency Option', 'FX Option', 'Foreign Exchange Option', 'Vanilla FX Option'],
  CREDIT_DEFAULT_SWAP: ['Credit Default Swap', 'Credit Derivative', 'Single Name Credit Default Swap', 'CDS'],
  EQUITY_SWAP: ['Equity Swap', 'Index Swap', 'Equity Total Return Swap', 'Share Swap'],
  COMMODITY_SWAP: ['Commodity Swap', 'Commodity Price Swap', 'Commodity Fixed/Floating Swap', 'Commodity Swap'],
};
const HEADINGS: { readonly [P in Part]: readonly string[] } = {
  general: ['General Terms', 'Economic Terms', 'Transaction Details'],
  fixed: ['Fixed Amounts', 'Fixed Leg', 'Fixed Rate Leg'],
  floating: ['Floating Amounts', 'Floating Leg', 'Floating Rate Leg'],
};
const FIXED_HEADINGS: { readonly [P in Product]?: readonly string[] } = {
  EQUITY_SWAP: ['Equity Amounts', 'Equity Leg', 'Equity Amount Details'],
  CREDIT_DEFAULT_SWAP: ['Fixed Payments', 'Fixed Payments', 'Premium'],
};

export interface CorpusDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly source: Source;
  readonly truth: Trade;
}

/** The document that says this trade in this layout, with this style's words, formats and names for the parties, decoys among its terms. */
export function corpusDocument(
  bank: Trade,
  layout: PageLayout,
  style: number,
  source: Source,
  decoys: Section['rows'] = [],
): CorpusDocument {
  const truth = source === 'BANK' ? bank : asCounterparty(bank);
  const [issuer, recipient] = [nameOf(truth, source), nameOf(truth, otherSide(source))];
  const lettered = layout.startsWith('letter') || layout.startsWith('grid');
  const speech: Speech = {
    style,
    party: (side) => {
      if (lettered && style % 2 === 0) return side === source ? 'Party A' : 'Party B';
      return nameOf(truth, side);
    },
  };
  const sections: Section[] = [];
  let order = 0;
  for (const { part, field, labels, print } of CORPUS_WORDINGS[truth.product as CorpusProduct]) {
    const value = truth[field];
    order += 1;
    if (value === undefined) continue;
    const heading = (part === 'fixed' ? FIXED_HEADINGS[truth.product] : undefined) ?? HEADINGS[part];
    const title = heading[style % heading.length] ?? '';
    let section = sections.find((known) => known.heading === title);
    if (!section) {
      section = { heading: title, rows: [], ...(part === 'general' ? {} : { leg: part }) };
      sections.push(section);
    }
    // Two labels of one field, bought and sold, are synonyms of the same style; a third of the fields go their own way.
    const label = labels[(style + (field === 'currency_buyer' || order % 3 ? 0 : order)) % labels.length] ?? '';
    (section.rows as (readonly [string, string])[]).push([label, print(value, truth, speech)]);
  }
  const [first] = sections;
  (first?.rows as (readonly [string, string])[] | undefined)?.splice(2, 0, ...decoys);
  const titles = PRODUCT_TITLES[truth.product as CorpusProduct];
  const bytes = PAGE_LAYOUTS[layout]({
    issuer,
    recipient,
    issuerLei: leiOf(truth, source),
    recipientLei: leiOf(truth, otherSide(source)),
    ours: truth.trade_id ?? '',
    yours: truth.other_reference ?? '',
    date: printed.date(truth.trade_date ?? '', style),
    product: titles[style % titles.length] ?? '',
    sections,
  });
  return { name: `${truth.product} ${layout} ${style} ${source}`, bytes, source, truth };
}

function asCounterparty(bank: Trade): Trade {
  return {
    ...bank,
    source_type: 'COUNTERPARTY',
    trade_id: bank.other_reference ?? '',
    other_reference: bank.trade_id ?? '',
  };
}

function nameOf(trade: Trade, side: Source): string {
  return (side === 'BANK' ? trade.bank_name : trade.counterparty_name) ?? '';
}

function leiOf(trade: Trade, side: Source): string {
  return (side === 'BANK' ? trade.bank_lei : trade.counterparty_lei) ?? '';
}

/** What was read otherwise than it is: `field: truth, read value`. Fields that a document prints beyond the truth are its own. */
export function wrongFields(truth: Trade, read: Trade): string[] {
  return (Object.keys(truth) as (TradeField | 'product')[])
    .filter((field) => !same(truth[field], read[field]))
    .map((field) => `${field}: ${truth[field]}, read ${read[field]}`);
}

function same(truth: string | undefined, read: string | undefined): boolean {
  if (truth === read) return true;
  if (truth === undefined || read === undefined) return false;
  // Either currency of an option may come first.
  if (/_PUT|_CALL/.test(truth)) return bySide(truth) === bySide(read);
  // A telex writes names in capitals.
  if (/^-?[\d.]+$/.test(truth)) return Number(truth) === Number(read);
  return truth.toUpperCase() === read;
}

const bySide = (optionType: string) => (optionType.match(/[A-Z]{3}_(?:PUT|CALL)/g) ?? []).sort().join('_');
