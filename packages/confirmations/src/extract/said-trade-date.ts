import type { FoundFields } from './found-fields.ts';
import type { Entry } from './layout/entry.ts';
import { DATE_LITERAL, dateIn, readDate, type SlashOrder } from './values/dates.ts';
import type { ReadingContext } from './values/readers.ts';

const DATES = new RegExp(DATE_LITERAL, 'giu');
/** A full stop behind which another sentence or a numbered clause begins: not that of `Inc.`, `N.A.` or `No.` */
const SENTENCE_ENDS =
  /(?<!\b(?:Inc|Ltd|Co|Corp|No|Nr|St|Mr|Ms|Mrs|Dr|Ref|N\.A|S\.A|S\.p\.A|B\.V|N\.V|\p{Lu}|(?<![\d.,])\d{1,2}))\.\s+(?=\p{Lu}|\(?\d{1,2}[.)]\s+\p{Lu})|\s¦\s|\n/u;

/** What parties do when they make a trade. */
const DEALING =
  /\b(?:entered into|concluded|agreed|dealt|dealing with us|traded|executed|made|done|booked|struck|transacted|abgeschlossen|geschlossen|vereinbart|conclue?s?|négociée?s?|concertad[ao]|contratad[ao]|pactad[ao]|celebrad[ao]|conclus[ao]|stipulat[ao]|negoziat[ao]|cerrad[ao]|realizad[ao]|traitée?s?|perfezionat[ao]|effettuat[ao])\b/gi;
/** The trade itself, with its day right behind it: `Swap Transaction of 20 August 2026`, `Aktienswap vom 5. November 2026`. */
const OF_THE_TRADE =
  /(?:transaction|trade|deal|swaps?|option|swaption|forward|cap|collar|floor|ndf|contract|geschäft|abschluss|\p{L}*termingeschäft|opération|operación|operazione|opción|opzione)(?: (?:transaction|no\.? \S+|[A-Z]{2,}[-/]?\S*\d\S*))?[\s,:–-]+(?:(?:was )?(?:dated|dealt|executed|traded|concluded|entered into|struck|agreed|done)(?: on)?|of|vom|du|del|de fecha|conclue? le|date de négociation|data di (?:conclusione|negoziazione)|fecha de contratación|trade date)[\s:]*$/iu;
/** A day of something else that is dated: an agreement, a facility, a resolution, what was received before. */
const OF_ANOTHER =
  /\b(?:agreements?|payments?|premium|fees?|amounts?|settlements?|delivery|deliveries|exchanges?|exercised?|fixings?|notices?|calculations?|definitions|annex|facility|loan|resolution|letter|deed|act|law|directive|policy|received|reply|respond|return|confirmations?|rahmenvertrag\w*|vertrag\w*|convention|contrato|contratto|accordo)\b[^.;]{0,60}$/i;

/**
 * The day of the trade as a letter says it, where nothing else gives it: in a sentence of dealing (`the transaction entered into
 * between X, N.A. and Y on 12 May 2026`), behind the trade's name in a subject (`Interest rate swap dated 17 June 2026`), or
 * called so behind it (`on 7 July 2026 (the “Trade Date”)`). Two days that may be it leave it open.
 */
export function readSaidTradeDate(
  found: FoundFields,
  prose: string,
  entries: readonly Entry[],
  { slashOrder }: ReadingContext,
): void {
  if (found.get('trade_date') !== undefined || found.unclear.has('trade_date')) return;
  const days = new Map<string, string>();
  const said = [...prose.split(SENTENCE_ENDS), ...entries.map(({ value }) => value)];
  for (const sentence of said) {
    let from = 0;
    for (const { 0: literal, index } of sentence.matchAll(DATES)) {
      const [before, after] = [sentence.slice(from, index), sentence.slice(index + literal.length)];
      from = index + literal.length;
      const read = readDate(literal, slashOrder);
      // `Zinsswap vom 5. November 2026 bis …`: the first day of a period.
      if (read.kind !== 'date' || A_PERIOD.test(after)) continue;
      const isCalled = /^\s*\(?\s*(?:the\s+)?["“(]?\s*trade date\b/i.test(after);
      // `den am 23. Februar 2026 telefonisch vereinbarten Zinsswap`: German has the verb behind the day.
      if (DEALT_BEHIND.test(after) && !OF_ANOTHER.test(before))
        days.set(read.date, `${literal}${after.slice(0, LONGEST_LITERAL)}`);
      if (isCalled || (!OF_ANOTHER.test(before) && (OF_THE_TRADE.test(before) || isDealing(before))))
        days.set(read.date, `${before.slice(-LONGEST_LITERAL)}${literal}`);
    }
  }
  if (days.size === 0) readToday(found, said, entries, slashOrder);
  const [only] = days;
  if (!only || days.size > 1) return;
  const place = { page: 0, line: 0, label: 'text', value: only[1].trim() };
  found.add('trade_date', only[0], place, 0.85);
}
const LONGEST_LITERAL = 60;
const DEALT_BEHIND =
  /^\s+(?:\p{L}+\s+){0,5}(?:abgeschlossene|vereinbarte|getätigte|geschlossene|gehandelte)[nsmr]?\s+\p{L}/iu;
const A_PERIOD = /^,?\s*(?:to|until|till|through|bis|au|al|hasta|fino|[–-])\b/i;

/** A verb of dealing, and no more than names between it and `on` before the day. */
function isDealing(before: string): boolean {
  const verb = [...before.matchAll(DEALING)].at(-1);
  return (
    verb !== undefined &&
    before.length - verb.index < FURTHEST &&
    /\b(?:on|dated|of|am|vom|le|el|il|in data|del|du)\s+$/i.test(before)
  );
}
const FURTHEST = 220;

const TODAY = /\b(?:today|this (?:morning|afternoon)|heute|heutigen|ce jour|aujourd['’]hui|oggi|odiern[ao]|hoy)\b/i;
const SENT = /^(?:sent|date|envoyé|inviato|enviado|gesendet|datum|data|fecha|le)\s*:?$/i;

/** `the option traded today`: the day on which the message was sent, or that the letter has. */
function readToday(
  found: FoundFields,
  sentences: readonly string[],
  entries: readonly Entry[],
  slashOrder: SlashOrder | undefined,
): void {
  const said = sentences.find((sentence) => TODAY.test(sentence) && (DONE.test(sentence) || /odiern/i.test(sentence)));
  if (said === undefined) return;
  const days = entries
    .filter(({ label }) => SENT.test(label.trim()))
    .flatMap(({ value }) => {
      const { reading } = dateIn(value, slashOrder);
      return reading.kind === 'date' ? [reading.date] : [];
    });
  const [day] = new Set(days);
  if (day !== undefined && new Set(days).size === 1)
    found.add('trade_date', day, { page: 0, line: 0, label: 'text', value: said.trim() }, 0.8);
}
const DONE = new RegExp(`${DEALING.source}|\\b(?:traitée?s?|bought|sold|purchased|deal)\\b`, 'i');
