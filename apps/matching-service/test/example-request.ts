import type { ProcessRequest } from '@trade-matching/domain';
import type { PageWordsOutcome } from '../src/page-words.ts';
import type { PairAnewOutcome } from '../src/pair-anew.ts';
import type { ProcessOutcome } from '../src/process-document.ts';
import type { ReadAnewOutcome } from '../src/read-anew.ts';

export const hash = 'ab'.repeat(32);

/** A request as the processor sends it. */
export const aRequest: ProcessRequest = {
  s3_bucket: 'documents',
  s3_key: 'BANK/2026/11/23/a.pdf',
  source_type: 'BANK',
  event_time: '2026-11-23T10:00:00.000Z',
  unique_identifier: 'BANK-1',
  metadata: {
    source_path: 'BANK/2026/11/23',
    filename: 'a.pdf',
    upload_timestamp: '2026-11-23T10:00:00.000Z',
    unique_identifier: 'BANK-1',
    etag: 'e',
    content_type: 'application/pdf',
    last_modified: '2026-11-23T10:00:00.000Z',
  },
  validation_info: { valid: true, file_size: 1000, doc_hash: hash, last_modified: '2026-11-23T10:00:00.000Z' },
};

export const processed: ProcessOutcome = {
  kind: 'processed',
  answer: {
    status: 'PROCESSED',
    trade_id: 't1',
    document_hash: hash,
    match: { status: 'UNMATCHED', differences: [] },
  },
};

export const paired: PairAnewOutcome = {
  kind: 'paired',
  answer: {
    trades: [{ trade_key: 'a'.repeat(24), trade_id: 't1', match: { status: 'UNMATCHED', differences: [] } }],
  },
};

export const readAgain: ReadAnewOutcome = {
  kind: 'read',
  answer: {
    refusal: { reason: 'EXTRACTION_INCOMPLETE', message: 'missing: fixed_rate' },
    read: {
      ...{ product: 'INTEREST_RATE_SWAP', counterparty: 'Northgate LLC', fields: ['fixed_rate'] },
      labels: [{ label: 'Quux Yield', key: 'quux yield', literal: '2.4 %' }],
      reading: { label: 'Quux Yield', literal: '2.4 %', value: '2.4' },
    },
  },
};

export const someWords: PageWordsOutcome = {
  kind: 'read',
  answer: {
    kind: 'picture',
    words: [
      { text: '2.4O%', other: '2.40%', confidence: 0.91, line: 0, ...{ x: 72, y: 90.5, width: 31, height: 11 } },
      { text: 'p.a.', confidence: 0.97, line: 0, ...{ x: 108, y: 90.5, width: 18, height: 11 } },
    ],
  },
};
