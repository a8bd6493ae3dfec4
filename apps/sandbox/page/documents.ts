import type { PageData } from '../src/page/page-data.ts';
import { element, table } from './elements.ts';

/** How each outcome and status is coloured; the words stand beside. */
const CLASSES: Readonly<Record<string, string>> = {
  PROCESSED: 'ok',
  DUPLICATE: 'quiet',
  FAILED: 'alarm',
  QUARANTINE: 'warning',
  MATCHED: 'ok',
  MATCHED_WITHIN_TOLERANCE: 'ok',
  MISMATCHED: 'alarm',
  REVIEW: 'warning',
  UNMATCHED: 'quiet',
};

const badge = (text: string) =>
  text === '' ? '' : element('span', { className: `state ${CLASSES[text] ?? 'quiet'}`, text });

/** A document on the desk: all that is known of it, and its trade. */
function linked(key: string, desk: string | undefined): Node | string {
  if (desk === undefined) return key;
  return element('a', { text: key, href: new URL(`/documents?${new URLSearchParams({ key })}`, desk).href });
}

/** What became of the newest documents, the newest first. */
export function showDocuments(place: HTMLElement, { documents, desk }: Pick<PageData, 'documents' | 'desk'>): void {
  if (documents.length === 0) {
    place.replaceChildren(element('p', { className: 'none', text: 'None yet: upload one to the bucket.' }));
    return;
  }
  const rows = documents.map(({ at, key, outcome, reason, match, counterpart, differences }) => [
    new Date(at).toLocaleTimeString('en-GB'),
    linked(key, desk),
    badge(outcome),
    badge(match),
    [reason, ...differences].filter((text) => text !== '').join('; '),
    counterpart,
  ]);
  place.replaceChildren(table(['filed', 'document', 'outcome', 'match', 'why', 'other side'], rows));
}
