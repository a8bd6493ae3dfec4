import type { OtherTerm } from '@trade-matching/domain';
import { normaliseText } from './normalise-text.ts';
import type { Side } from './side.ts';

/** What a document says of how the price of a commodity is found, besides its reference price. */
interface Pricing {
  /** `all`, `last 1`, `last 3`, `first 5`: the days whose prices count. */
  readonly days: readonly string[];
  /** `settlement`, `bid`, `low`: which of a day's prices. */
  readonly price: readonly string[];
  /** `1`, `2`: which contract, from the nearest. */
  readonly nearby: readonly string[];
}
const ASPECTS = ['days', 'price', 'nearby'] as const;

/** Labels under which prices are found. */
const OF_PRICING =
  /\baverag|\bpricing\b|\bquot(?:e|ed|ation|azione)|\b(?:k|n)otierung|\bcotation|\bcotizacion|\b(?:prices?|prezzo|precio|prix|preis)\b|\bdetermination\b|preisermittlung|durchschnitt|\bpromedio\b|\bmedia\b|\bmoyenne\b|\bnearby\b|\bcontract\b|\bdelivery (?:dates?|months?)\b|\bcontrato\b|\bcontrat\b|\bkontrakt\b|\bcontratto\b/;
const OF_A_LEVEL = /\b(?:fixed|strike|initial|contract price|knock|barrier|cap|floor)\b/;

/** The label is one of how a price is found, not of a price itself. */
export function isOfPricing({ key, label }: OtherTerm): boolean {
  const named = `${key} ${normaliseText(label)}`;
  return OF_PRICING.test(named) && !OF_A_LEVEL.test(named);
}

const NUMBERS: Readonly<Record<string, string>> = {
  ...{ two: '2', three: '3', four: '4', five: '5', ten: '10', zwei: '2', drei: '3', funf: '5', deux: '2', trois: '3' },
  ...{ cinq: '5', dos: '2', tres: '3', cinco: '5', due: '2', tre: '3', cinque: '5', zehn: '10', dix: '10', diez: '10' },
};
const A_DAY = '(?:days?|dates?|[a-z]*tage?n?|jours?|dias?|giorn[oi]|fechas?|prices|quotations|fixings)';
const COUNT = `\\d+|${Object.keys(NUMBERS).join('|')}`;
// `the last three days`, `les trois derniers jours`.
const SOME_DAYS = new RegExp(
  `\\b(?:(${COUNT}) )?(last|final|letzte[nrm]?|derniers?|ultim[oi]s?|first|ersten?|premiers?|primer[oa]?s?|prim[oi]) (?:(${COUNT}) )?(?:[a-z]+ ){0,5}?${A_DAY}\\b`,
  'g',
);
const ALL_DAYS = new RegExp(
  `\\b(?:daily|taglich[a-z]*|quotidien[a-z]*|diari[oae]s?|giornalier[a-z]*)\\b|\\b(?:each|every|all|jeden?|alle[nr]?|chaque|tous les|toutes les|cada|todos los|ogni|ciascun|tutti i) (?:[a-z]+ ){0,4}?${A_DAY}\\b`,
);
const PRICES: readonly (readonly [RegExp, string])[] = [
  [/\bsettlement|\babrechnungs|\breglement|\bcompensation\b|\bliquidacion|\bliquidazion|\bregolament/, 'settlement'],
  [/\bbid\b|\bgeldkurs/, 'bid'],
  [/\b(?:ask|asked|offer|offered)\b|\bbriefkurs/, 'ask'],
  [/\bopening\b|\beroffnung|\bouverture\b|\bapertura\b/, 'opening'],
  [/\bclosing\b|\bschluss|\bcloture\b|\bcierre\b|\bchiusura\b/, 'closing'],
  [/\b(?:high|highest|hochst)\b|\bhochst/, 'high'],
  [/\b(?:low|lowest)\b|\btiefst|\bniedrigst/, 'low'],
];
const ORDINALS: readonly (readonly [RegExp, string])[] = [
  [/^(?:first|1st|erste[nrms]?|premiere?|primer[oa]?|prim[oa]|front|spot)$/, '1'],
  [/^(?:second|2nd|zweite[nrms]?|deuxieme|second[oae]|segund[oa])$/, '2'],
  [/^(?:third|3rd|dritte[nrms]?|troisieme|tercer[oa]?|terz[oa])$/, '3'],
];
const CONTRACT =
  '(?:nearby|front ?(?:month|monat)?|vencimiento|echeance|scadenza|falligkeit|(?:futures )?contract|kontrakt|liefermonat)';
