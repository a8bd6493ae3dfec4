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

/** A floating rate option by the one name that both definitions' names for it share. */
export function rateOption(name: string): string {
  const plain = normaliseText(name);
  return RENAMED.get(plain) ?? plain;
}
