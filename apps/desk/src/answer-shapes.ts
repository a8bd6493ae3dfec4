import { CASE_STATES } from '@trade-matching/cases';
import { LEDGER_STATUSES, REASONS, SOURCES } from '@trade-matching/domain';
import * as z from 'zod';
import { ROLES } from './people.ts';
import { STORY_KINDS } from './trade-story.ts';

// What the routes answer, as it is published; the tests of the running desk hold every answer to it.

const person = z.object({ id: z.string(), name: z.string(), roles: z.array(z.enum(ROLES)) });
export const peopleAnswer = z.object({ people: z.array(person) });
export const sessionAnswer = z.object({
  person,
  environment: z.string(),
  /** Of each command, the code of a reason and how it reads. */
  reasons: z.record(z.string(), z.record(z.string(), z.string())),
  now: z.string(),
});

const differingValue = z.object({
  field: z.string(),
  bank: z.string().optional(),
  counterparty: z.string().optional(),
});
/** Of a case, what a list needs; the rest of it is there as well. */
const listedCase = z.looseObject({
  case_id: z.string(),
  state: z.enum(CASE_STATES),
  origin: z.looseObject({ subject: z.object({ kind: z.string(), id: z.string() }) }),
  facts: z.looseObject({
    status: z.string(),
    fields: z.array(z.string()),
    values: z.array(differingValue).optional(),
    critical: z.boolean(),
  }),
  assignee: z.string().optional(),
  opened_at: z.string(),
  due_at: z.string(),
  revision: z.int(),
});
export const casesAnswer = z.object({
  cases: z.array(listedCase),
  cursor: z.string().optional(),
  as_of: z.string(),
});

/** The event that a command became, and what came of it for its trades. */
export const decidedAnswer = z.looseObject({
  event: z.looseObject({ case_id: z.string(), event_id: z.string(), action: z.string(), actor: z.string() }),
});
export const correctedAnswer = decidedAnswer.extend({ field: z.string(), value: z.string() });
export const readingAnswer = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('value'), field: z.string(), value: z.string() }),
  z.looseObject({ kind: z.literal('unreadable'), why: z.string() }),
]);

export const bulkAnswer = z.object({
  results: z.array(z.object({ case_id: z.string(), done: z.boolean(), message: z.string().optional() })),
});
export const chasersAnswer = z.object({
  drafts: z.array(z.object({ case_id: z.string(), counterparty: z.string().optional(), text: z.string().optional() })),
});
const view = z.object({ name: z.string(), query: z.string() });
export const viewsAnswer = z.object({ views: z.array(view) });
export const keptViewAnswer = z.object({ view });
export const forgottenViewAnswer = z.object({ view: z.null() });

const document = z.object({
  status: z.enum(LEDGER_STATUSES),
  source: z.enum([...SOURCES, 'UNKNOWN']),
  key: z.string(),
  size: z.number(),
  updated_at: z.string(),
  attempts: z.number(),
  hash: z.string().optional(),
  reason: z.enum(REASONS).optional(),
  reason_text: z.string().optional(),
  duplicate_of: z.string().optional(),
  trade_key: z.string().optional(),
  match_status: z.string().optional(),
  history: z
    .array(z.object({ at: z.string(), what: z.string(), by: z.string(), detail: z.string().optional() }))
    .optional(),
});
export const documentsAnswer = z.object({
  day: z.string(),
  documents: z.array(document),
  is_cut: z.boolean(),
  as_of: z.string(),
});
/** Every content that a key has held; of one that was refused, a letter that asks for another. */
export const documentAnswer = z.object({ documents: z.array(document), letter: z.string().optional() });
export const labelsAnswer = z.object({
  labels: z.array(z.object({ label: z.string(), key: z.string(), literal: z.string(), field: z.string().optional() })),
  fields: z.array(z.string()),
});
export const pageWordsAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('picture'),
    /** `other`: as another engine reads it, where the two do not agree. Boxes are in points of the page as it is shown. */
    words: z.array(
      z.object({
        ...{ text: z.string(), other: z.string().optional(), confidence: z.number(), line: z.int() },
        ...{ x: z.number(), y: z.number(), width: z.number(), height: z.number() },
      }),
    ),
  }),
  z.object({ kind: z.literal('text') }),
  z.object({ kind: z.literal('refused'), refusal: z.object({ reason: z.enum(REASONS), message: z.string() }) }),
]);
export const redriveAnswer = z.object({ result: z.literal('redriven') });
export const uploadAnswer = z.object({
  key: z.string(),
  url: z.string(),
  expires_at: z.string(),
  fields: z.record(z.string(), z.string()),
});

