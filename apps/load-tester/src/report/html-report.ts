import type { LoadReport } from './load-report.ts';
export function htmlReport(report: LoadReport): string { return `<pre>${JSON.stringify(report)}</pre>`; }
