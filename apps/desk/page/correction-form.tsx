import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiError, api, type Corrected, type Reading, type Session, type SideView } from './api.ts';
import type { Picked } from './word-picker.tsx';
import { type AskedLabel, labelAt, ProposeWording } from './wording-dialog.tsx';
import { sureness, words } from './words.ts';

/** What the break's screen says of a correction. */
export interface Correcting {
  readonly caseId: string;
  readonly source: 'BANK' | 'COUNTERPARTY';
  readonly session: Session;
  /** The field that is chosen in the comparison. */
  readonly field: string | undefined;
  /** Labels of the documents that no list has. */
  readonly labels: readonly AskedLabel[];
  readonly done: (corrected: Corrected) => void;
  readonly stop: () => void;
}

interface FormOptions extends Correcting {
  readonly side: SideView;
  readonly picked: Picked | undefined;
  /** Why there are no words to point at, yet or at all. */
  readonly wordless: string | undefined;
}

/** Asks for the field, shows what the reader reads of the chosen words, and only then keeps it. */
export function CorrectionForm({
  caseId,
  source,
  session,
  side,
  picked,
  wordless,
  field: given,
  labels,
  done,
  stop,
}: FormOptions) {
  const [field, setField] = useState(given !== undefined && side.correctable.includes(given) ? given : '');
  const [dates, setDates] = useState('');
  /** Which of two readings of a picture is taken. */
  const [reads, setReads] = useState<'first' | 'other'>('first');
  const [reading, setReading] = useState<Reading>();
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLSelectElement>(null);
  // Of what is sent: the same for every attempt at it, another for something else.
  const eventId = useRef('');
  const literal = (reads === 'other' ? picked?.other : undefined) ?? picked?.literal ?? '';
  const isTwoWays = /\d+[/.-]\d+[/.-]\d+/.test(literal);
  const pointed = picked && { side: source, field, literal, ...(isTwoWays && dates && { dates }) };
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    first.current?.focus();
    // Wherever the focus is: on the form, or on the words.
    const onKey = (event: KeyboardEvent) => {
      // What is said of a label has keys of its own.
      if (document.querySelector('dialog[open]')) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
      if (event.key === 'Escape') stop();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => {
    eventId.current = crypto.randomUUID();
    setReading(undefined);
    setTrouble(undefined);
    if (!pointed || field === '') return;
    let isOld = false;
    api.reading(caseId, pointed).then(
      (answer) => !isOld && setReading(answer),
      (error: unknown) => !isOld && setTrouble(error instanceof ApiError ? error.message : String(error)),
    );
    return () => {
      isOld = true;
    };
  }, [field, dates, picked, reads]);
  useEffect(() => setReads('first'), [picked]);

  const label = picked && labelAt(labels, side.trade_key, literal);

  const send = async (filled: HTMLFormElement) => {
    if (!pointed || !picked || reading?.kind !== 'value') return;
    const data = new FormData(filled);
    const comment = String(data.get('comment') ?? '').trim();
    const said = { reason: String(data.get('reason')), ...(comment && { comment }) };
    const { page, box, confidence } = picked;
    setBusy(true);
    try {
      const sure = confidence === undefined ? {} : { confidence };
      const place = { document_hash: side.document_hash, page, box, ...sure };
      done(await api.correct(caseId, { event_id: eventId.current, ...pointed, ...place, ...said }));
    } catch (error) {
      setTrouble(error instanceof ApiError ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <>
      <form
        ref={form}
        class="correction"
        aria-label="Correct a value"
        onSubmit={(event) => {
          event.preventDefault();
          void send(event.currentTarget);
        }}
      >
        <label class="filter">
          Field
          <select ref={first} value={field} required onChange={(event) => setField(event.currentTarget.value)}>
            <option value="">Choose the field</option>
            {side.correctable.map((each) => (
              <option key={each} value={each}>
                {words(each)}
              </option>
            ))}
          </select>
        </label>
        {isTwoWays && (
          <label class="filter">
            The document writes dates
            <select value={dates} onChange={(event) => setDates(event.currentTarget.value)}>
              <option value="">as they are clear</option>
              <option value="day-first">day first</option>
              <option value="month-first">month first</option>
            </select>
          </label>
        )}
        {picked?.other !== undefined && (
          <label class="filter">
            Two engines read
            <select value={reads} onChange={(event) => setReads(event.currentTarget.value as typeof reads)}>
              <option value="first">{picked.literal}</option>
              <option value="other">{picked.other}</option>
            </select>
          </label>
        )}
        <label class="filter">
          Reason
          <select name="reason">
            {Object.entries(session.reasons.correct ?? {}).map(([code, text]) => (
              <option key={code} value={code}>
                {text}
              </option>
            ))}
          </select>
        </label>
        <label class="filter">
          Comment
          <input name="comment" maxLength={4000} />
        </label>
        <p class="read" role="status">
          {!picked &&
            (wordless ??
              'Click the words on the page that state it; draw over several, or go there by Tab and the arrows.')}
          {picked && `“${literal}” on page ${picked.page}${sureness(picked.confidence)}`}
          {picked && field === '' && ': choose the field.'}
          {picked && reading?.kind === 'value' && (
            <>
              {' '}
              is read as <strong>{reading.value}</strong>.
            </>
          )}
          {reading?.kind === 'unreadable' && <span class="trouble"> Not read: {reading.why}.</span>}
        </p>
        {trouble !== undefined && (
          <p role="alert" class="trouble">
            {trouble}
          </p>
        )}
        <div class="actions">
          <button type="submit" class="main" disabled={busy || reading?.kind !== 'value'}>
            Correct it <kbd>Ctrl Enter</kbd>
          </button>
          <button type="button" onClick={stop}>
            Not now
          </button>
        </div>
      </form>
      {label && <ProposeWording key={`${label.key} ${field}`} labels={[{ ...label, field: field || label.field }]} />}
    </>
  );
}
