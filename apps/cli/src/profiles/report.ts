import type { DryRun, StatusChange } from '@trade-matching/account';
import type { ProfileVersion } from '@trade-matching/cases';
import { printable, renderTable } from '@trade-matching/command-line';
import type { MatchStatus } from '@trade-matching/domain';
import type { ProfileDifference } from '@trade-matching/matching';

export function versionsTable(versions: readonly ProfileVersion[], active: number, columns: number): string {
  return renderTable(
    [
      { head: 'version', align: 'right' },
      { head: 'state' },
      { head: 'hash' },
      { head: 'who, when (UTC), why', share: 1 },
    ],
    versions.map((each) => [String(each.version), stateOf(each, active), each.hash.slice(0, 12), storyOf(each)]),
    columns,
  );
}

/** `ACTIVE`; `PROPOSED`, until another version becomes active; then that can be approved no more: `OUTDATED`. */
export function stateOf({ version, approved_by, based_on }: ProfileVersion, active: number): string {
  if (version === active) return 'ACTIVE';
  if (approved_by !== undefined) return 'REPLACED';
  return based_on === active ? 'PROPOSED' : 'OUTDATED';
}

function storyOf({ proposed_by, proposed_at, comment, restores, approved_by, approved_at }: ProfileVersion): string {
  return [
    `${printable(proposed_by)}, ${proposed_at.slice(0, 16)}: ${printable(comment)}`,
    ...(restores === undefined ? [] : [`restores version ${restores}`]),
    ...(approved_by === undefined ? [] : [`approved by ${printable(approved_by)}, ${approved_at?.slice(0, 16)}`]),
  ].join('\n');
}

export function differencesTable(differences: readonly ProfileDifference[], columns: number): string {
  return renderTable(
    [
      { head: 'place', share: 2 },
      { head: 'active', share: 1 },
      { head: 'this', share: 1 },
    ],
    differences.map(({ place, before = '-', after = '-' }) => [place, before, after].map(printable)),
    columns,
  );
}

/** One changed pair as programs read it. */
export function changeLine({ match, to, active }: StatusChange) {
  const { match_id, bank_trade_id, counterparty_trade_id, about = {}, status } = match;
  return {
    match_id,
    bank_reference: bank_trade_id ?? null,
    counterparty_reference: counterparty_trade_id ?? null,
    counterparty: about.counterparty_name ?? null,
    product: about.product ?? null,
    ...{ from: status, to, by_active: active },
  };
}

/** Rows of pairs that are shown; `--json` has all. */
const MAX_ROWS = 50;

export function dryRunText({ compared, changes }: DryRun, columns: number): string {
  const counts = new Map<string, number>();
  for (const { match, to } of changes)
    counts.set(arrow(match.status, to), (counts.get(arrow(match.status, to)) ?? 0) + 1);
  const own = changes.filter(({ to, active }) => to !== active).length;
  const rows = changes
    .slice(0, MAX_ROWS)
    .map(({ match, to }) => [
      match.match_id,
      [match.bank_trade_id, match.counterparty_trade_id].map((each) => printable(each ?? '-')).join('\n'),
      arrow(match.status, to, '\n'),
    ]);
  const other = changes.length - own;
  return [
    `${compared} pairs compared; ${changes.length} would have another status. Nothing was written.`,
    ...[...counts].sort(([, a], [, b]) => b - a).map(([what, count]) => `  ${count}  ${what}`),
    ...(other === 0
      ? []
      : [
          `${other} of them have it by the active profiles as well, once they are compared anew: not these change that.`,
        ]),
    ...(rows.length === 0
      ? []
      : [renderTable([{ head: 'match' }, { head: 'references', share: 1 }, { head: 'status' }], rows, columns)]),
    ...(changes.length > MAX_ROWS ? [`The first ${MAX_ROWS}; --json shows all.`] : []),
  ].join('\n');
}

function arrow(from: MatchStatus, to: MatchStatus, separator = ' '): string {
  return `${from}${separator}→ ${to}`;
}
