import { WrongUsageError } from './errors.ts';

/** Reads an option's value, which Commander hands over as text. */
export type ReadValue<T> = (text: string) => T;

/** A whole number within these bounds. */
export function wholeNumber(option: string, min: number, max: number): ReadValue<number> {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < min || value > max) {
      throw new WrongUsageError(`${option} is a whole number from ${min} to ${max}, not "${text}".`);
    }
    return value;
  };
}

/** A number within these bounds. */
export function numberBetween(option: string, min: number, max: number): ReadValue<number> {
  return (text) => {
    const value = Number(text);
    if (text === '' || !(value >= min && value <= max)) {
      throw new WrongUsageError(`${option} is a number from ${min} to ${max}, not "${text}".`);
    }
    return value;
  };
}

/** One of these words, in either case. */
export function oneOf<const S extends string>(option: string, words: readonly S[]): ReadValue<S> {
  return (text) => {
    const found = words.find((word) => word.toLowerCase() === text.toLowerCase());
    if (found === undefined) throw new WrongUsageError(`${option} is one of ${words.join(', ')}, not "${text}".`);
    return found;
  };
}
