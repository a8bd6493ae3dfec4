import type { Line, Segment } from '../../read/positioned-text.ts';
import { normaliseLabel } from '../labels.ts';
import { isCompanyName, nameIn } from '../parties/company-names.ts';
import { isMostlyAValue } from './segment-labels.ts';

/** A row that says who each of two columns is of, by name or by identifier (ISO 17442). */
const NAME_ROW =
  /^(?:(?:full |legal |registered )?(?:name|entity)|party(?: name)?|nom|raison sociale|nombre|razon social|denominazione|ragione sociale|firma|partei|partie|parte)$/;
const LEI_ROW = /^(?:lei|legal entity identifier|lei code|codice lei|codigo lei|code lei)$/;
const LEI = /^[A-Z0-9]{18}\d{2}$/;
const NONE = /^[–—-]$/;
const ROLES_OF_A_TRADE = /^(?:(?:protection |option |cap |floor )?(?:buyer|seller)|purchaser|writer|payer|receiver)$/;
const CURRENCY = /^([A-Z]{3})\b/;

/** The row below two headings, where it has a label and a cell for each. */
function rowBelow(headings: readonly Segment[], { segments: [label, ...cells] }: Line) {
  if (!label || headings.length !== 2 || cells.length !== 2) return undefined;
  return { label: normaliseLabel(label.text), cells: cells.map(({ text }) => text.trim()) };
}

/**
 * Whether two cells head columns because the row below says who or how much each is of: the buyer and the seller
 * (`Option | Buyer | Seller` over `Party | … | …`), an amount of each heading's own currency
 * (`Terms | USD | BRL (reference currency)` over `Amount | USD … | BRL …`).
 *
 * @param headings without the cell over the labels
 */
export function areOfTheTrade(headings: readonly Segment[], next: Line): boolean {
  const row = rowBelow(headings, next);
  if (!row) return false;
  if (headings.every(({ text }) => ROLES_OF_A_TRADE.test(normaliseLabel(text)))) return NAME_ROW.test(row.label);
  const currencies = headings.map(({ text }) => CURRENCY.exec(text)?.[1]);
  if (currencies[0] === currencies[1]) return false;
  return currencies.every((code, i) => code !== undefined && new RegExp(`^${code} \\S*\\d`).test(row.cells[i] ?? ''));
}

/**
 * Whether two cells head columns because the row below has the names or the LEIs of two parties, whatever the headings are
 * called: `Parties | Harbour | Client` over `Name | … | …`. One heading is a role or begins the name below it.
 *
 * @param headings without the cell over the labels
 */
export function areOfParties(headings: readonly Segment[], next: Line): boolean {
  const row = rowBelow(headings, next);
  if (!row?.cells.length) return false;
  const { label, cells } = row;
  if (!headings.some(({ text }, i) => isMostlyAValue(text.trim()) || cells[i]?.startsWith(text.trim()))) return false;
  if (LEI_ROW.test(label))
    return cells.some((text) => LEI.test(text)) && cells.every((text) => LEI.test(text) || NONE.test(text));
  return NAME_ROW.test(label) && cells.every((text) => isCompanyName(nameIn(text)));
}
