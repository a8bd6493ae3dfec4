import type { PositionedText } from '../../read/positioned-text.ts';
import { normaliseLabel } from '../labels.ts';
import type { Candidate, Note } from './candidates.ts';
import { isCompanyName } from './company-names.ts';

/** A legal form, as `normaliseLabel` writes it. */
export const LEGAL_FORM =
  /^(?:n a|inc|ltd|limited|plc|llc|llp|l p|lp|s a|ag|co|corp|s p a|n v|b v|pjsc|a s|aor|aör|gmbh|se|asa|ab|ab publ|publ|sas|sarl|s r l|srl|dac|designated activity company|kg|kgaa|oy|oyj|aps)$/;
const LONGEST_LINE = 60;

/** `Banca Alpestre` in the letterhead, `Banca Alpestre S.p.A.` on a line of its own where it signs: one name, and this is all of it. */
export function noteWholeNames({ lines }: PositionedText, found: readonly Candidate[], note: Note): void {
  for (const { segments } of lines) {
    const alone = segments.length === 1 ? (segments[0]?.text ?? '') : '';
    if (alone.length > LONGEST_LINE) continue;
    const short = found.find(({ name }) => alone.length > name.length && alone.startsWith(`${name} `));
    if (short && LEGAL_FORM.test(normaliseLabel(alone.slice(short.name.length))) && isCompanyName(alone))
      note(alone, short.sureness);
  }
}

const ENDS_IN_FORM = new RegExp(LEGAL_FORM.source.replace('^', ' '));
/** A form is written in so many words at the most: `AB (publ)`, `S. p. A.` */
const MOST_FORM_WORDS = 3;

/** `BANCA DEL TANARO` on the letterhead is `Banca del Tanaro S.p.A.` where a sentence writes it with its legal form. */
export function withLegalForm(name: string, prose: string): string {
  if (ENDS_IN_FORM.test(normaliseLabel(name))) return name;
  const words = name
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const named = new RegExp(`(?<![\\p{L}\\d])(${words.join('\\s+')})((?:,?\\s+[^\\s,;]+){1,${MOST_FORM_WORDS}})`, 'giu');
  for (const [, spelled = '', behind = ''] of prose.matchAll(named)) {
    const next = behind.match(/,?\s+[^\s,;]+/g) ?? [];
    const count = [3, 2, 1].find((each) => LEGAL_FORM.test(normaliseLabel(next.slice(0, each).join(''))));
    const full = count === undefined ? undefined : `${spelled}${next.slice(0, count).join('')}`;
    if (full !== undefined && full !== full.toUpperCase()) return full;
  }
  return name;
}
