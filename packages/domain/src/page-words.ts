import * as z from 'zod/mini';
import { LONGEST_CORRECTION } from './correction.ts';
import { readAnewRequestSchema } from './read-anew.ts';
import { REASONS } from './reasons.ts';

/** Pages that a document may have. */
const LAST_PAGE = 50;
/** Words of one page: a dense one has some 900. */
export const MAX_PAGE_WORDS = 3_000;

/** `POST /page-words`: the words of one page of a filed document, where the page is a picture. Nothing is written. */
export const pageWordsRequestSchema = z.object({
  s3_key: readAnewRequestSchema.shape.s3_key,
  document_hash: readAnewRequestSchema.shape.document_hash,
  /** 1-based. */
  page: z.int().check(z.gte(1), z.lte(LAST_PAGE)),
});

export type PageWordsRequest = z.infer<typeof pageWordsRequestSchema>;

const text = z.string().check(z.minLength(1), z.maxLength(LONGEST_CORRECTION));

/** A word that was read from a picture. */
const scannedWordSchema = z.object({
  text,
  /** As another engine reads it, where the two do not agree. */
  other: z.optional(text),
  /** 0 to 1. */
  confidence: z.number().check(z.gte(0), z.lte(1)),
  /** From the top of the sheet as it is held for reading, from 0. */
  line: z.int().check(z.gte(0)),
  /** Of its box: points from the top left corner of the page as it is shown. */
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});

export type ScannedWord = z.infer<typeof scannedWordSchema>;

/**
 * - `picture`: what was read of the page, line by line.
 * - `text`: the page has text of its own, or there is no such page.
 * - `refused`: the document cannot be opened.
 */
export const pageWordsAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('picture'), words: z.array(scannedWordSchema).check(z.maxLength(MAX_PAGE_WORDS)) }),
  z.object({ kind: z.literal('text') }),
  z.object({ kind: z.literal('refused'), refusal: z.object({ reason: z.enum(REASONS), message: z.string() }) }),
]);

export type PageWords = z.infer<typeof pageWordsAnswerSchema>;
