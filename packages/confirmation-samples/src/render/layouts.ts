import { otherSide, type Trade } from '@trade-matching/domain';
import type { PlacedText } from '../pdf/pdf-writer.ts';
import { leiOf, longDate, nameOf, PRODUCT_NAMES, type Term, termsOf } from './wording.ts';

/** The ways a confirmation can be printed. */
export const LAYOUTS = ['letter', 'grid', 'key-value', 'telex'] as const;

export type Layout = (typeof LAYOUTS)[number];

const PART_HEADINGS = { general: 'GENERAL TERMS', fixed: 'FIXED AMOUNTS', floating: 'FLOATING AMOUNTS' } as const;

/** Lays a trade out on one page, as its own side would print it. */
export const LAY_OUT: { readonly [L in Layout]: (trade: Trade) => PlacedText[] } = {
  letter(trade) {
    const [us, them] = [trade.source_type, otherSide(trade.source_type)];
    const page = new PageWriter(60, 780, 10);
    page.line(nameOf(trade, us), { bold: true, size: 14 });
    page.gap(10);
    page.line(`Date: ${longDate(trade.confirmation_date ?? trade.trade_date ?? '')}`);
    page.line(`To: ${nameOf(trade, them)}`);
    for (const [label, value] of references(trade)) page.line(`${label}: ${value}`);
    page.line(`Re: ${PRODUCT_NAMES[trade.product]} Transaction`, { bold: true });
    page.gap(8);
    page.line(
      'The purpose of this letter agreement is to confirm the terms and conditions of the Transaction entered into',
    );
    page.line(`between ${nameOf(trade, us)} ("Party A") and`);
    page.line(`${nameOf(trade, them)} ("Party B") on the Trade Date specified below.`);
    page.gap(8);
    for (const { label, value } of termsOf(trade)) page.row(`${label}:`, value, 260);
    page.gap(12);
    page.line('Yours faithfully,');
    page.line(nameOf(trade, us));
    return page.texts;
  },

  grid(trade) {
    const [us, them] = [trade.source_type, otherSide(trade.source_type)];
    const page = new PageWriter(50, 790, 9);
    page.line(nameOf(trade, us).toUpperCase(), { bold: true, size: 14 });
    page.line(`OTC DERIVATIVES CONFIRMATION - ${PRODUCT_NAMES[trade.product].toUpperCase()}`, { bold: true });
    page.gap(8);
    for (const [label, value] of references(trade)) if (!/LEI/.test(label)) page.row(label, value, 230);
    page.row('Product', PRODUCT_NAMES[trade.product], 230);
    page.gap(8);
    page.cells([
      ['Party A', 170],
      ['Party B', 370],
    ]);
    page.cells([
      ['Legal Name', 50],
      [nameOf(trade, us), 170],
      [nameOf(trade, them), 370],
    ]);
    page.cells([
      ['LEI', 50],
      [leiOf(trade, us) ?? 'n/a', 170],
      [leiOf(trade, them) ?? 'n/a', 370],
    ]);
    let part: Term['part'] | undefined;
    for (const term of termsOf(trade)) {
      if (term.part !== part) {
        page.gap(14);
        page.line(PART_HEADINGS[term.part], { bold: true });
        page.gap(4);
        part = term.part;
      }
      page.row(term.label, term.value, 230);
    }
    return page.texts;
  },

  'key-value'(trade) {
    const [us, them] = [trade.source_type, otherSide(trade.source_type)];
    const page = new PageWriter(40, 790, 7);
    page.line(nameOf(trade, us), { bold: true, size: 14 });
    page.line('Confirmation of trade');
    page.gap(10);
    const pairs: [string, string][] = [
      ...references(trade).filter(([label]) => !/LEI/.test(label)),
      ['Product', PRODUCT_NAMES[trade.product]],
      ['Dealer', nameOf(trade, us)],
      ['Client', nameOf(trade, them)],
      ...leis(trade, 'Dealer LEI', 'Client LEI'),
      ...termsOf(trade).map(({ label, value }): [string, string] => [label, value]),
    ];
    const half = Math.ceil(pairs.length / 2);
    for (let i = 0; i < half; i++) {
      const [left, right] = [pairs[i], pairs[i + half]];
      page.cells([
        ...(left
          ? ([
              [left[0], 40],
              [left[1], 170],
            ] as [string, number][])
          : []),
        ...(right
          ? ([
              [right[0], 310],
              [right[1], 440],
            ] as [string, number][])
          : []),
      ]);
      page.gap(6);
    }
    return page.texts;
  },

  telex(trade) {
    const [us, them] = [trade.source_type, otherSide(trade.source_type)];
    const page = new PageWriter(50, 790, 9, true);
    const field = (label: string, value: string) => page.line(`${label.toUpperCase().padEnd(31)}: ${value}`);
    page.line(`TO      : ${nameOf(trade, them)}`);
    page.line(`FROM    : ${nameOf(trade, us)}`);
    for (const [label, value] of references(trade)) page.line(`${label.toUpperCase().padEnd(14)}: ${value}`);
    page.line(`RE: ${PRODUCT_NAMES[trade.product].toUpperCase()} TRANSACTION`);
    let part: Term['part'] | undefined;
    for (const term of termsOf(trade)) {
      if (term.part !== part) {
        page.gap(10);
        page.line(`--- ${PART_HEADINGS[term.part]} ---`);
        part = term.part;
      }
      field(term.label, term.value);
    }
    return page.texts;
  },
};

function references(trade: Trade): [string, string][] {
  return [
    ...(trade.trade_id ? [['Our Reference', trade.trade_id] as [string, string]] : []),
    ...(trade.other_reference ? [['Your Reference', trade.other_reference] as [string, string]] : []),
    ...leis(trade, 'Our LEI', 'Your LEI'),
  ];
}

function leis(trade: Trade, ours: string, theirs: string): [string, string][] {
  const [our, their] = [leiOf(trade, trade.source_type), leiOf(trade, otherSide(trade.source_type))];
  return [...(our ? [[ours, our] as [string, string]] : []), ...(their ? [[theirs, their] as [string, string]] : [])];
}

/** Writes lines from the top of a page down. Points. */
class PageWriter {
  readonly texts: PlacedText[] = [];
  private readonly left: number;
  private y: number;
  private readonly size: number;
  private readonly monospaced: boolean;

  constructor(left: number, top: number, size: number, monospaced = false) {
    this.left = left;
    this.y = top;
    this.size = size;
    this.monospaced = monospaced;
  }

  line(text: string, { bold = false, size = this.size }: { bold?: boolean; size?: number } = {}): void {
    this.texts.push({ text, x: this.left, y: this.y, size, bold, monospaced: this.monospaced });
    this.y -= size * 1.5;
  }

  row(label: string, value: string, valueX: number): void {
    this.cells([
      [label, this.left],
      [value, valueX],
    ]);
  }

  cells(cells: readonly (readonly [string, number])[]): void {
    for (const [text, x] of cells) this.texts.push({ text, x, y: this.y, size: this.size });
    this.y -= this.size * 1.8;
  }

  gap(points: number): void {
    this.y -= points;
  }
}
