import type { TradeField } from '@trade-matching/domain';
import type { FoundFields } from '../found-fields.ts';
import { matchesOf } from '../matches-of.ts';
import type { SlashOrder } from '../values/dates.ts';
import { documentationsIn, lawIn } from '../values/documentation.ts';
import { matchesWith } from './matches-with.ts';

/** `English law applies`, `Es gilt deutsches Recht`. */
const APPLIES =
  /(?:\b(?:[Ee]s gilt|[Aa]nwendbar ist)\s+(.{5,30}?)(?=[.;,]|$)|(?<!\p{L})(\p{L}+es [Rr]echt(?=(?: ist)? anwendbar)|(?:(?:[Tt]he )?[Ll]aws? of (?:the )?\p{Lu}[\p{L} ]{2,25}?|\p{Lu}[\p{L} ]{2,25}\blaw)(?=\s+(?:applies|apply|governs?|shall apply|will apply|shall govern))))/gu;
const LAW_APPLIES =
  /\b[Ee]s gilt|\b[Aa]nwendbar ist|[Rr]echt(?: ist)? anwendbar|\b(?:applies|apply|governs?|shall apply|will apply|shall govern)\b/u;
const GOVERNED =
  /(?:\b(?:governing law|law|anwendbares recht|droit applicable|loi applicable|ley aplicable|derecho aplicable|legge applicabile|diritto applicabile)\s?[:.]|\b(?:governing law (?:is|shall be)|governed by|subject to|construed in accordance with|unterliegt|régie? par|soumise?s? (?:au|à la|à)|se rige por|sometid[oa] a(?:l| la)?|regolat[oa] da(?:l|lla)?))\s+((?:and construed in accordance with\s+)?[^.;]{4,70})/gi;

/**
 * Reads the framework agreement, its date and the law from the standard clause of a confirmation. What two clauses say
 * differently is left out.
 */
export function readDocumentation(found: FoundFields, prose: string, slashOrder: SlashOrder | undefined): void {
  if (DOCUMENTATION.every((field) => found.get(field) !== undefined)) return;
  const clauses = documentationsIn(prose, slashOrder);
  const pick = (of: 'agreement' | 'date' | 'law') =>
    clauses.flatMap((clause) => {
      const value = clause[of];
      return value === undefined ? [] : [{ value, literal: clause.literal }];
    });
  give(found, 'master_agreement', pick('agreement'));
  give(found, 'master_agreement_date', pick('date'));
  if (found.get('governing_law') === undefined) give(found, 'governing_law', [...pick('law'), ...lawsGoverning(prose)]);
}

const DOCUMENTATION = ['master_agreement', 'master_agreement_date', 'governing_law'] as const satisfies TradeField[];

function lawsGoverning(prose: string): { value: string; literal: string }[] {
  const said = [...matchesOf(prose, GOVERNED), ...matchesWith(prose, LAW_APPLIES, APPLIES)];
  return said.flatMap(([literal, one, other]) => {
    const law = lawIn(one ?? other ?? '');
    return law === undefined ? [] : [{ value: law, literal }];
  });
}

function give(found: FoundFields, field: TradeField, said: readonly { value: string; literal: string }[]): void {
  const [first] = said;
  if (first === undefined || found.get(field) !== undefined) return;
  const values = new Set(said.map(({ value }) => value.toLowerCase().split(' ').sort().join(' ')));
  if (values.size > 1) return;
  found.add(field, first.value, { page: 0, line: 0, label: 'text', value: first.literal }, 0.9);
}
