import { printable, renderTable } from '@trade-matching/command-line';
import colours from 'picocolors';
import type { Evaluation } from './evaluate.ts';
import type { FieldScore } from './score-fields.ts';
import type { ScoredPair } from './score-pairs.ts';

/** More rows than these are only in the JSON. */
const MAX_MISREAD = 60;

/** The evaluation for a person: fields, what was misread, the confusion matrix, each pair, each odd file. */
export function reportText(evaluation: Evaluation, columns: number): string {
  return [
    heading('Documents', documentsLine(evaluation)),
    ...evaluation.documents.refused.map(
      ({ file, reason, message }) => `${colours.red('refused')} ${printable(file)}: ${reason}: ${printable(message)}`,
    ),
    heading('Fields', fieldsLine(evaluation)),
    fieldTable(evaluation, columns),
    ...misread(evaluation, columns),
    ...extras(evaluation),
    heading('Pairs', pairsLine(evaluation)),
    confusionTable(evaluation, columns),
    pairTable(evaluation.pairs.each, columns),
    heading('Refused and odd files', `${evaluation.odd.right} of ${evaluation.odd.files} right`),
    oddTable(evaluation, columns),
  ].join('\n');
}

function heading(title: string, line: string): string {
  return `\n${colours.bold(title)}: ${line}`;
}

function documentsLine({ documents: { files, to_read, read, partial, refused, seconds } }: Evaluation): string {
  const whole = `${read} of ${to_read} confirmations read, ${partial} of them in part (INCOMPLETE), ${refused.length} refused`;
  return `${whole}; ${files} files in ${seconds.toFixed(1)} s`;
}

function fieldsLine({ totals: { all, of_read, critical } }: Evaluation): string {
  const bare = all.wrong - all.wrong_flagged;
  const otherwise =
    all.right_said_otherwise === 0 ? '' : `, ${all.right_said_otherwise} of them as matching compares them`;
  return (
    `${all.right} of ${all.in_truth} right${otherwise} (recall ${percent(all.recall)}, precision ${percent(all.precision)}); ` +
    `of documents read: ${of_read.right} of ${of_read.in_truth} (${percent(of_read.recall)}); ` +
    `wrong without a review flag: ${bad(bare)}, with one: ${all.wrong_flagged}; ` +
    `critical fields: recall ${percent(critical.recall)}, precision ${percent(critical.precision)}`
  );
}

function bad(count: number): string {
  return count === 0 ? '0' : colours.red(String(count));
}

function fieldTable({ fields, totals }: Evaluation, columns: number): string {
  const right = { align: 'right' } as const;
  return renderTable(
    [
      { head: 'field' },
      { head: 'critical' },
      { head: 'in truth', ...right },
      { head: 'right', ...right },
      { head: 'wrong', ...right },
      { head: 'flagged', ...right },
      { head: 'missing', ...right },
      { head: 'extra', ...right },
      { head: 'recall', ...right },
      { head: 'precision', ...right },
    ],
    [...fields, totals.all, totals.of_read, totals.critical].map(fieldRow),
    columns,
  );
}

function fieldRow({
  field,
  critical,
  in_truth,
  right,
  wrong,
  wrong_flagged,
  missing,
  extra,
  recall,
  precision,
}: FieldScore): string[] {
  const ifAny = (count: number) => (count === 0 ? '' : bad(count));
  return [
    printable(field),
    critical ? 'yes' : '',
    String(in_truth),
    String(right),
    ifAny(wrong),
    wrong_flagged === 0 ? '' : String(wrong_flagged),
    ifAny(missing),
    ifAny(extra),
    percent(recall),
    percent(precision),
  ];
}

function misread({ misread: fields }: Evaluation, columns: number): string[] {
  const different = fields.filter(({ verdict }) => verdict !== 'extra');
  if (different.length === 0) return [];
  const table = renderTable(
    [
      { head: 'file', share: 3 },
      { head: 'field' },
      { head: 'verdict' },
      { head: 'truth', share: 2 },
      { head: 'read', share: 2 },
      { head: 'as printed, or why', share: 3 },
    ],
    different
      .slice(0, MAX_MISREAD)
      .map(({ file, field, verdict, truth = '', read = '', literal = '', inferred, flagged }) => [
        printable(file),
        printable(field),
        flagged ? `${verdict}, flagged` : verdict,
        printable(truth),
        printable(read),
        inferred === undefined ? printable(literal) : `inferred: ${printable(inferred)}`,
      ]),
    columns,
  );
  const more = different.length - MAX_MISREAD;
  return [table, ...(more > 0 ? [`… and ${more} more: --json has them all.`] : [])];
}

