import type { Source } from '@trade-matching/domain';
import { canonicalLabel } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';
import { remembering } from '../remembering.ts';
import { writerAndCounterparty } from './called-counterparty.ts';
import { isCompanyName, nameIn } from './company-names.ts';

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

const ITS_NUMBER =
  '(?:(?:trade|deal|swap|option|contract|transaction|loan)? ?(?:reference|ref|id|ticket|slip|key|record|case|file|number)|deal|trade|contract)(?: (?:reference|number|id|key))?';
const OF_THE_CLIENT = new RegExp(
  `^(?:client|customer|fund|investor|council|municipality|company|insurer|airline|borrower|society|trust|scheme) ${ITS_NUMBER}$`,
);
/** On a manager's print its client is the `Account`; any other account has a number. */
const OF_THE_ACCOUNT = /^account (?:(?:trade|deal) )?(?:reference|id)$/;
const OF_THE_COUNTERPARTY = new RegExp(`^counterparty ${ITS_NUMBER}$`);
const OF_THE_BANK = new RegExp(`^(?:bank|broker|dealer|swap dealer|hedging bank) ${ITS_NUMBER}$`);

/**
 * `Client ref` beside `Broker ref`: whose paper it is says which of them is the sender's. Where a second one could be meant,
 * none is taken.
 */
export function withReferencesOfClient(entries: readonly Entry[], source: Source): readonly Entry[] {
  const of = (rule: RegExp) =>
    entries.filter(({ label, value }) => rule.test(ownerFirst(canonicalLabel(label))) && /\d/.test(value));
  // On a client's paper that names itself and its counterparty, this is the bank.
  const called = source === 'COUNTERPARTY' && writerAndCounterparty(entries, source) ? of(OF_THE_COUNTERPARTY) : [];
  const accounts = entries.some(
    ({ label, value }) => canonicalLabel(label) === 'account' && isCompanyName(nameIn(value)),
  );
  const ofClients = [...of(OF_THE_CLIENT), ...(accounts ? of(OF_THE_ACCOUNT) : [])];
  const [clients, banks] = [ofClients, [...of(OF_THE_BANK), ...called]];
  // A bank's paper has numbers of its own by several names: all are the bank's.
  if (source === 'BANK' && banks.length > 1)
    return entries.map((entry) => (banks.includes(entry) ? { ...entry, label: 'Our reference' } : entry));
  if (clients.length > 1 || banks.length > 1) return entries;
  // A dealer whose document is the counterparty's has the bank for its client.
  const client = source === 'BANK' || banks.length === 1 ? clients[0] : undefined;
  const [mine, theirs] = source === 'BANK' ? [banks[0], client] : [client, banks[0]];
  return entries.map((entry) =>
    entry === mine
      ? { ...entry, label: 'Our reference' }
      : entry === theirs
        ? { ...entry, label: 'Your reference' }
        : entry,
  );
}

/** `Trade ID client`. */
const ownerFirst = (label: string): string => label.replace(/^((?:\S+ ){0,2}\S+) (client|customer|bank)$/, '$2 $1');
