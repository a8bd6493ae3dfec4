import { useRef, useState } from 'preact/hooks';
import { ApiError, api, type BreakView, type ReplayView } from './api.ts';
import { useModal } from './modal.ts';
import { words } from './words.ts';

/** A label that no list has: whose it is, and the fields that it may state. */
export interface AskedLabel {
  /** The trade, or the refused document, that it is of. */
  readonly of: { readonly trade_key: string } | { readonly document: string };
  /** As `Ours`, where there are two documents. */
  readonly whose?: string;
  readonly label: string;
  readonly key: string;
  readonly literal: string;
  readonly field?: string | undefined;
  readonly fields: readonly string[];
}

/** The label of what was pointed at in the document of a trade. */
export function labelAt(labels: readonly AskedLabel[], tradeKey: string, pointed: string): AskedLabel | undefined {
  const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
  const of = labels.filter((each) => 'trade_key' in each.of && each.of.trade_key === tradeKey);
  return (
    of.find(({ literal }) => plain(literal) === plain(pointed)) ??
    of.find(({ literal }) => plain(literal).includes(plain(pointed)))
  );
}

interface ProposalOptions {
  readonly labels: readonly AskedLabel[];
}

interface WordingOptions extends ProposalOptions {
  readonly close: (isDone: boolean) => void;
}

/** Those of both documents of a break. */
export function labelsOfBreak({ unknown_labels, bank, counterparty }: BreakView): AskedLabel[] {
  return unknown_labels.map(({ source, trade_key, label, key, literal, field }) => ({
    ...{ of: { trade_key }, whose: source === 'BANK' ? 'Ours' : 'Theirs', label, key, literal, field },
    fields: (source === 'BANK' ? bank : counterparty)?.correctable ?? [],
  }));
}

const DAYS = 30;
const explain = (error: unknown) => (error instanceof ApiError ? error.message : String(error));

/** The way to say what a label means, where there is one that no list knows. */
export function ProposeWording({ labels }: ProposalOptions) {
  const [isOpen, setOpen] = useState(false);
  const [isProposed, setProposed] = useState(false);
  if (labels.length === 0) return null;
  return (
    <>
      <p>
        <button type="button" onClick={() => setOpen(true)}>
          Say what a label means
        </button>
      </p>
      {isProposed && (
        <p role="status" class="stale">
          The wording is proposed. Another person accepts it under Wordings.
        </p>
      )}
      {isOpen && (
        <WordingDialog
          labels={labels}
          close={(isDone) => {
            setOpen(false);
            setProposed(isProposed || isDone);
          }}
        />
      )}
    </>
  );
}

/** Says which field a label states, tries it on stored documents, and proposes it to another person. */
function WordingDialog({ labels, close }: WordingOptions) {
  const id = useRef(crypto.randomUUID()).current;
  const [at, setAt] = useState(0);
  const [trouble, setTrouble] = useState<string>();
  const [replay, setReplay] = useState<ReplayView>();
  const [busy, setBusy] = useState(false);
  const { dialog } = useModal(() => close(false));
  const label = labels[at];
  const ask = async (form: HTMLFormElement | null, isProposal: boolean) => {
    if (!label || !form) return;
    const given = new FormData(form);
    const said = (name: string) => String(given.get(name) ?? '').trim();
    const wording = {
      ...{ ...label.of, key: label.key, field: said('field'), for: said('for') },
    };
    setBusy(true);
    try {
      if (isProposal) {
        await api.proposeWording({ ...wording, wording_id: id, comment: said('comment') });
        close(true);
      } else setReplay(await api.replayWording({ ...wording, days: DAYS }));
      setTrouble(undefined);
    } catch (error) {
      setTrouble(explain(error));
    }
    setBusy(false);
  };
  return (
    <dialog {...dialog} aria-labelledby="wording-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void ask(event.currentTarget, true);
        }}
      >
        <h2 id="wording-title">What a label means</h2>
        <label for="wording-label">The label</label>
        <select
          id="wording-label"
          value={at}
          onChange={(event) => {
            setAt(Number(event.currentTarget.value));
            setReplay(undefined);
          }}
        >
          {labels.map(({ whose, label: text, literal }, index) => (
            <option key={`${whose} ${text}`} value={index} selected={index === at}>
              {whose !== undefined && `${whose}: `}
              {text} “{literal}”
            </option>
          ))}
        </select>
        <label for="wording-field">States the field</label>
        <select id="wording-field" name="field" key={at} defaultValue={label?.field ?? ''} required>
          <option value="">Choose the field</option>
          {label?.fields.map((each) => (
            <option key={each} value={each} selected={each === label?.field}>
              {words(each)}
            </option>
          ))}
        </select>
        <label for="wording-for">In the documents of</label>
        <select id="wording-for" name="for">
          <option value="counterparty">this counterparty</option>
          <option value="everybody">everybody</option>
        </select>
        <label for="wording-comment">Why; it stays on the record</label>
        <input id="wording-comment" name="comment" maxLength={4000} required />
        {trouble !== undefined && (
          <p role="alert" class="trouble">
            {trouble}
          </p>
        )}
        {replay && <Replay of={replay} />}
        <div class="actions">
          <button type="submit" class="main" disabled={busy}>
            Propose
          </button>
          <button type="button" disabled={busy} onClick={(event) => void ask(event.currentTarget.form, false)}>
            Try on stored documents
          </button>
          <button type="button" onClick={() => close(false)}>
            Not now
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** What the wording would read of what is stored. */
function Replay({ of: { looked_at, read_anew, rows, is_cut } }: { readonly of: ReplayView }) {
  return (
    <section aria-label="On stored documents">
      <p role="status">
        {rows.length === 0 ? 'No' : `${rows.length}${is_cut ? ' or more' : ''}`} of {looked_at} trades and refused
        documents of the last {DAYS} days bear this label. {read_anew} were read anew.
      </p>
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">Trade</th>
              <th scope="col">Is now</th>
              <th scope="col">Printed</th>
              <th scope="col">Would be read as</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ trade_key, document: refused, reference, match_status, literal, value, why }) => (
              <tr key={trade_key ?? refused}>
                <th scope="row">{reference || trade_key || refused}</th>
                <td>{words(match_status)}</td>
                <td>{literal}</td>
                <td>{value ?? <span class="trouble">nothing: {why}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
