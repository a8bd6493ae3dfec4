import { otherSide, type Source, type TradeField } from '@trade-matching/domain';
import type { PositionedText, Segment } from '../../read/positioned-text.ts';
import type { FoundFields } from '../found-fields.ts';
import { canonicalLabel, normaliseLabel } from '../labels.ts';
import { boxOf, type Entry } from '../layout/entry.ts';
import { matchesOf } from '../matches-of.ts';
import { hasValidLeiCheckDigits, readBic, readLei } from '../values/terms.ts';
import { readBicsByCode, readBicsOfEntries } from './bics.ts';
import { checkLeisBehindNames } from './check-leis.ts';
import { nameIn } from './company-names.ts';
import type { Parties } from './find-parties.ts';
import { ownersOfLei } from './lei-labels.ts';
import { readRemainingLei } from './remaining-leis.ts';
import { speaker } from './speaker.ts';

const NAME_FIELD = { BANK: 'bank_name', COUNTERPARTY: 'counterparty_name' } as const satisfies Record<
  Source,
  TradeField
>;
const LEI_FIELD = { BANK: 'bank_lei', COUNTERPARTY: 'counterparty_lei' } as const satisfies Record<Source, TradeField>;
const BIC_FIELD = { BANK: 'bank_bic', COUNTERPARTY: 'counterparty_bic' } as const satisfies Record<Source, TradeField>;

/** Reads the names, LEIs and BICs of both parties, from `Our LEI`, from a column a party, or beside a name. */
export function readIdentifiers(
  found: FoundFields,
  entries: readonly Entry[],
  prose: string,
  text: PositionedText,
  parties: Parties,
  source: Source,
): void {
  for (const side of ['BANK', 'COUNTERPARTY'] as const) {
    const name = parties.names[side];
    if (name) found.add(NAME_FIELD[side], name, { page: 0, line: 0, label: 'party', value: name });
  }
  for (const entry of entries) {
    const label = normaliseLabel(entry.label);
    if (/\blei\b|legal entity identifier/.test(label)) readLeis(found, entries, entry, label, parties, source);
    else if (/^party [ab]$/.test(label)) readLeis(found, entries, entry, label, parties, source);
    else if (entry.column !== undefined && /^(?:bic|swift|swift code|bic code|swift bic|bic swift)$/.test(label)) {
      const [side, bic] = [parties.resolve(entry.column), readBic(entry.value)];
      if (side && bic) found.add(BIC_FIELD[side], bic, entry);
    }
  }
  readBicsOfEntries(found, entries, parties);
  readBicsByCode(found, text, parties);
  // `Client | X S.A. (LEI`, and the LEI on the next line of the cell.
  readLeisBehindNames(
    found,
    [prose, ...entries.map(({ value }) => value), ...overTwoRows(entries)].join('\n'),
    parties,
  );
  readLeisBelowNames(found, text, parties, source);
  readLeisInProse(found, prose, parties);
  readRemainingLei(found, text, entries, parties);
  checkLeisBehindNames(found, text, parties);
  for (const side of ['BANK', 'COUNTERPARTY'] as const) {
    const lei = found.get(LEI_FIELD[side]);
    if (lei && !hasValidLeiCheckDigits(lei)) {
      found.flag({
        code: 'INVALID_LEI',
        severity: 'warning',
        field: LEI_FIELD[side],
        message: `the check digits of ${lei} fail (ISO 17442)`,
      });
    }
  }
}

/** `Société | Elm SAS — LEI` over `Company | 9695…`: a cell that goes on beside the label's other language. */
function overTwoRows(entries: readonly Entry[]): string[] {
  return entries.flatMap(({ value, page, line }) => {
    if (!/\bLEI\W*$/.test(value)) return [];
    const next = entries.find((other) => other.page === page && other.line === line + 1);
    return next && /^[A-Z0-9]{18}\d{2}\b/.test(next.value) ? [`${value} ${next.value}`] : [];
  });
}

