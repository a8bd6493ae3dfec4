/**
 * Characters that could rewrite the terminal or disguise text: control, format (bidirectional marks among them), line
 * and paragraph separators, private use, and halves of surrogate pairs.
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;

/** Colours and weights that commands themselves give (ECMA-48, SGR). None hides text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about.
const STYLE = /(\x1b\[(?:[012]|22|3[1-79]|90)m)/;

/** Text of a document or of a name, on one line and safe to show: unsafe characters as JSON spells them, `\u202e`. */
export function printable(text: string): string {
  return text.replace(UNSAFE, spelled);
}

/** Lines that a command writes, with everything but line ends as {@link printable} has it. */
export function printableLines(text: string): string {
  return text.replace(UNSAFE, (character) => (character === '\n' ? character : spelled(character)));
}

/** As {@link printableLines}, keeping the colours of a command whose texts from outside went through `printable`. */
export function printableStyled(text: string): string {
  return text
    .split(STYLE)
    .map((part, index) => (index % 2 === 1 ? part : printableLines(part)))
    .join('');
}

/** By UTF-16 units, so that JSON stays the JSON that it was. */
function spelled(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    const unit = character.charCodeAt(index).toString(16).padStart(4, '0');
    return `\\u${unit}`;
  }).join('');
}
