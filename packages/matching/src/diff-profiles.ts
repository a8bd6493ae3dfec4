import type { CounterpartyLayer, FieldRule, ProfileLayer, Profiles } from './profile.ts';
import { describeTolerance } from './profile.ts';

/** A place at which two sets of profiles say something else; undefined where one says nothing. */
export interface ProfileDifference {
  /** `default.fields.trade_date.tolerance`, `counterparties.Northgate LLC.completeness`. */
  readonly place: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What the second set says other than the first, by place. A counterparty is the same by its LEI, else BIC, else name. */
export function diffProfiles(before: Profiles, after: Profiles): ProfileDifference[] {
  const [a, b] = [placesOf(before), placesOf(after)];
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((place) => a.get(place) !== b.get(place))
    .sort()
    .map((place) => ({ place, before: a.get(place), after: b.get(place) }));
}

function placesOf({ default: base, products, counterparties }: Profiles): Map<string, string> {
  return new Map([
    ...layerPlaces('default', base),
    ...Object.entries(products).flatMap(([product, layer]) => layerPlaces(`products.${product}`, layer)),
    ...counterparties.flatMap((layer) => layerPlaces(`counterparties.${identityOf(layer)}`, layer)),
  ]);
}

function identityOf({ lei, bic, name }: CounterpartyLayer): string {
  return lei ?? bic ?? name ?? '';
}

type Place = readonly [place: string, says: string];

function layerPlaces(
  at: string,
  layer: ProfileLayer & Pick<CounterpartyLayer, 'lei' | 'bic' | 'name' | 'scans'>,
): Place[] {
  const { kinds = {}, fields = {}, completeness, ignore_other_terms, lei, bic, name, scans } = layer;
  const said: readonly (readonly [string, string | undefined])[] = [
    ...Object.entries({ lei, bic, name }),
    ['completeness', completeness],
    ['scans', scans],
    ['ignore_other_terms', ignore_other_terms && [...ignore_other_terms].sort().join(', ')],
    ...Object.entries(kinds).flatMap(([kind, rule]) => rulePlaces(`kinds.${kind}`, rule)),
    ...Object.entries(fields).flatMap(([field, rule]) => rulePlaces(`fields.${field}`, rule)),
  ];
  return said.flatMap(([place, says]) => (says === undefined ? [] : [[`${at}.${place}`, says] as const]));
}

function rulePlaces(at: string, { weight, tolerance, one_sided }: Partial<FieldRule>) {
  return [
    [`${at}.weight`, weight],
    [`${at}.tolerance`, tolerance && describeTolerance(tolerance)],
    [`${at}.one_sided`, one_sided],
  ] as const;
}
