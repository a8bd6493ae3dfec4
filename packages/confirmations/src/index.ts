export { readByWording, readWithWordings, unknownLabels } from './extract/apply-wordings.ts';
export {
  type CorrectableParts,
  type CorrectedValue,
  correctableFields,
  correctTrade,
  readCorrected,
} from './extract/correct-trade.ts';
export { type ExtractionOptions, extractTrade } from './extract/extract-trade.ts';
export { readConfirmation } from './extract/read-confirmation.ts';
export { LONGEST_SUPPLIED, type SuppliedLiterals } from './extract/supplied-literals.ts';
export {
  INSPECTION_LIMITS,
  type Inspection,
  type InspectionLimits,
  inspectPdf,
  startsLikePdf,
} from './inspect/inspect-pdf.ts';
export { readText } from './read/read-text.ts';
export {
  type ConfirmationReader,
  createConfirmationReader,
  type ReaderOptions,
} from './reader-pool/confirmation-reader.ts';
export { ReaderClosedError, ReaderUnavailableError, ScannedDocumentError } from './reader-pool/errors.ts';
export { VERIFY_MODES, type VerifyMode } from './verify/verify-mode.ts';
export { READER_VERSION } from './version.ts';
