import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';

/** The pages of a document, or what is wrong with their tree. */
export type PageTree =
  | { readonly kind: 'pages'; readonly pages: readonly PDFDict[] }
  | { readonly kind: 'broken'; readonly what: string }
  | { readonly kind: 'too-deep' };

const DEEPEST = 100;

/** Finds the pages, up to one more than the limit, by walking their tree; `Count` may say anything, and a tree may go round in a circle. */
export function walkPages(document: PDFDocument, limit: number): PageTree {
  const { context } = document;
  const catalog = context.lookup(context.trailerInfo.Root);
  if (!(catalog instanceof PDFDict)) return { kind: 'broken', what: 'no catalog' };
  const root = catalog.get(PDFName.of('Pages'));
  if (root === undefined) return { kind: 'broken', what: 'no page tree' };
  const pending = [{ node: root, depth: 0 }];
  const seen = new Set<string>();
  const pages: PDFDict[] = [];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.depth > DEEPEST) return { kind: 'too-deep' };
    const node = context.lookup(next.node);
    if (!(node instanceof PDFDict)) continue;
    const kids = context.lookup(node.get(PDFName.of('Kids')));
    if (!(kids instanceof PDFArray)) {
      // More than the limit is all that matters.
      pages.push(node);
      if (pages.length > limit) return { kind: 'pages', pages };
      continue;
    }
    if (next.node instanceof PDFRef) {
      if (seen.has(next.node.tag)) return { kind: 'broken', what: 'a page tree that contains itself' };
      seen.add(next.node.tag);
    }
    for (const kid of kids.asArray()) pending.push({ node: kid, depth: next.depth + 1 });
  }
  return pages.length === 0 ? { kind: 'broken', what: 'no pages' } : { kind: 'pages', pages: pages.reverse() };
}
