import type { CaseEvent } from '@trade-matching/cases';
import type { Reasons } from './api.ts';
import { moment, words } from './words.ts';

/** What happened, people and machine, the latest first. */
export function Timeline({ events, reasons }: { readonly events: readonly CaseEvent[]; readonly reasons: Reasons }) {
  const texts = new Map(Object.values(reasons).flatMap((each) => Object.entries(each)));
  return (
    <section aria-labelledby="story">
      <h2 id="story">What happened</h2>
      <ol class="timeline" reversed>
        {events.toReversed().map((event) => (
          <li key={event.event_id}>
            <time dateTime={event.at}>{moment(event.at)}</time> <strong>{words(event.action)}</strong> by {event.actor}
            {event.action === 'ASSIGNED' && (event.assignee === undefined ? ' to nobody' : ` to ${event.assignee}`)}
            {event.reason !== undefined && <>: {texts.get(event.reason) ?? words(event.reason)}</>}
            {event.comment !== undefined && <blockquote>{event.comment}</blockquote>}
          </li>
        ))}
      </ol>
    </section>
  );
}
