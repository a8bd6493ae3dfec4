import type { Product } from '@trade-matching/domain';
import { composedInEnglish } from './languages/composed-labels.ts';
import { inEnglish } from './languages/translate.ts';
import type { Entry } from './layout/entry.ts';
import { isListed, termFor } from './vocabulary/index.ts';
import { saidOtherwise } from './vocabulary/said-otherwise.ts';

/** `Value dates (near / far)`, `References (bank / client)`: what stands in brackets tells the values apart. */
const TOLD_APART = /^(.{3,40}?)\s*\(([^()]+\/[^()]+)\)\s*:?$/;
/** Between labels, and between their values. */
const BETWEEN_LABELS = [/\s*\/\s*/, /\s+[–-]\s+/, /\s*,\s+(?:and\s+)?|\s+(?:and|&|und|et|y|e)\s+/];
const BETWEEN_VALUES = [
  /\s+\/\s+/,
  /\s*;\s+/,
  /\s+[–—-]\s+/,
  /\s+(?:to|through|until)\s+/,
  /\s+(?:and|und|et|y|e)\s+/,
  /,\s+(?=\S)/,
];
/** One look before any label is parted. */
const IS_SEVERAL = /[/,&]|\s(?:and|und|et|y|e|–|-)\s/;
/** It says what kind of term it is, and not of what. */
const A_PLAIN_WORD = /^(?:date|amount|payer|rate|price|currency|number|type|level|value|payment)s?$/i;
const MOST = 4;
const LONGEST_VALUE = 120;

/** `Our Ref / Your Ref` with two references, `Fixed rate and day count` with both: each a label of its own. */
export function pairedEntries(product: Product, entry: Entry): Entry[] {
  const { label, value } = entry;
  if (!IS_SEVERAL.test(label) || value.length > LONGEST_VALUE || isListed(product, label)) return [entry];
  const bracketed = TOLD_APART.exec(label);
  const lists = [
    ...(bracketed ? [partsInBrackets(bracketed[1] ?? '', bracketed[2] ?? '')] : []),
    ...BETWEEN_LABELS.map((between) => partsOfLabel(label, between)),
  ];
  for (const parts of lists) {
    const labels = parts.map((forms) =>
      forms.map((form) => english(product, form)).find((form) => termFor(product, form, [])),
    );
    if (labels.length < 2 || labels.length > MOST || labels.some((each) => each === undefined)) continue;
    // One term in two languages, or by two names, has one value.
    if (new Set(labels.map((each) => termFor(product, each ?? '', []))).size < labels.length) continue;
    const values = valuesFor(labels.length, value);
    if (values) return labels.map((own, i) => ({ ...entry, label: own ?? '', value: values[i] ?? '' }));
  }
  return [entry];
}

function valuesFor(count: number, value: string): readonly string[] | undefined {
  const [bySlash = /\//, ...others] = BETWEEN_VALUES;
  const slashed = value.split(bySlash);
  // The last may have a bar of its own.
  if (slashed.length >= count) return [...slashed.slice(0, count - 1), slashed.slice(count - 1).join(' / ')];
  return others.map((between) => value.split(between)).find(({ length }) => length === count);
}

/** The forms that each part of a label may have: `Option style / type` shares its first words, `First / last pay date` its last. */
function partsOfLabel(label: string, between: RegExp): string[][] {
  const parts = label.replace(/\s*:$/, '').split(between);
  const [first = ''] = parts;
  const head = first.split(' ').slice(0, -1).join(' ');
  const tail = (parts.at(-1) ?? '').split(' ').slice(1).join(' ');
  return parts.map((part) => {
    const whole = [...(head === '' ? [] : [`${head} ${part}`]), ...(tail === '' ? [] : [`${part} ${tail}`])];
    // `date` behind `Initial payment payer` is the initial payment's.
    return A_PLAIN_WORD.test(part) ? [...whole, part] : [part, ...whole];
  });
}

function partsInBrackets(what: string, parts: string): string[][] {
  const one = what.replace(/s$/, '');
  return parts.split(/\s*\/\s*/).map((part) => [`${part} ${one}`, `${one} ${part}`]);
}

const english = (product: Product, label: string): string =>
  inEnglish(label) ??
  composedInEnglish(label) ??
  (termFor(product, label, [])
    ? label
    : (saidOtherwise(label).find((listed) => termFor(product, listed, []) !== undefined) ?? label));
