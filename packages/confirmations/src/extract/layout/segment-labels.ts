import type { Segment } from '../../read/positioned-text.ts';
import { remembering } from '../remembering.ts';
import { type InlinePair, inlinePairs } from './inline-pairs.ts';

/** What the vocabulary says of a piece of a line. */
export interface SegmentLabels {
  readonly isLabel: (text: string) => boolean;
  readonly isKnown: (segment: Segment) => boolean;
  /** Known, and not a word that is mostly a value: `Party A` heads a column or is a label, but mostly it is a value. */
  readonly isUsedAsLabel: (segment: Segment) => boolean;
  /** The labels that the segment holds with their values. */
  readonly pairs: (segment: Segment) => readonly InlinePair[];
}

/** `Party A`, `Client`: a word that heads a column or is a label, and mostly is a value. */
export const isMostlyAValue = (text: string): boolean =>
  /^(?:party [ab]|(?:the )?(?:bank|counterparty|client|dealer|customer|broker|fund|investor|company))$/i.test(text);

export function segmentLabels(isLabel: (text: string) => boolean): SegmentLabels {
  // A line is asked for its pairs as a heading, as a row and by its neighbours.
  const pairsIn = remembering((text) => inlinePairs(text, isLabel));
  return {
    isLabel,
    isKnown: ({ text }) => isLabel(text),
    isUsedAsLabel: ({ text }) => isLabel(text) && !isMostlyAValue(text),
    pairs: ({ text }) => pairsIn(text),
  };
}
