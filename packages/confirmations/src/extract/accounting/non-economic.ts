import { remembering } from '../remembering.ts';

/**
 * What confirmations print that is no term of the trade. Data: labels as `canonicalLabel` writes them, section headings,
 * and sentences. Sources: the ISDA confirmation exhibits (offices, accounts, notices, boilerplate), SWIFT MT3xx sequences
 * A and E (routing, agents, contact), EMTA templates, the German, French, Spanish and Italian master forms.
 */

/** A label that has one of these words is of routing, of people, of accounts or of the document itself. */
const WORDS =
  'instrument|asset|asset type|spot|spot rate|spot point|forward point|swap point|point|level wharf|street|road|avenue|credit line|limit|threshold|minimum transfer|minimum transfer amount|csa|collateral|collateral posting|independent amount|division date|pair|ticket|allocation|settled in|method|network|delivery status|anzahl|detail|value|cusip|isin|cusip isin|' +
  'account|acct|iban|bic|swift|sort code|aba|bsb|clabe|beneficiary|correspondent|intermediary|ssi|payment instruction|settlement instruction|standing instruction|pay to|' +
  'agent bank|receiving agent|delivery agent|receiving bank|paying bank|nostro|vostro|custodian|depository|' +
  'address|city|office|branch|location|telephone|phone|tel|fax|facsimile|email|e mail|mail|mobile|contact|attention|attn|' +
  'website|www|department|desk|trader|dealer|sale|salesperson|user|book|portfolio|strategy|prepared|approved|authori[sz]ed|confirmed by|checked|verified|' +
  'signature|signatory|signed|name|title|capacity|function|role|lei|legal entity|entity|registration|registered|company number|vat|tax id|domicile|' +
  'reference|ref|identifier|id|uti|usi|isin code|number|message|document|page|version|status|generated|printed|issued|issue|sent|received|time stamp|timestamp|copy|' +
  'definition|documentation|agreement|annex|schedule reference|governing|law|jurisdiction|process agent|legal|regulat|reporting|emir|mifid|dodd|clearing|cleared|ccp|execution venue|venue|sef|mtf|platform|broker|channel|' +
  'product|instrument type|transaction type|trade type|deal type|asset class|class|taxonomy|type transaction|type operation|scope operation|operation|sequence|purpose|subject|regarding|dear|date confirmation|confirmation|' +
  'client|customer|counterparty|bank|party|parties|party [ab]|buyer name|seller name|representation|warrant\\w+|netting|confidential\\w*|disclaimer|note|remark|comment|question|enquir\\w+|quer\\w+';
const LABEL = new RegExp(`^(?:[a-z]+ ){0,4}?(?:${WORDS})(?: [a-z0-9]+){0,3}$`);
/** Words that make a label economic in spite of that: `upfront payment account`, but `barrier agent` is of the barrier. */
const LABELS_WHOLE =
  /^(?:(?:sent |issued |delivered |copy |cc |reply )?(?:to|from|by|re)|(?:sent|issued|delivered|prepared|approved|signed|entered|checked|confirmed|authori[sz]ed|booked|captured|input|affirmed|dealt|executed) (?:by|to|from|on)|(?:please )?(?:sign )?(?:and )?return to|please sign return to|(?:initial )?mark to market(?: value)?(?: at inception)?|all in cost disclosed|cl eligible|cls eligible|share capital|kundennummer|numero cliente|numero client|nit cliente|depot konto|board approval|authorizing resolution|kid supplied|suitability test|withholding certificate|initial margin model|margin category|telefono|telephone|security|operador|sede legale|ihr kundenberater|bearbeitung|handling|postage|date|time|place|we|you|condition to settlement|condition|calculation agent|calculation agent city|exchange|related exchange|clearance system|settlement system|business day|netting|offset|tax|market disruption|price source disruption|fallback|disruption event|disruption fallback|unscheduled holiday|deferral period(?: for unscheduled holiday)?|cumulative event|additional (?:term|provision|condition)|transfer|assignment|specified entity|fallback settlement method|excluded reference entity|source of relevant annex|all guarantee|notifying party|standard reference obligation|automatic exercise|written confirmation|partial exercise|multiple exercise|terms and conditions|date of annex a|network delivery status|message input reference|mur|swift input|sender|receiver|chk|party a|party b|instance type and transmission|(?:trade|deal|transaction) (?:affirmation|confirmation|advice|record)|affirmation)$/;
