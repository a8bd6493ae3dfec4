/** Told apart by colour-blind people too. Source: Okabe and Ito, "Color Universal Design", 2008; darkened for white. */
const PALETTE = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b8860b', '#56b4e9', '#6b4fbb', '#666666'] as const;

/** What means the same on every chart has one colour. */
const MEANINGS: Readonly<Record<string, string>> = {
  PROCESSED: '#15803d',
  FAILED: '#b91c1c',
  QUARANTINE: '#d97706',
  MATCHED: '#15803d',
  MATCHED_WITHIN_TOLERANCE: '#65a30d',
  MISMATCHED: '#b91c1c',
  REVIEW: '#d97706',
  UNMATCHED: '#64748b',
  CANCELLED: '#a8a29e',
};

export function colourOf(label: string, index: number): string {
  return MEANINGS[label] ?? PALETTE[index % PALETTE.length] ?? PALETTE[0];
}
