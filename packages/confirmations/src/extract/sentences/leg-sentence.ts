import { otherSide, type Product, type Source, type TradeField } from '@trade-matching/domain';
import type { FoundFields } from '../found-fields.ts';
import type { Entry } from '../layout/entry.ts';
import type { Parties } from '../parties/find-parties.ts';
import { limitsOfRate } from '../values/limits-of-a-rate.ts';
import { readPercent, readSpread } from '../values/numbers.ts';
import { frequencyBehindAccrual, indexLiteral, standardIndex, withNameFirst } from '../values/rate-index.ts';
import { readDayCount, readFrequency, readTenor } from '../values/terms.ts';
import { matchesWith } from './matches-with.ts';

/** Products of which a sentence may state a leg with all its terms. */
export const HAS_LEG_SENTENCES: ReadonlySet<Product> = new Set(['INTEREST_RATE_SWAP', 'EQUITY_SWAP', 'SWAPTION']);

/** `2,640% anual`, `2,640 por ciento anual`: a rate a year, and not how often it is paid. */
const A_YEAR =
  /(?<=(?:%|\b(?:prozent|pour cent|por ciento|per cento))\s?)(?:anual(?:es)?|annu[oia]|annuale|annuel|par an|l['’]an|jährlich|im jahr|all['’]anno|al año)(?=\W|$)/giu;

type Place = Pick<Entry, 'page' | 'line' | 'label' | 'value'>;

/** `EUR-EURIBOR-Reuters`, `USD-SOFR-OIS Compound`: an ISDA name, a currency and what follows it. */
export const ISDA_INDEX =
  /\b[A-Z]{3}-[A-Z][A-Za-z]+(?:-[A-Z0-9][\w.]*|\s+(?:Compound(?:ed)?|OIS|Average|CME|Term|Index|Swap|Rate|Cap|Floor|3000|Funds)(?![\w]))*(?![\w-])/;
/** The benchmarks that confirmations name without ISDA's form. */
const NAMED_INDEX =
  /\b(?:euribor|sofr|sonia|estr|€str|tonar?|saron|libor|nibor|stibor|cibor|bbsw|wibor|pribor|bubor|hibor|sibor|tibor|cdor|corra|jibar)\b/i;
