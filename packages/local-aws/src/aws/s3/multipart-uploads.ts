import { createHash, randomUUID } from 'node:crypto';
import { type Content, S3Error } from './object-store.ts';
import { parseXml } from './xml.ts';

/** "Amazon S3 multipart upload limits", User Guide. */
const MIN_PART_BYTES = 5 * 1024 * 1024;
const MAX_PARTS = 10_000;

interface Part {
  readonly etag: string;
  readonly body: Buffer;
}

interface Upload extends Pick<Content, 'contentType' | 'metadata'> {
  readonly parts: Map<number, Part>;
}

/** Uploads in parts that have been begun. Source of the errors: CompleteMultipartUpload and UploadPart, API Reference. */
export class MultipartUploads {
  private readonly uploads = new Map<string, Upload>();

  /** Answers with the upload's id. */
  begin(of: Pick<Content, 'contentType' | 'metadata'>): string {
    const id = randomUUID();
    this.uploads.set(id, { ...of, parts: new Map() });
    return id;
  }

  /** Answers with the part's ETag, without quotes. */
  add(query: URLSearchParams, body: Buffer): string {
    const number = Number(query.get('partNumber'));
    if (!Number.isInteger(number) || number < 1 || number > MAX_PARTS)
      throw new S3Error(400, 'InvalidArgument', `Part number must be an integer between 1 and ${MAX_PARTS}, inclusive`);
    const etag = createHash('md5').update(body).digest('hex');
    this.upload(query).parts.set(number, { etag, body });
    return etag;
  }

  /** The object that the parts named in the request make. */
  content(query: URLSearchParams, request: Buffer): Content & { readonly etag: string } {
    const { contentType, metadata, parts } = this.upload(query);
    const { CompleteMultipartUpload } = parseXml(request) as {
      CompleteMultipartUpload?: { Part?: { PartNumber: string; ETag: string }[] };
    };
    const named = CompleteMultipartUpload?.Part ?? [];
    if (named.length === 0) throw new S3Error(400, 'MalformedXML', 'The XML you provided was not well-formed.');
    const numbers = named.map(({ PartNumber }) => Number(PartNumber));
    if (numbers.some((number, i) => number <= (numbers[i - 1] ?? 0)))
      throw new S3Error(400, 'InvalidPartOrder', 'The list of parts was not in ascending order.');
    const chosen = named.map(({ PartNumber, ETag }) => {
      const part = parts.get(Number(PartNumber));
      if (part?.etag !== ETag.replaceAll(/"|&quot;/g, ''))
        throw new S3Error(400, 'InvalidPart', 'One or more of the specified parts could not be found.');
      return part;
    });
    if (chosen.slice(0, -1).some(({ body }) => body.length < MIN_PART_BYTES))
      throw new S3Error(400, 'EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
    const digests = chosen.map(({ etag }) => Buffer.from(etag, 'hex'));
    const etag = `${createHash('md5').update(Buffer.concat(digests)).digest('hex')}-${chosen.length}`;
    return { body: Buffer.concat(chosen.map(({ body }) => body)), contentType, metadata, etag };
  }

  end(query: URLSearchParams): void {
    this.uploads.delete(query.get('uploadId') ?? '');
  }

  private upload(query: URLSearchParams): Upload {
    const upload = this.uploads.get(query.get('uploadId') ?? '');
    if (!upload) throw new S3Error(404, 'NoSuchUpload', 'The specified multipart upload does not exist.');
    return upload;
  }
}
