import { otherSide, type Source } from '@trade-matching/domain';
import type { Entry } from '../layout/entry.ts';
import type { Parties } from '../parties/find-parties.ts';
import { legIn } from '../sentences/leg-sentence.ts';
import type { Leg } from './two-legs.ts';

const PAYS =
  /^(\S.{0,59}?)\s+(?:(pays?|shall pay|to pay|zahlen|zahlt|payons|paie|pagamos|paga|paghiamo)|receives?|gets?|erhalten|erhält|recevons|reçoit|recibimos|recibe|riceviamo|riceve)\s*:?$/i;

/** Who pays what stands beside a label that says who pays or receives: `We pay`, `Fund receives`. */
export function payerOfLabel(label: string, parties: Parties): Source | undefined {
  const [, who = '', pays] = PAYS.exec(label.trim()) ?? [];
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
