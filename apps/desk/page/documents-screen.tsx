import { useEffect, useState } from 'preact/hooks';
import { type Address, go } from './address.ts';
import { ApiError, api, type DocumentView, type Session } from './api.ts';
import { useModal } from './modal.ts';
import { UploadZone } from './upload-zone.tsx';
import { type AskedLabel, ProposeWording } from './wording-dialog.tsx';
import { moment, words } from './words.ts';

interface ScreenOptions {
  readonly session: Session;
  readonly address: Address;
}

type Listing = Awaited<ReturnType<typeof api.documents>>;

const STATUSES = ['IN_PROGRESS', 'PROCESSED', 'DUPLICATE', 'FAILED', 'QUARANTINED'];
/** While somebody looks, so that a document is followed to its outcome. */
const AGAIN_MS = 3_000;

/** Documents of a day, each with its outcome; of those that failed, why, and what helps. */
export function DocumentsScreen({ session, address }: ScreenOptions) {
  const status = address.query.get('status') ?? '';
  const day = address.query.get('day') ?? '';
  const [list, setList] = useState<Listing>();
  const [trouble, setTrouble] = useState<string>();
  // Another page may lead to one document.
  const named = address.query.get('key') ?? undefined;
  const [opened, setOpened] = useState(named);
  useEffect(() => setOpened(named), [named]);
  const load = () =>
    api.documents({ status, day }).then(
      (answer) => {
        setList(answer);
        setTrouble(undefined);
      },
      (error: unknown) => setTrouble(error instanceof ApiError ? error.message : String(error)),
    );
  useEffect(() => {
    setList(undefined);
    void load();
    const timer = setInterval(() => document.visibilityState === 'visible' && void load(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [status, day]);
  return (
    <>
      <p>
        <a href="/" onClick={(event) => go(event, '/', {})}>
          Back to the queue
        </a>
      </p>
      <h1>Documents</h1>
      {session.person.roles.some((role) => role !== 'viewer') && <UploadZone arrived={() => void load()} />}
      <form
        class="filters"
        onSubmit={(event) => {
          event.preventDefault();
          const given = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]);
          go(undefined, '/documents', Object.fromEntries(given));
        }}
      >
        <label class="filter">
          Outcome
          <select name="status" defaultValue={status} key={status}>
            <option value="">every outcome</option>
            {STATUSES.map((each) => (
              <option key={each} value={each} selected={each === status}>
                {words(each)}
              </option>
            ))}
          </select>
        </label>
        <label class="filter">
          Day, UTC
          <input name="day" type="date" defaultValue={day || list?.day || ''} key={day || list?.day} />
        </label>
        <button type="submit">Show</button>
        {list && <span class="quiet">{`${list.documents.length} as of ${moment(list.as_of)}.`}</span>}
      </form>
      {trouble !== undefined && (
        <p role="alert" class="trouble">
          {list ? `What is shown may be old. ${trouble}` : trouble}{' '}
          <button type="button" onClick={() => void load()}>
            Try again
          </button>
        </p>
      )}
      {!list && trouble === undefined && <p role="status">Loading…</p>}
      {list?.documents.length === 0 && <p role="status">No document changed so on {list.day}.</p>}
      {list?.is_cut && <p role="status">Only the newest of each outcome are shown. The command line lists all.</p>}
      {list && list.documents.length > 0 && <Documents documents={list.documents} open={setOpened} />}
      {opened !== undefined && (
        <DocumentDialog
          documentKey={opened}
          session={session}
          close={() => {
            setOpened(undefined);
            void load();
          }}
        />
      )}
    </>
  );
}

interface DocumentsOptions {
  readonly documents: readonly DocumentView[];
  readonly open: (key: string) => void;
}

function Documents({ documents, open }: DocumentsOptions) {
  return (
    <div class="wide">
      <table>
        <caption class="hidden">Documents, the latest first</caption>
        <thead>
          <tr>
            {['Changed', 'Outcome', 'Result, or reason', 'Source', 'Document'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {documents.map((each) => (
            <tr key={`${each.key} ${each.hash ?? ''} ${each.updated_at}`}>
              <td>{moment(each.updated_at)}</td>
              <td>
                <span class={each.reason === undefined ? 'status' : 'status mismatched'}>{words(each.status)}</span>
              </td>
              <td>
                {each.reason_text ?? (each.match_status && words(each.match_status))}
                {each.duplicate_of !== undefined && ` The same bytes as ${each.duplicate_of}`}
              </td>
              <td>{words(each.source)}</td>
              <td class="anywhere">
                <button type="button" class="link anywhere" onClick={() => open(each.key)}>
                  {each.key}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DialogOptions {
  readonly documentKey: string;
  readonly session: Session;
  readonly close: () => void;
}

/** What is known of a document. Never its bytes: those in quarantine are opened by nobody here. */
function DocumentDialog({ documentKey, session, close }: DialogOptions) {
  const { dialog, leave } = useModal(close);
  const [found, setFound] = useState<Awaited<ReturnType<typeof api.documentOf>>>();
  const [trouble, setTrouble] = useState<string>();
  const explain = (error: unknown) => setTrouble(error instanceof ApiError ? error.message : String(error));
  useEffect(() => {
    api.documentOf(documentKey).then(setFound, explain);
  }, []);
  const newest = found?.documents[0];
  const [labels, setLabels] = useState<readonly AskedLabel[]>([]);
  const mayDecide = session.person.roles.some((role) => role !== 'viewer');
  useEffect(() => {
    if (!mayDecide || newest?.status !== 'FAILED' || newest.reason !== 'EXTRACTION_INCOMPLETE') return;
    const of = { document: documentKey };
    api
      .labelsOf(documentKey)
      .then(({ labels: found, fields }) => setLabels(found.map((each) => ({ ...each, of, fields }))), explain);
  }, [newest]);
  const mayRedrive = newest?.status === 'FAILED' && mayDecide;
  return (
    <dialog {...dialog} class="large" aria-labelledby="document-title">
      <h2 id="document-title" class="anywhere">
        {documentKey}
      </h2>
      {!found && trouble === undefined && <p role="status">Loading…</p>}
      {newest && (
        <>
          <p>
            <strong>{words(newest.status)}</strong>. {newest.reason_text} {newest.size} bytes, {newest.attempts}{' '}
            attempts.
          </p>
          {newest.hash !== undefined && <p class="quiet anywhere">SHA-256 {newest.hash}</p>}
          {newest.status === 'QUARANTINED' && <p>It is kept in quarantine, and is not opened here.</p>}
          <ol class="timeline">
            {(newest.history ?? []).map((event) => (
              <li key={`${event.at} ${event.what}`}>
                <time dateTime={event.at}>{moment(event.at)}</time> <strong>{words(event.what)}</strong> by {event.by}
                {event.detail !== undefined && `: ${event.detail}`}
              </li>
            ))}
          </ol>
        </>
      )}
      <ProposeWording labels={labels} />
      {found?.letter !== undefined && (
        <label for="letter">
          Ask for a new copy
          <textarea id="letter" rows={8} readOnly value={found.letter} />
        </label>
      )}
      {trouble !== undefined && (
        <p role="alert" class="trouble">
          {trouble}
        </p>
      )}
      <div class="actions">
        {mayRedrive && (
          <button type="button" class="main" onClick={() => api.redrive(documentKey).then(leave, explain)}>
            Redrive
          </button>
        )}
        {newest?.trade_key !== undefined && (
          <a href={`/trade/${newest.trade_key}`} onClick={(event) => go(event, `/trade/${newest.trade_key}`, {})}>
            Its trade
          </a>
        )}
        <button type="button" onClick={leave}>
          Close
        </button>
      </div>
    </dialog>
  );
}
