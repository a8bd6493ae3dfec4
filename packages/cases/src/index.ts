export { allegedNotification } from './alleged-notification.ts';
export { isBreak, pairFacts, pairOrigin, tradeFacts, tradeOrigin } from './break-facts.ts';
export { BUSINESS_CENTRES, businessDaysLater, centresOf, holidaysOf } from './business-calendar.ts';
export { canonicalHash, canonicalJson } from './canonical-json.ts';
export { type CaseCommand, type CommandName, MAX_COMMENT, SYSTEM_ACTOR } from './case-command.ts';
export {
  type BreakFacts,
  type BreakOrigin,
  type BreakStatus,
  CASE_KINDS,
  type CaseAction,
  type CaseEvent,
  type CaseKind,
  type CaseSubject,
  type DecidedPair,
  type DifferingValue,
  type Seen,
  type UnchainedEvent,
} from './case-event.ts';
export { caseIdentity } from './case-identity.ts';
export { caseItems, casePartition, counterpartyKey, type TransactItem } from './case-items.ts';
export { CASE_REASONS, type CaseReason, isReasonFor, type ReasonedCommand } from './case-reasons.ts';
export {
  type Acceptance,
  CASE_STATES,
  type CaseRecord,
  type CaseState,
  isOpen,
  OPEN_CAUSES,
  type OpenCause,
  type Proposal,
  RESOLUTIONS,
  type Resolution,
} from './case-record.ts';
export { CaseStore, type CaseWritten, type PlannedEvent } from './case-store.ts';
export { type ChainHead, type ChainProblem, type ChainVerdict, chainEvent, verifyChain } from './chain.ts';
export { type CaseRefusal, type Decided, decide, type RefusalCode } from './decide.ts';
export { differencesHash } from './differences-hash.ts';
export { type CasesDigest, digestNotification, digestOf, overdueNotification } from './digest.ts';
export { CASE_SEVERITIES, type CaseSeverity, dueTime, graceEnd, proposalEnd } from './due-time.ts';
export { applyEvent, CaseHistoryError, foldEvents, isSettled } from './fold.ts';
export { fileOf, inThousands, inWords, subjectAbout, summaryText } from './notification-texts.ts';
export {
  CursorError,
  MAX_PAGE,
  MAX_SHARED_PAGE,
  type OnlyCases,
  type OpenCases,
  type OpenCasesPage,
  type PageOptions,
} from './open-cases.ts';
export { ProfileStore, profileItems } from './profile-store.ts';
export {
  MAX_PROFILES_BYTES,
  type ProfileEvent,
  type ProfilesHead,
  ProfilesRefusedError,
  type ProfileVersion,
  planApproval,
} from './profile-versions.ts';
export { toldAgain } from './told-again.ts';
export { MAX_VIEW_NAME, MAX_VIEWS, type SavedView, ViewStore } from './view-store.ts';
export { type WordingDecision, WordingRefusedError, WordingStore, type WordingsHead } from './wording-store.ts';
