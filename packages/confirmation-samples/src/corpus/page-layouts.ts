// Long: one entry a layout, which share their drawing.
import { PAGE, type PlacedText, writePdf } from '../pdf/pdf-writer.ts';

/** A confirmation before it is laid out. */
export interface Sheet {
  readonly issuer: string;
  readonly recipient: string;
  readonly issuerLei: string;
  readonly recipientLei: string;
  readonly ours: string;
  readonly yours: string;
  readonly date: string;
  readonly product: string;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly heading: string;
  readonly leg?: 'fixed' | 'floating';
  readonly rows: readonly (readonly [label: string, value: string])[];
}

const OPENING = (sheet: Sheet) => [
  'Dear Sirs,',
  `The purpose of this letter agreement is to confirm the terms and conditions of the Transaction entered into between ${sheet.issuer} ("Party A") and ${sheet.recipient} ("Party B") on the Trade Date specified below (the "Transaction"). This letter constitutes a "Confirmation" as referred to in the Master Agreement specified below.`,
  '1. This Confirmation supplements, forms part of, and is subject to, the ISDA 2002 Master Agreement dated as of 14 May 2018, as amended and supplemented from time to time, between the parties.',
  '2. The terms of the particular Transaction to which this Confirmation relates are as follows:',
];
const CLOSING = [
  'Each party represents to the other party that it is acting for its own account, and has made its own independent decisions to enter into this Transaction. The CSA Threshold Amount is USD 45,000,000 and the Minimum Transfer Amount is USD 250,000. The credit line of USD 150,000,000 was approved on 11 January 2021.',
  'Payments to us: Standard Bank N.A., Account 55012345, SWIFT STNDUS33, reference 8812-77.',
  'Please confirm that the foregoing correctly sets forth the terms of our agreement by executing the copy of this Confirmation enclosed for that purpose and returning it to us.',
];

export const PAGE_LAYOUTS = {
  letter: (sheet: Sheet) =>
    letter(sheet, (page, label, value) =>
      page.row([
        [`${label}:`, 66, 170],
        [value, 250, 280],
      ]),
    ),
  'letter, labels and values in one run': (sheet: Sheet) =>
    letter(sheet, (page, label, value) => page.paragraph(`${label}: ${value}`)),
  'letter, lettered terms': (sheet: Sheet) => {
    let n = 0;
    return letter(sheet, (page, label, value) =>
      page.row([
        [`(${String.fromCharCode(97 + (n++ % 26))})`, 50, 20],
        [`${label}:`, 74, 160],
        [value, 250, 280],
      ]),
    );
  },
  'letter, dotted leaders': (sheet: Sheet) =>
    letter(sheet, (page, label, value) =>
      page.paragraph(`${label} ${'.'.repeat(Math.max(4, 36 - label.length))} ${value}`),
    ),
  grid: (sheet: Sheet) =>
    grid(sheet, (page, label, value) =>
      page.row([
        [label, 70, 160],
        [value, 240, 280],
      ]),
    ),
  'grid, values centred beside wrapped labels': (sheet: Sheet) =>
    grid(sheet, (page, label, value) => page.centredRow([label, 70, 90], [value, 190, 300])),
  'grid, values at the right': (sheet: Sheet) =>
    grid(sheet, (page, label, value) => page.rightAligned(label, 70, value, 520)),
  'four columns': fourColumns,
  telex: (sheet: Sheet) => telex(sheet, ': '),
  'telex without a space': (sheet: Sheet) => telex(sheet, ':'),
  'telex with numbers': (sheet: Sheet) => telex(sheet, ': ', true),
  'legs side by side': legsSideBySide,
  'legs in columns': legsInColumns,
  stacked,
  'stacked, one to a line': stackedSingle,
} as const;

export type PageLayout = keyof typeof PAGE_LAYOUTS;

type WriteRow = (page: Page, label: string, value: string) => void;

