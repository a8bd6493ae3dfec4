import type { Product, TradeField } from '@trade-matching/domain';
import { lineText, type PositionedText } from '../read/positioned-text.ts';
import type { FoundFields } from './found-fields.ts';
import { DEFINITIONS } from './products/index.ts';

/** What a name says of a trade that makes it another one than its terms alone do. */
interface Feature {
  readonly named: RegExp;
  /** Where the terms say so too, they are compared; by the same words where nothing else is given. */
  readonly stated?: RegExp;
  /** Only of such products. */
  readonly of?: readonly Product[];
  /** A field whose value says it. */
  readonly field?: readonly [TradeField, string];
}

const OPTIONS: readonly Product[] = ['FX_OPTION', 'SWAPTION'];
const WITH_RATES: readonly Product[] = ['INTEREST_RATE_SWAP', 'BASIS_SWAP', 'CROSS_CURRENCY_SWAP'];
const DELIVERED: readonly Product[] = ['FX_OPTION', 'SWAPTION', 'FX_FORWARD', 'FX_SWAP'];

const FEATURES: readonly Feature[] = [
  {
    named:
      /(?<!\p{L})(?:cancell?able|callable|puttable|terminable|break(?:able)?|kündbar\w*|résiliable|annulable|cancelable|rescindible|annullabile|estinguibile|recedibile)(?!\p{L})/iu,
    stated:
      /(?<!\p{L})(?:cancell?(?:able|ation (?:date|right|option)s?)|callable|call right|optional (?:early )?termination|early termination|right to (?:terminate|break|cancel)|may (?:terminate|cancel)|break (?:clause|date|option|right)|kündigung\w*|résiliation|cancelación|recesso)(?!\p{L})/iu,
  },
  {
    named:
      /(?<!\p{L})(?:extend(?:ible|able)|extensible|verlängerbar\w*|prorogeable|prorrogable|prorogabile)(?!\p{L})/iu,
    stated: /(?<!\p{L})(?:exten[ds]\w*|verlänger\w*|prorog\w*|prórrog\w*)(?!\p{L})/iu,
  },
  {
    named: /\bzero[\s-]coupon\b|\bnullkupon|\bz[ée]ro[\s-]coupon|\bcup[oó]n cero|\bzero cedola/i,
    stated: /\b(?:zero|nullkupon|at maturity|cup[oó]n cero)\b/i,
  },
  { named: /\bfloor(?:ed)?\b|\bplancher\b|\bsuelo\b|\bmindestzins/i, of: WITH_RATES, field: ['floor_rate', ''] },
  { named: /\bcap(?:ped)?\b|\bplafond\b|\btecho\b|\bhöchstzins|\btetto\b/i, of: WITH_RATES, field: ['cap_rate', ''] },
  {
    named: /\bin (?:arrears?|advance)\b|\bnachschüssig|\bpost-?fix/i,
    of: WITH_RATES,
    stated: /\b(?:arrears?|advance)\b|nachschüssig/i,
  },
  {
    named:
      /(?<!\p{L})(?:flexible?|flexibel\w*|flessibile|window|time[\s-]option|zeitoption\w*|fenêtre|optional delivery|drawdown|participating|open)(?!\p{L})/iu,
    of: ['FX_FORWARD', 'NON_DELIVERABLE_FORWARD'],
    stated:
      /(?<!\p{L})(?:window|delivery period|option(?:al)? (?:period|delivery)|drawdown|take[\s-]?up|earliest|participation)(?!\p{L})/iu,
  },
  {
    named: /\bknock[\s-]?(?:out|in)\b|\bbarri(?:er|ère|era)\b|\bbarrera\b|\bmit (?:schwelle|barriere)\b/i,
    of: ['FX_OPTION'],
    stated: /\bknock|\bbarri|\btrigger|\bschwelle|\bdésactiv/i,
  },
  {
    named:
      /\b(?:average|averaging|asian|asiatique|asiática)\b|\bdurchschnitt|\bcours moyen|\btipo medio|\bcambio medio/i,
    of: ['FX_OPTION', 'SWAPTION', 'FX_FORWARD', 'NON_DELIVERABLE_FORWARD', 'CAP_FLOOR'],
  },
  {
    named: /\b(?:digital\w*|binary|binaire|binaria|one[\s-]touch|no[\s-]touch)\b/i,
    of: OPTIONS,
    stated: /\b(?:digital|binary|payout|rebate|touch)\b/i,
  },
  { named: /\bcompound(?:ing)?\b|\boption on (?:an? )?option/i, of: OPTIONS },
  { named: /\bbermud\w*/i, of: OPTIONS, field: ['option_style', 'BERMUDA'] },
  { named: /\b(?:american|amerikanisch\w*|américaine|americana)\b/i, of: OPTIONS, field: ['option_style', 'AMERICAN'] },
  {
    named:
      /\bcash[\s-]settled\b|\bcash settlement\b|\bbarausgleich|\bnon[\s-]deliverable\b|\brèglement en espèces|\bpor diferencias/i,
    of: DELIVERED,
    field: ['settlement_type', 'CASH'],
  },
  {
    named: /\bphysical(?:ly)? (?:settle\w*|deliver\w*)|\blivraison physique|\bentrega física/i,
    of: DELIVERED,
    field: ['settlement_type', 'PHYSICAL'],
  },
  // What a title says of whether the trade stands, and what becomes of another one.
  {
    named:
      /\b(?:void|unwind\w*|unwound|novat\w*|roll-?over|historic[- ]rates?|conditional|pre-?hedge|subject to (?:contract|approval|board|pricing|financing|documentation)|provisional|indicative|draft|assign(?:ed|ment)|give[- ]?up)\b|(?<!\p{L})(?:bedingt\w*|vorbehaltlich|conditionnel\w*|condicional\w*|condizionat\w*)(?!\p{L})/iu,
  },
  {
    named:
      /(?<!\p{L})(?:quanto|composite|inverse|reverse floater|leveraged?|gehebelt\w*|corridor|range[\s-]accrual|accrual|participation|chooser|lookback|ladder|cliquet|ratchet|snowball|rainbow|turbo|deferred|contingent|constant maturity|cms|power|outperformance|straddle|strangle)(?!\p{L})/iu,
  },
];