/** Whose a column is that a role heads: `Party | X | Y` below `Buyer | Seller`. */
function sideOfColumn(entries: readonly Entry[], column: string | undefined, parties: Parties): Source | undefined {
  if (column === undefined) return undefined;
  const named = entries.find(
    (entry) => entry.column === column && /^(?:party|name|legal name|entity)$/.test(normaliseLabel(entry.label)),
  );
  return named && parties.resolve(named.value);
}

function readLeis(
  found: FoundFields,
  entries: readonly Entry[],
  entry: Entry,
  label: string,
  parties: Parties,
  source: Source,
): void {
  const leis = entry.value.toUpperCase().match(/\b[A-Z0-9]{18}\d{2}\b/g) ?? [];
  const [first, second] = leis;
  if (first === undefined) return;
  if (second !== undefined) {
    // `LEI : A / B`: the sender's first.
    found.add(LEI_FIELD[source], first, entry, 0.8);
    found.add(LEI_FIELD[otherSide(source)], second, entry, 0.8);
    return;
  }
  const who =
    entry.column ??
    label
      .replace(/\b(?:lei|code|number|legal entity identifier|of)\b/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  const side =
    parties.resolve(who) ??
    parties.resolve(canonicalLabel(who)) ??
    // `LEI Fonds / LEI Fund`: of one party in two languages.
    sideOfOwners(entry.label, parties) ??
    sideOfColumn(entries, entry.column, parties) ??
    parties.resolve(entry.value.replace(/\bLEI\b.*$/i, ''));
  const lei = readLei(entry.value);
  if (side && lei) found.add(LEI_FIELD[side], lei, entry);
}

/** The one side that the owners in a label are of. */
function sideOfOwners(label: string, parties: Parties): Source | undefined {
  const sides = new Set(
    ownersOfLei(label)
      .map((owner) => parties.resolve(owner))
      .filter((side) => side !== undefined),
  );
  return sides.size === 1 ? [...sides][0] : undefined;
}

const LINES_ABOVE = 4;
const SAME_EDGE = 6;

/** `party), LEI …`, `France (the Counterparty), LEI …`: the end of a sentence, in which the name stands further in front. */
const GOES_ON_FROM_ABOVE = /\)\s*[,;]?\s*$|^\s*\p{Ll}+\)/u;

/** At their left or right edges, or centred as a letterhead is. */
const areAligned = (a: Segment, b: Segment): boolean =>
  Math.abs(a.x - b.x) < SAME_EDGE ||
  Math.abs(a.right - b.right) < SAME_EDGE ||
  Math.abs(a.x + a.right - b.x - b.right) < 2 * SAME_EDGE;

const A_TITLE = /^(?:confirmation|trade confirmation|bestätigung|conferma|confirmación)\b(?!.*:)/i;

/** `between X, LEI 5493… (hereafter X), and Y, LEI 5299…`: an LEI right behind a party's whole name, in a sentence. */
function readLeisBehindNames(found: FoundFields, prose: string, parties: Parties): void {
  for (const side of ['BANK', 'COUNTERPARTY'] as const) {
    const name = parties.names[side];
    if (name === undefined || found.get(LEI_FIELD[side]) !== undefined) continue;
    const spelled = name
      .split(/\s+/)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s+');
    const behind = new RegExp(
      `${spelled}\\s*[,;(–—-]?\\s*(?:\\(?with\\s+)?\\(?LEI(?:\\s+code)?\\s*:?\\s*([A-Z0-9]{18}\\d{2})\\b`,
      'iu',
    );
    const [literal = '', lei] = behind.exec(prose) ?? [];
    if (lei !== undefined)
      found.add(LEI_FIELD[side], lei.toUpperCase(), { page: 0, line: 0, label: 'text', value: literal }, 0.9);
  }
}

