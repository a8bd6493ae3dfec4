import type { Source, TradeField } from '@trade-matching/domain';
import type { FoundFields } from '../found-fields.ts';
import type { Parties } from './find-parties.ts';

const TOKEN = '((?=[A-Z0-9./-]*\\d{3})[A-Z]{1,6}[A-Z0-9]*(?:[-/.][A-Z0-9]+)*\\d)';
/** Right behind a name: its short name in quotes, then a reference that says it is one, or one alone in brackets. */
const BEHIND = `\\s*,?\\s*(?:\\(\\s*(?:the\\s+)?["“«][^"”»()]{1,30}["”»]\\s*(?:\\)\\s*,?|,)?\\s*)?(?:\\(?\\s*(?:ref(?:erence)?\\.?|no\\.)\\s*:?\\s*${TOKEN}|\\(\\s*${TOKEN}\\s*\\))`;

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
}
