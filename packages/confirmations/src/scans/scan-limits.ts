/** What a scan may ask of its reader, all known before anything of it is decoded. */

/** Points of a page as it is rendered: a sheet of A4 at 200 dots an inch has 3.9 million. */
export const MAX_RENDERED_PIXELS = 12_000_000;
/** Points of one picture: A4 at 600 dots an inch has 35 million. */
export const MAX_PICTURE_PIXELS = 40_000_000;
/** Points of all pictures of the pages that are read. */
export const MAX_DOCUMENT_PIXELS = 200_000_000;
/** Pages of a document that are read as pictures. */
export const MAX_SCANNED_PAGES = 12;

/** Dots an inch at which a page is read. */
export const READING_DPI = 200;
/** Below, a value is not given (R12). 0 to 1. */
export const LEAST_CONFIDENCE = 0.5;
