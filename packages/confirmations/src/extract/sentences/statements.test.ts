import type { Source } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { readStatements } from './statements.ts';

const NAMES: Readonly<Record<string, Source>> = { Orvale: 'COUNTERPARTY', 'la Banque': 'BANK', 'el Banco': 'BANK' };
const resolve = (name: string) => NAMES[name.trim()];

/** What is taken of these sentences, for a cap. */
function stated(...sentences: string[]): Record<string, string> {
  const fields: Record<string, string> = {};
  const context = { decimalMark: ',', party: resolve, slashOrder: 'day-first', inSentence: true } as const;
  readStatements('CAP_FLOOR', sentences.join(' '), context as never, { resolve }, (reading) => {
    if (reading.kind === 'fields') Object.assign(fields, { ...reading.fields, later: reading.schedule });
  });
  return fields;
}

test.each([
  [
    'Confirmación de cap',
    'El swap comienza el 7 de marzo de 2028 y finaliza el 7 de marzo de 2031.',
    'El importe nocional, constante, asciende a 4.500.000,00 euros.',
  ],
  [
    'Confirmation de cap',
    "L'opération prend effet le 7 mars 2028 et arrive à échéance le 7 mars 2031.",
    'Le montant notionnel est de EUR 4.500.000,00.',
  ],
  [
    'Conferma di cap',
    "L'operazione decorre dal 7 marzo 2028 e scade il 7 marzo 2031.",
    "L'importo nozionale ammonta a EUR 4.500.000,00.",
  ],
  [
    'Bestätigung Cap',
    'Das Geschäft beginnt am 7.3.2028 und endet am 7.3.2031.',
    'Der Bezugsbetrag beträgt EUR 4.500.000,00.',
  ],
])('%s: from when to when and on what, in sentences', (_, term, notional) => {
  const trade = stated(term, notional);
  expect(trade).toMatchObject({ effective_date: '2028-03-07', termination_date: '2031-03-07' });
  expect(trade).toMatchObject({ notional: '4500000.00', currency: 'EUR' });
});

test('the roles behind the names, and the premium that the buyer pays', () => {
  const trade = stated(
    'Orvale, compradora del cap, pagará a el Banco,',
    'vendedora, una prima de 61.250,00 euros el 9 de marzo de 2028.',
  );
  expect(trade).toMatchObject({ buyer: 'COUNTERPARTY', seller: 'BANK' });
  expect(trade).toMatchObject({ premium_amount: '61250.00', premium_currency: 'EUR', premium_date: '2028-03-09' });
});

test('the convention and the calendar that apply', () => {
  const trade = stated(
    'Calendario TARGET. Si un día resulta inhábil se aplicará la convención de día hábil siguiente.',
  );
  expect(trade).toMatchObject({ business_day_convention: 'FOLLOWING', business_centers: 'TARGET' });
});

test('a notional that a table reduces waits for the table', () => {
  expect(stated('Le nominal initial est de EUR 4.500.000,00 et se réduit selon le tableau ci-après :')).toEqual({});
  expect(stated('El nominal inicial es de 4.500.000,00 euros y se amortiza según el cuadro adjunto:')).toMatchObject({
    ...{ notional: '4500000.00', later: 'notional_schedule' },
  });
});

test('what is said of another contract, with a condition, or of only some days is none of it', () => {
  const trade = stated(
    'El Contrato Marco surte efecto el 7 de marzo de 2028 y vence el 7 de marzo de 2031.',
    'La operación vence el 7 de junio de 2030 si la Sociedad la cancela.',
    'El importe nominal es de 4.500.000,00 euros hasta el 7 de marzo de 2029 y de 3.000.000,00 euros después.',
    'el Banco, vendedora, pagará a Orvale, compradora, una prima de 9.000,00 euros.',
    'Se aplicará la convención de día hábil siguiente, salvo en los vencimientos.',
  );
  for (const field of ['effective_date', 'termination_date', 'notional', 'premium_amount', 'business_day_convention'])
    expect(trade[field]).toBeUndefined();
});
