import { S3Error } from './object-store.ts';

/** A form that a browser posts, up to and with its file. */
export interface PostedForm {
  /** By names in lower case, without the file. */
  readonly fields: ReadonlyMap<string, string>;
  readonly file: { readonly name: string; readonly body: Buffer };
}

/** Of the fields before the file: "POST Object", Amazon S3 API Reference. */
const MAX_FIELD_BYTES = 20 * 1024;

/**
 * Takes a `multipart/form-data` body apart (RFC 7578). What stands after the file is ignored, as S3 does.
 *
 * @throws {S3Error} for a body that is no such form, or that has no file
 */
export function readPostedForm(contentType: string | undefined, body: Buffer): PostedForm {
  if (!/^multipart\/form-data\s*;/i.test(contentType ?? '')) {
    throw new S3Error(412, 'PreconditionFailed', 'Bucket POST must be of the enclosure-type multipart/form-data');
  }
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? '');
  if (!boundary) throw malformed();
  const delimiter = Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`);
  const whole = Buffer.concat([Buffer.from('\r\n'), body]);
  const fields = new Map<string, string>();
  let from = whole.indexOf(delimiter);
  if (from !== 0) throw malformed();
  for (;;) {
    const start = from + delimiter.length;
    if (whole.subarray(start, start + 2).toString() === '--') break;
    const end = whole.indexOf(delimiter, start);
    const head = whole.indexOf('\r\n\r\n', start);
    if (end === -1 || head === -1 || head > end) throw malformed();
    const disposition = /content-disposition:\s*form-data;([^\r\n]*)/i.exec(
      whole.subarray(start, head).toString(),
    )?.[1];
    const name = parameter(disposition, 'name')?.toLowerCase();
    if (name === undefined) throw malformed();
    const content = whole.subarray(head + 4, end);
    if (name === 'file') {
      if (start > MAX_FIELD_BYTES) {
        const message = 'Your POST request fields preceding the upload file were too large.';
        throw new S3Error(400, 'MaxPostPreDataLengthExceeded', message);
      }
      // A browser of old sends the whole path.
      const file = (parameter(disposition, 'filename') ?? '').split(/[\\/]/).at(-1) ?? '';
      return { fields, file: { name: file, body: Buffer.from(content) } };
    }
    fields.set(name, content.toString('utf8'));
    from = end;
  }
  throw new S3Error(400, 'IncorrectNumberOfFilesInPostRequest', 'POST requires exactly one file upload per request.');
}

function parameter(disposition: string | undefined, name: string): string | undefined {
  return new RegExp(`[;\\s]${name}="([^"]*)"`, 'i').exec(` ${disposition ?? ''}`)?.[1];
}

function malformed(): S3Error {
  const message = 'The body of your POST request is not well-formed multipart/form-data.';
  return new S3Error(400, 'MalformedPOSTRequest', message);
}
