import { normaliseText } from './normalise-text.ts';

/** Legal forms, each with all its spellings: `Ltd` and `Limited` are one, `plc` and `N.V.` are two companies. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  pjsc: ['public joint stock company', 'pjsc'],
  jsc: ['joint stock company', 'jsc'],
  plc: ['public limited company', 'plc', 'p l c'],
  llc: ['limited liability company', 'llc', 'l l c'],
  llp: ['limited liability partnership', 'llp'],
  lp: ['limited partnership', 'lp', 'l p'],
  ag: ['aktiengesellschaft', 'ag'],
  gmbh: ['gesellschaft mit beschrankter haftung', 'gmbh'],
  nv: ['naamloze vennootschap', 'nv', 'n v'],
  bv: ['besloten vennootschap', 'bv', 'b v'],
  sa: ['societe anonyme', 'sociedad anonima', 'sa', 's a'],
  spa: ['societa per azioni', 'spa', 's p a'],
  srl: ['societa a responsabilita limitata', 'srl', 's r l'],
  sas: ['societe par actions simplifiee', 'sas', 's a s'],
  sarl: ['societe a responsabilite limitee', 'sarl', 's a r l'],
  kk: ['kabushiki kaisha', 'kk', 'k k'],
  na: ['national association', 'na', 'n a'],
  inc: ['incorporated', 'inc'],
  corp: ['corporation', 'corp'],
  company: ['company', 'co'],
  limited: ['limited', 'ltd'],
  pte: ['private', 'pte', 'pty', 'proprietary'],
  se: ['se'],
  kgaa: ['kgaa'],
  // A public company adds `(publ)` to the same form.
  ab: ['ab publ', 'aktiebolag publ', 'aktiebolag', 'ab'],
  dac: ['designated activity company', 'dac'],
  asa: ['asa'],
  as: ['as', 'a s'],
  oyj: ['oyj'],
};

/** Words that are no part of a name's core either. */
const SMALL_WORDS = ['the', 'and', 'of'];

const FORM_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(SPELLINGS).flatMap(([form, spellings]) => spellings.map((spelling) => [spelling, form] as const)),
);

// Long spellings first: `limited liability company` is not `limited` and `company`.
const PHRASES = [...FORM_OF.keys(), ...SMALL_WORDS].sort((a, b) => b.length - a.length);
const PHRASE = new RegExp(` (${PHRASES.join('|')})(?= )`, 'g');

export interface SplitName {
  /** What tells a name from another, once its legal form is gone. */
  readonly core: readonly string[];
  readonly forms: ReadonlySet<string>;
}

export function splitName(name: string): SplitName {
  const all = normaliseText(name);
  const forms = new Set<string>();
  const core = ` ${all} `
    .replace(PHRASE, (_all, phrase: string) => {
      const form = FORM_OF.get(phrase);
      if (form !== undefined) forms.add(form);
      return '';
    })
    .trim();
  return { core: (core === '' ? all : core).split(' '), forms };
}

/** Each says a legal form that the other does not: they are two companies, whatever else their names share. */
export function haveOtherForms(a: SplitName, b: SplitName): boolean {
  return !isPartOf(a.forms, b.forms) && !isPartOf(b.forms, a.forms);
}

export function haveSameForms(a: SplitName, b: SplitName): boolean {
  return a.forms.size === b.forms.size && isPartOf(a.forms, b.forms);
}

function isPartOf(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((form) => all.has(form));
}
