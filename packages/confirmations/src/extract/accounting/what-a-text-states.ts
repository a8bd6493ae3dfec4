import { currencyIn } from '../values/currencies.ts';
import { dateIn } from '../values/dates.ts';
import { NUMBER_WORD, saysAnotherAmount } from '../values/number-words.ts';
import { readDayCount, readFrequency } from '../values/terms.ts';

/**
 * Words of the economics of a trade, in the five languages that are read: a text with one and a figure that no field holds
 * states a term. Sources: ISDA's definitions of 2006, 2021 (rates), 1998 (FX), 2002 (equity), 2005 (commodities) and 2014
 * (credit), and the masters that the files of `languages` name.
 */
const WORDS = `
  notional|rates?|spreads?|margins?|premiums?|prices?|strike|coupons?|interest|fixed|floating|amounts?|payable|pays?|paid|receives|payments?|maturity|matures?|ends?|starts?|begins?|
  option|break|termination|effective date|trade date|payment date|settlement|quantity|quantities|volume|barrels?|tonnes?|shares?|dividends?|equity|delivery|settles?|settled|settlement date|value date|exchange rate|buyer|seller|payer|swap|
  forward|leg|denominated|currency|fixing|reference (?:price|rate|obligation|entity)|restructuring|seniority|day count|calculation periods?|expiry|expires?|expiration|protection|recovery|tranche
  |bezugsbetr[aä]g\\w*|nominal\\w*|zinss[aä]tz\\w*|zins\\w*|aufschlag|prämie\\w*|preis\\w*|basispreis|kupon|betr[aä]g\\w*|zahlt|zahlen|zahlbar|zu zahlen|zahlung\\w*|fällig\\w*|laufzeit|endet|beginnt|option\\w*|menge\\w*|dividende\\w*|kurs\\w*|satz|festsatz|geschäft
  |notionnel|taux|marge|prix|prime|intérêts?|montants?|paie|verse|payable|paiements?|échéance|durée|quantités?|dividendes?|opération
  |nocional|tipos?|diferencial|margen|precios?|prima|intereses?|importes?|paga|abona|pagader[oa]s?|pagos?|vencimiento|cantidad\\w*|dividendos?|operación
  |nozionale|tass[oi]|margine|prezz[oi]|premio|interess[ei]|import[oi]|paga|versa|pagamento|pagamenti|scadenza|quantità|dividend[oi]|operazione`;

