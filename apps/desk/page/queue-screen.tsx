import type { CaseRecord } from '@trade-matching/cases';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Address, addressOf, go } from './address.ts';
import { ApiError, api, type Session, type Tab } from './api.ts';
import { isTyping } from './keys.ts';
import { amount, due, moment, span, words } from './words.ts';

const TABS: readonly (readonly [Tab, string])[] = [
  ['mine', 'Mine'],
  ['unassigned', 'Unassigned'],
  ['all', 'All open'],
  ['waiting', 'Waiting for counterparty'],
  ['approve', 'To approve'],
  ['alleged', 'Alleged'],
];

const REFRESH_MS = 5_000;

/** The queue of breaks: the first due first. */
export function QueueScreen({ session, address }: { readonly session: Session; readonly address: Address }) {
  const tab = (TABS.find(([each]) => each === address.query.get('tab'))?.[0] ?? 'all') as Tab;
  const counterparty = address.query.get('counterparty') ?? '';
  const [cases, setCases] = useState<readonly CaseRecord[]>();
  const [cursor, setCursor] = useState<string>();
  const [asOf, setAsOf] = useState('');
  const [trouble, setTrouble] = useState<string>();
  const [at, setAt] = useState(0);
  const pages = useRef(1);
  const table = useRef<HTMLTableSectionElement>(null);

  const load = async (wanted: number) => {
    try {
      let found: CaseRecord[] = [];
      let next: string | undefined;
      for (let page = 0; page < wanted; page++) {
        const answer = await api.cases(tab, counterparty, next);
        found = [...found, ...answer.cases];
        next = answer.cursor;
        setAsOf(answer.as_of);
        if (next === undefined) break;
      }
      pages.current = wanted;
      setCases(found);
      setCursor(next);
      setTrouble(undefined);
    } catch (error) {
      setTrouble(error instanceof ApiError ? error.message : String(error));
    }
  };
  useEffect(() => {
    setCases(undefined);
    setAt(0);
    void load(1);
    // Others work on it too. Where nobody looks, nothing is asked.
    const timer = setInterval(() => document.visibilityState === 'visible' && void load(pages.current), REFRESH_MS);
    return () => clearInterval(timer);
  }, [tab, counterparty]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || !cases?.length) return;
      if (event.key === 'j' || event.key === 'k') {
        const to = Math.min(cases.length - 1, Math.max(0, at + (event.key === 'j' ? 1 : -1)));
        setAt(to);
        table.current?.querySelectorAll<HTMLAnchorElement>('a.open')[to]?.focus();
      } else if (event.key === 'Enter' && !(event.target instanceof HTMLAnchorElement)) {
        const chosen = cases[at];
        if (chosen) go(undefined, `/break/${chosen.case_id}`, { tab, counterparty });
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [cases, at]);

  const now = Date.now();
  return (
    <>
      <h1>Breaks</h1>
      <nav aria-label="Queues" class="tabs">
        {TABS.map(([each, name]) => (
          <a
            key={each}
            href={addressOf('/', { tab: each, counterparty })}
            aria-current={each === tab ? 'page' : undefined}
            onClick={(event) => go(event, '/', { tab: each, counterparty })}
          >
            {name}
          </a>
        ))}
      </nav>
      <form
        class="filters"
        onSubmit={(event) => {
          event.preventDefault();
          const given = new FormData(event.currentTarget).get('counterparty');
          go(undefined, '/', { tab, counterparty: String(given ?? '').trim() });
        }}
      >
        <label>
          Counterparty <input name="counterparty" type="search" defaultValue={counterparty} key={counterparty} />
        </label>
        <button type="submit">Show</button>
        {asOf && <span class="quiet">As of {moment(asOf)}</span>}
      </form>
      {trouble !== undefined && (
        <p role="alert" class="trouble">
          {trouble}{' '}
          <button type="button" onClick={() => void load(pages.current)}>
            Try again
          </button>
        </p>
      )}
      {!cases && trouble === undefined && <p role="status">Loading…</p>}
      {cases?.length === 0 && <p role="status">Nothing here: no open break {tab === 'mine' ? 'is yours' : 'fits'}.</p>}
      {cases && cases.length > 0 && (
        <div class="wide">
          <table>
            <caption class="hidden">Open breaks, the first due first</caption>
            <thead>
              <tr>
                {[
                  'Due',
                  'Age',
                  'Status',
                  'Counterparty',
                  'Product',
                  'Amount',
                  'References',
                  'What differs',
                  'Owner',
                ].map((head) => (
                  <th key={head} scope="col" class={head === 'Amount' ? 'number' : undefined}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody ref={table}>
              {cases.map((each, row) => (
                <Row
                  key={each.case_id}
                  of={each}
                  now={now}
                  isAt={row === at}
                  tab={tab}
                  counterparty={counterparty}
                  me={session.person.id}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {cursor !== undefined && (
        <button type="button" onClick={() => void load(pages.current + 1)}>
          Show more
        </button>
      )}
    </>
  );
}

interface RowOptions {
  readonly of: CaseRecord;
  readonly now: number;
  readonly isAt: boolean;
  readonly tab: Tab;
  readonly counterparty: string;
  readonly me: string;
}

function Row({ of, now, isAt, tab, counterparty, me }: RowOptions) {
  const { case_id, origin, facts, state, due_at, opened_at, assignee } = of;
  const isLate = Date.parse(due_at) < now;
  const references = [origin.bank_reference, origin.counterparty_reference].filter(Boolean).join(' / ');
  return (
    <tr class={isAt ? 'at' : undefined}>
      <td class={isLate ? 'late' : undefined} title={moment(due_at)}>
        {due(due_at, now)}
      </td>
      <td title={moment(opened_at)}>{span(now - Date.parse(opened_at))}</td>
      <td>
        <span class={`status ${facts.status.toLowerCase()}`}>{words(facts.status)}</span>
        {state !== 'OPEN' && <span class="quiet"> {words(state)}</span>}
      </td>
      <td>{origin.counterparty}</td>
      <td>{origin.product && words(origin.product)}</td>
      <td class="number">{amount(origin.amount, origin.currency)}</td>
      <td>
        <a
          class="open"
          href={addressOf(`/break/${case_id}`, { tab, counterparty })}
          onClick={(event) => go(event, `/break/${case_id}`, { tab, counterparty })}
        >
          {references || case_id}
        </a>
      </td>
      <td>{facts.fields.map(words).join(', ')}</td>
      <td>{assignee === me ? 'me' : (assignee ?? <span class="quiet">nobody</span>)}</td>
    </tr>
  );
}
