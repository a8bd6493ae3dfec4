import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startDeskSystem } from './desk-system.ts';

const EMPTY = 'COUNTERPARTY/2026/11/29/empty.pdf';
const NO_PDF = 'COUNTERPARTY/2026/11/29/<script>.pdf';
let desk: Awaited<ReturnType<typeof startDeskSystem>>;
beforeAll(async () => {
  desk = await startDeskSystem();
  await desk.system.upload({ key: EMPTY, source: 'COUNTERPARTY', bytes: Buffer.alloc(0) });
  await desk.system.upload({ key: NO_PDF, source: 'COUNTERPARTY', bytes: Buffer.from('MZ no pdf at all') });
  // Its indexes have a write a moment late.
  await vi.waitFor(
    async () => {
      const { body } = await desk.call('vera', '/api/documents');
      expect(body.documents.filter(({ reason }: { reason?: string }) => reason !== undefined)).toHaveLength(2);
    },
    { timeout: 60_000, interval: 200 },
  );
}, 120_000);
afterAll(() => desk?.close());
const one = (key: string) => desk.call('vera', `/api/document?${new URLSearchParams({ key })}`);

test('refused documents are listed with the reason in words, of one outcome or of all', async () => {
  const { body } = await desk.call('vera', '/api/documents');
  expect(body.documents).toHaveLength(2);
  const failed = (await desk.call('vera', '/api/documents?status=FAILED')).body.documents;
  expect(failed).toMatchObject([
    { key: EMPTY, reason: 'EMPTY_FILE', reason_text: 'The file has no bytes. Ask for it again.' },
  ]);
  expect(await desk.call('vera', '/api/documents?day=yesterday')).toMatchObject({ status: 400 });
  expect((await desk.raw(undefined, '/api/documents')).status).toBe(401);
});

test('of a document in quarantine what is known is shown, and it is not redriven from here', async () => {
  const { body } = await one(NO_PDF);
  expect(body.documents[0]).toMatchObject({ status: 'QUARANTINED', reason: 'NOT_A_PDF', size: 16 });
  expect(body.letter).toContain('Please send again');
  expect(await desk.send('ana', '/api/document/redrive', { key: NO_PDF })).toMatchObject({ status: 404 });
});

test('a failed document is redriven by an analyst, and by nobody who may look only', async () => {
  expect(await desk.send('vera', '/api/document/redrive', { key: EMPTY })).toMatchObject({ status: 403 });
  const before = (await one(EMPTY)).body.documents[0].updated_at;
  expect(await desk.send('ana', '/api/document/redrive', { key: EMPTY })).toMatchObject({ status: 200 });
  await expect.poll(async () => (await one(EMPTY)).body.documents[0].updated_at, { timeout: 15_000 }).not.toBe(before);
});

const ask = (who: 'ana' | 'vera', body: object) =>
  desk.send(who, '/api/uploads', { upload_id: desk.newId(), source: 'BANK', name: 'a.pdf', size: 5, ...body });
async function post({ url, fields }: { url: string; fields: Record<string, string> }, bytes: string) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([bytes]), 'a.pdf');
  const response = await fetch(url, { method: 'POST', body: form });
  return { status: response.status, text: await response.text() };
}

test('a form uploads one document under its prefix, for a while, and nothing else', async () => {
  const { status, body } = await ask('ana', { name: '../<i>x\u0000.pdf' });
  expect({ status, key: body.key }).toEqual({
    status: 200,
    key: expect.stringMatching(/^BANK\/\d{4}\/\d\d\/\d\d\/[0-9a-f]{8}-\.\._<i>x_\.pdf$/),
  });
  expect(Date.parse(body.expires_at) - Date.now()).toBeLessThanOrEqual(300_000);
  const policy = JSON.parse(Buffer.from(body.fields.Policy, 'base64').toString());
  expect(policy.conditions).toContainEqual(['content-length-range', 1, 50 * 1024 * 1024]);
  for (const field of [{ key: 'BANK/other.pdf' }, { 'x-amz-server-side-encryption': 'AES256' }])
    expect(await post({ ...body, fields: { ...body.fields, ...field } }, '%PDF-')).toMatchObject({ status: 403 });
  expect(await post(body, '')).toMatchObject({ status: 400, text: expect.stringContaining('EntityTooSmall') });
  expect(await post(body, '%PDF-')).toMatchObject({ status: 201 });
  await expect
    .poll(async () => (await one(body.key)).body.documents?.[0]?.status, { timeout: 15_000 })
    .toMatch(/FAILED|QUARANTINED/);
});

