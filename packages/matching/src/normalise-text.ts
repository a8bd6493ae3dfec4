/** Case, accents, punctuation and width do not tell two texts apart. A text of nothing else stands as it is. */
export function normaliseText(text: string): string {
  const normalised = IS_ASCII.test(text) ? normaliseAscii(text) : normaliseUnicode(text);
  return normalised === '' ? text.trim() : normalised;
}

// Most text is, and needs no tables.
const IS_ASCII = /^[ -~]*$/;

function normaliseAscii(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function normaliseUnicode(text: string): string {
  return (
    text
      .normalize('NFKD')
      // Latin, Greek and Cyrillic accents alone: a Japanese voicing mark or an Indic vowel sign makes another word.
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim()
  );
}
