import type { Source } from '@trade-matching/domain';
import type { FoundFields } from '../../found-fields.ts';
import { matchesOf } from '../../matches-of.ts';
import type { Parties } from '../find-parties.ts';
import { speaker } from '../speaker.ts';
import { LEI_FIELD } from './lei-fields.ts';

/** `between X, LEI 5493… (hereafter X), and Y, LEI 5299…`: an LEI right behind a party's whole name, in a sentence. */
export function readLeisBehindNames(found: FoundFields, prose: string, parties: Parties): void {
  for (const side of ['BANK', 'COUNTERPARTY'] as const) {
    const name = parties.names[side];
    if (name === undefined || found.get(LEI_FIELD[side]) !== undefined) continue;
    const spelled = name
      .split(/\s+/)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s+');
    const behind = new RegExp(
      `${spelled}(?:\\s*\\((?:the )?["“]?[\\p{L}&.-]{2,15}["”]?\\))?\\s*[,;(–—-]?\\s*(?:\\(?with\\s+)?\\(?LEI(?:\\s+code)?\\s*:?\\s*([A-Z0-9]{18}\\d{2})\\b`,
      'iu',
    );
    const [literal = '', lei] = behind.exec(prose) ?? [];
    if (lei !== undefined)
      found.add(LEI_FIELD[side], lei.toUpperCase(), { page: 0, line: 0, label: 'text', value: literal }, 0.9);
  }
}

/** `… to Back Office, tel. +47 55 00. LEI …`: whoever that sentence is about, it says nothing of the LEI behind it. */
const ENDS_A_SENTENCE = /(?<=[\p{Ll})\d%"”»][.;])\s+(?=\p{Lu})/u;

/** `Harbour Bank plc. LEI 5493…`: the party whose whole name ends the sentence before. */
function nameEnding(sentences: string, parties: Parties): Source | undefined {
  const plain = (name: string) => name.replace(/[.;\s]+$/, '').toLowerCase();
  return (['BANK', 'COUNTERPARTY'] as const).find((side) => {
    const name = parties.names[side];
    return name !== undefined && plain(sentences).endsWith(plain(name));
  });
}

/** How far before an LEI its owner is named. */
const LONGEST_BEFORE = 120;

/** `X (LEI 2138…)`, `LEI of Party A: 2138…`: the party that is named last before it, up to the LEI before. */
export function readLeisInProse(found: FoundFields, prose: string, parties: Parties): void {
  let from = 0;
  // A form's columns read across are no sentence.
  for (const { 0: lei, index } of matchesOf(prose, /\b[A-Z0-9]{18}\d{2}\b/g)) {
    // Each line stands for itself: what the one above says is of another text.
    const begins = Math.max(from, index - LONGEST_BEFORE, prose.lastIndexOf('\n', index) + 1);
    const before = prose.slice(begins, index);
    // `LEIs: Alder 5493…, Counterparty 5493…`: the word stands before the first of them.
    const goesOn = from > 0 && begins === from && index - from < 60 && !/[.]\s/.test(before);
    from = index + lei.length;
    if (
      found.get('bank_lei') === lei ||
      found.get('counterparty_lei') === lei ||
      (found.get('bank_lei') && found.get('counterparty_lei')) ||
      (!goesOn && !/\bLEIs?\b|legal entity/i.test(before))
    )
      continue;
    // Nearest to the LEI: `… payable by PSP. LEI Harbour 5493…`.
    const near = before
      .slice(Math.max(before.lastIndexOf('LEI') + 3, 0))
      .replace(/[(:).;,]|\bs\b|\b(?:of|code|number|no)\b/gi, ' ')
      .trim();
    const own = near === '' ? undefined : parties.resolve(near);
    const [sentence = ''] = before.split(ENDS_A_SENTENCE).slice(-1);
    const side =
      own ??
      speaker(
        sentence.replace(/\b(?:LEI|of|legal entity identifier|code|number|no)\b/gi, ' ').replace(/[(:).]/g, ' '),
        parties,
      ) ??
      nameEnding(before.slice(0, before.length - sentence.length), parties);
    if (side && found.get(LEI_FIELD[side]) === undefined) {
      found.add(LEI_FIELD[side], lei, { page: 0, line: 0, label: 'text', value: `${before}${lei}` }, 0.8);
    }
  }
}
