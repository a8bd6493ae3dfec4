import { jurisdictionNamed } from '@trade-matching/domain';
import { documentationsIn, lawIn } from '../values/documentation.ts';
import * as read from '../values/readers.ts';
import { list, type Term, words } from './term.ts';

/** What confirmations of every product say. Parties, LEIs and BICs are read by `parties.ts` and `identifiers.ts`. */
export const COMMON_TERMS: readonly Term[] = [
  {
    labels: list(
      'payment frequency | payment schedule | frequency of payments | payment period | payments | settlement frequency | payment interval | periodicity | payment periodicity',
    ),
    read: read.frequency('payment_frequency'),
  },
  {
    labels: list(`
        our reference | our ref | our reference number | our ref no | reference | ref | trade reference |
        trade id | trade ref | transaction reference | transaction id | deal reference | deal ref |
        deal number | deal no | deal id | contract number | confirmation number | confirmation reference |
        reference number | ref no | our trade id | trade number |
        our transaction reference | sender reference | confirm no | confirmation no | our id |
        our deal number | our deal reference | our contract number | our confirmation number   | internal reference | system reference | murex id | our transaction id |
        contract reference | swap reference | trade reference number | transaction number | deal ref no |
        our number | internal trade id | internal id | internal trade reference | reference id | summit id | our contract reference | our confirmation reference |
        transaction reference number | administrator reference | manager reference | our file | sender s reference | confirmation id | own reference |
        contract id | deal | trade | deal ticket | ticket | swap ticket | option ticket | fx ticket | ticket number | our deal | our ticket | number | confirmation reference number |
        our swap number | our file number | confirmation ref | hedge reference | deal slip | deal no ours | our deal slip | swap number | option number | trade ticket | numer number | document reference
      `),
    read: read.reference('trade_id'),
  },
  {
    labels: list(`
        your reference | c p deal no | c p ref | c p reference | c p deal ref | c p trade id | c p trade no | c p no | your ref | yr ref | yr reference | your reference number | your ref no | ref client | client reference |
        client ref | counterparty reference | counterparty ref | customer reference | your trade id |
        counterparty trade id | counterparty trade number | cpty ref | your transaction reference | related reference |
        counterparty trade reference | your id | your deal number | your deal reference |
        your contract number | client trade id | client id reference | reference client |
        counterparty s reference | counterparty reference number | customer trade id | your number |
        counterparty id reference | counterpart reference | your file | external reference |
        your confirmation reference | client deal id | client deal | customer deal | customer ticket | customer reference number | receiver s reference | your transaction id |
        counterparty deal reference | counterparty deal id | your deal | your ticket | your deal ticket | ext ref | deal number yours | your deal slip | client ticket | their reference | counterparty ticket | external id | broker reference | bank deal number | client reference number | contra reference
      `),
    read: read.reference('other_reference'),
  },
  {
    labels: list(`
        uti | unique transaction identifier | unique trade identifier | usi | uti usi |
        unique swap identifier | uti number | uti code | unique transaction identifier uti |
        unique transaction id code | unique swap identifier usi | regulatory trade id | usi uti |
        uti reference | usi number | trade repository uti | emir uti | uti kennung | codigo uti | code uti | codice uti | identificador uti | uti identifier | id uti | unique trade id
      `),
    read: read.uti,
  },
  {
    labels: list(`
        trade date | date of trade | dealt | deal date | dealt date | transaction date | date of transaction |
        traded | contract date | trade dt | execution date | dealing date | dealt on | date dealt |
        date of deal | trade | dealing of | traded on | trade execution date | date traded | transacted on | date of contract |
        trading date | trade day | date of execution | conclusion date | trade date and time | executed | done on | struck on | hedge agreed on | hedge dealt on | closed on | trade entered into on | deal struck | concluded | agreed on | concluded on | entered into on
      `),
    read: read.date('trade_date'),
    pattern: words(
      '\\b(?:trade|deal|dealing|dealt|traded|transaction|execution|conclusion|concluded|contract)\\b.*\\b(?:date|day|on)$',
      'value|settlement|maturity|termination|effective|start|end|reference|previous|original|confirmation|business',
    ),
  },
  {
    labels: list(`
        confirmation date | date of confirmation | date confirmed | date of issue |
        issue date of confirmation | confirmation dated | confirmation issue date | date of this confirmation |
        dated | letter date | document date | date | issued | issued on | issue date
      `),
    read: read.date('confirmation_date'),
  },
  {
    labels: list(`
        first day | effective date | effective | start date | starting | starting on | commencement date | start | accrual start date |
        effective dt | value start date | value date of commencement | effective from | starting date |
        swap start date | swap effective date | period start date | first accrual date |
        accrual commencement date | from date | commencing on | commencing | start of term | effective on |
        value date start | start of swap | interest commencement date | date of commencement |
        period from | first day of the term | begin date | beginning date | term start date | inception date | calculation period start date | starts on | starts | begins on |
        value from | value start | valid from | takes effect on | protection starts | protection begins | protection from | accrual start | cover starts | cover from | first day of calculation period | protection effective from | coverage commences | coverage starts | coverage from | hedge start | hedge start date | delivery period from | first day of swap | swap starts | cap start date | hedging starts | cover begins | first day | from and including | protection start date | commences on | runs from
      `),
    read: read.date('effective_date'),
    pattern: words(
      '\\b(?:effective|start|commencement|begin|beginning|inception)\\b.*\\b(?:date|day|on)$',
      'first|payment|premium|agreement|amendment|original|exercise|fixing|averaging|business',
    ),
  },
  {
    labels: list(`
        last day | termination date | termination | ending | ending on | maturity date | maturity | end date | scheduled termination date |
        final maturity date | final maturity | expiration of swap | term date | termination dt |
        scheduled maturity date | end | maturing | swap maturity date | swap end date | swap termination date |
        stated maturity | legal maturity | expiration date of swap | ending date | terminating on |
        end of term | matures | mature | matures on | period end date | to date | until | last date |
        unadjusted termination date | final termination date | swap maturity | contract end date |
        term end date | accrual end date | terminates | date of termination | date of maturity |
        calculation period end date | ends on | ends | expires on | protection ends | protection end date | final date |
        period to | last day of the term | runs to | runs until | terminates on | sched term date | term date | finishes | finishes on | finish | cover ends | cover until | coverage ends | coverage until | protection until | hedge end | hedge end date | delivery period to | delivery period until | last day of swap | swap ends | hedging ends | last day of calculation period | cover to | to and excluding
      `),
    read: read.date('termination_date'),
    pattern: words(
      '\\b(?:termination|maturity|end|expiry)\\b.*\\b(?:date|day|on)$|\\bmaturity$|\\btermination$',
      'early|optional|option|designated|index|reference|rate|tenor|premium|first|break|notice|exercise|obligation|business',
    ),
  },
  // `To` and `From` are an address's words too: beside a name and a date, the date is the letter's.
  { labels: ['from'], read: read.dateAlone('effective_date') },
  { labels: ['to'], read: read.dateAlone('termination_date') },
  {
    labels: list(`
        business day convention | non business days | adjustment of business days | bdc | bus day conv | bus day convention | roll convention | day roll |
        business day conv | payment business day convention | adjustment | business day adjustment |
        adjustment convention | payment date convention | payment dates convention | business day rule |
        holiday convention | date roll | date adjustment | roll | rolling convention | bus day adj |
        date rolling convention | day convention | payment convention
      `),
    read: read.convention('business_day_convention'),
    pattern: words(
      '\\b(?:business day|day|roll|rolling|payment|date|holiday)\\b.*\\b(?:convention|adjustment)$',
      'count',
    ),
  },
  {
    labels: list(`
        business days | business day centres | business day centers | business centers | business centres |
        centres | centers | financial centers | financial centres | holiday calendars | calendars |
        business day | business day center | business day cities | business day calendar | holiday calendar |
        holidays | holiday centers | applicable business days | business day locations | financial center for payments | payment business days | payment business day | relevant cities | relevant city | settlement centers | all business days | exchange business centers | business day financial centers | place of business days | cities |
        cities for business days | payment calendar | banking days | banking day | banking centers | holiday cities | days | payment business centers | holiday | calendar and roll | calendars and roll | holidays and roll | hol | hols | hol calendar | business days and convention | calendar | holiday center
      `),
    read: read.businessCenters('business_centers'),
    pattern: words(
      '^(?:business|banking|working) day (?:for|center|city|place|calendar)\\b|\\bholiday calendar$',
      'convention|adjust|roll|before|after',
    ),
  },
  {
    labels: list(
      'calculation agent | calc agent | determining party | calculation agent party | determinations by | determination by | determination and calculations by | calculations by | calculations made by | commodity calculation agent | calculating agent | agent for calculation | who calculates',
    ),
    read: read.party('calculation_agent'),
    pattern: words('\\bcalculation agent\\b', 'city|notice|address|time|option|payment|date'),
  },
  {
    labels: ['calculations', 'determinations'],
    read: read.reader(['calculation_agent'], (value, { party }) => {
      const who = /^by (?:the )?(.{2,60}?)\.?$/i.exec(value.trim())?.[1];
      return read.fields({ calculation_agent: who && party(who) });
    }),
  },
  {
    labels: list(
      'governing law | gov law | law | applicable law | law governing | governed by | law applicable | governing law of confirmation | governing law and jurisdiction | law and jurisdiction',
    ),
    read: lawTerm(),
  },
  {
    labels: list(`
        master agreement | agreement | isda master agreement | isda agreement | isda master |
        governing agreement | master agreement type | agreement type | isda master agreement type |
        governing master agreement | documentation basis | isda | master | framework agreement | governing documentation | framework contract | master contract | master agmt | master confirmation agreement | umbrella agreement |
        documentation | docs | contractual basis
      `),
    read: masterAgreementTerm(),
  },
  {
    labels: list(`
        master agreement date | schedule date | agreement date | date of master agreement | isda date |
        date of isda master agreement | isda agreement date | isda master agreement date |
        master agreement dated | date of agreement | master agmt date | master signed on | master agreement signed on | isda dated | framework agreement date | isda master dated | agreement dated
      `),
    read: read.date('master_agreement_date'),
  },
  {
    labels: list(`
        credit support annex | credit support document | csa | credit support | csa type | collateral agreement
      `),
    read: read.creditSupport,
  },
  {
    labels: ['settlement currency', 'currency of settlement', 'settlement ccy', 'cash settlement currency'],
    read: read.currency('settlement_currency'),
  },
  { labels: ['cash settlement'], alsoValues: true, read: read.applicable('settlement_type', 'CASH') },
  { labels: ['physical settlement'], alsoValues: true, read: read.applicable('settlement_type', 'PHYSICAL') },
  {
    labels: ['settled in', 'payable in', 'net settlement currency', 'currency for payment'],
    read: read.currency('settlement_currency'),
  },
  {
    labels: list(
      'term | period | swap period | swap term | duration | life | contract period | start end | start end date | effective termination date | effective date termination date | trade period | transaction period | start maturity | from to | starts ends | delivery period | pricing period | delivery window | contract months | delivery months',
    ),
    read: read.period,
  },
  { labels: list('payment currency | payments in | currency of payment'), read: read.currency('payment_currency') },
  {
    labels: list(`
        settlement method | settlement | settlement type | method of settlement | delivery | settlement terms |
        settlement basis | settlement style | settlement mode | delivery type | delivery method |
        type of settlement | settlement option | how it is settled | settled
      `),
    read: read.settlementType('settlement_type'),
  },
  {
    labels: ['settlement', 'settlement method', 'settlement terms'],
    read: read.currencyAfterIn('settlement_currency'),
  },
];

