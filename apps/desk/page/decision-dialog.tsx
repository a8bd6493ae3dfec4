import type { CaseRecord } from '@trade-matching/cases';
import { useRef, useState } from 'preact/hooks';
import { ApiError, api, type BreakView, type Person, type Session } from './api.ts';
import { useModal } from './modal.ts';

/** Something that can be done with a case, with its key. */
export interface Command {
  readonly name: 'assign' | 'comment' | 'accept' | 'reject' | 'approve' | 'refuse' | 'close' | 'reopen';
  readonly key: string;
  readonly label: string;
  /** What it leads to, in a sentence. */
  readonly says: string;
}

const COMMANDS: readonly Command[] = [
  { name: 'assign', key: 'm', label: 'Take it', says: 'The break becomes yours.' },
  { name: 'comment', key: 'c', label: 'Comment', says: 'Everybody who opens the break reads it.' },
  {
    name: 'accept',
    key: '1',
    label: 'Accept the difference',
    says: 'Where something critical differs, a second person has to approve.',
  },
  { name: 'reject', key: '2', label: 'Reject', says: 'The break waits for another document of the counterparty.' },
  {
    name: 'approve',
    key: '3',
    label: 'Approve',
    says: 'The difference is accepted, for these two documents and this difference.',
  },
  { name: 'refuse', key: '4', label: 'Refuse', says: 'The break is open again.' },
  { name: 'close', key: '5', label: 'Close as mistaken', says: 'There was nothing to decide.' },
  { name: 'reopen', key: 'o', label: 'Open again', says: 'Somebody has to decide anew.' },
];

/** What this person may do now. The server decides; this only leaves out what it would refuse. */
export function possible(
  { state, assignee, origin, proposal, resolution }: CaseRecord,
  { id, roles }: Person,
): Command[] {
  const analyst = roles.some((role) => role !== 'viewer');
  const approver = roles.some((role) => role === 'approver' || role === 'admin');
  const undecided = state === 'OPEN' || state === 'WAITING';
  const may: Readonly<Record<Command['name'], boolean>> = {
    assign: analyst && state !== 'RESOLVED' && assignee !== id,
    comment: analyst,
    accept: analyst && undecided && origin.subject.kind === 'MATCH',
    reject: analyst && state === 'OPEN' && origin.subject.kind === 'MATCH',
    approve: approver && state === 'PROPOSED' && proposal?.by !== id,
    refuse: approver && state === 'PROPOSED',
    close: analyst && undecided,
    // A pair that was decided by hand is released at the command line, beside its trades.
    reopen: analyst && state === 'RESOLVED' && resolution !== 'PAIR_FORCED' && resolution !== 'PAIR_FORBIDDEN',
  };
  return COMMANDS.filter(({ name }) => may[name]);
}

interface DialogOptions {
  readonly command: Command;
  readonly view: BreakView;
  readonly session: Session;
  readonly close: (isDone: boolean) => void;
}

/** Asks for the reason, and sends the decision once: its id is made here, and the same for every attempt. */
export function DecisionDialog({ command, view, session, close }: DialogOptions) {
  const id = useRef(crypto.randomUUID());
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { dialog, leave } = useModal(() => close(trouble !== undefined));
  const reasons = Object.entries(session.reasons[command.name] ?? {});
  const { case: record } = view;

  const send = async (form: HTMLFormElement) => {
    const given = new FormData(form);
    const [reason, comment] = [given.get('reason'), given.get('comment')].map((value) => String(value ?? '').trim());
    setBusy(true);
    try {
      await api.act(record.case_id, command.name, {
        event_id: id.current,
        ...(reason && { reason }),
        ...(comment && { comment }),
        ...(command.name === 'assign' && { assignee: session.person.id }),
        ...((command.name === 'accept' || command.name === 'reject') && { seen: record.facts.seen }),
        ...((command.name === 'approve' || command.name === 'refuse') && { proposal: record.proposal?.id }),
      });
      close(true);
    } catch (error) {
      // What was typed stays: only the dialog says that it was not taken.
      setTrouble(error instanceof ApiError ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <dialog {...dialog} aria-labelledby="decision-title">
      <form
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          void send(event.currentTarget);
        }}
      >
        <h2 id="decision-title">{command.label}</h2>
        <p>{command.says}</p>
        {reasons.length > 0 && (
          <>
            <label for="reason">Reason</label>
            <select id="reason" name="reason" required>
              {reasons.map(([code, text]) => (
                <option key={code} value={code}>
                  {text}
                </option>
              ))}
            </select>
          </>
        )}
        {command.name !== 'assign' && (
          <>
            <label for="comment">Comment</label>
            <textarea id="comment" name="comment" rows={3} maxLength={4000} required={command.name === 'comment'} />
          </>
        )}
        {trouble !== undefined && (
          <p role="alert" class="trouble">
            {trouble}
          </p>
        )}
        <div class="actions">
          <button type="submit" class="main" disabled={busy}>
            {command.label} <kbd>Ctrl Enter</kbd>
          </button>
          <button type="button" onClick={leave}>
            Not now
          </button>
        </div>
      </form>
    </dialog>
  );
}