function letter(sheet: Sheet, row: WriteRow): Uint8Array {
  const page = new Page(10.5, 60);
  page.line(sheet.issuer, 208, { size: 14.5, bold: true });
  page.line('7 Basinghall Yard, London EC2V 5DD', 220);
  for (const line of [`Date: ${sheet.date}`, `To: ${sheet.recipient}`, '410 Lexington Avenue, New York, NY 10170'])
    page.line(line);
  page.gap(6);
  page.line(`Our LEI: ${sheet.issuerLei} Your LEI: ${sheet.recipientLei}`);
  page.line(`Our Reference: ${sheet.ours}`);
  page.line(`Your Reference: ${sheet.yours}`);
  page.line(`Re: ${sheet.product} Transaction`, 60, { bold: true });
  for (const text of OPENING(sheet)) page.paragraph(text);
  for (const { heading, rows } of sheet.sections) {
    page.line(`${heading}:`, 60, { bold: true });
    for (const [label, value] of rows) row(page, label, value);
  }
  for (const text of CLOSING) page.paragraph(text);
  page.line('Yours faithfully,');
  page.line(sheet.issuer.toUpperCase());
  page.line('By: ______________________');
  return page.pdf();
}

function grid(sheet: Sheet, row: WriteRow): Uint8Array {
  const page = new Page(9, 63);
  page.line(sheet.issuer.toUpperCase(), 63, { size: 15, bold: true });
  page.line(`OTC DERIVATIVES CONFIRMATION - ${sheet.product.toUpperCase()}`, 63, { size: 11, bold: true });
  page.gap(8);
  row(page, 'Our Reference', sheet.ours);
  row(page, 'Your Reference', sheet.yours);
  row(page, 'Product', sheet.product);
  row(page, 'Confirmation Date', sheet.date);
  page.gap(10);
  page.row([
    ['Party A', 169, 170],
    ['Party B', 353, 170],
  ]);
  page.row([
    ['Legal Name', 70, 90],
    [sheet.issuer, 169, 170],
    [sheet.recipient, 353, 170],
  ]);
  page.row([
    ['LEI', 70, 90],
    [sheet.issuerLei, 169, 170],
    [sheet.recipientLei, 353, 170],
  ]);
  page.row([
    ['Credit Line', 70, 90],
    ['Internal Allocation', 169, 170],
    ['USD 100,000,000', 353, 170],
  ]);
  for (const { heading, rows } of sheet.sections) {
    page.gap(10);
    page.line(heading.toUpperCase(), 70, { bold: true });
    page.gap(4);
    for (const [label, value] of rows) row(page, label, value);
  }
  page.gap(10);
  page.line('DOCUMENTATION AND SETTLEMENT INSTRUCTIONS', 70, { bold: true });
  page.gap(4);
  row(page, 'Master Agreement', '2002 ISDA Master Agreement dated 2018-05-14');
  row(page, 'Our Account', 'Standard Bank N.A., Account 55012345');
  row(page, 'Threshold (CSA)', 'USD 45,000,000');
  return page.pdf();
}

function fourColumns(sheet: Sheet): Uint8Array {
  const page = new Page(8, 51);
  page.line(sheet.issuer, 51, { size: 14, bold: true });
  page.line('Confirmation of trade');
  page.gap(10);
  const pairs: (readonly [string, string])[] = [
    ['Reference', sheet.ours],
    ['Your Reference', sheet.yours],
    ['Product', `${sheet.product} Transaction`],
    ['Dealer', sheet.issuer],
    ['Client', sheet.recipient],
    ['Dealer LEI', sheet.issuerLei],
    ['Client LEI', sheet.recipientLei],
    ...sheet.sections.flatMap(({ rows }) => rows),
  ];
  const half = Math.ceil(pairs.length / 2);
  for (let i = 0; i < half; i++) {
    const [left, right] = [pairs[i], pairs[i + half]];
    page.row([
      ...(left ? [[left[0], 54, 100] as const, [left[1], 162, 135] as const] : []),
      ...(right ? [[right[0], 304, 100] as const, [right[1], 411, 140] as const] : []),
    ]);
    page.gap(5);
  }
  return page.pdf();
}

