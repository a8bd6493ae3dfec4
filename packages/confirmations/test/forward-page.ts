import type { Source } from '@trade-matching/domain';
import { readPage } from './read-page.ts';

/** Two LEIs whose check digits are right (ISO 17442). */
export const BANKS_LEI = '213800R4UVS2D2JAW589';
export const CLIENTS_LEI = '529900ZZAQMHR1E8GE46';

const TERMS = `
  Trade Date: | 3 April 2026
  Value Date: | 7 May 2026
  We buy: | EUR 2,000,000.00
  We sell: | USD 2,310,000.00
  Exchange Rate: | 1.1550`;

/** What is read of the parties on a page with this head and foot, and a plain FX forward between them. */
export async function partiesOfForward(head: string, source: Source = 'BANK', foot = '') {
  const { trade, flags } = await readPage(`${head}\n${TERMS}\n${foot}`, source);
  const { bank_name, counterparty_name, bank_lei, counterparty_lei, calculation_agent } = trade;
  return { bank_name, counterparty_name, bank_lei, counterparty_lei, calculation_agent, flags };
}
