import { FIELD_KINDS, type FieldKind, type TradeField } from '@trade-matching/domain';
import type { FoundFields } from '../found-fields.ts';
import type { Entry } from '../layout/entry.ts';
import { matchesOf } from '../matches-of.ts';
import { currencyIn } from '../values/currencies.ts';
import { dateIn } from '../values/dates.ts';
import { NUMBER_WORD } from '../values/number-words.ts';
import { unitIn } from '../values/readers.ts';
import { saysATermOfTheTrade } from './economic.ts';
import { knownValues } from './figures.ts';
import { withoutNames } from './of-the-house.ts';
import { addsAFigure } from './what-a-text-states.ts';
import { isWordOfValues } from './words-of-values.ts';

/**
 * The words that stand beside a value of a kind and say nothing more than it, in five languages. A cell with another word
 * says more (R2). Sources: ISDA's confirmation exhibits, EMTA's templates, and the masters that the files of `languages` name.
 */
const BESIDE: { readonly [K in FieldKind]?: string } = {
  amount: `constant constante konstant costante gleichbleibend million millions millionen millones milioni mio mln mn mm m thousand tausend tsd mil mila k billion billions bn bio milliarden milliards mrd
    us u s united states of american dollar dollars dólares dolares estadounidenses euro euros eur pound pounds sterling yen swiss franc francs franken chf canadian australian usd cents cent
    ${NUMBER_WORD.replaceAll('|', ' ')} and
    ein eine zwei drei vier fünf sechs sieben acht neun zehn zwölf fünfzehn zwanzig dreißig vierzig fünfzig hundert
    un une deux trois quatre cinq six sept huit neuf dix douze quinze vingt trente quarante cinquante cent
    uno una dos tres cuatro cinco seis siete ocho nueve diez doce quince dieciséis veinte treinta cuarenta cincuenta cien de y
    due tre quattro cinque sei sette otto dieci dodici quindici venti trenta quaranta cinquanta cento`,
  percent: `per cent percent pct prozent p a pa annum annuo anual annual annually annuel annuelle par an l al año jahr jährlich im v h vh bp bps basis point points basispunkte punti base de pour por ciento cento
    taux tasso tipo satz zins zinssatz festzins festsatz pct pc
    on auf sur sobre sul den dem die der le la los las il lo principal notional nominal amount bezugsbetrag nominalbetrag nennbetrag montant notionnel nominale nocional nozionale
    fixed fest fester fixe fisso fijo running rate coupon of the including spread einschließlich aufschlag der variable satz beträgt mindestens incl`,
  'basis-points': `per cent percent pct prozent prozentpunkte p a pa annum par an l bp bps basis point points basispunkte basispunkten punti base de puntos básicos basicos
    plus minus less más menos più meno moins zuzüglich abzüglich none nil no flat zero keiner keine kein ohne aufschlag abschlag néant aucun aucune sans marge sin diferencial margen senza spread margin nessuno nessuna over above über
    one two three four five six seven eight nine ten quarter quarters half and a the`,
  date: `vorbehaltlich anpassung anpassungen gemäß der geschäftstagekonvention geschäftstagkonvention mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag lundi mardi mercredi jeudi vendredi lunes martes miércoles jueves viernes
    the on am le el il den day of both dates date inclusive including and excluding to through thru bis au al hasta scheduled unadjusted
    subject adjustment adjusted adjustments in accordance with modified following preceding business day convention ajustada según segun la convención convencion día hábil siguiente modificado angepasst
    each calendar month being one calculation period respect floating fixed amounts isda fbf master agreement dated as h cet trade effective termination maturity`,
  decimal: `fixed fest fixe fijo fisso floating variable variabel precio prezzo prix preis price of de di von observed observation continuously continuous osservazione continua continuo observación continu en beobachtung fortlaufend fortlaufende knock out in metrica metricas metrique tonelada tonnellata per je por pour pro par one share shares aktie acción azione action barrel barrels bbl ton tons tonne tonnes metric mt mwh mmbtu bushel bushels oz ounce gallon us dollar dollars cents cent euro euros unit = zu gegen rate usd equals`,
  quantity: `ton tons see clause shares aktien acciones azioni actions units barrels barrel bbl mt tonnes tonnellate toneladas métricas tonnen metric tonnage tm mwh mmbtu bushels oz ounces gallons lots contracts in total all of each every calculation period calendar month per day month monthly je pro kalendermonat monat par mois civil calendaire por mes natural al mese solare di calendario`,
  tenor: `month months monate monat monats mois mesi mese meses mes year years jahre jahr an ans año años anni anno week weeks day days
    one two three six nine twelve drei sechs zwölf ein einen trois deux un tres seis tre sei`,
  currency: `us united states dollar dollars euro euros sterling pounds yen francs`,
};
const words = (text: string): ReadonlySet<string> => new Set(plain(text).split(/\s+/).filter(Boolean));
const plain = (text: string): string =>
  (/[^ -~]/.test(text) ? text.normalize('NFD').replace(/\p{Mn}/gu, '') : text).toLowerCase();
