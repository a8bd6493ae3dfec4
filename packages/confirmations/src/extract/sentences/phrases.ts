import type { Phrase } from '../products/definition.ts';
import { DATE_LITERAL } from '../values/dates.ts';
import * as read from '../values/readers.ts';
import { AND_NO_OTHER, CALCULATION_AGENT } from './calculation-agent.ts';

const REFERENCE = '(?:\\.|\\s*no\\.?|\\s*number|\\s*:)*\\s+([A-Z0-9][\\w./-]*\\d[\\w./-]*)';
/** A reference in a sentence: letters or figures, at least two of which are figures. */
const TOKEN = '((?=[\\w./-]*\\d[\\w./-]*\\d)[A-Z0-9][\\w./-]*\\d[A-Z]?)(?![\\w/-])';
/** `18 de mayo de 2026`, `14. September 2026`, `3 mai 2027`, `22/06/2026`. */
const DATE_ABROAD =
  '\\d{1,2}(?:\\.|º|er)?\\s+(?:de\\s+)?\\p{L}{3,10}\\s+(?:del?\\s+)?\\d{4}|\\d{1,2}[./]\\d{1,2}[./]\\d{4}';
/** An agreement that was executed on a day is not the trade. */
const NOT_OF_AN_AGREEMENT = '(?<!\\b(?:agreement|annex|deed|schedule)s?(?: (?:was|were|as|is|duly))? )';
const TRADED = '(?:purchased?|bought|sold|agreed|entered|concluded|dealt|granted|transacted|traded|struck|executed)';

/** Two parties with what they are called, and no verb: `Norwood AB (the Company) and Harbour Bank S.A. (the Bank) `. */
const NAMES = '(?:(?:\\p{Lu}[^\\s;]*|plc|mbh|&|and|of|the|de|du|des|la|le|di|del|für|und|\\([^()]{2,70}\\),?) ){2,24}';

