import type { OtherTerm } from '@trade-matching/domain';
import { normaliseText } from './normalise-text.ts';
import { printedValue } from './printed-value.ts';
import { type Speaker, spokenValue } from './spoken-value.ts';

/** A right to end the trade early, in the languages that are read. */
const OF_A_BREAK =
  /\b(?:break|unwind|terminat\w*|cancel\w*|resili\w*|kundig\w*|rescis\w*|rescind\w*|recess\w*|receder\w*)\b/;

const EITHER = 'eitherparty';
/** Phrases that mean one thing, each as one word. Longer ones first: mid-market is not market value. */
const CONCEPTS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:either (?:party|side)|each (?:party|side)|both parties|chaque partie|chacune des parties|jede (?:der )?parte?i(?:en)?|cualquiera de (?:las|ambas) partes|ciascuna (?:delle )?part[ei])\b/g,
    EITHER,
  ],
  [/\bmid market(?: value)?\b/g, 'midmarket'],
  [/\b(?:market value|valeur de marche|marktwert|valor de mercado|valore di mercato)\b/g, 'marketvalue'],
  [
    /\b(?:business|banking) days?\b|\bjours ouvres\b|\b(?:geschafts|bank)tagen?\b|\bdias habiles\b|\bgiorni lavorativi\b/g,
    'businessday',
  ],
  [/\b(?:prior )?(?:written )?notice\b|\bpreavis\b|\bpreaviso\b|\bpreavviso\b/g, 'notice'],
];

/** Words that say nothing of who may end the trade, when, at what value and with which notice. */
const FILLER: ReadonlySet<string> = new Set([
  ...'may can shall must will this its their s upon with by giving given for in'.split(' '),
  ...'swap transaction trade deal option clause date right break terminate terminated terminates'.split(' '),
  ...'peut doit l le la les operation sa son resilier a de du moyennant un kann muss das geschaft zum kundigen'.split(
    ' ',
  ),
  ...'puede debe deve rescindir el con al su operacion recedere dall operazione puo suo'.split(' '),
]);

/**
 * Whether two documents print one right of either party to end the trade early, one under a label and the other in a
 * sentence, or each in its own language: the same date, value and notice, and no word besides that only one of them has.
 * Of a right of one party, who gives notice to whom matters, and words out of order do not say it: never the same here.
 */
export function isSameBreak(ours: OtherTerm, us: Speaker, theirs: OtherTerm, them: Speaker): boolean {
  const isBreak = ({ label, literal }: OtherTerm) => OF_A_BREAK.test(normaliseText(`${label} ${literal}`));
  if (!isBreak(ours) || !isBreak(theirs)) return false;
  const [a, b] = [contentOf(ours, us), contentOf(theirs, them)];
  const figures = (words: readonly string[]) => words.filter((word) => /\d/.test(word)).join(' ');
  const sorted = (words: readonly string[]) => [...new Set(words)].sort().join(' ');
  return (
    isBound(ours) === isBound(theirs) &&
    a.includes(EITHER) &&
    (a.some((word) => ISO_DATE.test(word)) || isOnNotice(a)) &&
    figures(a) === figures(b) &&
    sorted(a) === sorted(b)
  );
}

const MUST =
  /\b(?:shall|must|will|mandatory|compulsory|obligatory|automatic\w*|muss|mussen|zwingend\w*|obligatori\w*|obligatoire\w*|doit|doivent|debera\w*|debe\w*|deve|devono)\b/;
const MAY =
  /\b(?:may|can|rights?|entitled|options?|optional|peut|peuvent|droit|kann|konnen|darf|recht|berechtigt|puede\w*|podra\w*|derecho|puo|possono|diritto|facolta)\b/;

/** Whether the trade ends whether or not somebody wants it to. A term's text goes before its label. */
function isBound({ label, literal }: OtherTerm): boolean {
  // Its dates read: `14 May` is no permission.
  const text = printedValue(literal);
  if (MAY.test(text)) return false;
  return MUST.test(text) || MUST.test(normaliseText(label));
}

/** `on 5 business days' notice`, at any time: how long before is all that there is to agree on. */
const isOnNotice = (words: readonly string[]): boolean =>
  words.includes('notice') && words.includes('businessday') && words.some((word) => /^\d+$/.test(word));

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

function contentOf({ literal }: OtherTerm, speaker: Speaker): string[] {
  const text = CONCEPTS.reduce((said, [phrase, word]) => said.replace(phrase, word), spokenValue(literal, speaker));
  return text.split(' ').filter((word) => word !== '' && !FILLER.has(word));
}
