import { type Evidence, FIELD_KINDS, type FieldKind, type Flag, type TradeField } from '@trade-matching/domain';
import type { Entry } from './layout/entry.ts';

type FieldValues = { [F in TradeField]?: string };

/**
 * Kinds of which two values cannot both be meant. Texts, places and conventions are said in several ways, and two
 * systems give one trade two references.
 */
const CONTRADICTABLE: ReadonlySet<FieldKind> = new Set([
  'date',
  'amount',
  'decimal',
  'quantity',
  'percent',
  'basis-points',
  'currency',
  'party',
  'lei',
  'tenor',
]);

/** What has been read so far: the first value of each field, where it stood, and what contradicts it. */
export class FoundFields {
  readonly values: FieldValues = {};
  readonly evidence: { [F in TradeField]?: Evidence } = {};
  readonly inferred: FieldValues = {};
  readonly flags: Flag[] = [];
  /** Fields that the document states in a way that can be read two ways. */
  readonly unclear = new Set<TradeField>();

  get(field: TradeField): string | undefined {
    return this.values[field];
  }

  /** Takes a value as printed. A second, different value is a contradiction; the first stays. */
  add(field: TradeField, value: string, entry: Pick<Entry, 'page' | 'line' | 'label' | 'value'>, confidence = 1): void {
    const before = this.values[field];
    if (before === undefined) {
      this.values[field] = value;
      this.evidence[field] = {
        page: entry.page,
        line: entry.line,
        label: entry.label,
        literal: entry.value,
        confidence,
      };
      return;
    }
    if (sameValue(before, value) || !CONTRADICTABLE.has(FIELD_KINDS[field])) return;
    if (this.flags.some((flag) => flag.code === 'CONTRADICTION' && flag.field === field)) return;
    this.flags.push({
      code: 'CONTRADICTION',
      severity: 'review',
      field,
      message: `${field} is ${before} ("${this.evidence[field]?.label ?? ''}") and ${value} ("${entry.label}") in one document`,
    });
  }

  /** Sets a value that is computed, not printed. */
  infer(field: TradeField, value: string, why: string): void {
    this.values[field] = value;
    this.inferred[field] = why;
  }

  flag(flag: Flag): void {
    this.flags.push(flag);
  }
}

function sameValue(a: string, b: string): boolean {
  if (a === b) return true;
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}.-]+/gu, ' ')
      .trim();
  return /^-?[\d.]+$/.test(a) && /^-?[\d.]+$/.test(b) ? Number(a) === Number(b) : plain(a) === plain(b);
}