const WHICH_CONTRACT = new RegExp(`\\b([a-z0-9]+) ${CONTRACT}\\b|\\bnearby (?:month |contract )?([a-z0-9]+)\\b`, 'g');

/** What is said by nobody who means the plain price: another document that is silent does not say it. */
const UNUSUAL: ReadonlySet<string> = new Set(['bid', 'ask', 'opening', 'high', 'low', '2', '3']);
const isUnusual = (said: string) => UNUSUAL.has(said) || /^(?:first|last) (?!1$)/.test(said);

/**
 * Where two documents find the price of one commodity otherwise, under whatever labels: on other days, of another contract,
 * or by another of a day's prices. The two terms; of one that alone says what nobody means by default, that one.
 */
export function otherPricing(
  bank: Side,
  counterparty: Side,
  ours: readonly OtherTerm[],
  theirs: readonly OtherTerm[],
): readonly [OtherTerm | undefined, OtherTerm | undefined] | undefined {
  if (bank.trade.product !== 'COMMODITY_SWAP' || counterparty.trade.product !== 'COMMODITY_SWAP') return undefined;
  const [own, other] = [pricingOf(bank, ours), pricingOf(counterparty, theirs)];
  for (const aspect of ASPECTS) {
    const [a, b] = [saying(own, aspect), saying(other, aspect)];
    const [saidA, saidB] = [a.flatMap((each) => each.pricing[aspect]), b.flatMap((each) => each.pricing[aspect])];
    const areApart = a.length > 0 && b.length > 0 && !saidA.some((said) => saidB.includes(said));
    const unusual = (all: typeof a, others: readonly string[]) =>
      all.find(
        ({ pricing }) =>
          pricing[aspect].length > 0 && pricing[aspect].every((said) => isUnusual(said) && !others.includes(said)),
      );
    const [oddA, oddB] = [unusual(a, saidB), unusual(b, saidA)];
    if (areApart || oddA || oddB) return [(oddA ?? a[0])?.term, (oddB ?? b[0])?.term];
  }
  return undefined;
}

interface Said {
  readonly term: OtherTerm;
  readonly pricing: Pricing;
}

const saying = (all: readonly Said[], aspect: keyof Pricing) => all.filter(({ pricing }) => pricing[aspect].length > 0);

function pricingOf({ evidence }: Side, terms: readonly OtherTerm[]): Said[] {
  const field = evidence?.commodity_reference_price;
  const said = terms.filter(isOfPricing);
  const ofField = field && { ...field, key: 'commodity reference price', economic: true };
  return [...said, ...(ofField ? [ofField] : [])].map((term) => ({ term, pricing: pricingIn(term) }));
}

function pricingIn({ key, literal }: OtherTerm): Pricing {
  const plain = normaliseText(literal);
  const days = [...plain.matchAll(SOME_DAYS)].map(([all, before, which = '', after]) => {
    const count = before ?? after;
    const number = count === undefined ? (/s$|tage/.test(all) ? 'some' : '1') : (NUMBERS[count] ?? count);
    return `${/^(?:last|final|letzt|dern|ultim)/.test(which) ? 'last' : 'first'} ${number}`;
  });
  const prices = PRICES.flatMap(([words, name]) => (words.test(plain) ? [name] : []));
  // The mean of a day's high and low is how price reporters publish theirs.
  const isMean = prices.includes('high') && prices.includes('low');
  const nearby = [...`${/\bnearby\b/.test(key) ? 'nearby ' : ''}${plain}`.matchAll(WHICH_CONTRACT)].flatMap(
    ([all, before = '', after = '']) => {
      const which = ORDINALS.find(([words]) => words.test(before) || words.test(after))?.[1];
      return which ?? (/nearby|front/.test(all) ? '1' : []);
    },
  );
  return {
    days: [...days, ...(ALL_DAYS.test(plain) ? ['all'] : [])],
    price: isMean ? prices.filter((name) => name !== 'high' && name !== 'low') : prices,
    nearby: [...new Set(nearby)],
  };
}
