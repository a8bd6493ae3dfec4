import type { OtherTerm } from '@trade-matching/domain';
import { lineText } from '../../read/positioned-text.ts';
import type { FoundFields } from '../found-fields.ts';
import { canonicalLabel } from '../labels.ts';
import { composedInEnglish } from '../languages/composed-labels.ts';
import { inEnglish } from '../languages/translate.ts';
import { boxOf, type Entry, type LooseLine } from '../layout/entry.ts';
import type { Sentence } from '../layout/prose.ts';
import { conventionInWords } from '../sentences/days-moved.ts';
import { currencyIn } from '../values/currencies.ts';
import { isKnownLabel } from '../vocabulary/index.ts';
import { isWayToFindAPrice, TERM_OF_A_SENTENCE } from './economic.ts';
import { addsAmount, addsFigure } from './figures.ts';
import { isBoilerplate, isContact, NON_ECONOMIC_SECTION } from './non-economic.ts';
import { holdsOnlyReferences, isOfTheHouse, isOfTheLetter, withoutPageNumber } from './of-the-house.ts';
import { NUMBER_OF_A_CLAUSE, type PassedOver } from './passed-over.ts';
import {
  addsAFigure,
  chargesAllTheSame,
  headingStatesATerm,
  saysMoreThanFields,
  statesATerm,
} from './what-a-text-states.ts';
import { otherWords } from './words-of-values.ts';

const LONGEST_SENTENCE_LABEL = 5;

