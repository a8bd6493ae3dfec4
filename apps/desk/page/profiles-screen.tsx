import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { go } from './address.ts';
import { ApiError, api, type DryRunView, type ProfileChange, type ProfilesView, type Session } from './api.ts';
import { moment, words } from './words.ts';

/** What is edited where nothing was ever proposed. */
const EMPTY = '{\n  "default": {}\n}';

/** By which tolerances pairs are compared: each version, and what another one would change. */
export function ProfilesScreen({ session }: { readonly session: Session }) {
  const [view, setView] = useState<ProfilesView>();
  const [trouble, setTrouble] = useState<string>();
  const [done, setDone] = useState<string>();
  const [json, setJson] = useState<string>();
  const [comment, setComment] = useState('');
  const [days, setDays] = useState(30);
  const [differences, setDifferences] = useState<readonly ProfileChange[]>();
  const [run, setRun] = useState<DryRunView>();
  const [busy, setBusy] = useState(false);
  const { roles, id } = session.person;
  const isAnalyst = roles.some((role) => role !== 'viewer');
  const isApprover = roles.some((role) => role === 'approver' || role === 'admin');

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setTrouble(undefined);
    setDone(undefined);
    try {
      await work();
    } catch (error) {
      setTrouble(error instanceof ApiError ? error.message : String(error));
    }
    setBusy(false);
  };
  const load = async () => {
    const found = await api.profiles();
    setView(found);
    setJson((before) => before ?? found.versions.find(({ state }) => state === 'ACTIVE')?.json ?? EMPTY);
  };
  useEffect(() => void attempt(load), []);
  const edit = (text: string) => {
    setJson(text);
    setDifferences(undefined);
    setRun(undefined);
  };
  const write = (work: () => Promise<unknown>, what: string) =>
    attempt(async () => {
      await work();
      await load();
      setComment('');
      setDone(what);
    });
  const text = json ?? '';
  return (
    <>
      <p>
        <a href="/" onClick={(event) => go(event, '/', {})}>
          Back to the queue
        </a>
      </p>
      <h1>Matching profiles</h1>
      {view?.active === 0 && <p role="status">No version is active: the built-in profiles hold.</p>}
      {view?.broken_at !== undefined && (
        <p role="alert" class="trouble">
          The history is not what was written, from event {view.broken_at} on.
        </p>
      )}
      {trouble !== undefined && (
        <p role="alert" class="trouble">
          {trouble}
        </p>
      )}
      {done !== undefined && (
        <p role="status" class="stale">
          {done}
        </p>
      )}
      {!view && trouble === undefined && <p role="status">Loading…</p>}
      {view && view.versions.length > 0 && (
        <Versions
          view={view}
          look={(chosen) =>
            void attempt(async () => {
              edit(chosen.json);
              setDifferences((await api.diff(chosen.json)).differences);
            })
          }
          restore={
            isAnalyst
              ? (chosen) =>
                  void write(
                    () => api.decideProfiles(chosen.version, 'restore', comment),
                    `What version ${chosen.version} said is proposed. Another person approves.`,
                  )
              : undefined
          }
          approve={(chosen) =>
            isApprover && chosen.proposed_by !== id
              ? () =>
                  void write(
                    () => api.decideProfiles(chosen.version, 'approve', comment),
                    `Version ${chosen.version} is active.`,
                  )
              : undefined
          }
        />
      )}
      {view && (
        <section aria-labelledby="edit-title">
          <h2 id="edit-title">Try and propose</h2>
          <label class="tall">
            Profiles, as JSON
            <textarea
              rows={12}
              spellcheck={false}
              value={text}
              onInput={(event) => edit(event.currentTarget.value)}
              readOnly={!isAnalyst}
            />
          </label>
          <div class="filters">
            <button
              type="button"
              disabled={busy}
              onClick={() => void attempt(async () => setDifferences((await api.diff(text)).differences))}
            >
              Compare with the active ones
            </button>
            {isAnalyst && (
              <>
                <label class="filter">
                  Pairs of the last days
                  <input
                    type="number"
                    min={1}
                    max={90}
                    value={days}
                    onInput={(event) => setDays(event.currentTarget.valueAsNumber)}
                  />
                </label>
                <button
                  type="button"
                  disabled={busy}
                  onClick={() => void attempt(async () => setRun(await api.dryRun(text, days)))}
                >
                  Dry run
                </button>
                <label class="filter">
                  Why
                  <input value={comment} maxLength={4000} onInput={(event) => setComment(event.currentTarget.value)} />
                </label>
                <button
                  type="button"
                  class="main"
                  disabled={busy || comment.trim() === ''}
                  onClick={() => void write(() => api.propose(text, comment), 'Proposed. Another person approves.')}
                >
                  Propose
                </button>
              </>
            )}
          </div>
        </section>
      )}
      {differences && <Differences differences={differences} />}
      {run && <Changes run={run} />}
    </>
  );
}

