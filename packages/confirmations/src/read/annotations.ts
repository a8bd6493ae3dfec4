import type { getDocumentProxy } from 'unpdf';
import type { PaintedRun } from './paint/painted-run.ts';

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/** What PDF.js tells of an annotation; of a form's field, what a text field has besides. */
export interface Annotation {
  readonly id: string;
  readonly subtype?: string;
  /** Bits: 1 invisible, 2 hidden, 32 not shown. Source: ISO 32000-1, table 165. */
  readonly annotationFlags: number;
  readonly rect?: readonly [number, number, number, number];
  readonly contentsObj?: { readonly str: string };
  /** Four points of each piece of text that is marked, in user space: x, y, … */
  readonly quadPoints?: ArrayLike<number> | null;
  readonly fieldType?: string;
  readonly password?: boolean;
  /** The lines of its appearance, and where the first begins in the rectangle. */
  readonly textContent?: readonly string[] | null;
  readonly textPosition?: readonly [number, number] | null;
  readonly defaultAppearanceData?: { readonly fontSize: number; readonly fontColor: ArrayLike<number> } | null;
}

const NOT_SHOWN = 2 | 32;
/** What is part of the document as it was made: where it links to, and what is to be filled in. */
const NOT_MARK_UP: ReadonlySet<string> = new Set(['Link', 'Widget', 'Popup', 'PrinterMark', 'TrapNet']);
/** Their text is in their appearance alone. */
const STAMPS: ReadonlySet<string> = new Set(['Stamp', 'Watermark']);

/**
 * Whether a file may have annotations or fields: by their key, which may also stand in a compressed object or be
 * written with escapes. Most printed confirmations have none, and asking for them costs as much as a short page.
 */
export function mayHaveAnnotations(file: Uint8Array): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.includes('/Annots') || bytes.includes('ObjStm')) return true;
  // Nearly every compressed stream holds a `#`.
  return bytes.includes('#') && ESCAPED_KEY.test(bytes.toString('latin1'));
}

/** `/Annots` or `/#41nnots`: any character of a name may be its code. Source: ISO 32000-1, 7.3.5. */
const ESCAPED_KEY = new RegExp(
  `/${[...'Annots'].map((character) => `(?:${character}|#${character.charCodeAt(0).toString(16)})`).join('')}`,
  'i',
);

export async function annotationsOf(page: Page): Promise<readonly Annotation[]> {
  return (await page.getAnnotations()) as unknown as Annotation[];
}

/** Annotations that somebody put onto the page, and that are seen. */
export function markUpOf(annotations: readonly Annotation[]): Annotation[] {
  return annotations.filter(
    ({ subtype, annotationFlags, rect }) =>
      subtype !== undefined && !NOT_MARK_UP.has(subtype) && (annotationFlags & NOT_SHOWN) === 0 && rect !== undefined,
  );
}

export function isStampAnnotation({ subtype = '' }: Annotation): boolean {
  return STAMPS.has(subtype);
}

/** What an annotation says: what is written in it, else what its appearance shows. */
export function textOfAnnotation(annotation: Annotation, shown: readonly PaintedRun[]): string {
  const appearance = shown
    .filter((run) => run.annotation === annotation.id && !run.hidden)
    .map(({ text }) => text.trim())
    .join(' ');
  const written = [annotation.textContent?.join(' '), annotation.contentsObj?.str].filter((text) => text?.trim());
  return [
    ...new Set(
      isStampAnnotation(annotation) ? [appearance, ...written] : [...written, written.length > 0 ? '' : appearance],
    ),
  ]
    .filter((text) => text)
    .join(' - ')
    .replace(/\s+/g, ' ')
    .trim();
}
