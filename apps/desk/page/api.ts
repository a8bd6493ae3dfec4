import type { SavedView } from '@trade-matching/cases';
import type { PageWords, Wording } from '@trade-matching/domain';
import type { BreakView } from '../src/break-view.ts';
import type { CaseList } from '../src/case-list.ts';
import type { DocumentView } from '../src/document-routes.ts';
import type { Person } from '../src/people.ts';
import type { DryRunView, ProfileChange, ProfilesView } from '../src/profile-routes.ts';
import type { FoundTrade } from '../src/trade-routes.ts';
import type { TradeStory } from '../src/trade-story.ts';
import type { RefusedLabels, ReplayView } from '../src/wording-replay.ts';

export type { BreakView, Place, SideView, TermView } from '../src/break-view.ts';
export type { Tab } from '../src/case-list.ts';
export type { DocumentView } from '../src/document-routes.ts';
export type { Person } from '../src/people.ts';
export type { DryRunView, ProfileChange, ProfilesView, VersionView } from '../src/profile-routes.ts';
export type { FoundTrade } from '../src/trade-routes.ts';
export type { TradeStory } from '../src/trade-story.ts';
export type { RefusedLabels, ReplayView } from '../src/wording-replay.ts';

/** Reasons by command: the code, and how it reads. */
export type Reasons = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Session {
  readonly person: Person;
  readonly environment: string;
  readonly reasons: Reasons;
}

/** What came of one case of several. */
export interface BulkResult {
  readonly case_id: string;
  readonly done: boolean;
  readonly message?: string;
}

/** What the product's reader makes of words. */
export type Reading =
  | { readonly kind: 'value'; readonly field: string; readonly value: string }
  | { readonly kind: 'unreadable'; readonly why: string };

/** A correction that is kept, with what came of it. */
export interface Corrected {
  readonly field: string;
  readonly value: string;
  readonly effect?:
    | {
        readonly in_effect: true;
        readonly trades: readonly { readonly match: { readonly status: string; readonly match_id?: string } }[];
      }
    | { readonly in_effect: false; readonly message: string };
}

/** An answer that is an error. `message` is for the person. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  /** Milliseconds after which asking again may help; absent where nobody says so. */
  readonly againMs: number | undefined;
  constructor(status: number, code: string, message: string, againMs?: number) {
    super(message);
    this.status = status;
    this.code = code;
    this.againMs = againMs;
  }
}

let person = sessionStorage.getItem('person') ?? undefined;

/** Who sits before the screen; only the demonstration can choose. */
export function bePerson(id: string): void {
  person = id;
  sessionStorage.setItem('person', id);
}

export const chosenPerson = () => person;

async function call<T>(path: string, init: RequestInit = {}): Promise<T> {
  const response = await answered(path, init);
  return (await response.json()) as T;
}

async function answered(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { ...init.headers, ...(person === undefined ? {} : { 'x-desk-person': person }) };
  const response = await fetch(path, { ...init, headers }).catch(() => {
    throw new ApiError(0, 'OFFLINE', 'The desk does not answer. Nothing was written; try again.');
  });
  if (response.ok) return response;
  const body = (await response.json().catch(() => ({}))) as { error?: { code?: string; message?: string } };
  const after = response.headers.get('retry-after');
  throw new ApiError(
    response.status,
    body.error?.code ?? 'ERROR',
    body.error?.message ?? `The desk answered ${response.status}.`,
    after === null ? undefined : Number(after) * 1_000,
  );
}

/** Writes carry a header that a form of another page cannot send. */
const write = <T>(method: string, path: string, body: object) =>
  call<T>(path, {
    method,
    headers: { 'content-type': 'application/json', 'x-desk': '1' },
    body: JSON.stringify(body),
  });

/** Proposals whose answer was lost: sent again, they have the same id and are one. */
const unanswered = new Map<string, string>();

async function once<T>(what: object, send: (id: string) => Promise<T>): Promise<T> {
  const key = JSON.stringify(what);
  const id = unanswered.get(key) ?? crypto.randomUUID();
  unanswered.set(key, id);
  try {
    const answer = await send(id);
    unanswered.delete(key);
    return answer;
  } catch (error) {
    // Refused: it was not lost.
    if (error instanceof ApiError && error.status >= 400 && error.status < 500) unanswered.delete(key);
    throw error;
  }
}

