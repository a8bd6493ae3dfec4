import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiError, api, type BulkResult } from './api.ts';
import { useModal } from './modal.ts';

interface BulkOptions {
  readonly cases: readonly string[];
  /** Who breaks can be given to, as far as the page knows. */
  readonly people: readonly string[];
  readonly close: (isDone: boolean) => void;
}

const explain = (error: unknown) => (error instanceof ApiError ? error.message : String(error));
const breaks = (count: number) => (count === 1 ? 'one break' : `${count} breaks`);

/** The same event ids for every attempt: what was written before an answer was lost is not written again. */
const useEventIds = (cases: readonly string[]) =>
  useRef(cases.map((case_id) => ({ case_id, event_id: crypto.randomUUID() }))).current;

function Trouble({ text }: { readonly text: string | undefined }) {
  return text === undefined ? null : (
    <p role="alert" class="trouble">
      {text}
    </p>
  );
}

/** What was refused, by how many; undefined where all was done. */
function refused(results: readonly BulkResult[]): string | undefined {
  const not = results.filter(({ done }) => !done);
  if (not.length === 0) return undefined;
  return `${results.length - not.length} of ${results.length} were done. The others: ${[...new Set(not.map(({ message }) => message))].join(' ')}`;
}

/** Gives breaks to somebody. */
export function AssignDialog({ cases, people, close }: BulkOptions) {
  const ids = useEventIds(cases);
  const [trouble, setTrouble] = useState<string>();
  const { dialog, leave } = useModal(() => close(trouble !== undefined));
  const send = async (form: HTMLFormElement) => {
    const assignee = String(new FormData(form).get('assignee') ?? '').trim();
    try {
      const { results } = await api.bulk({ command: 'assign', cases: ids, ...(assignee && { assignee }) });
      const not = refused(results);
      if (not === undefined) close(true);
      else setTrouble(not);
    } catch (error) {
      setTrouble(explain(error));
    }
  };
  return (
    <dialog {...dialog} aria-labelledby="assign-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send(event.currentTarget);
        }}
      >
        <h2 id="assign-title">Assign {breaks(cases.length)}</h2>
        <label for="assignee">To whom. Empty: nobody’s any more.</label>
        <input id="assignee" name="assignee" list="people" maxLength={200} autoComplete="off" />
        <datalist id="people">
          {people.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <Trouble text={trouble} />
        <div class="actions">
          <button type="submit" class="main">
            Assign
          </button>
          <button type="button" onClick={leave}>
            Not now
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** Drafts to counterparties. The desk sends nothing: it notes that somebody did. */
export function ChaseDialog({ cases, close }: Omit<BulkOptions, 'people'>) {
  const [drafts, setDrafts] = useState<Awaited<ReturnType<typeof api.chasers>>['drafts']>();
  const [trouble, setTrouble] = useState<string>();
  const [copied, setCopied] = useState(false);
  const { dialog, leave } = useModal(() => close(trouble !== undefined));
  useEffect(
    () =>
      void api.chasers(cases).then(
        (answer) => setDrafts(answer.drafts),
        (error: unknown) => setTrouble(explain(error)),
      ),
    [],
  );
  const written = drafts?.filter(({ text }) => text !== undefined) ?? [];
  const ids = useEventIds(cases);
  const text = written.map((draft) => draft.text).join('\n\n----\n\n');
  const note = async () => {
    const sent = ids.filter(({ case_id }) => written.some((draft) => draft.case_id === case_id));
    try {
      const { results } = await api.bulk({ command: 'comment', cases: sent, comment: 'Chased the counterparty.' });
      const not = refused(results);
      if (not === undefined) close(true);
      else setTrouble(not);
    } catch (error) {
      setTrouble(explain(error));
    }
  };
  return (
    <dialog {...dialog} class="large" aria-labelledby="chase-title">
      <h2 id="chase-title">Chase the counterparty of {breaks(cases.length)}</h2>
      {!drafts && trouble === undefined && <p role="status">Loading…</p>}
      {drafts && written.length < drafts.length && (
        <p>Of {breaks(drafts.length - written.length)} there is nothing to write: no terms of a pair differ.</p>
      )}
      {written.length > 0 && (
        <label for="drafts">
          {written.length === 1 ? 'The draft' : `${written.length} drafts`}
          <textarea id="drafts" rows={16} readOnly value={text} />
        </label>
      )}
      <Trouble text={trouble} />
      <div class="actions">
        {written.length > 0 && (
          <>
            <button
              type="button"
              class="main"
              onClick={() =>
                void navigator.clipboard.writeText(text).then(
                  () => setCopied(true),
                  () => setTrouble('The browser did not copy it. Mark the text.'),
                )
              }
            >
              Copy
            </button>
            <button type="button" onClick={() => void note()}>
              Note that it was sent
            </button>
          </>
        )}
        <button type="button" onClick={leave}>
          Close
        </button>
        {copied && <span role="status">Copied.</span>}
      </div>
    </dialog>
  );
}
