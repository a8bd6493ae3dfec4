import type { TradeField } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { isSameTerm } from './same-term.ts';

test.each<[TradeField, string, string]>([
  ['settlement_rate_option', 'BRL PTAX (BRL09)', 'PTAX / BRL09'],
  ['settlement_rate_option', 'BRL.PTAX/BRL09', 'BRL PTAX'],
  ['settlement_rate_option', 'INR01', 'INR FBIL (INR01)'],
  ['settlement_rate_option', 'KRW KFTC18 (KRW02)', 'KFTC18'],
  ['underlier', 'Rheinfeld Pharma AG (RHPN.S, ISIN CH0481927733)', 'CH0481927733'],
  ['underlier', 'Rheinfeld Pharma AG, registered shares', 'RHEINFELD PHARMA AG (RHPN.S)'],
  ['underlier', 'Ordinary shares of Alder Mills plc', 'Alder Mills Plc'],
  ['underlier', 'France CAC 40 Index (.FCHI)', '.FCHI'],
  ['reference_obligation', '3.125% Notes due 2030, ISIN XS1988104462', 'XS1988104462'],
  ['commodity_reference_price', 'OIL-BRENT-IPE', 'OIL-BRENT-ICE'],
  ['commodity_reference_price', 'JET FUEL-FOB SINGAPORE-PLATTS', 'Platts Jet Fuel FOB Singapore'],
  ['floating_rate_index', 'SONIA compounded in arrears', 'GBP-SONIA-OIS Compound'],
  ['floating_rate_index', '€STR', 'EUR-EuroSTR'],
  ['floating_rate_index', 'EURIBOR', 'EUR-EURIBOR-Reuters'],
  ['floating_rate_index', 'CME Term SOFR', 'USD-SOFR CME Term'],
  ['designated_maturity', '12M', '1Y'],
  ['master_agreement', 'ISDA 2002', '2002 ISDA Master Agreement'],
  ['master_agreement', 'ISDA 1992', 'ISDA Master Agreement'],
  ['master_agreement', 'Convention-Cadre FBF', 'FBF master agreement'],
  ['index_series', 'Series 42', '42'],
  ['reference_entity', 'CDX.NA.HY Series 47 Version 2', 'CDX.NA.HY'],
  ['barrier_type', 'KNOCK_OUT', 'UP_AND_OUT'],
  ['lookback', '5 days without observation shift', '5 days'],
  ['governing_law', 'deutsches Recht', 'German law'],
  ['restructuring', 'XR14', 'No Restructuring'],
  ['restructuring', 'MM14', 'Mod-Mod-R'],
  ['business_centers', 'New York, Modified Following', 'New York'],
  ['business_centers', 'LON NYC', 'London and New York'],
  ['business_centers', 'NYC + USGS', 'New York and U.S. Government Securities'],
  [
    'business_centers',
    'Any day other than (i) a Saturday or a Sunday, or (ii) a day on which banking institutions in New York are obligated by law to be closed.',
    'New York',
  ],
  ['business_centers', 'London and TARGET Settlement Day', 'TARGET2, London'],
  ['restructuring', 'Mod-Mod-R', 'Modified Modified Restructuring Maturity Limitation'],
  ['cut_off_time', '10:00 a.m. New York time', '10:00 (New York time)'],
  ['cut_off_time', '1000 / USNY', '10:00 a.m. (New York)'],
  ['lookback', 'five (5) Business Days', '5 Business Days'],
])('%s: %s and %s are one', (field, ours, theirs) => {
  expect(isSameTerm(field, ours, theirs)).toBe(true);
  expect(isSameTerm(field, theirs, ours)).toBe(true);
});

test.each<[TradeField, string, string]>([
  ['commodity_reference_price', 'JET FUEL-FOB SINGAPORE-PLATTS', 'Argus Jet Fuel FOB Singapore'],
  ['commodity_reference_price', 'JET FUEL-FOB SINGAPORE-PLATTS', 'Platts Jet Fuel CIF Singapore'],
  ['master_agreement', 'ISDA 1992', 'ISDA 2002'],
  ['master_agreement', 'ISDA Master Agreement', 'Convention-Cadre FBF'],
  ['settlement_rate_option', 'BRL PTAX (BRL09)', 'PTAX / BRL00'],
  ['settlement_rate_option', 'BRL PTAX (BRL09)', 'BRL12'],
  ['settlement_rate_option', 'BRL PTAX (BRL09)', 'EMTA Industry Survey Rate (BRL09)'],
  ['settlement_rate_option', 'SFEMC Indicative Survey Rate', 'INR SFEMC Indicative Survey Rate'],
  ['underlier', 'Rheinfeld Pharma AG (ISIN CH0481927733)', 'Rheinfeld Pharma AG (ISIN CH0481927741)'],
  ['underlier', 'Rheinfeld Pharma AG', 'Rheinfeld Chemie AG'],
  ['underlier', 'Rheinfeld AG (RHPN.S, CH0481927733)', 'Rheinfeld AG (RHPN.DE, CH0481927733)'],
  ['underlier', 'Alder Mills plc, preference shares', 'Alder Mills plc, ordinary shares'],
  ['floating_rate_index', 'SOFR', 'USD-SOFR-OIS Compound'],
  ['floating_rate_index', 'SONIA', 'USD-SONIA'],
  ['floating_rate_index', 'EURIBOR', 'EUR-EURIBOR-Telerate'],
  ['designated_maturity', '1M', '1Y'],
  ['index_series', 'Series 42', 'Series 41'],
  ['restructuring', 'Mod-R', 'Mod-Mod-R'],
  ['restructuring', 'Not Applicable', 'Applicable'],
  ['restructuring', 'XR15', 'XR14'],
  ['cut_off_time', '10:00 a.m. New York time', '10:00 a.m. Tokyo time'],
  ['cut_off_time', '1000 / USNY', '1000 / JPTO'],
  ['cut_off_time', '1000 / USNY', '1500 / USNY'],
  ['reference_entity', 'CDX.NA.HY Series 47 Version 2', 'CDX.NA.IG'],
  ['barrier_type', 'UP_AND_OUT', 'DOWN_AND_OUT'],
  ['barrier_type', 'KNOCK_OUT', 'UP_AND_IN'],
  ['lookback', '5 days with observation shift', '5 days'],
  ['governing_law', 'deutsches Recht', 'Swiss law'],
])('%s: %s and %s are two', (field, ours, theirs) => {
  expect(isSameTerm(field, ours, theirs)).toBe(false);
  expect(isSameTerm(field, theirs, ours)).toBe(false);
});

test('a BIC without a branch is the head office’s', () => {
  expect(isSameTerm('bank_bic', 'PLBKGB2L', 'PLBKGB2LXXX')).toBe(true);
  expect(isSameTerm('bank_bic', 'PLBKGB2L', 'PLBKGB2LLON')).toBe(false);
});