export const api = {
  wordings: () => call<{ wordings: Wording[] }>('/api/wordings'),
  replayWording: (body: object) => write<ReplayView>('POST', '/api/wordings/replay', body),
  proposeWording: (body: object) => write('POST', '/api/wordings', body),
  decideWording: (id: string, what: 'accept' | 'refuse') => write('POST', `/api/wordings/${id}/${what}`, {}),
  people: () => call<{ people: Person[] }>('/api/people'),
  session: () => call<Session>('/api/session'),
  cases: (query: string, cursor?: string) =>
    call<CaseList & { as_of: string }>(
      `/api/cases?${query}&${new URLSearchParams(cursor === undefined ? { limit: '60' } : { limit: '100', cursor })}`,
    ),
  csv: async (query: string) => (await answered(`/api/queue.csv?${query}`)).blob(),
  changes: (query: string, signal: AbortSignal) => answered(`/api/queue/changes?${query}&limit=150`, { signal }),
  bulk: (body: object) => write<{ results: BulkResult[] }>('POST', '/api/bulk', body),
  chasers: (cases: readonly string[]) =>
    call<{ drafts: { case_id: string; text?: string }[] }>(`/api/chasers?cases=${cases.join()}`),
  views: () => call<{ views: SavedView[] }>('/api/views'),
  keepView: (name: string, query: string) => write('PUT', `/api/views/${encodeURIComponent(name)}`, { query }),
  forgetView: (name: string) => write('DELETE', `/api/views/${encodeURIComponent(name)}`, {}),
  documents: (query: Readonly<Record<string, string>>) =>
    call<{ day: string; documents: DocumentView[]; is_cut: boolean; as_of: string }>(
      `/api/documents?${new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''))}`,
    ),
  documentOf: (key: string) =>
    call<{ documents: DocumentView[]; letter?: string }>(`/api/document?${new URLSearchParams({ key })}`),
  labelsOf: (key: string) => call<RefusedLabels>(`/api/document/labels?${new URLSearchParams({ key })}`),
  upload: (body: object) =>
    write<{ key: string; url: string; fields: Record<string, string> }>('POST', '/api/uploads', body),
  redrive: (key: string) => write('POST', '/api/document/redrive', { key }),
  trade: (key: string) => call<TradeStory>(`/api/trades/${key}`),
  story: async (key: string, type: 'json' | 'csv') => (await answered(`/api/trades/${key}/story.${type}`)).blob(),
  find: (wanted: string) =>
    call<{ place: string } | { trades: FoundTrade[]; is_cut: boolean }>(
      `/api/find?${new URLSearchParams({ q: wanted })}`,
    ),
  break: (id: string) => call<BreakView>(`/api/cases/${id}`),
  document: async (tradeKey: string) =>
    new Uint8Array(await (await answered(`/api/trades/${tradeKey}/document`)).arrayBuffer()),
  words: (tradeKey: string, page: number) => call<PageWords>(`/api/trades/${tradeKey}/words?page=${page}`),
  profiles: () => call<ProfilesView>('/api/profiles'),
  diff: (json: string) => write<{ differences: ProfileChange[] }>('POST', '/api/profiles/diff', { json }),
  dryRun: (json: string, days: number) => write<DryRunView>('POST', '/api/profiles/dry-run', { json, days }),
  propose: (json: string, comment: string) =>
    once({ json, comment }, (proposal_id) => write('POST', '/api/profiles', { json, comment, proposal_id })),
  decideProfiles: (version: number, what: 'approve' | 'restore', comment: string) =>
    once({ version, what, comment }, (proposal_id) =>
      write('POST', `/api/profiles/${version}/${what}`, { comment, proposal_id }),
    ),
  reading: (id: string, pointed: Readonly<Record<string, string>>) =>
    call<Reading>(`/api/cases/${id}/reading?${new URLSearchParams(pointed)}`),
  correct: (id: string, body: object) => write<Corrected>('POST', `/api/cases/${id}/correct`, body),
  act: (id: string, command: string, body: object) => write<unknown>('POST', `/api/cases/${id}/${command}`, body),
};
