export { boundAnswer, boundExtracted, boundFlags, LONGEST, leftOutFlag, longestValue } from './bounded-trade.ts';
export { bytesOf, cutBytes, cutText, fitting } from './bounds.ts';
export { daysBetween, daysInMonth, isIsoDate } from './calendar-date.ts';
export { canonicalHash, canonicalJson } from './canonical-json.ts';
export {
  type Correction,
  isCorrectable,
  LONGEST_CORRECTION,
  MAX_CORRECTIONS,
  type TradeCorrection,
} from './correction.ts';
export {
  compareSequencers,
  copySource,
  decodeEventKey,
  encodeEventKey,
  hasPdfSuffix,
  type IncomingKey,
  isFolderMarker,
  MAX_KEY_BYTES,
  OUTCOMES,
  type Outcome,
  outcomeKey,
  parseIncomingKey,
  parseOutcomeKey,
  supersededKey,
} from './document-key.ts';
export { FINGERPRINT_FIELDS } from './fingerprint-fields.ts';
export { FLAG_CODES, type FlagCode } from './flag-codes.ts';
export { jurisdictionNamed, jurisdictionOfLaw } from './jurisdictions.ts';
export {
  type ComparedField,
  type Difference,
  MATCH_STATUSES,
  type MatchResult,
  type MatchStatus,
  type OtherTermDifference,
  PAIRING_RULES,
  type PairingRule,
  type Verdict,
} from './match.ts';
export {
  asciiOnly,
  asciiSubject,
  EVENT_TYPES,
  type EventType,
  type Notification,
  notificationText,
  plainText,
  SEVERITIES,
  type Severity,
} from './notification.ts';
export { decodeMetadataKey, type OutcomeMetadata, outcomeMetadata, SET_ASIDE_MARK } from './outcome-metadata.ts';
export {
  MAX_PAGE_WORDS,
  type PageWords,
  type PageWordsRequest,
  pageWordsAnswerSchema,
  pageWordsRequestSchema,
  type ScannedWord,
} from './page-words.ts';
export {
  type PairAnewAnswer,
  type PairAnewRequest,
  pairAnewAnswerSchema,
  pairAnewRequestSchema,
} from './pair-anew.ts';
export { type PaymentLag, paymentLagsIn, withoutPaymentLags } from './payment-lags.ts';
export { PDF_HEADER_BYTES, startsLikePdf } from './pdf-header.ts';
export {
  type ProcessAnswer,
  type ProcessError,
  processAnswerSchema,
  processErrorSchema,
  processErrorWith,
} from './process-answer.ts';
export { PROCESS_HEADERS, type ProcessRequest, processRequestSchema, utcTime } from './process-request.ts';
export {
  type ReadAnewAnswer,
  type ReadAnewRequest,
  readAnewAnswerSchema,
  readAnewRequestSchema,
  type UnknownLabel,
} from './read-anew.ts';
export { isReason, outcomeOf, REASONS, type Reason, type Refusal } from './reasons.ts';
export {
  ENVIRONMENTS,
  type EnvironmentName,
  METRIC_NAMESPACES,
  type ResourceNames,
  resourceNames,
} from './resource-names.ts';
export { type ObjectCreated, readS3Message, type S3Message } from './s3-event.ts';
export { isSource, otherSide, SOURCES, type Source } from './source.ts';
export {
  arrivalKey,
  CASES_TABLE,
  type Cancellation,
  cancellationOf,
  contentKey,
  DOCUMENTS_TABLE,
  duplicateKey,
  earlierKey,
  LEDGER_CONTENT,
  LEDGER_STATUSES,
  type LedgerEvent,
  type LedgerRecord,
  type LedgerStatus,
  MESSAGES_PREFIX,
  statusDay,
  TRADES_TABLE,
  WRITE_BACK_OFF_MS,
} from './tables.ts';
export {
  type Accounting,
  type Box,
  BUSINESS_DAY_CONVENTIONS,
  DAY_COUNTS,
  DOCUMENT_KINDS,
  type DocumentKind,
  type Evidence,
  type ExtractedTrade,
  type Extraction,
  FIELD_KINDS,
  type FieldKind,
  type Flag,
  FREQUENCIES,
  type OtherTerm,
  PARTIES,
  PRODUCTS,
  type Product,
  TRADE_FIELDS,
  type Trade,
  type TradeField,
  type UnreadFields,
} from './trade.ts';
export {
  CURRENT,
  ENDED_PREFIX,
  listedMatches,
  listedTrades,
  MATCH_ENDS,
  MATCHED_PREFIX,
  MAX_NOTIFICATIONS,
  type MatchBasis,
  type MatchEnd,
  type MatchedDocument,
  type MatchReasons,
  type MatchRecord,
  matchPartition,
  type PairDecisions,
  type ProfileIdentity,
  reasonsKey,
  type SentNotification,
  summaryOf,
  type TradeMatch,
  type TradeRecord,
  type TradeSummary,
  tradePartition,
  VERSION_PREFIX,
} from './trade-record.ts';
export { type Upload, uploadOf } from './upload.ts';
export { type AcceptedWording, MAX_WORDINGS, type Wording } from './wording.ts';
