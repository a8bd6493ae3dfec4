import { isCutOff } from './literal.ts';
import { paidByIn } from './paid-by.ts';
import { fields, NOTHING, reader, unread, type ValueReader, WHY } from './reading.ts';
import { isAbsent } from './terms.ts';

/** `GASOIL-ICE`, `OIL-WTI-NYMEX`: a commodity reference price as ISDA's 2005 Commodity Definitions (Sub-Annex A) write it. */
const CODE =
  /(?<![\p{L}\d-])(?:[A-Z][A-Z0-9/().]* ){0,3}[A-Z0-9/.]*[A-Z0-9]-[A-Z0-9/]+(?:[ -][A-Z0-9/]+)*(?![\p{L}\d-])/gu;
/**
 * Words that say that the price is averaged over the month and is of the nearest future: what a reference price is where
 * nothing else is said. Other words (`second nearby`, `plus`) are of the price, and stay.
 */
const AS_USUAL =
  /^[\s(]*(?:(?:front|frontmonat|high|low|and|arithmetic(?:al)?|arithmetisch\p{L}*|aritm[eé]tic[ao]|arithm[ée]tique|mean|mittel\p{L}*|averages?|durchschnitt\p{L}*|moyenne|media|medio|promedio|monthly|monatlich\p{L}*|monats\p{L}*|mensile|mensual|mensuelle|of|the|der|des|del|della|dell|de|du|d|di|daily|t[äa]glich\p{L}*|settlement|prices?|preise?|quotations?|notierungen|futuros?|futures?|first|erster?|erste[nr]?|primer|primo|premier|nearby|vencimiento|mese|month|contract|contrato|kontrakt|unweighted)[\s,;/'’()]*)*$/iu;

const AN_AVERAGE =
  /^(?:(?:the|das|der|le|la|el|il|un)\s+)?(?:(?:un|nicht |un?ge|non |no )?(?:weighted|gewichtete[srn]?|pondérée?|ponderad[oa])\s+)?(?:arithmet\p{L}*|arithm[ée]\p{L}*|aritm\p{L}*|mean|averages?|mittel\p{L}*|durchschnitt\p{L}*|moyenne|media|promedio)\b/iu;

/** Words that tell one kind of price from another, and name no market, publication or contract. */
const KINDS_OF_PRICES: ReadonlySet<string> = new Set(
  (
    'the a an of per each and by to at price prices settlement floating variable fixed float official daily closing close final market reference ' +
    'commodity swap amount leg rate index relevant applicable published ' +
    'preis preise abrechnungspreis settlementpreis variabler fester referenzpreis schlusskurs ' +
    'prix flottant fixe de du le la règlement référence marché cours clôture ' +
    'precio variable fijo el referencia liquidación mercado cierre prezzo variabile fisso il di riferimento regolamento mercato chiusura'
  ).split(' '),
);

/** `USD 742,50`, `742.50 EUR per MT`, and `USD 742` of which the end is elsewhere: what is paid, and no name of a price. */
const IS_MONEY =
  /^\s*(?:[A-Z]{3}|[$€£¥])\s?\d[\d.,'’ ]*(?:\s*(?:per|je|pro|par|por|a|\/)\s*\S.{0,20})?\s*$|^\s*\d[\d.,'’ ]*\s?(?:[A-Z]{3}|[$€£¥])(?![\p{L}-])/u;

/** A commodity reference price: its name, without who pays it and how it is averaged. */
export const referencePrice = (field: 'commodity_reference_price'): ValueReader =>
  reader([field], (given) => {
    const value = paidByIn(given)?.rest ?? given;
    if (
      isAbsent(value) ||
      !/[A-Za-z]{3}/.test(value) ||
      IS_MONEY.test(value) ||
      /^\s*(?:[A-Z]{3}\s*)?[-+]?\d[\d.,]*\s*(?:%|\/|per|je|par|por|bps|$)/i.test(value)
    )
      return NOTHING;
    // `Settlement price`, `Variabler Preis / Floating price`: which kind of price it is, with no name of any.
    if ((value.match(/[\p{L}\d]+/gu) ?? []).every((word) => KINDS_OF_PRICES.has(word.toLowerCase()))) return NOTHING;
    // How prices are averaged, with no name of any: another cell names the price.
    if (AN_AVERAGE.test(value) && !/[A-Z]{2}/.test(value)) return NOTHING;
    if (isCutOff(value)) return unread(field, 'UNREAD_VALUE', WHY.cut);
    const codes = value.match(CODE) ?? [];
    const [code] = codes;
    if (code !== undefined && codes.length === 1 && AS_USUAL.test(value.replace(code, ' ').trim()))
      return fields({ [field]: code });
    // `OIL-WTI-NYMEX, average of daily settlement prices`: the name ends where the words begin.
    const bare = /^([A-Z0-9][A-Z0-9 /().-]*-[A-Z0-9 /().-]*[A-Z0-9)]),\s+[a-z]/.exec(value)?.[1] ?? value;
    const [, name = bare, rest] = /^(.{3,60}?),\s+(\D+)$/.exec(bare) ?? [];
    return fields({ [field]: rest !== undefined && AS_USUAL.test(rest) ? name : bare.trim().replace(/[,;]$/, '') });
  });