const ALLOWED: ReadonlyMap<FieldKind, ReadonlySet<string>> = new Map(
  (Object.entries(BESIDE) as [FieldKind, string][]).map(([kind, text]) => [kind, words(text)]),
);
/** Where a cell gives who pays an amount too, or when. */
const OF_A_PAYMENT: ReadonlySet<string> = words(
  'value val valuta valeur valor payment one single lump sum upfront pagato pagata pagado pagada payable paid pay pays receives received receive against delivery receipt buys sells bought sold deliver delivers due by to from on at shall will be zahlbar zu zahlen durch von am por par da dal dalla carico cargo a de la della el le il pagadero pagadera payé payée versé versée le party buyer seller acheteur vendeur acquirente venditore comprador vendedor the optionskäufer käufer verkäufer option we you us client customer dealer bank fund scheme trust trustee council borrower insurer airline counterparty company kunde kunden vertragspartner banque banca banco cliente société società nous vous wir sie noi voi dem den vom versante',
);
/** On whose day somebody pays: by whom may stand beside it. */
const DAYS_OF_PAYMENT: ReadonlySet<TradeField> = new Set<TradeField>(['premium_date', 'upfront_date']);
/** Where the steps of a schedule are read: what refers to it. */
const OF_A_SCHEDULE: ReadonlySet<string> = words(
  'reducing amortizing amortising initially initial thereafter as set out forth in accordance with the annex schedule table below attached a see stepping down yearly agreed voir tableau abnehmend gemäß gemass nachstehender tabelle siehe ver tabla según tabella come da divided among calculation period periods shown for amount i ii start',
);

