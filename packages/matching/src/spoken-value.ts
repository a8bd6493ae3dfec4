import type { OtherTerm, Source, Trade } from '@trade-matching/domain';
import { normaliseText } from './normalise-text.ts';
import { printedValue } from './printed-value.ts';

/** Who prints a term: `us` is another party in each side's confirmation. */
export interface Speaker {
  readonly source: Source;
  readonly trade: Trade;
}

const SPEAKER = /\b(?:we|us|our|ours|ourselves|wir|uns|nous|noi|nosotros)\b/g;
const READER = /\b(?:you|your|yours|yourself|yourselves|vous|voi|ustedes)\b/g;
/** `Party A` is whom its document says: the two need not mean the same. */
const LETTERED = /\bparty [abxy12]\b/i;
const NAMES_SIDE = new RegExp(`${SPEAKER.source}|${READER.source}|${LETTERED.source}`, 'i');
/** A literal of more words is a clause, which both copy from the same form. */
const CLAUSE_WORDS = 8;

/** `US Barrels`, `US Government Securities`: the country, not the speaker. */
const THE_COUNTRY =
  /\bUS(?= (?:dollars?|government|treasur\w*|barrels?|gallons?|bank\w*|business|holidays?|persons?|tax|laws?|eastern|cpi)\b)/gi;

/** In a literal that has small letters, capitals are the country. */
function withCountry(literal: string): string {
  const named = literal.replace(THE_COUNTRY, 'United States');
  return /[a-z]/.test(named) ? named.replace(/\bUS\b/g, 'United States') : named;
}

/** Whether two sides' terms say the same: by value, whichever way printed, and by party, whoever speaks. */
export function saySame(ours: OtherTerm, us: Speaker, theirs: OtherTerm, them: Speaker): boolean {
  // Most literals name nobody, and need no reading.
  if (ours.literal === theirs.literal && !NAMES_SIDE.test(ours.literal)) return true;
  return spokenValue(ours.literal, us) === spokenValue(theirs.literal, them);
}

/** A printed literal by value, with parties as who they are. */
export function spokenValue(literal: string, speaker: Speaker): string {
  const party = partyNamed(literal, speaker.trade);
  if (party !== undefined) return party;
  const printed = printedValue(withCountry(literal));
  const [own, other] = speaker.source === 'BANK' ? ['BANK', 'COUNTERPARTY'] : ['COUNTERPARTY', 'BANK'];
  const named = printed.replace(SPEAKER, own).replace(READER, other);
  const isUnknown = LETTERED.test(literal) && printed.split(' ').length <= CLAUSE_WORDS;
  // Equal to nothing of the other side's.
  return isUnknown ? `${named} of the ${own}` : named;
}

/** The label says `us` or `you`, which is another party in each side's document. */
export const namesSpeaker = ({ label }: OtherTerm): boolean =>
  NAMES_SPEAKER.test(label) && NAMES_SPEAKER.test(withCountry(label));
const NAMES_SPEAKER = new RegExp(`${SPEAKER.source}|${READER.source}`, 'i');

/** A label's key by whom it names: `payable by us` is the counterparty's `payable by you`. */
export function spokenLabel(term: OtherTerm, { source }: Speaker): string {
  if (!namesSpeaker(term)) return term.key;
  const [own, other] = source === 'BANK' ? ['bank', 'counterparty'] : ['counterparty', 'bank'];
  return term.key.replace(SPEAKER, own).replace(READER, other);
}

/** The party whose name, or whose role in this trade, is all that a literal says. */
function partyNamed(literal: string, { bank_name, counterparty_name, buyer, seller }: Trade): string | undefined {
  const name = normaliseText(literal);
  if (bank_name !== undefined && name === normaliseText(bank_name)) return 'BANK';
  if (counterparty_name !== undefined && name === normaliseText(counterparty_name)) return 'COUNTERPARTY';
  if (name === 'buyer') return buyer;
  return name === 'seller' ? seller : undefined;
}
