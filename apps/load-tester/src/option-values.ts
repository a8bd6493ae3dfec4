import { WrongUsageError } from '@trade-matching/command-line';

/** A whole number from 0 (from 1 for `documents` and `pages`). */
export function readCount(option: string, text: string, most: number): number {
  const least = option === 'documents' || option === 'pages' ? 1 : 0;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new WrongUsageError(`--${option} is a whole number from ${least} to ${most}, not "${text}".`);
  }
  return value;
}

/** `0.05`, or `5%`. */
export function readShare(option: string, text: string): number {
  const value = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (!/^[\d.]+%?$/.test(text) || !(value >= 0 && value <= 1)) {
    throw new WrongUsageError(`--${option} is a share from 0 to 1, such as 0.05 or 5%, not "${text}".`);
  }
  return value;
}

const SECONDS_IN: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3_600 };

/** `30`, `30s`, `800ms`, `5m`. */
export function readSeconds(option: string, text: string): number {
  const [, number, unit = 's'] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? [];
  if (number === undefined) {
    throw new WrongUsageError(`--${option} is a time such as 30s, 800ms or 5m, not "${text}".`);
  }
  return Number(number) * (SECONDS_IN[unit] ?? 1);
}

const BYTES_IN: Readonly<Record<string, number>> = { '': 1, KB: 1024, MB: 1024 * 1024 };

/** `200000`, `200KB`, `2MB`. */
export function readBytes(option: string, text: string, most: number): number {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)(KB|MB)?$/i.exec(text) ?? [];
  const bytes = Math.round(Number(number) * (BYTES_IN[unit.toUpperCase()] ?? 1));
  if (number === undefined || bytes > most) {
    throw new WrongUsageError(`--${option} is a number of bytes such as 200KB or 2MB, at most ${most}, not "${text}".`);
  }
  return bytes;
}
