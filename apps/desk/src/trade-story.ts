import {
  type Account,
  type MatchHistory,
  matchHistory,
  recordsOfKey,
  type TradeHistory,
  tradeHistory,
} from '@trade-matching/account';
import { type CaseEvent, type CaseStore, type ChainVerdict, caseIdentity } from '@trade-matching/cases';
import { csvLines } from '@trade-matching/command-line/csv';
import { ENDED_PREFIX, type SentNotification, type Source, type TradeRecord } from '@trade-matching/domain';
import type { SideView } from './break-view.ts';

export const STORY_KINDS = ['document', 'version', 'match', 'case', 'notification'] as const;

/** One thing that happened to a trade, to its counterpart, or to what they were in together. */
export interface StoryEntry {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly kind: (typeof STORY_KINDS)[number];
  readonly side?: Source;
  /** A person, or the part of the system. */
  readonly who: string;
  readonly what: string;
  readonly detail?: string;
  /** Of what it happened to: the document's key, the match, the case. */
  readonly of: string;
  /** Of an event of a case: its place in the chain, and its hash. */
  readonly hash?: string;
}

export interface TradeStory {
  readonly trade_key: string;
  readonly sides: readonly (Omit<SideView, 'correctable'> & Pick<TradeRecord, 'source' | 'match_status' | 'trade'>)[];
  /** The latest first. */
  readonly entries: readonly StoryEntry[];
  /** Whether the history of each case is what was written. */
  readonly cases: readonly { readonly case_id: string; readonly verdict: ChainVerdict | undefined }[];
}

type Stored<T> = T & { readonly sk?: string };

/** All that is known of a trade in one line of time; undefined where there is no such trade. */
export async function tradeStory(account: Account, cases: CaseStore, key: string): Promise<TradeStory | undefined> {
  const own = await tradeHistory(account, key);
  if (!own) return undefined;
  const matches = await Promise.all(matchesOf(own).map((id) => matchHistory(account, id)));
  const keys = new Set(matches.flatMap((match) => sidesOf(match)).filter((each) => each !== key));
  const others = (await Promise.all([...keys].map((each) => tradeHistory(account, each)))).filter(
    (each) => each !== undefined,
  );
  const trades = [own, ...others];
  const ids = [
    ...trades.map(({ current }) => caseIdentity({ kind: 'TRADE', id: current.trade_key })),
    ...new Set(matches.flatMap((match) => matchId(match) ?? []).map((id) => caseIdentity({ kind: 'MATCH', id }))),
  ];
  const [documents, found] = await Promise.all([
    Promise.all(trades.map((trade) => documentEntries(account, trade))),
    Promise.all(
      ids.map(async (case_id) => ({
        case_id,
        verdict: await cases.verify(case_id),
        events: await cases.events(case_id),
      })),
    ),
  ]);
  const entries = [
    ...documents.flat(),
    ...trades.flatMap(versionEntries),
    ...matches.flatMap(matchEntries),
    ...found.flatMap(({ events }) => events.map(caseEntry)),
  ];
  return {
    trade_key: key,
    sides: trades.map(({ current }) => sideOf(current)),
    entries: entries.sort((a, b) => b.at.localeCompare(a.at)),
    cases: found.filter(({ events }) => events.length > 0).map(({ case_id, verdict }) => ({ case_id, verdict })),
  };
}

/** Every match that a trade is or was in. */
function matchesOf({ current: { match_id, cancelled_match_id }, matches }: TradeHistory): string[] {
  const named = [match_id, cancelled_match_id, ...matches.map((match) => match.match_id)];
  return [...new Set(named.filter((each) => each !== undefined))];
}

const matchId = ({ current, ended }: MatchHistory) => (current ?? ended[0])?.match_id;

const sidesOf = ({ current, ended }: MatchHistory) =>
  [current, ...ended].flatMap((match) => (match ? [match.bank_trade_key, match.counterparty_trade_key] : []));

function sideOf({ trade_key, source, match_status, trade, s3_key, document_hash, version, event_time }: TradeRecord) {
  const reference = trade.trade_id === undefined ? {} : { reference: trade.trade_id };
  return { trade_key, source, match_status, trade, ...reference, s3_key, document_hash, version, event_time };
}

/** What the ledger says of every document that the trade has had. */
async function documentEntries(account: Account, { versions }: TradeHistory): Promise<StoryEntry[]> {
  const hashes = new Set(versions.map(({ document_hash }) => document_hash));
  const keys = [...new Set(versions.map(({ s3_key }) => s3_key))];
  const records = (await Promise.all(keys.map((key) => recordsOfKey(account, key)))).flat();
  return records
    .filter(({ hash }) => hash !== undefined && hashes.has(hash))
    .flatMap(({ key, source, history }) =>
      history.map(({ at, what, by, detail }) => ({
        ...{ at, kind: 'document' as const, who: by, what, of: key },
        ...(source !== 'UNKNOWN' && { side: source }),
        ...(detail !== undefined && { detail }),
      })),
    );
}

function versionEntries({ current, versions }: TradeHistory): StoryEntry[] {
  const entries = versions.map(({ source, event_time, document_kind, version, s3_key, document_hash }): StoryEntry => {
    const detail = `version ${version}, SHA-256 ${document_hash}`;
    return { at: event_time, kind: 'version', side: source, who: source, what: document_kind, detail, of: s3_key };
  });
  return [
    ...entries,
    ...(current.notifications ?? []).map((notification) => sent(notification, current.trade_key)),
    ...(current.pending_notification ? [waiting(current.updated_at, current.trade_key)] : []),
  ];
}

function matchEntries({ current, ended }: MatchHistory): StoryEntry[] {
  return [...(current ? [current] : []), ...ended].flatMap((match) => {
    const { match_id, status, paired_by, updated_at, pending_notification, notification } = match;
    const { sk = '' } = match as Stored<typeof match>;
    const common = { kind: 'match', who: 'system', of: match_id } as const;
    return [
      { ...common, at: updated_at, what: status, detail: `paired by ${paired_by}` },
      ...(sk.startsWith(ENDED_PREFIX)
        ? [
            {
              ...common,
              at: sk.slice(ENDED_PREFIX.length).split('#')[0] ?? updated_at,
              what: 'ENDED',
              detail: `was ${status}`,
            },
          ]
        : []),
      ...(notification ? [sent(notification, match_id)] : []),
      ...(pending_notification ? [waiting(updated_at, match_id)] : []),
    ];
  });
}

const sent = ({ at, event_type }: SentNotification, of: string): StoryEntry => {
  const detail = 'taken by SNS, which sends it to who subscribed';
  return { at, kind: 'notification', who: 'system', what: event_type, detail, of };
};

const waiting = (at: string, of: string): StoryEntry => {
  const detail = 'it is sent again until it is taken';
  return { at, kind: 'notification', who: 'system', what: 'NOTIFICATION_NOT_SENT_YET', detail, of };
};

function caseEntry({ at, case_id, actor, action, reason, comment, hash }: CaseEvent): StoryEntry {
  const detail = [reason, comment].filter((each) => each !== undefined).join(': ');
  return { at, kind: 'case', who: actor, what: action, of: case_id, hash, ...(detail !== '' && { detail }) };
}

const COLUMNS = ['at', 'kind', 'side', 'who', 'what', 'detail', 'of', 'hash'] as const;

/** The story for spreadsheets, the latest first. */
export function storyCsv({ entries }: TradeStory): string {
  return csvLines(COLUMNS, entries)
    .map((line) => `${line}\r\n`)
    .join('');
}
