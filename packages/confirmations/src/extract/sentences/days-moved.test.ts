import { expect, test } from 'vitest';
import { conventionInWords } from './days-moved.ts';

test.each([
  [
    'A Payment Date or Maturity Date that is not a Business Day moves to the next Business Day, unless that day falls in the next calendar month, in which case it moves to the preceding Business Day.',
    'MODIFIED_FOLLOWING',
  ],
  ['Si una fecha de pago no es día hábil, el pago se efectuará el día hábil siguiente (siguiente).', 'FOLLOWING'],
  ['If any date is not a Business Day, payment shall be made on the next following Business Day.', 'FOLLOWING'],
  [
    'Where a payment date is not a banking day, it is brought forward to the immediately preceding banking day.',
    'PRECEDING',
  ],
  [
    'Fällt ein Zahlungstag auf keinen Bankarbeitstag, so verschiebt er sich auf den nächsten Bankarbeitstag, es sei denn, dieser fällt in den nächsten Kalendermonat; in diesem Fall gilt der vorhergehende Bankarbeitstag.',
    'MODIFIED_FOLLOWING',
  ],
  [
    'Los pagos que no coincidan con día hábil se trasladan al siguiente día hábil salvo que caiga en el mes posterior, en cuyo caso se adelantan al anterior.',
    'MODIFIED_FOLLOWING',
  ],
  [
    "Si une date de paiement n'est pas un jour ouvré, elle sera reportée au premier jour ouvré suivant, à moins que ce jour ne tombe dans le mois suivant, auquel cas elle sera avancée au jour ouvré précédent.",
    'MODIFIED_FOLLOWING',
  ],
  [
    'Se una data di pagamento non è un giorno lavorativo, sarà spostata al giorno lavorativo immediatamente successivo.',
    'FOLLOWING',
  ],
])('%s', (sentence, convention) => expect(conventionInWords(sentence)).toBe(convention));

test.each([
  'A Payment Date that is not a Business Day moves to the second next Business Day.',
  'A Payment Date that is not a Business Day moves to the next London Business Day.',
  'A Payment Date that is not a Business Day moves to the next Business Day and interest is not adjusted.',
  'A Payment Date that is not a Business Day moves to the preceding Business Day, unless that day falls in the previous month, in which case it moves to the next Business Day.',
  'A Payment Date that is not a Business Day moves to the next Business Day, unless the Borrower pays earlier.',
  'A Payment Date that is a Business Day moves to the next Business Day.',
  'A Payment Date that is not a Business Day is cancelled.',
  'A Payment Date that is not a Business Day moves to the next Business Day (modified following).',
])('says more, or something else: %s', (sentence) => expect(conventionInWords(sentence)).toBeUndefined());
