/**
 * Words of terms in the five languages that are read, by what they mean: two houses that print one form in two languages say
 * the same. Data. Sources: the parallel texts of the ISDA Definitions and of the masters that `docs/reading.md` names (German
 * Rahmenvertrag, FBF convention-cadre, CMOF, ABI's forms). Longer phrases stand before those that are in them. A word that means
 * different things in two places is not here.
 */
const WORDS = `
PAYMENT_DATE: payment (?:date|day)s?|zahlungs(?:tag|termin|datum)(?:e[ns]?|s|en)?|zahltage?[ns]?|(?:dates?|jours?) de paiement|fechas? de pago|(?:dat[ae]|giorn[oi]) di pagamento
SETTLEMENT_DATE: settlement (?:date|day)s?|erfullungstage?[ns]?|abwicklungstage?[ns]?|dates? de reglement|fechas? de liquidacion|dat[ae] di regolamento
VALUATION_DATE: valuation (?:date|day)s?|bewertungstage?[ns]?|bewertungsterminen?|dates? d(?:e l)? ?evaluation|fechas? de valoracion|dat[ae] di valutazione
FIXING_DATE: fixing (?:date|day)s?|(?:zins)?festsetzungstage?[ns]?|dates? de (?:fixation|constatation)|fechas? de fijacion|dat[ae] di (?:fixing|rilevazione)
EFFECTIVE_DATE: (?:effective|start|commencement) date|anfangsdatum|startdatum|date (?:d effet|de commencement)|fecha (?:efectiva|de inicio|de efecto)|data (?:iniziale|di (?:decorrenza|efficacia))
TERMINATION_DATE: (?:termination|maturity) date|enddatum|falligkeits(?:tag|datum)(?:e?s)?|date d echeance|fecha de (?:vencimiento|terminacion)|data (?:finale|di scadenza)
TRADE_DATE: trade date|abschluss(?:tag|datum)(?:e?s)?|date de (?:negociation|conclusion)|fecha de (?:contratacion|negociacion)|data di (?:negoziazione|stipula)
CALCULATION_PERIOD: (?:calculation|interest|accrual) periods?|berechnungs(?:zeitr[a]u?me?[ns]?|zeitraum(?:e?s)?|perioden?)|zins(?:berechnungs)?perioden?|periodes? (?:de calcul|d interets?)|periodos? de (?:calculo|interes(?:es)?)|period[oi] di (?:calcolo|interessi?)
CALENDAR_MONTH: calendar months?|kalendermonate?[ns]?|mois (?:calendaires?|civils?)|mes(?:es)? naturales|mes(?:es)? (?:natural|calendario|civil)|mes[ei] (?:di calendario|solar[ei])
EXCHANGE_DAY: exchange (?:business )?days?|borsen(?:handels|geschafts)?tage?[ns]?|jours? de bourse|dias? de bolsa|giorn[oi] di borsa
BUSINESS_DAY: (?:business|banking|working) days?|(?:bank(?:arbeits|geschafts|werk)?|geschafts|arbeits|werk)tage?[ns]?|jours? (?:ouvres?|ouvrables?)|dias? (?:habil(?:es)?|laborables?)|giorn[oi] (?:lavorativ|bancar)[oi]i?
LAST_DAY: last day|letzte[nrm]? tage?s?|dernier jour|ultimo dia|ultimo giorno
FIRST_DAY: first day|erste[nrm]? tage?s?|premier jour|primer dia|primo giorno
DAY: days?|tage?[ns]?|jours?|dias?|giorn[oi]
MONTH: months?|monate?[ns]?|mois|mes(?:es)?|mesi
QUARTER: quarters?|quartale?[ns]?|trimestr(?:es?|i)
YEAR: years?|jahre?[ns]?|annees?|anos?|ann[oi]
PERIOD: periods?|zeitraum(?:e?s)?|perioden?|periodes?|periodos?|period[oi]
CLOSING_PRICE: closing price|schlusskurs(?:es|en?)?|cours de cloture|precio de cierre|prezzo di chiusura
NOT_APPLICABLE: not applicable|nicht anwendbar|non applicable|no aplicable|non applicabile
APPLICABLE: applicable|anwendbar|aplicable|applicabile
EQUITY_NOTIONAL: equity notional(?: amount)?|montant notionnel (?:de performance|actions?)
NOTIONAL_AMOUNT: notional(?: amount)?|(?:nominal|bezugs|nenn)betrag(?:e?s)?|montant notionnel|notionnel|importe nocional|nocional|importo nozionale|nozionale
CASH_SETTLEMENT: cash settle(?:ment|d)|settle(?:ment|d) in cash|barausgleich|reglement en especes|liquidacion en efectivo|regolamento in contanti
SETTLEMENT: settlement|abwicklung|reglement|liquidacion|regolamento
AMOUNT: amounts?|betrag(?:e?s)?|montants?|importes?|import[oi]
PRICE: prices?|preise?[ns]?|prix|precios?|prezz[oi]
RATE: rates?|zinssatz(?:es)?|taux|tass[oi]
DIVIDEND: dividends?|dividende[ns]?|dividendes?|dividendos?|dividend[oi]
EXCHANGE: exchange|borse|bourse|bolsa|borsa
SHARE: shares?|aktien?|actions?|acciones|accion|azion[ei]
GROSS: gross|brutto|brute?s?|brut[oa]s?|lord[oiae]
NET: net|netto|nette?s?|net[oa]s?|nett[oi]
RESET: resets?|revision
UNWEIGHTED: unweighted|ungewichtete?[rsnm]?|non ponderee?s?|no ponderad[oa]s?|non ponderat[oaie]
ARITHMETIC_MEAN: arithmetic(?:al)? (?:mean|average)|arithmetische[nrs]? (?:mittel|durchschnitt)s?|moyenne arithmetique|media aritmetica
IN_ARREARS: in arrears?|nachschussig|a terme echu|vencid[oa]s?|posticipat[oaie]
IN_ADVANCE: in advance|vorschussig|d avance|por anticipado|anticipatamente
DAILY: daily|taglich|quotidien(?:ne)?(?:ment)?s?|diari[oa]s?|giornalier[oaie]
MONTHLY: monthly|monatlich|mensuel(?:le)?s?|mensual(?:es)?|mensil[ei]
QUARTERLY: quarterly|vierteljahrlich|trimestriel(?:le)?s?|trimestral(?:es)?|trimestral[ei]
SEMI_ANNUAL: (?:semi|half)[ -]?(?:annual(?:ly)?|yearly)|halbjahrlich|semestriel(?:le)?s?|semestral(?:es)?|semestral[ei]
ANNUAL: annual(?:ly)?|yearly|jahrlich|annuel(?:le)?s?|anual(?:es)?|annual[ei]
CONTINUOUS: continuous(?:ly)?|fortlaufend|kontinuierlich|continue?(?:ment)?|continu[oa]
OFFICIAL: official|offizielle[nrs]?|officiel(?:le)?|oficial|ufficiale
NEXT: next|nachste[nrms]?|prochaine?s?|proxim[oa]s?|prossim[oaie]
AFTER: after|nach|apres|despues|dopo
BEFORE: before|prior to|vor|avant|antes|prima
END: ends?|ende|fin|fine
START: start|beginning|beginn|anfang|debut|inicio|comienzo|inizio
EACH: each|every|jede[nrms]?|jeweilige[nrms]?|chaque|cada|ogni|ciascun[oa]?
NOT: not|nicht|keine?[nrs]?
2: (?:zwei|zweite[nrms]?|deux|deuxieme|second|dos|segund[oa]|due|second[oa])(?= [A-Z])
3: (?:drei|dritte[nrms]?|trois|troisieme|third|tres|tercer[oa]?|tre|terz[oa])(?= [A-Z])
4: (?:vier|vierte[nrms]?|quatre|quatrieme|fourth|cuatro|cuart[oa]|quattro|quart[oa])(?= [A-Z])
5: (?:funf|funfte[nrms]?|cinq|cinquieme|fifth|cinco|quint[oa]|cinque)(?= [A-Z])
6: (?:sechs|sechste[nrms]?|sixieme|sixth|seis|sext[oa]|sei|sest[oa])(?= [A-Z])
7: (?:sieben|siebte[nrms]?|septieme|seventh|siete|septim[oa]|sette|settim[oa])(?= [A-Z])
8: (?:acht|achte[nrms]?|huit|huitieme|eighth|ocho|octav[oa]|otto|ottav[oa])(?= [A-Z])
9: (?:neun|neunte[nrms]?|neuf|neuvieme|ninth|nueve|noven[oa]|nove|non[oa])(?= [A-Z])
10: (?:zehn|zehnte[nrms]?|dix|dixieme|tenth|diez|decim[oa]|dieci)(?= [A-Z])
15: (?:funfzehn|funfzehnte[nrms]?|quinze|quinzieme|fifteen|fifteenth|quince|quindici)(?= [A-Z])
20: (?:zwanzig|zwanzigste[nrms]?|vingt|vingtieme|twenty|twentieth|veinte|venti)(?= [A-Z])
`;

