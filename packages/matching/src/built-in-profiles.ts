import { layerProfile, type MatchingProfile, type Profiles } from './profile.ts';

/**
 * The profiles that hold where none are given. A field that is not named is critical and exact, and for review where one
 * side alone states it. Direction, currency, notional, rates, dates, strike, quantity and fixing are critical and stay
 * so: nothing here may lower them.
 */
export const BUILT_IN_PROFILES: Profiles = {
  default: {
    kinds: {
      amount: { tolerance: { kind: 'percent', percent: '0.01' } },
    },
    fields: {
      trade_date: { tolerance: { kind: 'days', days: 1 } },
      fixed_rate: { tolerance: { kind: 'basis-points', basisPoints: '0.01' } },
      second_fixed_rate: { tolerance: { kind: 'basis-points', basisPoints: '0.01' } },
      reference_entity: { tolerance: { kind: 'name-variant', identifier: ['reference_obligation'] } },
      // A letter from one side may name itself by its letterhead alone, and few print identifiers of both.
      bank_name: {
        weight: 'economic',
        tolerance: { kind: 'name-variant', identifier: ['bank_lei', 'bank_bic'] },
        one_sided: 'accept',
      },
      counterparty_name: {
        weight: 'economic',
        tolerance: { kind: 'name-variant', identifier: ['counterparty_lei', 'counterparty_bic'] },
        one_sided: 'accept',
      },
      bank_lei: { weight: 'economic', one_sided: 'accept' },
      counterparty_lei: { weight: 'economic', one_sided: 'accept' },
      reset_frequency: { weight: 'economic' },
      compounding_method: { weight: 'economic' },
      business_day_convention: { weight: 'economic' },
      settlement_type: { weight: 'economic' },
      settlement_currency: { weight: 'economic' },
      payment_currency: { weight: 'economic' },
      fixed_first_payment_date: { weight: 'economic' },
      floating_first_payment_date: { weight: 'economic' },
      unit_of_measure: { weight: 'economic' },
      lookback: { weight: 'economic' },
      rate_cutoff: { weight: 'economic' },
      // It follows from the dates, which are critical; a document whose tenor contradicts them is flagged.
      tenor: { weight: 'economic', one_sided: 'accept' },
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
    },
  },
  products: {},
  counterparties: [],
};

/** What holds where no product or counterparty says otherwise. */
export const DEFAULT_PROFILE: MatchingProfile = layerProfile([BUILT_IN_PROFILES.default]);
