import { FIELD_KINDS, type FieldKind, type OtherTerm, type Product } from '@trade-matching/domain';
import { candidateFor, isOpen, openTerms, TELLING } from '../candidates.ts';
import type { FoundFields } from '../found-fields.ts';
import { canonicalLabel } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';
import { DEFINITIONS } from '../products/index.ts';
import type { ReadingContext } from '../values/readers.ts';
import { COMMON_TERMS } from '../vocabulary/common.ts';
import type { Term } from '../vocabulary/term.ts';

/** How much of a label's words have to be of a field's labels where the value can be one of two alone. */
const NAMED = 0.4;
const ONE_OF_TWO: ReadonlySet<FieldKind> = new Set(['party', 'enum', 'currency']);
const READ_BY_VALUE: ReadonlySet<FieldKind> = new Set([...TELLING, ...ONE_OF_TWO, 'basis-points', 'quantity', 'tenor']);
/** A figure that is nothing is stated by many terms. */
const NOTHING = /^-?0*(?:\.0*)?$/;
/** Words that make a term another one, whatever its value: the field has them among its labels, or it is not the field. */
const ANOTHER = new Set(
  'near far cap floor collar put call barrier knock trigger strike break early optional cancel cancellation mandatory step fee rebate margin threshold independent minimum maximum initial final exercise premium upfront fixing dividend default interim'.split(
    ' ',
  ),
);

export interface Possible {
  readonly may_be: NonNullable<OtherTerm['may_be']>;
  /** `Cash`, `European`: one of the codes of a field that the document does not state, whatever the label says. */
  readonly isOfAKind: boolean;
}

/** Of what is a field, or has no label. */
export const NONE: Possible = { may_be: [], isOfAKind: false };

/**
 * What an entry under a label that is in no list would state of the fields that the document states nowhere else: each
 * reading by a field's own reader, whole. It is no reading of the document; the other side's document may show which of
 * them it is.
 */
export function possibleFields(
  found: FoundFields,
  product: Product,
  context: ReadingContext,
): (entry: Entry) => Possible {
  const terms = openTerms(found, product).filter(({ read }) =>
    read.gives.some((field) => READ_BY_VALUE.has(FIELD_KINDS[field])),
  );
  const kinds = termsOfKinds(product);
  return (entry) => {
    if (!isOpen(found, entry)) return NONE;
    let isOfAKind = kinds.some((term) => isAnotherKind(found, term, entry, product, context));
    const seen = new Map<string, NonNullable<OtherTerm['may_be']>[number]>();
    for (const term of terms) {
      for (const { field, fields, score } of candidateFor(entry, term, product, context)) {
        if (saysAnother(entry.label, term)) continue;
        if (ONE_OF_TWO.has(FIELD_KINDS[field]) && score < NAMED) {
          // A longer cell has the word among others: `the fifth day of each delivery month`.
          isOfAKind ||= FIELD_KINDS[field] === 'enum' && entry.value.length <= LONGEST_KIND;
          continue;
        }
        if (NOTHING.test(fields[field] ?? '')) continue;
        seen.set(JSON.stringify(fields), fields);
      }
    }
    return { may_be: [...seen.values()], isOfAKind };
  };
}

/** Longer values say more than a kind. */
const LONGEST_KIND = 40;

const ofKinds = new Map<Product, readonly Term[]>();

function termsOfKinds(product: Product): readonly Term[] {
  const known = ofKinds.get(product);
  if (known) return known;
  const isKind = ({ read: { gives } }: Term) => gives[0] !== undefined && FIELD_KINDS[gives[0]] === 'enum';
  const terms = [...DEFINITIONS[product].terms, ...COMMON_TERMS].filter(isKind);
  ofKinds.set(product, terms);
  return terms;
}

/** `Price Return` in a document that was read as paying the total return. */
function isAnotherKind(
  found: FoundFields,
  term: Term,
  entry: Entry,
  product: Product,
  context: ReadingContext,
): boolean {
  const [field] = term.read.gives;
  const stated = field === undefined ? undefined : found.get(field);
  if (field === undefined || stated === undefined || entry.value.length > LONGEST_KIND) return false;
  return candidateFor(entry, term, product, context).some(({ fields }) => fields[field] !== stated);
}

function saysAnother(label: string, { labels }: Term): boolean {
  const words = canonicalLabel(label)
    .split(' ')
    .filter((word) => ANOTHER.has(word));
  return (
    words.length > 0 && !labels.some((each) => words.every((word) => canonicalLabel(each).split(' ').includes(word)))
  );
}