/** Words that change, add or take something: a text with one states a term, with or without a figure. */
const CHANGES = `
  fees?|commissions?|facility charge|instal+ments?|capp?ed|caps? (?:rate|of|at|on)|floor(?:ed)?(?! ?\\d{0,3},)|collar(?:ed)?|never (?:to be )?(?:more|less|below|exceed)|less than (?:nil|zero|nought)|not (?:be )?(?:more|less|higher|lower|exceed)|at (?:most|least)|exceeds?|minimum rate|maximum rate|negative|
  reduc\\w+|increas\\w+|decreas\\w+|amorti[sz]\\w+|accret\\w+|hal(?:f|ve[sd]?|ving) (?:of|on)|halv(?:e[sd]?|ing)|one half|doubl\\w+|twice|tripl\\w+|multipl\\w+|leverag\\w+|step(?:s|ped)?[ -](?:up|down)|improves?|falling by|
  (?:may|shall|can|will|must|right to|entitled to|option to|elects? to|elects?) (?:be )?(?:\\w+ )?(?:extend|terminat|cancel|break|call|put|prolong|renew|end|convert|switch|take delivery|increase|reduce|exercis|bring)\\w*|
  callable|cancell?able|extendi?ble|puttable|putable|mutual put|prolong\\w*|extendable|break (?:clause|option|right|date|at)|early terminat\\w+|terminates? (?:early|automatically)|bring\\w* .{1,40} to an end|
  knock\\w*|(?:up|down)[ -]and[ -](?:in|out)|in (?:thousands|millions)|barrier|trigger\\w*|becomes? (?:void|effective only|due)|lapses?|ceases? to|trades? at|touch\\w*|void if|
  exercis\\w+|exercise only|in arrears?|in advance|set in|lookback|look-back|lockout|compounding|averag\\w+|arithmetic|mean of|mean|weighted|
  exchanged? at the (?:beginning|end)|roles? .{0,30}(?:exchang|revers|swap)\\w*|no principal|reset (?:quarterly|monthly|daily|annually|to|each|every|at)|
  subordinated|mezzanine|equity tranche|first loss|quanto(?! (?:sopra|segue|precede|indicato))|composite|second nearby|tolerance|participation|digital|binary|asian|inverse float\\w*|
  excluded|excluding|except|unless|provided that|until|thereafter|afterwards|instead|no longer|not (?:subject to )?(?:adjusted|adjustment)|only if|carv(?:ed?|ing) out|carve-?out|in (?:place|lieu) of|substitut\\w+|unwind\\w*|unwound|novat\\w+|rolled over|(?:is|are|has been|have been|was|were) (?:hereby )?assigned|straddle|strangle|deducted|deduction|less than zero|in addition|additional amount|further (?:amount|EUR|USD|GBP|CHF|JPY)|kept by|
  deferr\\w+|contingent|rebate|discount\\w*|upfront|up-front|conver(?:ts?|sion|ted)|switch\\w*|split|is not (?:a credit event|adjusted|payable|applicable)
  |gebühr\\w*|provision|obergrenze|untergrenze|mindestens|höchstens|begrenzt|negativ\\w*|verminder\\w+|erhöh\\w+|verringer\\w+|halbier\\w+|verdopp\\w+|tilg\\w+|verläng\\w+|kündig\\w*|beend\\w+|abrufbar|ausüb\\w+|schwelle\\w*|durchschnitt\\w*|vorschüssig|nachschüssig|nachrangig|vorzeitig\\w*|sofern|abzüglich|jederzeit|aufgezinst|verrechnet|abgetreten|verpfändet|rückabgewickelt
  |commission|plafon\\w*|plancher|dépasser|au (?:plus|moins)|rédui\\w+|augment\\w+|amorti\\w+|prolong\\w+|résili\\w+|mettre fin|exercé\\w*|barrière|seuil|moyenne|d['’]avance|à terme échu|subordonn\\w+|anticipé\\w*|diminu\\w+|sauf si|à condition|négatif\\w*|cédée?s?|résolue?s?
  |comisi[oó]n\\w*|techo|suelo|superar|como (?:máximo|mínimo)|reduc\\w+|aument\\w+|amortiz\\w+|prorrog\\w+|cancelar|rescind\\w+|ejerc\\w+|barrera|promedio|subordinad\\w+|anticipad\\w+|salvo que|siempre que|negativ\\w+|cedid[oa]s?
  |commissione|tetto|superare|ridott\\w+|riduc\\w+|aument\\w+|ammort\\w+|dimezz\\w+|prorog\\w+|recess\\w+|recedere|risol\\w+|esercitat\\w+|barriera|anticipat[oa]|subordinat\\w+|salvo che|a condizione|cedut[oaie]`;

/** What trades are of: a sentence about one of these is a term, unless it is known to be one that every paper has. */
const THINGS = `
  swaps?|deals?|transactions?|contracts?|trades?|hedges?|forwards?|caps?|floors?|periods?|fixings?|resets?|principal|dollars?|euros?|sterling|loan|facility|mortgage|basket|weights?|distributions?|dividends?|
  stub|tenor|tranches?|rates?|amounts?|legs?|payments?|option|premium|buyer|seller|currenc(?:y|ies)|difference|differential|fix|maturity|notional|coupon|shares?|quantit(?:y|ies)|delivery|exercise
  |swap\\w*|geschäft|einzelabschluss|darlehen|kredit|zinsperioden?|perioden?|abruf\\w*|liefer\\w*|geliefert|barausgleich|berührung|betr[aä]ge?|zinsen|kurs|option\\w*|prämie
  |opération|prêt|navire|périodes?|livraison|différentiel|taux|montants?|garantie|devises|prime|échange
  |permuta|operación|préstamo|hipoteca|periodos?|dólares|entrega|diferencias|tipos?|importes?|divisas|opción
  |operazione|finanziamento|periodi|dollari|consegna|differenziale|tass[oi]|import[oi]|cambio|divise|opzione`;

/**
 * What every house may say of a trade without a word or a figure that changes it: by what kind of statement it is. Nobody is
 * liable, in whose name and for whose account, that it hedges, where it is recorded, and that other papers stay as they are.
 */
