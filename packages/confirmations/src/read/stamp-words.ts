/**
 * What stamps and watermarks say of a document, in the five languages that are read. `review`: nobody may rely on it;
 * `warning`: it is as good as the original, but it is not the original.
 */
const WORDS: readonly [word: RegExp, severity: 'review' | 'warning'][] = [
  // Something else has taken its place.
  [
    /SUPERSEDED|REPLACED|OBSOLETE|OUTDATED|ERSETZT|UBERHOLT|REMPLACEE?|CADUC|PERIMEE?|SUSTITUID[OA]|REEMPLAZAD[OA]|OBSOLET[OA]|SOSTITUIT[OA]|SUPERAT[OA]/,
    'review',
  ],
  // It does not count, or no more.
  [/VOID|NULL|INVALID|NOT VALID|CANCELL?ED|ANNULLED|REVOKED|WITHDRAWN|REJECTED|DISPUTED|EXPIRED|TERMINATED/, 'review'],
  [/UNGULTIG|STORNIERT|STORNO|ANNULLIERT|AUFGEHOBEN|WIDERRUFEN|ABGELEHNT/, 'review'],
  [/NUL(?:LE)?|ANNULEE?|REVOQUEE?|REJETEE?|NON VALABLE/, 'review'],
  [/NUL[OA]|ANULAD[OA]|CANCELAD[OA]|RECHAZAD[OA]|NO VALID[OA]|SIN VALOR/, 'review'],
  [/NULL[OA]|ANNULLAT[OA]|REVOCAT[OA]|RESPINT[OA]|NON VALID[OA]/, 'review'],
  // It does not count yet.
  [
    /DRAFT|PRELIMINARY|PROVISIONAL|INDICATIVE|PRO ?FORMA|UNCONFIRMED|UNSIGNED|NOT FOR EXECUTION|FOR DISCUSSION|PENDING/,
    'review',
  ],
  [/ENTWURF|VORLAUFIG|UNVERBINDLICH|PROJET|BROUILLON|PROVISOIRE|INDICATIF/, 'review'],
  [/BORRADOR|PROVISIONAL|INDICATIV[OA]|BOZZA|PROVVISORI[OA]/, 'review'],
  // It is no real one.
  [
    /SPECIMEN|SAMPLE|EXAMPLE|TEST|TRAINING|DUMMY|MUSTER|BEISPIEL|EXEMPLE|MODELE|MUESTRA|EJEMPLO|CAMPIONE|ESEMPIO|FAC ?SIMILE/,
    'review',
  ],
  [/FOR INFORMATION(?: PURPOSES)?(?: ONLY)?|NUR ZUR INFORMATION|POUR INFORMATION|SOLO INFORMATIV[OA]/, 'review'],
  // It is a copy.
  [
    /COP(?:Y|IES)|DUPLICATE|KOPIE|ABSCHRIFT|DUPLIKAT|ZWEITSCHRIFT|COPIE|DUPLICATA|COPIA|DUPLICAD[OA]|DUPLICATO/,
    'warning',
  ],
];

/** Stamps that say nothing of whether a document counts. */
const HARMLESS =
  /^(?:(?:STRICTLY|PRIVATE|AND|&|HIGHLY|INTERNAL|CLIENT|ONLY|USE|BANK|FILE|ORIGINAL|CONFIDENTIAL|EXECUTED|SIGNED|RECEIVED|APPROVED|CONFIRMED|MATCHED|FINAL|VERTRAULICH|STRENG|CONFIDENTIEL(?:LE)?|CONFIDENCIAL|RISERVATO|CONFIDENZIALE|PAGE|ORIGINALE?|EINGEGANGEN|REÇU|RECU|RECIBIDO|RICEVUTO)[\s.,-]*)+$/;

const WHOLE_WORDS: readonly (readonly [RegExp, 'review' | 'warning'])[] = WORDS.map(([word, severity]) => [
  new RegExp(`(?<![A-Z])(?:${word.source})(?![A-Z])`),
  severity,
]);
const NOTHING_ELSE = new RegExp(`^(?:(?:${WORDS.map(([word]) => word.source).join('|')})[\\s.,:;!*-]*)+$`);

export interface StampWords {
  /** Undefined where it says nothing that is known. */
  readonly severity: 'review' | 'warning' | undefined;
}

/** What the words of a stamp mean. */
export function stampWords(text: string): StampWords {
  const plain = plainCapitals(text);
  const found = WHOLE_WORDS.filter(([word]) => word.test(plain)).map(([, severity]) => severity);
  return { severity: found.includes('review') ? 'review' : found[0] };
}

/** Whether a text is nothing but what stamps say. */
export function isStampAlone(text: string): boolean {
  return NOTHING_ELSE.test(plainCapitals(text));
}

export function harmlessStamp(text: string): boolean {
  return text.trim() !== '' && HARMLESS.test(plainCapitals(text));
}

/** `Ungültig` as `UNGULTIG`; `D R A F T` as `DRAFT`. */
function plainCapitals(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().replace(/\s+/g, ' ').trim();
  return /^(?:\S )+\S$/.test(plain) ? plain.replace(/ /g, '') : plain;
}