/** `…, 61000 Lisle, France (the Client),`: the party of a line that ends with what it is called. */
function calledAtEnd(text: string, parties: Parties): Source | undefined {
  const called = /\(([^()]{3,40})\)\s*[,;]?$/.exec(text)?.[1];
  return called === undefined ? undefined : parties.resolve(called.replace(/["“”„«»]/g, '').trim());
}

/** `LEI 5493…` on a line of its own below a name, in a letterhead or an address: the nearest name above is meant. */
function readLeisBelowNames(found: FoundFields, { lines }: PositionedText, parties: Parties, source: Source): void {
  for (const [at, line] of lines.entries()) {
    for (const segment of line.segments) {
      const [, before = '', lei] = /^(.*?)\bLEI\b\W{0,3}([A-Z0-9]{18}\d{2})\b/.exec(segment.text) ?? [];
      // `To: X (LEI …)` says itself whose it is.
      if (
        lei === undefined ||
        parties.resolve(nameIn(before.replace(/^.*?:|\($/g, ''))) !== undefined ||
        GOES_ON_FROM_ABOVE.test(before) ||
        (['bank_lei', 'counterparty_lei'] as const).some((field) => found.get(field) === lei)
      )
        continue;
      const above = lines
        .slice(Math.max(0, at - LINES_ABOVE), at)
        .filter(({ page }) => page === line.page)
        .toReversed();
      // Behind the title the sender's own data begin: the names above it are of the address.
      const isBehindTitle = before.trim() === '' && above.some(({ segments }) => A_TITLE.test(segments[0]?.text ?? ''));
      // `X SA, 4 rue Basse, Lyon (the Client),`: the line goes on here, wherever it begins.
      const goesOn = above.slice(0, 1).filter(({ segments }) => /,$/.test(segments.at(-1)?.text ?? ''));
      const named = (goesOn.length > 0 ? goesOn : above)
        .flatMap(({ segments }) => segments.filter((other) => goesOn.length > 0 || areAligned(other, segment)))
        .map(({ text }) => calledAtEnd(text, parties) ?? parties.resolve(nameIn(text)))
        .find((each) => each !== undefined);
      const side = isBehindTitle && goesOn.length === 0 ? source : named;
      if (!side || found.get(LEI_FIELD[side]) !== undefined) continue;
      const place = {
        page: line.page,
        line: line.number,
        label: 'LEI',
        value: segment.text,
        boxes: [boxOf(line, segment)],
      };
      found.add(LEI_FIELD[side], lei, place, 0.8);
    }
  }
}

/** `X (LEI 2138…)`, `LEI of Party A: 2138…`: the party that is named last before it, up to the LEI before. */
function readLeisInProse(found: FoundFields, prose: string, parties: Parties): void {
  let from = 0;
  // A form's columns read across are no sentence.
  for (const { 0: lei, index } of matchesOf(prose, /\b[A-Z0-9]{18}\d{2}\b/g)) {
    const before = prose.slice(Math.max(from, index - 120), index);
    // `LEIs: Alder 5493…, Counterparty 5493…`: the word stands before the first of them.
    const goesOn = from > 0 && index - from < 60 && !/[.]\s/.test(before);
    from = index + lei.length;
    if (
      found.get('bank_lei') === lei ||
      found.get('counterparty_lei') === lei ||
      (found.get('bank_lei') && found.get('counterparty_lei')) ||
      (!goesOn && !/\bLEIs?\b|legal entity/i.test(before))
    )
      continue;
    // Nearest to the LEI: `… payable by PSP. LEI Harbour 5493…`.
    const near = before
      .slice(Math.max(before.lastIndexOf('LEI') + 3, 0))
      .replace(/[(:).;,]|\bs\b|\b(?:of|code|number|no)\b/gi, ' ')
      .trim();
    const own = near === '' ? undefined : parties.resolve(near);
    const side =
      own ??
      speaker(
        before.replace(/\b(?:LEI|of|legal entity identifier|code|number|no)\b/gi, ' ').replace(/[(:).]/g, ' '),
        parties,
      );
    if (side && found.get(LEI_FIELD[side]) === undefined) {
      found.add(LEI_FIELD[side], lei, { page: 0, line: 0, label: 'text', value: `${before}${lei}` }, 0.8);
    }
  }
}