const OF_NO_TERM = new RegExp(
  [
    // Who is not liable, and in which capacity somebody deals.
    '\\b(?:personally|individually) liable\\b|\\bpersönlich\\p{L}* haft\\p{L}+|\\bpersonalmente responsabl?[ei]l?[ei]?\\b|\\bresponsables? personnellement\\b',
    '\\b(?:acts?|acting|deals?|dealing|contracts?|is|are|as) (?:only |solely )?(?:as )?(?:the )?principals?\\b(?! amount)|\\b(?:for|on) (?:its|our|their|your) own account\\b',
    '\\bcorporate name\\b|\\b(?:im eigenen namen|(?:für|auf) eigene rechnung)\\b|\\b(?:en|pour|à) (?:notre|son|leur) propre (?:nom|compte)\\b|\\b(?:en nombre|por cuenta) propi[oa]\\b|\\b(?:in nome|per conto) proprio\\b',
    // What it is for.
    '\\b(?:a copertura d|en cobertura d|como cobertura|para cubrir|en couverture d|pour couvrir|zur absicherung|zur sicherung|dient der (?:ab)?sicherung|to hedge|as a hedge (?:of|for|against)|in order to hedge|hedges? (?:our|its|the (?:bank|fund|company|borrower)))',
    // Where it is kept, and what is to be said against it.
    '\\b(?:details|particulars|data|records?) (?:held|recorded|stored) (?:by|at|in)\\b|\\bzu (?:den|unseren) akten\\b|\\bdans nos (?:livres|dossiers)\\b|\\ben nuestros (?:registros|archivos)\\b|\\bnei nostri archivi\\b',
    '\\babweichungen\\b|\\bunstimmigkeiten\\b|\\bdivergences?\\b|\\bdiscordanz[ae]\\b|\\bdifformità\\b|\\bdiscrepancias?\\b|\\bdiscrepanc(?:y|ies)\\b',
    // Other papers, which it leaves as they are.
    '^nothing (?:in|contained in) (?:this|the) \\p{L}+ (?:modif|amend|affect|waive|supersede|limit)\\p{L}* (?:the |any )?(?:\\p{L}+ ){0,3}(?:documents?|agreements?|rights?|obligations?)',
  ].join('|'),
  'iu',
);

/** What every paper says of the trade: that it is confirmed, recorded, governed, whom to ask, what nobody warrants. */
const SAID_OF_EVERY_TRADE =
  /(?<![\p{L}])(?:confirm\w*|affirm\w*|acknowledg\w*|bestätig\w*|conferm\w*|confirmamos|governed|governs?|rege|regida?|régie?|disciplinat\w*|records? (?:of|the)|recorded|validity|valid|advice|advis\w+|recommendation|assurance|expected results|understand\w*|arranges|arranged by|authori[sz]ed|supervis\w+|supervision|registered|register|member of|regulated|licen[cs]ed|deemed|disputed?|accepted|entered into|concluded|conclue|concertada|conclusa|contratada|set (?:out|forth)|(?:specified|described|given|stated|shown) (?:above|below|herein)|template terms|listed in the|look(?:ing)? forward|generated|repository|administrat\w+|asset management|trust, series|follow fpml|errors? and omissions|prevails?|solicitation|reporting|reported|data|privacy|terms of business|general terms|bedingungen|conditions générales|condiciones generales|condizioni generali|swap dealer|instructions?|accounts?|konten|comptes|cuentas|conti|responsible for|accounting|disclos\w+|copy|copies|exemplar|exemplaires?|ejemplar|countersign\w*|signature|unterzeichn\w+|amendments?|in writing|general conditions|terms and conditions|framework agreement|deed of pledge|contract in force|documentation in (?:force|negotiation)|agent of|on behalf of|public accountant|comptable public|informed?|correspondent|without prejudice|funds should reach|not valid unless|telephone|switchboard|blotter|board|company secretary)(?![\p{L}])/iu;

const anyOf = (words: string) => new RegExp(`(?<![\\p{L}\\d])(?:${words.replace(/\n\s*/g, '')})(?![\\p{L}])`, 'iu');
const OF_A_TRADE = anyOf(WORDS);
const CHANGES_A_TRADE = anyOf(CHANGES);
const OF_A_THING = anyOf(THINGS);

const NUMBER_WORDS = new RegExp(
  `(?<!\\p{L})(?:${NUMBER_WORD})(?: \\p{L}+)? (?:per ?cent|euros?|dollars?|pounds?|million)(?!\\p{L})`,
  'iu',
);
const UNIT =
  /^\s?(?:(million|mill?ionen|millions?|millones|milioni|mio|mln|mn|mm|m)|(billion|milliarden?|milliards?|miliardi|bn|mrd)|(thousand|k|tsd))(?![\p{L}])/iu;
