import { Big } from 'big.js';
import type { FoundFields, Place } from './found-fields.ts';
import type { Entry } from './layout/entry.ts';
import type { Sentence } from './layout/prose.ts';
import { addTenor } from './maturity.ts';
import { DATE_LITERAL, readDate } from './values/dates.ts';
import { amountIn } from './values/numbers.ts';
import type { ReadingContext } from './values/readers.ts';
import { readFrequency } from './values/terms.ts';

const FALLS =
  '(?:amorti[sz]\\w*|reduc\\w*|decreas\\w*|declin\\w*|step(?:s|ping)? down|tilg\\w*|verringer\\w*|verminder\\w*|reduzier\\w*|diminu\\w*|r[ée]dui\\w*|amorti\\w*|disminu\\w*|ridu\\w*|ammorta\\w*)';
const RISES = '(?:accret\\w*|increas\\w*|step(?:s|ping)? up|erh[öo]h\\w*|augment\\w*|aument\\w*)';
const STEP =
  "([A-Z]{3}\\s?\\d[\\d.,'’\\u00a0\\u202f]*(?:\\s\\d{3}\\b)*(?:\\s?(?:million|mio|mn|mm|m)\\b)?|\\d[\\d.,'’\\u00a0\\u202f]*\\d\\s?(?:[A-Z]{3}|EUR|euros?)\\b)";
/** `reducing by USD 2,000,000`, `Amortisation: EUR 500,000`, `verringert sich um EUR 250.000`. */
const BY = new RegExp(
  `\\b(?:(${FALLS})|${RISES})(?:\\s+sich)?(?:\\s+in equal (?:instal\\w+|steps))?\\s*(?::|\\b(?:by|um|de|di|of|in|mit|por)\\b)\\s*(?:equal (?:instal\\w+|steps|amounts) of\\s+)?${STEP}`,
  'i',
);
/** `vermindert sich jährlich zum 30. Juni, erstmals zum 30.06.2027, um jeweils 1.050.000,00 EUR`: the amount behind its days. */
const BY_LAST = new RegExp(
  `\\b(?:(${FALLS})|${RISES})(?:\\s+sich)?\\s+([^;]{6,90}?),?\\s+(?:um|by|de|di)\\s+(?:jeweils\\s+|chaque fois\\s+)?${STEP}`,
  'i',
);
/** The same steps where their label says what they are: `Amortisation | EUR 500,000 quarterly from …`. */
const LABEL_FALLS = new RegExp(`^(?:notional |capital |equal |straight[- ]line )?${FALLS}(?: \\w+){0,3}\\s*:?$`, 'i');

const A_DAY = '(\\d{1,2}(?:st|nd|rd|th)?\\.?\\s+(?:of |de )?\\p{L}{3,10})\\b(?!\\.?,?\\s*(?:del? )?\\d)';
const EACH_DAY = new RegExp(
  `\\b(?:on (?:each|every)|each|every|jeweils (?:am|zum)|(?:jährlich|annually|yearly|annuellement|anualmente|annualmente)\\s+(?:am|zum|on(?: the)?|le|el|il)|chaque|cada|ogni)\\s+${A_DAY}(?:\\s+(?:and|und|et|y|e)\\s+(?:each\\s+|every\\s+)?${A_DAY})?`,
  'iu',
);
const FIRST = new RegExp(
  `\\b(?:first|from|starting|commencing|beginning|erstmals|erstmalig|beginnend|ab|premi[èe]re?|[àa] (?:partir|compter)|primera?|desde|a partir(?:e)?|primo|prima|dal)\\b[^.;]{0,40}?(${DATE_LITERAL})`,
  'i',
);
/** `and the last time on 15 December 2028`. */
const LAST = new RegExp(
  `\\b(?:and )?(?:the )?(?:last|final|letztmals|letzte|dernière|última|ultima)(?: (?:time|reduction|step|one|fois|vez|volta))?\\b[^.;]{0,12}?(${DATE_LITERAL})`,
  'i',
);
const MONTHS: Readonly<Record<string, number>> = { MONTHLY: 1, QUARTERLY: 3, SEMI_ANNUAL: 6, ANNUAL: 12 };
/** A longer schedule is a reading gone wrong. */
const MOST_STEPS = 480;

/** When the steps are taken. */
interface Rhythm {
  readonly first: string;
  readonly months: number;
  /** The last step, where it is said: it has to be the last before the trade ends. */
  readonly last?: string;
}

/**
 * Reads a notional that changes by one amount at a time: `USD 20,000,000, reducing by USD 2,000,000 on each 6 May, the first
 * time on 6 May 2028`. The steps end before the trade does; what leaves less than nothing, or does not say when, is no schedule.
 */
