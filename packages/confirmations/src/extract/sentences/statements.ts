import type { Product, Source } from '@trade-matching/domain';
import type { Parties } from '../parties/find-parties.ts';
import type { Reading, ReadingContext } from '../values/readers.ts';
import * as read from '../values/readers.ts';
import { readBusinessDayConvention } from '../values/terms.ts';
import { termFor } from '../vocabulary/index.ts';
import type { Take } from './spoken-labels.ts';

/**
 * Statements of clauses, in the languages that are read: a subject (the trade, its notional, a party), a verb, and a value:
 * `La operación surte efecto el 15 de junio de 2026 y vence …`, `Le montant notionnel est de 5.000.000,00 EUR`. A sentence with
 * a condition states nothing, and so does one about anything else, `El Contrato Marco vence …`.
 */
const DATE =
  '(\\d{1,2}(?:\\.|º|er|th|st|nd|rd)?\\s+(?:de\\s+)?\\p{L}{3,10}\\.?\\s+(?:del?\\s+)?\\d{4}|\\d{1,2}[./]\\d{1,2}[./]\\d{4}|\\d{4}-\\d{2}-\\d{2})';
const TRADE =
  "(?:la |el |l['’]|le |il |lo |das |der |die |the |this )(?:operación|permuta|swap|opción|opération|option|operazione|opzione|geschäft|transaktion|einzelabschluss|einzelgeschäft|transaction|trade|cap|floor|collar)";
/** Words between a subject and its verb that are no subject of their own: `La operación de permuta financiera vence`. */
const OF_IT = "(?:\\s+(?:de|del|di|d['’]\\p{L}+|financiera|tipos?|interés|tassi?|taux|d['’]intérêt|e|y))*";
const BEGINS =
  '(?:surte efectos?|tiene efectos?|produce efectos?|entra en vigor|comienza|se inicia|empieza|prend effet|débute|commence|ha effetto|produce effetti|decorre|inizia|ha inizio|beginnt|startet|takes effect|starts|begins|becomes effective)';
const ENDS =
  '(?:vence|finaliza|termina|expira|arrive à échéance|échoit|prend fin|expire|se termine|scade|ha termine|endet|läuft (?=[^.;]{0,40} aus\\b)|ends|terminates|matures|expires)';
const ON =
  '(?:,)?\\s+(?:el|a partir del|desde el|le|à compter du|à partir du|il|dal|al|am|ab dem|zum|on|from|as of)(?: día| giorno)?\\s+';

const STARTS_OF_TRADE = new RegExp(
  `^${TRADE}${OF_IT}\\s+(?:.{3,60}?\\s+(?:y|et|e|und|and)\\s+)?${BEGINS}${ON}${DATE}`,
  'iu',
);
const ENDS_OF_TRADE = new RegExp(
  `^${TRADE}${OF_IT}\\s+(?:${BEGINS}${ON}${DATE},?\\s+(?:y|et|e|ed|und|and)\\s+)?${ENDS}${ON}${DATE}`,
  'iu',
);

const NOTIONAL =
  "(?:el |le |l['’]|il |der |the )(?:importe (?:nominal|nocional)|nominal|nocional|montant (?:notionnel|nominal)|notionnel|nominal|importo (?:nozionale|nominale|di riferimento)|nozionale|(?:anfängliche )?(?:bezugs|nominal|nenn)betrag|notional(?: amount)?)(?: inicial| initial| iniziale)?";
/** In commas, without a figure: `, constante,`. */
const ASIDE = '(?:,\\s+(?:constante|costante|constant|konstant|fijo|fixe|fisso|gleichbleibend),)?';
const AMOUNTS_TO =
  "(?:es(?: de)?|asciende a|est(?: de)?|s['’]élève à|è(?: di| pari a)?|ammonta a|beträgt|is|amounts to)\\s+";
const MONEY =
  "((?:[A-Z]{3}|€|£|US\\$)\\s?\\d[\\d.,'’]*\\d|\\d[\\d.,'’]*\\d(?:\\s?(?:[A-Z]{3}\\b|€|euros?\\b|dólares\\b|dollars\\b|libras\\b|sterline\\b)))";
const NOTIONAL_IS = new RegExp(`^${NOTIONAL}${ASIDE}\\s+${AMOUNTS_TO}${MONEY}`, 'iu');

