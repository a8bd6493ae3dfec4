/** Bytes in which a PDF's header must begin: readers tolerate what mail gateways put before it. */
export const PDF_HEADER_BYTES = 1024;

/** Whether `%PDF-` stands in the first 1,024 bytes. Source: Adobe's implementation note 13 to the PDF Reference 1.7. */
export function startsLikePdf(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(PDF_HEADER_BYTES, bytes.byteLength));
  return start.includes('%PDF-');
}
