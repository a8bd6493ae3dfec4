/** How the corpus prints values: every format of dates, amounts, rates and periods that confirmations use. */
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

type Format = (value: string) => string;

const parts = (iso: string) => iso.split('-').map(Number) as [number, number, number];
const two = (n: number) => String(n).padStart(2, '0');
const month = (m: number) => MONTHS[m - 1] ?? '';
const ordinal = (d: number) =>
  `${d}${d % 10 === 1 && d !== 11 ? 'st' : d % 10 === 2 && d !== 12 ? 'nd' : d % 10 === 3 && d !== 13 ? 'rd' : 'th'}`;

/** Slash dates are not here: they need a document whose other dates settle their order. */
export const DATE_FORMATS: readonly Format[] = [
  (iso) => iso,
  dated((y, m, d) => `${d} ${month(m)} ${y}`),
  dated((y, m, d) => `${month(m)} ${d}, ${y}`),
  dated((y, m, d) => `${two(d)}-${month(m).slice(0, 3)}-${y}`),
  dated((y, m, d) => `${two(d)}${month(m).slice(0, 3).toUpperCase()}${String(y).slice(2)}`),
  dated((y, m, d) => `${two(d)}.${two(m)}.${y}`),
  dated((y, m, d) => `the ${ordinal(d)} day of ${month(m)}, ${y}`),
  dated((y, m, d) => `${ordinal(d)} ${month(m)}, ${y}`),
  dated((y, m, d) => `${two(d)}-${month(m).slice(0, 3).toUpperCase()}-${String(y).slice(2)}`),
  dated((y, m, d) => `${month(m).slice(0, 3)} ${two(d)}, ${y}`),
  dated((y, m, d) => `${weekday(y, m, d)}, ${d} ${month(m)} ${y}`),
  dated((y, m, d) => `${y}/${two(m)}/${two(d)}`),
];

function dated(print: (year: number, month: number, day: number) => string): Format {
  return (iso) => print(...parts(iso));
}

function weekday(y: number, m: number, d: number): string {
  return new Date(Date.UTC(y, m - 1, d)).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' });
}

const grouped = (whole: string, mark: string) => whole.replace(/\B(?=(\d{3})+$)/g, mark);

/** An amount and its currency. */
export const AMOUNT_FORMATS: readonly ((currency: string, amount: string) => string)[] = [
  (currency, amount) => `${currency} ${number(amount, ',', '.')}`,
  (currency, amount) => `${currency} ${number(amount, ',', '.').replace(/\.00$/, '')}`,
  (currency, amount) => `${number(amount, ',', '.')} ${currency}`,
  (currency, amount) => `${currency} ${number(amount, '.', ',')}`,
  (currency, amount) => `${currency} ${number(amount, "'", '.')}`,
  (currency, amount) => `${currency} ${number(amount, '\u00a0', ',')}`,
  (currency, amount) => millions(currency, amount, ' million'),
  (currency, amount) => `${currency}${number(amount, ',', '.')}`,
  (currency, amount) => millions(currency, amount, 'mm'),
  (currency, amount) => `${currency} ${number(amount, ' ', '.')}`,
  (currency, amount) => millions(currency, amount, ' mio'),
];

function number(amount: string, group: string, decimal: string): string {
  const [whole = '', fraction = '00'] = amount.split('.');
  return `${grouped(whole, group)}${decimal}${fraction}`;
}

function millions(currency: string, amount: string, word: string): string {
  const count = Number(amount) / 1e6;
  return Number.isInteger(count * 10) ? `${currency} ${count}${word}` : `${currency} ${number(amount, ',', '.')}`;
}

export const RATE_FORMATS: readonly Format[] = [
  (rate) => `${rate}%`,
  (rate) => `${Number(rate).toFixed(5)}% per annum`,
  (rate) => `${rate} per cent. per annum`,
  (rate) => `${rate.replace('.', ',')} %`,
  (rate) => `${Math.round(Number(rate) * 10000) / 100} bps`,
  (rate) => `${rate} percent`,
  (rate) => `${Math.round(Number(rate) * 10000) / 100} basis points per annum`,
  (rate) => `${rate} pct p.a.`,
];

