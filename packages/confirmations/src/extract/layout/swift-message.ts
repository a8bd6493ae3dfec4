import { type Line, lineText, type PositionedText } from '../../read/positioned-text.ts';
import { boxOf, type Entry } from './entry.ts';

/** A field of a message as it is printed: `:32B:` or `32B:`, its name, its value on the same or the next lines. */
interface Field {
  readonly tag: string;
  readonly sequence: string;
  readonly parts: readonly { readonly text: string; readonly line: Line }[];
}

/** `:32B:`, `20 : Sender's Reference`; `:32B : NOTIONAL AMOUNT : …` is a telex with labels of its own. */
const TAG = /^(?::(?=\d{2}[A-Z]?:))?(\d{2}[A-Z]?)\s?:(?!.*\s:\s)\s*(.*)$/;
const RULE = /^-{3,}|-{5,}|^\{|^-CHK|^\*{3}/;
const FEWEST_TAGS = 6;

/** What a tag's value is, whatever the print calls it. SWIFT Standards MT, category 3: MT300, MT305, MT306, MT360. */
const LABELS: Readonly<Record<string, string>> = {
  '20': 'Our Reference',
  '21': 'Your Reference',
  '30': 'Trade Date',
  '30T': 'Trade Date',
  '30V': 'Value Date',
  '36': 'Exchange Rate',
  '32B': 'Amount bought by Party A',
  '33B': 'Amount sold by Party A',
};
const OF_ANY_MESSAGE = Object.fromEntries(Object.entries(LABELS).filter(([tag]) => !/^3[23]B$/.test(tag)));
const OPTION_LABELS: Readonly<Record<string, string>> = {
  ...OF_ANY_MESSAGE,
  '30V': 'Settlement Date',
  '31G': 'Expiration Date',
  '31E': 'Settlement Date',
  '36': 'Strike Price',
  '34P': 'Premium',
  '34R': 'Premium',
};
const SWAP_LABELS: Readonly<Record<string, string>> = {
  ...OF_ANY_MESSAGE,
  '30V': 'Effective Date',
  '30P': 'Termination Date',
  '32B': 'Notional Amount',
  '33B': 'Notional Amount',
  '37U': 'Fixed Rate',
  '14F': 'Floating Rate Option',
  '14D': 'Day Count Fraction',
  '37R': 'Spread',
};
/** In an MT360 the sequence says which party pays which leg. */
const LEG_OF_SEQUENCE: Readonly<Record<string, readonly [string, string]>> = {
  '15B': ['Fixed Amounts', 'Party B'],
  '15C': ['Floating Amounts', 'Party B'],
  '15E': ['Fixed Amounts', 'Party A'],
  '15F': ['Floating Amounts', 'Party A'],
};

/** The entries of a printed SWIFT confirmation, and its lines; undefined where the page is none. */
export function swiftMessage({
  lines,
}: PositionedText): { readonly entries: Entry[]; readonly lines: readonly Line[] } | undefined {
  const tagged = lines.filter(({ segments: [first] }) => first && TAG.test(first.text));
  if (tagged.length < FEWEST_TAGS) return undefined;
  const fields = fieldsOf(lines);
  if (!fields.some(({ tag }) => tag === '20') || !fields.some(({ tag }) => /^(?:82|87)/.test(tag))) return undefined;
  const kind = /\b(?:FIN|MT) ?(3\d\d)\b/.exec(lines.map(lineText).join(' '))?.[1];
  const isOption = kind === '305' || fields.some(({ tag }) => tag === '31G');
  const isSwap = kind === '360' || kind === '361' || fields.some(({ tag }) => tag === '30P');
  const labels = isOption ? OPTION_LABELS : isSwap ? SWAP_LABELS : LABELS;
  const names = namesByBic(lines);
  const entries = fields.flatMap((field) => entriesOf(field, labels, names));
  if (isOption) entries.push(...optionTerms(fields));
  return { entries: [...entries, ...payersOf(fields)], lines };
}

const BIC_ALONE = /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/;

/** `Sender: HARBPLPWXXX Harbour Bank SA`: the names that a print's header gives to BICs, by their first eight characters. */
function namesByBic(lines: readonly Line[]): ReadonlyMap<string, string> {
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const [, bic = '', name = ''] =
        /^(?:sender|receiver|from|to)\s*:\s*([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3,4})?)\s+(\p{L}.{2,60})$/iu.exec(
          lineText(line),
        ) ?? [];
      return bic === '' ? [] : [[bic.slice(0, 8), name.trim()]];
    }),
  );
}

