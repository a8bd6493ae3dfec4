import type { PositionedText } from '../../read/positioned-text.ts';
import { canonicalLabel } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';
import type { Candidate, Note } from './candidates.ts';
import { distinctiveWords, isCompanyName, nameIn } from './company-names.ts';

/** `Rohr Werke GmbH · Hafenstraße 4 · 70565 Stuttgart`: the sender's name and address along the foot of a page. */
export function noteFoot({ lines }: PositionedText, note: Note): void {
  const foot = lines.at(-1)?.segments[0]?.text ?? '';
  const name = nameIn(foot);
  if (name === foot || !/\d{2}/.test(foot.slice(name.length)) || !isCompanyName(name)) return;
  const candidate = note(name, 1);
  if (candidate) candidate.issuer += 2;
}

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
