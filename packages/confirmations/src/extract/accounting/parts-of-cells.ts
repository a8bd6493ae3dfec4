/** A comma within a date, `March 19, 2027`, parts nothing; nor does one within a figure. */
const BETWEEN = /\s*;\s*|(?<!\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?),\s+|\s+\/\s+|\s+[–—-]\s+|\s*[()[\]]\s*/u;

/** What a cell says one after the other, at its commas, semicolons, slashes, dashes and brackets. */
export const partsOfCell = (text: string): readonly string[] =>
  text
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
