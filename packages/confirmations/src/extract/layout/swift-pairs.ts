import type { Line } from '../../read/positioned-text.ts';

/** A field as `swift-message.ts` finds it. */
interface FieldOfMessage {
  readonly tag: string;
  readonly caption?: string;
  readonly parts: readonly { readonly text: string; readonly line: Line }[];
}

/** What only a message of one exchange has. */
const OF_AN_EXCHANGE = /^(?:30V|32B|33B|36|5\d\p{L}?|77D)$/u;
/** What each message of a swap has of its own; all else both say alike. */
const OF_ITS_OWN = /^(?:15[A-Z]|20|22C|30V|32B|33B|36|5\d\p{L}?|77D)$/u;
/** Behind the stem of a reference: which of the two exchanges a message is of. */
export const LEG_OF_REFERENCE = /(?:[-/._ ]?(?:NEAR|FAR)|[-/._ ](?:N|F|L?[12]|[AB]))$/i;
const SHORTEST_STEM = 5;

const textOf = (field: FieldOfMessage | undefined): string =>
  field === undefined
    ? ''
    : (field.parts.length > 1 ? field.parts.slice(1) : field.parts)
        .map(({ text }) => text.trim())
        .join(' ')
        .replace(/\b(?:Currency|Amount)\s*:\s*/gi, '')
        .trim();
const currencyOf = (field: FieldOfMessage | undefined): string =>
  /^([A-Z]{3})\b|^([A-Z]{3})(?=\d)/.exec(textOf(field))?.[0] ?? '';

/**
 * The fields of two MT300 in one print that are the exchanges of one FX swap, as one message with a caption for each leg: the same
 * parties, day and agreement, the same two currencies the other way round, two value dates, and references of one stem (`FX77-N`
 * and `FX77-F`). Of two messages that differ in any of it the fields stay as they are: they are two trades.
 */
export function asOneSwap<F extends FieldOfMessage>(fields: readonly F[]): readonly F[] {
  const starts = fields.flatMap(({ tag }, i) => (tag === '20' ? [i] : []));
  const [first, second] = starts;
  if (starts.length !== 2 || first === undefined || second === undefined) return fields;
  const from = fields[second - 1]?.tag === '15A' ? second - 1 : second;
  const messages = [fields.slice(0, from), fields.slice(from)] as const;
  if (messages.some((each) => each.some(({ caption }) => caption !== undefined))) return fields;
  const stem = stemOfSwap(messages[0], messages[1]);
  if (stem === undefined) return fields;
  const dates = messages.map((each) => textOf(each.find(({ tag }) => tag === '30V')));
  const isNear = (dates[0] ?? '') < (dates[1] ?? '');
  const [near, far] = isNear ? messages : messages.toReversed();
  return [
    ...(near ?? []).map((field) => ofLeg(field, 'near leg', stem)),
    ...(far ?? []).filter(({ tag }) => OF_AN_EXCHANGE.test(tag)).map((field) => ofLeg(field, 'far leg', stem)),
  ];
}

function ofLeg<F extends FieldOfMessage>(field: F, caption: string, stem: string): F {
  if (field.tag === '20') {
    const [name, ...values] = field.parts;
    const [value] = values;
    const parts = value && name ? [name, { ...value, text: stem }] : name ? [{ ...name, text: stem }] : [];
    return { ...field, parts };
  }
  return OF_AN_EXCHANGE.test(field.tag) ? { ...field, caption } : field;
}

/** What the references of both messages begin with, if the messages are the two exchanges of one swap. */
function stemOfSwap(one: readonly FieldOfMessage[], other: readonly FieldOfMessage[]): string | undefined {
  const only = (message: readonly FieldOfMessage[], tag: string) => {
    const found = message.filter((field) => field.tag === tag);
    return found.length === 1 ? found[0] : undefined;
  };
  const [ours, theirs] = [textOf(only(one, '20')), textOf(only(other, '20'))];
  const stem = ours.replace(LEG_OF_REFERENCE, '');
  if (ours === theirs || stem.length < SHORTEST_STEM || stem === ours) return undefined;
  if (theirs.replace(LEG_OF_REFERENCE, '') !== stem) return undefined;
  const said = (message: readonly FieldOfMessage[], tag: string) =>
    message.flatMap((field) => (field.tag === tag ? [textOf(field)] : [])).join('; ');
  const tags = new Set([...one, ...other].map(({ tag }) => tag).filter((tag) => !OF_ITS_OWN.test(tag)));
  for (const tag of tags) if (said(one, tag) !== said(other, tag)) return undefined;
  // Only what is known to be said of the trade or of one exchange is taken together.
  if ([...one, ...other].some(({ tag }) => /^(?:15D|17F|30U|14S|32E)$/.test(tag))) return undefined;
  const [bought, sold] = [currencyOf(only(one, '32B')), currencyOf(only(one, '33B'))];
  if (bought === '' || sold === '' || bought === sold) return undefined;
  if (currencyOf(only(other, '32B')) !== sold || currencyOf(only(other, '33B')) !== bought) return undefined;
  const [date, otherDate] = [textOf(only(one, '30V')), textOf(only(other, '30V'))];
  return /^\d{8}\b/.test(date) && /^\d{8}\b/.test(otherDate) && date !== otherDate ? stem : undefined;
}
