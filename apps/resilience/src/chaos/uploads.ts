import { createHash } from 'node:crypto';
import {
  mismatched,
  REFUSED_SAMPLES,
  renderConfirmation,
  samplePair,
  withinTolerance,
} from '@trade-matching/confirmation-samples';
import type { MatchStatus, Reason, Source } from '@trade-matching/domain';
import type { SeededChoice } from '@trade-matching/local-aws/faults';
import type { Upload } from '@trade-matching/sandbox/system';

/** An upload, and what must become of it. */
export interface ExpectedUpload extends Upload {
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  readonly expected:
    | { readonly kind: 'trade'; readonly reference: string }
    | { readonly kind: 'duplicate'; readonly of: string }
    | { readonly kind: 'refused'; readonly reason: Reason };
}

/** A pair both sides of which are uploaded. */
export interface ExpectedPair {
  readonly bankKey: string;
  readonly counterpartyKey: string;
  readonly status: MatchStatus;
}

export interface ChaosUploads {
  readonly uploads: readonly ExpectedUpload[];
  readonly pairs: readonly ExpectedPair[];
}

/** So many documents: pairs that match, are within tolerance or mismatch, the same bytes again, and bad files. */
export function chaosUploads(documents: number, choice: SeededChoice): ChaosUploads {
  const uploads: ExpectedUpload[] = [];
  const pairs: ExpectedPair[] = [];
  const add = (source: Source, name: string, bytes: Uint8Array, expected: ExpectedUpload['expected']): string => {
    const key = `${source}/2026/11/23/${name}`;
    uploads.push({ key, source, bytes, hash: createHash('sha256').update(bytes).digest('hex'), expected });
    return key;
  };
  for (let i = 0; uploads.length < documents; i++) {
    const what = choice('what', i);
    if (what < 0.05) {
      const bad = REFUSED_SAMPLES[Math.floor(choice('refused', i) * REFUSED_SAMPLES.length)];
      if (bad) add('BANK', `${i} ${bad.name}`, bad.bytes(i), { kind: 'refused', reason: bad.reason });
      continue;
    }
    const plain = samplePair(i);
    const [pair, status]: [typeof plain, MatchStatus] =
      what < 0.12
        ? [mismatched(plain), 'MISMATCHED']
        : what < 0.2
          ? [withinTolerance(plain), 'MATCHED_WITHIN_TOLERANCE']
          : [plain, 'MATCHED'];
    const trade = (reference = '') => ({ kind: 'trade', reference }) as const;
    const bankBytes = renderConfirmation(pair.bank, 'letter');
    const bankKey = add('BANK', `${i}+bank (ä).pdf`, bankBytes, trade(pair.bank.trade_id));
    const counterpartyKey = add(
      'COUNTERPARTY',
      `${i}.PDF`,
      renderConfirmation(pair.counterparty, 'telex'),
      trade(pair.counterparty.trade_id),
    );
    pairs.push({ bankKey, counterpartyKey, status });
    if (choice('again', i) < 0.05) add('BANK', `${i} again.pdf`, bankBytes, { kind: 'duplicate', of: bankKey });
  }
  return { uploads, pairs };
}
