import { expect, test } from 'vitest';
import type { ObjectCreated } from './s3-event.ts';
import { uploadOf } from './upload.ts';

const object: ObjectCreated = {
  bucket: 'documents',
  key: 'BANK/a b.pdf',
  size: 3,
  etag: 'abc',
  sequencer: '0055AED6DCD90281E5',
  eventTime: '2026-11-23T10:00:00.000Z',
};
const own = { time: object.eventTime, sequencer: object.sequencer };
const carried = {
  'uploaded-at': '2026-11-20T10:00:00.000Z',
  sequencer: '0044AED6DCD90281E5',
  'original-key': 'BANK/a%20b.pdf',
};
const earlier = { time: '2026-11-20T10:00:00.000Z', sequencer: '0044AED6DCD90281E5' };

test.each([
  ['an upload says nothing of another', {}, own],
  ['a copy under its own key is the upload that it was made from', carried, earlier],
  [
    'a copy under another key is as old, with the sequencer of its own key',
    { ...carried, 'original-key': 'BANK/b.pdf' },
    { ...earlier, sequencer: object.sequencer },
  ],
  ['a later time is not believed', { ...carried, 'uploaded-at': '2026-11-24T10:00:00.000Z' }, own],
  ['a time that is none is not believed', { ...carried, 'uploaded-at': 'yesterday' }, own],
  ['a later sequencer is not believed', { ...carried, sequencer: 'FF' }, { ...earlier, sequencer: object.sequencer }],
  [
    'a sequencer that is none is not believed',
    { ...carried, sequencer: '?' },
    { ...earlier, sequencer: object.sequencer },
  ],
  [
    'a key that cannot be decoded is no key',
    { ...carried, 'original-key': '%ZZ' },
    { ...earlier, sequencer: object.sequencer },
  ],
])('%s', (_case, metadata, upload) => {
  expect(uploadOf(object, metadata)).toEqual(upload);
});
