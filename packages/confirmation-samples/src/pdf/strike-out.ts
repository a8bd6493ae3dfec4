import type { Box } from '@trade-matching/domain';
import { drawnLine } from './drawn-page.ts';
import { PAGE } from './pdf-writer.ts';
import { pdf, stream } from './raw-pdf.ts';

/** A rectangle on a page; pages count from 1. */
export interface PlacedBox extends Box {
  readonly page: number;
}

const OBJECT = /\d+ 0 obj\n([\s\S]*?)\nendobj\n/g;

/** A PDF of `writePdf` with a line drawn through the middle of these rectangles, as a pen strikes out a term. */
export function strikeOut(bytes: Uint8Array, boxes: readonly PlacedBox[]): Uint8Array {
  const objects = [...Buffer.from(bytes).toString('latin1').matchAll(OBJECT)].map(([, object = '']) => object);
  const lines: Buffer[] = [];
  let page = 0;
  const written = objects.map((object) => {
    if (!object.startsWith('<</Type/Page/')) return object;
    page += 1;
    const struck = boxes.filter((box) => box.page === page);
    if (struck.length === 0) return object;
    lines.push(stream('', Buffer.from(struck.map(lineThrough).join('\n'))));
    const number = objects.length + lines.length;
    return object.replace(/\/Contents (\d+) 0 R/, `/Contents[$1 0 R ${number} 0 R]`);
  });
  return pdf([...written.map((object) => Buffer.from(object, 'latin1')), ...lines]);
}

function lineThrough({ x, y, width, height }: Box): string {
  const middle = PAGE.height - y - height / 2;
  return drawnLine(x, middle, x + width, middle);
}
