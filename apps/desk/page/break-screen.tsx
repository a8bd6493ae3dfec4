import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { addressOf, go, useAddress } from './address.ts';
import { ApiError, api, type BreakView, type Corrected, type Session, type TermView } from './api.ts';
import { BreakDocuments, type Source } from './break-documents.tsx';
import { BreakHead } from './break-head.tsx';
import { AssignDialog, ChaseDialog } from './bulk-dialogs.tsx';
import { CorrectionNotice } from './correction-notice.tsx';
import { type Command, DecisionDialog, possible } from './decision-dialog.tsx';
import { isTyping } from './keys.ts';
import { neighbour, queueQuery } from './queue-query.ts';
import { Timeline } from './timeline.tsx';
import { labelsOfBreak, ProposeWording } from './wording-dialog.tsx';
import { words } from './words.ts';

/** What a person looks at first. Both sides' own references differ by nature and are not compared. */
const DIFFERS = (term: TermView) =>
  term.verdict === 'DIFFERENT' || term.verdict === 'WITHIN_TOLERANCE' || isOneSided(term);
const isOneSided = ({ bank, counterparty }: TermView) => (bank === undefined) !== (counterparty === undefined);

/** One break on one screen: both documents, the comparison between them, the decisions, the story. */
export function BreakScreen({ id, session }: { readonly id: string; readonly session: Session }) {
  const { query } = useAddress();
  const [view, setView] = useState<BreakView>();
  const [trouble, setTrouble] = useState<string>();
  const [chosen, setChosen] = useState(0);
  const [all, setAll] = useState(false);
  const [dialog, setDialog] = useState<'assign' | 'chase'>();
  const [deciding, setDeciding] = useState<Command>();
  const [correcting, setCorrecting] = useState<Source>();
  const [corrected, setCorrected] = useState<Corrected>();

  const load = async () => {
    try {
      setView(await api.break(id));
      setTrouble(undefined);
    } catch (error) {
      setTrouble(error instanceof ApiError ? error.message : String(error));
    }
  };
  useEffect(() => void load(), [id]);

  const back = queueQuery(query);
  const terms = view ? view.terms.filter((term) => all || DIFFERS(term)) : [];
  const commands = view ? possible(view.case, session.person) : [];
  const mayDecide = session.person.roles.some((role) => role !== 'viewer');
  const step = (by: 1 | -1) => {
    const to = neighbour(id, by);
    if (to !== undefined) go(undefined, `/break/${to}`, back);
  };
  const onCorrected = (done: Corrected) => {
    setCorrecting(undefined);
    // What is said of it stands over the break as it is now.
    void load().then(() => setCorrected(done));
  };
  const move = (by: number, only: (term: TermView) => boolean) => {
    for (let to = chosen + by; to >= 0 && to < terms.length; to += by) {
      const term = terms[to];
      if (term && only(term)) return setChosen(to);
    }
  };
  // Before the next key: who types fast acts on the row that is shown.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // What is being corrected is not left by a letter.
      if (isTyping(event) || correcting) return;
      const decision = commands.find(({ key }) => key === event.key);
      if (event.key === 'j') move(1, () => true);
      else if (event.key === 'k') move(-1, () => true);
      else if (event.key === ']') move(1, DIFFERS);
      else if (event.key === '[') move(-1, DIFFERS);
      else if (event.key === 'n' || event.key === 'p') step(event.key === 'n' ? 1 : -1);
      else if (event.key === 'a' && mayDecide && view?.case.state !== 'RESOLVED') setDialog('assign');
      else if (event.key === 'e' && mayDecide) setDialog('chase');
      else if (event.key === 'u') go(undefined, '/', back);
      else if (decision) setDeciding(decision);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });

  if (trouble !== undefined && !view)
    return (
      <p role="alert" class="trouble">
        {trouble}
      </p>
    );
  if (!view) return <p role="status">Loading…</p>;
  const { assignee } = view.case;
  const term = terms[chosen];
  return (
    <>
      <p>
        <a href={addressOf('/', back)} onClick={(event) => go(event, '/', back)}>
          Back to the queue
        </a>
      </p>
      <BreakHead record={view.case} />
      <div class="actions" role="toolbar" aria-label="Decisions">
        {commands.map((command) => (
          <button key={command.name} type="button" onClick={() => setDeciding(command)}>
            {command.label} <kbd>{command.key}</kbd>
          </button>
        ))}
        {commands.length === 0 && <span class="quiet">You may look, and decide nothing here.</span>}
      </div>
      {trouble !== undefined && (
        <p role="alert" class="trouble">
          {trouble}
        </p>
      )}
      {corrected && <CorrectionNotice corrected={corrected} matchId={view.match?.match_id} />}
      <Flags view={view} />
      <Comparison terms={terms} chosen={chosen} choose={setChosen} />
      <label class="fold">
        <input type="checkbox" checked={all} onChange={(event) => setAll(event.currentTarget.checked)} /> Show the other
        terms ({view.terms.filter((each) => !DIFFERS(each)).length})
      </label>
      <OtherTerms view={view} />
      {mayDecide && <ProposeWording labels={labelsOfBreak(view)} />}
      <BreakDocuments
        view={view}
        session={session}
        term={term}
        number={chosen + 1}
        correcting={correcting}
        setCorrecting={setCorrecting}
        done={onCorrected}
      />
      <Timeline events={view.events} reasons={session.reasons} />
      {dialog === 'assign' && (
        <AssignDialog
          cases={[id]}
          people={assignee === undefined ? [session.person.id] : [session.person.id, assignee]}
          close={(isDone) => {
            setDialog(undefined);
            if (isDone) void load();
          }}
        />
      )}
      {dialog === 'chase' && (
        <ChaseDialog
          cases={[id]}
          close={(isDone) => {
            setDialog(undefined);
            if (isDone) void load();
          }}
        />
      )}
      {deciding && (
        <DecisionDialog
          command={deciding}
          view={view}
          session={session}
          close={(isDone) => {
            setDeciding(undefined);
            if (isDone) void load();
          }}
        />
      )}
    </>
  );
}

