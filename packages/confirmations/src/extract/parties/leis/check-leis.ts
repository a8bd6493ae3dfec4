import type { PositionedText } from '../../../read/positioned-text.ts';
import type { FoundFields } from '../../found-fields.ts';
import { matchesOf } from '../../matches-of.ts';
import { isCompanyName, nameIn } from '../company-names.ts';
import type { Parties } from '../find-parties.ts';
import { LEI_FIELD } from './lei-fields.ts';

const TOKEN = /(?<![A-Z0-9-])[A-Z0-9]{18}\d{2}(?![A-Z0-9-])/g;

/** The company whose name a cell has right before an LEI and nothing else: `For: Elm Pension Fund (LEI`. */
function ownerBefore(before: string): string | undefined {
  if (!/\bLEI\b/.test(before)) return undefined;
  const name = nameIn(
    before
      .replace(/^[^:(]{1,40}:\s*(?=\p{Lu})/u, '')
      .replace(/[\s,;(–—-]*\bLEI\b.*$/s, '')
      .trim(),
  );
  return isCompanyName(name) && name.includes(' ') ? name : undefined;
}

/**
 * An LEI that stands right behind a company's name is that company's. Where it was taken for a party's that the name is not
 * of, it may be the other's or nobody's: that is flagged.
 */
export function checkLeisBehindNames(found: FoundFields, { lines }: PositionedText, parties: Parties): void {
  for (const { segments } of lines) {
    for (const { text } of segments) {
      const [only, ...more] = matchesOf(text, TOKEN);
      if (!only || more.length > 0) continue;
      const [lei] = only;
      const side = (['BANK', 'COUNTERPARTY'] as const).find((each) => found.get(LEI_FIELD[each]) === lei);
      const name = side && ownerBefore(text.slice(0, only.index));
      if (!side || name === undefined || parties.resolve(name) === side) continue;
      const message = `${lei} stands behind ${name}, which is not read as the ${side}`;
      found.flag({ code: 'CONTRADICTION', severity: 'review', field: LEI_FIELD[side], message });
    }
  }
}
