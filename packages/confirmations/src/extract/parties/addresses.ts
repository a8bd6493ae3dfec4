import { canonicalLabel } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';
import type { Candidate } from './candidates.ts';
import { distinctiveWords } from './company-names.ts';

/** `From: confirms@caldera-am.example` is of Caldera Asset Management. */
export function fromAddresses(entries: readonly Entry[], found: readonly Candidate[]): void {
  for (const { label, value } of entries) {
    const domain = /@([\w.-]+)/.exec(value)?.[1]?.toLowerCase();
    const role = canonicalLabel(label);
    if (domain === undefined || !/^(?:from|to|sender|recipient)$/.test(role)) continue;
    for (const candidate of found) {
      if (!distinctiveWords(candidate.name).some((word) => domain.replace(/[^a-z0-9]/g, '').includes(word))) continue;
      if (role === 'from' || role === 'sender') candidate.issuer += 4;
      else candidate.recipient += 4;
    }
  }
}
