/** Starts the whole system on this machine and looks into it: for the programs that load it, break it and test it. */
export { changedStack, type StackChange, settingEvery, withoutWindow } from './changed-stack.ts';
export { demonstration } from './demonstration.ts';
export { type Following, followDocuments } from './follow-documents.ts';
export {
  allQueues,
  countMessages,
  currentKeys,
  itemsOf,
  messagesIn,
  scanTable,
  sendTo,
  tradesAndMatches,
  untilQueuesAreEmpty,
  uploadUnseen,
} from './inspect-system.ts';
export { type DocumentReport, reportDocument, type Tables } from './report-document.ts';
export type { ServiceCommand, ServiceProcess } from './service-process.ts';
export { DESK_ACCESS_KEY, startDesk } from './start-desk.ts';
export {
  clientConfiguration,
  SERVICE_ACCESS_KEY,
  type System,
  type SystemOptions,
  startSystem,
} from './start-system.ts';
export type { Upload } from './uploads.ts';