/** A date of the paper, not of the trade. */
const OF_THE_PAPER =
  /^(?:druckdatum|gedruckt am|erstellt am|date d impression|imprime le|edite le|fecha (?:de )?impresion|impreso el|data (?:di )?stampa|stampato il|(?:entry|input|run|booking|capture) (?:date|time|on|date time)|rucksendung bis|a retourner avant le|return by|attachment|system stamp|affirmed|time stamp|date|(?:confirmation|letter|document|print|print(?:ed)?|issue|issued|generated|sent|value as of|report|statement|signing|signature|execution of document) ?(?:date|on|at)?|date (?:confirmation|annex a|letter|definition|publication)|(?:trade |execution |dealing )?time|trade time|time (?:trade|execution|dealt))$/;

/** Whether a label, canonically written, is of something else than the economics. */
export const isNonEconomicLabel: (label: string) => boolean = remembering((label) => {
  if (/\b(?:credit line|credit limit|csa|minimum transfer|collateral|independent amount|threshold)\b/.test(label))
    return true;
  return (
    LABELS_WHOLE.test(label) || OF_THE_PAPER.test(label) || (LABEL.test(label) && !ECONOMIC_ALL_THE_SAME.test(label))
  );
});
const ECONOMIC_ALL_THE_SAME =
  /\b(?:barrier|cap|floor|strike|rate|price|amount|premium|fee|upfront|notional|spread|margin|attachment|detachment|independent amount|compounding|rounding|lookback|delay|lag|dividend|valuation|cash settlement|fixing|averaging|break|amorti[sz]ation|quantity|volume|share|percent|exercise|expiry|maturity|termination|initial payment|early)\b/;