export const differencesAnswer = z.object({
  differences: z.array(z.object({ place: z.string(), before: z.string().optional(), after: z.string().optional() })),
});
export const dryRunAnswer = z.object({
  compared: z.int(),
  changed: z.int(),
  rows: z.array(
    z.object({
      match_id: z.string(),
      references: z.string(),
      counterparty: z.string(),
      from: z.string(),
      to: z.string(),
      by_active: z.boolean(),
    }),
  ),
});
export const profilesAnswer = z.object({
  active: z.int(),
  versions: z.array(z.looseObject({ version: z.int(), state: z.string(), json: z.string() })),
  broken_at: z.number().optional(),
});
export const versionAnswer = z.object({ version: z.int() });

const wording = z.looseObject({ wording_id: z.string(), label: z.string(), key: z.string(), field: z.string() });
export const wordingsAnswer = z.object({ wordings: z.array(wording) });
export const wordingAnswer = z.object({ wording });
export const replayAnswer = z.object({
  looked_at: z.int(),
  read_anew: z.int(),
  rows: z.array(
    z.object({
      trade_key: z.string().optional(),
      document: z.string().optional(),
      reference: z.string(),
      counterparty: z.string(),
      match_status: z.string(),
      literal: z.string(),
      value: z.string().optional(),
      why: z.string().optional(),
    }),
  ),
  is_cut: z.boolean(),
});

const foundTrade = z.object({
  trade_key: z.string(),
  source: z.string(),
  match_status: z.string(),
  reference: z.string().optional(),
  product: z.string().optional(),
  counterparty: z.string().optional(),
});
export const findAnswer = z.union([
  z.object({ place: z.string() }),
  z.object({ trades: z.array(foundTrade), is_cut: z.boolean() }),
]);

const side = z.looseObject({ trade_key: z.string(), s3_key: z.string(), document_hash: z.string(), version: z.int() });
const caseEvent = z.looseObject({ event_id: z.string(), sequence: z.int(), action: z.string(), actor: z.string() });
export const breakAnswer = z.object({
  case: listedCase,
  events: z.array(caseEvent),
  match: z
    .object({ match_id: z.string(), status: z.string(), paired_by: z.string(), updated_at: z.string() })
    .optional(),
  bank: side.optional(),
  counterparty: side.optional(),
  terms: z.array(z.looseObject({ field: z.string(), tolerance: z.string(), verdict: z.string() })),
  other_terms: z.array(z.looseObject({ label: z.string(), verdict: z.string() })),
  flags: z.array(z.looseObject({ code: z.string() })),
  unknown_labels: z.array(
    z.object({
      source: z.enum(SOURCES),
      trade_key: z.string(),
      label: z.string(),
      key: z.string(),
      literal: z.string(),
      field: z.string().optional(),
    }),
  ),
});

/** The latest first. */
export const storyAnswer = z.object({
  trade_key: z.string(),
  sides: z.array(side.extend({ source: z.enum(SOURCES), match_status: z.string(), trade: z.looseObject({}) })),
  entries: z.array(
    z.object({
      at: z.string(),
      kind: z.enum(STORY_KINDS),
      side: z.enum(SOURCES).optional(),
      who: z.string(),
      what: z.string(),
      detail: z.string().optional(),
      of: z.string(),
      hash: z.string().optional(),
    }),
  ),
  cases: z.array(z.object({ case_id: z.string(), verdict: z.looseObject({ kind: z.string() }).optional() })),
});