/** `y se reduce según el cuadro siguiente:`: the later amounts stand in a table, which has to be found. */
const BY_A_TABLE =
  /^,?\s*(?:(?:y|et|e|und|and)\s+)?(?:(?:se|si|sich|is|est|wird|viene)\s+)?(?:reduce|amortiza|réduite?|s['’]amortit|riduce|ammortizza|verringert|reduced|reduces|amortises|amortising)?\s*(?:sich\s+)?(?:según|conforme al|selon|suivant|secondo|gemäß|nach|as per|according to|per)\s+(?:el|la|le|il|der|the|dem)\s+(?:cuadro|tabla|tableau|tabella|tabelle|table|schedule|plan|piano|calendario)(?:\s+(?:siguiente|adjunto|suivant|ci-après|seguente|below|folgenden))?[.:]?$/iu;

/** `La Sociedad, compradora del cap,`, `à la Banque, vendeuse,`: a name and its role behind it. */
const ROLE_BEHIND =
  /(?:^|\s)((?:\S+\s+){0,4}?\S+),\s+(?:(?:en calidad de|comme|en tant que|als|quale|as)\s+)?(?:the |la |le |el |il )?(?:(compradora?|acheteu(?:r|se)|acquéreur|acquirente|compratore|käufer(?:in)?|buyer)|(?:vendedora?|vendeu(?:r|se)|venditore|venditrice|verkäufer(?:in)?|seller))(?:\s+(?:del?|de la|du|de l['’]|della?|dell['’]|des|der|of the)\s?(?:cap|floor|collar|opción|option|opzione|swaption))?(?=[,.;]|$)/giu;
const PREMIUM = new RegExp(
  `\\s(?:abonará|abona|pagará|paga|paiera|paie|verse(?:ra)?|versera|pagherà|versa|verserà|zahlt|pays|will pay|shall pay)\\s[^.;\\d]{0,80}?\\b(?:una prima|la prima|une prime|la prime|un premio|il premio|eine prämie|a premium|the premium)\\s+(?:de|di|von|of)\\s+${MONEY}(?:${ON}${DATE})?`,
  'iu',
);

const CONDITION =
  /\b(?:si|if|wenn|falls|sofern|(?<=^|[,;]\s)se|sauf|salvo|unless|except|en caso|in case|sólo|solo|only|nur|seulement|nach Wahl|a opción|podrá|puede|peut|può|may|kann)\b/iu;
/** `se aplicará la convención de día hábil siguiente modificado`, `s'applique la convention « jour ouvré suivant modifié »`. */
const APPLIES =
  /^(?:(?:si|cuando|if|where|when|wenn|falls|se|quando|qualora)\s+(?:una?|un|a|any|une|ein|eine|il|la)\s+(?:\p{L}+\s+){1,3}?(?:resulta|es|sea|is|est|ist|è|sia|tombe|fällt|cade)\s+(?:\p{L}+\s+){0,3}?(?:inhábil|día inhábil|not a business day|kein Geschäftstag|kein Bankarbeitstag|chômée?|non ouvrée?|non lavorativ[oa]),?\s+)?(?:(?:se aplica(?:rá)?|rige|regirá|s['’]applique(?:ra)?|si applica|si applicherà|gilt|applies)\s+(.{6,90})|(.{6,90}?)\s+(?:se aplica(?:rá)?|s['’]applique(?:ra)?|si applica|si applicherà|gilt|applies|will apply|shall apply))\s*\.?$/iu;
const NAMES_A_CONVENTION =
  /\b(?:convención|convention|convenzione|konvention|geschäftstagekonvention)\b|konvention\b/iu;
const CALENDAR =
  /^(?:[Cc]alendario|[Cc]alendrier|[Kk]alender|[Cc]alendar)(?:\s+(?:de|di|du|of))?\s*:?\s+(\p{Lu}[\p{L}0-9 ,]{2,60}?)\s*\.?$/u;

const OF_A_TERM: ReadonlySet<Product> = new Set([
  'INTEREST_RATE_SWAP',
  'BASIS_SWAP',
  'CROSS_CURRENCY_SWAP',
  'CAP_FLOOR',
  'COMMODITY_SWAP',
  'CREDIT_DEFAULT_SWAP',
]);

/** Reads what the sentences of a document state so, for fields that nothing else gave. */
export function readStatements(
  product: Product,
  sentences: string,
  context: ReadingContext,
  parties: Pick<Parties, 'resolve'>,
  take: Take,
): void {
  const give = (label: string, value: string | undefined, literal: string) => {
    const reading = value === undefined ? undefined : termFor(product, label, [])?.read(value, context);
    if (reading?.kind === 'fields') take(reading, literal);
  };
  for (const sentence of sentencesOf(sentences)) {
    const convention = conventionThatApplies(sentence);
    if (convention) take(convention, sentence);
    const calendar = CALENDAR.exec(sentence)?.[1];
    if (calendar !== undefined) take(read.businessCenters('business_centers')(calendar, context), sentence);
    if (CONDITION.test(sentence)) continue;
    if (OF_A_TERM.has(product)) {
      const [starts, ends, notional] = [STARTS_OF_TRADE, ENDS_OF_TRADE, NOTIONAL_IS].map((kind) => kind.exec(sentence));
      give('effective date', starts?.[1], starts?.[0] ?? '');
      give('termination date', ends?.[2], ends?.[0] ?? '');
      if (notional) readNotional(product, sentence, notional, context, take);
    }
    if (product === 'CAP_FLOOR' || product === 'FX_OPTION' || product === 'SWAPTION')
      readPremium(product, sentence, context, parties, take);
  }
}

/** A notional that is all that its sentence states, or that a table reduces. */
function readNotional(
  product: Product,
  sentence: string,
  [said, amount = '']: RegExpExecArray,
  context: ReadingContext,
  take: Take,
): void {
  const behind = sentence.slice(said.length).trim();
  const reading = termFor(product, 'notional amount', [])?.read(amount, context);
  if (reading?.kind !== 'fields') return;
  if (/^[.:]?$/.test(behind)) take(reading, sentence);
  else if (BY_A_TABLE.test(behind)) take({ ...reading, schedule: 'notional_schedule' }, sentence);
}

/** Sentences by their full stops; what follows a heading of an ordinal, `TERCERA. Plazo e importe.`, is by itself. */
const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[\p{Ll}\d)%»”][.:]|\p{Lu}{3}\.|;)\s+(?=["“«]?\p{Lu})/u).map((sentence) => sentence.trim());

function conventionThatApplies(sentence: string): Reading | undefined {
  const match = APPLIES.exec(sentence);
  const named = match?.[1] ?? match?.[2];
  // Two conventions, or one for some of the days, are more than one.
  if (
    named === undefined ||
    !NAMES_A_CONVENTION.test(named) ||
    /[,;]|\b(?:salvo|sauf|except|außer|pero|but|aber|y|et|und|and)\b/iu.test(named)
  )
    return undefined;
  const convention = readBusinessDayConvention(named);
  return convention === undefined ? undefined : read.fields({ business_day_convention: convention });
}

/** `La Sociedad, compradora del cap, abonará a la Entidad, vendedora, una prima de … el …`: who is what, and what the buyer pays. */
function readPremium(
  product: Product,
  sentence: string,
  context: ReadingContext,
  parties: Pick<Parties, 'resolve'>,
  take: Take,
): void {
  const roles = [...sentence.matchAll(ROLE_BEHIND)].flatMap(([literal, words = '', buys]) => {
    const side = lastNamed(words, parties);
    return side ? [{ side, literal, role: buys === undefined ? 'seller' : 'buyer' } as const] : [];
  });
  const [buyer, seller] = (['buyer', 'seller'] as const).map((role) => roles.find((each) => each.role === role)?.side);
  if (buyer !== undefined && buyer === seller) return;
  if (product === 'CAP_FLOOR') {
    for (const { side, role, literal } of roles) take(read.fields({ [role]: side }), literal);
  }
  const match = PREMIUM.exec(sentence);
  const payer = match && firstNamed(sentence.slice(0, match.index), parties);
  // Who sells the option and pays for it pays for something else.
  if (!match || !payer || payer !== buyer) return;
  const amount = termFor(product, 'premium', [])?.read(match[1] ?? '', context);
  const date =
    match[2] === undefined ? undefined : termFor(product, 'premium payment date', [])?.read(match[2], context);
  const said = sentence.slice(0, match.index + match[0].length);
  if (amount?.kind === 'fields') take(amount, said);
  if (amount?.kind === 'fields' && date?.kind === 'fields') take(date, said);
}

function lastNamed(words: string, parties: Pick<Parties, 'resolve'>): Source | undefined {
  const all = words.split(/\s+/);
  for (let from = 0; from < all.length; from++) {
    const side = parties.resolve(all.slice(from).join(' '));
    if (side) return side;
  }
  return undefined;
}

function firstNamed(words: string, parties: Pick<Parties, 'resolve'>): Source | undefined {
  const all = words.trim().split(/,|\s+/).filter(Boolean);
  for (let to = 1; to <= Math.min(6, all.length); to++) {
    const side = parties.resolve(all.slice(0, to).join(' '));
    if (side) return side;
  }
  return undefined;
}
