/** An environment found by its names, as every program of operators finds it. */
export { AUDIT_CSV_HEAD, type AuditLine, auditCsv, auditJson, auditLines, EVENT_COLUMNS } from './audit-lines.ts';
export { allegedChaser, chaser } from './chaser.ts';
export { type Account, AccountError, connect, SERVICE_ADDRESS, serviceAddress } from './connect.ts';
export { type Decided, decideCase } from './decide-case.ts';
export { type DryRun, dryRun, type StatusChange } from './dry-run-profiles.ts';
export { type FailedDocument, failedDocumentOf, failedDocuments } from './failed-documents.ts';
export { findTrades } from './find-trades.ts';
export { type Intake, IntakeError, intakes, setIntake } from './intake.ts';
export { newestOfEach, recordsOfDay, recordsOfKey } from './ledger-records.ts';
export { type NotNow, type PairedAnew, pairAnew, type ReadAgain, readAnew, wordsOfPage } from './matching-service.ts';
export {
  MAX_UPLOAD_BYTES,
  presignedUpload,
  UPLOAD_SECONDS,
  type UploadForm,
  uploadAddress,
} from './presigned-upload.ts';
export { queryTable } from './query-table.ts';
export { queueDepth } from './queue-depth.ts';
export { redriveDocument } from './redrive.ts';
export { type RunningSandbox, runningSandbox, SANDBOX_FILE } from './sandbox-file.ts';
export { documentOf } from './trade-document.ts';
export {
  type MatchHistory,
  matchesOfDay,
  matchHistory,
  type TradeHistory,
  tradeHistory,
  tradesByKey,
  tradesOfDay,
} from './trade-records.ts';
