import type { Source } from '@trade-matching/domain';
import { canonicalLabel } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';
import { remembering } from '../remembering.ts';

const A_REFERENCE =
  '(?:(?:trade|deal|transaction|contract) )?(?:ref(?:erence|\\.)?(?: (?:no\\.?|number|id))?|\\p{L}*referenz|réf(?:érence|\\.)?|referencia|riferimento|rif\\.?)';
const A_REFERENCE_OR_NUMBER =
  '(?:(?:trade|deal|transaction|contract|our|own) )?(?:ref(?:erence|\\.)?(?: (?:no\\.?|number|id))?|id|number|\\p{L}*nummer|\\p{L}*referenz|réf(?:érence|\\.)?|referencia|riferimento|rif\\.?)';
/** `Reference (Kessler)`, `Transaktionsnummer (Bank)`. */
const IN_BRACKETS = new RegExp(`^${A_REFERENCE_OR_NUMBER}\\s*\\(([^()/]{2,40})\\)\\s*:?$`, 'iu');
/** `Reference of Port Lisle Bank`, `Référence Partie A`, `Ref. de la entidad`, `Reference of A`. */
const BEHIND = new RegExp(
  `^${A_REFERENCE}\\s+(?:(?:(?:of|de|du|del|der|des|von|della)\\s|dell['’]\\s?)(?:the |la |el |le |l['’]|der |il )?([\\p{L}&.,’' -]{3,40}|[AB])|((?:part(?:y|ie|e|ei) )?[AB]))\\s*:?$`,
  'iu',
);
/** What stands behind the word and is nobody. */
const NOBODY =
  /^(?:number|no\.?|id|entity|obligations?|entit.*|rate.*|price.*|currency.*|date|page|source|bank account|transaction.*|trade|deal|op[eé]ra\p{L}*.*|geschäft.*|intern\p{L}*|code.*|contrat\p{L}*|document\p{L}*|confirma\p{L}*|shares?|asset|index)$/iu;

/** Whose reference a label says it is. */
const ownerIn: (label: string) => string | undefined = remembering((label) => {
  const [, behind, letter] = BEHIND.exec(label) ?? [];
  const named = (IN_BRACKETS.exec(label)?.[1] ?? behind ?? letter)?.trim();
  // `Referenz des Vertragspartners`.
  return /\sdes\s/i.test(label) ? named?.replace(/(?<=\p{Ll}{4})s$/u, '') : named;
});

/** The entry of a reference whose label says behind it whose it is, with the owner first: `Kessler reference`. */
export function withOwnerFirst(entry: Entry): Entry {
  const owner = ownerIn(entry.label);
  if (owner === undefined || NOBODY.test(owner) || !/\d/.test(entry.value)) return entry;
  const ofLetter = /^(?:part(?:y|ie|e|ei) )?([AB])$/i.exec(owner)?.[1]?.toUpperCase();
  return { ...entry, label: `${ofLetter === undefined ? owner : `Party ${ofLetter}`} reference` };
}

const OF_THE_CLIENT = /^(?:client|customer|fund|investor) (?:reference|ref|id|trade id|deal|deal number|number)$/;
const OF_THE_BANK =
  /^(?:bank|broker|dealer|swap dealer|hedging bank) (?:reference|ref|id|trade id|deal|deal number|number)$/;

/**
 * `Client ref` beside `Broker ref`: on a client's own paper the client's is the sender's, which a bank's paper calls the
 * other side's.
 */
export function withReferencesOfClient(entries: readonly Entry[], source: Source): readonly Entry[] {
  if (source === 'BANK') return entries;
  const of = (rule: RegExp) => entries.filter(({ label }) => rule.test(canonicalLabel(label)));
  const [mine, theirs] = [of(OF_THE_CLIENT), of(OF_THE_BANK)];
  if (mine.length !== 1 || theirs.length !== 1) return entries;
  return entries.map((entry) =>
    entry === mine[0]
      ? { ...entry, label: 'Our reference' }
      : entry === theirs[0]
        ? { ...entry, label: 'Your reference' }
        : entry,
  );
}