const FIGURES =
  /(?<![\w.,-])\d[\d.,'’ \u00a0\u202f]*\d?\s?(?:%|‰|[Pp]er\s?(?:cent|mille)|pour\s?cent|por\s?ciento|[Pp]rozent|PCT\b|pct\b|basis points?|bps?\b|BPS?\b|[Bb]asispunkte?)|(?:\b[A-Z]{3}(?=\s?\d{3}|\s\d|\d[.,])|US\$|[$€£¥])\s?\d[\d.,'’ ]*|(?<![\w.,-])\d[\d.,'’ \u00a0\u202f]*\d\s?(?:[A-Z]{3}\b|[€£]|[Ee]uros?\b|dollars?\b|pounds?\b)|(?<![\w.,/-])\d{1,4}[.,]\d{2,6}(?![\w/-]|[.,]\d)|(?<![\w.,/-])\d{1,3}(?:[.,'’]\d{3})+(?:[.,]\d{1,4})?(?![\w.,/-]*\w)/gu;
/** `HTB4620009` and `0471.882.019 RPR` are no amounts: the letters are no currency. */
const isAmount = (literal: string): boolean => {
  const code = /[A-Z]{3}/.exec(literal)?.[0];
  return code === undefined || code === 'PCT' || currencyIn(literal) !== undefined;
};

