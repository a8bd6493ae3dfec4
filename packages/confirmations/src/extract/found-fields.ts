import { type Evidence, FIELD_KINDS, type FieldKind, type Flag, type TradeField } from '@trade-matching/domain';
import type { Entry } from './layout/entry.ts';
import { type Locators, NOWHERE } from './layout/locators.ts';
import type { Reading } from './values/readers.ts';

const NAMES: ReadonlySet<TradeField> = new Set<TradeField>(['bank_name', 'counterparty_name']);

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

/** Kinds of which a second, different value says something else. Names, places and references are written in several ways. */
const DIFFERS: ReadonlySet<FieldKind> = new Set([
  'text',
  'frequency',
  'day-count',
  'business-day-convention',
  'index',
  'enum',
  'schedule',
]);

/** Where a value stands, with its label. */
export type Place = Pick<Entry, 'page' | 'line' | 'label' | 'value' | 'boxes'>;

/** What has been read so far: the first value of each field, where it stood, and what contradicts it. */
export class FoundFields {
  readonly values: FieldValues = {};
  readonly evidence: { [F in TradeField]?: Evidence } = {};
  readonly inferred: FieldValues = {};
  readonly flags: Flag[] = [];
  private readonly besides = new Set<Flag>();
  /** Fields that the document states in a way that can be read two ways, or not whole. */
  readonly unclear = new Set<TradeField>();
  /** Places of second, other values of kinds that are said in several ways. */
  private readonly contrary: Place[] = [];
  /** Places that state a field's value once more. */
  private readonly again: { readonly field: TradeField; readonly place: Place }[] = [];
  private readonly wholes: Place[] = [];
  private readonly understood = new Map<string, string[]>();
  private readonly schedules = new Map<TradeField, Place>();

  /** The places that were used, by their values. */
  private readonly used = new Map<string, Place[]>();
  /** What was read from sentences. */
  private readonly literals: string[] = [];
  private readonly locate: Locators;

  constructor(locate: Locators = NOWHERE) {
    this.locate = locate;
  }

  /** Notes that an entry ended as a field, or as a flag about one (R1). */
  use(place: Place, field?: TradeField): void {
    if (!this.isUsed(place)) this.used.set(place.value, [...(this.used.get(place.value) ?? []), place]);
    // A party's name stands in many a sentence that says something else of it.
    if (place.page === 0 && !(field && NAMES.has(field))) this.literals.push(place.value);
  }

  /** Notes that all that an entry says was held against the trade's fields: it says nothing besides. */
  useWhole(place: Place): void {
    this.use(place);
    this.wholes.push(place);
  }

  isWhole(place: Place): boolean {
    return this.wholes.some((each) => each.value === place.value && isSamePlace(each, place));
  }

  /** Notes that a part of an entry was held against the trade's fields: it says nothing besides. */
  usePart(place: Place, part: string): void {
    this.use(place);
    this.understood.set(keyOf(place), [...(this.understood.get(keyOf(place)) ?? []), part]);
  }

  /** What an entry says without the parts that were held against the trade's fields. */
  withoutUsedParts(place: Place): string {
    const parts = this.understood.get(keyOf(place)) ?? [];
    const alone = (part: string) =>
      new RegExp(`(?<![\\p{L}\\d-])${part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d-])`, 'u');
    return parts.reduce((left, part) => left.replace(alone(part), ' '), place.value);
  }

  isUsed(place: Place): boolean {
    return this.used.get(place.value)?.some((each) => isSamePlace(each, place)) ?? false;
  }

  /** The fields whose values, read elsewhere, this place states once more. */
  repeatedAt(place: Pick<Place, 'page' | 'line' | 'value'>): readonly TradeField[] {
    const at = this.again.filter(
      ({ place: { value, page, line } }) => value === place.value && page === place.page && line === place.line,
    );
    return at.map(({ field }) => field);
  }

  /** Whether this place gives another value of a field than the one that was taken. */
  isContrary(place: Place): boolean {
    return this.contrary.some((each) => each.value === place.value && isSamePlace(each, place));
  }

  /** Whether a value was read from this sentence. */
  isInSentence(sentence: string): boolean {
    return this.literals.some((literal) => sentence.includes(literal) || literal.includes(sentence));
  }

  get(field: TradeField): string | undefined {
    return this.values[field];
  }

