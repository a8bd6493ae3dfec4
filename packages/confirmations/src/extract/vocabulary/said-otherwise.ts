import { canonicalLabel, lookupForms } from '../labels.ts';
import { remembering } from '../remembering.ts';
import { legOf } from './term.ts';

/** Words for what the trade is, or what of it a label speaks of: they tell no date or amount from another. */
const THING =
  'swap|swaption|hedge|hedging|trade|deal|transaction|contract|cap|floor|collar|cover|coverage|credit protection|protection|interest|accrual|accrue|trs|cd|ndf|option|structure|currency swap|cross currency swap|basis swap|equity swap|commodity swap|pricing|calculation|delivery';
/** A hedge's notional is of what it hedges. */
const TRADED = THING.replace('hedge|hedging|', '');
const PAID =
  'coupon|fee|premium|interest|payment|cash flow|instalment|installment|payout|settlement|net|difference|amount|rate|cap|floor|caplet|floorlet|leg|swap|protection|running|protection fee|fixed|floating|equity';
const GIVEN = 'granted|given|provided|written|sold|issued|offered';

/** What is done with a paper on the day that it bears. */
const ISSUED =
  'printed|print|sent|issued|generated|prepared|produced|drawn up|affirmed|confirmed|established|etabli|emis|edite|imprime|erstellt|ausgestellt|gedruckt|emitido|emitida|impreso|expedido|emesso|emessa|stampato|redatto';
const PAPER =
  'paper|msg|slip|entry|mail|document|this document|affirmation|advice|sheet|recap|report|message|print|printing|run|druckdatum|erstellungsdatum|ausstellungsdatum|fecha de emision|data di emissione|date d emission|date d edition|data documento|fecha documento';

/**
 * Labels that no list holds, by the words that they are made of: `listed label = words`, where `[a|b]` is one of these,
 * `?` and `*` as in a regular expression, in canonical form. Every word of a label has to be one that its line knows.
 */
