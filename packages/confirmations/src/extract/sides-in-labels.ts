import type { Entry } from './layout/entry.ts';

/** `Fund Side`, `Broker direction`: whose act the cell says. */
const SIDE_OF = /^(.{2,40}?)(?:['’]s)?\s+(?:side|direction|position|action)\s*:?$/i;
const NOBODY = /^(?:deal|trade|our|your|buy|sell|pay|the|leg|fixed|floating|near|far|rate|credit|debit)$/i;
const BUYS_OR_SELLS = /^(?:(buys?|bought|buyer|long)|sells?|sold|seller|short)\b\s*(.*)$/i;
/** What is bought or sold, where it is the trade itself. */
const ITSELF = /^(?:(?:the )?(?:option|protection|swaption|cap|floor|collar|credit protection|call|put))?$/i;

/** `Fund Side: BUYS PROTECTION`, `Fund Side: BUY INR / SELL USD`: the party's act as an entry that says who acts. */
export function withSideOfLabel(entry: Entry): Entry {
  const who = SIDE_OF.exec(entry.label)?.[1];
  const [act, buys, what = ''] = BUYS_OR_SELLS.exec(entry.value.trim()) ?? [];
  if (who === undefined || act === undefined || NOBODY.test(who)) return entry;
  if (ITSELF.test(what.trim())) return { ...entry, label: buys === undefined ? 'Seller' : 'Buyer', value: who };
  return {
    ...entry,
    label: 'Direction',
    value: `${who} ${entry.value
      .trim()
      .toLowerCase()
      .replace(/\b[a-z]{3}\b(?=\s*(?:\/|$|,))/g, (code) => code.toUpperCase())}`,
  };
}
