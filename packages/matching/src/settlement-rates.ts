import { normaliseText } from './normalise-text.ts';

/**
 * Settlement rate options by their code and the short names that confirmations print: Annex A of the 1998 FX and Currency
 * Option Definitions (ISDA, EMTA, FXC) with its amendments, as FpML's settlement-rate-option scheme lists it. Two names
 * under one code are one published rate whose publisher changed (INR RBIB to FBIL, PHP BAPPESO to PDSPESO).
 */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  ARS01: ['BNAR'],
  ARS02: ['OFFICIAL RATE'],
  ARS03: ['EMTA INDUSTRY SURVEY RATE'],
  ARS04: ['EMTA INDICATIVE SURVEY RATE'],
  ARS05: ['MAE'],
  BRL01: ['BRBY'],
  BRL02: ['OFFICIAL RATE'],
  BRL03: ['PCOT COMMERCIAL'],
  BRL04: ['PCOT FLOATING'],
  BRL05: ['PTAX COMMERCIAL'],
  BRL06: ['PTAX COMMERCIAL BRFR'],
  BRL07: ['PTAX FLOATING'],
  BRL08: ['PTAX FLOATING BRFR'],
  BRL09: ['PTAX'],
  BRL12: ['EMTA INDUSTRY SURVEY RATE'],
  BRL13: ['EMTA INDICATIVE SURVEY RATE'],
  CLP01: ['BCCH'],
  CLP08: ['OFFICIAL RATE'],
  CLP09: ['TELERATE 38942'],
  CLP10: ['DOLAR OBS', 'DOLAR OBSERVADO'],
  CLP11: ['EMTA INDICATIVE SURVEY RATE'],
  CNY01: ['SAEC'],
  CNY02: ['SFEMC INDICATIVE SURVEY RATE'],
  COP01: ['CO COL03'],
  COP02: ['TRM'],
  COP03: ['EMTA INDICATIVE SURVEY RATE'],
  IDR01: ['ABS'],
  IDR02: ['SFEMC INDICATIVE SURVEY RATE'],
  IDR03: ['VWAP'],
  IDR04: ['JISDOR'],
  ILS01: ['BOIJ'],
  ILS02: ['FXIL'],
  INR01: ['FBIL', 'RBIB'],
  INR02: ['SFEMC INDICATIVE SURVEY RATE'],
  KRW01: ['KEBEY'],
  KRW02: ['KFTC18'],
  KRW03: ['TELERATE 45644'],
  KRW04: ['SFEMC INDICATIVE SURVEY RATE'],
  KZT01: ['KASE'],
  KZT02: ['EMTA INDICATIVE SURVEY RATE'],
  MYR01: ['ABS'],
  MYR02: ['SFEMC INDICATIVE SURVEY RATE'],
  MYR03: ['PPKM'],
  MYR04: ['KL REF'],
  PEN01: ['PDSB'],
  PEN03: ['WT AVE'],
  PEN04: ['EMTA INDICATIVE SURVEY RATE'],
  PEN05: ['INTERBANK AVE'],
  PHP01: ['PHPESO'],
  PHP05: ['SFEMC INDICATIVE SURVEY RATE'],
  PHP06: ['BAPPESO', 'PDSPESO'],
  RUB01: ['MICEXFRX'],
  RUB02: ['MMVB'],
  RUB03: ['CME EMTA'],
  RUB04: ['EMTA INDICATIVE SURVEY RATE'],
  THB01: ['ABS', 'VWAP'],
  TWD01: ['TELERATE 6161'],
  TWD02: ['TFEMA'],
  TWD03: ['TAIFX1'],
  TWD04: ['SFEMC INDICATIVE SURVEY RATE'],
  UAH01: ['GFI'],
  UAH02: ['EMTA INDUSTRY SURVEY RATE'],
  UAH03: ['EMTA INDICATIVE SURVEY RATE'],
  VND01: ['ABS'],
  VND02: ['FX'],
  VND03: ['SFEMC INDICATIVE SURVEY RATE'],
};

// `BRL PTAX` and `PTAX`, where one currency alone has a rate of that name.
const CODE_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(OPTIONS).flatMap(([code, names]) =>
    names.flatMap((name) => {
      const plain = normaliseText(name);
      const isUnique = Object.values(OPTIONS).filter((others) => others.includes(name)).length === 1;
      const withCurrency = `${code.slice(0, 3).toLowerCase()} ${plain}`;
      return [withCurrency, ...(isUnique ? [plain] : [])].map((known) => [known, code.toLowerCase()] as const);
    }),
  ),
);

const CURRENCIES: ReadonlySet<string> = new Set(Object.keys(OPTIONS).map((code) => code.slice(0, 3).toLowerCase()));

const CODE = /\b([a-z]{3}\d{2})\b/g;

/**
 * A settlement rate option by its code: `BRL PTAX (BRL09)`, `PTAX / BRL09`, `BRL.PTAX/BRL09` and `BRL PTAX` are one. A
 * text with two codes, a name that its code does not have, or neither, stays as it is written.
 */
export function settlementRate(text: string): string {
  const plain = normaliseText(text);
  const all = new Set([...plain.matchAll(CODE)].map(([code]) => code));
  // A code of a currency that has options, but none of theirs: it is not known which rate that is.
  if ([...all].some((code) => !(code.toUpperCase() in OPTIONS) && CURRENCIES.has(code.slice(0, 3)))) return plain;
  const codes = new Set([...all].filter((code) => code.toUpperCase() in OPTIONS));
  const name = plain.replace(CODE, ' ').replace(/\s+/g, ' ').trim();
  const named = CODE_OF.get(name);
  if (codes.size > 1) return plain;
  const [code] = codes;
  if (code === undefined) return named ?? plain;
  // What else is printed must be the code's own name, or the other side's is not known to be the same.
  return name === '' || named === code ? code : plain;
}
