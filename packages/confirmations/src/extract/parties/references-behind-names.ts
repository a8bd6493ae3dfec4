import type { Source, TradeField } from '@trade-matching/domain';
import type { FoundFields } from '../found-fields.ts';
import { matchesOf } from '../matches-of.ts';
import { partWith } from '../sentences/matches-with.ts';
import type { Parties } from './find-parties.ts';

const TOKEN = '((?=[A-Z0-9./-]*\\d{3})[A-Z]{1,6}[A-Z0-9]*(?:[-/.][A-Z0-9]+)*\\d)';
/** Right behind a name: its short name in quotes, then a reference that says it is one, or one alone in brackets. */
const BEHIND = `\\s*,?\\s*(?:\\(\\s*(?:the\\s+)?["“«][^"”»()]{1,30}["”»]\\s*(?:\\)\\s*,?|,)?\\s*)?(?:\\(?\\s*(?:ref(?:erence)?\\.?|no\\.)\\s*:?\\s*${TOKEN}|\\(\\s*${TOKEN}\\s*\\))`;

/** `Caldwell Ref. 88-1207`: a short name before its reference. */
const REFERENCE =
  ' [Rr]ef(?:\\.|erence)?(?: [Nn]o\\.?)?:? ((?=[\\w./-]*\\d[\\w./-]*\\d)[A-Z0-9][\\w./-]*\\d)(?![\\w/-])';
const GIVES_A_REFERENCE = new RegExp(REFERENCE, 'gu');
/** More characters than a short name of four words before it has. */
const NAME_BEFORE = 200;
const BEFORE = new RegExp(`(?<![\\p{L}.])(\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+){0,3})${REFERENCE}`, 'gu');

/** `Port Lisle Bank plc ("Port Lisle"), ref. NX0012`, `Holt Bank, Ltd. (HX6021)`: the reference of the party named before it. */
export function readReferencesBehindNames(found: FoundFields, prose: string, parties: Parties, source: Source): void {
  for (const [side, name] of Object.entries(parties.names) as [Source, string][]) {
    const field: TradeField = side === source ? 'trade_id' : 'other_reference';
    if (found.get(field) !== undefined) continue;
    const spelled = name
      .split(/\s+/)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s+');
    const match = new RegExp(`${spelled}${BEHIND}`).exec(prose);
    const reference = match?.[1] ?? match?.[2];
    if (!match || reference === undefined) continue;
    found.add(field, reference, { page: 0, line: 0, label: 'text', value: match[0] }, 0.9);
  }
  for (const [literal, name = '', reference = ''] of matchesOf(
    partWith(prose, GIVES_A_REFERENCE, NAME_BEFORE),
    BEFORE,
  )) {
    // `… Fund Our reference: PL-7`: a line's end is no name of the next one's label.
    const isTaken = reference === found.get('trade_id') || reference === found.get('other_reference');
    if (isTaken || /\b(?:Our|Your|Their|Client|Customer|Trade|Deal|Transaction)$/.test(name)) continue;
    const words = name.split(' ');
    const side = words
      .map((_, from) => parties.resolve(words.slice(from).join(' ')))
      .find((each) => each !== undefined);
    const field: TradeField | undefined = side && (side === source ? 'trade_id' : 'other_reference');
    if (field && found.get(field) === undefined)
      found.add(field, reference, { page: 0, line: 0, label: 'text', value: literal }, 0.9);
  }
}