const RATE_ALONE = /^.{0,60}?\bpays?\s+(?:(?:us|you)\s+)?\d[\d.,'’]*\s*(?:%|per\s?cent)/i;
export const PLUS =
  /(?:\s*,)?\s+(?:plus|minus|\+|-|less|zuzüglich|abzüglich|più|meno|más|menos|moins|majorée? de|augmentée? de|diminuée? de|maggiorato di|incrementado en)\s*(?:(?:a (?:spread|margin) of|un (?:diferencial|margen) (?:de|del)|uno spread (?:di|del)|un margine (?:di|del)|une marge de|(?:eines? |einer )(?:marge|spreads?|aufschlags?|abschlags?|zuschlags?) von)\s+)?[\d.,'’]+\s*(?:%|bps?\b|basis points?|basispunkten?|points de base|puntos básicos|punti base|per cent|percent)/i;
const LESS = /\b(?:abzüglich|meno|menos|moins|diminuée? de)\b/i;

/**
 * Reads what one party pays from a sentence or a cell: `a fixed rate of 3.815 per cent. semi-annually on a 30/360 basis`,
 * `EUR-EURIBOR-Reuters 6M + 0.15%, semi-annually, ACT/360`.
 */
export function readLegSentence(found: FoundFields, product: Product, payer: Source, said: string, place: Place): void {
  const { rest: text, floor, cap } = limitsOfRate(said);
  const short = SHORT_INDEX.exec(text);
  const index = ISDA_INDEX.exec(text)?.[0] ?? short?.[2] ?? NAMED_INDEX.exec(text)?.[0];
  const floating = index !== undefined || /\bfloating\b|\bvariabel|\bvariab[il]|\bflottant/i.test(text);
  // `Actual/365 (Fixed)` is a day count.
  const saysFixed = /\bfixed\b|\bfest(?:er|e|zins\w*)?\b|\bfixe\b|\bfijo\b|\bfisso\b/i.test(
    text.replace(/365\s*[.(]?\s*fixed\)?/gi, ' '),
  );
  // `you will pay us 4.105 per cent. per annum on GBP 9,000,000.00`: a rate and no index.
  const fixed = saysFixed || (!floating && RATE_ALONE.test(text));
  if (fixed === floating || (fixed && product === 'EQUITY_SWAP')) return;
  const give = (field: TradeField, value: string | undefined) => {
    if (value !== undefined && found.get(field) === undefined) found.add(field, value, place, 0.9);
  };
  const leg = fixed ? 'fixed' : 'floating';
  give(`${leg}_rate_payer`, payer);
  if (product !== 'EQUITY_SWAP') give(fixed ? 'floating_rate_payer' : 'fixed_rate_payer', otherSide(payer));
  give(`${leg}_day_count`, readDayCount(text));
  give(`${leg}_payment_frequency`, readFrequency(withoutTenor(text.replace(A_YEAR, ' '))));
  if (fixed) {
    const rate =
      /\b(?:fixed|fijo|fisso|fixe|fest(?:er|e|zins)?)\s+(?:rate|coupon|interest|zinssatz)?\b[^\d]{0,40}?(\d[\d.,'’]*\s*(?:%|per\s?cent|percent|p[eo]r ciento|per cento|pour cent|prozent|pct|bps|basis points))/i.exec(
        text,
      )?.[1] ??
      // `3.95% fixed, annually`.
      /(\d[\d.,'’]*\s*(?:%|per\s?cent|percent|p[eo]r ciento|per cento|pour cent|prozent|pct|bps|basis points))\s+(?:\w+\s+)?(?:fixed|fixe|fijo|fisso|fest)\b/i.exec(
        text,
      )?.[1] ??
      (saysFixed ? undefined : /\bpays?\s+(?:(?:us|you)\s+)?(\d[\d.,'’]*\s*(?:%|per\s?cent))/i.exec(text)?.[1]);
    give('fixed_rate', rate === undefined ? undefined : readPercent(rate));
    return;
  }
  const period = index === undefined ? undefined : tenorBeside(text, index);
  give('floating_rate_index', index && standardIndex(index.trim(), period !== undefined));
  give('spread_bps', readSpreadAfterIndex(text) ?? (FLAT.test(text) ? '0' : undefined));
  give('designated_maturity', period);
  if (product !== 'INTEREST_RATE_SWAP') return;
  give('floor_rate', floor);
  give('cap_rate', cap);
}

/** `3-month EURIBOR`, `compounded SOFR`: an index that a sentence names by its short name. */
const SHORT_INDEX =
  /(\b(?:\d{1,2}|one|three|six|twelve)[\s-]?(?:months?|[Mm])\s+)?\b((?:(?:daily\s+)?compounded\s+)?(?:EURIBOR|Euribor|SOFR|Sofr|SONIA|Sonia|ESTR|SARON|Saron|TONAR?)(?:\s+(?:daily\s+)?compounded(?:\s+in\s+arrears)?)?|€STR)(?![\w-])/;

/** What says that nothing is added to an index. */
const FLAT =
  /\bflat\b|\b(?:no|zero|nil) (?:spread|margin)\b|\bwithout (?:an?y? )?(?:spread|margin)\b|\bohne (?:marge|(?:zu-?|auf-?|ab-?) oder (?:ab|auf|zu)schlag|(?:ab|auf|zu)schlag)|\bsans marge|\bsin (?:margen|diferencial)|\bsenza (?:spread|margine|maggiorazione)/i;

/**
 * Reads what a rate's cell says besides the rate, for fields that nothing else gave: `2.748 PCT ANNUAL 30/360`,
 * `EUR-EURIBOR-REUTERS 6M FLAT SEMIANNUAL ACT/360`.
 */
export function readLegRest(found: FoundFields, leg: 'fixed' | 'floating', place: Place): void {
  const text = place.value.replace(/\bp\.?\s?a\.?(?=\W|$)|\bper annum\b/gi, ' ').replace(A_YEAR, ' ');
  const give = (field: TradeField, value: string | undefined) => {
    if (value !== undefined && found.get(field) === undefined) found.add(field, value, place, 0.9);
  };
  give(`${leg}_day_count`, readDayCount(text));
  // The words of an index, `USD-SOFR CME Term`, say nothing of when it is paid.
  const words = withoutTenor(text)
    .replace(ISDA_INDEX, ' ')
    .replace(/\bterm (?=sofr|rate|\w*ibor)/gi, ' ');
  const paid = frequencyBehindAccrual(text);
  // A fixed rate has no tenor of its own: `1%, 3M on IMM 20ths, Act/360`.
  const period = leg === 'fixed' ? (paid ?? /,\s*(\d{1,2}\s?[MY])\b/.exec(text)?.[1]) : paid;
  const often = readFrequency(words);
  // `SONIA compounded daily`: how the rate is made up. No leg is paid every day.
  give(`${leg}_payment_frequency`, (often === 'DAILY' ? undefined : often) ?? (period && readFrequency(period)));
  if (leg === 'fixed') return;
  const index = ISDA_INDEX.exec(text)?.[0];
  give('spread_bps', readSpreadAfterIndex(text) ?? (FLAT.test(text) ? '0' : undefined));
  if (index !== undefined) give('designated_maturity', tenorBeside(text, index));
}

/** The tenor of an index is no frequency, nor is how often it compounds: only words are, and `every 3 months`. */
function withoutTenor(text: string): string {
  return text
    .replace(COMPOUNDS, ' ')
    .replace(/(?<!\bevery )(?:\bdesignated maturity\b|\b\d+\s*-?[MY]\b|\b(?:\d+|\w+)[\s-]months?\b)/gi, ' ');
}

/** `compounded daily in arrears`, `daily compounded SOFR`. */
const COMPOUNDS =
  /\bcompound(?:ed|ing|s)\s+(?:daily|weekly|monthly|quarterly)(?:\s+in\s+arrears?)?|\b(?:daily|weekly|monthly|quarterly)[\s-]+compound\w*(?:\s+in\s+arrears?)?/gi;

/** `USD-SOFR-OIS Compound plus 12 basis points` → 12. */
export function readSpreadAfterIndex(text: string): string | undefined {
  const spread = PLUS.exec(text)?.[0];
  return spread === undefined
    ? undefined
    : readSpread(
        spread
          .replace(LESS, 'minus')
          .replace(/^\s*,?\s*(?:más|più|zuzüglich)\b/i, ' plus ')
          .replace(/\b(?:un|uno|une|eine[rs]) \p{L}+ (?:del?|di|von)\b/iu, ' ')
          .replace(/^\s*,?\s*\+/, '')
          .replace(/^\s*,?\s*-\s*/, 'minus '),
      );
}

function tenorBeside(text: string, index: string): string | undefined {
  const at = text.indexOf(index);
  const [before, after] = [text.slice(Math.max(0, at - 12), at), text.slice(at + index.length, at + index.length + 44)];
  return (
    readTenor(
      /^[\s,(]*(?:with a designated maturity of\s+|(?:plazo|durée|laufzeit|durata|tenor|term)\s+(?:(?:of|de|von|di)\s+)?)?\S+(?:[\s-]\w+)?/.exec(
        after,
      )?.[0] ?? '',
    ) ?? readTenor(before)
  );
}

/** An index with its tenor or its spread in the same cell, each by itself. */
export function splitIndex(given: string): { index: string; tenor: string | undefined; spread: string | undefined } {
  const { literal: text, tenor: designated, isFlat } = indexLiteral(withNameFirst(given));
  const spread = readSpreadAfterIndex(text) ?? (isFlat ? '0' : undefined);
  const plus = text.search(PLUS);
  const bare = (plus === -1 ? text : text.slice(0, plus))
    // `EUR-EURIBOR with a maturity of three (3) months`, `EUR-EURIBOR für 6 Monate`.
    .replace(
      /\s+(?:with an? (?:designated )?(?:maturity|tenor|period) of|für|for|pour|por|per)\s+(?=(?:\d|\w+ \(?\d|one|three|six|twelve))/i,
      ' ',
    )
    .replace(/\b(one|three|six|twelve)\s+\(\d{1,2}\)/i, '$1')
    .replace(/,?\s+(?:ohne (?:auf|ab|zu)schlag|flat|without spread|sans marge|sin diferencial|senza spread)\s*$/i, '');
  const tail =
    /^(.*?[A-Za-z)])[\s,(-]+(?:(?:a|à|auf)\s+)?(\d{1,2}\s?[MWDY]|(?:\d{1,2}|one|three|six|twelve)[\s-](?:months?|monate?|mois|meses|mesi))\)?$/i.exec(
      bare.trim(),
    );
  const head =
    /^(\d{1,2}\s?[MWDY]|(?:\d{1,2}|one|three|six|twelve)[\s-](?:months?|monats?|mois|meses|mesi))[\s-]+(.*)$/i.exec(
      bare.trim(),
    );
  const [index, tenor] = tail ? [tail[1], tail[2]] : head ? [head[2], head[1]] : [bare.trim(), undefined];
  const ownTenor = designated ?? tenor;
  // `Euribor a 3 meses`.
  const name = (index ?? bare)
    .trim()
    .replace(/[,;]$/, '')
    .replace(/\s+(?:a|à|de|di|con)$/i, '');
  return { index: standardIndex(name, ownTenor !== undefined), tenor: ownTenor && readTenor(ownTenor), spread };
}

const PAYS =
  /(\S+(?:\s+\S+){0,6}?)\s+(?:(?:shall|will|agrees? to|is to|are to|hereby)\s+)*[Pp]ays?\s+(?:(?:to\s+.{1,50}?|you|us|[Pp]arty [AB]|the \p{Lu}\p{L}{2,20}|\p{Lu}\p{Ll}{2,20}(?: \p{Lu}\p{Ll}{2,20}){0,2}),?\s+)?(?:(?:interest )?on (?:the )?(?:[A-Z]{3}\s?\d[\d.,'’]*\d|(?:[A-Z]{3} )?(?:notional|principal)(?: (?:amount|sum))?),?\s+(?:at\s+)?)?((?:[Aa]|[Tt]he|at a|interest at a|an amount)?\s*(?:\w+\s+){0,3}?(?:[Ff]ixed|[Ff]loating|variable)\b|(?=[A-Z]{3}-[A-Z][A-Za-z])|(?=\d[\d.,'’]*\s*(?:%|per\s?cent))|(?=(?:(?:\d{1,2}|one|three|six|twelve)[\s-]?(?:months?|[Mm])\s+)?(?:(?:daily\s+)?compounded\s+)?(?:EURIBOR|Euribor|SOFR|Sofr|SONIA|Sonia|€STR|ESTR|SARON|Saron|TONAR?|NIBOR|STIBOR|CIBOR|WIBOR|PRIBOR|BBSW|HIBOR)\b))/gu;

/** `Der Vertragspartner zahlt …`, `la Banque verse …`: who pays, in the other languages that are read. */
const PAYS_ABROAD =
  /(\S+(?:\s+\S+){0,6}?)\s+(?:zahlt|zahlen|leistet|paiera|paie|payons|verse(?:ra)?|pagará|pagherà|pagano|paga|abonará|abona|verserà|versa|corrisponde(?:rà)?)\s+/gu;

/** `Alder is the Fixed Rate Payer. On a notional amount of GBP 20,000,000 it pays …`: whom the sentence before is about. */
function subjectBefore(prose: string, at: number, parties: Parties): Source | undefined {
  const words = SUBJECT.exec(prose.slice(Math.max(0, at - LONGEST_SUBJECT), at))?.[1]?.split(/\s+/) ?? [];
  for (let from = 0; from < words.length; from++) {
    const side = parties.resolve(words.slice(from).join(' '));
    if (side) return side;
  }
  return undefined;
}
const LONGEST_SUBJECT = 200;
const SUBJECT =
  /(?:^|[.;]\s+)((?:[^\s.;]+\s+){0,6}[^\s.;]+\.?)\s+(?:is|acts as) the (?:Fixed|Floating)(?: Rate| Amount)? Payer[.;]\s+(?:[Oo]n (?:[^.;]|\.\d)*)?$/u;

const SAYS_PAYS = /\bpays?\b/i;
const SAYS_PAYS_ABROAD = /\s(?:zahl|leistet|pai|pay|verse|pagar|pagher|paga|abona|verserà|versa|corrisponde)/u;

/** A sentence that says what one party pays. */
export interface PayingSentence {
  readonly payer: Source;
  readonly text: string;
}

/** Every `Party A shall pay a fixed rate …` of a text, each up to the next. */
export function payingSentences(prose: string, parties: Parties): PayingSentence[] {
  const verbs = [...matchesWith(prose, SAYS_PAYS, PAYS), ...matchesWith(prose, SAYS_PAYS_ABROAD, PAYS_ABROAD)].toSorted(
    (a, b) => a.index - b.index,
  );
  const starts = verbs.flatMap((match) => {
    const words = match[1] ?? '';
    // Who pays stands in the verb's own sentence.
    const begins = /^.*(?:(?:[a-z)\d%]|\p{Lu}{3})[.;]|:)\s+(?=\p{Lu})/u.exec(words)?.[0].length ?? 0;
    // `If the return is negative the Fund pays …` says who pays what only then.
    if (/\b(?:if|where|when|should|unless)\b/i.test(words.slice(begins))) return [];
    for (const { index } of words.matchAll(/\S+/g)) {
      // The figure that ends the line before is of no name.
      if (index < begins || /(?:^|\s)\d[\d.,'’]*(?:%|\/\d)/.test(words.slice(index))) continue;
      const payer = parties.resolve(words.slice(index));
      if (payer) return [{ index: match.index + index, payer }];
    }
    const it = /\bit$/i.exec(words)?.index;
    const payer = it === undefined ? undefined : subjectBefore(prose, match.index + it, parties);
    if (it !== undefined && payer) return [{ index: match.index + it, payer }];
    return [];
  });
  return starts.map(({ index, payer }, i) => {
    const text = prose.slice(index, Math.min(starts[i + 1]?.index ?? prose.length, index + 400));
    return { payer, text: (/^.*?(?:[a-z)\d%]|[A-Z]{3})[.;]\s+(?=[A-Z])/.exec(text)?.[0] ?? text).trim() };
  });
}

/** Reads what each of these sentences says of its leg. */
export function readLegSentences(found: FoundFields, product: Product, prose: string, parties: Parties): void {
  for (const { payer, text } of payingSentences(prose, parties))
    readLegSentence(found, product, payer, text, { page: 0, line: 0, label: 'text', value: text });
}

/** What a sentence says of a leg, each value as the trade writes it. */
export interface SpokenLeg {
  readonly index?: string;
  readonly designated_maturity?: string;
  readonly spread_bps?: string;
  readonly fixed_rate?: string;
  readonly day_count?: string;
  readonly payment_frequency?: string;
}

/** The terms of a leg in a text: a rate in per cent that is called fixed, or an index; undefined where it states neither or both. */
export function legIn(text: string): SpokenLeg | undefined {
  const short = SHORT_INDEX.exec(text);
  const index = ISDA_INDEX.exec(text)?.[0] ?? short?.[2] ?? NAMED_INDEX.exec(text)?.[0];
  const [, rate] = /\bfixed\b(?:\s+\w+){0,4}?\s+(\d[\d.,'’]*\s*(?:%|per\s?cent|pct))/i.exec(text) ?? [];
  if ((index === undefined) === (rate === undefined)) return undefined;
  const [day_count, payment_frequency] = [readDayCount(text), readFrequency(withoutTenor(text))];
  const period = index === undefined ? undefined : tenorBeside(text, index);
  const spread = readSpreadAfterIndex(text) ?? (FLAT.test(text) ? '0' : undefined);
  return {
    ...(index === undefined ? {} : { index: standardIndex(index.trim(), period !== undefined) }),
    ...(period === undefined ? {} : { designated_maturity: period }),
    ...(index === undefined || spread === undefined ? {} : { spread_bps: spread }),
    ...(rate === undefined ? {} : { fixed_rate: readPercent(rate) ?? '' }),
    ...(day_count === undefined ? {} : { day_count }),
    ...(payment_frequency === undefined ? {} : { payment_frequency }),
  };
}
