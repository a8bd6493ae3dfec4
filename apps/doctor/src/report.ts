import { printable, renderTable } from '@trade-matching/command-line';
import type { Outcome } from './check.ts';
import type { Finding } from './run-checks.ts';
import { placeOf, STEPS } from './steps.ts';

/** For people: a row a check, and a line that sums up. */
export function tableOf(findings: readonly Finding[], columns: number): string {
  const rows = findings.map(({ step, title, outcome }) => [String(step), title, outcome.kind, detailOf(step, outcome)]);
  return renderTable(
    [
      { head: 'step', align: 'right' },
      { head: 'check' },
      { head: 'result' },
      { head: 'what is wrong, what to do', share: 1 },
    ],
    rows,
    columns,
  );
}

function detailOf(step: Finding['step'], outcome: Outcome): string {
  switch (outcome.kind) {
    case 'ok':
      return '';
    case 'failed':
      return [outcome.reason, outcome.fix, placeOf(step)].map(printable).join('\n');
    case 'unknown':
    case 'skipped':
      return printable(outcome.reason);
  }
}

export function summaryOf(environment: string, findings: readonly Finding[]): string {
  const count = (kind: Outcome['kind']) => findings.filter(({ outcome }) => outcome.kind === kind).length;
  if (count('ok') === findings.length) return `All ${findings.length} prerequisites of ${environment} are there.`;
  const steps = [...new Set(findings.filter(({ outcome }) => outcome.kind === 'failed').map(({ step }) => step))];
  const parts = (['failed', 'unknown', 'skipped'] as const)
    .filter((kind) => count(kind) > 0)
    .map((kind) => `${count(kind)} ${kind}`);
  const where =
    steps.length === 0 ? '' : ` See docs/deploy.md, ${steps.length > 1 ? 'steps' : 'step'} ${steps.join(', ')}.`;
  return `${environment}: ${count('ok')} of ${findings.length} prerequisites are there, ${parts.join(', ')}.${where}`;
}

/** For scripts: one object. */
export function jsonOf({ id, title, step, outcome }: Finding): string {
  const { kind: result, ...why } = outcome;
  return JSON.stringify({ check: id, title, step, heading: STEPS[step], result, ...why });
}
