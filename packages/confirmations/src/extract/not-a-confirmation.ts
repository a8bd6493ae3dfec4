import { lineText, type PositionedText } from '../read/positioned-text.ts';

/** What is confirmed on the same letterheads and is not read, by the name that a refusal gives it. ISDA's product taxonomy. */
const OTHER_PRODUCTS: readonly (readonly [RegExp, string])[] = [
  [/forward rate agreement|\bfra\b/i, 'a forward rate agreement'],
  [
    /\binflation(?:[\s-](?:linked|indexed))? swap|\binflationsswap|\bswap (?:d['’]|de |su(?:ll['’])? ?)infla(?:tion|ci[oó]n|zione)/i,
    'an inflation swap',
  ],
  [/\bvariance swap/i, 'a variance swap'],
  [/\bvolatility swap/i, 'a volatility swap'],
  [/\bdividend swap/i, 'a dividend swap'],
  [/\bcorrelation swap/i, 'a correlation swap'],
  [/\basset swap/i, 'an asset swap'],
  [/\blongevity swap|\bmortality swap/i, 'a longevity swap'],
  [
    /\b(?:weather|wind|rain(?:fall)?|snow(?:fall)?|precipitation|temperature|(?:heating |cooling )?degree[\s-]days?|solar|irradiation) (?:[\w-]+ ){0,2}(?:swap|option|collar|derivative)/i,
    'a weather derivative',
  ],
  [
    /\bcommodity (?:[\w-]+ ){0,2}(?:option|cap|floor|collar)|\b(?:oil|gas|power|gold|metals?) (?:[\w-]+ )?option/i,
    'a commodity option',
  ],
  [/\bcommodity (?:[\w-]+ )?forward/i, 'a commodity forward'],
  [/\b(?:equity|share|stock|index) (?:[\w-]+ ){0,2}option/i, 'an equity option'],
  [/\b(?:equity|share|stock|index) (?:[\w-]+ ){0,2}forward/i, 'an equity forward'],
  [/\bcredit (?:default )?swaption|\bcds option|\bcredit (?:spread )?option/i, 'a credit option'],
  [
    /\bfirst[\s-]to[\s-]default|\bnth[\s-]to[\s-]default|\bcredit linked note|\btranche\b/i,
    'a credit basket or tranche',
  ],
  [/\bbond (?:option|forward)|\boption on (?:an? )?bond/i, 'a bond option or forward'],
  [
    /\brepurchase (?:agreement|transaction)|\brepo (?:transaction|trade|confirmation)|\breverse repo/i,
    'a repurchase transaction',
  ],
  [/\bsecurities lending|\bstock (?:loan|lending)/i, 'a securities loan'],
  [/\bloan (?:agreement|facility|participation|trade)\b/i, 'a loan'],
  [/\b(?:money market )?deposit (?:confirmation|transaction)|\btime deposit|\bfestgeld/i, 'a deposit'],
  [/\baccumulator\b|\btarget redemption forward|\btarf\b/i, 'a structured forward'],
  [/\bswing\b.*\b(?:option|contract)/i, 'a swing contract'],
];

/** The name of a product that is not read, where a text names one. */
export function otherProductIn(text: string, isRead: (name: string) => boolean): string | undefined {
  return OTHER_PRODUCTS.find(([pattern]) => {
    const name = pattern.exec(text)?.[0];
    return name !== undefined && !isRead(name);
  })?.[1];
}

