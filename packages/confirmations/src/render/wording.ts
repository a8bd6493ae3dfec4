import type { Source } from '@trade-matching/domain';

/** The forms a confirmation can be printed in. */
export const LAYOUTS = ['letter', 'grid', 'key-value', 'telex'] as const;

export type Layout = (typeof LAYOUTS)[number];

/** How a layout writes canonical values. */
export interface Wording {
  date(iso: string): string;
  percent(value: string): string;
  basisPoints(value: string): string;
  frequency(code: string): string;
  dayCount(code: string): string;
  convention(code: string): string;
  /** Who `side` is, on a confirmation issued by `issuer`. */
  party(side: string, parties: Parties): string;
}

/** The two sides as printed. */
export interface Parties {
  readonly issuer: Source;
  readonly names: { readonly [S in Source]: string };
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function partsOf(iso: string): { year: string; month: string; day: string } {
  return { year: iso.slice(0, 4), month: MONTHS[Number(iso.slice(5, 7)) - 1] ?? '', day: iso.slice(8, 10) };
}

const longDate = (iso: string) => {
  const { year, month, day } = partsOf(iso);
  return `${Number(day)} ${month} ${year}`;
};

const LONG_FREQUENCIES: Readonly<Record<string, string>> = {
  DAILY: 'Daily',
  WEEKLY: 'Weekly',
  MONTHLY: 'Monthly',
  QUARTERLY: 'Quarterly',
  SEMI_ANNUAL: 'Semi-Annually',
  ANNUAL: 'Annually',
  TERM: 'At Maturity',
};

const SHORT_FREQUENCIES: Readonly<Record<string, string>> = {
  DAILY: '1D',
  WEEKLY: '1W',
  MONTHLY: '1M',
  QUARTERLY: '3M',
  SEMI_ANNUAL: '6M',
  ANNUAL: '12M',
  TERM: '1T',
};

const LONG_DAY_COUNTS: Readonly<Record<string, string>> = {
  'ACT/360': 'Actual/360',
  'ACT/365F': 'Actual/365 (Fixed)',
  'ACT/365L': 'Actual/365L',
  'ACT/ACT.ISDA': 'Actual/Actual (ISDA)',
  'ACT/ACT.ICMA': 'Actual/Actual (ICMA)',
  '30E/360.ISDA': '30E/360 (ISDA)',
};

/** `MODIFIED_FOLLOWING` → `Modified Following`. */
export function titleCase(code: string): string {
  return code
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

const signed = (value: string) => (/^[-+]/.test(value) ? value : `+${value}`);
const isZero = (value: string) => /^-?0*\.?0*$/.test(value);
const byLetter = (side: string, { issuer }: Parties) => (side === issuer ? 'Party A' : 'Party B');
const byName = (side: string, { names }: Parties) => (side === 'BANK' ? names.BANK : names.COUNTERPARTY);

export const WORDINGS: { readonly [L in Layout]: Wording } = {
  letter: {
    date: longDate,
    percent: (value) => `${value} per cent. per annum`,
    basisPoints: (value) =>
      isZero(value) ? 'None' : `${value.startsWith('-') ? 'minus' : 'plus'} ${value.replace('-', '')} basis points`,
    frequency: (code) => LONG_FREQUENCIES[code] ?? code,
    dayCount: (code) => LONG_DAY_COUNTS[code] ?? code,
    convention: titleCase,
    party: byLetter,
  },
  grid: {
    date: (iso) => {
      const { year, month, day } = partsOf(iso);
      return `${day}-${month.slice(0, 3)}-${year}`;
    },
    percent: (value) => `${value}%`,
    basisPoints: (value) => (isZero(value) ? 'None' : `${signed(value)} basis points`),
    frequency: (code) => SHORT_FREQUENCIES[code] ?? code,
    dayCount: (code) => LONG_DAY_COUNTS[code] ?? code,
    convention: titleCase,
    party: byName,
  },
  'key-value': {
    date: (iso) => {
      const { year, month, day } = partsOf(iso);
      return `${month} ${Number(day)}, ${year}`;
    },
    percent: (value) => `${value}%`,
    basisPoints: (value) => (isZero(value) ? 'None' : `${value} bps`),
    frequency: (code) => SHORT_FREQUENCIES[code] ?? code,
    dayCount: (code) => LONG_DAY_COUNTS[code] ?? code,
    convention: titleCase,
    party: byName,
  },
  telex: {
    date: (iso) => {
      const { year, month, day } = partsOf(iso);
      return `${day}-${month.slice(0, 3).toUpperCase()}-${year}`;
    },
    percent: (value) => `${value} %`,
    basisPoints: (value) => (isZero(value) ? 'None' : `${signed(value)} bps`),
    frequency: (code) => LONG_FREQUENCIES[code] ?? code,
    dayCount: (code) => LONG_DAY_COUNTS[code] ?? code,
    convention: titleCase,
    party: byName,
  },
};

/** `50000000.00` → `50,000,000.00`. */
export function grouped(amount: string): string {
  const point = amount.indexOf('.');
  const whole = point < 0 ? amount : amount.slice(0, point);
  let out = whole.slice(-3);
  for (let end = whole.length - 3; end > 0; end -= 3) out = `${whole.slice(Math.max(0, end - 3), end)},${out}`;
  return point < 0 ? out : out + amount.slice(point);
}
