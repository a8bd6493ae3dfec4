import { createHash } from 'node:crypto';
import {
  mismatched,
  REFUSED_SAMPLES,
  renderConfirmation,
  samplePair,
  withinTolerance,
} from '@trade-matching/confirmation-samples';
import type { DocumentKind, MatchStatus, Reason, Source, Trade } from '@trade-matching/domain';
import type { SeededChoice } from '@trade-matching/local-aws/faults';
import type { Upload } from '@trade-matching/sandbox/system';

/** An upload, and what must become of it. */
export interface ExpectedUpload extends Upload {
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  readonly expected:
    | { readonly kind: 'trade'; readonly reference: string; readonly document: DocumentKind }
    | { readonly kind: 'duplicate' }
    | { readonly kind: 'refused'; readonly reason: Reason };
  /** Uploaded when all others are processed and people have decided. */
  readonly late?: true;
}

/** Uploads in this order, each when S3 has taken the one before: whether that has been processed is open. */
export type Story = readonly ExpectedUpload[];

/** A pair both sides of which are uploaded, and what the newest documents of both come to. */
export interface ExpectedPair {
  readonly bank: string;
  readonly counterparty: string;
  readonly status: MatchStatus;
}

export interface ChaosLoad {
  readonly stories: readonly Story[];
  readonly pairs: readonly ExpectedPair[];
}

/** What people do to a pair, by share; what is left is a pair that matches. */
const SHARES = {
  refused: 0.05,
  mismatched: 0.06,
  'within tolerance': 0.06,
  // Under the same key: an amendment, and a good file after one that is none.
  overwritten: 0.06,
  'uploaded again after a refusal': 0.04,
  // Under another key.
  amended: 0.04,
  cancelled: 0.05,
  // The same bytes under another key.
  'sent twice': 0.05,
  // Two of the other side fit it, until a person forces it together with one of them.
  'look-alikes': 0.06,
} as const;
type Happening = keyof typeof SHARES | 'matched';

/**
 * At least so many uploads: pairs that match, are within tolerance or mismatch, bad files, and what people do: overwrite a
 * key, upload a refused document again, amend, cancel, send the same twice.
 */
export function chaosLoad(documents: number, choice: SeededChoice): ChaosLoad {
  const stories: Story[] = [];
  const pairs: ExpectedPair[] = [];
  for (let i = 0, count = 0; count < documents; i++) {
    const told = pairStory(i, happeningOf(choice('what', i)), choice);
    stories.push(...told.stories);
    if (told.pair) pairs.push(told.pair);
    count += told.stories.reduce((sum, { length }) => sum + length, 0);
  }
  return { stories, pairs };
}

function happeningOf(chosen: number): Happening {
  let left = chosen;
  for (const [name, share] of Object.entries(SHARES)) {
    left -= share;
    if (left < 0) return name as keyof typeof SHARES;
  }
  return 'matched';
}

function pairStory(i: number, what: Happening, choice: SeededChoice): { stories: Story[]; pair?: ExpectedPair } {
  const bad = REFUSED_SAMPLES[Math.floor(choice('refused', i) * REFUSED_SAMPLES.length)];
  const refused = (key: string) =>
    bad ? [upload(key, bad.bytes(i), { kind: 'refused', reason: bad.reason } as const)] : [];
  if (what === 'refused') return { stories: [refused(bankKey(`${i} ${bad?.name}`))] };

  const plain = samplePair(i);
  if (what === 'look-alikes') return { stories: lookAlikes(i, plain) };
  const { bank, counterparty } =
    what === 'mismatched' ? mismatched(plain) : what === 'within tolerance' ? withinTolerance(plain) : plain;
  const key = bankKey(`${i}+bank (ä).pdf`);
  const first = confirmation(key, bank);
  const otherTerms = confirmation(key, { ...bank, trade_date: '2025-01-02' });
  const beside = bankKey(`${i} later.pdf`);
  const ours: Readonly<Record<Exclude<Happening, 'refused' | 'look-alikes'>, Story>> = {
    // Whoever decided on it has decided on another document.
    mismatched: choice('late', i) < 0.5 ? [first, { ...confirmation(beside, bank, 'AMENDMENT'), late: true }] : [first],
    'within tolerance': [first],
    matched: [first],
    overwritten: [otherTerms, first],
    'uploaded again after a refusal': [...refused(key), first],
    amended: [otherTerms, confirmation(beside, bank, 'AMENDMENT')],
    cancelled: [first, confirmation(beside, bank, 'CANCELLATION')],
    'sent twice': [first, { ...first, key: beside, expected: { kind: 'duplicate' } }],
  };
  const status: MatchStatus =
    what === 'mismatched'
      ? 'MISMATCHED'
      : what === 'within tolerance'
        ? 'MATCHED_WITHIN_TOLERANCE'
        : what === 'cancelled'
          ? 'CANCELLED'
          : 'MATCHED';
  const theirs = confirmation(`COUNTERPARTY/2026/11/23/${i}.PDF`, counterparty);
  return {
    stories: [ours[what], [theirs]],
    pair: { bank: bank.trade_id ?? '', counterparty: counterparty.trade_id ?? '', status },
  };
}

/** By their terms both are ours' trade. Later one of them names ours: by the rules it alone is, whatever a person said. */
function lookAlikes(i: number, { bank, counterparty }: ReturnType<typeof samplePair>): Story[] {
  const unreferenced = ({ other_reference: _reference, uti: _uti, ...trade }: Trade): Trade => trade;
  const theirs = (which: 'A' | 'B') => ({ ...unreferenced(counterparty), trade_id: `ALIKE-${i}-${which}` });
  const key = (name: string) => `COUNTERPARTY/2026/11/23/${i} ${name}.pdf`;
  const naming = { ...theirs('B'), other_reference: bank.trade_id ?? '' };
  return [
    [confirmation(bankKey(`${i} alike.pdf`), unreferenced(bank))],
    [confirmation(key('A'), theirs('A'))],
    [confirmation(key('B'), theirs('B')), { ...confirmation(key('B naming'), naming, 'AMENDMENT'), late: true }],
  ];
}

const bankKey = (name: string) => `BANK/2026/11/23/${name}`;

function confirmation(key: string, trade: Trade, document: DocumentKind = 'NEW'): ExpectedUpload {
  const bytes = renderConfirmation(trade, trade.source_type === 'BANK' ? 'letter' : 'telex', document);
  return upload(key, bytes, { kind: 'trade', reference: trade.trade_id ?? '', document });
}

function upload(key: string, bytes: Uint8Array, expected: ExpectedUpload['expected']): ExpectedUpload {
  const source: Source = key.startsWith('BANK/') ? 'BANK' : 'COUNTERPARTY';
  return { key, source, bytes, hash: createHash('sha256').update(bytes).digest('hex'), expected };
}