/** What letters of every product say in sentences. The first group is the value. */
export const COMMON_PHRASES: readonly Phrase[] = [
  ...CALCULATION_AGENT,
  {
    // `Abschlusstag ist der 2. September 2026.`, `La fecha de contratación es el 2 de septiembre de 2026.`
    pattern: new RegExp(
      `\\b(?:[Aa]bschlusstag|[Aa]bschlussdatum|[Hh]andelstag|[Ff]echa de contratación|[Dd]ata di negoziazione|[Dd]ate de négociation) (?:ist|war|es|è|est) (?:der|den|el|il|le)?\\s*(${DATE_ABROAD})`,
      'u',
    ),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  {
    // `Am 19. Mai 2026 hat die Bank … gekauft`, `Con fecha 3 de noviembre de 2026 hemos comprado`.
    pattern: new RegExp(
      `(?:\\bAm|\\b[Cc]on fecha(?: de)?|\\bEn fecha|\\b[Ii]n data|\\b[Ee]n date du|\\b[Ll]e)\\s+(${DATE_ABROAD}),?\\s+(?:hat|haben|hemos|ha|avons|a|abbiamo|la|el|die|il)\\b`,
      'u',
    ),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  {
    // `the interest rate swap done with you on 5 May 2026`.
    pattern: new RegExp(
      `${NOT_OF_AN_AGREEMENT}\\b(?:done|dealt|traded|executed|agreed|transacted) (?:with (?:you|us) )?on (${DATE_LITERAL})`,
      'i',
    ),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  {
    pattern: new RegExp(
      `(?:^|[.;)] ?|\\d\\. )((?:[Ww]e|[Yy]ou|(?:The |the )?\\p{Lu}[\\p{L}&’'. -]{1,50}?))(?: \\([^()]{2,40}\\))? (?:(?:will |shall )?acts? as (?:the )?|(?:is|are|will be|shall be) (?:the )?)[Cc]alculation [Aa]gent${AND_NO_OTHER}`,
      'u',
    ),
    gives: 'calculation_agent',
    // What stands before the last full stop is another sentence.
    read: read.reader(['calculation_agent'], (value, { party }) =>
      read.fields({ calculation_agent: party(value.replace(/^.*[\p{Ll}\d]\.\s+(?=\p{Lu})/u, '')) }),
    ),
  },
  {
    // `Die Bank ist Berechnungsstelle`, `la Banque agit en qualité d’agent de calcul`, in the other languages that are read.
    pattern:
      /\b((?:[Dd]ie|[Dd]er|[Ll]a|[Ll]e|[Ee]l|[Ii]l|[Ll]['’])\s?\p{Lu}\p{L}{2,20}) (?:ist|handelt als|est|agit (?:en qualité d['’]|comme )|actúa como|actuará como|será|es|è|agisce come|agirà (?:come|quale)) ?(?:die |l['’]|el |il )?(?:Berechnungsstelle|agent de calcul|agente de cálculo|agente di calcolo|agente per il calcolo)\b/u,
    gives: 'calculation_agent',
    read: read.party('calculation_agent'),
  },
  {
    // Below a heading, whose words stand before it: `Calculations The Bank is calculation agent.`
    pattern: new RegExp(
      `(?<!\\b(?:[Ii]f|[Ww]here|[Ww]hen|[Ww]henever|[Uu]nless|[Uu]ntil|[Ww]hether|[Ww]hile|long as|case|that|extent) )\\b([Tt]he \\p{Lu}\\p{L}{2,20}) (?:is|acts? as|will act as|shall act as|will be|shall be) (?:the )?[Cc]alculation [Aa]gent\\b${AND_NO_OTHER}`,
      'u',
    ),
    gives: 'calculation_agent',
    read: read.party('calculation_agent'),
  },
  {
    // `All calculations and determinations under this contract are made by Harbour.`, of one party alone.
    pattern:
      /\b[Aa]ll calculations(?: and determinations| and (?:other )?determinations)?(?: (?:hereunder|(?:under|for|in respect of) (?:this|the) \p{L}+))? (?:are|will be|shall be) made by ((?:the )?(?![^.;]{0,60}\b(?:and|or|jointly|unless|if)\b)\p{Lu}[\p{L}&’'-]*(?: [\p{L}&.’'-]+){0,5}?|us|you|ourselves|yourselves)(?=[.;]\s|[.;]?$)/u,
    gives: 'calculation_agent',
    read: read.party('calculation_agent'),
  },
  {
    pattern:
      /\b(?:notre référence|nuestra referencia|nostro riferimento|unsere referenz)\s?:?\s+([A-Z0-9][\w./-]*\d[\w./-]*)/i,
    gives: 'trade_id',
    read: read.reference('trade_id'),
  },
  {
    pattern:
      /\b(?:votre référence|su referencia|vostro riferimento|ihre referenz)\s?:?\s+([A-Z0-9][\w./-]*\d[\w./-]*)/i,
    gives: 'other_reference',
    read: read.reference('other_reference'),
  },
  {
    // `Nos références : QA-1`, `unser Zeichen QB-1`, `nostro riferimento QC-1`, each in the forms that letters use.
    pattern: new RegExp(
      `\\b(?:nos références?|n/réf\\.?|unser(?:e|em)? (?:zeichen|nummer|geschäftsnummer)|ns\\.? rif(?:erimento)?\\.?|nuestra ref\\.?)\\s?:?\\s+${TOKEN}`,
      'i',
    ),
    gives: 'trade_id',
    read: read.reference('trade_id'),
  },
  {
    // `dortige Nummer QD-1`: the number over there.
    pattern: new RegExp(
      `\\b(?:vos références?|v/réf\\.?|(?:ihr(?:e|em)?|dortige[ns]?) (?:zeichen|nummer|geschäftsnummer|geschäfts-nr\\.?|ref\\.?-?nr\\.?|referenz)|vs\\.? rif(?:erimento)?\\.?|su ref\\.?)\\s?:?\\s+${TOKEN}`,
      'i',
    ),
    gives: 'other_reference',
    read: read.reference('other_reference'),
  },
  {
    // `(our no. 51, your no. 72)`, each with its figures.
    pattern: new RegExp(`\\b[Oo]ur (?:(?:deal|trade) )?no\\.?:?\\s+${TOKEN}`),
    gives: 'trade_id',
    read: read.reference('trade_id'),
  },
  {
    pattern: new RegExp(`\\b[Yy]our (?:(?:deal|trade) )?no\\.?:?\\s+${TOKEN}`),
    gives: 'other_reference',
    read: read.reference('other_reference'),
  },
  {
    // `the principal terms of transaction N-771:`, `Reference: QX-26-03.`
    pattern: new RegExp(
      `(?<![Yy]our |[Rr]elated |[Cc]lient |[Cc]ounterparty )\\b(?:[Tt]ransaction|[Rr]eference:)\\s+${TOKEN}(?=[.:,;)\\s])`,
    ),
    gives: 'trade_id',
    read: read.reference('trade_id'),
  },
  {
    // `Zinssatzswap – Ref.-Nr.: ZS-2026-4411`.
    pattern:
      /(?<!\b(?:[Ii]hre?|[Dd]ortige|[Vv]otre|[Vv]ostr[oa]|[Vv]s\.?|[Ss]u|[Vv]uestr[oa]) )\b(?:Ref\.?-?\s?Nr\.?|Geschäfts-?Nr\.?|Geschäftsnummer|Abschlussnummer|Numero operazione|Número de operación|N[°º]|n[°º])\s?:?\s+([A-Z0-9][\w./-]*\d[\w./-]*)/,
    gives: 'trade_id',
    read: read.reference('trade_id'),
  },
  {
    // `Interest Rate Swap - Deal No. 5581077`, `Our deal number is HWU-T-0093`, `(Your number VB-OPT-0099182)`.
    pattern:
      /\b[Oo]ur (?:deal|trade|transaction|contract|swap|option)?\s?(?:number|no\.?|ref(?:erence)?\.?|id)(?: is|:)?\s+([A-Z0-9][\w./-]*\d[\w./-]*)/,
    gives: 'trade_id',
    read: read.reference('trade_id'),
  },
  {
    pattern:
      /\b[Yy]our (?:deal|trade|transaction|contract|swap|option)?\s?(?:number|no\.?|ref(?:erence)?\.?|id)(?: is|:)?\s+([A-Z0-9][\w./-]*\d[\w./-]*)/,
    gives: 'other_reference',
    read: read.reference('other_reference'),
  },
  {
    pattern:
      /(?<![Yy]our |[Bb]ank |[Dd]ealer |[Cc]lient |[Bb]roker |[Cc]ounterparty )\b(?:[Dd]eal|DEAL|[Tt]icket|[Cc]ontract [Nn]ote|[Cc]ontract)(?: (?:[Nn]o\.?|[Nn]umber|[Rr]ef(?:erence)?\.?|[Ii][Dd]))?:?\s+((?=[\w./-]*\d{2})[A-Z0-9][\w./-]*\d[\w./-]*)/,
    gives: 'trade_id',
    read: read.reference('trade_id'),
  },
  {
    // The short name of whoever writes before its reference: `CHC ref. N-2026-0144`.
    pattern: /(?<![Yy]our )\b[A-Z]{2,5} [Rr]ef\.?:?\s+([A-Z0-9][\w./-]*\d[\w./-]*)/,
    gives: 'trade_id',
    read: read.reference('trade_id'),
  },
  {
    // A reference alone behind the title: `Credit Default Swap Confirmation GBC-CD-20977 to …`.
    pattern:
      /\b(?:[Cc]onfirmation|CONFIRMATION)[\s–-]+((?=[A-Z0-9./-]*\d{3})(?:[A-Z]{2,5}[A-Z0-9./-]*\d|\d{2,4}-\d{3,8}))\b/,
    gives: 'trade_id',
    read: read.reference('trade_id'),
  },
  {
    pattern: /\bISDA (?:(?:1992|2002) )?Master Agreement\b[^.;]{0,60}?\bdated (?:as of )?(.{6,30})/i,
    gives: 'master_agreement_date',
    read: read.date('master_agreement_date'),
  },
  {
    pattern: new RegExp(`\\bour (?:deal |trade )?ref(?:erence)?${REFERENCE}`, 'i'),
    gives: 'trade_id',
    read: read.reference('trade_id'),
  },
  {
    pattern: new RegExp(`\\byour (?:deal |trade )?ref(?:erence)?${REFERENCE}`, 'i'),
    gives: 'other_reference',
    read: read.reference('other_reference'),
  },
  {
    pattern: new RegExp(`\\bour (?:trade|deal)${REFERENCE}`, 'i'),
    gives: 'trade_id',
    read: read.reference('trade_id'),
  },
  {
    pattern: new RegExp(`\\byour (?:trade|deal)${REFERENCE}`, 'i'),
    gives: 'other_reference',
    read: read.reference('other_reference'),
  },
  {
    pattern: new RegExp(`\\bconversation [^.;]{0,40}?(?:of|on) (${DATE_LITERAL})`, 'i'),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  {
    pattern: /\bconfirmation (?:no\.?|number)\s+([A-Z0-9][\w./-]*\d[\w./-]*)/i,
    gives: 'trade_id',
    read: read.reference('trade_id'),
  },
  {
    pattern: /\(ref(?:erence)?\.?(?: no\.?)?:?\s+([A-Z0-9][\w./-]*\d[\w./-]*)\)/i,
    gives: 'trade_id',
    read: read.reference('trade_id'),
  },
  {
    // `Reference CG-101, counterparty reference QX-44`.
    pattern: new RegExp(`\\b[Cc]ounterparty(?:['’]s)? ref(?:erence)?\\.?:?\\s+${TOKEN}`),
    gives: 'other_reference',
    read: read.reference('other_reference'),
  },
  {
    pattern: new RegExp(`(?:^|[.;] |(?<=\\p{Lu}\\p{L}+ ))Reference ${TOKEN}(?=[.:,;)\\s])`, 'u'),
    gives: 'trade_id',
    read: read.reference('trade_id'),
  },
  {
    pattern: /\(yours:?\s+([A-Z0-9][\w./-]*\d[\w./-]*)\)/i,
    gives: 'other_reference',
    read: read.reference('other_reference'),
  },
  {
    pattern: new RegExp(
      `(?<!greement )(?<!as )\\b(?:on|dated|traded on|of)\\s+(${DATE_LITERAL})\\s*,?\\s+(?:we|you|\\S+(?: \\S+){0,7}?)\\s+(?:have\\s+|has\\s+)?${TRADED}\\b`,
      'i',
    ),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  {
    pattern: new RegExp(
      `${NOT_OF_AN_AGREEMENT}\\b${TRADED}\\b(?:(?: into)? (?:to|from|with|by|between|an?) [^.;]{1,60}?)?,? on (${DATE_LITERAL})`,
      'i',
    ),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  {
    pattern: new RegExp(`\\b(?:sale|purchase|grant) (?:by|to|from) [^.;]{1,90}?,? on (${DATE_LITERAL})`, 'i'),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  {
    // `On 12 May 2027 X AB (the Company) and Y S.A. (the Bank) agreed an interest rate swap`: two names and what they are called.
    pattern: new RegExp(
      `(?:^|[.;)] |\\d\\. )On (${DATE_LITERAL}),? ${NAMES}(?:have |has )?(?:agreed|entered into|concluded|dealt|traded)\\b(?! (?:that|to|an? (?:\\p{L}+ )?(?:amendment|agreement)|the (?:\\p{L}+ ){0,2}agreement))`,
      'u',
    ),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  {
    // `have on 12th May 2027 entered into`, `concluded with you, X S.A. (…), on 12th May 2027`.
    pattern: new RegExp(`\\bon (${DATE_LITERAL}),? (?:have |has )?(?:entered into|concluded|agreed|dealt)\\b`, 'i'),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  {
    pattern: new RegExp(`\\bconcluded with you, [^;]{1,110}?,? (?:by (?:tele)?phone )?on (${DATE_LITERAL})`),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  {
    pattern: new RegExp(`\\b(?:dealt|trade date):?\\s+(${DATE_LITERAL})`, 'i'),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  {
    // `el 4 de mayo de 2027 hemos comprado`, `am 4. Mai 2027 haben wir`, `le 4 mai 2027, nous avons`.
    pattern: new RegExp(
      `\\b(?:el|am|le|il|in data) (${DATE_LITERAL}),? (?:hemos|haben|nous avons|avons|abbiamo|zwischen [^.;]{3,160}? (?:abgeschlossen|vereinbart))`,
      'i',
    ),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  {
    // `zu dem am 14.09.2026 telefonisch geschlossenen Zinsswap`, `el 18 de mayo de 2026 compró`, `opération conclue le …`.
    pattern: new RegExp(`\\bam (${DATE_ABROAD})(?:(?!\\.\\s)[^;]){0,140}?\\b(?:ab)?geschlossen`, 'iu'),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  {
    pattern: new RegExp(
      `\\bel (${DATE_ABROAD}),? (?:hemos |ha |han )?(?:compró|vendió|contrató|compramos|vendimos|concertó|comprado|vendido|contratado)`,
      'iu',
    ),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  {
    pattern: new RegExp(
      `\\b(?:concluida|contratada|pactada|celebrada|conclue|conclusa|stipulata|abgeschlossen\\w*)\\b(?:(?!rahmenvertrag|vertrag|convention|contrato marco|contratto quadro|accordo|agreement)[^.;]){0,60}?\\b(?:el|am|le|il|in data)(?: d[ií]a)? (${DATE_LITERAL})`,
      'i',
    ),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  {
    pattern: new RegExp(
      `\\b(?:conclue?s?|négociée?s?|concluso|conclusa|stipulat[oa]|contratad[oa]),?(?: (?:avec vous|entre nous|con ustedes|con voi|tra noi),?)? (?:le|il|el|in data) (${DATE_ABROAD})`,
      'iu',
    ),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  {
    // `l'acquisto da Voi, in data 3 maggio 2027, di un'opzione`.
    pattern: new RegExp(
      `\\b(?:acquisto|vendita|compra|venta|achat|vente|kauf|verkauf)\\b[^.;\\d]{0,60}?\\b(?:in data|del|el|du|le|il|vom|am) (${DATE_ABROAD})`,
      'iu',
    ),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  { pattern: /\btrade date (?:of|is|being)\s+(.{6,40})/i, gives: 'trade_date', read: read.date('trade_date') },
  {
    pattern: new RegExp(`\\bon (${DATE_LITERAL}) \\((?:the )?["“]?trade date`, 'i'),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  {
    pattern:
      /\b(?:transaction|trade|swap|option|deal) (?:was )?(?:entered into|concluded|agreed|dealt|executed)\b[^.]{0,160}?\bon\s+(.{6,40})/i,
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  {
    pattern: new RegExp(
      `${NOT_OF_AN_AGREEMENT}\\b(?:entered into|concluded|agreed)\\b[^.;]{0,160}?\\bon (${DATE_LITERAL})`,
      'i',
    ),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
];
