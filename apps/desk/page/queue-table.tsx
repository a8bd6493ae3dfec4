import type { CaseRecord } from '@trade-matching/cases';
import { useEffect, useRef, useState } from 'preact/hooks';
import { whatDiffers } from '../src/what-differs.ts';
import { addressOf, go } from './address.ts';
import { amount, due, moment, span, words } from './words.ts';

interface TableOptions {
  readonly cases: readonly CaseRecord[];
  readonly at: number;
  readonly selected: ReadonlySet<string>;
  readonly select: (id: string) => void;
  readonly query: Readonly<Record<string, string>>;
  readonly me: string;
  /** Called where the end comes near. */
  readonly onEnd: () => void;
}

/** Of a row, in CSS pixels. More rows than this many are drawn only where one looks. */
const ROW = 37;
const ALL_ROWS = 150;
const BEYOND = 15;
const HEADS = ['Due', 'Age', 'Status', 'Counterparty', 'Product', 'Amount', 'References', 'What differs', 'Owner'];

/** The rows of the queue. Of many, only those near the window are in the page; the rest is space of the same height. */
export function QueueTable({ cases, at, selected, select, query, me, onEnd }: TableOptions) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [[first, last], setWindow] = useState<readonly [number, number]>([0, ALL_ROWS]);
  const isVirtual = cases.length > ALL_ROWS;
  useEffect(() => {
    const look = () => {
      const top = body.current?.getBoundingClientRect().top ?? 0;
      const from = Math.max(0, Math.floor(-top / ROW) - BEYOND);
      const to = Math.ceil((innerHeight - top) / ROW) + BEYOND;
      setWindow([from, to]);
      if (to >= cases.length) onEnd();
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [cases.length, onEnd]);
  // The chosen row is brought into view, and holds the focus.
  const wanted = useRef(-1);
  useEffect(() => {
    if (at < 0 || wanted.current === at) return;
    wanted.current = at;
    const top = (body.current?.getBoundingClientRect().top ?? 0) + at * ROW;
    if (top < 120 || top > innerHeight - 2 * ROW) scrollBy({ top: top - innerHeight / 2 });
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>(`tr[data-row="${at}"] a.open`)?.focus());
  }, [at]);

  const now = Date.now();
  const [from, to] = isVirtual ? [Math.min(first, cases.length), Math.min(last, cases.length)] : [0, cases.length];
  return (
    <div class={isVirtual ? undefined : 'wide'}>
      <table class={isVirtual ? 'even' : undefined} aria-rowcount={cases.length + 1}>
        <caption class="hidden">Open breaks, the first due first</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="hidden">Selected</span>
            </th>
            {HEADS.map((head) => (
              <th key={head} scope="col" class={head === 'Amount' ? 'number' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {from > 0 && <Space rows={from} />}
          {cases.slice(from, to).map((each, index) => (
            <Row
              key={each.case_id}
              of={each}
              row={from + index}
              now={now}
              isAt={from + index === at}
              isSelected={selected.has(each.case_id)}
              select={select}
              query={query}
              me={me}
            />
          ))}
          {to < cases.length && <Space rows={cases.length - to} />}
        </tbody>
      </table>
    </div>
  );
}

function Space({ rows }: { readonly rows: number }) {
  return (
    <tr class="space">
      <td colSpan={HEADS.length + 1} style={{ height: `${rows * ROW}px` }} />
    </tr>
  );
}

interface RowOptions {
  readonly of: CaseRecord;
  readonly row: number;
  readonly now: number;
  readonly isAt: boolean;
  readonly isSelected: boolean;
  readonly select: (id: string) => void;
  readonly query: Readonly<Record<string, string>>;
  readonly me: string;
}

function Row({ of, row, now, isAt, isSelected, select, query, me }: RowOptions) {
  const { case_id, origin, facts, state, due_at, opened_at, assignee } = of;
  const isLate = Date.parse(due_at) < now;
  const references = [origin.bank_reference, origin.counterparty_reference].filter(Boolean).join(' / ') || case_id;
  return (
    <tr class={isAt ? 'at' : undefined} data-row={row} aria-rowindex={row + 2}>
      <td>
        <input
          type="checkbox"
          aria-label={`Select ${references}`}
          checked={isSelected}
          onChange={() => select(case_id)}
        />
      </td>
      <td class={isLate ? 'when late' : 'when'} title={moment(due_at)}>
        {due(due_at, now)}
      </td>
      <td class="when" title={moment(opened_at)}>
        {span(now - Date.parse(opened_at))}
      </td>
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
          href={addressOf(`/break/${case_id}`, query)}
          onClick={(event) => go(event, `/break/${case_id}`, query)}
        >
          {/* Between them, not within one. */}
          {references.split(' / ').flatMap((each, at) => [
            at > 0 ? ' / ' : '',
            <span key={each} class="whole">
              {each}
            </span>,
          ])}
        </a>
      </td>
      <td>{whatDiffers(facts, words).join(', ')}</td>
      <td>{assignee === me ? 'me' : (assignee ?? <span class="quiet">nobody</span>)}</td>
    </tr>
  );
}