/** A truth may not list all that its document prints: whether an extra value stands there decides whose fault it is. */
function extras({ misread: fields }: Evaluation): string[] {
  const extra = fields.filter(({ verdict }) => verdict === 'extra');
  const groups = [
    ['Extra, printed in the document though not in its truth', extra.filter(({ literal }) => literal !== undefined)],
    ['Extra, and not printed', extra.filter(({ literal }) => literal === undefined)],
  ] as const;
  return groups.flatMap(([title, group]) => {
    const counts = [...Map.groupBy(group, ({ field }) => field)].map(([field, all]) => `${field} ${all.length}`);
    return counts.length > 0 ? [`${title}: ${counts.join(', ')}`] : [];
  });
}

function pairsLine({ pairs }: Evaluation): string {
  return (
    `${pairs.right} of ${pairs.pairs} right; false green: ${bad(pairs.false_green)}; ` +
    `true matches green: ${pairs.true_matches_green} of ${pairs.true_matches}; ` +
    `the differing fields right in ${pairs.differences_right}`
  );
}

function confusionTable({ pairs: { confusion } }: Evaluation, columns: number): string {
  const expected = Object.keys(confusion).sort();
  const ours = [...new Set(Object.values(confusion).flatMap((row) => Object.keys(row)))].sort();
  const count = (row: string, column: string) => {
    const n = confusion[row]?.[column];
    if (n === undefined) return '';
    return row.split(' or ').includes(column) ? colours.green(String(n)) : colours.red(String(n));
  };
  return renderTable(
    [{ head: 'expected ↓ ours →' }, ...ours.map((head) => ({ head, align: 'right' }) as const)],
    expected.map((row) => [row, ...ours.map((column) => count(row, column))]),
    columns,
  );
}

const CHOSEN: { readonly [C in ScoredPair['chosen']]: string } = {
  this: 'yes',
  another: colours.red('another'),
  ambiguous: colours.yellow('several'),
  none: colours.yellow('none'),
};

function pairTable(pairs: readonly ScoredPair[], columns: number): string {
  return renderTable(
    [
      { head: 'pair' },
      { head: 'allowed', share: 2 },
      { head: 'ours', share: 2 },
      { head: 'paired by' },
      { head: 'found among all' },
      { head: 'differs in', share: 3 },
    ],
    pairs.map((pair) => [
      printable(pair.id),
      printable(pair.allowed.join(' or ')),
      pairStatus(pair),
      pair.paired_by ?? '',
      CHOSEN[pair.chosen],
      [
        pair.differences.join(', '),
        ...pair.differences_missing.map((field) => colours.red(`not found: ${printable(field)}`)),
        ...pair.differences_surplus.map((field) => colours.red(`unexpected: ${printable(field)}`)),
        ...(pair.review.length > 0 ? [`review: ${[...new Set(pair.review)].join(', ')}`] : []),
        ...pair.refused.map(printable),
      ]
        .filter((line) => line !== '')
        .join('\n'),
    ]),
    columns,
  );
}

function pairStatus({ status, right, false_green }: ScoredPair): string {
  if (right) return colours.green(status);
  return colours.red(false_green ? `${status} FALSE GREEN` : status);
}

const VERDICT_COLOUR = { right: colours.green, wrong: colours.red, unjudged: colours.yellow };

function oddTable({ odd }: Evaluation, columns: number): string {
  return renderTable(
    [
      { head: 'file', share: 3 },
      { head: 'expectation', share: 3 },
      { head: 'ours', share: 2 },
      { head: 'ms', align: 'right' },
      { head: 'verdict' },
      { head: 'why', share: 2 },
    ],
    odd.each.map(({ file, expectation, outcome, reason, flags, milliseconds, verdict, why }) => [
      printable(file),
      printable(expectation),
      reason ?? [outcome, ...flags].join(' '),
      String(milliseconds),
      VERDICT_COLOUR[verdict](verdict),
      printable(why),
    ]),
    columns,
  );
}

function percent(share: number | null): string {
  return share === null ? '' : `${(Math.floor(share * 10_000) / 100).toFixed(2)} %`;
}
