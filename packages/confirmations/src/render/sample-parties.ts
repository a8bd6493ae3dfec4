/** A made-up institution. */
export interface SampleParty {
  readonly name: string;
  readonly lei: string;
  readonly bic: string;
  /** What its references begin with. */
  readonly prefix: string;
}

/** ISO 17442: 18 letters or digits, then two check digits that make the whole 1 mod 97. */
export function withLeiCheckDigits(base: string): string {
  if (!/^[0-9A-Z]{18}$/.test(base)) {
    throw new RangeError(`An LEI begins with 18 capital letters or digits, not ${JSON.stringify(base)}.`);
  }
  let remainder = 0;
  for (const character of `${base}00`) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return base + String(98 - remainder).padStart(2, '0');
}

const party = (name: string, leiBase: string, bic: string, prefix: string): SampleParty => ({
  name,
  lei: withLeiCheckDigits(leiBase),
  bic,
  prefix,
});

/** The bank whose trades are generated, and those that it trades with. None exists. */
export const SAMPLE_BANK: SampleParty = party('Aldergate Bank plc', '213800ALDERGATE00B', 'ALDGGB2L', 'AGB');

export const SAMPLE_COUNTERPARTIES: readonly SampleParty[] = [
  party('Harrow & Finch Securities International', '529900HARRWFNCH00S', 'HARFGB2L', 'HFS'),
  party('Ohio River Trust Company, N.A.', '8150ZWOH1RVRTRST0C', 'ORTCUS33', 'ORT'),
  party("Banque du Val d'Orée S.A.", '969500BQVAL0REE00X', 'BVORFRPP', 'BVO'),
  party('Nordhafen Landesbank AG', '529900N0RDHAFEN00L', 'NHLBDEFF', 'NLB'),
  party('Straits Meridian Bank Limited', '549300STRMRDN00BKL', 'SMBKSGSG', 'SMB'),
];
