/** A label with its value, wherever on the page the two stood. */
export interface Entry {
  readonly label: string;
  readonly value: string;
  /** The nearest heading above. */
  readonly section: string;
  /** The heading of the value's column, or of its row: `Party A`, `Floating Leg`, a party's name. */
  readonly column?: string;
  readonly page: number;
  readonly line: number;
}

/** An entry that the lines below may go on with. */
export interface Cell {
  readonly entry: { label: string; value: string; section: string; column?: string; page: number; line: number };
  readonly labelX: number;
  readonly valueX: number;
  /** Where a pair in one run of text ends, if the line is full so that its value goes on below. */
  fullAt?: number;
}

/** Points within which two pieces of text begin at one place. */
export const SAME_X = 4;
