import { canonicalHash } from './canonical-json.ts';
import type { CaseSubject } from './case-event.ts';

/** A subject has one case, whoever looks at it first; its history goes on where it breaks again. */
export function caseIdentity({ kind, id }: CaseSubject): string {
  return canonicalHash({ kind, id }).slice(0, 24);
}
