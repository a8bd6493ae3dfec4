import { otherSide, type Source, type Trade } from '@trade-matching/domain';
import { LAYOUT_PAGES, type PrintedParty } from './layouts.ts';
import { writePdf } from './pdf-writer.ts';
import { PRODUCT_TITLES, sectionsOf } from './terms.ts';
import { type Layout, type Parties, WORDINGS } from './wording.ts';

export interface RenderOptions {
  readonly layout: Layout;
}

/**
 * Prints a trade as the confirmation that its `source_type` side would send, as a PDF of one page or more with
 * selectable text. What the trade does not hold is not printed; a party without a name is called Bank or Counterparty.
 */
export function renderConfirmation(trade: Trade, { layout }: RenderOptions): Uint8Array {
  const issuer = trade.source_type;
  const wording = WORDINGS[layout];
  const parties: Parties = {
    issuer,
    names: { BANK: trade.bank_name ?? 'Bank', COUNTERPARTY: trade.counterparty_name ?? 'Counterparty' },
  };
  const pages = LAYOUT_PAGES[layout]({
    title: PRODUCT_TITLES[trade.product],
    issuer: partyOf(trade, issuer, parties),
    recipient: partyOf(trade, otherSide(issuer), parties),
    ...(trade.trade_id === undefined ? {} : { ourReference: trade.trade_id }),
    ...(trade.other_reference === undefined ? {} : { yourReference: trade.other_reference }),
    ...(trade.uti === undefined ? {} : { uti: trade.uti }),
    ...(trade.confirmation_date === undefined ? {} : { date: wording.date(trade.confirmation_date) }),
    sections: sectionsOf(trade, wording, parties),
  });
  return writePdf(pages);
}

function partyOf(trade: Trade, side: Source, { names }: Parties): PrintedParty {
  const [lei, bic] =
    side === 'BANK' ? [trade.bank_lei, trade.bank_bic] : [trade.counterparty_lei, trade.counterparty_bic];
  return { name: names[side], ...(lei === undefined ? {} : { lei }), ...(bic === undefined ? {} : { bic }) };
}
