import type { TradeField } from '@trade-matching/domain';
import type { FoundFields } from '../found-fields.ts';
import type { Entry } from '../layout/entry.ts';
import { matchesOf } from '../matches-of.ts';
import { saysAnotherAmount } from '../values/number-words.ts';
import { isKnownLabel } from '../vocabulary/index.ts';
import { saidOtherwise } from '../vocabulary/said-otherwise.ts';
import { addsAFigure, statesATerm } from './what-a-text-states.ts';

/** Words of a label that change what its value is of. */
const CHANGES_ITS_VALUE =
  /(?<![\p{L}])(?:latest|up to|per (?:month|quarter|day|week|year|fixing)|contingent|deferred|maximum|minimum|first of|only|not|average|averaging|(?<!due )from(?! (?:us|you|the)\b)|until|in advance|in arrears?|inverse|tranche|compounding|to whom|to it|bid|ask|offer|closing|if|unless|less|half|on (?:fixed|floating) leg)(?![\p{L}])/iu;
/** Fields whose own labels have such words: `Quantity per month`, `Exercise until`. */
const HAVE_SUCH_WORDS: ReadonlySet<TradeField> = new Set<TradeField>([
  'quantity_per_period',
  'quantity',
  'cut_off_time',
  'compounding_method',
  'expiry_date',
  'cap_rate',
  'floor_rate',
  'commodity_reference_price',
  'lookback',
]);

/** Of a cell of levels with their days: that each holds from its day on. */
const FROM_WHEN =
  /\(?(?<!\p{L})(?:from|as from|à (?:compter|partir) du|ab|dal|a partir del?|desde)(?!\p{L})(?:\s*\(?and including\)?)?\)?/giu;

/** Whether the label of a cell that gave a field says more than whose value it is: `Fixed Rate (until 16 March 2029)`. */
export function labelSaysMore(
  found: FoundFields,
  { label: printed, value }: Pick<Entry, 'label' | 'value'>,
  known: ReadonlySet<string>,
): boolean {
  const isOfSteps = found.evidence.notional_schedule?.literal === value;
  const label = isOfSteps ? printed.replace(FROM_WHEN, ' ') : printed;
  const inBrackets = [...label.matchAll(/\(([^()]*)\)/g)].map(([, words = '']) => words).join(' ');
  if (
    inBrackets !== '' &&
    !isKnownLabel(inBrackets) &&
    (statesATerm(inBrackets, known) || CHANGES_ITS_VALUE.test(inBrackets))
  )
    return true;
  const fields = (Object.keys(found.evidence) as TradeField[]).filter((f) => found.evidence[f]?.literal === value);
  if (fields.length === 0 || fields.some((field) => HAVE_SUCH_WORDS.has(field))) return false;
  // `Notional Amount from 17 Sep 2026`: a step of a schedule that was read.
  if (found.hasSchedule() && /\d/.test(label)) return false;
  // `If a date is not a business day`: every word of it is known to be of the field's label.
  const bare = label.replace(/\([^()]*\)/g, ' ');
  return CHANGES_ITS_VALUE.test(bare) && saidOtherwise(bare).length === 0;
}

/** Labels of credit support and of a form's own definitions: their figures are not the trade's. */
const OF_CREDIT_SUPPORT = /\b(?:csa|threshold|minimum transfer|collateral|independent amount|credit (?:line|limit))\b/;
const OF_A_FEE = /\b(?:fee|rate|discount|payable|conversion|trigger|termination|exercise)\b/;
const OF_A_DEFINITION =
  /\b(?:conditions? to settlement|unscheduled holiday|disruption|postponement|fallback|valuation|credit event|subject|betreff|objet|oggetto|asunto|regarding|re|certificate|kid|suitability|approval|resolution|withholding)\b/;

