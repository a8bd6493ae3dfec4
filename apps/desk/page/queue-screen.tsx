import type { CaseRecord } from '@trade-matching/cases';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Address, addressOf, go } from './address.ts';
import { ApiError, api, type Person, type Session } from './api.ts';
import { AssignDialog, ChaseDialog } from './bulk-dialogs.tsx';
import { isTyping } from './keys.ts';
import { useLive } from './live.ts';
import { QueueFilters } from './queue-filters.tsx';
import { queryString, queueQuery, rememberShown, TABS } from './queue-query.ts';
import { QueueTable } from './queue-table.tsx';
import { save } from './save.ts';
import { moment } from './words.ts';

interface QueueOptions {
  readonly session: Session;
  readonly address: Address;
  readonly people: readonly Person[];
}

/** Of one request. */
const MAX_SELECTED = 100;
/** Pages that are read again by themselves when something has changed. */
const MAX_PAGES_AGAIN = 7;

/** The queue of breaks: the first due first. */
export function QueueScreen({ session, address, people }: QueueOptions) {
  const query = queueQuery(address.query);
  const asked = queryString(query);
  const { tab } = query;
  const list = useCases(asked);
  const { cases, trouble, setTrouble } = list;
  const [at, setAt] = useState(-1);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<'assign' | 'chase'>();
  const isLive = useLive(asked, () => void list.again());
  useEffect(() => {
    setAt(-1);
    setSelected(new Set());
  }, [asked]);
  useEffect(() => cases && rememberShown(cases.map(({ case_id }) => case_id)), [cases]);

  const mayDecide = session.person.roles.some((role) => role !== 'viewer');
  const current = cases?.[at]?.case_id;
  const chosen = selected.size > 0 ? [...selected] : current === undefined ? [] : [current];
  const select = (id: string) =>
    setSelected((before) => {
      const after = new Set(before);
      if (!after.delete(id) && after.size < MAX_SELECTED) after.add(id);
      return after;
    });
  const take = async () => {
    const wanted = chosen.map((case_id) => ({ case_id, event_id: crypto.randomUUID() }));
    try {
      const { results } = await api.bulk({ command: 'assign', cases: wanted, assignee: session.person.id });
      setTrouble(results.find(({ done }) => !done)?.message);
      setSelected(new Set());
    } catch (error) {
      setTrouble(error instanceof ApiError ? error.message : String(error));
    }
    void list.again();
  };
  // Before the next key: who types fast acts on the row that is shown.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      if (!cases?.length) return;
      if (event.key === 'j') setAt(Math.min(cases.length - 1, at + 1));
      else if (event.key === 'k') setAt(Math.max(0, at - 1));
      else if (event.key === 'Enter' && current !== undefined && !isControl(event.target))
        go(undefined, `/break/${current}`, query);
      else if (event.key === 'x' && current !== undefined) select(current);
      else if (mayDecide && chosen.length > 0 && event.key === 'a') setDialog('assign');
      else if (mayDecide && chosen.length > 0 && event.key === 'e') setDialog('chase');
      else if (mayDecide && chosen.length > 0 && event.key === 'm') void take();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  const onEnd = useCallback(() => void list.more(), [list.more]);

  return (
    <>
      <h1>Breaks</h1>
      <nav aria-label="Queues" class="tabs">
        {TABS.map(([each, name]) => (
          <a
            key={each}
            href={addressOf('/', { ...query, tab: each })}
            aria-current={each === tab ? 'page' : undefined}
            onClick={(event) => go(event, '/', { ...query, tab: each })}
          >
            {name}
          </a>
        ))}
        <a href="/documents" onClick={(event) => go(event, '/documents', {})}>
          Documents
        </a>
      </nav>
      <QueueFilters query={query} onTrouble={setTrouble} />
      <div class="actions">
        {mayDecide && (
          <>
            <button type="button" disabled={chosen.length === 0} onClick={() => void take()}>
              Take <kbd>m</kbd>
            </button>
            <button type="button" disabled={chosen.length === 0} onClick={() => setDialog('assign')}>
              Assign <kbd>a</kbd>
            </button>
            <button type="button" disabled={chosen.length === 0} onClick={() => setDialog('chase')}>
              Chase <kbd>e</kbd>
            </button>
          </>
        )}
        <button
          type="button"
          onClick={() =>
            void api.csv(asked).then(
              (csv) => save('breaks.csv', csv),
              (error: unknown) => setTrouble(String(error)),
            )
          }
        >
          CSV
        </button>
        <span class="quiet" role="status">
          {selected.size > 0 &&
            `${selected.size} selected${selected.size === MAX_SELECTED ? ', as many as there may be' : ''}. `}
          {list.asOf && `${cases?.length ?? 0}${list.hasMore ? ' or more' : ''} as of ${moment(list.asOf)}.`}
        </span>
      </div>
      {!isLive && (
        <p role="status" class="stale">
          Not live: the desk does not answer, and what is shown may be old. It is asked again.
        </p>
      )}
      {list.isOld && (
        <p role="status" class="stale">
          The queue has changed.{' '}
          <button type="button" onClick={() => void list.load(1)}>
            Show it from the start
          </button>
        </p>
      )}
      {trouble !== undefined && (
        <p role="alert" class="trouble">
          {trouble}{' '}
          <button type="button" onClick={() => void list.load(1)}>
            Try again
          </button>
        </p>
      )}
      {!cases && trouble === undefined && <p role="status">Loading…</p>}
      {cases?.length === 0 && !list.hasMore && (
        <p role="status">Nothing here: no open break {tab === 'mine' ? 'is yours' : 'fits'}.</p>
      )}
      {cases && cases.length > 0 && (
        <QueueTable
          cases={cases}
          at={at}
          selected={selected}
          select={select}
          query={query}
          me={session.person.id}
          onEnd={onEnd}
        />
      )}
      {list.hasMore && (
        <button type="button" onClick={onEnd}>
          Show more
        </button>
      )}
      {dialog === 'assign' && (
        <AssignDialog
          cases={chosen}
          people={[
            ...new Set([...people.map(({ id }) => id), ...(cases ?? []).flatMap(({ assignee }) => assignee ?? [])]),
          ]}
          close={(isDone) => {
            setDialog(undefined);
            if (isDone) void list.again();
          }}
        />
      )}
      {dialog === 'chase' && <ChaseDialog cases={chosen} close={() => setDialog(undefined)} />}
    </>
  );
}

