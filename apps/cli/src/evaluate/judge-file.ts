import type { Reason } from '@trade-matching/domain';
import type { ReadDocument } from '../documents/read-documents.ts';
import { allowedOutcome, satisfiedByReading } from './judge-outcome.ts';
import { isAccepted, type ManifestDocument, mayBeRefused } from './manifest.ts';
import type { ScoredField } from './score-fields.ts';

/** What became of a file that is not an ordinary confirmation. */
export interface JudgedFile {
  readonly file: string;
  readonly expectation: string;
  readonly outcome: 'extracted' | 'refused';
  readonly reason?: Reason;
  readonly flags: readonly string[];
  readonly milliseconds: number;
  /** `unjudged` where the expectation's words are not understood: a person decides. */
  readonly verdict: 'right' | 'wrong' | 'unjudged';
  readonly why: string;
}

/** What the words of an expectation, or else of the file's kind, mean as a reason. */
const REASONS_MEANT: readonly { readonly words: RegExp; readonly reasons: readonly Reason[] }[] = [
  { words: /empty|zero.?byte/, reasons: ['EMPTY_FILE'] },
  { words: /%pdf|header|renamed/, reasons: ['NOT_A_PDF'] },
  { words: /password|encrypt/, reasons: ['ENCRYPTED_PDF'] },
  { words: /active content|javascript|launch|xfa/, reasons: ['ACTIVE_CONTENT'] },
  { words: /attachment|embedded/, reasons: ['EMBEDDED_FILE'] },
  { words: /no.text|ocr|scan/, reasons: ['NO_TEXT'] },
  { words: /no required fields|not a confirmation|unrelated/, reasons: ['NOT_A_CONFIRMATION', 'NO_TEXT'] },
  { words: /multiple|several|two (trades|confirmations)/, reasons: ['MULTIPLE_TRADES'] },
  { words: /too large|file size/, reasons: ['FILE_TOO_LARGE'] },
  {
    words: /truncated|corrupt|damaged/,
    reasons: ['CORRUPT_PDF', 'EXTRACTION_INCOMPLETE', 'NOT_A_CONFIRMATION', 'NO_TEXT'],
  },
];

/** Judges the answer by the manifest's words. What is accepted must also be read right, to the last field. */
export function judgeFile(document: ManifestDocument, read: ReadDocument, fields: readonly ScoredField[]): JudgedFile {
  const { extraction, milliseconds } = read;
  const flags = extraction.outcome === 'extracted' ? extraction.extracted.flags.map(({ code }) => code) : [];
  return {
    file: document.path,
    expectation: document.expectation,
    outcome: extraction.outcome,
    ...(extraction.outcome === 'refused' ? { reason: extraction.refusal.reason } : {}),
    flags,
    milliseconds: Math.round(milliseconds),
    ...verdictOf(document, read, fields),
  };
}

type Judgement = Pick<JudgedFile, 'verdict' | 'why'>;

/** How long a file may take is the reader's own limit, in processor time: the clock of a busy machine judges nothing. */
function verdictOf(document: ManifestDocument, read: ReadDocument, fields: readonly ScoredField[]): Judgement {
  const { extraction } = read;
  const misread = fields.filter(({ verdict, flagged }) => verdict === 'wrong' && !flagged).map(({ field }) => field);
  if (isAccepted(document)) {
    if (extraction.outcome === 'refused') return wrong(`refused: ${extraction.refusal.message}`);
    const missed = fields.filter(({ verdict }) => verdict === 'missing').map(({ field }) => field);
    const left = [...misread, ...missed];
    return left.length === 0 ? right('read in full') : wrong(`not read: ${left.join(', ')}`);
  }
  if (document.allowed !== undefined) {
    const outcome = misread.length === 0 ? allowedOutcome(document, extraction) : undefined;
    if (outcome !== undefined) return right(outcome.toLowerCase().replaceAll('_', ' '));
    return wrong(misread.length > 0 ? `misread without a flag: ${misread.join(', ')}` : 'none of the allowed outcomes');
  }
  const expectation = document.expectation.toLowerCase();
  if (/bounded/.test(expectation)) return right('answered in time');
  if (!mayBeRefused(expectation)) {
    return { verdict: 'unjudged', why: 'the expectation says neither accept nor reject' };
  }
  if (extraction.outcome === 'extracted') {
    const satisfied = satisfiedByReading(document, extraction.extracted, fields);
    if (satisfied !== undefined) return right(satisfied);
    if (misread.length > 0) return wrong(`misread without a flag: ${misread.join(', ')}`);
    // A scan that is read goes to a person, as one that is refused does.
    if (/ocr|scan|no.text/.test(expectation) && extraction.extracted.flags.some(({ code }) => code === 'SCANNED')) {
      return right('read as a scan, for review');
    }
    if (/flag/.test(expectation) && extraction.extracted.flags.length > 0) return right('flagged');
    // Any other outcome that the words allow is for a person to judge, where values are known and right.
    if (document.truth !== undefined && !/^(?:reject|refuse:)/.test(expectation)) {
      return { verdict: 'unjudged', why: 'extracted, no value wrong' };
    }
    return wrong('extracted as if nothing were wrong');
  }
  const meant = reasonsMeant(expectation) ?? reasonsMeant(document.kind.toLowerCase());
  if (!meant || meant.includes(extraction.refusal.reason)) return right('refused');
  return wrong(`refused, but not as ${meant.join(' or ')}`);
}

function reasonsMeant(words: string): readonly Reason[] | undefined {
  return REASONS_MEANT.find((meaning) => meaning.words.test(words))?.reasons;
}

function right(why: string): Judgement {
  return { verdict: 'right', why };
}

function wrong(why: string): Judgement {
  return { verdict: 'wrong', why };
}
