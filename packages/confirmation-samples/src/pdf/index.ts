export {
  annotation,
  type DrawnPage,
  drawnBar,
  drawnLine,
  drawnPdf,
  drawnText,
  placedLetters,
  type TextStyle,
} from './drawn-page.ts';
export { PAGE, type PdfOptions, type PlacedText, writePdf } from './pdf-writer.ts';
export { plainPage } from './plain-page.ts';
export { ascii85, catalog, hidden, PAGE_OBJECT, PAGES, pdf, stream } from './raw-pdf.ts';
export { type PlacedBox, strikeOut } from './strike-out.ts';
