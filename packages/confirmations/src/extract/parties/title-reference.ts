import { lineText, type PositionedText } from '../../read/positioned-text.ts';

/** How many lines from the top a title stands. */
const HEAD_LINES = 10;

/** What a document calls itself, in the languages that are read. */
const TITLE =
  /\b(?:confirmation|affirmation|advice|recap|ticket|notice|contract note|swap|forward|option|hedge|deal|trade|\p{L}*bestätigung|\p{L}*abschluss|\p{L}*geschäft|avis|confirmación|conferma|contratto|contrato)\b/iu;
/** A reference of the other side, or of another document. */
const ANOTHERS =
  /\b(?:your|yours|ihre?|votre|vos|su|sus|vostr[ao]|client|counterparty(?! confirmation| affirmation| copy)|dealer|broker|(?:hedge|swap) (?:provider|bank|counterparty)|master|agreement|rahmenvertrag|convention|account|konto|compte|page|seite|lei|bic|swift|iban|tel|fax|reg(?:istered)?|no\. of pages)\b/iu;
/** Letters, then figures: `ABC27-0815`, `QTR-44120`, `HX70310042`, `ZW-2204`. */
const REFERENCE = /(?<![\w/.-])((?=[A-Z0-9./-]*\d{3})[A-Z]{2,6}\d{0,4}(?:[-/.]?[A-Z0-9]+)*\d)(?![\w/-])/g;

/** The sender's own reference where only the title prints it: the one token of that form, beside what the document is. */
export function titleReference(text: PositionedText, others: ReadonlySet<string>): TitleReference | undefined {
  for (const line of text.lines.slice(0, HEAD_LINES)) {
    const literal = lineText(line);
    // `Equity swap CG-EQ-7001 (your reference QX-40)`: the brackets are of the other side.
    const own = literal.replace(/\([^()]*\)/g, (brackets) => (ANOTHERS.test(brackets) ? ' ' : brackets));
    if (!TITLE.test(own) || ANOTHERS.test(own)) continue;
    const found = [...own.matchAll(REFERENCE)].map(([, reference = '']) => reference);
    const [reference] = found.filter((each) => !others.has(each));
    if (reference !== undefined && found.length === 1) {
      return { reference, page: line.page, line: line.number, literal };
    }
  }
  return undefined;
}

export interface TitleReference {
  readonly reference: string;
  readonly page: number;
  readonly line: number;
  readonly literal: string;
}