type Version = ProfilesView['versions'][number];

interface VersionsOptions {
  readonly view: ProfilesView;
  readonly look: (version: Version) => void;
  readonly restore: ((version: Version) => void) | undefined;
  /** Undefined where this person may not. */
  readonly approve: (version: Version) => (() => void) | undefined;
}

function Versions({ view, look, restore, approve }: VersionsOptions) {
  return (
    <Table caption="Versions, the newest first" heads={['Version', 'State', 'Proposed', 'Why', 'Approved', '']}>
      {view.versions.map((each) => {
        const onApprove = each.state === 'PROPOSED' ? approve(each) : undefined;
        return (
          <tr key={each.version}>
            <th scope="row">{each.version}</th>
            <td>{words(each.state)}</td>
            <td>
              {each.proposed_by}, {moment(each.proposed_at)}
            </td>
            <td class="anywhere">
              {each.comment}
              {each.restores !== undefined && <span class="quiet"> As version {each.restores}.</span>}
            </td>
            <td>{each.approved_by !== undefined && `${each.approved_by}, ${moment(each.approved_at ?? '')}`}</td>
            <td>
              <span class="inline">
                <button type="button" onClick={() => look(each)}>
                  Look<span class="hidden"> at version {each.version}</span>
                </button>
                {restore && each.state === 'REPLACED' && (
                  <button type="button" onClick={() => restore(each)}>
                    Restore<span class="hidden"> version {each.version}</span>
                  </button>
                )}
                {onApprove && (
                  <button type="button" onClick={onApprove}>
                    Approve<span class="hidden"> version {each.version}</span>
                  </button>
                )}
              </span>
            </td>
          </tr>
        );
      })}
    </Table>
  );
}

function Differences({ differences }: { readonly differences: readonly ProfileChange[] }) {
  if (differences.length === 0) return <p role="status">They say the same as the active ones.</p>;
  return (
    <Table caption="Differences from the active profiles" heads={['Place', 'Active', 'These']}>
      {differences.map(({ place, before, after }) => (
        <tr key={place}>
          <th scope="row">{place}</th>
          <td>{before ?? '–'}</td>
          <td>{after ?? '–'}</td>
        </tr>
      ))}
    </Table>
  );
}

function Changes({ run: { compared, changed, rows } }: { readonly run: DryRunView }) {
  return (
    <section aria-label="Dry run">
      <p role="status">
        {compared === 1 ? '1 pair' : `${compared} pairs`} compared; {changed} would have another status. Nothing was
        written.
        {changed > rows.length && ` The first ${rows.length} are shown.`}
      </p>
      {rows.length > 0 && (
        <Table caption="Pairs that would have another status" heads={['Pair', 'Counterparty', 'Now', 'Then', '']}>
          {rows.map((each) => (
            <tr key={each.match_id}>
              <th scope="row">{each.references || each.match_id}</th>
              <td>{each.counterparty}</td>
              <td>{words(each.from)}</td>
              <td>{words(each.to)}</td>
              <td class="quiet">{each.by_active && 'by the active profiles as well'}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

interface TableOptions {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly children: ComponentChildren;
}

function Table({ caption, heads, children }: TableOptions) {
  return (
    <div class="wide">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) =>
              head === '' ? (
                <td key="rest" />
              ) : (
                <th key={head} scope="col">
                  {head}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