const SAID = `
  trade date = [${THING}]* [agreed|transacted|executed|dealt|concluded|booked|struck|traded|entered into|arranged] [by|via|over|telephone|phone|verbally|orally]* [on|date|day]*
  trade date = [t d|dod]
  effective date = [${THING}]* [start|begin|commence|commencement|commencing|inception|incept|goe live|go live|live|step in|beginning|starting|running from|run from|start from|begin from] [date|day|on]*
  effective date = [${THING}] [${THING}]* [from|risk from]
  effective date = [${THING}] [${THING}]* [effective|effective from|valid from|in force from]
  effective date = [effective from|valid from|in force from|on risk from|at risk from|e d]
  effective date = [first] [pricing|calculation|accrual|cover|protection|delivery] [day|date]
  effective date = [pricing|calculation|accrual|cover|protection|delivery|hedge|interest] [first day]
  termination date = [pricing|calculation|accrual|cover|protection|delivery|hedge|interest] [last day]
  expiry date = [exercise on]
  expiry date = [option|swaption|right|exercise|expiry|decision]* [expire|expiry|expiring|lapse|decision date|decision] [date|day|on]*
  termination date = [${THING}]* [end|mature|maturing|maturity|terminate|termination|expire|expiry|expiring|ending|cease|finish|run to|run until|run through|last until|up to including|roll maturity|maturity roll] [date|day|on]*
  termination date = [${THING}] [${THING}]* [to|until|up to|through]
  termination date = [last] [pricing|calculation|accrual|cover|protection|delivery] [day|date]
  termination date = [until|till]
  tenor = [${THING}] [${THING}]* [tenor|term|duration|length|life]
  tenor = [duration|year number|month number|number year|number month|original maturity bucket|maturity bucket|standard maturity] [hedged]?
  notional amount = [both leg|each leg|all leg|current|initial|original]* [notional|notional amount|principal amount|face amount|nominal amount]
  currency = [denominated in|denomination|notional currency|currency notional|currency trade]
  notional amount = [both leg|each leg|all leg|current|initial|original]* [${TRADED}]* [principal|size|notional|face|face value|principal sum|nominal sum|capital]
  our reference = [internal|our|system|own]? [${THING}]* [reference|number|id|ticket] [number|id]*
  our reference = [our|own] [${THING}]* [booking|sign|file|record|ticket|contract|order|confirmation] [reference|number|id]?
  our reference = [order|booking|instruction|affirmation] [reference|number|id]
  our reference = [our|own|internal] [number|case|dossier|key|recap|sheet|register|entry|agreement] [reference|number|id|entry|key]*
  our reference = [slip number|ledger number|affirmation id|interne|register entry|record|recap number|sheet number|agreement number|case number|recap|deal key]
  your reference = [your|yours|client|counterparty|customer] [${THING}]* [reference|number|id|ticket] [number|id]*
  your reference = [your|foreign|their|other side] [${THING}]* [booking|sign|file|record|ticket|contract|order|confirmation|reference] [reference|number|id]?
  your reference = [their|your|other side|bank|dealer|broker] [${THING}]* [id|key|case|dossier|record|recap] [reference|number|id|key]*
  your reference = [their|other side] [trade|deal|contract|swap|transaction]
  your reference = [client|counterparty|cpty|dealer|bank] [deal|trade|contract|ticket|slip|${THING}]* [number|id|contract|deal|ticket|slip]
  your reference = [your|their] [loan|hedge|${THING}]* [number|slip|file]
  confirmation date = [paper|document|this document|confirmation|affirmation|advice|letter|recap|report|message]? [is|was]? [${ISSUED}] [on|at|date|time|le|am|il|el]*
  confirmation date = [${PAPER}] [date]
  confirmation date = [date] [sent|printed|issued|when|prepared|${PAPER}]
  confirmation date = [when|sent|generated]
  uti = [party a|party b|bank|client|our]? [uti|usi]
  uti = [usi uti|uti usi]
  uti = [identifiant|identificador|identificativo|kennung|codice|codigo|unique|unico|univoco|eindeutige] [unique|unico|univoco|de|del|transaction|transaccion|operation|operacion|operazione|transaktion]* [uti]
  uti = [reporting|regulatory|trade|transaction|unique|swap|credit trade|${THING}]* [identifier|id|code|reference]* [uti] [code|number|id]*
  fixed rate payer = [who payment]? [fixed|fixed coupon] [rate|leg|side|amount|interest|coupon]* [payer|paid by|payable by|due from|payment by|paying party|owed by]
  floating rate payer = [index|floating|variable|benchmark|interest] [rate|leg|side|amount|interest]* [payer|paid by|payable by|due from|payment by|paying party|owed by]
  floating rate payer = [fixed|fixed coupon] [rate|leg|side|amount|interest]* [receiver|received by|receivable by|receiving party|payable to|paid to]
  fixed rate payer = [floating|variable|index] [rate|leg|side|amount|interest]* [receiver|received by|receivable by|receiving party|payable to|paid to]
  fixed price payer = [who payment] [fixed price]
  floating price payer = [who payment] [floating price|market price|index|variable price|average price]
  fixed price payer = [price] [fixed] [payer]
  floating price payer = [price] [floating] [payer]
  fixed price payer = [payer] [price] [fixed]
  floating price payer = [payer] [price] [floating]
  floating price payer = [market price|average price|index price] [payer|paid by|payable by]
  floating price payer = [fixed price|fixed] [receiver|received by|receiving party|payable to|paid to]
  fixed price payer = [floating price|market price|floating] [receiver|received by|receiving party|payable to|paid to]
  equity amount payer = [equity|performance|total return|return|equity return|equity performance] [amount|leg|side]* [payer|paid by|payable by|due from|payment by|paying party|owed by|deliverer]
  equity amount payer = [payer] [equity|share|return|performance]*
  equity amount receiver = [equity|performance|total return|return|equity return|equity performance] [amount|leg|side]* [receiver|received by|receiving party|payable to|paid to]
  day count = [accrued|accrual|${PAID}] [accrued|accrual|${PAID}]* [day count|basis|day basis|day method] [fraction|convention|basis]?
  day count = [year fraction|day year|day per year|day method]
  day count = [interest|coupon|premium|fee|it]* [is]? [calculated|computed|counted] [on|by|using|as]
  payment frequency = [${PAID}]* [frequency|interval|instalment|installment|cash flow|payout|caplet|floorlet|paid every|payable every|due|fall due|due date|rhythm|cycle|pay interval|settlement interval|net payment|fee date|coupon date|payment date|settlement]
  reset frequency = [index|rate|caplet|interest|floating|variable|floating rate|benchmark]* [refix|refixing|refixed|reset|fixing|observed|refreshed|revised|repriced|renewed|reviewed|rate refix|re fix] [frequency|every|interval|on financing leg|on floating leg|period]*
  fixed first payment date = [first|1st|initial] [coupon|fee|premium] [payment|cash flow|interest|date|on|due|day]*
  fixed final payment date = [final|last] [coupon|fee|premium] [payment|cash flow|interest|date|on|due|day]*
  first payment date = [first|1st|initial] [coupon|fee|payment|cash flow|interest|instalment] [coupon|fee|payment|cash flow|interest|date|on|due|day]*
  first payment date = [payment|coupon|cash flow] [start|begin|commence|starting|beginning] [on]?
  final payment date = [final|last] [coupon|fee|payment|cash flow|interest|instalment] [coupon|fee|payment|cash flow|interest|date|on|due|day]*
  final payment date = [payment|coupon|cash flow] [end|ending|cease|finish] [on]?
  spread = [index|rate|floating|benchmark|cross currency|basis|interest|leg]* [addition|uplift|add on|margin|spread|increment|adder|mark up|premium] [to|over|on|above] [index|benchmark|rate|floating rate|reference rate|floating]
  spread = [cross currency|basis|floating|interest|index|contractual] [margin|spread|uplift]
  spread = [uplift|adder|increment]
  discount = [deduction|reduction|discount|taken off] [from|to|on] [index|benchmark|rate|reference rate]
  lookback = [sonia|sofr|estr|saron|tona|rate|index|overnight|observation|compounding|floating]* [lookback|look back] [period|day|number]*
  floating rate option = [floating|variable|index|underlying|market]* [reference|index|benchmark|rate|reference rate|underlying index] [cap|floor|collar|swap|floating leg]?
  floating rate option = [cap|floor|collar|swaption]* [underlying|index|benchmark|reference] [index|rate]?
  business days = [bank|banking|business|open|open bank|public|payment|credit|exchange|commodity]* [holiday|day|business day|banking day|city|place|center|calendar] [observed in|observed|in|for payment|payment]?
  business day convention = [adj|adjustment|adjusted|rolling|roll|holiday|payment day|payment date|payment|date|day|business day|non business day|weekend|bad day]* [rule|treatment|rolling|roll|convention|adjustment|handling|falling on holiday]
  business day convention = [if payment day is holiday|if payment date is holiday|if date is no business day|if date is not business day|if not business day|if date is holiday]
  calculation agent = [calculating party|calculating agent|party calculating] [settlement|amount|settlement amount|payment]*
  calculation agent = [equity|credit|swap|ndf|commodity|option] [calculation agent]
  payment currency = [amount|payment|all payment]* [are|is]? [paid|made|settled] [in]
  payment currency = [paying|payment|pay] [currency]
  settlement currency = [difference|net difference|settlement amount]? [settle|settled|settlement|paid] [in]
  settlement currency = [currency] [in which] [difference|settlement amount|net amount] [is]? [paid|settled]
  reference entity = [entity|corporate|sovereign|obligor|credit|single name|debtor] [referenced|covered|protected|insured]?
  reference entity = [company|borrower|issuer|name] [referenced|covered|protected|insured]
  reference entity = [cd|protection|credit protection] [on]
  reference obligation = [bond|obligation|note|security|deliverable|reference]* [obligation|bond|note|security|deliverable reference] [referenced|reference|isin|isin code|cusip|code|id|identifier]*
  seller = [party] [granting|giving|providing|writing|selling|assuming|taking|obliged|taking on|bearing] [${THING}|credit risk|risk|on exercise|right]*
  seller = [${THING}|right]* [is]? [${GIVEN}|guaranteed] by
  seller = [option|swaption|cap|floor|collar] [issuer|provider|grantor|giver]
  seller = [protection] [is]? [sold|provided|given|written] [by]
  seller = [risk taker|risk bearer|protection giver|party at risk]
  buyer = [party] [acquiring|buying|purchasing|holding|entitled|entitled to|protected|protected by|with right|with right to|receiving|covered|covered by] [${THING}|exercise|enter|into|right]*
  buyer = [${THING}|right]* [is]? [${GIVEN}] to
  buyer = [${THING}|right]* [is]? [held|acquired|purchased] by
  buyer = [premium|fee|coupon] [is]? [paid|payable] [by]
  buyer = [risk shedder|protection taker|protection beneficiary|beneficiary protection|protected party|insured party]
  fixed rate = [running|contract|contractual|traded|protection|cd|fixed|fixed swap|swap] [fee|coupon|premium|spread|fixed price|swap price|rate|price] [running]?
  fixed rate = [fee|coupon|premium|fixed price swap|swap fixed price] [running]
  fixed rate = [premium|fixed|coupon|running|protection fee] [leg|side]
  floating rate option = [interest|floating|variable|financing|index] [leg|side]
  restructuring = [is]? [restructuring] [as credit event|included|as event|credit event|clause|type|documentation]*
  restructuring = [documentation type|doc type]
  upfront amount = [settlement amount|cash|cash flow|payment|amount|sum|settlement|cash payment|single payment|lump sum] [at|on] [start|inception|outset|closing|beginning]
  upfront amount = [one off|once only|lump sum|single] [payment|fee|amount|cash payment]
  upfront amount = [upfront|up front] [cash flow|cash|payment|fee|amount|sum|money|consideration]*
  upfront date = [upfront|up front|initial fee|initial payment|one off payment] [cash|fee|amount|payment|cash flow]* [value|settle|date|due|payable|on|paid|value date|settlement|fall due]*
  upfront currency = [upfront|up front|initial payment|initial fee] [fee|payment|amount]* [currency]
  settlement type = [credit event|credit|exercise|option|swaption|ndf|after exercise|following exercise]* [settlement] [type|method|mode|form|after credit event|following credit event]?
  settlement type = [physical or cash|cash or physical|physical cash|cash physical]
  settlement type = [how settled] [after credit event|on exercise|at maturity]?
  settlement type = [exercise result in|exercise lead to|if exercised|on exercise|upon exercise|delivery type|delivery mode|deliverable|physical financial|physical cash|cash physical|settlement physical cash]
  settlement type = [share or cash|cash or share|stock or cash|physical or cash|cash or physical] [at|on] [maturity|termination|expiry|exercise|settlement]
  option style = [option|swaption|cap|exercise|right]* [exercisable|exercise|class|exercise period|exercise right|style exercise|eur amer|european american|american european|exercise mode|right exercise|exercise]
  call amount = [buyer|holder] [may|can] [call|buy|purchase]
  put amount = [buyer|holder] [may|can] [put|sell]
  call amount = [currency|amount] [called|callable|which may be bought|that may be bought|to be bought]
  put amount = [currency|amount] [put|puttable|which may be sold|that may be sold|to be sold]
  cut off time = [option may be exercised|swaption may be exercised|may be exercised|option exercisable|exercisable|exercise|notice exercise|exercise notice|exercise possible] [until|by|before|not later than|no later than|at latest by|latest by|up to]
  cut off time = [latest|last] [time|hour|moment] [for|of]? [exercise|notice exercise|exercise notice]?
  cut off time = [exercise] [latest|last]? [time|deadline|hour]
  expiry date = [expiring|exercise day|day exercise|exercise only on|exercisable on]
  settlement date = [currency|amount] [payment|delivery|exchange] [on|date]
  settlement date = [payment|delivery|exchange] [currency|both currency|amount] [on|date]
  settlement date = [currency|both currency|amount|spot|exercise]* [delivery|settlement|exchange] [date|on|value date]
  settlement date = [difference|net amount|settlement amount|amount|usd|eur|gbp|currency]* [is]? [paid|payable|due|settled] [on]
  settlement date = [s d|v d]
  settlement date = [value|delivery|settlement|delivered] [if exercised|on exercise|upon exercise]
  premium amount = [option|swaption|cap|floor|collar|single|total|net|one off|up front|upfront] [cost|premium|price|premium amount|premium sum|consideration]
  premium amount = [option|swaption|cap]? [premium|cost|price] [we|you|us] [payment|receive|paid|payable|pay]
  premium amount = [premium] [payable|paid|due] [by] [us|you|we]
  call amount = [right] [to] [buy|purchase]
  put amount = [right] [to] [sell]
  put amount = [against] [sale|payment|delivery]
  premium amount = [cost|price] [option|swaption|cap|floor|collar]
  premium amount = [premium amount|premium sum]
  premium amount = [buyer|holder] [payment] [premium]
  premium date = [option|swaption|cap|floor|collar]* [premium|option price|price|cost] [option|swaption|cap]? [value|val|fall due|due|due on|payable|payable on|paid on|settle|settle on|due date|value date|is due on|is payable on|settlement]
  premium currency = [premium] [is]? [paid|payable] [in]
  barrier type = [knock|barrier|trigger] [event|style|direction|kind|type|feature]
  barrier level = [option|right]* [extinguish|extinguishe|extinguished|lapse|activate|activated|cease|knock out|knock in|come into existence|terminate] [at|if spot trade at|at or above|at or below]
  barrier level = [in strike|out strike|instrike|outstrike|trigger price|barrier price]
  strike price = [k|exercise at|right at|strike at]
  reference currency = [fixed|fix|emerging market|quoted|local|restricted|fixing|ndf|second|non deliverable]* [currency] [fixed against|fixed]?
  reference currency = [currency fixed against|currency fixed]
  reference currency amount = [local|rupee|won|real|peso|ringgit|yuan|renminbi|rupiah|taiwan dollar|sol|dong|naira|pound|local currency] [amount|notional]
  reference currency amount = [notional|amount] [in]? [local currency|reference currency|non deliverable currency]
  reference currency buyer = [long] [reference currency|non deliverable currency|local currency]
  reference currency seller = [short] [reference currency|non deliverable currency|local currency]
  fixing date = [spot|rate|currency|reference rate|fx|ndf]* [fixing|fixed|observed|determined|determination|valuation|observation] [on|date|day]
  settlement rate option = [official|fx|ndf|emta|reference|primary]* [fixing|fixing code|sro|fixing reference|rate source|fixing page|settlement rate per|settlement rate code|fixing rate]
  commodity = [fuel|energy|commodity|crude|product|metal|grain|crop|oil|gas] [hedged|grade|quality|type]
  commodity = [energy|metal|fuel|crop|grain]
  total notional quantity = [notional quantity|quantity|volume|tonnage] [sum|total]
  total notional quantity = [whole term|total|overall|aggregate|entire|full|contract|contracted|hedged|notional]* [sum notional|notional|contract|contracted|hedged]* [quantity|volume|tonnage|notional quantity|sum|contract volume] [total|hedged|whole term]?
  unit of measure = [volume|quantity|amount]* [are|is]? [stated|measured|expressed|quoted|given] [in]
  commodity reference price = [market|official|floating|reference|price|settlement]* [quotation|reference|benchmark|publication|reference quotation|price reference|marker]
  fixed price = [locked in|guaranteed|agreed|hedged|contract|protected|swap] [price|level] [fixed|agreed]?
  fixed price = [price] [per|pro]? [barrel|tonne|mwh|bbl|mt|mmbtu|ounce|bushel|gallon|therm|unit] [fixed]?
  underlying shares = [share|stock|equity|underlying] [share|stock]? [issuer|name|referenced|company]
  underlying shares = [share name|name share]
  underlying shares = [trs|return|swap|equity swap|total return swap] [on]
  number of shares = [stock|share|position|security|unit]* [number|position|quantity|count|held] [share|stock]?
  initial price = [share|stock|equity|index|underlying|starting|initial|reference|opening|entry] [share|stock|equity|index]? [price|level|value] [per share|at trade|at inception|at start|at outset|at trade date|on trade date]*
  initial price = [price|level] [at inception|at start|at outset|at trade date|on trade date]
  type of return = [dividend treatment|dividend|return definition|performance measured as|return measured as|tr pr|return basis|return kind|kind return]
  initial exchange date = [principal|notional|capital|currency]* [swapped|exchanged|exchange] [at start on|at start|at inception|at outset|initially|initial|initial date|start date|at beginning] [on]?
  initial exchange date = [upfront|up front|start|initial|opening|first|front] [principal|notional]? [exchange] [date|on]?
  initial exchange date = [principal|notional]? [principal exchange|exchange] [start|effective|initial] [date]?
  final exchange date = [principal|notional]? [principal exchange|exchange] [end|termination|maturity] [date]?
  final exchange date = [principal|notional|capital|currency]* [swapped back|re exchanged|exchanged back|exchange at maturity|exchange at end|repaid|returned|exchange at termination] [on]?
  final exchange date = [back|end|final|closing|last|repayment|return|re] [principal|notional]? [exchange] [date|on]?
  cap rate = [strike|rate|maximum|maximum rate|upper|highest|protected|cap|interest]* [cap|cap leg|cap rate|cap strike|rate cap|maximum rate|upper limit|highest rate] [you payment|rate]?
  floor rate = [strike|rate|minimum|minimum rate|lower|lowest|floor|interest|floating]* [floor|floor leg|floor rate|floor strike|minimum rate|lower limit|lowest rate|no negative rate] [you payment|rate|at]?
  governing law = [agreement|contract|transaction|this agreement] [subject to|governed by|under law]
`;