/** The pages of a question, as far as they were asked for. */
function useCases(asked: string) {
  const [cases, setCases] = useState<readonly CaseRecord[]>();
  const [cursor, setCursor] = useState<string>();
  const [asOf, setAsOf] = useState('');
  const [trouble, setTrouble] = useState<string>();
  const [isOld, setOld] = useState(false);
  const pages = useRef(1);
  const busy = useRef(false);
  const question = useRef(asked);
  question.current = asked;

  const read = async (wanted: number, start?: { readonly found: readonly CaseRecord[]; readonly cursor: string }) => {
    busy.current = true;
    try {
      let [found, next] = [start?.found ?? [], start?.cursor];
      for (let page = 0; page < wanted; page++) {
        const answer = await api.cases(asked, next);
        // Another question was asked meanwhile.
        if (question.current !== asked) return;
        found = [...found, ...answer.cases];
        next = answer.cursor;
        if (!start) setAsOf(answer.as_of);
        if (next === undefined) break;
      }
      // A row that moved while pages were read is shown once.
      setCases([...new Map(found.map((each) => [each.case_id, each])).values()]);
      setCursor(next);
      setTrouble(undefined);
      if (!start) setOld(false);
      pages.current = start ? pages.current + wanted : wanted;
    } catch (error) {
      setTrouble(error instanceof ApiError ? error.message : String(error));
    } finally {
      busy.current = false;
    }
  };
  useEffect(() => {
    setCases(undefined);
    setCursor(undefined);
    void read(1);
  }, [asked]);
  return {
    ...{ cases, asOf, trouble, setTrouble, isOld, hasMore: cursor !== undefined },
    load: read,
    /** The same pages anew; of many, only a word that they have changed. */
    again: () => (pages.current <= MAX_PAGES_AGAIN ? read(pages.current) : setOld(true)),
    more: useCallback(async () => {
      if (!busy.current && cursor !== undefined) await read(1, { found: cases ?? [], cursor });
    }, [cases, cursor]),
  };
}

/** What does something of its own at `Enter`. */
const isControl = (target: EventTarget | null) => target instanceof HTMLElement && target.closest('a, button') !== null;