const TITLE_LINES = 15;
const LONGEST_TITLE = 110;

/** The lines at the head that name the product, and what stands right below each without being a term. */
function titlesIn({ lines }: PositionedText, product: Product): { readonly titles: string[]; readonly rest: string } {
  const head = lines.slice(0, TITLE_LINES);
  const isTitle = (i: number) => {
    const line = head[i];
    if (line === undefined || line.segments.length > 1) return false;
    const text = lineText(line);
    return text.length < LONGEST_TITLE && !/[.:;]\s*$|:\s/.test(text);
  };
  const isName = (i: number) =>
    isTitle(i) && DEFINITIONS[product].names.some((name) => name.test(head[i] ? lineText(head[i]) : ''));
  const at = head.flatMap((_, i) => (isName(i) ? [i, ...(isTitle(i + 1) ? [i + 1] : [])] : []));
  const titles = new Set(at);
  return {
    titles: [...titles].map((i) => (head[i] ? lineText(head[i]) : '')),
    rest: lines
      .filter((_, i) => !titles.has(i))
      .map(lineText)
      .join('\n'),
  };
}

const says = (text: string, what: RegExp | string): boolean =>
  typeof what === 'string' ? text.toLowerCase().includes(what.trim().toLowerCase()) : what.test(text);

/** Flags what a title says of a trade and its terms do not: that it may be cancelled, that it is an average of rates (R1). */
export function checkFeatures(found: FoundFields, product: Product, text: PositionedText, literal: string): void {
  const { titles, rest } = titlesIn(text, product);
  // `Product: Cancellable Interest Rate Swap`.
  const names = new Set([...titles, ...(literal.length < LONGEST_TITLE ? [literal] : [])]);
  for (const title of names) {
    for (const { named, stated, of, field } of FEATURES) {
      const said = of === undefined || of.includes(product) ? named.exec(title)?.[0] : undefined;
      if (said === undefined) continue;
      const value = field && found.get(field[0]);
      const isStated = field
        ? value !== undefined && (field[1] === '' || value === field[1])
        : says(rest.replaceAll(title, ' '), stated ?? said);
      if (isStated || (field && found.unclear.has(field[0]))) continue;
      const message = `the title “${title.trim()}” says “${said.trim()}”, and nothing that was read does`;
      if (found.flags.some((flag) => flag.message === message)) continue;
      found.flag({ code: 'UNREAD_VALUE', severity: 'review', ...(field ? { field: field[0] } : {}), message });
    }
  }
}
