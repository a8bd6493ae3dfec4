import { layerProfile, type MatchingProfile, type Profiles } from './profile.ts';

/**
 * The profiles that hold where none are given. A field that is not named is critical and exact. Direction, currency,
 * notional, rates, dates, strike, quantity and fixing are critical and stay so: nothing here may lower them.
 */
export const BUILT_IN_PROFILES: Profiles = {
  default: {
    kinds: {
      amount: { tolerance: { kind: 'percent', percent: '0.01' } },
    },
    fields: {
      trade_date: { tolerance: { kind: 'days', days: 1 } },
      fixed_rate: { tolerance: { kind: 'basis-points', basisPoints: '1' } },
      reference_entity: { tolerance: { kind: 'name-variant', identifier: ['reference_obligation'] } },
      bank_name: { weight: 'economic', tolerance: { kind: 'name-variant', identifier: ['bank_lei', 'bank_bic'] } },
      counterparty_name: {
        weight: 'economic',
        tolerance: { kind: 'name-variant', identifier: ['counterparty_lei', 'counterparty_bic'] },
      },
      bank_lei: { weight: 'economic' },
      counterparty_lei: { weight: 'economic' },
      reset_frequency: { weight: 'economic' },
      compounding_method: { weight: 'economic' },
      business_day_convention: { weight: 'economic' },
      settlement_type: { weight: 'economic' },
      settlement_currency: { weight: 'economic' },
      fixed_first_payment_date: { weight: 'economic' },
      floating_first_payment_date: { weight: 'economic' },
      unit_of_measure: { weight: 'economic' },
      calculation_agent: { weight: 'administrative' },
      governing_law: { weight: 'administrative' },
      master_agreement: { weight: 'administrative' },
      master_agreement_date: { weight: 'administrative' },
      business_centers: { weight: 'administrative' },
      csa: { weight: 'administrative' },
      trade_id: { weight: 'informational' },
      other_reference: { weight: 'informational' },
      uti: { weight: 'informational' },
      bank_bic: { weight: 'informational' },
      counterparty_bic: { weight: 'informational' },
      confirmation_date: { weight: 'informational' },
      termination_date_literal: { weight: 'informational' },
      tenor: { weight: 'informational' },
      lookback: { weight: 'informational' },
      rate_cutoff: { weight: 'informational' },
      payment_currency: { weight: 'informational' },
    },
  },
  products: {},
  counterparties: [],
};

/** What holds where no product or counterparty says otherwise. */
export const DEFAULT_PROFILE: MatchingProfile = layerProfile([BUILT_IN_PROFILES.default]);
