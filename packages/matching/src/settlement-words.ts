import type { OtherTerm } from '@trade-matching/domain';
import { impliedValue } from './implied-values.ts';
import { normaliseText } from './normalise-text.ts';
import type { Side } from './side.ts';

/** What labels call how a trade is settled, in five languages; when and where it is settled are other matters. */
const OF_SETTLEMENT =
  /^(?:(?:method|type|form|mode|manner) of )?settlement(?: (?:method|type|form|mode))?$|^(?:abwicklung|erfullung|reglement|liquidacion|regolamento)$/;
/** Both amounts change hands, and nothing more is said. */
const DELIVERY =
  /^(?:(?:by |with )?(?:full |physical )?delivery(?: of (?:both|the two)(?: currency)? (?:amounts|currencies))?|(?:both|the two) (?:amounts|currencies) (?:are|will be|to be) delivered|(?:effektive )?lieferung(?: beider (?:betrage|wahrungen))?|livraison(?: des deux (?:montants|devises))?|entrega(?: de (?:ambos importes|ambas divisas|los dos importes))?|consegna(?: di entramb[ei] (?:gli importi|le divise))?)$/;
/** The balance is paid, `net cash amount in USD`, in the currency that may be named. */
const NET_CASH =
  /^(?:(?:in )?net cash(?: amount| payment| settlement)?|net amount in cash|cash settled net|cash payment of the net amount)(?: (?:in )?([a-z]{3}))?$/;

/**
 * Whether a cell of settlement in words of its own says what the other side has in its fields, or what its product is settled by:
 * delivery of both amounts, or the net amount in cash in the other's currency. Anything that is said besides, of one of the
 * amounts, of a day, of an agent, is left to be compared.
 */
export function saysSameSettlement({ key, literal }: OtherTerm, other: Side, own: Side): boolean {
  if (!OF_SETTLEMENT.test(withoutAccents(key))) return false;
  const said = withoutAccents(normaliseText(literal));
  const type = other.trade.settlement_type ?? impliedValue('settlement_type', other, own.trade);
  if (DELIVERY.test(said)) return type === 'PHYSICAL';
  const cash = NET_CASH.exec(said);
  if (cash === null || type !== 'CASH') return false;
  const [, currency] = cash;
  const theirs = other.trade.settlement_currency ?? impliedValue('settlement_currency', other, own.trade);
  return currency === undefined || currency.toUpperCase() === theirs;
}

const withoutAccents = (text: string): string => text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