function fieldsOf(lines: readonly Line[]): Field[] {
  const fields: { tag: string; sequence: string; parts: { text: string; line: Line }[] }[] = [];
  let sequence = '';
  let open = false;
  for (const line of lines) {
    const [first, ...others] = line.segments;
    const match = first && TAG.exec(first.text);
    if (match) {
      const [, tag = '', rest = ''] = match;
      if (tag.startsWith('15')) sequence = tag;
      const texts = [rest, ...others.map(({ text }) => text)].filter((text) => text !== '');
      fields.push({ tag, sequence, parts: texts.map((text) => ({ text, line })) });
      open = true;
    } else if (RULE.test(lineText(line))) open = false;
    else if (open) fields.at(-1)?.parts.push(...line.segments.map(({ text }) => ({ text, line })));
  }
  return fields;
}

/** The value: what stands behind the field's name, or all of it where only a value stands. */
function printedValue({ parts }: Field): { text: string; line: Line | undefined } {
  const value = parts.length > 1 ? parts.slice(1) : parts;
  return {
    text: value
      .map(({ text }) => plain(text))
      .join(' ')
      .trim(),
    line: value[0]?.line,
  };
}

/** SWIFT's decimals are a comma, and end a whole amount: `#10000000,00#`, `USD5000000,`, `20260119GBP127500,00`. */
function plain(text: string): string {
  return text
    .replace(/#/g, ' ')
    .replace(/^:\s*/, '')
    .replace(/\b(\d{8})(?=[A-Z]{3}\d)/g, '$1 ')
    .replace(/^([A-Z]{3})(?=\d)/, '$1 ')
    .replace(/^(?:Currency|Amount)\s*:?\s*/i, '')
    .replace(/^([A-Z]{3}) \([A-Z ]+\)$/, '$1');
}

function entryOf(label: string, value: string, line: Line | undefined, field: Field, column?: string): Entry {
  const segment = line?.segments.at(-1);
  return {
    label,
    value,
    section: LEG_OF_SEQUENCE[field.sequence]?.[0] ?? '',
    ...(column === undefined ? {} : { column }),
    page: line?.page ?? 1,
    line: line?.number ?? 1,
    lines: [...new Set(field.parts.map(({ line: { number } }) => number))],
    boxes: line && segment ? [boxOf(line, segment)] : [],
  };
}

function entriesOf(
  field: Field,
  labels: Readonly<Record<string, string>>,
  names: ReadonlyMap<string, string>,
): Entry[] {
  const { tag } = field;
  const { text, line } = printedValue(field);
  const party = /^(82|87)/.exec(tag)?.[1];
  if (party !== undefined) return partyEntries(field, party === '82' ? 'Party A' : 'Party B', names);
  const label = labels[tag];
  if (label === undefined || text === '' || (tag === '21' && /^(?:NEW|NONREF)$/.test(text))) return [];
  return [entryOf(label, text, line, field)];
}

/** `/NAME/HARBOUR BANK ASA /LEIC/5493…`, `HARBPLPWXXX BANK HARBOR SA`: who writes is party A. */
function partyEntries(field: Field, party: 'Party A' | 'Party B', names: ReadonlyMap<string, string>): Entry[] {
  const { text, line } = printedValue(field);
  // Option A of a party field begins with its BIC, option J has code words.
  const name =
    /\/NAME\/([^/]+)/.exec(text)?.[1] ?? text.replace(/^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\s+|\/\w{4}\/\S+/g, ' ');
  const bic = field.tag.endsWith('A') ? /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\b/.exec(text)?.[0] : undefined;
  const lei = /\b[A-Z0-9]{18}\d{2}\b/.exec(text)?.[0];
  const own = name.replace(/\s+/g, ' ').trim();
  // Where the field holds the code alone, the header names whose it is; a code by itself is no name.
  const spelled = BIC_ALONE.test(own) ? (names.get(own.slice(0, 8)) ?? own) : own;
  const add = (label: string, value: string | undefined, column?: string) =>
    value === undefined || value === '' ? [] : [entryOf(label, value, line, field, column)];
  return [
    ...add(party === 'Party A' ? 'From' : 'To', spelled),
    ...add(party, spelled),
    ...add('LEI', lei, party),
    ...add('BIC', bic, party),
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
function payersOf(fields: readonly Field[]): Entry[] {
  return fields.flatMap((field) => {
    const [leg, payer] = LEG_OF_SEQUENCE[field.sequence] ?? [];
    if (!payer || !/^(?:37U|14F)$/.test(field.tag)) return [];
    return [
      entryOf(
        leg === 'Fixed Amounts' ? 'Fixed Rate Payer' : 'Floating Rate Payer',
        payer,
        printedValue(field).line,
        field,
      ),
    ];
  });
}
