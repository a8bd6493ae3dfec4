import { centerOf, citiesIn } from './business-centers.ts';
import { ARTICLES, AT_A_TIME, CONCEPTS, COUNTING, TIMES } from './concepts.ts';
import { printedValue } from './printed-value.ts';

/** Another party in each side's document. */
const NAMES_A_SIDE =
  /\b(?:we|us|our|ours|you|your|yours|wir|uns|unser\w*|sie|ihr\w*|nous|vous|notre|votre|noi|voi|nosotros|ustedes|party [abxy12])\b/i;
const IS_CONCEPT = /^[A-Z][A-Z_]+$/;
/** Between the clauses of a term. A comma inside a figure has no space behind it. */
const BETWEEN_CLAUSES = /\s*[;]\s*|,\s+|\s+[–—]\s+/;

/**
 * Whether two literals say the same in two of the languages that are read: clause by clause, in whichever order, the same
 * figures and concepts in the same order within it, `Deux Jours de Bourse avant chaque Date de Paiement ; cours de clôture`
 * and `2 exchange days before each payment date, closing price`. Articles are left out, and prepositions before a time. A word
 * that is in no list is equal to itself alone, so that any word that one side has more makes them two.
 */
export function saySameInOneLanguage(ours: string, theirs: string): boolean {
  if (NAMES_A_SIDE.test(ours) || NAMES_A_SIDE.test(theirs)) return false;
  const [a, b] = [clausesOf(ours), clausesOf(theirs)];
  return a === b && /[A-Z]{2}/.test(a);
}

/** Whether two labels name one thing in two languages: `Révision du Notionnel`, `Reset of notional`. */
export function isOneLabel(ours: string, theirs: string): boolean {
  const [a, b] = [ours, theirs].map((label) => [...conceptsOf(label)].sort());
  // A word that no list has may be a name of something in one language, and of something else in another.
  return (
    a !== undefined &&
    b !== undefined &&
    a.length > 0 &&
    a.every((word) => IS_CONCEPT.test(word)) &&
    a.join() === b.join()
  );
}

const clausesOf = (literal: string): string =>
  literal
    .split(BETWEEN_CLAUSES)
    .map((clause) => conceptsOf(clause).join(' '))
    .filter(Boolean)
    .sort()
    .join(' ; ');

/** Labels and clauses come again with each pair. */
const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 2000;

function conceptsOf(clause: string): readonly string[] {
  const found = known.get(clause);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const concepts = conceptsIn(clause);
  known.set(clause, concepts);
  return concepts;
}

/** The concepts and figures of a clause, in order; a place among them last. */
function conceptsIn(clause: string): string[] {
  const plain = printedValue(
    clause.replace(/ß/g, 'ss').replace(/(?<=\d)(?:st|nd|rd|th|ème|e|er|º|ª)(?![\p{L}])/gu, ''),
  );
  const said = [...CONCEPTS, ...COUNTING].reduce(
    (text, [concept, words]) => text.replace(words, concept),
    // Figures as printed are none of the numbers in words.
    plain,
  );
  const words = said.split(' ').filter((word) => word !== '' && !ARTICLES.has(word));
  const told = words.filter((word, at) => !(AT_A_TIME.has(word) && isTime(words, at + 1)));
  const recurring = told.filter((word, at) => !(word === 'EACH' && TIMES.has(told[at + 1] ?? '')));
  return placesLast(recurring);
}

/** A time stands here, behind `each` or an order: `at the end of`, `on each payment date`. */
function isTime(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  return word === 'EACH' || word === 'NEXT' || /^\d+$/.test(word)
    ? isTime(words, at + 1)
    : TIMES.has(word) || word === 'END';
}

/** `5 Zurich business days` and `5 Bankarbeitstage (Zürich)`: one place in a clause is of its days. */
function placesLast(words: readonly string[]): string[] {
  const named = words.map((word) => centerOf(word));
  const places = named.filter((word, at) => citiesIn(word).length > 0 && words[at] !== undefined);
  const rest = named.filter((word) => citiesIn(word).length === 0);
  const hasDays = rest.some((word) => /DAY$/.test(word));
  return places.length === 1 && hasDays ? [...rest, ...places] : named;
}
