import { type Line, lineText, type PositionedText } from '../../read/positioned-text.ts';
import { boxOf, type Entry } from './entry.ts';
import { LABELS, OPTION_LABELS, SWAP_LABELS, spelledOut } from './swift-fields.ts';
import { bicOfName, namesByBic } from './swift-names.ts';
import { asOneSwap } from './swift-pairs.ts';

/** A field of a message as it is printed: `:32B:` or `32B:`, its name, its value on the same or the next lines. */
interface Field {
  readonly tag: string;
  readonly sequence: Sequence;
  /** The line of its own above it that names a leg. */
  readonly caption?: string;
  readonly parts: readonly { readonly text: string; readonly line: Line }[];
}

/** `15E: New Sequence E - Floating Interest, payable by Party A`. */
interface Sequence {
  readonly tag: string;
  readonly name: string;
}

/** `:32B:`, `20 : Sender's Reference`; `:32B : NOTIONAL AMOUNT : …` is a telex with labels of its own. */
const TAG = /^(?::(?=\d{2}[A-Za-z]?:))?(\d{2}[A-Za-z]?)\s?:(?!.*\s:\s)\s*(.*)$/;
const RULE = /^-{3,}|-{5,}|^\{|^-CHK|^\*{3}|^[-*\s]*(?:sub-?)?sequence [A-H]\d?\b/i;
/** `-- NEAR LEG --`: a print of both legs of an FX swap in one message parts them so. */
const CAPTION = /^[-*=\s]{2,}((?:near|far|first|second)\s+leg)[-*=\s]{2,}$/i;
const FEWEST_TAGS = 6;

/** Fields of the message, the parties and the payments, which state no term of the trade. */
const NO_TERM = /^(?:15|22[ACKLS]|23A|94|5\d|8\d|72|79|77[BDHL]|24D|26H|71|21|17[FNO]|14C|39M|98)/;
/** Fields whose printed name says less than the tag does, or says whose it is; a premium may have its date before it. */
const BY_TAG = /^(?:20|21|30T|34[PR])$/;

/** In an MT360 the sequence says which party pays which leg, where its printed name does not. */
const LEG_OF_SEQUENCE: Readonly<Record<string, Leg>> = {
  '15B': { leg: 'Fixed', payer: 'Party B' },
  '15C': { leg: 'Floating', payer: 'Party B' },
  '15E': { leg: 'Fixed', payer: 'Party A' },
  '15F': { leg: 'Floating', payer: 'Party A' },
};
interface Leg {
  readonly leg: 'Fixed' | 'Floating';
  readonly payer: 'Party A' | 'Party B';
  /** Of two legs of one kind. */
  readonly number?: number;
}

/** The leg that the fields of a sequence are of. */
function legOf({ tag, name }: Sequence): Leg | undefined {
  const [, leg, payer] = /\b(Fixed|Floating)\b.*\bpayable by Party ([AB])\b/i.exec(name) ?? [];
  if (leg === undefined) return LEG_OF_SEQUENCE[tag];
  return {
    leg: /fixed/i.test(leg) ? 'Fixed' : 'Floating',
    payer: payer?.toUpperCase() === 'A' ? 'Party A' : 'Party B',
  };
}

/** The leg of each sequence; two of one kind have a number. */
function legsOf(fields: readonly Field[]): Reading['legs'] {
  const sequences = fields.flatMap(({ tag, sequence }) => (tag === '14F' || tag === '37U' ? [sequence] : []));
  return (sequence) => {
    const leg = legOf(sequence);
    const alike = sequences.filter((each) => legOf(each)?.leg === leg?.leg);
    return leg && alike.length > 1 ? { ...leg, number: alike.indexOf(sequence) + 1 } : leg;
  };
}

/** The entries of a printed SWIFT confirmation, and its lines; undefined where the page is none. */
export function swiftMessage(
  { lines }: PositionedText,
  isLabel: (text: string) => boolean,
): { readonly entries: Entry[]; readonly lines: readonly Line[] } | undefined {
  const tagged = lines.filter(({ segments: [first] }) => first && TAG.test(first.text));
  if (tagged.length < FEWEST_TAGS) return undefined;
  const fields = asOneSwap(fieldsOf(lines));
  if (!fields.some(({ tag }) => tag === '20') || !fields.some(({ tag }) => /^(?:82|87)/.test(tag))) return undefined;
  const kind = /\b(?:FIN|MT) ?(3\d\d)\b/.exec(lines.map(lineText).join(' '))?.[1];
  const isOption = kind === '305' || kind === '306' || fields.some(({ tag }) => tag === '31G' || tag === '30X');
  const isSwap = !isOption && (kind === '360' || kind === '361' || fields.some(({ tag }) => tag === '30P'));
  const labels = isOption ? OPTION_LABELS : isSwap ? SWAP_LABELS : LABELS;
  const legs = isSwap ? legsOf(fields) : () => undefined;
  const entries = fields.flatMap((field) => entriesOf(field, { labels, lines, legs, isLabel }));
  entries.push(...productOfCaptions(fields));
  if (isOption) entries.push(...optionTerms(fields));
  return { entries: [...entries, ...(isSwap ? payersOf(fields, legs) : [])], lines };
}

/** How the fields of a kind of message are read. */
interface Reading {
  readonly labels: Readonly<Record<string, string>>;
  readonly lines: readonly Line[];
  readonly legs: (sequence: Sequence) => Leg | undefined;
  readonly isLabel: (text: string) => boolean;
}

const BIC_ALONE = /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/;

function fieldsOf(lines: readonly Line[]): Field[] {
  const fields: { tag: string; sequence: Sequence; caption?: string; parts: { text: string; line: Line }[] }[] = [];
  let sequence: Sequence = { tag: '', name: '' };
  let caption: string | undefined;
  let open = false;
  for (const line of lines) {
    const [first, ...others] = line.segments;
    const match = first && TAG.exec(first.text);
    if (match) {
      const [, tag = '', rest = ''] = match;
      if (tag.startsWith('15')) sequence = { tag, name: [rest, ...others.map(({ text }) => text)].join(' ') };
      const texts = [rest, ...others.map(({ text }) => text)].filter((text) => text !== '');
      const place = caption === undefined ? { tag, sequence } : { tag, sequence, caption };
      fields.push({ ...place, parts: texts.map((text) => ({ text, line })) });
      open = true;
    } else if (CAPTION.test(lineText(line))) {
      caption = CAPTION.exec(lineText(line))?.[1];
      open = false;
    } else if (RULE.test(lineText(line))) open = false;
    else if (open && !isPageHead(line)) {
      fields.at(-1)?.parts.push(...line.segments.map(({ text }) => ({ text, line })));
    }
  }
  return withNamesApart(fields);
}

/** `:32B: Currency, Amount Bought: CHF18250000,00`: a print that gives each field its name in the same run. */
function withNamesApart(fields: readonly Field[]): Field[] {
  const namedIn = ({ parts }: Field) =>
    parts.length === 1 ? /^(\p{Lu}[\p{L}\d'’ ,/&()-]{2,60}?)\s*:\s+(\S.*)$/u.exec(parts[0]?.text ?? '') : null;
  const named = fields.filter((field) => namedIn(field) !== null);
  if (named.length < FEWEST_TAGS || named.length < fields.length / 2) return [...fields];
  return fields.map((field) => {
    const [, name = '', value = ''] = namedIn(field) ?? [];
    const line = field.parts[0]?.line;
    return name === '' || !line
      ? field
      : {
          ...field,
          parts: [
            { text: name, line },
            { text: value, line },
          ],
        };
  });
}

/** A print over several pages has its title at the head of each. */
function isPageHead({ segments }: Line): boolean {
  return /^page\s+\d+(?:\s*(?:of|\/)\s*\d+)?$/i.test(segments.at(-1)?.text ?? '') && segments.length > 1;
}

/** `Call Currency, Amount` is the call amount; what stands in brackets explains. */
function nameOf({ parts: [name, value] }: Field): string {
  if (!name || !value) return '';
  return name.text
    .replace(/\([^)]*\)/g, ' ')
    .replace(/^(.*?)\bcurrency\s*(?:,|and)\s*(?=\S)/i, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The value: what stands behind the field's name, or all of it where only a value stands. */
function printedValue({ tag, parts }: Field): { text: string; line: Line | undefined } {
  const value = parts.length > 1 ? parts.slice(1) : parts;
  // The print explains a date, an amount or a rate in brackets: `20261117 (17 Nov 2026)`.
  const told = /^3/.test(tag) ? value.filter(({ text }, i) => i === 0 || !/^\(.*\)?$/.test(text)) : value;
  const text = told
    .map((part) => (/^3/.test(tag) ? amountsApart(plain(part.text)) : plain(part.text)))
    .join(' ')
    .trim();
  return { text: spelledOut(tag, text), line: value[0]?.line };
}

/** `20260119GBP127500,00`: a date, a currency and an amount. */
function amountsApart(text: string): string {
  return text.replace(/\b(\d{8})(?=[A-Z]{3}\d)/g, '$1 ').replace(/^([A-Z]{3})(?=\d)/, '$1 ');
}

/** SWIFT's decimals are a comma, and end a whole amount: `#10000000,00#`, `USD5000000,`, `20260119GBP127500,00`. */
function plain(text: string): string {
  return text
    .replace(/#/g, ' ')
    .replace(/^:\s*/, '')
    .replace(/^(?:(?:Currency|Amount)\s*:?|(?:Date|Time|Location|Place)\s*:)\s*/i, '')
    .replace(/^([A-Z]{3})(?: \([A-Z ]+\)| [A-Z]{2,}(?: [A-Z]+)*)$/, '$1');
}

function entryOf(
  label: string,
  value: string,
  line: Line | undefined,
  field: Field,
  place: { readonly column?: string; readonly section?: string } = {},
): Entry {
  const segment = line?.segments.at(-1);
  return {
    label,
    value,
    section: place.section ?? '',
    ...(place.column === undefined ? {} : { column: place.column }),
    page: line?.page ?? 1,
    line: line?.number ?? 1,
    lines: [...new Set(field.parts.map(({ line: { number } }) => number))],
    boxes: line && segment ? [boxOf(line, segment)] : [],
  };
}

function sectionOf(leg: Leg | undefined): { readonly section?: string } {
  if (leg === undefined) return {};
  return { section: leg.number === undefined ? `${leg.leg} Amounts` : `Leg ${leg.number}, ${leg.leg} Amounts` };
}

function entriesOf(field: Field, { labels, lines, legs, isLabel }: Reading): Entry[] {
  const { tag } = field;
  const { text, line } = printedValue(field);
  const party = /^(82|87)/.exec(tag)?.[1];
  if (party !== undefined) return partyEntries(field, party === '82' ? 'Party A' : 'Party B', lines);
  if (text === '' || (tag === '21' && /^(?:NEW|NONREF)$/.test(text))) return [];
  if (tag === '17A') return sidesOf(field);
  if (tag === '12F' && text.startsWith('VANI')) return [];
  if (tag === '77H') return agreementOf(field);
  if (tag === '77D') return saidInWords(field, isLabel);
  if (tag === '17F' && /non-deliverable/i.test(nameOf(field)) && /^Y\b/.test(text)) {
    return [entryOf('Product', 'Non-Deliverable Forward', line, field)];
  }
  const name = nameOf(field);
  const byName = !BY_TAG.test(tag) && isLabel(name) ? name : undefined;
  const exchange = /\b(Initial|Final) Exchange\b/i.exec(field.sequence.name)?.[1];
  if (tag === '30F' && exchange !== undefined) return [entryOf(`${exchange} Exchange Date`, text, line, field)];
  const isOfExchange = labels === LABELS && /^3[23]B$/.test(tag);
  const label = isOfExchange ? labels[tag] : (byName ?? labels[tag]);
  // A field that no list knows may state a term all the same.
  const unknown = NO_TERM.test(tag) || name === '' ? undefined : name;
  if (label === undefined && unknown === undefined) return [];
  const place = field.caption === undefined ? sectionOf(legs(field.sequence)) : { section: field.caption };
  return [entryOf(label ?? unknown ?? '', reference(tag, field, text), line, field, place)];
}

/** Two exchanges in one message are a swap, whatever the message is called. */
function productOfCaptions(fields: readonly Field[]): Entry[] {
  const captions = new Set(fields.map(({ caption }) => caption?.toLowerCase()).filter((caption) => caption));
  const last = fields.at(-1);
  return captions.size === 2 && last ? [entryOf('Product', 'FX Swap', last.parts[0]?.line, last)] : [];
}

/** `77D: CALCULATION AGENT: PARTY A`: terms that have no field of their own. */
function saidInWords(field: Field, isLabel: Reading['isLabel']): Entry[] {
  return field.parts.flatMap(({ text, line }) => {
    const [, code = '', coded = ''] = /^\/([A-Z]{3,4})\/(\S.*)$/.exec(text.trim()) ?? [];
    if (CODE_WORDS[code] !== undefined) return [entryOf(CODE_WORDS[code], coded, line, field)];
    const [, label = '', value = ''] = /^\/?([A-Z][A-Za-z /-]{3,40}?)\s*:\s*(\S.*)$/.exec(text.trim()) ?? [];
    return label !== '' && isLabel(label) ? [entryOf(label, value, line, field)] : [];
  });
}

/** Code words before terms in words, as houses agree them among themselves. */
const CODE_WORDS: Readonly<Record<string, string>> = { GOVL: 'Governing Law', SETL: 'Settlement' };

/** `77H: ISDA/20181130//2002`: the kind of agreement, its date and its version. */
function agreementOf(field: Field): Entry[] {
  const { text, line } = printedValue(field);
  const [, kind, year, month, day, version] =
    /^([A-Z]{3,6})\/(\d{4})(\d{2})(\d{2})(?:\/\/(\d{4}))?$/.exec(text.trim()) ?? [];
  if (year === undefined) return [];
  const name = kind === 'ISDA' ? `ISDA ${version ?? ''}` : '';
  const value = `${name} Master Agreement dated ${year}-${month}-${day}`.replace(/\s+/g, ' ').trim();
  return [entryOf('Master Agreement', value, line, field)];
}

/** A reference stands as it is printed, `USD100200`. */
function reference(tag: string, { parts }: Field, text: string): string {
  return /^2[01]$/.test(tag)
    ? (parts.length > 1 ? parts.slice(1) : parts)
        .map((part) => plain(part.text))
        .join(' ')
        .trim()
    : text;
}

/** `17A: S`: party A is the seller. */
function sidesOf(field: Field): Entry[] {
  const { text, line } = printedValue(field);
  const side = /^([BS])\b/.exec(text)?.[1];
  if (side === undefined) return [];
  const [buyer, seller] = side === 'B' ? ['Party A', 'Party B'] : ['Party B', 'Party A'];
  return [entryOf('Buyer', buyer ?? '', line, field), entryOf('Seller', seller ?? '', line, field)];
}

/** `/NAME/HARBOUR BANK ASA /LEIC/5493…`, `HARBPLPWXXX BANK HARBOR SA`: who writes is party A. */
function partyEntries(field: Field, party: 'Party A' | 'Party B', lines: readonly Line[]): Entry[] {
  const { text, line } = printedValue(field);
  // Option A of a party field begins with its BIC, option J has code words.
  const name =
    /\/NAME\/([^/]+)/.exec(text)?.[1] ?? text.replace(/^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\s+|\/\w{4}\/\S+/g, ' ');
  const bic = field.tag.endsWith('A') ? /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\b/.exec(text)?.[0] : undefined;
  const lei = /\b[A-Z0-9]{18}\d{2}\b/.exec(text)?.[0];
  const own = name.replace(/\s+/g, ' ').trim();
  // Where the field holds the code alone, the header names whose it is; a code by itself is no name.
  const spelled = BIC_ALONE.test(own) ? (namesByBic(lines).get(own.slice(0, 8)) ?? own) : own;
  const add = (label: string, value: string | undefined, column?: string) =>
    value === undefined || value === ''
      ? []
      : [entryOf(label, value, line, field, column === undefined ? {} : { column })];
  return [
    ...add(party === 'Party A' ? 'From' : 'To', spelled),
    ...add(party, spelled),
    ...add('LEI', lei, party),
    ...add('BIC', bic ?? bicOfName(lines, spelled), party),
  ];
}

/** `:23: BUY/PUT/A/D`: party A buys a put, American, delivered. The put is on the underlying currency of field 32B. */
function optionTerms(fields: readonly Field[]): Entry[] {
  const field = fields.find(({ tag }) => tag === '23');
  const [, trade, type, style, settles] =
    /\b(BUY|SELL)\s*\/\s*(PUT|CALL)\s*\/\s*([AEB])\s*\/\s*([A-Z])/.exec(field ? printedValue(field).text : '') ?? [];
  if (!field || trade === undefined) return [];
  const { line } = printedValue(field);
  const of = (tag: string) => fields.find((each) => each.tag === tag);
  const [underlying, counter] = [of('32B'), of('33B')].map((each) => each && { field: each, ...printedValue(each) });
  const other = type === 'PUT' ? 'CALL' : 'PUT';
  const code = (text: string | undefined) => /\b[A-Z]{3}\b/.exec(text ?? '')?.[0] ?? '';
  return [
    entryOf('Buyer', trade === 'BUY' ? 'Party A' : 'Party B', line, field),
    entryOf('Seller', trade === 'BUY' ? 'Party B' : 'Party A', line, field),
    entryOf('Option Style', { A: 'American', E: 'European', B: 'Bermuda' }[style ?? ''] ?? '', line, field),
    entryOf('Settlement', settles === 'D' ? 'Deliverable' : 'Non-Deliverable', line, field),
    entryOf('Option Type', `${code(underlying?.text)} ${type} / ${code(counter?.text)} ${other}`, line, field),
    ...(underlying ? [entryOf(`${type} Amount`, underlying.text, underlying.line, underlying.field)] : []),
    ...(counter ? [entryOf(`${other} Amount`, counter.text, counter.line, counter.field)] : []),
  ];
}

/** In an MT360 the legs' payers follow from the sequences that hold a rate. */
function payersOf(fields: readonly Field[], legs: Reading['legs']): Entry[] {
  return fields.flatMap((field) => {
    const leg = legs(field.sequence);
    if (!leg || !/^(?:37U|14F)$/.test(field.tag)) return [];
    const { line } = printedValue(field);
    return [entryOf(`${leg.leg} Rate Payer`, leg.payer, line, field, sectionOf(leg))];
  });
}
