import { useRef, useState } from 'preact/hooks';
import { go } from './address.ts';
import { ApiError, api, type DocumentView } from './api.ts';
import { words } from './words.ts';

const SOURCES = [
  ['COUNTERPARTY', 'of the counterparty'],
  ['BANK', 'of the bank'],
] as const;
/** Milliseconds between looks at what became of a document, and how often one looks. */
const AGAIN_MS = 1_000;
const MAX_LOOKS = 180;
/** More at once would be many tabs' worth of work for one bucket. */
const MAX_FILES = 20;

interface Uploaded {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly isBad?: boolean;
  readonly trade?: string;
}

/** Takes documents by drop or by a file dialog, and follows each to its outcome. */
export function UploadZone({ arrived }: { readonly arrived: () => void }) {
  const [uploads, setUploads] = useState<readonly Uploaded[]>([]);
  const [isOver, setOver] = useState(false);
  const source = useRef<HTMLSelectElement>(null);
  const tell = (upload: Uploaded) =>
    setUploads((before) => [upload, ...before.filter(({ id }) => id !== upload.id)].slice(0, MAX_FILES * 2));
  const take = (files: FileList | null | undefined) => {
    const chosen = source.current?.value ?? 'COUNTERPARTY';
    for (const file of [...(files ?? [])].slice(0, MAX_FILES)) void uploadOne(file, chosen, tell).then(arrived);
  };
  return (
    <section
      class={isOver ? 'drop over' : 'drop'}
      aria-label="Upload"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <p class="actions">
        <label>
          Confirmation{' '}
          <select ref={source}>
            {SOURCES.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
        <label>
          Drop PDFs here, or choose them{' '}
          <input
            type="file"
            accept="application/pdf,.pdf"
            multiple
            onChange={(event) => {
              take(event.currentTarget.files);
              event.currentTarget.value = '';
            }}
          />
        </label>
        <span class="quiet">50 MB each, {MAX_FILES} at once.</span>
      </p>
      <ul aria-live="polite">
        {uploads.map(({ id, name, text, isBad, trade }) => (
          <li key={id}>
            <span class="anywhere">{name}</span>: <span class={isBad ? 'trouble' : undefined}>{text}</span>{' '}
            {trade !== undefined && (
              <a href={`/trade/${trade}`} onClick={(event) => go(event, `/trade/${trade}`, {})}>
                Its trade
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Uploads a file, and says where it stands until it has an outcome. */
async function uploadOne(file: File, source: string, tell: (upload: Uploaded) => void): Promise<void> {
  const id = crypto.randomUUID();
  const { name } = file;
  const say = (text: string, more: Partial<Uploaded> = {}) => tell({ id, name, text, ...more });
  try {
    say('Uploading…');
    const { key, url, fields } = await api.upload({ upload_id: id, source, name, size: file.size });
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    // Last: S3 reads nothing after it.
    form.append('file', file);
    const response = await fetch(url, { method: 'POST', body: form });
    if (!response.ok) {
      const why = /<Message>([^<]*)</.exec(await response.text())?.[1] ?? `it answered ${response.status}`;
      return say(`The bucket refused it: ${why}`, { isBad: true });
    }
    say('Uploaded. Waiting for its outcome…');
    for (let look = 0; look < MAX_LOOKS; look++) {
      const found = (await api.documentOf(key).catch(() => undefined))?.documents[0];
      const outcome = found && outcomeOf(found);
      if (outcome) return say(outcome.text, outcome);
      await new Promise((done) => setTimeout(done, AGAIN_MS));
    }
    say('Uploaded, and without an outcome yet: look for it below.');
  } catch (error) {
    const why = error instanceof ApiError ? error.message : `It could not be sent: ${error}`;
    say(why, { isBad: true });
  }
}

function outcomeOf({ status, reason_text, match_status, trade_key, duplicate_of }: DocumentView) {
  if (status === 'IN_PROGRESS') return undefined;
  const trade = trade_key === undefined ? {} : { trade: trade_key };
  if (reason_text !== undefined) return { text: `${words(status)}. ${reason_text}`, isBad: true };
  if (duplicate_of !== undefined) return { text: `The same bytes as ${duplicate_of}`, ...trade };
  return { text: match_status === undefined ? words(status) : words(match_status), ...trade };
}
