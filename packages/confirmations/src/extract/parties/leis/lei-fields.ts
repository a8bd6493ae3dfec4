import type { Source, TradeField } from '@trade-matching/domain';

/** The field of each party's LEI. */
export const LEI_FIELD = { BANK: 'bank_lei', COUNTERPARTY: 'counterparty_lei' } as const satisfies Record<
  Source,
  TradeField
>;
