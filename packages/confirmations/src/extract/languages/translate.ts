import { normaliseLabel } from '../labels.ts';
import { remembering } from '../remembering.ts';
import { FRENCH, GERMAN, ITALIAN, SPANISH } from './phrases.ts';

/** Foreign labels, normalised, with what they are in English. A label of two languages means the same in both. */
const ENGLISH: ReadonlyMap<string, string> = new Map(
  [GERMAN, FRENCH, SPANISH, ITALIAN].flatMap((language) =>
    language
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [foreign = '', english = ''] = line.split(' = ');
        return foreign.split(' | ').map((label) => [normaliseLabel(label), english.trim()] as const);
      }),
  ),
);

/** A German, French, Spanish or Italian label in English, or undefined where it is none. */
export const inEnglish: (label: string) => string | undefined = remembering((label) =>
  ENGLISH.get(normaliseLabel(label.replace(/\([^)]*\)/g, ' '))),
);
