const CODES =
  'AED ARS AUD BGN BHD BRL CAD CHF CLP CNH CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KES KRW KWD KZT MAD MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN QAR RON RUB SAR SEK SGD THB TRY TWD UAH USD UYU VND XAG XAU ZAR'.split(
    ' ',
  );

const NAMES: readonly [RegExp, string][] = [
  [/\b(?:united states|u\.?s\.?) dollars?\b|US\$|U\.S\.\$/i, 'USD'],
  [/\beuros?\b|€/i, 'EUR'],
  [/\b(?:pounds? sterling|sterling|british pounds?)\b|£/i, 'GBP'],
  [/\b(?:japanese )?yen\b|¥/i, 'JPY'],
  [/\bswiss francs?\b/i, 'CHF'],
  [/\b(?:canadian dollars?)\b|C\$/i, 'CAD'],
  [/\b(?:australian dollars?)\b|A\$/i, 'AUD'],
  [/\bindian rupees?\b/i, 'INR'],
  [/\bbrazilian reals?\b/i, 'BRL'],
  [/\bkorean won\b/i, 'KRW'],
  [/\$/, 'USD'],
];

const CODE = new RegExp(`(?<![A-Za-z])(${CODES.join('|')})(?![A-Za-z])`);

/** The first currency of a text, by ISO 4217 code or, where there is none, by its name or sign. */
export function currencyIn(text: string): { code: string; index: number; end: number } | undefined {
  const code = CODE.exec(text);
  if (code?.[1]) return { code: code[1], index: code.index, end: code.index + 3 };
  for (const [pattern, named] of NAMES) {
    const match = pattern.exec(text);
    if (match) return { code: named, index: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

export function readCurrency(text: string): string | undefined {
  return currencyIn(text)?.code;
}
