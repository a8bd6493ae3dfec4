import { normaliseLabel } from '../../labels.ts';
import { remembering } from '../../remembering.ts';

/** What an LEI is called (ISO 17442), with the words that stand around it: `LEI-Code`, `Codice LEI`, `LEI no.` */
const CALLED =
  /\b(?:(?:codice|código|code|n[o°º]\.?|number|id)\s+)?(?:LEI|legal entity identifiers?)\b(?:[ -]?(?:code|number|no\.?|nr\.?|id))?/iu;
const JOINS =
  /^(?:of|for|the|de|du|des|del|della|dello|di|la|le|el|il|lo|los|les|der|die|das|dem|den|von|für|pour|para|per)\s+|^(?:l|d|dell)['’]\s?|['’]s$|['’]$/iu;
/** Possessives, as the pronoun of whose they are. */
const OURS = /^(?:our|own|unsere?|notre|nos|nuestro|nostro|ns\.?|n\/)$/i;
const YOURS = /^(?:your|yr|ihre?|votre|vos|su|vuestro|vostro|vs\.?|s\/|v\/)$/i;

/** A party's word as it stands in a label, without article or genitive. */
function bare(words: string): string {
  let left = words.replace(/^[\s:–—/()-]+|[\s:–—/()-]+$/g, '');
  for (let before = ''; before !== left; ) {
    before = left;
    left = left.replace(JOINS, '').trim();
  }
  return OURS.test(left) ? 'we' : YOURS.test(left) ? 'you' : left;
}

/**
 * What a label calls the owner of an LEI: `Company LEI` and `LEI of the Company` are the Company's, `LEI nuestro` is the sender's, and
 * `LEI des Kontrahenten / Counterparty's LEI` has two words for one. Empty for a label that is of no LEI, or says of whom in no way.
 */
export const ownersOfLei: (label: string) => readonly string[] = remembering((label) => ownersIn(label, CALLED));

/** What a BIC is called: `BIC Entidad`, `SWIFT code of the Bank`. */
const BIC = /\b(?:BIC|SWIFT)(?:[ /-]?(?:BIC|SWIFT|code|address|no\.?))?(?![\p{L}])/iu;

/** What a label calls the owner of a BIC. */
export const ownersOfBic: (label: string) => readonly string[] = remembering((label) => ownersIn(label, BIC));

function ownersIn(label: string, called: RegExp): readonly string[] {
  if (!called.test(label)) return [];
  return label
    .split(/\s+\/\s+/)
    .filter((part) => called.test(part))
    .flatMap((part) => {
      const owner = bare(part.replace(called, ' '));
      // `des Kontrahenten`, `des Kunden`, `des Auftraggebers`: the genitive of a German noun.
      const genitive = /\bdes\s+\p{Lu}/u.test(part) ? [owner.replace(/e?n$|e?s$/u, '')] : [];
      return [owner, ...genitive];
    })
    .filter((owner) => owner !== '');
}

/** Of whom an LEI may be that is no party: whose debt or share it is, who brings together, keeps, clears or manages. */
const OF_ANOTHER =
  /\b(?:reference|obligor|obligation|issuer|underlying|underlier|share|shares|broker(?! dealer)|arranger|agent|custodian|depositary|guarantor|manager|adviser|advisor|administrator|clearing|ccp|venue|platform|trustee|parent|reporting|submitting|beneficiary|intermediary|emittent|emisor|emittente|emetteur|referenzschuldner|garant|garante|depotbank|verwahrstelle)\b/;

/** Whether the words around an LEI say that it is of somebody besides the two parties. */
export const isOfAnother = (words: string): boolean => OF_ANOTHER.test(normaliseLabel(words));
