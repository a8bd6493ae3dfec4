import { otherWords } from '../accounting/words-of-values.ts';
import type { FoundFields, Place } from '../found-fields.ts';
import { boxOf } from '../layout/entry.ts';
import { matchesOf } from '../matches-of.ts';
import type { Parties } from '../parties/find-parties.ts';
import { currencyIn } from '../values/currencies.ts';
import type { RowOfPart } from './parts.ts';

/** Where a value stands that a row states in these words. */
export function placeOf({ label, line, segments }: RowOfPart, literal: string): Place {
  const segment = segments.find(({ text }) => text.includes(literal));
  const from = segment?.text.indexOf(literal) ?? 0;
  return {
    page: line.page,
    line: line.number,
    label: label === '' ? 'text' : label,
    value: literal,
    boxes: segment ? [boxOf(line, segment, from, from + literal.length)] : segments.map((each) => boxOf(line, each)),
  };
}

/** Notes that a row ended as fields: as an entry, and as a sentence. */
export function useRow(found: FoundFields, row: RowOfPart): void {
  found.use(placeOf(row, row.text));
  const said = row.label === '' ? row.text : `${row.label}: ${row.text}`;
  for (const value of new Set([row.text, said])) found.use({ page: 0, line: 0, label: 'text', value });
}

/** What such rows are made of besides figures: who does what, and words between the values. */
const OF_AN_EXCHANGE =
  /\b(?:buys?|bought|bot|buying|sells?|sold|sld|selling|purchases?|purchased|receives?|received|receipt|gets?|pays?|payment|delivers?|delivered|delivery|returns?|back|against|versus|vs|near|far|spot|forward|val|value|amount|side|party|currency|ccy|exchange|flow|deal|dealt|swap|leg|client|million|mio|mln|mm|mn|bn|achete|achetons|achat|contre|cours|vend|vendons|jambe|comptant|compra|compramos|vende|vendemos|contra|cambio|tipo|kauft|kaufen|verkauft|verkaufen|gegen|kurs|zum|acquista|vendiamo|contro|verse|versons|recoit|recevons|paga|paghiamo|riceve|zahlt|zahlen|erhalt|erhalten)\b/gi;

/**
 * Whether a row has a word that is none of its values, of who does what, or of a party's name: a condition, a barrier, a second
 * meaning. What changes a value, `if`, `less`, `subject to`, is one.
 */
export function saysMore({ text }: RowOfPart, parties: Parties): boolean {
  if (CHANGES.test(text)) return true;
  const bare = text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(OF_AN_EXCHANGE, ' ');
  const codes = new Set(
    matchesOf(text, /\b[A-Z]{3}\b/g).flatMap(([code]) => (currencyIn(`${code} 1`) ? [code.toLowerCase()] : [])),
  );
  const names = new Set(
    Object.values(parties.names).flatMap((name) => (name ?? '').toLowerCase().match(/\p{L}+/gu) ?? []),
  );
  return otherWords(bare).some(
    (word) => !codes.has(word) && !names.has(word) && parties.resolve(word) === undefined && !MONTH.test(word),
  );
}

const CHANGES =
  /\b(?:if|unless|except|save|provided|conditional|subject|less|net of|capped?|floor(?:ed)?|barrier|until|thereafter|instead|wenn|sofern|sauf|salvo|tranne)\b/i;
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|juin|juillet|mai|juni|juli|giugno|junio|julio)/;
