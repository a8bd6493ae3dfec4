const BUYS = 'buys?|bought|purchases?|purchased|receives?|received';
const ACT = new RegExp(`\\b(?:(${BUYS})|sells?|sold|pays?|paid|delivers?|delivered)\\b`, 'i');
/** Behind what one party does, what the other does: `WE BUY (YOU SELL)`, `Harbour sells (Client receives)`. */
const OTHER_VIEW = /^(.*\S)\s*\((?:the\s+)?([\p{L}&.’'-]+(?:\s[\p{L}&.’'-]+){0,3}?)\s+(\p{L}+)\)\s*:?$/iu;

/**
 * A label without what it says again from the other party's side; undefined where the two do not fit: not both of them buy, nor
 * sell.
 */
export function withoutOtherView(label: string): string | undefined {
  const [, own = '', , deed = ''] = OTHER_VIEW.exec(label) ?? [];
  const [mine, theirs] = [ACT.exec(own), ACT.exec(deed)];
  if (!mine || !theirs || theirs[0] !== deed) return label;
  return (mine[1] === undefined) === (theirs[1] === undefined) ? undefined : own;
}
