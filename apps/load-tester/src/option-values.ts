import { WrongUsageError } from '@trade-matching/command-line';

/** `0.05`, or `5%`. */
export const share = (option: string) => (text: string) => {
  const value = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (!/^[\d.]+%?$/.test(text) || !(value >= 0 && value <= 1)) {
    throw new WrongUsageError(`${option} is a share from 0 to 1, such as 0.05 or 5%, not "${text}".`);
  }
  return value;
};

const SECONDS_IN: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3_600 };

/** Seconds of `30`, `30s`, `800ms`, `5m`. */
export const time = (option: string) => (text: string) => {
  const [, number, unit = 's'] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? [];
  if (number === undefined) {
    throw new WrongUsageError(`${option} is a time such as 30s, 800ms or 5m, not "${text}".`);
  }
  return Number(number) * (SECONDS_IN[unit] ?? 1);
};

const BYTES_IN: Readonly<Record<string, number>> = { '': 1, KB: 1024, MB: 1024 * 1024 };

/** Bytes of `200000`, `200KB`, `2MB`. */
export const bytes = (option: string, max: number) => (text: string) => {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)(KB|MB)?$/i.exec(text) ?? [];
  const value = Math.round(Number(number) * (BYTES_IN[unit.toUpperCase()] ?? 1));
  if (number === undefined || value > max) {
    throw new WrongUsageError(`${option} is a number of bytes such as 200KB or 2MB, at most ${max}, not "${text}".`);
  }
  return value;
};

/** A number of documents a second. */
export const rate = (option: string) => (text: string) => {
  const value = Number(text);
  if (text === '' || !(value > 0 && value <= 100_000)) {
    throw new WrongUsageError(`${option} is a number of documents a second, above 0, not "${text}".`);
  }
  return value;
};