/** Other papers of the same senders, by their titles. */
const OTHER_DOCUMENTS: readonly (readonly [RegExp, string])[] = [
  [/\binvoice\b/i, 'an invoice'],
  [
    /\bterm ?sheet\b|\bhoja de t[ée]rminos|\bproduktinformation|\bscheda prodotto|\bfiche (?:produit|d['’]information)|\bfoglio informativo/i,
    'a term sheet',
  ],
  [/\bquotation\b/i, 'a quotation'],
  [/\bmargin call|\bcollateral (?:call|statement)/i, 'a margin call'],
  [/\bvaluation (?:statement|report)|\bmark[\s-]to[\s-]market (?:statement|report)/i, 'a valuation'],
  [/\bstatement of account|\baccount statement/i, 'an account statement'],
  [/\brate (?:reset|fixing) notice|\breset notice|\bfixing notice/i, 'a fixing notice'],
  [
    /\bpayment (?:advice|notice)|\bsettlement (?:advice|notice|statement)|\bstatement of (?:cash )?settlements?\b/i,
    'a payment advice',
  ],
  [/\bpress release|\bcurriculum|\bnewsletter/i, 'another document'],
  [
    /\btrade (?:recaps|blotter)|\bdaily (?:trade )?recap|\b(?:deals|trades|transactions) of the day\b|\brecap (?:for|of) (?!trade|the deal)p{Lu}|\brecap of trades|\bportfolio reconciliation/i,
    'a list of trades',
  ],
];
/** These are none even where their title has the word confirmation. */
const NEVER_A_CONFIRMATION: readonly (readonly [RegExp, string])[] = [
  [
    // `Notice of exercise by: 10 a.m.` is a term of an option.
    /(?:\bnotice of exercise\b|\bexercise notice\b|\bausübungserklärung|\bavis d['’]exercice|\bnotificación de ejercicio|\bavviso di esercizio)(?!s?:?\s+(?:(?:is |to be |may be )?(?:given|sent|received) )?(?:by|not|no|to|until|before|period|deadline|time|date|address|details|at the latest|latest|\d))/i,
    'a notice of exercise',
  ],
  [
    /\bunwind (?:notice|agreement|confirmation|of)\b|\bagreed to (?:unwind|close out|terminate) the\b|\(unwind\)|\bconfirmation of (?:\w+ )?unwind/i,
    'a notice of termination',
  ],
  [
    /\bnovation (?:agreement|confirmation|notice)|\bconfirmation of novation|\bnovation\b.*\btransferor\b/i,
    'a novation',
  ],
];

/** These are none where a line of their head begins so: further down the same words are terms of a trade. */
const NEVER_BY_TITLE: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:\p{L}+ )?(?:early )?termination (?:agreement|deed)\b|^(?:agreement|deed) of (?:early )?termination\b|^aufhebungs(?:vertrag|vereinbarung)|^auflösungs(?:vertrag|vereinbarung)|^(?:avenant|accord|protocole) de résiliation|^acuerdo de (?:cancelación|resolución|terminación)|^accordo di (?:estinzione|risoluzione)/iu,
    'an agreement that ends a trade',
  ],
  [
    /^(?:\p{L}+ )?(?:assignment|transfer) (?:agreement|deed|and assumption)\b|^(?:agreement|deed) of (?:assignment|transfer|novation)\b|^abtretungs(?:vertrag|vereinbarung)|^vertragsübernahme|^(?:acte|contrat|convention) de (?:cession|transfert)|^contrato de (?:cesión|novación)|^(?:atto|contratto) di cessione/iu,
    'a transfer of a trade',
  ],
  [
    /^(?:notice of (?:a )?|notification of (?:a )?)?(?:credit|succession|corporate|potential adjustment|disruption) (?:event|action)(?: notice| notification)?\s*(?:$|[–—:(-]|to\b)|^(?:notice|notification) of (?:a |an )?(?:corporate action|credit event|event of default|dividend)\b/iu,
    'a notice of an event',
  ],
  [
    /^key information document\b|^basisinformationsblatt\b|^documento de datos fundamentales\b|^document d['’]informations clés\b|^documento contenente le informazioni chiave\b/iu,
    'a key information document',
  ],
  [/^(?:loan )?rate[\s-]lock (?:letter|agreement|confirmation)\b/iu, 'a rate lock of a loan'],
];

/** A confirmation that the paper speaks of, and is not: `Individual confirmations follow under separate cover`. */
const CONFIRMED_ELSEWHERE =
  /\b(?:(?:individual|separate|formal|legal|written|full|long[\s-]form|isda) )?confirmations? (?:(?:will|to|shall) )?(?:follow|(?:be )?(?:sent|issued|provided|delivered) (?:separately|under separate cover|in due course))/gi;

/** Brokers confirm by what they call a recap, so that the word alone says nothing. */
const RECAP = /\b(?:trade|deal) recap\b/i;

/** What says that nothing is agreed yet. In a title a word is enough; elsewhere it takes a sentence. */
const DRAFT_TITLE =
  /\bdraft\b(?!\w)|\bentwurf\b|\bprojet\b(?= de confirmation)|^\s*projet\s*(?:[–—:-]|$)|\bborrador\b|\bbozza\b|(?<!\bvaluation\b[^.]{0,40})\bindicative only\b|\bindicative (?:terms?|pricing|quot\w+|term ?sheet|summary)|\bnot a confirmation\b|\bspecimen\b|\bindikative konditionen|\bconditions indicatives|\bcondiciones indicativas|\bcondizioni indicative/i;
const DRAFT_ANYWHERE =
  /\bsubject to (?:contract|(?:\w+ )?(?:credit|board|internal|management|committee|risk) approval|final documentation)\b|\bfor discussion purposes(?: only)?\b|\bnot a confirmation\b|\b(?:terms|levels|prices) are indicative\b|\bshall not (?:become effective|be binding) until\b[^.]{0,60}\bapprov|\bthis is a draft\b|\bsans valeur contractuelle\b|\b(?:conditions|modalités) (?:\S+ ){0,2}sont (?:données à titre )?indicati|\bà titre (?:purement )?indicatif\b|\bsin valor contractual\b|\b(?:condiciones|términos) (?:\S+ ){0,2}son (?:meramente )?indicativ|\ba título (?:meramente |puramente )?indicativo\b|\bsenza valore contrattuale\b|\bcondizioni (?:\S+ ){0,2}sono (?:puramente |meramente )?indicative\b|\ba titolo (?:puramente |meramente )?indicativo\b|\bunverbindliche[rsn]? (?:indikation|entwurf|vorschlag|konditionen)|\bkonditionen sind (?:indikativ|unverbindlich)|\bnoch nicht (?:verbindlich|abgeschlossen)\b|\bdraft[\s,–-]+(?:for|subject|not|do not)\b/i;
/** Each draft has one of these words: one look over the whole for them before one at each line. */
const DRAFT_WORDS =
  /draft|subject to|discussion|not a confirmation|indicati|approv|sans valeur|sin valor|senza valore|unverbindlich|indikativ|verbindlich|abgeschlossen/i;
const TITLE_LINES = 12;
const LONGEST_TITLE = 110;
const LINES_WITH_ADDRESSES = 40;
/** Of a title that is the name of the paper alone. */
const LONGEST_NAME = 45;

/** Why a document is no confirmation, whatever product it names, in words for a person. */
export function whyNotAConfirmation(text: PositionedText): string | undefined {
  const lines = text.lines.map(lineText);
  const titles = lines.slice(0, TITLE_LINES).filter((line) => line.length <= LONGEST_TITLE);
  const draft =
    titles.find((line) => DRAFT_TITLE.test(line)) ??
    (DRAFT_WORDS.test(text.lines.length > 0 ? lines.join(' ') : '')
      ? lines.find((line) => DRAFT_WORDS.test(line) && DRAFT_ANYWHERE.test(line))
      : undefined);
  if (draft !== undefined) return `The document says that nothing is agreed yet: “${draft.trim()}”.`;
  const head = titles.join('\n');
  // Below long addresses a title stands further down.
  const asTitle = lines.slice(0, LINES_WITH_ADDRESSES).filter((line) => line.length <= LONGEST_NAME);
  const never = NEVER_A_CONFIRMATION.find(
    ([pattern]) => pattern.test(head) || asTitle.some((line) => pattern.test(line)),
  )?.[1];
  const byTitle = NEVER_BY_TITLE.find(([pattern]) => titles.some((line) => pattern.test(line.trim())))?.[1];
  const what = never ?? byTitle;
  if (what !== undefined) return `The document is ${what}, which is not read.`;
  const other = /confirm|bestätig|confermi|conferma/i.test(head.replace(CONFIRMED_ELSEWHERE, ''))
    ? undefined
    : (OTHER_DOCUMENTS.find(([pattern]) => pattern.test(head))?.[1] ??
      (RECAP.test(head) && head.search(CONFIRMED_ELSEWHERE) >= 0 ? 'a recap, whose confirmation follows' : undefined));
  return other === undefined ? undefined : `The document is ${other}, no confirmation.`;
}

/** Words that no other of these languages has so often. */
const LANGUAGES: readonly (readonly [string, RegExp])[] = [
  ['Dutch', /\b(?:het|een|wij|hierbij|bevestigen|tussen|datum|voor|van|overeenkomst|bedrag)\b/gi],
  ['Portuguese', /\b(?:não|uma|pela|confirmamos|operação|valor|entre|data|taxa|banco|contrato|dos|das)\b/gi],
  ['Polish', /\b(?:oraz|niniejszym|potwierdzamy|transakcji|kwota|data|strona|umowy|przez|bank)\b/gi],
  ['Swedish', /\b(?:och|härmed|bekräftar|mellan|avtal|belopp|ränta|för|att|datum)\b/gi],
  ['Norwegian or Danish', /\b(?:og|herved|bekrefter|bekræfter|mellom|mellem|avtale|aftale|beløp|beløb|rente)\b/gi],
  ['Finnish', /\b(?:vahvistamme|sopimus|päivä|määrä|korko|välillä|kauppa)\b/gi],
  ['Czech', /\b(?:tímto|potvrzujeme|obchodu|částka|smlouvy|datum|mezi|sazba)\b/gi],
  ['Turkish', /\b(?:ve|işlem|tarihi|tutar|teyit|sözleşme|faiz|ile)\b/gi],
  ['Chinese', /[\u4e00-\u9fff]/g],
  ['Japanese', /[\u3040-\u30ff]/g],
  ['Korean', /[\uac00-\ud7af]/g],
  ['Russian', /[\u0400-\u04ff]{3,}/g],
  ['Greek', /[\u0370-\u03ff]{3,}/g],
  ['Arabic', /[\u0600-\u06ff]{2,}/g],
];
const READ_LANGUAGES =
  /\b(?:the|and|of|date|amount|der|und|wir|betrag|datum der|le|les|des|montant|nous|el|los|importe|fecha|nominal|il|della|importo|tasso)\b/gi;
const LEAST_WORDS = 8;

/** The language of a document that is in none of those that are read. */
export function foreignLanguageOf(prose: string): string | undefined {
  const own = prose.match(READ_LANGUAGES)?.length ?? 0;
  const counts = LANGUAGES.map(([name, words]) => ({ name, count: prose.match(words)?.length ?? 0 }));
  const [most] = counts.sort((a, b) => b.count - a.count);
  return most && most.count >= LEAST_WORDS && most.count > own ? most.name : undefined;
}
