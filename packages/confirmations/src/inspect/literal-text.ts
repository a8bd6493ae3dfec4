/** The text between a file's streams, taken apart: what a parser reads as objects, and what it skips or keeps as text. */
export interface LiteralText {
  /** Without the strings' contents and without comments. */
  readonly objects: string;
  /** The contents of each string and each comment. */
  readonly aside: readonly string[];
}

/** Takes the literal strings, nested parentheses and all, and the comments out of a text. A string without an end is left in. */
export function apart(text: string): LiteralText {
  const aside: string[] = [];
  let objects = '';
  let from = 0;
  const opening = /[(%]/g;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const end = match[0] === '(' ? endOfString(text, match.index) : endOfLine(text, match.index);
    if (end === undefined) break;
    objects += `${text.slice(from, match.index)}${match[0] === '(' ? '()' : ' '}`;
    aside.push(text.slice(match.index + 1, end));
    from = match[0] === '(' ? end + 1 : end;
    opening.lastIndex = from;
  }
  return { objects: objects + text.slice(from), aside };
}

/** Where the string that opens here closes. */
function endOfString(text: string, start: number): number | undefined {
  let depth = 0;
  const special = /[()\\]/g;
  special.lastIndex = start;
  for (let match = special.exec(text); match; match = special.exec(text)) {
    if (match[0] === '\\') special.lastIndex = match.index + 2;
    else if (match[0] === '(') depth++;
    else if (--depth === 0) return match.index;
  }
  return undefined;
}

function endOfLine(text: string, start: number): number {
  const ending = /[\r\n]/g;
  ending.lastIndex = start;
  return ending.exec(text)?.index ?? text.length;
}

/** `/Fl#61teDecode` is `/FlateDecode`. */
export function unescapeNames(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
