export { makeScan, SCAN_KINDS, type ScanKind } from './make-scan.ts';
