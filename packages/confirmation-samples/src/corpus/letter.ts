import type { Source, Trade } from '@trade-matching/domain';

/** A confirmation as a bank would word it, what it says, and what must not be read into it. */
export interface Letter {
  readonly name: string;
  readonly source: Source;
  readonly text: string;
  readonly says: Partial<Trade>;
  readonly saysNot?: readonly (keyof Trade)[];
}
