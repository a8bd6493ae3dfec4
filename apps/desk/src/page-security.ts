import { secureHeaders } from 'hono/secure-headers';

/** What a browser may do with the page: nothing that it does not do by itself. */
export function pageSecurity(uploadOrigin: string) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      // pdf.js draws fonts of documents from memory.
      fontSrc: ["'self'", 'data:', 'blob:'],
      imgSrc: ["'self'", 'data:', 'blob:'],
      styleSrc: ["'self'", "'unsafe-inline'"],
      // Documents are uploaded to their bucket, and to nothing else.
      connectSrc: ["'self'", uploadOrigin],
      workerSrc: ["'self'"],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
    },
    referrerPolicy: 'no-referrer',
  });
}
