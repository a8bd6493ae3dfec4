import type { PlacedText } from '../pdf/pdf-writer.ts';

const SENTENCES = [
  'This Confirmation supplements, forms part of and is subject to the agreement between the parties.',
  'In the event of any inconsistency, the provisions of this Confirmation will govern.',
  'Each party represents to the other that it is acting for its own account and has made its own decision.',
  'Neither party relies on any communication of the other as advice or as a recommendation.',
  'Please confirm that the foregoing sets forth the terms agreed by returning a signed copy to our office.',
  'Notices are effective when they are received, at the address that was last given in writing.',
];
const LINES = 44;

/** A page of the small print that follows a confirmation. It states no term of any trade. */
export const GENERAL_CONDITIONS: readonly PlacedText[] = [
  { text: 'GENERAL CONDITIONS', x: 50, y: 790, size: 11, bold: true },
  ...Array.from({ length: LINES }, (_, line) => ({
    text: SENTENCES[line % SENTENCES.length] ?? '',
    x: 50,
    y: 765 - line * 15,
    size: 9,
  })),
];
