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
  [/\bAccordo[-\s]+Quadro\b/i, 'Accordo Quadro', ['quadro']],
  [
    /\bContrato\s+Marco\s+de\s+Operaciones\s+Financieras\b(?:\s*\(CMOF\))?|\bCMOF\b/i,
    'Contrato Marco de Operaciones Financieras',
    ['contrato', 'cmof'],
  ],
];

/** Laws by how clauses name them in the languages that are read. */
export const LAWS: readonly (readonly [RegExp, string])[] = [
  [
    /\benglish\s+law\b|\blaws?\s+of\s+england\b|\benglisches\s+recht\b|\bdroit\s+anglais\b|\bderecho\s+inglés\b|\b(?:diritto|legge)\s+inglese\b/i,
    'English law',
  ],
  [/\b(?:new\s+york|n\.?y\.?)\s+law\b|\blaws?\s+of\s+(?:the\s+)?(?:state\s+of\s+)?new\s+york\b/i, 'New York law'],
  [/\bfrench\s+law\b|\blaws?\s+of\s+france\b|\bdroit\s+français\b|\bfranzösisches\s+recht\b/i, 'French law'],
  [/\bgerman\s+law\b|\blaws?\s+of\s+germany\b|\bdeutsches\s+recht\b|\bdroit\s+allemand\b/i, 'German law'],
  [/\bspanish\s+law\b|\blaws?\s+of\s+spain\b|\b(?:derecho|ley)\s+española?\b/i, 'Spanish law'],
  [/\bitalian\s+law\b|\blaws?\s+of\s+italy\b|\b(?:diritto|legge)\s+italiana?o?\b/i, 'Italian law'],
  [/\birish\s+law\b|\blaws?\s+of\s+ireland\b/i, 'Irish law'],
  [/\bjapanese\s+law\b|\blaws?\s+of\s+japan\b/i, 'Japanese law'],
  [/\bdutch\s+law\b|\blaws?\s+of\s+the\s+netherlands\b/i, 'Dutch law'],
  [/\bswiss\s+law\b|\blaws?\s+of\s+switzerland\b|\bschweizerisches\s+recht\b|\bdroit\s+suisse\b/i, 'Swiss law'],
  [/\bluxembourg\s+law\b|\blaws?\s+of\s+luxembourg\b|\bdroit\s+luxembourgeois\b/i, 'Luxembourg law'],
  [/\bscots\s+law\b|\blaws?\s+of\s+scotland\b/i, 'Scots law'],
  [/\bbelgian\s+law\b|\blaws?\s+of\s+belgium\b|\bdroit\s+belge\b/i, 'Belgian law'],
  [/\bswedish\s+law\b|\blaws?\s+of\s+sweden\b/i, 'Swedish law'],
  [/\bdanish\s+law\b|\blaws?\s+of\s+denmark\b/i, 'Danish law'],
  [/\bnorwegian\s+law\b|\blaws?\s+of\s+norway\b/i, 'Norwegian law'],
  [/\bfinnish\s+law\b|\blaws?\s+of\s+finland\b/i, 'Finnish law'],
  [/\bpolish\s+law\b|\blaws?\s+of\s+poland\b/i, 'Polish law'],
  [/\bsingapore\s+law\b|\blaws?\s+of\s+singapore\b/i, 'Singapore law'],
  [/\bhong\s+kong\s+law\b|\blaws?\s+of\s+hong\s+kong\b/i, 'Hong Kong law'],
  [/\bontario\s+law\b|\blaws?\s+of\s+(?:the\s+province\s+of\s+)?ontario\b/i, 'Ontario law'],
  [/\bnew\s+south\s+wales\s+law\b|\blaws?\s+of\s+new\s+south\s+wales\b/i, 'New South Wales law'],
  [/\baustrian\s+law\b|\blaws?\s+of\s+austria\b|österreichisches\s+recht\b/i, 'Austrian law'],
];

/** A jurisdiction alone, as a form prints it under `Governing law`. */
export const JURISDICTION =
  /^(?:the )?(?:english|england(?: and wales| & wales)?|(?:state of )?new york|french|france|german|germany|spanish|spain|italian|italy|irish|ireland|japanese|japan|dutch|the netherlands|swiss|switzerland|luxembourg|austrian|austria)$/i;
