import { PDFDict, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { openPdf } from '../inspect/open-pdf.ts';
import { walkPages } from '../inspect/page-tree.ts';
import { sizeInData } from './size-in-data.ts';

/** What a page may paint as pictures, by what the file says of them; none is decoded. */
export interface PagePictures {
  /** Points of all of them. */
  readonly pixels: number;
  /** Points of the largest. */
  readonly largest: number;
}

const PICTURE = '/Image';

/** Whether a file may have pictures: `/ImageB` and its kin, which nearly every file has, only say what a page may use. */
export function mayHavePictures(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf(PICTURE); at !== -1; at = file.indexOf(PICTURE, at + 1)) {
    const behind = file[at + PICTURE.length];
    if (behind === undefined || !/\w/.test(String.fromCharCode(behind))) return true;
  }
  return false;
}

const DEEPEST_FORM = 6;
const MAX_PAGES = 60;

/** The pictures in the resources of each page, and of the forms in them. */
export async function picturesOfPages(bytes: Uint8Array): Promise<PagePictures[]> {
  const opened = await openPdf(bytes);
  if ('reason' in opened) return [];
  const tree = walkPages(opened.document, MAX_PAGES);
  return tree.kind === 'pages' ? tree.pages.map(picturesOf) : [];
}

function picturesOf(page: PDFDict): PagePictures {
  let [pixels, largest] = [0, 0];
  const seen = new Set<unknown>();
  const visit = (resources: unknown, depth: number) => {
    if (!(resources instanceof PDFDict) || depth > DEEPEST_FORM || seen.has(resources)) return;
    seen.add(resources);
    const objects = resources.lookup(PDFName.of('XObject'));
    if (!(objects instanceof PDFDict)) return;
    for (const [name] of objects.entries()) {
      const object = objects.lookup(name);
      if (!(object instanceof PDFRawStream) || seen.has(object)) continue;
      seen.add(object);
      const kind = object.dict.lookup(PDFName.of('Subtype'));
      if (kind === PDFName.of('Form')) visit(object.dict.lookup(PDFName.of('Resources')) ?? resources, depth + 1);
      if (kind !== PDFName.of('Image')) continue;
      const size = pixelsOf(object);
      pixels += size;
      largest = Math.max(largest, size);
      // A mask is as large as it says, whatever picture it is of.
      const mask = object.dict.lookup(PDFName.of('SMask')) ?? object.dict.lookup(PDFName.of('Mask'));
      if (mask instanceof PDFRawStream) pixels += pixelsOf(mask);
    }
  };
  let node: PDFDict | undefined = page;
  for (let level = 0; level < 100 && node; level++) {
    visit(node.lookup(PDFName.of('Resources')), 0);
    const parent: unknown = node.lookup(PDFName.of('Parent'));
    node = parent instanceof PDFDict ? parent : undefined;
  }
  return { pixels, largest };
}

/** By the dictionary or by the data itself, whichever says more: a decoder believes the data. */
function pixelsOf({ dict, contents }: PDFRawStream): number {
  const number = (name: string) => {
    const value = dict.lookup(PDFName.of(name));
    return value instanceof PDFNumber ? Math.max(0, value.asNumber()) : 0;
  };
  const inData = sizeInData(contents);
  return Math.max(number('Width') * number('Height'), inData.width * inData.height);
}
