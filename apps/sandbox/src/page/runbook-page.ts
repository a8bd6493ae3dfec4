import { readFileSync } from 'node:fs';
import path from 'node:path';
import { anchorsOf } from '@trade-matching/dashboards';

const RUNBOOK = path.resolve(import.meta.dirname, '../../../../docs/runbook.md');

/** The runbook as it is written, with its headings as places that the page links to. */
export function runbookPage(title: string): string {
  const lines = readFileSync(RUNBOOK, 'utf8').split('\n');
  const body = lines.map((line) => {
    const text = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const [anchor] = /^#+ /.test(line) ? anchorsOf(line) : [];
    return anchor === undefined ? text : `<strong id="${anchor}">${text}</strong>`;
  });
  const style =
    'margin: 2rem auto; max-width: 150ch; padding: 0 1rem; font: 14px/1.6 ui-monospace, monospace; white-space: pre-wrap';
  return `<!doctype html><meta charset="utf-8"><title>Runbook, ${title}</title><pre style="${style}">${body.join('\n')}</pre>`;
}
