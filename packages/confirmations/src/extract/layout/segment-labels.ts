import type { Segment } from '../../read/positioned-text.ts';
import { type InlinePair, inlinePairs } from './inline-pairs.ts';

/** What the vocabulary says of a piece of a line. */
export interface SegmentLabels {
  readonly isLabel: (text: string) => boolean;
  readonly isKnown: (segment: Segment) => boolean;
  /** Known, and not a word that is mostly a value: `Party A` heads a column or is a label, but mostly it is a value. */
  readonly isUsedAsLabel: (segment: Segment) => boolean;
  /** The labels that the segment holds with their values. */
  readonly pairs: (segment: Segment) => InlinePair[];
}

export function segmentLabels(isLabel: (text: string) => boolean): SegmentLabels {
  return {
    isLabel,
    isKnown: ({ text }) => isLabel(text),
    isUsedAsLabel: ({ text }) =>
      isLabel(text) && !/^(?:party [ab]|(?:the )?(?:bank|counterparty|client|dealer|customer))$/i.test(text),
    pairs: ({ text }) => inlinePairs(text, isLabel),
  };
}