function telex(sheet: Sheet, colon: string, numbered = false): Uint8Array {
  const page = new Page(9.5, 45, true);
  const field = (label: string, value: string) => page.line(`${label.padEnd(22)}${colon}${value}`);
  field('TO', sheet.recipient.toUpperCase());
  field('FROM', sheet.issuer.toUpperCase());
  field('DATE', sheet.date);
  field('OUR REF', sheet.ours);
  field('YOUR REF', sheet.yours);
  field('LEI', `${sheet.issuerLei} / ${sheet.recipientLei}`);
  page.gap(13);
  page.line(`RE: ${sheet.product.toUpperCase()} TRANSACTION`);
  page.gap(13);
  page.line('WE HEREBY CONFIRM THE FOLLOWING TRANSACTION CONCLUDED WITH YOU:');
  let number = 0;
  for (const { heading, rows } of sheet.sections) {
    page.gap(13);
    page.line(`--- ${heading.toUpperCase()} ---`);
    for (const [label, value] of rows) field(`${numbered ? `${++number}. ` : ''}${label.toUpperCase()}`, value);
  }
  page.gap(13);
  page.line('SUBJECT TO ISDA 2002 MASTER AGREEMENT DATED 14MAY18. CSA THRESHOLD USD 45,000,000.');
  page.line('PLEASE ADVISE ANY DISCREPANCY WITHIN 24 HOURS. REGARDS, TREASURY BACK OFFICE');
  return page.pdf();
}

/** Two blocks, each with labels of its own. */
function legsSideBySide(sheet: Sheet): Uint8Array {
  const page = heading(sheet);
  const [fixed, floating] = ['fixed', 'floating'].map((leg) => sheet.sections.find((section) => section.leg === leg));
  for (const section of sheet.sections) {
    if (section.leg) continue;
    for (const [label, value] of section.rows)
      page.row([
        [label, 45, 110],
        [value, 160, 380],
      ]);
  }
  if (!fixed) return page.pdf();
  page.gap(14);
  page.row([[fixed.heading, 45, 240], ...(floating ? [[floating.heading, 305, 240] as const] : [])]);
  page.gap(4);
  for (let i = 0; i < Math.max(fixed.rows.length, floating?.rows.length ?? 0); i++) {
    const [left, right] = [fixed.rows[i], floating?.rows[i]];
    page.row([
      ...(left ? [[plain(left[0]), 45, 105] as const, [left[1], 155, 140] as const] : []),
      ...(right ? [[plain(right[0]), 305, 105] as const, [right[1], 415, 140] as const] : []),
    ]);
  }
  return page.pdf();
}

/** One column of labels, a column a leg. */
function legsInColumns(sheet: Sheet): Uint8Array {
  const page = heading(sheet);
  const [fixed, floating] = ['fixed', 'floating'].map((leg) => sheet.sections.find((section) => section.leg === leg));
  for (const section of sheet.sections) {
    if (section.leg) continue;
    for (const [label, value] of section.rows)
      page.row([
        [label, 45, 150],
        [value, 200, 340],
      ]);
  }
  if (!fixed || !floating) {
    for (const { rows } of sheet.sections.filter(({ leg }) => leg)) {
      for (const [label, value] of rows)
        page.row([
          [label, 45, 150],
          [value, 200, 340],
        ]);
    }
    return page.pdf();
  }
  page.gap(14);
  page.row([
    [fixed.heading, 200, 150],
    [floating.heading, 380, 150],
  ]);
  page.gap(4);
  const labels = [...new Set([...fixed.rows, ...floating.rows].map(([label]) => plain(label)))];
  for (const label of labels) {
    const of = (section: Section) => section.rows.find(([own]) => plain(own) === label)?.[1] ?? 'n/a';
    page.row([
      [label, 45, 150],
      [of(fixed), 200, 170],
      [of(floating), 380, 170],
    ]);
  }
  return page.pdf();
}

function stacked(sheet: Sheet): Uint8Array {
  const page = heading(sheet);
  const rows = sheet.sections.flatMap(({ rows: own }) => own);
  for (let i = 0; i < rows.length; i += 3) {
    const three = rows.slice(i, i + 3);
    page.cells(
      three.map(([label], column) => [label.toUpperCase(), 44 + column * 177, 170]),
      6.5,
      12,
    );
    page.cells(
      three.map(([, value], column) => [value, 44 + column * 177, 170]),
      9,
      12,
    );
    page.gap(14);
  }
  return page.pdf();
}

function stackedSingle(sheet: Sheet): Uint8Array {
  const page = heading(sheet);
  for (const [label, value] of sheet.sections.flatMap(({ rows }) => rows)) {
    page.cells([[label, 44, 300]], 7, 11);
    page.cells([[value, 44, 500]], 9.5, 11);
    page.gap(9);
  }
  return page.pdf();
}

