import { type Account, matchHistory, tradeHistory } from '@trade-matching/account';
import type { CaseEvent, CaseRecord, CaseStore } from '@trade-matching/cases';
import { correctableFields } from '@trade-matching/confirmations/corrections';
import { unknownLabels } from '@trade-matching/confirmations/wordings';
import type {
  ComparedField,
  Evidence,
  Flag,
  MatchRecord,
  OtherTermDifference,
  Source,
  TradeRecord,
  UnknownLabel,
} from '@trade-matching/domain';

/** One side's document of a break, as the screen shows it. */
export interface SideView {
  readonly trade_key: string;
  readonly reference?: string;
  readonly s3_key: string;
  readonly document_hash: string;
  readonly version: number;
  readonly event_time: string;
  /** Fields that may be corrected. */
  readonly correctable: readonly string[];
  /** Pages of it were read as pictures. */
  readonly scanned?: true;
}

/** Where a document states a term. */
export type Place = Pick<Evidence, 'page' | 'boxes' | 'literal'> & {
  /** 0 to 1, of what was read from a picture. */
  readonly confidence?: number;
};

/** A compared field with where each document states it. */
export interface TermView extends ComparedField {
  readonly bank_place?: Place;
  readonly counterparty_place?: Place;
}

/** All that one screen shows of a break. */
export interface BreakView {
  readonly case: CaseRecord;
  readonly events: readonly CaseEvent[];
  readonly match?: Pick<MatchRecord, 'match_id' | 'status' | 'paired_by' | 'updated_at'>;
  readonly bank?: SideView;
  readonly counterparty?: SideView;
  /** What differs first, then what only one side states, then what agrees. */
  readonly terms: readonly TermView[];
  readonly other_terms: readonly OtherTermDifference[];
  readonly flags: readonly Flag[];
  /** Labels that no list has, in either document: each may be a wording. */
  readonly unknown_labels: readonly LabelView[];
}

/** A label that no list has, and whose document bears it. */
export interface LabelView extends UnknownLabel {
  readonly source: Source;
  readonly trade_key: string;
}

/** Undefined where there is no such case. */
export async function breakView(account: Account, cases: CaseStore, caseId: string): Promise<BreakView | undefined> {
  const [record, events] = await Promise.all([cases.case(caseId), cases.events(caseId)]);
  if (!record) return undefined;
  const { subject, bank_trade_key, counterparty_trade_key } = record.origin;
  const sideOf = async (key: string | undefined) =>
    key === undefined ? undefined : (await tradeHistory(account, key))?.current;
  const alone = subject.kind === 'TRADE' ? await sideOf(subject.id) : undefined;
  const [bank, counterparty, history] = await Promise.all([
    alone?.source === 'BANK' ? alone : sideOf(bank_trade_key),
    alone?.source === 'COUNTERPARTY' ? alone : sideOf(counterparty_trade_key),
    subject.kind === 'MATCH' ? matchHistory(account, subject.id) : undefined,
  ]);
  const match = history?.current ?? history?.ended[0];
  const fields = history?.reasons?.fields ?? statedAlone(alone);
  return {
    case: record,
    events,
    ...(match && { match: pick(match) }),
    ...(bank && { bank: sideView(bank) }),
    ...(counterparty && { counterparty: sideView(counterparty) }),
    terms: fields.map((field) => withPlaces(field, bank, counterparty)).sort((a, b) => order(a) - order(b)),
    other_terms: match?.other_terms ?? [],
    flags: match?.flags ?? alone?.flags ?? [],
    unknown_labels: [bank, counterparty].flatMap((each) => (each ? labelsOf(each) : [])),
  };
}

const pick = ({ match_id, status, paired_by, updated_at }: MatchRecord) => ({
  match_id,
  status,
  paired_by,
  updated_at,
});

function sideView({ trade_key, trade, s3_key, document_hash, version, event_time, flags }: TradeRecord): SideView {
  const reference = trade.trade_id === undefined ? {} : { reference: trade.trade_id };
  const correctable = correctableFields(trade);
  const scanned = flags.some(({ code }) => code === 'SCANNED') ? { scanned: true as const } : {};
  return { trade_key, ...reference, s3_key, document_hash, version, event_time, correctable, ...scanned };
}

function labelsOf(record: TradeRecord): LabelView[] {
  const { source, trade_key } = record;
  const parts = { ...record, other_terms: record.other_terms ?? [] };
  return unknownLabels(parts).map((each) => ({ source, trade_key, ...each }));
}

/** What a trade without a pair states: nothing to compare it with. */
function statedAlone(trade: TradeRecord | undefined): ComparedField[] {
  if (!trade) return [];
  const side = trade.source === 'BANK' ? 'bank' : 'counterparty';
  return (Object.entries(trade.trade) as [ComparedField['field'], string][])
    .filter(([field]) => field in trade.evidence)
    .map(([field, value]) => ({ field, [side]: value, tolerance: '', verdict: 'NOT_COMPARED' }));
}

function withPlaces(field: ComparedField, bank?: TradeRecord, counterparty?: TradeRecord): TermView {
  const [ours, theirs] = [place(bank, field.field), place(counterparty, field.field)];
  return { ...field, ...(ours && { bank_place: ours }), ...(theirs && { counterparty_place: theirs }) };
}

function place(record: TradeRecord | undefined, field: ComparedField['field']): Place | undefined {
  const evidence = record?.evidence[field];
  if (!evidence) return undefined;
  const { page, literal, boxes, ocr, confidence } = evidence;
  return { page, literal, ...(boxes && { boxes }), ...(ocr && { confidence }) };
}

const ORDER: Readonly<Record<ComparedField['verdict'], number>> = {
  DIFFERENT: 0,
  WITHIN_TOLERANCE: 1,
  NOT_COMPARED: 2,
  EQUAL: 3,
};
function order({ verdict, bank, counterparty }: TermView): number {
  const isOneSided = (bank === undefined) !== (counterparty === undefined);
  return ORDER[verdict] + (verdict === 'NOT_COMPARED' && isOneSided ? -0.5 : 0);
}
