import { FIELD_KINDS, type FieldKind, PRODUCTS, TRADE_FIELDS, type TradeField } from '@trade-matching/domain';
import * as z from 'zod/mini';
import { BUILT_IN_PROFILES, DEFAULT_PROFILE } from './built-in-profiles.ts';
import { DECIMAL_KINDS } from './compare-field.ts';
import { normaliseText } from './normalise-text.ts';
import {
  COMPLETENESS,
  type FieldRule,
  ONE_SIDED,
  type ProfileLayer,
  type Profiles,
  SCANS,
  type Tolerance,
  WEIGHTS,
} from './profile.ts';

/** Profiles that do not fit; the message names the place, the value and what it should be. */
export class ProfilesError extends Error {
  override readonly name = 'ProfilesError';
}

const decimal = (what: string) => z.string(what).check(z.regex(/^\d{1,15}(\.\d{1,10})?$/, what));
const field = z.enum(TRADE_FIELDS as [TradeField, ...TradeField[]], 'a field of the canonical trade');
const FIELD_KIND_NAMES = [...new Set<FieldKind>(Object.values(FIELD_KINDS))] as [FieldKind, ...FieldKind[]];

const tolerance = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('exact') }),
    z.strictObject({ kind: z.literal('absolute'), units: decimal('a decimal as text, like "0.05"') }),
    z.strictObject({ kind: z.literal('percent'), percent: decimal('a percentage as text, like "0.01"') }),
    z.strictObject({ kind: z.literal('basis-points'), basisPoints: decimal('basis points as text, like "1"') }),
    z.strictObject({
      kind: z.literal('days'),
      days: z.int('a whole number of days, 0 to 31').check(z.gte(0, 'at least 0 days'), z.lte(31, 'at most 31 days')),
    }),
    z.strictObject({
      kind: z.literal('name-variant'),
      identifier: z.array(field, 'a list of fields').check(z.minLength(1, 'at least one field')),
    }),
  ],
  'exact, absolute, percent, basis-points, days or name-variant',
);

const rule = z.strictObject({
  weight: z.optional(z.enum(WEIGHTS, WEIGHTS.join(', '))),
  tolerance: z.optional(tolerance),
  one_sided: z.optional(z.enum(ONE_SIDED, ONE_SIDED.join(' or '))),
});
const labels = z.array(z.string('a label').check(z.minLength(1, 'a label')), 'a list of labels');
const layer = {
  kinds: z.optional(z.partialRecord(z.enum(FIELD_KIND_NAMES, 'a kind of field'), rule)),
  fields: z.optional(z.partialRecord(field, rule)),
  completeness: z.optional(z.enum(COMPLETENESS, COMPLETENESS.join(' or '))),
  ignore_other_terms: z.optional(labels),
};
const scans = z.optional(z.enum(SCANS, SCANS.join(' or ')));
const identity = z.optional(z.string('text').check(z.minLength(1, 'text')));

const schema = z.strictObject({
  default: z.optional(z.strictObject(layer)),
  products: z.optional(z.partialRecord(z.enum(PRODUCTS, `one of ${PRODUCTS.join(', ')}`), z.strictObject(layer))),
  counterparties: z.optional(
    z.array(
      z.strictObject({ lei: identity, bic: identity, name: identity, scans, ...layer }),
      'a list of counterparties',
    ),
  ),
});

/**
 * Reads profiles from JSON. Their default goes over the built-in one, so that a file says only what is other than that.
 *
 * @throws {ProfilesError} naming the first value that does not fit
 */
export function parseProfiles(json: string): Profiles {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch (cause) {
    throw new ProfilesError(`The profiles are not JSON: ${(cause as Error).message}`, { cause });
  }
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw fault(...placeOf(given, parsed.error.issues[0]));
  const data = parsed.data as Partial<Profiles>;
  const profiles: Profiles = {
    default: over(BUILT_IN_PROFILES.default, data.default ?? {}),
    products: { ...BUILT_IN_PROFILES.products, ...data.products },
    counterparties: [...BUILT_IN_PROFILES.counterparties, ...(data.counterparties ?? [])],
  };
  checkLayer(data.default ?? {}, ['default']);
  for (const [product, layer] of Object.entries(profiles.products)) checkLayer(layer, ['products', product]);
  checkCounterparties(profiles);
  return profiles;
}

