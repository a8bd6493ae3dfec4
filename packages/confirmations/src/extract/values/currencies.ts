import { matchesOf } from '../matches-of.ts';

/** ISO 4217, and CNH, which the market trades beside CNY. */
const CODES = new Set(
  (
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP CNH CNY COP COU CRC CUP CVE CZK ' +
    'DEM DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP FRF GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW ' +
    'KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NLG NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR ' +
    'RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST ' +
    'XAF XAG XAU XCD XOF XPD XPF XPT YER ZAR ZMW'
  ).split(' '),
);
/** Codes that are words or names in capitals too: taken only beside a number or another currency, or alone. */
const ALSO_WORDS = new Set([
  'ALL',
  'COU',
  'CUP',
  'TRY',
  'BAM',
  'MAD',
  'PEN',
  'GEL',
  'SOS',
  'LAK',
  'CAD',
  'MOP',
  'ERN',
  'RON',
]);

const NAMES: readonly [RegExp, string][] = [
  [/\b(?:united states|u\.?s\.?|american) dollars?\b|\bUS\$|\bU\.S\.\s?\$|\$US\b/i, 'USD'],
  [
    /\bd[óo]lares?\s+(?:de\s+(?:los\s+)?(?:ee\.?\s?uu\.?|estados unidos)|estadounidenses?|usa)|\bdollars?\s+(?:des\s+[ée]tats-unis|am[ée]ricains?|us\b)|\bus-dollars?\b|\bdollar[oi]\s+(?:usa|statunitens[ei]|americani?)\b/i,
    'USD',
  ],
  [/\beuros?\b|€/i, 'EUR'],
  [/\blivres? sterling\b|\blibras? esterlinas?\b|\bsterlin[ae]\b|\bpfund sterling\b|\bbritische[ns]? pfund\b/i, 'GBP'],
  [/\bfrancs? suisses?\b|\bfranchi svizzeri\b|\bfrancos? suizos?\b|\bschweizer franken\b/i, 'CHF'],
  [/\b(?:pounds? sterling|sterling|british pounds?)\b|£/i, 'GBP'],
  [/\b(?:japanese )?yen\b|¥/i, 'JPY'],
  [/\bswiss francs?\b|\bsfr\b/i, 'CHF'],
  [/\bcanadian dollars?\b|\bC\$|\bCAN\$/i, 'CAD'],
  [/\baustralian dollars?\b|\bA\$|\bAU\$/i, 'AUD'],
  [/\bnew zealand dollars?\b|\bNZ\$/i, 'NZD'],
  [/\bhong kong dollars?\b|\bHK\$/i, 'HKD'],
  [/\bsingapore dollars?\b|\bS\$/i, 'SGD'],
  [/\b(?:new )?taiwan dollars?\b|\bNT\$/i, 'TWD'],
  [/\bindian rupees?\b|₹/i, 'INR'],
  [/\bbrazilian reals?\b|\bbrazilian reais\b|\bR\$/i, 'BRL'],
  [/\b(?:south )?korean won\b|₩/i, 'KRW'],
  [/\b(?:chinese )?(?:yuan|renminbi)\b|\bRMB\b/i, 'CNY'],
  [/\bswedish kron(?:a|or)\b/i, 'SEK'],
  [/\bnorwegian kron(?:e|er)\b/i, 'NOK'],
  [/\bdanish kron(?:e|er)\b/i, 'DKK'],
  [/\bmexican pesos?\b/i, 'MXN'],
  [/\bchilean pesos?\b/i, 'CLP'],
  [/\bcolombian pesos?\b/i, 'COP'],
  [/\bphilippine pesos?\b/i, 'PHP'],
  [/\bsouth african rand\b/i, 'ZAR'],
  [/\bindonesian rupiah\b/i, 'IDR'],
  [/\bmalaysian ringgit\b/i, 'MYR'],
  [/\bthai baht\b/i, 'THB'],
  [/\bpolish zlot(?:y|ys|ych)\b/i, 'PLN'],
  [/\bturkish lira\b/i, 'TRY'],
  [/(?:^|[\s(])\$/, 'USD'],
];

/** The first currency of a text, by ISO 4217 code or, where there is none, by its name or sign. */
export function currencyIn(text: string): { code: string; index: number; end: number } | undefined {
  for (const match of matchesOf(text, /(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/g)) {
    const [code] = match;
    const end = match.index + 3;
    if (!CODES.has(code)) continue;
    const beside = `${text.slice(0, match.index).slice(-3)}|${text.slice(end, end + 3)}`;
    if (ALSO_WORDS.has(code) && !/\d|[/(]/.test(beside) && text.trim() !== code) continue;
    return { code, index: match.index, end };
  }
  for (const [pattern, named] of NAMES) {
    const match = pattern.exec(text);
    if (match) return { code: named, index: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

export function readCurrency(text: string): string | undefined {
  return currencyIn(text)?.code;
}

/** Every currency of a text by its code; names where it has no code. */
export function currenciesIn(text: string): ReadonlySet<string> {
  const codes = matchesOf(text, /(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])/g)
    .map(([code]) => code)
    .filter((code) => CODES.has(code) && !ALSO_WORDS.has(code));
  const named = NAMES.find(([pattern]) => pattern.test(text))?.[1];
  return new Set(named === undefined ? codes : [...codes, named]);
}
