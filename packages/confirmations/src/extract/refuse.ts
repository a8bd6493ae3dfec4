import type { Extraction, Reason } from '@trade-matching/domain';
import type { PositionedText } from '../read/positioned-text.ts';
import { proseOf } from './layout/prose.ts';
import { foreignLanguageOf } from './not-a-confirmation.ts';

export function refuse(reason: Reason, message: string): Extract<Extraction, { outcome: 'refused' }> {
  return { outcome: 'refused', refusal: { reason, message } };
}

/** A document that names no product: in glyphs without characters, a language that is not read, or another paper. */
export function refuseUnnamed(text: PositionedText, prose: string): Extraction {
  const language = foreignLanguageOf(prose);
  if (language !== undefined) {
    return refuse('NOT_A_CONFIRMATION', `The document is in ${language}, which is not read.`);
  }
  return isGarbled(text)
    ? refuse(
        'NO_TEXT',
        'The fonts of the document do not say which characters they show: it needs to be read as a picture.',
      )
    : refuse('NOT_A_CONFIRMATION', 'The document names no product that is confirmed here.');
}

// Text in which no common word occurs is what a font without a usable mapping gives.
function isGarbled(text: PositionedText): boolean {
  if (text.unmapped > 0.3) return true;
  const words =
    proseOf(text)
      .toLowerCase()
      .match(/[^\s]{2,}/g) ?? [];
  return (
    words.length >= 20 &&
    !words.some((word) =>
      /^(?:the|of|to|and|date|in|for|is|de|la|und|der|rate|amount|by|bank|swap|trade|from|ref|plc|limited|ltd|fixed|paid|payer|buyer|seller|notional)[:.,]?$/.test(
        word,
      ),
    )
  );
}
