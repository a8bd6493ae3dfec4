import { otherSide } from '@trade-matching/domain';
import type { FoundFields } from '../found-fields.ts';
import type { Entry } from '../layout/entry.ts';
import type { Parties } from '../parties/find-parties.ts';
import type { ReadingContext } from '../values/readers.ts';
import { readDirection } from './direction.ts';
import { readForwardSentence } from './forward.ts';
import { sidesInCells } from './said-in-cells.ts';
import { checkBuyers, findForwardSides } from './sides.ts';

/** Currencies that cannot be delivered abroad, in EMTA's templates and as the market trades them. */
const RESTRICTED: ReadonlySet<string> = new Set(
  'ARS BDT BRL CLP CNY COP EGP GHS IDR INR KES KRW KZT LKR MYR NGN PEN PHP PKR RUB TWD UAH UYU VND ZMW'.split(' '),
);

export const isRestricted = (code: string | undefined): boolean => code !== undefined && RESTRICTED.has(code);

/** `Settlement Currency Buyer`, `Seller of the settlement currency`: with the buyer in a group. */
const SETTLEMENT_TRADER =
  /^(?:settlement (?:currency|ccy) (?:(buyer|purchaser)|seller)|(?:(buyer|purchaser)|seller) of (?:the )?settlement (?:currency|ccy))\s*:?$/i;

const ACTS_ON_ROLE =
  /^(.{2,50}?)\s+(?:(buys?|purchases?|bought)|sells?|sold)\s+(?:(?:the )?(?:reference|settlement|non-deliverable|local) (?:currency|ccy)(?: (?:notional )?amount)?|forward)\s*:?$/i;

/** `Notional (Reference Ccy)`: the amount in that currency. */
function amountOfRole(label: string): string | undefined {
  const [, role = ''] =
    /^(?:notional|amount|notional amount|principal)\s*\((?:in )?(reference|settlement) (?:currency|ccy)\)\s*:?$/i.exec(
      label,
    ) ?? [];
  return role === '' ? undefined : `${role} Currency Notional Amount`;
}

/** `The Fund buys the reference currency`, with the amount beside it: as `The Fund buys amount`. */
function tradedByRole({ label, value }: Entry): string | undefined {
  const [, who = '', buys] = ACTS_ON_ROLE.exec(label) ?? [];
  return who === '' || !/\d/.test(value) ? undefined : `${who} ${buys === undefined ? 'sells' : 'buys'} amount`;
}

/** `BRL BUYER`, `Seller of KRW`: the currency that cannot be delivered is the reference currency. */
export function withReferenceCurrency(entries: readonly Entry[]): Entry[] {
  const named = (text: string) =>
    /\b(?:buyer|seller|bought|sold|equivalent|amount|notional)\b/i.test(text)
      ? text.replace(/\b[A-Z]{3}\b/, (code) => (RESTRICTED.has(code) ? 'Reference Currency' : code))
      : text;
  // Who sells the one currency buys the other.
  const turned = ({ label, column = '' }: Entry) => {
    const ofColumn = /^settlement currency$/i.test(column) ? /^(?:(buyer)|seller)\s*:?$/i.exec(label) : null;
    const trader = ofColumn ?? SETTLEMENT_TRADER.exec(label);
    return trader ? `Reference Currency ${(trader[1] ?? trader[2]) === undefined ? 'Buyer' : 'Seller'}` : undefined;
  };
  // `Sells BRL` with a name beside it.
  const trades = ({ label, value }: Entry) => {
    const [, sells, code = ''] = /^(?:who )?(?:(sells|sold by)|buys|bought by) ([A-Z]{3})\s*:?$/i.exec(label) ?? [];
    if (!RESTRICTED.has(code) || /\d/.test(value)) return undefined;
    return `Reference Currency ${sells === undefined ? 'Buyer' : 'Seller'}`;
  };
  return entries.map((entry) => ({
    ...entry,
    label: tradedByRole(entry) ?? amountOfRole(entry.label) ?? turned(entry) ?? trades(entry) ?? named(entry.label),
    // `KRW amount` over a bare figure: the code goes with the figure.
    value:
      /^[A-Z]{3} (?:amount|notional)/i.test(entry.label) && /^\d[\d.,'’ ]*$/.test(entry.value)
        ? `${entry.label.slice(0, 3).toUpperCase()} ${entry.value}`
        : entry.value,
    ...(entry.column === undefined ? {} : { column: named(entry.column) }),
  }));
}

/** `USD/KRW 1,324.50` under the rate says which currency is fixed, where nothing else does. */
function readReferenceCurrencyOfRate(found: FoundFields): void {
  const evidence = found.evidence.fx_rate;
  const code = evidence?.literal.match(/\b[A-Z]{3}\b/g)?.find((word) => RESTRICTED.has(word));
  if (!evidence || code === undefined || found.get('currency_2') !== undefined) return;
  found.add('currency_2', code, { ...evidence, value: evidence.literal }, 0.9);
}

/** A non-deliverable forward printed as a forward is: who buys and who sells which amount. */
export function readNonDeliverableSides(
  found: FoundFields,
  entries: readonly Entry[],
  parties: Parties,
  prose: string,
  context: ReadingContext,
): void {
  readReferenceCurrencyOfRate(found);
  const direction = readDirection(entries, parties);
  const [first, second] = [found.get('currency'), found.get('currency_2')];
  if (direction && (direction.currency === first || direction.currency === second)) {
    const buyer = direction.currency === second ? direction.buyer : otherSide(direction.buyer);
    found.add('reference_currency_buyer', buyer, direction.entry);
    found.add('reference_currency_seller', otherSide(buyer), direction.entry);
  }
  const wanted = ['notional', 'notional_2', 'reference_currency_seller'] as const;
  if (wanted.every((field) => found.get(field) !== undefined)) return;
  const labelled = findForwardSides(
    entries.map((entry) => ({ ...entry, label: tradedByRole(entry) ?? entry.label })),
    parties,
    context,
  );
  checkBuyers(found, labelled);
  const said = labelled.length > 1 ? labelled : (readForwardSentence(prose, parties, context) ?? labelled);
  const inCells = said.length > 1 ? [] : sidesInCells(entries, parties, context);
  const sides = inCells.length === 2 ? inCells : said;
  const settlement = found.get('settlement_currency') ?? found.get('currency');
  const reference =
    sides.find(({ currency }) => RESTRICTED.has(currency))?.currency ??
    found.get('currency_2') ??
    sides.find(({ currency }) => (settlement === undefined ? RESTRICTED.has(currency) : currency !== settlement))
      ?.currency;
  const [local, other] = [
    sides.find(({ currency }) => currency === reference),
    sides.find(({ currency }) => currency !== reference),
  ];
  // Of the other amount a sentence may have told.
  if (!local || (!other && found.get('notional') === undefined)) return;
  const isNamed = (['reference_currency_buyer', 'reference_currency_seller'] as const).some(
    (field) => found.get(field) !== undefined,
  );
  // Of a trader that a label names the other follows.
  const buyer = isNamed && inCells.length > 0 ? undefined : (local.buyer ?? (other?.buyer && otherSide(other.buyer)));
  for (const [field, value, side] of [
    ['currency', other?.currency, other ?? local],
    ['notional', other?.amount, other ?? local],
    ['currency_2', local.currency, local],
    ['notional_2', local.amount, local],
    ['reference_currency_buyer', buyer, local],
    ['reference_currency_seller', buyer && otherSide(buyer), local],
  ] as const) {
    if (value !== undefined && found.get(field) === undefined) found.add(field, value, side.entry, 0.9);
  }
}
