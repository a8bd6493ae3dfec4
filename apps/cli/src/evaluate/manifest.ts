import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { WrongUsageError } from '@trade-matching/command-line';
import { isSource, type Source } from '@trade-matching/domain';
import * as z from 'zod';

const value = z.union([z.string(), z.number().transform(String), z.boolean().transform(String), z.null()]);
const truthSchema = z.record(z.string(), value).nullish();

const documentSchema = z
  .object({
    /** Relative to the manifest. */
    path: z.string(),
    kind: z.string().default(''),
    /** What it prints, in the canonical names and forms; null for what nobody could read. Also called `fields`. */
    truth: truthSchema,
    fields: truthSchema,
    /** `accept`, `extracted`, or in words what should become of it. */
    expectation: z.string().default('accept'),
    /** It states fewer terms than its product needs. */
    partial: z.boolean().default(false),
    side: z.string().optional(),
    /** What an odd file is made to try, in words. */
    tries: z.string().default(''),
    /** All that may become of it, by the names of outcomes: `REFUSED`, `EXTRACTED_WITH_REVIEW_FLAG`, … */
    allowed: z.array(z.string()).min(1).optional(),
  })
  .transform(({ fields, truth, ...rest }) => ({ ...rest, truth: truth ?? fields ?? undefined }));

/** A status in the manifest's words: `matched`, `matched_within_tolerance`, `matched_with_review`, `REFUSED`, … */
const status = z.string().transform((word) => {
  const upper = word.trim().toUpperCase().replace(/\W+/g, '_');
  return upper === 'MATCHED_WITH_REVIEW' ? 'REVIEW' : upper;
});
const statuses = z.array(status).min(1).optional();

const pairSchema = z
  .object({
    id: z.string(),
    bank: z.string().nullish(),
    counterparty: z.string().nullish(),
    expected: status.optional(),
    /** All that the pair may be called. */
    allowed: statuses,
    /** The same under a profile that takes summaries as they are: `completeness: as-stated`. */
    allowed_as_stated: statuses,
    /** A canonical field, or the words of a term that has none. */
    diffs: z.array(z.object({ field: z.string() })).default([]),
  })
  .refine(({ expected, allowed }) => expected !== undefined || allowed !== undefined, 'expected or allowed');

const setSchema = z.object({ documents: z.array(documentSchema), pairs: z.array(pairSchema).default([]) });

const manifestSchema = z.preprocess((given) => {
  // One form of the manifest calls its documents `docs`.
  if (typeof given !== 'object' || given === null || 'documents' in given || !('docs' in given)) return given;
  return { ...given, documents: given.docs };
}, setSchema);

export type Manifest = z.infer<typeof setSchema>;
export type ManifestDocument = Manifest['documents'][number];
export type ManifestPair = Manifest['pairs'][number];

/**
 * The manifest of a folder of documents with what is true of them.
 *
 * @throws {WrongUsageError} where it is not there, or says something else than a manifest does
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const file = path.join(folder, 'manifest.json');
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new WrongUsageError(`There is no ${file} to read. Give the folder of a manifest and its PDFs.`, { cause });
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new WrongUsageError(`${file} is not JSON.`, { cause });
  }
  const { success, data, error } = manifestSchema.safeParse(json);
  if (!success) throw new WrongUsageError(`${file} is not a manifest.\n${z.prettifyError(error)}`);
  const known = new Set(data.documents.map((document) => document.path));
  for (const { id, bank, counterparty } of data.pairs) {
    const unknown = [bank, counterparty].find((document) => document && !known.has(document));
    if (unknown) throw new WrongUsageError(`${file}: pair ${id} names ${unknown}, which is none of its documents.`);
  }
  return data;
}

/** Whose confirmation a document is: as the manifest says, else the counterparty's. */
export function sourceOf({ side, truth }: ManifestDocument): Source {
  const given = side ?? truth?.source_type;
  return isSource(given) ? given : 'COUNTERPARTY';
}

/** Whether a document has to be read, and its values held to its truth. */
export function isAccepted({ allowed, expectation, truth }: ManifestDocument): boolean {
  if (allowed !== undefined) return false;
  if (mayBeRefused(expectation)) return false;
  return /^(?:accept|extracted)\b/i.test(expectation) || truth !== undefined;
}

/** The expectation names a refusal, alone or as one of several outcomes. */
export function mayBeRefused(expectation: string): boolean {
  return /refuse|reject|quarantine|no text|^flag/i.test(expectation);
}
