/** Framework agreements by the words that name them, the name that each is kept under, and words of which each text has one. */
export const AGREEMENTS: readonly (readonly [RegExp, string, readonly string[]])[] = [
  [
    /(?:\b2002\s+ISDA\b|\bISDA\s+2002\b)(?:\s+Master\s+Agreement\b)?|\bISDA\s+Master\s+Agreement\s+(?:\(2002\)|2002\b)/i,
    'ISDA 2002',
    ['isda'],
  ],
  [
    /(?:\b1992\s+ISDA\b|\bISDA\s+1992\b)(?:\s+Master\s+Agreement\b)?|\bISDA\s+Master\s+Agreement\s+(?:\(1992\)|1992\b)/i,
    'ISDA 1992',
    ['isda'],
  ],
  [/\bISDA\s+Master\s+Agreement\b/i, 'ISDA Master Agreement', ['isda']],
  [
    /\bRahmenvertrag(?:e?s)?\s+für\s+Finanztermingeschäfte\b/i,
    'Rahmenvertrag für Finanztermingeschäfte',
    ['rahmenvertrag'],
  ],
  [
    /\bConvention[-\s]Cadre\s+(?:de\s+la\s+)?FBF\b(?:\s+relative\s+aux\s+opérations\s+sur\s+instruments\s+financiers\s+à\s+terme)?(?:\s+\(?(?:2001|2007|2013)\b\)?(?!\s+à))?|\bFBF\s+(?:Master\s+Agreement|Convention[-\s]Cadre)\b/i,
    'Convention-Cadre FBF',
    ['fbf'],
  ],
  [
    // SwissBanking's forms of 2003 and 2013.
    /\bSchweizer(?:ischer?n?)?\s+Rahmenvertrag(?:e?s)?\s+für\s+OTC-Derivate\s+2013\b|\bSwiss\s+Master\s+Agreement\s+for\s+OTC\s+Derivatives?(?:\s+Instruments)?\s+2013\b/i,
    'Schweizer Rahmenvertrag für OTC-Derivate 2013',
    ['schweizer', 'swiss'],
  ],
  [
    /\bSchweizer(?:ischer?n?)?\s+Rahmenvertrag(?:e?s)?\s+für\s+OTC-Derivate(?:\s+2003)?\b|\bSwiss\s+Master\s+Agreement\s+for\s+OTC\s+Derivatives?(?:\s+Instruments)?(?:\s+2003)?\b/i,
    'Schweizer Rahmenvertrag für OTC-Derivate',
    ['schweizer', 'swiss'],
  ],
  [/\bAccordo[-\s]+Quadro\b/i, 'Accordo Quadro', ['quadro']],
  [
    /\bContrato\s+Marco\s+de\s+Operaciones\s+Financieras\b(?:\s*\(CMOF\))?|\bCMOF\b/i,
    'Contrato Marco de Operaciones Financieras',
    ['contrato', 'cmof'],
  ],
];
