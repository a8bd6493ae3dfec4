/** Case, accents, punctuation and width do not tell two texts apart. A text of nothing else stands as it is. */
export function normaliseText(text: string): string {
  const normalised = text
    .normalize('NFKD')
    // Latin, Greek and Cyrillic accents alone: a Japanese voicing mark or an Indic vowel sign makes another word.
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return normalised === '' ? text.trim() : normalised;
}
