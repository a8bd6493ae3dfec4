import { isDeepStrictEqual } from 'node:util';
import type { MatchRecord, TradeMatch } from '@trade-matching/domain';
import type { Violation } from './check-invariants.ts';
import type { Observation } from './observe.ts';

/** Both sides list the same matches, those that stand are the ones that are there, and of a trade one follows the other. */
export function checkHistories({ histories, matches }: Pick<Observation, 'histories' | 'matches'>): Violation[] {
  return [
    ...histories.flatMap((each) => otherSays(each, histories)),
    ...(matches as unknown as MatchRecord[]).flatMap((match) => isListedTwice(match, histories)),
    ...standing(histories).flatMap((each) => stands(each, matches as unknown as MatchRecord[])),
    ...followOneAnother(histories),
  ];
}

const nameOf = ({ trade_key, match_id, from }: TradeMatch) => `${trade_key} ${match_id} since ${from}`;
const standing = (histories: readonly TradeMatch[]) => histories.filter(({ until }) => until === undefined);

function otherSays(each: TradeMatch, histories: readonly TradeMatch[]): Violation[] {
  const alike = ({ match_id, from, until, ended_by, status, basis }: TradeMatch) => ({
    ...{ match_id, from, until, ended_by, status, basis },
  });
  const others = histories.filter(
    ({ trade_key, match_id, from }) =>
      trade_key === each.other_trade_key && match_id === each.match_id && from === each.from,
  );
  const [other] = others;
  if (other && others.length === 1 && isDeepStrictEqual(alike(other), alike(each))) return [];
  return [{ invariant: 'both sides list the same matches', what: nameOf(each) }];
}

function isListedTwice({ match_id, updated_at }: MatchRecord, histories: readonly TradeMatch[]): Violation[] {
  const listed = standing(histories).filter((each) => each.match_id === match_id && each.from === updated_at);
  if (listed.length === 2) return [];
  return [{ invariant: 'a match that stands is listed by both sides', what: `${match_id} by ${listed.length}` }];
}

function stands(each: TradeMatch, matches: readonly MatchRecord[]): Violation[] {
  if (matches.some(({ match_id, updated_at }) => match_id === each.match_id && updated_at === each.from)) return [];
  return [{ invariant: 'a match that is listed without an end stands', what: nameOf(each) }];
}

function followOneAnother(histories: readonly TradeMatch[]): Violation[] {
  const byTrade = Map.groupBy(histories, ({ trade_key }) => trade_key);
  return [...byTrade.values()].flatMap((own) => {
    const sorted = [...own].sort((a, b) => (a.from < b.from ? -1 : 1));
    return sorted
      .slice(1)
      .filter(({ from }, i) => (sorted[i]?.until ?? '~') > from)
      .map((each) => ({ invariant: 'a trade is in one match at a time', what: nameOf(each) }));
  });
}