const A_FIGURE = /\d\s?%|\b[A-Z]{3}\s?\d|\d[.,'’]\d{3}\b(?!.*\d{4}-|.*\/)/;
/** `Interest Rate Swap (step-up coupon)` names the schedule that was read: without a figure it adds none. */
function withoutNamesOfSchedules(text: string, found: FoundFields): string {
  let rest = text;
  if (/\d/.test(text)) return text;
  if (found.get('fixed_rate_schedule') !== undefined)
    rest = rest.replace(/\bstep(?:s|ped)?[\s-](?:up|down)\b(?: (?:coupon|rate|swap))?/gi, ' ');
  if (found.get('notional_schedule') !== undefined) rest = rest.replace(/\bamorti[sz](?:ing|ation)\b/gi, ' ');
  return rest;
}

const AT_THE_BARRIER = /\b(?:barrier|barri[eè]re|barriera|barrera|schwelle|knock[\s-]?(?:out|in)|trigger)\b/i;
const ENDS =
  /\b(?:ends?|lapses?|expires?|ceases? to exist|terminates?|(?:is|are) (?:cancelled|extinguished|knocked out)|becomes? void|erlischt|verfällt|s['’]éteint|prend fin|se extingue|si estingue|cessa)\b/i;
/** Money, another day, another condition: more than what a barrier does by itself. */
const MORE_THAN_THAT =
  /\d|\b(?:rebate|refund(?:ed)?|repaid|half|part|pays?|except|unless|until|from|after|between|window|if the (?:fund|bank|client))\b/i;

/** `If the knock-out level trades, the option ends`: what a knock-out is, of a trade whose type is read as one. */
const saysWhatABarrierDoes = (text: string, found: FoundFields): boolean =>
  /OUT$/.test(found.get('barrier_type') ?? '') &&
  AT_THE_BARRIER.test(text) &&
  ENDS.test(text) &&
  !MORE_THAN_THAT.test(
    text.replace(/\bwithout (?:any )?(?:refund|rebate|repayment)\b[^.,;]*|\b(?:senza|sans|sin|ohne) [^.,;]*/gi, ' '),
  );

/** A sentence that is no boilerplate and states a figure that no field holds, or grants something. */
export function otherTermOfSentence(
  found: FoundFields,
  sentence: Sentence,
  known: ReadonlySet<string>,
): OtherTerm | undefined {
  const { text, section, page, line, boxes } = sentence;
  const term = () => otherTermOfText(text, { page, line, boxes });
  if (found.isWhole({ page: 0, line: 0, label: 'text', value: text })) return undefined;
  const convention = conventionInWords(text);
  if (convention !== undefined && convention === found.get('business_day_convention')) return undefined;
  if (found.isInSentence(text)) {
    const more = saysMoreThanFields(text, known) && !isBoilerplate(text);
    return more ? term() : undefined;
  }
  if (NON_ECONOMIC_SECTION.test(section)) return chargesAllTheSame(text, known) ? term() : undefined;
  const unnumbered = withoutPageNumber(text);
  if (
    unnumbered !== undefined &&
    holdsOnlyReferences(unnumbered, [found.get('trade_id'), found.get('other_reference')])
  )
    return undefined;
  if (saysWhatABarrierDoes(text, found) || isOfLetter(found, text)) return undefined;
  const said = withoutNamesOfSchedules(text, found);
  const grants = TERM_OF_A_SENTENCE.test(said) || isWayToFindAPrice(text);
  if ((isBoilerplate(text) || isOfTheHouse(text)) && !grants)
    return chargesAllTheSame(text, known) ? term() : undefined;
  return grants || addsAmount(text, known) || statesATerm(said, known) ? term() : undefined;
}

const isOfLetter = (found: FoundFields, text: string): boolean =>
  isOfTheLetter(
    text,
    [found.get('bank_name'), found.get('counterparty_name')].filter((name) => name !== undefined),
    [found.get('trade_id'), found.get('other_reference')],
    found.get('trade_date'),
  );

/** A line that looks like a heading and states a term. */
export function otherTermOfHeading(
  found: FoundFields,
  { line }: LooseLine,
  entries: readonly Entry[],
  known: ReadonlySet<string>,
): OtherTerm | undefined {
  const text = lineText(line);
  const isSection = entries.some(({ section }) => section === text);
  if (isBoilerplate(text) || isOfTheHouse(text) || isOfLetter(found, text)) return undefined;
  if (!headingStatesATerm(text, known, isSection)) return undefined;
  return otherTermOfText(text, {
    page: line.page,
    line: line.number,
    boxes: line.segments.map((segment) => boxOf(line, segment)),
  });
}

function otherTermOfText(text: string, place: Pick<OtherTerm, 'page' | 'line' | 'boxes'>): OtherTerm {
  const words = canonicalLabel(text.replace(/[\d.,%]+/g, ' '))
    .split(' ')
    .slice(0, LONGEST_SENTENCE_LABEL);
  return { label: 'text', key: words.join(' '), literal: text, ...place, economic: true };
}

/** A cell that is part of nothing states a term by what it says, or because it stands beside a value and is no label. */
export function otherTermOfCell(
  found: FoundFields,
  { segment, line }: PassedOver,
  isBeside: boolean,
  known: ReadonlySet<string>,
  held: ReadonlySet<string>,
): OtherTerm | undefined {
  const text = segment.text.replace(NUMBER_OF_A_CLAUSE, '');
  // A form's code, `TKT210`, is of no term.
  if (/^(?:[A-Z]{2,4}\s)?[A-Z]{2,4}\s?\d{2,4}$/.test(text) && !isMoney(text)) return undefined;
  // A form in two languages has a column of labels for each.
  const isLabel =
    isKnownLabel(text) ||
    /^(?:initial|final) exchange$/i.test(text) ||
    (inEnglish(text) ?? composedInEnglish(text)) !== undefined;
  if (isLabel || isBoilerplate(text) || isOfTheHouse(text) || isContact(text) || isOfLetter(found, text))
    return undefined;
  const says =
    statesATerm(text, known) ||
    (isBeside && (addsAFigure(text, known) || otherWords(text.replace(AN_HOUR, ' ')).some((word) => !held.has(word))));
  if (!says) return undefined;
  return otherTermOfText(text, { page: line.page, line: line.number, boxes: [boxOf(line, segment)] });
}

const isMoney = (text: string): boolean => /^[A-Z]{3}\s?\d/.test(text) && currencyIn(text) !== undefined;
const AN_HOUR = /\b\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\.?|h(?:ours)?|uhr)(?![\p{L}])/iu;

/** The end of a sentence that stands where a label would: `cap.` */
export const END_OF_A_SENTENCE = /^\p{Ll}[^.]*\.$/u;
const BETWEEN_SENTENCES = /(?<=[\p{Ll}\d%]\.)\s+(?=\p{Lu})/u;

/** An entry whose label is no label, `From 16 March 2029: 2.95 %`, is judged as the sentence that it is. */
export function otherTermOfUnknown(
  found: FoundFields,
  entry: Entry,
  known: ReadonlySet<string>,
): OtherTerm | undefined {
  const text = `${entry.label} ${entry.value}`;
  if (END_OF_A_SENTENCE.test(entry.label)) {
    const terms = entry.value
      .split(BETWEEN_SENTENCES)
      .map((sentence) =>
        otherTermOfSentence(
          found,
          { ...entry, text: sentence, lines: entry.lines ?? [], boxes: entry.boxes ?? [] },
          known,
        ),
      );
    return terms.find((term) => term !== undefined);
  }
  // `2029: EUR 12,500,000.00`: a step of something.
  const isAStep = /\d{4}|\d[./]\d/.test(entry.label) && A_FIGURE.test(entry.value) && addsFigure(entry.value, known);
  if (isBoilerplate(text) || isOfTheHouse(text) || !(isAStep || statesATerm(text, known))) return undefined;
  const { page, line, boxes } = entry;
  return otherTermOfText(text, { page, line, ...(boxes && boxes.length > 0 ? { boxes } : {}) });
}
