/** Floating rates by the short names that every ISDA rate option of them holds. */
export const FLOATING_INDEX =
  /\b(?:EURIBOR|LIBOR|SOFR|SONIA|EURO?STR|€STR|ESTER|SARON|TONAR?|TIBOR|SORA|SOR|CORRA|CDOR|AONIA|BBSW|BBSY|BKBM|HIBOR|HONIA|STIBOR|SWESTR|NIBOR|NOWA|CIBOR|DESTR|WIBOR|PRIBOR|BUBOR|JIBAR|ZARONIA|FED(?:ERAL)?\s+FUNDS|MIBOR|TIIE|CDI)\b|€STR/i;

/** Overnight rates with the currency and the name that ISDA's rate options give them. */
export const OVERNIGHT_NAMES: ReadonlyMap<string, string> = new Map([
  ['SOFR', 'USD-SOFR'],
  ['SONIA', 'GBP-SONIA'],
  ['ESTR', 'EUR-EuroSTR'],
  ['€STR', 'EUR-EuroSTR'],
  ['EUROSTR', 'EUR-EuroSTR'],
  ['SARON', 'CHF-SARON'],
  ['TONA', 'JPY-TONA'],
  ['TONAR', 'JPY-TONA'],
  ['SORA', 'SGD-SORA'],
  ['CORRA', 'CAD-CORRA'],
  ['AONIA', 'AUD-AONIA'],
]);

/** Term rates of one currency, which a tenor beside them tells from a name that is only mentioned. */
export const TERM_NAMES: ReadonlyMap<string, string> = new Map([
  ['EURIBOR', 'EUR-EURIBOR'],
  ['BBSW', 'AUD-BBSW'],
  ['STIBOR', 'SEK-STIBOR'],
  ['NIBOR', 'NOK-NIBOR'],
  ['CIBOR', 'DKK-CIBOR'],
  ['WIBOR', 'PLN-WIBOR'],
  ['PRIBOR', 'CZK-PRIBOR'],
]);
