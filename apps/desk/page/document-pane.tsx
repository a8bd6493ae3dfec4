import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiError, api, type Place, type SideView } from './api.ts';
import type { OpenDocument } from './viewer.ts';

interface PaneOptions {
  readonly title: string;
  readonly side: SideView | undefined;
  /** Where the chosen term stands. */
  readonly place: Place | undefined;
  readonly term: string | undefined;
}

/** One side's document, at the chosen term, with a box around what it states. */
export function DocumentPane({ title, side, place, term }: PaneOptions) {
  const [opened, setOpened] = useState<OpenDocument>();
  const [trouble, setTrouble] = useState<string>();
  const [page, setPage] = useState(1);
  const [size, setSize] = useState<{ readonly width: number; readonly height: number }>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const key = side?.trade_key;
  useEffect(() => {
    if (key === undefined) return;
    let gone = false;
    let found: OpenDocument | undefined;
    // The viewer is fetched with the first document.
    Promise.all([import('./viewer.ts'), api.document(key)])
      .then(async ([{ openDocument }, bytes]) => {
        found = await openDocument(bytes);
        if (gone) found.close();
        else setOpened(found);
      })
      .catch((error: unknown) =>
        setTrouble(error instanceof ApiError ? error.message : `It cannot be shown: ${error}`),
      );
    return () => {
      gone = true;
      found?.close();
    };
  }, [key]);
  useEffect(() => {
    if (place) setPage(place.page);
  }, [place]);
  useEffect(() => {
    if (!opened || !canvas.current) return;
    const drawing = opened.draw(page, canvas.current);
    drawing.done.then(setSize, (error: unknown) => !drawing.isStopped() && setTrouble(`It cannot be shown: ${error}`));
    return drawing.stop;
  }, [opened, page]);

  const boxes = place?.page === page && size ? (place.boxes ?? []) : [];
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
          <p class="actions">
            <button type="button" disabled={page <= 1} onClick={() => setPage(page - 1)}>
              Previous page
            </button>
            <span>
              Page {page} of {opened.pages}
            </span>
            <button type="button" disabled={page >= opened.pages} onClick={() => setPage(page + 1)}>
              Next page
            </button>
          </p>
          <p role="status" class="quiet">
            {term === undefined
              ? 'No term is chosen.'
              : place
                ? `${term}: “${place.literal}” on page ${place.page}`
                : `${term}: not stated here`}
          </p>
          <div class="paper">
            <canvas ref={canvas} role="img" aria-label={`Page ${page} of the document`} />
            {size &&
              boxes.map((box) => (
                <span
                  key={`${box.x} ${box.y}`}
                  class="box"
                  style={{
                    left: `${(100 * box.x) / size.width}%`,
                    top: `${(100 * box.y) / size.height}%`,
                    width: `${(100 * box.width) / size.width}%`,
                    height: `${(100 * box.height) / size.height}%`,
                  }}
                />
              ))}
          </div>
        </>
      )}
    </section>
  );
}
