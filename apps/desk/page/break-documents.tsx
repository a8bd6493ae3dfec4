import { useEffect } from 'preact/hooks';
import type { BreakView, Corrected, Session, TermView } from './api.ts';
import { DocumentPane } from './document-pane.tsx';
import { isTyping } from './keys.ts';
import { labelsOfBreak } from './wording-dialog.tsx';
import { words } from './words.ts';

export type Source = 'BANK' | 'COUNTERPARTY';

interface DocumentsOptions {
  readonly view: BreakView;
  readonly session: Session;
  readonly term: TermView | undefined;
  /** Of the term in the comparison, from 1. */
  readonly number: number;
  /** Whose document is corrected now. */
  readonly correcting: Source | undefined;
  readonly setCorrecting: (source: Source | undefined) => void;
  readonly done: (corrected: Corrected) => void;
}

const KEYS: Readonly<Record<Source, string>> = { BANK: 'V', COUNTERPARTY: 'v' };

/** Both documents beside each other, and corrections by pointing at their words. */
export function BreakDocuments({ view, session, term, number, correcting, setCorrecting, done }: DocumentsOptions) {
  const mayCorrect = session.person.roles.some((role) => role !== 'viewer') && view.case.state !== 'RESOLVED';
  const sideOf = (source: Source) => (source === 'BANK' ? view.bank : view.counterparty);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || correcting || !mayCorrect) return;
      const source = (['BANK', 'COUNTERPARTY'] as const).find((each) => KEYS[each] === event.key && sideOf(each));
      if (!source) return;
      setCorrecting(source);
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  return (
    <div class="documents">
      {(['BANK', 'COUNTERPARTY'] as const).map((source) => (
        <DocumentPane
          key={source}
          title={source === 'BANK' ? 'Ours' : 'Theirs'}
          side={sideOf(source)}
          place={source === 'BANK' ? term?.bank_place : term?.counterparty_place}
          term={term && words(term.field)}
          number={number}
          correct={mayCorrect ? { key: KEYS[source], start: () => setCorrecting(source) } : undefined}
          correcting={
            correcting === source
              ? {
                  ...{ caseId: view.case.case_id, source, session, field: term?.field, done },
                  labels: labelsOfBreak(view),
                  stop: () => setCorrecting(undefined),
                }
              : undefined
          }
        />
      ))}
    </div>
  );
}