export const SPREAD_FORMATS: readonly Format[] = [
  (bps) => (bps === '0' ? 'None' : `${bps.startsWith('-') ? 'minus' : 'plus'} ${bps.replace('-', '')} basis points`),
  (bps) => (bps === '0' ? 'Nil' : `${bps.startsWith('-') ? '-' : '+'}${bps.replace('-', '')} bps`),
  (bps) =>
    bps === '0' ? '0.00%' : `${bps.startsWith('-') ? '-' : '+'}${(Math.abs(Number(bps)) / 100).toFixed(4)}% per annum`,
  (bps) =>
    bps === '0'
      ? 'Flat'
      : `${bps.startsWith('-') ? 'minus' : 'plus'} ${(Math.abs(Number(bps)) / 100).toFixed(3)} per cent`,
  (bps) => (bps === '0' ? '0 bp' : `${bps}bp`),
];

const FREQUENCIES: Readonly<Record<string, readonly string[]>> = {
  MONTHLY: ['Monthly', '1M', 'Each month', '1 month', 'Monthly in arrears', 'Monthly'],
  QUARTERLY: ['Quarterly', '3M', 'Every 3 months', 'Three months', 'Quarterly in arrears', 'Quarterly payments'],
  SEMI_ANNUAL: ['Semi-Annually', '6M', 'Every six months', 'Semiannual', 'Half-yearly', 'Semi-annual'],
  ANNUAL: ['Annually', '12M', 'Every 12 months', 'Annual', 'Yearly', '1Y'],
};
const DAY_COUNTS: Readonly<Record<string, readonly string[]>> = {
  '30/360': ['30/360', '30/360 (Bond Basis)', 'Bond Basis', '360/360', '30/360'],
  '30E/360': ['30E/360', 'Eurobond Basis', '30E/360', '30E/360', '30E/360'],
  'ACT/360': ['Actual/360', 'ACT/360', 'A/360', 'act/360', 'Act / 360'],
  'ACT/365F': ['Actual/365 (Fixed)', 'ACT/365F', 'Act/365', 'ACT/365.FIXED', 'A/365F'],
  'ACT/ACT.ISDA': ['Actual/Actual', 'Act/Act (ISDA)', 'Actual/Actual (ISDA)', 'ACT/ACT', 'Actual / Actual'],
};
const CONVENTIONS: Readonly<Record<string, readonly string[]>> = {
  MODIFIED_FOLLOWING: [
    'Modified Following',
    'MODFOLLOWING',
    'Mod. Following',
    'Modified Following Business Day Convention',
    'MF',
  ],
  FOLLOWING: ['Following', 'FOLLOWING', 'Following Business Day Convention', 'Following', 'Following'],
};
const TENORS: Readonly<Record<string, readonly string[]>> = {
  '3M': ['3M', 'Three months', '3 months', '3-month', '3 Month'],
  '6M': ['6M', 'Six months', '6 months', '6-month', '6 Month'],
};

const pick = (list: readonly string[] | undefined, style: number, value: string) =>
  list?.[style % list.length] ?? value;

export const printed = {
  date: (value: string, style: number) => (DATE_FORMATS[style % DATE_FORMATS.length] ?? String)(value),
  amount: (currency: string, value: string, style: number) =>
    AMOUNT_FORMATS[style % AMOUNT_FORMATS.length]?.(currency, value) ?? value,
  rate: (value: string, style: number) => RATE_FORMATS[style % RATE_FORMATS.length]?.(value) ?? value,
  spread: (value: string, style: number) => SPREAD_FORMATS[style % SPREAD_FORMATS.length]?.(value) ?? value,
  frequency: (value: string, style: number) => pick(FREQUENCIES[value], style, value),
  dayCount: (value: string, style: number) => pick(DAY_COUNTS[value], style, value),
  convention: (value: string, style: number) => pick(CONVENTIONS[value], style, value),
  tenor: (value: string, style: number) => pick(TENORS[value], style, value),
};
