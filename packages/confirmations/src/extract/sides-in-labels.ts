import { FIELD_KINDS, type Product } from '@trade-matching/domain';
import { normaliseLabel } from './labels.ts';
import type { Entry } from './layout/entry.ts';
import type { Parties } from './parties/find-parties.ts';
import { remembering } from './remembering.ts';
import { termFor } from './vocabulary/index.ts';

/** `Fund Side`, `Bank's position`, `Client direction`: whose act the cell says. */
const SIDE_OF =
  /^(.{2,40}?)(?:['’]s)?\s+(?:(?:equity |ndf |swap |option |cds )?(?:side|direction|position|action|role|view|instruction|b\/s|buy\/sell)|trade|hedge)(?: (?:of|in) the (?:swap|trade|deal|transaction|option))?\s*:?$/i;
/** `Party A's leg: Fixed`. */
const LEG_OF = /^(.{2,40}?)(?:['’]s)? leg\s*:?$/i;
/** `Direction (from AHB's view)`, `B/S (bank view)`, `Pay/Rec fixed (bank)`. */
const VIEW_OF =
  /^(?:direction|position|side|b\/s|buy\/sell|deal|transaction|long\s*\/\s*short|pay\/rec(?:eive)?(?: fixed| floating)?|payer\/receiver|role)\s*\((?:from )?(?:the )?(.{1,40}?)(?:['’]s)?(?: (?:view|side|perspective|point of view))?\)\s*:?$/i;
/** `WE SELL / YOU BUY: THE OPTION`, `You have bought from us: a EUR put / USD call option`. */
const TRADES =
  /^(we|you|(?:the )?(?:bank|client|counterparty|dealer|fund|scheme|company|council|trustees?|borrower|insurer|airline|party [ab]))\s+(?:(?:have |has )?(?:(sells?|sold|writes?|wrote|grant(?:s|ed)?)|buys?|bought|purchases?d?))(?:\s*[/(]\s*(?:you|we) (?:buy|sell)\)?|\s+(?:from|to) (?:us|you))?\s*:?$/i;
const THE_OPTION =
  /^(?:the |an? )?(?:[A-Z]{3} (?:put|call)\s*\/?\s*[A-Z]{3} (?:put|call) )?(?:option|protection|credit protection|swaption|cap|floor|collar)\.?$/i;
/** `You are`, `We act as`. */
const ACTS_AS =
  /^(we|you|(?:the )?(?:bank|client|counterparty|dealer|fund|scheme|company|council|trustees?|borrower|insurer|airline|party [ab]))\s+(?:are|is|acts?(?: as)?|will be|shall be)\s*:?$/i;
const WHO =
  /^(?:we|you|(?:the )?(?:bank|client|counterparty|dealer|fund|scheme|company|council|trustees?|borrower|insurer|airline|party [ab]))\s*:?$/i;
const A_DIRECTION = /^(?:direction|side|position|b\/s|buy\/sell|trade direction)\s*:?$/i;
const DEED_OF = /^(long|short|buys?|sells?|bought|sold)\s*\(([^()]{2,40})\)$/i;
const PRONOUNS: Readonly<Record<string, string>> = { our: 'we', your: 'you' };
const NOBODY = /^(?:deal|trade|our|your|buy|sell|pay|the|leg|fixed|floating|near|far|rate|credit|debit|settlement)$/i;

const BUYS = /^(?:(?:are |is |as )?(?:the )?(?:buyers?|purchasers?|holder|long)|buys?|bought|purchases?)\b/i;
const SELLS = /^(?:(?:are |is |as )?(?:the )?(?:sellers?|writers?|grantor|short)|sells?|sold|writes?)\b/i;
const OF_PROTECTION = /^(?:protection|option|swaption|cap|floor) (?=buyer|seller|purchaser|writer|holder)/i;
/** What is bought or sold, where it is the trade itself. */
const ITSELF =
  /^(?:\([^)]*\) ?)?(?:of )?(?:(?:the |an? )?(?:(?:european|american|bermudan|payer|receiver)(?: style)? )*(?:option|protection|swaption|cap|floor|collar|credit protection|call|put)(?: (?:from|to) [^\d]{2,50})?)?\.?$/i;
const PAYS_FIXED =
  /\b(?:pay(?:s|er)?(?: of)? (?:the )?fixed|fixed (?:rate |price |amount )?payer|receives? (?:the )?float(?:ing)?)\b/i;
const PAYS_FLOATING =
  /\b(?:pay(?:s|er)?(?: of)? (?:the )?float(?:ing)?|float(?:ing)? (?:rate |price |amount )?payer|receives? (?:the )?fixed)\b/i;

/** `Client pays / receives: Fixed Price / Floating Price`. */
const PAYS_AND_RECEIVES = /^(.{2,40}?) pays?\s*\/\s*receives?\s*:?$/i;
const A_LEG = /^(?:the )?(fixed|float(?:ing)?)(?: (rate|price|amount|leg))?s?$/i;

/** `Seller of the cap and buyer of the floor`: a collar is bought by who buys its cap. */
const OF_A_COLLAR =
  /^(?:(buyer|käufer(?:in)?|acheteur|acquirente|comprador)|seller|verkäufer(?:in)?|vendeur|venditore|vendedor)\s+(?:of |des |du |del |de )?(?:the )?caps?\s*(?:,|\/|and|und|et|y|e)\s*(?:buyer|käufer(?:in)?|acheteur|acquirente|comprador|seller|verkäufer(?:in)?|vendeur|venditore|vendedor)\s+(?:of |des |du |del |de )?(?:the )?floors?\s*:?$/iu;
const TRADED_ITSELF = '(?:\\s+(?:the |an? )?(?:option|protection|swaption|cap|floor|collar))?';
/** `Norwood buys the option; the Bank sells`, `We are long (buyer); Harbour Bank plc is short (seller)`. */
const BOTH_DEEDS = new RegExp(
  `^(.{1,40}?)\\s+(?:(buys?|bought|purchases?d?|(?:is|are) (?:the )?(?:long|buyer))|sells?|sold|(?:is|are) (?:the )?(?:short|seller))${TRADED_ITSELF}(?:\\s*\\([^()]*\\))?\\s*[;,]\\s*(?:and )?.{1,60}?\\s+(?:buys?|bought|sells?|sold|(?:is|are) (?:the )?(?:short|long|buyer|seller))${TRADED_ITSELF}(?:\\s*\\([^()]*\\))?\\.?$`,
  'i',
);

const WITH_ROLE =
  /^(.{3,70}?),?\s+as\s+(?:the\s+)?((?:option |protection |swaption )?(?:buyer|seller|writer|holder))\.?$/i;

/** `Cap bought by the Council at`. */
const STRIKE_OF = /^(cap|floor) (bought|sold) by (\S.{1,40}?)(?: at)?\s*:?$/i;
/** `Bank sells the cap, buys the floor`. */
const BOTH_OF_A_COLLAR =
  /^(\S.{1,40}?) (?:(buys?|bought)|sells?|sold) the cap,?(?: and)? (?:buys?|bought|sells?|sold) the floor\.?$/i;

/** `we: Elm Fund Limited, as buyer`, `Cap bought by the Council at`: who that is, and what of the trade. */
export function withRoleBehindName(entry: Entry): readonly Entry[] {
  const [, name = '', role = ''] = (WHO.test(entry.label.trim()) && WITH_ROLE.exec(entry.value.trim())) || [];
  if (role !== '')
    return [
      { ...entry, value: name },
      { ...entry, label: role, value: name },
    ];
  const [, option = '', bought = '', trader = ''] = STRIKE_OF.exec(entry.label) ?? [];
  if (option === '' || !/\d\s?(?:%|per\s?cent)/i.test(entry.value)) return [entry];
  const strike = { ...entry, label: `${option} rate` };
  // A collar is bought by who buys its cap.
  return /^cap$/i.test(option)
    ? [strike, { ...entry, label: /^b/i.test(bought) ? 'Buyer' : 'Seller', value: trader }]
    : [strike];
}

/** Whether a label may say whose part its value is: most do not. */
const mayName: (label: string) => boolean = remembering((label) =>
  [PAYS_AND_RECEIVES, TRADES, LEG_OF, A_DIRECTION, SIDE_OF, VIEW_OF, ACTS_AS, WHO, OF_A_COLLAR].some((rule) =>
    rule.test(label),
  ),
);

/** `Client side Buy protection`: set as one run of text, where the value below has the words of a label. */
const RUNS_ON =
  /^(.{2,30}? (?:side|direction|position|role))\s+((?:buys?|sells?|bought|sold|buyer|seller|pays?|receives?)\b.{0,40})$/i;

/** A side under its label in one run, as the two that they are. */
function partedSide(entry: Entry): Entry {
  const [, label, value] = entry.value.trim() === '' ? (RUNS_ON.exec(entry.label.trim()) ?? []) : [];
  return label === undefined || value === undefined ? entry : { ...entry, label, value };
}

/** A party's part in the trade, under a label that says whose: `Client position: pays fixed`, `You are: Seller of Protection`. */
export function withSideOfLabel(given: Entry): Entry {
  const entry = partedSide(given);
  if (!mayName(entry.label)) return entry;
  const value = entry.value.trim();
  const payer = PAYS_AND_RECEIVES.exec(entry.label)?.[1];
  if (payer !== undefined) {
    const [, leg = '', kind = 'Rate'] = A_LEG.exec(value.split(/\s*\/\s*/)[0] ?? '') ?? [];
    // What is paid cannot be told: nothing is.
    return leg === ''
      ? entry
      : {
          ...entry,
          label: `${/^fixed$/i.test(leg) ? 'Fixed' : 'Floating'} ${/price/i.test(kind) ? 'Price' : 'Rate'} Payer`,
          value: payer,
        };
  }
  const [, trader = '', isSold] = TRADES.exec(entry.label) ?? [];
  if (trader !== '' && THE_OPTION.test(value))
    return { ...entry, label: isSold === undefined ? 'Buyer' : 'Seller', value: trader };
  const [, collarist = '', buysCap] = BOTH_OF_A_COLLAR.exec(value) ?? [];
  if (collarist !== '' && A_DIRECTION.test(entry.label))
    return { ...entry, label: buysCap === undefined ? 'Seller' : 'Buyer', value: collarist };
  const collar = OF_A_COLLAR.exec(entry.label);
  if (collar) return { ...entry, label: collar[1] === undefined ? 'Seller' : 'Buyer' };
  const [, buyerOrSeller = '', buysIt] =
    SIDE_OF.test(entry.label) || A_DIRECTION.test(entry.label) ? (BOTH_DEEDS.exec(value) ?? []) : [];
  if (buyerOrSeller !== '') return { ...entry, label: buysIt === undefined ? 'Seller' : 'Buyer', value: buyerOrSeller };
  const ownLeg = LEG_OF.exec(entry.label)?.[1];
  const kindOfLeg = /^(fixed|floating)(?: rate| leg| amounts?)?$/i.exec(value)?.[1];
  if (ownLeg !== undefined && kindOfLeg !== undefined && !NOBODY.test(ownLeg))
    return { ...entry, label: `${/^fixed$/i.test(kindOfLeg) ? 'Fixed' : 'Floating'} Rate Payer`, value: ownLeg };
  // `Direction: Short (AHB)`.
  const [, deed = '', doer = ''] = DEED_OF.exec(value) ?? [];
  if (deed !== '' && A_DIRECTION.test(entry.label))
    return { ...entry, label: /^(?:long|buy|bought)/i.test(deed) ? 'Buyer' : 'Seller', value: doer };
  const named = (SIDE_OF.exec(entry.label) ?? VIEW_OF.exec(entry.label) ?? ACTS_AS.exec(entry.label))?.[1];
  const isBare = named === undefined && WHO.test(entry.label);
  const said = named ?? (isBare ? entry.label.replace(/\s*:$/, '') : undefined);
  const who = said && (PRONOUNS[said.toLowerCase()] ?? said);
  if (who === undefined || NOBODY.test(who)) return entry;
  const [fixed, floating] = [PAYS_FIXED.test(value), PAYS_FLOATING.test(value)];
  const kind = /\bprice\b/i.test(value) ? 'Price' : 'Rate';
  if (fixed !== floating && !/\d/.test(value))
    return { ...entry, label: `${fixed ? 'Fixed' : 'Floating'} ${kind} Payer`, value: who };
  const act = value.replace(OF_PROTECTION, '');
  const [buys, sells] = [BUYS.exec(act), SELLS.exec(act)];
  const does = buys ?? sells;
  if (!does) return entry;
  const what = act.slice(does[0].length).trim();
  if (ITSELF.test(what)) return { ...entry, label: buys ? 'Buyer' : 'Seller', value: who };
  if (isBare) return entry;
  return { ...entry, label: 'Direction', value: `${who} ${inCodes(value)}` };
}

/** `AHB to Norwood`, `From: Party A -> To: Party B`. */
const FLOW = /^(?:from:?\s+)?(.{2,40}?)\s*(?:\bto\b|->|→)\s*(?:to:?\s+)?(.{2,40}?)(?:\s*\([^()]*\))?\s*:?$/i;

/** An amount under who pays whom, as what the first of the two pays. */
export function withFlow(entry: Entry, parties: Parties): Entry {
  if (entry.column !== undefined || !/\d{3}/.test(entry.value)) return entry;
  const [, from = '', to = ''] = FLOW.exec(entry.label) ?? [];
  const [payer, payee] = from === '' ? [] : [parties.resolve(from), parties.resolve(to)];
  return payer && payee && payer !== payee ? { ...entry, label: `${from} pays` } : entry;
}

const LONGEST_ROLE = 40;

const MAY_BE_A_PARTY = /^(?:entity|name|company|debtor|borrower)\s*:?$/i;

/** Whether a text is a party's name in full, however it is set. */
function isNameOfParty(text: string, { names }: Parties): boolean {
  const plain = normaliseLabel(text);
  return Object.values(names).some((name) => name !== undefined && normaliseLabel(name) === plain);
}

/** `Northwind: Buyer of protection`: a party's part in the trade under its own name, as the label of the part with that name. */
export function withRoleOfParty(product: Product, entry: Entry, parties: Parties): Entry {
  const { label, value, column } = entry;
  // `Entity: Northwind Mutual` of a print that names its own house so.
  if (MAY_BE_A_PARTY.test(label) && isNameOfParty(value, parties)) return { ...entry, label: 'Party' };
  const act = value.trim().replace(OF_PROTECTION, '');
  const [buys, sells] = [BUYS.exec(act), SELLS.exec(act)];
  const does = buys ?? sells;
  // `Northwind: SELLS PROTECTION`.
  if (column === undefined && does && ITSELF.test(act.slice(does[0].length).trim())) {
    const who = label.replace(/\s*:$/, '');
    return parties.resolve(who) === undefined ? entry : { ...entry, label: buys ? 'Buyer' : 'Seller', value: who };
  }
  if (
    column !== undefined ||
    value.length > LONGEST_ROLE ||
    !/\b(?:buyer|seller|payer|purchaser|writer)\b/i.test(value)
  )
    return entry;
  const gives = termFor(product, value, [])?.read.gives[0];
  if (gives === undefined || FIELD_KINDS[gives] !== 'party') return entry;
  return parties.resolve(label.replace(/\s*:$/, '')) === undefined ? entry : { ...entry, label: value, value: label };
}

/** `BUY INR / SELL USD` as a sentence has it, with codes in capitals. */
function inCodes(value: string): string {
  return value.toLowerCase().replace(/\b[a-z]{3}\b(?=\s*(?:\/|$|,|sell|buy))/g, (code) => code.toUpperCase());
}