test('a form is given to analysts alone, for a PDF of 50 MB at most', async () => {
  expect(await ask('vera', {})).toMatchObject({ status: 403 });
  expect(await ask('ana', { source: 'FAILED' })).toMatchObject({ status: 400 });
  expect(await ask('ana', { name: 'x.docx' })).toMatchObject({ status: 422, body: { error: { code: 'NOT_A_PDF' } } });
  expect(await ask('ana', { size: 50 * 1024 * 1024 + 1 })).toMatchObject({
    status: 400,
    body: { error: { message: expect.stringContaining('larger than 50 MB') } },
  });
  expect(await ask('ana', { size: 0 })).toMatchObject({ status: 400 });
  expect((await desk.raw(undefined, '/api/uploads', { method: 'POST' })).status).toBe(401);
});

test('profiles are proposed by one and approved by another, who sees what they change; a version is restored likewise', async () => {
  const json = (days: number) =>
    JSON.stringify({ default: { fields: { trade_date: { tolerance: { kind: 'days', days } } } } });
  const propose = (who: 'ana' | 'vera', body: object) =>
    desk.send(who, '/api/profiles', { comment: 'why', proposal_id: desk.newId(), ...body });
  expect(await propose('vera', { json: json(7) })).toMatchObject({ status: 403 });
  expect(await propose('ana', { json: json(7), comment: ' ' })).toMatchObject({ status: 400 });
  expect(await propose('ana', { json: '{x' })).toMatchObject({ status: 422, body: { error: { code: 'REFUSED' } } });
  expect(
    await desk.send('vera', '/api/profiles/diff', { json: '{"default":{"fields":{"no_such":{}}}}' }),
  ).toMatchObject({
    status: 422,
    body: { error: { code: 'PROFILES_DO_NOT_FIT' } },
  });
  expect((await desk.send('vera', '/api/profiles/diff', { json: json(7) })).body.differences).toMatchObject([
    { place: expect.stringContaining('trade_date') },
  ]);
  expect(await desk.send('vera', '/api/profiles/dry-run', { json: json(7), days: 30 })).toMatchObject({ status: 403 });
  expect(await desk.send('ana', '/api/profiles/dry-run', { json: json(7), days: 30 })).toMatchObject({
    status: 200,
    body: { compared: 0, changed: 0, rows: [] },
  });
  expect((await propose('ana', { json: json(7) })).body).toEqual({ version: 1 });
  const approve = (who: 'ana' | 'ben', version: number) =>
    desk.send(who, `/api/profiles/${version}/approve`, { comment: '' });
  expect(await approve('ana', 1)).toMatchObject({ status: 403 });
  expect(await approve('ben', 1)).toMatchObject({ status: 200 });
  await propose('ana', { json: json(9) });
  expect(await approve('ben', 2)).toMatchObject({ status: 200 });
  expect(
    await desk.send('ben', '/api/profiles/1/restore', { comment: 'too wide', proposal_id: desk.newId() }),
  ).toMatchObject({ status: 200 });
  // Who restores proposes.
  expect(await approve('ben', 3)).toMatchObject({ status: 422, body: { error: { code: 'REFUSED' } } });
  const { body } = await desk.call('vera', '/api/profiles');
  expect(body).toMatchObject({
    active: 2,
    versions: [
      { version: 3, state: 'PROPOSED', restores: 1, proposed_by: 'ben' },
      { version: 2, state: 'ACTIVE', approved_by: 'ben' },
      { version: 1, state: 'REPLACED' },
    ],
  });
  expect(body).not.toHaveProperty('broken_at');
});
