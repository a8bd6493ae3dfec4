import type { Box as Shown } from '@trade-matching/domain';
import type { TextRun } from './text-run.ts';

/** On the page as it is held for reading. */
type Box = Shown;

/** Lower or narrower than this, in points, a picture is a rule or a dot. */
const LEAST = 4;
/** Parts of one picture that a printer has cut into strips lie no further apart. */
const STRIP_GAP = 1.5;
/** More pictures than this are taken together as one. */
const MOST_PICTURES = 300;
/** Lower than a line of text. */
const LEAST_TEXT = 7;
/** Shares of a page's height: a letterhead stands above the one, what is printed along the foot below the other. */
const HEAD = 0.16;
const FOOT = 0.9;
/** A sign, a seal, a code to scan: no larger than this share of the page, and no wider than it is high. */
const SMALL_SHARE = 0.012;
const SQUARE = 2.2;
/** What somebody has signed is no larger, in points, and such words stand near it. */
const SIGNED = { width: 280, height: 100, near: 60 };
const SIGNATURE =
  /(?<!\p{L})(?:by|name|names|title|signed|signature|signatory|authori[sz]ed|for and on behalf|on behalf of|yours (?:sincerely|faithfully)|regards|unterschrift|unterzeichne\w+|gezeichnet|i\. ?[av]\.|ppa|hochachtungsvoll|mit freundlichen|signataire|signé|nom|qualité|fonction|firma|firmado|nombre|cargo|nome|firmato|carica|atentamente|cordialmente|cordiali)(?!\p{L})/iu;

function union(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

const touch = (a: Box, b: Box) =>
  a.x <= b.x + b.width + STRIP_GAP &&
  b.x <= a.x + a.width + STRIP_GAP &&
  a.y <= b.y + b.height + STRIP_GAP &&
  b.y <= a.y + a.height + STRIP_GAP;

/** The pictures of a page, its strips put together. */
function whole(pictures: readonly Box[]): Box[] {
  const parts = pictures.filter(({ width, height }) => Math.min(width, height) >= LEAST);
  if (parts.length > MOST_PICTURES) return [parts.reduce(union)];
  const merged: Box[] = [];
  for (const part of parts) {
    let box = part;
    for (
      let i = merged.findIndex((other) => touch(other, box));
      i !== -1;
      i = merged.findIndex((other) => touch(other, box))
    )
      box = union(box, merged.splice(i, 1)[0] ?? box);
    merged.push(box);
  }
  return merged;
}

/**
 * The pictures on a page of text in which a term may stand, since they are not read: no letterhead, no seal, no signature, no
 * print along the foot.
 */
export function unreadPictures(
  pictures: readonly Box[],
  text: readonly TextRun[],
  page: { readonly width: number; readonly height: number },
): Box[] {
  return whole(pictures).filter((box) => {
    const { x, y, width, height } = box;
    if (Math.min(width, height) < LEAST_TEXT) return false;
    if (y + height <= HEAD * page.height || y >= FOOT * page.height) return false;
    const ratio = Math.max(width / height, height / width);
    if (width * height <= SMALL_SHARE * page.width * page.height && ratio <= SQUARE) return false;
    const isNear = (run: TextRun) =>
      run.y > y - SIGNED.near &&
      run.y < y + height + SIGNED.near &&
      run.x < x + width + SIGNED.near &&
      run.x + run.width > x - SIGNED.near;
    const isSigned =
      width <= SIGNED.width && height <= SIGNED.height && text.some((run) => SIGNATURE.test(run.text) && isNear(run));
    return !isSigned;
  });
}

/** Small words of what stands along a margin and is no term: a form's number, a company's register, who printed it and when. */
const ALONG_A_MARGIN =
  /^(?:form|page|of|on|by|at|in|no|nr|n°|and|et|und|y|e|de|del|di|der|die|das|du|la|le|von|vom|am|im|bei|mit|registered|incorporated|authori[sz]ed|regulated|number|company|printed|gedruckt|imprimé|impreso|stampato|edition|ausgabe|stand|seite|version|rev|plc|ltd|www\S+|\S+@\S+|\S+\.\S+)$/i;
/** What makes a term of it even so: an amount, a rate, words of conditions, in the five languages that are read. */
const OF_A_TERM =
  /\d\s?%|per\s?cent|(?<!\p{L})(?:[A-Z]{3}|US\$|[$€£¥])\s?\d{1,3}(?:[.,'’]\d{3})+|(?<!\p{L})(?:cap(?:ped|s)?|floor\w*|rates?|notional\w*|amounts?|amorti\w*|reduc\w*|terminat\w*|cancel\w*|options?|subject|barrier\w*|knock\w*|spread|fees?|premium|pay(?:s|able|ment|ments)?|if|not|shall|will|zins\w*|mindest\w*|höchst\w*|nominal\w*|kündig\w*|betrag\w*|taux|plafond\w*|plancher\w*|montant\w*|résili\w*|tipo|techo|suelo|importe|amortiz\w*|cancelaci\w*|tasso|tetto|importo|ammort\w*|recesso)(?!\p{L})/iu;
const MOST_WORDS_OF_A_NAME = 2;

/** Whether text along a margin may state a term: what is longer than a name or a number, and is not known to be none. */
export function maySayATerm(text: string): boolean {
  if (OF_A_TERM.test(text)) return true;
  const words = text
    .split(/[\s,;:()/·|–-]+/u)
    .map((word) => word.replace(/\.$/, ''))
    .filter((word) => /[\p{L}\d]/u.test(word));
  if (words.length <= MOST_WORDS_OF_A_NAME) return false;
  return !words.every((word) => /^[\p{Lu}\d]/u.test(word) || ALONG_A_MARGIN.test(word));
}
