import { otherSide, type Product, type Source, type TradeField } from '@trade-matching/domain';
import type { FoundFields } from '../found-fields.ts';
import type { Parties } from '../parties/find-parties.ts';
import type { ReadingContext } from '../values/readers.ts';
import { type DraftOfLeg, PHRASES_OF_LEGS } from './phrases-of-legs.ts';

/** What one clause says that a party pays. */
export interface ClauseOfLeg extends Readonly<DraftOfLeg> {
  readonly payer: Source;
}

const PAYS =
  '(?:(?:will|shall|agrees? to|undertakes? to|is to|are to)\\s+)?pays?|zahlt|zahlen|leistet|entrichtet|paie(?:ra)?|paye(?:ra)?|payons|paierons|verse(?:ra)?|versons|verserons|pagará|paga|pagamos|pagaremos|abonará|abona|satisface|pagherà|paghiamo|pagheremo|corrisponde(?:rà)?|versa|verserà';
const WHO_PAYS = new RegExp(`^((?:[^\\s,.;:]+\\s+){1,8}?)(?:${PAYS})\\s+`, 'iu');
/** `Vierteljährlich zahlt die Bank …`: the verb before its subject. */
const PAYS_WHO = /^(?:zahlt|zahlen|leistet|entrichtet)\s+/iu;
const TO = /^(?:to|an|à|al|alla|allo|all['’]|a|au)\s+/iu;
const SEPARATORS = /^[\s,;:]+/u;
const AND = /^(?:and|while|whereas|und|während|et|tandis que|y|mientras que|e|mentre)\s+/iu;
const CLAUSE_NUMBER = /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+/u;

const MOST_WORDS = 8;

/** The party that the first words of a text name, and how many characters it took: the longest name that is one. */
function namedFirst(text: string, parties: Pick<Parties, 'resolve'>): { side: Source; length: number } | undefined {
  const words = [...text.matchAll(/\S+/g)].slice(0, MOST_WORDS);
  for (const last of words.toReversed()) {
    const name = text.slice(0, last.index + last[0].length).replace(/[,;:.]$/, '');
    const side = /[\d,;:%]/.test(name) ? undefined : parties.resolve(name);
    if (side) return { side, length: name.length };
  }
  return undefined;
}

class Reader {
  readonly clauses: (DraftOfLeg & { payer: Source })[] = [];
  private draft: DraftOfLeg & { payer?: Source } = {};
  private hasRecipient = false;
  private readonly parties: Pick<Parties, 'resolve'>;
  private readonly context: ReadingContext;

  constructor(parties: Pick<Parties, 'resolve'>, context: ReadingContext) {
    this.parties = parties;
    this.context = context;
  }

  /** Takes all of a sentence, or answers that something in it was not understood. */
  read(sentence: string): boolean {
    let rest = sentence.replace(CLAUSE_NUMBER, '');
    for (;;) {
      rest = rest.replace(SEPARATORS, '');
      if (/^\.?$/.test(rest)) return this.end();
      const length = this.step(rest);
      if (length === undefined) return false;
      rest = rest.slice(length);
    }
  }

  private step(text: string): number | undefined {
    return this.subject(text) ?? this.recipient(text) ?? this.phrase(text) ?? this.next(text);
  }

  private subject(text: string): number | undefined {
    if (this.draft.payer !== undefined) return undefined;
    const match = WHO_PAYS.exec(text);
    const side = match ? this.parties.resolve((match[1] ?? '').trim()) : undefined;
    if (match && side) {
      this.draft.payer = side;
      return match[0].length;
    }
    const verb = PAYS_WHO.exec(text)?.[0].length;
    const named = verb === undefined ? undefined : namedFirst(text.slice(verb), this.parties);
    if (verb === undefined || !named) return undefined;
    this.draft.payer = named.side;
    return verb + named.length;
  }

  /** Whom it is paid to: the other party, once. */
  private recipient(text: string): number | undefined {
    if (this.draft.payer === undefined || this.hasRecipient) return undefined;
    const other = otherSide(this.draft.payer);
    for (const to of [TO.exec(text)?.[0].length ?? 0, 0]) {
      const named = namedFirst(text.slice(to), this.parties);
      if (named?.side !== other) continue;
      this.hasRecipient = true;
      return to + named.length;
    }
    return undefined;
  }

  private phrase(text: string): number | undefined {
    for (const read of PHRASES_OF_LEGS) {
      const before = { ...this.draft };
      const length = read(text, this.draft, this.context);
      if (length !== undefined) return length;
      this.draft = before;
    }
    return undefined;
  }

  /** `…, and the Bank pays …`: another clause, where this one is whole. */
  private next(text: string): number | undefined {
    const and = AND.exec(text)?.[0].length;
    if (and === undefined || !WHO_PAYS.test(text.slice(and)) || !this.end()) return undefined;
    this.draft = {};
    this.hasRecipient = false;
    return and;
  }

  private end(): boolean {
    const { payer, kind, fixed_rate, index } = this.draft;
    if (payer === undefined || kind === undefined) return false;
    if (kind === 'fixed' ? fixed_rate === undefined : kind === 'floating' && index === undefined) return false;
    this.clauses.push({ ...this.draft, payer });
    return true;
  }
}

/**
 * What a sentence says that each party pays, `The Bank will pay the Trustee a fixed rate of 4.3 per cent. per annum, every six
 * months in arrear`: a party, a verb, and phrases in any order. Undefined where any phrase of it is not understood.
 */
export function clausesOfLegs(
  sentence: string,
  parties: Pick<Parties, 'resolve'>,
  context: ReadingContext,
): readonly ClauseOfLeg[] | undefined {
  const reader = new Reader(parties, context);
  return reader.read(sentence) && reader.clauses.length > 0 ? reader.clauses : undefined;
}

/** Fields of a swap's leg, by what a clause calls them. */
const FIELDS: readonly (readonly [keyof DraftOfLeg, (leg: 'fixed' | 'floating') => TradeField])[] = [
  ['fixed_rate', () => 'fixed_rate'],
  ['index', () => 'floating_rate_index'],
  ['designated_maturity', () => 'designated_maturity'],
  ['spread_bps', () => 'spread_bps'],
  ['day_count', (leg) => `${leg}_day_count`],
  ['payment_frequency', (leg) => `${leg}_payment_frequency`],
  ['currency', () => 'currency'],
  ['notional', () => 'notional'],
];

function fieldsOf(product: Product, clause: ClauseOfLeg): [TradeField, string][] | undefined {
  const { payer, kind } = clause;
  if (product === 'EQUITY_SWAP') {
    if (kind === 'fixed') return undefined;
    if (kind === 'equity') {
      const often = clause.payment_frequency;
      return [
        ['equity_amount_payer', payer],
        ['floating_rate_payer', otherSide(payer)],
        ...(often === undefined ? [] : [['payment_frequency', often] as [TradeField, string]]),
      ];
    }
  }
  if (kind === undefined || kind === 'equity') return undefined;
  const payers: [TradeField, string][] =
    product === 'EQUITY_SWAP'
      ? [['floating_rate_payer', payer]]
      : [
          [`${kind}_rate_payer`, payer],
          [kind === 'fixed' ? 'floating_rate_payer' : 'fixed_rate_payer', otherSide(payer)],
        ];
  return [
    ...payers,
    ...FIELDS.flatMap(([term, field]): [TradeField, string][] => {
      const value = clause[term];
      return value === undefined ? [] : [[field(kind), value]];
    }),
  ];
}

const HAS_TWO_UNLIKE_LEGS: ReadonlySet<Product> = new Set(['INTEREST_RATE_SWAP', 'SWAPTION', 'EQUITY_SWAP']);

/**
 * Reads the sentences that say what each party pays, for fields that nothing else gave. A sentence that agrees with all that
 * the trade says is whole: nothing of it is a term besides.
 */
export function readClausesOfLegs(
  found: FoundFields,
  product: Product,
  sentences: readonly string[],
  parties: Pick<Parties, 'resolve'>,
  context: ReadingContext,
): void {
  if (!HAS_TWO_UNLIKE_LEGS.has(product)) return;
  for (const sentence of sentences) {
    const all = (clausesOfLegs(sentence, parties, context) ?? []).map((clause) => fieldsOf(product, clause));
    if (all.length === 0 || all.includes(undefined)) continue;
    const place = { page: 0, line: 0, label: 'text', value: sentence };
    const fields = all.flatMap((each) => each ?? []);
    for (const [field, value] of fields) if (found.get(field) === undefined) found.add(field, value, place, 0.9);
    if (fields.every(([field, value]) => isSame(found.get(field), value))) found.useWhole(place);
  }
}

const isSame = (one: string | undefined, other: string): boolean =>
  one !== undefined && (one === other || (/^-?[\d.]+$/.test(other) && Number(one) === Number(other)));
