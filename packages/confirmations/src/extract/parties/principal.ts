import { isCompanyName, isInACapacity } from './company-names.ts';

/** `Harbour Fund Services for Elm Pension Fund`, `X as agent for Y`, `X, acting on behalf of Y`: who writes, and for whom. */
const ACTS_FOR =
  /^(.{3,60}?),?\s+(?:(?:acting\s+|solely\s+)*(?:as\s+(?:\w+\s+){1,3}(?:for|of)|for and on behalf of|on behalf of)|(for))\s+(?:the\s+)?(\S.{3,80})$/i;
/** What those are called that write for others. Other names have a `for` of their own. */
const ACTS_FOR_OTHERS =
  /\b(?:services|manage(?:ment|rs?)|advis\w+|administrat\w+|agency|custod\w+|nominees|operations|outsourcing)\b/i;

/** `Administrator of Elm Master Fund`, on a line of its own below the letterhead of who writes. */
const WRITES_FOR =
  /^(?:(?:acting )?as )?(?:the )?(?:(?:fund|investment) )?(?:administrator|manager|agent)s? (?:for and on behalf of|on behalf of|for|of) (?:the )?(\S.{3,80})$/i;

/** The party of a name that says for whom it acts: who is named behind it, but an authority or a trustee is the party itself. */
export function principalOf(name: string): string {
  if (isInACapacity(name)) return name;
  const of = WRITES_FOR.exec(name)?.[1];
  if (of !== undefined && isCompanyName(of)) return of;
  const [, agent = '', bare, principal = ''] = ACTS_FOR.exec(name) ?? [];
  if (!isCompanyName(principal) || (bare !== undefined && !ACTS_FOR_OTHERS.test(agent))) return name;
  return principal;
}
