import { renderTable } from '@trade-matching/command-line';
import colours from 'picocolors';
import { isMet, type Measurement, type Quantity, ratioOf, type Target } from './measurement.ts';

const MAX_WIDTH = 180;

/** All measurements as one table: what, ours, baseline, ratio, target, met. */
export function renderMeasurements(measurements: readonly Measurement[]): string {
  const right = { align: 'right' } as const;
  const table = renderTable(
    [
      { head: 'what' },
      { head: 'ours', ...right },
      { head: 'baseline', ...right },
      { head: 'ratio', ...right },
      { head: 'target', ...right },
      { head: 'met' },
    ],
    measurements.map(rowOf),
    MAX_WIDTH,
  );
  const notes = measurements.flatMap(({ what, note }) => (note === undefined ? [] : [`${what}: ${note}`]));
  return [table, ...notes].join('\n');
}

/** One measurement as a line, where a bench runs by itself. */
export function describeMeasurement(measurement: Measurement): string {
  const [what, ours, baseline, ratio, target, met] = rowOf(measurement);
  const parts = [
    ours,
    baseline && `${measurement.baseline?.what} ${baseline}`,
    ratio && `ratio ${ratio}`,
    target && `target ${target}: ${met}`,
    measurement.note,
  ];
  return `${what}: ${parts.filter(Boolean).join(', ')}`;
}

function rowOf(measurement: Measurement): string[] {
  const { what, ours, baseline, target } = measurement;
  const ratio = ratioOf(measurement);
  return [
    what,
    quantity(ours),
    baseline ? quantity(baseline) : '',
    ratio === undefined ? '' : ratio.toFixed(2),
    target ? describeTarget(target, ours.unit) : '',
    verdict(isMet(measurement)),
  ];
}

const SIGNS = { 'at most': '≤', 'at least': '≥', exactly: '=' } as const;

function describeTarget({ of, is, value }: Target, unit: string): string {
  return `${SIGNS[is]} ${of === 'ratio' ? `${value}×` : quantity({ value, unit })}`;
}

function verdict(met: boolean | undefined): string {
  if (met === undefined) return '';
  return met ? colours.green('met') : colours.red('MISSED');
}

/** `1,234,567 bytes`, `3.42 ms`: three figures, and all of a whole number. */
export function quantity({ value, unit }: Quantity): string {
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const number = value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return unit.startsWith('/') ? number + unit : `${number} ${unit}`.trim();
}