/** Words that change a value whose words nobody can list: a name, a place, an index, a kind. */
const CHANGES_A_WORD =
  /(?<![\p{L}])(?:not|no longer|until|unless|or|except|excluding|provided|doubled|multiplied|digital|capped|floored|subject to|then|thereafter|at (?:the option of|expiry only|maturity only)|only|digital|average|averaging|spread|mean of|after|in arrears|in advance|subordinated|any|inverse|receives|others|oder|bis zum|nicht|sofern|ou|sauf|jusqu['’]au|o bien|salvo|hasta|oppure|tranne|fino al)(?![\p{L}])/iu;
/** Of these kinds a word may be anything, but must not change what is named. */
const NAMED: ReadonlySet<FieldKind> = new Set<FieldKind>(['party', 'enum', 'currency']);
const NAMED_FIELDS: ReadonlySet<TradeField> = new Set<TradeField>(['cut_off_time', 'reference_obligation']);

/** Whether cells of these fields may have any word that does not change what is named: their words are not judged one by one. */
export const isOfNames = (fields: readonly TradeField[]): boolean =>
  fields.every((field) => NAMED_FIELDS.has(field)) || fields.every((field) => NAMED.has(FIELD_KINDS[field]));
/** A price return is one without dividends; an obligation's description has its own words. */
const SAID_OF_ITSELF =
  /\bprice return only; no dividends\b|\b(?:senior|subordinated) (?:unsecured )?notes\b|\bidentified as follows\b/i;
/** Of fields whose dates are a paper's, or of a clause that EMTA's templates print whole. */
const OF_THE_PAPER: ReadonlySet<TradeField> = new Set<TradeField>([
  'confirmation_date',
  'master_agreement_date',
  'master_agreement',
  'trade_id',
  'other_reference',
]);
const EMTA_CLAUSE = /\b(?:unscheduled holiday|valuation postponement|spot rate is determined)\b/i;

/**
 * Whether a cell that gave fields has a word that is none of theirs: what changes, limits or adds to its value. Cells of
 * kinds that are looked up by a word are judged by `saysMore`.
 *
 * @param said what of the cell is to be judged: its value without what was understood, or one of its parts
 */
export function hasWordsBeside(
  found: FoundFields,
  { value, page, line }: Pick<Entry, 'value' | 'page' | 'line'>,
  said: string = value,
): boolean {
  const all = (Object.keys(found.evidence) as TradeField[]).flatMap((field) => {
    const at = found.evidence[field];
    return at && (at.literal === value || (at.page === page && at.line === line && value.includes(at.literal)))
      ? [{ field, isWhole: at.literal === value }]
      : [];
  });
  // What reads a part of a cell has judged the rest of it.
  if (all.some(({ isWhole }) => !isWhole)) return false;
  const fields = all.length > 0 ? all.map(({ field }) => field) : found.repeatedAt({ value, page, line });
  if (fields.length === 0 || EMTA_CLAUSE.test(said)) return false;
  if (fields.some((field) => OF_THE_PAPER.has(field))) return saysATermOfTheTrade(said);
  const kinds = new Set(fields.map((field) => FIELD_KINDS[field] as FieldKind));
  if (kinds.has('party') && isInAnotherCapacity(found, said)) return true;
  // `fixed rate payer: la Société`: one word that was read as a party says nothing besides.
  if (kinds.size === 1 && kinds.has('party') && ONE_WORD.test(said)) return false;
  if (isOfNames(fields)) {
    const named = withoutNames(said, [found.get('bank_name'), found.get('counterparty_name')]).replace(
      SAID_OF_ITSELF,
      ' ',
    );
    return CHANGES_A_WORD.test(named) || (!fields.some((field) => NAMED_FIELDS.has(field)) && addsARate(found, named));
  }
  const lists = [...kinds].map((kind) => ALLOWED.get(kind));
  const isListed = (kind: FieldKind) => ALLOWED.has(kind) || kind === 'party' || kind === 'currency' || kind === 'enum';
  if (![...kinds].every((kind) => isListed(kind) || OF_A_LEG.has(kind))) return false;
  const isOfALeg = [...kinds].some((kind) => OF_A_LEG.has(kind));
  // What is looked up by a word alone is judged by `saysMore`.
  const judged = isOfALeg ? said.replace(WHERE_PUBLISHED, ' ') : said;
  // How a price is found has words of its own: only what limits or changes the price is more.
  if (fields.includes('commodity_reference_price')) return addsARate(found, judged) || CHANGES_A_PRICE.test(judged);
  if (isOfALeg && !RATES.some((kind) => kinds.has(kind))) return false;
  const isOfPayment = kinds.has('party') || kinds.has('amount') || fields.some((field) => DAYS_OF_PAYMENT.has(field));
  const payment = isOfPayment ? OF_A_PAYMENT : NOTHING;
  const schedule = found.hasSchedule() || fields.some((field) => found.unclear.has(field)) ? OF_A_SCHEDULE : NOTHING;
  // `28 Sep 2026, physical delivery of both currencies`: a date, and how the trade settles.
  const isByWord = fields.some((field) => BY_WORD_TOO.has(field));
  const isKnown = (word: string) =>
    ((isByWord || isOfALeg) && isWordOfValues(word)) ||
    (isOfALeg && (ofALeg(fields).has(word) || KINDS_OF_A_LEG.some((kind) => ALLOWED.get(kind)?.has(word) === true))) ||
    payment.has(word) ||
    schedule.has(word) ||
    lists.some((list) => list?.has(word) === true);
  const unknown = wordsOf(judged).filter((word) => !isKnown(word));
  const held = unknown.length === 0 ? NOTHING : wordsOfTrade(found);
  return unknown.some((word) => !held.has(word)) || (isOfALeg && addsARate(found, judged));
}
const A_RATE =
  /(\d[\d.,]*)\s?(?:%|bps?\b|pct\b|per\s?cent\b|basis points?\b|punti base|puntos básicos)|(\b[A-Z]{3}|[$€£])\s?(\d[\d.]*)(?![\d,])/gu;
const CHANGES_A_PRICE =
  /(?<!\p{L})(?:capp?(?:ed)?|floor(?:ed)?|collar(?:ed)?|maximum|minimum|barrier|knock\p{L}*|digital|doubled?|twice|multiplied|plus|minus|less|discount\p{L}*|differential|höchstens|mindestens|plafonn\p{L}*|como máximo|al massimo|zuzüglich|abzüglich|majoré\p{L}*)(?!\p{L})/iu;

/** `EURIBOR + 20 bps (25 bps from 2028)`: a rate, an amount or a date that none of the trade's fields has. */
function addsARate(found: FoundFields, said: string): boolean {
  const known = knownValues(found);
  const rates = matchesOf(said, A_RATE).flatMap(
    ([, rate, code = '', price = '']) => rate ?? (currencyIn(`${code} 1`) ? price : []),
  );
  return addsAFigure(said, known) || rates.some((rate) => !known.has(String(Number(rate.replace(/,(?=\d)/, '.')))));
}

const ONE_WORD = /^\W*(?:(?:the|die|der|das|la|le|el|il|lo)\s+|l['’]\s?)?\p{L}+\W*$/iu;
const ANOTHER_CAPACITY =
  /(?<!\p{L})(?:as agent|agent (?:for|of)|on behalf of|acting for|as trustee for|branch|sucursal|succursale|\p{L}*niederlassung)(?!\p{L})/iu;

/** `Harbour Bank plc as agent for X`, `…, Sucursal en España`: the role is of somebody whom the party's name does not say. */
function isInAnotherCapacity(found: FoundFields, value: string): boolean {
  const [said] = ANOTHER_CAPACITY.exec(value) ?? [];
  if (said === undefined) return false;
  const names = [found.get('bank_name'), found.get('counterparty_name')];
  return !names.some((name) => name?.toLowerCase().includes(said.toLowerCase()));
}

const NOTHING: ReadonlySet<string> = new Set();
/** Kinds that stand together in the cell of a whole leg: `EUR-EURIBOR 6M + 15 bps, semi-annually, Act/360`. */
const OF_A_LEG: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'index',
  'day-count',
  'frequency',
  'business-day-convention',
]);
/** Without one of them, a cell is of days, of how often, or of a day count alone. */
const RATES: readonly FieldKind[] = ['index', 'percent', 'basis-points'];
const KINDS_OF_A_LEG: readonly FieldKind[] = ['basis-points', 'percent', 'tenor'];
const OF_A_LIMIT: ReadonlySet<string> = words('cap capped floor floored maximum minimum max min at least most');
/** The words of an index, and those of its limits where they are read. */
const ofALeg = (fields: readonly TradeField[]): ReadonlySet<string> =>
  fields.some((field) => field === 'cap_rate' || field === 'floor_rate')
    ? new Set([...OF_AN_INDEX, ...OF_A_LIMIT])
    : OF_AN_INDEX;
/** `Bloomberg page EUR003M at 11:00 a.m. Brussels time`: where and when each of them is published. */
const WHERE_PUBLISHED =
  /\b(?:page|screen|seite|página|pagina)\s+[A-Z]*\d[A-Z\d]*\b|(?:\b(?:at|um|à|a las|alle)\s)?\b\d{1,2}(?::\d{2}\b|\.\d{2}(?=\s?(?:[ap]\.?m|uhr|h\b)))(?:\s?(?:a\.?\s?m\.?|p\.?\s?m\.?|hours|uhr|h\b))?(?:,?\s\(?\p{Lu}\p{L}+ time\)?)?/giu;
/** Of what an index is made up, and where it is published (ISDA's floating rate options, 2006 and 2021 Definitions). */
const OF_AN_INDEX: ReadonlySet<string> = words(
  `rate index floating variable variabler satz taux tasso tipo screen page reuters refinitiv telerate bloomberg offered interbank
  published fixing reset compound compounded compounding ois rfr overnight`,
);
const BY_WORD_TOO: ReadonlySet<TradeField> = new Set<TradeField>([
  'settlement_type',
  'option_style',
  'business_day_convention',
]);

/** The words of a cell without its dates, currencies and units. */
function wordsOf(value: string): string[] {
  if (!/\p{L}{2}/u.test(value)) return [];
  let rest = value;
  for (let read = dateIn(rest); read.reading.kind !== 'none'; read = dateIn(rest))
    rest = `${read.before} ${read.after}`;
  const codes = new Set(
    matchesOf(value, /\b[A-Z]{3}\b/g).flatMap(([code]) => (currencyIn(`${code} 1`) ? [plain(code)] : [])),
  );
  return (plain(rest).match(/\p{L}+/gu) ?? []).filter(
    (word) => word.length > 1 && !codes.has(word) && unitIn(`1 ${word}`) === undefined,
  );
}

/** The words of what the trade's own fields hold. */
function wordsOfTrade(found: FoundFields): ReadonlySet<string> {
  return new Set(
    Object.values(found.values)
      .filter((each) => each !== undefined && /\p{L}{2}/u.test(each))
      .flatMap((each) => plain(each ?? '').match(/\p{L}+/gu) ?? []),
  );
}
