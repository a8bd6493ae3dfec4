import { type Line, lineText } from '../../read/positioned-text.ts';

/** `Sender: HARBPLPWXXX Harbour Bank SA`: the names that a print's header gives to BICs, by their first eight characters. */
export function namesByBic(lines: readonly Line[]): ReadonlyMap<string, string> {
  return new Map(
    lines.flatMap((line, i): [string, string][] => {
      const [, bic = '', beside = ''] = HEADER.exec(lineText(line)) ?? [];
      const below = lines[i + 1];
      // Or on the line below the code.
      const name = beside || (below && A_NAME.test(lineText(below)) ? lineText(below) : '');
      return bic === '' || name === '' ? [] : [[bic.slice(0, 8), name.trim()]];
    }),
  );
}

/** The whole code that a print's header gives to a name; a terminal's letter in the ninth place is of its line, and none of it. */
export function bicOfName(lines: readonly Line[], name: string): string | undefined {
  const own = plain(name);
  const bics = new Set(
    lines.flatMap((line, i) => {
      const [, bic = '', beside = ''] = HEADER.exec(lineText(line)) ?? [];
      const below = lines[i + 1];
      const named = beside || (below && A_NAME.test(lineText(below)) ? lineText(below) : '');
      if (bic === '' || own === '' || plain(named) !== own) return [];
      return [bic.length === 12 ? `${bic.slice(0, 8)}${bic.slice(9)}` : bic];
    }),
  );
  return bics.size === 1 ? [...bics][0] : undefined;
}
const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toUpperCase();
const HEADER = /^(?:sender|receiver|from|to)\s*:\s*([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3,4})?)(?:\s+(\p{L}.{2,60}))?$/iu;
const A_NAME = /^\p{L}[^:/]{4,70}$/u;
