import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { WrongUsageError } from '@trade-matching/command-line';
import { isSource, type Source } from '@trade-matching/domain';
import * as z from 'zod';

const value = z.union([z.string(), z.number().transform(String)]);

const manifestSchema = z.object({
  documents: z.array(
    z.object({
      /** Relative to the manifest. */
      path: z.string(),
      kind: z.string().default(''),
      /** What the document prints, in the canonical names and forms. */
      truth: z.record(z.string(), value).optional(),
      /** `accept`, or in words what should become of it. */
      expectation: z.string(),
      side: z.string().optional(),
    }),
  ),
  pairs: z
    .array(
      z.object({
        id: z.string(),
        bank: z.string().nullish(),
        counterparty: z.string().nullish(),
        /** `matched`, `matched_within_tolerance`, `mismatched`, `matched_with_review`, `unmatched`, … */
        expected: z.string(),
        diffs: z.array(z.object({ field: z.string() })).default([]),
      }),
    )
    .default([]),
});

export type Manifest = z.infer<typeof manifestSchema>;
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

export function isAccepted({ expectation }: ManifestDocument): boolean {
  return /^accept\b/i.test(expectation);
}
