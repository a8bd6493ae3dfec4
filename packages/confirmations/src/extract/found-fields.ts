import { type Evidence, FIELD_KINDS, type FieldKind, type Flag, type TradeField } from '@trade-matching/domain';
import type { Entry } from './layout/entry.ts';
import type { Reading } from './values/readers.ts';

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
  /** Fields that the document states in a way that can be read two ways, or not whole. */
  readonly unclear = new Set<TradeField>();
  private readonly schedules = new Map<TradeField, Pick<Entry, 'label' | 'value'>>();

  get(field: TradeField): string | undefined {
    return this.values[field];
  }

  /** Takes a value as printed. A second, different value is a contradiction; the first stays. */
  add(field: TradeField, value: string, entry: Pick<Entry, 'page' | 'line' | 'label' | 'value'>, confidence = 1): void {
    const before = this.values[field];
    // What a label states and nobody can read whole is not filled from a sentence.
    if (before === undefined && confidence < 1 && this.unclear.has(field)) return;
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

  /** Leaves a field out whose literal could not be read whole, for a person to look at (R4). */
  leaveUnread(
    { field, code, why }: Extract<Reading, { kind: 'unread' }>,
    { label, value }: Pick<Entry, 'label' | 'value'>,
  ): void {
    this.unclear.add(field);
    if (this.flags.some((flag) => flag.field === field && flag.code === code)) return;
    this.flag({ code, severity: 'review', field, message: `${label} “${value}” was not read: ${why}` });
  }

  /** Notes that a literal refers to further values, which a table has to give. */
  expectSchedule(field: TradeField, entry: Pick<Entry, 'label' | 'value'>): void {
    this.schedules.set(field, entry);
  }

  /** Flags the schedules that the document refers to and that were not found. */
  flagMissingSchedules(): void {
    for (const [field, entry] of this.schedules) {
      if (this.values[field] !== undefined) continue;
      this.leaveUnread({ kind: 'unread', field, code: 'UNREAD_VALUE', why: 'its later values were not found' }, entry);
    }
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
