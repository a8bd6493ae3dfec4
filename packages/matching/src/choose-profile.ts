import { cutText, type Product, type ProfileIdentity, type Trade } from '@trade-matching/domain';
import { BUILT_IN_PROFILES } from './built-in-profiles.ts';
import { normaliseText } from './normalise-text.ts';
import { type CounterpartyLayer, layerProfile, type MatchingProfile, type Profiles } from './profile.ts';
import { profileHash } from './profile-hash.ts';

/** The two sides of a pair, in either order. */
export type Pair = readonly [Trade, Trade];

/**
 * The profile that a pair is compared by: its counterparty's over its product's over the default (M4). A pair of two
 * products has no product's profile. A counterparty is known by its LEI, else its BIC, else its name, and only where no
 * side says another: a document cannot claim itself looser tolerances than the other side's grants.
 */
export function chooseProfile(trades: Pair, profiles: Profiles = BUILT_IN_PROFILES): MatchingProfile {
  const [{ product }, other] = trades;
  return layered(profiles, product === other.product ? product : undefined, counterpartyLayer(trades, profiles));
}

/** By what a pair is compared, for its history: the profile's name, and the hash of the rules that it comes to. */
export function profileIdentity(trades: Pair, profiles: Profiles = BUILT_IN_PROFILES): ProfileIdentity {
  const profile = chooseProfile(trades, profiles);
  return { name: profile.name, hash: getOrAdd(hashes, profile, () => profileHash(profile)) };
}

const hashes = new WeakMap<MatchingProfile, string>();

const IDENTITIES = [
  ['lei', 'counterparty_lei'],
  ['bic', 'counterparty_bic'],
  ['name', 'counterparty_name'],
] as const;

function counterpartyLayer(trades: Pair, { counterparties }: Profiles): CounterpartyLayer | undefined {
  if (counterparties.length === 0) return undefined;
  const said = IDENTITIES.map(([key, field]) => {
    const values = trades.flatMap((trade) => (trade[field] === undefined ? [] : [normaliseText(trade[field])]));
    return { key, values: new Set(values) };
  });
  for (const { key } of said) {
    const layer = counterparties.find((known) => said.some((s) => s.key === key && isKnownAs(known[key], s.values)));
    if (layer) return said.every((s) => !contradicts(layer[s.key], s.values)) ? layer : undefined;
  }
  return undefined;
}

function isKnownAs(known: string | undefined, said: ReadonlySet<string>): boolean {
  return known !== undefined && said.has(normaliseText(known));
}

function contradicts(known: string | undefined, said: ReadonlySet<string>): boolean {
  return known !== undefined && said.size > 0 && (said.size > 1 || !said.has(normaliseText(known)));
}

// Laying profiles costs more than comparing by one; there are as many as products and counterparties, and no more.
const cache = new WeakMap<Profiles, Map<CounterpartyLayer | undefined, Map<Product | undefined, MatchingProfile>>>();

function layered(
  profiles: Profiles,
  product: Product | undefined,
  counterparty: CounterpartyLayer | undefined,
): MatchingProfile {
  const byCounterparty = getOrAdd(cache, profiles, () => new Map());
  const byProduct = getOrAdd(byCounterparty, counterparty, () => new Map());
  return getOrAdd(byProduct, product, () => {
    const ofProduct = product && profiles.products[product];
    const name = [counterparty && nameOf(counterparty), ofProduct && product, 'default'].filter(Boolean).join(' over ');
    return layerProfile([profiles.default, ofProduct ?? {}, counterparty ?? {}], name);
  });
}

/** Characters of a counterparty in the name of a profile. */
const MAX_NAME = 100;

function nameOf({ name, lei, bic }: CounterpartyLayer): string {
  return cutText(name ?? lei ?? bic ?? '', MAX_NAME);
}

function getOrAdd<K, V>(map: { get(key: K): V | undefined; set(key: K, value: V): unknown }, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
