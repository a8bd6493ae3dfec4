import { createHash } from 'node:crypto';
import { type Flag, otherSide, type PairingRule, SOURCES, type Source, type Trade } from '@trade-matching/domain';
import {
  asPrinted,
  identityReference,
  looseReference,
  normaliseText,
  type PairingKeys,
  pairingKeys,
  referenceKeys,
} from '@trade-matching/matching';

/**
 * What makes two confirmations of one side the same trade: its own reference with this counterparty. Without a
 * reference a confirmation is its own trade, by its bytes.
 */
export function tradeIdentity(trade: Trade, documentHash: string): string {
  const { trade_id, source_type, bank_name = '', counterparty_name = '' } = trade;
  const identity =
    trade_id === undefined
      ? `${source_type}|${documentHash}`
      : [source_type, normaliseText(bank_name), normaliseText(counterparty_name), identityReference(trade_id)].join(
          '|',
        );
  return shortHash(identity);
}

/**
 * Of a trade that is new and prints the reference of a stored one in other characters (`FX 1/11` for `FX-1-11`): whether
 * they are one is for a person to say, so it has a record of its own.
 *
 * @param identity {@link tradeIdentity}, which both have
 */
export function similarIdentity(identity: string, reference: string): string {
  return shortHash(`${identity}|printed|${asPrinted(reference)}`);
}

/** How a trade without a pair stands: a person decides where a rule fits several, or where it may be a stored trade again. */
export function aloneStatus(flags: readonly Flag[], rule: PairingRule | undefined): 'UNMATCHED' | 'REVIEW' {
  const isSimilar = flags.some(({ code, field }) => code === 'SIMILAR_REFERENCE' && field === 'trade_id');
  return rule === undefined && !isSimilar ? 'UNMATCHED' : 'REVIEW';
}

/** The match of two trades has one id, whoever arrived last. */
export function matchIdentity(bankKey: string, counterpartyKey: string): string {
  return shortHash(`${bankKey}|${counterpartyKey}`);
}

/** What an index item says of its trade: enough to tell whether another is tied to it, without reading the trade. */
export interface IndexedTrade {
  readonly trade_key: string;
  readonly source: Source;
  readonly keys: PairingKeys;
}

export function indexedTrade({
  trade_key,
  source,
  trade,
}: Omit<IndexedTrade, 'keys'> & { trade: Trade }): IndexedTrade {
  const { fingerprint, ...references } = pairingKeys(trade);
  const keys = fingerprint === undefined ? references : { ...references, fingerprint: shortHash(fingerprint) };
  return { trade_key, source, keys };
}

/**
 * Partition keys of a trade's index items, under which the other side finds it. References are kept apart by whose they
 * are, so that one query finds either side's mention. They are looser than what ties: whoever is found is a candidate.
 */
export function indexKeys({ source, keys }: IndexedTrade): string[] {
  const searched = (...references: (string | undefined)[]) =>
    references.filter((reference) => reference !== undefined).map(looseReference);
  const own = searched(keys.own, keys.ownWithoutHouse);
  const other = searched(keys.other, keys.otherWithoutHouse);
  return [
    ...own.map((reference) => `REF#${source}#${reference}`),
    ...other.map((reference) => `REF#${otherSide(source)}#${reference}`),
    ...(keys.uti === undefined ? [] : [`UTI#${keys.uti}`]),
    ...(keys.fingerprint === undefined ? [] : [`FINGERPRINT#${keys.fingerprint}`]),
  ];
}

/**
 * Under what a trade is found that pairing must not find: a reference or UTI that is a cancelled trade's, or that the trade
 * had before a document changed it.
 *
 * @param keys of {@link indexKeys}
 */
export function formerKeys(keys: readonly string[]): string[] {
  return keys.filter((key) => !key.startsWith('FINGERPRINT#')).map((key) => `FORMER#${key}`);
}

/** Partition keys under which trades stand that print this text as a reference of either side, or as their UTI. */
export function searchKeys(text: string): string[] {
  const { own, ownWithoutHouse } = referenceKeys({ trade_id: text } as Trade);
  const forms = new Set([own, ownWithoutHouse].filter((each) => each !== undefined).map(looseReference));
  const keys = [...forms].flatMap((form) => [...SOURCES.map((source) => `REF#${source}#${form}`), `UTI#${form}`]);
  return [...keys, ...formerKeys(keys)];
}

/** Partition key of the item that points from a document's bytes to its trade. */
export function documentKey(source: Source, hash: string): string {
  return `HASH#${source}#${hash}`;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}
