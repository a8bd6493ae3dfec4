import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiError, api, type Place, type SideView } from './api.ts';
import { type Correcting, CorrectionForm } from './correction-form.tsx';
import { PageBoxes } from './page-boxes.tsx';
import { withScannedWords } from './scanned-words.ts';
import type { OpenDocument } from './viewer.ts';
import { type Picked, WordPicker } from './word-picker.tsx';
import { sureness } from './words.ts';

interface PaneOptions {
  readonly title: string;
  readonly side: SideView | undefined;
  /** Where the chosen term stands. */
  readonly place: Place | undefined;
  readonly term: string | undefined;
  /** Of the chosen term in the comparison, from 1. */
  readonly number: number;
  /** While a value of this document is corrected. */
  readonly correcting: Correcting | undefined;
  /** Begins it, by this key; absent where nothing may be corrected. */
  readonly correct: { readonly key: string; readonly start: () => void } | undefined;
}

/** One side's document, at the chosen term, with a box around what it states. */
export function DocumentPane({ title, side, place, term, number, correcting, correct }: PaneOptions) {
  const [opened, setOpened] = useState<OpenDocument>();
  const [trouble, setTrouble] = useState<string>();
  const [page, setPage] = useState(1);
  const [size, setSize] = useState<{ readonly width: number; readonly height: number }>();
  const [picked, setPicked] = useState<Picked>();
  /** Why there are no words to point at, yet or at all. */
  const [wordless, setWordless] = useState<string>();
  const scroller = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const key = side?.trade_key;
  const scanned = side?.scanned === true;
  useEffect(() => {
    if (key === undefined) return;
    let gone = false;
    let found: OpenDocument | undefined;
    // The viewer is fetched with the first document.
    Promise.all([import('./viewer.ts'), api.document(key)])
      .then(async ([{ openDocument }, bytes]) => {
        found = await openDocument(bytes);
        if (gone) found.close();
        else setOpened(scanned ? withScannedWords(found, key) : found);
      })
      .catch((error: unknown) =>
        setTrouble(error instanceof ApiError ? error.message : `It cannot be shown: ${error}`),
      );
    return () => {
      gone = true;
      found?.close();
    };
  }, [key, scanned]);
  useEffect(() => {
    if (place) setPage(place.page);
  }, [place]);
  useEffect(() => {
    if (!opened || !canvas.current) return;
    const drawing = opened.draw(page, canvas.current);
    drawing.done.then(setSize, (error: unknown) => !drawing.isStopped() && setTrouble(`It cannot be shown: ${error}`));
    return drawing.stop;
  }, [opened, page]);

  useEffect(() => {
    const box = scroller.current?.querySelector<HTMLElement>('.box');
    if (box && scroller.current) scroller.current.scrollTop = box.offsetTop - scroller.current.clientHeight / 3;
  }, [place, size]);

  return (
    <section class="pane" aria-label={title}>
      <h2>
        {title} <span class="quiet">{side?.s3_key}</span>
      </h2>
      {!side && <p role="status">There is no document of this side.</p>}
      {side && !opened && trouble === undefined && <p role="status">Loading…</p>}
      {trouble !== undefined && (
        <p role="alert" class="trouble">
          {trouble}
        </p>
      )}
      {opened && (
        <>
          <div class="actions">
            <button type="button" disabled={page <= 1} onClick={() => setPage(page - 1)}>
              Previous page
            </button>
            <span>
              Page {page} of {opened.pages}
            </span>
            <button type="button" disabled={page >= opened.pages} onClick={() => setPage(page + 1)}>
              Next page
            </button>
            {correct && !correcting && (
              <button type="button" onClick={correct.start}>
                Correct a value <kbd>{correct.key}</kbd>
              </button>
            )}
            <span role="status" class="quiet">
              {term === undefined
                ? 'No term is chosen.'
                : place
                  ? `${term}: “${place.literal}” on page ${place.page}${sureness(place.confidence)}`
                  : `${term}: not stated here`}
            </span>
          </div>
          {correcting && side && <CorrectionForm {...{ ...correcting, side, picked, wordless }} />}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keys too */}
          <section ref={scroller} class="scroll" aria-label={`${title}: page ${page}`} tabIndex={0}>
            <div class="paper">
              <canvas ref={canvas} role="img" aria-label={`Page ${page} of the document`} />
              {size && place?.page === page && term !== undefined && (
                <PageBoxes {...{ title, term, number, place, size }} />
              )}
              {correcting && size && (
                <WordPicker document={opened} {...{ page, size, choose: setPicked, tell: setWordless }} />
              )}
            </div>
          </section>
        </>
      )}
    </section>
  );
}
