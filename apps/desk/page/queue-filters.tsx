import type { SavedView } from '@trade-matching/cases';
import { useEffect, useState } from 'preact/hooks';
import { go } from './address.ts';
import { api } from './api.ts';
import { FILTERS, queryString } from './queue-query.ts';

interface FilterOptions {
  readonly query: Readonly<Record<string, string>>;
  readonly onTrouble: (message: string) => void;
}

/** What narrows the queue, and the views that one keeps of it. */
export function QueueFilters({ query, onTrouble }: FilterOptions) {
  const [views, setViews] = useState<readonly SavedView[]>([]);
  const load = () =>
    api.views().then(
      (answer) => setViews(answer.views),
      (error: unknown) => onTrouble(String(error)),
    );
  useEffect(() => void load(), []);
  const narrowed = FILTERS.some(({ name }) => query[name]);
  const current = queryString(query);
  const isKept = views.some((view) => view.query === current);
  const keep = (form: HTMLFormElement) => {
    const name = String(new FormData(form).get('name') ?? '').trim();
    if (name === '') return;
    form.reset();
    api.keepView(name, current).then(load, (error: unknown) => onTrouble(String(error)));
  };
  return (
    <>
      <form
        class="filters"
        key={current}
        onSubmit={(event) => {
          event.preventDefault();
          const given = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value).trim()]);
          go(undefined, '/', { tab: query.tab ?? 'all', ...Object.fromEntries(given) });
        }}
      >
        {FILTERS.map(({ name, label, inputMode }) => (
          <label key={name} class="filter">
            {label}
            <input name={name} type="search" inputMode={inputMode} defaultValue={query[name] ?? ''} />
          </label>
        ))}
        <button type="submit">Show</button>
        {narrowed && (
          <button type="button" onClick={() => go(undefined, '/', { tab: query.tab ?? 'all' })}>
            Clear
          </button>
        )}
      </form>
      <div class="actions views">
        {views.map((view) => (
          <span key={view.name} class="view">
            <a
              href={`/?${view.query}`}
              aria-current={view.query === current ? 'true' : undefined}
              onClick={(event) => go(event, '/', Object.fromEntries(new URLSearchParams(view.query)))}
            >
              {view.name}
            </a>{' '}
            <button
              type="button"
              class="link"
              aria-label={`Forget the view ${view.name}`}
              onClick={() => api.forgetView(view.name).then(load, (error: unknown) => onTrouble(String(error)))}
            >
              ×
            </button>
          </span>
        ))}
        {narrowed && !isKept && (
          <form
            class="inline"
            onSubmit={(event) => {
              event.preventDefault();
              keep(event.currentTarget);
            }}
          >
            <label>
              Keep this view as <input name="name" maxLength={60} required />
            </label>
            <button type="submit">Keep</button>
          </form>
        )}
      </div>
    </>
  );
}