// A kind's rule in the file must not undo what the built-in profile says of one field: trade_date, not every date.
function over(base: ProfileLayer, layer: ProfileLayer): ProfileLayer {
  return { ...base, ...layer, kinds: merge(base.kinds, layer.kinds), fields: merge(base.fields, layer.fields) };
}

type Rules = { readonly [name: string]: Partial<FieldRule> };

function merge(base: Rules = {}, rules: Rules = {}): Rules {
  const names = Object.keys({ ...base, ...rules });
  return Object.fromEntries(names.map((name) => [name, { ...base[name], ...rules[name] }]));
}

type Path = readonly PropertyKey[];

function checkLayer({ kinds, fields }: ProfileLayer, path: Path): void {
  for (const [kind, rule] of Object.entries(kinds ?? {})) {
    const place = [...path, 'kinds', kind];
    if (rule.weight !== undefined) {
      throw fault([...place, 'weight'], rule.weight, 'left out: a weight is given to a field, not to a kind');
    }
    if (rule.tolerance) checkTolerance(kind as FieldKind, rule.tolerance, place);
  }
  for (const [field, rule] of Object.entries(fields ?? {}) as [TradeField, NonNullable<typeof fields>[TradeField]][]) {
    const place = [...path, 'fields', field];
    if (rule?.weight && rule.weight !== 'critical' && DEFAULT_PROFILE.fields[field].weight === 'critical') {
      throw fault([...place, 'weight'], rule.weight, `critical: a profile cannot lower ${field}`);
    }
    if (rule?.tolerance) checkTolerance(FIELD_KINDS[field], rule.tolerance, place);
  }
}

function checkTolerance(kind: FieldKind, tolerance: Tolerance, path: Path): void {
  if (!toleranceKinds(kind).includes(tolerance.kind)) {
    const what = `${toleranceKinds(kind).join(', ')} for a field of kind ${kind}`;
    throw fault([...path, 'tolerance', 'kind'], tolerance.kind, what);
  }
  if (tolerance.kind !== 'name-variant') return;
  tolerance.identifier.forEach((identifier, at) => {
    if (['lei', 'bic', 'reference'].includes(FIELD_KINDS[identifier])) return;
    throw fault([...path, 'tolerance', 'identifier', at], identifier, 'an LEI, a BIC or a reference');
  });
}

function toleranceKinds(kind: FieldKind): readonly Tolerance['kind'][] {
  if (kind === 'date') return ['exact', 'days'];
  if (kind === 'party-name') return ['exact', 'name-variant'];
  if (kind === 'percent' || kind === 'basis-points') return ['exact', 'absolute', 'percent', 'basis-points'];
  return DECIMAL_KINDS.has(kind) ? ['exact', 'absolute', 'percent'] : ['exact'];
}

function checkCounterparties({ counterparties }: Profiles): void {
  const known = new Set<string>();
  counterparties.forEach((layer, at) => {
    const path = ['counterparties', at];
    checkLayer(layer, path);
    const identities = (['lei', 'bic', 'name'] as const).filter((key) => layer[key] !== undefined);
    if (identities.length === 0) throw fault(path, layer, 'known by a lei, a bic or a name');
    for (const key of identities) {
      const identity = `${key} ${normaliseText(layer[key] ?? '')}`;
      if (known.has(identity)) throw fault([...path, key], layer[key], 'another: two profiles have it');
      known.add(identity);
    }
  });
}

type Issue = z.core.$ZodIssue;

function placeOf(given: unknown, issue: Issue | undefined): [path: Path, value: unknown, what: string] {
  if (issue?.code === 'unrecognized_keys') return [issue.path, issue.keys[0], 'a name that a profile knows'];
  if (issue?.code === 'invalid_key') {
    return [issue.path.slice(0, -1), issue.path.at(-1), issue.issues[0]?.message ?? 'a name that a profile knows'];
  }
  const path = issue?.path ?? [];
  const value = path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], given);
  return [path, value, issue?.message ?? 'profiles'];
}

function fault(path: Path, value: unknown, what: string): ProfilesError {
  const place = path.length === 0 ? 'The profiles' : path.join('.');
  const shown = value === undefined ? 'it is missing' : `it is ${JSON.stringify(value)}`;
  return new ProfilesError(`${place} must be ${what}; ${shown}.`);
}