/** `[a|b] [c]* d` as a regular expression over words that each have a space behind them. */
function pattern(words: string): RegExp {
  const parts = words.match(/\[[^\]]*\][?*]?|\S+/g) ?? [];
  const source = parts.map((part) => {
    const [, options, many = ''] = /^\[(.*)\]([?*]?)$/.exec(part) ?? [];
    return options === undefined ? `${part} ` : `(?:(?:${options}) )${many}`;
  });
  return new RegExp(`^${source.join('')}$`);
}

const RULES: readonly (readonly [string, RegExp])[] = SAID.trim()
  .split('\n')
  .map((line) => {
    const [label = '', words = ''] = line.split(' = ');
    return [label.trim(), pattern(words)];
  });

const MOST_WORDS = 8;
/** A payment date, a day count or a spread is a leg's. */
const OF_A_LEG = /^(?:day count|payment frequency|spread|first payment date|final payment date)$/;

/** The listed labels that say what a label's words say, the likeliest first: none where a word is not known. */
export const saidOtherwise: (label: string) => readonly string[] = remembering((label) => {
  const forms = lookupForms(label).filter((form) => form.split(' ').length <= MOST_WORDS);
  const said = RULES.filter(([, words]) => forms.some((form) => words.test(`${form} `))).map(([listed]) => listed);
  const leg = legOf(canonicalLabel(label));
  const ofLeg = leg === 'fixed' || leg === 'floating' ? leg : undefined;
  return [...new Set(said.map((each) => (ofLeg && OF_A_LEG.test(each) ? `${ofLeg} ${each}` : each)))];
});
