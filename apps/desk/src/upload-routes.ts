import { type Account, presignedUpload } from '@trade-matching/account';
import { hasPdfSuffix, MAX_KEY_BYTES } from '@trade-matching/domain';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { fail, invalid, type Variables } from './answers.ts';
import { may } from './people.ts';
import { uploadShape } from './request-shapes.ts';

export interface UploadRoutesOptions {
  readonly account: Account;
  readonly now: () => string;
  readonly log: (level: 'info' | 'error', message: string, fields: Readonly<Record<string, unknown>>) => void;
}

/** Uploads (W7): a form for one document, with which the browser goes to S3 itself. The desk sees no bytes. */
export function uploadRoutes({ account, now, log }: UploadRoutesOptions) {
  const routes = new Hono<{ Variables: Variables }>();

  routes.post('/uploads', bodyLimit({ maxSize: 8 * 1024 }), async (c) => {
    const person = c.get('person');
    if (!may(person, 'analyst'))
      return fail(c, 403, 'FORBIDDEN', `${person.name} may not upload: that takes the role analyst.`);
    const body = uploadShape.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return invalid(c, body.error);
    const { upload_id, source, name } = body.data;
    if (!hasPdfSuffix(name)) return fail(c, 422, 'NOT_A_PDF', `${name} is no PDF: its name does not end in .pdf.`);
    const at = now();
    // Of its own: an upload replaces no other, whatever its file is called.
    const key = `${source}/${at.slice(0, 10).replaceAll('-', '/')}/${upload_id.slice(0, 8)}-${plain(name)}`;
    if (Buffer.byteLength(key) > MAX_KEY_BYTES)
      return fail(c, 422, 'NAME_TOO_LONG', 'The name of the file is too long.');
    const form = await presignedUpload(account, { key, actor: person.id, now: new Date(at) });
    log('info', 'let upload', { key, actor: person.id });
    return c.json({ key, ...form });
  });
  return routes;
}

/** A name without folders and what no key has: control characters and halves of characters. */
function plain(name: string): string {
  return name.toWellFormed().replaceAll(/[\p{Cc}/\\]+/gu, '_');
}