function Flags({ view }: { readonly view: BreakView }) {
  const inferred = view.terms.flatMap((term) =>
    [term.bank_inferred, term.counterparty_inferred]
      .filter((why) => why !== undefined)
      .map((why) => `${words(term.field)}: ${why}`),
  );
  const lines = [...view.flags.map(({ message }) => message), ...inferred];
  if (lines.length === 0) return null;
  return (
    <section aria-label="For review" class="flags">
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

interface ComparisonOptions {
  readonly terms: readonly TermView[];
  readonly chosen: number;
  readonly choose: (row: number) => void;
}

const VERDICTS: Readonly<Record<TermView['verdict'], string>> = {
  EQUAL: 'agrees',
  WITHIN_TOLERANCE: 'within tolerance',
  DIFFERENT: 'differs',
  NOT_COMPARED: 'not compared',
};

function Comparison({ terms, chosen, choose }: ComparisonOptions) {
  if (terms.length === 0) return <p role="status">No field differs.</p>;
  return (
    <div class="wide">
      <table class="comparison">
        <caption class="hidden">The terms of both documents; what differs comes first</caption>
        <thead>
          <tr>
            <th scope="col">Term</th>
            <th scope="col">Ours</th>
            <th scope="col">Theirs</th>
            <th scope="col">Verdict</th>
          </tr>
        </thead>
        <tbody>
          {terms.map((term, row) => (
            <tr key={term.field} class={row === chosen ? 'at' : undefined} aria-current={row === chosen}>
              <th scope="row">
                <span class="quiet">{row + 1}</span>{' '}
                <button type="button" class="link" onClick={() => choose(row)}>
                  {words(term.field)}
                </button>
              </th>
              <Value value={term.bank} literal={term.bank_literal} scan={term.bank_scan_confidence} />
              <Value
                value={term.counterparty}
                literal={term.counterparty_literal}
                scan={term.counterparty_scan_confidence}
              />
              <td class={`verdict ${term.verdict.toLowerCase()}`}>
                {isOneSided(term) ? 'one side only' : VERDICTS[term.verdict]}
                {term.delta !== undefined && <span class="quiet"> by {term.delta}</span>}
                {term.tolerance !== '' && <span class="quiet">, tolerance {term.tolerance}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ValueOptions {
  readonly value: string | undefined;
  readonly literal: string | undefined;
  /** Of a value read from a picture, 0 to 1. */
  readonly scan?: number | undefined;
}

function Value({ value, literal, scan }: ValueOptions) {
  if (value === undefined) return <td class="quiet">not stated</td>;
  return (
    <td>
      {value}
      {literal !== undefined && literal !== value && <span class="literal">{literal}</span>}
      {scan !== undefined && <span class="literal">scanned, {Math.round(100 * scan)} % sure</span>}
    </td>
  );
}

function OtherTerms({ view }: { readonly view: BreakView }) {
  if (view.other_terms.length === 0) return null;
  return (
    <section aria-labelledby="other-terms">
      <h2 id="other-terms">Terms without a field</h2>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">Term</th>
              <th scope="col">Ours</th>
              <th scope="col">Theirs</th>
            </tr>
          </thead>
          <tbody>
            {view.other_terms.map(({ key, label, bank, counterparty }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <Value value={bank} literal={undefined} />
                <Value value={counterparty} literal={undefined} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
