// What the fields of SWIFT's confirmations hold (SWIFT Standards MT, category 3).

/** What a tag's value is, whatever the print calls it. SWIFT Standards MT, category 3: MT300, MT305, MT306, MT360. */
export const LABELS: Readonly<Record<string, string>> = {
  '20': 'Our Reference',
  '21': 'Your Reference',
  '30': 'Trade Date',
  '30T': 'Trade Date',
  '30V': 'Value Date',
  '36': 'Exchange Rate',
  '32B': 'Amount bought by Party A',
  '33B': 'Amount sold by Party A',
  '29A': 'Calculation Agent',
  '30U': 'Fixing Date',
  '14S': 'Settlement Rate Option',
  '32E': 'Settlement Currency',
};
const OF_ANY_MESSAGE = Object.fromEntries(Object.entries(LABELS).filter(([tag]) => !/^3[23]B$/.test(tag)));
export const OPTION_LABELS: Readonly<Record<string, string>> = {
  ...OF_ANY_MESSAGE,
  '30V': 'Settlement Date',
  '31G': 'Expiration Date',
  '31E': 'Settlement Date',
  '30X': 'Expiration Date',
  '29E': 'Expiration Time',
  '30F': 'Settlement Date',
  '30a': 'Settlement Date',
  '12E': 'Option Style',
  '26F': 'Settlement',
  '30P': 'Premium Payment Date',
  '36': 'Strike Price',
  '34P': 'Premium',
  '34R': 'Premium',
};
export const SWAP_LABELS: Readonly<Record<string, string>> = {
  ...OF_ANY_MESSAGE,
  '30V': 'Effective Date',
  '30P': 'Termination Date',
  '32B': 'Notional Amount',
  '33B': 'Notional Amount',
  '33F': 'Notional Amount',
  '37U': 'Fixed Rate',
  '14F': 'Floating Rate Option',
  '14J': 'Designated Maturity',
  '14D': 'Day Count Fraction',
  '14A': 'Business Day Convention',
  '38E': 'Payment Frequency',
  '22B': 'Business Days',
  '37R': 'Spread',
};
const PERIODS: Readonly<Record<string, string>> = {
  '01M': 'Monthly',
  '03M': 'Quarterly',
  '06M': 'Semi-annually',
  '12M': 'Annually',
  '01Y': 'Annually',
};

/** The codes of SWIFT Standards MT, category 3, in words. */
export function spelledOut(tag: string, text: string): string {
  switch (tag) {
    case '38E':
      return PERIODS[text.slice(0, 3)] ?? text;
    case '14J':
      return text.replace(/^0(?=\d[DWMY]\b)/, '');
    case '22B':
      // `EUTA GBLO (TARGET, London)`: the places behind their codes.
      return /\(([^)]+)\)$/.exec(text)?.[1] ?? text.replace(/\b[A-Z]{4}\s+(?=\p{Lu}[\p{Ll}\p{Lu}])/gu, '');
    case '26F':
      return /^PRINCIPAL\b/.test(text) ? 'Physical' : /^NETCASH\b/.test(text) ? 'Cash' : text;
    case '31G':
      // `20260811 1000 USNY New York`, `20260811/1000/USNY`: the day, the time, and the place by its code.
      return text.replace(/^(\d{8})\s*[/ ]\s*(\d{2})(\d{2})\s*[/ ]\s*([A-Z]{4})\b.*$/, '$1, $2:$3 $4');
    case '34P':
    case '34R':
      return text.replace(/^(\d{4})(\d{2})(\d{2})\s+(?=[A-Z]{3})/, '$1-$2-$3 ');
    case '37R':
      // A spread in per cent, below zero behind an N.
      return /^N?\d+,\d*$/.test(text) ? `${text.replace(/^N/, '-').replace(/,$/, '')} %` : text;
    case '37K':
      return text.replace(/^PCT ?(\d+,\d*)$/, '$1 %');
    case '37U':
      return /^\d+,\d*$/.test(text) ? `${text.replace(/,$/, '')} %` : text;
    default:
      return text;
  }
}
