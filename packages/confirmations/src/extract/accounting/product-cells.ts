import type { Product } from '@trade-matching/domain';
import type { FoundFields } from '../found-fields.ts';
import { DEFINITIONS } from '../products/index.ts';
import { barrierType } from '../values/readers.ts';
import { readOptionStyle } from '../values/terms.ts';
import { hasWordsOfATerm } from './economic.ts';
import { partsOfCell } from './parts-of-cells.ts';

const OF_A_BARRIER =
  /^(?:(?:single|with|mit|avec|con) )?(?:a |one |einer |une |una )?(?:barrier|barriere|barrière|barrera|barriera)$/i;
const OF_A_STYLE =
  /^(?:european|american|bermudan?|europäisch|amerikanisch|européenne?|américaine?|europea|americana)(?: style| exercise| option)?$/i;
const OF_A_KIND =
  /^(?:(?:up|down)[ -](?:and|&)[ -](?:in|out)|knock[ -]?(?:in|out)|(?:double )?(?:no|one)[ -]touch)(?: option| barrier)?$/i;

/**
 * Whether the cell of a product names it, and says besides only what fields hold: a barrier that was read, its kind, how the
 * option is exercised. A second barrier, another kind or style, and every other word make it a term.
 */
export function namesOnlyTheProduct(found: FoundFields, product: Product, value: string): boolean {
  const bare = withoutName(product, value);
  if (bare === undefined) return false;
  return partsOfCell(bare)
    .flatMap((part) => part.split(/\s+(?=(?:mit|with|avec|con) )/i))
    .every((part) => holds(found, part.trim()));
}

/** Whether the cell of a product names it and a term besides, in words of one, that no field holds: `FX option, rebate`. */
export const namesATerm = (found: FoundFields, product: Product, value: string): boolean =>
  hasWordsOfATerm(value) && withoutName(product, value) !== undefined && !namesOnlyTheProduct(found, product, value);

/** The cell without its product's name; undefined where that stands in it otherwise. */
function withoutName(product: Product, value: string): string | undefined {
  const bare = DEFINITIONS[product].names.reduce((left, name) => left.replace(name, ' , '), value);
  return bare === value ? undefined : bare;
}

function holds(found: FoundFields, part: string): boolean {
  const type = found.get('barrier_type');
  if (part === '') return true;
  if (OF_A_BARRIER.test(part))
    return type !== undefined && !/DOUBLE/.test(type) && found.get('barrier_level') !== undefined;
  if (OF_A_STYLE.test(part)) return readOptionStyle(part) === found.get('option_style');
  if (!OF_A_KIND.test(part) || type === undefined) return false;
  const read = barrierType('barrier_type')(part, NO_CONTEXT);
  const said = read.kind === 'fields' ? read.fields.barrier_type : undefined;
  // `Knock-in` is a down-and-in, too.
  return said === type || (said !== undefined && said.replace('KNOCK_', '') === type.replace(/^\w+_AND_|^KNOCK_/, ''));
}
const NO_CONTEXT = { slashOrder: undefined, decimalMark: undefined, party: () => undefined };
