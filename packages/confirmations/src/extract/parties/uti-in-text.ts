import { lineText, type PositionedText } from '../../read/positioned-text.ts';
import type { FoundFields } from '../found-fields.ts';
import { matchesOf } from '../matches-of.ts';
import { hasValidLeiCheckDigits } from '../values/terms.ts';

/** `UTI 2138…`, `reported under UTI: 2138…`, `unique transaction identifier is 2138…`: an LEI that goes on (ISO 23897). */
const UTI =
  /(?:\bUTI|\b[Uu]nique (?:[Tt]rade|[Tt]ransaction) [Ii]dentifier(?: \(UTI\))?)(?:\s+(?:of|for) (?:the|this) (?:trade|transaction|swap|option|deal|forward|contract)|\s+(?:des|der|de la|de l['’]|del|della|dell['’])\s?(?:\p{L}*[Gg]eschäfts?|opération|operación|operazione|swaps?))?\s*(?:[:.]|is|of|ist|lautet|est|es|è)?\s+([A-Z0-9]{18}\d{2})([A-Z0-9]{1,32})(?![\w-])/gu;
/** The identifier of another trade: what this one replaces, amends or is part of. */
const OF_ANOTHER =
  /\b(?:prior|previous|former|original|old|earlier|related|linked|package|terminated|replaced|novated|their)\s+(?:\p{L}+\s+){0,2}$/iu;

/** The UTI that a line or a sentence states without a cell of its own. Two of them leave it open. */
export function readUtiInText(found: FoundFields, { lines }: PositionedText): void {
  if (found.get('uti') !== undefined) return;
  const prose = lines.map(lineText).join(' ').replace(/\s+/g, ' ');
  const said = matchesOf(prose, UTI).filter(
    ({ 1: lei = '', index }) =>
      hasValidLeiCheckDigits(lei) && !OF_ANOTHER.test(prose.slice(Math.max(0, index - 60), index)),
  );
  const [first] = said;
  const all = new Set(said.map(([, lei = '', rest = '']) => lei + rest));
  const [value] = all;
  if (first && value !== undefined && all.size === 1)
    found.add('uti', value, { page: 0, line: 0, label: 'text', value: first[0] }, 0.9);
}
