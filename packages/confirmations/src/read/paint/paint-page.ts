import type { getDocumentProxy } from 'unpdf';
import { getResolvedPDFJS } from 'unpdf';
import { handlersFor } from './operators.ts';
import type { PaintedPage } from './painted-run.ts';
import { Painter } from './painter.ts';

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Document['getPage']>>;

/** PDF.js' modes: the page alone, or the appearances of its annotations after it. */
const ANNOTATION_MODE = { page: 0, withAnnotations: 1 } as const;

/** The runs of text and the lines of a page, in the order and the colours that they are painted in. */
export async function paintPage(
  document: Document,
  page: Page,
  what: keyof typeof ANNOTATION_MODE = 'page',
): Promise<PaintedPage> {
  const { OPS } = await getResolvedPDFJS();
  const layers = await document.getOptionalContentConfig();
  const handlers = handlersFor(OPS, page, (properties) =>
    layers.isVisible(properties as Parameters<typeof layers.isVisible>[0]),
  );
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: ANNOTATION_MODE[what] });
  const painter = new Painter();
  for (let i = 0; i < fnArray.length; i++) handlers[fnArray[i] ?? -1]?.(painter, argsArray[i] ?? []);
  return painter.page();
}
