import { normaliseLabel } from '../labels.ts';
import { remembering } from '../remembering.ts';
import { fpmlLabel } from './fpml.ts';
import { FRENCH } from './french.ts';
import { GERMAN } from './german.ts';
import { ITALIAN } from './italian.ts';
import { roleInCollar } from './roles-in-collars.ts';
import { SPANISH } from './spanish.ts';

/** Foreign labels, normalised, with what they are in English. A label of two languages means the same in both. */
const ENGLISH: ReadonlyMap<string, string> = new Map(
  [GERMAN, FRENCH, SPANISH, ITALIAN].flatMap((language) =>
    language
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [foreign = '', english = ''] = line.split(' = ');
        return foreign.split(' | ').map((label) => [normaliseLabel(label), english.trim()] as const);
      }),
  ),
);

/** `Vendedor de EUR / comprador de USD`, `Käufer EUR`, `Acquirente della divisa EUR`: who trades a currency. */
const TRADER =
  /^(?:(vendedor|vendeur|venditore|verkäufer)|comprador|acheteur|acquirente|compratore|käufer)\s+(?:(?:del?|des|der|di|della|dell['’]|von)\s+)?(?:divisa|devise|währung)?\s*([A-Z]{3})\b/iu;
/** `Vendedor de la divisa de referencia`, `Käufer der Abwicklungswährung`: who trades a currency by its role in a trade. */
const TRADER_BY_ROLE =
  /^(?:(vendedor|vendeur|venditore|verkäufer)|comprador|acheteur|acquirente|compratore|käufer)\s+(?:(?:del?|des|der|di|du|von)\s+)?(?:(?:la|della|dell['’]|l['’])\s*)?(?:(?:divisa|devise|monnaie|moneda|valuta)\s+(?:de\s+|di\s+)?(?:(referencia|référence|riferimento)|liquidación|règlement|regolamento)|(referenzwährung)|(?:abwicklungs|abrechnungs|erfüllungs|settlement)währung)\s*:?$/iu;
/** `Referenzwährungsverkäufer`, `Abwicklungswährungskäufer`. */
const TRADER_IN_ONE_WORD =
  /^(?:(referenz)|abwicklungs|abrechnungs|erfüllungs|settlement)währungs?-?(?:(verkäufer)|käufer)\s*:?$/iu;
/** `Betrag in Referenzwährung`, `Montant en devise de règlement`: an amount by its currency's role. */
const AMOUNT_BY_ROLE =
  /^(?:(?:bezugs|nominal|nenn)?betrag|(?:montant|importe|importo)(?:\s+(?:notionnel|nominal|nocional|nozionale|nominale))?)\s+(?:in|en|der|dans|nella?|de)\s+(?:(?:la|l['’])\s*)?(?:(?:divisa|devise|monnaie|moneda|valuta)\s+(?:de\s+|di\s+)?(?:(referencia|référence|riferimento)|liquidación|règlement|regolamento)|(referenzwährung)|(?:abwicklungs|abrechnungs|erfüllungs)währung)\s*:?$/iu;
/** `La Società acquista`, `Die Bank verkauft`: a name with its verb. */
const ACTS = /^(\S.{1,40}?)\s+(?:(acquista|compra|kauft|achète)|vende|verkauft|vend)\s*:?$/iu;
/** `Kauf durch den Kunden`, `Divisa e importe que compra el Cliente`, `Montant acheté par le Client`: an amount, and who trades it. */
const TRADED_BY =
  /^(?:(?:(?:an)?(kauf)|verkauf)\s+durch|(?:(?:divisa|moneda)\s+e\s+)?importe\s+que\s+(?:(compra)|vende)|(?:(?:devise|montant)(?:\s+et\s+montant)?)\s+(?:(achetée?s?)|vendue?s?)\s+par|(?:(?:divisa|importo)(?:\s+e(?:d)?\s+importo)?)\s+(?:(acquistat[aoie])|vendut[aoie])\s+(?:da|dal(?=l|\s)))\s*(?:(?:den|die|das|el|la|los|le|les|il|lo|dal|dalla)\s+|l['’]|la\s+|l['’])?(\p{L}.{1,40}?)\s*:?$/iu;
/** `Kauf des Kunden`, `Vente de la Banque`: the deed as a noun, with whose it is. */
const DEED_OF =
  /^(?:(an?kauf|kauf|achat|compra|acquisto)|verkauf|vente|venta|vendita)\s+(?:des|der|du|de la|de l['’]|del|de|della|dell['’]|d['’])\s*(\p{Lu}[\p{L}' -]{2,30})\s*:?$/iu;

/** `Importe en euros`, `Betrag in EUR`: an amount whose currency its value repeats. */
const AMOUNT_IN = /^(?:importe|montant|betrag|importo)\s+(?:en|in)\s+\p{L}+$/iu;

/** `Importe en la divisa PUT`, `Montant en devise call`, `Betrag der Put-Währung`: an option's side. */
const AMOUNT_OF_OPTION =
  /^(?:importe|montant|betrag|importo)\s+(?:en|in|nella|della?|der|dans)\s+(?:(?:la|der)\s+)?(?:(?:divisa|devise|valuta|währung)\s+(put|call)|(put|call)-?währung)\s*:?$/iu;

/** `Betrag in USD (Call)`, `Importe en EUR (put)`: an amount of an option's side with its currency. */
const AMOUNT_OF_SIDE = /^(?:betrag|importe|montant|importo)\s+(?:in|en|à)\s+[A-Z]{3}\s*\((put|call)\)\s*:?$/i;
/** `Betrag USD`, `Importe EUR`, `EUR-Betrag`. */
const AMOUNT_OF = /^(?:(?:importe|montant|betrag|importo)\s+([A-Z]{3})|([A-Z]{3})-?\s?betrag)\s*:?$/i;

/** `Quotient für Festbeträge`, `Base de cálculo del tipo fijo`: a label with the leg that it is of, fixed or floating. */
const OF_A_LEG =
  /^(\S.+?)\s+(?:(?:für|der|des|del?|du|de\s+la|della|degli|dei|delle|a)\s+)?(?:(festbeträgen?|festen?\s+beträgen?|fests[aä]tz(?:es)?|festzins(?:es)?|(?:tipo|importe)\s+fijo|taux\s+fixe|montants?\s+fixes?|tasso\s+fisso|importo\s+fisso)|variablen?\s+(?:beträgen?|satz(?:es)?|zins(?:es)?)|(?:tipo|importe)\s+variable|taux\s+variable|montants?\s+variables?|tasso\s+variabile)\s*:?$/iu;

/** Labels of which a part is a name, a currency or a leg, and that so are in no list. */
function patternInEnglish(label: string): string | undefined {
  const trader = TRADER.exec(label);
  // A code has capitals: `Käufer der Option` trades no currency.
  if (trader?.[2] !== undefined && trader[2] === trader[2].toUpperCase())
    return `${trader[1] === undefined ? 'Buyer' : 'Seller'} of ${trader[2]}`;
  const role = roleInEnglish(label);
  if (role !== undefined) return role;
  const acts = ACTS.exec(label);
  if (acts) return `${acts[1]} ${acts[2] === undefined ? 'sells' : 'buys'}`;
  const traded = TRADED_BY.exec(label);
  if (traded) return `${traded[5]} ${traded.slice(1, 5).some((verb) => verb !== undefined) ? 'buys' : 'sells'}`;
  const [, bought, whose] = DEED_OF.exec(label) ?? [];
  if (whose !== undefined) return `${whose.trim()} ${bought === undefined ? 'sells' : 'buys'}`;
  const ofLeg = OF_A_LEG.exec(label);
  const term = ofLeg && ENGLISH.get(normaliseLabel(ofLeg[1] ?? ''));
  if (ofLeg && term) return `${ofLeg[2] === undefined ? 'Floating' : 'Fixed'} ${term}`;
  const ofSide = AMOUNT_OF_SIDE.exec(label)?.[1];
  if (ofSide !== undefined) return `${ofSide} amount`;
  const [, side, sideInFront] = AMOUNT_OF_OPTION.exec(label) ?? [];
  if (side !== undefined || sideInFront !== undefined) return `${side ?? sideInFront} currency amount`;
  // `Importe nocional en USD`: the label with its unit.
  const [, term_ = '', unit] = /^(\S.+?)\s+(?:en|in|à)\s+([A-Z]{3})\s*:?$/.exec(label) ?? [];
  const known = unit === undefined ? undefined : ENGLISH.get(normaliseLabel(term_));
  if (known !== undefined) return `${known} in ${unit}`;
  const [, behind, inFront] = AMOUNT_OF.exec(label) ?? [];
  const code = behind ?? inFront;
  if (code !== undefined && code === code.toUpperCase()) return `${code} amount`;
  return AMOUNT_IN.test(label) ? 'Amount' : undefined;
}

/** A non-deliverable forward's buyers, sellers and amounts, by what their currency is in it. */
function roleInEnglish(label: string): string | undefined {
  const trader = TRADER_BY_ROLE.exec(label);
  if (trader) {
    const isReference = trader[2] !== undefined || trader[3] !== undefined;
    return `${isReference ? 'Reference' : 'Settlement'} Currency ${trader[1] === undefined ? 'Buyer' : 'Seller'}`;
  }
  const word = TRADER_IN_ONE_WORD.exec(label);
  if (word) {
    return `${word[1] === undefined ? 'Settlement' : 'Reference'} Currency ${word[2] === undefined ? 'Buyer' : 'Seller'}`;
  }
  const amount = AMOUNT_BY_ROLE.exec(label);
  if (!amount) return undefined;
  return `${amount[1] === undefined && amount[2] === undefined ? 'Settlement' : 'Reference'} Currency Notional Amount`;
}

/** `Périodicité de paiement (taux fixe)`: the leg in brackets behind the label. */
function ofBracketedLeg(label: string): string | undefined {
  const [, term = '', leg = ''] = /^([^(]+)\(([^()]+)\)\s*:?$/.exec(label) ?? [];
  return leg !== '' && OF_A_LEG.test(`${term.trim()} ${leg}`) ? patternInEnglish(`${term.trim()} ${leg}`) : undefined;
}

/** What a label of two languages is taken for by a part of it. Labels of legs say more in their other part. */
const OF_AN_EXCHANGE: ReadonlySet<string> = new Set([
  'we buy',
  'we sell',
  'you buy',
  'you sell',
  'forward rate',
  'value date',
]);

/** A label of two languages, `Wir kaufen / We buy`: the first part that is one in a language that is read. */
function partInEnglish(label: string): string | undefined {
  const parts = label.split(/\s\/\s/);
  return parts.length < 2
    ? undefined
    : parts
        .map((part) => ENGLISH.get(normaliseLabel(part)) ?? normaliseLabel(part))
        .find((english) => english !== undefined && OF_AN_EXCHANGE.has(english));
}

const SPREAD_LAST = /(?:diferencial|margen|marge|aufschlag|spread|margine|maggiorazione)\s*:?$/i;
/** `Suelo sobre el tipo de referencia, antes de diferencial`: that a floor is on the rate alone is what it is by itself. */
const BEFORE_SPREAD =
  /,?\s*(?:antes de(?:l)? (?:diferencial|margen)|hors marge|avant marge|vor (?:der )?(?:marge|aufschlag)|prima (?:dello spread|del margine|della maggiorazione))\s*:?$/i;

/** A German, French, Spanish or Italian label in English, or undefined where it is none. */
export const inEnglish: (label: string) => string | undefined = remembering(
  (label) =>
    fpmlLabel(label) ??
    roleInCollar(label) ??
    ofBracketedLeg(label) ??
    ENGLISH.get(normaliseLabel(label.replace(/\([^)]*\)|\b[A-Z]{3}\/[A-Z]{3}\b/g, ' '))) ??
    patternInEnglish(label) ??
    partInEnglish(label) ??
    (SPREAD_LAST.test(label) ? ENGLISH.get(normaliseLabel(label.replace(BEFORE_SPREAD, ''))) : undefined),
);
