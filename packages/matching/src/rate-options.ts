import { normaliseText } from './normalise-text.ts';

/**
 * Floating rate options that the 2021 ISDA Interest Rate Derivatives Definitions took over from the 2006 ISDA
 * Definitions under another name (FpML's floating-rate-index scheme lists both). Two confirmations of one trade may
 * each use the other's. What another source publishes, EUR-EURIBOR-Telerate, is another option and is not here.
 */
const RENAMED: ReadonlyMap<string, string> = new Map(
  (
    [
      ['USD-SOFR-COMPOUND', 'USD-SOFR-OIS Compound'],
      ['USD-Federal Funds-H.15-OIS-COMPOUND', 'USD-Federal Funds-OIS Compound'],
      ['EUR-EuroSTR-COMPOUND', 'EUR-EuroSTR-OIS Compound'],
      ['GBP-SONIA-COMPOUND', 'GBP-SONIA-OIS Compound'],
      ['SGD-SORA-COMPOUND', 'SGD-SORA-OIS Compound'],
      ['EUR-EURIBOR-Reuters', 'EUR-EURIBOR'],
      ['AUD-BBR-BBSW', 'AUD-BBSW'],
      ['CAD-BA-CDOR', 'CAD-CDOR'],
      ['HKD-HIBOR-HKAB', 'HKD-HIBOR'],
      ['NOK-NIBOR-NIBR', 'NOK-NIBOR'],
      ['SEK-STIBOR-SIDE', 'SEK-STIBOR'],
      ['DKK-CIBOR-DKNA13', 'DKK-CIBOR'],
      ['CZK-PRIBOR-PRBO', 'CZK-PRIBOR'],
      ['PLN-WIBOR-WIBO', 'PLN-WIBOR'],
      ['ZAR-JIBAR-SAFEX', 'ZAR-JIBAR'],
    ] as const
  ).map(([old, now]) => [normaliseText(old), normaliseText(now)]),
);

/** Rates by the short names that traders' own records print, with the currency that the ISDA name begins with. */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['sofr', 'usd sofr'],
  ['fed funds', 'usd federal funds'],
  ['federal funds', 'usd federal funds'],
  ['sonia', 'gbp sonia'],
  ['estr', 'eur eurostr'],
  ['str', 'eur eurostr'],
  ['eurostr', 'eur eurostr'],
  ['euribor', 'eur euribor'],
  ['saron', 'chf saron'],
  ['tona', 'jpy tona'],
  ['tonar', 'jpy tona'],
  ['tibor', 'jpy tibor'],
  ['sora', 'sgd sora'],
  ['corra', 'cad corra'],
  ['aonia', 'aud aonia'],
  ['bbsw', 'aud bbsw'],
  ['hibor', 'hkd hibor'],
  ['stibor', 'sek stibor'],
  ['nibor', 'nok nibor'],
  ['cibor', 'dkk cibor'],
  ['wibor', 'pln wibor'],
  ['pribor', 'czk pribor'],
  ['bubor', 'huf bubor'],
  ['jibar', 'zar jibar'],
]);

const SHORT = new RegExp(`^(?:([a-z]{3}) )?(${[...SHORT_NAMES.keys()].join('|')})(| .*)$`);
/** ISDA's `-OIS Compound`: the overnight rate compounded in arrears, as others call it. */
const COMPOUNDED =
  /^ (?:ois )?(?:daily )?(?:compound|compounded|compounding)(?: in arrears)?$|^ ois$|^ in arrears compounded$/;
const TERM_SOFR = /^(?:usd )?(?:cme )?term sofr(?: cme)?$/;

/** A floating rate option by the one name that both definitions' names for it, and its short names, share. */
export function rateOption(name: string): string {
  const plain = normaliseText(name);
  const renamed = RENAMED.get(plain);
  if (renamed !== undefined) return renamed;
  if (TERM_SOFR.test(plain)) return 'usd sofr cme term';
  const [, currency, short = '', rest = ''] = SHORT.exec(plain) ?? [];
  const full = SHORT_NAMES.get(short);
  if (full === undefined || (currency !== undefined && !full.startsWith(currency))) return plain;
  return full + (COMPOUNDED.test(rest) ? ' ois compound' : rest);
}