export function readEqualSteps(
  found: FoundFields,
  entries: readonly Entry[],
  sentences: readonly Sentence[],
  context: ReadingContext,
): void {
  if (found.get('notional_schedule') !== undefined) return;
  const [from, until] = [found.get('effective_date'), found.get('termination_date')];
  if (from === undefined || until === undefined) return;
  for (const { literal, place } of [...ofEntries(entries), ...ofSentences(sentences)]) {
    const step = BY.exec(literal);
    const last = step ? undefined : (BY_LAST.exec(literal) ?? undefined);
    const match = step ?? last;
    const by = match && amountIn((step ? match[2] : match[3]) ?? '', context.decimalMark);
    if (!match || !by) continue;
    const initial = found.get('notional') ?? amountIn(literal.slice(0, match.index), context.decimalMark)?.amount;
    const behind = literal.slice(match.index + match[0].length);
    const rhythm = rhythmOf(last ? `${last[2]} ${behind}` : behind, from, context);
    if (initial === undefined || rhythm === undefined) continue;
    const steps = stepsOf(initial, match[1] === undefined ? by.amount : `-${by.amount}`, from, until, rhythm);
    if (steps === undefined) continue;
    found.settle('notional');
    found.settle('notional_schedule');
    if (found.get('notional') === undefined) found.add('notional', initial, place);
    if (found.get('currency') === undefined && by.currency !== undefined) found.add('currency', by.currency, place);
    found.add('notional_schedule', steps.join('; '), place, place.page === 0 ? 0.9 : 1);
    found.use(place);
    return;
  }
}

function ofEntries(entries: readonly Entry[]): { literal: string; place: Place }[] {
  return entries.flatMap((entry) => {
    if (LABEL_FALLS.test(entry.label))
      return [{ literal: `${entry.label.replace(/\s*:?$/, '')}: ${entry.value}`, place: entry }];
    return BY.test(entry.value) || BY_LAST.test(entry.value) ? [{ literal: entry.value, place: entry }] : [];
  });
}

function ofSentences(sentences: readonly Sentence[]): { literal: string; place: Place }[] {
  return sentences
    .filter(({ text }) => BY.test(text) && /notional|nominal|bezugsbetrag|notionnel|no[cz]ional|capital/i.test(text))
    .map(({ text }) => ({ literal: text, place: { page: 0, line: 0, label: 'text', value: text } }));
}

function rhythmOf(text: string, effective: string, { slashOrder }: ReadingContext): Rhythm | undefined {
  const [each = '', day, other] = EACH_DAY.exec(text) ?? [];
  const [since = '', literal = ''] = FIRST.exec(text) ?? [];
  // A last step of its own, a second amount, an end before the trade's: not one step at a time.
  const [until = '', last] = LAST.exec(text) ?? [];
  if (/\d|\bthereafter\b|\bthen\b/i.test(text.replace(since, ' ').replace(each, ' ').replace(until, ' ')))
    return undefined;
  const start = readDate(literal, slashOrder);
  const end = last === undefined ? undefined : readDate(last, slashOrder);
  const frequency = readFrequency(text.replace(new RegExp(DATE_LITERAL, 'g'), ' '));
  const months = MONTHS[frequency ?? ''] ?? (day === undefined ? undefined : other === undefined ? 12 : 6);
  if (months === undefined || start.kind === 'ambiguous') return undefined;
  const ends = end?.kind === 'date' ? { last: end.date } : {};
  if (start.kind === 'date') return { first: start.date, months, ...ends };
  if (day === undefined || other !== undefined) return undefined;
  const year = Number(effective.slice(0, 4));
  const first = [year, year + 1]
    .map((each) => readDate(`${day} ${each}`))
    .find((read) => read.kind === 'date' && read.date > effective);
  return first?.kind === 'date' ? { first: first.date, months } : undefined;
}

function stepsOf(
  initial: string,
  by: string,
  from: string,
  until: string,
  { first, months, last }: Rhythm,
): string[] | undefined {
  const steps = [`${from} ${initial}`];
  let level = new Big(initial);
  if (first <= from) return undefined;
  for (let i = 0; i < MOST_STEPS; i++) {
    const date = addTenor(first, `${i * months}M`);
    if (date === undefined || date >= until) {
      const isWhole = last === undefined || steps.at(-1)?.startsWith(last) === true;
      return steps.length > 1 && isWhole ? steps : undefined;
    }
    level = level.plus(by);
    if (level.lte(0)) return undefined;
    steps.push(`${date} ${level.toFixed(2)}`);
  }
  return undefined;
}
