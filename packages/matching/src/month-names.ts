// By the languages that are read (R8), without accents.
const FULL: ReadonlyMap<string, number> = new Map(
  [
    ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november'],
    ...['december', 'januar', 'februar', 'marz', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober'],
    ...['november', 'dezember', 'janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre'],
    ...['octobre', 'novembre', 'decembre', 'enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto'],
    ...['septiembre', 'octubre', 'noviembre', 'diciembre', 'gennaio', 'febbraio', 'marzo', 'aprile', 'maggio'],
    ...['giugno', 'luglio', 'agosto', 'settembre', 'ottobre', 'novembre', 'dicembre'],
  ].map((name, at) => [name, (at % 12) + 1]),
);

const SHORT: ReadonlyMap<string, number> = new Map(
  [
    'jan janv ene gen',
    'feb fev fevr',
    'mar maer mrz',
    'apr avr abr',
    'may mag',
    'jun giu',
    'jul juil lug',
    'aug ago',
    'sep sept set',
    'oct okt ott',
    'nov',
    'dec dez dic',
  ].flatMap((words, at) => words.split(' ').map((word) => [word, at + 1] as const)),
);

/** 1 to 12 by a month's name or abbreviation, lower case and without accents; undefined for any other word. */
export function monthNumber(word: string): number | undefined {
  return FULL.get(word) ?? SHORT.get(word);
}
