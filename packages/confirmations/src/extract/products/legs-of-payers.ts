import { otherSide, type Source } from '@trade-matching/domain';
import type { Entry } from '../layout/entry.ts';
import type { Parties } from '../parties/find-parties.ts';
import { legIn } from '../sentences/leg-sentence.ts';
import type { Leg } from './two-legs.ts';

const PAYS =
  /^(\S.{0,59}?)\s+(?:(pays?|shall pay|will pay|to pay|zahlen|zahlt|payons|paie|pagamos|paga|paghiamo)|will receive|shall receive|to receive|receives?|gets?|erhalten|erhält|recevons|reçoit|recibimos|recibe|riceviamo|riceve)(?:\s+(?:the )?interest)?\s*:?$/i;

/** `Payment by us`, `Received by the Fund`. */
const DEED_BY = /^(pay(?:ments?|able)?|paid|receipts?|received|receivable) by (\S.{0,59}?)\s*:?$/i;

/** Whether a label says who pays or receives what stands beside it, whoever that is. */
export const saysWhoPays = (label: string): boolean => PAYS.test(label.trim()) || DEED_BY.test(label.trim());

/** `The Dealer pays floating`: the leg behind the verb. */
const OF_A_LEG =
  /\s+(?:(?:a|al|zum|den) )?(?:(?:an? |the )?(fixed|fest(?:en? \p{L}+)?|(?:le |un )?(?:taux |montant )?fixe|(?:el |un )?(?:tipo |importe )?fijo|(?:il |un )?(?:tasso |importo )?fisso)|(?:an? |the )?(?:floating|variabel|variable[ns]?(?: \p{L}+)?|(?:le |un )?taux variable|(?:el |un )?tipo variable|(?:il |un )?tasso variabile))(?: (?:rate|leg|amounts?|interest))?\s*:?$/iu;

/** The leg that a label names behind who pays it, with the label without it: `The Dealer pays floating`. */
export function legOfPayer(label: string): { readonly leg: 'fixed' | 'floating'; readonly rest: string } | undefined {
  const match = OF_A_LEG.exec(label.trim());
  return match === null
    ? undefined
    : { leg: match[1] === undefined ? 'floating' : 'fixed', rest: label.trim().slice(0, match.index) };
}

/** Who pays what stands beside a label that says who pays or receives: `We pay`, `Fund receives`. */
export function payerOfLabel(label: string, parties: Parties): Source | undefined {
  const [, who = '', pays] = PAYS.exec(legOfPayer(label)?.rest ?? label.trim()) ?? [];
  const [, deed = '', by = ''] = DEED_BY.exec(label.trim()) ?? [];
  if (by !== '') {
    const actor = parties.resolve(by);
    return actor && (/^pa/i.test(deed) ? actor : otherSide(actor));
  }
  const side = who === '' ? undefined : parties.resolve(who);
  return side && (pays === undefined ? otherSide(side) : side);
}

/** `We pay: USD-SOFR-OIS Compound flat, quarterly`, `You pay: …`: two legs, each whole in one cell; else none. */
export function legsOfPayers(entries: readonly Entry[], parties: Parties): [Leg, Leg] | undefined {
  const legs = entries.flatMap((entry): Leg[] => {
    const payer = payerOfLabel(entry.label, parties);
    const terms = payer && legIn(entry.value);
    if (!payer || !terms) return [];
    const all = { ...terms, payer };
    return [{ terms: all, places: Object.fromEntries(Object.keys(all).map((term) => [term, entry])) }];
  });
  const [one, other] = legs;
  return one && other && legs.length === 2 && one.terms.payer !== other.terms.payer ? [one, other] : undefined;
}