  /** Takes a value as printed. A second, different value is a contradiction; the first stays. */
  add(field: TradeField, value: string, entry: Place, confidence = 1): void {
    const before = this.values[field];
    // A second value that is not kept is no field: its entry is accounted for as an other term.
    if (
      before === undefined ||
      sameValue(before, value) ||
      CONTRADICTABLE.has(FIELD_KINDS[field]) ||
      !DIFFERS.has(FIELD_KINDS[field])
    ) {
      this.use(entry, field);
    }
    // What a label states and nobody can read whole is not filled from a sentence.
    if (before === undefined && confidence < 1 && this.unclear.has(field)) return;
    if (before === undefined) {
      this.values[field] = value;
      // What a sentence says, or a name that stands in several places, is looked for where it is printed (R6).
      // Of a cell that says more, or a heading, the boxes are those of the value alone.
      const { page, line, boxes } =
        entry.page === 0
          ? (this.locate.inText(entry.value) ?? { ...entry, page: 1, line: 1 })
          : this.placeOfValue(entry);
      this.evidence[field] = {
        page,
        line,
        label: entry.label,
        literal: entry.value,
        ...(boxes && boxes.length > 0 ? { boxes } : {}),
        confidence,
      };
      return;
    }
    if (sameValue(before, value)) {
      this.again.push({ field, place: entry });
      return;
    }
    if (!CONTRADICTABLE.has(FIELD_KINDS[field])) {
      if (confidence === 1 && !NAMES.has(field) && field !== 'commodity_reference_price') this.contrary.push(entry);
      return;
    }
    if (this.flags.some((flag) => flag.code === 'CONTRADICTION' && flag.field === field)) return;
    this.flags.push({
      code: 'CONTRADICTION',
      severity: 'review',
      field,
      message: `${field} is ${before} ("${this.evidence[field]?.label ?? ''}") and ${value} ("${entry.label}") in one document`,
    });
  }

  private placeOfValue(entry: Place): Pick<Place, 'page' | 'line' | 'boxes'> {
    const { page, line } = entry;
    const boxes = this.locate.inCell(entry.value, entry);
    if (boxes) return { page, line, boxes };
    return entry.boxes?.length ? entry : (this.locate.inText(entry.value) ?? entry);
  }

  /** Takes a field back whose value turned out to be another's. Its entry stays accounted for. */
  drop(field: TradeField): void {
    delete this.values[field];
    delete this.evidence[field];
  }

  /** Each of two fields as the other one, with what speaks for it. */
  swap(one: TradeField, other: TradeField): void {
    for (const each of [this.values, this.evidence, this.inferred] as { [F in TradeField]?: unknown }[]) {
      const [a, b] = [each[one], each[other]];
      delete each[one];
      delete each[other];
      if (b !== undefined) each[one] = b;
      if (a !== undefined) each[other] = a;
    }
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

  /** Takes back that a field could not be read whole: what its literal left open is said elsewhere. */
  settle(field: TradeField): void {
    this.unclear.delete(field);
    for (let i = this.flags.length - 1; i >= 0; i--) {
      if (this.flags[i]?.field === field && this.flags[i]?.code === 'UNREAD_VALUE') this.flags.splice(i, 1);
    }
  }

  /** Notes that a literal refers to further values, which a table has to give. */
  expectSchedule(field: TradeField, entry: Place): void {
    this.schedules.set(field, entry);
  }

  hasSchedule(): boolean {
    return Object.keys(this.values).some((field) => field.endsWith('_schedule'));
  }

  /** Flags the schedules that the document refers to and that were not found. */
  flagMissingSchedules(): void {
    for (const [field, entry] of this.schedules) {
      if (this.values[field] !== undefined) continue;
      this.leaveUnread({ kind: 'unread', field, code: 'UNREAD_VALUE', why: 'its later values were not found' }, entry);
    }
  }

  /** Flags what a cell says beside its own value: that alone is no sign of another trade in the file. */
  flagBeside(field: TradeField, message: string): void {
    if (this.flags.some((other) => other.code === 'CONTRADICTION' && other.field === field)) return;
    const flag: Flag = { code: 'CONTRADICTION', severity: 'review', field, message };
    this.flag(flag);
    this.besides.add(flag);
  }

  isBeside(flag: Flag): boolean {
    return this.besides.has(flag);
  }

  flag(flag: Flag): void {
    this.flags.push(flag);
  }
}

const keyOf = ({ page, line, value, boxes }: Place): string => `${page}:${line}:${boxes?.[0]?.x ?? ''}:${value}`;

/** Of places of one value. */
function isSamePlace(one: Place, other: Place): boolean {
  return one.page === other.page && one.line === other.line && one.boxes?.[0]?.x === other.boxes?.[0]?.x;
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