function masterAgreementTerm(): read.ValueReader {
  return read.reader(['master_agreement', 'master_agreement_date', 'governing_law'], (value, context) => {
    // `Convention-cadre FBF du: 08/02/2021`: its date alone.
    const alone = /^\W*\d[\d./-]+\W*$/.test(value) ? read.date('master_agreement_date')(value, context) : undefined;
    if (alone?.kind === 'fields') return alone;
    const [named, ...others] = documentationsIn(value, context.slashOrder);
    const dated = /\b(?:dated|dtd)\b|\bISDA\b(?=,?\s*\d)/i.exec(value);
    const signed = dated ? read.date('master_agreement_date')(value.slice(dated.index), context) : undefined;
    return read.fields({
      ...(named && others.length === 0 ? { master_agreement: named.agreement, master_agreement_date: named.date } : {}),
      governing_law: named && lawIn(value),
      ...(signed?.kind === 'fields' ? signed.fields : {}),
    });
  });
}

/** A word that makes a text speak of a law: `General Terms` under the label is the name of a form. */
const OF_LAW = /\b(?:laws?|recht|droit|derecho|ley|legislaci[oó]n|diritto|legge)\b/i;

/** The law as printed, without the full stop of its sentence; by its name where more is said, or in capitals. */
function lawTerm(): read.ValueReader {
  return read.reader(['governing_law'], (value) => {
    const printed = value.replace(/(?<=[a-z])\.\s*$/i, '').trim();
    if (printed.split(/\s+/).length <= MOST_LAW_WORDS && /[a-z]/.test(printed) && OF_LAW.test(printed))
      return read.fields({ governing_law: printed });
    const isJurisdiction = jurisdictionNamed(printed) !== undefined;
    if (isJurisdiction && /[a-z]/.test(printed)) return read.fields({ governing_law: printed });
    const law = lawIn(isJurisdiction ? `${printed} law` : printed);
    return read.fields({ governing_law: law ?? (OF_LAW.test(printed) ? printed : undefined) });
  });
}
const MOST_LAW_WORDS = 3;