/** Whether a value states a term though its label is one of the paper's: `Remark: the fund pays EUR 40,000.00`. */
export function statesATermAllTheSame(label: string, value: string, known: ReadonlySet<string>): boolean {
  if (isRoleOfAParty(label) && /\p{L}{3}/u.test(value)) return true;
  if (saysAnotherAmount(value, known)) return true;
  if (OF_A_DEFINITION.test(label)) return false;
  if (OF_CREDIT_SUPPORT.test(label)) return OF_A_FEE.test(label) && /\d/.test(value);
  if (statesATerm(value, known)) return true;
  // What a remark says is a sentence, with or without its full stop.
  return (
    OF_A_PROVISION.test(label) && (addsAFigure(value, known) || statesATerm(`${value.replace(/\.$/, '')}.`, known))
  );
}
const OF_A_PROVISION =
  /\b(?:remarks?|notes?|conditions?|provisions?|bemerkung\w*|hinweis\w*|observaci\w+|remarques?|osservazion\w+|nota|note|method|exchange|allocation|handling|value|class|status)\b/;

/** A label that says who pays, receives or may do something: a company's name beside it is a term. */
export const isRoleOfAParty = (label: string): boolean =>
  /\b(?:payable|received|receivable|beneficiary|right|optional?|cancellation|break\w*|extension|prolong\w*|guarantor|excluded|successor|(?:second|further) (?:reference )?entit\w+|verlang\w+|kundigung\w*|droit|derecho|diritto)\b|\b(?:fee|cost|rate|premium|clearing cost) (?:payer|payable|paid)\b/.test(
    label,
  ) && !/^(?:account|payments?|settlement|notices?|attention)\b|^(?:received|paid|payable) (?:by|from|to)$/.test(label);

const APPLIES =
  /^(?:\[x\] )?(?:not |in)?applicable(?: \[ \] not applicable)?\.?$|^(?:does )?(?:not )?appl(?:y|ies)$|^(?:yes|no|none|excluded|included)$/i;
/** Terms that a confirmation elects, or does not (ISDA's exhibits, EMTA's templates). */
const ELECTIVE =
  /\b(?:exchange|termination|break|compounding|averaging|exercise|guarantees?|reference obligation|disruption|mark to market|clearing|netting|fallback|holiday|deferral|adjustment|extraordinary|postponement|restructuring)\b/;

/** `Early Termination: Applicable`: kept, and compared where both sides print it. */
export const isElection = (label: string, value: string): boolean => ELECTIVE.test(label) && APPLIES.test(value.trim());

/** What a form elects among several: compared where both sides print it, under whichever of these labels. */
const AMONG_SEVERAL =
  /^(?:(?:related )?exchange|deferral period(?: for unscheduled holiday)?|disruption fallbacks?|unscheduled holiday|fallback|(?:method of )?adjustments?|market disruption|clearing|fallback settlement method)$/;
const LONGEST_ELECTION = 60;

/**
 * A list of credit events: compared event by event where both sides print one. A payment requirement in it that is not the
 * definitions' own (ISDA 2014, 4.8 and 4.9) is a term, whoever prints it.
 */
export const listsCreditEvents = (label: string, value: string): boolean =>
  /^credit events?$/.test(label) &&
  /\p{L}{3}/u.test(value) &&
  !APPLIES.test(value.trim()) &&
  matchesOf(value, /\d[\d.,'’]*\d{3}/g).every(([figure]) => USUAL_REQUIREMENTS.has(figure.replace(/\D/g, '')));
const USUAL_REQUIREMENTS: ReadonlySet<string> = new Set(['1000000', '10000000']);

export const isElected = (label: string, value: string): boolean =>
  (AMONG_SEVERAL.test(label) && value.length <= LONGEST_ELECTION && !/[.;:]\s/.test(value)) ||
  listsCreditEvents(label, value);

/** A fee or a right is the trade's under whichever heading it stands, but for what was, or shows how it would be. */
export const isTermAnywhere = (label: string, value: string, section: string): boolean =>
  /\b(?:fee|break|early termination|floor|cap|strike|barrier|premium|cancellation|extension)\b/.test(label) &&
  /\d/.test(value) &&
  !OF_CREDIT_SUPPORT.test(label) &&
  !/\b(?:history|superseded|previous|illustrat\w*|example)\b/i.test(section);