/** A value that says whom to write to: a mail address is of no term. */
export const isContact = (value: string): boolean =>
  /^(?:t[ée]l(?:[ée]phone|\.)?|telefono?|phone|fax|telefax)\b[.:]?\s*[+(]?\d[\d ()./-]{5,}$/i.test(value.trim()) ||
  /^\S+@\S+\.\w{2,}\b(?!.*(?:\d\s?%|\b[A-Z]{3}\s?\d))/.test(value.trim());

/** `Payments to us: …, account 4418`: where money is sent, by the account behind it; an amount alone is a term. */
export function isAccountOfPayments(label: string, value: string): boolean {
  return PAYMENTS.test(label) && AN_ACCOUNT.test(value);
}
const PAYMENTS =
  /^(?:(?:our |your )?payments?|r[eè]glements?|zahlungen|pagos?|pagament[io]|wires?)(?: (?:to|in|en|an|zu|a|ai)\b|$)/i;
/** No figure stands before the account: an amount is a term, wherever it is paid. */
const AN_ACCOUNT =
  /^(?:(?!\b\d).){0,60}?\b(?:account|a\/c|acc(?:t|ount)?\.? ?no|iban|compte|konto(?:nummer)?|cuenta|conto)\b[^;]*\d{2}/i;

/** A heading under which nothing is of the trade. */
export const NON_ECONOMIC_SECTION =
  /collateral|credit support|\bcsa\b|threshold|\baccounts?\b|payment (?:instructions|details)|settlement instructions|standing|\bcontacts?\b|credit line|\bnotices?\b|\bwire\b|bank details|\bhistory\b|superseded|\bprevious\b|\bprior\b|\billustrat|\bexample\b|for information|\boffices?\b|signature|disclaimer|message (?:header|trailer)|transmission|kontoverbindung|zahlungsverbindung|coordonn[ée]es bancaires|cuenta|datos bancarios|conto/i;

/** Sentences that every confirmation has, whatever is traded. */
const BOILERPLATE: readonly RegExp[] = [
  /\b(?:CSA|threshold|minimum transfer|credit (?:line|limit|support|facility)|margin line|collateral)\b/i,
  // Deposits of savers, and what a bank charges for its paper.
  /\bdeposits? (?:is|are) protected\b|\bstatutory scheme\b|\blimit check\b|\bex-ante (?:costs?|disclosure)\b/i,
  /\bFDIC\b|\bdeposits? (?:with|at|held)\b.*\binsured\b/i,
  /\b(?:postage|gastos de correo|frais de dossier|spese postali|entgelt für die bearbeitung)\b/i,
  /\bcap\. ?soc\b|\bREA [A-Z]{2}-\d/,
  /\bLEI\b/,
  /\b(?:purpose of this|this) (?:letter|confirmation|communication|e-?mail|fax|telex|document)\b/i,
  /\bdefinitions?\b.*\b(?:incorporated|form(?:s)? part|published|apply|contained)\b/i,
  /\b(?:incorporated|published) (?:into|by)\b/i,
  /\b(?:ISDA|Master) (?:\d{4} )?(?:Master )?Agreement\b/i,
  /\brahmenvertrag|convention[- ]cadre|contrato marco|accordo quadro/i,
  /\b(?:please|kindly)\b.*\b(?:sign|return|confirm|check|advise|contact|call|quote|notify|review|find|credit|debit|remit|acknowledge|countersign|respond|reply)\b/i,
  /\b(?:discrepanc|disagree|do(?:es)? not agree|questions?|enquir|quer(?:y|ies)|telephone|facsimile|\bfax\b|\btel\b|@|contact us|call us|ring (?:me|us))/i,
  /\b(?:yours|very truly|sincerely|faithfully|regards|dear (?:sirs?|madam|sir or madam)|good (?:morning|afternoon)|thank you|for and on behalf|signed|signature|authori[sz]ed signator)/i,
  /\b(?:each party|the parties|neither party|party (?:represents|will be deemed)|represents? (?:and warrant|to the other)|non-?reliance|arm'?s length|fiduciar|evaluation and understanding|independent(?:ly)? (?:decision|judg))/i,
  /\b(?:registered (?:in|office|number)|regulated by|authori[sz]ed (?:by|and regulated)|incorporated in|company (?:no|number|registration)|VAT|R\.?C\.?S\.?|CNPJ|ABN|AFSL|CIN\b|share capital|capital social)/i,
  /\b(?:account|a\/c|iban|sort code|swift|bic|aba)\b/i,
  /\b(?:confidential|privileged|intended recipient|no liability|does not constitute|not (?:legal|tax|investment) advice|electronically|without signature|computer.generated|system.generated)\b/i,
  /\b(?:settlement|payment)s? (?:will|shall) be (?:made|netted|effected)\b(?!.*\d)/i,
  /\b(?:payments?|settlement|zahlungen|paiements|pagos|pagamenti)\b(?!.*\d).*\b(?:instructions?|on file|accounts? (?:known|notified|agreed|named|advised)|konten|instruktionen|comptes|instrucciones|cuentas|istruzioni|conti)\b/i,
  /\bstanding (?:settlement )?instructions\b(?!.*(?:\d\s?%|\b[A-Z]{3}\s?\d{3}))/i,
  /\b(?:if|unless) we (?:do not )?hear from you\b/i,
  /\bgiven as decimals\b|\backnowledges?\b(?!.*\d)|\bdisclosures?\b(?!.*\d)/i,
  /\bwe (?:hereby )?(?:are pleased to )?(?:confirm|write to confirm|set out)\b(?!.*(?:\d{3}|%))/i,
  /\b(?:terms|particulars|details)\b.*\b(?:as follows|set out (?:above|below)|are:)/i,
  // Registers, capital and forms of companies, in the words of their countries.
  /\b(?:CVR|HRB|USt-IdNr|Steuer-Nr|P\.?\s?IVA|FCA no|FRN|SIREN|SIRET|KvK|Haftkapital|Stammkapital|Grundkapital|Vordruck|capitale sociale|inscrito en|netting limit)\b/i,
  /\b(?:our|your|yr) ref\.?\s*$/i,
  /\bno (?:amendment|variation|modification|waiver|change)\b[^.;]{0,60}\b(?:effective|valid|binding)\b/i,
  // Payments of one day are netted by the master agreement (ISDA 2002, 2(c)); a fund's deposit is none.
  /\b(?:amounts?|payments?|sums?|zahlungen|beträge|montants?|paiements|importes|pagos|importi|pagamenti)\b(?!.*\d)[^.;]{0,60}\b(?:net(?:ted)?|verrechnet|saldiert|compensés?|compensad[oa]s|compensat[io])\b/i,
  /\bsettlement by (?:electronic|wire|bank) transfer\b|\bsettle (?:gross|net)\b(?!.*\d)/i,
  /\b(?:swaps?|derivatives?|transactions?) (?:is|are) not (?:a )?(?:bank )?deposits?\b/i,
  // An equity amount below zero is paid by the other side (ISDA 2002 Equity Definitions, 8.7).
  /\b(?:if|where|when|should)\b[^.;]{0,40}\bequity (?:amount|return|performance)\b[^.;]{0,30}\bnegative\b[^.;]{0,40}\bpays?\b[^.;]{0,30}\babsolute\b/i,
  // Which law governs it is a field of its own; where one sues is none.
  /\b(?:gerichtsstand|jurisdiction|tribunaux|tribunales|foro competente|place of jurisdiction)\b/i,
  // What a client hedges, and by whom it was resolved.
  /\b(?:hedg(?:es?|ing)|covers?|copre|cubre|couvre|sichert|purpose|resolved)\b[^;]{0,60}\b(?:receipts?|payments?|purchases|sales|imports|exports|exposures?|incassi|pagamenti|acquisti|vendite|cobros|pagos|compras|ventas|encaissements|achats|ventes|zahlungseingänge)\b(?!.*\d)/i,
  // What it means that nobody answers: of the paper, where the whole sentence says no more.
  /^(?:unless|if not) (?:otherwise )?(?:disputed|objected to|contested|queried|corrected)\b[^.;]{0,30}\bwithin \S+ (?:\p{L}+ ){0,3}days?\b[^.;\d]{0,30}?,? (?:the |these |this )?(?:terms|details|confirmation|affirmation|advice)(?: (?:above|below|hereof))?,? (?:are|is|shall be|will be) (?:deemed|taken|considered|treated)(?: to be| as)? (?:affirmed|accepted|agreed|confirmed|approved|correct)\.?$/iu,
  /^(?:failure|failing|omission) to (?:respond|reply|answer|return|sign|countersign|object)\b[^.;\d]{0,50}\b(?:does|shall|will) not (?:affect|impair|prejudice) the (?:binding nature|validity|enforceability)\b[^.;\d]{0,40}\.?$/iu,
  /\bmadame|monsieur|sehr geehrte|muy señores|egregi|estimad/i,
];

export function isBoilerplate(sentence: string): boolean {
  return BOILERPLATE.some((pattern) => pattern.test(sentence));
}

/** Terms of ISDA's and EMTA's standard forms that add nothing at their standard value. */
const STANDARD_VALUES: readonly (readonly [RegExp, RegExp])[] = [
  [/default requirement/, /^(?:USD|US\$)\s*10,?000,?000/i],
  [/payment requirement/, /^(?:USD|US\$)\s*1,?000,?000/i],
  // The two that every corporate has, with the restructuring that is a field of its own; any further event is a term.
  [
    /credit event/,
    /^(?:[\s,;:./&()•–«»“”-]|\b(?:and|und|et|y|e|the|of|bankruptcy|insolvenz|faillite|quiebra|failure to pay|zahlungsausfall|nichtzahlung|défaut de paiement|impago|mancato pagamento|(?:no |not |without )?restructuring(?:\s*:?\s*(?:not )?applicable)?|umschuldung|restructuration|reestructuración|ristrutturazione|insolvenza|insolvencia|incumplimiento de pago|clause\s*[«“]\s*(?:modified\s+){0,2}restructuring|applicable|anwendbar|excluded|mod(?:ified)?(?: mod(?:ified)?)? r(?:estructuring)?|mmr?14|mr?14|xr14|cr14|mm|mr|xr|cr|full|old|grace period extension|payment requirement|usd|us|1,?000,?000(?:\.00)?)\b|\$)+$/i,
  ],
  [/initial exchange|final exchange/, /^(?:applicable|yes)/i],
  [/reference price/, /^100\s?%/],
  [/reset date/, /^(?:the )?(?:first|last) day of each calculation period/i],
  [/^event type$|currency pair/, /./],
  // What its own words call no term, and a limit of credit in the foot of a print.
  [/./, /\bnot a term of (?:the|this) (?:transaction|trade)\b|\bnetting limit\b/i],
  [
    /compounding|averaging|early termination|break clause|optional termination/,
    /^(?:in)?applicable$|^no(?:ne|t applicable)?$/i,
  ],
];

/** `ISDA 2002 Master Agreement dated 2 February 2022`, under whatever label: read from the text, and compared as a field. */
const A_MASTER =
  /^(?:the )?(?:(?:\d{4}|ISDA) ){1,2}Master(?: Agreement)?(?: \(\d{4}\))?(?:,? ?(?:dated(?: as of)?|as of|of)? ?\d{1,2} \p{L}{3,9} \d{4}|,? ?(?:dated(?: as of)?|as of)? ?\p{L}{3,9} \d{1,2}, \d{4})?\.?$/iu;

export function hasStandardValue(label: string, value: string): boolean {
  if (A_MASTER.test(value.trim())) return true;
  return STANDARD_VALUES.some(([of, standard]) => of.test(label) && standard.test(value.trim()));
}