/** A figure of a text as fields may hold it: `40.000 Euro`, `1.1000`, `5 Prozent`, `EUR 6.25m` without what they count. */
function plainFigures(literal: string, behind: string): string[] {
  const digits = /\d[\d.,'’ \u00a0\u202f]*/.exec(literal)?.[0]?.replace(/[\s.,]+$/u, '') ?? '';
  const [, million, billion, thousand] = UNIT.exec(behind) ?? [];
  const times = million ? 1e6 : billion ? 1e9 : thousand ? 1e3 : 1;
  const bare = digits.replace(/[\s'’\u00a0\u202f]/gu, '');
  return [bare.replace(/,/g, ''), bare.replace(/\./g, '').replace(',', '.'), bare.replace(',', '.')]
    .map((each) => Number((Number(each) * times).toFixed(6)))
    .filter(Number.isFinite)
    .map(String);
}

/** The day of a master agreement is none of the trade's. */
const OF_AN_AGREEMENT =
  /\b(?:agreement|definitions|instructions|rahmenvertrag\w*|convention[- ]cadre|contrato marco|accordo quadro)\b[^.;]{0,60}?\d{4}\b/gi;

/** `two million four hundred thousand euros (EUR 2,400,000.00)`: the words say what the figures in brackets do. */
const IN_WORDS_AND_FIGURES = new RegExp(
  `(?<!\\p{L})(?:(?:${NUMBER_WORD}|and)[\\s-]+)+(?:\\p{L}+\\s+){0,2}(?=\\((?:[A-Z]{3}|US\\$|[€£$])?\\s?\\d)`,
  'giu',
);

/** Whether a text holds a figure or a date that no field of the trade holds. */
export function addsAFigure(text: string, known: ReadonlySet<string>): boolean {
  const said = text.replace(OF_AN_AGREEMENT, ' ');
  if (saysAnotherAmount(said, known)) return true;
  let rest = said.replace(IN_WORDS_AND_FIGURES, ' ');
  for (
    let { reading, before, after } = dateIn(rest);
    reading.kind !== 'none';
    { reading, before, after } = dateIn(rest)
  ) {
    const literal = rest.slice(before.length, rest.length - after.length);
    const isWhole = /\d{4}|\d[A-Z]{3}\d|\d[./]\d{1,2}[./]\d/.test(literal);
    if (isWhole && reading.kind === 'date' && !known.has(reading.date)) return true;
    if (reading.kind === 'ambiguous' && !known.has(reading.dayFirst) && !known.has(reading.monthFirst)) return true;
    rest = `${before} ${after}`;
  }
  if (NUMBER_WORDS.test(rest)) return true;
  return [...rest.matchAll(FIGURES)].some(({ 0: figure, index }) => {
    if (!isAmount(figure)) return false;
    const values = plainFigures(figure, rest.slice(index + figure.length));
    // `SGD 1.2985 per US$1.00`.
    return !values.some((each) => each === '1' || known.has(each));
  });
}

const SAYS_WHAT_IS =
  /(?<![\p{L}])(?:is|are|shall be|will be|made|takes? place|ist|sind|erfolgt|est|sont|es|son|è|sono)(?![\p{L}])/iu;

/**
 * Whether a text states a term of the trade: it has a word that changes or adds something, or words of the economics with a
 * figure that no field holds, or it says what one of them is in words that no field has.
 */
export function statesATerm(given: string, known: ReadonlySet<string>): boolean {
  // What a house is registered as.
  const text = given.replace(/\bswap dealers?\b/gi, 'dealer');
  if (INTRODUCES.test(text) && !/\d/.test(text)) return false;
  if (A_TITLE.test(text) && !addsAFigure(text, known)) return false;
  if (CHANGES_A_TRADE.test(text)) return true;
  if (ASKS.test(text) && !/\d/.test(text)) return false;
  if (isOfNoTerm(text, known)) return false;
  if (
    isASentence(text) &&
    !/^(?:this|it) is an?\b/i.test(text) &&
    OF_A_THING.test(text) &&
    !SAID_OF_EVERY_TRADE.test(text) &&
    !repeats(text, known)
  )
    return true;
  if (!OF_A_TRADE.test(text)) return false;
  if (addsAFigure(text, known)) return true;
  // `This is an interest rate swap`: what the paper confirms.
  if (/\d/.test(text) || !SAYS_WHAT_IS.test(text) || /^(?:this|it) is an?\b/i.test(text)) return false;
  const said = [readDayCount(text), readFrequency(text)].filter((value) => value !== undefined);
  return said.length === 0 || said.some((value) => !known.has(value));
}

/** Each clause that speaks of a trade says one of these things of it, and none has a figure. */
function isOfNoTerm(text: string, known: ReadonlySet<string>): boolean {
  if (!OF_NO_TERM.test(text) || addsAFigure(text, known)) return false;
  return text
    .split(BETWEEN_CLAUSES)
    .every((clause) => OF_NO_TERM.test(clause) || !(OF_A_THING.test(clause) || OF_A_TRADE.test(clause)));
}
const BETWEEN_CLAUSES = /[;:–—]|,\s|\s(?:and|but|und|aber|et|mais|y|pero|e|ma)\s/u;

/** A letter that asks its reader to look, to sign or to call, and says nothing else of the trade. */
const ASKS =
  /^(?:please|kindly|bitte|veuillez|(?:le |les |se |la )?(?:rogamos|ruega|preghiamo))\s(?:\p{L}+\s){0,2}?(?:see|find|refer|check|review|confirm|sign|return|acknowledge|contact|call|prüfen|unterzeichnen|bestätigen|trouver|vérifier|signer|confirmer|revis\p{L}+|firm\p{L}+|confirm\p{L}+|verific\p{L}+)(?!\p{L})/iu;

/** `The monthly quantities are:`, what stands below it is looked at by itself. */
const INTRODUCES =
  /^[^.;]{3,90}\b(?:are|is|follow(?:s|ing)?|below|lauten|sind|wie folgt|folgende[nrs]?|suivante?s?|suit|siguientes?|sigue|seguent[ei]|segue)(?: (?:as follows|below))?\s*:$/iu;

/** Words that change what a sentence has just said, or add to it. */
const GOES_ON =
  /(?<![\p{L}])(?:fees?|commissions?|until|unless|thereafter|afterwards|provided that|otherwise|instead|(?:may|shall|can) (?:be )?(?:cancel|terminat|extend|call|end)\w*|so elects|capp?ed|never (?:to be )?(?:more|less|below)|less than (?:nil|zero)|unwind\w*|unwound|novat\w+|multiplied|in advance|halves?|falling by|but not|sofern|danach|jedoch|höchstens|sauf|toutefois|ensuite|salvo|después|tuttavia|poi)(?![\p{L}])/iu;
const OF_AN_OBLIGATION = /\bISIN\b|\bnotes? due\b|\bbonds? due\b/i;

/** Whether a sentence that gave a field says more than fields hold: a figure, or what changes it. */
export const saysMoreThanFields = (sentence: string, known: ReadonlySet<string>): boolean =>
  GOES_ON.test(sentence) ||
  (!OF_AN_OBLIGATION.test(sentence) && OF_A_TRADE.test(sentence) && addsAFigure(sentence, known));

/** What somebody pays, and what is agreed: beside it a house's words are no reason to pass over a figure. */
const CHARGES =
  /(?<![\p{L}])(?:fees?|commission|costs?|(?:fixed|floating|interest) rate|premium|pays?|payable|debited|repaid|additional|gebühr|provision|zahlt|frais|paie|verse|comisi[oó]n|paga|commissione|versa)(?![\p{L}])/iu;
/** Capital, limits, registers and numbers of telephones: no figure of these is a term. */
const OF_THE_HOUSE_ALONE =
  /\b(?:capital\w*|threshold|minimum transfer|credit (?:line|limit)s?|limits?|deposits?|LEI|tel|fax|telefon|telephone|VAT|ABA|IBAN|sort code|postage|porto)\b/i;

/** Whether a sentence in a house's words, `Please note that …`, states an amount or a rate that somebody pays. */
export const chargesAllTheSame = (sentence: string, known: ReadonlySet<string>): boolean =>
  (CHARGES.test(sentence) || CHANGES_A_TRADE.test(sentence)) &&
  !OF_THE_HOUSE_ALONE.test(sentence) &&
  addsAFigure(sentence, known);

/** A title says what the paper confirms: what it says of the trade is looked at with the title. */
const A_TITLE =
  /^(?:\W*(?:re|subject|betreff|objet|oggetto|asunto)\s*:\s*)?(?:\p{L}+ ){0,2}(?:confirmation|bestätigung|conferma|confirmaci[oó]n|confirmação|affirmation|acknowledgement|contract note|interest rate|currency option|commodity swap|equity swap|zinssatzswap)\b[^.]{0,90}$/iu;

/** Words that end in a full stop: a title, a label and an address do not. */
const isASentence = (text: string): boolean =>
  /[\p{Ll}\d%][.!]["”»)]?$/u.test(text.trim()) && text.trim().split(/\s+/).length > 2;

/** Whether a sentence has figures that fields hold, and no day or hour of its own: it says a value again. */
const repeats = (text: string, known: ReadonlySet<string>): boolean =>
  /\d/.test(text) && !A_DAY_OR_AN_HOUR.test(text) && !addsAFigure(text, known);
const A_DAY_OR_AN_HOUR =
  /\b\d{1,2}(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+)?(?:jan|feb|fév|m[aä]r|apr|avr|abr|mai|may|mag|jun|juin|giu|jul|juil|lug|aug|août|ago|sep|set|oct|okt|ott|nov|dec|déc|dez|dic|gen|ene)\p{L}*(?!\p{L})\.?(?!\s+(?:de\s+)?\d{4})|\d\s?[ap]\.?m\b/iu;

const NAMES_A_TRADE =
  /\b(?:swap|option|forward|transaction|confirmation|affirmation|definitions|geschäft|opération|operación|operazione|échange|fin \d{3})\b/i;
/** What a table of the trade's steps is called, and what its columns are. */
const OF_A_TABLE =
  /\b(?:table|schedule|reducing notional|amortising notional|notional profile|plan|tableau|tabla|tabella|tabelle|plan de|details?|particulars)\b|plan\b/i;
const IN_BRACKETS = /\(([^()]{3,60})\)/;

/**
 * Whether a line that looks like a heading states a term: `FLOATING RATE CAPPED AT 5.00 %`, `Far Leg (optional)`. What entries
 * stand under, and what names the trade, is a heading by its other words.
 *
 * @param isSection whether entries stand under it
 */
export function headingStatesATerm(given: string, known: ReadonlySet<string>, isSection: boolean): boolean {
  const text = given
    .replace(/^\W*(?:(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+)?/i, '')
    .replace(/\b(?:leg|party|seite|jambe|pata|gamba|annex|schedule|section|article|artikel|field) ?[12ab]\b/gi, ' ');
  if ((OF_A_TRADE.test(text) || CHANGES_A_TRADE.test(text)) && addsAFigure(text, known)) return true;
  if (A_TITLE.test(text) || OF_A_TABLE.test(text)) return false;
  const inBrackets = IN_BRACKETS.exec(text)?.[1];
  const names = NAMES_A_TRADE.test(text);
  if (isSection || names) {
    if (inBrackets === undefined || !isSection) return false;
    return (
      CHANGES_A_TRADE.test(inBrackets) || (!names && /\b(?:optional|cash|physical\w*|settled)\b/i.test(inBrackets))
    );
  }
  return statesATerm(text, known);
}
