import { normaliseText } from './normalise-text.ts';

/** Commodities in the languages that confirmations are read in (IATE, the EU's terminology; names as in the Combined Nomenclature). */
const NAMES: readonly (readonly [string, string])[] = [
  ['gasoil', 'gas oil|gasoleo|gasolio|gazole|gasol'],
  ['natural gas', 'erdgas|gaz naturel|gas natural|gas naturale'],
  ['crude oil', 'rohol|petrole brut|petroleo crudo|petrolio greggio'],
  ['heating oil', 'heizol|fioul domestique|gasolio da riscaldamento'],
  ['electricity', 'power|strom|electricite|electricidad|energia elettrica'],
  ['coal', 'kohle|charbon|carbon mineral|carbone'],
  ['copper', 'kupfer|cuivre|cobre|rame'],
  ['aluminium', 'aluminum|aluminio|alluminio'],
  ['zinc', 'zink|zinco'],
  ['nickel', 'niquel|nichel'],
  ['lead', 'blei|plomb|plomo|piombo'],
  ['gold', 'oro'],
  ['silver', 'silber|argent|plata|argento'],
  ['wheat', 'weizen|ble|trigo|frumento'],
  ['corn', 'maize|mais|maiz|granturco'],
];
const ENGLISH: ReadonlyMap<string, string> = new Map(
  NAMES.flatMap(([english, others]) => [english, ...others.split('|')].map((name) => [name, english] as const)),
);

const AT_A_PLACE = /^(\S.*?),? (?:at|al|alla|am|auf dem|au|en el|del|ex) (?:the )?([A-Z]{2,6})$/;

/** A commodity by its English name: `Gasóleo (Gasoil)` and `Gasolio / Gasoil` are gasoil. More than a name stays as it is. */
export function commodityName(value: string): string {
  // `Natural gas at the TTF`, `Gas naturale al TTF`: the commodity, and where.
  const [, of = '', place = ''] = AT_A_PLACE.exec(value.trim()) ?? [];
  const known = of === '' ? undefined : ENGLISH.get(normaliseText(of));
  if (known !== undefined) return `${known} ${normaliseText(place)}`;
  const parts = value.split(/[/()]/).map(normaliseText).filter(Boolean);
  const names = new Set(parts.map((part) => ENGLISH.get(part)));
  const [name] = names;
  return (names.size === 1 && name) || normaliseText(value);
}

/** `Queroseno de aviación (Jet Fuel)` and `Jet Fuel`: the one name is one of the two that the other prints. */
export function isSameCommodity(ours: string, theirs: string): boolean {
  if (commodityName(ours) === commodityName(theirs)) return true;
  const [a, b] = [ours, theirs].map((value) => value.split(/[/()]/).map(normaliseText).filter(Boolean));
  if (!a || !b || Math.min(a.length, b.length) !== 1 || Math.max(a.length, b.length) !== 2) return false;
  const [one = ''] = a.length === 1 ? a : b;
  const name = ENGLISH.get(one) ?? one;
  return (a.length === 1 ? b : a).some((part) => (ENGLISH.get(part) ?? part) === name);
}
