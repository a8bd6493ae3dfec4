import type { BreakView } from '../src/break-view.ts';
import type { CaseList, Tab } from '../src/case-list.ts';
import type { Person } from '../src/people.ts';

export type { BreakView, Place, SideView, TermView } from '../src/break-view.ts';
export type { Tab } from '../src/case-list.ts';
export type { Person } from '../src/people.ts';

/** Reasons by command: the code, and how it reads. */
export type Reasons = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Session {
  readonly person: Person;
  readonly environment: string;
  readonly reasons: Reasons;
}

/** An answer that is an error. `message` is for the person. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
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
  throw new ApiError(
    response.status,
    body.error?.code ?? 'ERROR',
    body.error?.message ?? `The desk answered ${response.status}.`,
  );
}

export const api = {
  people: () => call<{ people: Person[] }>('/api/people'),
  session: () => call<Session>('/api/session'),
  cases: (tab: Tab, counterparty: string, cursor?: string) =>
    call<CaseList & { as_of: string }>(
      `/api/cases?${new URLSearchParams({ tab, ...(counterparty && { counterparty }), ...(cursor && { cursor }) })}`,
    ),
  break: (id: string) => call<BreakView>(`/api/cases/${id}`),
  document: async (tradeKey: string) =>
    new Uint8Array(await (await answered(`/api/trades/${tradeKey}/document`)).arrayBuffer()),
  act: (id: string, command: string, body: object) =>
    call<unknown>(`/api/cases/${id}/${command}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-desk': '1' },
      body: JSON.stringify(body),
    }),
};