function heading(sheet: Sheet): Page {
  const page = new Page(9.5, 45);
  page.line(sheet.issuer, 45, { size: 16, bold: true });
  page.line(`Transaction Confirmation: ${sheet.product}`, 45, { size: 12 });
  page.gap(10);
  page.row([
    ['Our Reference', 45, 100],
    [sheet.ours, 160, 250],
  ]);
  page.row([
    ['Your Reference', 45, 100],
    [sheet.yours, 160, 250],
  ]);
  page.row([
    ['Client', 45, 100],
    [sheet.recipient, 160, 250],
  ]);
  page.row([
    ['Our LEI', 45, 100],
    [sheet.issuerLei, 160, 250],
  ]);
  page.row([
    ['Client LEI', 45, 100],
    [sheet.recipientLei, 160, 250],
  ]);
  page.gap(20);
  return page;
}

// Below a leg's heading a label need not repeat the leg: `Fixed Rate Payer` is `Payer`, but a fixed rate stays one.
function plain(label: string): string {
  const short = label.replace(
    /^(?:fixed|floating|fix|flt|float)\s+(?:rate\s+|leg\s+)?(?:payer\s+)?(?=payer$|day|basis|freq|pay\b|payment|period)/i,
    '',
  );
  return short.charAt(0).toUpperCase() + short.slice(1);
}

type CellOf = readonly [text: string, x: number, width: number];

/** Writes lines from the top of a page down, and goes on to the next page at its end. Points. */
class Page {
  private readonly pages: PlacedText[][] = [[]];
  private y = 780;
  private readonly size: number;
  private readonly left: number;
  private readonly monospaced: boolean;

  constructor(size: number, left: number, monospaced = false) {
    this.size = size;
    this.left = left;
    this.monospaced = monospaced;
  }

  line(text: string, x = this.left, { size = this.size, bold = false } = {}): void {
    this.put(text, x, size, bold);
    this.down(size * 1.37);
  }

  paragraph(text: string): void {
    for (const line of wrap(text, PAGE.width - 2 * this.left, this.size)) this.line(line);
    this.gap(this.size * 0.5);
  }

  row(cells: readonly CellOf[]): void {
    const wrapped = cells.map(([text, x, width]) => ({ x, lines: wrap(text, width, this.size) }));
    const height = Math.max(...wrapped.map(({ lines }) => lines.length));
    this.keepTogether(height * this.size * 1.3);
    for (let i = 0; i < height; i++) {
      for (const { x, lines } of wrapped) if (lines[i] !== undefined) this.put(lines[i] ?? '', x);
      this.down(this.size * (i === height - 1 ? 1.6 : 1.25));
    }
  }

  centredRow([label, labelX, labelWidth]: CellOf, [value, valueX, valueWidth]: CellOf): void {
    const [left, right] = [wrap(label, labelWidth, this.size), wrap(value, valueWidth, this.size)];
    const [rows, step] = [Math.max(left.length, right.length), this.size * 1.25];
    this.keepTogether(rows * step);
    const top = this.y;
    for (const [lines, x] of [
      [left, labelX],
      [right, valueX],
    ] as const) {
      lines.forEach((line, i) => {
        this.y = top - ((rows - lines.length) / 2 + i) * step;
        this.put(line, x);
      });
    }
    this.y = top;
    this.down(rows * step + this.size * 0.9);
  }

  rightAligned(label: string, x: number, value: string, right: number): void {
    this.put(label, x);
    this.put(value, right - widthOf(value, this.size));
    this.down(this.size * 1.8);
  }

  cells(cells: readonly CellOf[], size: number, step: number): void {
    this.keepTogether(2 * step);
    for (const [text, x] of cells) this.put(text, x, size);
    this.down(step);
  }

  gap(points: number): void {
    this.y -= points;
  }

  pdf(): Uint8Array {
    return writePdf(this.pages);
  }

  private keepTogether(height: number): void {
    if (this.y - height < 60) this.turn();
  }

  private put(text: string, x: number, size = this.size, bold = false): void {
    this.pages.at(-1)?.push({ text, x, y: this.y, size, bold, monospaced: this.monospaced });
  }

  private down(points: number): void {
    this.y -= points;
    if (this.y < 60) this.turn();
  }

  private turn(): void {
    this.pages.push([]);
    this.y = 780;
  }
}

// Helvetica's letters are half as wide as they are high, near enough to break lines by.
function widthOf(text: string, size: number): number {
  return text.length * size * 0.52;
}

function wrap(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
