import { printable, renderTable } from '@trade-matching/command-line';
import type { ComparedField, OtherTermDifference, PairingRule, Verdict } from '@trade-matching/domain';
import colours from 'picocolors';
import type { Comparison } from '../documents/compare-documents.ts';
import type { ReadDocument } from '../documents/read-documents.ts';
import { accountingText, flagJson, flagText } from './extraction.ts';

/** The comparison as one line of JSON. */
export function comparisonJson(comparison: Comparison, bank: ReadDocument, counterparty: ReadDocument): string {
  if (comparison.kind === 'refused') {
    const refused = comparison.refused.map(({ file, reason, message }) => ({ file, reason, message }));
    return JSON.stringify({ status: 'REFUSED', refused, paired_by: null, differences: [], other_terms: [], flags: [] });
  }
  const { status, pairedBy, differences, otherTerms, flags } = comparison;
  return JSON.stringify({
    status,
    paired_by: pairedBy,
    differences: differences.map(({ field, bank = null, counterparty = null, tolerance, verdict }) => ({
      field,
      bank,
      counterparty,
      tolerance,
      verdict,
    })),
    other_terms: otherTerms,
    flags: flags.map(({ source, ...flag }) => ({ ...(source === undefined ? {} : { source }), ...flagJson(flag) })),
    accounting: { bank: accountingOf(bank), counterparty: accountingOf(counterparty) },
  });
}

function accountingOf({ extraction }: ReadDocument) {
  return extraction.outcome === 'extracted' ? extraction.extracted.accounting : null;
}

const PAIRED_BY: { readonly [R in PairingRule]: string } = {
  decision: 'by a person',
  reference: 'by reference: one side names the other’s',
  uti: 'by their unique transaction identifier',
  fingerprint: 'by fingerprint: the same parties and the same economic terms',
};

/** The comparison for a person: status, why they are a pair, every compared field, what was not compared, flags. */
export function comparisonText(
  comparison: Comparison,
  bank: ReadDocument,
  counterparty: ReadDocument,
  columns: number,
): string {
  const title = `${colours.bold(printable(bank.file))} (BANK) and ${colours.bold(printable(counterparty.file))} (COUNTERPARTY)`;
  if (comparison.kind === 'refused') {
    const refused = comparison.refused.map(
      ({ file, reason, message }) => `  ${printable(file)}: ${reason}: ${printable(message)}`,
    );
    return [title, `${colours.red('REFUSED')}: there is nothing to compare.`, ...refused].join('\n');
  }
  const { status, pairedBy, fields, otherTerms, flags } = comparison;
  const alone = status === 'CANCELLED' ? 'a document calls its trade off' : 'no rule pairs them';
  const paired = pairedBy ? `paired ${PAIRED_BY[pairedBy]}` : `${alone}; compared all the same`;
  return [
    title,
    `${statusText(status)}, ${paired}`,
    comparedTable(fields, columns),
    ...notCompared(fields),
    ...otherTermsTable(otherTerms, columns),
    ...accountedFor(bank, counterparty),
    ...flags.map(({ source, ...flag }) => `${source === undefined ? '' : `${source} `}${flagText(flag)}`),
  ].join('\n');
}

/** Every field that was compared: both values with how they are printed, the tolerance and the verdict. */
export function comparedTable(fields: readonly ComparedField[], columns: number): string {
  const compared = fields.filter(({ verdict }) => verdict !== 'NOT_COMPARED');
  return renderTable(
    [
      { head: 'field' },
      { head: 'bank', share: 1 },
      { head: 'counterparty', share: 1 },
      { head: 'tolerance', share: 0.6 },
      { head: 'verdict' },
    ],
    compared.map((field) => [
      field.field,
      valueText(field.bank, field.bank_literal, field.bank_inferred),
      valueText(field.counterparty, field.counterparty_literal, field.counterparty_inferred),
      field.tolerance,
      verdictText(field),
    ]),
    columns,
  );
}

/** The terms without a field on which the two do not agree; nothing where there is none. */
export function otherTermsTable(terms: readonly OtherTermDifference[], columns: number): string[] {
  if (terms.length === 0) return [];
  const table = renderTable(
    [
      { head: 'other term', share: 1 },
      { head: 'bank', share: 1 },
      { head: 'counterparty', share: 1 },
      { head: 'verdict' },
    ],
    terms.map(({ label, bank = '', counterparty = '', verdict }) => [
      printable(label),
      printable(bank),
      printable(counterparty),
      colours.yellow(verdict),
    ]),
    columns,
  );
  return [table];
}

/** How many of each document's lines were accounted for. */
function accountedFor(...documents: readonly ReadDocument[]): string[] {
  const counts = documents.flatMap(({ source, extraction }) =>
    extraction.outcome === 'extracted' ? [`${source} ${accountingText(extraction.extracted.accounting)}`] : [],
  );
  return [`Accounted for: ${counts.join(', ')}`];
}

/** The normalised value, and beneath it what the document prints where that is something else. */
function valueText(value: string | undefined, literal: string | undefined, why: string | undefined): string {
  if (value === undefined) return '';
  return [
    printable(value),
    ...(literal === undefined || literal === value ? [] : [`“${printable(literal)}”`]),
    ...(why === undefined ? [] : [`inferred: ${printable(why)}`]),
  ].join('\n');
}

const VERDICT_COLOUR: { readonly [V in Verdict]: (text: string) => string } = {
  EQUAL: colours.green,
  WITHIN_TOLERANCE: colours.yellow,
  DIFFERENT: colours.red,
  NOT_COMPARED: colours.dim,
};

function verdictText({ verdict, delta }: ComparedField): string {
  return [VERDICT_COLOUR[verdict](verdict), ...(delta === undefined ? [] : [`by ${delta}`])].join('\n');
}

function statusText(status: string): string {
  if (status === 'MATCHED' || status === 'MATCHED_WITHIN_TOLERANCE') return colours.green(status);
  return status === 'MISMATCHED' ? colours.red(status) : colours.yellow(status);
}

/** The other fields, by why they were not compared. */
export function notCompared(fields: readonly ComparedField[]): string[] {
  const left = fields.filter(({ verdict }) => verdict === 'NOT_COMPARED');
  const groups: readonly [string, readonly ComparedField[]][] = [
    ['Only the bank says', left.filter(({ counterparty }) => counterparty === undefined)],
    ['Only the counterparty says', left.filter(({ bank }) => bank === undefined)],
    ['Never compared', left.filter(({ bank, counterparty }) => bank !== undefined && counterparty !== undefined)],
  ];
  return groups.flatMap(([title, group]) =>
    group.length > 0 ? [`${title}: ${group.map(({ field }) => field).join(', ')}`] : [],
  );
}
