import { useEffect, useState } from 'preact/hooks';
import { addressOf, go } from './address.ts';
import { ApiError, api, type TradeStory } from './api.ts';
import { save } from './save.ts';
import { moment, words } from './words.ts';

/** A trade, its counterpart and all that happened to both, people and machine, in one line of time. */
export function TradeScreen({ id }: { readonly id: string }) {
  const [story, setStory] = useState<TradeStory>();
  const [trouble, setTrouble] = useState<string>();
  const [kind, setKind] = useState('');
  const explain = (error: unknown) => setTrouble(error instanceof ApiError ? error.message : String(error));
  const load = () =>
    api.trade(id).then((answer) => {
      setStory(answer);
      setTrouble(undefined);
    }, explain);
  useEffect(() => void load(), [id]);
  const download = (type: 'json' | 'csv') =>
    void api.story(id, type).then((file) => save(`trade-${id}.${type}`, file), explain);

  if (trouble !== undefined && !story)
    return (
      <p role="alert" class="trouble">
        {trouble}{' '}
        <button type="button" onClick={() => void load()}>
          Try again
        </button>
      </p>
    );
  if (!story) return <p role="status">Loading…</p>;
  const kinds = [...new Set(story.entries.map((entry) => entry.kind))];
  return (
    <>
      <p>
        <a href="/" onClick={(event) => go(event, '/', {})}>
          Back to the queue
        </a>
      </p>
      <h1>Trade {story.sides[0]?.reference ?? id}</h1>
      <Sides story={story} />
      <Audit story={story} />
      <div class="actions">
        <button type="button" onClick={() => download('json')}>
          Export JSON
        </button>
        <button type="button" onClick={() => download('csv')}>
          Export CSV
        </button>
        <label>
          Show{' '}
          <select value={kind} onChange={(event) => setKind(event.currentTarget.value)}>
            <option value="">everything</option>
            {kinds.map((each) => (
              <option key={each} value={each}>
                {words(each)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {trouble !== undefined && (
        <p role="alert" class="trouble">
          {trouble}
        </p>
      )}
      <Entries entries={story.entries.filter((entry) => kind === '' || entry.kind === kind)} />
    </>
  );
}

function Sides({ story }: { readonly story: TradeStory }) {
  return (
    <div class="wide">
      <table>
        <caption class="hidden">The trade, and its counterparts</caption>
        <thead>
          <tr>
            {['Side', 'Reference', 'Status', 'Documents', 'Newest document', 'Key'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {story.sides.map((side) => (
            <tr key={side.trade_key}>
              <th scope="row">{words(side.source)}</th>
              <td>{side.reference ?? <span class="quiet">not stated</span>}</td>
              <td>
                <span class={`status ${side.match_status.toLowerCase()}`}>{words(side.match_status)}</span>
              </td>
              <td>{side.version}</td>
              <td class="anywhere">{side.s3_key}</td>
              <td>
                <a href={`/trade/${side.trade_key}`} onClick={(event) => go(event, `/trade/${side.trade_key}`, {})}>
                  {side.trade_key}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const PROBLEMS = {
  changed: 'its content is not what was written',
  missing: 'it is missing',
  reordered: 'it is not in its place',
  replaced: 'it does not follow from the event before it',
} as const;

/** Whether what people decided is as it was written. */
function Audit({ story }: { readonly story: TradeStory }) {
  return (
    <section aria-labelledby="audit">
      <h2 id="audit">Is the history whole?</h2>
      {story.cases.length === 0 && <p>There is no case of this trade.</p>}
      <ul>
        {story.cases.map(({ case_id, verdict }) => (
          <li key={case_id}>
            Case{' '}
            <a href={addressOf(`/break/${case_id}`, {})} onClick={(event) => go(event, `/break/${case_id}`, {})}>
              {case_id}
            </a>
            :{' '}
            {verdict?.kind === 'intact' ? (
              <span class="verdict equal">intact, every event follows from the one before</span>
            ) : (
              <strong class="trouble">
                {verdict
                  ? `broken at event ${verdict.sequence}: ${PROBLEMS[verdict.problem]}`
                  : 'its current state is missing'}
              </strong>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Entries({ entries }: { readonly entries: TradeStory['entries'] }) {
  return (
    <section aria-labelledby="story">
      <h2 id="story">What happened</h2>
      <div class="wide">
        <table class="story">
          <caption class="hidden">The latest first</caption>
          <thead>
            <tr>
              {['When', 'Side', 'Who', 'What', 'Detail', 'Of'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry, row) => (
              <tr key={row}>
                <td title={entry.at}>{moment(entry.at)}</td>
                <td>{entry.side && words(entry.side)}</td>
                <td class="anywhere">{entry.who}</td>
                <th scope="row">
                  <span class="quiet">{words(entry.kind)}:</span> {words(entry.what)}
                </th>
                <td class="anywhere">{entry.detail}</td>
                <td class="anywhere quiet">{entry.of}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
