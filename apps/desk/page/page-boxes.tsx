import type { Place } from './api.ts';
import { type Box, placed } from './boxes.ts';

interface PageBoxesOptions {
  readonly title: string;
  /** How the chosen term reads. */
  readonly term: string;
  /** Its number in the comparison: the same in both documents. */
  readonly number: number;
  readonly place: Place;
  readonly size: { readonly width: number; readonly height: number };
}

/** `3`, or `3a`, `3b` where the term is printed in several pieces. */
export function marked(number: number, boxes: readonly unknown[], at: number): string {
  return boxes.length > 1 ? `${number}${String.fromCodePoint(97 + (at % 26))}` : String(number);
}

/** The boxes around what a document states of the chosen term, numbered, and the same as a list for who does not see them. */
export function PageBoxes({ title, term, number, place, size }: PageBoxesOptions) {
  const boxes = place.boxes ?? [];
  return (
    <>
      {boxes.map((box, at) => (
        <span
          key={`${box.x} ${box.y}`}
          class="box"
          data-number={marked(number, boxes, at)}
          style={placed(box, size)}
          aria-hidden="true"
        />
      ))}
      <ol class="hidden" aria-label={`${title}: boxes of ${term}`}>
        {boxes.map((box, at) => (
          <li key={`${box.x} ${box.y}`}>
            Box {marked(number, boxes, at)}: “{place.literal}”, page {place.page}, {spoken(box, size)}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Where a box stands, in words: `12 % down, 40 % from the left`. */
export function spoken({ x, y }: Box, { width, height }: PageBoxesOptions['size']): string {
  return `${Math.round((100 * y) / height)} % down the page, ${Math.round((100 * x) / width)} % from the left`;
}