/** What a word means, and the words for it, in text that is lower case, without accents and punctuation. */
export const CONCEPTS: readonly (readonly [concept: string, words: RegExp])[] = WORDS.trim()
  .split('\n')
  .map((line) => {
    const at = line.indexOf(': ');
    return [line.slice(0, at), new RegExp(`(?<![\\p{L}\\p{N}_])(?:${line.slice(at + 2)})(?![\\p{L}\\p{N}_])`, 'gu')];
  });

/** Those behind which a time stands: `on`, `am`, `à la` before one say no more. */
export const TIMES: ReadonlySet<string> = new Set(
  CONCEPTS.map(([concept]) => concept).filter((concept) =>
    /_(?:DATE|DAY|PERIOD|MONTH)$|^(?:DAY|MONTH|YEAR)$/.test(concept),
  ),
);

/** Behind a day these count: `Geschäftstage nach`, `jours ouvrés suivant`. Elsewhere `following` is the next one. */
export const COUNTING: readonly (readonly [concept: string, words: RegExp])[] = [
  [
    'AFTER',
    /(?<=DAY )(?:following|suivante?s?|siguientes?(?: al?)?|successiv[oi](?: all?[aeo]?)?|posterior(?:es)?(?: al?)?)(?![\p{L}_])/gu,
  ],
  ['BEFORE', /(?<=DAY )(?:preceding|precedente?s?|anterior(?:es)?(?: al?)?|antecedent[ei])(?![\p{L}_])/gu],
];

/** Articles, and what joins nouns: of five languages, none of them a word of another that says something. */
export const ARTICLES: ReadonlySet<string> = new Set(
  'the a an of der die das des dem den le la les l el los las lo gli de du d del della dello dei degli delle dell di und et y e and'.split(
    ' ',
  ),
);
/** Before a time. */
export const AT_A_TIME: ReadonlySet<string> = new Set(
  'on at in for am an im zum bei a al alla au aux en nel nella'.split(' '),
);
