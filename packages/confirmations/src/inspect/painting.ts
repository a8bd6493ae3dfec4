import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { decodedByLook } from './expansion.ts';
import type { Finding } from './finding.ts';

export interface PaintingLimits {
  /** Bytes of content that the pages paint, a form counted as often as it is painted. */
  readonly maxPaintedBytes: number;
  /** Graphics states saved and not yet restored. ISO 32000 tells readers to expect 28. */
  readonly maxSavedStates: number;
  /** Forms in forms. */
  readonly maxNestedForms: number;
}

/** A page of a confirmation paints some 10 KB; PDF.js takes half a second for 8 MB. */
export const PAINTING_LIMITS: PaintingLimits = {
  maxPaintedBytes: 8 * 1024 * 1024,
  maxSavedStates: 2000,
  maxNestedForms: 100,
};

const PAINTED_FORM = /\/([^\s\0/<>[\](){}%]+)(?:[\s\0]|%[^\r\n]*[\r\n])+Do(?![^\s/<>[\](){}%])/g;
const SAVE_OR_RESTORE = /(?<![^\s/<>[\](){}%])[qQ](?![^\s/<>[\](){}%])/g;

/**
 * Why the pages cannot be painted, in reasonable time or in full, found without painting them: forms that paint forms
 * ten times each come to a billion in a file of 4 KB, and a damaged page would be read as far as it goes.
 */
export function findUnpaintable(
  pages: readonly PDFDict[],
  limits: PaintingLimits = PAINTING_LIMITS,
): Finding | undefined {
  const costs = new Map<string, number>();
  let found: Finding | undefined;
  const tooComplex = (what: string) => {
    found ??= { kind: 'too-complex', what };
  };
  const tooLong = () => tooComplex(`over ${limits.maxPaintedBytes} bytes to paint`);

  /** Bytes painted, or Infinity as soon as they are too many. */
  const cost = (streams: readonly PDFRawStream[], resources: PDFDict | undefined, depth: number): number => {
    if (depth > limits.maxNestedForms) tooComplex(`over ${limits.maxNestedForms} forms nested`);
    const content = contentOf(streams, limits.maxPaintedBytes);
    if (content === 'beyond') tooLong();
    if (content === 'damaged') found ??= { kind: 'unreadable', what: 'a page whose content is damaged' };
    if (typeof content !== 'object') return Number.POSITIVE_INFINITY;
    const { text } = content;
    if (savedStates(text) > limits.maxSavedStates) tooComplex(`over ${limits.maxSavedStates} graphics states saved`);
    let total = text.length;
    for (const [, name = ''] of text.matchAll(PAINTED_FORM)) {
      if (found) return Number.POSITIVE_INFINITY;
      total += formCost(formNamed(name, resources), resources, depth + 1);
      if (total > limits.maxPaintedBytes) tooLong();
    }
    return total;
  };
  const formCost = (form: Form | undefined, inherited: PDFDict | undefined, depth: number): number => {
    if (!form) return 0;
    const known = costs.get(form.tag);
    if (known !== undefined) return known;
    // Readers leave out a form that is being painted already.
    costs.set(form.tag, 0);
    const own = form.stream.dict.lookup(PDFName.of('Resources'));
    const bytes = cost([form.stream], own instanceof PDFDict ? own : inherited, depth);
    costs.set(form.tag, bytes);
    return bytes;
  };

  let total = 0;
  for (const page of pages) {
    total += cost(streamsOf(page.get(PDFName.of('Contents')), page), resourcesOf(page), 0);
    if (total > limits.maxPaintedBytes) tooLong();
    if (found) return found;
  }
  return undefined;
}

interface Form {
  /** Its object's number. */
  readonly tag: string;
  readonly stream: PDFRawStream;
}

function formNamed(name: string, resources: PDFDict | undefined): Form | undefined {
  const forms = resources?.lookup(PDFName.of('XObject'));
  if (!(forms instanceof PDFDict)) return undefined;
  const reference = forms.get(PDFName.of(name));
  const stream = resources?.context.lookup(reference);
  const isForm = stream instanceof PDFRawStream && stream.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Form');
  return isForm && reference instanceof PDFRef ? { tag: reference.tag, stream } : undefined;
}

/** A page's own resources, or those of a node above it. */
function resourcesOf(page: PDFDict): PDFDict | undefined {
  let node: PDFObject | undefined = page;
  for (let level = 0; level < 100 && node instanceof PDFDict; level++) {
    const resources: PDFObject | undefined = node.lookup(PDFName.of('Resources'));
    if (resources instanceof PDFDict) return resources;
    node = node.lookup(PDFName.of('Parent'));
  }
  return undefined;
}

function streamsOf(contents: PDFObject | undefined, { context }: PDFDict): PDFRawStream[] {
  const target = context.lookup(contents);
  const all = target instanceof PDFArray ? target.asArray().map((element) => context.lookup(element)) : [target];
  return all.filter((stream) => stream instanceof PDFRawStream);
}

/** The streams' contents as one. Only what says that it is deflated can be told to be damaged. */
function contentOf(streams: readonly PDFRawStream[], budget: number): { readonly text: string } | 'beyond' | 'damaged' {
  let text = '';
  for (const { contents, dict } of streams) {
    const data = Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength);
    const decoded = decodedByLook(data, budget);
    if (decoded === 'beyond') return 'beyond';
    if (decoded !== 'damaged') text += `${decoded.toString('latin1')}\n`;
    else if (/\/Fl(?:ateDecode)?(?!\w)/.test(String(dict.lookup(PDFName.of('Filter'))))) return 'damaged';
    if (text.length > budget) return 'beyond';
  }
  return { text };
}

/** The most graphics states saved at a time. */
function savedStates(content: string): number {
  let [saved, most] = [0, 0];
  for (const [operator] of content.matchAll(SAVE_OR_RESTORE)) {
    saved = operator === 'q' ? saved + 1 : Math.max(0, saved - 1);
    if (saved > most) most = saved;
  }
  return most;
}
