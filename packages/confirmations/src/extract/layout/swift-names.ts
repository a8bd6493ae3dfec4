import { type Line, lineText } from '../../read/positioned-text.ts';

/** `Sender: HARBPLPWXXX Harbour Bank SA`: the names that a print's header gives to BICs, by their first eight characters. */
export function namesByBic(lines: readonly Line[]): ReadonlyMap<string, string> {
  return new Map(
    lines.flatMap((line, i): [string, string][] => {
      const [, bic = '', beside = ''] =
        /^(?:sender|receiver|from|to)\s*:\s*([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3,4})?)(?:\s+(\p{L}.{2,60}))?$/iu.exec(
          lineText(line),
        ) ?? [];
      const below = lines[i + 1];
      // Or on the line below the code.
      const name = beside || (below && A_NAME.test(lineText(below)) ? lineText(below) : '');
      return bic === '' || name === '' ? [] : [[bic.slice(0, 8), name.trim()]];
    }),
  );
}
const A_NAME = /^\p{L}[^:/]{4,70}$/u;
